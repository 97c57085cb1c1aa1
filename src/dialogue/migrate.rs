//! People in the middle of a filing when the dialogues change: old names become new ones, and what is asked anew or again
//! is known with its reason.
//!
//! Nothing is ever reset, and no answer is thrown away: those of fields that are gone stay where they are, for the day on
//! which the old dialogues come back. Only what becomes personal is erased of whoever agreed to nothing being kept. Doing it
//! twice is doing it once.

mod alike;
mod forecast;
mod plan;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::derive::{Standing, Status, View, noted};
use super::state::{Answer, Basis, Filing, Seen, Value};
use crate::content::{Aliases, Content, FieldKind, GateKind};

pub(super) use plan::since_seen;
pub use plan::{Change, Former, Met, Plan, Why};

/// Brings a stored filing to these dialogues: what was renamed is found under its new name, and each answer knows how
/// everything stands that it depends on by now.
pub fn migrate(filing: &mut Filing, content: &Content, now: DateTime<Utc>) {
    if filing.seen.as_ref().is_some_and(|seen| seen.content == content.version) {
        return;
    }
    rename_to_present(filing, content);
    if let Some(completed) = completed(&View::new(content, filing, now)) {
        filing.answers = completed;
    }
    let (personal, ticked) = {
        let view = View::new(content, filing, now);
        (withheld(&view), still_chosen(&view))
    };
    filing.answers.retain(|id, _| !personal.contains(id));
    filing.told.retain(|tell| !tell.fields.iter().any(|id| personal.contains(id)));
    for (field, options) in ticked {
        filing.ticked.entry(field).or_insert(options);
    }
}

/// The answers that are personal by now, of somebody who did not agree that any are kept.
fn withheld(view: &View<'_>) -> BTreeSet<String> {
    let declined = view.value("consent") == Some("decline");
    let given = |id: &str| match view.filing.answers.get(id).map(|answer| &answer.value) {
        Some(Value::One(_) | Value::Many(_) | Value::Text(_)) => true,
        Some(Value::Held | Value::Skipped) | None => false,
    };
    let personal = view.content.fields.iter().filter(|field| declined && field.personal && given(&field.id));
    personal.map(|field| field.id.clone()).collect()
}

/// Of several options chosen, where one of them is gone, those that are still there: they stay ticked.
fn still_chosen(view: &View<'_>) -> BTreeMap<String, BTreeSet<String>> {
    let fields = view.content.fields.iter().enumerate();
    let open =
        fields.filter(|(number, field)| field.kind.is_several() && view.status[*number] == Status::Open);
    let chosen = open.filter_map(|(_, field)| {
        let answer = view.filing.answers.get(&field.id).filter(|answer| answer.reopened.is_none())?;
        let Value::Many(chosen) = &answer.value else { return None };
        let offered = view.options(field);
        let left = chosen.iter().filter(|id| offered.iter().any(|option| option.id == **id));
        let left: BTreeSet<String> = left.cloned().collect();
        (!left.is_empty() && left.len() < chosen.len()).then(|| (field.id.clone(), left))
    });
    chosen.collect()
}

/// Finds what was renamed under its new name: enough to look at a filing.
pub fn rename_to_present(filing: &mut Filing, content: &Content) {
    rename(filing, &content.aliases, content);
}

/// The answers, where one of them does not know yet how something stands that it depends on: only these dialogues say that
/// it does. It was given to what stood there, so it goes on to count until that changes.
pub(super) fn completed(view: &View<'_>) -> Option<BTreeMap<String, Answer>> {
    let mut answers = None;
    for (number, field) in
        view.content.fields.iter().enumerate().filter(|(_, field)| !field.depends.is_empty())
    {
        let Some(answer) = view.answer(number) else { continue };
        let now = view.basis(field);
        let basis = match (&answer.basis, now) {
            (Basis::Each(then), Basis::Each(now)) => {
                let added = now.into_iter().filter(|(id, _)| !then.contains_key(id));
                let added = added.filter_map(|(id, now)| Some((stood(view, &id, now, answer)?, id)));
                let added: BTreeMap<String, String> = added.map(|(stood, id)| (id, stood)).collect();
                if added.is_empty() {
                    continue;
                }
                then.iter().map(|(id, then)| (id.clone(), then.clone())).chain(added).collect()
            }
            (Basis::Whole(_), Basis::Each(now)) => now,
            (Basis::Each(_) | Basis::Whole(_), Basis::Whole(_)) => continue,
        };
        let answers = answers.get_or_insert_with(|| view.filing.answers.clone());
        if let Some(answer) = answers.get_mut(&field.id) {
            answer.basis = Basis::Each(basis);
        }
    }
    answers
}

/// How a field stood when an answer was given that depends on it now; none while it is not known whether it is asked. What
/// is asked again stood as it was answered before.
fn stood(view: &View<'_>, id: &str, now: String, given: &Answer) -> Option<String> {
    let number = view.content.field_number(id)?;
    match view.status[number] {
        Status::Undecided => None,
        Status::Open => {
            let before = view.filing.answers.get(id).filter(|before| before.revision <= given.revision);
            Some(before.map_or(now, |before| {
                let (head, rest) = before.value.canonical();
                noted(head, &rest)
            }))
        }
        Status::Absent | Status::Answered | Status::Implied(_) | Status::Withheld => Some(now),
    }
}

