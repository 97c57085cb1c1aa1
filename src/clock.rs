//! The one place that reads the time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, SubsecRound, Utc};

/// Where the time comes from: the wall, or a clock that stands still until it is moved. Clones show the same time.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The wall clock.
    Wall,
    /// Standing still at this instant, in milliseconds since 1970.
    Frozen(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands still at this instant.
    #[must_use]
    pub fn frozen(at: DateTime<Utc>) -> Self {
        Self::Frozen(Arc::new(AtomicI64::new(at.timestamp_millis())))
    }

    /// Now, in whole milliseconds, as it is kept.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Self::Wall => wall(),
            Self::Frozen(at) => {
                DateTime::from_timestamp_millis(at.load(Ordering::Acquire)).unwrap_or(DateTime::UNIX_EPOCH)
            }
        }
    }

    /// Moves a clock that stands still; the wall clock goes its own way.
    pub fn set(&self, to: DateTime<Utc>) {
        if let Self::Frozen(at) = self {
            at.store(to.timestamp_millis(), Ordering::Release);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the time")]
fn wall() -> DateTime<Utc> {
    Utc::now().trunc_subsecs(3)
}
