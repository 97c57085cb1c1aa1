//! Asked right, within the flow: every question can be answered, every stop be solved, every condition be true and be
//! false; nothing personal before consent, and nothing at two places at once.

use std::collections::BTreeSet;

use biodivine_lib_bdd::Bdd;

use super::Flaw;
use super::anew;
use super::idle::Clause;
use super::reach::Reach;
use super::seen::Seen;
use super::space::Way;
use super::witness::Goal;
use crate::content::{Condition, Content, FieldKind, GateKind, Language, Period, Spot, Step, Values, Var};

/// Adds the flaws of one world, and what it has seen.
pub(super) fn all(reach: &Reach<'_, '_>, seen: &mut Seen, flaws: &mut Vec<Flaw>) {
    for step in 0..reach.steps.len() {
        match reach.steps[step].1 {
            Step::Ask(place) => {
                answerable(reach, step, place, flaws);
                guarded(reach, step, place, flaws);
                once(reach, step, place, flaws);
                asked(reach, step, place, seen);
            }
            Step::Gate(gate) => {
                stands(reach, step, gate, seen);
            }
        }
    }
    solvable(reach, flaws);
    decided(reach, flaws);
    put_off(reach.pass.space.content, flaws);
    rules(reach, seen);
}

/// Wherever a field is asked, something is accepted; and where something is to be typed, not only holding it back.
fn answerable(reach: &Reach<'_, '_>, step: usize, place: usize, flaws: &mut Vec<Flaw>) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    let field = content.places[place].field;
    let here = pass.here[place].and(&pass.asked[field]);
    let ways = &pass.space.inputs[field].ways;
    let gives = |way: &Way| matches!(way, Way::Option(_) | Way::Typed { .. }) || ways.len() == 1;
    let accepted = ways.iter().zip(&pass.accepted[field]).filter(|(way, _)| gives(way));
    let some = accepted.fold(pass.space.no(), |any, (_, accepted)| any.or(accepted));
    let stuck = reach.within(&here.and_not(&some), step);
    if !stuck.is_false() {
        let what = format!("`{}` can be asked where no answer to it is accepted", content.fields[field].id);
        flaws.push(Flaw::shown(reach, &content.fields[field].spot, what, &stuck, Goal::Asks(field)));
    }
}

/// Nothing personal is asked of somebody who has not agreed.
fn guarded(reach: &Reach<'_, '_>, step: usize, place: usize, flaws: &mut Vec<Flaw>) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    let number = content.places[place].field;
    let field = &content.fields[number];
    if !field.personal {
        return;
    }
    let agreed = content.landmarks.consent.and_then(|consent| {
        let variable = &content.variables[consent.index()];
        Some((consent, variable.value("agree")?))
    });
    let agreed = agreed.map_or_else(|| pass.space.no(), |(consent, agree)| pass.is(consent, agree));
    let unguarded = reach.within(&pass.here[place].and(&pass.asked[number]).and_not(&agreed), step);
    if !unguarded.is_false() {
        let what = format!("`{}` is personal and can be asked without consent", field.id);
        flaws.push(Flaw::shown(reach, &field.spot, what, &unguarded, Goal::Asks(number)));
    }
}

/// A field with several places is asked at one of them.
fn once(reach: &Reach<'_, '_>, step: usize, place: usize, flaws: &mut Vec<Flaw>) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    let field = content.places[place].field;
    let twice = reach.within(&pass.when[place].and_not(&pass.here[place]), step);
    if !twice.is_false() {
        let what = format!(
            "`{}` would be asked here and at an earlier place; expected conditions that exclude each other",
            content.fields[field].id
        );
        flaws.push(Flaw::told(&content.places[place].spot, what));
    }
}

