//! The bot's own service in this process, over a store that makes trouble for some people and for nobody else.

#![allow(dead_code, reason = "each test uses a part of the support")]

use std::collections::HashMap;
use std::io::{BufRead, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, Once, PoisonError};
use std::time::Duration;

use beian::channel::telegram::{End, ServeError, Service, Token};
use beian::clock::Clock;
use beian::config::Config;
use beian::content::shipped;
use beian::engine::{ApplicantId, Engine, Settings};
use beian::store::vault::MasterKey;
use beian::store::{Batch, CommitSeq, Expect, Key, MemStore, Op, Store, StoreError, Stored, Summary, Table};
use futures_util::future::BoxFuture;
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;

use crate::telegram::{Fake, TOKEN};

/// Any key will do, as long as it is the same one.
const MASTER: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// The words of a panic on command.
const ON_COMMAND: &str = "a panic on command";

/// What one person's turns come to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Trouble {
    /// Each commit takes this long.
    Slow(Duration),
    /// Whatever is read of theirs panics.
    Panics,
    /// A commit that changes a filing panics.
    PanicsAtChanges,
    /// Their row reads as something else was written.
    Garbled,
    /// Commits never end, as where the machine dies in the middle.
    Hangs,
    /// Looking at what waits of theirs panics.
    PanicsAtLook,
    /// What waits of theirs is too large for a row.
    TooLarge,
}

/// A store in memory that makes trouble.
#[derive(Default)]
pub(crate) struct Troubled {
    inner: MemStore,
    by_row: Mutex<HashMap<[u8; 32], Trouble>>,
}

impl Troubled {
    /// From now on this person's turns come to that; `None`: they are made as everybody's.
    pub(crate) fn trouble(&self, user: i64, trouble: Option<Trouble>) {
        let row = master().applicant_key(ApplicantId::telegram(user).as_str());
        let mut by_row = self.by_row.lock().unwrap_or_else(PoisonError::into_inner);
        match trouble {
            Some(trouble) => by_row.insert(row, trouble),
            None => by_row.remove(&row),
        };
    }

    fn of_key(&self, key: &[u8]) -> Option<Trouble> {
        let by_row = self.by_row.lock().unwrap_or_else(PoisonError::into_inner);
        by_row.iter().find(|(row, _)| key.windows(32).any(|part| part == *row)).map(|(_, trouble)| *trouble)
    }

    /// The trouble of whoever's turn a batch commits.
    fn of_batch(&self, batch: &Batch) -> Option<Trouble> {
        batch.expects.iter().find_map(|expect| match expect {
            Expect::Absent(Table::Applicants, key) | Expect::Rev(Table::Applicants, key, _) => {
                self.of_key(key)
            }
            Expect::Absent(..) | Expect::Present(..) | Expect::Rev(..) => None,
        })
    }

    fn is_too_large(&self, batch: &Batch) -> bool {
        batch.ops.iter().any(|op| match op {
            Op::Put(Table::Inbox, key, _) if key.starts_with(b"w") => {
                matches!(self.of_key(key), Some(Trouble::TooLarge))
            }
            Op::Put(..) | Op::Delete(..) => false,
        })
    }
}

impl Store for Troubled {
    fn get(&self, table: Table, key: &[u8]) -> BoxFuture<'_, Result<Option<Stored>, StoreError>> {
        let trouble = self.of_key(key);
        let got = self.inner.get(table, key);
        Box::pin(async move {
            assert!(!matches!(trouble, Some(Trouble::Panics)), "{ON_COMMAND}");
            let mut got = got.await?;
            if let (Some(Trouble::Garbled), Table::Applicants, Some(stored)) = (trouble, table, &mut got) {
                stored.value.reverse();
            }
            Ok(got)
        })
    }

    fn scan(
        &self,
        table: Table,
        from: &[u8],
        to: &[u8],
        limit: usize,
    ) -> BoxFuture<'_, Result<Vec<(Key, Stored)>, StoreError>> {
        let trouble = if table == Table::Inbox { self.of_key(from) } else { None };
        let rows = self.inner.scan(table, from, to, limit);
        Box::pin(async move {
            assert!(!matches!(trouble, Some(Trouble::PanicsAtLook)), "{ON_COMMAND}");
            rows.await
        })
    }

    fn last_commit(&self) -> BoxFuture<'_, Result<CommitSeq, StoreError>> {
        self.inner.last_commit()
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<CommitSeq, StoreError>> {
        let trouble = self.of_batch(&batch);
        let too_large = self.is_too_large(&batch);
        Box::pin(async move {
            if too_large {
                return Err(StoreError::TooLarge);
            }
            match trouble {
                Some(Trouble::Slow(length)) => tokio::time::sleep(length).await,
                Some(Trouble::PanicsAtChanges) => {
                    let changes = |op: &Op| matches!(op, Op::Put(Table::Filings, ..));
                    assert!(!batch.ops.iter().any(changes), "{ON_COMMAND}");
                }
                Some(Trouble::Hangs) => std::future::pending().await,
                Some(Trouble::Panics | Trouble::Garbled | Trouble::PanicsAtLook | Trouble::TooLarge)
                | None => {}
            }
            self.inner.commit(batch).await
        })
    }

    fn export<'a>(&'a self, out: &'a mut (dyn Write + Send)) -> BoxFuture<'a, Result<Summary, StoreError>> {
        self.inner.export(out)
    }

    fn import<'a>(
        &'a self,
        from: &'a mut (dyn BufRead + Send),
    ) -> BoxFuture<'a, Result<Summary, StoreError>> {
        self.inner.import(from)
    }

    fn close(&self) -> BoxFuture<'_, Result<(), StoreError>> {
        self.inner.close()
    }
}

