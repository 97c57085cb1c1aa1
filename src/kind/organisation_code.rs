//! The organisation code (GB 11714): eight digits or letters and a check character. It is also part of a credit code.

use super::{Checked, Given, Refusal, Spec, accepted, clean, mask, no_reading, refuse, wrong_length};

pub(super) const SPEC: Spec = Spec {
    id: "organisation-code",
    characters_max: 40,
    reasons: &["empty", "too-long", "characters", "length", "checksum"],
    example: "12345678-8",
    readings: &[],
    notes: &[],
    check,
    read: no_reading,
    mask: mask::document,
};

fn check(text: &str, _given: &Given<'_>) -> Result<Checked, Refusal> {
    let code = clean::compact(text);
    if let Some(odd) = code.chars().find(|c| !c.is_ascii_alphanumeric()) {
        return Err(refuse("characters").with("character", odd));
    }
    if code.len() != 9 {
        return Err(wrong_length(&code, "9"));
    }
    if !fits(&code) {
        return Err(refuse("checksum"));
    }
    Ok(accepted(format!("{}-{}", &code[..8], &code[8..])))
}

/// Whether nine ASCII digits and capital letters end with the right check character.
pub(super) fn fits(code: &str) -> bool {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let sum = code.chars().zip(WEIGHTS).try_fold(0, |sum, (c, weight)| Some(sum + c.to_digit(36)? * weight));
    let expected = sum.and_then(|sum| "0123456789X".chars().nth(((11 - sum % 11) % 11) as usize));
    code.len() == 9 && expected == code.chars().last()
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::support::table;

    #[test]
    fn codes() {
        table(
            Kind::OrganisationCode,
            &[("67395965-4", "67395965-4"), ("m000100y4", "M000100Y-4"), ("12345678-8", "12345678-8")],
            &[("67395965-5", "checksum"), ("6739596-4", "length"), ("67395965*4", "characters")],
        );
    }
}
