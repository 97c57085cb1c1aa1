//! Asked right, compared with what stands beside the flow: who hands in was asked what the system asks of this very
//! case (`official.toml`), and everything else holds in the cases that are listed, and in no others (`cases.toml`).

use std::collections::{BTreeMap, BTreeSet};

use biodivine_lib_bdd::Bdd;

use super::Flaw;
use super::asking::{at, condition, used_first};
use super::ledger::is_beside;
use super::reach::Reach;
use super::seen::Seen;
use super::witness::Goal;
use crate::content::{
    Case, Choice, Condition, Content, Entry, FieldKind, GateKind, Holds, Origin, Period, Spot, Step, Values,
    Var,
};

/// Adds the flaws of one world, and what it has seen.
pub(super) fn all(reach: &Reach<'_, '_>, seen: &mut Seen, flaws: &mut Vec<Flaw>) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    let asked_in = |steps: &[(usize, Step)]| -> BTreeSet<usize> {
        let asks = steps.iter().filter_map(|(_, step)| match step {
            Step::Ask(place) => Some(content.places[*place].field),
            Step::Gate(_) => None,
        });
        asks.collect()
    };
    let fields = asked_in(&reach.steps[..reach.open_count]);
    for field in &fields {
        compare(reach, *field, flaws);
    }
    for entry in &content.official.entries {
        let name = format!("official:{}", entry.spot.line);
        if entry.period.covers(pass.space.day) {
            let (base, end) = (pass.space.yes(), reach.open_count);
            let what = || format!("「{}」", entry.label);
            condition(reach, end, &base, &entry.when, &name, &entry.spot, seen, &what);
        }
        if let Some(field) = entry.field.filter(|field| !fields.contains(field)) {
            let what = format!(
                "the system asks for `{}`, which is not asked before the filing is handed in",
                content.fields[field].id
            );
            flaws.push(Flaw::told(&entry.spot, what));
        }
    }
    steering(reach, &fields, seen);
    for case in &content.cases.cases {
        used(reach, case, seen);
    }
    let cases = Listed::new(content);
    for field in asked_in(&reach.steps) {
        cases.field(reach, field, flaws);
        cases.shown(reach, field, flaws);
    }
    for gate in 0..content.gates.len() {
        cases.gate(reach, gate, flaws);
    }
    for duration in 0..content.durations.len() {
        cases.duration(reach, duration, flaws);
    }
    for number in 0..content.variables.len() {
        if let Ok(number) = u16::try_from(number) {
            cases.fact(reach, Var(number), flaws);
        }
    }
}

/// The step by which it is told whether something holds.
pub(super) fn step_of(reach: &Reach<'_, '_>, holds: Holds) -> usize {
    match holds {
        Holds::Asks(field) | Holds::Offers(field, _) | Holds::Shows(field, _) => reach.step_of_field(field),
        Holds::Fact(var, _) => used_first(reach, &beside(reach.pass.space.content, var)),
        Holds::Gate(gate) => reach.step_of_gate(gate),
        Holds::Way(..) | Holds::Takes(..) => reach.open_count,
    }
}

/// Each value that a case names belongs to some filing of that case.
fn used(reach: &Reach<'_, '_>, case: &Case, seen: &mut Seen) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    if !case.period.covers(pass.space.day) {
        return;
    }
    let when = pass.holds(&case.when);
    let step = step_of(reach, case.holds);
    let mut place = 0;
    case.when.visit(&mut |var, values| {
        for value in values.iter() {
            let variable = &content.variables[var.index()];
            let id = &variable.values[value];
            // What is declared once for each category is seen once.
            place += 1;
            let name = format!("{} {place}", at(&case.spot));
            if seen.has(&name) {
                continue;
            }
            // Answers on request stand outside the checklist.
            let on_request = reach.fields_of(&when).iter().any(|field| content.fields[*field].on_request);
            let question = when.and(&pass.is(var, Values::only(value)));
            let found = on_request || !reach.within(&question, step).is_false();
            seen.note(name, &case.spot, found, || {
                format!("this case names `{id}` of `{}`, which it never is there", variable.name)
            });
        }
    });
}

/// The facts that the same table gives.
fn beside(content: &Content, var: Var) -> Vec<Var> {
    match content.variables[var.index()].origin {
        Origin::Table(table, _) => content.tables[table].gives.clone(),
        Origin::Answer(_)
        | Origin::Reading(..)
        | Origin::State(_)
        | Origin::Same(..)
        | Origin::Province(_) => {
            vec![var]
        }
    }
}

