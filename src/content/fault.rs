//! What is wrong in the dialogue files, each fault with its place and what was expected.

use std::fmt;

/// One fault in the dialogue files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, relative to the dialogues folder.
    pub file: String,
    /// The line, counted from 1; 0 where the whole file is meant.
    pub line: usize,
    /// What is wrong, and what was expected: lower case, no full stop.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 {
            write!(out, "{}: {}", self.file, self.what)
        } else {
            write!(out, "{}:{}: {}", self.file, self.line, self.what)
        }
    }
}

/// All faults of one loading, sorted by place.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{} in the dialogues:\n{}", count(.0.len()), list(.0))]
pub struct Faults(pub Vec<Fault>);

fn count(number: usize) -> String {
    if number == 1 { "1 fault".to_owned() } else { format!("{number} faults") }
}

fn list(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Where something stands in the dialogue files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Spot {
    /// The file, relative to the dialogues folder.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The byte of the line, counted from 0: tells apart what stands in one line.
    pub column: usize,
}

impl Spot {
    /// A line of a file, or with 0 the whole file.
    #[must_use]
    pub fn of(file: &str, line: usize) -> Self {
        Self { file: file.to_owned(), line, column: 0 }
    }

    /// The fault that something is wrong here.
    #[must_use]
    pub fn fault(&self, what: impl Into<String>) -> Fault {
        Fault { file: self.file.clone(), line: self.line, what: what.into() }
    }
}
