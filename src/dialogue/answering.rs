//! Taking an answer: reading it, checking it, keeping it, or saying why it does not fit and how to get it right.

use std::collections::BTreeSet;

use super::derive::{STOP_FIELD, Standing, View};
use super::event::{FileFacts, Role, Verdict};
use super::questions::Asks;
use super::read;
use super::state::{Reopened, Value, china_date};
use super::step::Turn;
use super::voice::Voice;
use crate::content::{FieldKind, GateKind, Language};
use crate::kind::{Kind, Refusal};
use crate::knowledge::{Context, Outcome};
use crate::personal::Personal;

/// What is said where a name is due, and is none.
const NO_NAME: [&str; 8] = [
    "words-none",
    "words-no",
    "words-same",
    "words-ack",
    "words-yes",
    "words-already",
    "words-solved",
    "words-myself",
];

/// The field that asks for the language.
const LANGUAGE: &str = "language";

/// So much is speech in a language: letters beyond ASCII, or words of it.
const SPEECH_LETTERS_MIN: usize = 2;
const SPEECH_WORDS_MIN: usize = 3;

/// So few characters that ask, without a mark, are about the field at which they are typed.
const OF_FIELD_CHARS_MAX: usize = 6;

/// Whether a text that asks is so short, and without a mark, that it asks about the field itself.
fn is_of_field(text: &str) -> bool {
    text.chars().count() <= OF_FIELD_CHARS_MAX && !read::is_marked(text)
}

