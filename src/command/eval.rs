//! `beian eval`: how many questions of a file come out right, by topic, language and style.

use std::path::Path;

use anyhow::Context as _;

use super::ask::{Asking, How};
use super::{Answer, open, print};
use crate::config::Config;
use crate::knowledge::{Context, Expectation, Question, Score, Scores};

/// The least share of right topics, and the most asked back.
const RIGHT_MIN: f64 = 0.93;
const ASKED_BACK_MAX: f64 = 0.10;
/// Of so many questions that are not to be answered, one may be.
const ANSWERED_ONE_OF: usize = 100;

pub(super) fn run(config: &Config, file: &Path, wrong: bool) -> anyhow::Result<Answer> {
    let content = open::content(config)?;
    let asking = Asking::new(&content, config, How::default())?;
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let mut scores = Scores::default();
    for (line, number) in text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()) {
        let question: Question = serde_json::from_str(line)
            .with_context(|| format!("{}:{number}: this is no question", file.display()))?;
        let replied = asking.reply(&question.q, &Context::default());
        let asked = asking.asked(&replied);
        let judged = scores.add(&question, &asked);
        let misses = if asked.topics.is_empty() { Vec::new() } else { question.misses(&asked.text) };
        let expected = question.entities.clone().unwrap_or_default();
        let named = expected.iter().all(|(entity, value)| asked.entities.get(entity) == Some(value));
        if wrong && (judged != Expectation::Right || !misses.is_empty() || !named) {
            let found = if asked.options.is_empty() { &asked.topics } else { &asked.options };
            print(&format!(
                "{} {judged:?} {:?} {:.2} {found:?}, expected {:?}{}{}: {}",
                question.id,
                asked.outcome,
                replied.decision.likely,
                question.topics,
                if misses.is_empty() { String::new() } else { format!(", the text misses {misses:?}") },
                if named { String::new() } else { format!(", named {:?}, not {expected:?}", asked.entities) },
                question.q
            ));
        }
    }
    for line in report(&scores) {
        print(&line);
    }
    let back = scores.in_scope.share_asked_back();
    let (answered, count) = scores
        .outside
        .values()
        .fold((0, 0), |(answered, count), score| (answered + score.answered, count + score.count));
    let held =
        scores.in_scope.share() >= RIGHT_MIN && back <= ASKED_BACK_MAX && answered * ANSWERED_ONE_OF <= count;
    Ok(if held { Answer::Done } else { Answer::No })
}

fn report(scores: &Scores) -> Vec<String> {
    let line = |name: &str, score: &Score| {
        format!(
            "{name:32} {:4} questions, {:5.1} % right, {} asked back",
            score.count,
            100.0 * score.share(),
            score.asked_back
        )
    };
    let mut lines = vec![line("with a topic", &scores.in_scope)];
    for ((part, value), score) in &scores.parts {
        lines.push(line(&format!("  {part} {value}"), score));
    }
    for (kind, score) in &scores.outside {
        lines.push(format!(
            "{:32} {:4} questions, {} answered, {} asked back",
            format!("not to be answered: {kind}"),
            score.count,
            score.answered,
            score.asked_back
        ));
    }
    let part = |name: &str, (right, count): (usize, usize)| format!("{name}: {right} of {count}");
    lines.push(part("what was named", scores.entities));
    lines.push(part("texts that show what they must", scores.texts));
    lines
}
