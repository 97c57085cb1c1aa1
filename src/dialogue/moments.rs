//! The moments of timers: derived from the filing, each over once and never again.
//!
//! A moment that has already passed when its timer starts is overtaken: the panel tells what it would have told. One that
//! falls into the applicant's night comes in the morning, unless the deadline would pass meanwhile.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};

use super::derive::{Standing, View};
use super::quiet::Quiet;
use super::state::{Answer, Applicant, Moment, Reopened, Wanted, china, china_date};
use crate::content::{Known, Offset, Timer, TimerStart};

/// The hour in China at which reminders counted in days go out.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine o'clock exists");

/// The ordinal of the moment that the applicant asked for.
pub(super) const ASKED_FOR: u32 = 0;

/// A timer that runs.
pub(super) struct Running<'a> {
    pub(super) timer: &'a Timer,
    /// Where its deadline lies.
    pub(super) end: Option<DateTime<Utc>>,
    /// The deadline is counted over years whose holidays are known.
    pub(super) is_sure: bool,
    /// What the applicant asked for about it.
    pub(super) wanted: Option<&'a Wanted>,
}

/// The filing's moments brought up to date: new ones are set, those of timers that ended are taken away. Whoever left
/// is not reminded; what they left is erased all the same.
pub(super) fn settled(view: &View<'_>, applicant: &Applicant) -> Vec<Moment> {
    let concerns = |timer: &&Timer| timer.clock.erases.is_some() || !applicant.away;
    let running = view.content.timers.iter().filter(concerns).filter(|timer| runs(view, timer));
    running.flat_map(|timer| moments_of(view, timer, &applicant.quiet)).collect()
}

/// The last day of a timer, and whether the holidays on the way are known; `None`: it has none, or its start is not known.
pub(super) fn deadline(view: &View<'_>, timer: &Timer) -> Option<(NaiveDate, bool)> {
    let (end, is_sure) = end(view, timer, start(view, timer)?)?;
    Some((last_day(end), is_sure))
}

/// The last day of the timer with this id.
pub(super) fn deadline_of(view: &View<'_>, id: &str) -> Option<NaiveDate> {
    let timer = view.content.timers.iter().find(|known| known.id == id)?;
    deadline(view, timer).map(|(day, _)| day)
}

/// The day that an instant ends or lies in.
pub(super) fn last_day(end: DateTime<Utc>) -> NaiveDate {
    china_date(end - TimeDelta::seconds(1))
}

/// How a deadline so many days ahead stands.
pub(super) fn state_of(days_left: i64) -> &'static str {
    match days_left {
        1.. => "ahead",
        0 => "today",
        _ => "overdue",
    }
}

/// The timers that run.
pub(super) fn running<'a>(view: &'a View<'_>) -> Vec<Running<'a>> {
    let running = view.content.timers.iter().filter(|timer| runs(view, timer));
    let running = running.filter_map(|timer| {
        let start = start(view, timer)?;
        let (end, is_sure) =
            end(view, timer, start).map_or((None, true), |(end, is_sure)| (Some(end), is_sure));
        Some(Running { timer, end, is_sure, wanted: wanted(view, timer, start) })
    });
    running.collect()
}

/// When a timer began that runs.
pub(super) fn began(view: &View<'_>, timer: &Timer) -> Option<DateTime<Utc>> {
    start(view, timer).filter(|_| runs(view, timer)).and_then(instant)
}

/// The instant at which the deadline of a timer is over.
pub(super) fn end_of(view: &View<'_>, timer: &Timer) -> Option<DateTime<Utc>> {
    end(view, timer, start(view, timer)?).map(|(end, _)| end)
}

#[derive(Clone, Copy)]
enum Start {
    At(DateTime<Utc>),
    Date(NaiveDate),
}

/// A timer runs once it has started, for whom it concerns, until its field is answered, or its stage is left.
fn runs(view: &View<'_>, timer: &Timer) -> bool {
    let clock = &timer.clock;
    let ended = clock.until.is_some_and(|field| given(view, field).is_some());
    let left = clock.stage.is_some_and(|stage| view.lifecycle() != stage);
    let closed = matches!(view.standing, Standing::Closed { .. }) && clock.erases.is_none();
    // While an answer that decides it is asked again, it goes on as it did.
    let concerns = view.holds(&clock.when);
    let ran = || view.filing.moments.iter().any(|moment| moment.timer == timer.id);
    !ended && !left && !closed && concerns.unwrap_or_else(ran)
}

/// A date once given runs on, whatever is asked again, and while it is itself: the law's clock does not stop for an edit.
fn stored<'a>(view: &View<'a>, field: usize) -> Option<&'a Answer> {
    let answer = view.filing.answers.get(&view.content.fields[field].id)?;
    (answer.reopened != Some(Reopened::Returned)).then_some(answer)
}

