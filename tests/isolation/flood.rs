//! One chat floods, one person's turns are slow, one person's turns panic: the others do not notice.

use std::sync::Arc;
use std::time::{Duration, Instant};

use beian::clock::Clock;
use beian::dialogue::Event;
use beian::engine::{ApplicantId, Cause, LanguageHint};
use beian::personal::Personal;
use beian::store::{Store, Table};

use crate::crowd::{Person, crowd, findings};
use crate::inservice::{Served, Trouble, Troubled, engine, log_of};
use crate::serve::{Home, LIMIT, UNLIMITED, block_on};
use crate::telegram::{Fake, Fault, Shown};
use crate::{
    FLOODER, Flood, OTHERS, POISONED, SLOW, TRY_COUNT_MAX, WAIT_MAX, answer, live, number_of_seed, others,
    seconds,
};

/// Whose every read panics; whose rows do not open.
const UNREADABLE: i64 = 31_004;
const UNOPENED: i64 = 31_005;

/// For whom much waits before the start.
const UNREAD: i64 = 31_007;

/// Whose chat cannot be spoken to for a while.
const PAUSED: i64 = 31_006;

/// The words of `set-aside`.
const SET_ASIDE: &str = "没能处理";

/// The words of `too-fast`.
const TOO_FAST: &str = "发得太快了";

#[test]
fn a_flood_slow_turns_and_panics_are_nobody_elses() {
    const SLOWLY: Duration = Duration::from_secs(2);
    let (fake, store) = (Fake::start(), Arc::new(Troubled::default()));
    let served = Served::start(&fake, &store, &Clock::Wall, UNLIMITED);
    let mut people = others(8, None);
    // Everybody is known before the troubles begin.
    fake.starts(POISONED, "");
    answer(&fake, POISONED, 0, "the poisoned person's start");
    store.trouble(POISONED, Some(Trouble::PanicsAtChanges));
    for try_count in 1..=TRY_COUNT_MAX {
        let (calm, flooded);
        (people, _, calm) = live(&fake, people, seconds(2));
        let slow = SLOW + i64::try_from(try_count).expect("few tries");
        store.trouble(slow, Some(Trouble::Slow(SLOWLY)));
        let slow = crowd(&fake, vec![Person::new(slow, number_of_seed())], LIMIT, |slow| slow.turns >= 2);
        let flood = Flood::begin(&fake, "/progress");
        let before = fake.sent(POISONED);
        let panics = fake.say(POISONED, "中文");
        let count;
        (people, count, flooded) = live(&fake, people, seconds(4));
        let flood = flood.end();
        // The person is told, and whatever comes next is answered.
        let told = answer(&fake, POISONED, before, "the poisoned person");
        assert!(told.text.contains(SET_ASIDE), "{}", told.text);
        assert!(fake.confirmed(panics));
        let before = fake.sent(POISONED);
        fake.say(POISONED, "/help");
        let helped = answer(&fake, POISONED, before, "the next message after a panic");
        assert!(!helped.text.contains(SET_ASIDE), "{}", helped.text);
        let slow = slow.join().expect("the slow person is answered");
        assert_eq!(findings(&slow), Vec::<String>::new());
        assert!(slow[0].waits.iter().all(|wait| *wait >= SLOWLY), "the turns were slow: {:?}", slow[0].waits);
        println!(
            "in one process: others waited {:?}, p99 {:?} alone, and {:?}, p99 {:?}, longest {:?} of {count} beside \
             {flood} messages of one chat, turns of {SLOWLY:?} and turns that panic",
            calm.0, calm.1, flooded.0, flooded.1, flooded.2
        );
        assert!(served.is_running(), "the bot goes on");
        let is_met = flooded.1 < WAIT_MAX;
        assert!(is_met || try_count < TRY_COUNT_MAX, "others waited p99 {:?}", flooded.1);
        if is_met {
            break;
        }
    }
    let log = log_of(POISONED);
    let tries = log.matches("a turn panicked").count();
    assert!(tries >= 3 && tries.is_multiple_of(3), "three tries for each: {log}");
    let errors =
        log.lines().filter(|line| line.contains("ERROR") && line.contains("an update was set aside"));
    assert_eq!(errors.count(), tries / 3, "the operator is told: {log}");
    assert_eq!(fake.breaches(), Vec::<String>::new());
    served.kill();
}

