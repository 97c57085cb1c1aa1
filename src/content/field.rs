//! Fields: what is asked, where, of whom, and what counts as an answer.

use super::condition::{Condition, Var};
use super::fact::Period;
use super::fault::Spot;
use crate::kind::Kind;

/// One thing to be answered.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent properties, as they are declared in the files"
)]
pub struct Field {
    /// Its id: a contract.
    pub id: String,
    /// The stage that it belongs to.
    pub stage: usize,
    /// What counts as an answer.
    pub kind: FieldKind,
    /// The options of a choice, in order.
    pub options: Vec<Choice>,
    /// May be skipped.
    pub optional: bool,
    /// Never before consent; sealed, masked, may be held back.
    pub personal: bool,
    /// Asked by a command, never by the checklist.
    pub on_request: bool,
    /// The fields whose change makes this one be asked again.
    pub depends: Vec<usize>,
    /// A field whose value this one must not repeat while the condition holds.
    pub differs_from: Option<(usize, Condition)>,
    /// For a date: the fact that says how many days must be left.
    pub days_left: Option<Var>,
    /// For a date: it cannot lie in the future.
    pub past: bool,
    /// Hands the order in: asked only once nothing else of the checklist is open, put off or not.
    pub after_all: bool,
    /// Options that store nothing and are asked again after the other questions.
    pub later: Vec<String>,
    /// Options that store nothing and are asked again at once, with an explanation.
    pub at_once: Vec<String>,
    /// Topics of local rules that are shown with the question, each with when it matters.
    pub shows: Vec<(String, Condition)>,
    /// A value that passes.
    pub example: String,
    /// Source keys.
    pub source: Vec<String>,
    /// The pre-approval category that it was made for.
    pub category: Option<usize>,
    /// The id of its text.
    pub text: String,
    /// Where it is declared.
    pub spot: Spot,
}

impl Field {
    /// Whether this option stores nothing and comes back.
    #[must_use]
    pub fn comes_back(&self, option: &str) -> bool {
        self.later.iter().chain(&self.at_once).any(|id| id == option)
    }
}

/// What counts as an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// One option.
    Choice,
    /// Yes or no.
    YesNo,
    /// Something to be read and confirmed.
    Notice,
    /// A paper: ready or not yet; a file may be sent instead.
    Paper,
    /// Several options; `none` excludes the others.
    Choices,
    /// Several of the fields that can be reopened, or `none`.
    Reopenable,
    /// Typed, checked by this kind.
    Typed(Kind),
    /// Typed, checked by the kind that another field's answer names.
    By {
        /// The field whose option names the kind.
        field: usize,
        /// The kind for each of its options.
        kinds: Vec<(String, Kind)>,
    },
}

impl FieldKind {
    /// Whether the answer is typed rather than chosen.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        match self {
            Self::Typed(_) | Self::By { .. } => true,
            Self::Choice | Self::YesNo | Self::Notice | Self::Paper | Self::Choices | Self::Reopenable => {
                false
            }
        }
    }

    /// Whether several options may be chosen.
    #[must_use]
    pub fn is_several(&self) -> bool {
        matches!(self, Self::Choices | Self::Reopenable)
    }
}

/// One option of a choice.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Its id, equal to the answer's value.
    pub id: String,
    /// When it fits.
    pub when: Condition,
    /// When it is in force.
    pub period: Period,
}

/// Where a field is asked.
#[derive(Debug, Clone)]
pub struct Place {
    /// The field.
    pub field: usize,
    /// The stage.
    pub stage: usize,
    /// When it is asked here.
    pub when: Condition,
    /// Where it is declared.
    pub spot: Spot,
}

/// Something that stands in the way: it must be put right first, or it ends the filing.
#[derive(Debug, Clone)]
pub struct Gate {
    /// Its id.
    pub id: String,
    /// When it stands there.
    pub when: Condition,
    /// What it does.
    pub kind: GateKind,
    /// A fact whose value names the text (`row-VALUE`); none: `stop-ID` or `exit-ID`.
    pub text: Option<Var>,
    /// Source keys.
    pub source: Vec<String>,
    /// Where it is declared.
    pub spot: Spot,
}

/// What a gate does.
#[derive(Debug, Clone)]
pub enum GateKind {
    /// Holds until it is solved, which asks these fields again.
    Stop {
        /// The fields that led here.
        reopens: Vec<usize>,
    },
    /// Closes the filing without a number.
    Exit {
        /// The reason: a contract.
        reason: String,
    },
}

/// One step of a stage, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Ask at this place.
    Ask(usize),
    /// Look at this gate.
    Gate(usize),
}
