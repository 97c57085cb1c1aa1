//! Which filings get as far as a step, looked at through what a question is about.
//!
//! The set of all filings that get somewhere is large (its diagram has millions of nodes), and no question is about
//! all of it. A question looks at a few answers; those were given under rules that look at a few others; and so on,
//! back to the first. Only this cone is put together, with all gates on the way and what they look at. What stands
//! outside it cannot make the question true or false, and can always be answered in some way: that every field
//! that is asked can be, wherever it is asked, is a question of the proof itself (`answerable`), and where it fails
//! the dialogues are not proved. So whatever holds of the cone holds of all filings, and the other way round.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use biodivine_lib_bdd::Bdd;

use super::pass::Pass;
use crate::content::Step;

/// The steps of the checklist in their order, and what it takes to get to each.
pub(super) struct Reach<'p, 'a> {
    pub(super) pass: &'p Pass<'a>,
    /// Every step with its stage, the stages of the checklist first.
    pub(super) steps: Vec<(usize, Step)>,
    /// How many of them belong to the checklist.
    pub(super) open_count: usize,
    /// By step: that no gate before it stands in the way, with everything the gates look at.
    clear: Vec<Bdd>,
    /// By variable of the diagrams: the field it belongs to.
    owner: Vec<Option<usize>>,
    closed: RefCell<BTreeMap<(usize, Vec<usize>), Bdd>>,
}

impl<'p, 'a> Reach<'p, 'a> {
    pub(super) fn new(pass: &'p Pass<'a>) -> Self {
        let (space, content) = (pass.space, pass.space.content);
        let mut stages: Vec<usize> = (0..content.stages.len()).collect();
        stages.sort_by_key(|stage| !content.stages[*stage].open);
        let of_stage = |stage: &usize| content.steps[*stage].iter().map(|step| (*stage, *step)).collect();
        let steps: Vec<(usize, Step)> =
            stages.iter().flat_map(|stage| -> Vec<_> { of_stage(stage) }).collect();
        let open_count = steps.iter().filter(|(stage, _)| content.stages[*stage].open).count();
        let mut owner = vec![None; usize::from(space.variables.num_vars())];
        for (field, input) in space.inputs.iter().enumerate() {
            input.bits.iter().for_each(|bit| owner[bit.to_index()] = Some(field));
        }
        let mut reach =
            Self { pass, steps, open_count, clear: Vec::new(), owner, closed: RefCell::default() };
        let mut clear = space.yes();
        for number in 0..reach.steps.len() {
            reach.clear.push(clear.clone());
            if let (_, Step::Gate(gate)) = reach.steps[number] {
                clear = reach.closed(&clear.and_not(&pass.gates[gate]));
            }
        }
        reach.clear.push(clear);
        reach
    }

    /// Where a question is asked of filings that get to a step: with all that it looks at.
    pub(super) fn within(&self, question: &Bdd, step: usize) -> Bdd {
        if question.is_false() {
            return question.clone();
        }
        // What must hold of the cone is the same for all questions about the same answers.
        let cone = (step, self.fields_of(question).into_iter().collect::<Vec<usize>>());
        if let Some(rules) = self.closed.borrow().get(&cone) {
            return self.pass.space.both(question, rules);
        }
        let rules = self.with_rules(self.clear[step].clone(), cone.1.iter().copied().collect());
        let found = self.pass.space.both(question, &rules);
        self.closed.borrow_mut().insert(cone, rules);
        found
    }

    /// Where a question is asked of filings that hand everything in.
    pub(super) fn at_the_end(&self, question: &Bdd) -> Bdd {
        self.within(question, self.open_count)
    }

    /// The last step that asks a field, or the end.
    pub(super) fn step_of_field(&self, field: usize) -> usize {
        let places = &self.pass.space.content.places;
        let asks =
            |(_, step): &(usize, Step)| matches!(step, Step::Ask(place) if places[*place].field == field);
        self.steps.iter().rposition(asks).unwrap_or(self.steps.len() - 1)
    }

    /// The step at which a gate stands.
    pub(super) fn step_of_gate(&self, gate: usize) -> usize {
        let stands = |(_, step): &(usize, Step)| *step == Step::Gate(gate);
        self.steps.iter().position(stands).unwrap_or(self.steps.len() - 1)
    }

    /// The fields whose answers a question looks at.
    pub(super) fn fields_of(&self, question: &Bdd) -> BTreeSet<usize> {
        question.support_set().into_iter().filter_map(|variable| self.owner[variable.to_index()]).collect()
    }

    fn closed(&self, question: &Bdd) -> Bdd {
        let fields = self.fields_of(question);
        self.with_rules(question.clone(), fields)
    }

    /// Adds the rules under which these fields are answered, and those that their rules look at.
    fn with_rules(&self, mut all: Bdd, mut open: BTreeSet<usize>) -> Bdd {
        open.extend(self.fields_of(&all));
        let mut done = BTreeSet::new();
        // The last asked first: what it looks at comes before it.
        while let Some(field) = open.pop_last().filter(|_| !self.pass.space.overflowed()) {
            if done.insert(field) {
                let rule = &self.pass.kept[field];
                open.extend(self.fields_of(rule).difference(&done));
                all = self.pass.space.both(&all, rule);
            }
        }
        all
    }
}
