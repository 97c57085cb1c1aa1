//! The dialogues as loaded: stages, fields, conditions, facts, rules and texts, resolved and checked.
//!
//! Loading yields either [`Content`] or all faults at once, each with file and line. What is loaded here is never
//! changed again; nothing here knows of a filing, a channel or a clock.

mod alias;
mod cases;
mod check;
mod condition;
mod fact;
mod fault;
mod field;
mod load;
mod markup;
mod official;
mod raw;
mod resolve;
mod stale;
mod text;
mod tree;
mod unread;
mod wanted;
mod wording;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::knowledge::Knowledge;
use crate::rules::{Calendar, Lists, Provinces};

pub use alias::Aliases;
pub use cases::{Anew, Case, Cases, Deadline, Holds, Line, Local, Pictures, Typed};
pub use condition::{Condition, Known, Values, Var};
pub use fact::{Day, Operand, Origin, Period, Rule, Table, Variable};
pub use fault::{Fault, Faults, Spot};
pub use field::{Choice, Field, FieldKind, Gate, GateKind, Place, Step};
pub(crate) use load::hex;
pub use load::{Files, shipped, write_shipped};
pub(crate) use markup::inert;
pub use markup::{Span, pieces, plain, spans};
pub use official::{Entry, Official};
pub use stale::{CheckedRule, stale};
pub(crate) use text::STAND_IN;
pub use text::{Language, Texts};
pub(crate) use unread::toml_fault;

/// The dialogues, loaded and free of faults.
pub struct Content {
    /// A hash over all files: which dialogues these are.
    pub version: ContentVersion,
    /// The stations of a filing's life, in the order of asking.
    pub stages: Vec<Stage>,
    /// The ways from stage to stage, in file order.
    pub transitions: Vec<Transition>,
    /// Every field; a field's number is its place here.
    pub fields: Vec<Field>,
    /// Where fields are asked; a field may have several places with conditions that exclude each other.
    pub places: Vec<Place>,
    /// Stops and exits.
    pub gates: Vec<Gate>,
    /// What is asked or checked in each stage, in order.
    pub steps: Vec<Vec<Step>>,
    /// Every finite-valued variable.
    pub variables: Vec<Variable>,
    /// The tables that give the facts.
    pub tables: Vec<Table>,
    /// The moments at which the bot acts by itself.
    pub timers: Vec<Timer>,
    /// How long things usually take.
    pub durations: Vec<Duration>,
    /// The pre-approval categories.
    pub categories: Vec<Category>,
    /// The editions: `current` first.
    pub editions: Vec<Edition>,
    /// The provincial units, their names and their rules.
    pub provinces: Provinces,
    /// The lists that checks of typed answers look at.
    pub lists: Lists,
    /// The working days.
    pub calendar: Calendar,
    /// Where rules come from.
    pub sources: BTreeMap<String, Source>,
    /// What the official system asks, apart from the flow.
    pub official: Official,
    /// What must come out: a second entry beside the flow and the rules.
    pub cases: Cases,
    /// What questions are answered, beside the flow.
    pub knowledge: Knowledge,
    /// Everything that is said.
    pub texts: Texts,
    /// What was renamed, by the names it had before.
    pub aliases: Aliases,
    pub(crate) field_numbers: BTreeMap<String, usize>,
    pub(crate) variable_numbers: BTreeMap<String, Var>,
    pub(crate) variables_of_field: Vec<Vec<Var>>,
    pub(crate) text_names: BTreeMap<String, String>,
    pub(crate) landmarks: Landmarks,
}

/// The variables that every pass looks at; none: the dialogues have no such field.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Landmarks {
    /// The field `consent`.
    pub(crate) consent: Option<Var>,
    /// The field `subject.province`.
    pub(crate) province: Option<Var>,
    /// The field `subject.kind`.
    pub(crate) subject_kind: Option<Var>,
}

/// Which dialogues: twelve hexadecimal digits of a hash over all files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContentVersion(pub(crate) Arc<str>);

