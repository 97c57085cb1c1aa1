//! What every store promises.

use std::rc::Rc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use beian::store::mem::Fault;
use beian::store::{KEY_LEN_MAX, MemStore, SledStore, Store, StoreError, Table, VALUE_LEN_MAX};

use super::support::*;

#[test]
fn a_batch_is_kept_whole_over_all_tables_and_numbered() {
    every_store(|store| async move {
        let ops = Table::ALL.map(|table| put(table, b"k", table.name().as_bytes())).to_vec();
        assert_eq!(commit(&*store, vec![], ops).await.ok(), Some(1));
        assert_eq!(commit(&*store, vec![], vec![put(Table::Inbox, b"k", b"new")]).await.ok(), Some(2));
        for table in Table::ALL {
            let expected =
                if table == Table::Inbox { (2, b"new".to_vec()) } else { (1, table.name().into()) };
            assert_eq!(get(&*store, table, b"k").await, Some(expected));
        }
    });
}

#[test]
fn operations_apply_in_order() {
    every_store(|store| async move {
        let t = Table::Outbox;
        let ops = vec![
            put(t, b"a", b"1"),
            delete(t, b"a"),
            put(t, b"b", b"1"),
            put(t, b"b", b"2"),
            delete(t, b"never"),
            delete(t, b"c"),
            put(t, b"c", b"3"),
        ];
        commit(&*store, vec![], ops).await.expect("kept");
        assert_eq!(get(&*store, t, b"a").await, None);
        assert_eq!(get(&*store, t, b"b").await, Some((1, b"2".to_vec())));
        assert_eq!(get(&*store, t, b"c").await, Some((1, b"3".to_vec())));
    });
}

#[test]
fn a_batch_whose_expectations_fail_changes_nothing() {
    every_store(|store| async move {
        let t = Table::Filings;
        commit(&*store, vec![absent(t, b"a")], vec![put(t, b"a", b"1")]).await.expect("kept");
        let wrong = [absent(t, b"a"), present(t, b"b"), rev(t, b"a", 2), rev(t, b"b", 1)];
        for expect in wrong {
            // The one that holds does not help the one that fails.
            let expects = vec![rev(t, b"a", 1), expect];
            let refused = commit(&*store, expects, vec![put(t, b"a", b"2"), put(t, b"c", b"2")]).await;
            assert!(matches!(refused, Err(StoreError::Conflict)), "{refused:?}");
        }
        assert_eq!(get(&*store, t, b"a").await, Some((1, b"1".to_vec())));
        assert_eq!(get(&*store, t, b"c").await, None);
        let right = vec![present(t, b"a"), rev(t, b"a", 1), absent(t, b"b")];
        assert_eq!(commit(&*store, right, vec![delete(t, b"a")]).await.ok(), Some(2));
        assert_eq!(get(&*store, t, b"a").await, None);
    });
}

