//! A mail address; kept in lower case, with its domain in ASCII.

use super::{Checked, Given, Refusal, Spec, accepted, clean, domain, mask, no_reading, refuse};

pub(super) const SPEC: Spec = Spec {
    id: "email",
    characters_max: 254,
    reasons: &["empty", "too-long", "at-sign", "local-part", "domain", "same"],
    example: "zhang@example.com",
    readings: &[],
    notes: &[],
    check,
    read: no_reading,
    mask: |value| match value.split_once('@') {
        Some((local, domain)) => format!("{}@{domain}", mask::head(local, 1)),
        None => mask::head(value, 1),
    },
};

/// RFC 5321, 4.5.3.1.1.
const LOCAL_PART_BYTES_MAX: usize = 64;

fn check(text: &str, given: &Given<'_>) -> Result<Checked, Refusal> {
    let text = clean::code(text).replace(' ', "").to_lowercase();
    let text = text.strip_prefix("mailto:").unwrap_or(&text).trim_matches(['<', '>']);
    let Some((local, host)) = text.split_once('@') else {
        return Err(refuse("at-sign"));
    };
    if host.contains('@') {
        return Err(refuse("at-sign"));
    }
    let fits = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let dots_part = local.split('.').all(|piece| !piece.is_empty());
    if local.len() > LOCAL_PART_BYTES_MAX || !dots_part || !local.chars().all(fits) {
        return Err(refuse("local-part"));
    }
    let Some(host) = domain::mail_host(host) else {
        return Err(refuse("domain"));
    };
    let value = format!("{local}@{host}");
    if given.other == Some(value.as_str()) {
        return Err(refuse("same"));
    }
    Ok(accepted(value))
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::support::table;

    #[test]
    fn addresses() {
        table(
            Kind::Email,
            &[
                ("Zhang.San+icp@Example.COM", "zhang.san+icp@example.com"),
                ("zhang＠example。com", "zhang@example.com"),
                ("mailto:a@mail.example.cn", "a@mail.example.cn"),
                ("a@例子.中国", "a@xn--fsqu00a.xn--fiqs8s"),
            ],
            &[
                ("zhang.example.com", "at-sign"),
                ("a@b@example.com", "at-sign"),
                ("@example.com", "local-part"),
                ("a..b@example.com", "local-part"),
                ("张三@example.com", "local-part"),
                ("a@example", "domain"),
                ("a@example.con", "domain"),
                ("a@192.0.2.1", "domain"),
                ("a@-x-.com", "domain"),
            ],
        );
        assert_eq!(Kind::Email.mask("zhang@example.com"), "z***@example.com");
    }
}