impl std::fmt::Display for ContentVersion {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

/// A station of a filing's life.
#[derive(Debug, Clone)]
pub struct Stage {
    /// Its id: a contract.
    pub id: String,
    /// Part of the checklist from hello to submission.
    pub open: bool,
    /// Nothing comes after it.
    pub is_final: bool,
    /// Stages whose fields are asked while this one lasts.
    pub beside: Vec<usize>,
    /// Where it is declared.
    pub spot: Spot,
}

/// A way from one stage to another.
#[derive(Debug, Clone)]
pub struct Transition {
    /// The stage it leaves.
    pub from: usize,
    /// What happened, in the past tense or as the field's option.
    pub event: String,
    /// When it is taken; `None`: when everything in the stage is answered.
    pub when: Option<Condition>,
    /// The stage it enters.
    pub to: usize,
    /// Stages whose answers are used up by it.
    pub clears: Vec<usize>,
    /// Where it is declared.
    pub spot: Spot,
}

/// What the bot does by itself at certain moments.
#[derive(Debug, Clone)]
pub struct Timer {
    /// Its id.
    pub id: String,
    /// When it starts, fires and ends.
    pub clock: TimerClock,
    /// Source keys.
    pub source: Vec<String>,
    /// Where it is declared.
    pub spot: Spot,
}

impl Timer {
    /// Its id as it stands in the names of its texts.
    #[must_use]
    pub fn text(&self) -> String {
        self.id.replace('.', "-")
    }
}

/// When a timer starts, fires and ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimerClock {
    /// The stage it belongs to; it is over when the stage is left.
    pub stage: Option<usize>,
    /// What starts its clock.
    pub starts: TimerStart,
    /// Whom it concerns.
    pub when: Condition,
    /// The fact that says how many days before its date it starts.
    pub lead: Option<Var>,
    /// When it fires after its start, in order.
    pub at: Vec<Offset>,
    /// How often it fires after the last of these, until it ends.
    pub every: Option<Offset>,
    /// How many times at most it does so; none: on and on.
    pub times: Option<u32>,
    /// Where the deadline itself lies after its start; none: it only asks how things stand.
    pub limit: Option<Offset>,
    /// The field whose answer ends it.
    pub until: Option<usize>,
    /// The field and the option that say that it is done.
    pub done: Option<(usize, String)>,
    /// The applicant's word alone ends it.
    pub by_hand: bool,
    /// It announces that the filing is erased so long after it, unless the applicant wants it kept.
    pub erases: Option<Offset>,
}

/// What starts a timer's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimerStart {
    /// Entering its stage.
    Entry,
    /// The date answered at this field: that day is day 0.
    Date(usize),
    /// The answer of this field, whatever it is.
    After(usize),
    /// The day of the last answer.
    Silence,
    /// The day on which its applicant last did anything while the filing was in hand.
    Absence,
}

/// A distance in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offset {
    /// Hours on the clock.
    Hours(i64),
    /// Calendar days in Asia/Shanghai.
    Days(i64),
    /// Chinese working days.
    WorkingDays(i64),
}

/// How long a step usually takes.
#[derive(Debug, Clone)]
pub struct Duration {
    /// Its id.
    pub id: String,
    /// The stage that takes this long.
    pub stage: usize,
    /// The first in force whose condition holds decides.
    pub rules: Vec<DurationRule>,
}

/// One dated rule on how long a step takes.
#[derive(Debug, Clone)]
pub struct DurationRule {
    /// When it is in force.
    pub period: Period,
    /// When it applies.
    pub when: Condition,
    /// Working days, from and to.
    pub days: [u32; 2],
    /// Source keys.
    pub source: Vec<String>,
    /// Where it is declared.
    pub spot: Spot,
}

/// A pre-approval category, by language.
#[derive(Debug, Clone)]
pub struct Category {
    /// Its id: a contract.
    pub id: String,
    /// Its name, in Chinese and English.
    pub name: [String; 2],
    /// Who grants the document, in Chinese and English.
    pub authority: [String; 2],
    /// The document, in Chinese and English.
    pub document: [String; 2],
    /// What falls under it, in Chinese and English.
    pub falls: [Vec<String>; 2],
    /// What does not, in Chinese and English.
    pub not_falls: [Vec<String>; 2],
    /// Words that hint at it, in Chinese and English.
    pub keywords: [Vec<String>; 2],
    /// The law it rests on, in Chinese.
    pub law: Option<String>,
    /// A remark, in Chinese and English.
    pub note: [Option<String>; 2],
    /// The authority and the document as Alibaba Cloud named them in 2019, where that differs.
    pub names_2019: [Option<String>; 2],
    /// How its status changed, oldest first.
    pub history: Vec<Change>,
    /// Source keys.
    pub source: Vec<String>,
}

