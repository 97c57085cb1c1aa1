//! The one thread that writes to sled.
//!
//! It takes what waits (up to [`GROUP_MAX`] commits), checks each commit's expectations against the tree and the commits before it, and keeps the
//! group as one batch: `apply_batch`, `flush`, sync of sled's file by our own handle, side file, answers. In this
//! order:
//!
//! - our own sync, because `flush` of sled 0.34 only hands the bytes to the kernel's writeback;
//! - the side file after it, so that it never names a commit that the store lost by no fault of the disk;
//! - the answers last, so that every acknowledged commit is guarded by the side file. A crash between the two leaves the
//!   store one group ahead of it: kept, and not acknowledged, which is allowed.
//!
//! A refusal is answered with its group, as it may rest on a row that the same group writes. After any fault or
//! panic of sled it never tries again: the kernel may have dropped the pages that could not be written.

use std::collections::BTreeMap;
use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use sled::{Batch as SledBatch, Db};
use tokio::sync::{mpsc, oneshot};

use super::Shared;
use super::folder::Folder;
use super::rows::{self, Before, IMPORTING, RowFault, TreeKey, tree_key};
use super::side::SideFile;
use crate::store::dump::Row;
use crate::store::{
    BATCH_BYTES_MAX, Batch, Chain, CommitSeq, Expect, Op, StoreError, Stored, extend_chain, holds,
};

/// Most commits that share one disk write.
const GROUP_MAX: usize = 64;

/// A group of so many commits says that many come at a time: the next one is given [`PAUSE`] to gather, since every
/// group costs the same disk writes. Once nothing came for [`LULL`] it is over, so that a single turn pays for its disk
/// writes and no pause; those who were answered just now come back sooner.
const BUSY_COUNT: usize = 3;
const PAUSE: Duration = Duration::from_millis(1);
const LULL: Duration = Duration::from_millis(10);

/// Where an answer goes. The asker may have gone away; that is its own business.
pub(super) type Reply<T> = oneshot::Sender<Result<T, StoreError>>;

/// What the committer is asked for.
pub(super) enum Request {
    /// A batch, within the limits.
    Commit(Batch, Reply<CommitSeq>),
    /// A piece of an import.
    Load(Load, Reply<()>),
    /// Let go of everything.
    Close(Reply<()>),
}

/// A piece of an import.
pub(super) struct Load {
    /// Whether it is the first piece.
    pub(super) begins: bool,
    pub(super) rows: Vec<Row>,
    /// With the last piece: the last commit of the exported store.
    pub(super) end: Option<(CommitSeq, Chain)>,
}

/// The writing side of a store. Dropping it gives the folder free.
pub(super) struct Committer {
    pub(super) shared: Arc<Shared>,
    pub(super) db: Db,
    /// Opened before the first write, so that no failed write can go unnoticed by its sync.
    pub(super) db_file: File,
    pub(super) side: SideFile,
    pub(super) seq: CommitSeq,
    pub(super) chain: Chain,
    pub(super) importing: bool,
    /// Last, so that it is dropped after sled.
    pub(super) folder: Folder,
}

/// What a group of commits will change.
struct Plan {
    seq: CommitSeq,
    chain: Chain,
    rows: BTreeMap<TreeKey, Change>,
}

struct Change {
    before: Option<Stored>,
    after: Option<Stored>,
}

impl Committer {
    /// Works until it is asked to close, all askers are gone, or a fault stops it.
    pub(super) fn run(mut self, mut requests: mpsc::Receiver<Request>) {
        let mut next = requests.blocking_recv();
        let mut busy = false;
        while let Some(request) = next.take() {
            let goes_on = match request {
                Request::Commit(batch, reply) => {
                    let mut group = vec![(batch, reply)];
                    if busy {
                        std::thread::sleep(PAUSE);
                    }
                    next = gather(&mut group, &mut requests);
                    busy = group.len() >= BUSY_COUNT;
                    self.commit_group(group)
                }
                Request::Load(load, reply) => self.answer(reply, |committer| committer.load(&load)),
                Request::Close(reply) => {
                    self.shut(requests, Some(reply));
                    return;
                }
            };
            if !goes_on {
                refuse_all(next, requests);
                return;
            }
            if next.is_none() {
                let since = Instant::now();
                next = requests.blocking_recv();
                busy &= since.elapsed() < LULL;
            }
        }
        self.shut(requests, None);
    }

