//! Notices of rejection: which fields they name, in the words of officials.

use std::collections::BTreeSet;

use aho_corasick::MatchKind;
use regex::Regex;
use serde::Deserialize;

use super::normal::normal;
use super::words::{Lexicon, stemmed};

/// Stands in an id for each pre-approval category.
const CATEGORY: &str = "CATEGORY";
/// Stands in an id for its end.
const NAME: &str = "NAME";

/// Words that name fields.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Notice {
    fields: Vec<String>,
    words: Vec<String>,
}

/// What stands in for a field that cannot be asked again.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Instead {
    field: String,
    by: Vec<String>,
}

/// The file as it is written.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct NoticeFile {
    #[serde(rename = "checked-on", default)]
    _checked_on: String,
    /// What begins a new item.
    #[serde(default)]
    item: String,
    /// Words that make a text a notice.
    #[serde(default)]
    says: Vec<String>,
    /// The options that such a notice chooses.
    #[serde(default)]
    outcomes: Vec<String>,
    #[serde(default)]
    notice: Vec<Notice>,
    #[serde(default)]
    instead: Vec<Instead>,
}

/// How notices are read.
pub struct Notices {
    item: Regex,
    says: Lexicon,
    /// The ids of options that say that a filing came back.
    pub(crate) outcomes: Vec<String>,
    fields: Vec<Vec<String>>,
    words: Lexicon,
    /// With what the ids of a person's fields begin, and the words for that person.
    persons: Vec<String>,
    by_person: Lexicon,
    instead: Vec<Instead>,
}

impl Notices {
    /// Makes the file ready; `persons`: with what the ids of somebody's fields begin, and the words for them. The error is a
    /// pattern that cannot be read.
    pub(super) fn new(file: NoticeFile, persons: Vec<(String, Vec<String>)>) -> Result<Self, regex::Error> {
        let NoticeFile { item, says, outcomes, notice, instead, .. } = file;
        // An empty pattern would part everything.
        let item = Regex::new(if item.is_empty() { "\n" } else { &item })?;
        let of_notice = notice.iter().map(|notice| notice.words.as_slice());
        let of_person = persons.iter().map(|(_, words)| words.as_slice());
        Ok(Self {
            item,
            says: Lexicon::new(std::iter::once(says.as_slice()), MatchKind::Standard),
            outcomes,
            words: Lexicon::new(of_notice, MatchKind::LeftmostLongest),
            by_person: Lexicon::new(of_person, MatchKind::LeftmostLongest),
            fields: notice.into_iter().map(|notice| notice.fields).collect(),
            persons: persons.into_iter().map(|(fields, _)| fields).collect(),
            instead,
        })
    }

    /// The ids, or patterns of some, that stand in the file and mean none of these fields.
    pub(crate) fn unknown(&self, fields: &[&str]) -> BTreeSet<&str> {
        let instead = self.instead.iter().flat_map(|instead| instead.by.iter().chain([&instead.field]));
        let all = self.fields.iter().flatten().chain(instead).map(String::as_str);
        let is_known = |pattern: &str| match pattern.strip_suffix(NAME) {
            Some(head) => fields.iter().any(|id| id.starts_with(head)),
            None => fields.iter().any(|id| is_of(pattern, id)),
        };
        all.filter(|pattern| !is_known(pattern)).collect()
    }

    /// Whether a text says that something came back.
    #[must_use]
    pub fn is_notice(&self, text: &str) -> bool {
        !self.says.found(&stemmed(&normal(text)), false).is_empty()
    }

    /// Which of some fields, by their ids, a notice names.
    #[must_use]
    pub fn named(&self, text: &str, fields: &[String]) -> BTreeSet<String> {
        let items = self.item.split(text).map(|item| stemmed(&normal(item)));
        let patterns: BTreeSet<&str> = items.flat_map(|item| self.of_item(&item)).collect();
        let mut named = BTreeSet::new();
        for pattern in patterns {
            let of_pattern: Vec<&String> = fields.iter().filter(|id| is_of(pattern, id)).collect();
            named.extend(of_pattern.iter().map(|id| (*id).clone()));
            if of_pattern.is_empty() {
                named.extend(self.stands_in(pattern, fields));
            }
        }
        named
    }

    fn of_item(&self, item: &str) -> BTreeSet<&str> {
        let persons = self.by_person.ranges(item);
        let mut found = BTreeSet::new();
        for (owner, range) in self.words.ranges(item) {
            let fields = &self.fields[owner];
            let names_somebody = persons.iter().any(|(_, at)| at.start < range.end && range.start < at.end);
            let before = persons.iter().rev().find(|(_, at)| at.end <= range.start);
            let theirs: Vec<&str> = match before {
                Some((person, _)) if !names_somebody && fields.len() > 1 => fields
                    .iter()
                    .map(String::as_str)
                    .filter(|id| is_theirs(&self.persons[*person], id))
                    .collect(),
                Some(_) | None => Vec::new(),
            };
            if theirs.is_empty() {
                found.extend(fields.iter().map(String::as_str));
            } else {
                found.extend(theirs);
            }
        }
        found
    }

    /// What stands in for a field that is none of those.
    fn stands_in(&self, field: &str, fields: &[String]) -> Vec<String> {
        let end_of = |instead: &Instead| match instead.field.strip_suffix(NAME) {
            Some(head) => field.strip_prefix(head).map(str::to_owned),
            None => (instead.field == field).then(String::new),
        };
        let of = |pattern: &str| fields.iter().filter(|id| is_of(pattern, id)).cloned().collect::<Vec<_>>();
        let found = self.instead.iter().find_map(|instead| {
            let end = end_of(instead)?;
            instead.by.iter().map(|by| of(&by.replace(NAME, &end))).find(|found| !found.is_empty())
        });
        found.unwrap_or_default()
    }
}

/// Whether a field is the one named, or one of the categories that the name leaves open.
fn is_of(pattern: &str, id: &str) -> bool {
    match pattern.split_once(CATEGORY) {
        Some((head, tail)) => id.strip_prefix(head).is_some_and(|rest| rest.ends_with(tail)),
        None => pattern == id,
    }
}

/// Whether a field is somebody's: by its own id, or by that of a paper of theirs.
fn is_theirs(person: &str, id: &str) -> bool {
    let of_paper = format!("paper.{}-", person.trim_end_matches('.'));
    id.starts_with(person) || id.starts_with(&of_paper)
}
