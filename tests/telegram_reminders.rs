//! Reminders of the real binary over real HTTP: killed while they go out, and very many at once.
//!
//! `BEIAN_KILLS=200 cargo test --test telegram_reminders killed -- --nocapture`;
//! `BEIAN_REMINDERS=10000 cargo test --release --test telegram_reminders at_once -- --nocapture`.

#[path = "support/inprocess.rs"]
#[allow(dead_code, reason = "each test uses a part of the support")]
mod inprocess;
#[path = "support/serve.rs"]
mod serve;
#[path = "support/telegram/mod.rs"]
mod telegram;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use beian::content::shipped;
use beian::dialogue::{Event, State};
use beian::engine::{ApplicantId, Cause, Engine, LanguageHint, Settings};
use beian::personal::Personal;
use beian::store::Store;
use beian::store::sled::SledStore;
use beian::store::vault::KeyPlace;
use chrono::{DateTime, TimeDelta, Utc};
use inprocess::{End, Persona, Walk};
use serve::{Home, LIMIT, UNLIMITED, block_on, until};
use telegram::{Fake, Random};

/// The first of the people.
const FIRST: i64 = 20_001;

/// How long after the window opens the first reminder comes.
const FIRST_REMINDER: TimeDelta = TimeDelta::hours(20);

/// What the reminder says.
const WORDS: &str = "大约还剩";

/// A call that was under way at a kill takes effect so long behind it at most.
const UNDER_WAY: Duration = Duration::from_millis(500);

/// How long a life of the bot may last.
const LIFE_MS_MAX: u64 = 400;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

#[expect(clippy::disallowed_methods, reason = "the binary under test goes by the wall clock")]
fn wall() -> DateTime<Utc> {
    Utc::now()
}

/// The events that lead to the SMS window, of which the last opens it.
fn course() -> Vec<Event> {
    let content = shipped();
    let mut walk = Walk::new(&content, &Persona::new("somebody"));
    assert_eq!(walk.until_stage("sms"), End::There);
    let night = Event::Typed(Personal::from("/quiet off"));
    std::iter::once(night).chain(walk.events).collect()
}

/// People whose window opened so long ago that their reminder is due at these instants.
async fn waiting(home: &Path, due: &[DateTime<Utc>]) {
    let data = home.join("data");
    let store: Arc<dyn Store> = Arc::new(SledStore::open(&data).expect("the store opens"));
    let place = KeyPlace { file: home.join("data.key"), data_folder: data };
    let master = place.master_key(None, store.as_ref()).await.expect("a key is made");
    let settings = Settings { edition: "current".to_owned(), team: false };
    let engine = Arc::new(Engine::new(Arc::clone(&store), master, shipped(), settings));
    let course = Arc::new(course());
    let hint = LanguageHint { language: Some(beian::content::Language::ZhCn), chosen: true };
    let lead = |(number, due): (i64, DateTime<Utc>)| {
        let (engine, course) = (Arc::clone(&engine), Arc::clone(&course));
        async move {
            let who = ApplicantId::telegram(FIRST + number);
            for event in course.iter() {
                let at = due - FIRST_REMINDER;
                let turned = engine.turn(&who, &Cause::default(), event, hint, at).await.expect("a turn");
                let said = turned.messages.into_iter().filter_map(|pending| pending.key);
                engine.delivered(said.collect()).await.expect("it is marked");
            }
            let state: State = engine.state(&who).await.expect("it reads").expect("it is there");
            let filing = state.active().expect("a filing");
            assert!(
                filing.moments.iter().any(|moment| moment.due == due && !moment.over),
                "{:?}",
                filing.moments
            );
        }
    };
    // Together, so that commits share their disk writes.
    for some in (0..).zip(due.iter().copied()).collect::<Vec<_>>().chunks(200) {
        futures_util::future::join_all(some.iter().copied().map(lead)).await;
    }
    drop(engine);
    store.close().await.expect("the store closes");
}

/// How often each person was sent the reminder, and when.
fn reminded(fake: &Fake) -> BTreeMap<i64, Vec<Instant>> {
    let mut reminded: BTreeMap<i64, Vec<Instant>> = BTreeMap::new();
    for call in fake.take_recorded() {
        let text = call.json["text"].as_str().unwrap_or_default();
        if let (Some(chat), true) =
            (call.chat, call.is_applied() && call.method == "sendMessage" && text.contains(WORDS))
        {
            reminded.entry(chat).or_default().push(call.at);
        }
    }
    reminded
}

