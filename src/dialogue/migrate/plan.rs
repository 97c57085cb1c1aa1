//! What other dialogues, or another day, make of a filing: which fields are asked anew or again, and why.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::super::derive::{Standing, Status, View};
use super::super::event::{Around, Event};
use super::super::state::{Filing, State, Value};
use super::super::step::step;
use super::alike::alike;
use super::forecast::forecast;
use super::{gate, is_exit, met as met_now, migrate, rename};
use crate::content::{Content, ContentVersion, GateKind};

/// Why a field is asked anew or again, or no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// There was no such field.
    New,
    /// It was not asked of this filing, and is now.
    Applies,
    /// What was chosen is no longer among its options.
    OptionGone,
    /// What was given no longer passes.
    NoLongerFits,
    /// Something it depends on stands otherwise.
    Depends,
    /// It was answered, and is not asked any more: it costs the applicant nothing.
    NotAsked,
}

impl Why {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 6] =
        [Self::New, Self::Applies, Self::OptionGone, Self::NoLongerFits, Self::Depends, Self::NotAsked];

    /// Whether the applicant is asked.
    #[must_use]
    pub fn asks(self) -> bool {
        self != Self::NotAsked
    }
}

/// One field that is asked anew or again, or no more.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The field, by id.
    pub field: String,
    /// Why.
    pub why: Why,
}

/// Former dialogues beside the present ones.
#[derive(Clone)]
pub struct Former {
    content: Arc<Content>,
    /// The fields, by their present names, that the same rules decide under both.
    alike: Arc<BTreeSet<String>>,
}

impl Former {
    /// Compares former dialogues with the present ones: once for all filings.
    #[must_use]
    pub fn new(content: Arc<Content>, present: &Content) -> Self {
        let alike = Arc::new(alike(&content, present));
        Self { content, alike }
    }
}

/// A gate at which a filing did not stand before.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Met {
    /// It closes the filing; otherwise something must be solved first.
    pub closes: bool,
    /// Its id.
    pub gate: String,
}

/// What a filing meets under other dialogues.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The dialogues under which its applicant was last answered; none: not known.
    pub from: Option<ContentVersion>,
    /// What changes for it, in the order of asking.
    pub changes: Vec<Change>,
    /// Fields that may be asked beside those, by what is answered until then.
    pub perhaps: BTreeSet<String>,
    /// The gate that it meets.
    pub met: Option<Met>,
    /// The filing can neither go on, nor is it over with an explanation.
    pub stranded: bool,
    /// Something of it is stored under an old name: this is the filing under the new ones.
    pub renamed: Option<Filing>,
    /// It was handed in, so that what is asked anew comes after that.
    pub submitted: bool,
    /// Its edition is none of the new dialogues: it is read under the first of theirs.
    pub edition_gone: bool,
}

impl Plan {
    /// What this filing meets under new dialogues. Without the old ones, all that is known of before is what was noted
    /// when its applicant was last answered.
    #[must_use]
    pub fn of(filing: &Filing, old: Option<&Former>, new: &Content, now: DateTime<Utc>) -> Self {
        let mut migrated = filing.clone();
        migrate(&mut migrated, new, now);
        let view = View::new(new, &migrated, now);
        let (changes, perhaps) = match old {
            Some(_) if matches!(view.standing, Standing::Closed { .. }) => (Vec::new(), BTreeSet::new()),
            Some(old) => between(filing, old, &view),
            None => (since_seen(&view), BTreeSet::new()),
        };
        Self {
            from: Self::seen_under(filing),
            changes,
            perhaps,
            met: met(filing, old, &view),
            stranded: strands(&view),
            submitted: !view.walked.is_empty(),
            edition_gone: new.edition_number(&filing.edition).is_none(),
            renamed: (migrated != *filing).then_some(migrated),
        }
    }

    /// The dialogues under which the applicant was last answered, as far as the filing tells.
    #[must_use]
    pub fn seen_under(filing: &Filing) -> Option<ContentVersion> {
        let last =
            || filing.answers.values().max_by_key(|answer| answer.revision).map(|answer| &answer.content);
        filing.seen.as_ref().map(|seen| &seen.content).or_else(last).cloned()
    }

