//! Events: which happened, which wait for their turn, and which were set aside.
//!
//! An event may be confirmed to its channel once its turn is committed, or once it waits here. Its names are kept for
//! [`REMEMBERED`], so that it never happens twice however often it is delivered.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::FutureExt;
use serde::{Deserialize, Serialize};

use super::outbox::Under;
use super::rows::{after, behind, instant, open, outbox_key, quarantine_row, seal, seen_row, waiting_row};
use super::{ApplicantId, Cause, Engine, EngineError, LanguageHint, Pending, SCAN_COUNT_MAX, Turned};
use crate::content::Language;
use crate::dialogue::{Message, Role, State, Verdict};
use crate::personal::Personal;
use crate::store::vault::Owner;
use crate::store::{Batch, Expect, Key, Op, StoreError, Stored, Table};

/// How long the names of events are kept. Telegram holds an update for a day, and counts anew after a quiet week.
const REMEMBERED: TimeDelta = TimeDelta::days(8);

/// An event that waits for its turn.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Its row.
    pub key: Key,
    /// How often its turn was begun and not finished.
    pub attempts: u8,
    /// The event as its channel wrote it.
    pub event: Personal,
}

impl Waiting {
    /// When it came.
    #[must_use]
    pub fn came(&self) -> Option<DateTime<Utc>> {
        let millis = self.key.get(33..41)?.try_into().ok().map(u64::from_be_bytes)?;
        DateTime::from_timestamp_millis(i64::try_from(millis).ok()?)
    }
}

/// An event that came and shall wait.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// Who sent it.
    pub applicant: ApplicantId,
    /// Of those that came at the same moment, which.
    pub number: u64,
    /// How often its turn was begun and not finished.
    pub attempts: u8,
    /// The event, in the channel's own writing.
    pub event: Personal,
}

#[derive(Serialize, Deserialize)]
struct WaitingRow {
    attempts: u8,
    event: Personal,
}

impl Engine {
    /// Whether one of the event's names is known.
    pub(super) async fn seen(&self, row: [u8; 32], cause: &Cause) -> Result<bool, EngineError> {
        for id in &cause.ids {
            if self.store.get(Table::Inbox, &seen_row(row, id)).await?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Lets events wait, all in one commit; answers with their rows, in order.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn receive(&self, arrivals: &[Arrival], now: DateTime<Utc>) -> Result<Vec<Key>, EngineError> {
        let mut keys = Vec::with_capacity(arrivals.len());
        let mut batch = Batch::default();
        for arrival in arrivals {
            let row = self.master.applicant_key(arrival.applicant.as_str());
            let key = waiting_row(row, now, arrival.number);
            batch.ops.push(self.waiting_op(&key, arrival.attempts, &arrival.event)?);
            keys.push(key);
        }
        if !batch.ops.is_empty() {
            self.store.commit(batch).await?;
        }
        Ok(keys)
    }

    /// Notes that the turn of a waiting event was begun once more.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn attempted(&self, waiting: &Waiting) -> Result<(), EngineError> {
        let op = self.waiting_op(&waiting.key, waiting.attempts, &waiting.event)?;
        self.store.commit(Batch { expects: Vec::new(), ops: vec![op] }).await?;
        Ok(())
    }

    fn waiting_op(&self, key: &Key, attempts: u8, event: &Personal) -> Result<Op, EngineError> {
        let owner = Owner::Applicant(owner_of(key));
        let value = WaitingRow { attempts, event: event.clone() };
        let sealed = seal(self.master.inbox_key(), Table::Inbox, key, owner, &value)?;
        Ok(Op::Put(Table::Inbox, key.clone(), sealed))
    }

    /// Events that wait, oldest first: of one applicant, or of everybody, behind this row. Those whose rows do not open are
    /// left out.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn waiting(
        &self,
        of: Option<&ApplicantId>,
        last: Option<&Key>,
        count_max: usize,
    ) -> Result<Vec<Waiting>, EngineError> {
        let prefix = match of {
            Some(applicant) => {
                let row = self.master.applicant_key(applicant.as_str());
                [b"w", row.as_slice()].concat()
            }
            None => b"w".to_vec(),
        };
        let to = after(&prefix);
        let mut from = last.map_or(prefix, |key| behind(key));
        let mut waiting = Vec::new();
        loop {
            let missing = count_max - waiting.len();
            let rows = self.store.scan(Table::Inbox, &from, &to, missing).await?;
            let is_end = rows.len() < missing;
            from = rows.last().map_or(from, |(key, _)| behind(key));
            waiting.extend(rows.into_iter().filter_map(|(key, stored)| self.opened_waiting(key, &stored)));
            if is_end || waiting.len() == count_max {
                return Ok(waiting);
            }
        }
    }

