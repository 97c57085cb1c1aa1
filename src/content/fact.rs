//! Facts: values that follow from the answers by dated, sourced rules.

use chrono::NaiveDate;

use super::condition::{Condition, Values, Var};
use super::fault::Spot;

/// A finite-valued variable and where its value comes from.
#[derive(Debug, Clone)]
pub struct Variable {
    /// A field id, `FIELD:reading`, or a fact id.
    pub name: String,
    /// Its possible values.
    pub values: Vec<String>,
    /// Where the value comes from.
    pub origin: Origin,
}

impl Variable {
    /// The set of this one value; `None` if the variable cannot have it.
    #[must_use]
    pub fn value(&self, id: &str) -> Option<Values> {
        self.values.iter().position(|value| value == id).map(Values::only)
    }
}

/// Where a variable's value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The chosen option or options of this field.
    Answer(usize),
    /// A finite reading of this field's typed value.
    Reading(usize, String),
    /// Whether this field is `given`, `held` back or `skipped`.
    State(usize),
    /// This column of a table.
    Table(usize, usize),
    /// Whether two answers or readings are the same.
    Same(Operand, Operand),
    /// What the chosen province's rules say of this.
    Province(String),
}

/// One side of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operand {
    /// A variable: compared by the ids of its values.
    Finite(Var),
    /// A typed field: compared by its whole value.
    Text(usize),
}

/// The day whose rules hold, and the edition they are read under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The date.
    pub date: NaiveDate,
    /// The edition's number in `Content::editions`.
    pub edition: usize,
}

/// When a rule is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Period {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The first day on which it holds no more.
    pub until: Option<NaiveDate>,
    /// The one edition it is limited to.
    pub edition: Option<usize>,
}

impl Period {
    /// Whether this one covers every day of another one.
    #[must_use]
    pub fn contains(&self, other: Self) -> bool {
        self.from.is_none_or(|from| other.from.is_some_and(|later| from <= later))
            && self.until.is_none_or(|until| other.until.is_some_and(|earlier| earlier <= until))
            && (self.edition.is_none() || self.edition == other.edition)
    }

    /// Whether the rule is in force on this day.
    #[must_use]
    pub fn covers(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day.date)
            && self.until.is_none_or(|until| day.date < until)
            && self.edition.is_none_or(|edition| edition == day.edition)
    }
}

/// Rules in order; the first in force whose condition holds gives the facts.
#[derive(Debug, Clone)]
pub struct Table {
    /// The facts it gives, one a column.
    pub gives: Vec<Var>,
    /// Its rules, in order.
    pub rules: Vec<Rule>,
    /// No two of its rules hold together, so their order says nothing.
    pub exclusive: bool,
}

/// One dated, sourced rule.
#[derive(Debug, Clone)]
pub struct Rule {
    /// When it is in force.
    pub period: Period,
    /// When it applies.
    pub when: Condition,
    /// One value for each column of its table.
    pub gives: Vec<Values>,
    /// Source keys.
    pub source: Vec<String>,
    /// Where it is declared.
    pub spot: Spot,
}
