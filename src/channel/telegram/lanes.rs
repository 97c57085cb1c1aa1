//! From updates to turns: a lane for each person, so that one who is slow, loud or unlucky never holds up another.
//!
//! A lane makes one turn at a time, in the order of arrival. An update whose turn is made need not wait in the inbox; one
//! that cannot be looked at soon does, so that it may be confirmed. What waits beyond [`QUEUE_COUNT_MAX`] is left in the
//! inbox and taken from there when its time comes. A turn that panics or fails is tried three times, and then set aside.

use std::collections::{HashMap, VecDeque};
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use tracing::Instrument;

use super::api::Api;
use super::backoff::Backoff;
use super::files;
use super::incoming::{Act, Meaning, Update, What};
use super::place::{Order, Place};
use super::render::TEXT_UNITS_MAX;
use super::sender::Sender;
use super::stop::Stop;
use crate::clock::Clock;
use crate::content::Language;
use crate::dialogue::{Event, State};
use crate::engine::{ApplicantId, Cause, Engine, EngineError, Turned, Waiting};
use crate::store::StoreError;

/// How many updates of one person wait in memory.
const QUEUE_COUNT_MAX: usize = 64;

/// Tries of a turn before its update is set aside.
const ATTEMPT_COUNT_MAX: u8 = 3;

/// A press is answered within this time, whatever its turn takes.
const ANSWER_WITHIN: Duration = Duration::from_millis(300);

/// The pause before a turn is tried again.
const PAUSE: Duration = Duration::from_millis(200);
const PAUSE_MAX: Duration = Duration::from_secs(30);

/// Makes the turns.
pub(super) struct Lanes {
    pub(super) api: Api,
    pub(super) engine: Arc<Engine>,
    pub(super) sender: Arc<Sender>,
    pub(super) clock: Clock,
    pub(super) stop: Stop,
    /// The bot's own name, without the `@`.
    pub(super) bot: String,
    /// In which updates wait in the inbox.
    pub(super) order: Order,
    pub(super) people: Mutex<HashMap<i64, Lane>>,
}

/// One person's lane; it is there while a turn is made.
#[derive(Default)]
pub(super) struct Lane {
    queue: VecDeque<Job>,
    /// More waits in the inbox than stands in the queue.
    more: bool,
    /// Something is on its way to the inbox: what comes meanwhile stands behind it.
    left_out: bool,
    /// How what waits in the inbox is tried.
    care: Care,
    work: Work,
}

/// How the turn of an update is tried.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Care {
    /// As it comes; from the second try on it is noted.
    #[default]
    Usual,
    /// Each try is noted before it is made. This is how everything is tried that was there at the start: what ended
    /// the process must not do so for ever.
    Noted,
}

/// What a lane does at the moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Work {
    /// It makes turns.
    #[default]
    Turns,
    /// It looks at the inbox: what comes meanwhile stands behind all that is there.
    Looks,
    /// It waits to be woken.
    Sleeps,
}

/// An update on its way to its turn.
pub(super) struct Job {
    update: Arc<Update>,
    act: Act,
    attempts: u8,
    care: Care,
    /// The press was answered already.
    is_answered: Arc<AtomicBool>,
    place: Arc<Place>,
}

impl Job {
    pub(super) fn new(update: Arc<Update>, act: Act, place: &Arc<Place>) -> Self {
        let (is_answered, place) = (Arc::default(), Arc::clone(place));
        Self { update, act, attempts: 0, care: Care::Usual, is_answered, place }
    }
}

/// What became of an update that was brought to its lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Brought {
    /// Its turn begins.
    Begun,
    /// Others are before it: it has to wait in the inbox too.
    Behind,
    /// It is not in the queue: it has to wait in the inbox, and its lane be woken then.
    LeftOut,
}

/// What a lane does next.
enum Next {
    /// It makes a turn.
    Turn(Box<Job>),
    /// It looks at the inbox.
    Look,
    /// Nothing waits, or what waits is not in the inbox yet.
    Nothing,
}

/// What became of an update in its lane.
enum Served {
    /// It was done, or set aside; what is to be said, if anything.
    Done(Option<Turned>),
    /// The end came first: it stays where it is.
    Stopped,
}

/// What a turn came to.
enum Outcome {
    Turned(Turned),
    /// Nothing is to be said.
    Silent,
    /// The button means nothing (any more); the language to say so in.
    Stale(Option<Language>),
}

