//! The queue of updates: each is delivered until a `getUpdates` with a higher offset confirms it.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;

use serde_json::Value;

use super::Fake;
use super::faults::{Fault, Random};

/// How many confirmed updates can be delivered again.
const PAST_MAX: usize = 200_000;

/// An offset this far behind the newest id is no offset of this queue; the real server then starts from the head.
const FUTURE_MAX: i64 = 10;

/// What is not delivered unless it is asked for.
const UNASKED: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// One update, written once.
pub(super) struct Update {
    pub(super) id: i64,
    pub(super) json: String,
    /// The message in it, where it brought one.
    pub(super) message: Option<i64>,
}

/// The updates of the bot.
pub(super) struct Queue {
    next: i64,
    waiting: VecDeque<Arc<Update>>,
    /// Delivered once more with the next batch, whatever the offset.
    again: VecDeque<Arc<Update>>,
    /// Delivered with so many further batches, although confirmed.
    echoes: Vec<(Arc<Update>, u32)>,
    past: VecDeque<Arc<Update>>,
    confirmed: HashSet<i64>,
    allowed: Vec<String>,
    /// The number of the newest `getUpdates`: an older one that still waits is ended.
    pub(super) newest_poll: u64,
}

impl Default for Queue {
    fn default() -> Self {
        Self {
            next: 700_000_001,
            waiting: VecDeque::new(),
            again: VecDeque::new(),
            echoes: Vec::new(),
            past: VecDeque::new(),
            confirmed: HashSet::new(),
            allowed: Vec::new(),
            newest_poll: 0,
        }
    }
}

impl Queue {
    /// Takes an update without an id; gives it one. A kind the bot did not ask for is dropped.
    pub(super) fn push(&mut self, body: &Value, message: Option<i64>) -> i64 {
        let id = self.next;
        self.next += 1;
        let kind = body.as_object().and_then(|map| map.keys().next()).expect("an update has a kind");
        if self.allows(kind) {
            let body = body.to_string();
            let json = format!("{{\"update_id\":{id},{}", &body[1..]);
            self.waiting.push_back(Arc::new(Update { id, json, message }));
        }
        id
    }

    fn allows(&self, kind: &str) -> bool {
        if self.allowed.is_empty() {
            !UNASKED.contains(&kind)
        } else {
            self.allowed.iter().any(|allowed| allowed == kind)
        }
    }

    /// Remembers which kinds are wanted from now on; none: all but the [`UNASKED`].
    pub(super) fn allow(&mut self, kinds: Vec<String>) {
        self.allowed = kinds;
    }

    /// The next update has this id.
    pub(super) fn jump(&mut self, id: i64) {
        assert!(id >= self.next || self.waiting.is_empty(), "ids go back only while nothing waits");
        self.next = id;
    }

    /// Delivers an update once more.
    pub(super) fn again(&mut self, id: i64) {
        let update = self.find(id).unwrap_or_else(|| panic!("update {id} is none of the last {PAST_MAX}"));
        self.again.push_back(update);
    }

    pub(super) fn find(&self, id: i64) -> Option<Arc<Update>> {
        let known = self.waiting.iter().chain(self.past.iter().rev());
        known.into_iter().find(|update| update.id == id).cloned()
    }

    pub(super) fn is_confirmed(&self, id: i64) -> bool {
        self.confirmed.contains(&id)
    }

    /// Updates that a `getUpdates` would still bring.
    pub(super) fn pending(&self) -> usize {
        self.waiting.len() + self.again.len()
    }

    /// Confirms what comes before the offset; a negative one keeps so many from the end.
    pub(super) fn confirm(&mut self, offset: i64) {
        if offset < 0 {
            let kept = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            for _ in kept..self.waiting.len() {
                self.confirm_first();
            }
        } else if offset <= self.next + FUTURE_MAX {
            while self.waiting.front().is_some_and(|first| first.id < offset) {
                self.confirm_first();
            }
        }
    }

    /// Drops everything, as `drop_pending_updates` does.
    pub(super) fn clear(&mut self) {
        self.waiting.clear();
        self.again.clear();
        self.echoes.clear();
    }

    fn confirm_first(&mut self) {
        let Some(first) = self.waiting.pop_front() else { return };
        self.confirmed.insert(first.id);
        self.past.push_back(first);
        if self.past.len() > PAST_MAX {
            self.past.pop_front();
        }
    }

    /// The next batch; `None` while there is nothing. A fault may repeat or reorder; the flag says whether it did.
    pub(super) fn batch(
        &mut self,
        limit: usize,
        fault: Option<&Fault>,
        random: &mut Random,
    ) -> Option<(String, bool)> {
        let again = self.again.len().min(limit);
        let mut batch: Vec<Arc<Update>> = self.again.drain(..again).collect();
        batch.extend(self.echoes.iter().map(|(update, _)| Arc::clone(update)));
        for (_, times) in &mut self.echoes {
            *times -= 1;
        }
        self.echoes.retain(|(_, times)| *times > 0);
        batch.extend(self.waiting.iter().take(limit).cloned());
        batch.truncate(limit);
        if batch.is_empty() {
            return None;
        }
        let disturbed = self.disturb(&mut batch, fault, random);
        let written: Vec<&str> = batch.iter().map(|update| update.json.as_str()).collect();
        Some((format!("[{}]", written.join(",")), disturbed))
    }

    fn disturb(&mut self, batch: &mut [Arc<Update>], fault: Option<&Fault>, random: &mut Random) -> bool {
        match fault {
            Some(Fault::Duplicate { times }) if *times > 0 => {
                self.echoes.push((Arc::clone(&batch[random.index(batch.len())]), *times));
                true
            }
            Some(Fault::Reorder) if batch.len() > 1 => {
                // The first and the last always change places, so that a batch of two is not left as it was.
                let last = batch.len() - 1;
                batch.swap(0, last);
                for at in 1..last {
                    batch.swap(at, 1 + random.index(last - 1));
                }
                true
            }
            _ => false,
        }
    }
}

impl Fake {
    /// Any update, without its id.
    pub(crate) fn push(&self, update: &Value) -> i64 {
        let parts = update.as_object().and_then(|map| map.values().next());
        let message = parts.and_then(|message| message["message_id"].as_i64());
        self.act(|world| world.updates.push(update, message))
    }

    /// Delivers the very same update once more, even if it was confirmed.
    pub(crate) fn again(&self, update: i64) {
        self.act(|world| world.updates.again(update));
    }

    /// The next update has this id. The real server's ids start anywhere after a quiet week.
    pub(crate) fn next_update_id(&self, id: i64) {
        self.act(|world| world.updates.jump(id));
    }

    /// The id of the person's message that an update brought.
    pub(crate) fn message_of(&self, update: i64) -> i64 {
        let update = self.shared.world().updates.find(update).expect("the update was issued");
        update.message.expect("the update brought a message")
    }

    pub(crate) fn confirmed(&self, update: i64) -> bool {
        self.shared.world().updates.is_confirmed(update)
    }

    /// How many updates wait to be confirmed.
    pub(crate) fn pending(&self) -> usize {
        self.shared.world().updates.pending()
    }
}