/// What was told is so: it was not taken back, nor put off since. While it is changed it goes on as it did.
fn given<'a>(view: &View<'a>, field: usize) -> Option<&'a Answer> {
    let answer = stored(view, field)?;
    match answer.reopened {
        None => Some(answer),
        Some(Reopened::Edited) => {
            let put_off = view.filing.later.contains_key(&view.content.fields[field].id);
            (!put_off).then_some(answer)
        }
        Some(Reopened::Undone | Reopened::Returned) => None,
    }
}

fn start(view: &View<'_>, timer: &Timer) -> Option<Start> {
    match timer.clock.starts {
        TimerStart::Entry => {
            let stage = &view.content.stages[timer.clock.stage?].id;
            view.filing.entered.get(stage).copied().map(Start::At)
        }
        TimerStart::Date(field) => {
            let date: NaiveDate = stored(view, field)?.value.text()?.parse().ok()?;
            let lead = match timer.clock.lead {
                Some(_) => lead(view, timer)?,
                None => 0,
            };
            plus_days(date, -lead).map(Start::Date)
        }
        TimerStart::After(field) => Some(Start::At(given(view, field)?.at)),
        TimerStart::Silence => last_answer(view).map(Start::Date),
        TimerStart::Absence => {
            let created = Some(china_date(view.filing.created));
            created.max(last_answer(view)).max(view.filing.visited).map(Start::Date)
        }
    }
}

/// The day of the last answer; none: whoever answered nothing is not asked after. What was taken over from another filing is as old
/// as this one.
fn last_answer(view: &View<'_>) -> Option<NaiveDate> {
    let last = view.filing.answers.values().map(|answer| answer.at).max()?;
    Some(china_date(last.max(view.filing.created)))
}

/// How many days before its date a timer starts, as the rules say.
fn lead(view: &View<'_>, timer: &Timer) -> Option<i64> {
    let var = timer.clock.lead?;
    let Known::Is(values) = view.look(var) else { return None };
    let first = values.iter().next()?;
    view.content.variables[var.index()].values.get(first)?.parse().ok()
}

fn instant(start: Start) -> Option<DateTime<Utc>> {
    match start {
        Start::At(at) => Some(at),
        Start::Date(date) => morning(date),
    }
}

/// The morning so far ahead.
pub(super) fn ahead(view: &View<'_>, offset: Offset) -> Option<DateTime<Utc>> {
    moment(view, Start::Date(china_date(view.now)), offset)
}

/// When the filing is erased, where this timer announced it and nobody wanted it kept.
pub(super) fn erased_at(view: &View<'_>, timer: &Timer) -> Option<DateTime<Utc>> {
    timer.clock.erases?;
    match wanted(view, timer, start(view, timer)?)? {
        Wanted::Erased(at) => Some(*at),
        Wanted::Done | Wanted::Stopped | Wanted::Later(_) => None,
    }
}

/// What the applicant asked for about a timer, if it began then as it does now.
fn wanted<'a>(view: &View<'a>, timer: &Timer, start: Start) -> Option<&'a Wanted> {
    let wish = view.filing.wishes.get(&timer.id)?;
    (Some(wish.of) == instant(start)).then_some(&wish.wanted)
}

fn moments_of(view: &View<'_>, timer: &Timer, quiet: &Quiet) -> Vec<Moment> {
    let Some(start) = start(view, timer) else { return Vec::new() };
    let wanted = wanted(view, timer, start);
    if matches!(wanted, Some(Wanted::Done | Wanted::Stopped)) {
        return Vec::new();
    }
    let later = match wanted {
        Some(Wanted::Later(later) | Wanted::Erased(later)) => Some(*later),
        Some(Wanted::Done | Wanted::Stopped) | None => None,
    };
    let end = end(view, timer, start).map(|(end, _)| end);
    let mut nominal = nominal(view, timer, start);
    nominal.extend(later.map(|later| (ASKED_FOR, later)));
    let moments = nominal.into_iter().map(|(ordinal, nominal)| {
        let same = |old: &&Moment| {
            old.timer == timer.id && old.ordinal == ordinal && old.nominal.unwrap_or(old.due) == nominal
        };
        let known = view.filing.moments.iter().find(same);
        if let Some(over) = known.filter(|known| known.over) {
            return over.clone();
        }
        let own = permitted(nominal, quiet, end);
        // Whoever wants to hear of it later does not hear of it before; then one speaks for all.
        let mut due = later.map_or(own, |later| own.max(permitted(later, quiet, end)));
        if due < view.now && quiet.covers(view.now) {
            due = permitted(view.now, quiet, end);
        }
        // Nothing is erased that was not announced, however late that is.
        let over = known.is_none() && own <= view.now && timer.clock.erases.is_none();
        Moment { timer: timer.id.clone(), ordinal, due, nominal: Some(nominal), over }
    });
    moments.collect()
}

