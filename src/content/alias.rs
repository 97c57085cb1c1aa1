//! Old names: what was renamed, so that a filing of earlier dialogues is found again.

use std::collections::BTreeMap;

use super::Content;

/// What was renamed, by the names it had before. No old name is one that is in use.
#[derive(Debug, Clone, Default)]
pub struct Aliases {
    pub(super) fields: BTreeMap<String, String>,
    pub(super) stages: BTreeMap<String, String>,
    pub(super) timers: BTreeMap<String, String>,
    /// By the field's present id.
    pub(super) options: BTreeMap<String, BTreeMap<String, String>>,
}

impl Aliases {
    /// Whether nothing was renamed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.stages.is_empty() && self.timers.is_empty() && self.options.is_empty()
    }

    /// The present id of a field.
    #[must_use]
    pub fn field<'a>(&'a self, id: &'a str) -> &'a str {
        self.fields.get(id).map_or(id, String::as_str)
    }

    /// The present id of a stage.
    #[must_use]
    pub fn stage<'a>(&'a self, id: &'a str) -> &'a str {
        self.stages.get(id).map_or(id, String::as_str)
    }

    /// The present id of a timer.
    #[must_use]
    pub fn timer<'a>(&'a self, id: &'a str) -> &'a str {
        self.timers.get(id).map_or(id, String::as_str)
    }

    /// The present id of an option of a field, which is named as it is now.
    #[must_use]
    pub fn option<'a>(&'a self, field: &str, id: &'a str) -> &'a str {
        self.options.get(field).and_then(|options| options.get(id)).map_or(id, String::as_str)
    }

    /// The way back, to the names that other dialogues know.
    #[must_use]
    pub fn back_to(&self, old: &Content) -> Self {
        let mut back = Self::default();
        for (was, now) in self.fields.iter().filter(|(was, _)| old.field_number(was).is_some()) {
            back.fields.insert(now.clone(), was.clone());
        }
        for (field, options) in &self.options {
            let field = back.field(field).to_owned();
            let Some(known) = old.field(&field) else { continue };
            let known = |was: &&String| known.options.iter().any(|option| option.id == **was);
            let renamed = options.iter().filter(|(was, _)| known(was));
            back.options.insert(field, renamed.map(|(was, now)| (now.clone(), was.clone())).collect());
        }
        back
    }
}
