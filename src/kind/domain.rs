//! A domain as it is filed: the registered domain, in ASCII; a subdomain or an address is reduced to it, and said.
//!
//! Only the ICANN section of the public suffix list counts: `foo.github.io` belongs to `github.io`. Below `gov.cn`
//! the whole host is kept, since lower government units file their own subdomains.

use psl::{List, Psl, Type};

use super::{Checked, Given, Note, Reading, Refusal, Spec, Values, clean, mask, refuse};
use crate::rules::Standing;

pub(super) const SPEC: Spec = Spec {
    id: "domain",
    characters_max: 2_048,
    reasons: &[
        "empty",
        "too-long",
        "characters",
        "ip-address",
        "bare-word",
        "suffix-alone",
        "unknown-suffix",
        "label",
        "look-alike",
        "mail-address",
    ],
    example: "example.com",
    readings: &[Reading {
        name: "suffix",
        values: Values::Listed(&["approved", "not-approved", "unlisted", "government"]),
    }],
    notes: &["reduced", "address"],
    check,
    read,
    mask: mask::open,
};

/// The Unicode form of an accepted domain, for people to read.
#[must_use]
pub fn display(domain: &str) -> String {
    let (unicode, result) = idna::domain_to_unicode(domain);
    if result.is_ok() { unicode } else { domain.to_owned() }
}

/// The ASCII form of a mail server's name under a known suffix.
pub(super) fn mail_host(host: &str) -> Option<String> {
    let ascii = ascii(host.trim_end_matches('.')).ok()?;
    registered(&ascii).is_ok().then_some(ascii)
}

fn check(text: &str, _given: &Given<'_>) -> Result<Checked, Refusal> {
    let typed = clean::code(text);
    let (host, from_address) = host_of(&typed)?;
    let host = ascii(host)?;
    let domain = registered(&host)?;
    let own_unit = domain.ends_with(".gov.cn");
    let value = if own_unit { host.strip_prefix("www.").unwrap_or(&host) } else { domain };
    let note = if value != host {
        Some(Note::new("reduced").with("from", display(&host)).with("to", display(value)))
    } else if from_address {
        Some(Note::new("address").with("to", display(value)))
    } else {
        None
    };
    Ok(Checked { value: value.to_owned(), notes: note.into_iter().collect() })
}

/// The host within an address, and whether anything stood around it.
fn host_of(typed: &str) -> Result<(&str, bool), Refusal> {
    let rest = typed.split_once("://").map_or(typed, |(_, rest)| rest).trim_start_matches('/');
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or(rest).trim();
    let host = match authority.rsplit_once('@') {
        Some(_) if rest.len() == typed.len() && rest == authority => return Err(refuse("mail-address")),
        Some((_, host)) => host,
        None => authority,
    };
    if host.starts_with('[') || host.matches(':').count() > 1 {
        return Err(refuse("ip-address"));
    }
    let host = match host.rsplit_once(':') {
        Some((host, port)) if port.chars().all(|c| c.is_ascii_digit()) => host,
        Some(_) => return Err(refuse("characters").with("character", ':')),
        None => host,
    };
    let bare = host.strip_suffix('.').unwrap_or(host);
    Ok((bare, bare.len() != typed.len()))
}

/// The lower-case ASCII form of a host with at least two sound labels.
fn ascii(host: &str) -> Result<String, Refusal> {
    if let Some(odd) = host.chars().find(|c| !(c.is_alphanumeric() || matches!(c, '.' | '-') || is_mark(*c)))
    {
        return Err(refuse("characters").with("character", odd));
    }
    if is_address_of_numbers(host) {
        return Err(refuse("ip-address"));
    }
    if host.split('.').any(mixes_alphabets) {
        return Err(refuse("look-alike"));
    }
    if !host.contains('.') {
        return Err(refuse("bare-word"));
    }
    let ascii = idna::domain_to_ascii_strict(host).map_err(|_| refuse("label"))?;
    // A punycode label that hides look-alike letters is judged as what it shows.
    if display(&ascii).split('.').any(mixes_alphabets) {
        return Err(refuse("look-alike"));
    }
    Ok(ascii)
}

/// The registered domain of a host by the ICANN section of the public suffix list.
fn registered(host: &str) -> Result<&str, Refusal> {
    let mut rest = host;
    let suffix = loop {
        let Some(suffix) = List.suffix(rest.as_bytes()) else {
            return Err(refuse("unknown-suffix"));
        };
        let length = suffix.as_bytes().len();
        let suffix_text = &rest[rest.len() - length..];
        match suffix.typ() {
            Some(Type::Icann) => break suffix_text,
            // A private suffix is itself a name under a public one.
            Some(Type::Private) => match suffix_text.split_once('.') {
                Some((_, parent)) => rest = parent,
                None => return Err(refuse("unknown-suffix").with("suffix", display(suffix_text))),
            },
            None => return Err(refuse("unknown-suffix").with("suffix", display(suffix_text))),
        }
    };
    let Some(above) = host.strip_suffix(suffix).and_then(|above| above.strip_suffix('.')) else {
        return Err(refuse("suffix-alone").with("suffix", display(suffix)));
    };
    let label = above.rsplit('.').next().unwrap_or(above);
    Ok(&host[host.len() - suffix.len() - 1 - label.len()..])
}

