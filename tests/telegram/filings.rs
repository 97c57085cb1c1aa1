//! Several filings, and everything erased.

use crate::people::{Town, asks, carried, company, label, option_data};
use crate::serve::{LIMIT, block_on, until};
use crate::telegram::Shown;

#[test]
fn a_second_filing_begins_and_each_can_be_taken_up_again() {
    let town = Town::open();
    let person = town.person();
    person.starts();
    let first = carried(&person.chooses("agree")).expect("buttons").filing;
    let panel = person.says("/new");
    let second = carried(&panel).expect("buttons").filing;
    assert!(
        panel.text.starts_with(&format!("新开了一件，编号 {second}")) && first != second,
        "{}",
        panel.text
    );
    assert_eq!(asks(&panel), "operation", "language and consent carry over");
    assert_eq!(carried(&person.says(&format!("/use {first}"))).expect("buttons").filing, first);
    person.says("/filings");
    let panel = person.chooses(&format!("nav.use:{second}"));
    assert_eq!(carried(&panel).expect("buttons").filing, second);
    let unknown = person.says("/use ZZZZZZ");
    assert!(unknown.text.contains("/filings"), "{}", unknown.text);
}

#[test]
fn a_button_of_the_other_filing_is_out_of_date_until_that_one_is_in_hand() {
    let town = Town::open();
    let person = town.person();
    let panel = person.starts();
    let filing = carried(&panel).expect("buttons").filing;
    person.says("/new");
    let toast = person.presses_in_vain(panel.id, &option_data(&panel, "agree"));
    assert!(toast.text.expect("words").starts_with("这个按钮已经过时了"));
    let again = person.says(&format!("/use {filing}"));
    assert_eq!(asks(&again), "consent", "nothing was changed");
    assert_eq!(asks(&person.presses(&again, "agree")), "operation");
}

#[test]
fn answers_about_the_subject_are_taken_over_by_one_press() {
    let town = Town::open();
    let person = town.person();
    person.starts();
    person.goes_to(&mut company(), "subject.name");
    let panel = person.says("/new");
    assert_eq!(label(&panel, "nav.takeover"), "拿过来");
    let taken = person.presses(&panel, "nav.takeover");
    assert!(taken.text.starts_with("拿过来 ") && taken.id == panel.id, "{}", taken.text);
    let toast = person.presses_in_vain(panel.id, &option_data(&panel, "nav.takeover"));
    assert!(toast.text.is_none(), "the same press once more is only answered");
    assert_eq!(person.data().matches("主办单位性质：企业").count(), 2);
}

#[test]
fn everything_is_erased_by_the_button_and_its_old_buttons_are_worth_nothing() {
    let town = Town::open();
    for (code, done, nothing) in [("zh-hans", "都抹掉了", "还什么都没存"), ("en", "Erased", "Nothing yet")]
    {
        let person = town.speaker(code);
        if code == "en" {
            person.starts_in_english()
        } else {
            person.starts()
        };
        person.goes_to(&mut company(), "subject.name");
        let question = person.says("/forget");
        let kept = person.presses(&question, "nav.forget-no");
        assert_eq!(asks(&kept), "subject.name", "who thinks better of it goes on");
        let question = person.says("/forget");
        let yes = option_data(&question, "nav.forget-yes");
        town.fake.press(person.id, question.id, &yes);
        let gone = |seen: &[Shown]| seen.last().is_some_and(|last| last.text.starts_with(done));
        let last = until(&town.fake, person.id, done, gone).pop().expect("it says so");
        assert!(last.buttons.is_empty(), "nothing is left to press");
        let toasts = town.fake.toasts(person.id).len();
        town.fake.press(person.id, question.id, &yes);
        assert!(block_on(town.fake.toast_of(person.id, toasts, LIMIT)).is_some());
        let anew = person.does(|fake| fake.starts(person.id, ""));
        assert_eq!(asks(&anew), "language", "a new beginning");
        let data = person.data();
        assert!(!data.contains("杭州") && data.contains(nothing), "{data}");
    }
}
