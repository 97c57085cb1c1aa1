//! The service in this process, over a store that makes trouble on command.

use std::sync::Arc;
use std::time::{Duration, Instant};

use beian::clock::Clock;
use beian::content::Language;
use beian::engine::ApplicantId;

use crate::inservice::{Served, Troubled, engine};
use crate::serve::{LIMIT, UNLIMITED, block_on};
use crate::telegram::{Fake, Shown};

/// The words of `set-aside`.
pub(crate) const SET_ASIDE: &str = "没能处理";

pub(crate) fn serve(fake: &Fake, store: &Arc<Troubled>) -> Served {
    Served::start(fake, store, &Clock::Wall, UNLIMITED)
}

/// A bot that somebody has just met.
pub(crate) fn met_by(user: i64) -> (Fake, Arc<Troubled>, Served) {
    let (fake, store) = (Fake::start(), Arc::new(Troubled::default()));
    let served = serve(&fake, &store);
    fake.starts(user, "");
    answer(&fake, user, 0, "a start");
    rests(&fake, &served);
    (fake, store, served)
}

/// The message that comes after so many.
pub(crate) fn answer(fake: &Fake, user: i64, before: usize, what: &str) -> Shown {
    let shown = block_on(fake.next_of(user, before, LIMIT));
    shown.unwrap_or_else(|| panic!("{what}: no answer"))
}

/// Waits until everything is confirmed, done and said.
pub(crate) fn rests(fake: &Fake, served: &Served) {
    assert!(block_on(fake.drained(LIMIT)), "{} updates are left", fake.pending());
    eventually("nothing is left to be done", || served.service.is_idle());
}

pub(crate) fn eventually(what: &str, is_so: impl Fn() -> bool) {
    let begin = Instant::now();
    while !is_so() {
        assert!(begin.elapsed() < LIMIT, "never: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// The language that somebody chose.
pub(crate) fn language(store: &Arc<Troubled>, user: i64) -> Option<Language> {
    let state = block_on(engine(store).state(&ApplicantId::telegram(user)));
    state.expect("the store reads")?.applicant.language
}

/// Events that wait in the inbox.
pub(crate) fn waiting_count(store: &Arc<Troubled>) -> usize {
    block_on(engine(store).waiting(None, None, usize::MAX)).expect("the store reads").len()
}
