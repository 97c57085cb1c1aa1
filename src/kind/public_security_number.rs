//! The public-security filing number (公安备案号): a province's character and 14 digits that begin with its code.

use std::sync::LazyLock;

use regex::Regex;

use super::{Checked, Given, Refusal, Spec, accepted, clean, mask, no_reading, refuse};

pub(super) const SPEC: Spec = Spec {
    id: "public-security-number",
    characters_max: 60,
    reasons: &[
        "empty",
        "too-long",
        "format",
        "digits",
        "old-form",
        "region",
        "prefix-mismatch",
        "filing-number",
    ],
    example: "浙公网安备33010602000001号",
    readings: &[],
    notes: &[],
    check,
    read: no_reading,
    mask: mask::open,
};

static FORM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(\p{Han})?公网安[备備](?:案)?(?:第|:)?)?([0-9]+)[号號]?$").expect("a pattern of ours")
});

fn check(text: &str, given: &Given<'_>) -> Result<Checked, Refusal> {
    let text = clean::code(text).replace([' ', '-'], "").to_ascii_uppercase();
    if text.contains("ICP") {
        return Err(refuse("filing-number"));
    }
    let Some(found) = FORM.captures(&text) else {
        return Err(refuse("format"));
    };
    let digits = &found[2];
    match digits.len() {
        14 => {}
        12 => return Err(refuse("old-form")),
        length => {
            return Err(refuse("digits").with("length", length.to_string()).with("expected", 14.to_string()));
        }
    }
    let Some(province) = given.provinces.by_code(&digits[..2]) else {
        return Err(refuse("region").with("region", &digits[..2]));
    };
    if let Some(prefix) =
        found.get(1).map(|prefix| prefix.as_str()).filter(|prefix| *prefix != province.police_prefix)
    {
        return Err(refuse("prefix-mismatch")
            .with("prefix", prefix)
            .with("expected", &province.police_prefix));
    }
    Ok(accepted(format!("{}公网安备{digits}号", province.police_prefix)))
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::support::table;

    #[test]
    fn numbers() {
        let canonical = "浙公网安备33010602000001号";
        table(
            Kind::PublicSecurityNumber,
            &[
                (canonical, canonical),
                ("浙公网安备 3301 0602 0000 01", canonical),
                ("33010602000001", canonical),
                ("川公网安备51010602000001号", "川公网安备51010602000001号"),
            ],
            &[
                ("浙公网安备330106020001号", "old-form"),
                ("浙公网安备3301060200000号", "digits"),
                ("京公网安备33010602000001号", "prefix-mismatch"),
                ("蜀公网安备51010602000001号", "prefix-mismatch"),
                ("浙公网安备99010602000001号", "region"),
                ("浙ICP备12345678号", "filing-number"),
                ("number", "format"),
            ],
        );
    }
}
