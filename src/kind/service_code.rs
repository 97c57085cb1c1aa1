//! The filing service code: hexadecimal groups of 8-4-4-4-12. Whoever has it can use the quota: a secret.

use super::{Checked, Given, Refusal, Spec, accepted, clean, mask, no_reading, refuse, wrong_length};

pub(super) const SPEC: Spec = Spec {
    id: "service-code",
    characters_max: 80,
    reasons: &["empty", "too-long", "characters", "length"],
    example: "32a43232-a888-88e8-b9ec-00888be80000",
    readings: &[],
    notes: &[],
    check,
    read: no_reading,
    mask: |value| mask::head(value, 4),
};

fn check(text: &str, _given: &Given<'_>) -> Result<Checked, Refusal> {
    let code = clean::compact(text).to_ascii_lowercase();
    if let Some(odd) = code.chars().find(|c| !c.is_ascii_hexdigit()) {
        return Err(refuse("characters").with("character", odd));
    }
    if code.len() != 32 {
        return Err(wrong_length(&code, "32"));
    }
    Ok(accepted(format!(
        "{}-{}-{}-{}-{}",
        &code[..8],
        &code[8..12],
        &code[12..16],
        &code[16..20],
        &code[20..]
    )))
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::support::table;

    #[test]
    fn codes() {
        let canonical = "32a43232-a888-88e8-b9ec-00888be80000";
        table(
            Kind::ServiceCode,
            &[(canonical, canonical), ("32A43232A88888E8B9EC00888BE80000", canonical)],
            &[("32a43232-a888", "length"), ("32a43232-a888-88e8-b9ec-00888be8****", "characters")],
        );
        assert_eq!(Kind::ServiceCode.mask(canonical), "32a4***");
    }
}
