//! Who gets where by answering anew what a stop reopens, as the core does it.
//!
//! What is reopened is asked again, and any answer can be given. Every other answer goes on to count, unless it is no
//! longer accepted, or one that it depends on has become another. A question that was not asked, and comes to be, may
//! have an answer from an earlier time that nobody asks for again; so it must not matter which one that is.

use std::collections::BTreeSet;

use biodivine_lib_bdd::{Bdd, BddVariable};

use super::reach::Reach;
use crate::content::Step;

/// From which answers up to a step one comes to where `goal` holds, by answering these fields anew.
pub(super) fn leads(reach: &Reach<'_, '_>, step: usize, reopens: &[usize], goal: &Bdd) -> Bdd {
    let (space, content) = (reach.pass.space, reach.pass.space.content);
    let mut found = goal.clone();
    let mut done = BTreeSet::new();
    // The last asked first, as what is answered there is answered in view of what is before.
    for (_, earlier) in reach.steps[..step].iter().rev() {
        let Step::Ask(place) = earlier else { continue };
        let field = content.places[*place].field;
        let mut bits = space.inputs[field].bits.iter().chain([&space.changed[field]]);
        if done.contains(&field) || !bits.any(|bit| found.support_set_contains(bit)) {
            continue;
        }
        // Asked before something that it looks at, at another place: no way is looked for.
        if !reach.fields_of(&reach.pass.kept[field]).is_disjoint(&done) {
            return space.no();
        }
        found = before(reach, field, reopens.contains(&field), &found);
        done.insert(field);
    }
    found
}

/// The same, seen from before a field is answered anew, or its answer goes on to count: of its variables only
/// what they were is left.
fn before(reach: &Reach<'_, '_>, field: usize, is_reopened: bool, goal: &Bdd) -> Bdd {
    let (pass, space) = (reach.pass, reach.pass.space);
    let input = &space.inputs[field];
    let [same, other] = [false, true].map(|changed| goal.restrict(&[(space.changed[field], changed)]));
    let any = same.or(&another(reach, &input.bits, &other));
    if is_reopened {
        return any;
    }
    let kept = &pass.kept[field];
    let depends = space.content.fields[field].depends.iter();
    let stays =
        depends.fold(kept.clone(), |stays, on| stays.and_not(&space.variables.mk_var(space.changed[*on])));
    let comes = kept.imp(&Bdd::if_then_else(&input.answered, &other, &same)).for_all(&input.bits);
    Bdd::if_then_else(&input.answered, &Bdd::if_then_else(&stays, &same, &any), &comes)
}

/// Where `goal` holds of another answer than the one that was given.
fn another(reach: &Reach<'_, '_>, bits: &[BddVariable], goal: &Bdd) -> Bdd {
    let space = reach.pass.space;
    bits.iter().fold(space.no(), |any, bit| {
        let set = space.variables.mk_var(*bit);
        let from_set = set.and(&goal.and_not(&set).exists(bits));
        any.or(&from_set).or(&goal.and(&set).exists(bits).and_not(&set))
    })
}
