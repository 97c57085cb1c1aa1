//! Completes: from every stage an end can be reached, whatever was answered before; nobody is left with nothing asked
//! in a stage that is not the last; no stage is entered again with answers of the time before.

use std::collections::BTreeSet;

use biodivine_lib_bdd::{Bdd, BddVariable};

use super::Flaw;
use super::asking::condition;
use super::reach::Reach;
use super::seen::Seen;
use super::witness::Goal;
use crate::content::{FieldKind, Holds, Step, Transition};

/// Adds the flaws of one world, and what it has seen; by stage, the filings that come there.
pub(super) fn all(reach: &Reach<'_, '_>, seen: &mut Seen, flaws: &mut Vec<Flaw>) -> Vec<Bdd> {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    let last = content.last_open_stage();
    let ways = Ways::new(reach);
    // Forward: with which answers each stage is entered. Rules of stages that are left stay in what is known.
    let mut entered: Vec<Bdd> = vec![pass.space.no(); content.stages.len()];
    entered[last] = reach.at_the_end(&pass.space.yes());
    let mut open = vec![last];
    while let Some(stage) = open.pop() {
        for (number, transition) in content.transitions.iter().enumerate() {
            if transition.from != stage {
                continue;
            }
            let taken = reach.at_the_end(&entered[stage].and(&ways.answered[stage]).and(&ways.taken[number]));
            let spot = &transition.spot;
            seen.note(format!("transition {number}"), spot, !taken.is_false(), || {
                let (from, to) = (&content.stages[transition.from].id, &content.stages[transition.to].id);
                format!("the way from `{from}` to `{to}` is never taken")
            });
            let after = taken.exists(&ways.inputs_of(&transition.clears));
            let known = entered[transition.to].or(&after);
            if known != entered[transition.to] {
                entered[transition.to] = known;
                open.push(transition.to);
            }
        }
    }
    for (number, transition) in content.transitions.iter().enumerate() {
        if let Some(when) = &transition.when {
            let from = transition.from;
            let base = reach.at_the_end(&entered[from].and(&ways.answered[from]));
            let (name, spot) = (format!("transition {number} when"), &transition.spot);
            let what = || format!("this way from `{}`", content.stages[from].id);
            condition(reach, reach.open_count, &base, when, &name, spot, seen, &what);
        }
    }
    meeting(reach, &ways, &entered, flaws);
    handed_in_last(reach, flaws);
    listed(reach, &ways, &entered, flaws);
    // Nobody has answered everything and is left with nothing.
    for (stage, entered) in entered.iter().enumerate() {
        if content.stages[stage].is_final || entered.is_false() {
            continue;
        }
        let on = content.transitions.iter().enumerate().filter(|(_, transition)| transition.from == stage);
        let on = on.fold(pass.space.no(), |any, (number, _)| any.or(&ways.taken[number]));
        let stuck = reach.at_the_end(&entered.and(&ways.answered[stage]).and_not(&on));
        if !stuck.is_false() {
            let stage_ = &content.stages[stage];
            let what = format!("in `{}` everything can be answered and nothing follows", stage_.id);
            flaws.push(Flaw::shown(reach, &stage_.spot, what, &stuck, Goal::Stage(stage)));
        }
    }
    // Backward: from where an end can be reached.
    let mut ends: Vec<Bdd> = content
        .stages
        .iter()
        .map(|stage| if stage.is_final { pass.space.yes() } else { pass.space.no() })
        .collect();
    loop {
        let mut moved = false;
        for stage in (0..content.stages.len()).filter(|stage| !content.stages[*stage].is_final) {
            let on =
                content.transitions.iter().enumerate().filter(|(_, transition)| transition.from == stage);
            let leads = |any: Bdd, (number, transition): (usize, &Transition)| {
                any.or(&ways.taken[number].and(&ends[transition.to]))
            };
            let on = on.fold(pass.space.no(), leads).and(&ways.answered[stage]);
            let ends_now = on.exists(&ways.inputs_of(&[stage]));
            if ends_now != ends[stage] {
                ends[stage] = ends_now;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    for (stage, entered) in entered.iter().enumerate() {
        let stranded = reach.at_the_end(&entered.and_not(&ends[stage]));
        if !stranded.is_false() {
            let stage_ = &content.stages[stage];
            let what = format!("from `{}` no end can be reached", stage_.id);
            flaws.push(Flaw::shown(reach, &stage_.spot, what, &stranded, Goal::Stage(stage)));
        }
    }
    used_up(reach, flaws);
    entered
}

/// No two ways can be taken at once, so their order says nothing.
fn meeting(reach: &Reach<'_, '_>, ways: &Ways<'_, '_, '_>, entered: &[Bdd], flaws: &mut Vec<Flaw>) {
    let content = reach.pass.space.content;
    for (transition, met) in content.transitions.iter().zip(&ways.met) {
        let from = transition.from;
        let met = reach.at_the_end(&entered[from].and(&ways.answered[from]).and(met));
        if !met.is_false() {
            let what = format!(
                "this way from `{}` can be taken where an earlier one can; expected conditions that exclude each other",
                content.stages[from].id
            );
            flaws.push(Flaw::shown(reach, &transition.spot, what, &met, Goal::Stage(from)));
        }
    }
}

/// What hands a filing in, first or again, is asked only once nothing else is open.
fn handed_in_last(reach: &Reach<'_, '_>, flaws: &mut Vec<Flaw>) {
    let content = reach.pass.space.content;
    let reopens = |stage: usize| {
        content.steps[stage].iter().any(|step| match step {
            Step::Ask(place) => content.fields[content.places[*place].field].kind == FieldKind::Reopenable,
            Step::Gate(_) => false,
        })
    };
    let last = content.last_open_stage();
    let hands_in = |transition: &&Transition| transition.from == last || reopens(transition.from);
    for transition in content.transitions.iter().filter(hands_in) {
        let mut behind = BTreeSet::new();
        if let Some(when) = &transition.when {
            when.visit(&mut |var, _| content.fields_behind(var, &mut behind));
        }
        for field in behind.iter().map(|field| &content.fields[*field]).filter(|field| !field.after_all) {
            let what = format!("`{}` hands the filing in; expected `after-all = true`", field.id);
            flaws.push(Flaw::told(&field.spot, what));
        }
    }
}

/// From each stage the others are entered in the cases that are listed, and in no others.
fn listed(reach: &Reach<'_, '_>, ways: &Ways<'_, '_, '_>, entered: &[Bdd], flaws: &mut Vec<Flaw>) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    let mut pairs: BTreeSet<(usize, usize)> =
        content.transitions.iter().map(|transition| (transition.from, transition.to)).collect();
    let of_case = content.cases.cases.iter().filter_map(|case| match case.holds {
        Holds::Way(from, to) => Some((from, to)),
        Holds::Asks(_)
        | Holds::Offers(..)
        | Holds::Shows(..)
        | Holds::Fact(..)
        | Holds::Gate(_)
        | Holds::Takes(..) => None,
    });
    pairs.extend(of_case);
    for (from, to) in pairs {
        let of_pair = content.cases.cases.iter().filter(|case| case.holds == Holds::Way(from, to));
        let in_force = of_pair.filter(|case| case.period.covers(pass.space.day));
        let listed = in_force.fold(pass.space.no(), |any, case| any.or(&pass.holds(&case.when)));
        let taken = content.transitions.iter().zip(&ways.taken);
        let taken = taken.filter(|(transition, _)| transition.from == from && transition.to == to);
        let taken = taken.fold(pass.space.no(), |any, (_, taken)| any.or(taken));
        let differs = reach.at_the_end(&entered[from].and(&ways.answered[from]).and(&taken.xor(&listed)));
        if !differs.is_false() {
            let spot =
                content.transitions.iter().find(|transition| (transition.from, transition.to) == (from, to));
            let spot = spot.map_or(&content.stages[from].spot, |transition| &transition.spot);
            let what = format!(
                "from `{}` to `{}` it does not go in exactly the cases of cases.toml",
                content.stages[from].id, content.stages[to].id
            );
            flaws.push(Flaw::shown(reach, spot, what, &differs, Goal::Stage(from)));
        }
    }
}

/// The transitions of each stage, as functions of the answers.
struct Ways<'r, 'p, 'a> {
    reach: &'r Reach<'p, 'a>,
    /// By transition: it is the first that can be taken.
    taken: Vec<Bdd>,
    /// By transition: it could be taken, and so could an earlier one.
    met: Vec<Bdd>,
    /// By stage: everything in it, and beside it, is answered by the rules.
    answered: Vec<Bdd>,
}

impl<'r, 'p, 'a> Ways<'r, 'p, 'a> {
    fn new(reach: &'r Reach<'p, 'a>) -> Self {
        let (pass, content) = (reach.pass, reach.pass.space.content);
        let mut free = vec![pass.space.yes(); content.stages.len()];
        let (mut taken, mut met) = (Vec::new(), Vec::new());
        for transition in &content.transitions {
            let when = transition.when.as_ref().map_or_else(|| pass.space.yes(), |when| pass.holds(when));
            let free = &mut free[transition.from];
            taken.push(free.and(&when));
            met.push(when.and_not(free));
            *free = free.and_not(&when);
        }
        let mut ways = Self { reach, taken, met, answered: Vec::new() };
        for stage in 0..content.stages.len() {
            let fields = ways.fields_of(stage);
            let rules = fields.into_iter().fold(pass.space.yes(), |all, field| all.and(&pass.kept[field]));
            let open = content.stages[stage].open;
            ways.answered.push(if open { pass.space.yes() } else { rules });
        }
        ways
    }

    /// The fields asked while a stage lasts.
    fn fields_of(&self, stage: usize) -> Vec<usize> {
        let content = self.reach.pass.space.content;
        let stages = std::iter::once(stage).chain(content.stages[stage].beside.iter().copied());
        let steps = stages.flat_map(|stage| &content.steps[stage]);
        let asks = steps.filter_map(|step| match step {
            Step::Ask(place) => Some(content.places[*place].field),
            Step::Gate(_) => None,
        });
        asks.collect()
    }

    /// The variables of what is asked in these stages of waiting.
    fn inputs_of(&self, stages: &[usize]) -> Vec<BddVariable> {
        let content = self.reach.pass.space.content;
        let waiting = stages.iter().filter(|stage| !content.stages[**stage].open);
        let fields = waiting.flat_map(|stage| self.fields_of(*stage));
        fields.flat_map(|field| self.reach.pass.space.inputs[field].bits.iter().copied()).collect()
    }
}

/// Whoever comes to a stage again is asked again: a way back uses up the answers of all stages that it leads through
/// again, and of none that it does not.
fn used_up(reach: &Reach<'_, '_>, flaws: &mut Vec<Flaw>) {
    let content = reach.pass.space.content;
    let reachable = |from: usize| {
        let mut reached = BTreeSet::from([from]);
        let mut open = vec![from];
        while let Some(stage) = open.pop() {
            for transition in content.transitions.iter().filter(|transition| transition.from == stage) {
                if reached.insert(transition.to) {
                    open.push(transition.to);
                }
            }
        }
        reached
    };
    let answered = |stage: usize| {
        let stages = std::iter::once(stage).chain(content.stages[stage].beside.iter().copied());
        stages.filter(|stage| !content.stages[*stage].open && !content.steps[*stage].is_empty())
    };
    // Every stage with the stages of which there are answers when it is entered.
    let mut entered = BTreeSet::new();
    let mut open = vec![(content.last_open_stage(), BTreeSet::new())];
    let mut stale: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut used: BTreeSet<(usize, usize)> = BTreeSet::new();
    while let Some((stage, held)) = open.pop() {
        if !entered.insert((stage, held.clone())) {
            continue;
        }
        for (number, transition) in content.transitions.iter().enumerate() {
            if transition.from != stage {
                continue;
            }
            let mut left: BTreeSet<usize> = held.iter().copied().chain(answered(stage)).collect();
            used.extend(
                left.intersection(&transition.clears.iter().copied().collect()).map(|stage| (number, *stage)),
            );
            left.retain(|stage| !transition.clears.contains(stage));
            match answered(transition.to).find(|stage| left.contains(stage)) {
                Some(again) => {
                    stale.insert((number, again));
                }
                None => open.push((transition.to, left)),
            }
        }
    }
    for (number, again) in stale {
        let transition = &content.transitions[number];
        let what = format!(
            "the way from `{}` to `{}` finds answers of the time before in `{}`; expected that stage among the `clears` \
             of the way back",
            content.stages[transition.from].id, content.stages[transition.to].id, content.stages[again].id
        );
        flaws.push(Flaw::told(&transition.spot, what));
    }
    for (number, transition) in content.transitions.iter().enumerate() {
        let again = reachable(transition.to);
        for stage in &transition.clears {
            let why = if !again.contains(stage) {
                "does not lead there again"
            } else if !used.contains(&(number, *stage)) {
                "there are none then"
            } else {
                continue;
            };
            let what = format!(
                "the way from `{}` to `{}` uses up the answers of `{}`, and {why}",
                content.stages[transition.from].id,
                content.stages[transition.to].id,
                content.stages[*stage].id
            );
            flaws.push(Flaw::told(&transition.spot, what));
        }
    }
}
