//! The thirty questions of the benchmark (`benches/thirty`) stay loadable, and are those that its peers ask.

use std::path::Path;

use beian::content::{Files, Language};

/// What the people of the benchmark type: one question a line, an answer that passes behind a tab.
const QUESTIONS: &str = include_str!("../benches/questions.txt");

#[test]
fn the_questions_of_the_benchmark_load_and_are_those_of_its_peers() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/thirty");
    let loaded = Files::read(&folder).and_then(|files| files.load());
    let content = loaded.unwrap_or_else(|faults| panic!("in benches/thirty: {faults}"));
    let asked: Vec<String> = content
        .fields_in_order()
        .into_iter()
        .map(|number| content.texts.say(Language::En, &content.fields[number].text, |_| None))
        .collect();
    let typed: Vec<&str> = QUESTIONS.lines().filter_map(|line| Some(line.split_once('\t')?.0)).collect();
    assert_eq!(asked.len(), 30);
    assert_eq!(asked, typed);
}
