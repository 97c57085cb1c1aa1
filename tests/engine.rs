//! One commit per turn: a lost race steps again, an event seen before changes nothing, a failed commit leaves nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use beian::content::shipped;
use beian::dialogue::{Event, Press, Verdict};
use beian::engine::{ApplicantId, Arrival, Cause, Engine, EngineError, LanguageHint, Settings, Turned};
use beian::personal::Personal;
use beian::store::mem::Fault;
use beian::store::vault::MasterKey;
use beian::store::{Batch, CommitSeq, Key, MemStore, Op, Store, StoreError, Stored, Summary, Table};
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::BoxFuture;

fn now() -> DateTime<Utc> {
    "2026-07-06T01:00:00Z".parse().expect("this is a time")
}

/// Any key will do, as long as it is the same one.
const MASTER: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

fn master() -> MasterKey {
    MasterKey::from_hex(MASTER).expect("64 hex digits")
}

/// An engine over this store, as after a start.
fn engine(store: &Arc<MemStore>) -> Engine {
    engine_over(Arc::<MemStore>::clone(store))
}

fn engine_over(store: Arc<dyn Store>) -> Engine {
    let settings = Settings { edition: "current".to_owned(), team: false };
    Engine::new(store, master(), shipped(), settings)
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

/// Lets an applicant say something.
async fn says(engine: &Engine, who: &ApplicantId, text: &str) -> Turned {
    let event = Event::Typed(Personal::from(text));
    engine.turn(who, &Cause::default(), &event, LanguageHint::default(), now()).await.expect("a turn")
}

fn keys(turned: &Turned) -> Vec<Key> {
    turned.messages.iter().filter_map(|pending| pending.key.clone()).collect()
}

#[test]
fn whoever_begins_anew_never_gets_a_place_in_the_outbox_that_was_theirs_before() {
    block_on(async {
        let store = Arc::new(MemStore::new());
        let (engine, who) = (engine(&store), ApplicantId::default());
        let mut known = Vec::new();
        for text in ["/help", "/forget", "2", "/help", "/forget", "2", "/help"] {
            let new = keys(&says(&engine, &who, text).await);
            assert!(!new.is_empty() && !new.iter().any(|key| known.contains(key)), "{text}");
            known.extend(new);
        }
        assert!(known.is_sorted(), "what was said first comes first");
    });
}

async fn rows(store: &MemStore, table: Table) -> usize {
    store.scan(table, &[], &[], usize::MAX).await.expect("it reads").len()
}

/// After a start, one message waits for this applicant, and nothing once it is delivered; gives its text.
async fn check_one_waits(store: &Arc<MemStore>, who: &ApplicantId) -> String {
    let engine = engine(store);
    assert_eq!(engine.awaiting().await.expect("it reads"), std::slice::from_ref(who));
    let waiting = engine.undelivered(who).await.expect("it reads");
    let [waiting] = &waiting[..] else { panic!("{} messages wait", waiting.len()) };
    engine.delivered(waiting.key.iter().cloned().collect()).await.expect("it is marked");
    assert_eq!(engine.awaiting().await.expect("it reads"), []);
    waiting.message.text.expose().to_owned()
}

#[test]
fn whoever_was_forgotten_is_told_so_after_a_restart_and_then_nothing_is_left() {
    block_on(async {
        let (store, who) = (Arc::new(MemStore::new()), ApplicantId::telegram(7));
        for text in ["/help", "/forget", "2"] {
            says(&engine(&store), &who, text).await;
        }
        assert_eq!(engine(&store).state(&who).await.expect("it reads"), None);
        let [one, other] = [Table::Outbox, Table::Keys].map(|table| rows(&store, table));
        assert_eq!((one.await, other.await), (1, 0), "that it was done is all that waits");
        let text = check_one_waits(&store, &who).await;
        assert!(text.contains("都抹掉了"), "{text}");
        assert_eq!(rows(&store, Table::Outbox).await, 0);
    });
}

#[test]
fn a_farewell_goes_where_nobody_can_be_reached_and_does_not_outlive_another_one() {
    block_on(async {
        let (store, who) = (Arc::new(MemStore::new()), ApplicantId::telegram(7));
        for text in ["/help", "/forget", "2", "/help", "/forget", "2"] {
            says(&engine(&store), &who, text).await;
        }
        assert_eq!(rows(&store, Table::Outbox).await, 1);
        engine(&store).unreachable(&who, now()).await.expect("it is taken back");
        assert_eq!(rows(&store, Table::Outbox).await, 0);
        assert_eq!(engine(&store).awaiting().await.expect("it reads"), []);
    });
}

#[test]
fn whoever_has_no_row_that_opens_is_told_after_a_restart_that_an_event_was_set_aside() {
    block_on(async {
        let (store, who, hint) =
            (Arc::new(MemStore::new()), ApplicantId::telegram(7), LanguageHint::default());
        says(&engine(&store), &who, "/help").await;
        let row = master().applicant_key(who.as_str()).to_vec();
        let ops = vec![Op::Put(Table::Applicants, row, b"spoilt".to_vec())];
        store.commit(Batch { ops, ..Batch::default() }).await.expect("kept");
        let before = engine(&store).undelivered(&who).await.expect("it reads");
        let before = before.into_iter().filter_map(|pending| pending.key).collect();
        engine(&store).delivered(before).await.expect("they are marked");
        let cause = Cause::named("u:1");
        engine(&store).quarantine(&who, &cause, hint, now()).await.expect("it is set aside");
        let text = check_one_waits(&store, &who).await;
        assert!(text.contains("没能处理"), "{text}");
    });
}

/// A store in memory that may acknowledge a commit long after it is made.
#[derive(Default)]
struct LateStore {
    inner: MemStore,
    late: AtomicBool,
}

impl Store for LateStore {
    fn get(&self, table: Table, key: &[u8]) -> BoxFuture<'_, Result<Option<Stored>, StoreError>> {
        self.inner.get(table, key)
    }

    fn scan(
        &self,
        table: Table,
        from: &[u8],
        to: &[u8],
        limit: usize,
    ) -> BoxFuture<'_, Result<Vec<(Key, Stored)>, StoreError>> {
        self.inner.scan(table, from, to, limit)
    }

    fn last_commit(&self) -> BoxFuture<'_, Result<CommitSeq, StoreError>> {
        self.inner.last_commit()
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<CommitSeq, StoreError>> {
        let is_late = self.late.swap(false, Ordering::AcqRel);
        Box::pin(async move {
            let committed = self.inner.commit(batch).await;
            for _ in 0..if is_late { 1000 } else { 0 } {
                tokio::task::yield_now().await;
            }
            committed
        })
    }

    fn export<'a>(
        &'a self,
        out: &'a mut (dyn std::io::Write + Send),
    ) -> BoxFuture<'a, Result<Summary, StoreError>> {
        self.inner.export(out)
    }

    fn import<'a>(
        &'a self,
        from: &'a mut (dyn std::io::BufRead + Send),
    ) -> BoxFuture<'a, Result<Summary, StoreError>> {
        self.inner.import(from)
    }

    fn close(&self) -> BoxFuture<'_, Result<(), StoreError>> {
        self.inner.close()
    }
}

