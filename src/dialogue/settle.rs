//! The end of a turn: what follows from its answers is carried out and told, and the panel closes it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::derive::{Status, View};
use super::event::{Effect, Role, Verdict};
use super::migrate::{Why, completed, seen, since_seen};
use super::moments;
use super::state::{Filing, Moment, Reference, State};
use super::step::Turn;
use super::voice::Voice;

/// What is compared before and after a turn.
pub(super) struct Glance {
    filing: Option<Reference>,
    stage: Option<usize>,
    filing_type: Option<String>,
    /// In ascending order.
    answered: Vec<usize>,
    /// It waits to be handed in again.
    returned: bool,
}

/// What is said of a filing that other dialogues, or another day, changed.
const NEWS: [(&str, &[Why]); 5] = [
    ("news-new", &[Why::New, Why::Applies]),
    ("news-option-gone", &[Why::OptionGone]),
    ("news-no-longer-fits", &[Why::NoLongerFits]),
    ("news-depends", &[Why::Depends]),
    ("news-not-asked", &[Why::NotAsked]),
];

impl Turn<'_> {
    pub(super) fn glance(&self, stored: &State) -> Glance {
        let view = self.view();
        // What waits for an answer that it depends on may yet count again.
        let waits = |number: usize| {
            let field = &self.content.fields[number];
            let kept = view.filing.answers.get(&field.id);
            view.status[number] == Status::Open
                && kept.is_some_and(|answer| answer.reopened.is_none())
                && field.depends.iter().any(|number| view.status[*number] == Status::Open)
        };
        let counts = |number: &usize| view.status[*number] == Status::Answered || waits(*number);
        let answered = (0..view.status.len()).filter(counts).collect();
        Glance {
            filing: self.state.applicant.active.clone(),
            stage: stored.active().map(|_| view.stage()),
            filing_type: view.known_type(),
            answered,
            returned: view.hands_in_again(),
        }
    }

    pub(super) fn settle(&mut self, before: &Glance, arrived: bool) {
        if self.quiet {
            return;
        }
        self.fill_told();
        self.carry_out_transitions();
        self.note_entries();
        self.visit_all(before);
        self.settle_moments();
        self.complete_bases();
        let same = before.filing == self.state.applicant.active;
        if same && !before.returned {
            self.look_at_return();
        }
        self.say_news();
        if same {
            self.say_asked_again(before);
            self.say_type(before);
        }
        let stage = self.view().stage();
        self.say_panel(arrived || !same || before.stage != Some(stage));
        self.note_seen();
    }

    /// Its applicant was at the filing in hand, and at the one that was in hand before.
    fn visit_all(&mut self, before: &Glance) {
        let in_hand = self.state.applicant.active.clone();
        let left = before.filing.clone().filter(|left| Some(left) != in_hand.as_ref());
        for reference in left.into_iter().chain(in_hand) {
            self.visit(&reference);
        }
    }

    /// What came back to be handed in again goes by the rules of today: they may ask for more than before.
    fn look_at_return(&mut self) {
        let news = {
            let view = self.view();
            if view.hands_in_again() { since_seen(&view) } else { Vec::new() }
        };
        self.news.extend(news);
    }

    /// What an answer is found to depend on is noted with it.
    fn complete_bases(&mut self) {
        let completed = completed(&self.view());
        if let Some(completed) = completed {
            self.filing_mut().answers = completed;
        }
    }

    /// Notes how the filing in hand stands, for the day on which the dialogues are others.
    fn note_seen(&mut self) {
        let seen = {
            let view = self.view();
            seen(&view, Voice::new(&view, self.language()).asks())
        };
        if self.filing().seen.as_ref() != Some(&seen) {
            self.filing_mut().seen = Some(seen);
        }
    }

    /// Whether the question is another one than the applicant was asked last: what was said is no answer to it.
    pub(super) fn has_moved(&mut self) -> bool {
        let moved = self.moved;
        if moved {
            self.say(Role::Info, "news-moved", &[]);
        }
        moved
    }

    /// Tells what is asked anew or again, or no more, because the dialogues or the rules of the day are others.
    pub(super) fn say_news(&mut self) {
        if let Some(closes) = self.met.take() {
            self.say(Role::Info, if closes { "news-closed" } else { "news-stopped" }, &[]);
        }
        let news = std::mem::take(&mut self.news);
        for (text, whys) in NEWS {
            let told = {
                let view = self.view();
                let voice = Voice::new(&view, self.language());
                let told = news.iter().filter(|change| whys.contains(&change.why));
                let fields = told.filter_map(|change| self.content.field(&change.field));
                let labels: Vec<String> = fields.map(|field| voice.label(field)).collect();
                (!labels.is_empty()).then(|| labels.join(&voice.say("list-separator")))
            };
            if let Some(labels) = told {
                self.say(Role::Info, text, &[("labels", labels)]);
            }
        }
    }

    /// Nothing is due for whoever cannot be reached.
    pub(super) fn leave(&mut self) {
        self.state.applicant.away = true;
        self.settle_moments();
    }

    /// Brings the moments of all filings up to date. Nothing else is derived from them.
    pub(super) fn settle_moments(&mut self) {
        let settled: Vec<Vec<Moment>> = {
            let applicant = &self.state.applicant;
            let in_hand = applicant.active.as_ref();
            let look = |filing: &Filing| match in_hand {
                Some(reference) if filing.reference == *reference => {
                    moments::settled(&self.view(), applicant)
                }
                Some(_) | None => {
                    moments::settled(&View::new(self.content, filing, self.around.now), applicant)
                }
            };
            self.state.filings.values().map(look).collect()
        };
        for (filing, moments) in self.state.filings.values_mut().zip(settled) {
            filing.moments = moments;
        }
    }

    fn carry_out_transitions(&mut self) {
        // Each one clears the answers that led to it, so the walk is shorter the next time.
        for _ in 0..self.content.transitions.len() {
            let Some(due) = self.view().due else { return };
            let cleared: BTreeSet<usize> = self.content.transitions[due].clears.iter().copied().collect();
            let fields = self.content.fields.iter().filter(|field| cleared.contains(&field.stage));
            let ids: Vec<String> = fields.map(|field| field.id.clone()).collect();
            let stages: Vec<String> =
                cleared.iter().map(|stage| self.content.stages[*stage].id.clone()).collect();
            let handed_in = self.handed_in_again(&cleared);
            let filing = self.filing_mut();
            if let Some((id, at)) = handed_in
                && let Some(answer) = filing.answers.get_mut(&id)
            {
                answer.at = at;
            }
            for id in &ids {
                filing.answers.remove(id);
                filing.later.remove(id);
            }
            for stage in &stages {
                filing.entered.remove(stage);
            }
        }
    }

    /// What was handed in again was handed in then: the field that did it at first, and when it was done again.
    fn handed_in_again(&self, cleared: &BTreeSet<usize>) -> Option<(String, DateTime<Utc>)> {
        let view = self.view();
        let hands_in = |stages: &dyn Fn(usize) -> bool| {
            let mut fields =
                self.content.fields.iter().filter(|field| field.after_all && stages(field.stage));
            fields.find_map(|field| view.filing.answers.get(&field.id).map(|answer| (field, answer)))
        };
        let (_, again) = hands_in(&|stage| cleared.contains(&stage))?;
        let (first, _) = hands_in(&|stage| self.content.stages[stage].open)?;
        Some((first.id.clone(), again.at))
    }

    fn note_entries(&mut self) {
        let entered: Vec<(String, DateTime<Utc>)> = {
            let view = self.view();
            let from = std::iter::once(self.content.last_open_stage()).chain(view.walked.iter().copied());
            let entries = from.zip(&view.walked).map(|(from, stage)| {
                (self.content.stages[*stage].id.clone(), view.left(from).unwrap_or(self.around.now))
            });
            // A stage is entered anew only when the answer that led there was given anew.
            let known = |stage: &String| view.filing.entered.get(stage);
            entries.filter(|(stage, since)| known(stage).is_none_or(|known| known < since)).collect()
        };
        if !entered.is_empty() {
            self.filing_mut().entered.extend(entered);
        }
    }

    /// Tells which answers no longer count because another one changed.
    fn say_asked_again(&mut self, before: &Glance) {
        let Some(changed) = self.changed else { return };
        let (labels, because) = {
            let view = self.view();
            let voice = Voice::new(&view, self.language());
            let lost = |number: &&usize| {
                let stored = view.filing.answers.get(&self.content.fields[**number].id);
                let field = &self.content.fields[**number];
                // While an answer it depends on is asked again itself, it may yet count again.
                let settled = field.depends.iter().all(|number| view.status[*number] != Status::Open);
                view.status[**number] == Status::Open
                    && settled
                    && stored.is_some_and(|answer| answer.reopened.is_none())
            };
            let labels: Vec<String> = before
                .answered
                .iter()
                .filter(lost)
                .map(|number| voice.label(&self.content.fields[*number]))
                .collect();
            (labels, voice.label(&self.content.fields[changed]))
        };
        if !labels.is_empty() {
            let separator = {
                let view = self.view();
                Voice::new(&view, self.language()).say("list-separator")
            };
            self.say(Role::Info, "re-asked", &[("labels", labels.join(&separator)), ("because", because)]);
        }
    }

    fn say_type(&mut self, before: &Glance) {
        let message = {
            let view = self.view();
            let Some(now) = view.known_type() else { return };
            if before.filing_type.as_ref() == Some(&now) {
                return;
            }
            let voice = Voice::new(&view, self.language());
            let row =
                view.value("filing.row").map(|row| voice.say(&format!("row-{row}"))).unwrap_or_default();
            voice.message(Role::Info, format!("{}\n\n{row}", voice.say("field-filing-type")))
        };
        self.effects.push(Effect::Say(message));
    }

    pub(super) fn say_panel(&mut self, entered: bool) {
        let aside = self.state.applicant.aside.clone();
        let mut message = if let Some(aside) = aside {
            self.aside_message(&aside)
        } else {
            let view = self.view();
            let voice = Voice::new(&view, self.language());
            match self.verdict {
                Verdict::Refused { .. } => voice.panel_again(),
                Verdict::Accepted | Verdict::Neither => voice.panel(entered),
            }
        };
        if self.state.applicant.aside.is_none() {
            message.options.extend(self.question_buttons());
        }
        self.effects.push(Effect::Say(message));
    }
}
