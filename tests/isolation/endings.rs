//! The bot is told to stop under load: it ends in time, loses nothing and says nothing twice.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::crowd::{Person, crowd, differences, turn_of_call};
use crate::serve::{Home, LIMIT, UNLIMITED, block_on};
use crate::telegram::{Call, Fake, Random};
use crate::{findings, number, number_of_seed};

/// How long an end may take.
const END_MAX: Duration = Duration::from_secs(10);

/// How long a life lasts at most.
const LIFE_MS_MAX: u64 = 800;

#[test]
fn told_to_stop_under_load_it_ends_in_time_and_loses_nothing() {
    let (stops, seed) = (number("BEIAN_STOPS", 4), number_of_seed());
    let fake = Fake::start();
    fake.record(true);
    let home = Home::new(&fake, UNLIMITED);
    let over = Arc::new(AtomicBool::new(false));
    let people = (0..40).map(|number| Person::new(40_001 + number, seed)).collect();
    let living = crowd(&fake, people, 2 * LIMIT, {
        let over = Arc::clone(&over);
        move |_| over.load(Ordering::Acquire)
    });
    let (mut random, mut ends) = (Random(seed), Vec::new());
    for _ in 0..stops {
        let bot = home.serve();
        let polled = fake.calls().of("getUpdates");
        let begin = Instant::now();
        while fake.calls().of("getUpdates") == polled {
            assert!(begin.elapsed() < LIMIT, "it polls: {}", home.log());
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_millis(random.below(LIFE_MS_MAX)));
        let (ended, took) = bot.stop();
        assert!(ended.success(), "{ended}: {}", home.log());
        ends.push(took);
    }
    let bot = home.serve();
    over.store(true, Ordering::Release);
    let people = living.join().expect("the crowd ends");
    assert!(block_on(fake.drained(LIMIT)), "all is confirmed");
    let (ended, took) = bot.stop();
    assert!(ended.success(), "{ended}: {}", home.log());
    ends.push(took);
    let (findings, differ) = (findings(&people), differences(home.path(), &people));
    let copies = copies(&fake.take_recorded());
    let updates: usize = people.iter().map(|person| person.acts.len()).sum();
    let longest = ends.iter().max().expect("it ended");
    println!(
        "{} ends under load (seed {seed}), {updates} updates: {} answers lost or doubled, {} copies; longest end {longest:?}",
        ends.len(),
        differ.len() + findings.len(),
        copies.len(),
    );
    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(differ, Vec::<String>::new());
    assert_eq!(copies, Vec::<String>::new(), "what was said is known to be said");
    assert!(*longest < END_MAX, "{longest:?}");
}

/// Panels that were sent more than once.
fn copies(calls: &[Call]) -> Vec<String> {
    let mut sent: HashMap<(i64, u64), usize> = HashMap::new();
    for call in calls.iter().filter(|call| call.method == "sendMessage" && call.is_applied()) {
        if let (Some(chat), Some(turn)) = (call.chat, turn_of_call(call)) {
            *sent.entry((chat, turn)).or_default() += 1;
        }
    }
    let more: BTreeMap<_, _> = sent.into_iter().filter(|(_, count)| *count > 1).collect();
    more.iter().map(|copy| format!("{copy:?}")).collect()
}
