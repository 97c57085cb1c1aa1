//! The turns that work at every field and know nothing of the business: help, back, edit, repeat, skip, hold back,
//! cancel, a human, the language, the filings, and what is kept of the applicant.

use super::derive::{Standing, Status, View};
use super::event::{Attached, Button, ButtonKind, Effect, Message, Role, Ticket, Verdict};
use super::read;
use super::state::{Aside, Reference, Reopened, State, Value};
use super::step::Turn;
use super::voice::Voice;
use crate::content::{Content, Field, Language};

impl Turn<'_> {
    /// A command, without its slash.
    pub(super) fn command(&mut self, typed: &str) {
        let mut parts = typed.trim().splitn(2, char::is_whitespace);
        let name = parts.next().unwrap_or_default().to_lowercase();
        let rest = parts.next().unwrap_or_default().trim();
        let aside = self.state.applicant.aside.take();
        match name.as_str() {
            "help" | "start" => self.help(),
            "ask" => self.ask(rest),
            "faq" => self.topics(None),
            "back" | "leave" if aside == Some(Aside::Edit) => self.say(Role::Info, "edit-closed", &[]),
            "back" | "leave" if matches!(aside, Some(Aside::Snooze(_))) => {}
            "back" if matches!(aside, Some(Aside::Topics(Some(_)))) => self.topics(None),
            "back" | "leave" if matches!(aside, Some(Aside::Topics(None))) => {}
            "back" => self.back(),
            "edit" if rest.is_empty() => self.edit_menu(),
            "edit" => self.edit(rest),
            "repeat" => {}
            "skip" => self.skip(),
            "hold" => self.hold(),
            "done" => self.done(),
            "keep" => self.keep(),
            "cancel" => self.cancel(),
            "human" => {
                self.human();
                if !rest.is_empty() {
                    self.say(Role::Info, "human-words", &[]);
                }
            }
            "language" if rest.is_empty() => self.state.applicant.aside = Some(Aside::Language),
            "language" => self.set_language(rest),
            "filings" => self.filings(),
            "use" => self.use_filing(rest),
            "new" => self.new_filing(),
            "progress" => self.progress(),
            "deadlines" => self.deadlines(),
            "quiet" => self.quiet_hours(rest),
            "footer" => self.footer(),
            "calendar" => self.calendar(),
            "checklist" => self.say(Role::Answer, "checklist", &[]),
            "settled" | "stop" | "resume" => self.about_reminder(&name),
            "snooze" if rest.is_empty() => self.about_reminder(&name),
            "snooze" => self.about_reminder(&format!("snooze:{rest}")),
            "dossier" => self.dossier(),
            "mydata" => self.my_data(),
            "forget" => self.state.applicant.aside = Some(Aside::Forget),
            _ => self.say(Role::Info, "unknown-command", &[]),
        }
    }

    /// A navigation button.
    pub(super) fn nav(&mut self, id: &str) {
        let aside = self.state.applicant.aside.take();
        match id {
            "nav.back" | "nav.leave" if aside == Some(Aside::Edit) => {
                self.say(Role::Info, "edit-closed", &[]);
            }
            "nav.leave" if matches!(aside, Some(Aside::Topics(Some(_)))) => self.topics(None),
            "nav.back" | "nav.leave" if matches!(aside, Some(Aside::Topics(_))) => {}
            "nav.back" | "nav.leave" if matches!(aside, Some(Aside::Snooze(_))) => {}
            "nav.meant" => self.meant_as_answer(),
            "nav.more" => self.ask_more(),
            "nav.topics" => self.topics(None),
            "nav.back" => self.back(),
            "nav.help" => self.help(),
            "nav.skip" => self.skip(),
            "nav.hold" => self.hold(),
            "nav.done" => self.done(),
            "nav.keep" => self.keep(),
            "nav.human" => self.human(),
            "nav.edit" => self.edit_menu(),
            "nav.cancel" => self.cancel(),
            "nav.repeat" => {}
            "nav.language" => self.state.applicant.aside = Some(Aside::Language),
            "nav.filings" => self.filings(),
            "nav.new" => self.new_filing(),
            "nav.progress" => self.progress(),
            "nav.deadlines" => self.deadlines(),
            "nav.dossier" => self.dossier(),
            "nav.footer" => self.footer(),
            "nav.takeover" => self.take_over(),
            "nav.forget-yes" if aside == Some(Aside::Forget) => self.forget("forget-done", &[]),
            "nav.told" => match aside {
                Some(Aside::Told(told)) => self.take_told(told),
                Some(_) | None => self.say(Role::Info, "old-button", &[]),
            },
            "nav.not-told" if matches!(aside, Some(Aside::Told(_))) => self.drop_told(),
            "nav.forget-no" => self.say(Role::Info, "forget-kept", &[]),
            other if is_about_reminder(other) => {
                self.about_reminder(other.strip_prefix("nav.").unwrap_or(other));
            }
            other => match other.split_once(':') {
                Some(("nav.ask", topic)) => self.ask_topic(topic),
                Some(("nav.topics", group)) => self.topics(Some(group)),
                Some(("nav.edit", field)) => self.edit(field),
                Some(("nav.use", reference)) => self.use_filing(reference),
                Some(("nav.language", language)) => self.set_language(language),
                Some(_) | None => self.say(Role::Info, "old-button", &[]),
            },
        }
    }

    /// The navigation that one of the everyday words stands for.
    pub(super) fn word(&self, text: &str) -> Option<String> {
        let text = read::folded(text);
        let view = self.view();
        let several = self.asked().is_some_and(|number| self.content.fields[number].kind.is_several());
        let mut words = read::COMMANDS.into_iter().chain(several.then_some("done"));
        let said = words.find(|word| read::says(&view, &format!("words-{word}"), &text));
        said.map(|word| format!("nav.{word}"))
    }

    /// What was typed or pressed while a side question waits; `false`: it was no answer to it.
    pub(super) fn typed_aside(&mut self, aside: &Aside, text: &str) -> bool {
        let view = self.view();
        let voice = Voice::new(&view, self.language());
        match aside {
            Aside::Edit => {
                let text_folded = read::folded(text);
                let leaves =
                    |language| read::folded(&Voice::new(&view, language).say("nav-leave")) == text_folded;
                let leaves = Language::ALL.into_iter().any(leaves)
                    || ["words-back", "words-no"].iter().any(|id| read::says(&view, id, &text_folded));
                if leaves {
                    self.say(Role::Info, "edit-closed", &[]);
                    return true;
                }
                let fields = editable(&view);
                let picked = pick(self.content, &voice, &fields, text).map(|field| field.id.clone());
                picked.map(|id| self.edit(&id)).is_some()
            }
            Aside::Filings => {
                let references: Vec<Reference> = self.state.filings.keys().cloned().collect();
                let number =
                    text.parse::<usize>().ok().and_then(|n| references.get(n.checked_sub(1)?).cloned());
                let picked = number
                    .or_else(|| Reference::parse(text).filter(|reference| references.contains(reference)));
                picked.map(|reference| self.use_filing(reference.as_str())).is_some()
            }
            Aside::Language => {
                let by_number =
                    text.parse::<usize>().ok().and_then(|n| Language::ALL.get(n.checked_sub(1)?).copied());
                let picked = by_number.or_else(|| parse_language(text));
                picked.map(|language| self.set_language(language.id())).is_some()
            }
            Aside::Cancel => match yes_or_no(self.content, &view, "cancel.confirmed", text) {
                Some(true) => {
                    if let Some(number) = self.content.field_number("cancel.confirmed") {
                        self.store(number, Value::One("yes".to_owned()));
                    }
                    true
                }
                Some(false) => {
                    self.verdict = Verdict::Accepted;
                    self.say(Role::Info, "cancel-kept", &[]);
                    true
                }
                None => false,
            },
            Aside::Topics(group) => {
                let group = group.clone();
                self.typed_topic(group.as_deref(), text)
            }
            Aside::Told(told) => {
                let told = told.clone();
                let folded = read::folded(text);
                let says = |id: &str| read::says(&view, id, &folded);
                let on = |id: &str| {
                    let label = |language| read::folded(&Voice::new(&view, language).say(id)) == folded;
                    Language::ALL.into_iter().any(label)
                };
                let yes = folded == "1" || says("words-yes") || on("nav-told");
                let no = folded == "2" || says("words-no") || on("nav-not-told");
                match (yes, no) {
                    (true, _) => self.take_told(told),
                    (false, true) => self.drop_told(),
                    (false, false) => return false,
                }
                true
            }
            Aside::Snooze(about) => {
                let about = about.clone();
                self.typed_snooze(&about, text)
            }
            Aside::Forget => match erase_or_keep(self.content, &view, text) {
                Some(true) => {
                    self.forget("forget-done", &[]);
                    true
                }
                Some(false) => {
                    self.say(Role::Info, "forget-kept", &[]);
                    true
                }
                None => false,
            },
        }
    }

    /// The side question as a message.
    pub(super) fn aside_message(&self, aside: &Aside) -> Message {
        let view = self.view();
        let voice = Voice::new(&view, self.language());
        let choice = |id: &str, label: String| Button {
            id: id.to_owned(),
            label,
            kind: ButtonKind::Choice,
            chosen: None,
        };
        let (text, options) = match aside {
            Aside::Edit => {
                let buttons = editable(&view).into_iter().map(|number| {
                    let field = &self.content.fields[number];
                    Button::nav(&format!("nav.edit:{}", field.id), voice.label(field))
                });
                let leave = Button::nav("nav.leave", voice.say("nav-leave"));
                (voice.say("edit-menu"), buttons.chain([leave]).collect())
            }
            Aside::Filings => (self.filings_text(&voice), self.filings_buttons()),
            Aside::Language => {
                let field = self.content.field("language");
                let button = |language: Language| {
                    let label = field.map_or_else(
                        || language.id().to_owned(),
                        |field| voice.option_label(field, language.id()),
                    );
                    Button::nav(&format!("nav.language:{}", language.id()), label)
                };
                (voice.say("language-which"), Language::ALL.into_iter().map(button).collect())
            }
            Aside::Cancel => {
                let field = self.content.field("cancel.confirmed");
                let label =
                    |id: &str| field.map_or_else(|| voice.say(id), |field| voice.option_label(field, id));
                (
                    voice.say("field-cancel-confirmed"),
                    vec![choice("yes", label("yes")), choice("no", label("no"))],
                )
            }
            Aside::Topics(group) => return self.topics_message(group.as_deref()),
            Aside::Told(told) => return self.told_message(told),
            Aside::Snooze(about) => return self.snooze_message(about),
            Aside::Forget => {
                let no = Button::nav("nav.forget-no", voice.say("forget-no"));
                (voice.say("forget-ask"), vec![no, Button::nav("nav.forget-yes", voice.say("forget-yes"))])
            }
        };
        let mut message = voice.message(Role::Ask, text);
        message.asks = aside.asks().map(str::to_owned);
        message.options = options;
        message
    }

    // ---- about the question ------------------------------------------------------------------------

    fn help(&mut self) {
        self.help_ending_in("help");
    }

    /// For who asks back or does not know: what is said about the question, and the way to a person.
    pub(super) fn explain(&mut self) {
        self.help_ending_in("help-person");
    }

    fn help_ending_in(&mut self, last: &str) {
        let text = {
            let view = self.view();
            let help = |language: &Language| {
                let voice = Voice::new(&view, *language);
                match view.standing {
                    Standing::Ask { field, .. } => {
                        let field = &self.content.fields[field];
                        let own = voice.category(field);
                        let about = voice.say_with("help-field", &[("label", voice.label(field))]);
                        let words = voice.say_with(&format!("{}.help", field.text), &own);
                        let parts = [about + "\n" + &words].into_iter().chain(voice.about_category(field));
                        parts.chain([voice.say(last)]).collect::<Vec<_>>().join("\n\n")
                    }
                    Standing::Stop { .. } | Standing::Closed { .. } | Standing::Rest => voice.say(last),
                }
            };
            self.spoken().iter().map(help).collect::<Vec<_>>().join("\n\n")
        };
        self.tell(Role::Answer, text);
        self.offer_topics();
    }

    pub(super) fn tell(&mut self, role: Role, text: String) {
        self.tell_with(role, text, None);
    }

    pub(super) fn tell_with(&mut self, role: Role, text: String, file: Option<Attached>) {
        let mut message = {
            let view = self.view();
            Voice::new(&view, self.language()).message(role, text)
        };
        message.file = file;
        self.effects.push(Effect::Say(message));
    }

    /// Undoes the last answer that counts.
    fn back(&mut self) {
        if self.leave_edit() {
            return;
        }
        let last = {
            let view = self.view();
            let given = |number: usize| {
                let field = &self.content.fields[number];
                let answer = view.filing.answers.get(&field.id)?;
                let counts = view.status[number] == Status::Answered || field.on_request;
                (counts && answer.reopened.is_none()).then_some((answer.revision, number))
            };
            (0..self.content.fields.len()).filter_map(given).max()
        };
        let Some((_, number)) = last else {
            return self.say(Role::Info, "back-nothing", &[]);
        };
        let field = &self.content.fields[number];
        self.filing_mut().revision += 1;
        if field.on_request {
            self.filing_mut().answers.remove(&field.id);
        } else {
            self.reopen(&field.id, Reopened::Undone);
            // What was put off comes after what was undone.
            self.filing_mut().later.remove(&field.id);
        }
        self.verdict = Verdict::Accepted;
        let label = self.label_of(number);
        self.say(Role::Info, "back-done", &[("label", label)]);
    }

    /// Going back from a change just begun leaves the answer as it was.
    fn leave_edit(&mut self) -> bool {
        let edited = {
            let view = self.view();
            match view.standing {
                Standing::Ask { field, .. } => Voice::new(&view, self.language())
                    .old_value(&self.content.fields[field])
                    .filter(|answer| answer.reopened == Some(Reopened::Edited))
                    .map(|_| field),
                Standing::Stop { .. } | Standing::Closed { .. } | Standing::Rest => None,
            }
        };
        let Some(number) = edited else { return false };
        let id = self.content.fields[number].id.clone();
        let filing = self.filing_mut();
        filing.revision += 1;
        filing.later.remove(&id);
        if let Some(answer) = filing.answers.get_mut(&id) {
            answer.reopened = None;
        }
        self.verdict = Verdict::Accepted;
        let label = self.label_of(number);
        self.say(Role::Info, "edit-left", &[("label", label)]);
        true
    }

    pub(super) fn label_of(&self, number: usize) -> String {
        let view = self.view();
        Voice::new(&view, self.language()).label(&self.content.fields[number])
    }

    fn edit_menu(&mut self) {
        let nothing = editable(&self.view()).is_empty();
        if nothing {
            return self.say(Role::Info, "edit-nothing", &[]);
        }
        self.state.applicant.aside = Some(Aside::Edit);
    }

    pub(super) fn edit(&mut self, typed: &str) {
        let picked = {
            let view = self.view();
            let fields = editable(&view);
            let voice = Voice::new(&view, self.language());
            pick(self.content, &voice, &fields, typed).map(|field| field.id.clone())
        };
        let number = picked.as_deref().and_then(|id| self.content.field_number(id));
        let (Some(id), Some(number)) = (picked, number) else {
            let asked = self.view().standing;
            if let Standing::Ask { field, .. } = asked
                && self.content.fields[field].id == typed.trim()
            {
                return;
            }
            return self.say(Role::Info, "edit-unknown", &[]);
        };
        let submitted = {
            let view = self.view();
            !view.walked.is_empty() && self.content.stages[self.content.fields[number].stage].open
        };
        self.filing_mut().revision += 1;
        self.reopen(&id, Reopened::Edited);
        self.verdict = Verdict::Accepted;
        let label = self.label_of(number);
        self.say(Role::Info, "edit-started", &[("label", label)]);
        if submitted {
            self.say(Role::Info, "edit-after-submission", &[]);
        }
    }

    /// The old answer counts again.
    fn keep(&mut self) {
        if self.has_moved() {
            return;
        }
        let kept = {
            let view = self.view();
            match view.standing {
                Standing::Ask { field, .. } => Voice::new(&view, self.language())
                    .old_value(&self.content.fields[field])
                    .map(|answer| (field, answer.value.clone())),
                Standing::Stop { .. } | Standing::Closed { .. } | Standing::Rest => None,
            }
        };
        match kept {
            Some((field, value)) => self.store(field, value),
            None => self.say(Role::Info, "nothing-to-keep", &[]),
        }
    }

    pub(super) fn skip(&mut self) {
        if self.has_moved() {
            return;
        }
        match self.view().standing {
            Standing::Ask { field, .. } if self.content.fields[field].optional => {
                self.store(field, Value::Skipped);
                self.say(Role::Info, "skip-done", &[]);
            }
            Standing::Ask { field, .. } if self.content.fields[field].personal => {
                self.say(Role::Info, "skip-not-optional-personal", &[]);
            }
            Standing::Ask { .. } | Standing::Stop { .. } | Standing::Closed { .. } | Standing::Rest => {
                self.say(Role::Info, "skip-not-optional", &[]);
            }
        }
    }

    fn hold(&mut self) {
        if self.has_moved() {
            return;
        }
        match self.view().standing {
            Standing::Ask { field, .. } if self.content.fields[field].personal => {
                self.store(field, Value::Held);
                self.say(Role::Info, "hold-done", &[]);
            }
            Standing::Ask { .. } | Standing::Stop { .. } | Standing::Closed { .. } | Standing::Rest => {
                self.say(Role::Info, "hold-not-personal", &[]);
            }
        }
    }

    fn cancel(&mut self) {
        let (closed, complete) = {
            let view = self.view();
            let is_final = self.content.stages[view.stage()].is_final;
            (matches!(view.standing, Standing::Closed { .. }), view.standing == Standing::Rest && is_final)
        };
        if closed {
            let stopped = self.filing().answers.contains_key("cancel.confirmed");
            return self.say(Role::Info, if stopped { "already-closed" } else { "nothing-to-stop" }, &[]);
        }
        if complete {
            return self.say(Role::Info, "already-complete", &[]);
        }
        self.state.applicant.aside = Some(Aside::Cancel);
    }

    fn human(&mut self) {
        let (asks, stage) = {
            let view = self.view();
            (Voice::new(&view, self.language()).asks(), self.content.stages[view.stage()].id.clone())
        };
        let reference = self.filing().reference.clone();
        let last = self.filing().tickets.last().cloned();
        let already = last.as_ref() == Some(&asks);
        let count = self.filing().tickets.len() + usize::from(!already);
        let id = format!("{reference}-{count}");
        if already {
            let text = if self.around.team { "human-already" } else { "human-without-team" };
            return self.say(Role::Info, text, &[("ticket", id), ("reference", reference.to_string())]);
        }
        self.filing_mut().tickets.push(asks.clone());
        let language = self.language().id().to_owned();
        let at = self.around.now;
        let ticket = Ticket { id: id.clone(), filing: reference.clone(), stage, asks, language, at };
        self.effects.push(Effect::OpenTicket(ticket));
        let text = if self.around.team { "human-with-team" } else { "human-without-team" };
        self.say(Role::Info, text, &[("ticket", id), ("reference", reference.to_string())]);
    }

    fn set_language(&mut self, typed: &str) {
        let Some(language) = parse_language(typed) else {
            self.state.applicant.aside = Some(Aside::Language);
            return;
        };
        self.state.applicant.language = Some(language);
        if let Some(number) = self.content.field_number("language") {
            let revision = self.filing().answers.get("language").map(|answer| answer.revision);
            self.store(number, Value::One(language.id().to_owned()));
            self.changed = None;
            if let (Some(revision), Some(answer)) = (revision, self.filing_mut().answers.get_mut("language"))
            {
                // Still the first answer of all when it comes to going back.
                answer.revision = revision;
            }
        }
        self.say(Role::Info, "language-changed", &[]);
    }

    /// Everything goes, and this is said last.
    pub(super) fn forget(&mut self, said: &str, own: &[(&str, String)]) {
        self.say(Role::Info, said, own);
        if let Some(Effect::Say(message)) = self.effects.last_mut() {
            message.filing = None;
            message.asks = None;
        }
        self.effects.push(Effect::Forget);
        self.state = State::new();
        self.verdict = Verdict::Accepted;
        self.quiet = true;
    }
}

