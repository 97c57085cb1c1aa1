//! Styled characters broken into lines: a Chinese text may break anywhere but before what closes and after what
//! opens, a word of Latin letters never does. A word wider than the window stands on a line of its own.

use unicode_width::UnicodeWidthChar;

/// How a character looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) bold: bool,
    pub(super) dim: bool,
    pub(super) underlined: bool,
    pub(super) colour: Option<Colour>,
}

/// The few colours in use; the window's own theme decides how they look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colour {
    Green,
    Yellow,
    Cyan,
}

/// A character and its style.
pub(super) type Cell = (char, Style);

/// Characters that do not begin a line.
const CLOSING: &str = "。，、！？：；）」』】》〉”’…—～·％,.!?:;)]%";

/// Characters that do not end a line.
const OPENING: &str = "（「『【《〈“‘([";

/// Joins what stands on both its sides.
const JOINER: char = '\u{200d}';

/// The columns that a text takes.
pub(super) fn width(cells: &[Cell]) -> usize {
    cells.iter().map(|(char, _)| char_width(*char)).sum()
}

/// A text in one style. What would steer a terminal or turn the reading direction shows as a replacement character.
pub(super) fn cells(text: &str, style: Style) -> Vec<Cell> {
    text.chars().map(|char| (shown(char), style)).collect()
}

/// The pieces that a line is never broken within, each with the blanks behind it.
pub(super) fn pieces(cells: &[Cell]) -> Vec<&[Cell]> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for at in 1..cells.len() {
        if may_break(cells[at - 1].0, cells[at].0) {
            pieces.push(&cells[start..at]);
            start = at;
        }
    }
    if start < cells.len() {
        pieces.push(&cells[start..]);
    }
    pieces
}

/// The pieces on lines of at most this many columns, as far as the pieces allow; blanks at a line's end vanish.
pub(super) fn lines(pieces: &[&[Cell]], columns: usize) -> Vec<Vec<Cell>> {
    let mut lines: Vec<Vec<Cell>> = Vec::new();
    let mut line: Vec<Cell> = Vec::new();
    let mut used = 0;
    for piece in pieces {
        if !line.is_empty() && used + width(trimmed(piece)) > columns {
            lines.push(trimmed(&line).to_vec());
            line.clear();
            used = 0;
        }
        line.extend_from_slice(piece);
        used += width(piece);
    }
    lines.push(trimmed(&line).to_vec());
    lines
}

fn trimmed(cells: &[Cell]) -> &[Cell] {
    let end = cells.iter().rposition(|(char, _)| *char != ' ').map_or(0, |last| last + 1);
    &cells[..end]
}

fn may_break(before: char, after: char) -> bool {
    if after == ' ' || char_width(after) == 0 || before == JOINER {
        return false;
    }
    if before == ' ' {
        return true;
    }
    let wide = |char| char_width(char) == 2;
    (wide(before) || wide(after)) && !CLOSING.contains(after) && !OPENING.contains(before)
}

fn char_width(char: char) -> usize {
    char.width().unwrap_or(0)
}

fn shown(char: char) -> char {
    match char {
        '\t' => ' ',
        '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
            char::REPLACEMENT_CHARACTER
        }
        char if char.is_control() => char::REPLACEMENT_CHARACTER,
        char => char,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, columns: usize, expected: &[&str]) {
        let cells = cells(text, Style::default());
        let lines: Vec<String> = lines(&pieces(&cells), columns)
            .iter()
            .map(|line| line.iter().map(|(char, _)| char).collect())
            .collect();
        assert_eq!(lines, expected, "{text} in {columns} columns");
    }

    #[test]
    fn latin_words_stay_whole() {
        check("the first-time filing", 10, &["the", "first-time", "filing"]);
        check("see beian.miit.gov.cn", 6, &["see", "beian.miit.gov.cn"]);
        check("用 Alibaba 云", 7, &["用", "Alibaba", "云"]);
        check("发/help看", 6, &["发", "/help", "看"]);
    }

    #[test]
    fn chinese_breaks_anywhere_but_not_before_what_closes() {
        check("备案备案备案", 5, &["备案", "备案", "备案"]);
        check("备案，备案。", 4, &["备", "案，", "备", "案。"]);
        check("先看（备案）吧", 6, &["先看", "（备", "案）吧"]);
        check("好！！", 2, &["好！！"]);
        check("说“好”的", 4, &["说", "“好”", "的"]);
    }

    #[test]
    fn no_window_is_too_narrow() {
        check("备案 is free", 0, &["备", "案", "is", "free"]);
        check("", 0, &[""]);
        check("   ", 1, &[""]);
    }

    #[test]
    fn marks_without_width_stay_with_their_letter() {
        check("备e\u{301}案", 2, &["备", "e\u{301}", "案"]);
        check("👨\u{200d}👩备", 4, &["👨\u{200d}👩", "备"]);
    }

    #[test]
    fn nothing_steers_the_terminal() {
        check("a\u{1b}[2Jb\u{7}\u{9b}\u{202e}\tc", 80, &["a\u{fffd}[2Jb\u{fffd}\u{fffd}\u{fffd} c"]);
    }
}
