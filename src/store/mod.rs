//! The store: where everything that must survive is kept.
//!
//! It promises the same whatever lies beneath (memory, sled, later PostgreSQL):
//!
//! - **Atomic.** A batch is kept whole or not at all, over all tables.
//! - **Durable.** `Ok` from [`Store::commit`] outlives `kill -9` and a power cut, and a read shows nothing
//!   that would not (so an event that is *seen* to be committed may be confirmed to its channel).
//! - **Guarded.** A batch whose expectations do not hold changes nothing and is answered with
//!   [`StoreError::Conflict`].
//! - **Numbered.** Each commit gets the next number, and each row carries the number that wrote it last.
//! - **Loud.** Damage, another program's folder or a history that went back are refused in words, never
//!   opened as an empty store.
//!
//! It never looks into a value: what is personal is sealed ([`vault`]) before it comes here.

mod dump;
pub mod mem;
pub mod sled;
pub mod vault;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use futures_util::future::BoxFuture;

pub use dump::Summary;
pub use mem::MemStore;
pub use sled::SledStore;

/// Longest key, in bytes: sled writes its index nodes (up to 256 keys) in one piece, which has to stay small
/// enough not to be moved to a side file that sled never syncs.
pub const KEY_LEN_MAX: usize = 256;

/// Longest value, in bytes (64 KiB). Larger things are sealed files beside the store.
pub const VALUE_LEN_MAX: usize = 64 * 1024;

/// Most operations in one batch.
pub const BATCH_OPS_MAX: usize = 1024;

/// Most bytes of keys and values in one batch (8 MiB).
pub const BATCH_BYTES_MAX: usize = 8 * 1024 * 1024;

/// A row's key within its table. Order is the order of bytes, so write numbers big-endian.
pub type Key = Vec<u8>;

/// The number of a commit: 1 for the first, and one more for each after it.
pub type CommitSeq = u64;

/// The tables. Closed: a new one gets a new id, and an id is never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Facts about the store itself: the id of the master key, the newest clock reading.
    Meta,
    /// One row per applicant, under the keyed hash of the name.
    Applicants,
    /// One row per filing: its answers, stage and revision.
    Filings,
    /// Wrapped data keys; deleting one destroys what it sealed.
    Keys,
    /// Messages that are committed and not yet known to be delivered.
    Outbox,
    /// Moments at which the bot acts by itself, by due time.
    Timers,
    /// Events received, and whether their turn is done.
    Inbox,
    /// Questions and reviews handed to the support team.
    Tickets,
    /// What was erased: a random id and a time, nothing else.
    Tombstones,
    /// The dialogue files that were ever in use, by version; nothing personal.
    Dialogues,
}

impl Table {
    /// Every table, by id.
    pub const ALL: [Table; 10] = [
        Table::Meta,
        Table::Applicants,
        Table::Filings,
        Table::Keys,
        Table::Outbox,
        Table::Timers,
        Table::Inbox,
        Table::Tickets,
        Table::Tombstones,
        Table::Dialogues,
    ];

    /// The one byte that stands for the table on disk: 1 to 127, and part of the format.
    #[must_use]
    pub fn id(self) -> u8 {
        match self {
            Table::Meta => 1,
            Table::Applicants => 2,
            Table::Filings => 3,
            Table::Keys => 4,
            Table::Outbox => 5,
            Table::Timers => 6,
            Table::Inbox => 7,
            Table::Tickets => 8,
            Table::Tombstones => 9,
            Table::Dialogues => 10,
        }
    }

    /// The table's name in an export.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Table::Meta => "meta",
            Table::Applicants => "applicants",
            Table::Filings => "filings",
            Table::Keys => "keys",
            Table::Outbox => "outbox",
            Table::Timers => "timers",
            Table::Inbox => "inbox",
            Table::Tickets => "tickets",
            Table::Tombstones => "tombstones",
            Table::Dialogues => "dialogues",
        }
    }

    fn named(name: &str) -> Option<Table> {
        Table::ALL.into_iter().find(|table| table.name() == name)
    }
}

/// A row's value and the number of the commit that wrote it last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// What [`Expect::Rev`] compares.
    pub rev: CommitSeq,
    /// At most [`VALUE_LEN_MAX`] bytes.
    pub value: Vec<u8>,
}

/// What must hold for a batch to be kept, checked in the same instant as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expect {
    /// There is no such row.
    Absent(Table, Key),
    /// There is such a row, whatever it holds.
    Present(Table, Key),
    /// The row was last written by this commit.
    Rev(Table, Key, CommitSeq),
}

