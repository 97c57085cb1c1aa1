//! The embedded store: sled 0.34, made durable.
//!
//! One tree, one committer thread ([`committer`]), a folder that says whose it is ([`folder`]) and a witness of the
//! last acknowledged commit ([`side`]). It promises what [`Store`] promises, on a local disk and for one process. It
//! must never open a folder it does not know, nor go on after sled has failed.

mod committer;
mod folder;
mod rows;
mod side;

use std::any::Any;
use std::fs::OpenOptions;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::thread::JoinHandle;

use futures_util::future::BoxFuture;
use sled::Db;
use tokio::sync::{mpsc, oneshot};

use self::committer::{Committer, Load, Request};
use self::folder::Folder;
pub(in crate::store) use self::folder::{private, sync_path};
use self::rows::{IMPORTING, Range, RowFault, Visible};
use self::side::SideFile;
use super::dump::{Next, Reader, Summary, Writer};
use super::{Batch, CommitSeq, Key, Store, StoreError, Stored, Table};

/// What sled may keep in memory unless told otherwise: 64 MiB.
pub const CACHE_BYTES: u64 = 64 * 1024 * 1024;

/// Commits that may wait before the next asker waits too.
const QUEUE_LEN: usize = 1024;

/// Rows that an export reads at a time, and an import writes.
const PAGE_ROWS: usize = 256;

/// sled's own background thread collects garbage at this interval. Durability does not rest on it, but without
/// it the file would only ever grow.
const COLLECT_EVERY_MS: u64 = 500;

/// A store in a folder. Dropping it finishes what waits and frees the folder.
pub struct SledStore {
    shared: Arc<Shared>,
    requests: Option<mpsc::Sender<Request>>,
    committer: Mutex<Option<JoinHandle<()>>>,
}

/// What the readers and the committer share.
struct Shared {
    folder: PathBuf,
    visible: RwLock<Visible>,
    stopped: AtomicBool,
}

impl SledStore {
    /// Opens the store in `folder`, or creates one where there is no folder or an empty one.
    ///
    /// # Errors
    /// [`StoreError::Locked`], [`StoreError::Foreign`], [`StoreError::Corrupt`], [`StoreError::WentBack`],
    /// [`StoreError::Full`] or [`StoreError::Io`]; nothing was changed that a commit had reached.
    pub fn open(folder: &Path) -> Result<SledStore, StoreError> {
        SledStore::open_with_cache(folder, CACHE_BYTES)
    }

    /// As [`SledStore::open`], with another size of cache.
    ///
    /// # Errors
    /// As for [`SledStore::open`].
    pub fn open_with_cache(folder: &Path, cache_bytes: u64) -> Result<SledStore, StoreError> {
        let committer = open_committer(folder, cache_bytes)?;
        let shared = Arc::clone(&committer.shared);
        let (requests, queue) = mpsc::channel(QUEUE_LEN);
        let thread = std::thread::Builder::new()
            .name("committer".to_owned())
            .spawn(move || committer.run(queue))
            .map_err(|error| StoreError::io("start the committer thread", error))?;
        Ok(SledStore { shared, requests: Some(requests), committer: Mutex::new(Some(thread)) })
    }

    /// Asks the committer and waits for its answer.
    async fn ask<T>(&self, request: impl FnOnce(committer::Reply<T>) -> Request) -> Result<T, StoreError> {
        let (reply, answer) = oneshot::channel();
        let requests = self.requests.as_ref().ok_or(StoreError::Unavailable)?;
        requests.send(request(reply)).await.map_err(|_| StoreError::Unavailable)?;
        answer.await.unwrap_or(Err(StoreError::UnknownOutcome))
    }

    async fn load(&self, from: &mut (dyn io::BufRead + Send)) -> Result<Summary, StoreError> {
        let mut reader = Reader::begin(from)?;
        let mut begins = true;
        loop {
            let mut rows = Vec::new();
            let end = loop {
                match reader.next()? {
                    Next::Row(row) => rows.push(row),
                    Next::End(summary) => break Some(summary),
                }
                if rows.len() == PAGE_ROWS {
                    break None;
                }
            };
            let load = Load { begins, rows, end: end.as_ref().map(|_| (reader.seq, reader.chain)) };
            self.ask(|reply| Request::Load(load, reply)).await?;
            begins = false;
            if let Some(summary) = end {
                return Ok(summary);
            }
        }
    }

    fn join(&self) {
        let thread = self.committer.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            // Its panics were answered for where they happened.
            let _ = thread.join();
        }
    }
}

