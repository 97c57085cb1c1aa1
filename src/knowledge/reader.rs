//! A message as it was understood: what it may ask for, and what it names.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use super::features::{Feature, features, joined, stems};
use super::load::{Knowledge, OUTSIDE, REFUSED};
use super::model::{Model, Phrasing, halved};
use super::normal::normal;
use super::words::Words;

/// What was learnt from the phrasings: which topic is meant, and apart from that whether any is. The second question knows
/// nothing of topics, so that a message between two of them is no less within the field; each corrects the other.
pub struct Reader {
    model: Model,
    /// The class of what stands word by word among the phrasings, by its features; none: those of two classes.
    heard: HashMap<u64, Option<usize>, FxBuildHasher>,
    topics: usize,
    classes: Vec<String>,
}

/// The classes of the second question.
const WITHIN: usize = 0;
const ELSEWHERE: usize = 1;
const REFUSABLE: usize = 2;

/// A phrasing of a word or two says nothing of other texts: it is known word by word alone.
const FEATURE_COUNT_MIN: usize = 5;

/// How likely a text asks for what.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    /// The topics, by number, the likeliest first.
    pub(super) topics: Vec<(usize, f32)>,
    /// That it is about something else.
    pub(super) outside: f32,
    /// What is refused, the likeliest of it.
    pub(super) refused: (&'static str, f32),
    /// All of what is refused together.
    pub(super) refused_sum: f32,
    /// How much of the text was ever seen in a phrasing, from 0 to 1.
    pub(super) known: f32,
    /// It stands among the phrasings.
    pub(super) heard: bool,
}

/// What a class is for the second question.
fn within(class: &str) -> usize {
    match class {
        OUTSIDE => ELSEWHERE,
        refused if REFUSED.contains(&refused) => REFUSABLE,
        _ => WITHIN,
    }
}

/// The features of a normal text.
fn of_text(text: &str, words: &Words) -> Vec<Feature> {
    let stems = stems(text);
    features(&stems, &words.named(&joined(&stems)))
}

/// What tells texts apart that do not say the same, whatever their marks and forms of words.
fn key(features: &[Feature]) -> u64 {
    FxBuildHasher.hash_one(features)
}

impl Reader {
    pub(super) fn learn(knowledge: &Knowledge) -> Self {
        let within = |class: usize| within(&knowledge.classes[class]);
        let read = |(class, text): &(usize, String)| Phrasing {
            classes: [*class, within(*class)],
            features: of_text(&normal(text), &knowledge.words),
        };
        let mut phrasings = halved(&knowledge.phrasings, read);
        let mut heard = HashMap::default();
        for phrasing in &phrasings {
            let class = phrasing.classes[0];
            match heard.entry(key(&phrasing.features)) {
                Entry::Vacant(place) => drop(place.insert(Some(class))),
                Entry::Occupied(mut place) if *place.get() != Some(class) => drop(place.insert(None)),
                Entry::Occupied(_) => {}
            }
        }
        let classes = knowledge.classes.clone();
        phrasings.retain(|phrasing| phrasing.features.len() >= FEATURE_COUNT_MIN);
        let model = Model::learn(phrasings, [classes.len(), REFUSABLE + 1]);
        Self { model, heard, topics: knowledge.topics.len(), classes }
    }

    /// How much each feature of a normal text says: the rarer it is among the phrasings, the more.
    pub(super) fn weights(&self, text: &str, words: &Words) -> BTreeMap<Feature, f32> {
        let weight = |feature: Feature| (feature, self.model.rarity(feature));
        of_text(text, words).into_iter().map(weight).collect()
    }

    /// Reads a normal text.
    pub(super) fn read(&self, text: &str, words: &Words) -> Reading {
        let features = of_text(text, words);
        let ([mut likely, mut field], mut known) = self.model.likely(&features);
        // Whoever wrote a phrasing into the files is taken at their word.
        let heard = self.heard.get(&key(&features)).copied().flatten();
        if let Some(class) = &heard {
            known = 1.0;
            likely.fill(0.0);
            likely[*class] = 1.0;
            field.fill(0.0);
            field[within(&self.classes[*class])] = 1.0;
        }
        let of = |id: &str| {
            let class = self.classes.iter().position(|class| class == id);
            class.map_or(0.0, |class| likely[class])
        };
        let refused = REFUSED.map(|id| (id, of(id)));
        let refused_of_first: f32 = refused.iter().map(|(_, likely)| likely).sum();
        let mut outside = f32::midpoint(of(OUTSIDE), field[ELSEWHERE]);
        let mut refused_sum = f32::midpoint(refused_of_first, field[REFUSABLE]);
        // What both leave to the topics is shared out as the first one has it.
        let left = (1.0 - outside - refused_sum) / (1.0 - of(OUTSIDE) - refused_of_first).max(f32::EPSILON);
        // Nobody is refused for a word or two that no phrasing has.
        let is_short = features.len() < FEATURE_COUNT_MIN && heard.is_none();
        if is_short {
            outside += std::mem::take(&mut refused_sum);
        }
        let topics = likely[..self.topics].iter().map(|likely| likely * left).enumerate();
        let mut topics: Vec<(usize, f32)> = topics.collect();
        topics.sort_by(|one, other| other.1.total_cmp(&one.1));
        let likeliest = refused.into_iter().max_by(|one, other| one.1.total_cmp(&other.1));
        Reading {
            topics,
            outside,
            refused: likeliest.unwrap_or((REFUSED[0], 0.0)),
            refused_sum,
            known,
            heard: heard.is_some(),
        }
    }
}
