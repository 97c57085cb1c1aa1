//! What must come out, case by case: a second entry beside the flow and the rules, first worked out from them.
//!
//! The flow says how things are asked, the rules what follows from what, first match first; this says when exactly
//! something holds, in no order. The proof compares the two, as the two sides of a ledger are compared: a slip of the
//! pen in one of them is told, with a case that shows it.

use std::collections::BTreeSet;

use super::TimerClock;
use super::condition::{Condition, Values, Var};
use super::fact::Period;
use super::fault::Spot;
use crate::kind::Kind;

/// Everything that must come out.
#[derive(Debug, Clone, Default)]
pub struct Cases {
    /// What there is to be asked, stage by stage, in order.
    pub stages: Vec<Asked>,
    /// When what holds.
    pub cases: Vec<Case>,
    /// What a change puts in question.
    pub anew: Vec<Anew>,
    /// How long the applicant has.
    pub deadlines: Vec<Deadline>,
    /// Which answer must be another than which: the field, the other one, and when.
    pub differs: Vec<(usize, usize, Condition)>,
    /// Texts that speak of one case in words of their own, where general ones would be said without them.
    pub own_words: Vec<(String, Spot)>,
    /// What stands in the system's forms beside the one line of each field.
    pub lines: Vec<Line>,
    /// Where administrations have rules of their own.
    pub locals: Vec<Local>,
    /// Which number stands on which document: an option's id, and the kind of its number.
    pub documents: Vec<(String, Kind)>,
    /// How the pictures of papers must be made.
    pub pictures: Vec<Pictures>,
    /// What is read from what is typed.
    pub typed: Vec<Typed>,
}

/// A stage and what is asked in it, each as a line: its id, and what it is.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The stage.
    pub is: String,
    /// Its fields, in order.
    pub asks: Vec<String>,
    /// Where it is declared.
    pub spot: Spot,
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
    /// For a stop: what is asked again.
    pub reopens: Vec<usize>,
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
    /// This topic of those that a field shows is told there.
    Shows(usize, usize),
    /// This fact has this value.
    Fact(Var, Values),
    /// This gate stands in the way.
    Gate(usize),
    /// From this stage that one is entered.
    Way(usize, usize),
    /// This duration is so many working days, from and to.
    Takes(usize, [u32; 2]),
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
    /// When it starts, fires and ends.
    pub clock: TimerClock,
    /// Source keys.
    pub source: Vec<String>,
    /// Where it is declared.
    pub spot: Spot,
}

/// A line of the system's forms that repeats an answer, or always says the same.
#[derive(Debug, Clone)]
pub struct Line {
    /// The name that stands in the system.
    pub label: String,
    /// The field whose answer goes there once more.
    pub field: Option<usize>,
    /// What goes there when it is always the same.
    pub value: Option<String>,
    /// What stands before the answer.
    pub prefix: String,
    /// Of whom it is asked.
    pub when: Condition,
    /// Where it is declared.
    pub spot: Spot,
}

/// How the pictures of papers must be made while this holds.
#[derive(Debug, Clone)]
pub struct Pictures {
    /// File endings without the dot.
    pub formats: BTreeSet<String>,
    /// A picture must be smaller than this many bytes.
    pub size_below_bytes: u64,
    /// When this holds.
    pub period: Period,
    /// Where it is declared.
    pub spot: Spot,
}

/// On which topic which administrations have rules of their own, and at which questions these are told.
#[derive(Debug, Clone)]
pub struct Local {
    /// The topic.
    pub topic: String,
    /// The codes of the provinces, once for each rule.
    pub provinces: Vec<String>,
    /// The fields.
    pub shown_at: Vec<usize>,
    /// Where it is declared.
    pub spot: Spot,
}

/// What comes of something that is typed.
#[derive(Debug, Clone)]
pub struct Typed {
    /// What it is typed as.
    pub kind: Kind,
    /// What is typed.
    pub text: String,
    /// The id of the subject's kind, where that matters.
    pub subject_kind: Option<String>,
    /// The subject's province, where that matters.
    pub province: Option<String>,
    /// What is read from it: reading and value.
    pub reads: Vec<(String, String)>,
    /// Why it is refused; none: it passes.
    pub refused: Option<String>,
    /// On which days.
    pub period: Period,
    /// Source keys.
    pub source: Vec<String>,
    /// Where it is declared.
    pub spot: Spot,
}
