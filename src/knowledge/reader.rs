//! A message as it was understood: what it may ask for, and what it names.

use super::features::{Feature, features};
use super::load::{Knowledge, OUTSIDE, REFUSED};
use super::model::Model;
use super::normal::normal;

/// What was learnt from the phrasings.
pub struct Reader {
    model: Model,
    topics: usize,
    classes: Vec<String>,
}

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
}

impl Reader {
    pub(super) fn learn(knowledge: &Knowledge) -> Self {
        let features = |text: &str| -> Vec<Feature> {
            let text = normal(text);
            features(&text, &knowledge.words.named(&text))
        };
        // Two at a time: most of it is looking up, and most machines have two cores.
        let half = knowledge.phrasings.len() / 2;
        let (first, second) = knowledge.phrasings.split_at(half);
        let read = |part: &[(usize, String)]| -> Vec<(usize, Vec<Feature>)> {
            part.iter().map(|(class, text)| (*class, features(text))).collect()
        };
        let texts = std::thread::scope(|scope| {
            let second = scope.spawn(|| read(second));
            let mut texts = read(first);
            texts.extend(second.join().unwrap_or_default());
            texts
        });
        let model = Model::learn(&texts, knowledge.classes.len());
        Self { model, topics: knowledge.topics.len(), classes: knowledge.classes.clone() }
    }

    /// Reads a normal text.
    pub(super) fn read(&self, text: &str, named: &[String]) -> Reading {
        let (likely, known) = self.model.likely(&features(text, named));
        let mut topics: Vec<(usize, f32)> = likely[..self.topics].iter().copied().enumerate().collect();
        topics.sort_by(|one, other| other.1.total_cmp(&one.1));
        let of = |id: &str| {
            let class = self.classes.iter().position(|class| class == id);
            class.map_or(0.0, |class| likely[class])
        };
        let refused = REFUSED.map(|id| (id, of(id)));
        let likeliest = refused.into_iter().max_by(|one, other| one.1.total_cmp(&other.1));
        Reading {
            topics,
            outside: of(OUTSIDE),
            refused: likeliest.unwrap_or((REFUSED[0], 0.0)),
            refused_sum: refused.iter().map(|(_, likely)| likely).sum(),
            known,
        }
    }
}
