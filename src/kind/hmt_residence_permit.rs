//! The residence permit of Hong Kong, Macao or Taiwan residents: as a resident identity number, with its own regions.

use super::resident_id::{AGE, check_birth_and_sum, digits_and_check, read_age};
use super::{Checked, Given, Refusal, Spec, accepted, mask, refuse};

pub(super) const SPEC: Spec = Spec {
    id: "hmt-residence-permit",
    characters_max: 40,
    reasons: &["empty", "too-long", "characters", "length", "old-form", "region", "date", "checksum"],
    example: "810000199408230021",
    readings: &[AGE],
    notes: &[],
    check,
    read: read_age,
    mask: mask::document,
};

fn check(text: &str, given: &Given<'_>) -> Result<Checked, Refusal> {
    let number = digits_and_check(text)?;
    if given.lists.residence_permit_prefix(&number, given.rules_on).is_none() {
        return Err(refuse("region").with("region", &number[..6]));
    }
    check_birth_and_sum(&number, given)?;
    Ok(accepted(number))
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::support::table;

    #[test]
    fn numbers() {
        table(
            Kind::HmtResidencePermit,
            &[
                ("810000199408230021", "810000199408230021"),
                ("820000199001010010", "820000199001010010"),
                ("8300 0019 8505 0500 13", "830000198505050013"),
            ],
            &[
                ("11010519491231002X", "region"),
                ("810001199408230021", "region"),
                ("810000199408230022", "checksum"),
                ("810000199413230021", "date"),
                ("81000019940823002", "length"),
            ],
        );
    }
}
