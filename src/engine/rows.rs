//! The rows that the engine keeps: their keys, their shapes, and how they are sealed.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{DueMoment, EngineError};
use crate::dialogue::{Applicant, Filing, Reference, State};
use crate::store::vault::{self, Aad, DataKey, Owner};
use crate::store::{Batch, CommitSeq, Key, Op, StoreError, Table};

/// The version of the saved shapes.
const SCHEMA: u16 = 1;

#[derive(Serialize, Deserialize)]
pub(super) struct ApplicantRow<'a> {
    pub(super) name: Cow<'a, str>,
    /// The last commit before the applicant came.
    #[serde(default)]
    pub(super) born: CommitSeq,
    pub(super) turns: u64,
    pub(super) applicant: Cow<'a, Applicant>,
    pub(super) filings: Vec<Reference>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct FilingRow<'a> {
    pub(super) applicant: [u8; 32],
    pub(super) filing: Cow<'a, Filing>,
}

pub(super) fn put_moments(row: [u8; 32], before: &State, after: &State, batch: &mut Batch) {
    let set = |state: &State| -> BTreeSet<Key> {
        let moments = state.filings.iter().flat_map(|(reference, filing)| {
            let open = filing.moments.iter().filter(|moment| !moment.over);
            open.map(move |moment| timer_row(row, reference, moment.due, moment.ordinal, &moment.timer))
        });
        moments.collect()
    };
    let (before, after) = (set(before), set(after));
    batch.ops.extend(before.difference(&after).map(|key| Op::Delete(Table::Timers, key.clone())));
    batch.ops.extend(after.difference(&before).map(|key| Op::Put(Table::Timers, key.clone(), Vec::new())));
}

/// Where a moment stands in the due index.
pub(super) fn timer_row(
    row: [u8; 32],
    filing: &Reference,
    due: DateTime<Utc>,
    ordinal: u32,
    timer: &str,
) -> Key {
    let (due, ordinal) = (instant(due), ordinal.to_be_bytes());
    [&due, row.as_slice(), filing.as_str().as_bytes(), &ordinal, timer.as_bytes()].concat()
}

/// Milliseconds since 1970, big-endian, so that keys sort by time. Moments before 1970 do not occur.
pub(super) fn instant(at: DateTime<Utc>) -> [u8; 8] {
    u64::try_from(at.timestamp_millis()).unwrap_or(0).to_be_bytes()
}

/// The moment that a row of the due index stands for; `None`: it has another shape.
pub(super) fn moment_of(key: &[u8]) -> Option<DueMoment> {
    let (due, rest) = key.split_first_chunk::<8>()?;
    let (applicant, rest) = rest.split_first_chunk::<32>()?;
    let (reference, rest) = rest.split_first_chunk::<6>()?;
    let (ordinal, timer) = rest.split_first_chunk::<4>()?;
    Some(DueMoment {
        due: DateTime::from_timestamp_millis(i64::try_from(u64::from_be_bytes(*due)).ok()?)?,
        filing: Reference::parse(std::str::from_utf8(reference).ok()?)?,
        timer: String::from_utf8(timer.to_vec()).ok()?,
        ordinal: u32::from_be_bytes(*ordinal),
        applicant: *applicant,
    })
}

/// Where a message waits: its applicant, the life that they lead, its turn, its place in the turn; behind them the
/// channel's number of the message whose place it takes, where there is one. Turns are counted anew in each life, and
/// yet no place is ever used twice.
pub(super) fn outbox_key(
    row: [u8; 32],
    born: CommitSeq,
    turn: u64,
    ordinal: u16,
    replaces: Option<i32>,
) -> Key {
    let (born, turn, ordinal) = (born.to_be_bytes(), turn.to_be_bytes(), ordinal.to_be_bytes());
    let mut key = [row.as_slice(), &born, &turn, &ordinal].concat();
    key.extend(replaces.iter().flat_map(|number| number.to_be_bytes()));
    key
}

/// The turn of a waiting message, and what it replaces.
pub(super) fn outbox_place(key: &[u8]) -> Option<(u64, Option<i32>)> {
    let turn = key.get(40..48)?.try_into().ok().map(u64::from_be_bytes)?;
    let replaces = key.get(50..54).and_then(|bytes| bytes.try_into().ok()).map(i32::from_be_bytes);
    Some((turn, replaces))
}

/// Where the name of an event of an applicant stands that happened. A name may be of any length; a row's is not.
pub(super) fn seen_row(row: [u8; 32], id: &str) -> Key {
    [b"s", row.as_slice(), Sha256::digest(id).as_slice()].concat()
}

/// Where an event of an applicant stands that was set aside.
pub(super) fn quarantine_row(row: [u8; 32], id: &str) -> Key {
    [b"q", row.as_slice(), Sha256::digest(id).as_slice()].concat()
}

/// Where an event waits for its turn: its applicant, when it came, its number.
pub(super) fn waiting_row(row: [u8; 32], at: DateTime<Utc>, number: u64) -> Key {
    [b"w", row.as_slice(), &instant(at), &number.to_be_bytes()].concat()
}

pub(super) fn applicant_key_row(row: [u8; 32]) -> Key {
    let mut key = b"a".to_vec();
    key.extend_from_slice(&row);
    key
}

pub(super) fn filing_key_row(reference: &Reference) -> Key {
    format!("f{reference}").into_bytes()
}

/// The first key behind this one.
pub(super) fn behind(key: &[u8]) -> Key {
    [key, &[0]].concat()
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