/// What the first button of the last panel of a turn carries.
fn first_button(turned: &Turned) -> String {
    let panel = turned.messages.last().expect("a panel");
    let button = panel.message.options.first().expect("a button");
    Press::of(&panel.message, button, panel.turn).expect("it can be pressed").write()
}

#[test]
fn a_commit_acknowledged_late_makes_no_button_of_the_newest_panel_stale() {
    block_on(async {
        let store = Arc::new(LateStore::default());
        let (who, hint, none) = (ApplicantId::default(), LanguageHint::default(), Cause::default());
        let engine = engine_over(Arc::<LateStore>::clone(&store));
        engine.turn(&who, &none, &Event::Arrived, hint, now()).await.expect("a turn");
        store.late.store(true, Ordering::Release);
        let (repeat, answer) = (Event::Typed(Personal::from("/repeat")), choose("zh-CN"));
        let (first, second) = tokio::join!(
            engine.turn(&who, &none, &repeat, hint, now()),
            engine.turn(&who, &none, &answer, hint, now()),
        );
        first.expect("a turn");
        let data = first_button(&second.expect("a turn"));
        let pressed = engine.press(&who, &none, &data, hint, now()).await.expect("it is looked at");
        assert!(pressed.is_ok(), "the newest button is taken");
        let again = engine.press(&who, &none, &data, hint, now()).await.expect("it is looked at");
        assert!(again.is_err(), "and then it is an old one");
    });
}

