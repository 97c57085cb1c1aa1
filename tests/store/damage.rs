//! What happens to a sled store from outside: other holders, other owners, damage.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use beian::store::{SledStore, Store, StoreError, Stored, Table};

use super::support::*;

/// A closed store with `commits` commits of two rows each, and its rows.
fn filled(folder: &Path, commits: u32) -> Vec<(Table, Vec<u8>, Stored)> {
    run(async {
        let store = SledStore::open(folder).expect("the folder opens");
        for number in 0..commits {
            let value = vec![number as u8; (number * 131 % 6000) as usize];
            let ops = vec![
                put(Table::Filings, &(number % 50).to_be_bytes(), &value),
                put(Table::Inbox, &number.to_be_bytes(), b"done"),
            ];
            commit(&store, vec![], ops).await.expect("kept");
        }
        let rows = all_rows(&store).await.expect("the rows read");
        store.close().await.expect("it closes");
        rows
    })
}

fn refusal(folder: &Path) -> StoreError {
    SledStore::open(folder).err().expect("the folder is refused")
}

#[test]
fn reopening_keeps_everything() {
    let folder = folder();
    let rows = filled(folder.path(), 300);
    for _ in 0..3 {
        let store = SledStore::open(folder.path()).expect("it opens again");
        assert!(run(all_rows(&store)).expect("the rows read") == rows);
        // Dropping without closing is as good.
    }
    let store = SledStore::open(folder.path()).expect("it opens again");
    assert_eq!(run(commit(&store, vec![], vec![])).ok(), Some(301));
}

#[test]
fn nothing_large_reaches_the_files_that_sled_does_not_sync() {
    let folder = folder();
    let store = SledStore::open(folder.path()).expect("an empty folder opens");
    run(async {
        for round in 0..12u8 {
            for number in 0..60u8 {
                let key = [vec![number; 255], vec![round % 2]].concat();
                commit(&store, vec![], vec![put(Table::Filings, &key, &vec![round; 65_536])])
                    .await
                    .expect("kept");
            }
        }
    });
    let blobs = fs::read_dir(folder.path().join("sled/blobs")).expect("the folder lists");
    assert_eq!(blobs.count(), 0);
}

#[test]
fn a_second_opener_is_told_who_holds_it_and_disturbs_nobody() {
    let folder = folder();
    let first = SledStore::open(folder.path()).expect("an empty folder opens");
    let error = refusal(folder.path());
    assert!(
        matches!(&error, StoreError::Locked { holder: Some(pid), .. } if *pid == std::process::id()),
        "{error:?}"
    );
    assert!(error.to_string().contains(&format!("process {}", std::process::id())), "{error}");
    assert_eq!(run(commit(&first, vec![], vec![])).ok(), Some(1));
    drop(first);
    SledStore::open(folder.path()).expect("once let go, it opens");
}

#[test]
fn of_many_that_race_to_create_one_wins() {
    for _ in 0..5 {
        let folder = folder();
        let barrier = std::sync::Barrier::new(8);
        let opened: Vec<_> = std::thread::scope(|scope| {
            let racers: Vec<_> = (0..8)
                .map(|_| {
                    scope.spawn(|| {
                        barrier.wait();
                        SledStore::open(folder.path())
                    })
                })
                .collect();
            racers.into_iter().map(|racer| racer.join().expect("no racer panics")).collect()
        });
        assert_eq!(opened.iter().filter(|store| store.is_ok()).count(), 1);
        for error in opened.iter().filter_map(|store| store.as_ref().err()) {
            assert!(matches!(error, StoreError::Locked { .. }), "{error}");
        }
    }
}

#[test]
fn a_folder_of_somebody_else_is_left_alone() {
    let folder = folder();
    fs::write(folder.path().join("diary.txt"), "mine").expect("written");
    let error = refusal(folder.path());
    assert!(matches!(error, StoreError::Foreign { .. }), "{error:?}");
    assert!(error.to_string().contains("name an empty folder"), "{error}");
    assert_eq!(fs::read_dir(folder.path()).expect("the folder lists").count(), 1, "nothing was added");
}

#[test]
fn another_kind_and_a_newer_schema_are_named_with_the_way_out() {
    let cases = [
        ("store=sled-1.0 schema=1\n", "beian restore"),
        ("store=sled-0.34 schema=2\n", "use the newer beian"),
        ("hello", "not a marker of ours"),
    ];
    for (marker, way_out) in cases {
        let folder = folder();
        filled(folder.path(), 3);
        fs::write(folder.path().join("beian-store"), marker).expect("written");
        let error = refusal(folder.path());
        assert!(matches!(error, StoreError::Foreign { .. }), "{error:?}");
        assert!(error.to_string().contains(way_out), "{error}");
    }
}

