//! The Mainland Travel Permit for Taiwan residents: 8 digits, on older cards 10 and perhaps a letter in brackets.

use super::{Checked, Given, Refusal, Spec, accepted, clean, mask, no_reading, refuse, wrong_length};

pub(super) const SPEC: Spec = Spec {
    id: "tw-travel-permit",
    characters_max: 40,
    reasons: &["empty", "too-long", "characters", "length"],
    example: "12345678",
    readings: &[],
    notes: &[],
    check,
    read: no_reading,
    mask: mask::document,
};

fn check(text: &str, _given: &Given<'_>) -> Result<Checked, Refusal> {
    let number: String = clean::compact(text).chars().filter(|c| !"()".contains(*c)).collect();
    // The letter stands behind ten digits only.
    let digits = match number.strip_suffix(|c: char| c.is_ascii_uppercase()) {
        Some(digits) if digits.len() == 10 => digits,
        Some(_) | None => &number,
    };
    if let Some(odd) = digits.chars().find(|c| !c.is_ascii_digit()) {
        return Err(refuse("characters").with("character", odd));
    }
    if !matches!(digits.len(), 8 | 10) {
        return Err(wrong_length(&number, "8"));
    }
    Ok(accepted(number))
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::support::table;

    #[test]
    fn numbers() {
        table(
            Kind::TwTravelPermit,
            &[
                ("12345678", "12345678"),
                ("１２３４５６７８９０（ｂ）", "1234567890B"),
                ("1234567890", "1234567890"),
            ],
            &[
                ("1234567", "length"),
                ("123456789", "length"),
                ("12345678B", "characters"),
                ("T2345678", "characters"),
            ],
        );
    }
}
