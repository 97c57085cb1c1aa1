//! Kills a process that commits, at random instants: whatever it acknowledged must be there, and nothing torn.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::rc::Rc;
use std::time::Duration;

use beian::store::{SledStore, Store, Table};

use super::support::*;

const CHILD_FOLDER: &str = "BEIAN_KILL_CHILD_FOLDER";
const WRITERS: u64 = 8;

/// Not a test by itself: the process to be killed.
#[test]
fn child_that_commits_until_killed() {
    let Ok(folder) = std::env::var(CHILD_FOLDER) else {
        return;
    };
    run(async {
        let store = Rc::new(SledStore::open(Path::new(&folder)).expect("the store opens after a kill"));
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| tokio::task::spawn_local(write_forever(Rc::clone(&store), writer)))
            .collect();
        for writer in writers {
            writer.await.expect("no writer ends");
        }
    });
}

async fn write_forever(store: Rc<SledStore>, writer: u64) {
    let state = get(&*store, Table::Filings, &writer.to_be_bytes()).await;
    let mut number = state.map_or(0, |(_, value)| number_in(&value));
    loop {
        number += 1;
        let key = event_key(writer, number);
        let ops = vec![
            put(Table::Filings, &writer.to_be_bytes(), &content(writer, number)),
            put(Table::Inbox, &key, &content(writer, number)),
            put(Table::Outbox, &key, &content(writer, number)),
        ];
        commit(&*store, vec![absent(Table::Inbox, &key)], ops).await.expect("kept");
        let mut out = std::io::stdout().lock();
        writeln!(out, "ack {writer} {number}").and_then(|()| out.flush()).expect("the pipe takes it");
    }
}

fn event_key(writer: u64, number: u64) -> Vec<u8> {
    [writer.to_be_bytes(), number.to_be_bytes()].concat()
}

/// Tells its number, and is recognised byte for byte; now and then longer than one part of a row.
fn content(writer: u64, number: u64) -> Vec<u8> {
    let length = if number.is_multiple_of(7) { 9000 } else { 700 };
    let mut random = Random(writer * 1_000_003 + number);
    let mut bytes = number.to_be_bytes().to_vec();
    bytes.extend((0..length).map(|_| random.below(256) as u8));
    bytes
}

fn number_in(value: &[u8]) -> u64 {
    u64::from_be_bytes(value[..8].try_into().expect("eight bytes"))
}

/// Lets the child commit, kills it, and gives back the highest number acknowledged of each writer.
fn run_and_kill(folder: &Path, after: Duration) -> BTreeMap<u64, u64> {
    let mut child = Command::new(std::env::current_exe().expect("this test's own path"))
        .args(["--exact", "kill::child_that_commits_until_killed", "--nocapture", "--test-threads=1"])
        .env(CHILD_FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the child starts");
    let out = BufReader::new(child.stdout.take().expect("its output is piped"));
    let reader = std::thread::spawn(move || {
        let mut acknowledged = BTreeMap::new();
        for line in out.lines().map_while(Result::ok) {
            // libtest may write its own words on the same line; a line cut by the kill is no acknowledgement.
            let Some((_, ack)) = line.split_once("ack ") else {
                continue;
            };
            let numbers: Vec<u64> = ack.split(' ').filter_map(|number| number.parse().ok()).collect();
            if let [writer, number] = numbers[..] {
                acknowledged.insert(writer, number);
            }
        }
        acknowledged
    });
    std::thread::sleep(after);
    child.kill().expect("SIGKILL");
    child.wait().expect("it is gone");
    reader.join().expect("the reader ends")
}

/// Every acknowledged commit is there, byte for byte, and every commit is whole.
async fn verify(folder: &Path, acknowledged: &BTreeMap<u64, u64>, seed: u64) {
    let store = SledStore::open(folder).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
    for writer in 0..WRITERS {
        let state = get(&store, Table::Filings, &writer.to_be_bytes()).await;
        let last = state.map_or(0, |(_, value)| {
            assert_eq!(value, content(writer, number_in(&value)), "seed {seed}");
            number_in(&value)
        });
        let expected = acknowledged.get(&writer).copied().unwrap_or(0);
        assert!(last >= expected, "seed {seed}: writer {writer} lost {expected}, it ends at {last}");
        for table in [Table::Inbox, Table::Outbox] {
            let (from, to) = (writer.to_be_bytes(), (writer + 1).to_be_bytes());
            let rows = store.scan(table, &from, &to, usize::MAX).await.expect("the rows read");
            assert_eq!(rows.len() as u64, last, "seed {seed}: torn at writer {writer}");
            for ((key, stored), number) in rows.into_iter().zip(1..) {
                assert_eq!(key, event_key(writer, number), "seed {seed}");
                assert!(stored.value == content(writer, number), "seed {seed}");
            }
        }
    }
}

/// `BEIAN_KILLS=1000` for the long run, `BEIAN_SEED=…` to play one again.
#[test]
fn what_was_acknowledged_survives_kills_at_random_instants() {
    let number = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    let (kills, seed) = (number("BEIAN_KILLS").unwrap_or(20), number("BEIAN_SEED").unwrap_or(1));
    let mut random = Random(seed);
    let mut store = folder();
    let mut acknowledged: BTreeMap<u64, u64> = BTreeMap::new();
    let mut total = 0;
    for kill in 0..kills {
        if kill % 7 == 0 {
            total += acknowledged.values().sum::<u64>();
            (store, acknowledged) = (folder(), BTreeMap::new());
        }
        // A third of the kills fall into opening or creating the store.
        let after = if random.below(3) == 0 { random.below(40) } else { 40 + random.below(250) };
        for (writer, number) in run_and_kill(store.path(), Duration::from_millis(after)) {
            acknowledged.insert(writer, number);
        }
        run(verify(store.path(), &acknowledged, seed));
    }
    total += acknowledged.values().sum::<u64>();
    println!("{kills} kills, {total} acknowledged commits, 0 lost, 0 torn");
    assert!(total > 0, "the test bites");
}
