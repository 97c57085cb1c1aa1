//! The poller: fetches updates, and confirms them once each is committed or waits in the inbox.
//!
//! Asking for what follows an update confirms it to Telegram for good, so the next call is made only when nothing of
//! the batch before could be lost. A turn that takes longer than [`GRACE`] waits in the inbox instead, so that nobody
//! waits for it. When an answer was empty everything was confirmed, and the next call names no number: should the
//! numbers begin anew, nothing is passed over.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::value::RawValue;
use tokio::sync::Notify;

use super::ServeError;
use super::api::{Api, Failure};
use super::backoff::Backoff;
use super::fate::{Fate, Final};
use super::groups::Groups;
use super::incoming::{ALLOWED, Act, GetUpdates, Meaning, Update, What};
use super::lanes::{Brought, Care, Job, Lanes};
use super::pace::{Admission, Flood};
use super::place::Place;
use crate::engine::{Arrival, EngineError, LanguageHint};
use crate::store::StoreError;

/// How long a call waits for something to come.
const WAIT: Duration = Duration::from_secs(50);

/// Updates of one answer, as many as Telegram gives.
const BATCH_COUNT_MAX: u8 = 100;

/// How long turns may take before their updates go to the inbox.
const GRACE: Duration = Duration::from_millis(40);

/// The pause after a failed call, and the longest one.
const PAUSE: Duration = Duration::from_millis(200);
const PAUSE_MAX: Duration = Duration::from_secs(30);

/// How long a poller steps back from another one: the first time, and at most. Whoever has polled well for
/// [`ESTABLISHED`] only looks aside for a moment, so that of two the newcomer gives way.
const ASIDE: Duration = Duration::from_secs(30);
const ASIDE_MAX: Duration = Duration::from_secs(600);
const ASIDE_ESTABLISHED: Duration = Duration::from_secs(1);
const ESTABLISHED: Duration = Duration::from_secs(60);

/// Numbers of one batch that lie further apart than this are not of one count.
const SPAN_MAX: u64 = 10_000;

/// Fetches and confirms.
pub(super) struct Poller {
    pub(super) api: Api,
    pub(super) lanes: Arc<Lanes>,
    pub(super) flood: Flood,
    pub(super) groups: Arc<Groups>,
}

/// The updates of a batch that stand in the way of its confirmation.
struct Fetched {
    /// When it came: what waits in the inbox stands there in the order of arrival, whenever it is put there.
    at: DateTime<Utc>,
    changed: Arc<Notify>,
    /// Those whose turns have begun.
    open: Vec<Held>,
    /// Those that wait in the inbox from the start.
    keep: Vec<Held>,
    /// Whose lanes are woken then.
    wake: Vec<i64>,
}

/// An update of a batch that is held until it is safe, and where it stands.
struct Held {
    place: Arc<Place>,
    user: i64,
    update: Arc<Update>,
}

impl Poller {
    /// Polls until it is over.
    pub(super) async fn run(&self) {
        let stop = &self.lanes.stop;
        let mut offset: Option<u64> = None;
        let (mut pauses, mut aside) = (Backoff::new(PAUSE, PAUSE_MAX), ASIDE);
        let mut since: Option<tokio::time::Instant> = None;
        // Until all is read that was there at the start.
        let mut care = Care::Noted;
        while !stop.is_stopping() {
            let answer = tokio::select! {
                answer = self.fetch(offset) => answer,
                () = stop.wait() => return,
            };
            let pause = match answer {
                Ok(updates) => {
                    pauses.reset();
                    let now = tokio::time::Instant::now();
                    if now - *since.get_or_insert(now) >= ESTABLISHED {
                        aside = ASIDE;
                    }
                    let next = updates.iter().map(|update| update.id).max().map(|id| id.saturating_add(1));
                    let all = updates.len() < usize::from(BATCH_COUNT_MAX);
                    if let Err(error) = self.take(updates, care).await {
                        return stop.fail(error);
                    }
                    if all {
                        care = Care::Usual;
                    }
                    offset = next;
                    continue;
                }
                Err(Failure { fate, .. }) => match fate {
                    Fate::Final(Final::NoBot) if self.api.is_token_refused().await => {
                        return stop.fail(ServeError::Token);
                    }
                    Fate::Final(Final::Webhook) => return stop.fail(ServeError::Webhook),
                    Fate::Final(Final::Elsewhere) => {
                        let now = tokio::time::Instant::now();
                        let established = since.is_some_and(|since| now - since >= ESTABLISHED);
                        let pause = if established { ASIDE_ESTABLISHED } else { aside };
                        tracing::error!(
                            pause_s = pause.as_secs(),
                            "another process polls with this token; this one steps back: stop one of the two"
                        );
                        if !established {
                            (since, aside) = (None, (aside * 2).min(ASIDE_MAX));
                        }
                        pause
                    }
                    Fate::TooMany(wait) => wait,
                    Fate::NotSent | Fate::Failed | Fate::Unknown | Fate::Final(_) => {
                        let pause = pauses.failed();
                        let failure_count = pauses.failure_count();
                        tracing::warn!(?fate, failure_count, "updates could not be fetched");
                        pause
                    }
                },
            };
            if stop.sleep(pause).await {
                return;
            }
        }
    }