/// A place is used, each of its options offered and not offered.
fn asked(reach: &Reach<'_, '_>, step: usize, place: usize, seen: &mut Seen) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    let number = content.places[place].field;
    let field = &content.fields[number];
    let spot = &content.places[place].spot;
    let base = pass.space.yes();
    condition(reach, step, &base, &content.places[place].when, &at(spot), spot, seen, &|| {
        format!("`{}`", field.id)
    });
    let other_places = content.places.iter().zip(&pass.when).enumerate();
    let other_places = other_places.filter(|(other, (at, _))| *other != place && at.field == number);
    let alone = other_places.fold(base.clone(), |alone, (_, (_, when))| alone.and_not(when));
    let look = |when, period, name, words, [lost, added]: [&Bdd; 2], seen: &mut Seen| {
        let clause = Clause::new(reach, step, when, period, spot, words);
        let (lost, added) = (lost.clone(), added.clone());
        Clause { name, whole: false, lost, added, ..clause }.look(reach, seen);
    };
    // Where it is asked at another place as well, it is asked twice.
    let (when, words) = (&content.places[place].when, format!("`{}`", field.id));
    look(when, Period::default(), at(spot), words, [&alone, &base], seen);
    let here = pass.here[place].and_not(&pass.withheld[number]);
    let is_asked = !reach.within(&here.and(&pass.asked[number]), step).is_false();
    seen.note(format!("{} asked", at(spot)), spot, is_asked, || format!("`{}` is never asked", field.id));
    for (number, option) in field.options.iter().enumerate() {
        let name = format!("{} option {}", at(&field.spot), option.id);
        if !seen.has(&name) {
            let offered = pass.offered[content.places[place].field][number].and(&here);
            let offered = !reach.within(&offered, step).is_false();
            seen.note(name.clone(), &field.spot, offered, || {
                format!("option `{}` of `{}` is never offered", option.id, field.id)
            });
        }
        let words = format!("option `{}` of `{}`", option.id, field.id);
        look(&option.when, option.period, name.clone(), words, [&here, &here], seen);
        if option.when != Condition::ALWAYS {
            let what = || format!("option `{}` of `{}`", option.id, field.id);
            condition(reach, step, &here, &option.when, &name, &field.spot, seen, &what);
        }
    }
    for (topic, when) in &field.shows {
        let words = format!("`{topic}` at `{}`", field.id);
        let name = format!("{} shows {topic}", at(&field.spot));
        look(when, Period::default(), name, words, [&here, &here], seen);
    }
    let variables = content.variables_of_field[number].iter();
    for var in variables.filter(|var| pass.space.looked_at.contains(var)) {
        let variable = &content.variables[var.index()];
        let given = |id: &&String| *id != "unknown" && !field.comes_back(id);
        for (value, id) in variable.values.iter().enumerate().filter(|(_, id)| given(id)) {
            let name = format!("value {} {id}", variable.name);
            if !seen.has(&name) {
                let has = reach.within(&pass.is(*var, Values::only(value)), step + 1);
                seen.note(name, &field.spot, !has.is_false(), || {
                    format!("`{}` is never `{id}`", variable.name)
                });
            }
        }
    }
}

