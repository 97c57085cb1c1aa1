//! One commit per turn: a lost race steps again, an event seen before changes nothing, a failed commit leaves nothing.

use std::sync::Arc;

use beian::content::shipped;
use beian::dialogue::{Event, Verdict};
use beian::engine::{ApplicantId, Arrival, Cause, Engine, EngineError, LanguageHint, Settings};
use beian::personal::Personal;
use beian::store::mem::Fault;
use beian::store::vault::MasterKey;
use beian::store::{Batch, Key, MemStore, Op, Store, StoreError, Table};
use chrono::{DateTime, Utc};

fn now() -> DateTime<Utc> {
    "2026-07-06T01:00:00Z".parse().expect("this is a time")
}

fn engine(store: &Arc<MemStore>) -> Engine {
    let settings = Settings { edition: "current".to_owned(), team: false };
    let store: Arc<dyn Store> = Arc::<MemStore>::clone(store);
    Engine::new(store, MasterKey::random().expect("randomness"), shipped(), settings)
}

fn choose(id: &str) -> Event {
    Event::Chosen(id.to_owned())
}

fn block_on<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(future)
}

async fn revision(engine: &Engine, who: &ApplicantId) -> u64 {
    let state = engine.state(who).await.expect("it reads").expect("it is there");
    state.active().expect("a filing").revision
}

#[test]
fn an_event_seen_before_changes_nothing_and_says_nothing() {
    block_on(async {
        let store = Arc::new(MemStore::new());
        let (engine, who, hint) = (engine(&store), ApplicantId::default(), LanguageHint::default());
        let event = choose("zh-CN");
        let first = engine.turn(&who, &Cause::named("u:1"), &event, hint, now()).await.expect("a turn");
        assert_eq!(first.verdict, Verdict::Accepted);
        let again = engine.turn(&who, &Cause::named("u:1"), &event, hint, now()).await.expect("a turn");
        assert!(again.messages.is_empty());
        assert_eq!(revision(&engine, &who).await, 1);
    });
}

#[test]
fn an_event_may_have_a_name_of_any_length_and_can_be_set_aside() {
    block_on(async {
        let store = Arc::new(MemStore::new());
        let (engine, who, hint) = (engine(&store), ApplicantId::default(), LanguageHint::default());
        let [one, other] = ["a", "b"].map(|last| Cause::named(&("x".repeat(100_000) + last)));
        let first = engine.remark(&who, &one, "too-fast", hint, now()).await.expect("it is said");
        assert_eq!((first.messages.len(), first.repeated), (1, false));
        let again = engine.remark(&who, &one, "too-fast", hint, now()).await.expect("it is known");
        assert_eq!((again.messages.len(), again.repeated), (0, true));
        let aside = engine.quarantine(&who, &other, hint, now()).await.expect("it is set aside");
        assert_eq!((aside.messages.len(), aside.repeated), (1, false));
        assert_eq!(engine.set_aside().await.expect("it reads"), 1);
    });
}

#[test]
fn a_waiting_event_that_does_not_open_keeps_no_other_from_being_found() {
    block_on(async {
        let store = Arc::new(MemStore::new());
        let (engine, who) = (engine(&store), ApplicantId::default());
        let arrival = |number: u64| Arrival {
            applicant: who.clone(),
            number,
            attempts: 0,
            event: Personal::from(number.to_string().as_str()),
        };
        let keys = engine.receive(&[0, 1, 2, 3].map(arrival), now()).await.expect("they wait");
        let spoilt = keys[..2].iter().map(|key| Op::Put(Table::Inbox, key.clone(), b"spoilt".to_vec()));
        store.commit(Batch { ops: spoilt.collect(), ..Batch::default() }).await.expect("kept");
        for (of, count_max) in [(None, 1), (None, 9), (Some(&who), 2)] {
            let found = engine.waiting(of, None, count_max).await.expect("it reads");
            let found: Vec<&Key> = found.iter().map(|waiting| &waiting.key).collect();
            assert_eq!(found, keys[2..].iter().take(count_max).collect::<Vec<_>>());
        }
    });
}

#[test]
fn a_lost_race_is_stepped_again_and_applied_once() {
    block_on(async {
        let store = Arc::new(MemStore::new());
        let (engine, who, hint) = (engine(&store), ApplicantId::default(), LanguageHint::default());
        engine.turn(&who, &Cause::default(), &Event::Arrived, hint, now()).await.expect("a turn");
        store.inject(1, Fault::Refuse(StoreError::Conflict));
        let turned =
            engine.turn(&who, &Cause::default(), &choose("zh-CN"), hint, now()).await.expect("a turn");
        assert_eq!(turned.verdict, Verdict::Accepted);
        assert_eq!(revision(&engine, &who).await, 1);
    });
}

#[test]
fn a_commit_that_fails_leaves_the_state_and_the_outbox_as_they_were() {
    block_on(async {
        let store = Arc::new(MemStore::new());
        let (engine, who, hint) = (engine(&store), ApplicantId::default(), LanguageHint::default());
        engine.turn(&who, &Cause::default(), &Event::Arrived, hint, now()).await.expect("a turn");
        let outbox = |store: Arc<MemStore>| async move {
            store.scan(Table::Outbox, &[], &[], 100).await.expect("it reads").len()
        };
        let before = outbox(Arc::clone(&store)).await;
        store.inject(1, Fault::Refuse(StoreError::Busy));
        let failed = engine.turn(&who, &Cause::default(), &choose("zh-CN"), hint, now()).await;
        assert!(matches!(failed, Err(EngineError::Store(StoreError::Busy))));
        assert_eq!(revision(&engine, &who).await, 0);
        assert_eq!(outbox(Arc::clone(&store)).await, before);
    });
}

#[test]
fn an_unknown_outcome_is_found_by_the_event_and_not_repeated() {
    block_on(async {
        let store = Arc::new(MemStore::new());
        let (engine, who, hint) = (engine(&store), ApplicantId::default(), LanguageHint::default());
        engine.turn(&who, &Cause::default(), &Event::Arrived, hint, now()).await.expect("a turn");
        store.inject(1, Fault::ApplyThen(StoreError::UnknownOutcome));
        let event = choose("zh-CN");
        let cut_off = engine.turn(&who, &Cause::named("u:7"), &event, hint, now()).await;
        assert!(matches!(cut_off, Err(EngineError::Store(StoreError::UnknownOutcome))));
        engine.turn(&who, &Cause::named("u:7"), &event, hint, now()).await.expect("a turn");
        assert_eq!(revision(&engine, &who).await, 1);
    });
}