    fn shut(self, mut requests: mpsc::Receiver<Request>, reply: Option<Reply<()>>) {
        self.shared.visible_mut().tree = None;
        requests.close();
        // sled flushes and syncs once more when it is dropped, and panics when it cannot.
        let closed = catch_unwind(AssertUnwindSafe(|| drop(self)));
        if let Some(reply) = reply {
            let _ = reply.send(closed.map_err(|_| StoreError::Unavailable));
        }
        refuse_all(None, requests);
    }

    /// Whether the committer may go on.
    fn commit_group(&mut self, group: Vec<(Batch, Reply<CommitSeq>)>) -> bool {
        let (batches, replies): (Vec<_>, Vec<_>) = group.into_iter().unzip();
        let outcome = self.guarded(|committer| committer.keep(batches));
        let goes_on = outcome.is_ok();
        let answers = outcome.unwrap_or_else(|error| vec![Err(error); replies.len()]);
        for (reply, answer) in replies.into_iter().zip(answers) {
            let _ = reply.send(answer);
        }
        goes_on
    }

    fn answer(&mut self, reply: Reply<()>, work: impl FnOnce(&mut Self) -> Result<(), StoreError>) -> bool {
        let outcome = self.guarded(work);
        let refused = matches!(outcome, Err(StoreError::NotEmpty | StoreError::Busy));
        let goes_on = outcome.is_ok() || refused;
        let _ = reply.send(outcome);
        goes_on
    }