/// Every stop can be got past by answering anew what it reopens, and what depends on that: at once, or over another
/// stop that can be got past in turn. An exit is an end.
fn solvable(reach: &Reach<'_, '_>, flaws: &mut Vec<Flaw>) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    let gate_at = |step: usize| match reach.steps[step].1 {
        Step::Gate(gate) => Some((step, gate, reach.within(&pass.gates[gate], step))),
        Step::Ask(_) => None,
    };
    let gates: Vec<(usize, usize, Bdd)> =
        (0..reach.steps.len()).filter_map(gate_at).filter(|(_, _, held)| !held.is_false()).collect();
    let is_exit = |gate: usize| matches!(content.gates[gate].kind, GateKind::Exit { .. });
    let exits = gates.iter().filter(|(_, gate, _)| is_exit(*gate));
    let mut ended = exits.fold(pass.space.no(), |any, (_, _, held)| any.or(held));
    let handed_in = reach.at_the_end(&pass.space.yes());
    let stops: Vec<_> = gates.iter().filter(|(_, gate, _)| !is_exit(*gate)).collect();
    let mut open: Vec<(usize, Bdd)> = stops.iter().map(|(_, gate, held)| (*gate, held.clone())).collect();
    loop {
        let mut moved = false;
        for ((step, gate, _), (_, stuck)) in
            stops.iter().zip(&mut open).filter(|(_, (_, left))| !left.is_false())
        {
            // To have handed in is no end for who is stopped after it.
            let over = if *step < reach.open_count { ended.or(&handed_in) } else { ended.clone() };
            let beyond = reach.within(&pass.space.yes(), step + 1).or(&over);
            let GateKind::Stop { reopens } = &content.gates[*gate].kind else { continue };
            let solved = stuck.and(&anew::leads(reach, *step, reopens, &beyond));
            if !solved.is_false() {
                moved = true;
                *stuck = stuck.and_not(&solved);
                ended = ended.or(&solved);
            }
        }
        if !moved {
            break;
        }
    }
    for (gate, stuck) in open.into_iter().filter(|(_, stuck)| !stuck.is_false()) {
        let stop = &content.gates[gate];
        let GateKind::Stop { reopens } = &stop.kind else { continue };
        let fields: Vec<String> =
            reopens.iter().map(|field| format!("`{}`", content.fields[*field].id)).collect();
        let what = format!(
            "stop `{}` can be reached where answering {} anew gets nobody past it",
            stop.id,
            fields.join(", ")
        );
        flaws.push(Flaw::shown(reach, &stop.spot, what, &stuck, Goal::Gate(gate)));
    }
}

/// A gate stands in somebody's way, and not in everybody's.
fn stands(reach: &Reach<'_, '_>, step: usize, gate: usize, seen: &mut Seen) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    let on_request = reach.fields_of(&pass.gates[gate]).iter().any(|field| content.fields[*field].on_request);
    if on_request {
        return;
    }
    let found = &content.gates[gate];
    let base = pass.space.yes();
    condition(reach, step, &base, &found.when, &at(&found.spot), &found.spot, seen, &|| {
        format!("`{}`", found.id)
    });
    let words = format!("`{}`", found.id);
    let clause = Clause::new(reach, step, &found.when, Period::default(), &found.spot, words);
    Clause { whole: false, lost: base.clone(), added: base, ..clause }.look(reach, seen);
}

/// Every rule of every table decides somewhere.
fn rules(reach: &Reach<'_, '_>, seen: &mut Seen) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    for (number, table) in content.tables.iter().enumerate() {
        let Some(first) = table.gives.first() else { continue };
        let step = used_first(reach, &table.gives);
        let name = &content.variables[first.index()].name;
        let all = pass.decides(number);
        for (place, rule) in table.rules.iter().enumerate() {
            let decides = &all[place];
            let used = !reach.within(decides, step).is_false();
            seen.note(format!("{} decides", at(&rule.spot)), &rule.spot, used, || {
                format!("this rule of `{name}` never decides")
            });
            if rule.period.covers(pass.space.day) && rule.when != Condition::ALWAYS {
                let what = || format!("this rule of `{name}`");
                condition(
                    reach,
                    step,
                    &pass.space.yes(),
                    &rule.when,
                    &at(&rule.spot),
                    &rule.spot,
                    seen,
                    &what,
                );
            }
        }
    }
}

/// A place in the files, as a name: what is declared once for each category is seen once.
pub(super) fn at(spot: &Spot) -> String {
    format!("{}:{}:{}", spot.file, spot.line, spot.column)
}

/// Whatever needs an answer that can be put off waits for it: what is offered or read there, and what is asked anew
/// after it. Consent is not put off.
fn put_off(content: &Content, flaws: &mut Vec<Flaw>) {
    let can_wait = |field: &usize| !content.fields[*field].later.is_empty();
    if let Some(consent) = content.field_number("consent").filter(can_wait) {
        let field = &content.fields[consent];
        let what = "`consent` can be put off, and what is personal would be asked without it".to_owned();
        flaws.push(Flaw::told(&field.spot, what));
    }
    for (number, field) in content.fields.iter().enumerate() {
        let mut needs: BTreeSet<usize> = field.depends.iter().copied().collect();
        let mut look = |var| content.fields_behind(var, &mut needs);
        field.options.iter().for_each(|option| option.when.visit(&mut |var, _| look(var)));
        field.days_left.into_iter().for_each(&mut look);
        if let FieldKind::By { field: by, .. } = field.kind {
            needs.insert(by);
        }
        for place in content.places.iter().filter(|place| place.field == number) {
            let mut waits_for = BTreeSet::new();
            place.when.visit(&mut |var, _| content.fields_behind(var, &mut waits_for));
            for other in needs.iter().filter(|other| can_wait(other) && !waits_for.contains(other)) {
                let what = format!(
                    "`{}` needs `{}`, which can be put off; expected a condition on it",
                    field.id, content.fields[*other].id
                );
                flaws.push(Flaw::told(&place.spot, what));
            }
        }
    }
}