    /// The fields that are asked until the end beside what would have been asked anyway, if all that is open is answered as
    /// in the examples; none: that way has no end.
    #[must_use]
    pub fn forecast(
        filing: &Filing,
        old: &Former,
        new: &Content,
        now: DateTime<Utc>,
    ) -> Option<BTreeSet<String>> {
        forecast(filing, &old.content, new, now)
    }

    /// The fields that are asked anew or again.
    pub fn extra(&self) -> impl Iterator<Item = &str> {
        self.changes.iter().filter(|change| change.why.asks()).map(|change| change.field.as_str())
    }
}

/// The gate at which the filing did not stand before, where that is known.
fn met(filing: &Filing, old: Option<&Former>, view: &View<'_>) -> Option<Met> {
    let (before, was_closed) = if let Some(old) = old {
        let content = &*old.content;
        let mut stored = filing.clone();
        rename(&mut stored, &view.content.aliases.back_to(content), content);
        let before = gate(&View::new(content, &stored, view.now)).map(|(id, closed)| (id.to_owned(), closed));
        before.unwrap_or_default()
    } else {
        let before = filing.seen.as_ref()?.gate.clone()?;
        let was_closed = is_exit(view.content, &before);
        (before, was_closed)
    };
    let (gate, closes) = met_now(view, &before, was_closed)?;
    Some(Met { closes, gate: gate.to_owned() })
}

/// How a field stood before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Missing,
    NotAsked,
    Counted,
    Open,
    Undecided,
}

/// What is asked anew or again since the applicant was last answered, of what lay behind them then.
pub(in super::super) fn since_seen(view: &View<'_>) -> Vec<Change> {
    let Some(seen) = &view.filing.seen else { return Vec::new() };
    // Whoever is told that it is over is asked nothing.
    if matches!(view.standing, Standing::Closed { .. }) {
        return Vec::new();
    }
    let kept = |id: &str| view.filing.answers.get(id);
    let counted = |id: &str| {
        kept(id).is_some_and(|answer| answer.reopened.is_none())
            && !seen.open.contains(id)
            && !seen.idle.contains(id)
    };
    let order = view.content.fields_in_order();
    let id = |number: usize| view.content.fields[number].id.as_str();
    let behind = |number: &usize| counted(id(*number)) || seen.asks.as_deref() == Some(id(*number));
    let passed = order.iter().rposition(behind).unwrap_or(0);
    let passed: BTreeSet<usize> = order.into_iter().take(passed).collect();
    let before = |number: usize| {
        let id = id(number);
        let ahead = !passed.contains(&number) && kept(id).is_none();
        let asked = seen.open.contains(id) || seen.asks.as_deref() == Some(id);
        if counted(id) {
            Before::Counted
        } else if ahead || asked || view.filing.later.contains_key(id) {
            Before::Open
        } else {
            Before::NotAsked
        }
    };
    changes(view, before, |_| true).0
}

/// What is asked anew or again under the new dialogues, by how the filing stands under the old ones.
fn between(filing: &Filing, former: &Former, view: &View<'_>) -> (Vec<Change>, BTreeSet<String>) {
    let old = &*former.content;
    let back = view.content.aliases.back_to(old);
    let mut stored = filing.clone();
    rename(&mut stored, &back, old);
    let then = View::new(old, &stored, view.now);
    let before = |number: usize| match old.field_number(back.field(&view.content.fields[number].id)) {
        None => Before::Missing,
        Some(number) => match then.status[number] {
            Status::Answered => Before::Counted,
            Status::Absent | Status::Implied(_) | Status::Withheld => Before::NotAsked,
            Status::Open if waits(&then, number) => Before::Undecided,
            Status::Open => Before::Open,
            Status::Undecided => Before::Undecided,
        },
    };
    let (mut changes, perhaps) = changes(view, before, |id| former.alike.contains(id));
    let gone = old.fields_in_order().into_iter().filter(|number| then.status[*number] == Status::Answered);
    let gone = gone.map(|number| old.fields[number].id.clone());
    let gone = gone.filter(|id| view.content.field_number(view.content.aliases.field(id)).is_none());
    changes.extend(gone.map(|field| Change { field, why: Why::NotAsked }));
    (changes, perhaps)
}

