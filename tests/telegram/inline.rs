//! Inline mode: answers with their sources, to be dropped into any chat.

use crate::people::Town;
use crate::serve::{LIMIT, block_on};
use crate::telegram::Offer;

fn offered(town: &Town, user: i64, words: &str) -> Vec<Offer> {
    let before = town.fake.offered(user);
    town.fake.types(user, words);
    let offered = block_on(town.fake.offer_of(user, before, LIMIT));
    offered.unwrap_or_else(|| panic!("nothing is offered for {words:?}"))
}

#[test]
fn what_is_typed_after_the_name_is_answered_in_its_language_with_its_source() {
    let town = Town::open();
    let user = town.person().id;
    let offers = offered(&town, user, "短信 浙江");
    let first = &offers[0];
    assert!(first.text.starts_with("要，") && first.text.contains("浙江"), "{first:?}");
    assert!(first.text.contains("来源：") && first.text.contains("2020-08-17"), "{first:?}");
    assert!(!first.title.is_empty() && first.description.starts_with("要，"), "{first:?}");
    assert!((2..=5).contains(&offers.len()), "what often follows stands below: {offers:?}");
    let first = &offered(&town, user, "Is SMS verification needed in Guangdong?")[0];
    assert!(first.text.starts_with("Yes") && first.text.contains("Sources: "), "{first:?}");
    // Nothing of it touched a filing: the person has none.
    assert_eq!(town.fake.sent(user), 0);
}

#[test]
fn what_is_about_something_else_is_offered_nothing_and_no_words_the_beginnings() {
    let town = Town::open();
    let user = town.person().id;
    for words in ["weather in Paris", "伪造营业执照怎么弄", "<b>x</b>", "\u{202e}\u{0}", &"备".repeat(5_000)]
    {
        assert_eq!(offered(&town, user, words), [], "{words}");
    }
    assert_eq!(offered(&town, user, "  ").len(), 5);
    town.drain();
    assert_eq!(town.fake.breaches(), Vec::<String>::new());
}

#[test]
fn whoever_types_fast_takes_no_press_from_anybody() {
    let town = Town::open();
    let other = town.person();
    let panel = other.starts();
    for _ in 0..40 {
        let loud = town.person().id;
        for end in 1..=8 {
            town.fake.types(loud, &"备案要多久呢".chars().take(end).collect::<String>());
        }
    }
    let toasts = town.fake.toasts(other.id).len();
    town.fake.press(other.id, panel.id, "forged");
    assert!(block_on(town.fake.toast_of(other.id, toasts, LIMIT)).is_some(), "a press is answered");
    town.drain();
    assert_eq!(town.fake.breaches(), Vec::<String>::new());
}

#[test]
fn nothing_is_offered_twice() {
    let town = Town::open();
    let user = town.person().id;
    for words in ["办新闻网站要前置审批吗", "we sell medicine online, is a pre-approval needed?"] {
        let titles: Vec<String> = offered(&town, user, words).into_iter().map(|offer| offer.title).collect();
        let mut once = titles.clone();
        once.sort();
        once.dedup();
        assert!(!titles.is_empty() && once.len() == titles.len(), "{words}: {titles:?}");
    }
}
