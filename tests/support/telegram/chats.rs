//! The chats: who is there, what the bot showed, and what became of it.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;

use hyper::body::Bytes;
use serde::Serialize;
use tokio::sync::Notify;

use super::Fake;
use super::html::Entity;
use super::strict::Refusal;

/// A button below a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Button {
    pub(crate) text: String,
    #[serde(rename = "callback_data", skip_serializing_if = "Option::is_none")]
    pub(crate) data: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
}

/// A message of the bot, as it stands in the chat now.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    pub(crate) id: i64,
    /// The text as the bot sent it; of a file, its caption.
    pub(crate) html: String,
    /// The text as a person reads it.
    pub(crate) text: String,
    pub(crate) entities: Vec<Entity>,
    pub(crate) buttons: Vec<Vec<Button>>,
    /// The name and the bytes of a file.
    pub(crate) document: Option<(String, Bytes)>,
    pub(crate) edits: u32,
    pub(crate) sent_at: Instant,
    pub(crate) edited_at: Option<Instant>,
    pub(crate) deleted: bool,
    /// Whether the bot was told that it was sent. Copies of a message are at most one more than those without.
    pub(crate) answered: bool,
    /// The server's time in seconds.
    pub(super) date: i64,
}

impl Shown {
    /// The data of each button, row by row.
    pub(crate) fn data(&self) -> Vec<&str> {
        self.buttons.iter().flatten().filter_map(|button| button.data.as_deref()).collect()
    }
}

/// An answer to a press.
#[derive(Debug, Clone)]
pub(crate) struct Toast {
    pub(crate) query: String,
    pub(crate) text: Option<String>,
    pub(crate) show_alert: bool,
    pub(crate) at: Instant,
}

/// A list that may forget its oldest items and still counts them.
#[derive(Debug)]
pub(super) struct Trail<T> {
    pub(super) items: Vec<T>,
    forgotten: usize,
}

impl<T> Trail<T> {
    pub(super) fn push(&mut self, item: T, remembered_max: usize) {
        self.items.push(item);
        // In larger bites, so that forgetting costs little.
        if self.items.len() / 2 > remembered_max {
            let surplus = self.items.len() - remembered_max;
            self.items.drain(..surplus);
            self.forgotten += surplus;
        }
    }

    /// The item before which so many came, or the first behind it that is remembered.
    pub(super) fn at(&self, number: usize) -> Option<&T> {
        self.items.get(number.saturating_sub(self.forgotten))
    }

    /// How many there were.
    pub(super) fn count(&self) -> usize {
        self.forgotten + self.items.len()
    }
}

impl<T> Default for Trail<T> {
    fn default() -> Self {
        Self { items: Vec::new(), forgotten: 0 }
    }
}

/// Whether the bot may write there.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nobody there ever wrote.
    #[default]
    Unknown,
    Open,
    Blocked,
    Deactivated,
    Left,
    Moved(i64),
}

/// One chat.
#[derive(Debug, Default)]
pub(super) struct Chat {
    pub(super) standing: Standing,
    pub(super) shown: Trail<Shown>,
    /// The ids of the people's messages, and whether the bot deleted them.
    pub(super) heard: Trail<(i64, bool)>,
    pub(super) toasts: Trail<Toast>,
    /// What a person was offered for what they typed after the bot's name.
    pub(super) offers: Trail<Vec<Offer>>,
    /// Counts what became visible: messages, edits, deletions, toasts.
    pub(super) changes: u64,
    pub(super) changed: Arc<Notify>,
}

impl Chat {
    pub(super) fn message(&mut self, id: i64) -> Option<&mut Shown> {
        let at = self.shown.items.binary_search_by_key(&id, |shown| shown.id).ok()?;
        self.shown.items.get_mut(at)
    }

    pub(super) fn change(&mut self) {
        self.changes += 1;
        self.changed.notify_waiters();
    }
}

/// An answer that may be dropped into a chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Offer {
    pub(crate) title: String,
    pub(crate) description: String,
    /// As it would be seen.
    pub(crate) text: String,
}

/// A press that waits for its answer.
#[derive(Debug)]
pub(super) struct Press {
    pub(super) user: i64,
}

/// All chats.
pub(super) struct Chats {
    pub(super) all: HashMap<i64, Chat>,
    pub(super) languages: HashMap<i64, String>,
    pub(super) names: HashMap<i64, serde_json::Value>,
    pub(super) presses: HashMap<String, Press>,
    /// Words after the bot's name that wait for their answer, and who typed them.
    pub(super) queries: HashMap<String, i64>,
    pub(super) remembered_max: usize,
    last_message: i64,
    last_press: u64,
}

