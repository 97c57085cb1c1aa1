//! The rows that the engine keeps: their keys, their shapes, and how they are sealed.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::EngineError;
use crate::dialogue::{Applicant, Filing, Reference, State};
use crate::store::vault::{self, Aad, DataKey, Owner};
use crate::store::{Batch, Key, Op, StoreError, Table};

/// The version of the saved shapes.
const SCHEMA: u16 = 1;

#[derive(Serialize, Deserialize)]
pub(super) struct ApplicantRow {
    pub(super) name: String,
    pub(super) turns: u64,
    pub(super) applicant: Applicant,
    pub(super) filings: Vec<Reference>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct FilingRow {
    pub(super) applicant: [u8; 32],
    pub(super) filing: Filing,
}

pub(super) fn put_moments(row: [u8; 32], before: &State, after: &State, batch: &mut Batch) {
    let set = |state: &State| -> BTreeSet<Key> {
        let moments = state.filings.iter().flat_map(|(reference, filing)| {
            filing.moments.iter().filter(|moment| !moment.over).map(move |moment| {
                let mut key = instant(moment.due).to_vec();
                key.extend_from_slice(&row);
                key.extend_from_slice(reference.as_str().as_bytes());
                key.extend_from_slice(&moment.ordinal.to_be_bytes());
                key.extend_from_slice(moment.timer.as_bytes());
                key
            })
        });
        moments.collect()
    };
    let (before, after) = (set(before), set(after));
    batch.ops.extend(before.difference(&after).map(|key| Op::Delete(Table::Timers, key.clone())));
    batch.ops.extend(after.difference(&before).map(|key| Op::Put(Table::Timers, key.clone(), Vec::new())));
}

/// Milliseconds since 1970, big-endian, so that keys sort by time. Moments before 1970 do not occur.
pub(super) fn instant(at: DateTime<Utc>) -> [u8; 8] {
    u64::try_from(at.timestamp_millis()).unwrap_or(0).to_be_bytes()
}

pub(super) fn outbox_key(row: [u8; 32], turn: u64, ordinal: u16) -> Key {
    let mut key = row.to_vec();
    key.extend_from_slice(&turn.to_be_bytes());
    key.extend_from_slice(&ordinal.to_be_bytes());
    key
}

pub(super) fn applicant_key_row(row: [u8; 32]) -> Key {
    let mut key = b"a".to_vec();
    key.extend_from_slice(&row);
    key
}

pub(super) fn filing_key_row(reference: &Reference) -> Key {
    format!("f{reference}").into_bytes()
}

/// The first key behind all that begin with this one.
pub(super) fn after(prefix: &[u8]) -> Key {
    let mut key = prefix.to_vec();
    while let Some(last) = key.pop() {
        if last < u8::MAX {
            key.push(last + 1);
            break;
        }
    }
    key
}

pub(super) fn aad<'a>(table: Table, key: &'a [u8], owner: Owner<'a>) -> Aad<'a> {
    Aad { table, key, owner, schema: SCHEMA }
}

pub(super) fn seal<T: Serialize>(
    key: &DataKey,
    table: Table,
    row: &[u8],
    owner: Owner<'_>,
    value: &T,
) -> Result<Vec<u8>, EngineError> {
    let plain = zeroize::Zeroizing::new(json(table.name(), value)?);
    Ok(vault::seal(key, &aad(table, row, owner), &plain)?)
}

pub(super) fn open<T: DeserializeOwned>(
    key: &DataKey,
    table: Table,
    row: &[u8],
    owner: Owner<'_>,
    sealed: &[u8],
) -> Result<T, EngineError> {
    let plain = vault::open(key, &aad(table, row, owner), sealed)?;
    shaped(table.name(), &plain)
}

pub(super) fn json<T: Serialize>(table: &'static str, value: &T) -> Result<Vec<u8>, EngineError> {
    serde_json::to_vec(value).map_err(|error| EngineError::Shape { table, column: error.column() })
}

pub(super) fn shaped<T: DeserializeOwned>(table: &'static str, bytes: &[u8]) -> Result<T, EngineError> {
    serde_json::from_slice(bytes).map_err(|error| EngineError::Shape { table, column: error.column() })
}

pub(super) fn random<const LENGTH: usize>() -> Result<[u8; LENGTH], EngineError> {
    let mut bytes = [0; LENGTH];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::Unavailable)?;
    Ok(bytes)
}
