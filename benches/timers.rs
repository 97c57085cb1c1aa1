//! What starting and looking for due moments cost with a thousand and with a million moments stored.
//!
//! `cargo bench --bench timers`

#![expect(clippy::print_stdout, reason = "figures are printed")]

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use beian::content::shipped;
use beian::engine::{Engine, Settings};
use beian::store::sled::SledStore;
use beian::store::vault::MasterKey;
use beian::store::{Batch, Op, Store, Table};
use chrono::{DateTime, TimeDelta, Utc};

/// The heap of the binary.
#[global_allocator]
static HEAP: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many are due when some are.
const DUE_COUNT: usize = 200;

const LOOKS: usize = 200;

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    // What was filled in this process would still be in its memory.
    let mut arguments = std::env::args().skip_while(|argument| argument != "measure").skip(1);
    if let (Some(place), Some(count)) = (arguments.next(), arguments.next()) {
        return runtime.block_on(measure(Path::new(&place), &count));
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    // In one run, so that what differs is the number alone.
    for count in [1_000, 1_000_000] {
        let place = folder.path().join(count.to_string());
        runtime.block_on(fill(&place, count));
        // The first start reads what was written since the last one.
        for _ in 0..3 {
            let mut again = Command::new(std::env::current_exe().expect("this program"));
            let measured = again.arg("measure").arg(&place).arg(count.to_string()).status().expect("it runs");
            assert!(measured.success());
        }
    }
}

fn now() -> DateTime<Utc> {
    "2026-11-29T00:00:00Z".parse().expect("an instant")
}

/// Moments of ten years to come, in no order; some were due a moment ago.
async fn fill(place: &Path, count: usize) {
    let store = SledStore::open(place).expect("a store");
    let mut mixed = 1_u64;
    for first in (0..count).step_by(500) {
        let mut batch = Batch::default();
        for number in first..(first + 500).min(count) {
            mixed = mixed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let ahead = TimeDelta::seconds(i64::try_from(mixed >> 36).expect("it fits") + 60);
            let due = if number < DUE_COUNT { now() - TimeDelta::seconds(1) } else { now() + ahead };
            let millis = u64::try_from(due.timestamp_millis()).expect("it is later");
            let mut row = [0; 32];
            row[..8].copy_from_slice(&u64::try_from(number).expect("it fits").to_be_bytes());
            let key = [&millis.to_be_bytes()[..], &row, b"ACDEFG", &1_u32.to_be_bytes(), b"footer"].concat();
            batch.ops.push(Op::Put(Table::Timers, key, Vec::new()));
        }
        store.commit(batch).await.expect("a commit");
    }
    store.close().await.expect("it closes");
}

async fn measure(place: &Path, count: &str) {
    let content = shipped();
    let before = resident_mib();
    let started = Instant::now();
    let store: Arc<dyn Store> = Arc::new(SledStore::open(place).expect("a store"));
    let opened = started.elapsed();
    let master = MasterKey::from_hex(&"00112233445566778899aabbccddeeff".repeat(2)).expect("64 digits");
    let settings = Settings { edition: "current".to_owned(), team: false };
    let engine = Engine::new(Arc::clone(&store), master, content, settings);
    let started = Instant::now();
    let first = engine.due_behind(None, now()).await.expect("it reads").len();
    let first_look = started.elapsed();
    let mut looks = Vec::new();
    let mut idle = Vec::new();
    for _ in 0..LOOKS {
        let started = Instant::now();
        assert_eq!(engine.due_behind(None, now()).await.expect("it reads").len(), first);
        looks.push(started.elapsed());
        let started = Instant::now();
        let long_ago = now() - TimeDelta::days(1);
        assert!(engine.due_behind(None, long_ago).await.expect("it reads").is_empty());
        idle.push(started.elapsed());
    }
    println!(
        "{count:>9} stored: open {opened:?}, first look {first_look:?}, {first} due {:?} (worst {:?}), none due {:?} (worst {:?}), \
         {:.1} MiB more",
        median(&mut looks),
        looks[LOOKS - 1],
        median(&mut idle),
        idle[LOOKS - 1],
        resident_mib() - before,
    );
    store.close().await.expect("it closes");
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// What the process holds in memory; 0 where that cannot be read.
fn resident_mib() -> f64 {
    let pages = std::fs::read_to_string("/proc/self/statm").ok();
    let pages = pages.and_then(|text| text.split_whitespace().nth(1)?.parse::<f64>().ok());
    pages.unwrap_or(0.0) * 4096.0 / (1024.0 * 1024.0)
}
