//! The pass over all steps in the order of asking: how each field stands, what is known, what comes next.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Standing, Status, View};
use crate::content::{Day, Field, FieldKind, GateKind, Known, Operand, Origin, Step, Values, Var};
use crate::dialogue::state::{Answer, Value, china_date};

impl<'a> View<'a> {
    /// The pass, with the checklist under the rules of this day.
    pub(super) fn walk(&mut self, checklist: DateTime<Utc>) {
        let content = self.content;
        let mut hold = Hold::default();
        self.set_day(checklist);
        for stage in (0..content.stages.len()).filter(|stage| content.stages[*stage].open) {
            self.take_stage(stage, &mut hold);
        }
        let mut current = content.last_open_stage();
        while let Some(number) = self.transition_from(current) {
            let transition = &content.transitions[number];
            if !transition.clears.is_empty() {
                self.position.to_mut().due = Some(number);
                break;
            }
            current = transition.to;
            if self.walked.contains(&current) {
                break;
            }
            self.position.to_mut().walked.push(current);
            self.set_day(self.day_of_entry(current));
            self.take_stage(current, &mut hold);
            for beside in &content.stages[current].beside {
                self.take_stage(*beside, &mut hold);
            }
        }
        self.position.to_mut().standing = hold.standing();
        let stage = self.stage();
        let open = self.content.stages[stage].open;
        self.set_day(if open { checklist } else { self.day_of_entry(stage) });
    }

    fn take_stage(&mut self, stage: usize, hold: &mut Hold) {
        let content = self.content;
        for step in &content.steps[stage] {
            match step {
                Step::Ask(place) => {
                    let place = &content.places[*place];
                    self.take(place.field, place.when.holds(&mut |var| self.look(var)));
                    let waits = content.fields[place.field].after_all && hold.first_later.is_some();
                    if self.status[place.field] == Status::Open && !waits {
                        let later = self.filing.later.get(&content.fields[place.field].id).copied();
                        hold.ask(place.field, stage, later);
                    }
                }
                Step::Gate(gate) => {
                    let holds = self.gate_holds(*gate);
                    if holds && !hold.is_held() {
                        hold.gate =
                            Some((*gate, stage, matches!(content.gates[*gate].kind, GateKind::Exit { .. })));
                    }
                }
            }
        }
    }

    fn gate_holds(&mut self, gate: usize) -> bool {
        // Answers on request stand outside the checklist; their gates look at them directly.
        let content = self.content;
        let mut requested = Vec::new();
        content.gates[gate].when.visit(&mut |var, _| {
            if let Origin::Answer(field) = content.variables[var.index()].origin
                && content.fields[field].on_request
            {
                requested.push(field);
            }
        });
        for field in requested {
            self.take(field, Some(true));
        }
        content.gates[gate].when.holds(&mut |var| self.look(var)) == Some(true)
    }

    /// Settles how one field stands, once its condition is known, and what its variables are.
    fn take(&mut self, number: usize, applies: Option<bool>) {
        let field = &self.content.fields[number];
        if matches!(
            self.status[number],
            Status::Answered | Status::Open | Status::Implied(_) | Status::Withheld
        ) {
            return;
        }
        let stored = match applies {
            Some(true) => self.filing.answers.get(&field.id),
            Some(false) | None => None,
        };
        self.position.to_mut().status[number] = match applies {
            None => Status::Undecided,
            Some(false) => Status::Absent,
            Some(true) => self.status_of(field, stored),
        };
        let vars = &self.content.variables_of_field[number];
        for var in vars {
            self.position.to_mut().known[var.index()] = self.known_of(*var, number, field, stored);
        }
    }

    fn status_of(&self, field: &'a Field, stored: Option<&Answer>) -> Status {
        let consent = self.content.landmarks.consent.filter(|_| field.personal);
        if consent.and_then(|consent| self.value_of(consent)) == Some("decline") {
            return Status::Withheld;
        }
        if field.kind == FieldKind::Choice {
            // While it is open whether another option fits, nothing follows.
            let open = field.options.iter().any(|option| self.fitting(option).is_none());
            let mut fitting = field.options.iter().enumerate().filter(|(_, option)| self.offers(option));
            if let (Some((only, _)), None, false) = (fitting.next(), fitting.next(), open) {
                return Status::Implied(only);
            }
        }
        match stored {
            Some(answer) if self.counts(field, answer) => Status::Answered,
            Some(_) | None => Status::Open,
        }
    }

    fn counts(&self, field: &'a Field, answer: &Answer) -> bool {
        answer.reopened.is_none()
            && self.stands_upon(field, &answer.basis)
            && self.fits(field, &answer.value, answer.at)
    }