impl Turn<'_> {
    pub(super) fn file(&mut self, facts: &FileFacts) {
        if self.has_moved() {
            return;
        }
        let Standing::Ask { field, .. } = self.view().standing else {
            return self.say(Role::Info, "file-not-asked", &[]);
        };
        if self.content.fields[field].kind != FieldKind::Paper {
            return self.say(Role::Info, "file-not-asked", &[]);
        }
        let day = self.view().day();
        let Some(rule) = self.content.lists.picture(day.date) else {
            return self.say(Role::Info, "file-not-asked", &[]);
        };
        let limit = format!("{} MB", rule.size_below_bytes / (1024 * 1024));
        let formats = rule.formats.join(&self.said_plainly("list-separator"));
        match (facts.size, facts.format) {
            (None, _) => self.refuse(Some(field), "file-unreadable", &[]),
            (Some(0), _) => self.refuse(Some(field), "file-empty", &[]),
            (_, None) => self.refuse(Some(field), "file-type", &[("formats", formats)]),
            (_, Some(format)) if !rule.formats.iter().any(|known| known == format) => {
                self.refuse(Some(field), "file-type", &[("formats", formats)]);
            }
            (Some(size), Some(_)) if size >= rule.size_below_bytes => {
                let size =
                    format!("{}.{} MB", size / (1024 * 1024), size % (1024 * 1024) * 10 / (1024 * 1024));
                self.refuse(Some(field), "file-too-large", &[("size", size), ("limit", limit)]);
            }
            (Some(_), Some(_)) => {
                let label = {
                    let view = self.view();
                    Voice::new(&view, self.language()).label(&self.content.fields[field])
                };
                self.store(field, Value::One("ready".to_owned()));
                self.say(Role::Info, "file-ready", &[("label", label)]);
            }
        }
    }

    /// A text as it stands, in the language spoken.
    pub(super) fn said_plainly(&self, id: &str) -> String {
        let view = self.view();
        Voice::new(&view, self.language()).say(id)
    }

    pub(super) fn asked(&self) -> Option<usize> {
        match self.view().standing {
            Standing::Ask { field, .. } => Some(field),
            Standing::Stop { .. } | Standing::Closed { .. } | Standing::Rest => None,
        }
    }

    /// The ids of the options that fit.
    pub(super) fn option_ids(&self, field: usize) -> Vec<String> {
        let view = self.view();
        let field = &self.content.fields[field];
        if field.kind == FieldKind::Reopenable {
            let fields = view.reopenable().into_iter().map(|number| self.content.fields[number].id.clone());
            return std::iter::once("none".to_owned()).chain(fields).collect();
        }
        view.options(field).into_iter().map(|option| option.id.clone()).collect()
    }

    pub(super) fn typed_answer(&mut self, number: usize, text: &str) {
        let field = &self.content.fields[number];
        if field.kind.is_typed() {
            return self.typed_value(number, text);
        }
        let ids = self.option_ids(number);
        // A part of a label says less than a greeting.
        let is_named = {
            let (view, folded) = (self.view(), read::folded(text));
            ids.iter().any(|id| read::names(&view, field, id).contains(&folded))
        };
        if !is_named && self.small_talk(text) {
            return;
        }
        // "And for a company?", after a question that was answered, is no choice: it asks once more.
        let asks_on = !is_named && self.goes_on() && read::is_question(&self.view(), text);
        if asks_on && self.question(text, Asks::Surely) {
            return;
        }
        let meant = {
            let view = self.view();
            if field.kind.is_several() {
                read::options(&view, field, &ids, text)
            } else {
                read::option(&view, field, &ids, text).map(|one| vec![one])
            }
        };
        match meant {
            None if field.id == LANGUAGE && self.speaks(number, text) => {}
            None if field.kind == FieldKind::Reopenable && self.notice_of_rejection(number, text) => {}
            None if self.notice_as_outcome(number, text) => {}
            None if field.kind.is_several() && self.is_confirmed(number, text) => self.done(),
            None if self.told(text) => {}
            // What was answered is taken note of.
            None if self.goes_on() && read::says(&self.view(), "words-ack", &read::folded(text)) => {
                self.say(Role::Info, "said-ack", &[]);
            }
            // Whoever begins with a word of their own has said hello, or asks.
            None if self.fresh => {
                self.question(text, Asks::Perhaps);
            }
            None => self.missed(number, text),
            Some(meant) if field.kind.is_several() => {
                let chosen: BTreeSet<String> = meant.into_iter().collect();
                if chosen.contains("none") && chosen.len() > 1 {
                    return self.refuse(Some(number), "none-excludes", &[]);
                }
                self.store(number, Value::Many(chosen));
            }
            Some(meant) => self.choose(number, &meant[0]),
        }
    }

    /// Whoever answers the question for their language in it has chosen it; what they said counts all the same.
    fn speaks(&mut self, number: usize, text: &str) -> bool {
        let letters = text.chars().filter(|char| char.is_alphabetic() && !char.is_ascii()).count();
        let words =
            text.split_whitespace().filter(|word| word.chars().all(|char| char.is_ascii_alphabetic()));
        let is_speech = letters >= SPEECH_LETTERS_MIN || words.count() >= SPEECH_WORDS_MIN;
        let language = self.content.knowledge.language_of(text);
        if !is_speech || !self.option_ids(number).iter().any(|id| id == language.id()) {
            return false;
        }
        self.store(number, Value::One(language.id().to_owned()));
        if !self.told(text) {
            self.question(text, Asks::Perhaps);
        }
        true
    }

    /// Whether a text says that what is ticked is right.
    fn is_confirmed(&self, number: usize, text: &str) -> bool {
        let ticked = self.filing().ticked.get(&self.content.fields[number].id);
        let view = self.view();
        ticked.is_some_and(|ticked| !ticked.is_empty()) && read::says(&view, "words-yes", &read::folded(text))
    }

    /// What was typed at a choice is none of the options. Who asked back or does not know is helped.
    fn missed(&mut self, number: usize, text: &str) {
        let asks = {
            let view = self.view();
            read::is_at_a_loss(&view, text) || read::is_question(&view, text)
        };
        let field = &self.content.fields[number];
        if self.question(text, if asks { Asks::Unfit } else { Asks::Perhaps }) {
            return;
        }
        if asks {
            self.explain();
            let (field, reason) = (field.id.clone(), "not-an-option".to_owned());
            self.verdict = Verdict::Refused { field, reason };
        } else {
            self.offer_what_may_be_meant(text);
            let words = if field.kind.is_several() { "not-an-option-several" } else { "not-an-option" };
            self.refuse_as(Some(number), "not-an-option", words, &[]);
        }
    }

    /// Says what there is to be said to whoever still waits for what is asked; `false`: they do not, or there is nothing.
    fn is_waiting(&mut self, number: usize, text: &str) -> bool {
        let id = format!("{}.waiting", self.content.fields[number].text);
        let waits = self.content.texts.has(Language::ZhCn, &id) && {
            let view = self.view();
            read::says(&view, "words-waiting", &read::folded(text))
        };
        if waits {
            self.say(Role::Info, &id, &[]);
        }
        waits
    }

    pub(super) fn typed_value(&mut self, number: usize, text: &str) {
        if !self.insists && self.is_waiting(number, text) {
            return;
        }
        let field = &self.content.fields[number];
        if !self.insists && self.small_talk(text) {
            let is_prose = self.view().typed_kind(field).is_some_and(Kind::is_prose);
            if is_prose {
                self.may_be_meant(number, text);
            }
            return;
        }
        let today = china_date(self.around.now);
        let (checked, kind, asks, is_inside) = {
            let view = self.view();
            // Not to know is no name and no address: it asks for help.
            if read::is_at_a_loss(&view, text) {
                return self.explain();
            }
            if field.optional && read::says(&view, "words-none", &read::folded(text)) {
                return self.skip();
            }
            let Some(kind) = view.typed_kind(field) else {
                return self.refuse(Some(number), "not-an-option", &[]);
            };
            let says = |words: &[&str]| {
                let folded = read::folded(text);
                words.iter().any(|words| read::says(&view, words, &folded))
            };
            let same = (kind == Kind::Address && says(&["words-same"]))
                .then(|| self.address_before(&view, number))
                .flatten();
            // Nor is nothing at all, or "the same" where there is nothing before.
            let is_name = kind.is_prose() && !self.insists;
            if is_name && same.is_none() && says(&NO_NAME) {
                self.explain();
                return self.may_be_meant(number, text);
            }
            let asks = read::is_question(&view, text) && !self.insists;
            let given = view.given(field, today);
            let passes = |value: &str| kind.check(value, &given).is_ok();
            let is_reason = self.reason_of(number).is_some();
            let inside = (same.is_none() && !asks && !self.insists && !is_reason)
                .then(|| self.content.knowledge.tells.inside(text, &field.id, kind.is_prose(), passes))
                .flatten();
            let text = same.as_deref().or(inside.as_deref()).unwrap_or(text);
            // What officials wrote is not the applicant's to shorten.
            let cut: String = text.chars().take(kind.characters_max()).collect();
            let text = if is_reason { &cut } else { text };
            let checked = kind.check(text, &given).map_err(|refusal| (kind, refusal));
            (checked, kind, asks, inside.is_some())
        };
        if (checked.is_err() || kind.is_prose() || is_inside) && self.told(text) {
            return;
        }
        match checked {
            // "And in Beijing?", after a question that was answered, is no province: it asks once more.
            Ok(_) if asks && !kind.is_prose() && self.goes_on() && self.question(text, Asks::Surely) => {}
            // Prose takes nearly every sentence: what asks something is answered or explained, and there is a way back.
            Ok(_) if asks && kind.is_prose() && self.prose_asks(number, text, kind) => {}
            Err((kind, _)) if asks && kind.is_prose() && self.prose_asks(number, text, kind) => {}
            // Nobody is called what is to be refused.
            Ok(_) if kind.is_prose() && kind != Kind::Text && self.is_refused(number, text) => {}
            Err((kind, _)) if !kind.is_prose() && self.misfit_asks(text, asks) => {}
            Err((_, Refusal { reason, .. })) if asks => {
                self.explain();
                let (field, reason) = (field.id.clone(), reason.to_owned());
                self.verdict = Verdict::Refused { field, reason };
            }
            Ok(checked) if field.past && checked.value > today.to_string() => {
                self.refuse(Some(number), "date-future", &[]);
            }
            Ok(checked) => {
                let value = Value::Text(Personal::new(checked.value.clone()));
                let shown = {
                    let view = self.view();
                    Voice::new(&view, self.language()).value(field, &value)
                };
                self.store(number, value);
                if is_inside {
                    self.say(Role::Info, "taken-inside", &[("value", shown)]);
                }
                self.tick_what_is_named(number, text);
                // A day that must lie ahead needs no remark that it does.
                for note in
                    checked.notes.iter().filter(|note| note.code != "future" || field.days_left.is_none())
                {
                    let own: Vec<(&str, String)> =
                        note.args.iter().map(|(name, value)| (*name, value.clone())).collect();
                    self.say(Role::Info, &format!("note-{}", note.code), &own);
                }
            }
            Err((kind, Refusal { reason, args })) => {
                let mut own = args;
                let example = {
                    let view = self.view();
                    Voice::new(&view, self.language()).example(field)
                };
                own.push(("example", example));
                self.name_sources(&mut own);
                let special = format!("{}-{reason}", kind.id());
                self.refuse_as(Some(number), reason, &special, &own);
            }
        }
    }

    /// Whether something was answered just before, so that a few words may go on with it.
    fn goes_on(&self) -> bool {
        self.earlier.as_ref().is_some_and(|asked| asked.context.topic.is_some())
    }

    /// Says why what was typed in place of a name is not done; `false`: it is no such thing.
    fn is_refused(&mut self, number: usize, text: &str) -> bool {
        let knowledge = &self.content.knowledge;
        let is_wrong = || {
            let decision = knowledge.decide(text, &Context::default(), &self.content.provinces);
            decision.outcome == Outcome::Refused
        };
        let refused =
            !self.insists && knowledge.is_suspect(text) && is_wrong() && self.question(text, Asks::Surely);
        if refused {
            self.may_be_meant(number, text);
        }
        refused
    }

    /// Answers or explains what is asked where prose is expected; `false`: it is rather an answer. A sentence of one's own
    /// may hold a word that asks and be none.
    fn prose_asks(&mut self, number: usize, text: &str, kind: Kind) -> bool {
        let asks = if read::is_marked(text) || (kind == Kind::Text && self.goes_on()) {
            Asks::Surely
        } else if kind == Kind::Text {
            Asks::Perhaps
        } else {
            Asks::Unfit
        };
        let is_of_field = asks == Asks::Unfit && !self.goes_on() && is_of_field(text);
        if is_of_field || !self.question(text, asks) {
            if asks == Asks::Perhaps {
                return false;
            }
            self.explain();
        }
        self.may_be_meant(number, text);
        true
    }

    /// Answers what a text asks that does not fit the field: a sentence where a number is due asks more surely than a name that
    /// is not accepted.
    fn misfit_asks(&mut self, text: &str, marked: bool) -> bool {
        let is_of_field = marked && !self.goes_on() && is_of_field(text);
        !self.insists && !is_of_field && self.question(text, if marked { Asks::Unfit } else { Asks::Perhaps })
    }

    /// Answers what is only said in passing: a greeting, thanks, or that it takes a while.
    pub(super) fn small_talk(&mut self, text: &str) -> bool {
        let said = {
            let view = self.view();
            let folded = read::folded(text);
            let folded = folded.trim_end_matches('?');
            let mut talk = ["stall", "hello", "thanks"].into_iter();
            talk.find(|talk| read::says(&view, &format!("words-{talk}"), folded))
        };
        if let Some(said) = said {
            self.say(Role::Info, &format!("said-{said}"), &[]);
        }
        said.is_some()
    }

    /// The address given last before this one, for who writes that it is the same.
    fn address_before(&self, view: &View<'_>, number: usize) -> Option<String> {
        let asked_before = self.content.fields_in_order().into_iter().take_while(|other| *other != number);
        let address = |other: usize| {
            let is_address = self.content.fields[other].kind == FieldKind::Typed(Kind::Address);
            view.answer(other).filter(|_| is_address)?.value.text().map(str::to_owned)
        };
        asked_before.filter_map(address).last()
    }

    /// Says why an answer does not fit and how to get it right.
    pub(super) fn refuse(&mut self, field: Option<usize>, reason: &str, own: &[(&str, String)]) {
        self.refuse_as(field, reason, reason, own);
    }

    /// What a check names by key or in both languages becomes something to be read.
    pub(super) fn name_sources(&self, own: &mut Vec<(&'static str, String)>) {
        let names = match self.language() {
            Language::ZhCn => "zh",
            Language::En => "en",
        };
        if let Some((_, listed)) = own.iter().find(|(name, _)| *name == names).cloned() {
            own.push(("names", listed));
        }
        for (_, value) in own.iter_mut().filter(|(name, _)| *name == "source") {
            let titles = value.split(' ').filter_map(|key| self.content.source_brief(key, self.language()));
            *value = titles.collect::<Vec<_>>().join(&self.said_plainly("source-separator"));
        }
    }

    /// As [`Turn::refuse`], in words of their own where there are some for this kind.
    pub(super) fn refuse_as(
        &mut self,
        field: Option<usize>,
        reason: &str,
        special: &str,
        own: &[(&str, String)],
    ) {
        let special = format!("refusal-{special}");
        let general = format!("refusal-{reason}");
        let id = if self.content.texts.has(self.language(), &special) { special } else { general };
        self.say(Role::Refusal, &id, own);
        let field =
            field.map_or_else(|| STOP_FIELD.to_owned(), |field| self.content.fields[field].id.clone());
        self.verdict = Verdict::Refused { field, reason: reason.to_owned() };
    }

    /// One option of a field with one choice.
    pub(super) fn choose(&mut self, number: usize, id: &str) {
        let field = &self.content.fields[number];
        if !field.comes_back(id) {
            return self.store(number, Value::One(id.to_owned()));
        }
        self.verdict = Verdict::Accepted;
        let own = {
            let view = self.view();
            Voice::new(&view, self.language()).question_variables(field)
        };
        let again = if field.kind == FieldKind::Paper {
            "paper-not-yet-again".to_owned()
        } else {
            format!("{}.again-{id}", field.text)
        };
        if field.later.iter().any(|later| later == id) {
            let filing = self.filing_mut();
            filing.revision += 1;
            let revision = filing.revision;
            filing.later.insert(field.id.clone(), revision);
            // It has not happened yet: what was said of it no longer holds.
            for dependant in self.content.fields.iter().filter(|other| other.depends.contains(&number)) {
                self.reopen(&dependant.id, Reopened::Edited);
            }
        }
        self.say(Role::Info, &again, &own);
    }

    /// Ticks or unticks one of several; `none` and the others exclude each other.
    pub(super) fn tick(&mut self, number: usize, id: &str) {
        let field = self.content.fields[number].id.clone();
        let ticked = self.filing_mut().ticked.entry(field).or_default();
        if !ticked.remove(id) {
            if id == "none" {
                ticked.clear();
            } else {
                ticked.remove("none");
            }
            ticked.insert(id.to_owned());
        }
        self.verdict = Verdict::Accepted;
    }

    /// The ticked options are the answer.
    pub(super) fn done(&mut self) {
        if self.has_moved() {
            return;
        }
        let Some(number) = self.asked().filter(|number| self.content.fields[*number].kind.is_several())
        else {
            return self.say(Role::Info, "done-nothing", &[]);
        };
        // What is no option any more cannot have been meant.
        let options = self.option_ids(number);
        let mut ticked =
            self.filing().ticked.get(&self.content.fields[number].id).cloned().unwrap_or_default();
        ticked.retain(|id| options.contains(id));
        if ticked.is_empty() {
            return self.refuse(Some(number), "choose-at-least-one", &[]);
        }
        self.store(number, Value::Many(ticked));
    }

    /// Keeps an answer, and does what some answers bring with them.
    pub(super) fn store(&mut self, number: usize, value: Value) {
        let field = &self.content.fields[number];
        let basis = self.view().basis(field);
        let revision = self.filing().revision + 1;
        let reopened: Vec<String> = match &value {
            Value::Many(ids) if field.kind == FieldKind::Reopenable => ids.iter().cloned().collect(),
            Value::Many(_) | Value::One(_) | Value::Text(_) | Value::Held | Value::Skipped => Vec::new(),
        };
        let option = value.option().map(str::to_owned);
        let answer = self.answer(value, basis, revision, &self.filing().edition);
        let filing = self.filing_mut();
        filing.revision = revision;
        filing.answers.insert(field.id.clone(), answer);
        filing.ticked.remove(&field.id);
        filing.later.remove(&field.id);
        self.changed = Some(number);
        self.verdict = Verdict::Accepted;
        for id in &reopened {
            self.reopen(id, Reopened::Returned);
        }
        if let Some(option) = &option {
            let said = format!("{}.said-{option}", field.text);
            if self.content.texts.has(self.language(), &said) {
                self.say(Role::Info, &said, &[]);
            }
        }
        match (field.id.as_str(), option.as_deref()) {
            ("language", Some(id)) => self.state.applicant.language = Language::parse(id),
            ("consent", Some("decline")) => self.withdraw(),
            (_, _) => {}
        }
    }

    /// Consent declined: nothing personal stays.
    pub(super) fn withdraw(&mut self) {
        let personal: Vec<String> =
            self.content.fields.iter().filter(|field| field.personal).map(|field| field.id.clone()).collect();
        let filing = self.filing_mut();
        filing.answers.retain(|id, _| !personal.contains(id));
        filing.told.clear();
        self.say(Role::Info, "hold-declined-note", &[]);
    }

    /// Marks an answer to be asked again, its value offered.
    pub(super) fn reopen(&mut self, id: &str, why: Reopened) {
        if let Some(answer) = self.filing_mut().answers.get_mut(id) {
            answer.reopened = Some(why);
        }
    }

    /// What stood in the way is said to be solved: what led here is asked again.
    pub(super) fn solve(&mut self) {
        let Standing::Stop { gate, .. } = self.view().standing else {
            return;
        };
        if let GateKind::Stop { reopens } = &self.content.gates[gate].kind {
            let ids: Vec<String> =
                reopens.iter().map(|number| self.content.fields[*number].id.clone()).collect();
            self.filing_mut().revision += 1;
            for id in &ids {
                self.reopen(id, Reopened::Returned);
            }
        }
        self.verdict = Verdict::Accepted;
    }
}
