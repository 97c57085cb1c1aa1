//! Where a filing stands, derived from its answers: which are valid, what is asked next, which stage it is in.
//!
//! One pass in the order of asking. Every condition looks only at what stands before it, so one pass is enough, and
//! the same answers give the same position whatever way they were given. Nothing here changes anything.

mod pass;

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::ops::Deref;

use chrono::{DateTime, NaiveDate, Utc};
use sha2::{Digest, Sha256};

use super::state::{Answer, Basis, Filing, Value, china_date};
use crate::content::hex;
use crate::content::{Choice, Content, Day, Field, FieldKind, Known, Origin, Step, Var};
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
    position: Cow<'a, Position>,
}

/// What follows from the answers of one filing at one moment; read through its [`View`].
#[derive(Debug, Clone)]
pub struct Position {
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
    day: Cell<Day>,
    facts: RefCell<Vec<Option<Known>>>,
}

impl Position {
    /// Nothing is found yet.
    fn before(content: &Content, filing: &Filing, now: DateTime<Utc>) -> Self {
        let edition = content.edition_number(&filing.edition).unwrap_or(0);
        Self {
            status: vec![Status::Undecided; content.fields.len()],
            standing: Standing::Rest,
            walked: Vec::new(),
            due: None,
            edition,
            known: vec![Known::Open; content.variables.len()],
            day: Cell::new(Day { date: china_date(now), edition }),
            facts: RefCell::new(vec![None; content.variables.len()]),
        }
    }
}

impl Deref for View<'_> {
    type Target = Position;

    fn deref(&self) -> &Position {
        &self.position
    }
}

/// The name of the field that stops are asked under.
pub const STOP_FIELD: &str = "filing.stop";

impl<'a> View<'a> {
    /// Looks at a filing.
    #[must_use]
    pub fn new(content: &'a Content, filing: &'a Filing, now: DateTime<Utc>) -> Self {
        let mut view =
            View { content, filing, now, position: Cow::Owned(Position::before(content, filing, now)) };
        let handed_in = view.handed_in();
        view.walk(handed_in);
        if handed_in != now && view.hands_in_again() {
            view.position = Cow::Owned(Position::before(content, filing, now));
            view.walk(now);
        }
        view
    }

    /// Looks again at a filing that has not changed, from where it was found to stand.
    pub(super) fn again(
        content: &'a Content,
        filing: &'a Filing,
        now: DateTime<Utc>,
        position: &'a Position,
    ) -> Self {
        View { content, filing, now, position: Cow::Borrowed(position) }
    }

    /// Whether this is where the filing stands.
    pub(super) fn stands_at(&self, other: &Position) -> bool {
        let parts = |position: &Position| (position.standing, position.due, position.day.get());
        parts(self) == parts(other)
            && self.status == other.status
            && self.known == other.known
            && self.walked == other.walked
    }

    /// What was found, to be kept while the filing stays as it is.
    pub(super) fn into_position(self) -> Position {
        self.position.into_owned()
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
        self.value_of(self.content.variable(name)?)
    }

    /// The filing type, once it is certain.
    pub(super) fn known_type(&self) -> Option<String> {
        self.value("filing.type").filter(|kind| *kind != "undecided").map(str::to_owned)
    }

    fn value_of(&self, var: Var) -> Option<&'a str> {
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
        field.options.iter().filter(|option| self.offers(option)).collect()
    }

    fn offers(&self, option: &Choice) -> bool {
        self.fitting(option) == Some(true)
    }

    /// Whether an option fits; `None` while that depends on something open.
    fn fitting(&self, option: &Choice) -> Option<bool> {
        if option.period.covers(self.day.get()) {
            option.when.holds(&mut |var| self.look(var))
        } else {
            Some(false)
        }
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
            province: self.content.landmarks.province.and_then(|var| self.value_of(var)),
            subject_kind: self.content.landmarks.subject_kind.and_then(|var| self.value_of(var)),
            other,
        }
    }

    /// The kind that checks what is typed at this field.
    #[must_use]
    pub fn typed_kind(&self, field: &Field) -> Option<Kind> {
        match &field.kind {
            FieldKind::Typed(kind) => Some(*kind),
            FieldKind::By { field: by, kinds } => {
                let chosen = self.value(&self.content.fields[*by].id)?;
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

    /// How the fields stand that this one depends on.
    #[must_use]
    pub fn basis(&self, field: &Field) -> Basis {
        let stands = |number: &usize| {
            let (head, rest) = self.stands(*number);
            (self.content.fields[*number].id.clone(), noted(head, &rest))
        };
        Basis::Each(field.depends.iter().map(stands).collect())
    }

    /// Whether what an answer was given upon still stands as it did.
    pub(super) fn stands_upon(&self, field: &Field, basis: &Basis) -> bool {
        match basis {
            Basis::Each(then) => field.depends.iter().all(|number| {
                let then = then.get(&self.content.fields[*number].id);
                then.is_none_or(|then| {
                    let (head, rest) = self.stands(*number);
                    *then == noted(head, &rest)
                })
            }),
            Basis::Whole(digest) => *digest == self.digest(field),
        }
    }

    /// How a field stands, in two parts: one line that differs whenever its value does.
    fn stands(&self, number: usize) -> (&'static str, Cow<'_, str>) {
        match self.status[number] {
            Status::Answered => {
                self.answer(number).map_or_else(Default::default, |answer| answer.value.canonical())
            }
            Status::Implied(option) => ("one ", Cow::from(&self.content.fields[number].options[option].id)),
            Status::Withheld => Value::Held.canonical(),
            Status::Absent => ("absent", Cow::default()),
            Status::Undecided | Status::Open => ("open", Cow::default()),
        }
    }

    /// The digest that [`Basis::Whole`] holds.
    fn digest(&self, field: &Field) -> String {
        if field.depends.is_empty() {
            return String::new();
        }
        let mut hash = Sha256::new();
        for depended in &field.depends {
            let (head, rest) = self.stands(*depended);
            hash.update(((head.len() + rest.len()) as u64).to_be_bytes());
            hash.update(head);
            hash.update(rest.as_bytes());
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
                let mut options = field.options.iter();
                options.any(|option| option.id == *id && self.offers(option)) && !field.comes_back(id)
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

    /// The day whose rules hold in the current stage.
    #[must_use]
    pub fn day(&self) -> Day {
        self.day.get()
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

/// How a field stood, to be kept: chosen values in clear, so that a renamed option can be told from another one, and of a
/// text a digest.
pub(super) fn noted(head: &str, rest: &str) -> String {
    if head == "text " {
        format!("{head}{}", hex(&Sha256::digest(rest)[..8]))
    } else {
        format!("{head}{rest}")
    }
}
