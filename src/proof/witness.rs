//! A conversation that shows a flaw: the fewest answers that lead there, given to the real core.

use std::collections::BTreeMap;
use std::sync::Arc;

use biodivine_lib_bdd::{Bdd, BddPointer, BddValuation};
use chrono::{DateTime, Utc};

use super::reach::Reach;
use super::space::Way;
use crate::content::{Content, Operand, Origin};
use crate::dialogue::{
    Around, Event, Reference, STOP_FIELD, Standing, State, Value, View, china, example, step,
};
use crate::personal::Personal;

/// The most turns of a conversation: more than there are fields.
const TURNS_MAX: usize = 400;

/// What is answered on the way: by field the ways taken; of a field that is not named, anything will do.
#[derive(Debug, Clone, Default)]
pub(super) struct Answers {
    ways: BTreeMap<usize, Vec<Way>>,
    alike: BTreeMap<(usize, usize), bool>,
}

/// Where a conversation is to lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    /// This field is asked.
    Asks(usize),
    /// This gate stands in the way, or ends the filing.
    Gate(usize),
    /// This stage is reached.
    Stage(usize),
}

/// A conversation in the making.
#[derive(Clone)]
pub(super) struct Conversation<'c> {
    pub(super) content: &'c Content,
    pub(super) around: Around,
    pub(super) state: State,
    lines: Vec<String>,
}

/// The answers of a filing that a question holds of, with as few fields as can be.
pub(super) fn answers(reach: &Reach<'_, '_>, found: &Bdd) -> Option<Answers> {
    let space = reach.pass.space;
    let valuation = fewest(reach, found)?;
    let fields = reach.fields_of(found);
    let taken = |field: usize| {
        let input = &space.inputs[field];
        (field, input.read(&valuation).into_iter().map(|way| input.ways[way].clone()).collect())
    };
    let ways = fields.into_iter().map(taken).collect();
    let mut alike = BTreeMap::new();
    for (var, bit) in &space.alike {
        let origin = &space.content.variables[var.index()].origin;
        if let Origin::Same(Operand::Text(one), Operand::Text(other)) = *origin {
            alike.insert((one.min(other), one.max(other)), bit.eval_in(&valuation));
        }
    }
    Some(Answers { ways, alike })
}

/// The valuation with the fewest variables set, and so about the fewest answers.
fn fewest(reach: &Reach<'_, '_>, found: &Bdd) -> Option<BddValuation> {
    if found.is_false() {
        return None;
    }
    let variables = &reach.pass.space.variables;
    let mut costs: Vec<u32> = Vec::with_capacity(found.size());
    for pointer in found.pointers() {
        costs.push(if pointer.is_zero() {
            u32::MAX
        } else if pointer.is_one() {
            0
        } else {
            let cost = |to: BddPointer| costs[to.to_index()];
            cost(found.low_link_of(pointer)).min(cost(found.high_link_of(pointer)).saturating_add(1))
        });
    }
    let mut valuation = BddValuation::all_false(variables.num_vars());
    let mut pointer = found.root_pointer();
    while !pointer.is_terminal() {
        let (low, high) = (found.low_link_of(pointer), found.high_link_of(pointer));
        let up = costs[high.to_index()].saturating_add(1) < costs[low.to_index()];
        valuation.set_value(found.var_of(pointer), up);
        pointer = if up { high } else { low };
    }
    Some(valuation)
}

/// The transcript of a conversation that leads to a goal; `None` if the core goes another way.
pub(super) fn transcript(reach: &Reach<'_, '_>, found: &Bdd, goal: Goal, shows: &str) -> Option<String> {
    let answers = answers(reach, found)?;
    let mut conversation = Conversation::of(reach);
    conversation.lead(&answers, goal, &mut |_, _| {}).then(|| conversation.transcript(shows))
}

impl<'c> Conversation<'c> {
    /// A conversation that begins in the world that is looked at.
    pub(super) fn of<'a: 'c>(reach: &Reach<'_, 'a>) -> Self {
        let space = reach.pass.space;
        let content: &'c Content = space.content;
        Self::new(content, &content.editions[space.day.edition].id, space.morning())
    }

    fn new(content: &'c Content, edition: &str, now: DateTime<Utc>) -> Self {
        let around = Around {
            now,
            fresh: Reference::from_random([1, 2, 3, 4, 5, 6]),
            edition: edition.to_owned(),
            language: None,
            language_chosen: false,
            team: true,
            often: Arc::default(),
        };
        let mut conversation = Self { content, around, state: State::new(), lines: Vec::new() };
        conversation.happen(&Event::Arrived);
        conversation
    }

    pub(super) fn happen(&mut self, event: &Event) {
        self.state = step(&self.state, event, self.content, &self.around).state;
    }

