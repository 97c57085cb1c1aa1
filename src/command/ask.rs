//! `beian ask`: answers questions, one or many, for people and for programs.

use std::io::BufRead;

use anyhow::{Context as _, bail};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{Answer, open, print};
use crate::clock::Clock;
use crate::config::Config;
use crate::content::{Content, Language, plain};
use crate::dialogue::china_date;
use crate::knowledge::{Answerer, Asked, Context, Decision, Outcome, Said};

/// How to ask.
#[derive(Debug, Clone, Default)]
pub(super) struct How {
    /// The language of the answer; none: that of the question.
    pub(super) lang: Option<Language>,
    pub(super) edition: Option<String>,
    pub(super) now: Option<DateTime<Utc>>,
    /// With the details.
    pub(super) more: bool,
}

/// One line of a batch.
#[derive(Deserialize)]
struct Line {
    id: Value,
    q: Option<String>,
    turns: Option<Vec<String>>,
}

/// Answers questions.
pub(super) struct Asking<'a> {
    content: &'a Content,
    how: How,
    edition: String,
    now: DateTime<Utc>,
}

/// A question's decision with its words.
pub(super) struct Replied {
    pub(super) decision: Decision,
    language: Language,
    /// The answer, the question asked back, or why there is none.
    text: String,
    said: Option<Said>,
    also: Vec<(usize, Said)>,
}

pub(super) fn run(
    config: &Config,
    how: How,
    question: &[String],
    as_json: bool,
    batch: bool,
) -> anyhow::Result<Answer> {
    let content = open::content(config)?;
    let asking = Asking::new(&content, config, how)?;
    if batch {
        return asking.batch();
    }
    let question = question.join(" ");
    if question.is_empty() {
        bail!(
            "nothing is asked; expected a question, such as: beian ask is SMS verification needed in Hangzhou"
        );
    }
    let replied = asking.reply(&question, &Context::default());
    if as_json {
        print(&Value::Object(asking.object(&replied)).to_string());
    } else {
        asking.lines(&replied).iter().for_each(|line| print(line));
    }
    let done = matches!(replied.decision.outcome, Outcome::Answered | Outcome::Clarify);
    Ok(if done { Answer::Done } else { Answer::No })
}

impl<'a> Asking<'a> {
    pub(super) fn new(content: &'a Content, config: &Config, how: How) -> anyhow::Result<Self> {
        let edition = how.edition.clone().unwrap_or_else(|| config.rules.edition.clone());
        if content.edition_number(&edition).is_none() {
            let known: Vec<&str> = content.editions.iter().map(|edition| edition.id.as_str()).collect();
            bail!("there is no edition `{edition}`; expected one of: {}", known.join(", "));
        }
        let now = how.now.unwrap_or_else(|| Clock::Wall.now());
        Ok(Self { content, how, edition, now })
    }

    pub(super) fn reply(&self, question: &str, context: &Context) -> Replied {
        let knowledge = &self.content.knowledge;
        let language = self.how.lang.unwrap_or_else(|| knowledge.language_of(question));
        let answerer =
            Answerer { content: self.content, language, edition: &self.edition, today: china_date(self.now) };
        let decision = knowledge.decide(question, context, &self.content.provinces);
        let said = match decision.outcome {
            Outcome::Answered => decision.asked.as_ref().map(|asked| answerer.answer(asked, question)),
            Outcome::Clarify | Outcome::Handoff | Outcome::Refused => None,
        };
        let text = match (&said, decision.outcome) {
            (Some(said), _) => said.text.clone(),
            (None, Outcome::Clarify) => answerer.say("ask-which"),
            (None, Outcome::Refused) => {
                let class = decision.refused.unwrap_or_default();
                answerer.say(&format!("ask-{}", class.replace('.', "-")))
            }
            (None, Outcome::Answered | Outcome::Handoff) => answerer.say("ask-unknown"),
        };
        let also =
            decision.also.iter().map(|asked| (asked.topic, answerer.answer(asked, question))).collect();
        Replied { decision, language, text, said, also }
    }

    /// What comes after a question: what was answered, and named.
    pub(super) fn after(&self, replied: &Replied, before: Context) -> Context {
        let Some(asked) = replied.decision.asked.as_ref() else { return before };
        let mut entities = before.entities;
        entities.extend(asked.entities.clone());
        let id = |topic: usize| self.content.knowledge.topics[topic].id.clone();
        let topic = match replied.decision.outcome {
            Outcome::Answered => Some(id(asked.topic)),
            Outcome::Clarify | Outcome::Handoff | Outcome::Refused => before.topic,
        };
        let options = replied.decision.options.iter().map(|topic| id(*topic)).collect();
        Context { topic, entities, options }
    }

