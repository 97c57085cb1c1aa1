//! The pass over all steps in the order of asking, for all filings at once.
//!
//! What [`crate::dialogue::View`] works out for one filing is worked out here as a function of every answer there can
//! be: where a field applies, which options are offered, what a fact is, where a gate stands. Conditions look back
//! only, so one pass is enough here too.

use std::cell::RefCell;
use std::rc::Rc;

use biodivine_lib_bdd::Bdd;

use super::space::{Space, Way, given};
use crate::content::{Condition, Field, FieldKind, Operand, Origin, Step, Values, Var};
use crate::kind::{Given, Kind};

/// Everything that follows from the answers, as functions of them. By field unless said otherwise.
pub(super) struct Pass<'a> {
    pub(super) space: &'a Space<'a>,
    /// By place: its condition.
    pub(super) when: Vec<Bdd>,
    /// By place: the field is asked or implied here.
    pub(super) here: Vec<Bdd>,
    /// Some place's condition holds.
    pub(super) applies: Vec<Bdd>,
    /// The applicant is asked.
    pub(super) asked: Vec<Bdd>,
    /// Held back without asking.
    pub(super) withheld: Vec<Bdd>,
    /// By option: it is the only one that fits, so nobody is asked.
    pub(super) implied: Vec<Vec<Bdd>>,
    /// By option: it is offered.
    pub(super) offered: Vec<Vec<Bdd>>,
    /// By way: it would be accepted.
    pub(super) accepted: Vec<Vec<Bdd>>,
    /// It is answered where it is asked, in a way that is accepted, and nowhere else.
    pub(super) kept: Vec<Bdd>,
    /// By gate: its condition.
    pub(super) gates: Vec<Bdd>,
    /// By table and rule: it decides.
    decides: RefCell<Vec<Vec<Bdd>>>,
    values: RefCell<Vec<Option<Rc<[Bdd]>>>>,
}

impl<'a> Pass<'a> {
    pub(super) fn new(space: &'a Space<'a>) -> Self {
        let content = space.content;
        let none = vec![space.no(); content.fields.len()];
        let mut pass = Self {
            space,
            when: vec![space.no(); content.places.len()],
            here: vec![space.no(); content.places.len()],
            applies: none.clone(),
            asked: none.clone(),
            withheld: none.clone(),
            implied: vec![Vec::new(); content.fields.len()],
            offered: vec![Vec::new(); content.fields.len()],
            accepted: vec![Vec::new(); content.fields.len()],
            kept: none,
            gates: vec![space.no(); content.gates.len()],
            decides: RefCell::new(vec![Vec::new(); content.tables.len()]),
            values: RefCell::new(vec![None; content.variables.len()]),
        };
        for field in (0..content.fields.len()).filter(|field| content.fields[*field].on_request) {
            pass.applies[field] = space.yes();
            pass.take(field);
        }
        for step in content.steps.iter().flatten() {
            match step {
                Step::Ask(place) => pass.ask(*place),
                Step::Gate(gate) => pass.gates[*gate] = pass.holds(&content.gates[*gate].when),
            }
        }
        // Of every table, whatever looks at it.
        content.tables.iter().filter_map(|table| table.gives.first()).for_each(|var| drop(pass.value(*var)));
        pass
    }

    /// By value of a variable: that it has it.
    pub(super) fn value(&self, var: Var) -> Rc<[Bdd]> {
        if let Some(known) = &self.values.borrow()[var.index()] {
            return Rc::clone(known);
        }
        self.work_out(var);
        self.values.borrow()[var.index()].clone().unwrap_or_default()
    }

    /// By rule of a table: that it decides.
    pub(super) fn decides(&self, table: usize) -> Vec<Bdd> {
        self.decides.borrow()[table].clone()
    }

    /// Where a condition holds.
    pub(super) fn holds(&self, when: &Condition) -> Bdd {
        match when {
            Condition::All(parts) => {
                parts.iter().fold(self.space.yes(), |all, part| self.space.both(&all, &self.holds(part)))
            }
            Condition::Any(parts) => {
                parts.iter().fold(self.space.no(), |any, part| self.space.either(&any, &self.holds(part)))
            }
            Condition::Is(var, values) => self.is(*var, *values),
        }
    }

