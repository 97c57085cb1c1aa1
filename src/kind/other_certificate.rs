//! The number of a certificate without a common form: letters, digits, Chinese characters and a few signs.

use super::{Checked, Given, Refusal, Spec, accepted, clean, mask, no_reading, refuse, wrong_length};

pub(super) const SPEC: Spec = Spec {
    id: "other-certificate",
    characters_max: 60,
    reasons: &["empty", "too-long", "characters", "length", "no-digit"],
    example: "民证字第010001号",
    readings: &[],
    notes: &[],
    check,
    read: no_reading,
    mask: mask::document,
};

fn check(text: &str, _given: &Given<'_>) -> Result<Checked, Refusal> {
    let number = clean::code(text).replace(' ', "").to_ascii_uppercase();
    let fits = |c: char| c.is_ascii_alphanumeric() || clean::is_han(c) || "()-/.〔〕[]".contains(c);
    if let Some(odd) = number.chars().find(|c| !fits(*c)) {
        return Err(refuse("characters").with("character", odd));
    }
    if !(4..=40).contains(&number.chars().count()) {
        return Err(wrong_length(&number, "4-40"));
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
            Kind::OtherCertificate,
            &[("民证字第 010001 号", "民证字第010001号"), ("a1（2）-3", "A1(2)-3")],
            &[("123", "length"), ("abcdef", "no-digit"), ("12<34>", "characters")],
        );
    }
}