impl Default for Chats {
    fn default() -> Self {
        Self {
            all: HashMap::new(),
            languages: HashMap::new(),
            names: HashMap::new(),
            presses: HashMap::new(),
            queries: HashMap::new(),
            remembered_max: usize::MAX,
            last_message: 100,
            last_press: 4_200_000_000,
        }
    }
}

impl Chats {
    /// The chat, made where there is none yet; nobody need have written there.
    pub(super) fn any(&mut self, id: i64) -> &mut Chat {
        self.all.entry(id).or_default()
    }

    /// The chat, if the bot may write there.
    pub(super) fn open(&mut self, id: Option<i64>) -> Result<(i64, &mut Chat), Refusal> {
        let not_found = || Refusal::bad("chat not found");
        let id = id.ok_or_else(not_found)?;
        let chat = self.all.get_mut(&id).ok_or_else(not_found)?;
        let forbidden = |what: &str| Err(Refusal::new(403, format!("Forbidden: {what}")));
        match chat.standing {
            Standing::Open => Ok((id, chat)),
            Standing::Unknown => Err(not_found()),
            Standing::Blocked => forbidden("bot was blocked by the user"),
            Standing::Deactivated => forbidden("user is deactivated"),
            Standing::Left => forbidden(&format!("bot is not a member of the {} chat", kind(id))),
            Standing::Moved(to) => Err(Refusal {
                migrate_to: Some(to),
                ..Refusal::bad("group chat was upgraded to a supergroup chat")
            }),
        }
    }

    /// The id of the next message; one sequence for all chats.
    pub(super) fn message_id(&mut self) -> i64 {
        self.last_message += 1;
        self.last_message
    }

    /// A new press of this person; gives the id of the query.
    pub(super) fn press(&mut self, user: i64) -> String {
        self.last_press += 1;
        let query = self.last_press.to_string();
        self.presses.insert(query.clone(), Press { user });
        query
    }

    /// New words of this person after the bot's name; gives the id of the query.
    pub(super) fn query(&mut self, user: i64) -> String {
        self.last_press += 1;
        let query = self.last_press.to_string();
        self.queries.insert(query.clone(), user);
        query
    }

    pub(super) fn show(&mut self, id: i64, shown: Shown) {
        let remembered_max = self.remembered_max;
        let chat = self.any(id);
        chat.shown.push(shown, remembered_max);
        chat.change();
    }

    pub(super) fn hear(&mut self, id: i64, message: i64) {
        let remembered_max = self.remembered_max;
        let chat = self.any(id);
        chat.standing = Standing::Open;
        chat.heard.push((message, false), remembered_max);
    }

    pub(super) fn toast(&mut self, user: i64, toast: Toast) {
        let remembered_max = self.remembered_max;
        let chat = self.any(user);
        chat.toasts.push(toast, remembered_max);
        chat.change();
    }
}

/// The kind of a chat, which its id tells.
pub(super) fn kind(id: i64) -> &'static str {
    match id {
        1.. => "private",
        ..=-1_000_000_000_000 => "supergroup",
        _ => "group",
    }
}

impl Fake {
    /// What the bot showed in a chat, newest last, deleted messages among it.
    pub(crate) fn chat(&self, id: i64) -> Vec<Shown> {
        self.shared.world().chats.all.get(&id).map(|chat| chat.shown.items.clone()).unwrap_or_default()
    }

    /// The newest message of the bot.
    pub(crate) fn last(&self, id: i64) -> Option<Shown> {
        self.shared.world().chats.all.get(&id)?.shown.items.last().cloned()
    }

    /// How many messages the bot ever sent to a chat.
    pub(crate) fn sent(&self, id: i64) -> usize {
        self.shared.world().chats.all.get(&id).map_or(0, |chat| chat.shown.count())
    }

    /// The answers to a person's presses, newest last.
    pub(crate) fn toasts(&self, user: i64) -> Vec<Toast> {
        self.shared.world().chats.all.get(&user).map(|chat| chat.toasts.items.clone()).unwrap_or_default()
    }

    /// How often a person was offered something.
    pub(crate) fn offered(&self, user: i64) -> usize {
        self.shared.world().chats.all.get(&user).map_or(0, |chat| chat.offers.count())
    }

    /// The people's messages in a chat that the bot deleted.
    pub(crate) fn wiped(&self, id: i64) -> Vec<i64> {
        let world = self.shared.world();
        let heard = world.chats.all.get(&id).into_iter().flat_map(|chat| &chat.heard.items);
        heard.filter(|(_, deleted)| *deleted).map(|(message, _)| *message).collect()
    }
}
