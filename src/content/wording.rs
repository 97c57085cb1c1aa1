//! Conditions and days in a few words, for people who keep the dialogues: ids as they stand in the files, provinces by
//! name. Nothing here is said to an applicant.

use super::condition::{Condition, Values, Var};
use super::fact::Period;
use super::{Content, Language};

/// With more values than this, those that are left out are named instead, where they are fewer.
const VALUES_MAX: usize = 6;

impl Content {
    /// A condition in a few words; empty where it always holds.
    #[must_use]
    pub fn words(&self, when: &Condition, language: Language) -> String {
        match when {
            Condition::All(parts) => {
                let parts: Vec<String> = parts.iter().map(|part| self.words(part, language)).collect();
                parts.join(", ")
            }
            Condition::Any(parts) => {
                let parts: Vec<String> = parts.iter().map(|part| self.words(part, language)).collect();
                format!("({})", parts.join(" | "))
            }
            Condition::Is(var, values) => self.comparison(*var, *values, language),
        }
    }

    /// The days and the edition of a rule in a few words; empty where it always holds.
    pub(super) fn days(&self, period: &Period) -> String {
        let from = period.from.map(|day| format!("from {day}"));
        let until = period.until.map(|day| format!("until {day}"));
        let edition = period.edition.map(|number| format!("edition {}", self.editions[number].id));
        from.into_iter().chain(until).chain(edition).collect::<Vec<_>>().join(" ")
    }

    /// A value as people name it: a province by its name, anything else by its id.
    pub(super) fn value_word(&self, var: Var, value: usize, language: Language) -> String {
        let variable = &self.variables[var.index()];
        let id = &variable.values[value];
        let is_province =
            variable.values.iter().filter(|id| self.provinces.by_code(id).is_some()).count() > 1;
        match self.provinces.by_code(id).filter(|_| is_province) {
            Some(province) if language == Language::ZhCn => province.zh_short.clone(),
            Some(province) => province.en.clone(),
            None => id.clone(),
        }
    }

    fn comparison(&self, var: Var, values: Values, language: Language) -> String {
        let variable = &self.variables[var.index()];
        let chosen: Vec<usize> = values.iter().collect();
        let left_out: Vec<usize> = (0..variable.values.len()).filter(|n| !chosen.contains(n)).collect();
        let (sign, named) = if chosen.len() > VALUES_MAX && left_out.len() < chosen.len() {
            ("≠", left_out)
        } else {
            ("=", chosen)
        };
        let named: Vec<String> = named.into_iter().map(|n| self.value_word(var, n, language)).collect();
        format!("{}{sign}{}", variable.name, named.join("/"))
    }
}
