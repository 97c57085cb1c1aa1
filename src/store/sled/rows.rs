//! Rows in sled's one tree, and what of them may be seen.
//!
//! A row's key is its table's byte and its own key. sled writes a leaf (up to 17 entries) in one piece, and moves a
//! piece over 128 KiB to a file of its own that it never syncs; so a long value is cut into chunks that keep any
//! leaf below that. The first chunk stands under the row's key, behind the revision and the whole length; the
//! others follow in the upper half of the table bytes.

use std::collections::BTreeMap;

use sled::{Batch, Tree};

use crate::store::{Chain, CommitSeq, Key, StoreError, Stored, Table};

/// A table's byte and a key.
pub(super) type TreeKey = Vec<u8>;

/// The rows that a group of commits changes, as they were before.
pub(super) type Before = BTreeMap<TreeKey, Option<Stored>>;

/// The last commit's number and chain. Table byte 0 belongs to no table: nobody can commit to it or scan it.
pub(super) const LAST_COMMIT: [u8; 2] = [0, b'c'];
/// There while an import is not finished.
pub(super) const IMPORTING: [u8; 2] = [0, b'i'];

const CHUNK_LEN: usize = 4096;
const FIRST_CHUNK_AT: usize = 12;
const CONTINUED: u8 = 0x80;

/// Why a row could not be read.
pub(super) enum RowFault {
    /// What sled said.
    Sled(sled::Error),
    /// What is not as it was written.
    Torn(&'static str),
}

impl From<sled::Error> for RowFault {
    fn from(error: sled::Error) -> Self {
        RowFault::Sled(error)
    }
}

pub(super) fn tree_key(table: Table, key: &[u8]) -> TreeKey {
    let mut full = Vec::with_capacity(1 + key.len());
    full.push(table.id());
    full.extend_from_slice(key);
    full
}

/// Adds the change of one row to a batch of sled's, old chunks included.
pub(super) fn write(batch: &mut Batch, key: &TreeKey, before: Option<&Stored>, after: Option<&Stored>) {
    let chunks_before = before.map_or(0, |stored| chunk_count(stored.value.len()));
    let chunks_after = after.map_or(0, |stored| chunk_count(stored.value.len()));
    match after {
        Some(Stored { rev, value }) => {
            let first = &value[..value.len().min(CHUNK_LEN)];
            let mut row = Vec::with_capacity(FIRST_CHUNK_AT + first.len());
            row.extend_from_slice(&rev.to_be_bytes());
            row.extend_from_slice(&u32::try_from(value.len()).expect("values are limited").to_be_bytes());
            row.extend_from_slice(first);
            batch.insert(key.as_slice(), row);
            for (index, chunk) in value.chunks(CHUNK_LEN).enumerate().skip(1) {
                batch.insert(chunk_key(key, index), chunk);
            }
        }
        None => batch.remove(key.as_slice()),
    }
    for index in chunks_after.max(1)..chunks_before {
        batch.remove(chunk_key(key, index));
    }
}

pub(super) fn read(tree: &Tree, key: &TreeKey) -> Result<Option<Stored>, RowFault> {
    tree.get(key)?.map(|row| decode(tree, key, &row)).transpose()
}

fn decode(tree: &Tree, key: &[u8], row: &[u8]) -> Result<Stored, RowFault> {
    let Some((head, first)) = row.split_at_checked(FIRST_CHUNK_AT) else {
        return Err(RowFault::Torn("a row is too short"));
    };
    let rev = u64::from_be_bytes(head[..8].try_into().expect("eight bytes were taken"));
    let len = u32::from_be_bytes(head[8..].try_into().expect("four bytes are left"));
    let len = usize::try_from(len).map_err(|_| RowFault::Torn("a row's length is not one of ours"))?;
    let mut value = first.to_vec();
    for index in 1..chunk_count(len) {
        let chunk = tree.get(chunk_key(key, index))?.ok_or(RowFault::Torn("a part of a row is missing"))?;
        value.extend_from_slice(&chunk);
    }
    if value.len() != len {
        return Err(RowFault::Torn("a row is not as long as it was written"));
    }
    Ok(Stored { rev, value })
}

fn chunk_count(len: usize) -> usize {
    len.div_ceil(CHUNK_LEN)
}

fn chunk_key(key: &[u8], index: usize) -> Vec<u8> {
    let index = u16::try_from(index).expect("values are limited");
    let mut full = key.to_vec();
    full[0] |= CONTINUED;
    full.extend_from_slice(&index.to_be_bytes());
    full
}

/// What readers see: the tree, with the rows of unfinished commits as they were before.
///
/// The committer changes the tree first and knows it durable later. Whoever reads in between sees the old rows, so that
/// nothing is ever confirmed that a power cut could take back; nobody waits for the disk to read.
pub(super) struct Visible {
    /// `None` once closed.
    pub(super) tree: Option<Tree>,
    pub(super) in_flight: Before,
    /// What has changed since an export began, as it was then; `None` while there is no export.
    pub(super) since_export: Option<Before>,
    pub(super) seq: CommitSeq,
    pub(super) chain: Chain,
}

/// Which rows a scan is about, and as of when.
pub(super) struct Range {
    pub(super) table: Table,
    pub(super) from: Key,
    /// Excluded; empty means the table's end.
    pub(super) to: Key,
    pub(super) limit: usize,
    /// As of the begin of the export, instead of now.
    pub(super) at_export: bool,
}

impl Visible {
    pub(super) fn get(
        &self,
        table: Table,
        key: &[u8],
    ) -> Result<Result<Option<Stored>, RowFault>, StoreError> {
        let tree = self.tree.as_ref().ok_or(StoreError::Unavailable)?;
        let key = tree_key(table, key);
        Ok(match self.in_flight.get(&key) {
            Some(before) => Ok(before.clone()),
            None => read(tree, &key),
        })
    }