    /// Does the work; a fault or a panic in it stops the store for good.
    fn guarded<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, StoreError>) -> Result<T, StoreError> {
        if self.shared.has_stopped() {
            return Err(StoreError::Unavailable);
        }
        let outcome = catch_unwind(AssertUnwindSafe(|| work(self))).unwrap_or_else(|_| {
            tracing::error!(folder = %self.folder.path().display(), "sled panicked");
            Err(StoreError::UnknownOutcome)
        });
        match &outcome {
            Ok(_) | Err(StoreError::NotEmpty | StoreError::Busy) => {}
            Err(error) => {
                self.shared.stop();
                tracing::error!(folder = %self.folder.path().display(), %error, "store stopped");
            }
        }
        outcome
    }

    /// An answer for each batch, once what they rest on is durable.
    fn keep(&mut self, batches: Vec<Batch>) -> Result<Vec<Result<CommitSeq, StoreError>>, StoreError> {
        if self.importing {
            return Ok(vec![Err(StoreError::Busy); batches.len()]);
        }
        let mut plan = Plan { seq: self.seq, chain: self.chain, rows: BTreeMap::new() };
        let mut answers = Vec::with_capacity(batches.len());
        for batch in batches {
            answers.push(self.plan_batch(&mut plan, batch)?);
        }
        if plan.seq > self.seq {
            self.write(plan)?;
        }
        Ok(answers)
    }

    fn plan_batch(&self, plan: &mut Plan, batch: Batch) -> Result<Result<CommitSeq, StoreError>, StoreError> {
        for expect in &batch.expects {
            let (Expect::Absent(table, key) | Expect::Present(table, key) | Expect::Rev(table, key, _)) =
                expect;
            let change = self.look(plan, tree_key(*table, key))?;
            if !holds(expect, change.after.as_ref().map(|stored| stored.rev)) {
                return Ok(Err(StoreError::Conflict));
            }
        }
        plan.seq += 1;
        plan.chain = extend_chain(&plan.chain, plan.seq, &batch.ops);
        let seq = plan.seq;
        for op in batch.ops {
            let (key, after) = match op {
                Op::Put(table, key, value) => (tree_key(table, &key), Some(Stored { rev: seq, value })),
                Op::Delete(table, key) => (tree_key(table, &key), None),
            };
            self.look(plan, key)?.after = after;
        }
        Ok(Ok(seq))
    }

    /// The row as the plan leaves it so far.
    fn look<'a>(&self, plan: &'a mut Plan, key: TreeKey) -> Result<&'a mut Change, StoreError> {
        use std::collections::btree_map::Entry;

        match plan.rows.entry(key) {
            Entry::Occupied(entry) => Ok(entry.into_mut()),
            Entry::Vacant(entry) => {
                let before = rows::read(&self.db, entry.key()).map_err(|fault| self.fault(&fault))?;
                Ok(entry.insert(Change { after: before.clone(), before }))
            }
        }
    }

    fn write(&mut self, plan: Plan) -> Result<(), StoreError> {
        let mut batch = SledBatch::default();
        let mut before = Before::new();
        for (key, change) in plan.rows {
            if change.before != change.after {
                rows::write(&mut batch, &key, change.before.as_ref(), change.after.as_ref());
                before.insert(key, change.before);
            }
        }
        rows::write_last_commit(&mut batch, plan.seq, &plan.chain);
        self.shared.visible_mut().hide(before);
        self.make_durable(batch, plan.seq, plan.chain)
    }

    /// Everything up to here is on disk when this returns, and seen.
    fn make_durable(&mut self, batch: SledBatch, seq: CommitSeq, chain: Chain) -> Result<(), StoreError> {
        self.db.apply_batch(batch).map_err(|error| self.cut_off(&error))?;
        self.db.flush().map_err(|error| self.cut_off(&error))?;
        self.db_file.sync_all().map_err(|error| self.cut_off(&sled::Error::Io(error)))?;
        self.side.write(seq, chain).map_err(|error| self.cut_off(&sled::Error::Io(error)))?;
        (self.seq, self.chain) = (seq, chain);
        self.shared.visible_mut().show(seq, chain);
        Ok(())
    }

    fn load(&mut self, load: &Load) -> Result<(), StoreError> {
        if self.seq > 0 {
            return Err(StoreError::NotEmpty);
        }
        if load.begins == self.importing {
            // Another import is under way, or one broke off: its rows must not mix with these.
            return Err(StoreError::Busy);
        }
        let mut batch = SledBatch::default();
        if load.begins {
            // Should the import break off, the next start finds this and refuses the half of it.
            batch.insert(&IMPORTING, &[]);
            self.importing = true;
        }
        for (table, key, stored) in &load.rows {
            rows::write(&mut batch, &tree_key(*table, key), None, Some(stored));
        }
        let Some((seq, chain)) = load.end else {
            return self.db.apply_batch(batch).map_err(|error| self.cut_off(&error));
        };
        batch.remove(&IMPORTING);
        rows::write_last_commit(&mut batch, seq, &chain);
        self.make_durable(batch, seq, chain)?;
        self.importing = false;
        Ok(())
    }

    fn fault(&self, fault: &RowFault) -> StoreError {
        super::row_fault(self.folder.path(), fault)
    }

    /// A write that failed: what of it lasts is known only after the next start.
    fn cut_off(&self, error: &sled::Error) -> StoreError {
        if matches!(&error, sled::Error::Io(error) if crate::store::is_full(error)) {
            return StoreError::Full;
        }
        tracing::error!(folder = %self.folder.path().display(), %error, "commit cut off");
        StoreError::UnknownOutcome
    }
}

/// Adds the commits that wait already; gives back a request of another kind that came up.
fn gather(
    group: &mut Vec<(Batch, Reply<CommitSeq>)>,
    requests: &mut mpsc::Receiver<Request>,
) -> Option<Request> {
    let mut bytes = group.iter().map(|(batch, _)| batch.bytes()).sum::<usize>();
    while group.len() < GROUP_MAX && bytes < BATCH_BYTES_MAX {
        match requests.try_recv() {
            Ok(Request::Commit(batch, reply)) => {
                bytes += batch.bytes();
                group.push((batch, reply));
            }
            Ok(other @ (Request::Load(..) | Request::Close(..))) => return Some(other),
            Err(_) => return None,
        }
    }
    None
}

/// Nobody is left without an answer.
fn refuse_all(first: Option<Request>, mut requests: mpsc::Receiver<Request>) {
    requests.close();
    let mut next = first;
    while let Some(request) = next.or_else(|| requests.blocking_recv()) {
        match request {
            Request::Commit(_, reply) => drop(reply.send(Err(StoreError::Unavailable))),
            Request::Load(_, reply) | Request::Close(reply) => drop(reply.send(Err(StoreError::Unavailable))),
        }
        next = None;
    }
}
