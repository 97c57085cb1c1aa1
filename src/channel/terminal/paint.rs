//! Messages as the lines of a terminal: markup as bold, options as numbers, navigation as commands that can be typed.

use super::wrap::{self, Cell, Colour, Style};
use crate::content::spans;
use crate::dialogue::{Button, ButtonKind, Message, Role};

/// The widest text that reads well, in columns.
const COLUMNS_MAX: usize = 88;

/// The fewest columns that a text is given beside its indent.
const COLUMNS_MIN: usize = 8;

/// Sets commands on one line apart.
const GAP: &str = "   ";

/// What the place of output can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    /// Colours and bold.
    pub(super) colour: bool,
    /// The columns of the window; `None`: no window, lines are never broken.
    pub(super) columns: Option<usize>,
}

/// What stands under a question beside its own options.
#[derive(Debug, Clone, Default)]
pub(super) struct Aids {
    /// Commands of the terminal itself, each with what it does.
    pub(super) commands: Vec<(&'static str, String)>,
    /// How to answer here.
    pub(super) hints: Vec<String>,
}

/// A message, ending in a line feed.
pub(super) fn message(message: &Message, aids: &Aids, look: Look) -> String {
    let mut page = Page { look, out: String::new() };
    page.text(message.text.expose(), base(message));
    let listed: Vec<&Button> = message.options.iter().filter(|button| is_listed(button)).collect();
    if !listed.is_empty() {
        page.out.push('\n');
        page.list(&listed);
    }
    let linked = message.options.iter().filter(|button| button.kind == ButtonKind::Link);
    linked.for_each(|button| page.text(&format!("{} {}", button.label, button.id), Style::default()));
    let commands = commands(message, aids);
    if !commands.is_empty() || !aids.hints.is_empty() {
        page.out.push('\n');
        page.commands(&commands);
        aids.hints.iter().for_each(|hint| page.text(hint, DIM));
    }
    page.out
}

/// A line of the terminal itself, ending in a line feed.
pub(super) fn aside(text: &str, look: Look) -> String {
    let mut page = Page { look, out: String::new() };
    page.text(text, DIM);
    page.out
}

const DIM: Style = Style { bold: false, dim: true, underlined: false, colour: None };

fn base(message: &Message) -> Style {
    let coloured = |colour| Style { colour: Some(colour), ..Style::default() };
    match message.role {
        Role::Refusal => coloured(Colour::Yellow),
        Role::Reminder => coloured(Colour::Cyan),
        Role::Desk => coloured(Colour::Green),
        // With options it is the panel of a filing at rest, and read in full.
        Role::Info if message.options.is_empty() => DIM,
        Role::Ask | Role::Answer | Role::Info => Style::default(),
    }
}

/// Whether a button stands in the numbered list: the core reads its number.
fn is_listed(button: &Button) -> bool {
    match button.kind {
        ButtonKind::Choice => true,
        ButtonKind::Nav => {
            let is_of_list = button.id.contains(':') && !button.id.starts_with("nav.snooze:");
            is_of_list || matches!(button.id.as_str(), "nav.forget-yes" | "nav.forget-no")
        }
        ButtonKind::Link => false,
    }
}

/// The commands under a message with what they do.
fn commands(message: &Message, aids: &Aids) -> Vec<(String, String)> {
    let ticked = message.options.iter().any(|button| button.chosen == Some(true));
    let nav = message.options.iter().filter(|button| button.kind == ButtonKind::Nav && !is_listed(button));
    // Nothing is done before something is ticked.
    let nav = nav.filter(|button| button.id != "nav.done" || ticked);
    let own = aids.commands.iter().map(|(command, label)| ((*command).to_owned(), label.clone()));
    nav.filter_map(|button| {
        Some((format!("/{}", button.id.strip_prefix("nav.")?.replace(':', " ")), button.label.clone()))
    })
    .chain(own)
    .collect()
}

/// Output in the making.
struct Page {
    look: Look,
    out: String,
}

impl Page {
    /// Text in neutral markup. List items hang under their own beginning.
    fn text(&mut self, text: &str, base: Style) {
        let mut line = Vec::new();
        for span in spans(text.trim_end()) {
            let style = Style { bold: base.bold || span.bold || span.code, ..base };
            // A bold or literal stretch stands out; dim would take that back.
            let style = Style { dim: base.dim && !style.bold, ..style };
            let mut parts = span.text.split('\n');
            line.extend(wrap::cells(parts.next().unwrap_or_default().trim_end_matches('\r'), style));
            for part in parts {
                self.line(&line);
                line = wrap::cells(part.trim_end_matches('\r'), style);
            }
            if let Some(address) = span.address {
                let underlined = Style { underlined: true, ..style };
                if address == span.text {
                    line.iter_mut()
                        .rev()
                        .take(address.chars().count())
                        .for_each(|(_, style)| *style = underlined);
                } else {
                    line.extend(wrap::cells(" (", style));
                    line.extend(wrap::cells(address, underlined));
                    line.extend(wrap::cells(")", style));
                }
            }
        }
        self.line(&line);
    }