impl Drop for SledStore {
    fn drop(&mut self) {
        self.requests = None;
        self.join();
    }
}

impl Store for SledStore {
    fn get(&self, table: Table, key: &[u8]) -> BoxFuture<'_, Result<Option<Stored>, StoreError>> {
        let key = key.to_vec();
        Box::pin(async move { self.shared.read(|visible| visible.get(table, &key)) })
    }

    fn scan(
        &self,
        table: Table,
        from: &[u8],
        to: &[u8],
        limit: usize,
    ) -> BoxFuture<'_, Result<Vec<(Key, Stored)>, StoreError>> {
        let range = Range { table, from: from.to_vec(), to: to.to_vec(), limit, at_export: false };
        Box::pin(async move { self.shared.read(|visible| visible.scan(&range)) })
    }

    fn last_commit(&self) -> BoxFuture<'_, Result<CommitSeq, StoreError>> {
        Box::pin(async move {
            let visible = self.shared.visible();
            visible.tree.as_ref().map(|_| visible.seq).ok_or(StoreError::Unavailable)
        })
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<CommitSeq, StoreError>> {
        Box::pin(async move {
            batch.check_size()?;
            self.ask(|reply| Request::Commit(batch, reply)).await
        })
    }

    fn export<'a>(
        &'a self,
        out: &'a mut (dyn io::Write + Send),
    ) -> BoxFuture<'a, Result<Summary, StoreError>> {
        Box::pin(async move { self.shared.export(out) })
    }

    fn import<'a>(
        &'a self,
        from: &'a mut (dyn io::BufRead + Send),
    ) -> BoxFuture<'a, Result<Summary, StoreError>> {
        Box::pin(self.load(from))
    }

    fn close(&self) -> BoxFuture<'_, Result<(), StoreError>> {
        Box::pin(async move {
            let closed = self.ask(Request::Close).await;
            self.join();
            closed
        })
    }
}

impl Shared {
    fn visible(&self) -> RwLockReadGuard<'_, Visible> {
        self.visible.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn visible_mut(&self) -> RwLockWriteGuard<'_, Visible> {
        self.visible.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn has_stopped(&self) -> bool {
        self.stopped.load(Ordering::Acquire)
    }

    fn stop(&self) {
        self.stopped.store(true, Ordering::Release);
    }

    /// Reads; what sled cannot read, or panics over, stops the store.
    fn read<T>(
        &self,
        work: impl FnOnce(&Visible) -> Result<Result<T, RowFault>, StoreError>,
    ) -> Result<T, StoreError> {
        let visible = self.visible();
        let outcome = catch_unwind(AssertUnwindSafe(|| work(&visible)));
        let fault = match outcome {
            Ok(Ok(Ok(found))) => return Ok(found),
            Ok(Err(error)) => return Err(error),
            Ok(Ok(Err(fault))) => row_fault(&self.folder, &fault),
            Err(_) => folder::corrupt(&self.folder, "sled panicked over a row"),
        };
        self.stop();
        tracing::error!(folder = %self.folder.display(), error = %fault, "store stopped");
        Err(fault)
    }

    fn export(&self, out: &mut (dyn io::Write + Send)) -> Result<Summary, StoreError> {
        let (seq, chain) = {
            let mut visible = self.visible_mut();
            if visible.since_export.is_some() {
                return Err(StoreError::Busy);
            }
            visible.since_export = Some(visible.in_flight.clone());
            (visible.seq, visible.chain)
        };
        let written = Writer::begin(out, seq, &chain).and_then(|writer| self.export_rows(writer));
        self.visible_mut().since_export = None;
        written
    }

    fn export_rows(&self, mut writer: Writer<'_>) -> Result<Summary, StoreError> {
        for table in Table::ALL {
            let mut range =
                Range { table, from: Key::new(), to: Key::new(), limit: PAGE_ROWS, at_export: true };
            loop {
                let page = self.read(|visible| visible.scan(&range))?;
                for (key, stored) in &page {
                    writer.row(table, key, stored)?;
                }
                match page.into_iter().next_back() {
                    Some((mut last, _)) => {
                        last.push(0);
                        range.from = last;
                    }
                    None => break,
                }
            }
        }
        writer.finish()
    }
}