impl Lanes {
    /// Brings an update to its lane.
    pub(super) fn bring(self: &Arc<Self>, job: Job) -> Brought {
        let user = job.act.user;
        let mut lanes = self.lanes();
        if let Some(lane) = lanes.get_mut(&user) {
            self.answer_soon(&job);
            let is_full = lane.queue.len() >= QUEUE_COUNT_MAX;
            if is_full || lane.more || lane.left_out || lane.work != Work::Turns {
                lane.left_out = true;
                return Brought::LeftOut;
            }
            lane.queue.push_back(job);
            return Brought::Behind;
        }
        lanes.insert(user, Lane { queue: VecDeque::from([job]), ..Lane::default() });
        drop(lanes);
        self.begin(user);
        Brought::Begun
    }

    /// Answers a press whose turn has to wait, unless that comes to it in time: only its turn knows the words.
    fn answer_soon(&self, job: &Job) {
        let What::Pressed { query, .. } = &job.act.what else { return };
        let (sender, query, is_answered) =
            (Arc::clone(&self.sender), query.clone(), Arc::clone(&job.is_answered));
        let user = job.act.user;
        tokio::spawn(async move {
            tokio::time::sleep(ANSWER_WITHIN).await;
            if !is_answered.swap(true, Ordering::AcqRel) {
                sender.answer_press(user, query, None);
            }
        });
    }

    /// Wakes the lane of somebody for whom something waits in the inbox.
    pub(super) fn wake(self: &Arc<Self>, user: i64, care: Care) {
        let mut lanes = self.lanes();
        if let Some(lane) = lanes.get_mut(&user) {
            (lane.more, lane.left_out) = (true, false);
            lane.care = lane.care.max(care);
            if lane.work == Work::Sleeps {
                lane.work = Work::Turns;
                drop(lanes);
                self.begin(user);
            }
            return;
        }
        lanes.insert(user, Lane { more: true, care, ..Lane::default() });
        drop(lanes);
        self.begin(user);
    }

    /// Whether no turn is being made.
    pub(super) fn is_idle(&self) -> bool {
        self.lanes().is_empty()
    }

    fn begin(self: &Arc<Self>, user: i64) {
        let lanes = Arc::clone(self);
        tokio::spawn(async move { lanes.run(user).await });
    }

