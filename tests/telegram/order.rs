//! What waits is done in the order in which it came, whatever clocks and numbers do.

use std::sync::Arc;

use beian::clock::Clock;
use beian::content::Language;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::inservice::{Served, Trouble, Troubled};
use crate::inside::{answer, eventually, language, met_by, rests, serve, waiting_count};
use crate::serve::{LIMIT, UNLIMITED, block_on};
use crate::telegram::{Fake, Fault};

/// What somebody says in this order leaves the second language.
const WORDS: [&str; 2] = ["/language en", "/language zh-CN"];

/// Waits until all is done, and looks which of the words were taken last.
fn check_second(fake: &Fake, store: &Arc<Troubled>, served: &Served, user: i64) {
    eventually("all is done", || waiting_count(store) == 0);
    rests(fake, served);
    assert_eq!(language(store, user), Some(Language::ZhCn));
}

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_780_000_000, 0).expect("a moment")
}

/// Somebody who was answered once, by this clock.
fn met_at(clock: &Clock, fake: &Fake, store: &Arc<Troubled>, user: i64) -> Served {
    let served = Served::start(fake, store, clock, UNLIMITED);
    fake.starts(user, "");
    answer(fake, user, 0, "a start");
    rests(fake, &served);
    served
}

#[test]
fn a_clock_that_goes_back_between_two_lives_turns_nothing_round() {
    let user = 7_012_001;
    let (fake, store) = (Fake::start(), Arc::new(Troubled::default()));
    let clock = Clock::frozen(noon());
    let served = met_at(&clock, &fake, &store, user);
    // Each life ends before anything is done, and the second has an older clock.
    store.trouble(user, Some(Trouble::Hangs));
    let first = fake.say(user, WORDS[0]);
    assert!(block_on(fake.confirms(first, LIMIT)));
    served.kill();
    clock.set(noon() - TimeDelta::seconds(10));
    let served = Served::start(&fake, &store, &clock, UNLIMITED);
    let second = fake.say(user, WORDS[1]);
    assert!(block_on(fake.confirms(second, LIMIT)));
    served.kill();
    store.trouble(user, None);
    let served = Served::start(&fake, &store, &clock, UNLIMITED);
    check_second(&fake, &store, &served, user);
    served.stop();
}

#[test]
fn a_clock_that_goes_back_in_one_life_turns_nothing_round() {
    let user = 7_012_002;
    let (fake, store) = (Fake::start(), Arc::new(Troubled::default()));
    let clock = Clock::frozen(noon());
    let served = met_at(&clock, &fake, &store, user);
    store.trouble(user, Some(Trouble::Hangs));
    for words in WORDS {
        let update = fake.say(user, words);
        assert!(block_on(fake.confirms(update, LIMIT)));
        clock.set(noon() - TimeDelta::seconds(10));
    }
    served.kill();
    store.trouble(user, None);
    let served = Served::start(&fake, &store, &clock, UNLIMITED);
    check_second(&fake, &store, &served, user);
    served.stop();
}

#[test]
fn of_one_answer_what_stands_first_is_done_first_though_numbers_began_anew() {
    let (user, neighbour) = (7_012_003, 7_012_004);
    let (fake, store, served) = met_by(user);
    served.stop();
    let said = |update: u64, message: u64, words: &str| -> Value {
        let from = json!({ "id": user, "is_bot": false, "first_name": "P" });
        let chat = json!({ "id": user, "type": "private" });
        json!({ "update_id": update,
            "message": { "message_id": message, "from": from, "chat": chat, "date": 1, "text": words } })
    };
    let updates = [said(600_000_000, 7_001, WORDS[0]), said(12, 7_002, WORDS[1])];
    let body = json!({ "ok": true, "result": updates }).to_string();
    fake.next("getUpdates", Fault::Wrong(body.leak()));
    // The first call brings those, the second somebody else.
    fake.starts(neighbour, "");
    let served = serve(&fake, &store);
    answer(&fake, neighbour, 0, "somebody else");
    check_second(&fake, &store, &served, user);
    served.stop();
}
