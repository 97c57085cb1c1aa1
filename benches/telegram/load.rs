//! The people: closed loops that answer each question as soon as they see it, and the measuring of one run.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::task::LocalSet;
use tokio::time::sleep;

use crate::process::own_cpu_s;
use crate::systems::{Running, System};
use crate::telegram::Fake;

/// One question a line, an answer that passes behind a tab.
const QUESTIONS: &str = include_str!("../questions.txt");

/// The first of the people; the others follow.
const FIRST: i64 = 1_001;

/// How long the first answer, and the first answer to the last of the people, may take.
const START_MAX: Duration = Duration::from_secs(120);

/// Turns between the first answer to everybody and the window are not counted.
const WARM_UP: Duration = Duration::from_secs(2);

/// Longer than any run: who waits for an answer waits until the run is over.
const RUN_MAX: Duration = Duration::from_secs(24 * 3_600);

/// How often a bot that says nothing is looked after.
const LOOK: Duration = Duration::from_millis(200);

/// What one run showed.
#[derive(Debug, Clone)]
pub(crate) struct Sample {
    pub(crate) turns_per_s: f64,
    pub(crate) p50_ms: f64,
    pub(crate) p99_ms: f64,
    /// CPU of the bot, and of its Redis.
    pub(crate) cpu_s_per_1000: f64,
    /// CPU of this process: the fake server and the people.
    pub(crate) own_cpu_s_per_1000: f64,
    pub(crate) peak_mib: f64,
    pub(crate) cold_start_ms: f64,
    /// Bot API calls a turn, those that wait for updates included.
    pub(crate) calls_per_turn: f64,
    /// People who got no answer in the whole window.
    pub(crate) stuck: usize,
}

impl fmt::Display for Sample {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { turns_per_s, p50_ms, p99_ms, cpu_s_per_1000: cpu, peak_mib, cold_start_ms, .. } = self;
        write!(out, "{turns_per_s:.0} turns/s, p50 {p50_ms:.2} ms, p99 {p99_ms:.2} ms, {cpu:.3} CPU s, ")?;
        let Self { calls_per_turn: calls, stuck, .. } = self;
        write!(out, "{peak_mib:.1} MiB, cold {cold_start_ms:.0} ms, {calls:.2} calls a turn, {stuck} stuck")
    }
}

/// What all people of a run share.
struct Tally {
    counts: Cell<bool>,
    waits: RefCell<Vec<Duration>>,
    /// Turns of each of the people in the window.
    turns: Vec<Cell<u32>>,
    greeted: Cell<usize>,
}

/// Starts the system with an empty store, lets so many people talk to it, and ends it.
///
/// # Errors
///
/// It does not start, ends, or leaves somebody without a first answer.
pub(crate) fn measure(system: System, users: usize, window: Duration) -> Result<Sample, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    LocalSet::new().block_on(&runtime, run(system, users, window))
}

async fn run(system: System, users: usize, window: Duration) -> Result<Sample, String> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).map_err(|error| error.to_string())?;
    let fake = Fake::start();
    fake.remember(2);
    let tally = Rc::new(Tally {
        counts: Cell::new(false),
        waits: RefCell::default(),
        turns: vec![Cell::new(0); users],
        greeted: Cell::new(0),
    });

    fake.say(FIRST, "/start");
    let (mut bot, started) = system.start(fake.url(), folder.path()).map_err(|error| error.to_string())?;
    wait_for(&mut bot, || fake.sent(FIRST) > 0).await?;
    let first = fake.last(FIRST).ok_or("the first message was withdrawn")?;
    let cold_start = first.sent_at.duration_since(started);

    for (place, user) in (FIRST..).enumerate().take(users) {
        tokio::task::spawn_local(person(fake.clone(), user, place, Rc::clone(&tally)));
    }
    wait_for(&mut bot, || tally.greeted.get() == users).await?;
    sleep(WARM_UP).await;

    let calls = || fake.calls().by_method.values().sum::<u64>();
    let calls_before = calls();
    let (cpu, own_cpu, since) = (bot.cpu_s(), own_cpu_s(), Instant::now());
    tally.counts.set(true);
    sleep(window).await;
    tally.counts.set(false);
    let (cpu, own_cpu, elapsed) = (bot.cpu_s() - cpu, own_cpu_s() - own_cpu, since.elapsed());
    let calls = usize::try_from(calls() - calls_before).unwrap_or(usize::MAX);

    if let Some(last) = bot.has_ended() {
        return Err(format!("the bot ended: {last}"));
    }
    let mut waits = tally.waits.take();
    waits.sort_unstable();
    if waits.is_empty() {
        return Err("nobody was answered in the whole window".to_owned());
    }
    let thousands = count(waits.len()) / 1_000.0;
    let at = |hundredths: usize| waits[(waits.len() - 1) * hundredths / 100].as_secs_f64() * 1_000.0;
    Ok(Sample {
        turns_per_s: count(waits.len()) / elapsed.as_secs_f64(),
        p50_ms: at(50),
        p99_ms: at(99),
        cpu_s_per_1000: cpu / thousands,
        own_cpu_s_per_1000: own_cpu / thousands,
        peak_mib: bot.peak_mib(),
        cold_start_ms: cold_start.as_secs_f64() * 1_000.0,
        calls_per_turn: count(calls) / count(waits.len()),
        stuck: tally.turns.iter().filter(|turns| turns.get() == 0).count(),
    })
}

/// Waits until it is so, while the bot lives.
async fn wait_for(bot: &mut Running, so: impl Fn() -> bool) -> Result<(), String> {
    let asked = Instant::now();
    while !so() {
        if let Some(last) = bot.has_ended() {
            return Err(format!("the bot ended: {last}"));
        }
        if asked.elapsed() > START_MAX {
            return Err(format!("no first answer within {} s", START_MAX.as_secs()));
        }
        sleep(LOOK).await;
    }
    Ok(())
}

/// Answers question after question for ever. Whatever else the bot shows is looked at and left alone.
async fn person(fake: Fake, user: i64, place: usize, tally: Rc<Tally>) {
    let answers: Vec<&str> = QUESTIONS.lines().filter_map(|line| Some(line.split_once('\t')?.1)).collect();
    let mut seen = 0;
    let mut expected = 1;
    let mut greeted = false;
    let mut said = Instant::now();
    if user != FIRST {
        fake.say(user, "/start");
    }
    loop {
        let Some(changes) = fake.change_of(user, seen, RUN_MAX).await else { return };
        seen = changes;
        let Some(shown) = fake.last(user).filter(|shown| number_in(&shown.text) == Some(expected)) else {
            continue;
        };
        if tally.counts.get() {
            let came = shown.edited_at.unwrap_or(shown.sent_at);
            tally.waits.borrow_mut().push(came.duration_since(said));
            tally.turns[place].set(tally.turns[place].get() + 1);
        } else if !greeted {
            greeted = true;
            tally.greeted.set(tally.greeted.get() + 1);
        }
        let answer = answers[expected - 1];
        expected = expected % answers.len() + 1;
        said = Instant::now();
        fake.say(user, answer);
    }
}

/// The number of the question: `7` of `7/30 At which phone …`.
fn number_in(text: &str) -> Option<usize> {
    let before = text.split("/30 ").next().filter(|before| before.len() < text.len())?;
    let digits = before.rsplit(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

#[expect(clippy::cast_precision_loss, reason = "no run has as many turns as a float has integers")]
fn count(count: usize) -> f64 {
    count as f64
}