#[test]
fn killed_while_reminders_go_out_each_arrives_once() {
    let (kills, seed) = (number("BEIAN_KILLS", 12), number("BEIAN_SEED", 1));
    let count = i64::try_from(number("BEIAN_PEOPLE", 8 * kills)).expect("people fit");
    let fake = Fake::start();
    fake.record(true);
    let home = Home::new(&fake, UNLIMITED);
    for number in 0..count {
        fake.say(FIRST + number, "/repeat");
    }
    // While the bot lives and dies, ever more becomes due.
    let lives = TimeDelta::milliseconds(i64::try_from(kills * 700).expect("it fits"));
    let begins = wall() + TimeDelta::seconds(4 + count / 40);
    let due: Vec<DateTime<Utc>> = (0..count)
        .map(|number| {
            begins + lives * i32::try_from(number).expect("it fits") / i32::try_from(count).expect("it fits")
        })
        .map(|due| DateTime::from_timestamp_millis(due.timestamp_millis()).expect("an instant"))
        .collect();
    block_on(waiting(home.path(), &due));

    let mut random = Random(seed);
    let mut killed: Vec<Instant> = Vec::new();
    while killed.len() < usize::try_from(kills).expect("kills fit") {
        let bot = home.serve();
        std::thread::sleep(Duration::from_micros(100_000 + random.below(LIFE_MS_MAX * 1_000)));
        bot.kill();
        killed.push(Instant::now());
    }
    let bot = home.serve();
    for number in 0..count {
        until(&fake, FIRST + number, WORDS, |seen| seen.iter().any(|shown| shown.text.contains(WORDS)));
    }
    assert!(block_on(fake.drained(LIMIT)));
    let (ended, _) = bot.stop();
    assert!(ended.success(), "{ended}: {}", home.log());
    let reminded = reminded(&fake);
    let lost: Vec<i64> =
        (0..count).map(|number| FIRST + number).filter(|chat| !reminded.contains_key(chat)).collect();
    let copies: usize = reminded.values().map(|times| times.len() - 1).sum();
    // A second one may come where the first one's answer was lost: a kill lies between the two.
    let unexplained: Vec<&i64> = reminded
        .iter()
        .filter(|(_, times)| {
            times.len() > 2
                || times
                    .windows(2)
                    .any(|pair| !killed.iter().any(|kill| *kill + UNDER_WAY >= pair[0] && *kill <= pair[1]))
        })
        .map(|(chat, _)| chat)
        .collect();
    println!(
        "{kills} kills (seed {seed}), {count} reminders: {} lost, {copies} came twice, {} of them without a kill between",
        lost.len(),
        unexplained.len()
    );
    assert_eq!(lost, Vec::<i64>::new(), "seed {seed}");
    assert_eq!(unexplained, Vec::<&i64>::new(), "seed {seed}");
    assert_eq!(fake.breaches(), Vec::<String>::new());
}

#[test]
fn very_many_at_once_leave_as_fast_as_allowed_and_answers_go_first() {
    let count = i64::try_from(number("BEIAN_REMINDERS", 120)).expect("it fits");
    let fake = Fake::start();
    fake.record(true);
    // The limits as they come, but for those of one person's messages.
    let home = Home::new(&fake, "");
    for number in 0..count {
        fake.wrote_long_ago(FIRST + number);
    }
    let talker = FIRST - 1;
    let due = vec![
        DateTime::from_timestamp(wall().timestamp() - 1, 0).expect("an instant");
        usize::try_from(count).expect("it fits")
    ];
    block_on(waiting(home.path(), &due));
    let begun = Instant::now();
    let bot = home.serve();
    // 10,000 in six minutes.
    let all = Duration::from_millis(36 * u64::try_from(count).expect("it fits")).max(LIMIT);
    let mut answers: Vec<Duration> = Vec::new();
    let mut seen: BTreeMap<i64, Vec<Instant>> = BTreeMap::new();
    fake.starts(talker, "");
    let mut shown = 0;
    while seen.len() < usize::try_from(count).expect("it fits") {
        assert!(begun.elapsed() < 3 * all, "{} of {count} came", seen.len());
        // Somebody talks meanwhile, and is answered.
        let asked = Instant::now();
        let heard = || (fake.sent(talker), fake.changes(talker));
        let before = heard();
        fake.say(talker, "/progress");
        while heard() == before {
            assert!(asked.elapsed() < LIMIT, "somebody who talks is not answered");
            std::thread::sleep(Duration::from_millis(5));
        }
        shown += 1;
        if shown > 1 {
            answers.push(asked.elapsed());
        }
        // An answer has two messages, and a chat hears one a second.
        std::thread::sleep(Duration::from_secs(3));
        for (chat, times) in reminded(&fake) {
            seen.entry(chat).or_default().extend(times);
        }
    }
    let times: Vec<Instant> = seen.values().flatten().copied().collect();
    let (first, last) = (times.iter().min().expect("some came"), times.iter().max().expect("some came"));
    let (took, rate) = (
        *last - begun,
        f64::from(u32::try_from(times.len()).expect("it fits")) / (*last - *first).as_secs_f64(),
    );
    answers.sort_unstable();
    println!(
        "{count} reminders due at once: all out {:.0} s after the start, {rate:.1} a second; somebody who talked meanwhile was answered in \
         {:?} (median of {}), {:?} at worst",
        took.as_secs_f64(),
        answers[answers.len() / 2],
        answers.len(),
        answers[answers.len() - 1],
    );
    assert!(seen.values().all(|times| times.len() == 1), "each comes once");
    assert!(took <= all, "they take {took:?}");
    let (ended, _) = bot.stop();
    assert!(ended.success(), "{ended}: {}", home.log());
    assert_eq!(fake.breaches(), Vec::<String>::new());
}
