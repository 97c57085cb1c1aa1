//! The bot keeps the pace that Telegram allows, and answers go before reminders.

use std::sync::Arc;
use std::time::{Duration, Instant};

use beian::clock::Clock;
use beian::content::shipped;
use beian::dialogue::Event;
use beian::engine::{ApplicantId, Cause, LanguageHint};
use chrono::{DateTime, TimeDelta, Utc};

use crate::inprocess::{End, Persona, Walk};
use crate::inservice::{Served, Troubled, engine};
use crate::serve::{Home, block_on, until};
use crate::telegram::{Call, Fake};
use crate::{OTHERS, live, others, seconds};

/// Messages in all in a second.
const TOTAL_PER_S: usize = 30;

/// Messages to one chat at once, and then one a second.
const CHAT_BURST: u32 = 3;

const SECOND: Duration = Duration::from_secs(1);

/// What a call may be early by on its way here.
const SLACK: Duration = Duration::from_millis(20);

/// When messages were shown, sent or edited, oldest first.
fn shown(calls: &[Call]) -> Vec<(Instant, i64)> {
    let shows = |call: &&Call| matches!(call.method, "sendMessage" | "editMessageText") && call.is_applied();
    calls.iter().filter(shows).filter_map(|call| Some((call.at, call.chat?))).collect()
}

/// The most that lie within any second.
fn most_in_a_second(times: &[Instant]) -> usize {
    let within =
        |at: usize| times[at..].iter().take_while(|time| **time - times[at] + SLACK < SECOND).count();
    (0..times.len()).map(within).max().unwrap_or(0)
}

#[test]
fn never_more_than_thirty_a_second_and_one_a_second_to_a_chat() {
    const PEOPLE: i64 = 70;
    let fake = Fake::start();
    fake.record(true);
    // People may say what they like: only the bot's own pace is looked at.
    let home = Home::new(&fake, "[limits]\nper_user_burst = 0\nper_user_per_s = 0\n");
    let bot = home.serve();
    let (people, _, (median, _, longest)) = live(&fake, others(PEOPLE, None), seconds(4));
    let calls = shown(&fake.take_recorded());
    let times: Vec<Instant> = calls.iter().map(|(at, _)| *at).collect();
    let most = most_in_a_second(&times);
    let mut most_of_chat = 0;
    for person in &people {
        let own: Vec<Instant> =
            calls.iter().filter(|(_, chat)| *chat == person.id).map(|(at, _)| *at).collect();
        for (at, first) in own.iter().enumerate() {
            for (count, last) in own[at..].iter().enumerate() {
                let length = *last - *first;
                let allowed = u64::from(CHAT_BURST) + (length + SLACK).as_secs();
                let sent = count as u64 + 1;
                assert!(sent <= allowed, "{sent} to {} in {length:?}", person.id);
            }
        }
        most_of_chat = most_of_chat.max(most_in_a_second(&own));
    }
    println!(
        "{PEOPLE} people in closed loops: {} messages, at most {most} in any second, {most_of_chat} to one chat; waits {median:?}, longest {longest:?}",
        times.len(),
    );
    assert!(times.len() > TOTAL_PER_S * 2, "the pace was felt: {}", times.len());
    assert!(most <= TOTAL_PER_S, "{most} in a second");
    assert!(bot.stop().0.success());
}

/// A time at which a filing may stand where its text messages are waited for.
fn noon() -> DateTime<Utc> {
    crate::inprocess::noon("2026-07-01")
}

/// What somebody does until the administration's text message is waited for.
fn until_sms() -> Vec<Event> {
    let content = shipped();
    let mut walk = Walk::new(&content, &Persona::new("somebody"));
    assert_eq!(walk.until_stage("sms"), End::There, "the way leads there");
    walk.events
}

#[test]
fn answers_go_before_reminders() {
    const REMINDED: i64 = 40;
    const ANSWERED: i64 = 12;
    let (fake, store) = (Fake::start(), Arc::new(Troubled::default()));
    let events = until_sms();
    block_on(async {
        let (engine, hint) = (engine(&store), LanguageHint::default());
        for user in OTHERS..OTHERS + REMINDED {
            let who = ApplicantId::telegram(user);
            for event in &events {
                let turned = engine.turn(&who, &Cause::default(), event, hint, noon()).await.expect("a turn");
                let keys = turned.messages.into_iter().filter_map(|pending| pending.key).collect();
                engine.delivered(keys).await.expect("marked");
            }
        }
    });
    let clock = Clock::frozen(noon());
    let served = Served::start(&fake, &store, &clock, "[limits]\nper_user_burst = 0\n");
    for user in OTHERS..OTHERS + REMINDED {
        fake.say(user, "/repeat");
    }
    for user in OTHERS..OTHERS + REMINDED {
        until(&fake, user, "where the filing stands", |seen| seen.len() == 1);
    }
    clock.set(noon() + TimeDelta::hours(21));
    served.remind();
    let asked: Vec<i64> = (0..ANSWERED).map(|number| OTHERS + 1000 + number).collect();
    for user in &asked {
        fake.starts(*user, "");
    }
    let mut times = Vec::new();
    for user in OTHERS..OTHERS + REMINDED {
        let seen = until(&fake, user, "one reminder", |seen| seen.len() == 2);
        times.push((seen[1].sent_at, false));
    }
    for user in asked {
        let seen = until(&fake, user, "one hello", |seen| seen.len() == 1);
        times.push((seen[0].sent_at, true));
    }
    times.sort();
    let order: Vec<bool> = times.into_iter().map(|(_, is_answer)| is_answer).collect();
    let first = order.iter().position(|is_answer| *is_answer).expect("answers came");
    let last = order.iter().rposition(|is_answer| *is_answer).expect("answers came");
    let between = (first..last).filter(|at| !order[*at]).count();
    println!(
        "{REMINDED} reminders and {ANSWERED} answers: the answers went at places {first} to {last}, {between} reminders between them"
    );
    // Updates come in one batch or two, and a reminder may have been on its way.
    assert!(between <= 3, "{between} reminders went before answers that waited");
    assert!(last < order.len() - 10, "reminders were left to wait");
    served.stop();
    let once = |user: i64| fake.sent(user) == if user < OTHERS + REMINDED { 2 } else { 1 };
    let all = (OTHERS..OTHERS + REMINDED).chain(OTHERS + 1000..OTHERS + 1000 + ANSWERED);
    assert_eq!(all.filter(|user| !once(*user)).count(), 0, "each once");
}
