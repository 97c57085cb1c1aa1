//! A phone that rings: a mobile number, or a landline with its area code and perhaps an extension.

use std::sync::LazyLock;

use regex::Regex;

use super::{Checked, Given, Refusal, Spec, accepted, clean, mask, mobile, no_reading, refuse};

pub(super) const SPEC: Spec = Spec {
    id: "phone",
    characters_max: 60,
    reasons: &[
        "empty",
        "too-long",
        "characters",
        "length",
        "not-mobile",
        "machine-range",
        "no-area-code",
        "service-number",
        "landline",
        "same",
    ],
    example: "0571-88158388",
    readings: &[],
    notes: &["virtual-range"],
    check,
    read: no_reading,
    mask: |value| match value.split_once('-') {
        Some((area, rest)) => {
            format!("{area}-{}", mask::middle(rest.split('-').next().unwrap_or(rest), 0, 4))
        }
        None => mask::middle(value, 3, 4),
    },
};

static EXTENSION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(.*[0-9])\)?\s*(?:转|分机|ext\.?|x|#|-)\s*:?\s*([0-9]{1,6})$").expect("a pattern of ours")
});

fn check(text: &str, given: &Given<'_>) -> Result<Checked, Refusal> {
    let text = clean::code(text).to_lowercase();
    let checked = number(&text, given)?;
    if given.other.is_some_and(|other| mobile::digits(other) == mobile::digits(&checked.value)) {
        return Err(refuse("same"));
    }
    Ok(checked)
}

fn number(text: &str, given: &Given<'_>) -> Result<Checked, Refusal> {
    let (main, extension) = extension(text);
    if let Some(odd) = main.chars().find(|c| !c.is_ascii_digit() && !"+-()./ ".contains(*c)) {
        return Err(refuse("characters").with("character", odd));
    }
    let all = mobile::digits(main);
    let digits = national(main, all);
    if (digits.starts_with("400") || digits.starts_with("800")) && digits.len() == 10 {
        return Err(refuse("service-number"));
    }
    if !digits.starts_with('0') {
        let local = matches!(digits.len(), 7 | 8) && !digits.starts_with('1');
        if local {
            return Err(refuse("no-area-code"));
        }
        if digits.starts_with('9') && digits.len() == 5 {
            return Err(refuse("service-number"));
        }
        return mobile::number(&digits, given);
    }
    landline(&digits, extension)
}

/// The digits as they are dialled within the mainland: without the country's code, landlines with their zero.
fn national(typed: &str, digits: String) -> String {
    let with_plus = typed.starts_with(['+', '(']).then(|| digits.strip_prefix("86")).flatten();
    let Some(rest) = digits.strip_prefix("0086").or(with_plus) else {
        return digits;
    };
    // Beijing without its zero begins like a mobile number, but is a digit shorter.
    let mobile = rest.starts_with('1') && rest.len() != 10;
    if mobile || rest.starts_with('0') { rest.to_owned() } else { format!("0{rest}") }
}

fn landline(digits: &str, extension: Option<&str>) -> Result<Checked, Refusal> {
    let area_length = if matches!(digits.as_bytes().get(1), Some(b'1' | b'2')) { 3 } else { 4 };
    let Some((area, local)) = digits.split_at_checked(area_length) else {
        return Err(refuse("landline"));
    };
    let lengths: &[usize] = if area_length == 3 { &[8] } else { &[7, 8] };
    let none = area.starts_with("00") || (area.starts_with("01") && area != "010") || area == "026";
    if none || !lengths.contains(&local.len()) || local.starts_with(['0', '1']) {
        return Err(refuse("landline"));
    }
    Ok(accepted(match extension {
        Some(extension) => format!("{area}-{local}-{extension}"),
        None => format!("{area}-{local}"),
    }))
}

/// Parts a landline's extension from it; a plain hyphen counts only behind a whole number.
fn extension(text: &str) -> (&str, Option<&str>) {
    let Some(found) = EXTENSION.captures(text) else {
        return (text, None);
    };
    let (Some(main), Some(extension)) = (found.get(1), found.get(2)) else {
        return (text, None);
    };
    let separator = &text[main.end()..extension.start()];
    let whole = mobile::digits(main.as_str());
    let by_hyphen = separator.trim().trim_start_matches(')').trim() == "-";
    if by_hyphen && !(whole.starts_with('0') && whole.len() >= 11) {
        return (text, None);
    }
    (main.as_str(), Some(extension.as_str()))
}

#[cfg(test)]
mod tests {
    use super::super::support::{table, table_given, with_given};
    use super::super::{Given, Kind};

    #[test]
    fn phones() {
        table(
            Kind::Phone,
            &[
                ("0571-88158388", "0571-88158388"),
                ("(0571) 8815 8388", "0571-88158388"),
                ("０５７１—８８１５８３８８", "0571-88158388"),
                ("+86 571 88158388", "0571-88158388"),
                ("+86 10 65551234", "010-65551234"),
                ("010-65551234转8001", "010-65551234-8001"),
                ("0571-88158388-123", "0571-88158388-123"),
                ("021 6555 1234 ext 12", "021-65551234-12"),
                ("0891-6321234", "0891-6321234"),
                ("+8613800138000", "13800138000"),
                ("138 0013 8000", "13800138000"),
            ],
            &[
                ("88158388", "no-area-code"),
                ("400-812-3456", "service-number"),
                ("95187", "service-number"),
                ("0571-8815", "landline"),
                ("010-6555123", "landline"),
                ("0571-08158388", "landline"),
                ("138001380", "length"),
                ("call me", "characters"),
                ("14400138000", "machine-range"),
            ],
        );
        assert_eq!(Kind::Phone.mask("0571-88158388"), "0571-****8388");
        assert_eq!(Kind::Phone.mask("13800138000"), "138****8000");
    }

    #[test]
    fn the_emergency_phone_is_another_one() {
        with_given(|given| {
            let beside = Given { other: Some("13800138000"), ..*given };
            table_given(
                Kind::Phone,
                &beside,
                &[("13900138000", "13900138000")],
                &[("138-0013-8000", "same")],
            );
        });
    }
}