/// The cases, by what holds in them.
struct Listed<'c> {
    content: &'c Content,
    cases: BTreeMap<Holds, Vec<&'c Case>>,
}

impl<'c> Listed<'c> {
    fn new(content: &'c Content) -> Self {
        let mut cases: BTreeMap<Holds, Vec<&Case>> = BTreeMap::new();
        for case in &content.cases.cases {
            cases.entry(case.holds).or_default().push(case);
        }
        Self { content, cases }
    }

    /// Where something holds by the cases; `None`: no case speaks of it.
    fn listed(&self, reach: &Reach<'_, '_>, holds: Holds) -> Option<Bdd> {
        let cases = self.cases.get(&holds)?;
        let holding = cases.iter().filter(|case| case.period.covers(reach.pass.space.day));
        Some(holding.fold(reach.pass.space.no(), |any, case| any.or(&reach.pass.holds(&case.when))))
    }

    /// A field that the official list does not know, and the options of any field.
    fn field(&self, reach: &Reach<'_, '_>, number: usize, flaws: &mut Vec<Flaw>) {
        let (pass, field) = (reach.pass, &self.content.fields[number]);
        let step = reach.step_of_field(number);
        let official = entries_of(self.content, number).next().is_some();
        match self.listed(reach, Holds::Asks(number)) {
            None if official => {}
            None => {
                let what = format!(
                    "nobody says when `{0}` is asked; expected an entry in official.toml, or in cases.toml a case with `asks = \"{0}\"`",
                    field.id
                );
                flaws.push(Flaw::told(&field.spot, what));
            }
            Some(listed) => {
                let what = format!("`{}` applies", field.id);
                differ(reach, step, &pass.applies[number], &listed, &field.spot, &what, flaws);
                let optional = self.cases[&Holds::Asks(number)].iter().any(|case| case.optional);
                if optional != field.optional {
                    let (can, list) = if optional { ("cannot", "can") } else { ("can", "cannot") };
                    let what = format!("`{}` {can} be skipped, and by cases.toml it {list}", field.id);
                    flaws.push(Flaw::told(&field.spot, what));
                }
            }
        }
        let plain = |option: &Choice| option.when == Condition::ALWAYS && option.period == Period::default();
        for (place, option) in field.options.iter().enumerate() {
            let what = format!("option `{}` of `{}` is offered", option.id, field.id);
            let base = pass.applies[number].and_not(&pass.withheld[number]);
            match self.listed(reach, Holds::Offers(number, place)) {
                None if plain(option) => {}
                None => {
                    let what = format!(
                        "nobody says when {what}; expected in cases.toml a case with `asks` and `offers`"
                    );
                    flaws.push(Flaw::told(&field.spot, what));
                }
                Some(listed) => {
                    let offered = base.and(&pass.offered[number][place]);
                    differ(reach, step, &offered, &base.and(&listed), &field.spot, &what, flaws);
                }
            }
        }
    }

    /// What is told at a field in some cases only.
    fn shown(&self, reach: &Reach<'_, '_>, number: usize, flaws: &mut Vec<Flaw>) {
        let (pass, field) = (reach.pass, &self.content.fields[number]);
        for (place, (topic, when)) in field.shows.iter().enumerate() {
            let what = format!("`{}` shows `{topic}`", field.id);
            match self.listed(reach, Holds::Shows(number, place)) {
                None if *when == Condition::ALWAYS => {}
                None => {
                    let what = format!(
                        "nobody says when {what}; expected in cases.toml a case with `asks` and `shows`"
                    );
                    flaws.push(Flaw::told(&field.spot, what));
                }
                Some(listed) => {
                    let (base, step) = (&pass.applies[number], reach.step_of_field(number));
                    let shown = base.and(&pass.holds(when));
                    differ(reach, step, &shown, &base.and(&listed), &field.spot, &what, flaws);
                }
            }
        }
    }

    fn gate(&self, reach: &Reach<'_, '_>, gate: usize, flaws: &mut Vec<Flaw>) {
        let found = &self.content.gates[gate];
        let what = format!("`{}` stands in the way", found.id);
        match self.listed(reach, Holds::Gate(gate)) {
            None => {
                let what = format!("nobody says when {what}; expected a case in cases.toml");
                flaws.push(Flaw::told(&found.spot, what));
            }
            Some(listed) => {
                let step = reach.step_of_gate(gate);
                differ(reach, step, &reach.pass.gates[gate], &listed, &found.spot, &what, flaws);
                let GateKind::Stop { reopens } = &found.kind else { return };
                let cases = &self.cases[&Holds::Gate(gate)];
                let expected: BTreeSet<usize> =
                    cases.iter().flat_map(|case| case.reopens.iter().copied()).collect();
                if expected != reopens.iter().copied().collect() {
                    let ids: Vec<&str> =
                        expected.iter().map(|field| self.content.fields[*field].id.as_str()).collect();
                    let what =
                        format!("stop `{}` is to ask again, by cases.toml: {}", found.id, ids.join(", "));
                    flaws.push(Flaw::told(&found.spot, what));
                }
            }
        }
    }

