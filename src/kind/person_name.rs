//! A person's name: Chinese characters, with `·` between the parts of a transcribed name, or Latin letters.

use super::{Checked, Given, Refusal, Spec, accepted, clean, mask, no_reading, refuse};

pub(super) const SPEC: Spec = Spec {
    id: "person-name",
    characters_max: 60,
    reasons: &["empty", "too-long", "too-short", "characters", "dot"],
    example: "张三",
    readings: &[],
    notes: &[],
    check,
    read: no_reading,
    mask: |value| {
        if value.chars().all(|c| c.is_ascii() || clean::is_latin(c)) {
            mask::head(value, 1)
        } else {
            mask::middle(value, 1, 0)
        }
    },
};

fn check(text: &str, _given: &Given<'_>) -> Result<Checked, Refusal> {
    let chinese = text.chars().any(clean::is_han);
    let text: String = text
        .chars()
        .map(|c| if is_dot(c) || (chinese && matches!(c, '.' | '．')) { '·' } else { c })
        .collect();
    let text: String = if chinese { text.replace(' ', "") } else { text.replace('’', "'") };
    let fits = |c: char| {
        if chinese { clean::is_han(c) || c == '·' } else { clean::is_latin(c) || " '-.·,".contains(c) }
    };
    if let Some(odd) = text.chars().find(|c| !fits(*c)) {
        return Err(refuse("characters").with("character", odd));
    }
    if text.chars().filter(|c| clean::is_han(*c) || clean::is_latin(*c)).count() < 2 {
        return Err(refuse("too-short").with("expected", 2.to_string()));
    }
    if text.starts_with('·') || text.ends_with('·') || text.contains("··") {
        return Err(refuse("dot"));
    }
    Ok(accepted(text))
}

/// The middle dots that keyboards offer for `·`.
fn is_dot(character: char) -> bool {
    matches!(
        character,
        '·' | '\u{387}'
            | '\u{1427}'
            | '\u{16EB}'
            | '\u{2022}'
            | '\u{2027}'
            | '\u{2219}'
            | '\u{22C5}'
            | '\u{30FB}'
            | '\u{FF65}'
    )
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::support::table;

    #[test]
    fn names() {
        table(
            Kind::PersonName,
            &[
                ("张三", "张三"),
                (" 张 三 ", "张三"),
                ("阿卜杜拉•买买提", "阿卜杜拉·买买提"),
                ("阿卜杜拉．买买提", "阿卜杜拉·买买提"),
                ("㐂𠮷", "㐂𠮷"),
                ("John  O’Neill-Smith", "John O'Neill-Smith"),
                ("José Núñez", "José Núñez"),
            ],
            &[
                ("张", "too-short"),
                ("X", "too-short"),
                ("张三1", "characters"),
                ("张san", "characters"),
                ("Иван", "characters"),
                ("·张三", "dot"),
                ("张··三", "dot"),
                ("张三!", "characters"),
            ],
        );
        assert_eq!(Kind::PersonName.mask("张三"), "张*");
        assert_eq!(Kind::PersonName.mask("John Smith"), "J***");
    }
}