    async fn fetch(&self, offset: Option<u64>) -> Result<Vec<Update>, Failure> {
        let timeout = WAIT.as_secs();
        let payload = GetUpdates { offset, limit: BATCH_COUNT_MAX, timeout, allowed_updates: ALLOWED };
        let (written, _) =
            self.api.call_for::<_, Vec<Box<RawValue>>>(&payload, WAIT + super::CALL_MAX).await?;
        let (updates, unread_count) = Update::read_all(&written);
        if unread_count > 0 {
            tracing::warn!(unread_count, "updates came that cannot be read; they are passed over");
        }
        Ok(in_order(updates))
    }

    /// Takes in a batch; when this returns, all of it may be confirmed.
    async fn take(&self, updates: Vec<Update>, care: Care) -> Result<(), EngineError> {
        let mut fetched = Fetched {
            at: self.lanes.order.at(self.lanes.clock.now()),
            changed: Arc::new(Notify::new()),
            open: Vec::new(),
            keep: Vec::new(),
            wake: Vec::new(),
        };
        for update in updates {
            self.sort(update, care, &mut fetched).await;
        }
        let keep = fetched.kept_at_once();
        let (kept, ()) = tokio::join!(self.keep(keep, fetched.at), fetched.settle());
        kept?;
        for user in fetched.wake {
            self.lanes.wake(user, care);
        }
        self.keep(fetched.open, fetched.at).await
    }

    async fn sort(&self, mut update: Update, care: Care, fetched: &mut Fetched) {
        match update.meaning(&self.lanes.bot) {
            Meaning::Done(act) => {
                let admitted = act.doing().map(|doing| self.flood.admit(act.user, doing));
                match admitted.unwrap_or(Admission::Welcome) {
                    Admission::Welcome => {}
                    Admission::TooMany => update.too_fast = true,
                    Admission::TooManyStill => return self.hold_off(&act),
                }
                let place = Place::next(&self.lanes.order, fetched.at, &fetched.changed);
                let (user, update) = (act.user, Arc::new(update));
                let job = Job::new(Arc::clone(&update), act, &place);
                let held = Held { place, user, update };
                // What was there at the start waits in the inbox before anything is done: see [`Care::Noted`].
                let brought = if care == Care::Noted { Brought::LeftOut } else { self.lanes.bring(job) };
                match brought {
                    Brought::Begun => fetched.open.push(held),
                    Brought::Behind => fetched.keep.push(held),
                    Brought::LeftOut => {
                        fetched.keep.push(held);
                        fetched.wake.push(user);
                    }
                }
            }
            Meaning::PressedElsewhere { user, query, hint } => {
                let words = self.lanes.toast("toast-old-button", hint.language);
                self.lanes.sender.answer_press(user, query, Some(words));
            }
            Meaning::Inline(query) => self.lanes.sender.offer(query, self.lanes.clock.now()),
            Meaning::Group { group, joined, addressed, hint } => {
                if !self.groups.is_allowed(group) {
                    self.groups.leave(&self.api, group, joined);
                } else if addressed {
                    self.refer_to_private(group, hint);
                }
            }
            Meaning::Moved { from, to } => self.groups.moved(from, to).await,
            Meaning::Nothing => {}
        }
    }

    /// Somebody was told already that they send too much: a press is answered, nothing else is done.
    fn hold_off(&self, act: &Act) {
        if let What::Pressed { query, .. } = &act.what {
            let words = self.lanes.toast("too-fast", act.hint.language);
            self.lanes.sender.answer_press(act.user, query.clone(), Some(words));
        }
    }

    fn refer_to_private(&self, group: i64, hint: LanguageHint) {
        let (lanes, groups) = (Arc::clone(&self.lanes), Arc::clone(&self.groups));
        let words = lanes.toast("in-private", hint.language);
        tokio::spawn(async move {
            let text = format!("{words} https://t.me/{}", lanes.bot);
            if let Some(to) = lanes.sender.say_in_group(group, &text).await {
                groups.moved(group, to).await;
                lanes.sender.say_in_group(to, &text).await;
            }
        });
    }

    /// Lets those of these updates that are not safe yet wait in the inbox. They came at this time.
    async fn keep(&self, held: Vec<Held>, at: DateTime<Utc>) -> Result<(), EngineError> {
        let held: Vec<Held> = held.into_iter().filter(|held| !held.place.is_safe()).collect();
        let arrivals: Vec<Arrival> = held.iter().map(Held::arrival).collect();
        match self.lanes.engine.receive(&arrivals, at).await {
            Ok(rows) => {
                let overtaken =
                    held.iter().zip(rows).filter_map(|(held, row)| held.place.kept(row)).collect();
                self.lanes.engine.drop_waiting(overtaken).await
            }
            Err(EngineError::Store(StoreError::TooLarge)) => self.keep_one_by_one(&held, at).await,
            Err(error) => Err(error),
        }
    }

