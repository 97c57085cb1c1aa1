//! What belongs to a person: a value that cannot be printed by accident.
//!
//! `Debug` and `Display` show a mask of fixed length, so that neither a log line nor a panic message tells even how
//! long the value is. Serialising shows it: only a value about to be sealed is ever serialised.

use std::fmt;

use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

/// What is shown instead.
const MASK: &str = "***";

/// A personal value; wiped from memory when dropped.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Personal<T: Zeroize = String>(T);

impl<T: Zeroize> Personal<T> {
    /// Takes the value under guard.
    pub fn new(value: T) -> Self {
        Personal(value)
    }

    /// The value itself. Whoever calls this answers for where it goes: to its owner's screen, into the dossier, into a
    /// check, never into a log or an error.
    pub fn expose(&self) -> &T {
        &self.0
    }
}

impl<T: Zeroize> From<T> for Personal<T> {
    fn from(value: T) -> Self {
        Personal(value)
    }
}

impl From<&str> for Personal {
    fn from(value: &str) -> Self {
        Personal(value.to_owned())
    }
}

impl<T: Zeroize> fmt::Debug for Personal<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(MASK)
    }
}

impl<T: Zeroize> fmt::Display for Personal<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(MASK)
    }
}

impl<T: Zeroize> Drop for Personal<T> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printing_shows_a_mask_and_nothing_else() {
        let phone = Personal::from("13800138000");
        assert_eq!(format!("{phone} {phone:?} {:?}", Some(&phone)), "*** *** Some(***)");
        assert_eq!(format!("{phone:>12}|{phone:#?}"), "***|***");
    }

    #[test]
    fn serialising_is_transparent() {
        let phone = Personal::from("13800138000");
        let json = serde_json::to_string(&phone).expect("a string serialises");
        assert_eq!(json, "\"13800138000\"");
        let again: Personal = serde_json::from_str(&json).expect("what was written reads back");
        assert_eq!(again.expose(), phone.expose());
    }
}
