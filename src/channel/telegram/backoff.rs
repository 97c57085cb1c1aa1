//! Pauses between tries: each twice as long as the one before it, up to the longest.

use std::time::Duration;

/// The pauses of one thing that is tried again and again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Backoff {
    first: Duration,
    longest: Duration,
    failure_count: u32,
}

impl Backoff {
    #[must_use]
    pub(super) const fn new(first: Duration, longest: Duration) -> Self {
        Self { first, longest, failure_count: 0 }
    }

    /// It failed once more: how long to wait.
    pub(super) fn failed(&mut self) -> Duration {
        let pause = self.first.saturating_mul(1 << self.failure_count.min(20)).min(self.longest);
        self.failure_count = self.failure_count.saturating_add(1);
        pause
    }

    /// It succeeded.
    pub(super) fn reset(&mut self) {
        self.failure_count = 0;
    }

    /// How often it failed since it last succeeded.
    pub(super) fn failure_count(&self) -> u32 {
        self.failure_count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pause_is_twice_as_long_up_to_the_longest() {
        let mut backoff = Backoff::new(Duration::from_secs(1), Duration::from_secs(5));
        let pauses: Vec<u64> = (0..5).map(|_| backoff.failed().as_secs()).collect();
        assert_eq!(pauses, [1, 2, 4, 5, 5]);
        (0..1_000).for_each(|_| assert!(backoff.failed() <= Duration::from_secs(5)));
        backoff.reset();
        assert_eq!(backoff.failed(), Duration::from_secs(1));
    }
}