#[test]
fn a_missing_file_is_damage_and_never_an_empty_store() {
    for missing in ["sled/db", "sled/conf", "sled", "beian-store.seq"] {
        let folder = folder();
        filled(folder.path(), 3);
        let path = folder.path().join(missing);
        if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) }.expect("removed");
        let error = refusal(folder.path());
        assert!(matches!(error, StoreError::Corrupt(_)), "{missing}: {error:?}");
        assert!(error.to_string().contains("copy the folder away"), "{error}");
    }
}

#[test]
fn an_old_copy_of_the_files_is_told_from_the_store() {
    let (folder, old) = (folder(), folder());
    filled(folder.path(), 20);
    copy_folder(&folder.path().join("sled"), &old.path().join("sled"));
    filled(folder.path(), 30);
    fs::remove_dir_all(folder.path().join("sled")).expect("removed");
    copy_folder(&old.path().join("sled"), &folder.path().join("sled"));
    let error = refusal(folder.path());
    assert!(matches!(error, StoreError::WentBack { stored: 20, acknowledged: 50, .. }), "{error:?}");
}

#[test]
fn another_history_of_the_same_length_is_told_from_the_store() {
    let (folder, other) = (folder(), folder());
    filled(folder.path(), 20);
    let store = SledStore::open(other.path()).expect("an empty folder opens");
    run(async {
        for _ in 0..20 {
            commit(&store, vec![], vec![]).await.expect("kept");
        }
    });
    drop(store);
    fs::copy(other.path().join("beian-store.seq"), folder.path().join("beian-store.seq")).expect("copied");
    assert!(matches!(refusal(folder.path()), StoreError::Corrupt(_)));
}

#[test]
fn one_torn_half_of_the_side_file_is_survived_and_two_are_damage() {
    let folder = folder();
    let rows = filled(folder.path(), 20);
    let side = folder.path().join("beian-store.seq");
    let whole = fs::read(&side).expect("read");
    for torn in [0, 4096] {
        let mut bytes = whole.clone();
        bytes[torn + 20] ^= 1;
        fs::write(&side, bytes).expect("written");
        let store = SledStore::open(folder.path()).expect("one half is enough");
        assert!(run(all_rows(&store)).expect("the rows read") == rows);
    }
    let mut bytes = whole;
    bytes[20] ^= 1;
    bytes[4096 + 20] ^= 1;
    fs::write(&side, bytes).expect("written");
    assert!(matches!(refusal(folder.path()), StoreError::Corrupt(_)));
}

#[test]
fn an_unfinished_creation_starts_anew() {
    let folder = folder();
    fs::write(folder.path().join("beian-store.creating"), "store=sl").expect("written");
    fs::create_dir(folder.path().join("sled")).expect("created");
    fs::write(folder.path().join("sled/conf"), "half of a conf").expect("written");
    fs::write(folder.path().join("sled/db"), [1; 3000]).expect("written");
    assert_eq!(filled(folder.path(), 3).len(), 6);
    assert_eq!(
        SledStore::open(folder.path()).map(|store| run(all_rows(&store)).map_or(0, |rows| rows.len())).ok(),
        Some(6)
    );
}

#[test]
fn an_unfinished_import_is_refused_from_then_on() {
    let (source, folder) = (folder(), folder());
    filled(source.path(), 400);
    let from = SledStore::open(source.path()).expect("it opens");
    let store = SledStore::open(folder.path()).expect("an empty folder opens");
    run(async {
        let mut exported = Vec::new();
        from.export(&mut exported).await.expect("it exports");
        let cut = exported.len() - 200;
        assert!(matches!(store.import(&mut &exported[..cut]).await, Err(StoreError::BadExport { .. })));
        assert!(matches!(commit(&store, vec![], vec![]).await, Err(StoreError::Busy)));
        let again = store.import(&mut &exported[..]).await;
        assert!(matches!(again, Err(StoreError::Busy)), "rows of two imports must not mix: {again:?}");
    });
    drop(store);
    let error = refusal(folder.path());
    assert!(error.to_string().contains("an import was not finished"), "{error}");
}

/// What became of damaged copies, by the name of the refusal; `right` are those whose rows were all right.
type Tally = BTreeMap<&'static str, u64>;