    /// One line of text, broken where the window ends.
    fn line(&mut self, line: &[Cell]) {
        let blanks = line.iter().take_while(|(char, _)| *char == ' ').count();
        let item = line[blanks..].iter().map(|(char, _)| *char).take(2).eq("- ".chars());
        let indent = if item { blanks + 2 } else { blanks };
        self.hang(&line[..indent], &line[indent..]);
    }

    /// A beginning, and behind it a text whose further lines keep clear of the beginning's columns.
    fn hang(&mut self, beginning: &[Cell], text: &[Cell]) {
        let indent = wrap::width(beginning);
        let lines = wrap::lines(&wrap::pieces(text), self.columns(indent));
        for (number, line) in lines.iter().enumerate() {
            if number == 0 {
                self.emit(beginning);
            } else {
                self.out.extend(std::iter::repeat_n(' ', indent));
            }
            self.emit(line);
            self.out.push('\n');
        }
    }

    /// Options, numbered from 1 as the core counts them.
    fn list(&mut self, options: &[&Button]) {
        let digits = options.len().to_string().len();
        for (number, option) in (1..).zip(options) {
            let tick = match option.chosen {
                Some(true) => "[x] ",
                Some(false) => "[ ] ",
                None => "",
            };
            let bold = Style { bold: true, ..Style::default() };
            let mut beginning = wrap::cells(&format!("{number:>width$}", width = digits + 1), bold);
            beginning.extend(wrap::cells(&format!("  {tick}"), Style::default()));
            self.hang(&beginning, &wrap::cells(&option.label, Style::default()));
        }
    }

    /// Commands with what they do, as many on a line as fit, none torn apart.
    fn commands(&mut self, commands: &[(String, String)]) {
        let groups: Vec<Vec<Cell>> = commands
            .iter()
            .map(|(command, label)| wrap::cells(&format!("{command} {label}{GAP}"), DIM))
            .collect();
        let pieces: Vec<&[Cell]> = groups.iter().map(Vec::as_slice).collect();
        if !pieces.is_empty() {
            for line in wrap::lines(&pieces, self.columns(0)) {
                self.emit(&line);
                self.out.push('\n');
            }
        }
    }

    fn columns(&self, indent: usize) -> usize {
        let fitting = |columns: usize| columns.min(COLUMNS_MAX).saturating_sub(indent).max(COLUMNS_MIN);
        self.look.columns.map_or(usize::MAX, fitting)
    }

    fn emit(&mut self, cells: &[Cell]) {
        for run in cells.chunk_by(|(_, one), (_, other)| one == other) {
            let style = if self.look.colour { run[0].1 } else { Style::default() };
            let codes = codes(style);
            if !codes.is_empty() {
                self.out.extend(["\u{1b}[", &codes.join(";"), "m"]);
            }
            self.out.extend(run.iter().map(|(char, _)| char));
            if !codes.is_empty() {
                self.out.push_str("\u{1b}[0m");
            }
        }
    }
}

/// The terminal's codes for a style (ECMA-48, SGR).
fn codes(style: Style) -> Vec<&'static str> {
    let colour = style.colour.map(|colour| match colour {
        Colour::Green => "32",
        Colour::Yellow => "33",
        Colour::Cyan => "36",
    });
    [style.bold.then_some("1"), style.dim.then_some("2"), style.underlined.then_some("4"), colour]
        .into_iter()
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::personal::Personal;

    const PLAIN: Look = Look { colour: false, columns: None };

