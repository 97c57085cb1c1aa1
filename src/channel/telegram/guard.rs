//! A guard over the clock of reminders: a machine whose clock is wrong must not remind months too early.
//!
//! The highest time at which reminders were looked for is kept in the store. Telegram tells its own time with every answer: where
//! the two agree, the clock is believed, forwards and backwards. Otherwise time never runs backwards, and a leap ahead of more than a
//! day holds reminders until the server agrees.

use chrono::{DateTime, TimeDelta, Utc};

use crate::engine::{Engine, EngineError};

/// The note that keeps the highest time.
const NOTE: &[u8] = b"clock";

/// So far apart two clocks may be that agree.
const AGREES: TimeDelta = TimeDelta::minutes(5);

/// A leap ahead of less needs nobody's word.
const LEAP_MAX: TimeDelta = TimeDelta::hours(24);

/// How much newer the time must be to be kept anew.
const KEEP_EVERY: TimeDelta = TimeDelta::seconds(60);

/// What the guard says of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Judged {
    /// It is this late.
    Now(DateTime<Utc>),
    /// The clock runs behind what it showed before: it is taken to be this late.
    Behind(DateTime<Utc>),
    /// The clock is plainly wrong, or nobody can tell yet.
    Hold,
}

/// Judges the time of the wall by the highest seen before and the server's.
pub(super) fn judge(
    seen: Option<DateTime<Utc>>,
    wall: DateTime<Utc>,
    server: Option<DateTime<Utc>>,
) -> Judged {
    let agrees = |server: DateTime<Utc>| (wall - server).abs() <= AGREES;
    match (seen, server) {
        (_, Some(server)) if agrees(server) => Judged::Now(wall),
        (Some(seen), _) if wall < seen => Judged::Behind(seen),
        (Some(seen), _) if wall - seen > LEAP_MAX => Judged::Hold,
        (Some(_) | None, _) => Judged::Now(wall),
    }
}

/// The highest time seen, and what of it is kept.
#[derive(Default)]
pub(super) struct Guard {
    seen: Option<DateTime<Utc>>,
    kept: Option<DateTime<Utc>>,
    is_read: bool,
    /// The alarm was raised, and not called off since.
    alarmed: bool,
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
        let judged = judge(self.seen, wall, server);
        let is_right = matches!(judged, Judged::Now(_));
        if !is_right && !self.alarmed {
            let ahead_s = self.seen.map(|seen| (wall - seen).num_seconds());
            tracing::error!(
                ahead_s,
                held = judged == Judged::Hold,
                "the clock is wrong; let it be set (NTP)"
            );
        }
        self.alarmed = !is_right;
        let now = match judged {
            Judged::Now(now) => now,
            Judged::Behind(seen) => return Ok(Some(seen)),
            Judged::Hold => return Ok(None),
        };
        self.seen = Some(now);
        if self.kept.is_none_or(|kept| (now - kept).abs() >= KEEP_EVERY) {
            engine.note(NOTE, &now.timestamp_millis().to_be_bytes()).await?;
            self.kept = Some(now);
        }
        Ok(Some(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leap_is_believed_only_when_the_server_agrees() {
        let seen: DateTime<Utc> = "2026-03-01T00:00:00Z".parse().expect("an instant");
        let day = TimeDelta::days(1);
        for leap in [
            TimeDelta::seconds(1),
            TimeDelta::minutes(10),
            TimeDelta::hours(23),
            day,
            day * 2,
            day * 40,
            day * 366,
            day * 3_653,
        ] {
            let (ahead, behind) = (seen + leap, seen - leap);
            let alone = if leap > LEAP_MAX { Judged::Hold } else { Judged::Now(ahead) };
            assert_eq!(judge(Some(seen), ahead, None), alone, "{leap} ahead, no server");
            assert_eq!(judge(Some(seen), behind, None), Judged::Behind(seen), "{leap} behind, no server");
            // The machine slept, or was set right.
            for now in [ahead, behind] {
                assert_eq!(judge(Some(seen), now, Some(now + AGREES)), Judged::Now(now), "{leap}, agreed");
            }
            // The server says that it is still as early as before.
            let server = Some(seen);
            assert_eq!(judge(Some(seen), ahead, server), alone, "{leap} ahead of the server");
        }
        assert_eq!(judge(None, seen, None), Judged::Now(seen), "an empty store knows no time");
    }
}