    /// Where a variable has one of these values.
    pub(super) fn is(&self, var: Var, values: Values) -> Bdd {
        let no = self.space.no();
        let of = self.value(var);
        values.iter().filter_map(|value| of.get(value)).fold(no, |any, one| any.or(one))
    }

    fn ask(&mut self, number: usize) {
        let place = &self.space.content.places[number];
        let when = self.holds(&place.when);
        let here = when.and_not(&self.applies[place.field]);
        if !self.applies[place.field].is_false() {
            // A second place: what follows from the field is worked out anew.
            self.values.get_mut().fill(None);
        }
        self.applies[place.field] = self.applies[place.field].or(&when);
        self.when[number] = when;
        self.here[number] = here;
        self.take(place.field);
    }

    /// Settles a field from where it applies. Done again at a second place, which adds to the first.
    fn take(&mut self, number: usize) {
        let space = self.space;
        let field = &space.content.fields[number];
        let declined = match space.content.landmarks.consent.filter(|_| field.personal) {
            Some(consent) => match space.content.variables[consent.index()].value("decline") {
                Some(decline) => self.is(consent, decline),
                None => space.no(),
            },
            None => space.no(),
        };
        let applies = self.applies[number].clone();
        let withheld = applies.and(&declined);
        let free = applies.and_not(&declined);
        let offered: Vec<Bdd> = field
            .options
            .iter()
            .map(|option| if option.period.covers(space.day) { self.holds(&option.when) } else { space.no() })
            .collect();
        let implied: Vec<Bdd> = (0..offered.len())
            .map(|only| {
                if field.kind != FieldKind::Choice {
                    return space.no();
                }
                let others = (0..offered.len()).filter(|other| *other != only);
                others.fold(free.and(&offered[only]), |alone, other| alone.and_not(&offered[other]))
            })
            .collect();
        let asked = implied.iter().fold(free, |asked, one| asked.and_not(one));
        let accepted: Vec<Bdd> = (0..space.inputs[number].ways.len())
            .map(|way| self.accepts(number, field, way, &offered))
            .collect();
        let input = &space.inputs[number];
        let taken = input.taken.iter().zip(&accepted);
        let fits = taken
            .fold(input.sound.clone(), |fits, (taken, accepted)| space.both(&fits, &taken.imp(accepted)));
        self.kept[number] = space.both(&fits, &input.answered.iff(&asked));
        self.offered[number] = offered;
        self.accepted[number] = accepted;
        self.implied[number] = implied;
        self.withheld[number] = withheld;
        self.asked[number] = asked;
        for var in &space.content.variables_of_field[number] {
            self.values.get_mut()[var.index()] = None;
        }
    }

    /// Where this way of answering is accepted.
    fn accepts(&self, number: usize, field: &Field, way: usize, offered: &[Bdd]) -> Bdd {
        let space = self.space;
        match &space.inputs[number].ways[way] {
            Way::Option(option) => offered[*option].clone(),
            Way::Held | Way::Skipped => space.yes(),
            Way::Typed { kind, texts, .. } => {
                let passes = self.passes(*kind, texts);
                match &field.kind {
                    FieldKind::By { field: by, kinds } => {
                        let named = kinds.iter().filter(|(_, named)| named == kind);
                        let by = &space.content.fields[*by].id;
                        let Some(var) = space.content.variable(by) else { return space.no() };
                        let options = named
                            .filter_map(|(option, _)| space.content.variables[var.index()].value(option));
                        let options = options.fold(Values::default(), Values::with);
                        self.is(var, options).and(&passes)
                    }
                    FieldKind::Typed(_)
                    | FieldKind::Choice
                    | FieldKind::YesNo
                    | FieldKind::Notice
                    | FieldKind::Paper
                    | FieldKind::Choices
                    | FieldKind::Reopenable => passes,
                }
            }
        }
    }

