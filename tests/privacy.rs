//! Nothing personal lies about in clear: not in the data folder, not in the log; and what is forgotten is gone.
//!
//! The values are recognisable, and every byte is searched for each of them in every writing of it. That the search
//! would find them is shown on a store whose rows were written unsealed.

#[path = "support/binary.rs"]
mod binary;
#[path = "support/search.rs"]
mod search;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use beian::content::shipped;
use beian::dialogue::{Event, State};
use beian::engine::{ApplicantId, Cause, Engine, LanguageHint, Settings};
use beian::personal::Personal;
use beian::store::vault::{KeyPlace, MasterKey};
use beian::store::{Batch, Op, SledStore, Store, Table};
use binary::*;
use chrono::{DateTime, Utc};
use search::{bytes_of, found};
use serde_json::{Value, json};

/// One value for each personal field, found nowhere else.
fn personal_values() -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        ("subject.name", "杭州紫檀琥珀科技有限公司".to_owned()),
        ("subject.certificate-number", "91330106673959654P".to_owned()),
        ("subject.certificate-address", "浙江省杭州市西湖区琉璃巷76号3幢1203室".to_owned()),
        ("subject.address", "浙江省杭州市滨江区玳瑁路58号6幢904室".to_owned()),
        ("subject.investor", "欧阳翡翠".to_owned()),
        ("subject-lead.name", "诸葛玛瑙".to_owned()),
        ("subject-lead.document-number", checked_18("33010619840229317")),
        ("subject-lead.mobile", "13857142869".to_owned()),
        ("subject-lead.second-phone", "0571-87654329".to_owned()),
        ("subject-lead.emergency-phone", "13957142873".to_owned()),
        ("subject-lead.email", "manao.zhuge.7391@example.com".to_owned()),
        ("site-lead.name", "司徒珊瑚".to_owned()),
        ("site-lead.document-number", checked_18("33010819790731642")),
        ("site-lead.mobile", "13757142881".to_owned()),
        ("site-lead.emergency-phone", "13657142897".to_owned()),
        ("site-lead.email", "shanhu.situ.8264@example.com".to_owned()),
        ("product.service-code", "5e8d37a1-b2c4-49f6-8d13-7a9c0e2f4b68".to_owned()),
    ])
}

/// What is not marked as personal, and yet typed: sealed all the same.
fn other_values() -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        ("domain", "zitanhupo-7391.cn".to_owned()),
        ("site.name", "紫檀琥珀之家".to_owned()),
        ("site.remark", "本站介绍琥珀的养护心得".to_owned()),
    ])
}

fn robot() -> Robot {
    let (personal, other) = (personal_values(), other_values());
    let choices =
        [("site-lead.same", "no"), ("product.kind", "service-code"), ("subject.kind", "enterprise")];
    let typed = personal.iter().chain(&other).map(|(field, value)| (*field, value.as_str()));
    Robot::new(&choices.into_iter().chain(typed).collect::<Vec<_>>())
}

fn all_values() -> BTreeMap<&'static str, String> {
    personal_values().into_iter().chain(other_values()).collect()
}

fn run_async<T>(future: impl Future<Output = T>) -> T {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime starts");
    runtime.block_on(future)
}

/// An engine over the data of a home, in this process.
async fn engine(home: &Path) -> (Engine, Arc<dyn Store>) {
    let data = data(home);
    let store: Arc<dyn Store> = Arc::new(SledStore::open(&data).expect("the store opens"));
    let place = KeyPlace { file: home.join("data.key"), data_folder: data };
    let master: MasterKey = place.master_key(None, store.as_ref()).await.expect("the key is there");
    let settings = Settings { edition: "current".to_owned(), team: false };
    (Engine::new(Arc::clone(&store), master, shipped(), settings), store)
}

async fn rows(store: &dyn Store, table: Table) -> usize {
    store.scan(table, &[], &[], usize::MAX).await.expect("the table reads").len()
}

#[test]
fn every_personal_field_is_among_the_values_searched_for() {
    let values = personal_values();
    for (id, field) in fields() {
        assert_eq!(field["personal"] == true, values.contains_key(id.as_str()), "`{id}`");
    }
}

