//! The line to the server fails in every way it can: no answer is lost, none counts twice, and a message is sent again
//! only where the server's answer to it was lost.
//!
//! `BEIAN_FAULTS=N` lets N faults strike, `BEIAN_PEOPLE=N` talk meanwhile, `BEIAN_SEED=N` plays another storm;
//! `--nocapture` shows the figures.

#![allow(
    clippy::similar_names,
    clippy::single_match_else,
    clippy::print_stdout,
    reason = "figures are printed, and people and pauses are named alike"
)]

#[path = "support/crowd.rs"]
mod crowd;
#[path = "support/serve.rs"]
mod serve;
#[path = "support/telegram/mod.rs"]
mod telegram;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crowd::{Person, crowd, differences, findings, number, spread, turn_of_call, unconfirmed};
use serve::{Home, LIMIT, UNLIMITED, block_on};
use telegram::{Call, Fake, Fault, Random, Rule};

const FIRST: i64 = 20_001;

/// How long connections are refused at a time.
const REFUSED: Duration = Duration::from_millis(30);

/// Answers under way when all connections end are lost: those to calls made so shortly before.
const UNDER_WAY: Duration = Duration::from_millis(50);

/// The longest that an answer is kept back.
const LATE_MAX: Duration = Duration::from_millis(300);

/// Updates come again that are among so many of the newest.
const AGAIN_COUNT_MAX: usize = 5_000;

/// How often the storm is interrupted, so that numbers of updates begin anew.
const PHASES: u64 = 4;

/// Every kind of fault, of 1,000 calls so many.
fn storm() -> Vec<Rule> {
    let mut rules = Vec::new();
    let mut rule = |method, per_mille, fault| rules.push(Rule { method: Some(method), per_mille, fault });
    for method in ["sendMessage", "editMessageText", "answerCallbackQuery"] {
        rule(method, 15, Fault::TooMany { retry_after: 1 });
        for (status, applied) in [(500, false), (502, true), (503, false), (504, true)] {
            rule(method, 8, Fault::Html { status, applied });
            rule(method, 8, Fault::Json { status, applied });
        }
        rule(method, 12, Fault::CutJson);
        rule(method, 12, Fault::CutBody);
        for body in ["[]", "", r#"{"ok":true}"#, r#"{"ok":true,"result":"no"}"#, "null"] {
            rule(method, 5, Fault::Wrong(body));
        }
        rule(method, 20, Fault::ResetBefore);
        rule(method, 20, Fault::ResetAfter);
        rule(method, 10, Fault::LateAnswer(LATE_MAX / 6));
        rule(method, 10, Fault::LateAnswer(LATE_MAX));
        rule(method, 1, Fault::Refuse(REFUSED));
    }
    // A failed poll holds up everybody, so fewer of them; what a poll brings may always be disturbed.
    let polls = "getUpdates";
    rule(polls, 2, Fault::TooMany { retry_after: 1 });
    for (status, applied) in [(500, false), (502, true), (503, false), (504, true)] {
        rule(polls, 3, Fault::Html { status, applied });
        rule(polls, 3, Fault::Json { status, applied });
    }
    for fault in [Fault::CutJson, Fault::CutBody, Fault::ResetBefore, Fault::ResetAfter] {
        rule(polls, 5, fault);
    }
    for body in ["[]", "", r#"{"ok":true,"result":[7]}"#, r#"{"ok":true,"result":{}}"#] {
        rule(polls, 3, Fault::Wrong(body));
    }
    rule(polls, 20, Fault::LateAnswer(LATE_MAX / 6));
    rule(polls, 1, Fault::Refuse(REFUSED));
    rule(polls, 150, Fault::Duplicate { times: 2 });
    rule(polls, 300, Fault::Reorder);
    rules
}

/// How often each message was sent, and how often its answer was lost.
#[derive(Default)]
struct Sends {
    by_message: HashMap<(i64, String), (usize, usize)>,
    refused: Vec<Instant>,
}

impl Sends {
    fn new(calls: &[Call], acts: &HashMap<i64, Vec<Instant>>) -> Self {
        let refused = calls.iter().filter(|call| call.fault == Some("refuse")).map(|call| call.at).collect();
        let mut sends = Self { by_message: HashMap::new(), refused };
        for call in calls.iter().filter(|call| call.method == "sendMessage" && call.is_applied()) {
            let Some(chat) = call.chat else { continue };
            let message = match turn_of_call(call) {
                Some(turn) => turn.to_string(),
                None => {
                    // The same words may be said again after something else was done.
                    let before = acts[&chat].iter().filter(|act| **act < call.at).count();
                    format!("{before} {}", call.json["text"])
                }
            };
            let (sent, lost) = sends.by_message.entry((chat, message)).or_default();
            *sent += 1;
            *lost += usize::from(loses(call, &sends.refused));
        }
        sends
    }