    /// How long something takes is listed for all whom a rule speaks of.
    fn duration(&self, reach: &Reach<'_, '_>, number: usize, flaws: &mut Vec<Flaw>) {
        let (pass, duration) = (reach.pass, &self.content.durations[number]);
        let mut rest = pass.space.yes();
        let mut takes: BTreeMap<[u32; 2], Bdd> = BTreeMap::new();
        for rule in duration.rules.iter().filter(|rule| rule.period.covers(pass.space.day)) {
            let when = pass.holds(&rule.when);
            let of_days = takes.entry(rule.days).or_insert_with(|| pass.space.no());
            *of_days = of_days.or(&rest.and(&when));
            rest = rest.and_not(&when);
        }
        let of_duration = self.cases.keys().filter_map(|holds| match holds {
            Holds::Takes(known, days) if *known == number => Some(*days),
            Holds::Takes(..)
            | Holds::Asks(_)
            | Holds::Offers(..)
            | Holds::Shows(..)
            | Holds::Fact(..)
            | Holds::Gate(_)
            | Holds::Way(..) => None,
        });
        for days in of_duration {
            takes.entry(days).or_insert_with(|| pass.space.no());
        }
        for (days, found) in takes {
            let listed = self.listed(reach, Holds::Takes(number, days)).unwrap_or_else(|| pass.space.no());
            let what = format!("`{}` takes {} to {} days", duration.id, days[0], days[1]);
            differ(reach, reach.open_count, &found, &listed, &duration.rules[0].spot, &what, flaws);
        }
    }

    /// Every value of a fact but one has its cases; the one holds in all the rest.
    fn fact(&self, reach: &Reach<'_, '_>, var: Var, flaws: &mut Vec<Flaw>) {
        let variable = &self.content.variables[var.index()];
        let spot = match &variable.origin {
            Origin::Table(table, _) => {
                self.content.tables[*table].rules.first().map(|rule| rule.spot.clone())
            }
            Origin::Province(_) => Some(Spot::of("rules/provinces.toml", 1)),
            Origin::Answer(_) | Origin::Reading(..) | Origin::State(_) | Origin::Same(..) => None,
        };
        let Some(spot) = spot else { return };
        let step = used_first(reach, &beside(self.content, var));
        let is = reach.pass.value(var);
        let mut unlisted = Vec::new();
        for (value, id) in variable.values.iter().enumerate() {
            let given = |table: usize, column: usize| {
                let rules = &self.content.tables[table].rules;
                rules.iter().find(|rule| rule.gives[column] == Values::only(value))
            };
            let rule = match variable.origin {
                Origin::Table(table, column) => given(table, column),
                Origin::Answer(_)
                | Origin::Reading(..)
                | Origin::State(_)
                | Origin::Same(..)
                | Origin::Province(_) => None,
            };
            let spot = rule.map_or(&spot, |rule| &rule.spot);
            match self.listed(reach, Holds::Fact(var, Values::only(value))) {
                None => unlisted.push(id.as_str()),
                Some(listed) => {
                    let what = format!("`{}` is `{id}`", variable.name);
                    differ(reach, step, &is[value], &listed, spot, &what, flaws);
                }
            }
        }
        if let [only] = unlisted.as_slice() {
            let place = variable.values.iter().position(|id| id == only).unwrap_or_default();
            let others = is.iter().enumerate().filter(|(value, _)| *value != place);
            let rest = others.fold(reach.pass.space.yes(), |rest, (_, other)| rest.and_not(other));
            let what = format!("`{}` is `{only}`", variable.name);
            differ(reach, step, &is[place], &rest, &spot, &what, flaws);
        }
        if unlisted.is_empty() {
            let what = format!(
                "every value of `{}` has cases in cases.toml; expected none for one of them: it holds in all the rest",
                variable.name
            );
            flaws.push(Flaw::told(&spot, what));
        }
        if unlisted.len() > 1 {
            let what = format!(
                "nobody says when `{}` is `{}`; expected cases in cases.toml for all its values but one",
                variable.name,
                unlisted.join("` or `")
            );
            flaws.push(Flaw::told(&spot, what));
        }
    }
}

