//! What one answer costs, what learning costs, and how much memory both take.
//!
//! `cargo bench --bench questions`

#![expect(clippy::print_stdout, reason = "figures are printed")]

use std::time::{Duration, Instant};

use beian::content::{Content, Files, Language};
use beian::knowledge::{Answerer, Context, Outcome};
use chrono::NaiveDate;
use criterion::Criterion;

/// The heap of the binary.
#[global_allocator]
static HEAP: mimalloc::MiMalloc = mimalloc::MiMalloc;

const QUESTIONS: &str = include_str!("../tests/questions/dev.jsonl");

fn main() {
    let before = resident_mib();
    let started = Instant::now();
    let content = Files::shipped().load().unwrap_or_else(|faults| panic!("{faults}"));
    let (loaded, loaded_mib) = (started.elapsed(), resident_mib());
    let started = Instant::now();
    content.knowledge.reader();
    let (learnt, learnt_mib) = (started.elapsed(), resident_mib());
    println!("loading all dialogues: {loaded:?}, {:.1} MiB", loaded_mib - before);
    println!("learning: {learnt:?}, {:.1} MiB more stay", learnt_mib - loaded_mib);

    let questions: Vec<String> = QUESTIONS
        .lines()
        .filter_map(|line| {
            serde_json::from_str::<serde_json::Value>(line).ok()?["q"].as_str().map(str::to_owned)
        })
        .collect();
    let mut times: Vec<Duration> = Vec::new();
    for question in questions.iter().cycle().take(20 * questions.len()) {
        let started = Instant::now();
        std::hint::black_box(answer(&content, question));
        times.push(started.elapsed());
    }
    times.sort_unstable();
    let at = |share: usize| times[times.len() * share / 1000];
    println!("{} answers: median {:?}, p99 {:?}, p99.9 {:?}", times.len(), at(500), at(990), at(999));

    let mut criterion = Criterion::default().configure_from_args();
    let mut next = questions.iter().cycle();
    criterion.bench_function("one answer", |bencher| {
        bencher.iter(|| answer(&content, next.next().expect("it never ends")));
    });
    criterion.final_summary();
}

fn answer(content: &Content, question: &str) -> usize {
    let decision = content.knowledge.decide(question, &Context::default(), &content.provinces);
    let answerer = Answerer {
        content,
        language: Language::of(question),
        edition: "current",
        today: NaiveDate::from_ymd_opt(2026, 11, 29).expect("a day"),
    };
    match (decision.outcome, &decision.asked) {
        (Outcome::Answered, Some(asked)) => answerer.answer(asked, question).text.len(),
        (_, _) => 0,
    }
}

/// What the process holds in memory; 0 where that cannot be read.
fn resident_mib() -> f64 {
    let pages = std::fs::read_to_string("/proc/self/statm").ok();
    let pages = pages.and_then(|text| text.split_whitespace().nth(1)?.parse::<f64>().ok());
    pages.unwrap_or(0.0) * 4096.0 / (1024.0 * 1024.0)
}
