//! Edit-sound: what is asked again after a change is what `cases.toml` asks anew, and no more.
//!
//! An answer counts as long as its field applies, it is accepted there, and nothing that it depends on has changed.
//! The first two are worked out anew at every look, so an answer can only go stale by a dependency that is not
//! declared, and be asked again in vain only by one that has no effect. What is declared is compared with what
//! stands beside the flow (see [`super::ledger`]); that it has an effect is looked for here, over every state that
//! a field can be asked in and every other answer to what it depends on: the field applies before and after some
//! change, with an answer that is accepted both times.

use biodivine_lib_bdd::Bdd;

use super::reach::Reach;
use super::seen::Seen;

/// Adds what a world has seen.
pub(super) fn effects(reach: &Reach<'_, '_>, seen: &mut Seen) {
    let content = reach.pass.space.content;
    for (number, field) in content.fields.iter().enumerate() {
        for other in &field.depends {
            let name = format!("{} depends {}", field.id, content.fields[*other].id);
            if !seen.has(&name) {
                let effect = has_effect(reach, number, *other);
                seen.note(name, &field.spot, effect, || {
                    format!(
                        "`{}` need not depend on `{}`: no change of it leaves an answer that would be asked again",
                        field.id, content.fields[*other].id
                    )
                });
            }
        }
    }
}

/// Whether a change of one field can leave the other one applicable, with an answer that is accepted as before.
fn has_effect(reach: &Reach<'_, '_>, number: usize, other: usize) -> bool {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    let step = reach.step_of_field(number) + 1;
    let can = |question: &Bdd| !reach.within(question, step).is_false();
    let applies = &pass.applies[number];
    // Of what is typed there are more answers than can be told apart by what is read from them; and what was put off
    // after all asks again for what was said of it.
    if content.fields[other].kind.is_typed() || !content.fields[other].later.is_empty() {
        return can(&applies.and(&pass.applies[other]));
    }
    let Some(var) = content.variable(&content.fields[other].id) else { return true };
    let mut states: Vec<Bdd> = pass.value(var).to_vec();
    states.push(pass.applies[other].not());
    let ways = &pass.accepted[number];
    ways.iter().any(|accepted| {
        let asked = applies.and(accepted);
        states.iter().filter(|state| can(&asked.and(state))).count() > 1
    })
}