    fn lanes(&self) -> MutexGuard<'_, HashMap<i64, Lane>> {
        self.people.lock().unwrap_or_else(PoisonError::into_inner)
    }

    // ---- one lane ----------------------------------------------------------------------------------

    async fn run(self: &Arc<Self>, user: i64) {
        let mut pauses = Backoff::new(PAUSE, PAUSE_MAX);
        while !self.stop.is_stopping() {
            let (place, went) = match self.next(user) {
                Next::Turn(job) => {
                    let place = Arc::clone(&job.place);
                    (Some(place), AssertUnwindSafe(self.serve(*job)).catch_unwind().await)
                }
                Next::Look => (None, AssertUnwindSafe(self.take_from_inbox(user)).catch_unwind().await),
                Next::Nothing => return,
            };
            match went {
                Ok(Ok(())) => pauses.reset(),
                Ok(Err(error)) => self.stop.fail(error),
                Err(_) => {
                    tracing::error!("a lane panicked; what it was at is tried again later");
                    // It is in the inbox, or will be at once: before that it would not be found there.
                    while !self.stop.sleep(pauses.failed()).await
                        && place.as_ref().is_some_and(|place| !place.is_safe())
                    {}
                    self.looks_again(user);
                }
            }
        }
        self.lanes().remove(&user);
    }

    fn next(&self, user: i64) -> Next {
        let mut lanes = self.lanes();
        let Some(lane) = lanes.get_mut(&user) else { return Next::Nothing };
        match lane.queue.pop_front() {
            Some(job) => return Next::Turn(Box::new(job)),
            None if lane.more => {
                (lane.more, lane.work) = (false, Work::Looks);
                return Next::Look;
            }
            None if lane.left_out => lane.work = Work::Sleeps,
            None => drop(lanes.remove(&user)),
        }
        Next::Nothing
    }

    /// After a panic outside any try: whatever the lane was at waits in the inbox. What is on its way there still keeps
    /// what comes meanwhile behind it.
    fn looks_again(&self, user: i64) {
        if let Some(lane) = self.lanes().get_mut(&user) {
            (lane.more, lane.work) = (true, Work::Turns);
        }
    }

    /// Fills the queue with what waits in the inbox.
    async fn take_from_inbox(&self, user: i64) -> Result<(), EngineError> {
        let applicant = ApplicantId::telegram(user);
        let waiting = self.engine.waiting(Some(&applicant), None, QUEUE_COUNT_MAX).await?;
        let is_full = waiting.len() == QUEUE_COUNT_MAX;
        let (mut jobs, mut unreadable) = (Vec::new(), Vec::new());
        for row in waiting {
            let update = Update::read(&row.event);
            match update.map(|update| (update.meaning(&self.bot), update)) {
                Some((Meaning::Done(act), update)) => {
                    let place = Place::waiting(row.key);
                    let update = Arc::new(update);
                    jobs.push(Job { attempts: row.attempts, ..Job::new(update, act, &place) });
                }
                Some(_) | None => unreadable.push(row.key),
            }
        }
        if !unreadable.is_empty() {
            tracing::error!(count = unreadable.len(), "events of another version wait; they are let go");
            self.engine.drop_waiting(unreadable).await?;
        }
        if let Some(lane) = self.lanes().get_mut(&user) {
            let care = lane.care;
            lane.queue.extend(jobs.into_iter().map(|job| Job { care, ..job }));
            lane.more |= is_full;
            lane.care = if lane.more { care } else { Care::Usual };
            lane.work = Work::Turns;
        }
        Ok(())
    }

    /// Makes the turn of an update, or sets it aside.
    async fn serve(&self, job: Job) -> Result<(), EngineError> {
        let applicant = ApplicantId::telegram(job.act.user);
        let span = tracing::error_span!(
            "event",
            event_id = job.update.id,
            applicant = self.engine.log_id(&applicant),
            filing = tracing::field::Empty,
            stage = tracing::field::Empty,
            field = tracing::field::Empty,
        );
        let served = {
            let mut served = std::pin::pin!(self.try_until_done(&applicant, &job).instrument(span));
            if let Ok(served) = tokio::time::timeout(ANSWER_WITHIN, &mut served).await {
                served
            } else {
                self.answer_press(&job, None);
                served.await
            }
        };
        match served? {
            Served::Done(turned) => self.end(&applicant, &job, turned).await,
            Served::Stopped => Ok(()),
        }
    }

    /// The update need not wait any more, and what is to be said is.
    async fn end(
        &self,
        applicant: &ApplicantId,
        job: &Job,
        turned: Option<Turned>,
    ) -> Result<(), EngineError> {
        let row = job.place.done();
        self.sender.hand_over(applicant, turned.map(|turned| turned.messages).unwrap_or_default());
        self.engine.drop_waiting(row.into_iter().collect()).await
    }

    /// Tries the turn of an update until it is made or set aside. Fails only when the store does.
    async fn try_until_done(&self, applicant: &ApplicantId, job: &Job) -> Result<Served, EngineError> {
        let mut attempts = job.attempts;
        loop {
            if attempts >= ATTEMPT_COUNT_MAX {
                tracing::error!(attempts, "an update was set aside: its turn cannot be made");
                return self.set_aside(applicant, job).await.map(Served::Done);
            }
            attempts += 1;
            if attempts > 1 || job.care == Care::Noted {
                match self.note_attempt(job, attempts).await {
                    Err(EngineError::Store(StoreError::TooLarge)) => attempts = ATTEMPT_COUNT_MAX,
                    noted => noted?,
                }
            }
            // A panic is caught here: nothing of the turn was committed, and nothing else rests on it.
            match AssertUnwindSafe(self.attempt(applicant, job)).catch_unwind().await {
                Ok(Ok(outcome)) => return Ok(Served::Done(self.answered(job, outcome))),
                Ok(Err(EngineError::Store(StoreError::Busy) | EngineError::Raced)) => attempts -= 1,
                Ok(Err(EngineError::Store(error))) if !matches!(error, StoreError::TooLarge) => {
                    return Err(error.into());
                }
                Ok(Err(error)) => tracing::warn!(%error, attempts, "a turn failed"),
                Err(_) => tracing::warn!(attempts, "a turn panicked"),
            }
            if self.stop.sleep(PAUSE).await {
                return Ok(Served::Stopped);
            }
        }
    }

    /// Sets aside an update that cannot even wait: it is too large for the inbox.
    pub(super) async fn refuse(&self, job: &Job) -> Result<(), EngineError> {
        tracing::error!("an update was set aside: it is too large to be kept");
        let applicant = ApplicantId::telegram(job.act.user);
        let turned = self.set_aside(&applicant, job).await?;
        self.answer_press(job, None);
        self.end(&applicant, job, turned).await
    }

    /// What is said to whoever sent an update that is set aside.
    async fn set_aside(&self, applicant: &ApplicantId, job: &Job) -> Result<Option<Turned>, EngineError> {
        let cause = self.cause(job);
        match self.engine.quarantine(applicant, &cause, job.act.hint, self.clock.now()).await {
            Err(EngineError::Store(StoreError::TooLarge)) => {
                tracing::error!("what names an update is too large to be kept; it is passed over");
                Ok(None)
            }
            turned => turned.map(Some),
        }
    }

    /// Notes in the inbox that the turn is tried, so that the count outlives the process.
    async fn note_attempt(&self, job: &Job, attempts: u8) -> Result<(), EngineError> {
        let (at, arrival) = job.place.arrival(&job.update, job.act.user, attempts);
        if let Some(key) = job.place.row() {
            let waiting = Waiting { key, attempts, event: arrival.event };
            return self.engine.attempted(&waiting).await;
        }
        for row in self.engine.receive(&[arrival], at).await? {
            job.place.kept(row);
        }
        Ok(())
    }

    fn cause(&self, job: &Job) -> Cause {
        // Another bot over the same store counts its messages by itself.
        let ids = job.act.names.iter().map(|name| format!("{}:{name}", self.bot)).collect();
        let pressed = match &job.act.what {
            What::Pressed { message, .. } => *message,
            What::Event(_) | What::Sent(_) | What::Left => None,
        };
        let said = self.sender.marks.riding(job.act.user);
        Cause { ids, waits: job.place.row(), said, pressed, units_max: Some(TEXT_UNITS_MAX) }
    }

    async fn attempt(&self, applicant: &ApplicantId, job: &Job) -> Result<Outcome, EngineError> {
        let cause = self.cause(job);
        let outcome = self.turn(applicant, job, &cause).await?;
        if matches!(&outcome, Outcome::Turned(turned) if !turned.repeated) {
            self.sender.marks.made(job.act.user, &cause.said);
        }
        Ok(outcome)
    }

    async fn turn(&self, applicant: &ApplicantId, job: &Job, cause: &Cause) -> Result<Outcome, EngineError> {
        let (hint, now) = (job.act.hint, self.clock.now());
        if job.update.too_fast {
            return self.engine.remark(applicant, cause, "too-fast", hint, now).await.map(Outcome::Turned);
        }
        let event = match &job.act.what {
            What::Event(event) => event.clone(),
            What::Sent(file) => Event::FileSent(files::look(&self.api, file).await),
            What::Pressed { data, .. } => {
                let turned = self.engine.press(applicant, cause, data, hint, now).await?;
                let stale = |state: Arc<State>| Outcome::Stale(state.applicant.language.or(hint.language));
                return Ok(turned.map_or_else(stale, Outcome::Turned));
            }
            What::Left => {
                // Delivered once more, it must not take back what was said since. Where the process ends in between,
                // what waits is said after the next start, and comes back as undeliverable.
                if self.engine.remember(applicant, cause, now).await? {
                    self.sender.give_up(job.act.user).await;
                }
                return Ok(Outcome::Silent);
            }
        };
        self.engine.turn(applicant, cause, &event, hint, now).await.map(Outcome::Turned)
    }

    /// Answers a press, and passes on what is to be said.
    fn answered(&self, job: &Job, outcome: Outcome) -> Option<Turned> {
        let (words, turned) = match outcome {
            Outcome::Turned(turned) => (None, Some(turned)),
            Outcome::Silent => (None, None),
            Outcome::Stale(language) => (Some(self.toast("toast-old-button", language)), None),
        };
        if let Some(turned) = &turned {
            note_place(turned);
        }
        self.answer_press(job, words);
        if let (What::Pressed { message: Some(message), .. }, None) = (&job.act.what, &turned) {
            self.sender.strip(job.act.user, *message);
        }
        turned
    }

    /// Answers a press once, whatever becomes of it.
    fn answer_press(&self, job: &Job, words: Option<String>) {
        if let What::Pressed { query, .. } = &job.act.what
            && !job.is_answered.swap(true, Ordering::AcqRel)
        {
            self.sender.answer_press(job.act.user, query.clone(), words);
        }
    }

    pub(super) fn toast(&self, id: &str, language: Option<Language>) -> String {
        let language = language.unwrap_or(Language::ZhCn);
        self.engine.content().texts.say(language, id, |_| None)
    }
}

/// Says in the log where the turn led.
fn note_place(turned: &Turned) {
    let span = tracing::Span::current();
    if let Some(message) = turned.messages.last().map(|pending| &pending.message) {
        if let Some(filing) = &message.filing {
            span.record("filing", filing.as_str());
        }
        span.record("stage", message.stage.as_str());
        span.record("field", message.asks.as_deref().unwrap_or("-"));
    }
    tracing::debug!(repeated = turned.repeated, "a turn was made");
}
