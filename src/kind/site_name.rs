//! The name of a website. What it may not contain stands in the lists and in the province's rules.

use std::sync::LazyLock;

use regex::Regex;

use super::{Checked, Given, Note, Refusal, Spec, accepted, clean, mask, no_reading, refuse};
use crate::rules::{ListedWord, WordList};

pub(super) const SPEC: Spec = Spec {
    id: "site-name",
    characters_max: 60,
    reasons: &[
        "empty",
        "too-long",
        "domain",
        "special-character",
        "only-letters",
        "too-few-chinese",
        "national-word",
        "sensitive-word",
        "format-word",
    ],
    example: "山间小札",
    readings: &[],
    notes: &["national-word"],
    check,
    read: no_reading,
    mask: mask::open,
};

static DOMAIN: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)[a-z0-9-]+\.[a-z]{2,}").expect("a pattern of ours"));

/// Organisations that can be a national body; whether they are, the administration knows.
const MAY_BE_NATIONAL: [&str; 4] = ["government", "public-institution", "social-organisation", "foundation"];

fn check(text: &str, given: &Given<'_>) -> Result<Checked, Refusal> {
    if DOMAIN.is_match(&clean::code(text)) {
        return Err(refuse("domain"));
    }
    let fits = |c: char| clean::is_han(c) || c.is_ascii_alphanumeric() || " ()（）".contains(c);
    if let Some(odd) = text.chars().find(|c| !fits(*c)) {
        return Err(refuse("special-character").with("character", odd));
    }
    let chinese = text.chars().filter(|c| clean::is_han(*c)).count();
    let expected = given.lists.site_name_characters_min(given.rules_on);
    if chinese == 0 {
        return Err(refuse("only-letters").with("expected", expected.to_string()));
    }
    if chinese < expected {
        return Err(refuse("too-few-chinese")
            .with("length", chinese.to_string())
            .with("expected", expected.to_string()));
    }
    // Blanks and brackets between the characters hide no word.
    let bare: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut words = given.lists.site_name_words(WordList::Sensitive, given.rules_on);
    if let Some(found) = words.find(|listed| bare.contains(listed.word)) {
        return Err(word("sensitive-word", found));
    }
    let individual = given.subject_kind == Some("individual");
    let mut words = format_words(given).filter(|_| individual);
    if let Some(found) = words.find(|listed| bare.contains(listed.word)) {
        return Err(word("format-word", found));
    }
    let mut heads = given.lists.site_name_words(WordList::National, given.rules_on);
    match heads.find(|listed| bare.starts_with(listed.word)) {
        Some(found) if given.subject_kind.is_some_and(|kind| MAY_BE_NATIONAL.contains(&kind)) => {
            let note =
                Note::new("national-word").with("word", found.word).with("source", found.source.join(" "));
            Ok(Checked { value: text.to_owned(), notes: vec![note] })
        }
        Some(found) => Err(word("national-word", found)),
        None => Ok(accepted(text)),
    }
}

/// The words that individuals may not use: everywhere, and in the subject's province.
fn format_words<'a>(given: &Given<'a>) -> impl Iterator<Item = ListedWord<'a>> {
    let national = &given.provinces.national;
    let local = given.province.and_then(|code| given.provinces.by_code(code));
    let listed =
        |words: &'a [String], source: &'a [String]| words.iter().map(move |word| ListedWord { word, source });
    listed(&national.individual_banned_words, &national.individual_banned_words_source).chain(
        local
            .into_iter()
            .flat_map(move |province| listed(&province.banned_words, &province.banned_words_source)),
    )
}

fn word(reason: &'static str, found: ListedWord<'_>) -> Refusal {
    refuse(reason).with("word", found.word).with("source", found.source.join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::support::{notes, table, table_given, with_given};
    use super::super::{Given, Kind};

    #[test]
    fn names_for_everybody() {
        table(
            Kind::SiteName,
            &[
                ("山间小札", "山间小札"),
                ("Rust 学习笔记", "Rust 学习笔记"),
                ("示例（杭州）科技", "示例（杭州）科技"),
            ],
            &[
                ("小札", "too-few-chinese"),
                ("12345", "only-letters"),
                ("example", "only-letters"),
                ("示例.com", "special-character"),
                ("示例网example.com", "domain"),
                ("山间小札!", "special-character"),
                ("中国山间小札", "national-word"),
                ("反 腐小站点", "sensitive-word"),
            ],
        );
    }

    #[test]
    fn individuals_have_their_own_words_and_provinces_theirs() {
        with_given(|given| {
            let individual = Given { subject_kind: Some("individual"), ..*given };
            table_given(
                Kind::SiteName,
                &individual,
                &[("山间官网", "山间官网")],
                &[("山间论坛", "format-word")],
            );
            let local = Given { province: Some("33"), ..individual };
            table_given(Kind::SiteName, &local, &[], &[("山间官网", "format-word")]);
            let refusal = Kind::SiteName.check("山间官网", &local).expect_err("a banned word");
            assert_eq!(refusal.args, [("word", "官网".to_owned()), ("source", "A19n".to_owned())]);
        });
    }

    #[test]
    fn a_national_body_is_warned_only() {
        with_given(|given| {
            let body = Given { subject_kind: Some("government"), ..*given };
            assert_eq!(notes(Kind::SiteName, "国家示例局", &body), ["national-word"]);
        });
    }
}
