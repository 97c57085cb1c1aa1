//! How fast the bot may speak and be spoken to.
//!
//! Telegram answers who speaks too fast with a pause for that chat; keeping below its limits is cheaper. Whoever
//! speaks to the bot too fast is held off before any work is done for them.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::config::{LimitsConfig, TelegramLimits};

/// Messages to one chat that may go at once before the pace holds.
const CHAT_BURST: u32 = 3;

/// A sleep ends so much late, and what it loses would be lost at each message.
const WAKES_LATE_BY: Duration = Duration::from_millis(3);

/// A steady rate with some room: the time at which the next may go, and how far that may lie ahead.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rate {
    every: Duration,
    room: Duration,
}

impl Rate {
    /// `count` per `window`, of which `burst` may go at once; `None`: no limit.
    #[must_use]
    pub(super) fn new(count: u32, window: Duration, burst: u32) -> Option<Self> {
        let every = window.checked_div(count)?;
        Some(Self { every, room: every * burst.max(1).saturating_sub(1) })
    }

    /// How long the next must wait; zero: it goes now, and counts.
    fn take(self, next: &mut Option<Instant>, now: Instant) -> Duration {
        let due = next.unwrap_or(now).max(now);
        let wait = due.saturating_duration_since(now).saturating_sub(self.room);
        if wait.is_zero() {
            *next = Some(due + self.every);
        }
        wait
    }
}

/// What goes first when not everything may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Haste {
    /// Somebody waits for it.
    Answer,
    /// Nobody waits for it.
    Reminder,
}

/// When a chat was last spoken to.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct ChatPace {
    next: Option<Instant>,
}

/// The bot's own pace.
#[derive(Debug)]
pub(super) struct Pace {
    chat: Option<Rate>,
    group: Option<Rate>,
    total: Option<Rate>,
    next: Mutex<Option<Instant>>,
    /// Those in a hurry, and those who are not, each in the order in which they came.
    queues: [tokio::sync::Mutex<()>; 2],
    hurried_count: AtomicUsize,
}

impl Pace {
    /// The pace that the configuration sets.
    #[must_use]
    pub(super) fn new(limits: &TelegramLimits) -> Self {
        let (second, minute) = (Duration::from_secs(1), Duration::from_secs(60));
        Self {
            chat: Rate::new(limits.per_chat_per_s, second, CHAT_BURST),
            group: Rate::new(limits.per_group_per_min, minute, limits.per_group_per_min),
            total: Rate::new(limits.total_per_s, second, 1)
                .map(|rate| Rate { room: WAKES_LATE_BY.min(rate.every), ..rate }),
            next: Mutex::new(None),
            queues: [tokio::sync::Mutex::new(()), tokio::sync::Mutex::new(())],
            hurried_count: AtomicUsize::new(0),
        }
    }

    /// How long this chat must wait; zero: it may be spoken to now, and that counts. Groups have negative numbers.
    pub(super) fn chat(&self, chat: i64, pace: &mut ChatPace) -> Duration {
        let rate = if chat < 0 { self.group } else { self.chat };
        rate.map_or(Duration::ZERO, |rate| rate.take(&mut pace.next, Instant::now()))
    }

    /// Waits until one more message may go out in all.
    pub(super) async fn total(&self, haste: Haste) {
        let Some(rate) = self.total else { return };
        let hurried = haste == Haste::Answer;
        let _counted = hurried.then(|| Counted::new(&self.hurried_count));
        let _first_in_line = self.queues[usize::from(!hurried)].lock().await;
        loop {
            let yields = !hurried && self.hurried_count.load(Ordering::Acquire) > 0;
            let wait = if yields {
                rate.every
            } else {
                rate.take(&mut self.next.lock().unwrap_or_else(PoisonError::into_inner), Instant::now())
            };
            if wait.is_zero() {
                return;
            }
            tokio::time::sleep(wait).await;
        }
    }
}

/// Counts somebody for as long as they wait.
struct Counted<'a>(&'a AtomicUsize);

