//! Which fields are asked by the same rules under two dialogues, however their names and numbers differ.
//!
//! The rule of a field takes in all that decides whether it is asked by itself: where and when, its options, the tables and
//! provinces behind its conditions; other fields stand in it by name. Its digest goes over that rule and those of all fields
//! it looks at, near or far, so fields may look at each other; and over what stands in the way to it: the gates before it,
//! and for what comes after the open stages the whole course from stage to stage.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::content::{Aliases, Condition, Content, FieldKind, Gate, GateKind, Operand, Origin, Step, Var};

/// The fields of the present dialogues, by name, that the same rules decide under the former ones.
pub(super) fn alike(former: &Content, present: &Content) -> BTreeSet<String> {
    let former = digests(former, &present.aliases);
    let mut digests = digests(present, &Aliases::default());
    digests.retain(|name, digest| former.get(name) == Some(digest));
    digests.into_keys().collect()
}

/// The digest of each field of some dialogues, by its name under the present ones. Several fields may have become one.
fn digests(content: &Content, aliases: &Aliases) -> BTreeMap<String, Vec<u64>> {
    let mut digest = Digest { content, aliases, variables: vec![None; content.variables.len()] };
    let rules: Vec<Rule> = (0..content.fields.len()).map(|number| digest.field(number)).collect();
    let far = |digest: &Digest, rule: &Rule| {
        let mut near = rule.fields.clone();
        let mut all = BTreeSet::new();
        while let Some(field) = near.pop_first() {
            if all.insert(field) {
                near.extend(rules[field].fields.difference(&all));
            }
        }
        let all: BTreeSet<(String, u64)> =
            all.into_iter().map(|field| (digest.name(field), rules[field].hash.finish())).collect();
        let mut hash = rule.hash.clone();
        all.hash(&mut hash);
        hash.finish()
    };
    // In the order of asking, with what stands in the way so far.
    let course = digest.course();
    let course = far(&digest, &course);
    let (mut gates, mut way) = (Rule::default(), vec![course; content.fields.len()]);
    for (stage, step) in content
        .steps
        .iter()
        .enumerate()
        .flat_map(|(stage, steps)| steps.iter().map(move |step| (stage, step)))
    {
        match step {
            Step::Gate(gate) => digest.gate(&content.gates[*gate], &mut gates),
            Step::Ask(place) if content.stages[stage].open => {
                let place = &mut way[content.places[*place].field];
                if *place == course {
                    *place = far(&digest, &gates);
                }
            }
            Step::Ask(place) => way[content.places[*place].field] = course,
        }
    }
    let mut digests: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for (number, rule) in rules.iter().enumerate() {
        let whole = far(&digest, rule) ^ way[number];
        digests.entry(digest.name(number)).or_default().push(whole);
    }
    digests
}

/// A rule, hashed, and the fields that stand in it.
#[derive(Clone, Default)]
struct Rule {
    hash: DefaultHasher,
    fields: BTreeSet<usize>,
}

impl Rule {
    fn takes(&mut self, part: impl Hash) {
        part.hash(&mut self.hash);
    }
}

