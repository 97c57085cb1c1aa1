//! `beian check --stale`: the rules that were last compared with their sources too long ago, by source.

use std::path::Path;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{Answer, open, print};
use crate::clock::Clock;
use crate::config::Config;
use crate::content::{Content, stale};
use crate::dialogue::china_date;

pub(super) fn run(
    config: &Config,
    dir: Option<&Path>,
    age: TimeDelta,
    now: Option<DateTime<Utc>>,
) -> anyhow::Result<Answer> {
    let now = now.unwrap_or_else(|| Clock::Wall.now());
    let (Some(today), Some(since)) = (day(now, TimeDelta::zero()), day(now, age)) else {
        anyhow::bail!("--stale reaches back further than the calendar; expected a length such as 180d");
    };
    let files = open::files(config, dir);
    let (files, content) = match files.and_then(|files| files.load().map(|content| (files, content))) {
        Ok(loaded) => loaded,
        Err(faults) => {
            print(&faults.to_string());
            return Ok(Answer::No);
        }
    };
    let rules = content.checked_rules(&files);
    let to_come = rules.iter().filter(|rule| rule.checked_on > today).count();
    let by_source = stale(rules, since);
    let mut count = 0;
    for (key, rules) in &by_source {
        print(&head(&content, key, rules.iter().map(|rule| rule.checked_on).min(), today));
        for rule in rules {
            print(&format!("{}:{}: {} ({})", rule.spot.file, rule.spot.line, rule.what, rule.whom));
        }
        print("");
        count += rules.len();
    }
    if to_come > 0 {
        print(&format!(
            "note: {to_come} rules were checked on a day that is still to come; look at their `checked-on`"
        ));
    }
    if count == 0 {
        print(&format!("every rule was checked against its sources on {since} or later"));
        return Ok(Answer::Done);
    }
    print(&format!("{count} rules of {} sources were last checked before {since}", by_source.len()));
    Ok(Answer::No)
}

/// The day in China that lies this far back.
fn day(now: DateTime<Utc>, back: TimeDelta) -> Option<NaiveDate> {
    now.checked_sub_signed(back).map(china_date)
}

/// A source and how long ago the oldest of its rules was compared with it.
fn head(content: &Content, key: &str, oldest: Option<NaiveDate>, today: NaiveDate) -> String {
    let source = content.sources.get(key);
    let about = source.map(|source| format!("{}, {}; {}", source.title, source.date, source.reference));
    let checked = oldest.map(|day| format!("checked {day}, {} days ago", (today - day).num_days()));
    let parts: Vec<String> = about.into_iter().chain(checked).collect();
    format!("{key}: {}", parts.join("; "))
}
