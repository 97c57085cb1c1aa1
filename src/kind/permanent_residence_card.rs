//! A foreigner's permanent residence card: 18 characters that begin with 9, or of old three letters and 12 digits.

use super::resident_id::{AGE, check_birth_and_sum, digits_and_check, read_age};
use super::{Checked, Given, Reading, Refusal, Spec, Values, accepted, clean, mask, refuse, wrong_length};

pub(super) const SPEC: Spec = Spec {
    id: "permanent-residence-card",
    characters_max: 40,
    reasons: &["empty", "too-long", "characters", "length", "prefix", "date", "checksum"],
    example: "911840199003020017",
    // The structure of the old form is not published: no birth date is read from it.
    readings: &[Reading {
        name: AGE.name,
        values: Values::Listed(&["under-16", "16-17", "18-21", "adult", "unknown"]),
    }],
    notes: &[],
    check,
    read: |reading, value, given| {
        if reading == AGE.name && value.len() != 18 {
            Some("unknown".to_owned())
        } else {
            read_age(reading, value, given)
        }
    },
    mask: mask::document,
};

fn check(text: &str, given: &Given<'_>) -> Result<Checked, Refusal> {
    let number = clean::compact(text);
    if number.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return old_form(number);
    }
    if number.is_ascii() && number.len() != 18 {
        return Err(wrong_length(&number, "18"));
    }
    let number = digits_and_check(&number)?;
    if !number.starts_with('9') {
        return Err(refuse("prefix"));
    }
    check_birth_and_sum(&number, given)?;
    Ok(accepted(number))
}

fn old_form(number: String) -> Result<Checked, Refusal> {
    let fits = |(at, c): (usize, char)| {
        if at < 3 { c.is_ascii_uppercase() } else { c.is_ascii_digit() }
    };
    if let Some(odd) = number.chars().enumerate().find(|place| !fits(*place)) {
        return Err(refuse("characters").with("character", odd.1));
    }
    if number.len() != 15 {
        return Err(wrong_length(&number, "15"));
    }
    Ok(accepted(number))
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::support::{table, with_given};

    #[test]
    fn numbers() {
        table(
            Kind::PermanentResidenceCard,
            &[("911840199003020017", "911840199003020017"), ("usa 110012345678", "USA110012345678")],
            &[
                ("911840199003020018", "checksum"),
                ("911840199013020017", "date"),
                ("11010519491231002X", "prefix"),
                ("USA11001234567", "length"),
                ("US1110012345678", "characters"),
                ("91184019900302001", "length"),
            ],
        );
        with_given(|given| {
            let read = |value: &str| Kind::PermanentResidenceCard.read("age", value, given);
            assert_eq!(read("911840199003020017").as_deref(), Some("adult"));
            assert_eq!(read("USA110012345678").as_deref(), Some("unknown"));
        });
    }
}
