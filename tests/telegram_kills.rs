//! The bot is killed under load, again and again, at any instant: no answer is lost, none counts twice, and everybody
//! is answered.
//!
//! `BEIAN_KILLS=N` kills N times, `BEIAN_PEOPLE=N` talk meanwhile, `BEIAN_SEED=N` plays another run; `--nocapture` shows
//! the figures.

#[path = "support/crowd.rs"]
mod crowd;
#[path = "support/serve.rs"]
mod serve;
#[path = "support/telegram/mod.rs"]
mod telegram;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crowd::{
    Person, crowd, differences, findings, newest, number, spread, turn_of, turn_of_call, unconfirmed,
};
use serve::{Bot, Home, LIMIT, UNLIMITED, block_on, until};
use telegram::{Call, Fake, Random};

/// The first of the people.
const FIRST: i64 = 10_001;

/// How long a life may last once it polls.
const LIFE_MS_MAX: u64 = 500;

/// One life of the bot in so many is killed before it polls.
const EARLY_ONE_IN: u64 = 8;

/// What was sent more often than once.
#[derive(Default)]
struct Copies {
    /// The newest turn that each chat was shown.
    newest: HashMap<i64, u64>,
    /// The last message of each chat that shows no turn, with when it was sent.
    turnless: HashMap<i64, (String, Instant)>,
    /// By chat: the kills that explain its copies, from 1.
    kills: BTreeMap<i64, Vec<usize>>,
    /// Copies that no kill explains.
    unexplained: Vec<String>,
    sent_count: usize,
    edited_count: usize,
}

impl Copies {
    /// Counts what a call showed. `acts`: when the person of the chat did something.
    fn note(&mut self, call: &Call, kills: &[Instant], acts: &HashMap<i64, Vec<Instant>>) {
        let (Some(chat), true) = (call.chat, call.is_applied()) else { return };
        let sent = call.method == "sendMessage";
        if !sent && call.method != "editMessageText" {
            return;
        }
        let turn = turn_of_call(call);
        let text = call.json["text"].as_str().unwrap_or_default().to_owned();
        if sent {
            self.sent_count += 1;
            let is_copy = if let Some(turn) = turn {
                self.newest.get(&chat).is_some_and(|newest| *newest >= turn)
            } else {
                let before = self.turnless.insert(chat, (text.clone(), call.at));
                // The same words again are a copy where nobody did anything in between.
                before.is_some_and(|(words, at)| {
                    words == text && !acts[&chat].iter().any(|act| *act > at && *act < call.at)
                })
            };
            if is_copy {
                // A call that was under way at a kill takes effect behind it: then it is the kill before that explains it.
                let last = kills.iter().filter(|kill| **kill < call.at).count();
                let used = self.kills.entry(chat).or_default();
                match [last.saturating_sub(1), last]
                    .into_iter()
                    .find(|kill| *kill > 0 && !used.contains(kill))
                {
                    Some(kill) => used.push(kill),
                    None => self.unexplained.push(format!("{chat}, kill {last}, turn {turn:?}: {text}")),
                }
            }
        } else {
            self.edited_count += 1;
        }
        if let Some(turn) = turn {
            let newest = self.newest.entry(chat).or_default();
            *newest = turn.max(*newest);
        }
    }
}

/// Tells when the bot polls.
fn polls(fake: &Fake) -> Receiver<Instant> {
    let (tell, told) = channel();
    fake.faults(move |asked| {
        if asked.method == "getUpdates" {
            tell.send(Instant::now()).ok();
        }
        None
    });
    told
}

/// Starts a life and waits for its first poll; how long that took.
fn born(home: &Home, polls: &Receiver<Instant>) -> (Bot, Duration) {
    while polls.try_recv().is_ok() {}
    let begin = Instant::now();
    let bot = home.serve();
    let polled = polls.recv_timeout(LIMIT).unwrap_or_else(|_| panic!("it never polled: {}", home.log()));
    (bot, polled - begin)
}

