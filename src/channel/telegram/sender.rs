//! From the outbox to the chats: one letter ([`super::letter`]) at a time to each chat, in order, each marked before the
//! next is sent.
//!
//! What becomes of a letter follows its fate ([`super::fate`]):
//!
//! - *Surely not sent*: again, after a pause of this chat alone, until it is.
//! - *Failed* or *unknown*: an edit is repeated. A panel is not sent again while an older message of the chat can be
//!   edited to show it; what has nowhere else to go is sent again, after pauses that grow to [`PAUSE_MAX`]. A reminder
//!   of unknown fate waits longer, and comes [`REMINDER_COUNT_MAX`] times at most.
//! - *Final*: given up, and told to the operator.

use std::collections::VecDeque;
use std::collections::hash_map::{Entry, HashMap};
use std::num::NonZeroUsize;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use futures_util::FutureExt;
use lru::LruCache;
use serde::Deserialize;
use serde::de::IgnoredAny;
use teloxide::payloads::{
    AnswerCallbackQuery, EditMessageReplyMarkup, EditMessageText, EditMessageTextSetters, SendMessage,
    SendMessageSetters,
};
use teloxide::requests::Payload;
use teloxide::types::{CallbackQueryId, ChatId, MessageId, ParseMode, Recipient};
use tokio::sync::Semaphore;

use super::api::{Api, CALL_MAX, Failure};
use super::backoff::Backoff;
use super::fate::{Fate, Final};
use super::inline::{self, Query};
use super::letter::{Letter, Unsaid};
use super::marks::Marks;
use super::pace::{ChatPace, Pace};
use super::render::{html, keyboard, no_preview};
use super::stop::Stop;
use crate::clock::Clock;
use crate::content::plain;
use crate::dialogue::{Role, china_date};
use crate::engine::{ApplicantId, Engine, EngineError, Pending};
use crate::store::StoreError;

/// Calls that may be under way at a time.
const CALL_COUNT_MAX: usize = 100;

/// Answers to presses that may be under way at a time: in all, and of one person.
const TOAST_COUNT_MAX: usize = 100;
const TOASTS_OF_ONE_MAX: usize = 16;

/// The same for offers to words after the bot's name, which anybody may type: they take nothing from the presses.
const OFFER_COUNT_MAX: usize = 32;
const OFFERS_OF_ONE_MAX: usize = 4;

/// The pause after the first failure, and the longest one.
const PAUSE: Duration = Duration::from_millis(250);
const PAUSE_MAX: Duration = Duration::from_secs(30);

/// The same for a reminder whose fate is unknown, and how often it is sent at most: nobody waits for it, and it may come
/// more than once.
const REMINDER_PAUSE: Duration = Duration::from_secs(60);
const REMINDER_PAUSE_MAX: Duration = Duration::from_secs(600);
const REMINDER_COUNT_MAX: u32 = 3;

/// How often a reminder that rests looks whether something came behind it.
const REMINDER_LOOK: Duration = Duration::from_millis(500);

/// Chats whose last panel is remembered.
const PANEL_COUNT_MAX: NonZeroUsize = NonZeroUsize::new(10_000).expect("it is not zero");

/// How long an answer to a press may take: later it is of no use.
const TOAST_MAX: Duration = Duration::from_secs(10);

/// Speaks to the chats.
pub(super) struct Sender {
    api: Api,
    engine: Arc<Engine>,
    pace: Pace,
    clock: Clock,
    /// Which letters arrived.
    pub(super) marks: Marks,
    stop: Stop,
    calls: Semaphore,
    /// Whose presses are being answered.
    toasts: UnderWay,
    /// Whose words after the bot's name are.
    offers: UnderWay,
    busy: Mutex<HashMap<i64, Chat>>,
    known: Mutex<LruCache<i64, Known>>,
    /// Chats that are spoken to at this moment.
    speaking_count: AtomicUsize,
    /// What comes next to wait gets this number.
    number: AtomicU64,
}

/// How many calls are under way that are of use at once or never, and whose.
struct UnderWay {
    counts: Mutex<HashMap<i64, usize>>,
    count_max: usize,
    of_one_max: usize,
}

impl UnderWay {
    fn new(count_max: usize, of_one_max: usize) -> Self {
        Self { counts: Mutex::default(), count_max, of_one_max }
    }