impl<'a> Counted<'a> {
    fn new(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::AcqRel);
        Self(count)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

/// How often somebody who sends too much is told so.
const TOLD_EVERY: Duration = Duration::from_secs(60);

/// How many people are watched at a time; whoever was quiet longest is let go first.
const WATCHED_COUNT_MAX: std::num::NonZeroUsize =
    std::num::NonZeroUsize::new(10_000).expect("it is not zero");

/// What is done about one more message of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Admission {
    /// It is looked at.
    Welcome,
    /// It is not looked at, and it is time to say so.
    TooMany,
    /// It is not looked at.
    TooManyStill,
}

/// One thing that somebody did, as the limits look at it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Doing<'a> {
    /// When it was sent by the server's clock, in seconds since 1970; `None`: that is not told, as of a press.
    pub(super) sent_s: Option<u64>,
    /// The album that it is a part of.
    pub(super) album: Option<&'a str>,
}

/// Who sent how much of late.
///
/// What waited while nobody read it was not sent at once: it counts at the time at which it was sent. What does not
/// tell that time counts as it comes, and by itself, since the two times lie apart after a pause.
pub(super) struct Flood {
    rate: Option<Rate>,
    /// Stands for 1970, whose own place on this scale nobody needs.
    zero: Instant,
    people: Mutex<lru::LruCache<i64, Sender>>,
}

#[derive(Default)]
struct Sender {
    by_sent: Count,
    by_arrival: Count,
    told: Option<Instant>,
    /// The last album, and what was done about its first part.
    album: Option<(String, Admission)>,
}

#[derive(Default)]
struct Count {
    next: Option<Instant>,
    newest: Option<Instant>,
}

impl Count {
    /// Whether one more is within the rate. What comes once more or too late counts at the newest time.
    fn take(&mut self, rate: Rate, at: Instant) -> bool {
        let at = self.newest.map_or(at, |newest| newest.max(at));
        self.newest = Some(at);
        rate.take(&mut self.next, at).is_zero()
    }
}

impl Sender {
    fn admit(&mut self, rate: Rate, zero: Instant, doing: Doing<'_>) -> Admission {
        let now = Instant::now();
        let sent = doing.sent_s.and_then(|seconds| zero.checked_add(Duration::from_secs(seconds)));
        let is_within = match sent {
            Some(sent) => self.by_sent.take(rate, sent),
            None => self.by_arrival.take(rate, now),
        };
        if is_within {
            return Admission::Welcome;
        }
        if self.told.is_some_and(|told| now.saturating_duration_since(told) < TOLD_EVERY) {
            return Admission::TooManyStill;
        }
        self.told = Some(now);
        Admission::TooMany
    }
}

impl Flood {
    /// The limits that the configuration sets.
    #[must_use]
    pub(super) fn new(limits: &LimitsConfig) -> Self {
        let burst = limits.per_user_burst;
        let rate = Rate::new(limits.per_user_per_s, Duration::from_secs(1), burst).filter(|_| burst > 0);
        Self { rate, zero: Instant::now(), people: Mutex::new(lru::LruCache::new(WATCHED_COUNT_MAX)) }
    }

    /// Whether one more thing that this person did is looked at. An album counts once.
    pub(super) fn admit(&self, user: i64, doing: Doing<'_>) -> Admission {
        let Some(rate) = self.rate else { return Admission::Welcome };
        let mut people = self.people.lock().unwrap_or_else(PoisonError::into_inner);
        let sender = people.get_or_insert_mut(user, Sender::default);
        match (&sender.album, doing.album) {
            (Some((last, Admission::Welcome)), Some(album)) if last == album => return Admission::Welcome,
            (Some((last, _)), Some(album)) if last == album => return Admission::TooManyStill,
            (Some(_) | None, _) => {}
        }
        let admission = sender.admit(rate, self.zero, doing);
        if let Some(album) = doing.album {
            sender.album = Some((album.to_owned(), admission));
        }
        admission
    }
}