#[test]
fn whoever_cannot_be_reached_costs_nothing_until_they_come_back() {
    block_on(async {
        let (store, who) = (Arc::new(MemStore::new()), ApplicantId::telegram(7));
        let (engine, hint) = (engine(&store), LanguageHint::default());
        engine.turn(&who, &Cause::default(), &Event::Arrived, hint, now()).await.expect("a turn");
        let due = engine.due_behind(None, now() + TimeDelta::days(365)).await.expect("it reads");
        let timers: Vec<&str> = due.iter().map(|moment| moment.timer.as_str()).collect();
        assert_eq!(timers, ["retention"], "who answered nothing is not missed, and one day forgotten");
        engine.turn(&who, &Cause::default(), &choose("zh-CN"), hint, now()).await.expect("a turn");
        assert!(rows(&store, Table::Timers).await > 0, "an unfinished filing is asked after");
        engine.unreachable(&who, now()).await.expect("it is noted");
        // All that stays is when their data go.
        assert_eq!([rows(&store, Table::Timers).await, rows(&store, Table::Outbox).await], [1, 0]);
        let later = now() + TimeDelta::days(30);
        assert_eq!(engine.due_behind(None, later).await.expect("it reads"), []);
        engine.turn(&who, &Cause::default(), &Event::Arrived, hint, later).await.expect("a turn");
        engine.turn(&who, &Cause::default(), &choose("agree"), hint, later).await.expect("a turn");
        let next = engine.next_due().await.expect("it reads").expect("they are taken up again");
        assert!(next > later, "what was missed is not made up for");
    });
}

/// Lets the next moment come, so late; gives when that was and what was said.
async fn next_moment(engine: &Engine, late: TimeDelta, delivers: bool) -> (DateTime<Utc>, Vec<String>) {
    let far = now() + TimeDelta::days(3_650);
    let moment =
        engine.due_behind(None, far).await.expect("it reads").into_iter().next().expect("one is to come");
    let at = moment.due + late;
    let turned = engine.fire(&moment, at).await.expect("it comes");
    if delivers {
        let keys = turned.messages.iter().filter_map(|pending| pending.key.clone()).collect();
        engine.delivered(keys).await.expect("it is marked");
    }
    (at, turned.messages.into_iter().map(|pending| pending.message.text.expose().clone()).collect())
}

#[test]
fn nothing_stays_of_a_filing_to_which_nobody_came_back() {
    block_on(async {
        let (store, who) = (Arc::new(MemStore::new()), ApplicantId::telegram(7));
        let (engine, hint) = (engine(&store), LanguageHint::default());
        for option in ["zh-CN", "agree"] {
            let turned =
                engine.turn(&who, &Cause::default(), &choose(option), hint, now()).await.expect("a turn");
            let keys = turned.messages.into_iter().filter_map(|pending| pending.key).collect();
            engine.delivered(keys).await.expect("it is marked");
        }
        let day = |at: DateTime<Utc>| (at - now()).num_days();
        let told = |said: &[String]| said.iter().filter(|text| text.contains("没有动静")).count();
        let (none, hour) = (TimeDelta::zero(), TimeDelta::hours(1));
        for reminder in [3, 14] {
            assert_eq!(day(next_moment(&engine, none, true).await.0), reminder);
        }
        let (at, said) = next_moment(&engine, none, true).await;
        assert_eq!((day(at), told(&said)), (173, 1), "{said:?}");
        // The machine was down for a while when it was to go: what was done meanwhile is looked at first.
        let (at, said) = next_moment(&engine, hour * 2, true).await;
        assert_eq!((day(at), said.len()), (180, 0), "{said:?}");
        // It was down for long: it is announced anew. That does not arrive: it is announced anew.
        let (at, said) = next_moment(&engine, hour * 25, false).await;
        assert_eq!((day(at), told(&said)), (181, 1), "{said:?}");
        let (at, said) = next_moment(&engine, none, false).await;
        assert_eq!((day(at), told(&said)), (188, 1), "{said:?}");
        let waiting = engine.undelivered(&who).await.expect("it reads");
        assert_eq!(waiting.len(), 2);
        engine
            .delivered(waiting.into_iter().filter_map(|pending| pending.key).collect())
            .await
            .expect("it is marked");
        assert_eq!(rows(&store, Table::Filings).await, 1);
        let (at, said) = next_moment(&engine, none, true).await;
        assert_eq!((day(at), said.len()), (195, 1), "{said:?}");
        assert!(said[0].contains("删除了"), "{said:?}");
        for table in [Table::Applicants, Table::Filings, Table::Keys, Table::Timers, Table::Outbox] {
            assert_eq!(rows(&store, table).await, 0, "{table:?}");
        }
        assert_eq!(rows(&store, Table::Tombstones).await, 1);
    });
}