/// Damages a copy of a store `count` times: all its rows must be right, or it must be refused.
///
/// The first copy stays whole and must open, else a store that refuses everything would pass.
fn damage_copies(count: u64, seed: u64, damage: impl Fn(&mut Vec<u8>, &mut Random) -> String) -> Tally {
    let (folder, copies) = (folder(), folder());
    // Opened several times, so that sled rests on a snapshot as well as on its log.
    filled(folder.path(), 150);
    filled(folder.path(), 70);
    let rows = filled(folder.path(), 40);
    let whole = fs::read(folder.path().join("sled/db")).expect("read");
    let mut random = Random(seed);
    let mut tally = Tally::new();
    for number in 0..=count {
        let copy = copies.path().join(number.to_string());
        copy_folder(folder.path(), &copy);
        let mut bytes = whole.clone();
        let done = if number == 0 { "nothing".to_owned() } else { damage(&mut bytes, &mut random) };
        fs::write(copy.join("sled/db"), bytes).expect("written");
        let found = SledStore::open(&copy).and_then(|store| run(all_rows(&store)));
        let outcome = match found {
            Ok(found) => {
                assert!(found == rows, "silent loss after {done}");
                "right"
            }
            Err(StoreError::Corrupt(_)) => "corrupt",
            Err(StoreError::WentBack { .. }) => "went back",
            Err(error) => panic!("{done}: {error:?}"),
        };
        if number == 0 {
            assert_eq!(outcome, "right", "a whole copy opens");
        } else {
            *tally.entry(outcome).or_default() += 1;
        }
        fs::remove_dir_all(copy).expect("removed");
    }
    tally
}

/// `BEIAN_DAMAGES=1000` for the long run.
fn damages(default: u64) -> u64 {
    std::env::var("BEIAN_DAMAGES").ok().and_then(|count| count.parse().ok()).unwrap_or(default)
}

#[test]
fn a_flipped_bit_is_refused_or_harmless_and_never_a_silent_loss() {
    let tally = damage_copies(damages(60), 1, |bytes, random| {
        let (at, bit) = (random.below(bytes.len() as u64) as usize, random.below(8));
        bytes[at] ^= 1 << bit;
        format!("bit {bit} of byte {at} of {}", bytes.len())
    });
    println!("flipped bits: {tally:?}");
    assert!(tally.contains_key("went back"), "the side file is what sees the loss: {tally:?}");
}

#[test]
fn a_cut_file_is_refused_or_harmless_and_never_a_silent_loss() {
    let tally = damage_copies(damages(30), 2, |bytes, random| {
        bytes.truncate(random.below(bytes.len() as u64) as usize);
        format!("a cut to {} bytes", bytes.len())
    });
    println!("cut files: {tally:?}");
    assert!(tally.contains_key("went back"), "the side file is what sees the loss: {tally:?}");
}

/// Needs a small file system of its own: `mount -t tmpfs -o size=24m tmpfs DIR`, then `BEIAN_SMALL_DISK=DIR`.
#[test]
fn a_full_disk_stops_the_store_and_loses_nothing() {
    let Ok(disk) = std::env::var("BEIAN_SMALL_DISK") else {
        println!("skipped: BEIAN_SMALL_DISK names no small file system");
        return;
    };
    let disk = Path::new(&disk);
    let (ballast, data) = (disk.join("ballast"), disk.join("data"));
    fs::write(&ballast, vec![0; 8 << 20]).expect("written");
    let store = SledStore::open(&data).expect("an empty folder opens");
    let acknowledged = run(fill_until_full(&store));
    drop(store);
    let still_full = SledStore::open(&data).err();
    println!("{acknowledged} acknowledged; opening while full: {still_full:?}");
    fs::remove_file(ballast).expect("removed");
    let store = SledStore::open(&data).expect("with room again it opens");
    let rows = run(store.scan(Table::Inbox, &[], &[], usize::MAX)).expect("the rows read");
    assert!(rows.len() >= acknowledged as usize, "{} of {acknowledged}", rows.len());
    for ((key, row), number) in rows.iter().zip(0u32..) {
        assert!(*key == number.to_be_bytes() && row.value == vec![number as u8; 3000]);
    }
}

/// How many commits were acknowledged before the disk was full.
async fn fill_until_full(store: &SledStore) -> u32 {
    let mut number = 0u32;
    let error = loop {
        let ops = vec![put(Table::Inbox, &number.to_be_bytes(), &vec![number as u8; 3000])];
        match commit(store, vec![], ops).await {
            Ok(_) => number += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(error, StoreError::Full), "{error:?}");
    let next = commit(store, vec![], vec![]).await;
    assert!(matches!(next, Err(StoreError::Unavailable)), "{next:?}");
    let seen = store.scan(Table::Inbox, &[], &[], usize::MAX).await.expect("it still reads");
    assert_eq!(seen.len(), number as usize, "only what is durable is seen");
    number
}
