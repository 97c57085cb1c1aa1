//! Whatever is larger than Telegram lets it be is answered too, and ends nobody.

use std::sync::Arc;

use beian::clock::Clock;

use crate::inservice::{Served, Trouble, Troubled};
use crate::inside::{SET_ASIDE, answer, met_by, rests, serve};
use crate::people::{Person, Town, asks};
use crate::serve::{LIMIT, block_on};
use crate::telegram::Fake;

/// The words of `too-long`.
const TOO_LONG: &str = "太长了";

#[test]
fn a_text_that_no_row_takes_is_told_to_be_too_long() {
    let mut town = Town::open();
    let id = town.person().id;
    let person = Person { town: &town, id };
    let before = person.starts();
    for letter in ["a", "备", "\u{1}", "\\"] {
        let panel = person.says(&letter.repeat(70_000));
        assert!(panel.text.contains(TOO_LONG), "{}", panel.text);
        assert_eq!(asks(&panel), asks(&before));
    }
    // Whatever is there at the start waits in the inbox first.
    town.stop();
    let sent = town.fake.sent(id);
    town.fake.say(id, &"\u{1}".repeat(70_000));
    town.restart();
    assert!(answer(&town.fake, id, sent, "a long text before the start").text.contains(TOO_LONG));
    assert!(town.is_running());
}

#[test]
fn what_is_too_large_to_wait_is_set_aside_alone() {
    let (user, neighbour) = (7_013_001, 7_013_002);
    let (fake, store, served) = met_by(user);
    served.stop();
    store.trouble(user, Some(Trouble::TooLarge));
    let sent = fake.sent(user);
    fake.starts(neighbour, "");
    fake.say(user, "/language en");
    let served = serve(&fake, &store);
    let told = answer(&fake, user, sent, "whose update is too large");
    assert!(told.text.contains(SET_ASIDE), "{}", told.text);
    answer(&fake, neighbour, 0, "somebody else in the same answer");
    rests(&fake, &served);
    store.trouble(user, None);
    fake.say(user, "/help");
    answer(&fake, user, sent + 1, "the next words");
    assert!(served.is_running());
    served.stop();
}

#[test]
fn too_many_presses_that_carry_too_much_are_all_answered() {
    const COUNT: usize = 8;
    const NARROW: &str = "[limits]\nper_user_burst = 2\nper_user_per_s = 1\n";
    let user = 7_013_003;
    let (fake, store) = (Fake::start(), Arc::new(Troubled::default()));
    let served = Served::start(&fake, &store, &Clock::Wall, NARROW);
    fake.starts(user, "");
    let panel = answer(&fake, user, 0, "a start");
    for _ in 0..COUNT {
        fake.press(user, panel.id, &"x".repeat(300));
    }
    assert!(block_on(fake.toast_of(user, COUNT - 1, LIMIT)).is_some(), "{:?}", fake.toasts(user));
    rests(&fake, &served);
    assert!(served.is_running());
    served.stop();
}
