//! From the outbox to the chats: one letter at a time to each chat, in order, each marked before the next is sent.
//!
//! A letter is what waits for a chat and can be said in one message: notes stand above the panel they belong to, and a
//! panel that a newer one has overtaken is left out. What becomes of a letter follows its fate ([`super::fate`]):
//!
//! - *Surely not sent*: again, after a pause of this chat alone.
//! - *Unknown*: an edit is repeated. A panel is not sent again while an older message of the chat can be edited to show
//!   it; what has nowhere else to go is sent once more. A reminder has two tries in all.
//! - *Final*: given up, and told to the operator.

use std::collections::{HashMap, VecDeque};
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use lru::LruCache;
use serde::Deserialize;
use teloxide::payloads::{
    AnswerCallbackQuery, EditMessageReplyMarkup, EditMessageText, EditMessageTextSetters, SendMessage,
    SendMessageSetters,
};
use teloxide::types::{CallbackQueryId, ChatId, LinkPreviewOptions, MessageId, ParseMode, Recipient};
use tokio::sync::Semaphore;

use super::api::{Api, Failure};
use super::fate::{Fate, Final};
use super::marks::Marks;
use super::pace::{ChatPace, Haste, Pace};
use super::render::{TEXT_UNITS_MAX, html, keyboard, units};
use super::stop::Stop;
use crate::content::plain;
use crate::dialogue::{Message, Role};
use crate::engine::{ApplicantId, Engine, Pending};
use crate::store::Key;

/// Calls that may be under way at a time.
const CALL_COUNT_MAX: usize = 100;

/// Tries whose outcome stays unknown before a letter is given up; a reminder has fewer, since it may come twice.
const UNKNOWN_COUNT_MAX: u32 = 8;
const REMINDER_UNKNOWN_COUNT_MAX: u32 = 2;

/// Tries of an edit before it is given up.
const EDIT_COUNT_MAX: u32 = 20;

/// The pause after the first failure, and the longest one.
const PAUSE: Duration = Duration::from_millis(250);
const PAUSE_MAX: Duration = Duration::from_secs(60);

/// Chats whose last panel is remembered.
const PANEL_COUNT_MAX: NonZeroUsize = NonZeroUsize::new(10_000).expect("it is not zero");

/// How long an answer to a press may take: later it is of no use.
const TOAST_MAX: Duration = Duration::from_secs(10);

/// Between what was said before and what is said below it.
const SEPARATOR: &str = "\n\n";

/// Speaks to the chats.
pub(super) struct Sender {
    api: Api,
    engine: Arc<Engine>,
    pace: Pace,
    /// Which letters arrived.
    pub(super) marks: Marks,
    stop: Stop,
    calls: Semaphore,
    busy: Mutex<HashMap<i64, Chat>>,
    known: Mutex<LruCache<i64, Known>>,
    /// Chats that are spoken to at this moment.
    speaking_count: AtomicUsize,
    /// What comes next to wait gets this number.
    number: AtomicU64,
}

/// A chat for which something waits.
struct Chat {
    applicant: ApplicantId,
    queue: VecDeque<Waiting>,
}

struct Waiting {
    /// Its own number, which no other has.
    number: u64,
    pending: Pending,
    /// How often it was sent without knowing whether it arrived.
    unknown_count: u32,
}

/// What is remembered of a chat while nothing waits.
#[derive(Debug, Default, Clone, Copy)]
struct Known {
    /// The last panel that it shows.
    panel: Option<i32>,
    pace: ChatPace,
}

/// What can be said in one message.
struct Letter {
    /// Those of what waits that it says, in order.
    numbers: Vec<u64>,
    keys: Vec<Key>,
    text: String,
    /// Whose buttons stand under it, and in which turn they were shown.
    shown: Option<(Message, u64)>,
    /// It is, or ends with, a panel.
    is_panel: bool,
    is_reminder: bool,
    /// The message whose place it takes.
    replaces: Option<i32>,
    unknown_count: u32,
}

/// How much of its looks a letter gives up because the server refuses them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looks {
    Full,
    Plain,
    Bare,
}

