//! Groups: the bot stays in those that the configuration names, and leaves all others.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::engine::{Engine, EngineError};
use crate::store::Key;

/// Where a group's new number is noted, by the one before.
const MOVED: &[u8] = b"telegram-group:";

/// How long what is still said in a group that was left counts as said before.
const LEFT_FOR: Duration = Duration::from_secs(60);

/// The groups in which the bot may stay.
pub(super) struct Groups {
    engine: Arc<Engine>,
    allowed: Mutex<BTreeSet<i64>>,
    /// Those that were left of late.
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

    /// Whether it is to be left now: the words that the bot was put there come beside the news of it.
    pub(super) fn is_to_be_left(&self, group: i64, joined: bool) -> bool {
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        left.retain(|_, at| at.elapsed() < LEFT_FOR);
        left.insert(group, Instant::now()).is_none() || joined
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
