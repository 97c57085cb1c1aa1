//! The moments of timers: derived from the filing, each over once and never again.
//!
//! A moment that has already passed when its timer starts is overtaken: the panel tells what it would have told.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};

use super::derive::View;
use super::state::{Answer, Moment, china, china_date};
use crate::content::{Offset, Timer, TimerStart};

/// The hour in China at which reminders counted in days go out.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine o'clock exists");

/// The filing's moments brought up to date: new ones are set, those of timers that ended are taken away.
pub(super) fn settled(view: &View<'_>) -> Vec<Moment> {
    let running = view.content.timers.iter().filter(|timer| runs(view, timer));
    running
        .flat_map(|timer| moments_of(view, timer))
        .map(|(timer, ordinal, due)| {
            let same = |old: &&Moment| old.timer == timer && old.ordinal == ordinal && old.due == due;
            let known = view.filing.moments.iter().find(same).cloned();
            known.unwrap_or(Moment { timer, ordinal, due, over: due <= view.now })
        })
        .collect()
}

/// The last day of a timer that counts from a date; `None` while the date is not known.
pub(super) fn deadline(view: &View<'_>, timer: &str) -> Option<NaiveDate> {
    let timer = view.content.timers.iter().find(|known| known.id == timer)?;
    match (timer.limit, start(view, timer)?) {
        (Offset::Days(days), Start::Date(date)) => plus_days(date, days),
        (Offset::Hours(hours), Start::At(at)) => Some(china_date(at + TimeDelta::hours(hours))),
        (Offset::Days(days), Start::At(at)) => plus_days(china_date(at), days),
        (Offset::Hours(_), Start::Date(_)) => None,
    }
}

/// How a deadline so many days ahead stands.
pub(super) fn state_of(days_left: i64) -> &'static str {
    match days_left {
        1.. => "ahead",
        0 => "today",
        _ => "overdue",
    }
}

/// The timers that run, each with the instant of its limit.
pub(super) fn deadlines<'a>(view: &'a View<'_>) -> Vec<(&'a Timer, DateTime<Utc>)> {
    let running = view.content.timers.iter().filter(|timer| runs(view, timer));
    running.filter_map(|timer| Some((timer, end(start(view, timer)?, timer.limit)?))).collect()
}

enum Start {
    At(DateTime<Utc>),
    Date(NaiveDate),
}

/// A timer runs once it has started, until its field is answered, or its stage is left.
fn runs(view: &View<'_>, timer: &Timer) -> bool {
    let ended = timer.until.is_some_and(|field| stored(view, field).is_some());
    let left = timer.stage.is_some_and(|stage| view.lifecycle() != stage);
    let closed = matches!(view.standing, super::derive::Standing::Closed { .. });
    !ended && !left && !closed
}

/// A date once given runs on, whatever is asked again before it: the law's clock does not stop for an edit.
fn stored<'a>(view: &View<'a>, field: usize) -> Option<&'a Answer> {
    view.filing.answers.get(&view.content.fields[field].id).filter(|answer| answer.reopened.is_none())
}

fn start(view: &View<'_>, timer: &Timer) -> Option<Start> {
    match timer.starts {
        TimerStart::Entry => {
            let stage = &view.content.stages[timer.stage?].id;
            view.filing.entered.get(stage).copied().map(Start::At)
        }
        TimerStart::Date(field) => stored(view, field)?.value.text()?.parse().ok().map(Start::Date),
    }
}

fn moments_of(view: &View<'_>, timer: &Timer) -> Vec<(String, u32, DateTime<Utc>)> {
    let Some(start) = start(view, timer) else {
        return Vec::new();
    };
    timer
        .at
        .iter()
        .zip(1..)
        .filter_map(|(offset, ordinal)| {
            let due = match (&start, offset) {
                (Start::At(at), Offset::Hours(hours)) => *at + TimeDelta::hours(*hours),
                (Start::At(at), Offset::Days(days)) => morning(plus_days(china_date(*at), *days)?)?,
                (Start::Date(date), Offset::Days(days)) => morning(plus_days(*date, *days)?)?,
                (Start::Date(date), Offset::Hours(hours)) => morning(*date)? + TimeDelta::hours(*hours),
            };
            Some((timer.id.clone(), ordinal, due))
        })
        .collect()
}

/// The instant at which the limit is over: for days, 24:00 in China of the last one.
fn end(start: Start, limit: Offset) -> Option<DateTime<Utc>> {
    match (start, limit) {
        (Start::At(at), Offset::Hours(hours)) => Some(at + TimeDelta::hours(hours)),
        (Start::At(at), Offset::Days(days)) => midnight_after(plus_days(china_date(at), days)?),
        (Start::Date(date), Offset::Days(days)) => midnight_after(plus_days(date, days)?),
        (Start::Date(date), Offset::Hours(hours)) => Some(morning(date)? + TimeDelta::hours(hours)),
    }
}

fn plus_days(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    date.checked_add_days(Days::new(u64::try_from(days).ok()?))
}

fn morning(date: NaiveDate) -> Option<DateTime<Utc>> {
    in_china(date.and_time(MORNING))
}

fn midnight_after(date: NaiveDate) -> Option<DateTime<Utc>> {
    in_china(date.succ_opt()?.and_time(NaiveTime::MIN))
}

fn in_china(local: chrono::NaiveDateTime) -> Option<DateTime<Utc>> {
    china().from_local_datetime(&local).single().map(|at| at.with_timezone(&Utc))
}