    /// What an evaluation looks at.
    pub(super) fn asked(&self, replied: &Replied) -> Asked {
        let decision = &replied.decision;
        let id = |topic: usize| self.content.knowledge.topics[topic].id.clone();
        let asked = decision.asked.iter().chain(&decision.also);
        let mut text = plain(&replied.text);
        for (_, said) in &replied.also {
            text.push('\n');
            text.push_str(&plain(&said.text));
        }
        Asked {
            outcome: decision.outcome,
            topics: asked.map(|asked| id(asked.topic)).collect(),
            options: decision.options.iter().map(|topic| id(*topic)).collect(),
            entities: decision.all_named(),
            text,
        }
    }

    fn batch(&self) -> anyhow::Result<Answer> {
        for line in std::io::stdin().lock().lines() {
            let line = line.context("the questions cannot be read")?;
            if line.trim().is_empty() {
                continue;
            }
            let answer = match serde_json::from_str::<Line>(&line) {
                Ok(Line { id, q: Some(question), turns: None }) => {
                    let replied = self.reply(&question, &Context::default());
                    let mut object = Map::from_iter([("id".to_owned(), id)]);
                    object.extend(self.object(&replied));
                    Value::Object(object)
                }
                Ok(Line { id, q: None, turns: Some(turns) }) => {
                    let mut context = Context::default();
                    let answers = turns.iter().map(|question| {
                        let replied = self.reply(question, &context);
                        context = self.after(&replied, std::mem::take(&mut context));
                        Value::Object(self.object(&replied))
                    });
                    json!({ "id": id, "answers": answers.collect::<Vec<_>>() })
                }
                Ok(Line { id, .. }) => json!({ "id": id, "error": "expected either `q` or `turns`" }),
                Err(error) => json!({ "id": null, "error": format!("expected {{\"id\",\"q\"}}: {error}") }),
            };
            print(&answer.to_string());
        }
        Ok(Answer::Done)
    }

    fn object(&self, replied: &Replied) -> Map<String, Value> {
        let Replied { decision, said, also, .. } = replied;
        let id = |topic: usize| self.content.knowledge.topics[topic].id.as_str();
        let asked = decision.asked.as_ref();
        let topic = asked.filter(|_| decision.outcome == Outcome::Answered).map(|asked| id(asked.topic));
        let options: Vec<&str> = match decision.outcome {
            Outcome::Clarify => decision.options.iter().map(|topic| id(*topic)).collect(),
            Outcome::Answered | Outcome::Handoff | Outcome::Refused => self.next(decision),
        };
        let also = also.iter().zip(&decision.also).map(|((topic, said), asked)| {
            json!({ "topic": id(*topic), "entities": asked.entities, "text": plain(&said.text) })
        });
        let sources = said.iter().flat_map(|said| &said.sources);
        let object = json!({
            "outcome": decision.outcome,
            "topic": topic,
            "entities": decision.all_named(),
            "text": plain(&self.whole(replied)),
            "options": options,
            "also": also.collect::<Vec<_>>(),
            "sources": sources.collect::<Vec<_>>(),
        });
        if let Value::Object(object) = object { object } else { Map::new() }
    }

    /// What is often asked next.
    fn next(&self, decision: &Decision) -> Vec<&'a str> {
        let asked = decision.asked.as_ref().filter(|_| decision.outcome == Outcome::Answered);
        let next = asked.into_iter().flat_map(|asked| &self.content.knowledge.topics[asked.topic].next);
        next.map(String::as_str).collect()
    }

    fn whole(&self, replied: &Replied) -> String {
        let more = replied.said.as_ref().and_then(|said| said.more.as_ref()).filter(|_| self.how.more);
        match more {
            Some(more) => format!("{}\n\n{more}", replied.text),
            None => replied.text.clone(),
        }
    }

    fn lines(&self, replied: &Replied) -> Vec<String> {
        let answerer = Answerer {
            content: self.content,
            language: replied.language,
            edition: &self.edition,
            today: china_date(self.now),
        };
        let mut lines = vec![plain(&self.whole(replied))];
        for (_, said) in &replied.also {
            lines.extend([String::new(), plain(&said.text)]);
        }
        for topic in &replied.decision.options {
            lines.push(format!("- {}", answerer.label(*topic)));
        }
        let has_more = replied.said.as_ref().is_some_and(|said| said.more.is_some());
        if has_more && !self.how.more {
            lines.extend([String::new(), plain(&answerer.say("ask-more-hint"))]);
        }
        lines
    }
}
