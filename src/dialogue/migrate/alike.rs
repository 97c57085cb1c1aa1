//! Which fields are asked by the same rules under two dialogues, however their names and numbers differ.
//!
//! A digest of a field takes in all that decides whether it is asked: where and when, what its conditions look at, the
//! tables and provinces behind those, and the whole course from stage to stage.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::content::{Aliases, Condition, Content, FieldKind, Gate, GateKind, Operand, Origin, Step, Var};

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
            (&edition.id, edition.date).hash(&mut all);
        }
        // What typed answers are read with.
        format!("{:?}", content.lists).hash(&mut all);
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
        for (stage, steps) in content.steps.iter().enumerate() {
            self.stage(stage).hash(&mut all);
            for step in steps {
                match step {
                    Step::Ask(place) => self.name(content.places[*place].field).hash(&mut all),
                    Step::Gate(gate) => self.gate(&content.gates[*gate]).hash(&mut all),
                }
            }
        }
        all.finish()
    }

    fn gate(&mut self, gate: &Gate) -> u64 {
        let mut all = DefaultHasher::new();
        (&gate.id, self.condition(&gate.when)).hash(&mut all);
        match &gate.kind {
            GateKind::Stop { reopens } => self.names(reopens).hash(&mut all),
            GateKind::Exit { reason } => reason.hash(&mut all),
        }
        all.finish()
    }

    /// What counts as an answer of a field.
    fn kind(&self, kind: &FieldKind) -> String {
        match kind {
            FieldKind::By { field, kinds } => {
                let kinds = kinds.iter().map(|(option, kind)| (self.option(*field, option), kind.id()));
                format!("{} {:?}", self.name(*field), kinds.collect::<Vec<_>>())
            }
            FieldKind::Choice
            | FieldKind::YesNo
            | FieldKind::Notice
            | FieldKind::Paper
            | FieldKind::Choices
            | FieldKind::Reopenable
            | FieldKind::Typed(_) => format!("{kind:?}"),
        }
    }

    fn names(&self, fields: &[usize]) -> Vec<String> {
        fields.iter().map(|field| self.name(*field)).collect()
    }

    fn field(&mut self, number: usize) -> u64 {
        if let Some(known) = self.fields[number] {
            return known;
        }
        // A later place may look at what looked at an earlier one; here that only must not hold us for ever.
        self.fields[number] = Some(0);
        let content = self.content;
        let field = &content.fields[number];
        let mut all = DefaultHasher::new();
        (self.name(number), self.kind(&field.kind), field.optional, field.after_all, field.on_request)
            .hash(&mut all);
        (field.personal, field.past, &field.later, &field.at_once).hash(&mut all);
        field.days_left.map(|days| self.variable(days)).hash(&mut all);
        let differs = field.differs_from.as_ref();
        differs.map(|(other, when)| (self.name(*other), self.condition(when))).hash(&mut all);
        for place in content.places.iter().filter(|place| place.field == number) {
            (self.stage(place.stage), self.condition(&place.when)).hash(&mut all);
        }
        for option in &field.options {
            (self.option(number, &option.id), option.period, self.condition(&option.when)).hash(&mut all);
        }
        self.names(&field.depends).hash(&mut all);
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
                (steer, content.landmarks.province.map(|province| self.variable(province))).hash(&mut all);
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
