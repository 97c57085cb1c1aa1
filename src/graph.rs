//! The flow as pictures: Mermaid flowcharts of the stages, and of the questions within each.
//!
//! Everything drawn comes from the loaded dialogues, in their order; the same dialogues give the same picture to the letter.

mod mermaid;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use self::mermaid::{Chart, Shape};
use crate::content::{Condition, Content, FieldKind, Gate, GateKind, Language, Origin, Step, Var};

/// The id of the picture of all stages, where a stage is asked for.
pub const OVERVIEW: &str = "overview";

/// Questions in one row of a picture.
const ROW_LENGTH: usize = 4;
/// Facts in one note.
const FACT_COUNT: usize = 3;

/// A Markdown document with all pictures: the overview, then each stage in order.
#[must_use]
pub fn document(content: &Content, language: Language) -> String {
    let say = |id: &str| content.texts.say(language, id, |_| None);
    let mut out = format!("# {}\n\n{}\n", say("graph-title"), say("graph-legend"));
    let ids = std::iter::once(OVERVIEW).chain(content.stages.iter().map(|stage| stage.id.as_str()));
    for section in ids.filter_map(|id| section(content, id, language)) {
        let _ = write!(out, "\n{section}");
    }
    out
}

/// One picture under its heading: [`OVERVIEW`], or a stage by its id; `None`: there is no such stage.
#[must_use]
pub fn section(content: &Content, id: &str, language: Language) -> Option<String> {
    let artist = Artist { content, language };
    let (heading, chart) = if id == OVERVIEW {
        (artist.say("graph-overview"), artist.overview())
    } else {
        let stage = content.stage_number(id)?;
        (format!("{} ({id})", artist.stage_label(stage)), artist.stage(stage))
    };
    Some(format!("## {heading}\n\n```mermaid\n{chart}```\n"))
}

struct Artist<'c> {
    content: &'c Content,
    language: Language,
}

