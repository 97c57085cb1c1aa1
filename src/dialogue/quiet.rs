//! Quiet hours: when an applicant is not to be disturbed, in their own time.

use chrono::{DateTime, Days, LocalResult, NaiveTime, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// The hours of an applicant's night and where they live.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    /// The full hour at which they begin, 0 to 23.
    pub from: u32,
    /// The full hour at which they end; the same as `from`: there are none.
    pub to: u32,
    /// The time zone, by its name in the IANA database.
    pub zone: Tz,
}

impl Default for Quiet {
    fn default() -> Self {
        Self { from: 22, to: 8, zone: Tz::Asia__Shanghai }
    }
}

impl Quiet {
    /// Reads `22-8`, `off`, a zone such as `Europe/Berlin` or its city alone, or hours and a zone; what is not said stays.
    #[must_use]
    pub fn read(&self, typed: &str) -> Option<Self> {
        let mut quiet = self.clone();
        let mut is_empty = true;
        for part in typed.split_whitespace() {
            is_empty = false;
            if part.eq_ignore_ascii_case("off") {
                quiet.to = quiet.from;
            } else if let Some((from, to)) = hours(part) {
                (quiet.from, quiet.to) = (from, to);
            } else {
                quiet.zone = zone(part)?;
            }
        }
        (!is_empty).then_some(quiet)
    }

    /// Whether it is quiet at this instant.
    #[must_use]
    pub fn covers(&self, at: DateTime<Utc>) -> bool {
        let hour = at.with_timezone(&self.zone).hour();
        if self.from <= self.to {
            (self.from..self.to).contains(&hour)
        } else {
            hour >= self.from || hour < self.to
        }
    }

    /// The first instant from this one on at which it is not quiet.
    #[must_use]
    pub fn over(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        if !self.covers(at) {
            return at;
        }
        let local = at.with_timezone(&self.zone);
        let ends_tomorrow = local.hour() >= self.to;
        let day = local.date_naive().checked_add_days(Days::new(u64::from(ends_tomorrow)));
        let end = day.and_then(|day| self.instant(day, self.to));
        // Where clocks were set between, the hour may be passed twice.
        end.filter(|end| *end > at).unwrap_or(at + TimeDelta::hours(1))
    }

    /// A full hour of a day where the applicant lives; one that the clocks skip is the next one there is.
    #[must_use]
    pub fn instant(&self, day: chrono::NaiveDate, hour: u32) -> Option<DateTime<Utc>> {
        let local = day.and_time(NaiveTime::from_hms_opt(hour, 0, 0)?);
        let steps = (0..=4).map(|step| local + TimeDelta::minutes(30 * step));
        let mut found = steps.filter_map(|local| match self.zone.from_local_datetime(&local) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at.with_timezone(&Utc)),
            LocalResult::None => None,
        });
        found.next()
    }
}

/// `22-8`, `22:00-08:00`.
fn hours(part: &str) -> Option<(u32, u32)> {
    let (from, to) = part.split_once(['-', '–', '~'])?;
    let hour = |text: &str| {
        let text = text.strip_suffix(":00").unwrap_or(text);
        text.parse::<u32>().ok().filter(|hour| *hour <= 24).map(|hour| hour % 24)
    };
    Some((hour(from)?, hour(to)?))
}

/// A zone by its name, or by the name of its city.
fn zone(part: &str) -> Option<Tz> {
    let same = |name: &str| name.eq_ignore_ascii_case(part);
    let city = |tz: &&Tz| tz.name().rsplit('/').next().is_some_and(same);
    let zones = chrono_tz::TZ_VARIANTS.iter();
    zones.clone().find(|tz| same(tz.name())).or_else(|| zones.clone().find(city)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    #[test]
    fn the_night_ends_in_the_morning_where_one_lives() {
        let quiet = Quiet::default();
        for (instant, over) in [
            // 21:59, 22:00, 7:59 and 8:00 in China.
            ("2026-03-01T13:59:00Z", "2026-03-01T13:59:00Z"),
            ("2026-03-01T14:00:00Z", "2026-03-02T00:00:00Z"),
            ("2026-03-01T23:59:00Z", "2026-03-02T00:00:00Z"),
            ("2026-03-02T00:00:00Z", "2026-03-02T00:00:00Z"),
        ] {
            assert_eq!(quiet.over(at(instant)), at(over), "{instant}");
        }
    }

    #[test]
    fn clocks_that_are_set_do_not_confuse_it() {
        let quiet = Quiet { from: 22, to: 2, zone: Tz::Europe__Berlin };
        // Two o'clock does not exist on that night: it is quiet until three, which is 1:00 UTC.
        assert_eq!(quiet.over(at("2026-03-28T23:30:00Z")), at("2026-03-29T01:00:00Z"));
        for zone in [Tz::Europe__Berlin, Tz::America__New_York, Tz::Australia__Lord_Howe, Tz::Asia__Shanghai]
        {
            for (from, to) in [(22, 8), (0, 7), (23, 0), (1, 3), (13, 15), (5, 5)] {
                let quiet = Quiet { from, to, zone };
                let mut instant = at("2026-01-01T00:10:00Z");
                while instant < at("2027-01-01T00:00:00Z") {
                    let over = quiet.over(instant);
                    assert!(!quiet.covers(over) || over > instant, "{quiet:?} {instant}");
                    // A second look ends it, whatever the clocks do.
                    assert!(!quiet.covers(quiet.over(over)), "{quiet:?} {instant}");
                    assert!(over - instant <= TimeDelta::hours(25), "{quiet:?} {instant}");
                    instant += TimeDelta::minutes(47);
                }
            }
        }
    }

    #[test]
    fn it_is_read_as_people_write_it() {
        let quiet = Quiet::default();
        let read = |typed: &str| quiet.read(typed);
        assert_eq!(read("23-7"), Some(Quiet { from: 23, to: 7, ..Quiet::default() }));
        assert_eq!(read("22:00-08:00 berlin"), Some(Quiet { zone: Tz::Europe__Berlin, ..Quiet::default() }));
        assert_eq!(read("off"), Some(Quiet { from: 22, to: 22, ..Quiet::default() }));
        assert_eq!(read("America/New_York").map(|quiet| quiet.zone), Some(Tz::America__New_York));
        for wrong in ["", "25-8", "22", "Atlantis", "22-8-9", "a-b"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