#[derive(Deserialize)]
struct Sent {
    message_id: i32,
}

impl Sender {
    pub(super) fn new(api: Api, engine: Arc<Engine>, pace: Pace, stop: Stop) -> Self {
        let marks = Marks::new(Arc::clone(&engine));
        Self {
            api,
            engine,
            pace,
            marks,
            stop,
            calls: Semaphore::new(CALL_COUNT_MAX),
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
        let waiting =
            (first..).zip(messages).map(|(number, pending)| Waiting { number, pending, unknown_count: 0 });
        let mut busy = self.busy();
        if let Some(known) = busy.get_mut(&chat) {
            known.queue.extend(waiting);
            return;
        }
        busy.insert(chat, Chat { applicant: applicant.clone(), queue: waiting.collect() });
        drop(busy);
        let sender = Arc::clone(self);
        sender.speaking_count.fetch_add(1, Ordering::AcqRel);
        tokio::spawn(async move {
            sender.speak(chat).await;
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

    /// Answers a press, best effort: a late answer is of no use, so nothing is repeated.
    pub(super) fn answer_press(self: &Arc<Self>, query: String, words: Option<String>) {
        let sender = Arc::clone(self);
        tokio::spawn(async move {
            let mut payload = AnswerCallbackQuery::new(CallbackQueryId(query));
            payload.text = words;
            let answered = sender.api.call_for::<_, bool>(&payload, TOAST_MAX).await;
            if let Err(Failure { fate, .. }) = answered {
                tracing::debug!(?fate, "a press was not answered");
            }
        });
    }

    /// Takes the buttons from an old message, best effort.
    pub(super) fn strip(self: &Arc<Self>, chat: i64, message: i32) {
        if self.is_newest_panel(chat, message) {
            return;
        }
        let sender = Arc::clone(self);
        tokio::spawn(async move {
            let payload = EditMessageReplyMarkup::new(ChatId(chat), MessageId(message));
            let _ = sender.api.call_for::<_, serde::de::IgnoredAny>(&payload, TOAST_MAX).await;
        });
    }

    /// Whether this message is the newest panel once all that waits is said.
    fn is_newest_panel(&self, chat: i64, message: i32) -> bool {
        let waits = {
            let busy = self.busy();
            let mut newest_first = busy.get(&chat).into_iter().flat_map(|chat| chat.queue.iter().rev());
            let panel = newest_first.find(|waiting| waiting.pending.message.role == Role::Ask);
            panel.map(|waiting| (waiting.pending.replaces, waiting.unknown_count))
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
        let mut known = self.known(chat);
        let mut failure_count = 0;
        let mut looks = Looks::Full;
        loop {
            let Some(letter) = self.next(chat) else {
                self.remember(chat, known);
                return;
            };
            let wait = self.pace.chat(chat, &mut known.pace);
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
            let target = letter.target(known.panel);
            if self.stop.is_stopping() {
                return;
            }
            match self.send(chat, &letter, target, looks).await {
                Ok(shown) => {
                    if letter.is_panel {
                        self.change(chat, &letter, |waiting| waiting.pending.replaces = Some(shown));
                        known.panel = Some(shown);
                        self.remember(chat, known);
                    }
                    (failure_count, looks) = (0, Looks::Full);
                    self.done(chat, &letter);
                }
                Err(Failure { fate, method }) => {
                    failure_count += 1;
                    tracing::warn!(?fate, method, failure_count, "a message was not sent");
                    let pause = match fate {
                        Fate::NotSent => pause(failure_count),
                        Fate::TooMany(wait) => wait,
                        Fate::Unknown => {
                            self.unknown(chat, &letter, target, failure_count);
                            pause(failure_count)
                        }
                        Fate::Final(reason) => {
                            if !self.refused(chat, &letter, target, reason, &mut looks, &mut known).await {
                                return;
                            }
                            Duration::ZERO
                        }
                    };
                    if self.stop.sleep(pause).await {
                        return;
                    }
                }
            }
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
        let Some(message) = target else {
            let mut payload = SendMessage::new(ChatId(chat), text).link_preview_options(no_preview());
            payload.parse_mode = (looks == Looks::Full).then_some(ParseMode::Html);
            payload.reply_markup = buttons.map(Into::into);
            let (sent, _) = self.api.call_for::<_, Sent>(&payload, super::CALL_MAX).await?;
            return Ok(sent.message_id);
        };
        let recipient = Recipient::Id(ChatId(chat));
        let mut payload = EditMessageText::new(recipient, MessageId(message), text);
        payload = payload.link_preview_options(no_preview());
        payload.parse_mode = (looks == Looks::Full).then_some(ParseMode::Html);
        payload.reply_markup = buttons;
        match self.api.call_for::<_, Sent>(&payload, super::CALL_MAX).await {
            Ok(_) | Err(Failure { fate: Fate::Final(Final::Same), .. }) => Ok(message),
            Err(failure) => Err(failure),
        }
    }

    /// The letter arrived, or was given up: it waits no more.
    fn done(&self, chat: i64, letter: &Letter) {
        self.marks.note(chat, letter.keys.clone());
        if let Some(waiting) = self.busy().get_mut(&chat) {
            waiting.queue.retain(|waiting| !letter.says(waiting));
        }
    }

    fn unknown(&self, chat: i64, letter: &Letter, target: Option<i32>, failure_count: u32) {
        let count = letter.unknown_count + 1;
        let over = match (target, letter.is_reminder) {
            (Some(_), _) => failure_count >= EDIT_COUNT_MAX,
            (None, true) => count >= REMINDER_UNKNOWN_COUNT_MAX,
            (None, false) => count >= UNKNOWN_COUNT_MAX,
        };
        if over {
            tracing::error!(count, "a message was given up: whether it arrived stays unknown");
            self.done(chat, letter);
        } else if target.is_none() {
            self.change(chat, letter, |waiting| waiting.unknown_count = count);
        }
    }

    /// Whether anything is left to be said to this chat.
    async fn refused(
        &self,
        chat: i64,
        letter: &Letter,
        target: Option<i32>,
        reason: Final,
        looks: &mut Looks,
        known: &mut Known,
    ) -> bool {
        match reason {
            Final::Gone | Final::Moved(_) => {
                self.give_up(chat).await;
                self.remember(chat, Known { panel: None, ..*known });
                return false;
            }
            Final::NoBot => {
                self.stop.fail(super::ServeError::Token);
                return false;
            }
            Final::NoMessage if target.is_some() => {
                known.panel = None;
                self.change(chat, letter, |waiting| waiting.pending.replaces = None);
            }
            Final::Same
            | Final::NoMessage
            | Final::Late
            | Final::Elsewhere
            | Final::Webhook
            | Final::Refused => {
                tracing::error!(?looks, "the server refuses the looks of a message");
                *looks = match looks {
                    Looks::Full => Looks::Plain,
                    Looks::Plain => Looks::Bare,
                    Looks::Bare => {
                        self.done(chat, letter);
                        Looks::Full
                    }
                };
            }
        }
        true
    }

    /// Nobody is there any more: what waits is taken back.
    pub(super) async fn give_up(&self, chat: i64) {
        let applicant = self.busy().remove(&chat).map(|chat| chat.applicant);
        let applicant = applicant.unwrap_or_else(|| ApplicantId::telegram(chat));
        tracing::info!("somebody cannot be reached; what waited for them is taken back");
        if let Err(error) = self.engine.unreachable(&applicant).await {
            self.stop.fail(error);
        }
    }

    fn change(&self, chat: i64, letter: &Letter, change: impl Fn(&mut Waiting)) {
        if let Some(waiting) = self.busy().get_mut(&chat) {
            let said = waiting.queue.iter_mut().filter(|waiting| letter.says(waiting));
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

/// How what waits takes part in a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It stands above what follows.
    Note,
    /// It ends the letter, unless a newer one follows.
    Panel,
    /// It ends the letter.
    Own,
}

impl Waiting {
    /// `followed`: something more waits behind it; `panel_follows`: in the same turn.
    fn part(&self, followed: bool, panel_follows: bool) -> Part {
        match self.pending.message.role {
            Role::Ask => Part::Panel,
            Role::Info if !self.pending.message.options.is_empty() && !panel_follows => Part::Panel,
            Role::Info | Role::Refusal => Part::Note,
            // Perhaps it arrived: it is not sent by itself again where it can stand above what follows.
            Role::Answer | Role::Desk if self.unknown_count > 0 && followed => Part::Note,
            Role::Answer | Role::Desk | Role::Reminder => Part::Own,
        }
    }
}

impl Letter {
    /// What can be said next of those that wait.
    fn of(queue: &VecDeque<Waiting>) -> Option<Self> {
        queue.front()?;
        // Only as much is looked at as is said: much may wait for somebody, and others wait meanwhile.
        let newest_panel = (0..queue.len()).rev().find(|at| part(queue, *at) == Part::Panel);
        let mut letter = Self {
            numbers: Vec::new(),
            keys: Vec::new(),
            text: String::new(),
            shown: None,
            is_panel: false,
            is_reminder: false,
            replaces: None,
            unknown_count: 0,
        };
        for (at, waiting) in queue.iter().enumerate() {
            let message = &waiting.pending.message;
            let part = part(queue, at);
            let overtaken = part == Part::Panel && newest_panel != Some(at);
            let length = letter.text.len();
            if !overtaken {
                let words = message.text.expose();
                let more = units(words) + if length == 0 { 0 } else { SEPARATOR.len() };
                if length > 0 && units(&letter.text) + more > TEXT_UNITS_MAX {
                    break;
                }
                letter.text.push_str(if length == 0 { "" } else { SEPARATOR });
                letter.text.push_str(words);
                letter.show(waiting);
            }
            letter.numbers.push(waiting.number);
            letter.keys.extend(waiting.pending.key.clone());
            letter.unknown_count = letter.unknown_count.max(waiting.unknown_count);
            match part {
                Part::Panel if !overtaken => {
                    letter.is_panel = true;
                    letter.replaces = waiting.pending.replaces;
                    break;
                }
                Part::Own => {
                    letter.is_reminder = message.role == Role::Reminder;
                    break;
                }
                Part::Note | Part::Panel => {}
            }
        }
        Some(letter)
    }

    fn says(&self, waiting: &Waiting) -> bool {
        self.numbers.binary_search(&waiting.number).is_ok()
    }

    /// Takes over the buttons; those of a note stand above those of the panel.
    fn show(&mut self, waiting: &Waiting) {
        let mut message = waiting.pending.message.clone();
        if let Some((before, _)) = self.shown.take().filter(|(before, _)| before.filing == message.filing) {
            let more: Vec<_> = std::mem::take(&mut message.options);
            message.options = before.options;
            let known =
                |id: &str, options: &[crate::dialogue::Button]| options.iter().any(|old| old.id == id);
            for button in more {
                if !known(&button.id, &message.options) {
                    message.options.push(button);
                }
            }
        }
        self.shown = Some((message, waiting.pending.turn));
    }

    fn haste(&self) -> Haste {
        if self.is_reminder { Haste::Reminder } else { Haste::Answer }
    }

    /// The message to edit; `None`: it is sent anew. A panel never changes above another one: where the same was shown
    /// twice and the upper one pressed, the lower one would be left as the newest, out of date.
    fn target(&self, panel: Option<i32>) -> Option<i32> {
        let instead = panel.filter(|_| self.is_panel && self.unknown_count > 0);
        self.replaces.map(|pressed| panel.map_or(pressed, |panel| panel.max(pressed))).or(instead)
    }
}

fn part(queue: &VecDeque<Waiting>, at: usize) -> Part {
    let turn = queue[at].pending.turn;
    // What was said in one turn stands together.
    let mut rest = queue.range(at + 1..).take_while(|waiting| waiting.pending.turn == turn);
    let panel_follows = rest.any(|waiting| waiting.pending.message.role == Role::Ask);
    queue[at].part(at + 1 < queue.len(), panel_follows)
}

fn pause(failure_count: u32) -> Duration {
    PAUSE.saturating_mul(1 << failure_count.saturating_sub(1).min(10)).min(PAUSE_MAX)
}

fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}
