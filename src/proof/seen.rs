//! What is to be seen somewhere, in some edition: each condition true and false, each choice offered, each rule used.
//!
//! Everything that may be expected is noted with its place and words; each world strikes out what it has seen; what
//! is left when all worlds are done is a flaw.

use std::collections::BTreeMap;

use crate::content::{Fault, Spot};

/// What is still to be seen, by a name that is the same in all worlds.
#[derive(Debug, Default)]
pub(super) struct Seen {
    wanted: BTreeMap<String, (Fault, bool)>,
}

impl Seen {
    /// Notes that this is to be seen in some world, and whether it is in this one.
    pub(super) fn note(&mut self, name: String, spot: &Spot, seen: bool, missing: impl FnOnce() -> String) {
        match self.wanted.get_mut(&name) {
            Some((_, already)) => *already |= seen,
            None => {
                self.wanted.insert(name, (spot.fault(missing()), seen));
            }
        }
    }

    /// Whether it has been seen already.
    pub(super) fn has(&self, name: &str) -> bool {
        self.wanted.get(name).is_some_and(|(_, seen)| *seen)
    }

    /// Adds what another world has seen.
    pub(super) fn join(&mut self, other: Self) {
        for (name, (fault, seen)) in other.wanted {
            match self.wanted.get_mut(&name) {
                Some((_, already)) => *already |= seen,
                None => {
                    self.wanted.insert(name, (fault, seen));
                }
            }
        }
    }

    /// How much was to be seen.
    pub(super) fn count(&self) -> usize {
        self.wanted.len()
    }

    /// What no world has seen.
    pub(super) fn missing(self) -> impl Iterator<Item = Fault> {
        self.wanted.into_values().filter(|(_, seen)| !seen).map(|(fault, _)| fault)
    }
}