#[cfg(test)]
mod tests {
    use super::Admission::{TooMany, TooManyStill, Welcome};
    use super::*;

    fn paused<F: Future>(future: F) -> F::Output {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
        runtime.expect("a runtime starts").block_on(future)
    }

    #[test]
    fn a_chat_may_hear_three_at_once_and_then_one_a_second() {
        paused(async {
            let (pace, mut chat) = (Pace::new(&TelegramLimits::default()), ChatPace::default());
            for _ in 0..3 {
                assert_eq!(pace.chat(7, &mut chat), Duration::ZERO);
            }
            assert_eq!(pace.chat(7, &mut chat), Duration::from_secs(1));
            tokio::time::sleep(Duration::from_secs(1)).await;
            assert_eq!(pace.chat(7, &mut chat), Duration::ZERO);
            assert_ne!(pace.chat(7, &mut chat), Duration::ZERO);
        });
    }

    #[test]
    fn thirty_a_second_in_all_and_answers_before_reminders() {
        paused(async {
            let pace = std::sync::Arc::new(Pace::new(&TelegramLimits::default()));
            let begin = Instant::now();
            let order = std::sync::Arc::new(Mutex::new(Vec::new()));
            let mut tasks = Vec::new();
            for haste in [Haste::Reminder; 30].into_iter().chain([Haste::Answer; 30]) {
                let (pace, order) = (std::sync::Arc::clone(&pace), std::sync::Arc::clone(&order));
                tasks.push(tokio::spawn(async move {
                    pace.total(haste).await;
                    order.lock().expect("nobody panics").push(haste);
                }));
            }
            for task in tasks {
                task.await.expect("it ends");
            }
            assert!(begin.elapsed() >= Duration::from_millis(1900), "{:?}", begin.elapsed());
            let order = order.lock().expect("nobody panics").clone();
            let late = order.iter().rposition(|haste| *haste == Haste::Answer).expect("there are answers");
            assert!(late <= 32, "the last answer went at place {late}");
        });
    }

    const NARROW: LimitsConfig = LimitsConfig { per_user_burst: 2, per_user_per_s: 1 };

    #[test]
    fn who_sends_too_much_is_told_once_a_minute() {
        paused(async {
            let flood = Flood::new(&NARROW);
            let admit = |user| flood.admit(user, Doing::default());
            let admitted: Vec<Admission> = (0..4).map(|_| admit(1)).collect();
            assert_eq!(admitted, [Welcome, Welcome, TooMany, TooManyStill]);
            assert_eq!(admit(2), Welcome);
            tokio::time::sleep(Duration::from_secs(1)).await;
            assert_eq!(admit(1), Welcome);
            let none = Flood::new(&LimitsConfig { per_user_burst: 0, per_user_per_s: 0 });
            assert!((0..100).all(|_| none.admit(1, Doing::default()) == Welcome));
        });
    }

    #[test]
    fn what_waited_counts_when_it_was_sent_and_an_album_once() {
        let flood = Flood::new(&NARROW);
        let sent = |sent_s| flood.admit(1, Doing { sent_s: Some(sent_s), album: None });
        assert!((1_800_000_000..1_800_000_100).all(|second| sent(second) == Welcome));
        // Presses in between do not tell when they were made.
        assert_eq!(flood.admit(1, Doing::default()), Welcome);
        assert_eq!(
            [sent(1_800_000_101), sent(1_800_000_101), sent(1_800_000_101)],
            [Welcome, Welcome, TooMany]
        );
        // One that is delivered once more, much later, finds the room of the newest time.
        assert_eq!([sent(1_800_000_110), sent(1_800_000_000), sent(u64::MAX)], [Welcome, Welcome, Welcome]);
        let part = |album| flood.admit(2, Doing { sent_s: Some(5), album: Some(album) });
        assert!((0..10).all(|_| part("a") == Welcome));
        assert_eq!(
            [part("b"), part("c"), part("c"), part("c")],
            [Welcome, TooMany, TooManyStill, TooManyStill]
        );
    }
}