/// A change in the status of a category.
#[derive(Debug, Clone)]
pub struct Change {
    /// When, as far as it is known.
    pub date: String,
    /// What changed, in Chinese and English.
    pub what: [String; 2],
    /// Source keys.
    pub source: Vec<String>,
}

/// The day whose rules hold.
#[derive(Debug, Clone)]
pub struct Edition {
    /// Its id: `current`, `2019-09`.
    pub id: String,
    /// The fixed day; none: the day itself.
    pub date: Option<NaiveDate>,
}

/// Where a rule comes from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Source {
    /// A short title in English.
    pub title: String,
    /// A short title in Chinese.
    pub title_zh: String,
    /// An address or a reference.
    #[serde(rename = "ref")]
    pub reference: String,
    /// Its date, as far as it is known.
    pub date: String,
    /// The date in Chinese, where it is more than digits.
    pub date_zh: Option<String>,
    /// When it was last looked at, where that is another day than the file's.
    pub checked_on: Option<NaiveDate>,
}

/// A day, `YYYY-MM-DD` to the letter.
fn strict_date(day: &str) -> Option<NaiveDate> {
    let is_written_out = day.len() == "YYYY-MM-DD".len();
    NaiveDate::parse_from_str(day, "%Y-%m-%d").ok().filter(|date| is_written_out && date.to_string() == day)
}

impl Content {
    /// The number of a field by its id.
    #[must_use]
    pub fn field_number(&self, id: &str) -> Option<usize> {
        self.field_numbers.get(id).copied()
    }

    /// A field by its id.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.field_number(id).map(|number| &self.fields[number])
    }

    /// A variable by its name: a field id, `FIELD:reading`, or a fact id.
    #[must_use]
    pub fn variable(&self, name: &str) -> Option<Var> {
        self.variable_numbers.get(name).copied()
    }

    /// The field or fact that a text's variable stands for: dots are written as dashes there.
    #[must_use]
    pub fn name_of_variable(&self, dashed: &str) -> Option<&str> {
        self.text_names.get(dashed).map(String::as_str)
    }

    /// The number of a stage by its id.
    #[must_use]
    pub fn stage_number(&self, id: &str) -> Option<usize> {
        self.stages.iter().position(|stage| stage.id == id)
    }

    /// The fields in the order in which they are first asked; those on request are not among them.
    #[must_use]
    pub fn fields_in_order(&self) -> Vec<usize> {
        let mut order = Vec::new();
        for step in self.steps.iter().flatten() {
            if let Step::Ask(place) = step
                && !order.contains(&self.places[*place].field)
            {
                order.push(self.places[*place].field);
            }
        }
        order
    }

    /// The last stage of the checklist: submission.
    ///
    /// # Panics
    ///
    /// Never: the check refuses dialogues without an open stage.
    #[must_use]
    pub fn last_open_stage(&self) -> usize {
        self.stages
            .iter()
            .rposition(|stage| stage.open)
            .expect("the check refuses dialogues without an open stage")
    }

    /// The edition of this id.
    #[must_use]
    pub fn edition_number(&self, id: &str) -> Option<usize> {
        self.editions.iter().position(|edition| edition.id == id)
    }

    /// Who published a source and when, short enough to stand behind a rule.
    #[must_use]
    pub fn source_brief(&self, key: &str, language: Language) -> Option<String> {
        self.sources.get(key).map(|source| {
            let (title, date) = match language {
                Language::ZhCn => (&source.title_zh, source.date_zh.as_ref().unwrap_or(&source.date)),
                Language::En => (&source.title, &source.date),
            };
            let publisher = title.split(['：', ':']).next().unwrap_or(title);
            let date = date.split(" (").next().unwrap_or(date);
            format!("{publisher} {date}")
        })
    }
}
