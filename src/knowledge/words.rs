//! What a message names: a province, a trade that needs an approval, a kind of subject, where the server stands.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};
use pinyin::{Pinyin, ToPinyin};
use serde::{Deserialize, Serialize};

use super::features::{Run, joined, runs, stems};
use super::normal::normal;
use crate::rules::{Found, Provinces};

/// The region whose servers need a filing.
const MAINLAND: &str = "mainland";

/// What a business is named that falls under no category.
pub(super) const NO_CATEGORY: &str = "none";

/// What an answer may depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entity {
    /// A province, by its two-digit code.
    Province,
    /// A pre-approval category.
    Category,
    /// A filing type.
    Type,
    /// A kind of subject, by the option of that field.
    SubjectKind,
    /// `mainland` or `outside`.
    ServerRegion,
}

/// What a message names, one value of each.
pub type Entities = BTreeMap<Entity, String>;

/// Names of one value, as `knowledge/words.toml` lists them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Names {
    pub(super) entity: Entity,
    pub(super) value: String,
    pub(super) words: Vec<String>,
}

/// A notion that many words stand for, as `knowledge/concepts.toml` lists it: it tells topics apart.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Concept {
    pub(super) id: String,
    pub(super) words: Vec<String>,
}

/// Words by what they stand for, ready to be looked for.
pub(super) struct Lexicon {
    /// By pattern: the number of its owner.
    owners: Vec<usize>,
    finder: Option<AhoCorasick>,
}

impl Lexicon {
    pub(super) fn new<'w>(words: impl Iterator<Item = &'w [String]>, kind: MatchKind) -> Self {
        let (mut patterns, mut owners) = (Vec::new(), Vec::new());
        for (number, words) in words.enumerate() {
            for word in words {
                let pattern = stemmed(&normal(word));
                if !pattern.trim().is_empty() {
                    patterns.push(pattern);
                    owners.push(number);
                }
            }
        }
        Self { owners, finder: AhoCorasick::builder().match_kind(kind).build(&patterns).ok() }
    }

    /// The owners of the words in a stemmed text, each with how many characters of it are theirs.
    pub(super) fn found(&self, stemmed: &str, overlapping: bool) -> BTreeMap<usize, usize> {
        let mut found = BTreeMap::new();
        let mut add = |at: aho_corasick::Match| {
            let len = stemmed[at.range()].chars().count();
            *found.entry(self.owners[at.pattern().as_usize()]).or_default() += len;
        };
        match &self.finder {
            Some(finder) if overlapping => finder.find_overlapping_iter(stemmed).for_each(&mut add),
            Some(finder) => finder.find_iter(stemmed).for_each(&mut add),
            None => {}
        }
        found
    }

    /// The owners of the words in a stemmed text, each once, in order.
    fn owners(&self, stemmed: &str, overlapping: bool) -> Vec<usize> {
        let of = |at: aho_corasick::Match| self.owners[at.pattern().as_usize()];
        let mut owners: Vec<usize> = match &self.finder {
            Some(finder) if overlapping => finder.find_overlapping_iter(stemmed).map(of).collect(),
            Some(finder) => finder.find_iter(stemmed).map(of).collect(),
            None => Vec::new(),
        };
        owners.sort_unstable();
        owners.dedup();
        owners
    }

    /// Where the words stand in a stemmed text, each with its owner.
    pub(super) fn ranges(&self, stemmed: &str) -> Vec<(usize, Range<usize>)> {
        let found = self.finder.iter().flat_map(|finder| finder.find_iter(stemmed));
        found.map(|at| (self.owners[at.pattern().as_usize()], at.range())).collect()
    }
}

/// All names and concepts.
pub(super) struct Words {
    names: Vec<Names>,
    concepts: Vec<Concept>,
    /// One entity's words do not hide another's.
    by_name: Vec<(Entity, Vec<usize>, Lexicon)>,
    by_concept: Lexicon,
    anchors: Lexicon,
    /// Words for a server.
    servers: Lexicon,
    /// Concepts that tell what was filed before, by number.
    cases: BTreeSet<usize>,
    /// Concepts that stand in what is to be refused, by number.
    suspects: BTreeSet<usize>,
    /// The names of provinces and cities that mean one province only, built when first needed.
    by_place: OnceLock<(Vec<String>, Lexicon)>,
    misspelt: OnceLock<Misspelt>,
}

