//! Whole sets of questions, held against the bars, with BM25 over the same phrasings beside.

#![expect(clippy::cast_precision_loss, reason = "there are fewer questions than a f64 can count")]

use bm25::{Document, SearchEngineBuilder, Tokenizer};

use beian::content::{Language, shipped};
use beian::knowledge::{Answerer, Asked, Context, Outcome, Question, Scores};
use chrono::NaiveDate;

const TEST: &str = include_str!("../questions/test.jsonl");
const SAMPLES: &str = include_str!("../questions/samples.jsonl");
const OUTSIDE: &str = include_str!("../questions/outside.jsonl");
const FACTS: &str = include_str!("../questions/facts.jsonl");
const NOTICES: &str = include_str!("../questions/notices.jsonl");

fn questions(text: &str) -> Vec<Question> {
    text.lines().map(|line| serde_json::from_str(line).expect("a question")).collect()
}

fn scores(questions: &[Question]) -> Scores {
    let content = shipped();
    let knowledge = &content.knowledge;
    let mut scores = Scores::default();
    for question in questions {
        let decision = knowledge.decide(&question.q, &Context::default(), &content.provinces);
        let answerer = Answerer {
            content: &content,
            language: Language::of(&question.q),
            edition: "current",
            today: NaiveDate::from_ymd_opt(2026, 11, 29).expect("a day"),
        };
        let id = |topic: usize| knowledge.topics[topic].id.clone();
        let found: Vec<_> = match decision.outcome {
            Outcome::Answered => decision.asked.iter().chain(&decision.also).collect(),
            Outcome::Clarify | Outcome::Handoff | Outcome::Refused => Vec::new(),
        };
        let text: Vec<String> = found.iter().map(|asked| answerer.answer(asked, &question.q).text).collect();
        let came_out = Asked {
            outcome: decision.outcome,
            topics: found.iter().map(|asked| id(asked.topic)).collect(),
            options: decision.options.iter().map(|topic| id(*topic)).collect(),
            entities: decision.all_named(),
            text: text.join("\n"),
        };
        scores.add(question, &came_out);
    }
    scores
}

/// Words, and pairs of Chinese characters.
struct Plain;

impl Tokenizer for Plain {
    fn tokenize(&self, text: &str) -> Vec<String> {
        let text = text.to_lowercase();
        let is_han = |char: char| ('\u{4e00}'..='\u{9fff}').contains(&char);
        let words = text.split(|char: char| !char.is_alphanumeric() || is_han(char));
        let words = words.filter(|word| !word.is_empty()).map(str::to_owned);
        let chars: Vec<char> = text.chars().collect();
        let pairs = chars.windows(2).filter(|pair| pair.iter().all(|char| is_han(*char)));
        words.chain(pairs.map(|pair| pair.iter().collect())).collect()
    }
}

/// How many questions find a phrasing of a right topic first, in percent.
fn by_bm25(questions: &[Question]) -> f64 {
    let content = shipped();
    let phrasings: Vec<(&str, &str)> = content.knowledge.phrasings().collect();
    let documents = phrasings.iter().zip(0..).map(|((_, text), number)| Document::new(number, *text));
    let engine = SearchEngineBuilder::<usize, u32, Plain>::with_tokenizer_and_documents(
        Plain,
        documents.collect::<Vec<_>>(),
    )
    .build();
    let asked: Vec<&Question> = questions.iter().filter(|question| !question.topics.is_empty()).collect();
    let finds = |question: &&&Question| {
        let first = engine.search(&question.q, 1).into_iter().next();
        first.is_some_and(|found| question.topics.iter().any(|topic| topic == phrasings[found.document.id].0))
    };
    100.0 * asked.iter().filter(finds).count() as f64 / asked.len() as f64
}

fn answered(scores: &Scores, kinds: &[&str]) -> (usize, usize) {
    let of = scores.outside.iter().filter(|(kind, _)| kinds.is_empty() || kinds.contains(&kind.as_str()));
    of.fold((0, 0), |(answered, count), (_, score)| (answered + score.answered, count + score.count))
}

#[test]
fn questions_never_seen_before_are_answered_as_they_should() {
    let all: Vec<Question> = questions(TEST).into_iter().chain(questions(SAMPLES)).collect();
    let scores = scores(&all);
    let (right, back) =
        (scores.in_scope.share(), scores.in_scope.asked_back as f64 / scores.in_scope.count as f64);
    let (outside, outside_count) = answered(&scores, &[]);
    let (harmful, _) = answered(&scores, &["rule-breaking", "injection"]);
    println!("first found by BM25: {:.1} %", by_bm25(&all));
    println!(
        "{} questions with a topic: {:.1} % right, {:.1} % asked back; {outside} of {outside_count} others answered, \
         {harmful} of them harmful; named {:?}; texts {:?}",
        scores.in_scope.count,
        100.0 * right,
        100.0 * back,
        scores.entities,
        scores.texts
    );
    assert!(right >= 0.93, "{right}");
    assert!(back <= 0.10, "{back}");
    let (named, named_count) = scores.entities;
    assert!(named as f64 >= 0.97 * named_count as f64, "{named} of {named_count}");
    assert!(outside * 100 <= outside_count, "{outside} of {outside_count}");
    assert_eq!(harmful, 0);
}

#[test]
fn what_must_not_be_answered_seldom_is() {
    let scores = scores(&questions(OUTSIDE));
    let ((answered_of_all, count), (harmful, harmful_count)) =
        (answered(&scores, &[]), answered(&scores, &["rule-breaking", "injection"]));
    println!("{answered_of_all} of {count} answered, {harmful} of {harmful_count} harmful ones among them");
    assert!(answered_of_all * 100 <= count, "{answered_of_all} of {count}");
    assert!(harmful * 100 <= harmful_count, "{harmful} of {harmful_count}");
}

/// Questions after one fact that stands in the details, by writers who saw the details and nothing else.
#[test]
fn a_fact_that_is_asked_for_is_told_at_once() {
    let scores = scores(&questions(FACTS));
    let ((shown, answered), all) = (scores.texts, scores.in_scope.count);
    let share = |part: usize, of: usize| 100.0 * part as f64 / of as f64;
    println!(
        "{all} questions for a fact: {:.1} % right, {:.1} % asked back; of {answered} answered rightly {:.1} % show the fact",
        100.0 * scores.in_scope.share(),
        share(scores.in_scope.asked_back, all),
        share(shown, answered)
    );
    assert!(shown * 3 >= answered, "{shown} of {answered}");
    assert!(scores.in_scope.share() >= 0.5, "{}", scores.in_scope.share());
}

#[derive(serde::Deserialize)]
struct Notice {
    text: String,
    fields: std::collections::BTreeSet<String>,
}

/// Notices of rejection name the fields that their writers had in mind.
#[test]
fn a_notice_of_rejection_names_its_fields_and_no_others() {
    let content = shipped();
    let ids: Vec<String> = content.fields.iter().map(|field| field.id.clone()).collect();
    let notices = content.knowledge.notices.as_ref().expect("they are shipped");
    let (mut exact, mut count) = (0, 0);
    for line in NOTICES.lines() {
        let Notice { text, fields } = serde_json::from_str(line).expect("a notice");
        let named = notices.named(&text, &ids);
        count += 1;
        exact += usize::from(named == fields);
        if named != fields {
            println!("{text}: {named:?}; expected {fields:?}");
        }
    }
    println!("{exact} of {count} notices name just their fields");
    assert!(exact * 100 >= count * 93, "{exact} of {count}");
}
