//! Rules: none that follows from itself, none that can never decide, and an edition for the day itself.

use std::collections::BTreeSet;

use super::super::Content;
use super::super::condition::{Condition, Var};
use super::super::fact::{Operand, Origin, Period};
use super::super::fault::{Fault, Spot};
use super::Whole;

pub(super) fn all(content: &Content, whole: Whole, faults: &mut Vec<Fault>) {
    circles(content, faults);
    if content.editions.first().is_none_or(|edition| edition.id != "current") {
        let spot = Spot::of("rules/editions.toml", 0);
        faults.push(spot.fault("the first edition is not `current`; expected the rules of the day itself"));
    }
    if !whole.names {
        return;
    }
    for table in &content.tables {
        let rules = table.rules.iter().map(|rule| (rule.period, &rule.when, &rule.spot));
        never_decides(&rules.collect::<Vec<_>>(), faults);
    }
    for duration in &content.durations {
        let rules = duration.rules.iter().map(|rule| (rule.period, &rule.when, &rule.spot));
        never_decides(&rules.collect::<Vec<_>>(), faults);
        for rule in duration.rules.iter().filter(|rule| rule.days[0] > rule.days[1]) {
            let [from, to] = rule.days;
            faults.push(
                rule.spot.fault(format!("{from} to {to} days runs backwards; expected the shorter first")),
            );
        }
    }
}

/// A rule that cannot hold, or before which another one holds on all its days.
fn never_decides(rules: &[(Period, &Condition, &Spot)], faults: &mut Vec<Fault>) {
    for (number, (period, when, spot)) in rules.iter().enumerate() {
        if when.is_never() {
            faults.push(spot.fault("this rule can never hold: its condition allows no value"));
        }
        let earlier = rules[..number].iter().find(|(earlier, condition, _)| {
            earlier.contains(*period) && (**condition == Condition::ALWAYS || condition == when)
        });
        if let Some((_, _, earlier)) = earlier {
            faults.push(spot.fault(format!(
                "this rule never decides: the one in line {} always does; expected it before that one",
                earlier.line
            )));
        }
    }
}

/// Facts that follow from themselves: each circle is told once.
fn circles(content: &Content, faults: &mut Vec<Fault>) {
    let mut told: BTreeSet<Var> = BTreeSet::new();
    for var in content.variable_numbers.values().copied() {
        if told.contains(&var) {
            continue;
        }
        let Some(circle) = circle(content, var) else {
            continue;
        };
        let names: Vec<String> =
            circle[1..].iter().map(|var| format!("`{}`", content.variables[var.index()].name)).collect();
        let by = if names.is_empty() { String::new() } else { format!(" (by {})", names.join(", ")) };
        let name = &content.variables[var.index()].name;
        let next = circle.get(1).copied().unwrap_or(var);
        let what = format!("`{name}` follows from itself{by}; expected facts that look back only");
        faults.push(spot_of(content, var, next).fault(what));
        told.extend(circle);
    }
}

/// The shortest way from a variable back to itself, the variable first.
fn circle(content: &Content, start: Var) -> Option<Vec<Var>> {
    let mut ways: Vec<Vec<Var>> = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            for next in follows_from(content, way[way.len() - 1]) {
                if next == start {
                    return Some(way);
                }
                if seen.insert(next) {
                    longer.push([way.as_slice(), &[next]].concat());
                }
            }
        }
        ways = longer;
    }
    None
}

/// What a variable's value is worked out from, one step back; answers are not worked out.
pub(in super::super) fn follows_from(content: &Content, var: Var) -> BTreeSet<Var> {
    let mut into = BTreeSet::new();
    match &content.variables[var.index()].origin {
        Origin::Answer(_) | Origin::State(_) | Origin::Province(_) => {}
        Origin::Reading(field, reading) => {
            into.extend(content.fields[*field].days_left.filter(|_| reading == "left"));
        }
        Origin::Same(left, right) => {
            for operand in [left, right] {
                match operand {
                    Operand::Finite(var) => {
                        into.insert(*var);
                    }
                    Operand::Text(_) => {}
                }
            }
        }
        Origin::Table(table, _) => {
            for rule in &content.tables[*table].rules {
                rule.when.visit(&mut |var, _| {
                    into.insert(var);
                });
            }
        }
    }
    into
}

/// The rule by which a variable looks at another one.
fn spot_of(content: &Content, var: Var, other: Var) -> Spot {
    match &content.variables[var.index()].origin {
        Origin::Table(table, _) => {
            let looks = |when: &Condition| {
                let mut found = false;
                when.visit(&mut |var, _| found |= var == other);
                found
            };
            let rule = content.tables[*table].rules.iter().find(|rule| looks(&rule.when));
            rule.map_or_else(Spot::default, |rule| rule.spot.clone())
        }
        Origin::Reading(field, _) | Origin::Answer(field) | Origin::State(field) => {
            content.fields[*field].spot.clone()
        }
        Origin::Same(..) | Origin::Province(_) => Spot::of("rules/facts.toml", 0),
    }
}
