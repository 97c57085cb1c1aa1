//! How much a proof covers: situations as they are looked at, and conversations one by one.

use biodivine_lib_bdd::Bdd;
use num_bigint::BigUint;

use super::pass::Pass;
use super::reach::Reach;
use super::space::Space;
use super::today;
use crate::content::{Content, Step};

/// How much a proof covers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// For every question, the situations in which it is asked, told apart by all that matters for it.
    pub situations: BigUint,
    /// For every question in each of them, every change from one answer to another.
    pub edits: BigUint,
    /// Conversations from hello to the submission, by edition: every answer that is told apart from another.
    pub conversations: Vec<(String, BigUint)>,
}

/// Counts what a proof of these dialogues covers: on the day that they were checked, in every edition.
#[must_use]
pub fn count(content: &Content) -> Counts {
    let edition = |edition: usize| {
        let space = Space::new(content, today(content, edition));
        let pass = Pass::new(&space);
        let reach = Reach::new(&pass);
        let (situations, edits) = situations(&reach);
        (content.editions[edition].id.clone(), situations, edits, conversations(&reach))
    };
    let mut counts = Counts::default();
    std::thread::scope(|scope| {
        let running: Vec<_> =
            (0..content.editions.len()).map(|number| scope.spawn(move || edition(number))).collect();
        for thread in running {
            match thread.join() {
                Ok((id, situations, edits, conversations)) => {
                    counts.situations += situations;
                    counts.edits += edits;
                    counts.conversations.push((id, conversations));
                }
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    });
    counts
}

fn situations(reach: &Reach<'_, '_>) -> (BigUint, BigUint) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    let (mut situations, mut edits) = (BigUint::default(), BigUint::default());
    for (number, (_, step)) in reach.steps.iter().enumerate() {
        let Step::Ask(place) = step else { continue };
        let field = content.places[*place].field;
        let here = reach.within(&pass.here[*place].and(&pass.asked[field]), number);
        let found = among(&here, here.support_set().len());
        let ways = pass.space.inputs[field].ways.len();
        edits += &found * BigUint::from(ways * ways.saturating_sub(1));
        situations += found;
    }
    (situations, edits)
}

/// Every way from hello to the submission. Put together from the smallest parts on, so that the whole comes last.
fn conversations(reach: &Reach<'_, '_>) -> BigUint {
    let (pass, space) = (reach.pass, reach.pass.space);
    let content = space.content;
    let open = |step: &Step| match step {
        Step::Ask(place) => Some(content.places[*place].field),
        Step::Gate(_) => None,
    };
    let asked: Vec<usize> =
        reach.steps[..reach.open_count].iter().filter_map(|(_, step)| open(step)).collect();
    let rule = |field: usize| {
        if asked.contains(&field) || content.fields[field].on_request {
            return pass.kept[field].clone();
        }
        // What comes after the submission is left open.
        pass.space.inputs[field].answered.not().and(&pass.space.inputs[field].sound)
    };
    let mut parts: Vec<Bdd> = (0..content.fields.len()).map(rule).collect();
    parts.extend(pass.gates.iter().map(Bdd::not));
    parts.extend(space.alike.iter().map(|(var, alike)| pass.comparable(*var).or(&alike.not())));
    while parts.len() > 1 {
        parts.sort_by_key(|part| std::cmp::Reverse(part.size()));
        if let (Some(one), Some(other)) = (parts.pop(), parts.pop()) {
            parts.push(one.and(&other));
        }
    }
    let answers = usize::from(space.variables.num_vars()) - space.changed.len();
    parts.first().map(|all| among(all, answers)).unwrap_or_default()
}

/// How many valuations of so many of its variables satisfy a function that looks at no others.
fn among(found: &Bdd, variables: usize) -> BigUint {
    found.exact_cardinality() >> (usize::from(found.num_vars()) - variables)
}
