//! What is asked most at which field, by all applicants together: it stands first under that field's help.

use std::collections::BTreeMap;

/// From so many askings on a topic belongs to a field's help, whatever the dialogues say.
const OFTEN_COUNT_MIN: u64 = 3;

/// How often each topic was asked for at each field: ids and numbers, nothing of what was typed or by whom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Often(BTreeMap<String, BTreeMap<String, u64>>);

impl Often {
    /// What was counted at a field, in the place of what was known of it.
    pub fn put(&mut self, field: &str, counts: BTreeMap<String, u64>) {
        self.0.insert(field.to_owned(), counts);
    }

    /// Counts one asking, and gives all counts of the field.
    pub fn count(&mut self, field: &str, topic: &str) -> &BTreeMap<String, u64> {
        let counts = self.0.entry(field.to_owned()).or_default();
        let count = counts.entry(topic.to_owned()).or_default();
        *count = count.saturating_add(1);
        counts
    }

    /// The topics asked for often at a field, the most asked first.
    #[must_use]
    pub fn at(&self, field: &str) -> Vec<&str> {
        let counts = self.0.get(field).into_iter().flatten();
        let mut often: Vec<(&String, &u64)> =
            counts.filter(|(_, count)| **count >= OFTEN_COUNT_MIN).collect();
        often.sort_by_key(|(topic, count)| (std::cmp::Reverse(**count), *topic));
        often.into_iter().map(|(topic, _)| topic.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_most_stands_first_and_what_is_asked_once_does_not() {
        let mut often = Often::default();
        for topic in ["b", "a", "b", "a", "b", "c", "a", "b"] {
            often.count("domain", topic);
        }
        assert_eq!(often.at("domain"), ["b", "a"]);
        assert!(often.at("consent").is_empty());
    }
}