impl Words {
    pub(super) fn new(
        names: Vec<Names>,
        concepts: Vec<Concept>,
        anchors: &[String],
        servers: &[String],
        cases: &[String],
        suspects: &[String],
    ) -> Self {
        let entities: BTreeSet<Entity> = names.iter().map(|names| names.entity).collect();
        let of_entity = |entity: Entity| {
            let numbers: Vec<usize> =
                (0..names.len()).filter(|number| names[*number].entity == entity).collect();
            let words = numbers.iter().map(|number| names[*number].words.as_slice());
            let lexicon = Lexicon::new(words, MatchKind::LeftmostLongest);
            (entity, numbers, lexicon)
        };
        let by_name = entities.into_iter().map(of_entity).collect();
        let words = concepts.iter().map(|concept| concept.words.as_slice());
        let by_concept = Lexicon::new(words, MatchKind::Standard);
        let anchors = Lexicon::new(std::iter::once(anchors), MatchKind::Standard);
        let servers = Lexicon::new(std::iter::once(servers), MatchKind::LeftmostLongest);
        let among = |ids: &[String]| {
            (0..concepts.len()).filter(|number| ids.contains(&concepts[*number].id)).collect()
        };
        let (cases, suspects) = (among(cases), among(suspects));
        Self {
            names,
            concepts,
            by_name,
            by_concept,
            anchors,
            servers,
            cases,
            suspects,
            by_place: OnceLock::new(),
            misspelt: OnceLock::new(),
        }
    }

    /// Whether a normal text has a word of the field.
    pub(super) fn is_anchored(&self, text: &str) -> bool {
        self.anchors.finder.as_ref().is_some_and(|finder| finder.is_match(&stemmed(text)))
    }

    /// Whether a normal text tells what was filed before.
    pub(super) fn tells_case(&self, text: &str) -> bool {
        self.by_concept.found(&stemmed(text), true).keys().any(|concept| self.cases.contains(concept))
    }

    /// Whether a normal text has a word of what is to be refused.
    pub(super) fn is_suspect(&self, text: &str) -> bool {
        self.by_concept.found(&stemmed(text), true).keys().any(|concept| self.suspects.contains(concept))
    }

    /// The province that a normal text names: of several the one named most often, and where two are as often, each more
    /// than once, the one named last. Whoever compares two names each once, and asks for neither.
    fn province(&self, text: &str, provinces: &Provinces) -> Option<String> {
        let (codes, places) = self.by_place.get_or_init(|| places(provinces));
        let named = places.ranges(&stemmed(text));
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for (owner, _) in &named {
            *counts.entry(*owner).or_default() += 1;
        }
        let most = counts.values().copied().max().unwrap_or(0);
        let is_most = |owner: &usize| counts[owner] == most;
        let as_often = counts.keys().filter(|owner| is_most(owner)).count();
        if as_often == 1 || most > 1 {
            let last = named.iter().rev().find(|(owner, _)| is_most(owner));
            return last.map(|(owner, _)| codes[*owner].clone());
        }
        if as_often > 1 {
            return None;
        }
        match provinces.find(text) {
            Found::One(province, _) => Some(province.code.clone()),
            Found::Several(_) | Found::None => None,
        }
    }

    /// The province that a normal text names with a slip of the pen: characters of the same sound, a letter too many or
    /// too few. Only what is asked of a province is worth this guess, and an answer says which one it is about.
    pub(super) fn province_misspelt(&self, text: &str, provinces: &Provinces) -> Option<String> {
        let (_, places) = self.by_place.get_or_init(|| places(provinces));
        if !places.found(&stemmed(text), false).is_empty() || !matches!(provinces.find(text), Found::None) {
            return None;
        }
        let misspelt = self.misspelt.get_or_init(|| Misspelt::new(provinces));
        let mut codes: Vec<&str> = runs(text).into_iter().flat_map(|run| misspelt.found(&run)).collect();
        codes.sort_unstable();
        codes.dedup();
        match codes.as_slice() {
            [code] => Some((*code).to_owned()),
            _ => None,
        }
    }

    /// The values that a stemmed text names, each with how much of the text names it.
    fn values(&self, stemmed: &str) -> BTreeMap<(Entity, &str), usize> {
        let mut values = BTreeMap::new();
        for (entity, numbers, lexicon) in &self.by_name {
            for (owner, len) in lexicon.found(stemmed, false) {
                *values.entry((*entity, self.names[numbers[owner]].value.as_str())).or_default() += len;
            }
        }
        values
    }