#[test]
fn neither_the_data_folder_nor_the_log_of_a_finished_filing_holds_a_typed_value() {
    let home = folder();
    let log = home.path().join("log");
    let mut robot = robot();
    let mut talk = Chat::new(home.path()).log(&log).start();
    let first = talk.first.clone();
    let mut seen = 0;
    let end = talk.play(&mut robot, first, |_| {
        // While it runs: every other turn is a good moment to look.
        seen += 1;
        assert!(seen % 20 != 0 || found(&all_values(), &bytes_of(&data(home.path()))).is_empty());
        false
    });
    assert_eq!(end.stage(), "complete");
    let shown = talk.text("/mydata").text();
    for (field, value) in all_values() {
        assert!(robot.asked.iter().any(|asked| asked == field), "`{field}` was never asked");
        assert!(shown.contains(&value), "/mydata shows all that is kept, `{field}` too");
    }
    // Turns that read, refuse or hand over must not log what they saw either.
    for line in ["/dossier", "/progress", "/filings", "/human", "/help"] {
        talk.text(line);
    }
    talk.text(&format!("/edit {}", "subject-lead.mobile"));
    talk.text(&personal_values()["site-lead.document-number"]);
    talk.choose(&personal_values()["subject-lead.name"]);
    talk.line(&json!({ "file": format!("/nowhere/{}.jpg", personal_values()["subject.investor"]) }));
    talk.text(&format!(
        "/{} {}",
        personal_values()["subject-lead.email"],
        personal_values()["subject.address"]
    ));
    talk.raw(format!(r#"{{"text":"{}","text":1}}"#, personal_values()["subject-lead.name"]).as_bytes());
    talk.choose("nav.keep");
    assert_eq!(
        found(&all_values(), &bytes_of(&data(home.path()))),
        BTreeMap::new(),
        "while the store is open"
    );
    assert!(talk.finish().success());

    assert_eq!(found(&all_values(), &bytes_of(&data(home.path()))), BTreeMap::new());
    let log = vec![("the log".to_owned(), std::fs::read(&log).expect("the log reads"))];
    assert!(!log[0].1.is_empty(), "the log was on");
    assert_eq!(found(&all_values(), &log), BTreeMap::new());

    the_search_finds_what_is_written_unsealed(home.path(), end.filing());
}

/// The same filing written as the engine writes it, only not sealed: every value is found.
fn the_search_finds_what_is_written_unsealed(home: &Path, reference: &str) {
    let unsealed = folder();
    run_async(async {
        let (engine, store) = engine(home).await;
        let state =
            engine.state(&ApplicantId::default()).await.expect("the state opens").expect("it is there");
        store.close().await.expect("the store closes");
        let clear = SledStore::open(&data(unsealed.path())).expect("an empty folder opens");
        for (key, filing) in &state.filings {
            assert_eq!(key.as_str(), reference);
            let value = serde_json::to_vec(filing).expect("a filing serialises");
            let ops = vec![Op::Put(Table::Filings, key.as_str().as_bytes().to_vec(), value)];
            clear.commit(Batch { expects: Vec::new(), ops }).await.expect("kept");
        }
        clear.close().await.expect("the store closes");
    });
    let hits = found(&all_values(), &bytes_of(&data(unsealed.path())));
    assert_eq!(hits.len(), all_values().len(), "without sealing each value lies open: {hits:?}");
}

#[test]
fn what_is_forgotten_is_gone_with_its_keys_messages_and_timers() {
    let home = folder();
    let mut talk = Chat::new(home.path()).start();
    let first = talk.first.clone();
    let mut robot = robot();
    // Up to where the 30 days run.
    let turn = talk.play(&mut robot, first, |turn| turn.asks() == Some("public-security.outcome"));
    let reference = turn.filing().to_owned();
    talk.text("/human");
    assert!(talk.finish().success());
    run_async(async {
        let (_, store) = engine(home.path()).await;
        for table in [Table::Applicants, Table::Filings, Table::Keys, Table::Timers, Table::Tickets] {
            assert!(rows(store.as_ref(), table).await > 0, "{table:?} has rows before");
        }
        store.close().await.expect("the store closes");
    });

    let mut talk = Chat::new(home.path()).start();
    let asked = talk.text("/forget");
    assert!(
        asked.options().iter().any(|option| option["id"] == "nav.forget-yes"),
        "it is asked whether it is meant"
    );
    talk.text("/progress");
    let lapsed = talk.text("/mydata").text();
    assert!(lapsed.contains(&personal_values()["subject-lead.mobile"]), "one /forget alone forgets nothing");
    let file = talk.text("/calendar").messages[0]["files"][0]["path"].as_str().expect("a file").to_owned();
    assert!(Path::new(&file).exists(), "{file}");
    talk.text("/forget");
    let gone = talk.choose("nav.forget-yes");
    assert!(!Path::new(&file).exists(), "the file goes with the rest");
    assert_eq!(gone.accepted(), Some(true));
    assert!(gone.end["filing"].is_null() && gone.revision() == 0, "{:?}", gone.end);
    assert!(talk.finish().success());

    run_async(async {
        let (engine, store) = engine(home.path()).await;
        for table in
            [Table::Applicants, Table::Filings, Table::Keys, Table::Outbox, Table::Timers, Table::Tickets]
        {
            assert_eq!(rows(store.as_ref(), table).await, 0, "{table:?}");
        }
        assert_eq!(rows(store.as_ref(), Table::Tombstones).await, 1);
        let me = ApplicantId::default();
        assert_eq!(engine.state(&me).await.expect("it reads"), None);
        assert!(
            engine
                .due(&me, DateTime::<Utc>::MAX_UTC - chrono::TimeDelta::days(1))
                .await
                .expect("it reads")
                .is_empty()
        );
        store.close().await.expect("the store closes");
    });
    let data = data(home.path());
    let data = data.to_str().expect("letters");
    let (code, out, error) =
        answer_of(home.path(), &["dossier", &reference, "--format", "json", "--data", data]);
    assert_eq!((code, error.as_str()), (1, ""), "{out}");
    assert!(out.contains(&reference));

    let mut talk = Chat::new(home.path()).start();
    assert_ne!(talk.first.filing(), reference, "a new conversation is a new filing");
    assert_eq!((talk.first.stage(), talk.first.revision()), ("welcome", 0));
    let shown = talk.text("/mydata").text();
    for (field, value) in all_values() {
        assert!(!shown.contains(&value), "`{field}` is shown after /forget");
    }
    let filings = talk.text("/filings").text();
    assert!(!filings.contains(&reference));
    let late = talk.advance("40d");
    let is_old = |message: &Value| message["filing"] == json!(reference);
    assert!(!late.messages.iter().any(is_old), "nobody is reminded of what was forgotten");
    assert!(talk.finish().success());
    assert_eq!(found(&all_values(), &bytes_of(Path::new(data))), BTreeMap::new());
}

#[test]
fn messages_that_were_never_handed_over_are_forgotten_too() {
    let home = folder();
    let me = ApplicantId::default();
    let now = DateTime::parse_from_rfc3339(NOW).expect("a time").with_timezone(&Utc);
    // The first start makes the store and its key.
    assert!(Chat::new(home.path()).arg("--as", "somebody-else").start().finish().success());
    run_async(async {
        let (engine, store) = engine(home.path()).await;
        for text in ["/help", "/forget", "是"] {
            let event = Event::Typed(Personal::from(text));
            engine.turn(&me, &Cause::default(), &event, LanguageHint::default(), now).await.expect("a turn");
        }
        store.close().await.expect("the store closes");
    });
    let mut talk = Chat::new(home.path()).start();
    assert_eq!(talk.first.messages.len(), 2, "that it was done, a new beginning, and nothing of before");
    assert!(talk.first.text().contains("都抹掉了"), "{}", talk.first.text());
    assert_eq!(talk.text("/help").accepted(), None);
    assert!(talk.finish().success());
}

/// The personal answers that hold a value.
fn kept_values(state: &State) -> Vec<String> {
    let answers = state.filings.values().flat_map(|filing| &filing.answers);
    let personal = answers.filter(|(id, _)| fields()[*id]["personal"] == true);
    personal.filter(|(_, answer)| answer.value.text().is_some()).map(|(id, _)| id.clone()).collect()
}

#[test]
fn what_is_held_back_or_declined_is_never_stored() {
    let home = folder();
    let values = personal_values();
    let mut held = robot();
    for field in values.keys() {
        held.table.insert((*field).to_owned(), "/hold".to_owned());
    }
    let mut talk = Chat::new(home.path()).start();
    let first = talk.first.clone();
    let end = talk.play(&mut held, first, |_| false);
    assert_eq!(end.stage(), "complete");
    assert!(talk.finish().success());

    // Declined after everything was typed: what was typed goes.
    let mut talk = Chat::new(home.path()).arg("--as", "changed-her-mind").start();
    let first = talk.first.clone();
    let mut typed = robot();
    let confirm = talk.play(&mut typed, first, |turn| turn.stage() == "confirm");
    assert_eq!(confirm.stage(), "confirm");
    talk.text("/edit consent");
    let declined = talk.choose("decline");
    assert_eq!(declined.accepted(), Some(true));
    let shown = talk.text("/mydata").text();
    for (field, value) in &values {
        assert!(!shown.contains(value), "`{field}` is kept after consent was declined");
    }
    assert!(talk.finish().success());

    // Typed without being asked: refused, and not kept.
    let mut talk = Chat::new(home.path()).arg("--as", "declines").start();
    talk.choose("zh-CN");
    talk.choose("decline");
    for value in values.values() {
        assert_ne!(talk.text(value).accepted(), Some(true), "{value}");
    }
    assert!(talk.finish().success());

    run_async(async {
        let (engine, store) = engine(home.path()).await;
        for name in ["me", "changed-her-mind", "declines"] {
            let state = engine
                .state(&ApplicantId::local(name).unwrap_or_default())
                .await
                .expect("it opens")
                .expect("it is there");
            assert_eq!(kept_values(&state), Vec::<String>::new(), "{name}");
        }
        store.close().await.expect("the store closes");
    });
    assert_eq!(found(&values, &bytes_of(&data(home.path()))), BTreeMap::new());
}
