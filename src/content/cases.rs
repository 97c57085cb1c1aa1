//! What must come out, case by case: written from the facts of the field, apart from the flow and the rules.
//!
//! The flow says how things are asked, the rules what follows from what, first match first; this says when exactly
//! something holds, in no order. The proof compares the two, as the two sides of a ledger are compared: a slip of the
//! pen in one of them is told, with a case that shows it.

use super::Offset;
use super::condition::{Condition, Values, Var};
use super::fact::Period;
use super::fault::Spot;

/// Everything that must come out.
#[derive(Debug, Clone, Default)]
pub struct Cases {
    /// When what holds.
    pub cases: Vec<Case>,
    /// What a change puts in question.
    pub anew: Vec<Anew>,
    /// How long the applicant has.
    pub deadlines: Vec<Deadline>,
}

/// A case in which something holds; it holds in no other case than those that are listed.
#[derive(Debug, Clone)]
pub struct Case {
    /// What holds.
    pub holds: Holds,
    /// When.
    pub when: Condition,
    /// On which days.
    pub period: Period,
    /// For a field: it may be skipped.
    pub optional: bool,
    /// Source keys.
    pub source: Vec<String>,
    /// Where it is declared.
    pub spot: Spot,
}

/// What holds in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    /// This field applies.
    Asks(usize),
    /// This option of a field fits.
    Offers(usize, usize),
    /// This fact has this value.
    Fact(Var, Values),
    /// This gate stands in the way.
    Gate(usize),
    /// From this stage that one is entered.
    Way(usize, usize),
}

/// What is to be given anew when something else becomes another.
#[derive(Debug, Clone)]
pub struct Anew {
    /// The field that changes.
    pub when: usize,
    /// The fields that speak of it.
    pub asks: Vec<usize>,
    /// Where it is declared.
    pub spot: Spot,
}

/// How long the applicant has, and when that is spoken of.
#[derive(Debug, Clone)]
pub struct Deadline {
    /// The timer's id.
    pub timer: String,
    /// From its start.
    pub limit: Offset,
    /// The moments at which it is spoken of.
    pub at: Vec<Offset>,
    /// Source keys.
    pub source: Vec<String>,
    /// Where it is declared.
    pub spot: Spot,
}