    /// Whether one more of this person may be under way; then it is.
    fn enter(&self, user: i64) -> bool {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let (of_one, of_all) = (counts.get(&user).copied().unwrap_or(0), counts.values().sum::<usize>());
        let may = of_one < self.of_one_max && of_all < self.count_max;
        if may {
            counts.insert(user, of_one + 1);
        }
        may
    }

    fn leave(&self, user: i64) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Entry::Occupied(mut of_one) = counts.entry(user) {
            *of_one.get_mut() -= 1;
            if *of_one.get() == 0 {
                of_one.remove();
            }
        }
    }
}

/// A chat for which something waits.
struct Chat {
    applicant: ApplicantId,
    queue: VecDeque<Unsaid>,
}

impl Chat {
    /// Behind all that was said before it: a reminder's turn may be made beside another, and be handed over after it.
    fn put(&mut self, unsaid: Unsaid) {
        // Rows of one applicant stand in the order in which they were said; what is in no outbox comes last.
        let key = &unsaid.pending.key;
        let before = |queued: &Unsaid| key.is_none() || queued.pending.key <= *key;
        let at = self.queue.iter().rposition(before).map_or(0, |at| at + 1);
        self.queue.insert(at, unsaid);
    }
}

/// What is remembered of a chat while nothing waits.
#[derive(Debug, Default, Clone, Copy)]
struct Known {
    /// The last panel that it shows.
    panel: Option<i32>,
    pace: ChatPace,
}

/// How much of its looks a letter gives up because the server refuses them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looks {
    Full,
    Plain,
    Bare,
}

impl Looks {
    fn less(self) -> Self {
        match self {
            Self::Full => Self::Plain,
            Self::Plain | Self::Bare => Self::Bare,
        }
    }
}

/// How a chat is spoken to at this moment.
struct Manner {
    known: Known,
    looks: Looks,
    pauses: Backoff,
    reminder_pauses: Backoff,
}

impl Manner {
    fn new(known: Known) -> Self {
        let reminder_pauses = Backoff::new(REMINDER_PAUSE, REMINDER_PAUSE_MAX);
        Self { known, looks: Looks::Full, pauses: Backoff::new(PAUSE, PAUSE_MAX), reminder_pauses }
    }

    fn succeeded(&mut self) {
        self.looks = Looks::Full;
        self.pauses.reset();
        self.reminder_pauses.reset();
    }
}

/// A message as the server took it.
#[derive(Deserialize)]
pub(super) struct Sent {
    pub(super) message_id: i32,
}

impl Sender {
    pub(super) fn new(api: Api, engine: Arc<Engine>, pace: Pace, clock: Clock, stop: Stop) -> Self {
        let marks = Marks::new(Arc::clone(&engine));
        Self {
            api,
            engine,
            pace,
            clock,
            marks,
            stop,
            calls: Semaphore::new(CALL_COUNT_MAX),
            toasts: UnderWay::new(TOAST_COUNT_MAX, TOASTS_OF_ONE_MAX),
            offers: UnderWay::new(OFFER_COUNT_MAX, OFFERS_OF_ONE_MAX),
            busy: Mutex::new(HashMap::new()),
            known: Mutex::new(LruCache::new(PANEL_COUNT_MAX)),
            speaking_count: AtomicUsize::new(0),
            number: AtomicU64::new(0),
        }
    }

    /// Sends what was committed for somebody, behind what waits already.
    pub(super) fn hand_over(self: &Arc<Self>, applicant: &ApplicantId, messages: Vec<Pending>) {
        let (Some(chat), false) = (applicant.telegram_user(), messages.is_empty()) else { return };
        let count = messages.len() as u64;
        let first = self.number.fetch_add(count, Ordering::Relaxed);
        let unsaid =
            (first..).zip(messages).map(|(number, pending)| Unsaid { number, pending, unknown_count: 0 });
        let mut busy = self.busy();
        if let Some(known) = busy.get_mut(&chat) {
            unsaid.for_each(|unsaid| known.put(unsaid));
            return;
        }
        busy.insert(chat, Chat { applicant: applicant.clone(), queue: unsaid.collect() });
        drop(busy);
        let sender = Arc::clone(self);
        sender.speaking_count.fetch_add(1, Ordering::AcqRel);
        tokio::spawn(async move {
            // A panic loses nothing: what waits is still there, and so is this, its only speaker.
            while AssertUnwindSafe(sender.speak(chat)).catch_unwind().await.is_err() {
                if sender.stop.sleep(PAUSE_MAX).await {
                    break;
                }
            }
            sender.speaking_count.fetch_sub(1, Ordering::AcqRel);
        });
    }

