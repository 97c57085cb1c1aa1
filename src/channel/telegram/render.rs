//! Messages to what Telegram shows: HTML that always parses, and buttons within every limit.

use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions};

use crate::content::spans;
use crate::dialogue::{Button, ButtonKind, Message, Press};

/// The longest message, in UTF-16 units.
pub const TEXT_UNITS_MAX: usize = 4096;

/// Most buttons under one message.
const BUTTON_COUNT_MAX: usize = 100;

/// How many columns a row of buttons may have, a Chinese character counting two.
const ROW_COLUMNS_MAX: usize = 26;

/// How many buttons a row may have.
const ROW_COUNT_MAX: usize = 3;

/// The text as HTML. Whatever somebody typed shows as it was typed.
#[must_use]
pub fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut line_begins = true;
    for span in spans(text) {
        // A command stands bare, so that it can be tapped.
        let code = span.code && !is_command(span.text);
        let tags = [(span.bold, "b"), (code, "code")];
        for (_, tag) in tags.iter().filter(|(on, _)| *on) {
            out.extend(["<", tag, ">"]);
        }
        if let Some(address) = span.address {
            out.push_str("<a href=\"");
            escape(address, &mut out);
            out.push_str("\">");
        }
        for (number, line) in span.text.split('\n').enumerate() {
            if number > 0 {
                out.push('\n');
                line_begins = true;
            }
            let item = line.strip_prefix("- ").filter(|_| line_begins && !span.code);
            // An item that begins with a mark of its own needs no other.
            if item.is_some_and(|item| !item.starts_with(['✓', '▶', '·'])) {
                out.push_str("• ");
            }
            escape(item.unwrap_or(line), &mut out);
            line_begins &= line.is_empty();
        }
        if span.address.is_some() {
            out.push_str("</a>");
        }
        for (_, tag) in tags.iter().rev().filter(|(on, _)| *on) {
            out.extend(["</", tag, ">"]);
        }
    }
    out
}

/// No address in a message is opened before somebody taps it.
#[must_use]
pub(super) fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

/// What the text counts: the marks are counted too, so that it never is more.
#[must_use]
pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The buttons of a message that was said in this turn.
#[must_use]
pub fn keyboard(message: &Message, turn: u64) -> Option<InlineKeyboardMarkup> {
    let mut rows: Vec<Row> = Vec::new();
    for button in message.options.iter().take(BUTTON_COUNT_MAX) {
        let Some(made) = made(message, button, turn) else { continue };
        let (kind, width) = (button.kind, width(&made.text) + 2);
        match rows.last_mut().filter(|row| row.takes(kind, width)) {
            Some(row) => row.buttons.push((made, width)),
            None => rows.push(Row { kind, buttons: vec![(made, width)] }),
        }
    }
    for end in 1..rows.len() {
        let (before, after) = rows.split_at_mut(end);
        after[0].even_out(&mut before[end - 1]);
    }
    let buttons = |row: Row| row.buttons.into_iter().map(|(made, _)| made).collect::<Vec<_>>();
    (!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows.into_iter().map(buttons)))
}

/// Buttons beside each other, each with its columns.
struct Row {
    kind: ButtonKind,
    buttons: Vec<(InlineKeyboardButton, usize)>,
}

impl Row {
    fn takes(&self, kind: ButtonKind, width: usize) -> bool {
        let columns: usize = self.buttons.iter().map(|(_, width)| width).sum();
        self.kind == kind && self.buttons.len() < ROW_COUNT_MAX && columns + width <= ROW_COLUMNS_MAX
    }

    /// Two and two rather than three and one.
    fn even_out(&mut self, before: &mut Self) {
        let last = before.buttons.last().map_or(0, |(_, width)| *width);
        if (before.buttons.len(), self.buttons.len()) == (3, 1) && self.takes(before.kind, last) {
            self.buttons.splice(0..0, before.buttons.pop());
        }
    }
}

fn made(message: &Message, button: &Button, turn: u64) -> Option<InlineKeyboardButton> {
    let label = match button.chosen {
        Some(true) => format!("✅ {}", button.label),
        Some(false) => format!("⬜ {}", button.label),
        None => button.label.clone(),
    };
    match button.kind {
        ButtonKind::Choice | ButtonKind::Nav => {
            let press = Press::of(message, button, turn)?;
            Some(InlineKeyboardButton::callback(label, press.write()))
        }
        ButtonKind::Link => {
            let address = button.id.parse().ok()?;
            Some(InlineKeyboardButton::url(label, address))
        }
    }
}

/// Columns on the screen, roughly: what is not Latin is wide.
fn width(text: &str) -> usize {
    text.chars().map(|char| if u32::from(char) < 0x1100 { 1 } else { 2 }).sum()
}

fn is_command(text: &str) -> bool {
    text.strip_prefix('/').is_some_and(|name| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    })
}

fn escape(text: &str, out: &mut String) {
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\0' => {}
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(html(text), expected);
    }

    #[test]
    fn marks_become_tags_and_everything_else_is_escaped() {
        check(
            "**a** & `b<c` [d](https://e/?a=1&b=\"2\")",
            "<b>a</b> &amp; <code>b&lt;c</code> <a href=\"https://e/?a=1&amp;b=&quot;2&quot;\">d</a>",
        );
        check("send `/help` or `/use AB`", "send /help or <code>/use AB</code>");
        check("- ✓ a\n- ▶ **b**\n- · c", "✓ a\n▶ <b>b</b>\n· c");
        check("x\n- one\n- **two**\na - b", "x\n• one\n• <b>two</b>\na - b");
        check("<script>\\*\\*no\\*\\*", "&lt;script&gt;**no**");
        check("**open", "<b>open</b>");
    }
}