/// The fields whose answers can be changed, in the order of asking.
fn editable(view: &View<'_>) -> Vec<usize> {
    view.content.fields_in_order().into_iter().filter(|number| view.answer(*number).is_some()).collect()
}

fn parse_language(typed: &str) -> Option<Language> {
    match read::folded(typed).as_str() {
        "zh-cn" | "zh" | "中文" | "简体中文" | "chinese" | "cn" => Some(Language::ZhCn),
        "en" | "english" | "英文" | "英语" => Some(Language::En),
        _ => None,
    }
}

/// Whether everything is to be erased; the numbers are those of the buttons, with what is harmless first.
fn erase_or_keep(content: &Content, view: &View<'_>, text: &str) -> Option<bool> {
    let folded = read::folded(text);
    let labelled = |id: &str| {
        Language::ALL.into_iter().any(|language| read::folded(&Voice::new(view, language).say(id)) == folded)
    };
    match folded.as_str() {
        "1" => Some(false),
        "2" => Some(true),
        _ if labelled("forget-no") => Some(false),
        _ if labelled("forget-yes") => Some(true),
        _ => yes_or_no(content, view, "cancel.confirmed", text),
    }
}

fn yes_or_no(content: &Content, view: &View<'_>, field: &str, text: &str) -> Option<bool> {
    let field = content.field(field)?;
    let meant = read::option(view, field, &["yes".to_owned(), "no".to_owned()], text)?;
    Some(meant == "yes")
}

/// A field by number, id or label, among these.
fn pick<'f>(content: &'f Content, voice: &Voice<'_>, fields: &[usize], typed: &str) -> Option<&'f Field> {
    let text = read::folded(typed);
    let by_number = text.parse::<usize>().ok().and_then(|n| fields.get(n.checked_sub(1)?));
    let by_name = || {
        let matches = |number: &&usize| {
            let field = &content.fields[**number];
            field.id == typed.trim() || read::folded(&voice.label(field)) == text
        };
        fields.iter().find(matches)
    };
    by_number.or_else(by_name).map(|number| &content.fields[*number])
}

/// Whether a button says what shall become of a reminder.
fn is_about_reminder(id: &str) -> bool {
    let act = id.split([':', '@']).next().unwrap_or(id);
    matches!(act, "nav.settled" | "nav.snooze" | "nav.stop")
}
