//! A guard over the clock of reminders: a machine whose clock is wrong must not remind months too early.
//!
//! Telegram tells its own time with every answer. Where the two are near, the clock is believed, forwards and backwards; where they are
//! not, reminders wait until they are. A server that tells no time leaves the last time that was believed, which is
//! kept in the store: a leap from that, either way, is believed once the clock has gone on steadily for a while.

use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};

use crate::engine::{Engine, EngineError};

/// The note that keeps the last time believed.
const NOTE: &[u8] = b"clock";

/// So far apart two clocks may be that agree.
const AGREES: TimeDelta = TimeDelta::hours(1);

/// A machine may be off for so long, and nobody wonders.
const LEAP_MAX: TimeDelta = TimeDelta::hours(24);

/// For so long a leap that nobody can confirm is doubted.
const DOUBT_MAX: Duration = Duration::from_secs(600);

/// How often the alarm is raised while reminders wait.
const ALARM_EVERY: Duration = Duration::from_secs(3600);

/// How much newer the time must be to be kept anew.
const KEEP_EVERY: TimeDelta = TimeDelta::seconds(60);

/// Whether reminders may go by the time of the wall; `is_steady`: it has gone on for a while without a leap.
pub(super) fn is_believed(
    seen: Option<DateTime<Utc>>,
    wall: DateTime<Utc>,
    server: Option<DateTime<Utc>>,
    is_steady: bool,
) -> bool {
    match (server, seen) {
        (Some(server), _) => (wall - server).abs() <= AGREES,
        (None, Some(seen)) => is_steady || (-AGREES..=LEAP_MAX).contains(&(wall - seen)),
        (None, None) => true,
    }
}

/// The last time believed, and what of it is kept.
#[derive(Default)]
pub(super) struct Guard {
    seen: Option<DateTime<Utc>>,
    kept: Option<DateTime<Utc>>,
    is_read: bool,
    /// Since when the clock is doubted, and what it showed then.
    doubted: Option<(Instant, DateTime<Utc>)>,
    alarmed: Option<Instant>,
}

impl Guard {
    /// The time by which reminders may go; `None`: not now.
    pub(super) async fn now(
        &mut self,
        engine: &Engine,
        wall: DateTime<Utc>,
        server: Option<DateTime<Utc>>,
    ) -> Result<Option<DateTime<Utc>>, EngineError> {
        if !self.is_read {
            let kept = engine.notes(NOTE).await?;
            let millis = kept
                .iter()
                .find_map(|(_, value)| Some(i64::from_be_bytes(value.as_slice().try_into().ok()?)));
            self.seen = millis.and_then(DateTime::from_timestamp_millis);
            (self.kept, self.is_read) = (self.seen, true);
        }
        if !is_believed(self.seen, wall, server, self.is_steady(wall)) {
            self.raise_alarm(wall, server);
            return Ok(None);
        }
        (self.doubted, self.alarmed) = (None, None);
        self.seen = Some(wall);
        if self.kept.is_none_or(|kept| (wall - kept).abs() >= KEEP_EVERY) {
            engine.note(NOTE, &wall.timestamp_millis().to_be_bytes()).await?;
            self.kept = Some(wall);
        }
        Ok(Some(wall))
    }

    /// Whether a clock that is doubted has gone on for long enough as a clock does.
    fn is_steady(&mut self, wall: DateTime<Utc>) -> bool {
        let Some((since, shown)) = self.doubted else {
            self.doubted = Some((Instant::now(), wall));
            return false;
        };
        let passed = TimeDelta::from_std(since.elapsed()).unwrap_or(TimeDelta::MAX);
        if ((wall - shown) - passed).abs() > TimeDelta::seconds(30) {
            self.doubted = Some((Instant::now(), wall));
            return false;
        }
        since.elapsed() >= DOUBT_MAX
    }

    fn raise_alarm(&mut self, wall: DateTime<Utc>, server: Option<DateTime<Utc>>) {
        if self.alarmed.is_some_and(|alarmed| alarmed.elapsed() < ALARM_EVERY) {
            return;
        }
        self.alarmed = Some(Instant::now());
        let of_server_s = server.map(|server| (wall - server).num_seconds());
        let of_before_s = self.seen.map(|seen| (wall - seen).num_seconds());
        tracing::error!(
            of_server_s,
            of_before_s,
            "the clock is wrong, so reminders wait; let it be set (NTP)"
        );
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::content::shipped;
    use crate::engine::Settings;
    use crate::store::MemStore;
    use crate::store::vault::MasterKey;

    fn leaps() -> [TimeDelta; 9] {
        let day = TimeDelta::days(1);
        [
            TimeDelta::seconds(1),
            TimeDelta::minutes(10),
            AGREES,
            TimeDelta::hours(23),
            day,
            day * 2,
            day * 40,
            day * 366,
            day * 3_653,
        ]
    }

    #[test]
    fn a_leap_is_believed_when_the_server_agrees_and_never_when_it_does_not() {
        let seen: DateTime<Utc> = "2026-03-01T00:00:00Z".parse().expect("an instant");
        for leap in leaps() {
            for wall in [seen + leap, seen - leap] {
                // The machine was off, or was set right; or it was set wrong.
                assert!(is_believed(Some(seen), wall, Some(wall + AGREES), false), "{leap}, agreed");
                let is_small = leap <= AGREES;
                assert_eq!(is_believed(Some(seen), wall, Some(seen), false), is_small, "{leap}, denied");
                assert_eq!(
                    is_believed(Some(seen), wall, Some(seen), true),
                    is_small,
                    "{leap}, denied for long"
                );
            }
        }
    }

    #[test]
    fn a_leap_that_nobody_confirms_is_doubted_for_a_while() {
        let seen: DateTime<Utc> = "2026-03-01T00:00:00Z".parse().expect("an instant");
        let believed = |wall, is_steady| is_believed(Some(seen), wall, None, is_steady);
        for leap in leaps() {
            assert_eq!(believed(seen + leap, false), leap <= LEAP_MAX, "{leap} ahead");
            assert_eq!(believed(seen - leap, false), leap <= AGREES, "{leap} behind");
            assert!(believed(seen + leap, true) && believed(seen - leap, true), "{leap}, steady");
        }
        assert!(is_believed(None, seen, None, false), "an empty store knows no time");
    }

    #[test]
    fn what_was_seen_outlives_a_restart() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            let store = Arc::new(MemStore::new());
            let master = MasterKey::from_hex(&"ab".repeat(32)).expect("64 hex digits");
            let settings = Settings { edition: "current".to_owned(), team: false };
            let engine = Engine::new(store, master, shipped(), settings);
            let first: DateTime<Utc> = "2026-03-01T00:00:00Z".parse().expect("an instant");
            let mut guard = Guard::default();
            assert_eq!(guard.now(&engine, first, None).await.expect("it reads"), Some(first));
            let mut guard = Guard::default();
            for leap in leaps() {
                let (ahead, behind) = (first + leap, first - leap);
                let at = |believed: bool, wall| believed.then_some(wall);
                let found = guard.now(&engine, behind, None).await.expect("it reads");
                assert_eq!(found, at(leap <= AGREES, behind), "{leap} behind");
                let found = guard.now(&engine, ahead, Some(ahead)).await.expect("it reads");
                assert_eq!(found, Some(ahead), "{leap} ahead, and the server agrees");
                let found = guard.now(&engine, first, Some(first)).await.expect("it reads");
                assert_eq!(found, Some(first), "{leap} back, and the server agrees");
            }
        });
    }
}