/// Everything that is checked before the first commit.
fn open_committer(path: &Path, cache_bytes: u64) -> Result<Committer, StoreError> {
    let folder = Folder::claim(path)?;
    let db = open_sled(&folder, cache_bytes)?;
    let io = |error| StoreError::io(format!("open the store in {}", path.display()), error);
    let db_file = OpenOptions::new().read(true).write(true).open(folder.sled().join("db")).map_err(io)?;
    // After a kill the kernel may still hold what sled has just read: on disk with it, before anybody sees it.
    db_file.sync_all().map_err(io)?;
    sync_path(&folder.sled()).map_err(io)?;

    let check = || rows::last_commit(&db).and_then(|last| Ok((last, db.contains_key(IMPORTING)?)));
    let ((seq, chain), importing) = catch_unwind(AssertUnwindSafe(check))
        .map_err(|panic| {
            folder.corrupt(&format!("sled panicked over its last commit ({})", text_of(&panic)))
        })?
        .map_err(|fault| row_fault(path, &fault))?;
    if importing {
        return Err(folder.corrupt("an import was not finished"));
    }
    let side = open_side(&folder, seq, chain)?;
    if folder.fresh {
        // What sled made is written out before the store counts as one: a kill before the first commit leaves it whole.
        db.flush().map_err(|error| {
            StoreError::io(format!("create the store in {}", path.display()), error.into())
        })?;
        folder.check_whole()?;
        folder.finish()?;
    }
    let tree = Some((*db).clone());
    let visible = Visible { tree, in_flight: rows::Before::new(), since_export: None, seq, chain };
    let shared = Arc::new(Shared {
        folder: path.to_owned(),
        visible: RwLock::new(visible),
        stopped: AtomicBool::new(false),
    });
    Ok(Committer { shared, db, db_file, side, seq, chain, importing, folder })
}

fn open_sled(folder: &Folder, cache_bytes: u64) -> Result<Db, StoreError> {
    let config = sled::Config::new()
        .path(folder.sled())
        .mode(sled::Mode::LowSpace)
        .cache_capacity(cache_bytes)
        .use_compression(false)
        .flush_every_ms(Some(COLLECT_EVERY_MS));
    let path = folder.path();
    match catch_unwind(AssertUnwindSafe(|| config.open())) {
        Ok(Ok(db)) => Ok(db),
        Ok(Err(sled::Error::Unsupported(found))) => {
            Err(StoreError::Foreign { folder: path.to_owned(), found })
        }
        Ok(Err(sled::Error::Io(error))) if error.to_string().contains("could not acquire lock") => {
            Err(StoreError::Locked { folder: path.to_owned(), holder: None })
        }
        Ok(Err(error)) => Err(row_fault(path, &RowFault::Sled(error))),
        Err(panic) => Err(folder.corrupt(&format!("sled panicked while opening ({})", text_of(&panic)))),
    }
}

/// The side file, compared with the store.
fn open_side(folder: &Folder, seq: CommitSeq, chain: super::Chain) -> Result<SideFile, StoreError> {
    let io = |error| StoreError::io(format!("open {}", folder.side().display()), error);
    if folder.fresh {
        return SideFile::create(&folder.side()).map_err(io);
    }
    let mut side = match SideFile::open(&folder.side()) {
        Ok(Some(side)) => side,
        Ok(None) => return Err(folder.corrupt("neither half of `beian-store.seq` can be read")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(folder.corrupt("`beian-store.seq` is missing"));
        }
        Err(error) => return Err(io(error)),
    };
    if seq < side.seq {
        return Err(StoreError::WentBack {
            folder: folder.path().to_owned(),
            stored: seq,
            acknowledged: side.seq,
        });
    }
    if seq == side.seq && chain != side.chain {
        return Err(folder.corrupt("the last commit is another than the one acknowledged"));
    }
    if seq > side.seq {
        side.write(seq, chain).map_err(io)?;
    }
    Ok(side)
}

fn row_fault(folder: &Path, fault: &RowFault) -> StoreError {
    match fault {
        RowFault::Torn(what) => folder::corrupt(folder, what),
        RowFault::Sled(sled::Error::Io(error)) => {
            let damage = matches!(
                error.kind(),
                io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::Other
            );
            let error = io::Error::new(error.kind(), error.to_string());
            if damage && !super::is_full(&error) {
                return folder::corrupt(folder, &format!("sled cannot read its files ({error})"));
            }
            StoreError::io(format!("read the store in {}", folder.display()), error)
        }
        RowFault::Sled(error) => folder::corrupt(folder, &format!("sled cannot read its files ({error})")),
    }
}

/// What a panic said, cut short; sled's messages name pages and offsets, never values.
fn text_of(panic: &Box<dyn Any + Send>) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("no message").chars().take(120).collect()
}