    /// Whether nobody is spoken to: after a stop, what still waits stays in the outbox.
    pub(super) fn is_silent(&self) -> bool {
        self.speaking_count.load(Ordering::Acquire) == 0
    }

    /// Whether nothing waits for anybody.
    pub(super) fn is_idle(&self) -> bool {
        self.busy().is_empty() && self.marks.is_empty()
    }

    /// Answers somebody's press, best effort: a late answer is of no use, so nothing is repeated, and who presses faster
    /// than the server answers is not answered every time.
    pub(super) fn answer_press(self: &Arc<Self>, user: i64, query: String, words: Option<String>) {
        let mut payload = AnswerCallbackQuery::new(CallbackQueryId(query));
        payload.text = words;
        self.toast(user, payload);
    }

    /// Takes the buttons from an old message, best effort.
    pub(super) fn strip(self: &Arc<Self>, chat: i64, message: i32) {
        if !self.is_newest_panel(chat, message) {
            self.toast(chat, EditMessageReplyMarkup::new(ChatId(chat), MessageId(message)));
        }
    }

    /// Offers answers to what somebody typed after the bot's name, best effort.
    pub(super) fn offer(self: &Arc<Self>, query: Query, now: DateTime<Utc>) {
        let (user, engine) = (query.user, Arc::clone(&self.engine));
        let (content, today) = (engine.content(), china_date(now));
        self.best_effort(user, |sender| &sender.offers, async move {
            let made = move || inline::offer(&content, engine.edition(), today, &query);
            // The first question of all learns, which takes a while.
            tokio::task::spawn_blocking(made).await.ok()
        });
    }

    fn toast<P>(self: &Arc<Self>, user: i64, payload: P)
    where
        P: Payload + serde::Serialize + Send + Sync + 'static,
    {
        self.best_effort(user, |sender| &sender.toasts, std::future::ready(Some(payload)));
    }

    /// Makes a call that is of use at once or never.
    fn best_effort<P>(
        self: &Arc<Self>,
        user: i64,
        under_way: fn(&Self) -> &UnderWay,
        made: impl Future<Output = Option<P>> + Send + 'static,
    ) where
        P: Payload + serde::Serialize + Send + Sync + 'static,
    {
        if !under_way(self).enter(user) {
            return;
        }
        let sender = Arc::clone(self);
        tokio::spawn(async move {
            if let Some(payload) = made.await
                && let Err(Failure { fate, method }) =
                    sender.api.call_for::<_, IgnoredAny>(&payload, TOAST_MAX).await
            {
                tracing::debug!(?fate, method, "a press or a query was not answered");
            }
            under_way(&sender).leave(user);
        });
    }

    /// Whether this message is the newest panel once all that waits is said.
    fn is_newest_panel(&self, chat: i64, message: i32) -> bool {
        let waits = {
            let busy = self.busy();
            let mut newest_first = busy.get(&chat).into_iter().flat_map(|chat| chat.queue.iter().rev());
            let panel = newest_first.find(|unsaid| unsaid.pending.message.role == Role::Ask);
            panel.map(|unsaid| (unsaid.pending.replaces, unsaid.unknown_count))
        };
        let known = self.known(chat).panel;
        match waits {
            // It is being sent: perhaps it is shown already, below all that is known.
            Some((None, 0)) => known.is_none_or(|known| message > known),
            Some((replaces, _)) => replaces.max(known) == Some(message),
            None => known == Some(message),
        }
    }

    /// Says something to a group, best effort, unless too much was said there already.
    pub(super) async fn say_in_group(&self, group: i64, text: &str) -> Option<i64> {
        let mut known = self.known(group);
        let wait = self.pace.chat(group, &mut known.pace);
        self.remember(group, known);
        if !wait.is_zero() {
            return None;
        }
        let payload = SendMessage::new(ChatId(group), html(text)).parse_mode(ParseMode::Html);
        match self.api.call_for::<_, Sent>(&payload, TOAST_MAX).await {
            Err(Failure { fate: Fate::Final(Final::Moved(to)), .. }) => Some(to),
            Ok(_) | Err(_) => None,
        }
    }

    // ---- one chat ----------------------------------------------------------------------------------

