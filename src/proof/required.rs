//! Asked right, compared with the official list: who hands in was asked what the system asks of this very case, and
//! nothing else but what steers and what only informs.

use std::collections::BTreeSet;

use biodivine_lib_bdd::Bdd;

use super::Flaw;
use super::asking::condition;
use super::reach::Reach;
use super::seen::Seen;
use super::witness::Goal;
use crate::content::{FieldKind, Step};

/// Adds the flaws of one world, and what it has seen.
pub(super) fn all(reach: &Reach<'_, '_>, seen: &mut Seen, flaws: &mut Vec<Flaw>) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    let fields: BTreeSet<usize> = reach.steps[..reach.open_count]
        .iter()
        .filter_map(|(_, step)| match step {
            Step::Ask(place) => Some(content.places[*place].field),
            Step::Gate(_) => None,
        })
        .collect();
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
}

/// A field of the official list applies where the list asks for it, and nowhere else.
fn compare(reach: &Reach<'_, '_>, number: usize, flaws: &mut Vec<Flaw>) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    let field = &content.fields[number];
    let entries: Vec<_> =
        content.official.entries.iter().filter(|entry| entry.field == Some(number)).collect();
    if entries.is_empty() {
        return;
    }
    let holding = entries.iter().filter(|entry| entry.period.covers(pass.space.day));
    let listed = holding.fold(pass.space.no(), |any, entry| any.or(&pass.holds(&entry.when)));
    let applies = &pass.applies[number];
    let handed_in = content.fields.iter().position(|field| field.after_all);
    let goal = handed_in.map_or(Goal::Stage(content.last_open_stage()), Goal::Asks);
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