#[test]
fn much_that_waits_for_one_chat_ends_in_one_message_and_not_the_bot() {
    /// More than one commit takes.
    const COUNT: u64 = 1_500;
    let (fake, store) = (Fake::start(), Arc::new(Troubled::default()));
    let served = Served::start(&fake, &store, &Clock::Wall, UNLIMITED);
    fake.starts(PAUSED, "");
    answer(&fake, PAUSED, 0, "a start");
    fake.faults(|asked| (asked.chat == Some(PAUSED)).then_some(Fault::TooMany { retry_after: 1 }));
    for _ in 0..COUNT {
        fake.say(PAUSED, "/repeat");
    }
    assert!(block_on(fake.drained(3 * LIMIT)), "all is confirmed");
    // Answered by the same lane, behind all others.
    let last = fake.say(PAUSED, "/language en");
    assert!(block_on(fake.confirms(last, LIMIT)));
    let waits = || block_on(served.outbox_len()) < usize::try_from(COUNT).expect("few");
    let patience = Instant::now() + 3 * LIMIT;
    while waits() {
        assert!(Instant::now() < patience, "all turns are made");
        std::thread::sleep(Duration::from_millis(50));
    }
    fake.calm();
    let in_english = |seen: &[Shown]| seen.last().is_some_and(|last| last.text.contains("step 1 of 7"));
    assert!(block_on(fake.shows(PAUSED, LIMIT, in_english)), "{:?}", fake.last(PAUSED));
    assert!(served.is_running(), "the bot goes on");
    println!("{COUNT} panels that waited came as {} messages", fake.sent(PAUSED) - 1);
    assert!(fake.sent(PAUSED) <= 3);
    served.stop();
}

#[test]
fn much_that_waits_outlives_a_stop_and_can_be_forgotten() {
    /// More than one look at a table takes.
    const COUNT: u64 = 1_100;
    let (fake, store) = (Fake::start(), Arc::new(Troubled::default()));
    let who = ApplicantId::telegram(UNREAD);
    let engine = engine(&store);
    fake.starts(UNREAD, "");
    let turns = |count: u64, words: &str| {
        let (hint, now) = (LanguageHint::default(), Clock::Wall.now());
        let event = if words.is_empty() { Event::Arrived } else { Event::Typed(Personal::from(words)) };
        block_on(async {
            for _ in 0..count {
                engine.turn(&who, &Cause::default(), &event, hint, now).await.expect("a turn");
            }
        });
    };
    turns(COUNT, "");
    turns(1, "/language en");
    let served = Served::start(&fake, &store, &Clock::Wall, UNLIMITED);
    let in_english = |seen: &[Shown]| seen.last().is_some_and(|last| last.text.contains("step 1 of 7"));
    assert!(block_on(fake.shows(UNREAD, LIMIT, in_english)), "{:?}", fake.last(UNREAD));
    served.stop();
    turns(COUNT, "");
    turns(1, "/forget");
    turns(1, "是");
    let kept = block_on(store.scan(Table::Outbox, &[], &[], usize::MAX)).expect("the table reads");
    assert_eq!(kept.len(), 1, "of somebody who is forgotten no message is left but that it was done");
}

#[test]
fn whose_rows_do_not_open_keeps_nobody_else_from_a_start() {
    let (fake, store) = (Fake::start(), Arc::new(Troubled::default()));
    let served = Served::start(&fake, &store, &Clock::Wall, UNLIMITED);
    fake.starts(UNOPENED, "");
    answer(&fake, UNOPENED, 0, "a start");
    // Something is committed, and cannot be said before the end.
    fake.faults(|asked| (asked.method != "getUpdates").then_some(Fault::ResetBefore));
    let update = fake.say(UNOPENED, "/help");
    assert!(block_on(fake.confirms(update, LIMIT)));
    served.kill();
    fake.calm();
    store.trouble(UNOPENED, Some(Trouble::Garbled));
    let served = Served::start(&fake, &store, &Clock::Wall, UNLIMITED);
    fake.starts(OTHERS, "");
    answer(&fake, OTHERS, 0, "somebody else");
    let before = fake.sent(UNOPENED);
    fake.say(UNOPENED, "/help");
    let told = answer(&fake, UNOPENED, before, "whose rows do not open");
    assert!(told.text.contains(SET_ASIDE), "{}", told.text);
    assert!(log_of(UNOPENED).contains("ERROR"), "the operator is told");
    served.stop();
}

