//! Where an update stands between its arrival and its turn, as the poller and its lane both see it.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::Notify;

use super::incoming::Update;
use crate::engine::{ApplicantId, Arrival};
use crate::store::Key;

/// The order of arrival, in which updates wait in the inbox. It never goes back, whatever the clock does.
#[derive(Debug, Default)]
pub(super) struct Order {
    newest: Mutex<DateTime<Utc>>,
    count: AtomicU64,
}

impl Order {
    /// When something came that comes while the clock shows this.
    pub(super) fn at(&self, clock: DateTime<Utc>) -> DateTime<Utc> {
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        *newest = clock.max(*newest);
        *newest
    }

    /// Whatever comes from now on comes after this moment.
    pub(super) fn begin_behind(&self, at: DateTime<Utc>) {
        self.at(at.checked_add_signed(TimeDelta::milliseconds(1)).unwrap_or(at));
    }

    fn number(&self) -> u64 {
        self.count.fetch_add(1, Ordering::Relaxed)
    }
}

/// Where an update stands.
pub(super) struct Place {
    /// When the update came, and which it was of those that came then.
    at: DateTime<Utc>,
    number: u64,
    state: Mutex<Standing>,
    changed: Arc<Notify>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Standing {
    /// Nothing of it is kept yet.
    Open,
    /// It waits in the inbox.
    Kept(Key),
    /// Its turn is committed.
    Done,
}

impl Place {
    /// That of the next update of those that came at this moment.
    pub(super) fn next(order: &Order, at: DateTime<Utc>, changed: &Arc<Notify>) -> Arc<Self> {
        let (number, changed) = (order.number(), Arc::clone(changed));
        Arc::new(Self { at, number, state: Mutex::new(Standing::Open), changed })
    }

    /// That of an update which waits in the inbox.
    pub(super) fn waiting(row: Key) -> Arc<Self> {
        let state = Mutex::new(Standing::Kept(row));
        Arc::new(Self { at: DateTime::default(), number: 0, state, changed: Arc::default() })
    }

    /// The update as it may wait in the inbox: with when it came, and its row there.
    pub(super) fn arrival(&self, update: &Update, user: i64, attempts: u8) -> (DateTime<Utc>, Arrival) {
        let (applicant, event) = (ApplicantId::telegram(user), update.write());
        (self.at, Arrival { applicant, number: self.number, attempts, event })
    }

    fn state(&self) -> MutexGuard<'_, Standing> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the update may be confirmed.
    pub(super) fn is_safe(&self) -> bool {
        *self.state() != Standing::Open
    }

    /// It waits in the inbox now; the row comes back where nobody will let it go, since its turn was faster.
    pub(super) fn kept(&self, row: Key) -> Option<Key> {
        let mut state = self.state();
        match &*state {
            Standing::Open => {
                *state = Standing::Kept(row);
                None
            }
            Standing::Kept(own) if *own == row => None,
            Standing::Kept(_) | Standing::Done => Some(row),
        }
    }

    /// Its row in the inbox.
    pub(super) fn row(&self) -> Option<Key> {
        match &*self.state() {
            Standing::Kept(row) => Some(row.clone()),
            Standing::Open | Standing::Done => None,
        }
    }

    /// Its turn is committed; the row comes back where it still waits.
    pub(super) fn done(&self) -> Option<Key> {
        let before = std::mem::replace(&mut *self.state(), Standing::Done);
        self.changed.notify_one();
        match before {
            Standing::Kept(row) => Some(row),
            Standing::Open | Standing::Done => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_comes_back_only_where_nobody_else_lets_it_go() {
        let place = Place::next(&Order::default(), DateTime::default(), &Arc::default());
        let row = || b"row".to_vec();
        assert_eq!(place.kept(row()), None);
        assert_eq!(place.kept(row()), None, "who keeps it again keeps the same row");
        assert_eq!(place.kept(b"another".to_vec()), Some(b"another".to_vec()));
        assert_eq!(place.done(), Some(row()));
        assert_eq!((place.done(), place.kept(row())), (None, Some(row())));
    }

    #[test]
    fn the_order_of_arrival_never_goes_back() {
        let (order, moment) =
            (Order::default(), |seconds| DateTime::from_timestamp(seconds, 0).expect("it is one"));
        assert_eq!(order.at(moment(100)), moment(100));
        assert_eq!(order.at(moment(90)), moment(100));
        order.begin_behind(moment(200));
        assert!(order.at(moment(150)) > moment(200));
        assert!(order.number() < order.number());
    }
}