    fn known_of(&self, var: Var, number: usize, field: &'a Field, stored: Option<&Answer>) -> Known {
        let variable = &self.content.variables[var.index()];
        let only = |id: &str| variable.value(id).map_or(Known::Open, Known::Is);
        match (self.status[number], &variable.origin) {
            (Status::Undecided | Status::Open, _) => Known::Open,
            (Status::Absent, _) => Known::Absent,
            (Status::Implied(option), Origin::Answer(_)) => only(&field.options[option].id),
            (Status::Implied(_), _) => only("given"),
            (Status::Withheld, Origin::Reading(..)) => only("unknown"),
            (Status::Withheld, _) => only("held"),
            (Status::Answered, origin) => match stored {
                Some(answer) => self.known_of_answer(&variable.values, origin, field, answer),
                None => Known::Open,
            },
        }
    }

    fn known_of_answer(
        &self,
        values: &[String],
        origin: &Origin,
        field: &'a Field,
        answer: &Answer,
    ) -> Known {
        let find = |id: &str| values.iter().position(|value| value == id).map(Values::only);
        let one = |id: &str| find(id).map_or(Known::Open, Known::Is);
        match origin {
            Origin::Answer(_) => match &answer.value {
                Value::One(id) => one(id),
                Value::Many(ids) => {
                    Known::Is(ids.iter().filter_map(|id| find(id)).fold(Values::default(), Values::with))
                }
                Value::Text(text) => one(text.expose()),
                Value::Held | Value::Skipped => Known::Is(Values::default()),
            },
            Origin::State(_) => one(match answer.value {
                Value::Held => "held",
                Value::Skipped => "skipped",
                Value::One(_) | Value::Many(_) | Value::Text(_) => "given",
            }),
            Origin::Reading(_, reading) if reading == "left" => match self.days_left(field, answer) {
                LeftOver::NotYet => Known::Open,
                LeftOver::Is(id) => one(id),
            },
            Origin::Reading(_, reading) => {
                let given = self.given(field, china_date(answer.at));
                let read = self
                    .typed_kind(field)
                    .zip(answer.value.text())
                    .and_then(|(kind, text)| kind.read(reading, text, &given));
                read.and_then(|id| find(&id)).map_or_else(|| one("unknown"), Known::Is)
            }
            Origin::Table(..) | Origin::Same(..) | Origin::Province(_) => Known::Open,
        }
    }

    /// Counted on the day of the answer, so that waiting does not turn a good answer into a bad one.
    fn days_left(&self, field: &Field, answer: &Answer) -> LeftOver {
        let Some(text) = answer.value.text() else {
            return LeftOver::Is("unknown");
        };
        let Some(minimum) = field.days_left else {
            return LeftOver::Is("unknown");
        };
        let needed = match self.look(minimum) {
            Known::Is(values) => values
                .iter()
                .next()
                .and_then(|n| self.content.variables[minimum.index()].values[n].parse().ok()),
            Known::Absent => None,
            Known::Open => return LeftOver::NotYet,
        };
        let (Some(needed), Ok(date)) = (needed, text.parse::<NaiveDate>()) else {
            return LeftOver::Is("unknown");
        };
        let left: i64 = (date - china_date(answer.at)).num_days();
        LeftOver::Is(if left > needed { "enough" } else { "short" })
    }

    pub(super) fn work_out(&self, var: Var) {
        let content = self.content;
        match &content.variables[var.index()].origin {
            Origin::Table(table, _) => {
                let day = self.day.get();
                let table = &content.tables[*table];
                for rule in table.rules.iter().filter(|rule| rule.period.covers(day)) {
                    match rule.when.holds(&mut |var| self.look(var)) {
                        Some(true) => {
                            let mut facts = self.facts.borrow_mut();
                            for (column, value) in table.gives.iter().zip(&rule.gives) {
                                facts[column.index()] = Some(Known::Is(*value));
                            }
                            return;
                        }
                        Some(false) => {}
                        None => return,
                    }
                }
                let mut facts = self.facts.borrow_mut();
                for column in &table.gives {
                    facts[column.index()] = Some(Known::Absent);
                }
            }
            Origin::Same(left, right) => {
                if let Some(known) = self.same(left, right) {
                    let value = content.variables[var.index()].value(known).map_or(Known::Absent, Known::Is);
                    self.facts.borrow_mut()[var.index()] = Some(value);
                }
            }
            Origin::Province(attribute) => {
                let province =
                    self.value("subject.province").and_then(|code| content.provinces.by_code(code));
                if let Some(province) = province {
                    let value = province
                        .steers
                        .get(attribute)
                        .and_then(|steer| content.variables[var.index()].value(&steer.value));
                    self.facts.borrow_mut()[var.index()] = Some(value.map_or(Known::Absent, Known::Is));
                }
            }
            Origin::Answer(_) | Origin::Reading(..) | Origin::State(_) => {}
        }
    }

