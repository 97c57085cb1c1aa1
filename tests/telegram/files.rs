//! Pictures and documents: only size and first bytes are looked at, names never.

use serde_json::json;

use crate::people::{Person, Town, asks, company};
use crate::telegram::{Fake, Fault, Shown};

const JPG: &[u8] = &[0xff, 0xd8, 0xff, 0xe0, 0, 16, b'J', b'F', b'I', b'F', 0, 1];
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
const PAPER: &str = "paper.subject-certificate";

fn at_paper(town: &Town) -> Person<'_> {
    let person = town.person();
    person.starts();
    person.goes_to(&mut company(), PAPER);
    person
}

/// Sends something at a paper; whether it is taken, and what is said.
fn check(town: &Town, act: impl Fn(&Fake, i64) -> i64, taken: bool, words: &str) -> Shown {
    let person = at_paper(town);
    let panel = person.does(|fake| act(fake, person.id));
    assert!(panel.text.starts_with(words), "expected {words:?}: {}", panel.text);
    assert_eq!(asks(&panel) != PAPER, taken, "{}", panel.text);
    panel
}

const TAKEN: &str = "“主办单位证件”的大小和格式没问题。我没有保存";

#[test]
fn a_picture_is_taken_by_what_it_is_and_not_by_its_name() {
    let town = Town::open();
    check(&town, |fake, id| fake.photo(id, JPG, "这是营业执照"), true, TAKEN);
    check(&town, |fake, id| fake.document(id, JPG, "scan.jpg"), true, TAKEN);
    check(&town, |fake, id| fake.document(id, PNG, "scan.pdf"), true, TAKEN);
    check(&town, |fake, id| fake.document(id, b"GIF89a......", "x"), true, TAKEN);
    for name in ["../../../etc/passwd", "a\0b", "CON", "营业执照 <b>.jpg", &"长".repeat(4096)] {
        check(&town, |fake, id| fake.document(id, PNG, name), true, TAKEN);
    }
}

#[test]
fn what_the_system_would_not_take_is_refused_with_the_way_out() {
    let town = Town::open();
    check(&town, |fake, id| fake.document(id, b"%PDF-1.7 ....", "scan.jpg"), false, "这种格式系统不收");
    check(&town, |fake, id| fake.document(id, b"PK\x03\x04", "scan.jpg"), false, "这种格式系统不收");
    check(&town, |fake, id| fake.document(id, b"", "empty.jpg"), false, "这个文件是空的");
    let large: Vec<u8> = JPG.iter().copied().chain(std::iter::repeat_n(0, 5 << 20)).collect();
    check(&town, |fake, id| fake.document(id, &large, "scan.jpg"), false, "文件有 5.0 MB");
    let huge = |fake: &Fake, id| {
        let file =
            json!({ "file_id": "huge", "file_unique_id": "h", "file_size": 31 << 20, "file_name": "h.jpg" });
        fake.sends(id, json!({ "document": file }))
    };
    check(&town, huge, false, "文件有 31.0 MB");
    assert_eq!(town.fake.calls().refused("wrong file_id"), 0, "what no bot may fetch is not asked for");
}

#[test]
fn a_file_that_cannot_be_fetched_is_said_to_be_unreadable() {
    const PATH: &str = r#"{"ok":true,"result":{"file_id":"x","file_unique_id":"x","file_path":"photos/../../../etc/passwd"}}"#;
    const SCHEME: &str =
        r#"{"ok":true,"result":{"file_id":"x","file_unique_id":"x","file_path":"http://169.254.169.254/"}}"#;
    let town = Town::open();
    let wrong =
        [Fault::Wrong(PATH), Fault::Wrong(SCHEME), Fault::Wrong("[]"), Fault::CutJson, Fault::ResetBefore];
    for fault in wrong {
        let downloads = town.fake.calls().of("download");
        let broken = |fake: &Fake, id| {
            fake.next("getFile", fault.clone());
            fake.photo(id, JPG, "")
        };
        check(&town, broken, false, "这个文件我打不开");
        assert_eq!(town.fake.calls().of("download"), downloads, "{fault:?}");
    }
    let half = |fake: &Fake, id| {
        fake.next("download", Fault::Html { status: 502, applied: false });
        fake.photo(id, JPG, "")
    };
    check(&town, half, false, "这个文件我打不开");
}

#[test]
fn an_album_is_one_act_with_one_answer() {
    let town = Town::open();
    let person = at_paper(&town);
    let sent = town.fake.sent(person.id);
    let panel = person.does(|fake| fake.album_of(person.id, &[JPG, PNG, b"%PDF-1.7", JPG]));
    town.drain();
    assert!(panel.text.starts_with(TAKEN), "{}", panel.text);
    let next = person.says("/repeat");
    assert_eq!(asks(&next), asks(&panel), "the pictures behind the first answer nothing");
    assert_eq!(town.fake.sent(person.id), sent + 2);
}

#[test]
fn a_file_where_none_is_asked_changes_nothing() {
    let town = Town::open();
    let person = town.person();
    person.starts();
    for act in
        [|fake: &Fake, id| fake.photo(id, JPG, "同意"), |fake: &Fake, id| fake.document(id, PNG, "同意")]
    {
        let panel = person.does(|fake| act(fake, person.id));
        assert!(panel.text.starts_with("现在不需要文件，我没有保存"), "{}", panel.text);
        assert_eq!(asks(&panel), "consent");
    }
}