/// What people typed and `/mydata` does not show them.
fn unshown(fake: &Fake, people: &[Person]) -> Vec<String> {
    let before: Vec<usize> = people.iter().map(|person| fake.sent(person.id)).collect();
    for person in people {
        fake.say(person.id, "/mydata");
    }
    let mut unshown = Vec::new();
    for (person, before) in people.iter().zip(before) {
        // What is kept may take several messages; the panel ends them.
        let next = person.turns + 1;
        let seen = until(fake, person.id, "what is kept", |seen| {
            newest(seen).and_then(turn_of).is_some_and(|turn| turn >= next)
        });
        let text: String = seen[before..].iter().map(|shown| shown.text.as_str()).collect();
        unshown.extend(person.typed().into_iter().filter(|value| !text.contains(value)));
    }
    unshown
}

#[test]
fn killed_at_any_instant_under_load_no_answer_is_lost_or_counts_twice() {
    let (kills, seed) = (number("BEIAN_KILLS", 12), number("BEIAN_SEED", 1));
    let count = i64::try_from(number("BEIAN_PEOPLE", 40)).expect("people fit");
    let fake = Fake::start();
    fake.record(true);
    let polls = polls(&fake);
    let home = Home::new(&fake, UNLIMITED);
    let over = Arc::new(AtomicBool::new(false));
    let people = (0..count).map(|number| Person::new(FIRST + number, seed)).collect();
    let crowd = crowd(&fake, people, 2 * LIMIT, {
        let over = Arc::clone(&over);
        move |_| over.load(Ordering::Acquire)
    });

    let mut random = Random(seed);
    let (mut killed, mut starts, mut calls) = (Vec::new(), Vec::new(), Vec::new());
    let mut unsaid = 0;
    while killed.len() < usize::try_from(kills).expect("kills fit") {
        if random.below(EARLY_ONE_IN) == 0 {
            let bot = home.serve();
            std::thread::sleep(Duration::from_micros(random.below(60_000)));
            bot.kill();
        } else {
            let (bot, took) = born(&home, &polls);
            starts.push(took);
            std::thread::sleep(Duration::from_micros(random.below(LIFE_MS_MAX * 1000)));
            bot.kill();
        }
        killed.push(Instant::now());
        unsaid = unsaid.max(fake.pending());
        calls.extend(fake.take_recorded().into_iter().filter(|call| call.method != "getUpdates"));
    }
    let (bot, took) = born(&home, &polls);
    starts.push(took);
    over.store(true, Ordering::Release);
    let people = crowd.join().expect("the crowd ends");
    let unshown = unshown(&fake, &people);
    let is_drained = block_on(fake.drained(LIMIT));
    let (ended, _) = bot.stop();
    assert!(ended.success(), "{ended}: {}", home.log());
    calls.extend(fake.take_recorded().into_iter().filter(|call| call.method != "getUpdates"));

    let acts = people.iter().map(|person| (person.id, person.acts.iter().map(|(_, at)| *at).collect()));
    let acts: HashMap<i64, Vec<Instant>> = acts.collect();
    let mut copies = Copies::default();
    for call in &calls {
        copies.note(call, &killed, &acts);
    }
    let (findings, differ) = (findings(&people), differences(home.path(), &people));
    let updates: usize = people.iter().map(|person| person.acts.len()).sum();
    let unconfirmed = unconfirmed(&fake, &people);
    let all: usize = copies.kills.values().map(Vec::len).sum();
    let (median, _, longest) = spread(starts);
    println!(
        "{} kills (seed {seed}), {} people, {updates} updates, {} messages, {} edits: \
         {} answers lost or doubled, {} not answered, {all} copies, and {} beyond one per chat and kill; \
         {unsaid} updates waited at most; start to first poll: median {median:?}, longest {longest:?}",
        killed.len(),
        people.len(),
        copies.sent_count,
        copies.edited_count,
        differ.len(),
        findings.len(),
        copies.unexplained.len(),
    );
    assert_eq!(findings, Vec::<String>::new(), "seed {seed}: everybody is answered, once, in order");
    assert_eq!(differ, Vec::<String>::new(), "seed {seed}: what is kept is what a clean run keeps");
    assert_eq!(unshown, Vec::<String>::new(), "seed {seed}: the bot's own words show what was typed");
    assert!(is_drained && unconfirmed == 0, "seed {seed}: {unconfirmed} updates were never confirmed");
    assert_eq!(copies.unexplained, Vec::<String>::new(), "seed {seed}: one copy per chat and kill at most");
    assert_eq!(fake.breaches(), Vec::<String>::new());
}
