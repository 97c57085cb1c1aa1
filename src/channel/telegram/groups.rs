//! Groups: the bot stays in those that the configuration names, and leaves all others.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use crate::engine::{Engine, EngineError};

/// The groups in which the bot may stay.
pub(super) struct Groups {
    engine: Arc<Engine>,
    allowed: Mutex<BTreeSet<i64>>,
    /// Those that the bot is leaving at this moment: it is told of one by two updates.
    leaving: Mutex<BTreeSet<i64>>,
}

impl Groups {
    /// Those that the configuration names, under the numbers that they have now.
    pub(super) async fn new(engine: &Arc<Engine>, named: &[i64]) -> Result<Self, EngineError> {
        let mut allowed: BTreeSet<i64> = named.iter().copied().collect();
        for (from, to) in engine.groups_moved().await? {
            if allowed.contains(&from) {
                allowed.insert(to);
            }
        }
        Ok(Self { engine: Arc::clone(engine), allowed: Mutex::new(allowed), leaving: Mutex::default() })
    }

    /// Whether it is to be left now, and is not being left yet.
    pub(super) fn begin_leaving(&self, group: i64) -> bool {
        self.leaving.lock().unwrap_or_else(PoisonError::into_inner).insert(group)
    }

    pub(super) fn left(&self, group: i64) {
        self.leaving.lock().unwrap_or_else(PoisonError::into_inner).remove(&group);
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
        if let Err(error) = self.engine.note_group_moved(from, to).await {
            tracing::error!(%error, "a group's new number was not kept");
        }
    }
}
