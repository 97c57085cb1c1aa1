//! The lists that checks of typed answers look at (`rules/checks.toml`), asked by the day whose rules hold.
//!
//! Every entry names its sources; an entry with `from` or `until` holds from the first on and no more on the second.

use chrono::NaiveDate;
use serde::Deserialize;

/// All lists of `rules/checks.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Lists {
    /// The day on which somebody last compared the lists with their sources.
    pub checked_on: NaiveDate,
    mobile_range: Vec<MobileRange>,
    credit_code_prefix: Vec<CreditCodePrefix>,
    residence_permit_prefix: Vec<ResidencePermitPrefix>,
    domain_suffix: Vec<DomainSuffix>,
    site_name: Vec<SiteName>,
    site_name_words: Vec<SiteNameWords>,
    picture: Vec<Picture>,
}

/// What the first digits of a mobile number say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MobileUse {
    /// Data cards and machines: no person answers.
    Machine,
    /// A virtual operator: the ministry's SMS may not arrive.
    Virtual,
}

/// Whether the ministry has approved a domain suffix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It can be filed.
    Approved,
    /// It cannot be filed.
    NotApproved,
    /// For government bodies; lower units file their own subdomains.
    Government,
}

/// Why a word may not stand in a site's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WordList {
    /// At the head of the name it claims a national body.
    National,
    /// Sensitive wherever it stands.
    Sensitive,
}

/// A word of a list, with the sources of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListedWord<'a> {
    /// The word itself.
    pub word: &'a str,
    /// Source keys.
    pub source: &'a [String],
}