    fn said(role: Role, text: &str, options: Vec<Button>) -> Message {
        let at = chrono::DateTime::UNIX_EPOCH;
        Message {
            role,
            text: Personal::from(text),
            options,
            stage: "welcome".to_owned(),
            asks: None,
            revision: 0,
            filing: None,
            about: None,
            file: None,
            at,
        }
    }

    fn choice(label: &str, chosen: Option<bool>) -> Button {
        Button { id: label.to_owned(), label: label.to_owned(), kind: ButtonKind::Choice, chosen }
    }

    fn check(said: &Message, look: Look, expected: &str) {
        assert_eq!(message(said, &Aids::default(), look), expected);
    }

    #[test]
    fn markup_is_bold_where_there_are_colours_and_gone_where_not() {
        let text = said(Role::Ask, "**备案** is `free`: [MIIT](https://beian.miit.gov.cn)", vec![]);
        check(&text, PLAIN, "备案 is free: MIIT (https://beian.miit.gov.cn)\n");
        let colour = Look { colour: true, columns: Some(80) };
        check(
            &text,
            colour,
            "\u{1b}[1m备案\u{1b}[0m is \u{1b}[1mfree\u{1b}[0m: MIIT (\u{1b}[4mhttps://beian.miit.gov.cn\u{1b}[0m)\n",
        );
        check(&said(Role::Refusal, "no", vec![]), colour, "\u{1b}[33mno\u{1b}[0m\n");
        check(
            &said(Role::Info, "by `/edit`", vec![]),
            colour,
            "\u{1b}[2mby \u{1b}[0m\u{1b}[1m/edit\u{1b}[0m\n",
        );
    }

    #[test]
    fn lists_hang_and_lines_keep_their_order() {
        let narrow = Look { colour: false, columns: Some(12) };
        check(
            &said(Role::Answer, "两样：\n- 身份证正反面\n- 域名证书", vec![]),
            narrow,
            "两样：\n- 身份证正反\n  面\n- 域名证书\n",
        );
    }

    #[test]
    fn options_are_numbered_ticked_and_aligned() {
        let options: Vec<Button> =
            (1..=10).map(|number| choice(&format!("项{number}"), Some(number == 2))).collect();
        let shown = message(&said(Role::Ask, "选", options), &Aids::default(), PLAIN);
        assert!(shown.starts_with("选\n\n  1  [ ] 项1\n  2  [x] 项2\n"), "{shown}");
        assert!(shown.ends_with(" 10  [ ] 项10\n"), "{shown}");
    }

    #[test]
    fn navigation_is_commands_and_torn_nowhere() {
        let nav = |id: &str, label: &str| Button::nav(id, label.to_owned());
        let options = vec![
            choice("好", None),
            nav("nav.back", "上一步"),
            nav("nav.help", "帮助"),
            nav("nav.takeover", "拿过来"),
            nav("nav.done", "选好了"),
        ];
        let narrow = Look { colour: false, columns: Some(28) };
        check(
            &said(Role::Ask, "问", options),
            narrow,
            "问\n\n 1  好\n\n/back 上一步   /help 帮助\n/takeover 拿过来\n",
        );
        let listed = vec![nav("nav.edit:consent", "信息保管"), nav("nav.use:ABC234", "ABC234")];
        check(&said(Role::Ask, "改", listed), PLAIN, "改\n\n 1  信息保管\n 2  ABC234\n");
    }

    #[test]
    fn nothing_raw_reaches_the_terminal() {
        let raw = "\u{1b}]0;x\u{7}\r\n\u{9b}2J";
        let shown = message(&said(Role::Ask, raw, vec![choice(raw, None)]), &Aids::default(), PLAIN);
        assert!(shown.chars().all(|char| char == '\n' || !char.is_control()), "{shown:?}");
    }

    #[test]
    fn no_window_is_too_narrow() {
        for columns in 0..40 {
            let options = vec![choice("中国内地", Some(true)), Button::nav("nav.back", "上一步".to_owned())];
            let text = said(
                Role::Ask,
                "- **备案** costs nothing, [MIIT](https://beian.miit.gov.cn)\n\n再见",
                options,
            );
            let shown = message(&text, &Aids::default(), Look { colour: true, columns: Some(columns) });
            assert!(shown.ends_with('\n'));
        }
    }
}
