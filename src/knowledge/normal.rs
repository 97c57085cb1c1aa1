//! One spelling for what is written in many: width, case, traditional characters, marks that nobody sees.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Of a longer message only the beginning is read.
pub(super) const CHARACTERS_MAX: usize = 1_500;

/// The text as it is read: compatibility forms composed, lower case, simplified characters, single blanks, nothing
/// invisible. Never longer than 1,500 characters and what they unfold to.
pub(super) fn normal(text: &str) -> String {
    let shown = || text.chars().take(CHARACTERS_MAX).filter(|char| is_shown(*char));
    let composed = shown().map(plain).collect::<Option<String>>().unwrap_or_else(|| {
        // Without accents: Ürümqi is Urumqi.
        let bare = shown().nfkd().filter(|char| !is_combining_mark(*char));
        bare.nfc().flat_map(char::to_lowercase).filter(|char| is_shown(*char)).collect()
    });
    let simplified = fast2s::convert(&composed);
    let mut out = String::with_capacity(simplified.len());
    let mut blank = false;
    for char in simplified.chars() {
        if char.is_whitespace() {
            blank = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut blank) {
            out.push(' ');
        }
        out.push(match char {
            '’' | '‘' | '`' => '\'',
            other => other,
        });
    }
    out
}

/// What becomes of most characters that are typed, without a look at their neighbours; `None`: of another one that takes
/// more.
fn plain(char: char) -> Option<char> {
    match char {
        _ if char.is_ascii() => Some(char.to_ascii_lowercase()),
        '\u{4e00}'..='\u{9fff}' | '。' | '、' | '“' | '”' | '’' | '‘' | '《' | '》' => Some(char),
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(char) - 0xfee0).map(|char| char.to_ascii_lowercase())
        }
        '\u{3000}' => Some(' '),
        _ => None,
    }
}

/// Not a control character, a mark of direction or of width zero, nor one of the tags that hide text.
fn is_shown(char: char) -> bool {
    (char.is_whitespace() || !char.is_control())
        && !matches!(
            char,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// A Chinese character.
pub(super) fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_become_alike() {
        assert_eq!(normal("ＩＣＰ　備案"), "icp 备案");
        assert_eq!(normal("短\u{200b}信\u{202e}驗證\u{7}？"), "短信验证?");
        assert_eq!(normal("  What’s\n\tICP "), "what's icp");
        // Whatever the neighbours take, the rest becomes the same.
        for text in ["ＩＣＰ備案，要不要？", "《备案》：“A’B”、C。", "Ürümqi"] {
            assert_eq!(normal(&format!("{text} é")), format!("{} e", normal(text)));
        }
        assert!(normal(&"備".repeat(100_000)).chars().count() <= CHARACTERS_MAX);
    }
}