#[test]
fn who_cannot_even_be_told_apart_is_told_so_and_answered_once_all_is_well() {
    let (fake, store) = (Fake::start(), Arc::new(Troubled::default()));
    let served = Served::start(&fake, &store, &Clock::Wall, UNLIMITED);
    store.trouble(UNREADABLE, Some(Trouble::Panics));
    fake.starts(UNREADABLE, "");
    let told = answer(&fake, UNREADABLE, 0, "whatever is read panics");
    assert!(told.text.contains(SET_ASIDE), "{}", told.text);
    let before = fake.sent(UNREADABLE);
    fake.say(UNREADABLE, "/help");
    answer(&fake, UNREADABLE, before, "a second message that panics");
    store.trouble(UNREADABLE, None);
    let before = fake.sent(UNREADABLE);
    fake.starts(UNREADABLE, "");
    let hello = answer(&fake, UNREADABLE, before, "a message once all is well");
    assert!(!hello.text.contains(SET_ASIDE), "{}", hello.text);
    served.stop();
}

#[test]
fn a_flood_without_limits_delays_nobody() {
    let (fake, people) = (Fake::start(), others(8, None));
    let home = Home::new(&fake, UNLIMITED);
    flooded(&fake, &home, people, "no limits");
}

#[test]
fn a_flood_within_the_usual_limits_delays_nobody_and_is_told_so() {
    // Slow enough for the pace of one chat.
    let (fake, people) = (Fake::start(), others(15, Some(Duration::from_millis(1300))));
    let home = Home::new(&fake, "");
    let tries = flooded(&fake, &home, people, "the usual limits");
    let seen = fake.chat(FLOODER);
    let told = seen.iter().filter(|shown| shown.text.contains(TOO_FAST)).count();
    assert_eq!(
        told,
        1,
        "once a minute, over {tries} tries: {:?}",
        seen.iter().map(|shown| &shown.text).collect::<Vec<_>>()
    );
}

/// Floods a bot, then lets the flooder be answered again; how many tries it took.
fn flooded(fake: &Fake, home: &Home, mut people: Vec<Person>, what: &str) -> usize {
    let mut bot = home.serve();
    for try_count in 1..=TRY_COUNT_MAX {
        let (calm, flooded, count);
        (people, _, calm) = live(fake, people, seconds(3));
        let flood = Flood::begin(fake, "/repeat");
        (people, count, flooded) = live(fake, people, seconds(4));
        let flood = flood.end();
        println!(
            "{what}: others waited {:?}, p99 {:?} alone, and {:?}, p99 {:?}, longest {:?} of {count} beside {flood} \
             messages of one chat",
            calm.0, calm.1, flooded.0, flooded.1, flooded.2
        );
        assert!(bot.is_running(), "the bot goes on: {}", home.log());
        let is_met = flooded.1 < WAIT_MAX;
        assert!(is_met || try_count < TRY_COUNT_MAX, "{what}: others waited p99 {:?}", flooded.1);
        if is_met {
            assert!(block_on(fake.drained(3 * LIMIT)), "all is confirmed in the end");
            // The flooder is heard again, and what they say then is answered, behind all that was said before.
            let patience = Instant::now() + LIMIT + Duration::from_millis(20 * flood);
            let answers = || {
                fake.say(FLOODER, "/language en");
                let in_english =
                    |seen: &[Shown]| seen.last().is_some_and(|last| last.text.contains("step 1 of 7"));
                block_on(fake.shows(FLOODER, Duration::from_secs(2), in_english))
            };
            while !answers() {
                assert!(Instant::now() < patience, "the flooder is answered again: {:?}", fake.last(FLOODER));
            }
            assert_eq!(fake.breaches(), Vec::<String>::new());
            assert!(bot.stop().0.success());
            return try_count;
        }
    }
    unreachable!("the last try is met or failed")
}
