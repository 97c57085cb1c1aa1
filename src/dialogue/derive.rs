//! Where a filing stands, derived from its answers: which are valid, what is asked next, which stage it is in.
//!
//! One pass in the order of asking. Every condition looks only at what stands before it, so one pass is enough, and
//! the same answers give the same position whatever way they were given. Nothing here changes anything.

use std::cell::{Cell, RefCell};

use chrono::{DateTime, NaiveDate, Utc};
use sha2::{Digest, Sha256};

use super::state::{Answer, Filing, Value, china_date};
use crate::content::hex;
use crate::content::{
    Choice, Content, Day, Field, FieldKind, GateKind, Known, Operand, Origin, Step, Values, Var,
};
use crate::kind::{Given, Kind};

/// How a field stands in this filing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Not decided yet whether it is asked.
    Undecided,
    /// Not asked in this filing.
    Absent,
    /// To be asked.
    Open,
    /// Answered, and the answer counts.
    Answered,
    /// Only one option fits, so nobody is asked.
    Implied(usize),
    /// Held back without asking, because consent was declined.
    Withheld,
}

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// This field is asked, in this stage.
    Ask {
        /// The field's number.
        field: usize,
        /// The stage in which it is asked.
        stage: usize,
    },
    /// This gate must be solved first, in this stage.
    Stop {
        /// The gate's number.
        gate: usize,
        /// The stage it stands in.
        stage: usize,
    },
    /// Closed without a number, by this gate.
    Closed {
        /// The gate's number.
        gate: usize,
    },
    /// Nothing is asked.
    Rest,
}

/// A filing with everything that follows from its answers.
pub struct View<'a> {
    /// The dialogues.
    pub content: &'a Content,
    /// The filing.
    pub filing: &'a Filing,
    /// The moment of looking.
    pub now: DateTime<Utc>,
    /// How each field stands, by number.
    pub status: Vec<Status>,
    /// What comes next.
    pub standing: Standing,
    /// The stages walked through since the last open one, in order, the current one last.
    pub walked: Vec<usize>,
    /// A transition that was taken and uses up answers: to be carried out.
    pub due: Option<usize>,
    edition: usize,
    known: Vec<Known>,
    facts: RefCell<Vec<Option<Known>>>,
    day: Cell<Day>,
}

/// The name of the field that stops are asked under.
pub const STOP_FIELD: &str = "filing.stop";

impl<'a> View<'a> {
    /// Looks at a filing.
    #[must_use]
    pub fn new(content: &'a Content, filing: &'a Filing, now: DateTime<Utc>) -> Self {
        let edition = content.edition_number(&filing.edition).unwrap_or(0);
        let day = Day { date: china_date(now), edition };
        let mut view = View {
            content,
            filing,
            now,
            status: vec![Status::Undecided; content.fields.len()],
            standing: Standing::Rest,
            walked: Vec::new(),
            due: None,
            edition,
            known: vec![Known::Open; content.variables.len()],
            facts: RefCell::new(vec![None; content.variables.len()]),
            day: Cell::new(day),
        };
        view.walk();
        view
    }

    /// The stage that the filing is in.
    #[must_use]
    pub fn stage(&self) -> usize {
        match self.standing {
            Standing::Ask { stage, .. } | Standing::Stop { stage, .. } => stage,
            Standing::Closed { .. } => self.content.stage_number("closed").unwrap_or(self.lifecycle()),
            Standing::Rest => self.lifecycle(),
        }
    }

    /// The last stage reached, whatever is asked again before it.
    #[must_use]
    pub fn lifecycle(&self) -> usize {
        self.walked.last().copied().unwrap_or_else(|| self.content.last_open_stage())
    }

    /// What is known of a variable, on the day of the current stage.
    #[must_use]
    pub fn look(&self, var: Var) -> Known {
        let variable = &self.content.variables[var.index()];
        match &variable.origin {
            Origin::Answer(_) | Origin::Reading(..) | Origin::State(_) => self.known[var.index()],
            Origin::Table(..) | Origin::Same(..) | Origin::Province(_) => {
                if let Some(known) = self.facts.borrow()[var.index()] {
                    return known;
                }
                self.work_out(var);
                self.facts.borrow()[var.index()].unwrap_or(Known::Open)
            }
        }
    }

