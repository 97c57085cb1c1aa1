//! What is committed and waits to be handed over.

use super::rows::{after, open, outbox_key, outbox_place, seal};
use super::{ApplicantId, Cause, Engine, EngineError, Loaded, Pending, SCAN_COUNT_MAX};
use crate::content::pieces;
use crate::dialogue::{Effect, Message, Role};
use crate::store::vault::Owner;
use crate::store::{BATCH_OPS_MAX, Batch, Key, Op, Stored, Table};

impl Engine {
    /// Messages that were committed and perhaps not handed over, oldest first.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn undelivered(&self, applicant: &ApplicantId) -> Result<Vec<Pending>, EngineError> {
        let row = self.master.applicant_key(applicant.as_str());
        let loaded = self.load(row, applicant.as_str()).await?;
        let mut pending = Vec::new();
        for (key, stored) in self.outbox_rows(row).await? {
            let message = open(&loaded.key, Table::Outbox, &key, Owner::Applicant(&row), &stored.value)?;
            let (turn, replaces) = outbox_place(&key).unwrap_or_default();
            pending.push(Pending { key: Some(key), message, turn, replaces });
        }
        Ok(pending)
    }

    /// Everybody for whom something waits, and whose row opens.
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
            match self.name_of(*row).await {
                Ok(name) => names.extend(name),
                Err(error @ EngineError::Store(_)) => return Err(error),
                Err(error) => tracing::error!(%error, "something waits for somebody whose row does not open"),
            }
            from = after(row);
        }
        Ok(names)
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

    /// Takes back whatever waits for an applicant who cannot be reached.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn unreachable(&self, applicant: &ApplicantId) -> Result<(), EngineError> {
        let keys = self.outbox_keys(self.master.applicant_key(applicant.as_str())).await?;
        self.delivered(keys).await
    }

    /// What waits to be handed over to an applicant.
    pub(super) async fn outbox_keys(&self, row: [u8; 32]) -> Result<Vec<Key>, EngineError> {
        Ok(self.outbox_rows(row).await?.into_iter().map(|(key, _)| key).collect())
    }

    async fn outbox_rows(&self, row: [u8; 32]) -> Result<Vec<(Key, Stored)>, EngineError> {
        let (mut rows, mut from) = (Vec::new(), row.to_vec());
        loop {
            let page = self.store.scan(Table::Outbox, &from, &after(&row), SCAN_COUNT_MAX).await?;
            let Some((last, _)) = page.last() else { return Ok(rows) };
            from = [last.as_slice(), &[0]].concat();
            rows.extend(page);
        }
    }
}

/// Puts what a turn says into the batch, a row for each message.
pub(super) fn put(
    row: [u8; 32],
    loaded: &Loaded,
    effects: &[Effect],
    cause: &Cause,
    batch: &mut Batch,
) -> Result<Vec<Pending>, EngineError> {
    let said = effects.iter().filter_map(|effect| match effect {
        Effect::Say(message) => Some(message),
        Effect::OpenTicket(_) | Effect::Forget => None,
    });
    let messages: Vec<Message> = said.flat_map(|message| cut(message, cause.units_max)).collect();
    // A panel takes the place of the pressed one only while nothing that stays comes between the two.
    let stays = |message: &Message| matches!(message.role, Role::Answer | Role::Reminder | Role::Desk);
    let replaces = cause.pressed.filter(|_| !messages.iter().any(stays));
    let turn = loaded.turns + 1;
    let last = messages.len().saturating_sub(1);
    let mut pending = Vec::with_capacity(messages.len());
    for (ordinal, message) in messages.into_iter().enumerate() {
        let replaces = replaces.filter(|_| ordinal == last);
        let key = outbox_key(row, loaded.born, turn, u16::try_from(ordinal).unwrap_or(u16::MAX), replaces);
        let sealed = seal(&loaded.key, Table::Outbox, &key, Owner::Applicant(&row), &message)?;
        batch.ops.push(Op::Put(Table::Outbox, key.clone(), sealed));
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
