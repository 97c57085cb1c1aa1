//! What is read and opened of an applicant before a turn, and kept opened for the next one.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use super::rows::{ApplicantRow, FilingRow, aad, applicant_key_row, behind, filing_key_row, open};
use super::{ApplicantId, Engine, EngineError, SCAN_COUNT_MAX};
use crate::dialogue::{Reference, State};
use crate::store::vault::{DataKey, Owner, VaultError};
use crate::store::{CommitSeq, Key, Stored, Table};

/// What was loaded of one applicant. It may be out of date: a commit that rests on it is guarded by its revision.
pub(super) struct Loaded {
    pub(super) name: String,
    pub(super) rev: Option<CommitSeq>,
    /// The last commit before they came: it tells their rows from those of the life before, where they were forgotten.
    pub(super) born: CommitSeq,
    pub(super) turns: u64,
    pub(super) key: DataKey,
    pub(super) filing_keys: BTreeMap<Reference, DataKey>,
    pub(super) state: Arc<State>,
}

impl Engine {
    pub(super) fn take_opened(&self, row: [u8; 32]) -> Option<Loaded> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).pop(&row)
    }

    /// Keeps what was loaded or committed, unless a newer state is kept already: turns may end in another order than
    /// their commits.
    pub(super) fn keep_opened(&self, row: [u8; 32], loaded: Loaded) {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if loaded.rev.is_some() && opened.peek(&row).is_none_or(|kept| kept.rev <= loaded.rev) {
            opened.put(row, loaded);
        }
    }

    pub(super) async fn load(&self, row: [u8; 32], name: &str) -> Result<Loaded, EngineError> {
        let Some(stored) = self.store.get(Table::Applicants, &row).await? else {
            // Somebody new, or forgotten: that took a commit, so no earlier life began at this one.
            let born = self.store.last_commit().await?;
            let (key, name) = (DataKey::random()?, name.to_owned());
            return Ok(Loaded {
                name,
                rev: None,
                born,
                turns: 0,
                key,
                filing_keys: BTreeMap::new(),
                state: Arc::new(State::new()),
            });
        };
        let key_row = applicant_key_row(row);
        let key = self.key(&key_row, Owner::Applicant(&row)).await?.ok_or(VaultError::Unopened)?;
        let value: ApplicantRow = open(&key, Table::Applicants, &row, Owner::Applicant(&row), &stored.value)?;
        let mut state = State { applicant: value.applicant.into_owned(), filings: BTreeMap::new() };
        let mut filing_keys = BTreeMap::new();
        for reference in value.filings {
            if let Some((filing, key)) = self.load_filing(&reference).await? {
                state.filings.insert(reference.clone(), filing.filing.into_owned());
                filing_keys.insert(reference, key);
            }
        }
        let (name, state) = (value.name.into_owned(), Arc::new(state));
        let (rev, born, turns) = (Some(stored.rev), value.born, value.turns);
        Ok(Loaded { name, rev, born, turns, key, filing_keys, state })
    }

    pub(super) async fn load_filing(
        &self,
        reference: &Reference,
    ) -> Result<Option<(FilingRow<'static>, DataKey)>, EngineError> {
        let id = reference.as_str().as_bytes();
        let Some(stored) = self.store.get(Table::Filings, id).await? else {
            return Ok(None);
        };
        let key =
            self.key(&filing_key_row(reference), Owner::Filing(id)).await?.ok_or(VaultError::Unopened)?;
        let row = open(&key, Table::Filings, id, Owner::Filing(id), &stored.value)?;
        Ok(Some((row, key)))
    }

    /// All rows of a table from this key on and before that one.
    pub(super) async fn rows(
        &self,
        table: Table,
        from: &[u8],
        to: &[u8],
    ) -> Result<Vec<(Key, Stored)>, EngineError> {
        let (mut rows, mut from) = (Vec::new(), from.to_vec());
        loop {
            let page = self.store.scan(table, &from, to, SCAN_COUNT_MAX).await?;
            let Some((last, _)) = page.last() else { return Ok(rows) };
            from = behind(last);
            rows.extend(page);
        }
    }

    /// Who stands in a row; `None`: nobody.
    pub(super) async fn name_of(&self, row: [u8; 32]) -> Result<Option<ApplicantId>, EngineError> {
        let loaded = self.load(row, "").await?;
        Ok(loaded.rev.map(|_| ApplicantId::kept(loaded.name)))
    }

    pub(super) async fn key(&self, row: &[u8], owner: Owner<'_>) -> Result<Option<DataKey>, EngineError> {
        let stored = self.store.get(Table::Keys, row).await?;
        let key = stored.map(|stored| self.master.unwrap_key(&aad(Table::Keys, row, owner), &stored.value));
        Ok(key.transpose()?)
    }
}