    /// For which subjects one of these texts passes the check of its kind.
    fn passes(&self, kind: Kind, texts: &[String]) -> Bdd {
        let space = self.space;
        let content = space.content;
        let given = given(content, space.day);
        let any = |given: &Given<'_>| texts.iter().any(|text| kind.check(text, given).is_ok());
        if kind == Kind::CreditCode || kind == Kind::SiteName {
            let Some(var) = content.landmarks.subject_kind else { return space.yes() };
            let kinds = content.variables[var.index()].values.iter().enumerate();
            let passing = kinds.filter(|(_, id)| any(&Given { subject_kind: Some(id), ..given }));
            let passing = passing.fold(Values::default(), |all, (number, _)| all.with(Values::only(number)));
            self.is(var, passing)
        } else if kind == Kind::FilingNumber {
            let Some(var) = content.landmarks.province else { return space.yes() };
            let codes = content.variables[var.index()].values.iter().enumerate();
            let passing = codes.filter(|(_, code)| any(&Given { province: Some(code), ..given }));
            let passing = passing.fold(Values::default(), |all, (number, _)| all.with(Values::only(number)));
            self.is(var, passing)
        } else {
            space.yes()
        }
    }

    fn work_out(&self, var: Var) {
        let space = self.space;
        let variable = &space.content.variables[var.index()];
        let values: Vec<Bdd> = match &variable.origin {
            Origin::Answer(field) | Origin::Reading(field, _) | Origin::State(field) => {
                (0..variable.values.len()).map(|value| self.answered_as(var, *field, value)).collect()
            }
            Origin::Table(table, _) => return self.work_out_table(*table),
            Origin::Same(one, other) => self.same(var, one, other),
            Origin::Province(attribute) => {
                let Some(province) = space.content.landmarks.province else { return };
                let steers = |code: &str| {
                    space.content.provinces.by_code(code).and_then(|found| found.steers.get(attribute))
                };
                let codes = &space.content.variables[province.index()].values;
                let of = variable.values.iter().map(|value| {
                    let steered = codes
                        .iter()
                        .enumerate()
                        .filter(|(_, code)| steers(code).is_some_and(|steer| steer.value == *value));
                    steered.fold(Values::default(), |all, (number, _)| all.with(Values::only(number)))
                });
                of.map(|provinces| self.is(province, provinces)).collect()
            }
        };
        self.values.borrow_mut()[var.index()] = Some(values.into());
    }

    /// That a field's answer gives this value of one of its variables.
    fn answered_as(&self, var: Var, number: usize, value: usize) -> Bdd {
        let space = self.space;
        let input = &space.inputs[number];
        let variable = &space.content.variables[var.index()];
        let id = variable.values[value].as_str();
        let field = &space.content.fields[number];
        let gives = |way: &Way| match (way, &variable.origin) {
            (Way::Option(option), Origin::Answer(_)) => field.options[*option].id == id,
            (Way::Option(_) | Way::Typed { .. }, Origin::State(_)) => id == "given",
            (Way::Held, Origin::State(_)) => id == "held",
            (Way::Skipped, Origin::State(_)) => id == "skipped",
            (Way::Held | Way::Skipped, Origin::Reading(..)) => id == "unknown",
            (Way::Typed { reads, .. }, _) => reads.contains(&(var, value)),
            (Way::Option(_) | Way::Held | Way::Skipped, _) => false,
        };
        let ways = input.ways.iter().zip(&input.taken).filter(|(way, _)| gives(way));
        let mut all = ways.fold(space.no(), |any, (_, taken)| any.or(taken));
        if let (Origin::Reading(_, reading), Some(minimum)) = (&variable.origin, field.days_left)
            && reading == "left"
        {
            let known = self.value(minimum).iter().fold(space.no(), |any, one| any.or(one));
            let typed =
                input.ways.iter().zip(&input.taken).filter(|(way, _)| matches!(way, Way::Typed { .. }));
            let typed = typed.fold(space.no(), |any, (_, taken)| any.or(taken));
            all = all.and(&known);
            if id == "unknown" {
                all = all.or(&typed.and_not(&known)).or(&input.answered.and_not(&typed));
            }
        }
        match &variable.origin {
            Origin::Answer(_) => {
                let option = field.options.iter().position(|option| option.id == id);
                if let Some(implied) = option.and_then(|option| self.implied[number].get(option)) {
                    all = all.or(implied);
                }
            }
            Origin::Reading(..) if id == "unknown" => all = all.or(&self.withheld[number]),
            Origin::State(_) if id == "held" => all = all.or(&self.withheld[number]),
            Origin::State(_) if id == "given" => {
                all = self.implied[number].iter().fold(all, |any, implied| any.or(implied));
            }
            Origin::Reading(..)
            | Origin::State(_)
            | Origin::Table(..)
            | Origin::Same(..)
            | Origin::Province(_) => {}
        }
        all
    }

