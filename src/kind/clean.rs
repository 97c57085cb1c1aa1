//! Typed text brought into one form before it is judged: normalised where the meaning is clear, never guessed at.
//!
//! Control, bidirectional and zero-width characters never survive.

use std::borrow::Cow;

/// For names, addresses and prose: invisible characters go, every blank becomes one space, full-width letters and
/// digits become plain ones. Punctuation stays, since a name must equal the certificate's bracket for bracket.
pub(super) fn prose(typed: &str) -> Cow<'_, str> {
    if is_plain(typed) {
        return Cow::Borrowed(typed);
    }
    let mut text = String::with_capacity(typed.len());
    for character in typed.chars() {
        if character.is_whitespace() || character == '\u{2800}' {
            if !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
        } else if !is_invisible(character) {
            let plain = half_width(character);
            text.push(if plain.is_ascii_alphanumeric() { plain } else { character });
        }
    }
    text.truncate(text.trim_end().len());
    Cow::Owned(text)
}

/// For codes and numbers: as [`prose`], then full-width punctuation and every kind of hyphen become plain ones.
pub(super) fn code(typed: &str) -> Cow<'_, str> {
    if is_plain(typed) {
        return Cow::Borrowed(typed);
    }
    let plain = |character| if is_hyphen(character) { '-' } else { half_width(character) };
    Cow::Owned(prose(typed).chars().map(plain).collect())
}

/// As [`code`], in upper case, without blanks and hyphens.
pub(super) fn compact(typed: &str) -> String {
    let code = code(typed);
    code.chars().filter(|c| !matches!(c, ' ' | '-')).map(|c| c.to_ascii_uppercase()).collect()
}

/// Whether a character belongs to the Han script (CJK ideographs).
pub(super) fn is_han(character: char) -> bool {
    matches!(character, '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}')
}

/// Whether a character is a letter of the Latin script.
pub(super) fn is_latin(character: char) -> bool {
    character.is_ascii_alphabetic()
        || (character.is_alphabetic() && matches!(character, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}'))
}

/// Whether a character may be a part of a letter, as the vowel signs of many scripts are: no symbol and no blank.
pub(super) fn is_letter_part(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}' | '\u{900}'..='\u{DFF}' | '\u{E31}'..='\u{EFF}' | '\u{F18}'..='\u{FBC}' | '\u{30FB}')
}

/// Whether nothing is left to be brought into form: printable ASCII, with single blanks between other characters.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
        && !text.starts_with(' ')
        && !text.ends_with(' ')
        && !text.contains("  ")
}

fn half_width(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        '\u{3002}' | '\u{FF61}' => '.',
        other => other,
    }
}

fn is_hyphen(character: char) -> bool {
    matches!(
        character,
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}'
    )
}

fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFC}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_stays_as_it_is() {
        for text in ["", "a", "0571-88158388", "John O'Neill", "~ !"] {
            assert_eq!((prose(text), code(text)), (Cow::Borrowed(text), Cow::Borrowed(text)));
        }
        for (typed, text) in [(" a", "a"), ("a ", "a"), ("a  b", "a b"), ("a\tb", "a b"), ("a\u{7f}b", "ab")]
        {
            assert_eq!((&*prose(typed), &*code(typed)), (text, text));
        }
    }

    #[test]
    fn one_form_for_many_ways_of_typing() {
        assert_eq!(prose("  张\u{3000}\u{200B}三\u{202E}\0 "), "张 三");
        assert_eq!(prose("杭州（中国）１号"), "杭州（中国）1号");
        assert_eq!(code("０５７１—８８１５８３８８"), "0571-88158388");
        assert_eq!(compact("9133 0106－6739 5965 4p"), "91330106673959654P");
        assert_eq!(code("example。com"), "example.com");
    }
}
