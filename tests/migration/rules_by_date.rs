//! A rule that comes into force while a filing is under way: it holds for what is handed in from that day on.

use beian::content::{Content, Files};
use beian::dialogue::{Event, Status, View};
use beian::personal::Personal;

use super::releases::change;
use super::wanderer::{End, Wanderer};

/// In force from 1 July 2026 in Zhejiang: a phone bill.
const PAPER: &str = "paper.phone-bill";
const BEFORE: &str = "2026-06-30T02:00:00Z";
const AFTER: &str = "2026-07-01T02:00:00Z";

fn content() -> Content {
    let mut files = Files::shipped();
    let rule = "gives = [\"phone-bill.asked\"]\n\n[[table.rule]]\nwhen = { \"subject.province\" = [\"33\"] }\n\
                from = \"2026-07-01\"\ngives = [\"yes\"]\nsource = [\"A19\"]\n";
    change(&mut files, "rules/facts.toml", "gives = [\"phone-bill.asked\"]\n", rule);
    files.load().unwrap_or_else(|faults| panic!("{faults}"))
}

/// Somebody in Zhejiang who has come so far on the day before.
fn at(content: &Content, goal: &str) -> Wanderer {
    let mut one = Wanderer::new(content, BEFORE, "current");
    one.until(content, goal);
    one
}

fn on(one: &mut Wanderer, content: &Content, day: &str, event: &Event) {
    one.around.now = day.parse().expect("a time");
    one.take(content, event);
}

fn choose(id: &str) -> Event {
    Event::Chosen(id.to_owned())
}

fn says(one: &Wanderer, content: &Content) -> bool {
    let view = View::new(content, one.filing(), one.around.now);
    let label = beian::dialogue::Voice::new(&view, beian::content::Language::ZhCn)
        .label(content.field(PAPER).expect("it is a field"));
    one.heard.iter().any(|text| text.starts_with("你上次来过之后") && text.contains(&label))
}

fn check_asks(one: &Wanderer, content: &Content, asks: &str) {
    assert_eq!(one.asks(content).as_deref(), Some(asks), "{:?}", one.heard);
}

#[test]
fn who_has_not_handed_in_by_that_day_is_asked_and_told_why_once() {
    let content = content();
    let mut one = at(&content, "submitted");
    assert!(!one.asked.contains(&PAPER.to_owned()), "it was not asked for on the day before");
    on(&mut one, &content, AFTER, &Event::Arrived);
    check_asks(&one, &content, PAPER);
    assert!(says(&one, &content), "{:?}", one.heard);
    one.take(&content, &Event::Arrived);
    assert!(!says(&one, &content), "it is said once");
    assert_eq!(one.walk(&content, "on the day after"), End::Complete);
    assert_eq!(one.asked.iter().filter(|asked| *asked == PAPER).count(), 1);
}

#[test]
fn what_answers_the_question_of_the_day_before_is_not_taken_for_another() {
    let content = content();
    for event in
        [choose("submitted"), Event::Typed(Personal::from("1")), Event::Typed(Personal::from("/skip"))]
    {
        let mut one = at(&content, "submitted");
        on(&mut one, &content, AFTER, &event);
        check_asks(&one, &content, PAPER);
        assert!(!one.filing().answers.contains_key(PAPER), "{event:?} was said to another question");
        assert!(one.heard.iter().any(|text| text.contains("没有当作回答")), "{:?}", one.heard);
        one.take(&content, &choose("ready"));
        check_asks(&one, &content, "submitted");
    }
}

#[test]
fn who_handed_in_the_day_before_is_not_disturbed() {
    let content = content();
    let mut one = at(&content, "initial-review");
    on(&mut one, &content, AFTER, &Event::Arrived);
    check_asks(&one, &content, "initial-review.outcome");
    assert!(!says(&one, &content));
    assert_eq!(one.walk(&content, "handed in before"), End::Complete);
    assert!(!one.asked.contains(&PAPER.to_owned()));
}

#[test]
fn what_comes_back_is_handed_in_again_under_the_new_rule() {
    let content = content();
    let mut one = at(&content, "initial-review");
    on(&mut one, &content, "2026-07-02T02:00:00Z", &choose("returned"));
    check_asks(&one, &content, PAPER);
    assert!(says(&one, &content), "{:?}", one.heard);
    one.until(&content, "resubmitted");
    assert_eq!(one.asked.iter().filter(|asked| *asked == PAPER).count(), 1);
    on(&mut one, &content, "2026-07-03T02:00:00Z", &choose("resubmitted"));
    // It was handed in by that rule, so the paper belongs to it from now on.
    check_asks(&one, &content, "initial-review.outcome");
    let view = View::new(&content, one.filing(), one.around.now);
    let paper = content.field_number(PAPER).expect("it is a field");
    assert_eq!(view.status[paper], Status::Answered);
    assert_eq!(one.filing().answers["submitted"].at, one.around.now);
    assert_eq!(one.walk(&content, "handed in again"), End::Complete);
}

#[test]
fn what_comes_back_before_that_day_and_is_handed_in_before_it_keeps_the_old_rule() {
    let content = content();
    let mut one = at(&content, "initial-review");
    one.take(&content, &choose("returned"));
    one.until(&content, "resubmitted");
    one.take(&content, &choose("resubmitted"));
    on(&mut one, &content, AFTER, &Event::Arrived);
    check_asks(&one, &content, "initial-review.outcome");
    assert!(!one.asked.contains(&PAPER.to_owned()) && !says(&one, &content));
}
