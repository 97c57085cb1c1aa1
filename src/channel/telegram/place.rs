//! Where an update stands between its arrival and its turn, as the poller and its lane both see it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use tokio::sync::Notify;

use crate::store::Key;

/// Where an update stands, as the poller sees it.
pub(super) struct Place {
    /// When the update came.
    pub(super) at: DateTime<Utc>,
    state: Mutex<Standing>,
    changed: Arc<Notify>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Standing {
    /// Nothing of it is kept yet.
    Open,
    /// It waits in the inbox.
    Kept(Key),
    /// Its turn is committed.
    Done,
}

impl Place {
    pub(super) fn new(changed: &Arc<Notify>, at: DateTime<Utc>) -> Arc<Self> {
        Arc::new(Self { at, state: Mutex::new(Standing::Open), changed: Arc::clone(changed) })
    }

    fn state(&self) -> MutexGuard<'_, Standing> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the update may be confirmed.
    pub(super) fn is_safe(&self) -> bool {
        *self.state() != Standing::Open
    }

    /// It waits in the inbox now; the row comes back where its turn was faster.
    pub(super) fn kept(&self, row: Key) -> Option<Key> {
        let mut state = self.state();
        match *state {
            Standing::Open => {
                *state = Standing::Kept(row);
                None
            }
            Standing::Kept(_) | Standing::Done => Some(row),
        }
    }

    pub(super) fn row(&self) -> Option<Key> {
        match &*self.state() {
            Standing::Kept(row) => Some(row.clone()),
            Standing::Open | Standing::Done => None,
        }
    }

    /// Its turn is committed; the row comes back where it still waits.
    pub(super) fn done(&self) -> Option<Key> {
        let before = std::mem::replace(&mut *self.state(), Standing::Done);
        self.changed.notify_one();
        match before {
            Standing::Kept(row) => Some(row),
            Standing::Open | Standing::Done => None,
        }
    }
}