    /// Whether two operands are the same; `None` while one is open.
    fn same(&self, left: &Operand, right: &Operand) -> Option<&'static str> {
        let read = |operand: &Operand| -> Option<Option<String>> {
            match operand {
                Operand::Finite(var) => match self.look(*var) {
                    Known::Open => None,
                    Known::Absent => Some(None),
                    Known::Is(values) => {
                        let value = values
                            .iter()
                            .next()
                            .map(|n| self.content.variables[var.index()].values[n].clone());
                        Some(value.filter(|value| value != "unknown"))
                    }
                },
                Operand::Text(field) => match self.status[*field] {
                    Status::Undecided | Status::Open => None,
                    Status::Absent | Status::Implied(_) | Status::Withheld => Some(None),
                    Status::Answered => {
                        Some(self.answer(*field).and_then(|answer| answer.value.text()).map(str::to_owned))
                    }
                },
            }
        };
        let (left, right) = (read(left), read(right));
        if left == Some(None) || right == Some(None) {
            return Some("unknown");
        }
        Some(if left? == right? { "yes" } else { "no" })
    }

    fn transition_from(&self, stage: usize) -> Option<usize> {
        let content = self.content;
        if !content.stages[stage].open {
            // The last answer given in a stage dates the way out of it.
            self.set_day(self.left(stage).unwrap_or(self.now));
        }
        (0..content.transitions.len()).find(|number| {
            let transition = &content.transitions[*number];
            transition.from == stage
                && match &transition.when {
                    Some(when) => when.holds(&mut |var| self.look(var)) == Some(true),
                    None => self.is_done(stage),
                }
        })
    }

    /// Whether nothing is left to ask in a stage and beside it.
    fn is_done(&self, stage: usize) -> bool {
        let stages = std::iter::once(stage).chain(self.content.stages[stage].beside.iter().copied());
        let mut steps = stages.flat_map(|stage| &self.content.steps[stage]);
        steps.all(|step| match step {
            Step::Ask(place) => {
                !matches!(self.status[self.content.places[*place].field], Status::Open | Status::Undecided)
            }
            Step::Gate(_) => true,
        })
    }

    // ---- the day whose rules hold ------------------------------------------------------------------

    fn set_day(&self, at: DateTime<Utc>) {
        let edition = &self.content.editions[self.edition];
        let day = Day { date: edition.date.unwrap_or_else(|| china_date(at)), edition: self.edition };
        if self.day.replace(day) != day {
            self.facts.borrow_mut().fill(None);
        }
    }

    /// Who has submitted is not disturbed by rules that came later.
    pub(super) fn handed_in(&self) -> DateTime<Utc> {
        let submitted = self.filing.answers.get("submitted").filter(|answer| answer.reopened.is_none());
        submitted.map_or(self.now, |answer| answer.at)
    }

    /// Whether the filing came back to be handed in again: under the rules of the day on which that is done.
    pub(in super::super) fn hands_in_again(&self) -> bool {
        let stage = self.lifecycle();
        let hands_in = |field: &Field| field.after_all && field.stage == stage;
        !self.content.stages[stage].open && self.content.fields.iter().any(hands_in)
    }

    fn day_of_entry(&self, stage: usize) -> DateTime<Utc> {
        self.filing.entered.get(&self.content.stages[stage].id).copied().unwrap_or(self.now)
    }
}

enum LeftOver {
    NotYet,
    Is(&'static str),
}

/// What holds the filing where it is: the first thing that is open, or the gate before it.
#[derive(Default)]
struct Hold {
    first: Option<(usize, usize)>,
    first_later: Option<(u64, usize, usize)>,
    gate: Option<(usize, usize, bool)>,
}

impl Hold {
    fn is_held(&self) -> bool {
        self.first.is_some() || self.gate.is_some()
    }

    fn ask(&mut self, field: usize, stage: usize, later: Option<u64>) {
        match later {
            Some(revision) => {
                let candidate = (revision, field, stage);
                if self.first_later.is_none_or(|known| revision < known.0) {
                    self.first_later = Some(candidate);
                }
            }
            None if !self.is_held() => self.first = Some((field, stage)),
            None => {}
        }
    }

    fn standing(&self) -> Standing {
        if let Some((gate, stage, exit)) = self.gate {
            return if exit { Standing::Closed { gate } } else { Standing::Stop { gate, stage } };
        }
        let later = self.first_later.map(|(_, field, stage)| (field, stage));
        match self.first.or(later) {
            Some((field, stage)) => Standing::Ask { field, stage },
            None => Standing::Rest,
        }
    }
}