impl Artist<'_> {
    // ---- the stages --------------------------------------------------------------------------------

    fn overview(&self) -> Chart {
        let content = self.content;
        let mut chart = Chart::new("TB");
        for (number, stage) in content.stages.iter().enumerate() {
            let shape = if stage.is_final { Shape::Lozenge } else { Shape::Box };
            chart.node(&key(&stage.id), shape, &[self.stage_label(number), stage.id.clone()]);
        }
        let open: Vec<&str> =
            content.stages.iter().filter(|stage| stage.open).map(|stage| stage.id.as_str()).collect();
        for pair in open.windows(2) {
            chart.edge(&key(pair[0]), &key(pair[1]), &[]);
        }
        for way in &content.transitions {
            let (from, to) = (&content.stages[way.from].id, &content.stages[way.to].id);
            let mut label = vec![way.event.clone()];
            label.extend(way.when.as_ref().and_then(|when| self.beside_answers(when)));
            chart.edge(&key(from), &key(to), &label);
        }
        for stage in &content.stages {
            for beside in &stage.beside {
                let label = [self.say("graph-beside")];
                chart.dotted(&key(&stage.id), &key(&content.stages[*beside].id), &label);
            }
        }
        self.exits(&mut chart);
        chart
    }

    /// The ways out without a number: the exits of each stage, and the applicant's own word anywhere.
    fn exits(&self, chart: &mut Chart) {
        let content = self.content;
        let Some(closed) = content.stage_number("closed") else { return };
        let closed = key(&content.stages[closed].id);
        for (number, stage) in content.stages.iter().enumerate() {
            let exits = self.gates(number).filter(|gate| matches!(gate.kind, GateKind::Exit { .. }));
            let ids: Vec<String> = exits.map(|gate| gate.id.clone()).collect();
            if !ids.is_empty() {
                chart.edge(&key(&stage.id), &closed, &ids);
            }
        }
        if let Some(field) = content.field("cancel.confirmed") {
            chart.node("any", Shape::Round, &[self.say("graph-any")]);
            chart.edge("any", &closed, std::slice::from_ref(&field.id));
        }
    }

    /// The part of a condition that is no answer of a choice: what two ways of the same event differ in.
    fn beside_answers(&self, when: &Condition) -> Option<String> {
        let Condition::All(parts) = when else { return None };
        let is_answer = |part: &&Condition| match part {
            Condition::Is(var, _) => {
                matches!(self.content.variables[var.index()].origin, Origin::Answer(_))
            }
            Condition::All(_) | Condition::Any(_) => false,
        };
        let rest: Vec<String> = parts
            .iter()
            .filter(|part| !is_answer(part))
            .map(|part| self.content.words(part, self.language))
            .collect();
        if rest.is_empty() { None } else { Some(rest.join(", ")) }
    }

    // ---- one stage ---------------------------------------------------------------------------------

    fn stage(&self, number: usize) -> Chart {
        let content = self.content;
        let stage = &content.stages[number];
        let mut chart = Chart::new("TB");
        let begin = key(&stage.id);
        chart.node(&begin, Shape::Lozenge, &[self.stage_label(number), stage.id.clone()]);
        let mut last = begin.clone();
        let drawn = self.steps(number);
        for (row, steps) in drawn.chunks(ROW_LENGTH).enumerate() {
            let name = format!("row{}", row + 1);
            chart.row(&name, steps, true);
            chart.edge(&last, &name, &[]);
            last = name;
        }
        for (to, label) in self.ways_out(number) {
            let target = format!("to_{}", key(&content.stages[to].id));
            let words = [self.stage_label(to), content.stages[to].id.clone()];
            chart.node(&target, Shape::Lozenge, &words);
            chart.edge(&last, &target, &label);
        }
        for beside in &stage.beside {
            let target = format!("beside_{}", key(&content.stages[*beside].id));
            let words = [self.stage_label(*beside), content.stages[*beside].id.clone()];
            chart.node(&target, Shape::Box, &words);
            chart.dotted(&begin, &target, &[self.say("graph-beside")]);
        }
        let facts = self.facts(number);
        let notes = facts.chunks(FACT_COUNT).enumerate();
        let notes: Vec<_> =
            notes.map(|(n, facts)| (format!("note{}", n + 1), Shape::Note, facts.to_vec())).collect();
        if !notes.is_empty() {
            chart.row("facts", &notes, false);
            chart.dotted("facts", &begin, &[]);
        }
        chart
    }

    /// Where the stage leads: its transitions, or the next stage of the checklist.
    fn ways_out(&self, number: usize) -> Vec<(usize, Vec<String>)> {
        let content = self.content;
        let mut ways: Vec<(usize, Vec<String>)> = Vec::new();
        for way in content.transitions.iter().filter(|way| way.from == number) {
            let mut label = vec![way.event.clone()];
            label.extend(way.when.as_ref().map(|when| self.when(when)));
            match ways.iter_mut().find(|(to, _)| *to == way.to) {
                Some((_, known)) => known.extend(label),
                None => ways.push((way.to, label)),
            }
        }
        if ways.is_empty() && content.stages[number].open {
            let next = (number + 1..content.stages.len()).find(|next| content.stages[*next].open);
            ways.extend(next.map(|next| (next, Vec::new())));
        }
        ways
    }

    /// The questions and gates of a stage, in order; those that are asked once for each category as one.
    fn steps(&self, stage: usize) -> Vec<(String, Shape, Vec<String>)> {
        let content = self.content;
        let mut drawn: Vec<(String, Shape, Vec<String>)> = Vec::new();
        for step in &content.steps[stage] {
            let next = match step {
                Step::Ask(place) => self.question(*place),
                Step::Gate(gate) => self.gate(&content.gates[*gate]),
            };
            if drawn.last().is_none_or(|last| last.0 != next.0) {
                drawn.push(next);
            }
        }
        drawn
    }

    fn question(&self, place: usize) -> (String, Shape, Vec<String>) {
        let content = self.content;
        let place = &content.places[place];
        let field = &content.fields[place.field];
        let category = field.category.map(|number| content.categories[number].id.as_str());
        let fold = |text: &str| match category {
            Some(category) => text.replace(category, "CATEGORY"),
            None => text.to_owned(),
        };
        let label = content.texts.say(self.language, &format!("{}.label", field.text), |_| {
            category.map(|_| "CATEGORY".to_owned())
        });
        let mut words = vec![self.short(&label), fold(&field.id)];
        let marks = [(field.optional, "graph-optional"), (field.personal, "graph-personal")];
        let marks: Vec<String> =
            marks.into_iter().filter(|(is, _)| *is).map(|(_, id)| self.say(id)).collect();
        if !marks.is_empty() {
            words.push(format!("({})", marks.join(", ")));
        }
        if category.is_some() {
            let count = content.categories.len().to_string();
            words.push(content.texts.say(self.language, "graph-each", |_| Some(count.clone())));
        }
        if place.when != Condition::ALWAYS {
            words.push(fold(&self.when(&place.when)));
        }
        let shape = if field.kind == FieldKind::Notice { Shape::Round } else { Shape::Box };
        (key(&fold(&field.id)), shape, words)
    }

    fn gate(&self, gate: &Gate) -> (String, Shape, Vec<String>) {
        let mut words = vec![gate.id.clone(), self.when(&gate.when)];
        match &gate.kind {
            GateKind::Stop { reopens } => {
                let ids: Vec<&str> =
                    reopens.iter().map(|number| self.content.fields[*number].id.as_str()).collect();
                let ids = ids.join(", ");
                words.push(self.content.texts.say(self.language, "graph-reopens", |_| Some(ids.clone())));
                (format!("stop_{}", key(&gate.id)), Shape::Hexagon, words)
            }
            GateKind::Exit { reason } => {
                words.extend(Some(reason.clone()).filter(|reason| *reason != gate.id));
                (format!("exit_{}", key(&gate.id)), Shape::Lozenge, words)
            }
        }
    }

    /// The facts that the conditions of a stage look at, each with the answers it follows from.
    fn facts(&self, stage: usize) -> Vec<String> {
        let content = self.content;
        let mut facts: BTreeSet<Var> = BTreeSet::new();
        let mut note = |when: &Condition| {
            when.visit(&mut |var, _| match content.variables[var.index()].origin {
                Origin::Table(..) | Origin::Same(..) | Origin::Province(_) => {
                    facts.insert(var);
                }
                Origin::Answer(_) | Origin::Reading(..) | Origin::State(_) => {}
            });
        };
        for step in &content.steps[stage] {
            match step {
                Step::Ask(place) if content.fields[content.places[*place].field].category.is_none() => {
                    note(&content.places[*place].when);
                }
                Step::Ask(_) => {}
                Step::Gate(gate) => note(&content.gates[*gate].when),
            }
        }
        let ways = content.transitions.iter().filter(|way| way.from == stage);
        ways.filter_map(|way| way.when.as_ref()).for_each(&mut note);
        facts.into_iter().map(|var| self.fact(var)).collect()
    }

    fn fact(&self, var: Var) -> String {
        let mut behind = BTreeSet::new();
        self.content.fields_behind(var, &mut behind);
        let mut ids: Vec<&str> = Vec::new();
        for field in behind.into_iter().map(|number| &self.content.fields[number]) {
            let id = if field.category.is_some() { "CATEGORY" } else { field.id.as_str() };
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        format!("{} ← {}", self.content.variables[var.index()].name, ids.join(", "))
    }

    // ---- words -------------------------------------------------------------------------------------

    fn gates(&self, stage: usize) -> impl Iterator<Item = &Gate> {
        self.content.steps[stage].iter().filter_map(|step| match step {
            Step::Gate(gate) => Some(&self.content.gates[*gate]),
            Step::Ask(_) => None,
        })
    }

    fn say(&self, id: &str) -> String {
        self.content.texts.say(self.language, id, |_| None)
    }

    fn when(&self, when: &Condition) -> String {
        let words = self.content.words(when, self.language);
        self.content.texts.say(self.language, "graph-when", |_| Some(words.clone()))
    }

    fn stage_label(&self, stage: usize) -> String {
        self.short(&self.say(&format!("stage-{}.label", self.content.stages[stage].id)))
    }

    /// A label without the Chinese term that stands in brackets behind it: the id says the rest.
    fn short(&self, label: &str) -> String {
        match self.language {
            Language::ZhCn => label.to_owned(),
            Language::En => label.split(" (").next().unwrap_or(label).to_owned(),
        }
    }
}

/// A name that a picture can use for this id, never one of Mermaid's own words.
fn key(id: &str) -> String {
    let plain = id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' });
    format!("n_{}", plain.collect::<String>())
}