/// From, to, limit, and the keys that are found.
type Scan<'a> = (&'a [u8], &'a [u8], usize, &'a [&'a [u8]]);

#[test]
fn a_scan_takes_its_first_bound_and_leaves_its_last() {
    every_store(|store| async move {
        let keys: [&[u8]; 6] = [b"", b"a", b"a\0", b"b", b"c", b"\xff\xff"];
        let t = Table::Timers;
        let mut ops: Vec<_> = keys.iter().map(|key| put(t, key, key)).collect();
        ops.extend([put(Table::Outbox, b"\xff", b"x"), put(Table::Inbox, b"", b"x")]);
        commit(&*store, vec![], ops).await.expect("kept");
        let cases: [Scan<'_>; 9] = [
            (b"", b"", 100, &keys),
            (b"a", b"b", 100, &[b"a", b"a\0"]),
            (b"a\0", b"c", 100, &[b"a\0", b"b"]),
            (b"a", b"a", 100, &[]),
            (b"b", b"a", 100, &[]),
            (b"c", b"", 100, &[b"c", b"\xff\xff"]),
            (b"", b"", 0, &[]),
            (b"", b"", 2, &[b"", b"a"]),
            (b"d", b"e", 100, &[]),
        ];
        for (from, to, limit, expected) in cases {
            let rows = store.scan(t, from, to, limit).await.expect("the scan reads");
            let found: Vec<&[u8]> = rows.iter().map(|(key, _)| &key[..]).collect();
            assert_eq!(found, expected, "{from:?}..{to:?}, {limit}");
            assert!(rows.iter().all(|(key, stored)| stored.value == *key && stored.rev == 1));
        }
    });
}

#[test]
fn the_largest_is_taken_and_one_byte_more_is_refused() {
    every_store(|store| async move {
        let t = Table::Filings;
        let (key, value) = (vec![7; KEY_LEN_MAX], vec![9; VALUE_LEN_MAX]);
        commit(&*store, vec![], vec![put(t, &key, &value)]).await.expect("the largest is kept");
        assert_eq!(get(&*store, t, &key).await, Some((1, value.clone())));
        let too_large = [
            (vec![], vec![put(t, &[key.clone(), vec![0]].concat(), b"")]),
            (vec![], vec![put(t, b"k", &[value, vec![0]].concat())]),
            (vec![absent(t, &vec![0; KEY_LEN_MAX + 1])], vec![]),
            (vec![], vec![put(t, b"k", b""); 1025]),
            (vec![], vec![put(t, b"k", &vec![0; 60_000]); 200]),
        ];
        for (expects, ops) in too_large {
            let refused = commit(&*store, expects, ops).await;
            assert!(matches!(refused, Err(StoreError::TooLarge)), "{refused:?}");
        }
        assert_eq!(commit(&*store, vec![], vec![]).await.ok(), Some(2));
    });
}

#[test]
fn values_of_every_length_come_back_and_shrink_and_grow() {
    every_store(|store| async move {
        let t = Table::Filings;
        let lengths = [0, 1, 4095, 4096, 4097, 8192, 8193, 65_536, 4096, 0, 20_000, 3];
        for (length, seq) in lengths.into_iter().zip(1..) {
            let value: Vec<u8> = (0..length).map(|index| (index * seq % 251) as u8).collect();
            // A neighbour whose key begins the same must not be touched by the parts of a long value.
            let neighbour = put(t, b"k\0\x01", b"neighbour");
            commit(&*store, vec![], vec![put(t, b"k", &value), neighbour]).await.expect("kept");
            assert_eq!(get(&*store, t, b"k").await, Some((seq as u64, value)));
        }
        commit(&*store, vec![], vec![delete(t, b"k")]).await.expect("kept");
        let rows = store.scan(t, b"", b"", 10).await.expect("the scan reads");
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].1.value, b"neighbour");
    });
}

