//! Groups: the bot stays in those that the configuration names, and leaves all others.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use teloxide::payloads::LeaveChat;
use teloxide::types::ChatId;
use tokio::time::Instant;

use super::api::{Api, Failure};
use super::fate::Fate;
use crate::engine::{Engine, EngineError};
use crate::store::Key;

/// Where a group's new number is noted, by the one before.
const MOVED: &[u8] = b"telegram-group:";

/// How long what is still said in a group that was left counts as said before.
const LEFT_FOR: Duration = Duration::from_secs(60);

/// The pause before a group is left again where that failed.
const AGAIN_AFTER: Duration = Duration::from_secs(2);

/// The groups in which the bot may stay.
pub(super) struct Groups {
    engine: Arc<Engine>,
    allowed: Mutex<BTreeSet<i64>>,
    /// Those that were left of late, and until when that counts.
    left: Mutex<HashMap<i64, Instant>>,
}

impl Groups {
    /// Those that the configuration names, under the numbers that they have now.
    pub(super) async fn new(engine: &Arc<Engine>, named: &[i64]) -> Result<Self, EngineError> {
        let mut allowed: BTreeSet<i64> = named.iter().copied().collect();
        for (from, to) in engine.notes(MOVED).await?.iter().filter_map(moved) {
            if allowed.contains(&from) {
                allowed.insert(to);
            }
        }
        Ok(Self { engine: Arc::clone(engine), allowed: Mutex::new(allowed), left: Mutex::default() })
    }

    /// Leaves a group, unless that was done just now: the words that the bot was put there come beside the news of it.
    pub(super) fn leave(self: &Arc<Self>, api: &Api, group: i64, joined: bool) {
        if !self.note_leaving(group, joined) {
            return;
        }
        let (groups, api) = (Arc::clone(self), api.clone());
        tokio::spawn(async move {
            match api.call(&LeaveChat::new(ChatId(group))).await {
                Ok(_) => tracing::info!(group, "left a group that is not among those allowed"),
                // The bot is not there, or not any more.
                Err(Failure { fate: Fate::Final(_), .. }) => {}
                Err(Failure { fate, .. }) => {
                    tracing::warn!(group, ?fate, "a group was not left; it is tried again at its next words");
                    groups.note_failure(group);
                }
            }
        });
    }

    /// Notes that a group is left now; `false`: it was left before, and nobody put the bot there anew.
    fn note_leaving(&self, group: i64, joined: bool) -> bool {
        let (now, mut left) = (Instant::now(), self.left());
        left.retain(|_, until| *until > now);
        let is_new = !left.contains_key(&group);
        // The first moment counts: where people go on talking, the time must come to look again.
        left.entry(group).or_insert(now + LEFT_FOR);
        is_new || joined
    }

    /// Notes that a group was not left after all.
    fn note_failure(&self, group: i64) {
        self.left().insert(group, Instant::now() + AGAIN_AFTER);
    }

    fn left(&self) -> MutexGuard<'_, HashMap<i64, Instant>> {
        self.left.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn is_allowed(&self, group: i64) -> bool {
        self.allowed.lock().unwrap_or_else(PoisonError::into_inner).contains(&group)
    }

    /// A group has another number now; one that may stay may stay under the new one.
    pub(super) async fn moved(&self, from: i64, to: i64) {
        if !self.is_allowed(from) {
            return;
        }
        self.allowed.lock().unwrap_or_else(PoisonError::into_inner).insert(to);
        tracing::warn!(from, to, "a group has another number now; write the new one under [telegram] groups");
        let name = [MOVED, from.to_be_bytes().as_slice()].concat();
        if let Err(error) = self.engine.note(&name, &to.to_be_bytes()).await {
            tracing::error!(%error, "a group's new number was not kept");
        }
    }
}

/// A note of a group's new number: from, to; `None`: it has another shape.
fn moved((from, to): &(Key, Vec<u8>)) -> Option<(i64, i64)> {
    let number = |bytes: &[u8]| bytes.try_into().ok().map(i64::from_be_bytes);
    Some((number(from)?, number(to)?))
}
