//! What a message tells of a filing: in its writer's own words, or in a block pasted from elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;
use serde::{Deserialize, Serialize};

use super::normal::{is_han, normal};
use super::words::{Entities, Entity};
use crate::personal::Personal;

/// Something told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tell {
    /// The fields that it may answer, by id: the one that is asked first takes it.
    pub fields: Vec<String>,
    /// The id of an option, or a text as it was written.
    pub value: Personal,
}

/// A name before a value.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Label {
    fields: Vec<String>,
    /// The value may hold commas: it goes on to the end of the line.
    #[serde(default, rename = "is-line")]
    is_line: bool,
    /// The value follows at once, with nothing between.
    #[serde(default, rename = "is-joined")]
    is_joined: bool,
    words: Vec<String>,
}

/// Whose values follow.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    /// With what the ids of the fields begin.
    fields: String,
    words: Vec<String>,
}

/// A value that is known by its form.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    pattern: String,
    fields: Vec<String>,
}

/// A value that is named.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    entity: Entity,
    field: String,
}

/// Words that stand for an option.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Meant {
    field: String,
    option: String,
    words: Vec<String>,
}

/// The file as it is written.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TellFile {
    /// What stands between a name and its value.
    #[serde(default)]
    separators: Vec<String>,
    /// What stands between a person and the name of a value.
    #[serde(default)]
    joins: Vec<String>,
    /// What may stand before the name of a value.
    #[serde(default)]
    leads: Vec<String>,
    /// What makes a part of a sentence doubtful.
    #[serde(default)]
    doubts: Vec<String>,
    #[serde(default)]
    label: Vec<Label>,
    #[serde(default)]
    person: Vec<Person>,
    #[serde(default)]
    form: Vec<Form>,
    #[serde(default)]
    named: Vec<Named>,
    #[serde(default)]
    option: Vec<Meant>,
}

/// How what is told is known.
#[derive(Default)]
pub struct Tells {
    separators: Vec<String>,
    joins: Vec<String>,
    leads: Vec<String>,
    doubts: Vec<String>,
    /// Names before values, the longest first, with the numbers of their fields.
    labels: Vec<(String, usize)>,
    label_fields: Vec<Vec<String>>,
    /// The labels whose values go on to the end of the line, by number.
    of_lines: BTreeSet<usize>,
    /// The labels that their values follow at once, by number.
    joined: BTreeSet<usize>,
    persons: Vec<Person>,
    forms: Vec<(Regex, Vec<String>)>,
    named: Vec<Named>,
    options: Vec<Meant>,
}

/// What parts the values of one line: commas, semicolons and stops of both scripts.
const PARTS: [char; 6] = ['\u{ff0c}', ',', '\u{ff1b}', ';', '\u{3002}', '\u{3001}'];
/// What stands before a line of a list.
const BULLETS: [char; 12] =
    ['-', '*', '\u{2022}', '\u{b7}', '.', '\u{3001}', ')', '\u{ff09}', '(', '\u{ff08}', ' ', '\u{3000}'];

/// So few letters beside a value say nothing of it.
const BESIDE_LETTERS_MAX: usize = 3;

impl Tells {
    /// Makes the file ready; the error is a pattern that cannot be read.
    pub(super) fn new(file: TellFile) -> Result<Self, regex::Error> {
        let TellFile { separators, joins, leads, doubts, label, person, form, named, option } = file;
        let mut labels: Vec<(String, usize)> = Vec::new();
        for (number, label) in label.iter().enumerate() {
            labels.extend(label.words.iter().map(|word| (word.to_lowercase(), number)));
        }
        labels.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
        let forms = form.into_iter().map(|form| Ok((Regex::new(&form.pattern)?, form.fields)));
        Ok(Self {
            separators,
            joins,
            leads,
            doubts,
            labels,
            of_lines: label.iter().zip(0..).filter(|(label, _)| label.is_line).map(|(_, at)| at).collect(),
            joined: label.iter().zip(0..).filter(|(label, _)| label.is_joined).map(|(_, at)| at).collect(),
            label_fields: label.into_iter().map(|label| label.fields).collect(),
            persons: person,
            forms: forms.collect::<Result<_, regex::Error>>()?,
            named,
            options: option,
        })
    }