    /// What a stemmed text is about, for the features: trades and concepts, each with nothing beside it, and each two
    /// concepts together.
    pub(super) fn named(&self, stemmed: &str) -> Vec<(&str, &str)> {
        let trades = self.by_name.iter().filter(|(entity, ..)| *entity == Entity::Category);
        let trades = trades.flat_map(|(_, numbers, lexicon)| {
            let owners = lexicon.owners(stemmed, false).into_iter();
            owners.map(|owner| (self.names[numbers[owner]].value.as_str(), ""))
        });
        let mut named: Vec<(&str, &str)> = trades.collect();
        let concepts = self.by_concept.owners(stemmed, true);
        for (at, one) in concepts.iter().enumerate() {
            let id = |number: usize| self.concepts[number].id.as_str();
            named.push((id(*one), ""));
            named.extend(concepts[at + 1..].iter().map(|other| (id(*one), id(*other))));
        }
        named
    }

    /// What a normal text names: of several values of one entity the one that takes up most of it, of several regions the
    /// one that stands nearest to the server.
    pub(super) fn entities(&self, text: &str, provinces: &Provinces) -> Entities {
        let stemmed = stemmed(text);
        let mut best: BTreeMap<Entity, (usize, &str)> = BTreeMap::new();
        for ((entity, value), len) in self.values(&stemmed) {
            // That a business is of no category says nothing beside one that is.
            let len = if value == NO_CATEGORY { 0 } else { len };
            let place = best.entry(entity).or_insert((len, value));
            if len > place.0 {
                *place = (len, value);
            }
        }
        if let Some((_, region)) = best.get_mut(&Entity::ServerRegion) {
            *region = self.region(&stemmed, provinces).unwrap_or(region);
        }
        let mut entities: Entities =
            best.into_iter().map(|(entity, (_, value))| (entity, value.to_owned())).collect();
        if !entities.contains_key(&Entity::Province)
            && let Some(code) = self.province(text, provinces)
        {
            entities.insert(Entity::Province, code);
        }
        entities
    }

    /// What a normal text names where it names nothing else of the kind.
    pub(super) fn only(&self, text: &str, provinces: &Provinces) -> Entities {
        let values = self.values(&stemmed(text));
        let mut only = self.entities(text, provinces);
        only.retain(|entity, _| values.keys().filter(|(other, _)| other == entity).count() < 2);
        let (codes, places) = self.by_place.get_or_init(|| places(provinces));
        let mut named: BTreeSet<&str> =
            places.found(&stemmed(text), false).into_keys().map(|owner| codes[owner].as_str()).collect();
        named.extend(values.keys().filter(|(entity, _)| *entity == Entity::Province).map(|(_, code)| *code));
        if named.len() > 1 {
            only.remove(&Entity::Province);
        }
        only
    }

    /// Of the regions and places that a stemmed text names, the region of the one nearest to a word for the server; where
    /// two are as near, the one abroad.
    fn region(&self, stemmed: &str, provinces: &Provinces) -> Option<&str> {
        let (_, numbers, regions) =
            self.by_name.iter().find(|(entity, ..)| *entity == Entity::ServerRegion)?;
        let (_, places) = self.by_place.get_or_init(|| places(provinces));
        let servers = self.servers.ranges(stemmed);
        let apart = |range: &Range<usize>| {
            let to = |server: &Range<usize>| {
                let (from, until) = (range.end.min(server.end), range.start.max(server.start));
                let between = stemmed.get(from..until).unwrap_or_default();
                // What stands in another part of the sentence is far away.
                between.len() + if between.contains('|') { stemmed.len() } else { 0 }
            };
            servers.iter().map(|(_, server)| to(server)).min().unwrap_or(0)
        };
        let value = |owner: usize| self.names[numbers[owner]].value.as_str();
        let named = regions.ranges(stemmed).into_iter().map(|(owner, range)| (value(owner), range));
        let on_mainland = places.ranges(stemmed).into_iter().map(|(_, range)| (MAINLAND, range));
        let all = named.chain(on_mainland).map(|(value, range)| (apart(&range), value == MAINLAND, value));
        all.min().map(|(_, _, value)| value)
    }

