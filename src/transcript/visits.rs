//! Where conversations went, so that what none of them visits can be told.

use std::collections::BTreeSet;

use crate::content::{Content, GateKind};
use crate::dialogue::{Standing, View};

/// Everything that was visited, each as `what id`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Visits {
    seen: BTreeSet<String>,
}

impl Visits {
    /// Adds what another conversation visited.
    pub fn join(&mut self, other: Visits) {
        self.seen.extend(other.seen);
    }

    /// What the dialogues have and nobody visited: fields, stages, transitions, stops, exits, rows of the decision
    /// table.
    #[must_use]
    pub fn missed(&self, content: &Content) -> Vec<String> {
        let fields = content.fields.iter().map(|field| format!("field {}", field.id));
        let stages = content.stages.iter().map(|stage| format!("stage {}", stage.id));
        let transitions = content.transitions.iter().map(|way| transition(content, way.from, way.to));
        let gates = (0..content.gates.len()).map(|number| gate(content, number));
        let rows = content.variable("filing.row").map(|var| &content.variables[var.index()].values);
        let rows = rows.into_iter().flatten().map(|row| format!("row {row}"));
        let all = fields.chain(stages).chain(transitions).chain(gates).chain(rows);
        all.filter(|what| !self.seen.contains(what)).collect()
    }

    /// Notes where a filing stands after a turn; `before`: the stage that its life had reached.
    pub(super) fn note(&mut self, view: &View<'_>, asks: Option<&str>, before: usize) {
        let content = view.content;
        let stages = view.walked.iter().copied().chain([view.stage()]);
        self.seen.extend(stages.map(|stage| format!("stage {}", content.stages[stage].id)));
        self.seen.extend(asks.map(|field| format!("field {field}")));
        self.seen.extend(view.value("filing.row").map(|row| format!("row {row}")));
        if before != view.lifecycle() {
            self.seen.insert(transition(content, before, view.lifecycle()));
        }
        match view.standing {
            Standing::Stop { gate: number, .. } | Standing::Closed { gate: number } => {
                self.seen.insert(gate(content, number));
            }
            Standing::Ask { .. } | Standing::Rest => {}
        }
    }
}

fn transition(content: &Content, from: usize, to: usize) -> String {
    format!("transition {} to {}", content.stages[from].id, content.stages[to].id)
}

fn gate(content: &Content, number: usize) -> String {
    let gate = &content.gates[number];
    match gate.kind {
        GateKind::Stop { .. } => format!("stop {}", gate.id),
        GateKind::Exit { .. } => format!("exit {}", gate.id),
    }
}