/// The first instant at which what is due may be said: not in the night, unless the deadline would pass in it.
pub(super) fn permitted(due: DateTime<Utc>, quiet: &Quiet, end: Option<DateTime<Utc>>) -> DateTime<Utc> {
    let over = quiet.over(quiet.over(due));
    match end {
        Some(end) if due < end && over >= end => due,
        Some(_) | None => over,
    }
}

/// When a timer fires, whatever the hour: all its own moments, and of those that come again the next one, and one that has
/// come and was not spoken of yet.
fn nominal(view: &View<'_>, timer: &Timer, start: Start) -> Vec<(u32, DateTime<Utc>)> {
    let own = (1..).zip(&timer.clock.at);
    let own = own.filter_map(|(ordinal, offset)| Some((ordinal, moment(view, start, *offset)?)));
    let mut nominal: Vec<(u32, DateTime<Utc>)> = own.collect();
    let (Some(every), Some((last, last_at))) = (timer.clock.every, nominal.last().copied()) else {
        return nominal;
    };
    let again = |count: u32| {
        let comes = timer.clock.times.is_none_or(|times| count <= times);
        Some((last.checked_add(count)?, again(view, last_at, every, count).filter(|_| comes)?))
    };
    let waits = view.filing.moments.iter().filter(|old| old.timer == timer.id && !old.over);
    let waiting = waits.filter_map(|old| again(old.ordinal.checked_sub(last).filter(|count| *count > 0)?));
    let waiting: Vec<(u32, DateTime<Utc>)> = waiting.filter(|(_, at)| *at <= view.now).collect();
    nominal.extend(waiting);
    // No fewer than have surely passed, then one by one.
    let passed = (view.now - last_at).num_days() / days_at_most(every);
    let of_timer = view.filing.moments.iter().filter(|old| old.timer == timer.id);
    let known = of_timer.map(|old| old.ordinal.saturating_sub(last)).max().unwrap_or(0);
    let mut count = u32::try_from(passed).unwrap_or(0).max(known).max(1);
    while let Some(next) = again(count) {
        if next.1 > view.now {
            nominal.push(next);
            break;
        }
        count += 1;
    }
    nominal
}

/// As many calendar days as a distance can take.
fn days_at_most(offset: Offset) -> i64 {
    let days = match offset {
        Offset::Hours(hours) => (hours + 23) / 24,
        Offset::Days(days) => days,
        // Weekends and the longest holidays.
        Offset::WorkingDays(days) => 2 * days + 10,
    };
    days.max(1)
}

fn moment(view: &View<'_>, start: Start, offset: Offset) -> Option<DateTime<Utc>> {
    match offset {
        Offset::Hours(hours) => Some(instant(start)? + TimeDelta::hours(hours)),
        Offset::Days(_) | Offset::WorkingDays(_) => morning(day(view, first_day(start), offset)?.0),
    }
}

/// The day on which a clock began, in China.
fn first_day(start: Start) -> NaiveDate {
    match start {
        Start::At(at) => china_date(at),
        Start::Date(date) => date,
    }
}

/// The moment so many times behind the last one.
fn again(view: &View<'_>, last: DateTime<Utc>, every: Offset, count: u32) -> Option<DateTime<Utc>> {
    let times = i64::from(count);
    let every = match every {
        Offset::Hours(hours) => return Some(last + TimeDelta::hours(hours.checked_mul(times)?)),
        Offset::Days(days) => Offset::Days(days.checked_mul(times)?),
        Offset::WorkingDays(days) => Offset::WorkingDays(days.checked_mul(times)?),
    };
    morning(day(view, china_date(last), every)?.0)
}

/// The day so far from another one, and whether the holidays on the way are known.
fn day(view: &View<'_>, from: NaiveDate, offset: Offset) -> Option<(NaiveDate, bool)> {
    match offset {
        Offset::Days(days) => Some((plus_days(from, days)?, true)),
        Offset::WorkingDays(days) => {
            let found = view.content.calendar.after(from, u32::try_from(days).ok()?)?;
            Some((found.date, found.is_sure))
        }
        Offset::Hours(hours) => Some((plus_days(from, hours / 24)?, true)),
    }
}

/// The instant at which the deadline is over: for days, 24:00 in China of the last one.
fn end(view: &View<'_>, timer: &Timer, start: Start) -> Option<(DateTime<Utc>, bool)> {
    match timer.clock.limit? {
        Offset::Hours(hours) => Some((instant(start)? + TimeDelta::hours(hours), true)),
        limit @ (Offset::Days(_) | Offset::WorkingDays(_)) => {
            let (day, is_sure) = day(view, first_day(start), limit)?;
            Some((midnight_after(day)?, is_sure))
        }
    }
}

fn plus_days(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { date.checked_sub_days(count) } else { date.checked_add_days(count) }
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