/// How a filing stands, for the next time.
pub(super) fn seen(view: &View<'_>, asks: Option<String>) -> Seen {
    let order = view.content.fields_in_order();
    let passed = order.iter().rposition(|number| view.status[*number] == Status::Answered).unwrap_or(0);
    let (mut open, mut idle) = (BTreeSet::new(), BTreeSet::new());
    for (place, number) in order.iter().enumerate() {
        let id = &view.content.fields[*number].id;
        let kept = view.filing.answers.get(id);
        match view.status[*number] {
            Status::Open if kept.is_some() || place < passed => open.insert(id.clone()),
            Status::Absent | Status::Undecided if kept.is_some() => idle.insert(id.clone()),
            Status::Open
            | Status::Absent
            | Status::Undecided
            | Status::Answered
            | Status::Implied(_)
            | Status::Withheld => continue,
        };
    }
    let gate = Some(gate(view).map_or_else(String::new, |(id, _)| id.to_owned()));
    Seen { content: view.content.version.clone(), on: super::china_date(view.now), asks, open, idle, gate }
}

/// Whether this is a gate that closes filings.
pub(super) fn is_exit(content: &Content, id: &str) -> bool {
    let gate = content.gates.iter().find(|gate| gate.id == id);
    gate.is_some_and(|gate| matches!(gate.kind, GateKind::Exit { .. }))
}

/// The gate that a filing meets now: not the one of before, nor one more of who was closed already.
pub(super) fn met<'a>(view: &View<'a>, before: &str, was_closed: bool) -> Option<(&'a str, bool)> {
    gate(view).filter(|(id, closes)| *id != before && !(*closes && was_closed))
}

/// The gate that holds a filing up, or has closed it, which is told with it.
pub(super) fn gate<'a>(view: &View<'a>) -> Option<(&'a str, bool)> {
    match view.standing {
        Standing::Stop { gate, .. } => Some((&view.content.gates[gate].id, false)),
        Standing::Closed { gate } => Some((&view.content.gates[gate].id, true)),
        Standing::Ask { .. } | Standing::Rest => None,
    }
}

/// Renames whatever these names are stored under. Where both names hold something, what was given last goes under the
/// present one, and the other stays under the old one, unseen.
fn rename(filing: &mut Filing, aliases: &Aliases, content: &Content) {
    if aliases.is_empty() {
        return;
    }
    let (old, present): (Vec<_>, Vec<_>) =
        std::mem::take(&mut filing.answers).into_iter().partition(|(id, _)| aliases.field(id) != id);
    let renamed = |id: &str, answer: Answer| renamed_answer(id, answer, aliases, content);
    filing.answers = present.into_iter().map(|(id, answer)| (id.clone(), renamed(&id, answer))).collect();
    for (was, answer) in old {
        let id = aliases.field(&was).to_owned();
        let other = filing.answers.get(&id).map(|other| other.revision);
        if other.is_some_and(|other| other > answer.revision) {
            filing.answers.insert(was, answer);
            continue;
        }
        let answer = renamed(&id, answer);
        if let Some(earlier) = filing.answers.insert(id, answer) {
            filing.answers.insert(was, earlier);
        }
    }
    let field = |id: String| aliases.field(&id).to_owned();
    filing.later = std::mem::take(&mut filing.later).into_iter().map(|(id, at)| (field(id), at)).collect();
    for (id, ticked) in std::mem::take(&mut filing.ticked) {
        let id = field(id);
        let ticked = ticked.iter().map(|option| aliases.option(&id, option).to_owned()).collect();
        filing.ticked.insert(id, ticked);
    }
    for (id, at) in std::mem::take(&mut filing.entered) {
        let entered = filing.entered.entry(aliases.stage(&id).to_owned()).or_insert(at);
        *entered = at.max(*entered);
    }
    for moment in &mut filing.moments {
        moment.timer = aliases.timer(&moment.timer).to_owned();
    }
    let wishes = std::mem::take(&mut filing.wishes).into_iter();
    filing.wishes = wishes.map(|(timer, wish)| (aliases.timer(&timer).to_owned(), wish)).collect();
    for asked in filing.tickets.iter_mut().flatten() {
        *asked = aliases.field(asked).to_owned();
    }
    if let Some(seen) = &mut filing.seen {
        seen.asks = seen.asks.take().map(field);
        seen.open = std::mem::take(&mut seen.open).into_iter().map(field).collect();
        seen.idle = std::mem::take(&mut seen.idle).into_iter().map(field).collect();
    }
}

/// An answer under the present names of its options, and of those it depends on.
fn renamed_answer(id: &str, mut answer: Answer, aliases: &Aliases, content: &Content) -> Answer {
    let names_fields = content.field(id).is_some_and(|field| field.kind == FieldKind::Reopenable);
    let renamed = |option: &String| {
        let option = if names_fields { aliases.field(option) } else { aliases.option(id, option) };
        option.to_owned()
    };
    answer.value = match answer.value {
        Value::One(option) => Value::One(renamed(&option)),
        Value::Many(options) => Value::Many(options.iter().map(renamed).collect()),
        kept @ (Value::Text(_) | Value::Held | Value::Skipped) => kept,
    };
    if let Basis::Each(then) = answer.basis {
        let renamed = then.into_iter().map(|(id, stood)| {
            let id = aliases.field(&id).to_owned();
            let stood = renamed_note(&id, stood, aliases);
            (id, stood)
        });
        answer.basis = Basis::Each(renamed.collect());
    }
    answer
}

/// How a field stood, as [`View::basis`] notes it, under the present names of its options.
fn renamed_note(field: &str, stood: String, aliases: &Aliases) -> String {
    match stood.split_once(' ') {
        Some((head @ ("one" | "many"), options)) => {
            let options: BTreeSet<&str> =
                options.split(' ').map(|option| aliases.option(field, option)).collect();
            format!("{head} {}", options.into_iter().collect::<Vec<_>>().join(" "))
        }
        Some(_) | None => stood,
    }
}