    pub(super) fn scan(&self, range: &Range) -> Result<Result<Vec<(Key, Stored)>, RowFault>, StoreError> {
        let tree = self.tree.as_ref().ok_or(StoreError::Unavailable)?;
        let before = if range.at_export { self.since_export.as_ref() } else { Some(&self.in_flight) };
        Ok(scan(tree, before.unwrap_or(&self.in_flight), range))
    }
}

fn scan(tree: &Tree, before: &Before, range: &Range) -> Result<Vec<(Key, Stored)>, RowFault> {
    let from = tree_key(range.table, &range.from);
    let to = if range.to.is_empty() { vec![range.table.id() + 1] } else { tree_key(range.table, &range.to) };
    if from >= to {
        return Ok(Vec::new());
    }
    let mut rows: BTreeMap<TreeKey, Stored> = before
        .range(from.clone()..to.clone())
        .filter_map(|(key, stored)| Some((key.clone(), stored.clone()?)))
        .take(range.limit)
        .collect();
    let untouched = |item: &Result<(sled::IVec, sled::IVec), sled::Error>| {
        item.as_ref().map_or(true, |(key, _)| !before.contains_key(&key[..]))
    };
    for item in tree.range(from..to).filter(untouched).take(range.limit) {
        let (key, row) = item?;
        rows.insert(key.to_vec(), decode(tree, &key, &row)?);
    }
    Ok(rows.into_iter().take(range.limit).map(|(key, stored)| (key[1..].to_vec(), stored)).collect())
}

/// The number and chain in [`LAST_COMMIT`]; zeros where nothing was ever committed.
pub(super) fn last_commit(tree: &Tree) -> Result<(CommitSeq, Chain), RowFault> {
    let Some(row) = tree.get(LAST_COMMIT)? else {
        return Ok((0, [0; 32]));
    };
    let torn = || RowFault::Torn("the last commit's row is not as long as it was written");
    let (seq, chain) = row.split_at_checked(8).ok_or_else(torn)?;
    let seq = seq.try_into().map_err(|_| torn())?;
    Ok((u64::from_be_bytes(seq), chain.try_into().map_err(|_| torn())?))
}

pub(super) fn write_last_commit(batch: &mut Batch, seq: CommitSeq, chain: &Chain) {
    let mut row = seq.to_be_bytes().to_vec();
    row.extend_from_slice(chain);
    batch.insert(&LAST_COMMIT, row);
}

impl Visible {
    /// Before the tree changes: from here on readers see these rows as they were.
    pub(super) fn hide(&mut self, before: Before) {
        if let Some(since_export) = &mut self.since_export {
            for (key, stored) in &before {
                // The first change since the export began is the one that knows how the row was then.
                since_export.entry(key.clone()).or_insert_with(|| stored.clone());
            }
        }
        self.in_flight = before;
    }

    /// After the change is durable: readers see it.
    pub(super) fn show(&mut self, seq: CommitSeq, chain: Chain) {
        self.in_flight.clear();
        (self.seq, self.chain) = (seq, chain);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(rev: CommitSeq, value: &[u8]) -> Stored {
        Stored { rev, value: value.to_vec() }
    }

    fn change(tree: &Tree, key: &[u8], before: Option<&Stored>, after: Option<&Stored>) {
        let mut batch = Batch::default();
        write(&mut batch, &tree_key(Table::Inbox, key), before, after);
        tree.apply_batch(batch).expect("a temporary tree takes it");
    }

    fn seen(visible: &Visible, at_export: bool) -> Vec<(Key, Stored)> {
        let (from, to) = (Key::new(), Key::new());
        let range = Range { table: Table::Inbox, from, to, limit: 2, at_export };
        let rows = visible.scan(&range).expect("it is open");
        rows.ok().expect("the rows read")
    }

    #[test]
    fn what_is_not_durable_yet_is_not_seen() {
        let db = sled::Config::new().temporary(true).open().expect("a temporary store opens");
        let (a, b, c) = (stored(1, b"a"), stored(2, b"b"), stored(2, b"c"));
        change(&db, b"a", None, Some(&a));
        let mut visible = Visible {
            tree: Some((*db).clone()),
            in_flight: Before::new(),
            since_export: Some(Before::new()),
            seq: 1,
            chain: [0; 32],
        };
        let key = |key: &[u8]| tree_key(Table::Inbox, key);
        visible.hide(Before::from([(key(b"a"), Some(a.clone())), (key(b"b"), None), (key(b"c"), None)]));
        change(&db, b"a", Some(&a), None);
        change(&db, b"b", None, Some(&b));
        change(&db, b"c", None, Some(&c));

        let old = vec![(b"a".to_vec(), a.clone())];
        assert_eq!(seen(&visible, false), old);
        let got = |visible: &Visible, key| visible.get(Table::Inbox, key).expect("it is open").ok().flatten();
        assert_eq!((got(&visible, b"a"), got(&visible, b"b")), (Some(a), None));

        visible.show(2, [1; 32]);
        assert_eq!(seen(&visible, false), vec![(b"b".to_vec(), b.clone()), (b"c".to_vec(), c)]);
        assert_eq!((got(&visible, b"a"), got(&visible, b"b")), (None, Some(b)));
        assert_eq!(seen(&visible, true), old, "an export goes on seeing its instant");
    }
}
