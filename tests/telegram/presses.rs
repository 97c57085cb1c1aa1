//! Presses: each is answered at once, and one that is out of date, foreign, forged or repeated changes nothing.

use std::time::{Duration, Instant};

use crate::people::{Carried, Person, Town, asks, carried, company, option_data};
use crate::serve::{LIMIT, block_on, until};
use crate::telegram::{Fault, Shown};

/// What a press of something out of date must leave as it was, and what must pop up.
fn check_in_vain(person: &Person<'_>, message: i64, data: &str, words: &str) {
    let fake = person.fake();
    let (before, sent) = (person.panel(), fake.sent(person.id));
    let toast = person.presses_in_vain(message, data);
    let text = toast.text.expect("it says why nothing happens");
    assert!(text.starts_with(words) && text.encode_utf16().count() <= 200, "{text}");
    person.town.drain();
    let after = person.panel();
    assert_eq!((after.id, &after.text), (before.id, &before.text), "{data:?}");
    assert_eq!(fake.sent(person.id), sent, "nothing new is said to {data:?}");
}

const OLD: &str = "这个按钮已经过时了";
const OLD_IN_ENGLISH: &str = "This button is out of date";

#[test]
fn a_button_of_an_earlier_question_is_out_of_date_and_its_keyboard_goes() {
    let town = Town::open();
    for (chinese, words) in [(true, OLD), (false, OLD_IN_ENGLISH)] {
        let person = town.person();
        let old = if chinese { person.starts() } else { person.starts_in_english() };
        person.says("1");
        let data = option_data(&old, "decline");
        check_in_vain(&person, old.id, &data, words);
        let bare = |seen: &[Shown]| seen.iter().any(|shown| shown.id == old.id && shown.buttons.is_empty());
        until(&town.fake, person.id, "the old message without buttons", bare);
        assert!(!person.panel().buttons.is_empty() && person.panel().id != old.id);
        let agreed = if chinese { "个人信息保管：同意" } else { "Keeping your data: I agree" };
        assert!(person.data().contains(agreed), "{}", person.data());
    }
}

#[test]
fn a_button_of_another_person_s_filing_does_nothing() {
    let town = Town::open();
    let (anna, bert) = (town.person(), town.person());
    let panel = anna.starts();
    bert.starts();
    for option in ["agree", "decline", "nav.back", "nav.help"] {
        check_in_vain(&bert, bert.panel().id, &option_data(&panel, option), OLD);
        check_in_vain(&bert, panel.id, &option_data(&panel, option), OLD);
    }
    assert_eq!((anna.panel().id, anna.panel().edits), (panel.id, panel.edits), "nor to the other person's");
    assert_eq!(asks(&anna.chooses("agree")), "operation");
}

#[test]
fn forged_data_does_nothing_and_leaves_the_newest_keyboard() {
    let town = Town::open();
    let person = town.person();
    let panel = person.starts();
    let Carried { filing, revision, asks, turn, .. } = carried(&panel).expect("buttons");
    let other = beian::dialogue::short_code("nav.forget-yes");
    for data in [
        String::new(),
        "x".to_owned(),
        "备案".repeat(10),
        format!("1{filing}{revision}.{asks}.{other}.{turn}"),
        format!("1{filing}{}.{asks}.{}.{turn}", revision + 1, beian::dialogue::short_code("agree")),
        format!("2{}", &option_data(&panel, "agree")[1..]),
        option_data(&panel, "agree").to_lowercase(),
        "nav.forget-yes".to_owned(),
        "agree".to_owned(),
        "\u{0}\u{202e}<b>".to_owned(),
    ] {
        check_in_vain(&person, panel.id, &data, OLD);
    }
    assert_eq!(person.panel().buttons, panel.buttons);
    person.chooses("agree");
}

#[test]
fn the_same_press_delivered_again_has_one_effect() {
    let town = Town::open();
    let person = town.person();
    let panel = person.starts();
    let data = option_data(&panel, "agree");
    let mut update = 0;
    let next = person.does(|fake| update = fake.press(person.id, panel.id, &data));
    let toasts = town.fake.toasts(person.id).len();
    for _ in 0..3 {
        town.fake.again(update);
    }
    town.fake.press(person.id, panel.id, &data);
    let answered = block_on(town.fake.toast_of(person.id, toasts, LIMIT));
    assert!(answered.expect("it is answered").text.is_none(), "whoever pressed twice is not scolded");
    town.drain();
    assert_eq!((person.panel().id, person.panel().edits), (next.id, next.edits));
    assert_eq!(town.fake.sent(person.id), 1);
}

#[test]
fn every_press_is_answered_by_its_query() {
    let town = Town::open();
    let person = town.person();
    let panel = person.starts();
    let toasts = town.fake.toasts(person.id).len();
    let own = option_data(&panel, "nav.help");
    for data in ["", "forged", own.as_str(), own.as_str(), "1AAAAAA0.a.b.1", own.as_str()] {
        town.fake.press(person.id, panel.id, data);
    }
    town.fake.press_in(-4001, person.id, 17, &own);
    let last = block_on(town.fake.toast_of(person.id, toasts + 6, LIMIT));
    assert!(last.is_some(), "{:?}", town.fake.toasts(person.id));
    let mut queries: Vec<String> = town.fake.toasts(person.id).into_iter().map(|toast| toast.query).collect();
    queries.sort();
    queries.dedup();
    assert_eq!(queries.len(), toasts + 7, "each once");
}

#[test]
fn a_press_is_answered_at_once_while_something_slow_is_done_for_the_same_person() {
    const SLOW: Duration = Duration::from_secs(6);
    let town = Town::open();
    let person = town.person();
    person.starts();
    let panel = person.goes_to(&mut company(), "paper.subject-certificate");
    town.fake.next("getFile", Fault::LateAnswer(SLOW));
    town.fake.document(person.id, b"%PDF-1.7", "scan.pdf");
    let begin = Instant::now();
    person.presses_in_vain(panel.id, &option_data(&panel, "nav.help"));
    assert!(begin.elapsed() < SLOW / 2, "{:?}", begin.elapsed());
}
