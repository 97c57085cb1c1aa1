//! The working days of China (`rules/calendar.toml`): the week, and by year the days off and the days made up for them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;

/// The working days. A year without data goes by the week alone.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    years: BTreeMap<i32, Year>,
}

#[derive(Debug, Clone)]
struct Year {
    holidays: BTreeSet<NaiveDate>,
    workdays: BTreeSet<NaiveDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "checked-on")]
    _checked_on: NaiveDate,
    #[serde(default)]
    year: Vec<Listed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    year: i32,
    holidays: Vec<NaiveDate>,
    workdays: Vec<NaiveDate>,
    /// Read by the check of all sources.
    #[serde(rename = "source")]
    _source: Vec<String>,
}

/// A day so many working days away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkingDay {
    /// The day.
    pub date: NaiveDate,
    /// Every year on the way has data; otherwise the day is only about right.
    pub is_sure: bool,
}

impl Calendar {
    /// Reads `rules/calendar.toml`, and what is wrong in it.
    ///
    /// # Errors
    ///
    /// It is no such file.
    pub fn from_toml(text: &str) -> Result<(Self, Vec<String>), toml::de::Error> {
        let file: File = toml::from_str(text)?;
        let (mut years, mut wrong) = (BTreeMap::new(), Vec::new());
        for listed in file.year {
            let year = listed.year;
            let days = || listed.holidays.iter().chain(&listed.workdays);
            wrong.extend(
                days().filter(|day| day.year() != year).map(|day| format!("{day} is no day of {year}")),
            );
            let off = listed.holidays.iter().filter(|day| is_weekend(**day));
            wrong.extend(
                off.map(|day| format!("{day} is off anyway; expected Monday to Friday in `holidays`")),
            );
            let worked = listed.workdays.iter().filter(|day| !is_weekend(**day));
            wrong.extend(
                worked
                    .map(|day| format!("{day} is worked anyway; expected Saturday or Sunday in `workdays`")),
            );
            let count = days().count();
            let days = Year {
                holidays: listed.holidays.into_iter().collect(),
                workdays: listed.workdays.into_iter().collect(),
            };
            if days.holidays.len() + days.workdays.len() < count {
                wrong.push(format!("a day of {year} stands there twice; expected once"));
            }
            if years.insert(year, days).is_some() {
                wrong.push(format!("{year} stands there twice; expected once"));
            }
        }
        Ok((Self { years }, wrong))
    }

    /// Whether a day is worked.
    #[must_use]
    pub fn is_working(&self, day: NaiveDate) -> bool {
        match self.years.get(&day.year()) {
            Some(year) if is_weekend(day) => year.workdays.contains(&day),
            Some(year) => !year.holidays.contains(&day),
            None => !is_weekend(day),
        }
    }

    /// The day so many working days behind this one, which is not counted; `None`: it lies beyond all dates.
    #[must_use]
    pub fn after(&self, day: NaiveDate, working_days: u32) -> Option<WorkingDay> {
        let mut found = WorkingDay { date: day, is_sure: true };
        let mut left = working_days;
        while left > 0 {
            found.date = found.date.checked_add_days(Days::new(1))?;
            found.is_sure &= self.years.contains_key(&found.date.year());
            left -= u32::from(self.is_working(found.date));
        }
        Some(found)
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> Calendar {
        let (calendar, wrong) =
            Calendar::from_toml(include_str!("../../dialogues/rules/calendar.toml")).expect("it reads");
        assert_eq!(wrong, Vec::<String>::new());
        calendar
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn days_are_those_of_the_notices() {
        let calendar = shipped();
        // 国办发明电〔2024〕12号: spring festival from 28 January to 4 February, worked on 26 January and 8 February.
        for (date, works) in [
            ("2025-01-26", true),
            ("2025-01-27", true),
            ("2025-01-28", false),
            ("2025-02-04", false),
            ("2025-02-05", true),
            ("2025-02-08", true),
            ("2025-02-09", false),
            // The spring festival of 2020 was extended to 2 February.
            ("2020-01-31", false),
            ("2020-02-03", true),
            // The national day of 2026.
            ("2026-10-07", false),
            ("2026-10-08", true),
            // Nothing is known of this year.
            ("2031-10-01", true),
            ("2031-10-04", false),
        ] {
            assert_eq!(calendar.is_working(day(date)), works, "{date}");
        }
    }

    /// The years with data have as many working days as the notices leave.
    #[test]
    fn years_have_their_count_of_working_days() {
        let calendar = shipped();
        let counts = [
            (2019, 250),
            (2020, 249),
            (2021, 250),
            (2022, 249),
            (2023, 249),
            (2024, 251),
            (2025, 248),
            (2026, 248),
        ];
        for (year, count) in counts {
            let days = NaiveDate::from_ymd_opt(year, 1, 1).expect("a date").iter_days();
            let worked = days.take_while(|day| day.year() == year).filter(|day| calendar.is_working(*day));
            assert_eq!(worked.count(), count, "{year}");
        }
    }

    /// Day by day, for every start in the years with data and counts up to two months.
    #[test]
    fn working_days_are_counted_as_one_by_one() {
        let calendar = shipped();
        let starts = day("2018-12-01").iter_days().take_while(|start| *start < day("2027-02-01"));
        for start in starts {
            let behind = start.iter_days().skip(1).filter(|day| calendar.is_working(*day));
            let worked: Vec<NaiveDate> = std::iter::once(start).chain(behind.take(45)).collect();
            for (count, expected) in (0..).zip(&worked) {
                let found = calendar.after(start, count).expect("a date");
                assert_eq!(found.date, *expected, "{start} + {count}");
                let is_sure = count == 0
                    || start
                        .iter_days()
                        .skip(1)
                        .take_while(|day| day <= expected)
                        .all(|day| (2019..=2026).contains(&day.year()));
                assert_eq!(found.is_sure, is_sure, "{start} + {count}");
            }
        }
    }

    #[test]
    fn what_cannot_be_is_told() {
        let text = r#"
            checked-on = "2026-11-29"
            [[year]]
            year = 2026
            holidays = ["2026-10-03", "2025-10-01"]
            workdays = ["2026-10-01", "2026-10-01"]
            source = ["X"]
        "#;
        let (_, wrong) = Calendar::from_toml(text).expect("it reads");
        // A Saturday off, a day of another year, a Thursday made up twice.
        assert_eq!(wrong.len(), 5, "{wrong:#?}");
    }
}
