//! What the tests of the store share.

use std::future::Future;
use std::path::Path;

use beian::store::{Batch, Expect, MemStore, Op, SledStore, Store, StoreError, Stored, Table};
use tempfile::TempDir;

/// Runs a test against an empty store of every kind, on a current-thread runtime.
pub(crate) fn every_store<F: Future<Output = ()>>(test: impl Fn(Box<dyn Store>) -> F) {
    run(test(Box::new(MemStore::new())));
    let folder = folder();
    run(test(Box::new(SledStore::open(folder.path()).expect("an empty folder opens"))));
}

pub(crate) fn run<T>(future: impl Future<Output = T>) -> T {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    // Channels outside a LocalSet are fine; tasks of one test share this thread.
    tokio::task::LocalSet::new().block_on(&runtime, future)
}

pub(crate) fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

pub(crate) fn put(table: Table, key: &[u8], value: &[u8]) -> Op {
    Op::Put(table, key.to_vec(), value.to_vec())
}

pub(crate) fn delete(table: Table, key: &[u8]) -> Op {
    Op::Delete(table, key.to_vec())
}

pub(crate) fn absent(table: Table, key: &[u8]) -> Expect {
    Expect::Absent(table, key.to_vec())
}

pub(crate) fn present(table: Table, key: &[u8]) -> Expect {
    Expect::Present(table, key.to_vec())
}

pub(crate) fn rev(table: Table, key: &[u8], rev: u64) -> Expect {
    Expect::Rev(table, key.to_vec(), rev)
}

pub(crate) async fn commit(store: &dyn Store, expects: Vec<Expect>, ops: Vec<Op>) -> Result<u64, StoreError> {
    store.commit(Batch { expects, ops }).await
}

/// The row as `(rev, value)`.
pub(crate) async fn get(store: &dyn Store, table: Table, key: &[u8]) -> Option<(u64, Vec<u8>)> {
    let Stored { rev, value } = store.get(table, key).await.expect("the row reads")?;
    Some((rev, value))
}

/// Every row of every table.
pub(crate) async fn all_rows(store: &dyn Store) -> Result<Vec<(Table, Vec<u8>, Stored)>, StoreError> {
    let mut rows = Vec::new();
    for table in Table::ALL {
        for (key, stored) in store.scan(table, &[], &[], usize::MAX).await? {
            rows.push((table, key, stored));
        }
    }
    Ok(rows)
}

pub(crate) fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the copy's folder");
    for entry in std::fs::read_dir(from).expect("the folder lists") {
        let entry = entry.expect("the folder lists");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("the file copies");
        }
    }
}

/// Small, and the same for the same seed: a failing run can be played again.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }
}
