//! The ways out, tried on the real core wherever a filing can stand: help, back, edit, cancel, another language and a
//! person. What the other parts say of all filings is compared with the core on the way: where a question leads
//! somewhere by the diagrams, the same answers must lead the core there.

use std::collections::BTreeSet;

use biodivine_lib_bdd::Bdd;

use super::Flaw;
use super::reach::Reach;
use super::witness::{Conversation, Goal, answers};
use crate::content::{Content, GateKind, Spot, Step};
use crate::dialogue::{Effect, Event, Standing, State, View, step};
use crate::personal::Personal;

/// Adds the flaws of one world. `entered`: by stage, the filings that come there.
pub(super) fn all(reach: &Reach<'_, '_>, entered: &[Bdd], flaws: &mut Vec<Flaw>) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    let mut tried: BTreeSet<String> = BTreeSet::new();
    // The last first: whoever gets far comes by what is before.
    for (number, (stage, declared)) in reach.steps.iter().enumerate().rev() {
        let (goal, question) = match declared {
            Step::Ask(place) => {
                let field = content.places[*place].field;
                (Goal::Asks(field), pass.here[*place].and(&pass.asked[field]))
            }
            Step::Gate(gate) => (Goal::Gate(*gate), pass.gates[*gate].clone()),
        };
        let found = if content.stages[*stage].open {
            reach.within(&question, number)
        } else {
            let stages = content.stages.iter().zip(entered);
            let here = stages
                .enumerate()
                .filter(|(at, (declared, _))| at == stage || declared.beside.contains(stage));
            let here = here.fold(pass.space.no(), |any, (_, (_, entered))| any.or(entered));
            reach.at_the_end(&question.and(&here))
        };
        let on_request = reach.fields_of(&question).iter().any(|field| content.fields[*field].on_request);
        if found.is_false() || on_request || tried.contains(&name(content, goal)) {
            continue;
        }
        let Some(answers) = answers(reach, &found) else { continue };
        let mut conversation = Conversation::of(reach);
        let arrived = conversation.lead(&answers, goal, &mut |conversation, view| {
            if tried.insert(standing(content, view)) {
                try_all(conversation, view, flaws);
            }
        });
        if !arrived {
            let (name, spot) = (name(content, goal), spot(content, goal));
            let what = format!("{name} can be reached, and the core does not come there");
            let conversation = Some(conversation.transcript(&format!("Here {what}.")));
            flaws.push(Flaw { may_follow: false, fault: spot.fault(what), conversation });
        }
    }
}

fn name(content: &Content, goal: Goal) -> String {
    match goal {
        Goal::Asks(field) => format!("`{}`", content.fields[field].id),
        Goal::Gate(gate) => format!("`{}`", content.gates[gate].id),
        Goal::Stage(stage) => format!("`{}`", content.stages[stage].id),
    }
}

fn spot(content: &Content, goal: Goal) -> &Spot {
    match goal {
        Goal::Asks(field) => &content.fields[field].spot,
        Goal::Gate(gate) => &content.gates[gate].spot,
        Goal::Stage(stage) => &content.stages[stage].spot,
    }
}

fn goal_of(view: &View<'_>) -> Goal {
    match view.standing {
        Standing::Ask { field, .. } => Goal::Asks(field),
        Standing::Stop { gate, .. } | Standing::Closed { gate } => Goal::Gate(gate),
        Standing::Rest => Goal::Stage(view.stage()),
    }
}

fn standing(content: &Content, view: &View<'_>) -> String {
    name(content, goal_of(view))
}

/// Tries every way out where a conversation stands.
fn try_all(conversation: &Conversation<'_>, view: &View<'_>, flaws: &mut Vec<Flaw>) {
    let content = conversation.content;
    let goal = goal_of(view);
    let mut fail = |typed: &[&str], what: &str| {
        let what = format!("at {} `{}` {what}", name(content, goal), typed[0]);
        let mut shown = conversation.clone();
        for line in typed {
            shown.say(line);
        }
        let conversation = Some(shown.transcript(&format!("Here {what}.")));
        flaws.push(Flaw { may_follow: false, fault: spot(content, goal).fault(what), conversation });
    };
    let turn = |state: &State, event: &Event| step(state, event, content, &conversation.around);
    let typed = |text: &str| Event::Typed(Personal::from(text));
    let says = |effects: &[Effect]| {
        effects.iter().any(|effect| match effect {
            Effect::Say(message) => !message.text.expose().trim().is_empty(),
            Effect::OpenTicket(_) | Effect::Asked { .. } | Effect::Forget => false,
        })
    };
    for command in ["/help", "/back", "/edit", "/human", "/progress", "/repeat", "/language en"] {
        let outcome = turn(&conversation.state, &typed(command));
        if !says(&outcome.effects) {
            fail(&[command], "is met with silence");
        }
        if command == "/human"
            && !outcome.effects.iter().any(|effect| matches!(effect, Effect::OpenTicket(_)))
        {
            fail(&[command], "reaches nobody");
        }
        let answered = view.filing.answers.len();
        let kept = outcome.state.active().map_or(0, |filing| filing.answers.len());
        if kept < answered {
            fail(&[command], "loses answers");
        }
    }
    let closed = matches!(view.standing, Standing::Closed { .. });
    let over = content.stages[view.stage()].is_final;
    if !closed && !over {
        let asked = turn(&conversation.state, &typed("/cancel"));
        let done = turn(&asked.state, &Event::Chosen("yes".to_owned()));
        let ends = done.state.active().is_some_and(|filing| {
            let after = View::new(content, filing, conversation.around.now);
            matches!(after.standing, Standing::Closed { gate } if matches!(content.gates[gate].kind, GateKind::Exit { .. }))
        });
        if !ends {
            fail(&["/cancel", "yes"], "does not close the filing");
        }
    }
}
