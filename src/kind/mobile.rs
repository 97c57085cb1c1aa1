//! A mobile number of the mainland: 11 digits. Ranges that no person answers are refused, virtual operators' told.

use super::{Checked, Given, Note, Reading, Refusal, Spec, Values, clean, mask, refuse, wrong_length};
use crate::rules::MobileUse;

pub(super) const SPEC: Spec = Spec {
    id: "mobile",
    characters_max: 40,
    reasons: &["empty", "too-long", "characters", "length", "not-mobile", "machine-range", "same"],
    example: "13800138000",
    readings: &[Reading { name: "range", values: Values::Listed(&["person", "virtual"]) }],
    notes: &["virtual-range"],
    check,
    read,
    mask: |value| mask::middle(value, 3, 4),
};

fn check(text: &str, given: &Given<'_>) -> Result<Checked, Refusal> {
    let checked = number(text, given)?;
    if given.other.is_some_and(|other| digits(other) == checked.value) {
        return Err(refuse("same"));
    }
    Ok(checked)
}

/// The check without the comparison; the emergency phone uses it too.
pub(super) fn number(text: &str, given: &Given<'_>) -> Result<Checked, Refusal> {
    let text = clean::code(text);
    if let Some(odd) = text.chars().find(|c| !c.is_ascii_digit() && !"+-()./ ".contains(*c)) {
        return Err(refuse("characters").with("character", odd));
    }
    let digits = national(&text);
    // The machines' own numbers are longer: say what they are rather than how long.
    let listed = given.lists.mobile_use(&digits, given.rules_on);
    if let Some((MobileUse::Machine, start)) = listed.filter(|_| digits.len() >= 11) {
        return Err(refuse("machine-range").with("range", start));
    }
    if digits.len() != 11 {
        return Err(wrong_length(&digits, "11"));
    }
    if !digits.starts_with('1') || matches!(digits.as_bytes()[1], b'0'..=b'2') {
        return Err(refuse("not-mobile"));
    }
    let notes = match listed {
        Some((MobileUse::Virtual, start)) => vec![Note::new("virtual-range").with("range", start)],
        Some((MobileUse::Machine, _)) | None => Vec::new(),
    };
    Ok(Checked { value: digits, notes })
}

pub(super) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The digits without the country's code.
fn national(text: &str) -> String {
    let digits = digits(text);
    let bare = digits.strip_prefix("0086").or_else(|| digits.strip_prefix("86"));
    bare.filter(|rest| rest.len() >= 11 && rest.starts_with('1')).map(str::to_owned).unwrap_or(digits)
}

fn read(reading: &str, value: &str, given: &Given<'_>) -> Option<String> {
    (reading == "range").then(|| match given.lists.mobile_use(value, given.rules_on) {
        Some((MobileUse::Virtual, _)) => "virtual".to_owned(),
        Some((MobileUse::Machine, _)) | None => "person".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::support::{notes, table, table_given, with_given};
    use super::super::{Given, Kind};

    #[test]
    fn numbers() {
        table(
            Kind::Mobile,
            &[
                ("13800138000", "13800138000"),
                ("+86 138-0013-8000", "13800138000"),
                ("0086 13800138000", "13800138000"),
                ("８６１３８００１３８０００", "13800138000"),
                ("(+86)138 0013 8000", "13800138000"),
            ],
            &[
                ("1380013800", "length"),
                ("138001380001", "length"),
                ("12800138000", "not-mobile"),
                ("23800138000", "not-mobile"),
                ("1380013800o", "characters"),
                ("14400138000", "machine-range"),
                ("1064123456789", "machine-range"),
            ],
        );
        assert_eq!(Kind::Mobile.mask("13800138000"), "138****8000");
    }

    #[test]
    fn virtual_operators_are_told_and_equal_numbers_refused() {
        with_given(|given| {
            assert_eq!(notes(Kind::Mobile, "17000138000", given), ["virtual-range"]);
            assert_eq!(Kind::Mobile.read("range", "17000138000", given).as_deref(), Some("virtual"));
            let beside = Given { other: Some("13800138000"), ..*given };
            table_given(
                Kind::Mobile,
                &beside,
                &[("13900138000", "13900138000")],
                &[("+8613800138000", "same")],
            );
        });
    }
}
