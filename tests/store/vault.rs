//! What is sealed opens in its own place with its own key, and nowhere else.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use beian::store::vault::{Aad, DataKey, KeyPlace, MasterKey, Owner, VaultError, open, seal, sealed_by};
use beian::store::{MemStore, Table};

use super::support::*;

const PLACE: Aad<'static> =
    Aad { table: Table::Filings, key: b"A2B3C4", owner: Owner::Filing(b"A2B3C4"), schema: 1 };

fn data_key() -> DataKey {
    DataKey::random().expect("random bytes")
}

fn stays_shut(key: &DataKey, aad: &Aad<'_>, sealed: &[u8]) {
    let opened = open(key, aad, sealed);
    assert!(matches!(opened, Err(VaultError::Unopened)), "it opened");
}

#[test]
fn a_sealed_value_opens_and_shows_nothing() {
    let key = data_key();
    let plain = b"330102199001011234";
    let sealed = seal(&key, &PLACE, plain).expect("sealed");
    assert_eq!(&**open(&key, &PLACE, &sealed).expect("opened"), plain);
    assert!(!sealed.windows(6).any(|part| plain.windows(6).any(|piece| piece == part)));
    assert_eq!(sealed_by(&sealed), Some(key.id()));
    assert!(seal(&key, &PLACE, plain).expect("sealed") != sealed, "each time another");
    assert!(open(&key, &PLACE, &seal(&key, &PLACE, b"").expect("sealed")).expect("opened").is_empty());
}

#[test]
fn any_flipped_bit_or_length_keeps_it_shut() {
    let key = data_key();
    let sealed = seal(&key, &PLACE, b"a phone, a name").expect("sealed");
    for bit in 0..sealed.len() * 8 {
        let mut changed = sealed.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        stays_shut(&key, &PLACE, &changed);
    }
    for len in 0..sealed.len() {
        stays_shut(&key, &PLACE, &sealed[..len]);
    }
    stays_shut(&key, &PLACE, &[&sealed[..], &[0]].concat());
}

#[test]
fn another_place_owner_schema_or_key_keeps_it_shut() {
    let key = data_key();
    let sealed = seal(&key, &PLACE, b"a phone, a name").expect("sealed");
    let elsewhere = [
        Aad { table: Table::Tickets, ..PLACE },
        Aad { key: b"A2B3C5", ..PLACE },
        Aad { owner: Owner::Filing(b"A2B3C5"), ..PLACE },
        Aad { owner: Owner::Applicant(b"A2B3C4"), ..PLACE },
        Aad { key: b"A2B3C4A", owner: Owner::Filing(b"2B3C4"), ..PLACE },
        Aad { schema: 2, ..PLACE },
    ];
    for aad in elsewhere {
        stays_shut(&key, &aad, &sealed);
    }
    stays_shut(&data_key(), &PLACE, &sealed);
}

#[test]
fn a_wrapped_key_opens_under_its_master_and_in_its_place_only() {
    let (master, other) = (MasterKey::random().expect("random"), MasterKey::random().expect("random"));
    let key = data_key();
    let sealed = seal(&key, &PLACE, b"a name").expect("sealed");
    let wrapped = master.wrap(&key, &PLACE).expect("wrapped");
    assert_eq!(sealed_by(&wrapped), Some(master.id()));
    let again = master.unwrap_key(&PLACE, &wrapped).expect("unwrapped");
    assert_eq!(&**open(&again, &PLACE, &sealed).expect("opened"), b"a name");
    assert!(matches!(other.unwrap_key(&PLACE, &wrapped), Err(VaultError::Unopened)));
    let elsewhere = Aad { owner: Owner::Filing(b"OTHER2"), ..PLACE };
    assert!(matches!(master.unwrap_key(&elsewhere, &wrapped), Err(VaultError::Unopened)));
}