    /// An event that waits; `None`: its row does not open, and nobody else has to wait for it.
    fn opened_waiting(&self, key: Key, stored: &Stored) -> Option<Waiting> {
        let owner = Owner::Applicant(owner_of(&key));
        match open::<WaitingRow>(self.master.inbox_key(), Table::Inbox, &key, owner, &stored.value) {
            Ok(row) => Some(Waiting { attempts: row.attempts, event: row.event, key }),
            Err(error) => {
                tracing::error!(%error, "an event waits whose row does not open; it is passed over");
                None
            }
        }
    }

    /// Lets rows go whose event happened.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn drop_waiting(&self, keys: Vec<Key>) -> Result<(), EngineError> {
        if !keys.is_empty() {
            let ops = keys.into_iter().map(|key| Op::Delete(Table::Inbox, key)).collect();
            self.store.commit(Batch { expects: Vec::new(), ops }).await?;
        }
        Ok(())
    }

    /// Keeps the names of an event that makes no turn, and lets its row go; whether it is new.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn remember(
        &self,
        applicant: &ApplicantId,
        cause: &Cause,
        now: DateTime<Utc>,
    ) -> Result<bool, EngineError> {
        let row = self.master.applicant_key(applicant.as_str());
        let mut batch = Batch::default();
        for id in &cause.ids {
            let key = seen_row(row, id);
            batch.expects.push(Expect::Absent(Table::Inbox, key.clone()));
            batch.ops.push(Op::Put(Table::Inbox, key, instant(now).to_vec()));
        }
        batch.ops.extend(cause.waits.iter().map(|key| Op::Delete(Table::Inbox, key.clone())));
        match self.store.commit(batch).await {
            Ok(_) => Ok(true),
            Err(StoreError::Conflict) => {
                self.drop_waiting(cause.waits.iter().cloned().collect()).await?;
                Ok(false)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Sets an event aside whose turn cannot be made, and tells the applicant so. What it held is not kept.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn quarantine(
        &self,
        applicant: &ApplicantId,
        cause: &Cause,
        hint: LanguageHint,
        now: DateTime<Utc>,
    ) -> Result<Turned, EngineError> {
        const TEXT: &str = "set-aside";
        let row = self.master.applicant_key(applicant.as_str());
        let aside =
            cause.ids.first().map(|id| Op::Put(Table::Inbox, quarantine_row(row, id), instant(now).to_vec()));
        if let Some(op) = aside {
            self.store.commit(Batch { expects: Vec::new(), ops: vec![op] }).await?;
        }
        match AssertUnwindSafe(self.remark(applicant, cause, TEXT, hint, now)).catch_unwind().await {
            Ok(Err(
                EngineError::Vault(_) | EngineError::Shape { .. } | EngineError::Store(StoreError::TooLarge),
            ))
            | Err(_) => {}
            Ok(other) => return other,
        }
        // The applicant's own rows do not open or cannot be kept, or whoever opens them panics: the words do without them.
        let (mut batch, born) = (Batch::default(), self.store.last_commit().await?);
        batch.ops.extend(
            cause.ids.iter().map(|id| Op::Put(Table::Inbox, seen_row(row, id), instant(now).to_vec())),
        );
        batch.ops.extend(cause.waits.iter().map(|key| Op::Delete(Table::Inbox, key.clone())));
        let text = self.content().texts.say(hint.language.unwrap_or(Language::ZhCn), TEXT, |_| None);
        let message = Message::bare(Role::Info, text, now);
        // Turns are counted from 1, so that this place is no turn's.
        let turn = 0;
        let key = outbox_key(row, born, turn, 0, None);
        let under = Under::Inbox(self.master.inbox_key(), applicant.as_str());
        batch.ops.push(Op::Put(Table::Outbox, key.clone(), under.seal(row, &key, &message)?));
        self.store.commit(batch).await?;
        let messages = vec![Pending { key: Some(key), message, turn, replaces: None }];
        Ok(Turned { messages, verdict: Verdict::Neither, state: Arc::new(State::new()), repeated: false })
    }

    /// How many events were set aside in the last days.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn set_aside(&self) -> Result<usize, EngineError> {
        Ok(self.store.scan(Table::Inbox, b"q", b"r", SCAN_COUNT_MAX).await?.len())
    }

    /// Lets go of old names, a page at a time; answers with where the next page begins, `None` at the end.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn sweep(&self, from: Option<Key>, now: DateTime<Utc>) -> Result<Option<Key>, EngineError> {
        let oldest = instant(now - REMEMBERED);
        let from = from.unwrap_or_else(|| b"q".to_vec());
        let rows = self.store.scan(Table::Inbox, &from, b"t", SCAN_COUNT_MAX).await?;
        let next = (rows.len() == SCAN_COUNT_MAX).then(|| rows.last().map(|(key, _)| behind(key)));
        let old = rows.into_iter().filter(|(_, stored)| stored.value.as_slice() < oldest.as_slice());
        self.drop_waiting(old.map(|(key, _)| key).collect()).await?;
        Ok(next.flatten())
    }
}

/// The applicant's row within a waiting event's.
fn owner_of(key: &[u8]) -> &[u8] {
    key.get(1..33).unwrap_or_default()
}
