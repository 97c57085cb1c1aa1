//! The name of the subject, letter for letter as on the certificate: brackets keep their width.

use super::{Checked, Given, Refusal, Spec, accepted, clean, mask, no_reading, refuse};

pub(super) const SPEC: Spec = Spec {
    id: "name",
    characters_max: 120,
    reasons: &["empty", "too-long", "too-short", "characters"],
    example: "杭州示例科技有限公司",
    readings: &[],
    notes: &[],
    check,
    read: no_reading,
    mask: |value| mask::head(value, if value.chars().count() > 4 { 2 } else { 1 }),
};

/// Punctuation that certificates print within names.
const PUNCTUATION: &str = " ()（）·•-—&＆.,，、'’\"“”《》〈〉/+";

fn check(text: &str, _given: &Given<'_>) -> Result<Checked, Refusal> {
    if let Some(odd) = text.chars().find(|c| !c.is_alphanumeric() && !PUNCTUATION.contains(*c)) {
        return Err(refuse("characters").with("character", odd));
    }
    if text.chars().filter(|c| clean::is_han(*c) || clean::is_latin(*c)).count() < 2 {
        return Err(refuse("too-short").with("expected", 2.to_string()));
    }
    Ok(accepted(text))
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::support::table;

    #[test]
    fn names() {
        table(
            Kind::Name,
            &[
                ("杭州示例科技有限公司", "杭州示例科技有限公司"),
                ("示例（中国）有限公司", "示例（中国）有限公司"),
                ("示例(中国)有限公司 ", "示例(中国)有限公司"),
                ("张三", "张三"),
                ("Example Trading Co., Ltd.", "Example Trading Co., Ltd."),
            ],
            &[
                ("司", "too-short"),
                ("12345", "too-short"),
                ("示例<b>公司", "characters"),
                ("示例公司💥", "characters"),
            ],
        );
        assert_eq!(Kind::Name.mask("杭州示例科技有限公司"), "杭州***");
    }
}