#[test]
fn names_stand_as_keyed_hashes() {
    let master = MasterKey::from_hex(&"5a".repeat(32)).expect("a key");
    let other = MasterKey::from_hex(&"5b".repeat(32)).expect("a key");
    let row = master.applicant_key("telegram:123");
    assert_eq!(row, master.applicant_key("telegram:123"));
    assert_ne!(row, master.applicant_key("telegram:124"));
    assert_ne!(row, other.applicant_key("telegram:123"));
    let id = master.log_id("telegram:123");
    assert!(id.len() == 8 && id.bytes().all(|byte| byte.is_ascii_hexdigit()), "{id}");
    let start = u32::from_be_bytes(row[..4].try_into().expect("four bytes"));
    assert_ne!(id, format!("{start:08x}"), "a log does not tell the row");
    assert_eq!(format!("{master:?}"), format!("MasterKey({})", master.id()));
}

fn place(folder: &Path) -> KeyPlace {
    KeyPlace { file: folder.join("keys/beian.key"), data_folder: folder.join("data") }
}

#[test]
fn the_first_start_makes_a_key_that_only_its_owner_reads() {
    let folder = folder();
    let (place, store) = (place(folder.path()), MemStore::new());
    let made = run(place.master_key(None, &store)).expect("a key is made");
    assert_eq!(fs::metadata(&place.file).expect("the file").permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read_dir(folder.path().join("keys")).expect("the folder lists").count(), 1);
    assert_eq!(run(place.master_key(None, &store)).expect("the same key").id(), made.id());
    let text = fs::read_to_string(&place.file).expect("read");
    fs::remove_file(&place.file).expect("removed");
    assert_eq!(run(place.master_key(Some(&text), &store)).expect("the same key, given").id(), made.id());
}

#[test]
fn a_store_with_data_never_gets_a_new_key() {
    let folder = folder();
    let (place, store) = (place(folder.path()), MemStore::new());
    let made = run(place.master_key(None, &store)).expect("a key is made");
    fs::remove_file(&place.file).expect("removed");
    let missing = run(place.master_key(None, &store)).expect_err("it is refused");
    assert!(missing.to_string().contains(&made.id().to_string()), "{missing}");
    assert!(!place.file.exists());
    let wrong = run(place.master_key(Some(&"00".repeat(32)), &store)).expect_err("it is refused");
    assert!(matches!(wrong, VaultError::WrongKey { .. }), "{wrong}");
}

#[test]
fn a_key_that_others_read_or_that_is_none_is_refused() {
    let folder = folder();
    let place = place(folder.path());
    place.create().expect("a key is made");
    for mode in [0o640, 0o604, 0o660, 0o644] {
        fs::set_permissions(&place.file, fs::Permissions::from_mode(mode)).expect("changed");
        let error = place.read().expect_err("it is refused");
        assert!(error.to_string().contains("chmod 600"), "{error}");
    }
    fs::set_permissions(&place.file, fs::Permissions::from_mode(0o600)).expect("changed");
    for text in ["", "xyz", &"0".repeat(63), &"0".repeat(66), &"g".repeat(64)] {
        fs::write(&place.file, text).expect("written");
        assert!(matches!(place.read(), Err(VaultError::Malformed)), "{text}");
    }
}

#[test]
fn a_key_inside_the_data_folder_is_refused() {
    let folder = folder();
    let data_folder = folder.path().join("data");
    let place = KeyPlace { file: data_folder.join("deep/beian.key"), data_folder };
    assert!(matches!(place.create(), Err(VaultError::InsideData { .. })));
    assert!(!place.file.exists());
}

#[test]
fn two_that_race_for_the_first_key_get_the_same() {
    let folder = folder();
    let place = place(folder.path());
    let barrier = std::sync::Barrier::new(8);
    let ids: Vec<_> = std::thread::scope(|scope| {
        let racers: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    barrier.wait();
                    place.create().expect("a key").id()
                })
            })
            .collect();
        racers.into_iter().map(|racer| racer.join().expect("no racer panics")).collect()
    });
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    assert_eq!(fs::read_dir(folder.path().join("keys")).expect("the folder lists").count(), 1);
}
