//! Names in the files become numbers; a name that leads nowhere is a fault with its place.

use chrono::NaiveDate;
use toml::Value;

use super::super::condition::{Condition, Values, Var};
use super::super::fact::{Origin, Period, Variable};
use super::super::fault::{Fault, Spot};
use super::super::{Offset, strict_date};
use super::Resolver;

/// What stands in a name for the id of each category.
pub(super) const EACH: &str = "CATEGORY";

impl Resolver {
    pub(super) fn declare(&mut self, name: &str, values: Vec<String>, origin: Origin) -> Var {
        let number =
            u16::try_from(self.content.variables.len()).expect("the files hold fewer than 65,536 variables");
        let var = Var(number);
        self.content.variables.push(Variable { name: name.to_owned(), values, origin });
        self.content.variable_numbers.insert(name.to_owned(), var);
        var
    }

    pub(super) fn stage(&self, id: &str, at: &Spot, faults: &mut Vec<Fault>) -> Option<usize> {
        let number = self.content.stage_number(id);
        if number.is_none() {
            faults.push(at.fault(format!("stage `{id}` does not exist")));
        }
        number
    }

    /// The stage named, or the one that the file is named after.
    pub(super) fn stage_of(
        &self,
        named: Option<&str>,
        file: &str,
        at: &Spot,
        faults: &mut Vec<Fault>,
    ) -> Option<usize> {
        let of_file = file.trim_start_matches("flow/").trim_end_matches(".toml");
        self.stage(named.unwrap_or(of_file), at, faults)
    }

    pub(super) fn field(&self, id: &str, at: &Spot, faults: &mut Vec<Fault>) -> Option<usize> {
        let number = self.content.field_number(id);
        if number.is_none() {
            faults.push(at.fault(format!("field `{id}` does not exist{}", self.perhaps(id))));
        }
        number
    }

    pub(super) fn var(&self, name: &str, at: &Spot, faults: &mut Vec<Fault>) -> Option<Var> {
        let var = self.content.variable(name);
        if var.is_none() {
            let what = if self.content.field_number(name).is_some() {
                format!("`{name}` is typed freely; a condition can look only at choices, readings and facts")
            } else {
                format!("`{name}` is no answer, reading or fact with finite values{}", self.perhaps(name))
            };
            faults.push(at.fault(what));
        }
        var
    }

    /// The nearest name there is, for a slip of the pen.
    pub(super) fn perhaps(&self, name: &str) -> String {
        let names = self.content.field_numbers.keys().chain(self.content.variable_numbers.keys());
        let close = names.map(|known| (distance(name, known), known)).min();
        match close {
            Some((away, known)) if away <= 2 => format!("; perhaps `{known}` is meant"),
            Some(_) | None => String::new(),
        }
    }

    pub(super) fn value(&self, var: Var, value: &str, at: &Spot, faults: &mut Vec<Fault>) -> Values {
        let variable = &self.content.variables[var.index()];
        variable.value(value).unwrap_or_else(|| {
            let expected = variable.values.join(", ");
            faults.push(
                at.fault(format!("`{}` is never `{value}`; expected one of: {expected}", variable.name)),
            );
            Values::default()
        })
    }

    pub(super) fn condition(
        &self,
        raw: Option<&Value>,
        category: Option<usize>,
        at: &Spot,
        faults: &mut Vec<Fault>,
    ) -> Condition {
        let Some(raw) = raw else { return Condition::ALWAYS };
        let Value::Table(table) = raw else {
            faults.push(at.fault("expected a condition: `{ NAME = [VALUES], any = [{ .. }, { .. }] }`"));
            return Condition::ALWAYS;
        };
        let mut parts = Vec::new();
        for (name, values) in table {
            match (name.as_str(), values) {
                ("any", Value::Array(inner)) => {
                    parts.push(Condition::Any(
                        inner.iter().map(|part| self.condition(Some(part), category, at, faults)).collect(),
                    ));
                }
                (_, Value::Array(values)) => {
                    let name = self.named(name, category);
                    let Some(var) = self.var(&name, at, faults) else {
                        continue;
                    };
                    let mut allowed = Values::default();
                    for value in values {
                        match value.as_str() {
                            Some(value) => {
                                allowed =
                                    allowed.with(self.value(var, &self.named(value, category), at, faults));
                            }
                            None => faults.push(
                                at.fault(format!("`{name}` is compared with {value}; expected a text")),
                            ),
                        }
                    }
                    parts.push(Condition::Is(var, allowed));
                }
                (_, _) => faults.push(at.fault(format!("`{name}` needs a list of values"))),
            }
        }
        if parts.len() == 1 { parts.remove(0) } else { Condition::All(parts) }
    }

