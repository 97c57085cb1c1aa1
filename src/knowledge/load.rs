//! The knowledge as it stands in the dialogue files.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::normal::normal;
use super::notices::Notices;
use super::reader::Reader;
use super::spelled::{Speller, is_pinyin};
use super::tells::{Tell, TellFile, Tells};
use super::words::{Concept, Entity, Names, Words};
use crate::content::{Fault, Language, Spot, toml_fault};
use crate::rules::Provinces;

/// The file that lists the topics, in the order of menus.
const TOPICS: &str = "knowledge/topics.toml";
/// The file that lists the words of trades, regions and subjects.
const WORDS: &str = "knowledge/words.toml";
/// The file that lists the concepts.
const CONCEPTS: &str = "knowledge/concepts.toml";
/// The file that says how what is told of a filing is known.
pub(crate) const TELLS: &str = "knowledge/tells.toml";
/// The file that says how notices of rejection are read.
pub(crate) const NOTICES: &str = "knowledge/notices.toml";
/// The folder of the phrasings, by language.
const ASKED: &str = "knowledge/asked/";

/// Classes of what is no topic: such messages are handed over, or refused.
pub(super) const OUTSIDE: &str = "not.outside";
/// What is refused, and said why.
pub(super) const REFUSED: [&str; 3] = ["not.forging", "not.dodging", "not.injection"];

/// One piece of knowledge.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Topic {
    /// Its id: a contract.
    pub id: String,
    /// What the answer depends on.
    pub entity: Option<Entity>,
    /// Source keys, the most important first; what the bot says of itself has none.
    #[serde(default)]
    pub source: Vec<String>,
    /// The topics of the local rules that belong to it: told where a province is named.
    #[serde(default)]
    pub shows: Vec<String>,
    /// Topics that are often asked for next.
    #[serde(default)]
    pub next: Vec<String>,
    /// The field of the flow at which it helps.
    pub field: Option<String>,
    /// Where it is declared.
    #[serde(skip)]
    pub spot: Spot,
}

impl Topic {
    /// The text that answers it.
    #[must_use]
    pub fn text(&self) -> String {
        format!("answer-{}", self.id.replace('.', "-"))
    }

    /// The group that it belongs to in menus.
    #[must_use]
    pub fn group(&self) -> &str {
        self.id.split('.').next().unwrap_or(&self.id)
    }
}

