//! Questions with what a right answer is, and how many come out right.

use std::collections::BTreeMap;

use regex::Regex;
use serde::Deserialize;

use super::talk::Outcome;
use super::words::Entities;

/// A question with what is expected: one line of an evaluation file.
#[derive(Debug, Clone, Deserialize)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// The language it is written in: `zh`, `zh-Hant`, `en`, `mixed`.
    #[serde(default)]
    pub lang: String,
    /// How it is written.
    #[serde(default)]
    pub style: String,
    /// The question itself.
    pub q: String,
    /// Topics that answer it; none: it is not to be answered.
    #[serde(default)]
    pub topics: Vec<String>,
    /// What it names.
    #[serde(default)]
    pub entities: Option<Entities>,
    /// Outcomes that are right where there is no topic, parted by bars.
    #[serde(default)]
    pub expect: Option<String>,
    /// What kind of a question it is where it is not to be answered.
    #[serde(default)]
    pub kind: Option<String>,
    /// Patterns that a right answer's text shows, all of them.
    #[serde(default)]
    pub must: Vec<String>,
    /// Patterns that it does not show.
    #[serde(default)]
    pub must_not: Vec<String>,
}

/// What came out for a question.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What was done.
    pub outcome: Outcome,
    /// The topics answered, the first one first.
    pub topics: Vec<String>,
    /// The topics asked back about.
    pub options: Vec<String>,
    /// What was named.
    pub entities: Entities,
    /// The text of the answer.
    pub text: String,
}

/// How well a question came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expectation {
    /// As it should.
    Right,
    /// Asked back, with the right topic among the options.
    Half,
    /// Not as it should.
    Wrong,
}

impl Question {
    /// How an answer compares with what is expected.
    #[must_use]
    pub fn judge(&self, asked: &Asked) -> Expectation {
        if self.topics.is_empty() {
            let right = matches!(asked.outcome, Outcome::Handoff | Outcome::Refused);
            return if right { Expectation::Right } else { Expectation::Wrong };
        }
        let meant = |topics: &[String]| topics.iter().any(|topic| self.topics.contains(topic));
        match asked.outcome {
            Outcome::Answered if meant(&asked.topics) => Expectation::Right,
            Outcome::Clarify if meant(&asked.options) => Expectation::Half,
            Outcome::Answered | Outcome::Clarify | Outcome::Handoff | Outcome::Refused => Expectation::Wrong,
        }
    }

    /// The patterns that the text of a right answer misses, or shows against what is expected. A pattern with a look around,
    /// which is not known here, is left out.
    #[must_use]
    pub fn misses(&self, text: &str) -> Vec<&str> {
        let shows = |pattern: &&String| Some(Regex::new(&format!("(?is){pattern}")).ok()?.is_match(text));
        let must = self.must.iter().filter(|pattern| shows(pattern) == Some(false));
        let must_not = self.must_not.iter().filter(|pattern| shows(pattern) == Some(true));
        must.chain(must_not).map(String::as_str).collect()
    }
}

/// How many of some questions came out right.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Score {
    /// All.
    pub count: usize,
    /// Right ones; asking back with the right topic among the options counts half.
    pub right: f64,
    /// Asked back.
    pub asked_back: usize,
    /// Answered at all.
    pub answered: usize,
}

impl Score {
    /// The share asked back about, from 0 to 1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "there are fewer questions than a f64 can count")]
    pub fn share_asked_back(&self) -> f64 {
        self.asked_back as f64 / self.count.max(1) as f64
    }

    /// The share that is right, from 0 to 1; of none, all.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "there are fewer questions than a f64 can count")]
    pub fn share(&self) -> f64 {
        if self.count == 0 { 1.0 } else { self.right / self.count as f64 }
    }
}

/// The scores of many questions, in parts.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// Those that have a topic.
    pub in_scope: Score,
    /// Those that have none, by kind.
    pub outside: BTreeMap<String, Score>,
    /// Those with a topic: by `topic`, `lang` and `style`.
    pub parts: BTreeMap<(&'static str, String), Score>,
    /// What was named: how many values are right, of how many.
    pub entities: (usize, usize),
    /// Right answers whose text shows all that it must and nothing that it must not, of how many.
    pub texts: (usize, usize),
}

impl Scores {
    /// Adds a question.
    pub fn add(&mut self, question: &Question, asked: &Asked) -> Expectation {
        let judged = question.judge(asked);
        let add = |score: &mut Score| {
            score.count += 1;
            score.right += match judged {
                Expectation::Right => 1.0,
                Expectation::Half => 0.5,
                Expectation::Wrong => 0.0,
            };
            score.asked_back += usize::from(asked.outcome == Outcome::Clarify);
            score.answered += usize::from(asked.outcome == Outcome::Answered);
        };
        if question.topics.is_empty() {
            let kind = question.kind.clone().unwrap_or_else(|| "other".to_owned());
            add(self.outside.entry(kind).or_default());
            return judged;
        }
        add(&mut self.in_scope);
        let topic = question.topics[0].clone();
        for (name, value) in
            [("lang", question.lang.clone()), ("style", question.style.clone()), ("topic", topic)]
        {
            add(self.parts.entry((name, value)).or_default());
        }
        for (entity, value) in question.entities.iter().flatten() {
            self.entities.1 += 1;
            self.entities.0 += usize::from(asked.entities.get(entity) == Some(value));
        }
        if judged == Expectation::Right && asked.outcome == Outcome::Answered {
            self.texts.1 += 1;
            self.texts.0 += usize::from(question.misses(&asked.text).is_empty());
        }
        judged
    }
}