struct Digest<'a> {
    content: &'a Content,
    aliases: &'a Aliases,
    /// The rules of those variables that were looked at.
    variables: Vec<Option<Rule>>,
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

    /// Another field stands in a rule by its name.
    fn names(&self, field: usize, rule: &mut Rule) {
        rule.takes(self.name(field));
        rule.fields.insert(field);
    }

    /// The lists that typed answers are read with.
    fn lists(&self, rule: &mut Rule) {
        let kind = self.content.landmarks.subject_kind;
        let kind = kind.and_then(|kind| match self.content.variables[kind.index()].origin {
            Origin::Answer(field) => Some(field),
            Origin::Reading(..)
            | Origin::State(_)
            | Origin::Table(..)
            | Origin::Same(..)
            | Origin::Province(_) => None,
        });
        let renamed = |id: &str| kind.map_or_else(|| id.to_owned(), |field| self.option(field, id));
        self.content.lists.rules(renamed).for_each(|entry| rule.takes(entry));
    }

    /// The ways from stage to stage behind the open ones, and what stands in them.
    fn course(&mut self) -> Rule {
        let content = self.content;
        let mut rule = Rule::default();
        for (number, stage) in content.stages.iter().enumerate() {
            rule.takes((self.stage(number), stage.open));
            rule.takes(stage.beside.iter().map(|beside| self.stage(*beside)).collect::<Vec<_>>());
        }
        for transition in &content.transitions {
            rule.takes((self.stage(transition.from), self.stage(transition.to)));
            self.whether(transition.when.as_ref(), &mut rule);
            rule.takes(transition.clears.iter().map(|stage| self.stage(*stage)).collect::<Vec<_>>());
        }
        for (stage, steps) in
            content.steps.iter().enumerate().filter(|(stage, _)| !content.stages[*stage].open)
        {
            rule.takes(self.stage(stage));
            for step in steps {
                match step {
                    Step::Ask(place) => rule.takes(self.name(content.places[*place].field)),
                    Step::Gate(gate) => self.gate(&content.gates[*gate], &mut rule),
                }
            }
        }
        rule
    }

    fn gate(&mut self, gate: &Gate, rule: &mut Rule) {
        rule.takes(&gate.id);
        self.condition(&gate.when, rule);
        match &gate.kind {
            GateKind::Stop { reopens } => reopens.iter().for_each(|field| self.names(*field, rule)),
            GateKind::Exit { reason } => rule.takes(reason),
        }
    }

    /// What counts as an answer of a field.
    fn kind(&self, kind: &FieldKind, rule: &mut Rule) {
        match kind {
            FieldKind::By { field, kinds } => {
                self.names(*field, rule);
                for (option, kind) in kinds {
                    rule.takes((self.option(*field, option), kind.id()));
                }
            }
            FieldKind::Choice
            | FieldKind::YesNo
            | FieldKind::Notice
            | FieldKind::Paper
            | FieldKind::Choices
            | FieldKind::Reopenable
            | FieldKind::Typed(_) => rule.takes(format!("{kind:?}")),
        }
    }

    fn field(&mut self, number: usize) -> Rule {
        let content = self.content;
        let field = &content.fields[number];
        let mut rule = Rule::default();
        for edition in &content.editions {
            rule.takes((&edition.id, edition.date));
        }
        self.kind(&field.kind, &mut rule);
        if field.kind.is_typed() {
            self.lists(&mut rule);
        }
        rule.takes((field.optional, field.after_all, field.on_request, field.personal, field.past));
        rule.takes((&field.later, &field.at_once));
        if let Some(days) = field.days_left {
            self.variable(days, &mut rule);
        }
        if let Some((other, when)) = &field.differs_from {
            self.names(*other, &mut rule);
            self.condition(when, &mut rule);
        }
        for place in content.places.iter().filter(|place| place.field == number) {
            rule.takes(self.stage(place.stage));
            self.condition(&place.when, &mut rule);
        }
        for option in &field.options {
            rule.takes((self.option(number, &option.id), option.period));
            self.condition(&option.when, &mut rule);
        }
        field.depends.iter().for_each(|field| self.names(*field, &mut rule));
        rule
    }

    fn whether(&mut self, condition: Option<&Condition>, rule: &mut Rule) {
        rule.takes(condition.is_some());
        if let Some(condition) = condition {
            self.condition(condition, rule);
        }
    }

    fn condition(&mut self, condition: &Condition, rule: &mut Rule) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                rule.takes((matches!(condition, Condition::All(_)), parts.len()));
                for part in parts {
                    self.condition(part, rule);
                }
            }
            Condition::Is(var, values) => {
                self.variable(*var, rule);
                rule.takes(values.iter().map(|value| self.value(*var, value)).collect::<Vec<_>>());
            }
        }
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

    fn variable(&mut self, var: Var, rule: &mut Rule) {
        let known = self.variables[var.index()].clone();
        let of_variable = known.unwrap_or_else(|| {
            let of_variable = self.origin(var);
            self.variables[var.index()] = Some(of_variable.clone());
            of_variable
        });
        rule.takes(of_variable.hash.finish());
        rule.fields.extend(of_variable.fields);
    }

    fn origin(&mut self, var: Var) -> Rule {
        let content = self.content;
        let origin = &content.variables[var.index()].origin;
        let mut rule = Rule::default();
        rule.takes(std::mem::discriminant(origin));
        match origin {
            Origin::Answer(field) | Origin::State(field) => self.names(*field, &mut rule),
            Origin::Reading(field, reading) => {
                self.names(*field, &mut rule);
                rule.takes(reading);
            }
            Origin::Table(table, column) => {
                for row in &content.tables[*table].rules {
                    rule.takes(row.period);
                    self.condition(&row.when, &mut rule);
                    let gives = row.gives[*column].iter().map(|value| self.value(var, value));
                    rule.takes(gives.collect::<Vec<_>>());
                }
            }
            Origin::Same(left, right) => {
                for operand in [left, right] {
                    match operand {
                        Operand::Finite(var) => self.variable(*var, &mut rule),
                        Operand::Text(field) => self.names(*field, &mut rule),
                    }
                }
            }
            Origin::Province(steer) => {
                rule.takes(steer);
                if let Some(province) = content.landmarks.province {
                    self.variable(province, &mut rule);
                }
                for province in content.provinces.iter() {
                    let value = province.steers.get(steer).map(|steer| &steer.value);
                    rule.takes((&province.code, value));
                }
            }
        }
        rule
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Files, shipped};

    /// The fields that other rules decide once a file is changed.
    fn differing(file: &str, from: &str, to: &str) -> BTreeSet<String> {
        let old = shipped();
        let mut files = Files::shipped();
        // The second entry beside the flow is another one then.
        let cases = files.0.get_mut("cases.toml").expect("it is shipped");
        cases.truncate(cases.find("[[").expect("a case begins"));
        let text = files.0.get_mut(file).expect("it is shipped");
        assert!(text.contains(from), "{file} holds no {from}");
        *text = text.replacen(from, to, 1);
        let new = files.load().unwrap_or_else(|faults| panic!("{faults}"));
        let alike = alike(&old, &new);
        new.fields.iter().map(|field| field.id.clone()).filter(|id| !alike.contains(id)).collect()
    }

    #[test]
    fn what_decides_a_field_and_nothing_else_tells_it_apart() {
        let on_all = [("rules/editions.toml", "2019-09-16", "2019-09-15")];
        for (file, from, to) in on_all {
            assert!(differing(file, from, to).contains("consent"), "{file}: {to}");
        }
        let emergency = "when = { \"emergency-phone.differs\" = [\"yes\"] } }\nexample = \"13600136000\"";
        let on_some = [
            (
                "flow/details.toml",
                "\"yes-no\"\nwhen = { \"subject.group\" = [\"organisation\"] }\nexample = \"yes\"\nshows = [\"site-leader\"]",
                "\"yes-no\"\nexample = \"yes\"\nshows = [\"site-leader\"]",
                "site-lead.mobile",
            ),
            ("flow/details.toml", emergency, &emergency.replace("yes", "no"), "site-lead.emergency-phone"),
            (
                "flow/details.toml",
                "depends = [\"site-lead.name\"]\ndiffers",
                "depends = [\"site-lead.name\", \"site-lead.document\"]\ndiffers",
                "site-lead.emergency-phone",
            ),
            (
                "flow/details.toml",
                "kind = \"person-name\"\npersonal = true\nwhen = { \"site-lead.same\"",
                "kind = \"name\"\npersonal = true\nwhen = { \"site-lead.same\"",
                "site-lead.name",
            ),
            (
                "flow/stages.toml",
                "clears = [\"initial-review\", \"mailing\"]",
                "clears = [\"mailing\"]",
                "filing.number",
            ),
            (
                "flow/prepare.toml",
                "\"individual\"], \"site.commercial\"",
                "\"enterprise\"], \"site.commercial\"",
                "site.name",
            ),
            (
                "rules/provinces.toml",
                "value = \"none-listed\"",
                "value = \"with-proof\"",
                "notice.individual-elsewhere",
            ),
            (
                "rules/facts.toml",
                "\"province.individual-elsewhere\" = [\"with-proof\"] }",
                "\"province.individual-elsewhere\" = [\"unclear\"] }",
                "paper.residence-proof",
            ),
        ];
        for (file, from, to, field) in on_some {
            let differing = differing(file, from, to);
            assert!(
                differing.contains(field) && !differing.contains("consent"),
                "{field}, {to}: {differing:?}"
            );
        }
        assert_eq!(differing("texts/en/common.ftl", "mydata-line = ", "mydata-line = So "), [].into());
    }
}
