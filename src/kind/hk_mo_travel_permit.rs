//! The Mainland Travel Permit for Hong Kong and Macao residents: H or M and 8 digits, on older cards 10. No check digit.

use super::{Checked, Given, Refusal, Spec, accepted, clean, mask, no_reading, refuse, wrong_length};

pub(super) const SPEC: Spec = Spec {
    id: "hk-mo-travel-permit",
    characters_max: 40,
    reasons: &["empty", "too-long", "prefix", "characters", "length"],
    example: "H12345678",
    readings: &[],
    notes: &[],
    check,
    read: no_reading,
    mask: mask::document,
};

fn check(text: &str, _given: &Given<'_>) -> Result<Checked, Refusal> {
    let number: String = clean::compact(text).chars().filter(|c| !"()".contains(*c)).collect();
    let Some(digits) = number.strip_prefix(['H', 'M']) else {
        return Err(refuse("prefix"));
    };
    if let Some(odd) = digits.chars().find(|c| !c.is_ascii_digit()) {
        return Err(refuse("characters").with("character", odd));
    }
    if !matches!(digits.len(), 8 | 10) {
        return Err(wrong_length(&number, "9"));
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
            Kind::HkMoTravelPermit,
            &[("H12345678", "H12345678"), ("m 1234 5678", "M12345678"), ("H12345678(01)", "H1234567801")],
            &[
                ("12345678", "prefix"),
                ("H1234567", "length"),
                ("H123456789", "length"),
                ("H1234567A", "characters"),
            ],
        );
    }
}