/// First and last day on which an entry holds; open where nothing is said.
#[derive(Debug, Clone, Copy)]
struct Days {
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

impl Days {
    fn hold(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }
}

/// Gives a list entry its common fields (`source`, `from`, `until`) and the question whether it holds.
macro_rules! dated {
    ($(#[$doc:meta])* $visibility:vis struct $name:ident { $($(#[$field_doc:meta])* $field_visibility:vis $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        $visibility struct $name {
            $($(#[$field_doc])* $field_visibility $field: $type,)*
            /// Source keys, as in `rules/sources.toml`.
            pub source: Vec<String>,
            /// Looked at in all files alike, by `content::stale`.
            #[serde(rename = "checked-on")]
            _checked_on: Option<NaiveDate>,
            from: Option<NaiveDate>,
            until: Option<NaiveDate>,
        }

        impl $name {
            fn holds(&self, day: NaiveDate) -> bool {
                Days { from: self.from, until: self.until }.hold(day)
            }

            /// What the entry says and when, whatever its source.
            fn rule(&self) -> String {
                format!("{:?} {:?} {:?}", ($(&self.$field,)*), self.from, self.until)
            }

            fn changes(&self) -> impl Iterator<Item = NaiveDate> {
                self.from.into_iter().chain(self.until)
            }
        }
    };
}

dated! {
    /// Ranges of mobile numbers.
    struct MobileRange {
        r#use: MobileUse,
        starts_with: Vec<String>,
    }
}

dated! {
    /// The kind of subject that the first two characters of a credit code stand for.
    pub struct CreditCodePrefix {
        /// Two characters.
        pub prefix: String,
        /// An id of a subject kind.
        pub subject_kind: String,
    }
}

dated! {
    /// The first six digits of a residence permit.
    pub struct ResidencePermitPrefix {
        /// Six digits.
        pub prefix: String,
        /// `hong-kong`, `macao` or `taiwan`.
        pub residents_of: String,
    }
}

dated! {
    /// Suffixes of one standing, in Unicode.
    struct DomainSuffix {
        standing: Standing,
        suffixes: Vec<String>,
    }
}

dated! {
    /// What every site's name must have.
    struct SiteName {
        chinese_characters_min: usize,
    }
}

dated! {
    /// Words that a site's name must not have.
    struct SiteNameWords {
        list: WordList,
        words: Vec<String>,
    }
}

dated! {
    /// How the pictures of papers must be made.
    pub struct Picture {
        /// File endings without the dot.
        pub formats: Vec<String>,
        /// A picture must be smaller than this many bytes.
        pub size_below_bytes: u64,
    }
}

impl Lists {
    /// Reads `rules/checks.toml`.
    ///
    /// # Errors
    /// The text is not TOML or not of this shape; the error names the line.
    pub fn from_toml(text: &str) -> Result<Lists, toml::de::Error> {
        toml::from_str(text)
    }

    /// The days on which an entry begins or ceases to hold, with repeats.
    pub fn changes(&self) -> impl Iterator<Item = NaiveDate> {
        let mobile_ranges = self.mobile_range.iter().flat_map(MobileRange::changes);
        mobile_ranges
            .chain(self.credit_code_prefix.iter().flat_map(CreditCodePrefix::changes))
            .chain(self.residence_permit_prefix.iter().flat_map(ResidencePermitPrefix::changes))
            .chain(self.domain_suffix.iter().flat_map(DomainSuffix::changes))
            .chain(self.site_name.iter().flat_map(SiteName::changes))
            .chain(self.site_name_words.iter().flat_map(SiteNameWords::changes))
            .chain(self.picture.iter().flat_map(Picture::changes))
    }

    /// What every entry says and when, whatever its source; `renamed` gives a kind of subject its present name.
    pub fn rules<'a>(&'a self, renamed: impl Fn(&str) -> String + 'a) -> impl Iterator<Item = String> + 'a {
        let codes = self.credit_code_prefix.iter().map(move |entry| {
            let subject_kind = renamed(&entry.subject_kind);
            CreditCodePrefix { subject_kind, ..entry.clone() }.rule()
        });
        self.mobile_range
            .iter()
            .map(MobileRange::rule)
            .chain(codes)
            .chain(self.residence_permit_prefix.iter().map(ResidencePermitPrefix::rule))
            .chain(self.domain_suffix.iter().map(DomainSuffix::rule))
            .chain(self.site_name.iter().map(SiteName::rule))
            .chain(self.site_name_words.iter().map(SiteNameWords::rule))
            .chain(self.picture.iter().map(Picture::rule))
    }

    /// What the lists look for in numbers, domains and names on a day, with the id of the kind that looks for it.
    pub fn entries(&self, day: NaiveDate) -> impl Iterator<Item = (&'static str, &str)> {
        let ranges = self.mobile_range.iter().filter(move |entry| entry.holds(day));
        let ranges = ranges.flat_map(|entry| &entry.starts_with);
        let codes = self.credit_code_prefix.iter().filter(move |entry| entry.holds(day));
        let permits = self.residence_permit_prefix.iter().filter(move |entry| entry.holds(day));
        let words = self.site_name_words.iter().filter(move |entry| entry.holds(day));
        ranges
            .map(|range| ("mobile", range.as_str()))
            .chain(codes.map(|entry| ("credit-code", entry.prefix.as_str())))
            .chain(permits.map(|entry| ("hmt-residence-permit", entry.prefix.as_str())))
            .chain(self.domain_suffixes(day).map(|suffix| ("domain", suffix)))
            .chain(words.flat_map(|entry| &entry.words).map(|word| ("site-name", word.as_str())))
    }

    /// Every source key that an entry names, with repeats.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        let mobile_ranges = self.mobile_range.iter().map(|entry| &entry.source);
        mobile_ranges
            .chain(self.credit_code_prefix.iter().map(|entry| &entry.source))
            .chain(self.residence_permit_prefix.iter().map(|entry| &entry.source))
            .chain(self.domain_suffix.iter().map(|entry| &entry.source))
            .chain(self.site_name.iter().map(|entry| &entry.source))
            .chain(self.site_name_words.iter().map(|entry| &entry.source))
            .chain(self.picture.iter().map(|entry| &entry.source))
            .flatten()
            .map(String::as_str)
    }

    /// What the range of a mobile number (11 digits) says of it, with the range's first digits.
    #[must_use]
    pub fn mobile_use(&self, number: &str, day: NaiveDate) -> Option<(MobileUse, &str)> {
        let ranges = self.mobile_range.iter().filter(|range| range.holds(day));
        ranges
            .flat_map(|range| range.starts_with.iter().map(|start| (range.r#use, start.as_str())))
            .find(|(_, start)| number.starts_with(start))
    }

    /// The entry for the first two characters of a credit code.
    #[must_use]
    pub fn credit_code_prefix(&self, code: &str, day: NaiveDate) -> Option<&CreditCodePrefix> {
        self.credit_code_prefix.iter().find(|entry| entry.holds(day) && code.starts_with(&entry.prefix))
    }

    /// Whether any prefix of credit codes belongs to this kind of subject.
    #[must_use]
    pub fn has_credit_code_prefix(&self, subject_kind: &str, day: NaiveDate) -> bool {
        self.credit_code_prefix.iter().any(|entry| entry.holds(day) && entry.subject_kind == subject_kind)
    }

    /// The entry for the first six digits of a residence permit.
    #[must_use]
    pub fn residence_permit_prefix(&self, number: &str, day: NaiveDate) -> Option<&ResidencePermitPrefix> {
        self.residence_permit_prefix
            .iter()
            .find(|entry| entry.holds(day) && number.starts_with(&entry.prefix))
    }

    /// The standing of a domain (in Unicode) by its longest listed suffix; `None` if the lists do not say.
    #[must_use]
    pub fn domain_standing(&self, domain: &str, day: NaiveDate) -> Option<Standing> {
        let entries = self.domain_suffix.iter().filter(|entry| entry.holds(day));
        entries
            .flat_map(|entry| entry.suffixes.iter().map(|suffix| (suffix.len(), suffix, entry.standing)))
            .filter(|(_, suffix, _)| {
                domain
                    .strip_suffix(suffix.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
            })
            .max_by_key(|(length, ..)| *length)
            .map(|(.., standing)| standing)
    }

    /// The suffixes that the lists know of on a day.
    pub fn domain_suffixes(&self, day: NaiveDate) -> impl Iterator<Item = &str> {
        let entries = self.domain_suffix.iter().filter(move |entry| entry.holds(day));
        entries.flat_map(|entry| entry.suffixes.iter().map(String::as_str))
    }

    /// How many Chinese characters a site's name needs at least.
    #[must_use]
    pub fn site_name_characters_min(&self, day: NaiveDate) -> usize {
        self.site_name.iter().find(|entry| entry.holds(day)).map_or(0, |entry| entry.chinese_characters_min)
    }

    /// The words of one list that hold on that day.
    pub fn site_name_words(&self, list: WordList, day: NaiveDate) -> impl Iterator<Item = ListedWord<'_>> {
        self.site_name_words
            .iter()
            .filter(move |entry| entry.list == list && entry.holds(day))
            .flat_map(|entry| entry.words.iter().map(|word| ListedWord { word, source: &entry.source }))
    }

    /// How pictures of papers must be made on that day.
    #[must_use]
    pub fn picture(&self, day: NaiveDate) -> Option<&Picture> {
        self.picture.iter().find(|entry| entry.holds(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists() -> Lists {
        Lists::from_toml(include_str!("../../dialogues/rules/checks.toml")).expect("the shipped lists load")
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date of this test")
    }

    #[test]
    fn a_suffix_is_judged_by_the_day() {
        let lists = lists();
        assert_eq!(lists.domain_standing("example.cc", day("2019-09-16")), Some(Standing::NotApproved));
        assert_eq!(lists.domain_standing("example.cc", day("2026-03-01")), Some(Standing::Approved));
        assert_eq!(lists.domain_standing("example.gov.cn", day("2026-03-01")), Some(Standing::Government));
        assert_eq!(lists.domain_standing("example.com.cn", day("2026-03-01")), Some(Standing::Approved));
        assert_eq!(lists.domain_standing("example.notcn", day("2026-03-01")), None);
    }

    #[test]
    fn pictures_are_smaller_than_four_mebibytes() {
        let lists = lists();
        let picture = lists.picture(day("2019-09-16")).expect("2019 has a rule");
        assert_eq!(picture.size_below_bytes, 4 * 1024 * 1024);
        assert!(picture.formats.iter().any(|format| format == "jpg"));
    }

    #[test]
    fn every_source_is_known() {
        let sources: toml::Table =
            toml::from_str(include_str!("../../dialogues/rules/sources.toml")).expect("the sources load");
        let known = sources["source"].as_table().expect("a table of sources");
        let lists = lists();
        for key in lists.sources() {
            assert!(known.contains_key(key), "{key}");
        }
    }
}
