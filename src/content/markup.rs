//! The neutral markup of texts: `**bold**`, `` `code` ``, `[label](address)` and lists. Channels render it.
//! A backslash takes the meaning from the mark behind it.

/// What has a meaning in the markup, and loses it behind a backslash.
const MARKS: [char; 5] = ['\\', '*', '`', '[', ']'];

/// A stretch of text with the marks that hold over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span<'a> {
    /// The text itself, without marks.
    pub text: &'a str,
    /// Between `**` and `**`.
    pub bold: bool,
    /// Between backticks.
    pub code: bool,
    /// Where the link leads whose label this is.
    pub address: Option<&'a str>,
}

/// The text as stretches of equal marks, in order. A mark that is never closed holds to the end.
#[must_use]
pub fn spans(text: &str) -> Vec<Span<'_>> {
    let mut spans = Vec::new();
    let (mut bold, mut code) = (false, false);
    let mut rest = text;
    while !rest.is_empty() {
        let at = rest.find(['\\', '*', '`', '[']).unwrap_or(rest.len());
        if at > 0 {
            spans.push(Span { text: &rest[..at], bold, code, address: None });
            rest = &rest[at..];
        } else if let Some(mark) = escaped(rest) {
            spans.push(Span { text: mark, bold, code, address: None });
            rest = &rest[1 + mark.len()..];
        } else if let Some(after) = rest.strip_prefix("**") {
            bold = !bold;
            rest = after;
        } else if let Some(after) = rest.strip_prefix('`') {
            code = !code;
            rest = after;
        } else if let Some((label, address, after)) = link(rest) {
            spans.push(Span { text: label, bold, code, address: Some(address) });
            rest = after;
        } else {
            spans.push(Span { text: &rest[..1], bold, code, address: None });
            rest = &rest[1..];
        }
    }
    spans
}

/// The text without its markup, for plain output: a link keeps its address behind the label.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for span in spans(text) {
        out.push_str(span.text);
        if let Some(address) = span.address.filter(|address| *address != span.text) {
            out.push_str(" (");
            out.push_str(address);
            out.push(')');
        }
    }
    out
}

/// The text in pieces of at most this many UTF-16 units, cut at blank lines, else at line ends, else between two
/// characters. Marks count as if they were shown, so that a piece is never longer than it looks.
#[must_use]
pub fn pieces(text: &str, units_max: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text.trim();
    while rest.encode_utf16().count() > units_max {
        let mut units = 0;
        let room = rest.char_indices().find(|(_, char)| {
            units += char.len_utf16();
            units > units_max
        });
        let room = &rest[..room.map_or(rest.len(), |(at, _)| at)];
        let cut = ["\n\n", "\n"].into_iter().find_map(|end| room.rfind(end).filter(|at| *at > 0));
        // A backslash stays with the mark behind it.
        let between = room.len() - room.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2;
        let cut = cut.unwrap_or(between).max(rest.chars().next().map_or(1, char::len_utf8));
        pieces.push(rest[..cut].trim_end());
        rest = rest[cut..].trim_start();
    }
    if !rest.is_empty() || pieces.is_empty() {
        pieces.push(rest);
    }
    pieces
}

/// The mark behind a backslash at the start of the text.
fn escaped(text: &str) -> Option<&str> {
    let after = text.strip_prefix('\\')?;
    after.starts_with(MARKS).then(|| &after[..1])
}

/// A link at the start of the text: its label, its address and what follows it.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let (label, after) = text.strip_prefix('[')?.split_once("](")?;
    let (address, after) = after.split_once(')')?;
    (!label.contains(['[', '\n']) && address.starts_with("http")).then_some((label, address, after))
}

/// User text inside a marked-up message: its marks stand for themselves.
#[must_use]
pub(crate) fn inert(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        if MARKS.contains(&char) {
            out.push('\\');
        }
        out.push(char);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(marked: &str, expected: &str) {
        assert_eq!(plain(marked), expected);
    }

    #[test]
    fn spans_carry_their_marks() {
        let marked = |text, bold, code, address| Span { text, bold, code, address };
        let expected = [
            marked("a", false, false, None),
            marked("b", true, false, None),
            marked("/c", false, true, None),
            marked("d", false, false, Some("https://e")),
        ];
        assert_eq!(spans("a**b**`/c`[d](https://e)"), expected);
    }

    #[test]
    fn marks_vanish_and_links_keep_their_address() {
        check("**备案** is `free`", "备案 is free");
        check("see [MIIT](https://beian.miit.gov.cn) now", "see MIIT (https://beian.miit.gov.cn) now");
        check("[help] stays, 2 * 3 too", "[help] stays, 2 * 3 too");
        check("[a](b)", "[a](b)");
    }

    #[test]
    fn what_a_user_typed_stands_for_itself() {
        for typed in ["**x** a*b", "[click](https://example.org)", "a`b`", "\\*", "C:\\dir", "[[", "备案*"]
        {
            assert_eq!(plain(&inert(typed)), typed);
        }
    }

    #[test]
    fn long_texts_are_cut_where_they_may_be() {
        assert_eq!(pieces("short", 10), ["short"]);
        assert_eq!(pieces("one\ntwo\n\nthree\nfour", 12), ["one\ntwo", "three\nfour"]);
        assert_eq!(pieces("one\ntwo", 5), ["one", "two"]);
        assert_eq!(pieces("abcdef", 4), ["abcd", "ef"]);
        assert_eq!(pieces("abc\\*d", 4), ["abc", "\\*d"]);
        assert_eq!(pieces("啊😀😀", 3), ["啊😀", "😀"]);
        let long = "字".repeat(10_000);
        assert_eq!(pieces(&long, 4096).concat(), long);
    }
}
