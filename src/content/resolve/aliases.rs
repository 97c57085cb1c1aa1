//! Old names of what was renamed: none in use, none claimed twice.

use std::collections::BTreeMap;

use toml::Value;

use super::super::fault::{Fault, Spot};
use super::super::load::spot;
use super::names::EACH;
use super::{Declared, Raw, Resolver};

impl Resolver {
    pub(super) fn aliases(&mut self, raw: &Raw<'_>, declared: &[Declared], faults: &mut Vec<Fault>) {
        let mut aliases = std::mem::take(&mut self.content.aliases);
        let ((file, text), categories) = raw.categories;
        let mut before: BTreeMap<String, String> = BTreeMap::new();
        for category in &categories.category {
            let at = spot(file, text, category.id.span().start);
            let live = |id: &str| self.content.categories.iter().any(|known| known.id == id);
            claim("category", &category.was, category.id.get_ref(), live, &at, &mut before, faults);
        }
        let field_is_live = |id: &str| self.content.field_numbers.contains_key(id);
        for one in declared {
            let field = &self.content.fields[one.number];
            let old = self.old_ids(one, &before);
            claim("field", &old, &field.id, field_is_live, &field.spot, &mut aliases.fields, faults);
            for (was, id) in options_renamed(one, &field.spot, faults) {
                let live = |id: &str| field.options.iter().any(|option| option.id == id);
                let known = aliases.options.entry(field.id.clone()).or_default();
                claim("option", &was, &id, live, &field.spot, known, faults);
            }
        }
        for (file, text, flow) in raw.flows {
            for stage in &flow.stage {
                let at = spot(file, text, stage.id.span().start);
                let live = |id: &str| self.content.stage_number(id).is_some();
                claim("stage", &stage.was, stage.id.get_ref(), live, &at, &mut aliases.stages, faults);
            }
            for timer in &flow.timer {
                let at = spot(file, text, timer.id.span().start);
                let live = |id: &str| self.content.timers.iter().any(|timer| timer.id == id);
                claim("timer", &timer.was, timer.id.get_ref(), live, &at, &mut aliases.timers, faults);
            }
        }
        self.content.aliases = aliases;
    }

    /// Every id that a field had: its own old ones, and those that it has from old ids of its category.
    fn old_ids(&self, one: &Declared, categories: &BTreeMap<String, String>) -> Vec<String> {
        let Some(category) = one.category else { return one.raw.was.clone() };
        let id = &self.content.categories[category].id;
        let old = categories.iter().filter(|(_, now)| *now == id).map(|(was, _)| was);
        let own = one.raw.was.iter().map(|name| name.replace(EACH, id));
        let names = || one.raw.was.iter().chain([one.raw.id.get_ref()]);
        own.chain(old.flat_map(|was| names().map(move |name| name.replace(EACH, was)))).collect()
    }
}

/// Each old id stands for the present one.
fn claim(
    sort: &str,
    was: &[String],
    id: &str,
    live: impl Fn(&str) -> bool,
    at: &Spot,
    known: &mut BTreeMap<String, String>,
    faults: &mut Vec<Fault>,
) {
    for old in was {
        if live(old) {
            let what = format!("{sort} `{id}` was `{old}`, which is in use; expected an id that is gone");
            faults.push(at.fault(what));
        } else if let Some(other) = known.insert(old.clone(), id.to_owned()) {
            let what =
                format!("`{old}` is the old id of `{other}` and of {sort} `{id}`; expected one of them");
            faults.push(at.fault(what));
        }
    }
}

/// The options of a field that have old ids, each with its id.
fn options_renamed(one: &Declared, at: &Spot, faults: &mut Vec<Fault>) -> Vec<(Vec<String>, String)> {
    let mut renamed = Vec::new();
    let Some(Value::Array(options)) = &one.raw.options else { return renamed };
    for option in options {
        let Some(was) = option.get("was") else { continue };
        let ids = was.as_array().map(|ids| ids.iter().map(|id| id.as_str().map(str::to_owned)).collect());
        match (ids, option.get("id").and_then(Value::as_str)) {
            (Some(Some(ids)), Some(id)) => renamed.push((ids, id.to_owned())),
            (Some(None) | None, _) => faults.push(at.fault("expected a list of ids in `was`")),
            (Some(Some(_)), None) => {}
        }
    }
    renamed
}
