//! Marks: which letters arrived, while the outbox does not say so yet.
//!
//! Marking a letter takes a commit, and whoever is answered often speaks again at once: so a mark rides in the next
//! turn's commit, or in one for all chats after [`RIDE_WITHIN`]; only that of a reminder is made at once. A chat has one unmarked letter at most, since nothing
//! more is sent to it before: a kill still makes at most one copy. Marks are made by deleting rows, so one that is made
//! twice does no harm.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;

use super::stop::Stop;
use crate::engine::{Engine, EngineError};
use crate::store::Key;

/// How long a mark waits for a turn to ride in.
const RIDE_WITHIN: Duration = Duration::from_millis(20);

/// Most rows that a turn's commit takes along: a letter may stand for very many panels that were overtaken.
const RIDE_COUNT_MAX: usize = 64;

/// The marks that are still to be made.
pub(super) struct Marks {
    engine: Arc<Engine>,
    /// The rows of each chat's last letter.
    open: Mutex<HashMap<i64, Vec<Key>>>,
    changed: Notify,
}

impl Marks {
    pub(super) fn new(engine: Arc<Engine>) -> Self {
        Self { engine, open: Mutex::default(), changed: Notify::new() }
    }

    /// A letter arrived: its mark waits for a turn to ride in, or for the next letter to its chat.
    pub(super) fn note(&self, chat: i64, rows: Vec<Key>) {
        if !rows.is_empty() {
            self.open().entry(chat).or_default().extend(rows);
            self.changed.notify_one();
        }
    }

    /// The rows of a chat that the next turn's commit may take along.
    pub(super) fn riding(&self, chat: i64) -> Vec<Key> {
        let open = self.open();
        open.get(&chat).filter(|rows| rows.len() <= RIDE_COUNT_MAX).cloned().unwrap_or_default()
    }

    /// These marks are on disk.
    pub(super) fn made(&self, chat: i64, rows: &[Key]) {
        let mut open = self.open();
        if let Some(left) = open.get_mut(&chat) {
            left.retain(|row| !rows.contains(row));
            if left.is_empty() {
                open.remove(&chat);
            }
        }
    }

    /// Makes a chat's mark before anything more is sent there.
    pub(super) async fn settle(&self, chat: i64) -> Result<(), EngineError> {
        let rows = self.open().get(&chat).cloned().unwrap_or_default();
        if !rows.is_empty() {
            self.engine.delivered(rows.clone()).await?;
            self.made(chat, &rows);
        }
        Ok(())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.open().is_empty()
    }

    /// Makes all that are open.
    pub(super) async fn settle_all(&self) -> Result<(), EngineError> {
        let open = self.open().clone();
        self.engine.delivered(open.values().flatten().cloned().collect()).await?;
        for (chat, rows) in &open {
            self.made(*chat, rows);
        }
        Ok(())
    }

    /// Makes those that found no turn to ride in, until it is over.
    pub(super) async fn run(&self, stop: &Stop) {
        loop {
            tokio::select! {
                () = self.changed.notified() => {}
                () = stop.wait() => return,
            }
            if stop.sleep(RIDE_WITHIN).await {
                return;
            }
            if let Err(error) = self.settle_all().await {
                return stop.fail(error);
            }
        }
    }

    fn open(&self) -> MutexGuard<'_, HashMap<i64, Vec<Key>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