/// The ways in which people ask for one topic.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrasings {
    id: String,
    asked: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct TopicFile {
    #[serde(rename = "checked-on")]
    _checked_on: String,
    #[serde(default)]
    topic: Vec<Topic>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WordFile {
    #[serde(default)]
    goes_on: Vec<String>,
    #[serde(default)]
    points: Vec<String>,
    /// How one says which of a list is meant: words for the first, for the second …
    #[serde(default)]
    ordinals: Vec<Vec<String>>,
    #[serde(default)]
    anchors: Vec<String>,
    /// Words for a server, near which its region stands.
    #[serde(default)]
    servers: Vec<String>,
    /// Concepts that tell what was filed before.
    #[serde(default)]
    cases: Vec<String>,
    /// Concepts that stand in what is to be refused.
    #[serde(default)]
    suspects: Vec<String>,
    #[serde(default)]
    names: Vec<Names>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConceptFile {
    #[serde(default)]
    concept: Vec<Concept>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AskedFile {
    #[serde(default)]
    topic: Vec<Phrasings>,
}

/// Everything that the bot knows beside the flow; without topics it knows nothing, and says so.
pub struct Knowledge {
    /// The topics, in the order of menus.
    pub topics: Vec<Topic>,
    /// By class: first the topics, then what is no topic.
    pub(super) classes: Vec<String>,
    /// Phrasings with the numbers of their classes.
    pub(super) phrasings: Vec<(usize, String)>,
    pub(super) words: Words,
    /// Words with which a short message goes on with what was asked before.
    pub(super) goes_on: Vec<String>,
    /// Words that point back to what was asked before.
    pub(super) points: Vec<String>,
    /// Words for the first of a list, for the second and so on, as normal texts.
    ordinals: Vec<Vec<String>>,
    /// How what is told of a filing is known.
    pub(crate) tells: Tells,
    /// How notices of rejection are read; none: a pattern of theirs cannot be.
    pub notices: Option<Notices>,
    reader: OnceLock<Reader>,
    speller: OnceLock<Speller>,
}

impl Knowledge {
    /// Reads what the files say, adding what is wrong to `faults`. Dialogues without a topic file know nothing.
    pub(crate) fn load(files: &BTreeMap<String, String>, faults: &mut Vec<Fault>) -> Self {
        let mut topics = parse::<TopicFile>(files, TOPICS, faults).map_or_else(Vec::new, |file| file.topic);
        for topic in &mut topics {
            topic.spot = line_of(files, TOPICS, &topic.id);
        }
        let WordFile { goes_on, points, ordinals, anchors, servers, cases, suspects, names } =
            parse(files, WORDS, faults).unwrap_or_default();
        let concepts =
            parse::<ConceptFile>(files, CONCEPTS, faults).map_or_else(Vec::new, |file| file.concept);
        let tells = Tells::new(parse::<TellFile>(files, TELLS, faults).unwrap_or_default());
        let tells = tells.unwrap_or_else(|error| {
            faults.push(Spot::of(TELLS, 0).fault(format!("a pattern cannot be read: {error}")));
            Tells::default()
        });
        let notices = parse(files, NOTICES, faults).unwrap_or_default();
        let notices = Notices::new(notices, tells.persons());
        let notices = notices.map_err(|error| {
            faults.push(Spot::of(NOTICES, 0).fault(format!("a pattern cannot be read: {error}")));
        });
        let mut classes: Vec<String> = topics.iter().map(|topic| topic.id.clone()).collect();
        if !topics.is_empty() {
            classes.extend([OUTSIDE].into_iter().chain(REFUSED).map(str::to_owned));
        }
        let (mut phrasings, mut spoken) = (Vec::new(), BTreeSet::new());
        for file in files.keys().filter(|file| file.starts_with(ASKED)) {
            let Some(asked) = parse::<AskedFile>(files, file, faults) else { continue };
            for topic in asked.topic {
                if let Some(class) = classes.iter().position(|class| *class == topic.id) {
                    let language = file[ASKED.len()..].split('/').next().unwrap_or_default();
                    spoken.extend((!topic.asked.is_empty()).then_some((class, language)));
                    phrasings.extend(topic.asked.into_iter().map(|phrasing| (class, phrasing)));
                } else {
                    let what = format!("topic `{}` does not stand in {TOPICS}", topic.id);
                    faults.push(line_of(files, file, &topic.id).fault(what));
                }
            }
        }
        let knowledge = Self {
            topics,
            classes,
            phrasings,
            words: Words::new(names, concepts, &anchors, &servers, &cases, &suspects),
            goes_on,
            points,
            ordinals: ordinals.iter().map(|words| words.iter().map(|word| normal(word)).collect()).collect(),
            tells,
            notices: notices.ok(),
            reader: OnceLock::new(),
            speller: OnceLock::new(),
        };
        knowledge.check(files, &spoken, faults);
        knowledge
    }

    /// What was learnt from the phrasings; the first call learns.
    pub fn reader(&self) -> &Reader {
        self.reader.get_or_init(|| Reader::learn(self))
    }

    /// A text as it is read: in one spelling, and in characters where it is pinyin.
    pub(super) fn spelled(&self, text: &str) -> String {
        let text = normal(text);
        self.characters(&text).unwrap_or(text)
    }

    /// The language that a text is written in; pinyin is Chinese.
    #[must_use]
    pub fn language_of(&self, text: &str) -> Language {
        if self.characters(&normal(text)).is_some() { Language::ZhCn } else { Language::of(text) }
    }

    fn characters(&self, text: &str) -> Option<String> {
        if !is_pinyin(text) {
            return None;
        }
        let phrasings = || self.phrasings.iter().map(|(_, text)| normal(text));
        self.speller.get_or_init(|| Speller::learn(phrasings())).characters(text)
    }

    /// Which of a list a text says, from 1: a number, or a word for one.
    #[must_use]
    pub fn ordinal(&self, text: &str) -> Option<usize> {
        let text = normal(text);
        let text = text.trim().trim_end_matches(['.', '。', '、', ')', '!']).trim();
        let said = |words: &Vec<String>| words.iter().any(|word| word == text);
        text.parse()
            .ok()
            .or_else(|| Some(self.ordinals.iter().position(said)? + 1))
            .filter(|number| *number > 0)
    }

    /// What a message tells of a filing, each field once.
    #[must_use]
    pub fn told(&self, message: &str, provinces: &Provinces) -> Vec<Tell> {
        let sure = normal(&self.tells.sure(message));
        self.tells.told(message, &self.words.only(&sure, provinces))
    }

    /// The phrasings, each with the id of what it asks for.
    pub fn phrasings(&self) -> impl Iterator<Item = (&str, &str)> {
        self.phrasings.iter().map(|(class, text)| (self.classes[*class].as_str(), text.as_str()))
    }

    /// The number of a topic.
    #[must_use]
    pub fn topic_number(&self, id: &str) -> Option<usize> {
        self.topics.iter().position(|topic| topic.id == id)
    }

    /// A topic by its id.
    #[must_use]
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// The parts that a topic's text may have: details, and what is said instead where something is named.
    pub(crate) fn text_parts(&self, topic: &Topic) -> BTreeSet<&str> {
        let named = self.words.known().into_iter().filter(|(entity, _)| Some(*entity) == topic.entity);
        let general: &[&str] = match topic.entity {
            Some(Entity::Province) => &["in", "listed", "not-listed", "more"],
            Some(Entity::SubjectKind) => &["organisation", "more"],
            Some(Entity::Category | Entity::Type | Entity::ServerRegion) | None => &["more"],
        };
        named.map(|(_, value)| value).chain(general.iter().copied()).collect()
    }

    /// `spoken`: the classes that have phrasings, by language.
    fn check(
        &self,
        files: &BTreeMap<String, String>,
        spoken: &BTreeSet<(usize, &str)>,
        faults: &mut Vec<Fault>,
    ) {
        let mut ids = BTreeSet::new();
        for topic in &self.topics {
            let spot = &topic.spot;
            if !ids.insert(&topic.id) {
                faults.push(spot.fault(format!("topic `{}` is declared twice; expected once", topic.id)));
            }
            for next in topic.next.iter().filter(|next| self.topic_number(next).is_none()) {
                faults.push(spot.fault(format!("`next` of `{}` names no topic: `{next}`", topic.id)));
            }
            if topic.source.is_empty() && topic.group() != "bot" {
                faults.push(spot.fault(format!(
                    "topic `{}` names no source; expected keys of rules/sources.toml",
                    topic.id
                )));
            }
        }
        for (class, id) in self.classes.iter().enumerate() {
            for language in Language::ALL.map(Language::id) {
                if !spoken.contains(&(class, language)) {
                    let what = format!(
                        "nobody asks for `{id}` in {language}; expected phrasings in {ASKED}{language}/*.toml"
                    );
                    faults.push(line_of(files, TOPICS, id).fault(what));
                }
            }
        }
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for (class, phrasing) in &self.phrasings {
            if let Some(other) = seen.insert(phrasing, *class)
                && other != *class
            {
                let (one, other) = (&self.classes[*class], &self.classes[other]);
                let what = format!("`{phrasing}` asks for `{one}` and for `{other}`; expected one topic");
                faults.push(asked_at(files, phrasing).fault(what));
            }
        }
    }
}

/// A file that may be missing.
fn parse<'f, T: serde::Deserialize<'f>>(
    files: &'f BTreeMap<String, String>,
    file: &str,
    faults: &mut Vec<Fault>,
) -> Option<T> {
    let text = files.get(file)?;
    toml::from_str(text).map_err(|error| faults.push(toml_fault(file, text, &error))).ok()
}

/// The line on which a phrasing stands, the last one.
fn asked_at(files: &BTreeMap<String, String>, phrasing: &str) -> Spot {
    let quoted = format!("\"{phrasing}\"");
    let asked = files.iter().filter(|(file, _)| file.starts_with(ASKED));
    let lines =
        asked.flat_map(|(file, text)| (1..).zip(text.lines()).map(move |(line, text)| (file, line, text)));
    let found = lines.filter(|(.., text)| text.contains(&quoted)).last();
    found.map_or_else(|| Spot::of(TOPICS, 0), |(file, line, _)| Spot::of(file, line))
}

/// The line on which an id is declared.
fn line_of(files: &BTreeMap<String, String>, file: &str, id: &str) -> Spot {
    let declares = format!("id = \"{id}\"");
    let lines = files.get(file).into_iter().flat_map(|text| text.lines());
    let line = lines.zip(1..).find(|(line, _)| line.trim() == declares).map_or(0, |(_, line)| line);
    Spot::of(file, line)
}