/// One change to one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    /// Write the row, whether or not it is there.
    Put(Table, Key, Vec<u8>),
    /// Remove the row; a row that is not there is no error.
    Delete(Table, Key),
}

/// What is kept whole or not at all. The operations apply in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// All must hold, else [`StoreError::Conflict`].
    pub expects: Vec<Expect>,
    /// All are kept, or none.
    pub ops: Vec<Op>,
}

impl Batch {
    /// Bytes of all keys and values to be written.
    fn bytes(&self) -> usize {
        let written = self.ops.iter().map(|op| match op {
            Op::Put(_, key, value) => key.len() + value.len(),
            Op::Delete(_, key) => key.len(),
        });
        written.sum()
    }

    /// Whether the batch keeps within the limits above.
    fn check_size(&self) -> Result<(), StoreError> {
        let long_expect = self.expects.iter().any(|expect| match expect {
            Expect::Absent(_, key) | Expect::Present(_, key) | Expect::Rev(_, key, _) => {
                key.len() > KEY_LEN_MAX
            }
        });
        let long_op = self.ops.iter().any(|op| match op {
            Op::Put(_, key, value) => key.len() > KEY_LEN_MAX || value.len() > VALUE_LEN_MAX,
            Op::Delete(_, key) => key.len() > KEY_LEN_MAX,
        });
        let long_batch =
            self.expects.len().max(self.ops.len()) > BATCH_OPS_MAX || self.bytes() > BATCH_BYTES_MAX;
        if long_expect || long_op || long_batch { Err(StoreError::TooLarge) } else { Ok(()) }
    }
}

/// A place that keeps rows; see the module for what each implementation promises.
pub trait Store: Send + Sync {
    /// One row. Short: it is read in place, without leaving the caller's thread.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when the row cannot be read as it was written, [`StoreError::Unavailable`]
    /// after [`Store::close`].
    fn get(&self, table: Table, key: &[u8]) -> BoxFuture<'_, Result<Option<Stored>, StoreError>>;

    /// The rows from `from` (included) to `to` (excluded; empty means the table's end), in the order of their
    /// keys, at most `limit`. All rows of one call are of one instant.
    ///
    /// # Errors
    /// As for [`Store::get`].
    fn scan(
        &self,
        table: Table,
        from: &[u8],
        to: &[u8],
        limit: usize,
    ) -> BoxFuture<'_, Result<Vec<(Key, Stored)>, StoreError>>;

    /// The number of the last commit that a read shows; 0 where there was none. It only ever grows, also over restarts
    /// and imports.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] after [`Store::close`].
    fn last_commit(&self) -> BoxFuture<'_, Result<CommitSeq, StoreError>>;

    /// Keeps a batch: atomic over all tables, and `Ok` means durable.
    ///
    /// A future that is dropped half-way may or may not have committed.
    ///
    /// # Errors
    /// After [`StoreError::Conflict`], [`StoreError::TooLarge`], [`StoreError::Busy`] and
    /// [`StoreError::Unavailable`] nothing has changed. After [`StoreError::UnknownOutcome`] and
    /// [`StoreError::Full`] the batch may be there after the next start: look for one of its rows, never
    /// repeat it blindly.
    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<CommitSeq, StoreError>>;

    /// Writes every row, as of one instant, as JSON lines in the order of tables and keys, with a checksum
    /// at the end. Values stand as they are: sealed ones stay sealed. Commits go on meanwhile.
    ///
    /// # Errors
    /// As for [`Store::get`], and [`StoreError::Io`] when `out` cannot be written.
    fn export<'a>(
        &'a self,
        out: &'a mut (dyn io::Write + Send),
    ) -> BoxFuture<'a, Result<Summary, StoreError>>;

    /// Fills an empty store from an export of any store; rows keep their revisions.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`] when anything was ever committed here, [`StoreError::BadExport`] when a line or the
    /// checksum is wrong. A store on disk whose import failed half-way takes no commit and does not open again: import into a new
    /// folder.
    fn import<'a>(
        &'a self,
        from: &'a mut (dyn io::BufRead + Send),
    ) -> BoxFuture<'a, Result<Summary, StoreError>>;

    /// Finishes the commits that wait, then lets go of the files. Everything later is
    /// [`StoreError::Unavailable`].
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when the store had stopped before.
    fn close(&self) -> BoxFuture<'_, Result<(), StoreError>>;
}