/// A fact that anything looks at has a value as soon as it is looked at.
fn decided(reach: &Reach<'_, '_>, flaws: &mut Vec<Flaw>) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    for (number, table) in content.tables.iter().enumerate() {
        let (Some(var), Some(rule)) = (table.gives.first(), table.rules.first()) else { continue };
        let rest = pass.decides(number).iter().fold(pass.space.yes(), |rest, decides| rest.and_not(decides));
        let step = used_first(reach, &table.gives);
        let undecided = reach.within(&rest, step);
        if !undecided.is_false() {
            let what = format!(
                "no rule gives `{}` a value in some case; expected a last rule that holds otherwise",
                content.variables[var.index()].name
            );
            flaws.push(Flaw::told(&rule.spot, what));
        }
    }
}

/// The first step that looks at one of these facts, or the end.
pub(super) fn used_first(reach: &Reach<'_, '_>, vars: &[Var]) -> usize {
    let content = reach.pass.space.content;
    let looks = |when: &Condition| {
        let mut found = false;
        when.visit(&mut |var, _| found |= content.follows_from(var, vars));
        found
    };
    let uses = |(_, step): &(usize, Step)| match step {
        Step::Ask(place) => {
            let place = &content.places[*place];
            looks(&place.when) || content.fields[place.field].options.iter().any(|option| looks(&option.when))
        }
        Step::Gate(gate) => looks(&content.gates[*gate].when),
    };
    reach.steps.iter().position(uses).unwrap_or(reach.open_count)
}

/// A condition is true somewhere and false somewhere, and so is each of its parts; each value it names is there.
#[expect(clippy::too_many_arguments, reason = "the place and the words of one condition")]
pub(super) fn condition(
    reach: &Reach<'_, '_>,
    step: usize,
    base: &Bdd,
    when: &Condition,
    name: &str,
    spot: &Spot,
    seen: &mut Seen,
    what: &dyn Fn() -> String,
) {
    if *when == Condition::ALWAYS {
        return;
    }
    let pass = reach.pass;
    let content = pass.space.content;
    let mut can = |name: String, question: &dyn Fn() -> Bdd, missing: &str| {
        if !seen.has(&name) {
            let found = !reach.within(&base.and(&question()), step).is_false();
            seen.note(name, spot, found, || {
                format!("{}: `{}` {missing}", what(), content.words(when, Language::En))
            });
        }
    };
    can(format!("{name} true"), &|| pass.holds(when), "never holds there");
    // What can be put off is open for a while, and a condition on it waits.
    let mut waits = false;
    when.visit(&mut |var, _| {
        let mut behind = BTreeSet::new();
        content.fields_behind(var, &mut behind);
        waits |= behind.iter().any(|field| !content.fields[*field].later.is_empty());
    });
    if !waits {
        can(format!("{name} false"), &|| pass.holds(when).not(), "always holds there");
    }
    match when {
        Condition::All(parts) | Condition::Any(parts) => {
            for (number, part) in parts.iter().enumerate() {
                condition(reach, step, base, part, &format!("{name} {number}"), spot, seen, what);
            }
        }
        Condition::Is(var, values) => {
            for value in values.iter() {
                let id = &content.variables[var.index()].values[value];
                let is = || pass.is(*var, Values::only(value));
                can(format!("{name} = {id}"), &is, &format!("names `{id}`, which it never is there"));
            }
        }
    }
}
