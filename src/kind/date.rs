//! A day, in the forms that people here write, or as today and yesterday.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use regex::Regex;

use super::{Checked, Given, Note, Refusal, Spec, clean, mask, no_reading, refuse};

pub(super) const SPEC: Spec = Spec {
    id: "date",
    characters_max: 40,
    reasons: &["empty", "too-long", "format", "impossible"],
    example: "2026-03-01",
    readings: &[],
    notes: &["future"],
    check,
    read: no_reading,
    mask: mask::open,
};

static PARTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^([0-9]{4})(?:-|/|\.|年)([0-9]{1,2})(?:-|/|\.|月)([0-9]{1,2})(?:日|号)?$")
        .expect("a pattern of ours")
});
static JOINED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^([0-9]{4})([0-9]{2})([0-9]{2})$").expect("a pattern of ours"));

static DAY_MONTH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^([0-9]{1,2})(?:st|nd|rd|th)?(?:of)?[-./]?([a-z]{3,9})[-.,/]*([0-9]{4})$")
        .expect("a pattern of ours")
});
static MONTH_DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^([a-z]{3,9})[-.]?([0-9]{1,2})(?:st|nd|rd|th)?[-.,]?([0-9]{4})$").expect("a pattern of ours")
});

/// The months as they are written in English; three letters are enough.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Year, month and day of a date whose month is a word.
fn named(written: &str) -> Option<[u32; 3]> {
    let (day, month, year) = if let Some(found) = DAY_MONTH.captures(written) {
        (found[1].to_owned(), found[2].to_owned(), found[3].to_owned())
    } else {
        let found = MONTH_DAY.captures(written)?;
        (found[2].to_owned(), found[1].to_owned(), found[3].to_owned())
    };
    let month = (1..).zip(MONTHS).find(|(_, name)| name.starts_with(&month))?.0;
    Some([year.parse().ok()?, month, day.parse().ok()?])
}

fn check(text: &str, given: &Given<'_>) -> Result<Checked, Refusal> {
    let text = clean::code(text).replace(' ', "").to_lowercase();
    let day = match text.as_str() {
        "today" | "今天" | "今日" => Some(given.today),
        "yesterday" | "昨天" | "昨日" => given.today.checked_sub_days(Days::new(1)),
        "前天" => given.today.checked_sub_days(Days::new(2)),
        written => {
            let found = PARTED.captures(written).or_else(|| JOINED.captures(written));
            let in_digits = found.map(|found| [1, 2, 3].map(|at| found[at].parse::<u32>().unwrap_or(0)));
            let Some([year, month, day]) = in_digits.or_else(|| named(written)) else {
                return Err(refuse("format"));
            };
            i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
        }
    };
    let Some(day) = day else {
        return Err(refuse("impossible"));
    };
    let notes = if day > given.today { vec![Note::new("future")] } else { Vec::new() };
    Ok(Checked { value: day.format("%Y-%m-%d").to_string(), notes })
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::support::{notes, table, with_given};

    #[test]
    fn days() {
        table(
            Kind::Date,
            &[
                ("2026-03-01", "2026-03-01"),
                ("2026/3/1", "2026-03-01"),
                ("2026年3月1日", "2026-03-01"),
                ("２０２６年３月１号", "2026-03-01"),
                ("20260301", "2026-03-01"),
                ("2026.3.1", "2026-03-01"),
                ("2024-02-29", "2024-02-29"),
                ("1 May 2027", "2027-05-01"),
                ("May 1, 2027", "2027-05-01"),
                ("may 12 2027", "2027-05-12"),
                ("1st of Sept. 2027", "2027-09-01"),
                ("31-Dec-2026", "2026-12-31"),
                ("today", "2026-03-01"),
                ("昨天", "2026-02-28"),
                ("Yesterday", "2026-02-28"),
            ],
            &[
                ("2026-02-30", "impossible"),
                ("2025-02-29", "impossible"),
                ("20261301", "impossible"),
                ("31 June 2026", "impossible"),
                ("1 Maybe 2026", "format"),
                ("1 ma 2026", "format"),
                ("1/3/2026", "format"),
                ("soon", "format"),
                ("2026-3", "format"),
            ],
        );
        with_given(|given| assert_eq!(notes(Kind::Date, "2026-03-02", given), ["future"]));
    }
}
