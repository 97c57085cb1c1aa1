//! The finite-valued variables: what the fields, their readings, the tables and the provinces give.

use std::collections::{BTreeMap, BTreeSet};

use super::super::condition::{Values, Var};
use super::super::fact::{Operand, Origin, Table, Variable};
use super::super::fault::{Fault, Spot};
use super::super::field::FieldKind;
use super::super::load::spot;
use super::{Raw, Resolver};
use crate::kind::{self, Kind, Reading};

impl Resolver {
    pub(super) fn variables_of_fields(&mut self) {
        for number in 0..self.content.fields.len() {
            let field = &self.content.fields[number];
            let id = field.id.clone();
            let mut readings: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
            match &field.kind {
                FieldKind::Choice
                | FieldKind::YesNo
                | FieldKind::Notice
                | FieldKind::Paper
                | FieldKind::Choices => {
                    let values = field.options.iter().map(|option| option.id.clone()).collect();
                    self.declare(&id, values, Origin::Answer(number));
                }
                FieldKind::Reopenable => {}
                FieldKind::Typed(Kind::Province) => {
                    let codes = self.province_codes();
                    self.declare(&id, codes, Origin::Answer(number));
                }
                FieldKind::Typed(kind) => self.readings_of(&[*kind], &mut readings),
                FieldKind::By { kinds, .. } => {
                    let kinds: Vec<Kind> = kinds.iter().map(|(_, kind)| *kind).collect();
                    self.readings_of(&kinds, &mut readings);
                }
            }
            for (reading, values) in readings {
                let name = format!("{id}:{reading}");
                self.declare(
                    &name,
                    values.into_iter().collect(),
                    Origin::Reading(number, reading.to_owned()),
                );
            }
            let field = &self.content.fields[number];
            if field.kind == FieldKind::Typed(Kind::Date) {
                let values = ["enough", "short", "unknown"].map(str::to_owned).to_vec();
                self.declare(&format!("{id}:left"), values, Origin::Reading(number, "left".to_owned()));
            }
            let states = ["given", "held", "skipped"].map(str::to_owned).to_vec();
            self.declare(&format!("{id}:state"), states, Origin::State(number));
        }
    }

    /// Every reading can also be `unknown`: of an answer that is held back, skipped, or of a kind without it.
    pub(super) fn readings_of(&self, kinds: &[Kind], into: &mut BTreeMap<&'static str, BTreeSet<String>>) {
        for Reading { name, values } in kinds.iter().flat_map(|kind| kind.readings()) {
            let known = into.entry(name).or_default();
            known.insert("unknown".to_owned());
            match values {
                kind::Values::Listed(listed) => known.extend(listed.iter().map(|value| (*value).to_owned())),
                kind::Values::Provinces(others) => {
                    known.extend(self.province_codes());
                    known.extend(others.iter().map(|value| (*value).to_owned()));
                }
            }
        }
    }

    pub(super) fn variables_of_facts(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) {
        for (attribute, values) in self.content.provinces.steers.clone() {
            self.declare(&format!("province.{attribute}"), values, Origin::Province(attribute));
        }
        for category in 0..self.content.categories.len() {
            let id = self.content.categories[category].id.clone();
            let column = Origin::Table(self.content.tables.len(), 0);
            let var = self.declare(
                &format!("pre-approval.{id}.asked"),
                vec!["yes".to_owned(), "no".to_owned()],
                column,
            );
            self.content.tables.push(Table { gives: vec![var], rules: Vec::new(), exclusive: false });
        }
        for ((file, text), facts) in raw.facts {
            for table in &facts.table {
                let number = self.content.tables.len();
                let at = spot(file, text, table.gives.span().start);
                let gives: Vec<Var> = (0..table.gives.get_ref().len())
                    .map(|column| {
                        let name = &table.gives.get_ref()[column];
                        let mut values: Vec<String> = Vec::new();
                        for rule in &table.rule {
                            match rule.gives.get_ref().get(column) {
                                Some(value) if !values.contains(value) => values.push(value.clone()),
                                Some(_) => {}
                                None => faults.push(at.fault(format!("a rule gives no value for `{name}`"))),
                            }
                        }
                        if self.content.variable_numbers.contains_key(name) {
                            faults.push(at.fault(format!("`{name}` is declared twice; expected once")));
                        }
                        if values.len() > Values::COUNT_MAX {
                            faults.push(
                                at.fault(format!("`{name}` has more than {} values", Values::COUNT_MAX)),
                            );
                            values.truncate(Values::COUNT_MAX);
                        }
                        self.declare(name, values, Origin::Table(number, column))
                    })
                    .collect();
                self.content.tables.push(Table { gives, rules: Vec::new(), exclusive: table.exclusive });
            }
            for same in &facts.same {
                let at = spot(file, text, same.gives.span().start);
                let [left, right] = &same.of;
                let operands = (self.operand(left, &at, faults), self.operand(right, &at, faults));
                if self.content.variable_numbers.contains_key(same.gives.get_ref()) {
                    let name = same.gives.get_ref();
                    faults.push(at.fault(format!("`{name}` is declared twice; expected once")));
                }
                if let (Some(left), Some(right)) = operands {
                    let values = ["yes", "no", "unknown"].map(str::to_owned).to_vec();
                    self.declare(same.gives.get_ref(), values, Origin::Same(left, right));
                }
            }
        }
    }

    pub(super) fn province_codes(&self) -> Vec<String> {
        self.content.provinces.iter().map(|province| province.code.clone()).collect()
    }

    pub(super) fn operand(&self, name: &str, at: &Spot, faults: &mut Vec<Fault>) -> Option<Operand> {
        if let Some(var) = self.content.variable(name) {
            return Some(Operand::Finite(var));
        }
        self.field(name, at, faults).map(Operand::Text)
    }

    pub(super) fn variables_of(&self, field: usize) -> Vec<Var> {
        let of_field = |variable: &Variable| match variable.origin {
            Origin::Answer(number) | Origin::Reading(number, _) | Origin::State(number) => number == field,
            Origin::Table(..) | Origin::Same(..) | Origin::Province(_) => false,
        };
        let numbers = self.content.variables.iter().enumerate().filter(|(_, variable)| of_field(variable));
        numbers.filter_map(|(number, _)| u16::try_from(number).ok().map(Var)).collect()
    }
}