/// Also the odd spellings that browsers take for an address: `127.1`, `0x7f.0.0.1`.
fn is_address_of_numbers(host: &str) -> bool {
    let numeric = |label: &str| {
        let hexadecimal =
            label.strip_prefix("0x").is_some_and(|rest| rest.chars().all(|c| c.is_ascii_hexdigit()));
        !label.is_empty() && (hexadecimal || label.chars().all(|c| c.is_ascii_digit()))
    };
    host.rsplit('.').next().is_some_and(numeric)
}

/// Combining marks are letters' parts in many scripts; `idna` judges where they may stand.
fn is_mark(character: char) -> bool {
    !character.is_ascii() && !character.is_alphanumeric() && clean::is_letter_part(character)
}

fn mixes_alphabets(label: &str) -> bool {
    let look_alike =
        |c: char| matches!(c, '\u{370}'..='\u{3FF}' | '\u{400}'..='\u{52F}' | '\u{530}'..='\u{58F}');
    label.chars().any(look_alike) && label.chars().any(|c| c.is_ascii_alphabetic())
}

fn read(reading: &str, value: &str, given: &Given<'_>) -> Option<String> {
    (reading == "suffix").then(|| {
        let standing = given.lists.domain_standing(&display(value), given.rules_on);
        let name = match standing {
            Some(Standing::Approved) => "approved",
            Some(Standing::NotApproved) => "not-approved",
            Some(Standing::Government) => "government",
            None => "unlisted",
        };
        name.to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::super::support::{notes, table, with_given};
    use super::super::{Given, Kind};
    use super::display;

    #[test]
    fn domains() {
        table(
            Kind::Domain,
            &[
                ("example.com", "example.com"),
                (" EXAMPLE.com. ", "example.com"),
                ("https://user:pass@www.example.com:8080/a?b#c", "example.com"),
                ("shop.example.com.cn", "example.com.cn"),
                ("ｅｘａｍｐｌｅ．ｃｏｍ", "example.com"),
                ("example。com", "example.com"),
                ("例子.中国", "xn--fsqu00a.xn--fiqs8s"),
                ("www.例子.com", "xn--fsqu00a.com"),
                ("xn--fsqu00a.com", "xn--fsqu00a.com"),
                ("foo.github.io", "github.io"),
                ("github.io", "github.io"),
                ("a.b.s3.cn-north-1.amazonaws.com.cn", "amazonaws.com.cn"),
                ("www.xihu.hangzhou.gov.cn", "xihu.hangzhou.gov.cn"),
                ("//example.com/", "example.com"),
            ],
            &[
                ("192.0.2.1", "ip-address"),
                ("http://[2001:db8::1]/", "ip-address"),
                ("127.1", "ip-address"),
                ("example", "bare-word"),
                ("localhost", "bare-word"),
                ("com.cn", "suffix-alone"),
                ("zj.cn", "suffix-alone"),
                ("example.con", "unknown-suffix"),
                ("-x-.com", "label"),
                ("a..com", "label"),
                ("my_shop.com", "characters"),
                ("my shop.com", "characters"),
                ("аpple.com", "look-alike"),
                ("zhang@example.com", "mail-address"),
            ],
        );
    }

    #[test]
    fn what_was_reduced_is_said() {
        with_given(|given| {
            assert_eq!(notes(Kind::Domain, "www.example.com", given), ["reduced"]);
            assert_eq!(notes(Kind::Domain, "https://example.com/", given), ["address"]);
            assert!(notes(Kind::Domain, "example.com", given).is_empty());
        });
        assert_eq!(display("xn--fsqu00a.xn--fiqs8s"), "例子.中国");
    }

    #[test]
    fn the_suffix_is_read_by_the_day() {
        with_given(|given| {
            let read = |value: &str, given: &Given<'_>| Kind::Domain.read("suffix", value, given);
            let then = Given { rules_on: "2019-09-16".parse().expect("a date"), ..*given };
            assert_eq!(read("example.com", given).as_deref(), Some("approved"));
            assert_eq!(read("example.cc", &then).as_deref(), Some("not-approved"));
            assert_eq!(read("example.cc", given).as_deref(), Some("approved"));
            assert_eq!(read("example.gov.cn", given).as_deref(), Some("government"));
            assert_eq!(read("example.dev", given).as_deref(), Some("unlisted"));
            assert_eq!(read("xn--fsqu00a.xn--fiqs8s", given).as_deref(), Some("approved"));
        });
    }
}