    /// Messages, copies of them, answers lost, and messages with more copies than lost answers.
    fn count(&self) -> (usize, usize, usize, Vec<String>) {
        let all = self.by_message.values();
        let copies = all.clone().map(|(sent, _)| sent - 1).sum();
        let lost = all.map(|(_, lost)| lost).sum();
        let beyond = self.by_message.iter().filter(|(_, (sent, lost))| *sent > 1 + lost);
        (self.by_message.len(), copies, lost, beyond.map(|sends| format!("{sends:?}")).collect())
    }
}

/// Whether the answer to a call never came.
fn loses(call: &Call, refused: &[Instant]) -> bool {
    let within = |length| refused.iter().any(|at| *at >= call.at && *at - call.at <= length);
    match call.fault {
        None | Some("too-many") => within(UNDER_WAY),
        Some("late-answer") => within(LATE_MAX + UNDER_WAY),
        Some(_) => true,
    }
}

#[test]
fn whatever_goes_wrong_on_the_line_no_answer_is_lost_or_counts_twice() {
    let (faults, seed) = (number("BEIAN_FAULTS", 800), number("BEIAN_SEED", 1));
    let count = i64::try_from(number("BEIAN_PEOPLE", 120)).expect("people fit");
    let fake = Fake::start();
    fake.record(true);
    let home = Home::new(&fake, UNLIMITED);
    let bot = home.serve();
    let begin = Instant::now();
    let mut people: Vec<Person> = (0..count).map(|number| Person::new(FIRST + number, seed)).collect();
    let mut random = Random(seed);
    let (mut calls, mut again_count) = (Vec::new(), 0_u64);
    let struck = |fake: &Fake| fake.injected().values().sum::<u64>();
    for phase in 1..=PHASES {
        // After a quiet week the numbers of updates begin anew, anywhere.
        fake.next_update_id(i64::try_from((PHASES - phase) * 10_000_000 + 1).expect("it fits"));
        fake.storm(seed.wrapping_add(phase), &storm());
        let over = Arc::new(AtomicBool::new(false));
        let living = crowd(&fake, people, 3 * LIMIT, {
            let over = Arc::clone(&over);
            move |_| over.load(Ordering::Acquire)
        });
        let mut known: Vec<i64> = Vec::new();
        while struck(&fake) < faults * phase / PHASES && !living.is_finished() {
            // Woken by what the first person sees, which is as good a clock as any.
            let seen = fake.changes(FIRST);
            block_on(fake.change_of(FIRST, seen, Duration::from_millis(100)));
            for call in fake.take_recorded() {
                if call.method == "getUpdates" {
                    known.extend(ids(&call));
                    // The server remembers some more than these.
                    known.drain(..known.len().saturating_sub(AGAIN_COUNT_MAX));
                } else {
                    calls.push(call);
                }
            }
            // Updates of this phase are delivered once more, long after they were confirmed.
            if let Some(id) = known.get(usize::try_from(random.below(1 + known.len() as u64)).expect("short"))
            {
                fake.again(*id);
                again_count += 1;
            }
        }
        over.store(true, Ordering::Release);
        people = living.join().expect("the crowd ends");
        if !findings(&people).is_empty() {
            break;
        }
        fake.calm();
        assert!(block_on(fake.drained(LIMIT)), "everything is confirmed in the end");
    }
    let took = begin.elapsed();
    let (ended, _) = bot.stop();
    assert!(ended.success(), "{ended}: {}", home.log());
    calls.extend(fake.take_recorded().into_iter().filter(|call| call.method != "getUpdates"));
    let acts = people.iter().map(|person| (person.id, person.acts.iter().map(|(_, at)| *at).collect()));
    let (messages, copies, lost, beyond) = Sends::new(&calls, &acts.collect()).count();
    let (findings, differ) = (findings(&people), differences(home.path(), &people));
    let unconfirmed = unconfirmed(&fake, &people);
    let updates: usize = people.iter().map(|person| person.acts.len()).sum();
    let injected = fake.injected();
    println!(
        "{} faults (seed {seed}) in {took:.0?}: {injected:?}; {} people, {updates} updates, {again_count} once more; \
         {messages} messages, {copies} copies for {lost} answers lost, {} beyond; \
         {} answers lost or doubled, {} not answered",
        struck(&fake),
        people.len(),
        beyond.len(),
        differ.len(),
        findings.len(),
    );
    assert_eq!(findings, Vec::<String>::new(), "seed {seed}: everybody is answered, once, in order");
    assert_eq!(differ, Vec::<String>::new(), "seed {seed}: what is kept is what a clean run keeps");
    assert_eq!(unconfirmed, 0, "seed {seed}: every update is confirmed in the end");
    assert_eq!(beyond, Vec::<String>::new(), "seed {seed}: a copy for each lost answer at most");
    assert_eq!(fake.breaches(), Vec::<String>::new());
    let kinds: BTreeMap<&str, u64> = storm().iter().map(|rule| (rule.fault.kind(), 0)).collect();
    let missing: Vec<&&str> = kinds.keys().filter(|kind| !injected.contains_key(**kind)).collect();
    assert!(faults < 800 || missing.is_empty(), "every kind struck but {missing:?}");
}