/// Compares how each field stands with how it stood. What is undecided as before matters only where other rules decide it.
fn changes(
    view: &View<'_>,
    before: impl Fn(usize) -> Before,
    decided_alike: impl Fn(&str) -> bool,
) -> (Vec<Change>, BTreeSet<String>) {
    let (mut changes, mut perhaps) = (Vec::new(), BTreeSet::new());
    for number in view.content.fields_in_order() {
        let field = &view.content.fields[number].id;
        let why = match (before(number), view.status[number]) {
            (Before::Missing, Status::Open) => Some(Why::New),
            (Before::NotAsked, Status::Open) => Some(Why::Applies),
            (Before::Counted, Status::Open) => why_lost(view, number),
            (Before::Counted, Status::Absent) => Some(Why::NotAsked),
            (Before::Undecided, Status::Undecided) if decided_alike(field) => continue,
            (Before::Undecided, Status::Open)
            | (Before::Missing | Before::NotAsked | Before::Counted | Before::Undecided, Status::Undecided) => {
                None
            }
            (Before::Open, _)
            | (_, Status::Answered | Status::Implied(_) | Status::Withheld)
            | (Before::Missing | Before::NotAsked | Before::Undecided, Status::Absent) => continue,
        };
        match why {
            Some(why) => changes.push(Change { field: field.clone(), why }),
            None => {
                perhaps.insert(field.clone());
            }
        }
    }
    (changes, perhaps)
}

/// Whether an answer may count again once what it depends on is answered.
fn waits(view: &View<'_>, number: usize) -> bool {
    let field = &view.content.fields[number];
    let kept = view.filing.answers.get(&field.id).is_some_and(|answer| answer.reopened.is_none());
    kept && field.depends.iter().any(|number| view.status[*number] == Status::Open)
}

/// Why an answer that counted does not; none: it may count again once something else is answered.
fn why_lost(view: &View<'_>, number: usize) -> Option<Why> {
    let field = &view.content.fields[number];
    let answer = view.filing.answers.get(&field.id)?;
    if !view.stands_upon(field, &answer.basis) {
        let misfits = |number: &usize| {
            let field = &view.content.fields[*number];
            let kept = view.filing.answers.get(&field.id).filter(|answer| answer.reopened.is_none());
            kept.is_some_and(|answer| {
                view.stands_upon(field, &answer.basis) && !view.fits(field, &answer.value, answer.at)
            })
        };
        let mut open = field.depends.iter().filter(|number| view.status[**number] == Status::Open);
        let undecided = field.depends.iter().any(|number| view.status[*number] == Status::Undecided);
        let certain = !undecided && open.all(misfits);
        return certain.then_some(Why::Depends);
    }
    Some(match answer.value {
        Value::One(_) | Value::Many(_) if !field.options.is_empty() => Why::OptionGone,
        Value::One(_) | Value::Many(_) | Value::Text(_) | Value::Held | Value::Skipped => Why::NoLongerFits,
    })
}

/// Whether nobody gets on from here: nothing can be answered, no explanation ends it, and the world owes nothing.
fn strands(view: &View<'_>) -> bool {
    if view.due.is_some() {
        // What uses up answers is carried out by a turn.
        let reference = view.filing.reference.clone();
        let mut state = State::new();
        state.filings.insert(reference.clone(), view.filing.clone());
        let around = Around {
            now: view.now,
            fresh: reference.clone(),
            edition: view.filing.edition.clone(),
            language: None,
            language_chosen: false,
            team: false,
            often: Arc::default(),
        };
        let next = step(&state, &Event::Arrived, view.content, &around).state;
        let settled = next.filings.get(&reference).map(|filing| View::new(view.content, filing, view.now));
        return settled.is_none_or(|view| view.due.is_some() || strands(&view));
    }
    match view.standing {
        Standing::Ask { field, .. } => {
            let field = &view.content.fields[field];
            !field.options.is_empty() && view.options(field).is_empty()
        }
        Standing::Stop { gate, .. } => match &view.content.gates[gate].kind {
            GateKind::Stop { reopens } => {
                !reopens.iter().any(|number| matches!(view.status[*number], Status::Answered | Status::Open))
            }
            GateKind::Exit { .. } => false,
        },
        Standing::Closed { .. } => false,
        Standing::Rest => !view.content.stages[view.stage()].is_final,
    }
}
