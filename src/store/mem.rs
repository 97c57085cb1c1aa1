//! A store in memory, for tests and simulation: every promise but outliving the process, and faults on demand.
//!
//! It must behave as the real ones do, to the last error: the one suite of promises runs against all.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::ops::Bound;
use std::sync::{Mutex, MutexGuard, PoisonError};

use futures_util::future::BoxFuture;

use super::dump::{Next, Reader, Summary, Writer};
use super::{
    Batch, Chain, CommitSeq, Expect, Key, Op, Store, StoreError, Stored, Table, extend_chain, holds,
};

/// What a commit meets instead of success.
#[derive(Debug, Clone)]
pub enum Fault {
    /// The commit changes nothing and answers this.
    Refuse(StoreError),
    /// The commit is kept and then answers this, as when a connection breaks during COMMIT
    /// ([`StoreError::UnknownOutcome`]).
    ApplyThen(StoreError),
}

/// A store in memory. Share it in an `Arc` to let it outlive a simulated crash.
#[derive(Debug, Default)]
pub struct MemStore {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    rows: BTreeMap<(Table, Key), Stored>,
    seq: CommitSeq,
    chain: Chain,
    closed: bool,
    /// Commits asked for since the start, refused ones included.
    asked: u64,
    /// By the count of `asked` at which they strike.
    faults: VecDeque<(u64, Fault)>,
}

impl MemStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        MemStore::default()
    }

    /// Lets the `nth` commit from now (1 is the next) meet a fault.
    ///
    /// # Panics
    /// If `nth` is 0.
    pub fn inject(&self, nth: u64, fault: Fault) {
        assert!(nth > 0, "the next commit is number 1");
        let mut state = self.state();
        let at = state.asked + nth;
        state.faults.push_back((at, fault));
    }

    /// Commits asked for so far, refused ones included: the range for "fail at each n".
    #[must_use]
    pub fn commits_asked(&self) -> u64 {
        self.state().asked
    }

    /// Undoes [`Store::close`], as a restart does.
    pub fn reopen(&self) {
        self.state().closed = false;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open_state(&self) -> Result<MutexGuard<'_, State>, StoreError> {
        let state = self.state();
        if state.closed { Err(StoreError::Unavailable) } else { Ok(state) }
    }
}

impl State {
    fn commit(&mut self, batch: Batch) -> Result<CommitSeq, StoreError> {
        self.asked += 1;
        batch.check_size()?;
        let due = self.faults.iter().position(|(at, _)| *at == self.asked);
        match due.and_then(|index| self.faults.remove(index)) {
            Some((_, Fault::Refuse(error))) => Err(error),
            Some((_, Fault::ApplyThen(error))) => self.apply(batch).and(Err(error)),
            None => self.apply(batch),
        }
    }

    fn apply(&mut self, batch: Batch) -> Result<CommitSeq, StoreError> {
        let as_expected = batch.expects.iter().all(|expect| match expect {
            Expect::Absent(table, key) | Expect::Present(table, key) | Expect::Rev(table, key, _) => {
                holds(expect, self.rows.get(&(*table, key.clone())).map(|row| row.rev))
            }
        });
        if !as_expected {
            return Err(StoreError::Conflict);
        }
        self.seq += 1;
        self.chain = extend_chain(&self.chain, self.seq, &batch.ops);
        for op in batch.ops {
            match op {
                Op::Put(table, key, value) => {
                    self.rows.insert((table, key), Stored { rev: self.seq, value });
                }
                Op::Delete(table, key) => {
                    self.rows.remove(&(table, key));
                }
            }
        }
        Ok(self.seq)
    }

    fn scan(&self, table: Table, from: Key, to: &[u8], limit: usize) -> Vec<(Key, Stored)> {
        if !to.is_empty() && *from >= *to {
            return Vec::new();
        }
        self.rows
            .range((Bound::Included((table, from)), Bound::Unbounded))
            .take_while(|((found, key), _)| *found == table && (to.is_empty() || key[..] < *to))
            .take(limit)
            .map(|((_, key), stored)| (key.clone(), stored.clone()))
            .collect()
    }

    fn import(&mut self, from: &mut (dyn io::BufRead + Send)) -> Result<Summary, StoreError> {
        if self.seq > 0 {
            return Err(StoreError::NotEmpty);
        }
        let mut reader = Reader::begin(from)?;
        let mut rows = BTreeMap::new();
        loop {
            match reader.next()? {
                Next::Row((table, key, stored)) => rows.insert((table, key), stored),
                Next::End(summary) => {
                    (self.rows, self.seq, self.chain) = (rows, reader.seq, reader.chain);
                    return Ok(summary);
                }
            };
        }
    }
}

impl Store for MemStore {
    fn get(&self, table: Table, key: &[u8]) -> BoxFuture<'_, Result<Option<Stored>, StoreError>> {
        let key = key.to_vec();
        Box::pin(async move { Ok(self.open_state()?.rows.get(&(table, key)).cloned()) })
    }

    fn scan(
        &self,
        table: Table,
        from: &[u8],
        to: &[u8],
        limit: usize,
    ) -> BoxFuture<'_, Result<Vec<(Key, Stored)>, StoreError>> {
        let (from, to) = (from.to_vec(), to.to_vec());
        Box::pin(async move { Ok(self.open_state()?.scan(table, from, &to, limit)) })
    }

    fn last_commit(&self) -> BoxFuture<'_, Result<CommitSeq, StoreError>> {
        Box::pin(async move { Ok(self.open_state()?.seq) })
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<CommitSeq, StoreError>> {
        Box::pin(async move { self.open_state()?.commit(batch) })
    }

    fn export<'a>(
        &'a self,
        out: &'a mut (dyn io::Write + Send),
    ) -> BoxFuture<'a, Result<Summary, StoreError>> {
        Box::pin(async move {
            let state = self.open_state()?;
            let mut writer = Writer::begin(out, state.seq, &state.chain)?;
            for ((table, key), stored) in &state.rows {
                writer.row(*table, key, stored)?;
            }
            writer.finish()
        })
    }

    fn import<'a>(
        &'a self,
        from: &'a mut (dyn io::BufRead + Send),
    ) -> BoxFuture<'a, Result<Summary, StoreError>> {
        Box::pin(async move { self.open_state()?.import(from) })
    }

    fn close(&self) -> BoxFuture<'_, Result<(), StoreError>> {
        Box::pin(async move {
            self.open_state()?.closed = true;
            Ok(())
        })
    }
}
