//! Several filings of one applicant: the list, going over to another, a new one, taking over the subject's answers.

use super::derive::View;
use super::event::{Button, Effect, Role, Verdict};
use super::state::{Answer, Aside, Reference};
use super::step::Turn;
use super::voice::Voice;
use crate::content::inert;

/// The most filings that one applicant can have.
const FILING_COUNT_MAX: usize = 20;

impl Turn<'_> {
    pub(super) fn filings(&mut self) {
        if self.state.filings.len() == 1 {
            let text = {
                let view = self.view();
                let voice = Voice::new(&view, self.language());
                format!("{}\n{}", self.filings_text(&voice), voice.say("filings-one"))
            };
            return self.tell(Role::Answer, text);
        }
        self.state.applicant.aside = Some(Aside::Filings);
    }

    pub(super) fn filings_text(&self, voice: &Voice<'_>) -> String {
        let mut lines = vec![voice.say("filings-list")];
        for filing in self.state.filings.values() {
            let view = View::new(self.content, filing, self.around.now);
            let own = Voice::new(&view, self.language());
            let title = domain_of(&view).map(inert);
            let kind = view.known_type().map(|_| own.say_label("filing-type"));
            // What is not known yet is left out.
            let about = [title, Some(own.stage_label(view.stage())), kind];
            let about: Vec<String> = about.into_iter().flatten().collect();
            lines.push(format!(
                "- {}",
                own.say_with(
                    "filings-line",
                    &[("reference", filing.reference.to_string()), ("about", about.join(" · "))],
                )
            ));
        }
        lines.join("\n")
    }

    pub(super) fn filings_buttons(&self) -> Vec<Button> {
        let button =
            |reference: &Reference| Button::nav(&format!("nav.use:{reference}"), reference.to_string());
        self.state.filings.keys().map(button).collect()
    }

    pub(super) fn use_filing(&mut self, typed: &str) {
        match Reference::parse(typed).filter(|reference| self.state.filings.contains_key(reference)) {
            Some(reference) => {
                self.take_in_hand(reference.clone());
                self.verdict = Verdict::Accepted;
                self.say(Role::Info, "use-done", &[("reference", reference.to_string())]);
            }
            None => self.say(Role::Info, "use-unknown", &[]),
        }
    }

    pub(super) fn new_filing(&mut self) {
        if self.state.filings.len() >= FILING_COUNT_MAX {
            return self.say(Role::Info, "new-limit", &[]);
        }
        let earlier = self.takeover_from();
        self.begin();
        self.verdict = Verdict::Accepted;
        let reference = self.filing().reference.to_string();
        self.say(Role::Info, "new-started", &[("reference", reference)]);
        if let Some(earlier) = earlier {
            let message = {
                let view = self.view();
                let voice = Voice::new(&view, self.language());
                let mut message = voice
                    .message(Role::Info, voice.say_with("takeover", &[("reference", earlier.to_string())]));
                message.options = vec![Button::nav("nav.takeover", voice.say("takeover-yes"))];
                message
            };
            self.effects.push(Effect::Say(message));
        }
    }

    /// The latest other filing that holds answers about the subject.
    pub(super) fn takeover_from(&self) -> Option<Reference> {
        let mut filings: Vec<_> = self.state.filings.values().collect();
        filings.sort_by_key(|filing| std::cmp::Reverse((filing.created, filing.reference.clone())));
        let holds = |filing: &&&super::state::Filing| filing.answers.contains_key("subject.kind");
        filings.iter().find(holds).map(|filing| filing.reference.clone())
    }

    /// Takes over what the earlier filing holds about the subject and its lead: the same answers, as given then.
    pub(super) fn take_over(&mut self) {
        let (begun, declined) = {
            let view = self.view();
            (view.filing.answers.contains_key("subject.kind"), view.is("consent", "decline"))
        };
        if begun {
            return self.say(Role::Info, "old-button", &[]);
        }
        let current = self.filing().reference.clone();
        let mut others: Vec<_> =
            self.state.filings.values().filter(|filing| filing.reference != current).collect();
        others.sort_by_key(|filing| std::cmp::Reverse((filing.created, filing.reference.clone())));
        let Some(earlier) = others.into_iter().find(|filing| filing.answers.contains_key("subject.kind"))
        else {
            return self.say(Role::Info, "old-button", &[]);
        };
        let view = View::new(self.content, earlier, self.around.now);
        let wanted = |id: &str| {
            (id.starts_with("subject.") || id.starts_with("subject-lead.")) && id != "subject.filed"
        };
        let taken: Vec<(String, Answer)> = (0..self.content.fields.len())
            .filter(|number| wanted(&self.content.fields[*number].id))
            .filter(|number| !(declined && self.content.fields[*number].personal))
            .filter_map(|number| Some((self.content.fields[number].id.clone(), view.answer(number)?.clone())))
            .collect();
        let count = taken.len();
        let filing = self.filing_mut();
        filing.revision += 1;
        let revision = filing.revision;
        for (id, answer) in taken {
            filing.answers.insert(id, Answer { revision, ..answer });
        }
        self.verdict = Verdict::Accepted;
        self.say(Role::Info, "takeover-done", &[("count", count.to_string())]);
    }
}

/// The domain that a filing is for.
fn domain_of<'a>(view: &View<'a>) -> Option<&'a str> {
    let number = view.content.field_number("domain")?;
    view.filing.answers.get(&view.content.fields[number].id)?.value.text()
}

/// What a filing is called where there are several: its reference, and its domain once that is known.
pub(super) fn name_of(view: &View<'_>) -> String {
    let reference = view.filing.reference.to_string();
    match domain_of(view) {
        Some(domain) => format!("{reference} · {}", inert(domain)),
        None => reference,
    }
}
