//! A passport of any country: 5 to 17 letters and digits, at least one digit. There is no common check.

use super::{Checked, Given, Refusal, Spec, accepted, clean, mask, no_reading, refuse, wrong_length};

pub(super) const SPEC: Spec = Spec {
    id: "passport",
    characters_max: 40,
    reasons: &["empty", "too-long", "characters", "length", "no-digit"],
    example: "E12345678",
    readings: &[],
    notes: &[],
    check,
    read: no_reading,
    mask: mask::document,
};

fn check(text: &str, _given: &Given<'_>) -> Result<Checked, Refusal> {
    let number = clean::compact(text);
    if let Some(odd) = number.chars().find(|c| !c.is_ascii_alphanumeric()) {
        return Err(refuse("characters").with("character", odd));
    }
    if !(5..=17).contains(&number.len()) {
        return Err(wrong_length(&number, "5-17"));
    }
    if !number.contains(|c: char| c.is_ascii_digit()) {
        return Err(refuse("no-digit"));
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
            Kind::Passport,
            &[("e 1234-5678", "E12345678"), ("12345", "12345")],
            &[
                ("1234", "length"),
                ("E12345678901234567", "length"),
                ("HELLO", "no-digit"),
                ("Е1234567", "characters"),
            ],
        );
    }
}