    fn work_out_table(&self, number: usize) {
        let space = self.space;
        let table = &space.content.tables[number];
        let mut rest = space.yes();
        let mut decides = Vec::with_capacity(table.rules.len());
        for rule in &table.rules {
            let when = if rule.period.covers(space.day) { self.holds(&rule.when) } else { space.no() };
            decides.push(space.both(&rest, &when));
            rest = rest.and_not(&when);
        }
        for (column, var) in table.gives.iter().enumerate() {
            let values = 0..space.content.variables[var.index()].values.len();
            let gives = |value: usize| {
                let rules = table.rules.iter().zip(&decides);
                let giving = rules.filter(|(rule, _)| rule.gives[column] == Values::only(value));
                giving.fold(space.no(), |any, (_, decides)| any.or(decides))
            };
            self.values.borrow_mut()[var.index()] = Some(values.map(gives).collect());
        }
        self.decides.borrow_mut()[number] = decides;
    }

    fn same(&self, var: Var, one: &Operand, other: &Operand) -> Vec<Bdd> {
        let space = self.space;
        let (known, yes) = match (one, other) {
            (Operand::Finite(one), Operand::Finite(other)) => {
                let (left, right) = (self.ids(*one), self.ids(*other));
                let any = |ids: &[(String, Bdd)]| ids.iter().fold(space.no(), |any, (_, is)| any.or(is));
                let known = any(&left).and(&any(&right));
                let mut yes = space.no();
                for (id, is) in &left {
                    for (_, too) in right.iter().filter(|(other, _)| other == id) {
                        yes = yes.or(&is.and(too));
                    }
                }
                (known, yes)
            }
            (Operand::Text(one), Operand::Text(other)) => {
                let typed = |field: usize| {
                    let input = &space.inputs[field];
                    let ways = input.ways.iter().zip(&input.taken);
                    let typed = ways.filter(|(way, _)| matches!(way, Way::Typed { .. }));
                    typed.fold(space.no(), |any, (_, taken)| any.or(taken))
                };
                let known = typed(*one).and(&typed(*other));
                (known, space.alike.get(&var).cloned().unwrap_or_else(|| space.no()))
            }
            // A typed text beside a finite value: the loader knows of none, and what is not known is unknown.
            (Operand::Finite(_), Operand::Text(_)) | (Operand::Text(_), Operand::Finite(_)) => {
                (space.no(), space.no())
            }
        };
        let of = |id: &str| match id {
            "yes" => known.and(&yes),
            "no" => known.and_not(&yes),
            _ => known.not(),
        };
        space.content.variables[var.index()].values.iter().map(|id| of(id)).collect()
    }

    /// Where two typed texts are there to be compared.
    pub(super) fn comparable(&self, var: Var) -> Bdd {
        let known = |id: &str| self.space.content.variables[var.index()].value(id);
        let values = [known("yes"), known("no")].into_iter().flatten();
        self.is(var, values.fold(Values::default(), Values::with))
    }

    /// The values of a variable that say something, with where it has them.
    fn ids(&self, var: Var) -> Vec<(String, Bdd)> {
        let ids = &self.space.content.variables[var.index()].values;
        let is = self.value(var);
        ids.iter().cloned().zip(is.iter().cloned()).filter(|(id, _)| id != "unknown").collect()
    }
}
