//! Days are counted one by one here, by the rule of the leap years alone, and compared with what the core makes of them.

use std::sync::Arc;

use beian::content::{Content, shipped};
use beian::dialogue::{Around, Effect, Event, Filing, Moment, Reference, State, Value, step};
use beian::personal::Personal;
use beian::rules::Calendar;
use chrono::{DateTime, NaiveDate, Utc};

use crate::inprocess::{End, Persona, Walk};

/// Nine in the morning in China, in seconds of the day in UTC.
const MORNING: i64 = 3_600;

/// A day, counted from 2000-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Civil {
    year: i32,
    month: u32,
    day: u32,
    /// Days since 1970-01-01.
    number: i64,
}

impl Civil {
    /// 10,957 days behind the first of January 1970.
    const FIRST: Self = Self { year: 2000, month: 1, day: 1, number: 10_957 };

    fn next(self) -> Self {
        let leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        let length = match self.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let number = self.number + 1;
        match (self.day < length, self.month < 12) {
            (true, _) => Self { day: self.day + 1, number, ..self },
            (false, true) => Self { day: 1, month: self.month + 1, number, ..self },
            (false, false) => Self { day: 1, month: 1, year: self.year + 1, number },
        }
    }

    fn text(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// Nine in the morning in China.
    fn morning(self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.number * 86_400 + MORNING, 0).expect("an instant")
    }
}

/// A filing led to this stage, and its events.
fn led_to(content: &Content, wanted: &str) -> State {
    let persona = Persona::new("somebody");
    let mut walk = Walk::new(content, &persona);
    assert_eq!(walk.until_stage(wanted), End::There);
    let mut state = State::new();
    for event in &walk.events {
        state = turn(&state, event, content, persona.at);
    }
    state
}

fn around(now: DateTime<Utc>) -> Around {
    Around {
        now,
        fresh: Reference::from_random([1; 6]),
        edition: "current".to_owned(),
        language: None,
        language_chosen: false,
        team: false,
        often: Arc::default(),
    }
}

fn turn(state: &State, event: &Event, content: &Content, now: DateTime<Utc>) -> State {
    step(state, event, content, &around(now)).state
}

fn only(state: &mut State) -> &mut Filing {
    state.filings.values_mut().next().expect("a filing")
}

fn moments<'a>(state: &'a State, timer: &str) -> Vec<&'a Moment> {
    let filing = state.filings.values().next().expect("a filing");
    filing.moments.iter().filter(|moment| moment.timer == timer).collect()
}

#[test]
fn the_thirty_days_are_counted_as_on_the_fingers_from_2000_to_2100() {
    let content = shipped();
    let mut state = led_to(&content, "public-security");
    let days: Vec<Civil> = std::iter::successors(Some(Civil::FIRST), |day| Some(day.next()))
        .take_while(|day| day.year < 2101 || day.month < 3)
        .collect();
    let mut count = 0;
    for (at, opened) in days.iter().enumerate().take_while(|(_, day)| day.year < 2101) {
        let filing = only(&mut state);
        filing.moments.clear();
        let answer = filing.answers.get_mut("site.opened-on").expect("it was answered");
        answer.value = Value::Text(Personal::new(opened.text()));
        // Early on the opening day.
        let now = DateTime::from_timestamp(opened.number * 86_400, 0).expect("an instant");
        let after = turn(&state, &Event::Arrived, &content, now);
        let found: Vec<Option<DateTime<Utc>>> =
            moments(&after, "public-security.due").iter().map(|moment| moment.nominal).collect();
        let expected = [0, 15, 23, 27, 29, 30, 44].map(|ahead| Some(days[at + ahead].morning()));
        assert_eq!(found, expected, "opened on {}", opened.text());
        let said = said(&after, &content, now);
        let last = format!("{} 24:00，还有 30 天", days[at + 30].text());
        assert!(said.contains(&last), "opened on {}: {last} is not in\n{said}", opened.text());
        count += 1;
    }
    assert_eq!(count, 36_890, "as many days as from 2000 to 2100");
}

/// What `/deadlines` says.
fn said(state: &State, content: &Content, now: DateTime<Utc>) -> String {
    let event = Event::Typed(Personal::from("/deadlines"));
    let said =
        step(state, &event, content, &around(now)).effects.into_iter().find_map(|effect| match effect {
            Effect::Say(message) => Some(message.text.expose().clone()),
            Effect::OpenTicket(_) | Effect::Asked { .. } | Effect::Forget => None,
        });
    said.unwrap_or_default()
}

/// Whether a day is worked, by the lists of the notices alone.
fn is_worked(listed: &toml::Table, day: NaiveDate) -> bool {
    let year = listed["year"]
        .as_array()
        .expect("years")
        .iter()
        .find(|year| year["year"].as_integer() == Some(chrono::Datelike::year(&day).into()));
    let among = |key: &str| {
        let days = year.and_then(|year| year[key].as_array());
        days.is_some_and(|days| days.iter().any(|one| one.as_str() == Some(day.to_string().as_str())))
    };
    let weekend = chrono::Datelike::weekday(&day).number_from_monday() > 5;
    if weekend { among("workdays") } else { !among("holidays") }
}

#[test]
fn working_days_are_those_of_the_notices_for_every_day_on_which_a_review_begins() {
    let content = shipped();
    let listed: toml::Table = include_str!("../../dialogues/rules/calendar.toml").parse().expect("it reads");
    let mut state = led_to(&content, "authority-review");
    let first: NaiveDate = "2019-01-01".parse().expect("a day");
    let days: Vec<(NaiveDate, bool)> =
        first.iter_days().take(2_922 + 80).map(|day| (day, is_worked(&listed, day))).collect();
    for (at, (begun, _)) in days.iter().enumerate().take(2_922) {
        let now = begun.and_hms_opt(4, 0, 0).expect("noon in China").and_utc();
        let filing = only(&mut state);
        filing.moments.clear();
        // All was answered at that instant, and so the stage was entered.
        filing.answers.values_mut().for_each(|answer| answer.at = now);
        filing.entered.values_mut().for_each(|entered| *entered = now);
        let after = turn(&state, &Event::Arrived, &content, now);
        let found: Vec<Option<NaiveDate>> = moments(&after, "authority-review.check")
            .iter()
            .map(|moment| moment.nominal.map(beian::dialogue::china_date))
            .collect();
        let worked: Vec<NaiveDate> =
            days[at + 1..].iter().filter(|(_, works)| *works).map(|(day, _)| *day).take(25).collect();
        let expected = [10, 20, 25].map(|count| Some(worked[count - 1]));
        assert_eq!(found, expected, "begun on {begun}");
    }
    assert!(
        Calendar::default().is_working("2026-10-01".parse().expect("a day")),
        "without data the week decides"
    );
}