/// Why a store did not do what was asked.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// An expectation did not hold; nothing has changed.
    #[error("the batch expected rows that another commit has changed; read them again and decide again")]
    Conflict,
    /// The store cannot take this now; nothing has changed.
    #[error("the store is busy; try again in a moment")]
    Busy,
    /// The store takes no more commits: it was closed, or an earlier fault stopped it.
    #[error("the store has stopped and takes no more commits; restart beian (the log names the fault)")]
    Unavailable,
    /// The batch may or may not have been kept.
    #[error(
        "the commit was cut off and may or may not be kept; restart, then look for its rows before repeating it"
    )]
    UnknownOutcome,
    /// The disk is full. The store has stopped; what was acknowledged is safe.
    #[error("the disk of the store is full and it has stopped; make room, then restart beian")]
    Full,
    /// What was written cannot be read again.
    #[error("the store is damaged: {0}")]
    Corrupt(String),
    /// A limit of this module was passed.
    #[error(
        "a key over {KEY_LEN_MAX} bytes, a value over {VALUE_LEN_MAX} bytes, or a batch over {BATCH_OPS_MAX} \
         operations or {BATCH_BYTES_MAX} bytes; keep large things in sealed files"
    )]
    TooLarge,
    /// Another process has the folder open.
    #[error(
        "the store in {} is in use by {}; stop that process first: a store is for one process at a time",
        folder.display(),
        holder.map_or("another process".to_owned(), |pid| format!("process {pid}")),
    )]
    Locked {
        /// The data folder.
        folder: PathBuf,
        /// The process that holds it, when it has said so.
        holder: Option<u32>,
    },
    /// The folder belongs to something else, or to another version.
    #[error("{} is not a store of this version: {found}", folder.display())]
    Foreign {
        /// The data folder.
        folder: PathBuf,
        /// What is there instead, and the way out.
        found: String,
    },
    /// The files hold less than what was acknowledged: damage, or an old copy put in their place.
    #[error(
        "the store in {} went back: commit {acknowledged} was acknowledged, but it ends at {stored}; \
         nothing is sent from it; copy the folder away, then `beian restore` the newest backup into an empty folder",
        folder.display(),
    )]
    WentBack {
        /// The data folder.
        folder: PathBuf,
        /// The last commit in the store.
        stored: CommitSeq,
        /// The last commit that was acknowledged.
        acknowledged: CommitSeq,
    },
    /// An import needs a store that never had a commit.
    #[error("an import needs an empty store, and this one has commits; name a new folder")]
    NotEmpty,
    /// The export is cut off, changed, or of another format.
    #[error("line {line} of the export: {what}; take another backup, and import it into a new folder")]
    BadExport {
        /// Counted from 1.
        line: usize,
        /// What is wrong, and what was expected.
        what: String,
    },
    /// The file system said no.
    #[error("cannot {doing}: {source}")]
    Io {
        /// The action and the path.
        doing: String,
        /// What the system answered.
        #[source]
        source: Arc<io::Error>,
    },
}

impl StoreError {
    /// An [`StoreError::Io`], or [`StoreError::Full`] when that is what it is.
    fn io(doing: impl Into<String>, source: io::Error) -> StoreError {
        if is_full(&source) {
            return StoreError::Full;
        }
        StoreError::Io { doing: doing.into(), source: Arc::new(source) }
    }
}

/// Whether the system has no room left, for us or for this user.
fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

/// The hash that ties each commit to all before it.
type Chain = [u8; 32];

/// The chain after commit `seq` with these operations.
fn extend_chain(chain: &Chain, seq: CommitSeq, ops: &[Op]) -> Chain {
    use sha2::{Digest, Sha256};

    let part = |hash: &mut Sha256, bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    let mut hash = Sha256::new();
    hash.update(chain);
    hash.update(seq.to_be_bytes());
    for op in ops {
        match op {
            Op::Put(table, key, value) => {
                hash.update([b'p', table.id()]);
                part(&mut hash, key);
                part(&mut hash, value);
            }
            Op::Delete(table, key) => {
                hash.update([b'd', table.id()]);
                part(&mut hash, key);
            }
        }
    }
    hash.finalize().into()
}

/// Whether the expectation holds, given the row it is about.
fn holds(expect: &Expect, rev: Option<CommitSeq>) -> bool {
    match expect {
        Expect::Absent(..) => rev.is_none(),
        Expect::Present(..) => rev.is_some(),
        Expect::Rev(_, _, expected) => rev == Some(*expected),
    }
}
