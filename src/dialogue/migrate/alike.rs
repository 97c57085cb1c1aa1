//! Which fields are asked by the same rules under two dialogues, however their names and numbers differ.
//!
//! A digest of a field takes in all that decides whether it is asked: where and when, what its conditions look at, the
//! tables and provinces behind those, and the whole course from stage to stage.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::content::{Aliases, Condition, Content, Operand, Origin, Var};

/// The digest of each field of some dialogues, by its name under the present ones.
pub(super) fn digests(content: &Content, aliases: &Aliases) -> BTreeMap<String, u64> {
    let mut digest = Digest {
        content,
        aliases,
        fields: vec![None; content.fields.len()],
        variables: vec![None; content.variables.len()],
    };
    let course = digest.course();
    (0..content.fields.len()).map(|number| (digest.name(number), digest.field(number) ^ course)).collect()
}

struct Digest<'a> {
    content: &'a Content,
    aliases: &'a Aliases,
    fields: Vec<Option<u64>>,
    variables: Vec<Option<u64>>,
}

impl Digest<'_> {
    fn name(&self, field: usize) -> String {
        self.aliases.field(&self.content.fields[field].id).to_owned()
    }

    fn option(&self, field: usize, option: &str) -> String {
        self.aliases.option(&self.name(field), option).to_owned()
    }

    fn stage(&self, stage: usize) -> String {
        self.aliases.stage(&self.content.stages[stage].id).to_owned()
    }

    /// The ways from stage to stage, and what stands in them.
    fn course(&mut self) -> u64 {
        let content = self.content;
        let mut all = DefaultHasher::new();
        for edition in &content.editions {
            edition.id.hash(&mut all);
        }
        for (number, stage) in content.stages.iter().enumerate() {
            self.stage(number).hash(&mut all);
            (stage.open, stage.beside.iter().map(|beside| self.stage(*beside)).collect::<Vec<_>>())
                .hash(&mut all);
        }
        for transition in &content.transitions {
            (self.stage(transition.from), self.stage(transition.to)).hash(&mut all);
            transition.when.as_ref().map(|when| self.condition(when)).hash(&mut all);
            transition.clears.iter().map(|stage| self.stage(*stage)).collect::<Vec<_>>().hash(&mut all);
        }
        for gate in &content.gates {
            (&gate.id, self.condition(&gate.when)).hash(&mut all);
        }
        all.finish()
    }

    fn field(&mut self, number: usize) -> u64 {
        if let Some(known) = self.fields[number] {
            return known;
        }
        // What follows from itself is refused elsewhere; here it only must not hold us for ever.
        self.fields[number] = Some(0);
        let content = self.content;
        let field = &content.fields[number];
        let mut all = DefaultHasher::new();
        (self.name(number), field.optional, field.after_all, field.on_request).hash(&mut all);
        for place in content.places.iter().filter(|place| place.field == number) {
            (self.stage(place.stage), self.condition(&place.when)).hash(&mut all);
        }
        for option in &field.options {
            (self.option(number, &option.id), option.period, self.condition(&option.when)).hash(&mut all);
        }
        field.depends.iter().map(|field| self.name(*field)).collect::<Vec<_>>().hash(&mut all);
        let digest = all.finish();
        self.fields[number] = Some(digest);
        digest
    }

    fn condition(&mut self, condition: &Condition) -> u64 {
        let mut all = DefaultHasher::new();
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                matches!(condition, Condition::All(_)).hash(&mut all);
                parts.iter().map(|part| self.condition(part)).collect::<Vec<_>>().hash(&mut all);
            }
            Condition::Is(var, values) => {
                self.variable(*var).hash(&mut all);
                values.iter().map(|value| self.value(*var, value)).collect::<Vec<_>>().hash(&mut all);
            }
        }
        all.finish()
    }

    fn value(&self, var: Var, value: usize) -> String {
        let variable = &self.content.variables[var.index()];
        match variable.origin {
            Origin::Answer(field) => self.option(field, &variable.values[value]),
            Origin::Reading(..)
            | Origin::State(_)
            | Origin::Table(..)
            | Origin::Same(..)
            | Origin::Province(_) => variable.values[value].clone(),
        }
    }

    fn variable(&mut self, var: Var) -> u64 {
        if let Some(known) = self.variables[var.index()] {
            return known;
        }
        self.variables[var.index()] = Some(0);
        let content = self.content;
        let origin = &content.variables[var.index()].origin;
        let mut all = DefaultHasher::new();
        std::mem::discriminant(origin).hash(&mut all);
        match origin {
            Origin::Answer(field) | Origin::State(field) => self.field(*field).hash(&mut all),
            Origin::Reading(field, reading) => (self.field(*field), reading).hash(&mut all),
            Origin::Table(table, column) => {
                for rule in &content.tables[*table].rules {
                    (rule.period, self.condition(&rule.when)).hash(&mut all);
                    let gives = rule.gives[*column].iter().map(|value| self.value(var, value));
                    gives.collect::<Vec<_>>().hash(&mut all);
                }
            }
            Origin::Same(left, right) => {
                for operand in [left, right] {
                    match operand {
                        Operand::Finite(var) => self.variable(*var).hash(&mut all),
                        Operand::Text(field) => self.field(*field).hash(&mut all),
                    }
                }
            }
            Origin::Province(steer) => {
                steer.hash(&mut all);
                for province in content.provinces.iter() {
                    let value = province.steers.get(steer).map(|steer| &steer.value);
                    (&province.code, value).hash(&mut all);
                }
            }
        }
        let digest = all.finish();
        self.variables[var.index()] = Some(digest);
        digest
    }
}