/// The numbers of the updates that a poll brought.
fn ids(call: &Call) -> Vec<i64> {
    let Some((200, body)) = &call.answer else { return Vec::new() };
    let body: serde_json::Value = serde_json::from_str(body).unwrap_or_default();
    let updates = body["result"].as_array().into_iter().flatten();
    updates.filter_map(|update| update["update_id"].as_i64()).collect()
}

/// How long one chat is paused.
const PAUSE_S: u64 = 5;

/// How much later others may be answered meanwhile.
const LATER: Duration = Duration::from_millis(100);

/// A machine that does something else at times is tried again.
const TRY_COUNT_MAX: usize = 3;

#[test]
fn a_pause_of_one_chat_delays_no_other() {
    let seed = number("BEIAN_SEED", 1);
    let fake = Fake::start();
    let home = Home::new(&fake, UNLIMITED);
    let bot = home.serve();
    let others = (1..=8).map(|number| Person::new(FIRST + number, seed)).collect();
    let mut people = (vec![Person::new(FIRST, seed)], others);
    for try_count in 1..=TRY_COUNT_MAX {
        let (before, during, after);
        (people, before) = measure(&fake, people, false);
        (people, during) = measure(&fake, people, true);
        (people, after) = measure(&fake, people, false);
        let calm = (before.0.max(after.0), before.1.max(after.1));
        let is_met = during.0 < calm.0 + LATER / 4 && during.1 < calm.1 + LATER;
        assert!(is_met || try_count < TRY_COUNT_MAX, "meanwhile {during:?}, else {calm:?}");
        if is_met {
            break;
        }
    }
    assert!(bot.stop().0.success());
}

/// Those who are to be paused, and the others.
type People = (Vec<Person>, Vec<Person>);

/// Lets the others live while the first makes one turn, paused or not, or for as long as a pause lasts; gives the median
/// and the 99th of 100 of how long the others waited.
fn measure(fake: &Fake, (paused, others): People, pauses: bool) -> (People, (Duration, Duration)) {
    let over = Arc::new(AtomicBool::new(false));
    let living = crowd(fake, others, LIMIT, {
        let over = Arc::clone(&over);
        move |_| over.load(Ordering::Acquire)
    });
    let turns = paused[0].turns;
    if pauses {
        let mut told = false;
        fake.faults(move |asked| {
            let strikes = !told && asked.chat == Some(FIRST) && asked.method != "answerCallbackQuery";
            told |= strikes;
            strikes.then_some(Fault::TooMany { retry_after: PAUSE_S })
        });
    }
    let paused = crowd(fake, paused, LIMIT, move |person| person.turns > turns);
    let mut paused = paused.join().expect("the turn ends");
    if !pauses {
        block_on(fake.settled(FIRST, Duration::from_secs(PAUSE_S)));
    }
    over.store(true, Ordering::Release);
    let mut others = living.join().expect("the crowd ends");
    let resumed = paused[0].waits.pop().expect("it was answered in the end");
    let waits: Vec<Duration> =
        others.iter_mut().flat_map(|person| std::mem::take(&mut person.waits)).collect();
    let count = waits.len();
    let (median, most_of, _) = spread(waits);
    println!(
        "{}: others waited {median:?}, p99 {most_of:?} of {count}; the chat itself was answered after {resumed:?}",
        if pauses { format!("one chat paused for {PAUSE_S} s") } else { "nobody paused".to_owned() },
    );
    assert_eq!(findings(&others), Vec::<String>::new());
    assert!(count > 200, "the others went on: {count}");
    let pause = Duration::from_secs(PAUSE_S);
    assert!(!pauses || resumed >= pause && resumed < pause + Duration::from_secs(1), "{resumed:?}");
    ((paused, others), (median, most_of))
}
