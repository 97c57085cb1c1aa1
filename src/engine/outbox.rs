//! What is committed and waits to be handed over.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::rows::{after, applicant_key_row, open, outbox_key, outbox_place, seal};
use super::{ApplicantId, Cause, Engine, EngineError, Pending};
use crate::content::pieces;
use crate::dialogue::{Effect, Message, Role};
use crate::store::vault::{DataKey, Owner, VaultError, sealed_by};
use crate::store::{BATCH_OPS_MAX, Batch, CommitSeq, Key, Op, Stored, Table};

impl Engine {
    /// Messages that were committed and perhaps not handed over, oldest first. Those that do not open are left out.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn undelivered(&self, applicant: &ApplicantId) -> Result<Vec<Pending>, EngineError> {
        let row = self.master.applicant_key(applicant.as_str());
        let (mut pending, mut unopened) = (Vec::new(), Vec::new());
        let rows = self.outbox_rows(row).await?;
        let own_key = self.own_key(row).await?;
        for (key, stored) in rows {
            match self.opened(row, own_key.as_ref(), &key, &stored) {
                Ok(message) => {
                    let (turn, replaces) = outbox_place(&key).unwrap_or_default();
                    pending.push(Pending { key: Some(key), message, turn, replaces });
                }
                Err(error) => unopened.push((key, error)),
            }
        }
        if let Some((_, error)) = unopened.first() {
            tracing::error!(%error, count = unopened.len(), "messages wait that do not open; they are not said");
        }
        Ok(pending)
    }

    /// The key of somebody's messages; `None`: they were forgotten, or it does not open.
    async fn own_key(&self, row: [u8; 32]) -> Result<Option<DataKey>, EngineError> {
        match self.key(&applicant_key_row(row), Owner::Applicant(&row)).await {
            Err(error @ EngineError::Store(_)) => Err(error),
            key => Ok(key.unwrap_or_default()),
        }
    }

    fn opened(
        &self,
        row: [u8; 32],
        own_key: Option<&DataKey>,
        key: &[u8],
        stored: &Stored,
    ) -> Result<Message, EngineError> {
        if let Some(farewell) = self.farewell(row, key, stored)? {
            return Ok(farewell.message.into_owned());
        }
        let own_key = own_key.ok_or(VaultError::Unopened)?;
        open(own_key, Table::Outbox, key, Owner::Applicant(&row), &stored.value)
    }

    /// What waits under no key of its applicant; `None`: the message is not of that kind.
    fn farewell(
        &self,
        row: [u8; 32],
        key: &[u8],
        stored: &Stored,
    ) -> Result<Option<Farewell<'static>>, EngineError> {
        let inbox_key = self.master.inbox_key();
        if sealed_by(&stored.value) != Some(inbox_key.id()) {
            return Ok(None);
        }
        open(inbox_key, Table::Outbox, key, Owner::Applicant(&row), &stored.value).map(Some)
    }

    /// Everybody for whom something waits that can be said.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn awaiting(&self) -> Result<Vec<ApplicantId>, EngineError> {
        let mut names = Vec::new();
        let mut from = Vec::new();
        // One row of each applicant is enough: the next look begins behind all of theirs.
        while let Some((key, _)) = self.store.scan(Table::Outbox, &from, &[], 1).await?.pop() {
            let Some(row) = key.first_chunk::<32>() else { break };
            match self.name_awaiting(*row).await {
                Ok(name) => names.extend(name),
                Err(error @ EngineError::Store(_)) => return Err(error),
                Err(error) => tracing::error!(%error, "something waits for somebody whose row does not open"),
            }
            from = after(row);
        }
        Ok(names)
    }

    /// For whom the messages of a row wait. Where nothing else is there of them, or nothing that opens, what is said under
    /// no key of theirs tells.
    async fn name_awaiting(&self, row: [u8; 32]) -> Result<Option<ApplicantId>, EngineError> {
        let known = self.name_of(row).await;
        if matches!(known, Ok(Some(_)) | Err(EngineError::Store(_))) {
            return known;
        }
        for (key, stored) in self.outbox_rows(row).await? {
            if let Ok(Some(farewell)) = self.farewell(row, &key, &stored) {
                return Ok(Some(ApplicantId::kept(farewell.name.into_owned())));
            }
        }
        known
    }

    /// Marks messages as handed over.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn delivered(&self, keys: Vec<Key>) -> Result<(), EngineError> {
        // A letter may stand for any number of panels that were overtaken while its chat could not be spoken to.
        for keys in keys.chunks(BATCH_OPS_MAX) {
            let ops = keys.iter().map(|key| Op::Delete(Table::Outbox, key.clone())).collect();
            self.store.commit(Batch { expects: Vec::new(), ops }).await?;
        }
        Ok(())
    }

    /// Takes back whatever waits for an applicant who cannot be reached, and lets nothing more become due for them until
    /// they come back.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn unreachable(&self, applicant: &ApplicantId, now: DateTime<Utc>) -> Result<(), EngineError> {
        let keys = self.outbox_keys(self.master.applicant_key(applicant.as_str())).await?;
        self.delivered(keys).await?;
        self.leave(applicant, now).await
    }

    /// What waits to be handed over to an applicant.
    pub(super) async fn outbox_keys(&self, row: [u8; 32]) -> Result<Vec<Key>, EngineError> {
        Ok(self.outbox_rows(row).await?.into_iter().map(|(key, _)| key).collect())
    }

    async fn outbox_rows(&self, row: [u8; 32]) -> Result<Vec<(Key, Stored)>, EngineError> {
        self.rows(Table::Outbox, &row, &after(&row)).await
    }
}

