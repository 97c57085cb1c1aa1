//! The one place that reads the time.

use chrono::{DateTime, SubsecRound, Utc};

/// Where the time comes from: the wall, or a clock that stands still until it is moved.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The wall clock.
    Wall,
    /// Standing still at this instant.
    Frozen(DateTime<Utc>),
}

impl Clock {
    /// Now, in whole milliseconds, as it is kept.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Self::Wall => wall(),
            Self::Frozen(at) => at.trunc_subsecs(3),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the time")]
fn wall() -> DateTime<Utc> {
    Utc::now().trunc_subsecs(3)
}