    /// The single value that is known of a variable, by name.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&'a str> {
        let var = self.content.variable(name)?;
        match self.look(var) {
            Known::Is(values) => {
                values.iter().next().map(|n| self.content.variables[var.index()].values[n].as_str())
            }
            Known::Open | Known::Absent => None,
        }
    }

    /// The valid answer of a field.
    #[must_use]
    pub fn answer(&self, field: usize) -> Option<&'a Answer> {
        match self.status[field] {
            Status::Answered => self.filing.answers.get(&self.content.fields[field].id),
            Status::Undecided | Status::Absent | Status::Open | Status::Implied(_) | Status::Withheld => None,
        }
    }

    /// The options that fit, in order.
    #[must_use]
    pub fn options(&self, field: &'a Field) -> Vec<&'a Choice> {
        let day = self.day.get();
        field
            .options
            .iter()
            .filter(|option| {
                option.period.covers(day) && option.when.holds(&mut |var| self.look(var)) == Some(true)
            })
            .collect()
    }

    /// The fields that a reviewer may send back: what was answered before submission, notices apart.
    #[must_use]
    pub fn reopenable(&self) -> Vec<usize> {
        let last = self.content.last_open_stage();
        let may_come_back = |number: &usize| {
            let field = &self.content.fields[*number];
            self.status[*number] == Status::Answered
                && self.content.stages[field.stage].open
                && field.stage != 0
                && field.stage != last
                && field.kind != FieldKind::Notice
        };
        self.content.fields_in_order().into_iter().filter(may_come_back).collect()
    }

    /// What a check of this field may look at, on the day of the answer.
    #[must_use]
    pub fn given(&self, field: &'a Field, today: NaiveDate) -> Given<'a> {
        let differs = field
            .differs_from
            .as_ref()
            .filter(|(_, when)| when.holds(&mut |var| self.look(var)) == Some(true));
        let other = differs.and_then(|(other, _)| self.answer(*other)).and_then(|answer| answer.value.text());
        Given {
            today,
            rules_on: self.day.get().date,
            provinces: &self.content.provinces,
            lists: &self.content.lists,
            province: self.value("subject.province"),
            subject_kind: self.value("subject.kind"),
            other,
        }
    }

    /// The kind that checks what is typed at this field.
    #[must_use]
    pub fn typed_kind(&self, field: &Field) -> Option<Kind> {
        match &field.kind {
            FieldKind::Typed(kind) => Some(*kind),
            FieldKind::By { field: by, kinds } => {
                let chosen = self
                    .content
                    .variable(&self.content.fields[*by].id)
                    .and_then(|_| self.value(&self.content.fields[*by].id))?;
                kinds.iter().find(|(option, _)| option == chosen).map(|(_, kind)| *kind)
            }
            FieldKind::Choice
            | FieldKind::YesNo
            | FieldKind::Notice
            | FieldKind::Paper
            | FieldKind::Choices
            | FieldKind::Reopenable => None,
        }
    }

    /// A digest of the answers that this field depends on, as they are now.
    #[must_use]
    pub fn basis(&self, field: &Field) -> String {
        if field.depends.is_empty() {
            return String::new();
        }
        let mut hash = Sha256::new();
        for depended in &field.depends {
            let line = match self.status[*depended] {
                Status::Answered => {
                    self.answer(*depended).map_or_else(String::new, |answer| answer.value.canonical())
                }
                Status::Implied(option) => {
                    Value::One(self.content.fields[*depended].options[option].id.clone()).canonical()
                }
                Status::Withheld => Value::Held.canonical(),
                Status::Absent => "absent".to_owned(),
                Status::Undecided | Status::Open => "open".to_owned(),
            };
            hash.update((line.len() as u64).to_be_bytes());
            hash.update(line);
        }
        hex(&hash.finalize()[..8])
    }

    /// Whether this value would count at this field, everything else being as it is.
    #[must_use]
    pub fn fits(&self, field: &'a Field, value: &Value, at: DateTime<Utc>) -> bool {
        match value {
            Value::Skipped => field.optional,
            Value::Held => field.personal,
            Value::One(id) => {
                self.options(field).iter().any(|option| option.id == *id) && !field.comes_back(id)
            }
            Value::Many(ids) if field.kind == FieldKind::Reopenable => !ids.is_empty(),
            Value::Many(ids) => {
                let options = self.options(field);
                !ids.is_empty() && ids.iter().all(|id| options.iter().any(|option| option.id == *id))
            }
            Value::Text(text) => match self.typed_kind(field) {
                Some(Kind::Province) => self.content.provinces.by_code(text.expose()).is_some(),
                Some(kind) => kind
                    .check(text.expose(), &self.given(field, china_date(at)))
                    .is_ok_and(|checked| checked.value == *text.expose()),
                None => false,
            },
        }
    }

    // ---- the pass --------------------------------------------------------------------------------

    fn walk(&mut self) {
        let content = self.content;
        let mut hold = Hold::default();
        self.set_day(self.day_of_open_stages());
        for stage in (0..content.stages.len()).filter(|stage| content.stages[*stage].open) {
            self.take_stage(stage, &mut hold);
        }
        let mut current = content.last_open_stage();
        while let Some(number) = self.transition_from(current) {
            let transition = &content.transitions[number];
            if !transition.clears.is_empty() {
                self.due = Some(number);
                break;
            }
            current = transition.to;
            if self.walked.contains(&current) {
                break;
            }
            self.walked.push(current);
            self.set_day(self.day_of_entry(current));
            self.take_stage(current, &mut hold);
            for beside in &content.stages[current].beside {
                self.take_stage(*beside, &mut hold);
            }
        }
        self.standing = hold.standing();
        let stage = self.stage();
        let open = self.content.stages[stage].open;
        self.set_day(if open { self.day_of_open_stages() } else { self.day_of_entry(stage) });
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
        self.status[number] = match applies {
            None => Status::Undecided,
            Some(false) => Status::Absent,
            Some(true) => self.status_of(number, field),
        };
        let vars = &self.content.variables_of_field[number];
        for var in vars {
            self.known[var.index()] = self.known_of(*var, number, field);
        }
    }

    fn status_of(&self, number: usize, field: &'a Field) -> Status {
        if field.personal && self.value("consent") == Some("decline") {
            return Status::Withheld;
        }
        if field.kind == FieldKind::Choice {
            let fitting = self.options(field);
            if let [only] = fitting.as_slice() {
                let place =
                    self.content.fields[number].options.iter().position(|option| option.id == only.id);
                return place.map_or(Status::Open, Status::Implied);
            }
        }
        match self.filing.answers.get(&field.id) {
            Some(answer) if self.counts(field, answer) => Status::Answered,
            Some(_) | None => Status::Open,
        }
    }

    fn counts(&self, field: &'a Field, answer: &Answer) -> bool {
        answer.reopened.is_none()
            && answer.basis == self.basis(field)
            && self.fits(field, &answer.value, answer.at)
    }

    fn known_of(&self, var: Var, number: usize, field: &'a Field) -> Known {
        let variable = &self.content.variables[var.index()];
        let only = |id: &str| variable.value(id).map_or(Known::Open, Known::Is);
        match (self.status[number], &variable.origin) {
            (Status::Undecided | Status::Open, _) => Known::Open,
            (Status::Absent, _) => Known::Absent,
            (Status::Implied(option), Origin::Answer(_)) => only(&field.options[option].id),
            (Status::Implied(_), _) => only("given"),
            (Status::Withheld, Origin::Reading(..)) => only("unknown"),
            (Status::Withheld, _) => only("held"),
            (Status::Answered, origin) => match self.filing.answers.get(&field.id) {
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

    fn work_out(&self, var: Var) {
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

    /// The day whose rules hold in the current stage.
    #[must_use]
    pub fn day(&self) -> Day {
        self.day.get()
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
    fn day_of_open_stages(&self) -> DateTime<Utc> {
        let submitted = self.filing.answers.get("submitted").filter(|answer| answer.reopened.is_none());
        submitted.map_or(self.now, |answer| answer.at)
    }

    fn day_of_entry(&self, stage: usize) -> DateTime<Utc> {
        self.filing.entered.get(&self.content.stages[stage].id).copied().unwrap_or(self.now)
    }

    /// When the last answer of a stage was given; none: it has no answer that counts.
    #[must_use]
    pub fn left(&self, stage: usize) -> Option<DateTime<Utc>> {
        let answers = self.content.steps[stage].iter().filter_map(|step| match step {
            Step::Ask(place) => self.answer(self.content.places[*place].field).map(|answer| answer.at),
            Step::Gate(_) => None,
        });
        answers.max()
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