    /// Answers until the goal is reached; whether it was. Every standing on the way is shown to `visit`.
    pub(super) fn lead(
        &mut self,
        answers: &Answers,
        goal: Goal,
        visit: &mut dyn FnMut(&Self, &View<'_>),
    ) -> bool {
        for _ in 0..TURNS_MAX {
            let Some(filing) = self.state.active() else { return false };
            let content = self.content;
            let view = View::new(content, filing, self.around.now);
            visit(self, &view);
            if reached(&view, goal) {
                return true;
            }
            let Standing::Ask { field: number, .. } = view.standing else { return false };
            let field = &content.fields[number];
            let given = match answers.ways.get(&number) {
                Some(_) => None,
                None => example(&view, field),
            };
            let value = given.or_else(|| answers.value(self, &view, number));
            let Some(value) = value else { return false };
            let revision = filing.revision;
            self.happen(&Event::giving(&value));
            self.lines.push(line(&value));
            if self.state.active().is_none_or(|filing| filing.revision == revision) {
                return false;
            }
        }
        false
    }

    /// Adds a turn by its line in a transcript.
    pub(super) fn say(&mut self, typed: &str) {
        self.happen(&Event::Typed(Personal::from(typed)));
        self.lines.push(format!("user> {typed}"));
    }

    /// The conversation as a transcript that plays as it stands.
    pub(super) fn transcript(&self, shows: &str) -> String {
        let at = self.around.now.with_timezone(&china()).format("%Y-%m-%d %H:%M %:z");
        let mut lines = vec![format!("# {shows}"), format!("edition: {}   at: {at}", self.around.edition)];
        lines.extend(self.lines.iter().cloned());
        if let Some(filing) = self.state.active() {
            let view = View::new(self.content, filing, self.around.now);
            match view.standing {
                Standing::Ask { field, .. } => lines.push(format!("asks> {}", self.content.fields[field].id)),
                Standing::Stop { .. } => lines.push(format!("asks> {STOP_FIELD}")),
                Standing::Closed { .. } | Standing::Rest => {
                    lines.push(format!("stage> {}", self.content.stages[view.stage()].id));
                }
            }
        }
        lines.join("\n") + "\n"
    }
}

fn reached(view: &View<'_>, goal: Goal) -> bool {
    match (goal, view.standing) {
        (Goal::Asks(wanted), Standing::Ask { field, .. }) => field == wanted,
        (Goal::Gate(wanted), Standing::Stop { gate, .. } | Standing::Closed { gate }) => gate == wanted,
        (Goal::Stage(wanted), _) => view.lifecycle() == wanted,
        (
            Goal::Asks(_) | Goal::Gate(_),
            Standing::Ask { .. } | Standing::Stop { .. } | Standing::Closed { .. } | Standing::Rest,
        ) => false,
    }
}

impl Answers {
    /// What is answered at a field.
    fn value(&self, conversation: &Conversation<'_>, view: &View<'_>, number: usize) -> Option<Value> {
        let content = conversation.content;
        let field = &content.fields[number];
        let ways = self.ways.get(&number)?;
        if field.kind.is_several() && !field.options.is_empty() {
            let ids = ways.iter().filter_map(|way| match way {
                Way::Option(option) => Some(field.options[*option].id.clone()),
                Way::Typed { .. } | Way::Held | Way::Skipped => None,
            });
            return Some(Value::Many(ids.collect()));
        }
        match ways.first() {
            None => example(view, field),
            Some(Way::Typed { texts, .. }) => {
                let other = self.alike.iter().find(|((_, later), _)| *later == number);
                let earlier = other.and_then(|((earlier, _), alike)| {
                    let answer = view.answer(*earlier)?;
                    Some((answer.value.text()?.to_owned(), *alike))
                });
                let suits = |text: &&String| match &earlier {
                    Some((earlier, alike)) => (*text == earlier) == *alike,
                    None => true,
                };
                let value = |text: &String| Value::Text(Personal::from(text.as_str()));
                let fits = |value: &Value| view.fits(field, value, view.now);
                texts
                    .iter()
                    .filter(suits)
                    .map(value)
                    .find(fits)
                    .or_else(|| texts.iter().map(value).find(fits))
            }
            Some(way @ (Way::Option(_) | Way::Held | Way::Skipped)) => Some(way.value(field)),
        }
    }
}

/// How an answer is written in a transcript.
fn line(value: &Value) -> String {
    match value {
        Value::One(id) => format!("user> [{id}]"),
        Value::Many(ids) => {
            format!("user> {}", ids.iter().map(String::as_str).collect::<Vec<_>>().join(", "))
        }
        Value::Text(text) => format!("user> {}", text.expose()),
        Value::Held => "user> /hold".to_owned(),
        Value::Skipped => "user> /skip".to_owned(),
    }
}