    /// The values that words stand for, by entity: what answers can depend on.
    pub(super) fn known(&self) -> BTreeSet<(Entity, &str)> {
        self.names.iter().map(|names| (names.entity, names.value.as_str())).collect()
    }
}

/// The names of provinces and cities, those of one province together.
fn places(provinces: &Provinces) -> (Vec<String>, Lexicon) {
    let mut owners: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for province in provinces.iter() {
        let own = [&province.zh, &province.zh_short, &province.en].into_iter().chain(&province.aliases);
        let cities = province.cities.iter().flat_map(|city| {
            [&city.zh, &city.zh_short, &city.en, &city.pinyin].into_iter().chain(&city.aliases)
        });
        for name in own.chain(cities).filter(|name| name.chars().count() > 1) {
            owners.entry(normal(name)).or_default().insert(&province.code);
        }
    }
    let codes: Vec<String> = provinces.iter().map(|province| province.code.clone()).collect();
    let of = |code: &String| -> Vec<String> {
        let own = owners.iter().filter(|(_, codes)| codes.len() == 1 && codes.contains(code.as_str()));
        own.map(|(name, _)| name.clone()).collect()
    };
    let names: Vec<Vec<String>> = codes.iter().map(of).collect();
    let lexicon = Lexicon::new(names.iter().map(Vec::as_slice), MatchKind::LeftmostLongest);
    (codes, lexicon)
}

/// The names of provinces and their cities, by what slips of the pen leave of them.
struct Misspelt {
    /// By their syllables; of more than one province: none.
    sounds: BTreeMap<Vec<&'static str>, Option<String>>,
    /// In letters, with the code of the province.
    letters: Vec<(String, String)>,
}

impl Misspelt {
    fn new(provinces: &Provinces) -> Self {
        let mut sounds: BTreeMap<Vec<&'static str>, Option<String>> = BTreeMap::new();
        let mut letters = Vec::new();
        for province in provinces.iter() {
            let of_cities = province.cities.iter().flat_map(|city| [(&city.zh_short, &city.en)]);
            for (zh, en) in std::iter::once((&province.zh_short, &province.en)).chain(of_cities) {
                let chars: Vec<char> = zh.chars().collect();
                if let Some(sound) = sound_of(&chars).filter(|sound| sound.len() > 1) {
                    let code = Some(province.code.clone());
                    sounds
                        .entry(sound)
                        .and_modify(|other| {
                            if *other != code {
                                *other = None;
                            }
                        })
                        .or_insert(code.clone());
                }
                letters.push((normal(en), province.code.clone()));
            }
        }
        Self { sounds, letters }
    }

    /// The provinces that a stretch of a normal text may name, by their codes.
    fn found(&self, run: &Run) -> Vec<&str> {
        match run {
            Run::Han(run) => {
                let chars: Vec<char> = run.chars().collect();
                let windows = (2..=4).flat_map(|size| chars.windows(size));
                let codes = windows.filter_map(|window| self.sounds.get(&sound_of(window)?)?.as_deref());
                codes.collect()
            }
            Run::Word(word) => {
                let slips_max = match word.len() {
                    0..6 => return Vec::new(),
                    6..9 => 1,
                    _ => 2,
                };
                let alike = self.letters.iter().filter(|(name, _)| {
                    name.len().abs_diff(word.len()) <= slips_max && name.chars().next() == word.chars().next()
                });
                let near: Vec<(usize, &str)> = alike
                    .map(|(name, code)| (strsim::osa_distance(name, word), code.as_str()))
                    .filter(|(slips, _)| *slips <= slips_max)
                    .collect();
                let least = near.iter().map(|(slips, _)| *slips).min();
                near.into_iter().filter(|(slips, _)| Some(*slips) == least).map(|(_, code)| code).collect()
            }
            Run::Break => Vec::new(),
        }
    }
}

/// The syllables of some characters, the first with its tone: with none, too much sounds like a city. `None` where a
/// character has no syllable.
fn sound_of(chars: &[char]) -> Option<Vec<&'static str>> {
    let (first, rest) = chars.split_first()?;
    let rest = rest.iter().map(|char| char.to_pinyin().map(Pinyin::plain));
    std::iter::once(first.to_pinyin().map(Pinyin::with_tone)).chain(rest).collect()
}

/// A normal text as lexicons are looked for in it.
pub(super) fn stemmed(text: &str) -> String {
    joined(&stems(text))
}