    /// Speaks to a chat until nothing waits for it.
    async fn speak(&self, chat: i64) {
        let mut manner = Manner::new(self.known(chat));
        loop {
            let Some(letter) = self.next(chat) else {
                self.remember(chat, manner.known);
                return;
            };
            let wait = self.pace.chat(chat, &mut manner.known.pace);
            if !wait.is_zero() {
                // What waits may be overtaken meanwhile.
                if self.stop.sleep(wait).await {
                    return;
                }
                continue;
            }
            self.pace.total(letter.haste()).await;
            if let Err(error) = self.marks.settle(chat).await {
                // What was said stays in the outbox, and is said once more after the next start.
                return self.stop.fail(error);
            }
            if self.stop.is_stopping() {
                return;
            }
            let target = letter.target(manner.known.panel);
            match self.send(chat, &letter, target, manner.looks).await {
                Ok(shown) => {
                    if letter.is_panel {
                        self.change(chat, &letter, |unsaid| unsaid.pending.replaces = Some(shown));
                        manner.known.panel = Some(shown);
                        self.remember(chat, manner.known);
                    }
                    manner.succeeded();
                    self.done(chat, &letter);
                    // Nobody answers a reminder at once: its mark has no turn to wait for.
                    if letter.is_reminder
                        && let Err(error) = self.marks.settle(chat).await
                    {
                        return self.stop.fail(error);
                    }
                }
                Err(failure) => {
                    let pause = self.failed(chat, &letter, target, failure, &mut manner).await;
                    if self.rest(chat, &letter, pause).await {
                        return;
                    }
                }
            }
        }
    }

    /// What follows from a failure; how long this chat is left alone.
    async fn failed(
        &self,
        chat: i64,
        letter: &Letter,
        target: Option<i32>,
        failure: Failure,
        manner: &mut Manner,
    ) -> Duration {
        let Failure { fate, method } = failure;
        let pause = manner.pauses.failed();
        tracing::warn!(
            ?fate,
            method,
            failure_count = manner.pauses.failure_count(),
            "a message was not sent"
        );
        match fate {
            Fate::NotSent => pause,
            Fate::TooMany(wait) => wait,
            Fate::Failed | Fate::Unknown if target.is_some() => pause,
            // Nobody waits for it, so it is not taken for arrived, and may wait for the server.
            Fate::Failed if letter.is_reminder => pause,
            Fate::Failed | Fate::Unknown => {
                self.change(chat, letter, |unsaid| unsaid.unknown_count = letter.unknown_count + 1);
                if !letter.is_reminder {
                    return pause;
                }
                if letter.unknown_count + 1 >= REMINDER_COUNT_MAX {
                    tracing::error!("a reminder was given up: whether it arrived stays unknown");
                    self.done(chat, letter);
                }
                manner.reminder_pauses.failed()
            }
            Fate::Final(reason) => self.refused(chat, letter, target, reason, manner).await,
        }
    }

    /// What is said next to a chat; `None`: nothing waits, and the chat is let go of.
    fn next(&self, chat: i64) -> Option<Letter> {
        let mut busy = self.busy();
        let letter = busy.get(&chat).and_then(|waiting| Letter::of(&waiting.queue));
        if letter.is_none() {
            busy.remove(&chat);
        }
        letter
    }

    async fn send(
        &self,
        chat: i64,
        letter: &Letter,
        target: Option<i32>,
        looks: Looks,
    ) -> Result<i32, Failure> {
        let text = if looks == Looks::Full { html(&letter.text) } else { plain(&letter.text) };
        let buttons = letter.shown.as_ref().filter(|_| looks != Looks::Bare);
        let buttons = buttons.and_then(|(message, turn)| keyboard(message, *turn));
        let _permit = self.calls.acquire().await;
        if let Some(file) = &letter.file {
            let caption = (text, looks == Looks::Full);
            return Ok(self.api.send_file(chat, caption, file).await?.message_id);
        }
        let Some(message) = target else {
            let mut payload = SendMessage::new(ChatId(chat), text).link_preview_options(no_preview());
            payload.parse_mode = (looks == Looks::Full).then_some(ParseMode::Html);
            payload.reply_markup = buttons.map(Into::into);
            let (sent, _) = self.api.call_for::<_, Sent>(&payload, CALL_MAX).await?;
            return Ok(sent.message_id);
        };
        let recipient = Recipient::Id(ChatId(chat));
        let mut payload = EditMessageText::new(recipient, MessageId(message), text);
        payload = payload.link_preview_options(no_preview());
        payload.parse_mode = (looks == Looks::Full).then_some(ParseMode::Html);
        payload.reply_markup = buttons;
        match self.api.call_for::<_, Sent>(&payload, CALL_MAX).await {
            Ok(_) | Err(Failure { fate: Fate::Final(Final::Same), .. }) => Ok(message),
            Err(failure) => Err(failure),
        }
    }

