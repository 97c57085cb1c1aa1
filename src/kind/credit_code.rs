//! The unified social credit code (GB 32100): department, kind, region, organisation code, check character.
//!
//! The region is not judged: codes of regions that no longer exist stay valid.

use super::{
    Checked, Given, Refusal, Spec, accepted, clean, mask, no_reading, organisation_code, refuse, wrong_length,
};

pub(super) const SPEC: Spec = Spec {
    id: "credit-code",
    characters_max: 60,
    reasons: &[
        "empty",
        "too-long",
        "characters",
        "length",
        "old-form",
        "organisation-check",
        "checksum",
        "kind-mismatch",
    ],
    example: "91990000123456788C",
    readings: &[],
    notes: &[],
    check,
    read: no_reading,
    mask: mask::document,
};

/// The standard's alphabet in its order: I, O, S, V and Z are left out.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

fn check(text: &str, given: &Given<'_>) -> Result<Checked, Refusal> {
    let code = clean::compact(text);
    if let Some(odd) = code.chars().find(|c| !ALPHABET.contains(*c)) {
        return Err(refuse("characters").with("character", odd));
    }
    if code.len() == 15 && code.chars().all(|c| c.is_ascii_digit()) {
        return Err(refuse("old-form"));
    }
    if code.len() != 18 {
        return Err(wrong_length(&code, "18"));
    }
    if check_character(&code[..17]) != code.chars().last() {
        return Err(refuse("checksum"));
    }
    if !organisation_code::fits(&code[8..17]) {
        return Err(refuse("organisation-check"));
    }
    match (given.subject_kind, given.lists.credit_code_prefix(&code, given.rules_on)) {
        (Some(kind), Some(meant))
            if meant.subject_kind != kind && given.lists.has_credit_code_prefix(kind, given.rules_on) =>
        {
            Err(refuse("kind-mismatch")
                .with("prefix", &meant.prefix)
                .with("kind", &meant.subject_kind)
                .with("expected", kind)
                .with("source", meant.source.join(" ")))
        }
        _ => Ok(accepted(code)),
    }
}

/// Weights are powers of 3 modulo 31, so that the sum can be nested from the right.
fn check_character(code: &str) -> Option<char> {
    let sum = code.chars().rev().try_fold(0, |sum, c| Some((sum * 3 + ALPHABET.find(c)?) % 31))?;
    ALPHABET.chars().nth((31 - sum) % 31)
}

#[cfg(test)]
mod tests {
    use super::super::support::{table, table_given, with_given};
    use super::super::{Given, Kind};

    #[test]
    fn codes() {
        let test_codes = [
            "11990000123456788L",
            "12990000123456788H",
            "31990000123456788J",
            "51990000123456788G",
            "52990000123456788D",
            "91990000123456788C",
            "929900001234567889",
            "91350100M000100Y43",
            "91330106673959654P",
        ];
        table(Kind::CreditCode, &test_codes.map(|code| (code, code)), &[]);
        table(
            Kind::CreditCode,
            &[("９１３３ 0106-6739 5965-4p", "91330106673959654P")],
            &[
                ("91330106673959654Q", "checksum"),
                ("91330106673959654", "length"),
                ("9133O106673959654P", "characters"),
                ("330106000012345", "old-form"),
            ],
        );
    }

    #[test]
    fn the_prefix_must_fit_the_kind_of_subject() {
        with_given(|given| {
            let kind = |kind: &'static str| Given { subject_kind: Some(kind), ..*given };
            let company = "91990000123456788C";
            table_given(Kind::CreditCode, &kind("enterprise"), &[(company, company)], &[]);
            table_given(Kind::CreditCode, &kind("foreign-office"), &[(company, company)], &[]);
            table_given(Kind::CreditCode, &kind("sole-trader"), &[], &[(company, "kind-mismatch")]);
            table_given(
                Kind::CreditCode,
                &kind("enterprise"),
                &[],
                &[("11990000123456788L", "kind-mismatch")],
            );
        });
    }
}