#[test]
fn of_a_hundred_writers_of_one_row_each_counts_once() {
    every_store(|store| async move {
        let store: Rc<dyn Store> = Rc::from(store);
        let t = Table::Filings;
        commit(&*store, vec![], vec![put(t, b"count", &0u64.to_be_bytes())]).await.expect("kept");
        let writers: Vec<_> = (0..100u64)
            .map(|writer| {
                let store = Rc::clone(&store);
                tokio::task::spawn_local(async move {
                    loop {
                        let (seen, value) = get(&*store, t, b"count").await.expect("the row is there");
                        let count = u64::from_be_bytes(value.try_into().expect("eight bytes")) + 1;
                        let ops = vec![
                            put(t, b"count", &count.to_be_bytes()),
                            put(Table::Inbox, &writer.to_be_bytes(), &count.to_be_bytes()),
                        ];
                        match commit(&*store, vec![rev(t, b"count", seen)], ops).await {
                            Ok(_) => return,
                            Err(StoreError::Conflict) => tokio::task::yield_now().await,
                            Err(error) => panic!("{error}"),
                        }
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.await.expect("no writer panics");
        }
        assert_eq!(get(&*store, t, b"count").await, Some((101, 100u64.to_be_bytes().to_vec())));
        let rows = store.scan(Table::Inbox, b"", b"", 1000).await.expect("the scan reads");
        let mut counts: Vec<_> = rows.into_iter().map(|(_, stored)| stored.value).collect();
        counts.sort();
        assert!(
            counts.iter().map(|count| &count[..]).eq((1..=100u64).map(u64::to_be_bytes).collect::<Vec<_>>())
        );
    });
}

#[test]
fn after_closing_everything_is_unavailable() {
    every_store(|store| async move {
        commit(&*store, vec![], vec![put(Table::Meta, b"k", b"v")]).await.expect("kept");
        store.close().await.expect("it closes");
        assert!(matches!(commit(&*store, vec![], vec![]).await, Err(StoreError::Unavailable)));
        assert!(matches!(store.get(Table::Meta, b"k").await, Err(StoreError::Unavailable)));
        assert!(matches!(store.close().await, Err(StoreError::Unavailable)));
    });
}

/// Rows with gaps in their revisions, long values, and something deleted.
async fn fill(store: &dyn Store) {
    for number in 0..600u32 {
        let key = (number % 400).to_be_bytes();
        let value = vec![number as u8; (number * 37 % 9000) as usize];
        let ops = vec![put(Table::Filings, &key, &value), put(Table::Inbox, &number.to_be_bytes(), b"done")];
        commit(store, vec![], ops).await.expect("kept");
    }
    commit(store, vec![], vec![delete(Table::Filings, &7u32.to_be_bytes())]).await.expect("kept");
}

async fn export(store: &dyn Store) -> Vec<u8> {
    let mut out = Vec::new();
    store.export(&mut out).await.expect("the store exports");
    out
}

#[test]
fn an_export_moves_everything_between_all_kinds() {
    every_store(|from| async move {
        fill(&*from).await;
        let exported = export(&*from).await;
        let folder = folder();
        let sled = SledStore::open(folder.path()).expect("an empty folder opens");
        let targets: [Box<dyn Store>; 2] = [Box::new(MemStore::new()), Box::new(sled)];
        for to in targets {
            let summary = to.import(&mut &exported[..]).await.expect("the export imports");
            assert_eq!((summary.rows, summary.seq), (999, 601));
            assert!(export(&*to).await == exported, "what was imported exports the same");
            assert_eq!(commit(&*to, vec![], vec![]).await.ok(), Some(602), "and numbering goes on");
        }
    });
}

#[test]
fn an_import_needs_an_empty_store() {
    every_store(|store| async move {
        let exported = export(&*store).await;
        commit(&*store, vec![], vec![put(Table::Meta, b"k", b"v")]).await.expect("kept");
        let refused = store.import(&mut &exported[..]).await;
        assert!(matches!(refused, Err(StoreError::NotEmpty)), "{refused:?}");
        assert_eq!(commit(&*store, vec![], vec![]).await.ok(), Some(2), "and the store goes on");
    });
}

#[test]
fn a_changed_or_cut_export_is_refused() {
    let exported = run(async {
        let store = MemStore::new();
        fill(&store).await;
        export(&store).await
    });
    let lines: Vec<&[u8]> = exported.split_inclusive(|byte| *byte == b'\n').collect();
    let mut bad: Vec<Vec<u8>> = vec![
        vec![],
        exported[..exported.len() - 1].to_vec(),
        lines[1..].concat(),
        lines[..lines.len() - 1].concat(),
        [&lines[..10], &lines[11..]].concat().concat(),
        [&lines[..10], &[lines[11], lines[10]], &lines[12..]].concat().concat(),
        [&lines[..11], &lines[10..]].concat().concat(),
    ];
    let mut random = Random(7);
    for _ in 0..40 {
        let at = random.below(exported.len() as u64) as usize;
        let mut changed = exported.clone();
        changed[at] ^= 1 << random.below(8);
        bad.push(changed);
    }
    for changed in bad {
        let refused = run(async { MemStore::new().import(&mut &changed[..]).await });
        assert!(matches!(refused, Err(StoreError::BadExport { .. })), "{refused:?}");
    }
}

#[test]
fn an_export_is_of_one_instant_while_commits_go_on() {
    let folder = folder();
    let store = SledStore::open(folder.path()).expect("an empty folder opens");
    run(fill(&store));
    let before = run(export(&store));
    let mut sink = SlowSink { lines: AtomicU64::new(0), out: Mutex::new(Vec::new()) };
    let commits = std::thread::scope(|scope| {
        let writer = scope.spawn(|| run(overwrite_until(&store, &sink.lines, 900)));
        run(store.export(&mut &sink)).expect("the store exports");
        writer.join().expect("the writer ends")
    });
    assert!(commits > 10, "commits went on");
    assert!(*sink.out.get_mut().expect("nobody panicked") == before, "the export shows none of them");
    assert!(run(export(&store)) != before);
}

/// Changes and deletes what an export still has to read.
async fn overwrite_until(store: &SledStore, lines: &AtomicU64, end: u64) -> u64 {
    let mut number = 0u64;
    while lines.load(Ordering::Acquire) < end {
        let key = (399 - number as u32 % 400).to_be_bytes();
        let t = Table::Filings;
        let op = if number.is_multiple_of(3) { delete(t, &key) } else { put(t, &key, b"later") };
        let ops = vec![op, put(Table::Outbox, &number.to_be_bytes(), b"later")];
        // An export that fails must not leave this running for ever.
        if number > 20_000 || commit(store, vec![], ops).await.is_err() {
            break;
        }
        number += 1;
    }
    number
}

/// Slow enough that many commits fall into the export.
struct SlowSink {
    lines: AtomicU64,
    out: Mutex<Vec<u8>>,
}

impl std::io::Write for &SlowSink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.out.lock().expect("nobody panicked").extend_from_slice(bytes);
        self.lines.fetch_add(1, Ordering::AcqRel);
        std::thread::sleep(std::time::Duration::from_micros(100));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn the_last_commit_grows_with_each_and_comes_along_with_an_export() {
    every_store(|store| async move {
        let last = async |store: &dyn Store| store.last_commit().await.ok();
        assert_eq!(last(&*store).await, Some(0));
        for number in 1..=3_u64 {
            commit(&*store, vec![], vec![put(Table::Inbox, b"k", b"")]).await.expect("kept");
            assert_eq!(last(&*store).await, Some(number));
        }
        let refused = commit(&*store, vec![absent(Table::Inbox, b"k")], vec![]).await;
        assert!(matches!(refused, Err(StoreError::Conflict)), "{refused:?}");
        assert_eq!(last(&*store).await, Some(3));
        let copy = MemStore::new();
        copy.import(&mut &export(&*store).await[..]).await.expect("it imports");
        assert_eq!(last(&copy).await, Some(3));
        store.close().await.expect("it closes");
        assert!(matches!(store.last_commit().await, Err(StoreError::Unavailable)));
    });
}

#[test]
fn injected_faults_strike_once_and_where_they_were_put() {
    run(async {
        let store = MemStore::new();
        let t = Table::Inbox;
        store.inject(2, Fault::Refuse(StoreError::Busy));
        store.inject(3, Fault::ApplyThen(StoreError::UnknownOutcome));
        commit(&store, vec![], vec![put(t, b"1", b"")]).await.expect("the first is kept");
        let second = commit(&store, vec![], vec![put(t, b"2", b"")]).await;
        let third = commit(&store, vec![], vec![put(t, b"3", b"")]).await;
        assert!(matches!((second, third), (Err(StoreError::Busy), Err(StoreError::UnknownOutcome))));
        assert_eq!(get(&store, t, b"2").await, None);
        assert_eq!(get(&store, t, b"3").await, Some((2, vec![])));
        assert_eq!(commit(&store, vec![], vec![]).await.ok(), Some(3));
    });
}
