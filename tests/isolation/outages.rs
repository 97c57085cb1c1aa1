//! The server fails for longer than a moment, or something else answers in its place: what was said waits, and is said.

use std::sync::Arc;
use std::time::{Duration, Instant};

use beian::clock::Clock;
use beian::engine::{ApplicantId, Cause, LanguageHint};
use chrono::TimeDelta;

use super::crowd::number;
use super::inprocess::{End, Persona, Walk, noon};
use super::inservice::{Served, Troubled, engine};
use super::serve::{LIMIT, UNLIMITED, block_on};
use super::telegram::{Fake, Fault};

/// Somebody who saw the first panel.
fn begun(user: i64) -> (Fake, Arc<Troubled>, Served) {
    let (fake, store) = (Fake::start(), Arc::new(Troubled::default()));
    let served = Served::start(&fake, &store, &Clock::Wall, UNLIMITED);
    fake.starts(user, "");
    assert!(block_on(fake.next_of(user, 0, LIMIT)).is_some(), "the first panel never came");
    (fake, store, served)
}

/// Waits until nothing waits to be sent any more.
fn settled(served: &Served, within: Duration) {
    let begin = Instant::now();
    while block_on(served.outbox_len()) > 0 {
        assert!(begin.elapsed() < within, "something waits still");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// How often a call fails in an outage; each pause is twice as long as the one before it. `BEIAN_OUTAGE=9` takes two minutes.
fn failure_count() -> u64 {
    number("BEIAN_OUTAGE", 5)
}

#[test]
fn however_long_an_outage_is_no_answer_is_lost() {
    let user = 36_001;
    let (fake, store) = (Fake::start(), Arc::new(Troubled::default()));
    let served = Served::start(&fake, &store, &Clock::Wall, UNLIMITED);
    let mut failures = 0..failure_count();
    fake.faults(move |asked| {
        let fails = asked.method == "sendMessage" && failures.next().is_some();
        fails.then_some(Fault::Html { status: 502, applied: false })
    });
    fake.starts(user, "");
    let shown = block_on(fake.next_of(user, 0, LIMIT + Duration::from_secs(1 << failure_count())));
    assert!(shown.is_some(), "the answer was given up");
    settled(&served, LIMIT);
    assert_eq!(fake.sent(user), 1);
    served.kill();
}

#[test]
fn who_answers_in_the_server_s_place_is_not_believed() {
    let user = 36_002;
    let (fake, _store, served) = begun(user);
    for (status, language, words) in
        [(401, "en", "step 1 of"), (403, "zh-CN", "第 1 步"), (404, "en", "step 1 of")]
    {
        fake.next("sendMessage", Fault::Foreign { status });
        fake.say(user, &format!("/language {language}"));
        let is_there = || fake.last(user).is_some_and(|last| last.text.contains(words));
        let begin = Instant::now();
        while !is_there() {
            assert!(begin.elapsed() < LIMIT, "{status} took the answer away: {:?}", fake.last(user));
            std::thread::sleep(Duration::from_millis(10));
        }
    }
    assert!(served.is_running());
    served.kill();
}

#[test]
fn one_refusal_of_the_token_ends_nothing() {
    let user = 36_003;
    let (fake, _store, served) = begun(user);
    let sent = fake.sent(user);
    fake.next("sendMessage", Fault::Json { status: 401, applied: false });
    fake.say(user, "/help");
    assert!(block_on(fake.next_of(user, sent, LIMIT)).is_some(), "the answer is lost");
    assert!(served.is_running());
    served.kill();
}

#[test]
fn what_cannot_be_edited_is_sent_anew() {
    let user = 36_004;
    let (fake, _store, served) = begun(user);
    fake.faults(|asked| {
        let edits = asked.method == "editMessageText";
        edits.then_some(Fault::Json { status: 400, applied: false })
    });
    let shown = fake.last(user).expect("the first panel is there");
    fake.press(user, shown.id, shown.data()[0]);
    let anew = block_on(fake.next_of(user, 1, LIMIT));
    assert!(anew.is_some_and(|anew| anew.text != shown.text), "the next panel is lost");
    served.kill();
}

#[test]
fn who_blocks_and_returns_while_they_are_spoken_to_hears_nothing_twice() {
    let user = 36_005;
    let (fake, _store, served) = begun(user);
    let begin = Instant::now();
    fake.faults(move |asked| {
        let concerns = asked.method == "sendMessage" && asked.chat == Some(user);
        let early = begin.elapsed() < Duration::from_millis(500);
        let late = || Fault::LateAnswer(Duration::from_millis(800));
        concerns.then(|| if early { Fault::TooMany { retry_after: 1 } } else { late() })
    });
    fake.say(user, "/help");
    std::thread::sleep(Duration::from_millis(200));
    fake.blocks(user);
    std::thread::sleep(Duration::from_millis(200));
    fake.returns(user);
    fake.say(user, "/repeat");
    std::thread::sleep(Duration::from_secs(4));
    settled(&served, LIMIT);
    let chat = fake.chat(user);
    let panels: Vec<_> = chat.iter().filter_map(|message| message.data().first().copied()).collect();
    let different: std::collections::BTreeSet<_> = panels.iter().collect();
    assert_eq!(different.len(), panels.len(), "a panel was shown twice: {panels:?}");
    assert!(chat.len() >= 2, "what was said after the return is lost");
    served.kill();
}

#[test]
fn presses_that_the_server_answers_late_do_not_pile_up() {
    let (user, other) = (36_006, 36_106);
    let (fake, _store, served) = begun(user);
    fake.starts(other, "");
    assert!(block_on(fake.next_of(other, 0, LIMIT)).is_some());
    fake.faults(|asked| {
        let late = asked.method == "answerCallbackQuery" || asked.method == "editMessageReplyMarkup";
        late.then_some(Fault::LateAnswer(Duration::from_secs(9)))
    });
    let shown = fake.last(user).expect("the first panel is there");
    for number in 0..300 {
        fake.press(user, shown.id, &format!("x{number}"));
    }
    let sent = fake.sent(other);
    fake.say(other, "/help");
    assert!(block_on(fake.next_of(other, sent, Duration::from_secs(5))).is_some(), "others are held up");
    let under_way = fake.calls().of("answerCallbackQuery") + fake.calls().of("editMessageReplyMarkup");
    assert!(under_way <= 32, "{under_way} answers to one person's presses are under way");
    served.kill();
}

/// Somebody who was told of the SMS codes, so that a reminder is due 21 hours later.
fn reminded(user: i64) -> (Fake, Served, Clock) {
    let (fake, store) = (Fake::start(), Arc::new(Troubled::default()));
    let content = beian::content::shipped();
    let mut walk = Walk::new(&content, &Persona::new("somebody"));
    assert_eq!(walk.until_stage("sms"), End::There);
    let at = noon("2026-07-01");
    block_on(async {
        let (engine, who) = (engine(&store), ApplicantId::telegram(user));
        for event in &walk.events {
            let turned = engine.turn(&who, &Cause::default(), event, LanguageHint::default(), at).await;
            let messages = turned.expect("the store works").messages;
            let keys = messages.into_iter().filter_map(|pending| pending.key).collect();
            engine.delivered(keys).await.expect("the store works");
        }
    });
    let clock = Clock::frozen(at);
    let served = Served::start(&fake, &store, &clock, UNLIMITED);
    fake.say(user, "/repeat");
    assert!(block_on(fake.next_of(user, 0, LIMIT)).is_some());
    settled(&served, LIMIT);
    clock.set(at + TimeDelta::hours(21));
    (fake, served, clock)
}

#[test]
fn a_reminder_waits_for_the_end_of_an_outage() {
    let user = 36_007;
    let (fake, served, _clock) = reminded(user);
    let sent = fake.sent(user);
    for _ in 0..4 {
        fake.next("sendMessage", Fault::Html { status: 502, applied: false });
    }
    served.remind();
    assert!(block_on(fake.next_of(user, sent, LIMIT)).is_some(), "the reminder was given up");
    settled(&served, LIMIT);
    assert_eq!(fake.sent(user), sent + 1);
    served.kill();
}

#[test]
fn a_reminder_of_unknown_fate_holds_up_no_answer() {
    let user = 36_008;
    let (fake, served, _clock) = reminded(user);
    fake.next("sendMessage", Fault::ResetBefore);
    let sent = fake.sent(user);
    served.remind();
    std::thread::sleep(Duration::from_millis(500));
    fake.say(user, "/repeat");
    let answered = block_on(fake.next_of(user, sent, Duration::from_secs(5)));
    assert!(answered.is_some(), "the answer waits behind the reminder");
    settled(&served, LIMIT);
    assert_eq!(fake.sent(user), sent + 1, "the reminder stands above the answer, in one message");
    served.kill();
}
