//! The resident identity number (GB 11643): region, birth date, sequence, check character (ISO 7064 MOD 11-2).
//!
//! Residence permits and permanent residence cards share the last two parts; their files call in here.

use chrono::{Datelike, NaiveDate};

use super::{Checked, Given, Reading, Refusal, Spec, Values, accepted, clean, mask, refuse, wrong_length};

pub(super) const SPEC: Spec = Spec {
    id: "resident-id",
    characters_max: 40,
    reasons: &["empty", "too-long", "characters", "length", "old-form", "region", "date", "checksum"],
    example: "11010519491231002X",
    readings: &[Reading { name: "province", values: Values::Provinces(&["unknown"]) }, AGE],
    notes: &[],
    check,
    read,
    mask: mask::document,
};

/// Completed years on the applicant's day.
pub(super) const AGE: Reading =
    Reading { name: "age", values: Values::Listed(&["under-16", "16-17", "18-21", "adult"]) };

/// Where the birth date stands in numbers of this family.
const BIRTH: std::ops::Range<usize> = 6..14;
const BIRTH_YEAR_MIN: i32 = 1800;

fn check(text: &str, given: &Given<'_>) -> Result<Checked, Refusal> {
    let number = digits_and_check(text)?;
    if given.provinces.by_code(&number[..2]).is_none() {
        let refusal = refuse("region").with("region", &number[..2]);
        return Err(match other_document(&number, given) {
            Some(document) => refusal.with("document", document),
            None => refusal,
        });
    }
    check_birth_and_sum(&number, given)?;
    Ok(accepted(number))
}

/// 18 characters: digits, and in the last place perhaps an X.
pub(super) fn digits_and_check(text: &str) -> Result<String, Refusal> {
    let number = clean::compact(text);
    let last = number.chars().count().saturating_sub(1);
    let odd = number.chars().enumerate().find(|(at, c)| !(c.is_ascii_digit() || (*c == 'X' && *at == last)));
    if let Some((_, odd)) = odd {
        return Err(refuse("characters").with("character", odd));
    }
    match number.len() {
        18 => Ok(number),
        15 if !number.ends_with('X') => Err(refuse("old-form")),
        _ => Err(wrong_length(&number, "18")),
    }
}

/// The birth date is real, not before 1800 and not to come; the check character fits.
pub(super) fn check_birth_and_sum(number: &str, given: &Given<'_>) -> Result<(), Refusal> {
    if !birth(number).is_some_and(|day| day.year() >= BIRTH_YEAR_MIN && day <= given.today) {
        return Err(refuse("date"));
    }
    if check_character(&number[..17]) != number.chars().last() {
        return Err(refuse("checksum"));
    }
    Ok(())
}

/// ISO 7064 MOD 11-2 over digits: `None` if there are others.
pub(super) fn check_character(digits: &str) -> Option<char> {
    let sum = digits.chars().try_fold(0, |sum, c| Some((sum + c.to_digit(10)?) * 2 % 11))?;
    "0123456789X".chars().nth(((12 - sum) % 11) as usize)
}

fn birth(number: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(number.get(BIRTH)?, "%Y%m%d").ok()
}

/// The document that such a number does belong to.
fn other_document(number: &str, given: &Given<'_>) -> Option<&'static str> {
    if given.lists.residence_permit_prefix(number, given.rules_on).is_some() {
        Some("hmt-residence-permit")
    } else if number.starts_with('9') {
        Some("permanent-residence-card")
    } else {
        None
    }
}

fn read(reading: &str, value: &str, given: &Given<'_>) -> Option<String> {
    match reading {
        "province" => {
            let province = value.get(..2).and_then(|code| given.provinces.by_code(code));
            Some(province.map_or("unknown", |province| &province.code).to_owned())
        }
        _ => read_age(reading, value, given),
    }
}

/// The reading [`AGE`] of a number with a birth date.
pub(super) fn read_age(reading: &str, value: &str, given: &Given<'_>) -> Option<String> {
    if reading != AGE.name {
        return None;
    }
    let years = birth(value).and_then(|day| given.today.years_since(day)).unwrap_or(0);
    let age = match years {
        0..16 => "under-16",
        16..18 => "16-17",
        18..22 => "18-21",
        22.. => "adult",
    };
    Some(age.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::support::{table, with_given};

    #[test]
    fn numbers() {
        table(
            Kind::ResidentId,
            &[
                ("11010519491231002X", "11010519491231002X"),
                ("１１０１０５ 19491231 002ｘ", "11010519491231002X"),
                ("110105-19491231-002x", "11010519491231002X"),
                ("440524188001010014", "440524188001010014"),
            ],
            &[
                ("110105194912310021", "checksum"),
                ("110105491231002", "old-form"),
                ("11010519491231002", "length"),
                ("1101051949123100200", "length"),
                ("990105194912310020", "region"),
                ("810000199408230021", "region"),
                ("110105194902310021", "date"),
                ("110105203001010010", "date"),
                ("1101051949123100XX", "characters"),
                ("11010519491231OO2X", "characters"),
            ],
        );
    }
    #[test]
    fn region_and_age_are_read() {
        with_given(|given| {
            let read = |reading: &str, value: &str| Kind::ResidentId.read(reading, value, given);
            assert_eq!(read("province", "11010519491231002X").as_deref(), Some("11"));
            assert_eq!(read("age", "11010519491231002X").as_deref(), Some("adult"));
            // The day is 2026-03-01.
            assert_eq!(read("age", "110105200803010000").as_deref(), Some("18-21"));
            assert_eq!(read("age", "110105200803020000").as_deref(), Some("16-17"));
            assert_eq!(read("age", "110105201003020000").as_deref(), Some("under-16"));
        });
        assert_eq!(Kind::ResidentId.mask("11010519491231002X"), "110***********002X");
    }
}
