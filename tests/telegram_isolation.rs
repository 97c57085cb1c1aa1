//! What one person does or suffers stays with them: floods, slow turns, panics and what kills the process; and the bot
//! keeps its pace, ends in time, and does not fight another one.
//!
//! `BEIAN_SECONDS=N` lets each load last so long, `BEIAN_SEED=N` plays other people; `--nocapture` shows the figures.

#![allow(clippy::print_stdout, reason = "figures are printed")]

#[path = "support/crowd.rs"]
mod crowd;
#[path = "support/inprocess.rs"]
#[allow(dead_code, reason = "one way through the flow is all that is needed here")]
mod inprocess;
#[path = "support/inservice.rs"]
mod inservice;
#[path = "support/serve.rs"]
mod serve;
#[path = "support/telegram/mod.rs"]
mod telegram;

#[path = "isolation/endings.rs"]
mod endings;
#[path = "isolation/flood.rs"]
mod flood;
#[path = "isolation/outages.rs"]
mod outages;
#[path = "isolation/pace.rs"]
mod pace;
#[path = "isolation/poison.rs"]
mod poison;
#[path = "isolation/table.rs"]
mod table;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crowd::{Person, crowd, findings, number, spread};
use serve::{LIMIT, block_on};
use telegram::Fake;

/// Who does what, by number.
const OTHERS: i64 = 30_001;
const FLOODER: i64 = 31_001;
const SLOW: i64 = 31_100;
const POISONED: i64 = 31_003;

/// How long others may wait for an answer, 99 of 100 times.
const WAIT_MAX: Duration = Duration::from_millis(300);

/// A machine that does something else at times is tried again.
const TRY_COUNT_MAX: usize = 3;

/// One chat that sends a thousand messages a second.
struct Flood {
    over: Arc<AtomicBool>,
    sender: JoinHandle<u64>,
}

impl Flood {
    fn begin(fake: &Fake, words: &'static str) -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let sender = std::thread::spawn({
            let (fake, over) = (fake.clone(), Arc::clone(&over));
            move || {
                let (begin, mut count) = (Instant::now(), 0);
                while !over.load(Ordering::Acquire) {
                    // Whatever the machine made of the pause before, a thousand a second are caught up with.
                    let due = u64::try_from(begin.elapsed().as_millis()).expect("a short time");
                    while count < due {
                        fake.say(FLOODER, words);
                        count += 1;
                    }
                    std::thread::sleep(Duration::from_millis(1));
                }
                count
            }
        });
        Self { over, sender }
    }

    /// How many messages were sent.
    fn end(self) -> u64 {
        self.over.store(true, Ordering::Release);
        self.sender.join().expect("it sends")
    }
}

/// Lets others live for some time; gives them back with how many answers they got, and the spread of how long they waited.
fn live(
    fake: &Fake,
    others: Vec<Person>,
    length: Duration,
) -> (Vec<Person>, usize, (Duration, Duration, Duration)) {
    let until = Instant::now() + length;
    let lives = crowd(fake, others, LIMIT, move |_| Instant::now() >= until);
    let mut others = lives.join().expect("the crowd ends");
    assert_eq!(findings(&others), Vec::<String>::new());
    let waits: Vec<Duration> =
        others.iter_mut().flat_map(|person| std::mem::take(&mut person.waits)).collect();
    (others, waits.len(), spread(waits))
}

/// Others who think as long as this before each act.
fn others(count: i64, thinks: Option<Duration>) -> Vec<Person> {
    let person = |number| {
        let mut person = Person::new(OTHERS + number, number_of_seed());
        person.thinks = thinks;
        person
    };
    (0..count).map(person).collect()
}

fn number_of_seed() -> u64 {
    number("BEIAN_SEED", 1)
}

/// How long a load lasts.
fn seconds(otherwise: u64) -> Duration {
    Duration::from_secs(number("BEIAN_SECONDS", otherwise))
}

/// Waits for the answer to something: a message that was not there before.
fn answer(fake: &Fake, user: i64, before: usize, what: &str) -> telegram::Shown {
    let shown = block_on(fake.next_of(user, before, LIMIT));
    shown.unwrap_or_else(|| panic!("{what}: no answer"))
}
