//! What the bot does by itself: moments that nobody waits for go, and so do old names of events.

use std::sync::Arc;
use std::time::{Duration, Instant};

use beian::clock::Clock;
use beian::dialogue::Event;
use beian::engine::{ApplicantId, Cause, LanguageHint};
use beian::store::{Batch, Key, Op, Store, Table};
use chrono::{DateTime, TimeDelta, Utc};

use crate::inservice::{Served, Troubled, engine, master};
use crate::inside::eventually;
use crate::serve::{LIMIT, UNLIMITED, block_on};
use crate::telegram::Fake;

/// Rows that are put at a time.
const PUT_COUNT: usize = 500;

fn now() -> DateTime<Utc> {
    "2026-07-06T01:00:00Z".parse().expect("this is a time")
}

fn row(applicant: &ApplicantId) -> [u8; 32] {
    master().applicant_key(applicant.as_str())
}

fn instant(at: DateTime<Utc>) -> [u8; 8] {
    at.timestamp_millis().to_be_bytes()
}

/// Where a moment of this applicant stands that no filing knows.
fn moment(applicant: &ApplicantId, at: DateTime<Utc>) -> Key {
    [&instant(at), row(applicant).as_slice(), b"ACDEFG", &1_u32.to_be_bytes(), b"timer"].concat()
}

fn put(store: &Troubled, table: Table, rows: impl IntoIterator<Item = (Key, Vec<u8>)>) {
    let ops: Vec<Op> = rows.into_iter().map(|(key, value)| Op::Put(table, key, value)).collect();
    for ops in ops.chunks(PUT_COUNT) {
        block_on(store.commit(Batch { ops: ops.to_vec(), ..Batch::default() })).expect("kept");
    }
}

fn keys(store: &Troubled, table: Table) -> Vec<Key> {
    let rows = block_on(store.scan(table, &[], &[], usize::MAX)).expect("it reads");
    rows.into_iter().map(|(key, _)| key).collect()
}

/// Makes this applicant known, with nothing left to say.
fn introduce(store: &Arc<Troubled>, applicant: &ApplicantId) {
    block_on(async {
        let (engine, hint) = (engine(store), LanguageHint::default());
        let turned = engine.turn(applicant, &Cause::default(), &Event::Arrived, hint, now()).await;
        let said = turned.expect("a turn").messages.into_iter().filter_map(|pending| pending.key);
        engine.delivered(said.collect()).await.expect("they are marked");
    });
}

#[test]
fn moments_that_nobody_waits_for_go_and_those_of_the_terminal_hide_no_others() {
    let (fake, store) = (Fake::start(), Arc::new(Troubled::default()));
    let (known, unknown) = (ApplicantId::telegram(71_001), ApplicantId::telegram(71_002));
    let local = ApplicantId::default();
    introduce(&store, &known);
    introduce(&store, &local);
    // More than one look at the table takes, and all of them earlier.
    let earlier = |ms: i64| now() - TimeDelta::days(1) + TimeDelta::milliseconds(ms);
    let of_terminal: Vec<Key> = (0..1100).map(|ms| moment(&local, earlier(ms))).collect();
    let nobodys = [moment(&known, now()), moment(&unknown, now())];
    put(&store, Table::Timers, of_terminal.iter().chain(&nobodys).map(|key| (key.clone(), Vec::new())));
    let clock = Clock::frozen(now());
    let served = Served::start(&fake, &store, &clock, UNLIMITED);
    served.remind();
    let mut left = keys(&store, Table::Timers);
    // What is to come of those who were met is not looked at.
    left.retain(|key| key[..8] <= instant(now())[..]);
    assert!(left == of_terminal, "those of the terminal come there; {} are left", left.len());
    eventually("what is due was worked out once", || {
        block_on(engine(&store).notes(b"settled")).is_ok_and(|notes| !notes.is_empty())
    });
    let commits = block_on(store.last_commit()).expect("it is known");
    served.remind();
    assert_eq!(block_on(store.last_commit()).expect("it is known"), commits, "and nothing is left to do");
    served.stop();
}

#[test]
fn however_many_old_names_of_events_there_are_all_of_them_go_and_no_young_one() {
    let (fake, store) = (Fake::start(), Arc::new(Troubled::default()));
    let named = |number: u64, days: i64| {
        let key = [b"s", row(&ApplicantId::telegram(7)).as_slice(), &number.to_be_bytes(), &[0; 24]].concat();
        (key, instant(now() - TimeDelta::days(days)).to_vec())
    };
    // Several pages of them, and a young one now and then.
    put(&store, Table::Inbox, (0..3000).map(|number| named(number, if number % 100 == 0 { 7 } else { 9 })));
    let served = Served::start(&fake, &store, &Clock::frozen(now()), UNLIMITED);
    let begin = Instant::now();
    while keys(&store, Table::Inbox).len() > 30 {
        assert!(begin.elapsed() < LIMIT, "{} names are left", keys(&store, Table::Inbox).len());
        std::thread::sleep(Duration::from_millis(20));
    }
    let young: Vec<Key> = (0..30).map(|number| named(100 * number, 7).0).collect();
    assert_eq!(keys(&store, Table::Inbox), young);
    served.stop();
}