    pub(super) fn period(
        &self,
        [from, until, edition]: [Option<&str>; 3],
        at: &Spot,
        faults: &mut Vec<Fault>,
    ) -> Period {
        let edition = edition.and_then(|id| {
            let number = self.content.edition_number(id);
            if number.is_none() {
                faults.push(at.fault(format!("edition `{id}` does not exist")));
            }
            number
        });
        let from = from.and_then(|day| parse_date(day, at, faults));
        let until = until.and_then(|day| parse_date(day, at, faults));
        if from.zip(until).is_some_and(|(from, until)| from >= until) {
            faults.push(at.fault(
                "`until` is the first day on which the rule holds no more; expected a day after `from`",
            ));
        }
        Period { from, until, edition }
    }

    /// Once for each category where `each = "category"`, else once.
    pub(super) fn each(&self, each: Option<&str>, at: &Spot, faults: &mut Vec<Fault>) -> Vec<Option<usize>> {
        match each {
            None => vec![None],
            Some("category") => (0..self.content.categories.len()).map(Some).collect(),
            Some(other) => {
                faults.push(at.fault(format!("`each = \"{other}\"` is not known; expected `category`")));
                Vec::new()
            }
        }
    }

    pub(super) fn named(&self, name: &str, category: Option<usize>) -> String {
        match category {
            Some(number) => name.replace(EACH, &self.content.categories[number].id),
            None => name.to_owned(),
        }
    }
}

pub(super) fn option_id(option: &Value, at: &Spot, faults: &mut Vec<Fault>) -> Option<String> {
    let id = match option {
        Value::String(id) => Some(id.as_str()),
        Value::Table(table) => table.get("id").and_then(Value::as_str),
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) | Value::Array(_) => {
            None
        }
    };
    if id.is_none() {
        faults.push(at.fault(
            "expected an option: an id, or `{ id = .., was = [..], when = .., from = .., until = .. }`",
        ));
    }
    id.map(str::to_owned)
}

/// `field-` and the id, with dashes for dots and without the category.
pub(super) fn text_id(id: &str) -> String {
    format!("field-{}", id.trim_end_matches(".CATEGORY").replace('.', "-"))
}

pub(super) fn parse_date(day: &str, at: &Spot, faults: &mut Vec<Fault>) -> Option<NaiveDate> {
    let date = strict_date(day);
    if date.is_none() {
        faults.push(at.fault(format!("`{day}` is no date; expected YYYY-MM-DD")));
    }
    date
}

/// The farthest that anything lies ahead: ten years.
const DAYS_MAX: i64 = 3_650;

pub(super) fn parse_offset(offset: &str, at: &Spot, faults: &mut Vec<Fault>) -> Option<Offset> {
    let digits = offset.strip_prefix('-').unwrap_or(offset);
    let parsed = Some(offset).filter(|_| digits.starts_with(|first: char| first.is_ascii_digit()));
    let parsed = parsed.and_then(|offset| {
        let number = |unit: &str, max: i64| {
            let number: i64 = offset.strip_suffix(unit)?.parse().ok()?;
            Some(number).filter(|number| number.abs() <= max)
        };
        let hours = number("h", 24 * DAYS_MAX).map(Offset::Hours);
        let days = || number("d", DAYS_MAX).map(Offset::Days);
        let working_days = || number("wd", DAYS_MAX).filter(|days| *days >= 0).map(Offset::WorkingDays);
        hours.or_else(days).or_else(working_days)
    });
    if parsed.is_none() {
        faults.push(at.fault(format!(
            "`{offset}` is no distance in time; expected hours (24h), days (30d, -7d) or working days (20wd), at most {DAYS_MAX}d"
        )));
    }
    parsed
}

/// The number of single-character changes between two names.
pub(super) fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, from) in left.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, to) in right.iter().enumerate() {
            let change = corner + usize::from(from != *to);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row[right.len()]
}