/// A message to somebody of whom nothing else need be there, or nothing that opens.
#[derive(Serialize, Deserialize)]
struct Farewell<'a> {
    name: Cow<'a, str>,
    message: Cow<'a, Message>,
}

/// Under which key a message waits.
#[derive(Clone, Copy)]
pub(super) enum Under<'a> {
    /// The applicant's own.
    Own(&'a DataKey),
    /// The inbox's, which is there whatever becomes of the applicant's; the row then holds this name, until it is
    /// delivered.
    Inbox(&'a DataKey, &'a str),
}

impl Under<'_> {
    pub(super) fn seal(self, row: [u8; 32], key: &[u8], message: &Message) -> Result<Vec<u8>, EngineError> {
        let owner = Owner::Applicant(&row);
        match self {
            Self::Own(own_key) => seal(own_key, Table::Outbox, key, owner, message),
            Self::Inbox(inbox_key, name) => {
                let farewell = Farewell { name: Cow::Borrowed(name), message: Cow::Borrowed(message) };
                seal(inbox_key, Table::Outbox, key, owner, &farewell)
            }
        }
    }
}

/// What a turn says.
pub(super) struct Saying<'a> {
    pub(super) row: [u8; 32],
    pub(super) born: CommitSeq,
    pub(super) turn: u64,
    pub(super) under: Under<'a>,
    pub(super) effects: &'a [Effect],
    pub(super) cause: &'a Cause,
}

/// Puts what a turn says into the batch, a row for each message.
pub(super) fn put(saying: &Saying<'_>, batch: &mut Batch) -> Result<Vec<Pending>, EngineError> {
    let Saying { row, born, turn, under, effects, cause } = *saying;
    let said = effects.iter().filter_map(|effect| match effect {
        Effect::Say(message) => Some(message),
        Effect::OpenTicket(_) | Effect::Asked { .. } | Effect::Forget => None,
    });
    let messages: Vec<Message> = said.flat_map(|message| cut(message, cause.units_max)).collect();
    // A panel takes the place of the pressed one only while nothing that stays comes between the two.
    let stays = |message: &Message| matches!(message.role, Role::Answer | Role::Reminder | Role::Desk);
    let replaces = cause.pressed.filter(|_| !messages.iter().any(stays));
    let last = messages.len().saturating_sub(1);
    let mut pending = Vec::with_capacity(messages.len());
    for (ordinal, message) in messages.into_iter().enumerate() {
        let replaces = replaces.filter(|_| ordinal == last);
        let key = outbox_key(row, born, turn, u16::try_from(ordinal).unwrap_or(u16::MAX), replaces);
        batch.ops.push(Op::Put(Table::Outbox, key.clone(), under.seal(row, &key, &message)?));
        pending.push(Pending { key: Some(key), message, turn, replaces });
    }
    Ok(pending)
}

/// The message in pieces that fit; the buttons stand under the last.
fn cut(message: &Message, units_max: Option<usize>) -> Vec<Message> {
    let fits = units_max.is_none_or(|max| message.text.expose().encode_utf16().count() <= max);
    let (Some(max), false) = (units_max, fits) else {
        return vec![message.clone()];
    };
    let texts = pieces(message.text.expose(), max);
    let count = texts.len();
    let piece = |(number, text): (usize, &str)| {
        let mut piece = Message { text: text.to_owned().into(), ..message.clone() };
        if number + 1 < count {
            piece.options.clear();
            piece.role = if piece.role == Role::Ask { Role::Info } else { piece.role };
        }
        piece
    };
    texts.into_iter().enumerate().map(piece).collect()
}