    /// The same, where one of them at least is too large to wait: it is set aside, and the others are not.
    async fn keep_one_by_one(&self, held: &[Held], at: DateTime<Utc>) -> Result<(), EngineError> {
        for held in held {
            match self.lanes.engine.receive(&[held.arrival()], at).await {
                Ok(rows) => {
                    let overtaken = rows.into_iter().filter_map(|row| held.place.kept(row)).collect();
                    self.lanes.engine.drop_waiting(overtaken).await?;
                }
                Err(EngineError::Store(StoreError::TooLarge)) => {
                    if let Meaning::Done(act) = held.update.meaning(&self.lanes.bot) {
                        let job = Job::new(Arc::clone(&held.update), act, &held.place);
                        self.lanes.refuse(&job).await?;
                    }
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

impl Held {
    /// The update as it may wait in the inbox.
    fn arrival(&self) -> Arrival {
        self.place.arrival(&self.update, self.user, 0).1
    }
}

/// By number; where numbers began anew, each count by itself, in the order in which the counts appear.
fn in_order(updates: Vec<Update>) -> Vec<Update> {
    let mut counts: Vec<Vec<Update>> = Vec::new();
    for update in updates {
        let near = |count: &&mut Vec<Update>| count[0].id.abs_diff(update.id) <= SPAN_MAX;
        match counts.iter_mut().find(near) {
            Some(count) => count.push(update),
            None => counts.push(vec![update]),
        }
    }
    for count in &mut counts {
        count.sort_by_key(|update| update.id);
    }
    counts.into_iter().flatten().collect()
}

impl Fetched {
    /// Those that wait in the inbox from the start. What waits behind a turn that has begun goes there together with
    /// that turn's own update: alone it would be looked at first after a crash.
    fn kept_at_once(&mut self) -> Vec<Held> {
        let mut keep = std::mem::take(&mut self.keep);
        let behind: HashSet<i64> = keep.iter().map(|held| held.user).collect();
        keep.extend(self.open.extract_if(.., |held| behind.contains(&held.user)));
        keep
    }

    /// Waits until all turns that have begun are committed, but not longer than the grace.
    async fn settle(&self) {
        let all_safe = async {
            for held in &self.open {
                while !held.place.is_safe() {
                    self.changed.notified().await;
                }
            }
        };
        // Whatever is still open then is kept in the inbox by the caller.
        let _ = tokio::time::timeout(GRACE, all_safe).await;
    }
}

/// Brings back what waited in the inbox before the start.
pub(super) async fn restore(lanes: &Arc<Lanes>) -> Result<usize, EngineError> {
    const PAGE: usize = 512;
    let mut behind = None;
    let mut users = std::collections::BTreeSet::new();
    let mut count = 0;
    loop {
        let waiting = lanes.engine.waiting(None, behind.as_ref(), PAGE).await?;
        count += waiting.len();
        let Some(last) = waiting.last() else { break };
        behind = Some(last.key.clone());
        for row in &waiting {
            if let Some(at) = row.came() {
                lanes.order.begin_behind(at);
            }
            let meaning = Update::read(&row.event).map(|update| update.meaning(&lanes.bot));
            if let Some(Meaning::Done(act)) = meaning {
                users.insert(act.user);
            }
        }
    }
    for user in users {
        lanes.wake(user, Care::Noted);
    }
    Ok(count)
}

/// Says again what was committed before the start and is not known to have been said.
pub(super) async fn say_again(lanes: &Lanes) -> Result<usize, EngineError> {
    let mut count = 0;
    for applicant in lanes.engine.awaiting().await? {
        if applicant.telegram_user().is_some() {
            match lanes.engine.undelivered(&applicant).await {
                Ok(messages) => {
                    count += messages.len();
                    lanes.sender.hand_over(&applicant, messages);
                }
                Err(error @ EngineError::Store(_)) => return Err(error),
                Err(error) => tracing::error!(%error, "what waits for somebody does not open"),
            }
        }
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(ids: &[u64], expected: &[u64]) {
        let update = |id| serde_json::from_str(&format!("{{\"update_id\":{id}}}")).expect("JSON");
        let ids: Vec<u64> =
            in_order(ids.iter().map(update).collect()).iter().map(|update| update.id).collect();
        assert_eq!(ids, expected);
    }

    #[test]
    fn a_batch_is_taken_by_number_in_each_count_of_numbers() {
        check(&[], &[]);
        check(&[12, 10, 11], &[10, 11, 12]);
        check(&[12, 30_000_735, 10, 30_000_700, 11], &[10, 11, 12, 30_000_700, 30_000_735]);
    }
}