#[test]
fn whoever_presses_something_old_has_come_back() {
    block_on(async {
        let (store, who) = (Arc::new(MemStore::new()), ApplicantId::telegram(7));
        let (engine, hint) = (engine(&store), LanguageHint::default());
        for option in ["zh-CN", "agree"] {
            engine.turn(&who, &Cause::default(), &choose(option), hint, now()).await.expect("a turn");
        }
        let old = "of long ago";
        let pressed = engine.press(&who, &Cause::default(), old, hint, now()).await.expect("it is looked at");
        assert!(pressed.is_err(), "nothing happens for an old button");
        for _ in 0..3 {
            next_moment(&engine, TimeDelta::zero(), true).await;
        }
        let later = now() + TimeDelta::days(175);
        let pressed = engine.press(&who, &Cause::default(), old, hint, later).await.expect("it is looked at");
        let turned = pressed.expect("they came back");
        assert!(turned.messages.iter().any(|pending| pending.message.text.expose().contains("先留着")));
        let next = engine.next_due().await.expect("it reads").expect("one is to come");
        assert!(next - later >= TimeDelta::days(170), "{next}");
    });
}

#[test]
fn dialogues_with_another_timer_are_for_those_too_who_say_nothing() {
    block_on(async {
        let (store, who) = (Arc::new(MemStore::new()), ApplicantId::telegram(7));
        let hint = LanguageHint::default();
        let mut files = beian::content::Files::shipped();
        let timers = files.0.get_mut("flow/timers.toml").expect("it is shipped");
        *timers = timers.replace("at = [\"3d\", \"14d\"]\nuntil", "at = [\"14d\"]\nuntil");
        let texts = ["texts/zh-CN/common.ftl", "texts/en/common.ftl"];
        for text in texts {
            let text = files.0.get_mut(text).expect("it is shipped");
            *text =
                text.replace("timer-unfinished-2 =", "timer-unused-2 =").replace("timer-unused-2 =", "# ");
        }
        let before = Arc::new(files.load().unwrap_or_else(|faults| panic!("{faults}")));
        let settings = Settings { edition: "current".to_owned(), team: false };
        let old = Engine::new(Arc::<MemStore>::clone(&store), master(), before, settings);
        old.turn(&who, &Cause::default(), &choose("zh-CN"), hint, now()).await.expect("a turn");
        let first = old.next_due().await.expect("it reads").expect("it is set");
        let new = engine(&store);
        let last = new.settle_page(None, now()).await.expect("it is worked out");
        assert_eq!(new.settle_page(last, now()).await.expect("nobody is left"), None);
        let earlier = new.next_due().await.expect("it reads").expect("it is set");
        assert_eq!(first - earlier, TimeDelta::days(11), "three days and not fourteen");
        let commits = store.last_commit().await.expect("it is known");
        new.settle_page(None, now()).await.expect("it is worked out");
        assert_eq!(store.last_commit().await.expect("it is known"), commits, "nothing is left to do");
    });
}

#[test]
fn what_is_asked_most_at_a_field_stands_first_under_its_help_and_outlives_a_restart() {
    block_on(async {
        let store = Arc::new(MemStore::new());
        let offers = |turned: &Turned| {
            let buttons = turned.messages.iter().flat_map(|pending| &pending.message.options);
            buttons
                .filter_map(|button| button.id.strip_prefix("nav.ask:").map(str::to_owned))
                .collect::<Vec<_>>()
        };
        let asks_for_help = async |who: i64| {
            let (engine, who) = (engine(&store), ApplicantId::telegram(who));
            engine
                .turn(&who, &Cause::default(), &choose("zh-CN"), LanguageHint::default(), now())
                .await
                .expect("a turn");
            says(&engine, &who, "/help").await
        };
        assert!(!offers(&asks_for_help(1).await).contains(&"after.public-security".to_owned()));
        let asking = engine(&store);
        for who in 2..5 {
            let who = ApplicantId::telegram(who);
            asking
                .turn(&who, &Cause::default(), &choose("zh-CN"), LanguageHint::default(), now())
                .await
                .expect("a turn");
            says(&asking, &who, "公安联网备案在哪里办？").await;
        }
        assert_eq!(
            offers(&asks_for_help(5).await).first().map(String::as_str),
            Some("after.public-security")
        );
    });
}