/// The key under which rows are sealed and found.
pub(crate) fn master() -> MasterKey {
    MasterKey::from_hex(MASTER).expect("64 hex digits")
}

/// An engine over this store.
pub(crate) fn engine(store: &Arc<Troubled>) -> Arc<Engine> {
    let settings = Settings { edition: "current".to_owned(), team: false };
    let store: Arc<dyn Store> = Arc::<Troubled>::clone(store);
    Arc::new(Engine::new(store, master(), shipped(), settings))
}

/// A running service.
pub(crate) struct Served {
    runtime: Runtime,
    store: Arc<Troubled>,
    pub(crate) service: Arc<Service>,
    end: End,
    running: JoinHandle<Result<(), ServeError>>,
}

impl Served {
    /// Starts one; `more`: its configuration beside the address.
    pub(crate) fn start(fake: &Fake, store: &Arc<Troubled>, clock: &Clock, more: &str) -> Self {
        listen();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        let runtime = runtime.expect("a runtime starts");
        let config = format!("[telegram]\napi_url = \"{}\"\n{more}", fake.url());
        let config = Config::parse(Path::new("config.toml"), &config).expect("the configuration is good");
        let (token, end) = (Token::parse(TOKEN).expect("a token"), End::new());
        let connected = Service::connect(&config, &token, engine(store), clock.clone(), &end, false);
        let service = runtime.block_on(connected).expect("it connects").expect("it is not over");
        let service = Arc::new(service);
        let running = runtime.spawn({
            let service = Arc::clone(&service);
            async move { service.run().await }
        });
        Self { runtime, store: Arc::clone(store), service, end, running }
    }

    /// Lets the moments come that have come.
    pub(crate) fn remind(&self) {
        self.runtime.block_on(self.service.remind()).expect("moments come");
    }

    /// How many messages wait to be sent.
    pub(crate) async fn outbox_len(&self) -> usize {
        let rows = self.store.scan(Table::Outbox, &[], &[], usize::MAX).await;
        rows.expect("the table reads").len()
    }

    pub(crate) fn is_running(&self) -> bool {
        !self.running.is_finished()
    }

    /// Ends it as it should end.
    pub(crate) fn stop(self) {
        self.end.ask();
        self.runtime.block_on(self.running).expect("it does not panic").expect("nothing failed");
    }

    /// Ends it in the middle of whatever it does.
    pub(crate) fn kill(self) {
        drop(self.service);
        self.runtime.shutdown_background();
    }
}

static LINES: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// The lines that were logged of a person's turns so far.
pub(crate) fn log_of(user: i64) -> String {
    let id = master().log_id(ApplicantId::telegram(user).as_str());
    let lines = LINES.lock().unwrap_or_else(PoisonError::into_inner);
    let lines = String::from_utf8_lossy(&lines);
    lines.lines().filter(|line| line.contains(&id)).map(|line| line.to_owned() + "\n").collect()
}

struct Pen;

impl Write for Pen {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LINES.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Keeps the log, and lets panics on command pass without a word.
fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let lines = tracing_subscriber::fmt().with_max_level(tracing::Level::WARN).with_ansi(false);
        lines.with_writer(|| Pen).init();
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let payload = panic.payload();
            let words = payload.downcast_ref::<String>().map(String::as_str);
            if words.or(payload.downcast_ref::<&str>().copied()) != Some(ON_COMMAND) {
                usual(panic);
            }
        }));
    });
}
