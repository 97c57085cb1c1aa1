//! The filing number (ICP备案号): the subject's, or with `-n` the service's.

use std::sync::LazyLock;

use regex::Regex;

use super::{Checked, Given, Refusal, Spec, accepted, clean, mask, no_reading, refuse};

pub(super) const SPEC: Spec = Spec {
    id: "filing-number",
    characters_max: 60,
    reasons: &[
        "empty",
        "too-long",
        "format",
        "digits",
        "prefix",
        "province-mismatch",
        "licence-number",
        "public-security-number",
    ],
    example: "浙ICP备12345678号-1",
    readings: &[],
    notes: &[],
    check,
    read: no_reading,
    mask: mask::open,
};

static FORM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(\p{Han})ICP(?:备案|备|備案|備)?(?:第|:)?([0-9]+)[号號]?(?:-([1-9][0-9]{0,4})([AXK])?)?$")
        .expect("a pattern of ours")
});
/// A commercial licence: `京ICP证030173号` or `浙B2-20080101`.
static LICENCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"ICP[证證]|^(?:合字)?\p{Han}?[AB][0-9](?:\.[AB][0-9])*-").expect("a pattern of ours")
});

fn check(text: &str, given: &Given<'_>) -> Result<Checked, Refusal> {
    let text = clean::code(text).replace(' ', "").to_ascii_uppercase();
    if LICENCE.is_match(&text) {
        return Err(refuse("licence-number"));
    }
    if text.contains("公网安备") {
        return Err(refuse("public-security-number"));
    }
    let Some(found) = FORM.captures(&text) else {
        return Err(refuse("format"));
    };
    let (prefix, digits) = (&found[1], &found[2]);
    let Some(province) = given.provinces.by_icp_prefix(prefix) else {
        let refusal = refuse("prefix").with("prefix", prefix);
        // The public-security filing writes five provinces with another character.
        return Err(match given.provinces.by_police_prefix(prefix) {
            Some(province) => refusal.with("expected", &province.icp_prefix),
            None => refusal,
        });
    };
    if !matches!(digits.len(), 8 | 10) {
        return Err(refuse("digits").with("length", digits.len().to_string()));
    }
    let expected = given.province.and_then(|code| given.provinces.by_code(code));
    if let Some(expected) = expected.filter(|expected| expected.code != province.code) {
        return Err(refuse("province-mismatch")
            .with("prefix", prefix)
            .with("expected", &expected.icp_prefix));
    }
    let service = found.get(3).map(|number| format!("-{}", number.as_str())).unwrap_or_default();
    let suffix = found.get(4).map_or("", |letter| letter.as_str());
    Ok(accepted(format!("{prefix}ICP备{digits}号{service}{suffix}")))
}

#[cfg(test)]
mod tests {
    use super::super::support::{table, table_given, with_given};
    use super::super::{Given, Kind};

    #[test]
    fn numbers() {
        table(
            Kind::FilingNumber,
            &[
                ("浙ICP备12345678号-1", "浙ICP备12345678号-1"),
                ("浙icp备12345678", "浙ICP备12345678号"),
                ("浙 ICP 备 2021003158 号 － 1", "浙ICP备2021003158号-1"),
                ("鄂ICP备2024036893号-1A", "鄂ICP备2024036893号-1A"),
                ("陇ICP备05000593", "陇ICP备05000593号"),
                ("浙ICP12345678-2", "浙ICP备12345678号-2"),
            ],
            &[
                ("12345678", "format"),
                ("浙ICP备12345678号-", "format"),
                ("浙ICP备12345678号-0", "format"),
                ("浙ICP备1234567号", "digits"),
                ("浙ICP备123456789号", "digits"),
                ("川ICP备12345678号", "prefix"),
                ("港ICP备12345678号", "prefix"),
                ("京ICP证030173号", "licence-number"),
                ("浙B2-20080101", "licence-number"),
                ("浙公网安备33010602000001号", "public-security-number"),
            ],
        );
    }

    #[test]
    fn the_prefix_is_the_province_of_the_subject() {
        with_given(|given| {
            let local = Given { province: Some("51"), ..*given };
            table_given(
                Kind::FilingNumber,
                &local,
                &[("蜀ICP备12345678号", "蜀ICP备12345678号")],
                &[("浙ICP备12345678号", "province-mismatch")],
            );
        });
    }
}