/// Something holds exactly where it is listed, as far as anybody gets.
fn differ(
    reach: &Reach<'_, '_>,
    step: usize,
    found: &Bdd,
    listed: &Bdd,
    spot: &Spot,
    what: &str,
    flaws: &mut Vec<Flaw>,
) {
    for (difference, what) in [
        (found.and_not(listed), format!("{what} where cases.toml lists no such case")),
        (listed.and_not(found), format!("{what} not in every case that cases.toml lists")),
    ] {
        let shown = reach.within(&difference, step);
        if shown.is_false() {
            continue;
        }
        let end = reach.at_the_end(&difference);
        if end.is_false() {
            let goal = match reach.steps.get(step) {
                Some((_, Step::Ask(place))) => Goal::Asks(reach.pass.space.content.places[*place].field),
                Some((_, Step::Gate(gate))) => Goal::Gate(*gate),
                None => Goal::Stage(reach.pass.space.content.last_open_stage()),
            };
            flaws.push(Flaw::shown(reach, spot, what, &shown, goal));
        } else {
            flaws.push(Flaw::shown(reach, spot, what, &end, handed_in(reach)));
        }
    }
}

/// What the official list says of a field, without what stands there once more.
pub(super) fn entries_of(content: &Content, field: usize) -> impl Iterator<Item = &Entry> {
    let entries = content.official.entries.iter().filter(move |entry| entry.field == Some(field));
    entries.filter(|entry| !is_beside(content, entry))
}

/// The question that hands the filing in.
fn handed_in(reach: &Reach<'_, '_>) -> Goal {
    let content = reach.pass.space.content;
    let last = content.fields.iter().position(|field| field.after_all && content.stages[field.stage].open);
    last.map_or(Goal::Stage(content.last_open_stage()), Goal::Asks)
}

/// A field of the official list applies where the list asks for it, and nowhere else.
fn compare(reach: &Reach<'_, '_>, number: usize, flaws: &mut Vec<Flaw>) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    let field = &content.fields[number];
    let entries: Vec<_> = entries_of(content, number).collect();
    if entries.is_empty() {
        return;
    }
    let holding = entries.iter().filter(|entry| entry.period.covers(pass.space.day));
    let listed = holding.fold(pass.space.no(), |any, entry| any.or(&pass.holds(&entry.when)));
    let applies = &pass.applies[number];
    let goal = handed_in(reach);
    let missing = reach.at_the_end(&listed.and_not(applies));
    if !missing.is_false() {
        let what = format!("`{}` is not asked where the system asks for it", field.id);
        flaws.push(Flaw::shown(reach, &field.spot, what, &missing, goal));
    }
    let extra = reach.at_the_end(&applies.and_not(&listed));
    if !extra.is_false() {
        let what = format!("`{}` is asked where the system does not ask for it", field.id);
        flaws.push(Flaw::shown(reach, &field.spot, what, &extra, goal));
    }
    if entries.iter().any(|entry| entry.optional != field.optional) {
        let what = if field.optional {
            format!("`{}` can be skipped, and the system asks for it", field.id)
        } else {
            format!("`{}` cannot be skipped, and the system takes it empty", field.id)
        };
        flaws.push(Flaw::told(&field.spot, what));
    }
}

/// What the official list does not ask for steers something, or only informs.
fn steering(reach: &Reach<'_, '_>, fields: &BTreeSet<usize>, seen: &mut Seen) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    for number in fields {
        let field = &content.fields[*number];
        let listed = content.official.entries.iter().any(|entry| entry.field == Some(*number));
        if listed || field.kind == FieldKind::Notice || field.id == "language" {
            continue;
        }
        let bits = &pass.space.inputs[*number].bits;
        let looks = |function: &Bdd| bits.iter().any(|bit| function.support_set_contains(bit));
        let others = (0..content.fields.len()).filter(|other| other != number);
        let transitions = content.transitions.iter().filter_map(|transition| transition.when.as_ref());
        let steers = others.clone().any(|other| looks(&pass.kept[other]))
            || pass.gates.iter().any(looks)
            || transitions.into_iter().any(|when| looks(&pass.holds(when)));
        seen.note(format!("{} steers", field.id), &field.spot, steers, || {
            format!(
                "`{}` is asked for nothing: the system does not ask for it, and nothing follows from it",
                field.id
            )
        });
    }
}
