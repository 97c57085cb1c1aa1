//! What happens to a sled store from outside: other holders, other owners, damage.

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
                commit(
                    &store,
                    vec![],
                    vec![put(Table::Filings, &key, &vec![round; 65_536])],
                )
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
    assert!(
        error
            .to_string()
            .contains(&format!("process {}", std::process::id())),
        "{error}"
    );
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
            racers
                .into_iter()
                .map(|racer| racer.join().expect("no racer panics"))
                .collect()
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
    assert_eq!(
        fs::read_dir(folder.path()).expect("the folder lists").count(),
        1,
        "nothing was added"
    );
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
        if path.is_dir() {
            fs::remove_dir_all(&path)
        } else {
            fs::remove_file(&path)
        }
        .expect("removed");
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
    assert!(
        matches!(
            error,
            StoreError::WentBack {
                stored: 20,
                acknowledged: 50,
                ..
            }
        ),
        "{error:?}"
    );
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
    fs::copy(
        other.path().join("beian-store.seq"),
        folder.path().join("beian-store.seq"),
    )
    .expect("copied");
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
        SledStore::open(folder.path())
            .map(|store| run(all_rows(&store)).map_or(0, |rows| rows.len()))
            .ok(),
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
        assert!(matches!(
            store.import(&mut &exported[..cut]).await,
            Err(StoreError::BadExport { .. })
        ));
        assert!(matches!(
            commit(&store, vec![], vec![]).await,
            Err(StoreError::Busy)
        ));
    });
    drop(store);
    let error = refusal(folder.path());
    assert!(
        error.to_string().contains("an import was not finished"),
        "{error}"
    );
}

/// Opens a damaged copy: all rows right, or an error. Tells whether it was refused.
fn right_or_refused(folder: &Path, rows: &[(Table, Vec<u8>, Stored)], damage: &str) -> bool {
    let found = SledStore::open(folder).and_then(|store| run(all_rows(&store)));
    match found {
        Ok(found) => {
            assert!(found == rows, "silent loss: {damage}");
            false
        }
        Err(
            StoreError::Corrupt(_)
            | StoreError::WentBack { .. }
            | StoreError::Foreign { .. }
            | StoreError::Io { .. },
        ) => true,
        Err(error) => panic!("{damage}: {error:?}"),
    }
}

/// `BEIAN_DAMAGES=1000` for the long run.
fn damages(default: u64) -> u64 {
    std::env::var("BEIAN_DAMAGES")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(default)
}

#[test]
fn a_flipped_bit_is_refused_or_harmless_and_never_a_silent_loss() {
    let (folder, copy) = (folder(), folder());
    let rows = filled(folder.path(), 150);
    let whole = fs::read(folder.path().join("sled/db")).expect("read");
    let mut random = Random(1);
    let mut refused = 0;
    for number in 0..damages(60) {
        let target = copy.path().join(number.to_string());
        copy_folder(folder.path(), &target);
        let (at, bit) = (random.below(whole.len() as u64) as usize, random.below(8));
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << bit;
        fs::write(target.join("sled/db"), bytes).expect("written");
        refused += u64::from(right_or_refused(
            &target,
            &rows,
            &format!("bit {bit} of byte {at}"),
        ));
        fs::remove_dir_all(target).expect("removed");
    }
    println!("flipped bits: {refused} refused of {}", damages(60));
    assert!(refused > 0, "the test bites");
}

#[test]
fn a_cut_file_is_refused_or_harmless_and_never_a_silent_loss() {
    let (folder, copy) = (folder(), folder());
    let rows = filled(folder.path(), 150);
    let whole = fs::read(folder.path().join("sled/db")).expect("read");
    let mut random = Random(2);
    let mut refused = 0;
    for number in 0..damages(30) {
        let target = copy.path().join(number.to_string());
        copy_folder(folder.path(), &target);
        let len = random.below(whole.len() as u64) as usize;
        fs::write(target.join("sled/db"), &whole[..len]).expect("written");
        refused += u64::from(right_or_refused(&target, &rows, &format!("cut to {len} bytes")));
        fs::remove_dir_all(target).expect("removed");
    }
    println!("cut files: {refused} refused of {}", damages(30));
    assert!(refused > 0, "the test bites");
}
