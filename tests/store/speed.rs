//! Figures, on demand: `cargo test --release --test store speed -- --ignored --nocapture`.

use std::rc::Rc;
use std::time::{Duration, Instant};

use beian::store::{SledStore, Table};

use super::support::*;

#[test]
#[ignore = "prints figures and asserts nothing"]
fn speed_of_commits() {
    for writers in [1u64, 10, 100] {
        let folder = folder();
        let store = Rc::new(SledStore::open(folder.path()).expect("an empty folder opens"));
        let started = Instant::now();
        let (commits, mut waits) = run(async {
            let tasks: Vec<_> = (0..writers)
                .map(|writer| tokio::task::spawn_local(write_for(Rc::clone(&store), writer, started)))
                .collect();
            let mut waits = Vec::new();
            for task in tasks {
                waits.extend(task.await.expect("no writer panics"));
            }
            (waits.len(), waits)
        });
        waits.sort();
        let per_second = commits as f64 / started.elapsed().as_secs_f64();
        let (p50, p99) = (waits[commits / 2], waits[commits * 99 / 100]);
        println!("{writers:>4} waiting: {per_second:>8.0} commits/s, p50 {p50:?}, p99 {p99:?}");
    }
}

/// A turn's commit: state, inbox, outbox; 1 KiB in all.
async fn write_for(store: Rc<SledStore>, writer: u64, started: Instant) -> Vec<Duration> {
    let mut waits = Vec::new();
    for number in 0u64.. {
        let key = [writer.to_be_bytes(), number.to_be_bytes()].concat();
        let ops = vec![
            put(Table::Filings, &writer.to_be_bytes(), &[7; 800]),
            put(Table::Inbox, &key, b"done"),
            put(Table::Outbox, &key, &[8; 200]),
        ];
        let asked = Instant::now();
        commit(&*store, vec![absent(Table::Inbox, &key)], ops).await.expect("kept");
        waits.push(asked.elapsed());
        if started.elapsed() > Duration::from_secs(3) {
            break;
        }
    }
    waits
}