    /// The letter arrived, or was given up: it waits no more.
    fn done(&self, chat: i64, letter: &Letter) {
        self.marks.note(chat, letter.keys.clone());
        if let Some(waiting) = self.busy().get_mut(&chat) {
            waiting.queue.retain(|unsaid| !letter.says(unsaid));
        }
    }

    /// Leaves a chat alone for a time; `true`: it is over. A reminder that rests holds nobody up: what comes behind it is
    /// said soon, and takes it along.
    async fn rest(&self, chat: i64, letter: &Letter, pause: Duration) -> bool {
        if !letter.is_reminder || pause <= REMINDER_LOOK {
            return self.stop.sleep(pause).await;
        }
        let until = Instant::now() + pause;
        while Instant::now() < until && !self.is_followed(chat, letter) {
            if self.stop.sleep(REMINDER_LOOK).await {
                return true;
            }
        }
        self.stop.is_stopping()
    }

    /// Whether more waits than the letter says.
    fn is_followed(&self, chat: i64, letter: &Letter) -> bool {
        self.busy().get(&chat).is_some_and(|chat| chat.queue.iter().any(|unsaid| !letter.says(unsaid)))
    }

    /// What follows from a refusal; how long this chat is left alone.
    async fn refused(
        &self,
        chat: i64,
        letter: &Letter,
        target: Option<i32>,
        reason: Final,
        manner: &mut Manner,
    ) -> Duration {
        match reason {
            Final::Gone | Final::Moved(_) => {
                manner.known.panel = None;
                self.give_up(chat).await;
            }
            Final::NoBot => {
                if self.api.is_token_refused().await {
                    self.stop.fail(super::ServeError::Token);
                }
                return PAUSE;
            }
            // There is nothing (more) to edit.
            Final::NoMessage if target.is_some() => self.send_anew(chat, letter, manner),
            Final::NoMessage | Final::Refused if manner.looks == Looks::Bare => {
                tracing::error!(edits = target.is_some(), "a message is refused whatever it looks like");
                if target.is_some() {
                    self.send_anew(chat, letter, manner);
                } else {
                    self.done(chat, letter);
                }
                manner.looks = Looks::Full;
            }
            Final::NoMessage | Final::Refused => {
                tracing::error!(looks = ?manner.looks, "the server refuses the looks of a message");
                manner.looks = manner.looks.less();
            }
            // These are said of other calls than those that speak.
            Final::Same | Final::Late | Final::Elsewhere | Final::Webhook => return PAUSE_MAX,
        }
        Duration::ZERO
    }

    fn send_anew(&self, chat: i64, letter: &Letter, manner: &mut Manner) {
        manner.known.panel = None;
        self.change(chat, letter, |unsaid| unsaid.pending.replaces = None);
    }

    /// Nobody is there any more: what waits is taken back. Who speaks to the chat at this moment finds nothing more to
    /// say, and lets go of it.
    pub(super) async fn give_up(&self, chat: i64) {
        let applicant = self.busy().get_mut(&chat).map(|chat| {
            chat.queue.clear();
            chat.applicant.clone()
        });
        let applicant = applicant.unwrap_or_else(|| ApplicantId::telegram(chat));
        tracing::info!("somebody cannot be reached; what waited for them is taken back");
        match self.engine.unreachable(&applicant, self.clock.now()).await {
            Ok(()) => {}
            Err(EngineError::Store(error)) if !matches!(error, StoreError::TooLarge | StoreError::Busy) => {
                self.stop.fail(EngineError::Store(error));
            }
            // One whose rows do not open takes nobody else along.
            Err(error) => tracing::error!(%error, "what waits for somebody who cannot be reached stays"),
        }
    }

    fn change(&self, chat: i64, letter: &Letter, change: impl Fn(&mut Unsaid)) {
        if let Some(waiting) = self.busy().get_mut(&chat) {
            let said = waiting.queue.iter_mut().filter(|unsaid| letter.says(unsaid));
            said.for_each(change);
        }
    }

    fn busy(&self) -> MutexGuard<'_, HashMap<i64, Chat>> {
        self.busy.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn known(&self, chat: i64) -> Known {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&chat).copied().unwrap_or_default()
    }

    fn remember(&self, chat: i64, known: Known) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).put(chat, known);
    }
}