    /// With what the ids of each person's fields begin, and the words for them.
    pub(super) fn persons(&self) -> Vec<(String, Vec<String>)> {
        self.persons.iter().map(|person| (person.fields.clone(), person.words.clone())).collect()
    }

    /// Every field that something may be told of.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &str> {
        let lists = self.label_fields.iter().chain(self.forms.iter().map(|(_, fields)| fields)).flatten();
        let named = self.named.iter().map(|named| &named.field);
        lists.chain(named).chain(self.options.iter().map(|meant| &meant.field)).map(String::as_str)
    }

    /// What a message tells, each field once; `named` are the values that it names and no other of their kind.
    pub(super) fn told(&self, message: &str, named: &Entities) -> Vec<Tell> {
        let mut told: Vec<Tell> = Vec::new();
        let mut rest = String::new();
        let mut person = None;
        for line in message.lines() {
            for part in self.parts(line) {
                person = self.person(part).or(person);
                match self.labelled(part) {
                    Some((label, value)) => told.push(Tell {
                        fields: self.of_person(&self.label_fields[label], person),
                        value: Personal::from(value),
                    }),
                    None if self.is_doubtful(part) => {}
                    None => rest.push_str(part),
                }
                rest.push('\n');
            }
        }
        // Where two persons are spoken of, a number without a name is nobody's.
        let is_alone = !self.persons.iter().skip(1).any(|person| names(message, &person.words));
        let nobodys = |fields: &[String]| {
            let first = self.persons.first();
            first.is_some_and(|person| fields.iter().any(|field| field.starts_with(&person.fields)))
        };
        for (pattern, fields) in &self.forms {
            let found: BTreeSet<&str> = pattern.find_iter(&rest).map(|found| found.as_str()).collect();
            let found: Vec<String> = found.into_iter().map(str::to_owned).collect();
            if let [only] = found.as_slice()
                && (is_alone || !nobodys(fields))
            {
                told.push(Tell { fields: fields.clone(), value: Personal::from(only.as_str()) });
            }
            rest = pattern.replace_all(&rest, "\n").into_owned();
        }
        for of in &self.named {
            if let Some(value) = named.get(&of.entity) {
                told.push(Tell { fields: vec![of.field.clone()], value: Personal::from(value.as_str()) });
            }
        }
        told.extend(self.meant(message));
        // What is told twice and differently is not sure.
        let mut by_field: BTreeMap<&str, BTreeSet<&Personal>> = BTreeMap::new();
        for tell in &told {
            by_field.entry(tell.fields[0].as_str()).or_default().insert(&tell.value);
        }
        let sure = |tell: &&Tell| by_field[tell.fields[0].as_str()].len() == 1;
        let mut sure: Vec<Tell> = told.iter().filter(sure).cloned().collect();
        let mut seen = BTreeSet::new();
        sure.retain(|tell| seen.insert(tell.fields[0].clone()));
        sure
    }

    /// The value that a sentence holds for a field, by the name before it or by its form, where it holds only one of the form and
    /// says more than that; `passes`: it can be the field's value, which of prose says nothing.
    pub(crate) fn inside(
        &self,
        message: &str,
        field: &str,
        is_prose: bool,
        passes: impl Fn(&str) -> bool,
    ) -> Option<String> {
        let owner = |id: &str| self.persons.iter().position(|person| id.starts_with(&person.fields));
        let ending = |id: &str| owner(id).map(|number| id[self.persons[number].fields.len()..].to_owned());
        // Of another person where one is named, it is not this one's.
        let is_theirs = |part: &str| self.person(part).is_none_or(|person| owner(field) == Some(person));
        let is_of_field = |id: &String| *id == field || (ending(id).is_some() && ending(id) == ending(field));
        let of_label = |label: usize| self.label_fields[label].iter().any(is_of_field);
        let mut found: Vec<String> = Vec::new();
        let mut rest = String::new();
        for part in message.lines().flat_map(|line| self.parts(line)) {
            if self.is_doubtful(part) || !is_theirs(part) {
                return None;
            }
            match self.labelled(part) {
                Some((label, value)) if of_label(label) && passes(value) => found.push(value.to_owned()),
                // What is named as something else is not this.
                Some((label, _)) if !of_label(label) => {}
                Some(_) | None => rest.push_str(part),
            }
            rest.push('\n');
        }
        for (pattern, fields) in &self.forms {
            let mut values: Vec<&str> = Vec::new();
            let mut are_meant = true;
            for value in pattern.find_iter(&rest).filter(|value| passes(value.as_str())) {
                values.push(value.as_str());
                let (before, behind) = (&rest[..value.start()], &rest[value.end()..]);
                are_meant &= self.is_introduced(before, &of_label) || is_alone(before, behind);
            }
            if !values.is_empty() && (!is_prose || fields.iter().any(is_of_field)) {
                match values.as_slice() {
                    [only] if are_meant => found.push((*only).to_owned()),
                    _ => return None,
                }
            }
            // What is part of a longer form is none of its own.
            rest = pattern.replace_all(&rest, "\n").into_owned();
        }
        match found.as_slice() {
            [only] if only != message.trim() => Some(only.clone()),
            _ => None,
        }
    }

    /// Whether what stands before a value names it: a label, perhaps with a separator behind.
    fn is_introduced(&self, before: &str, of_label: &impl Fn(usize) -> bool) -> bool {
        let before = before.trim_end().to_lowercase();
        let separators = self.separators.iter().map(|separator| separator.trim_end());
        let without = separators.filter_map(|separator| before.strip_suffix(separator)).map(str::trim_end);
        std::iter::once(before.as_str()).chain(without).any(|before| {
            self.labels.iter().any(|(word, label)| of_label(*label) && before.ends_with(word.as_str()))
        })
    }

    /// The parts of a line: all of it where one value fills it.
    fn parts<'l>(&self, line: &'l str) -> Vec<&'l str> {
        let parts: Vec<&str> = line.split(PARTS).collect();
        let mut labelled = parts.iter().map(|part| self.labelled(part));
        let is_line = labelled.next().flatten().is_some_and(|(label, _)| self.of_lines.contains(&label));
        if is_line && labelled.all(|labelled| labelled.is_none()) { vec![line] } else { parts }
    }

    /// The label that a part begins with, and the value behind it.
    fn labelled<'p>(&self, part: &'p str) -> Option<(usize, &'p str)> {
        let part = part.trim_start_matches(|char: char| BULLETS.contains(&char) || char.is_ascii_digit());
        let lower = part.to_lowercase();
        // Where lower case is of another length, places in it are none in the part.
        if lower.len() != part.len() {
            return None;
        }
        // Somebody's: `网站负责人手机：…`, `法人的邮箱：…`.
        let of_somebody = self.persons.iter().flat_map(|person| &person.words);
        let skipped = of_somebody.filter(|word| lower.starts_with(word.to_lowercase().as_str()));
        let skipped = skipped.map(String::len).max().unwrap_or(0);
        let after = lower.get(skipped..).unwrap_or_default();
        let joined = self.joins.iter().find_map(|join| after.strip_prefix(join.as_str()));
        let after = joined.unwrap_or(after);
        let mine = self.leads.iter().find_map(|lead| lower.strip_prefix(lead.as_str()));
        let mine = mine.filter(|_| !self.is_doubtful(part)).unwrap_or(after);
        [lower.as_str(), after, mine].into_iter().find_map(|text| {
            let (word, label) = self.labels.iter().find(|(word, _)| text.starts_with(word.as_str()))?;
            let behind = &text[word.len()..];
            if self.joined.contains(label) {
                let value = part.get(part.len() - behind.len()..)?.trim();
                return (!value.is_empty()).then_some((*label, value));
            }
            let stands = |separator: &&String| {
                behind.starts_with(separator.as_str()) || behind.trim_start().starts_with(separator.as_str())
            };
            let separator = self.separators.iter().find(stands)?;
            let value = behind.trim_start().len() - separator.trim_start().len();
            let value = part.get(part.len() - value..)?.trim();
            (!value.is_empty()).then_some((*label, value))
        })
    }

    /// The person that a part names, by the longest word.
    fn person(&self, part: &str) -> Option<usize> {
        let part = part.to_lowercase();
        let words =
            self.persons.iter().zip(0..).flat_map(|(person, number)| {
                person.words.iter().map(move |word| (word.to_lowercase(), number))
            });
        let found = words.filter(|(word, _)| part.contains(word.as_str()));
        found.max_by_key(|(word, _)| word.len()).map(|(_, number)| number)
    }

    /// The fields of the person spoken of; of nobody in particular, those that are not of a person named later.
    fn of_person(&self, fields: &[String], person: Option<usize>) -> Vec<String> {
        let of = |number: usize, field: &String| field.starts_with(&self.persons[number].fields);
        let own: Vec<String> = person
            .map(|number| fields.iter().filter(|field| of(number, field)).cloned().collect())
            .unwrap_or_default();
        if !own.is_empty() {
            return own;
        }
        let others = 1..self.persons.len();
        let kept: Vec<String> =
            fields.iter().filter(|field| !others.clone().any(|number| of(number, field))).cloned().collect();
        if kept.is_empty() { fields.to_vec() } else { kept }
    }

    /// The options that words stand for, of each field the only one.
    fn meant(&self, message: &str) -> Vec<Tell> {
        let text = format!(" {} ", normal(&self.sure(message)));
        let mut by_field: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for meant in &self.options {
            if meant.words.iter().any(|word| says(&text, &normal(word))) {
                by_field.entry(&meant.field).or_default().insert(&meant.option);
            }
        }
        let only = by_field.into_iter().filter(|(_, options)| options.len() == 1);
        let told = only.flat_map(|(field, options)| options.into_iter().map(move |option| (field, option)));
        told.map(|(field, option)| Tell { fields: vec![field.to_owned()], value: Personal::from(option) })
            .collect()
    }

    /// Whether a part of a sentence denies, or speaks of somebody else.
    fn is_doubtful(&self, part: &str) -> bool {
        let part = format!(" {} ", normal(part));
        self.doubts.iter().any(|doubt| part.contains(doubt.as_str()))
    }

    /// What of a message is not doubtful.
    pub(super) fn sure(&self, message: &str) -> String {
        let parts = message.lines().flat_map(|line| line.split(PARTS));
        parts.filter(|part| !self.is_doubtful(part)).collect::<Vec<_>>().join("\n")
    }
}

/// Whether so little stands beside a value that it is hardly more than the value: "it's …", "是 … 这个".
fn is_alone(before: &str, behind: &str) -> bool {
    let letters = before.chars().chain(behind.chars()).filter(|char| char.is_alphanumeric()).count();
    letters <= BESIDE_LETTERS_MAX
}

/// Whether a message has one of some words.
fn names(message: &str, words: &[String]) -> bool {
    let message = message.to_lowercase();
    words.iter().any(|word| message.contains(&word.to_lowercase()))
}

/// Whether a normal text says a word, as a whole one.
fn says(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let (before, behind) = (&text[..at], &text[at + word.len()..]);
        let parted = |char: Option<char>| char.is_none_or(|char| !char.is_alphanumeric() || is_han(char));
        !word.is_ascii() || (parted(before.chars().next_back()) && parted(behind.chars().next()))
    })
}
