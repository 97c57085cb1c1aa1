//! What an applicant tells in their own words or pastes: shown and confirmed at once, it answers each question as that is
//! asked. Every answer is taken the ordinary way, so nothing is asked or kept that the flow would not.

use std::collections::BTreeSet;

use super::derive::{Standing, View};
use super::event::{Button, ButtonKind, Message, Role, Verdict};
use super::overview::told_value;
use super::read;
use super::state::{Aside, State, Value, china_date};
use super::step::Turn;
use super::voice::Voice;
use crate::content::{Field, FieldKind, Language};
use crate::kind::Kind;
use crate::knowledge::Tell;
use crate::personal::Personal;

/// The fewest things told at once: one alone is an answer, or chat.
const TOLD_COUNT_MIN: usize = 2;
/// The least that stands beside the answer of a field of prose, which may hold a name or two itself.
const BESIDE_PROSE_MIN: usize = 3;

impl Turn<'_> {
    /// Shows what a text tells and asks whether it is right; `false`: it tells too little, or asks something.
    pub(super) fn told(&mut self, text: &str) -> bool {
        if self.insists || read::is_question(&self.view(), text) {
            return false;
        }
        let (told, kept_back, unfit, is_prose) = {
            let view = self.view();
            let told = self.content.knowledge.told(text, &self.content.provinces);
            let voice = Voice::new(&view, self.language());
            let unfit = told.iter().filter(|tell| !self.fits(&view, tell));
            let unfit = unfit.filter_map(|tell| self.unfit(&view, tell));
            let unfit: Vec<String> = unfit.map(|number| voice.label(&self.content.fields[number])).collect();
            let told = told.into_iter().filter(|tell| self.fits(&view, tell));
            let consents = view.value("consent") == Some("agree");
            let may_be_kept = |tell: &Tell| {
                let mut fields = tell.fields.iter().filter_map(|id| self.content.field(id));
                consents || !fields.any(|field| field.personal)
            };
            let (told, kept_back): (Vec<Tell>, Vec<Tell>) = told.partition(may_be_kept);
            let field = self.asked().map(|number| &self.content.fields[number]);
            let kind = field.and_then(|field| view.typed_kind(field));
            (told, kept_back, unfit, kind.is_some_and(Kind::is_prose))
        };
        let count = told.len() + unfit.len();
        if told.is_empty() || count < if is_prose { BESIDE_PROSE_MIN } else { TOLD_COUNT_MIN } {
            return false;
        }
        if !kept_back.is_empty() {
            self.say(Role::Info, "told-after-consent", &[]);
        }
        if !unfit.is_empty() {
            let labels = unfit.join(&self.said_plainly("list-separator"));
            self.say(Role::Info, "told-unfit", &[("labels", labels)]);
        }
        self.state.applicant.aside = Some(Aside::Told(told));
        true
    }

    /// Whether something told can answer one of its fields, none of which is answered yet.
    fn fits(&self, view: &View<'_>, tell: &Tell) -> bool {
        let numbers: Vec<usize> = tell.fields.iter().filter_map(|id| self.content.field_number(id)).collect();
        let answered = |number: &usize| view.answer(*number).is_some();
        !numbers.iter().any(answered) && numbers.iter().any(|number| self.may_answer(view, *number, tell))
    }

    /// The field for which something told was meant and which it cannot answer as it is written.
    fn unfit(&self, view: &View<'_>, tell: &Tell) -> Option<usize> {
        let numbers = tell.fields.iter().filter_map(|id| self.content.field_number(id));
        let mut typed = numbers.filter(|number| view.typed_kind(&self.content.fields[*number]).is_some());
        let first = typed.clone().next()?;
        let is_taken =
            typed.any(|number| view.answer(number).is_some() || self.may_answer(view, number, tell));
        (!is_taken).then_some(first)
    }

    /// Whether something told can be the answer of a field, whatever the field's kind comes to.
    fn may_answer(&self, view: &View<'_>, number: usize, tell: &Tell) -> bool {
        let field = &self.content.fields[number];
        let passes = |kind: &Kind| {
            let given = view.given(field, china_date(self.around.now));
            kind.check(tell.value.expose(), &given).is_ok()
        };
        match &field.kind {
            FieldKind::Typed(kind) => passes(kind),
            FieldKind::By { kinds, .. } => match view.typed_kind(field) {
                Some(kind) => passes(&kind),
                // A certificate without a common form would take anything.
                None => kinds.iter().any(|(_, kind)| !kind.is_prose() && passes(kind)),
            },
            FieldKind::Choice | FieldKind::YesNo => {
                let option = field.options.iter().find(|option| option.id == *tell.value.expose());
                option.is_some_and(|option| !field.comes_back(&option.id))
            }
            FieldKind::Notice | FieldKind::Paper | FieldKind::Choices | FieldKind::Reopenable => false,
        }
    }

    /// What was told is right: it answers what it fits, now and later.
    pub(super) fn take_told(&mut self, told: Vec<Tell>) {
        self.told_is_settled = true;
        // What was told of the same before is put right; the rest of it goes on to wait.
        let others = |before: &Tell| !told.iter().any(|tell| tell.fields[0] == before.fields[0]);
        let kept = &mut self.filing_mut().told;
        kept.retain(others);
        kept.extend(told);
        if !self.fill_told() {
            self.say(Role::Info, "told-kept", &[]);
        }
    }

    /// Whether what was told is right stays open over help, questions and the like: only an answer to what is asked, or
    /// another filing, sets it aside.
    pub(super) fn keep_told(&mut self, told: Vec<Tell>, before: &State) {
        let applicant = &self.state.applicant;
        let same = applicant.active == before.applicant.active && self.state.active().is_some();
        if same && applicant.aside.is_none() && !self.told_is_settled && self.verdict != Verdict::Accepted {
            self.state.applicant.aside = Some(Aside::Told(told));
        }
    }

    /// What was told is not right, and forgotten.
    pub(super) fn drop_told(&mut self) {
        self.told_is_settled = true;
        self.say(Role::Info, "told-dropped", &[]);
    }

    /// Answers what is asked with what was told, as far as that goes, and says so; `false`: with nothing.
    pub(super) fn fill_told(&mut self) -> bool {
        let mut lines = Vec::new();
        // Each round answers a question, and none is asked twice.
        for _ in 0..self.content.fields.len() {
            if self.filing().told.is_empty() {
                break;
            }
            let Standing::Ask { field: number, .. } = self.view().standing else { break };
            let Some(value) = self.told_of(number) else { break };
            self.store(number, value);
            let line = {
                let view = self.view();
                let voice = Voice::new(&view, self.language());
                let field = &self.content.fields[number];
                let value = view.answer(number).map(|answer| voice.value(field, &answer.value));
                let own = [("label", voice.label(field)), ("value", value.unwrap_or_default())];
                format!("- {}", voice.say_with("told-line", &own))
            };
            lines.push(line);
        }
        let is_filled = !lines.is_empty();
        if is_filled {
            self.say(Role::Info, "told-filled", &[("lines", lines.join("\n"))]);
        }
        self.forget_what_is_told();
        is_filled
    }

    /// What was told of a field that was answered otherwise is over, and so is all of it once nothing is asked any more.
    fn forget_what_is_told(&mut self) {
        if self.filing().told.is_empty() {
            return;
        }
        let waiting: Vec<Tell> = {
            let view = self.view();
            // Whoever closed it by an answer may go back.
            let goes_on = !matches!(view.standing, Standing::Rest);
            let waits = |tell: &&Tell| goes_on && self.fits(&view, tell);
            self.filing().told.iter().filter(waits).cloned().collect()
        };
        if waiting.len() < self.filing().told.len() {
            self.filing_mut().told = waiting;
        }
    }

    /// The answer of a field that was told, which is used up.
    fn told_of(&mut self, number: usize) -> Option<Value> {
        let found = {
            let view = self.view();
            let id = &self.content.fields[number].id;
            let told = self.filing().told.iter();
            let mut of_field = told.zip(0..).filter(|(tell, _)| tell.fields.contains(id));
            of_field.find_map(|(tell, at)| Some((at, self.value_told(&view, number, tell)?)))
        };
        match found {
            Some((at, value)) => {
                self.filing_mut().told.remove(at);
                Some(value)
            }
            None => self.kind_told(number),
        }
    }

    fn value_told(&self, view: &View<'_>, number: usize, tell: &Tell) -> Option<Value> {
        let field = &self.content.fields[number];
        if !self.may_answer(view, number, tell) {
            return None;
        }
        if !field.kind.is_typed() {
            let offered = self.option_ids(number).iter().any(|id| id == tell.value.expose());
            return offered.then(|| Value::One(tell.value.expose().clone()));
        }
        let given = view.given(field, china_date(self.around.now));
        let checked = view.typed_kind(field)?.check(tell.value.expose(), &given).ok()?;
        // What calls for a remark is typed by whoever it concerns.
        checked.notes.is_empty().then(|| Value::Text(Personal::new(checked.value)))
    }

    /// The only option of a field under which a number that was told is one: an identity number makes it an identity card.
    fn kind_told(&self, number: usize) -> Option<Value> {
        let view = self.view();
        let offered = self.option_ids(number);
        let numbered = self.content.fields.iter().filter_map(|other| {
            let FieldKind::By { field, kinds } = &other.kind else { return None };
            (*field == number).then_some((other, kinds))
        });
        let mut fitting = numbered.flat_map(|(other, kinds)| {
            let given = view.given(other, china_date(self.around.now));
            let told = self.filing().told.iter().filter(|tell| tell.fields.contains(&other.id));
            let values: Vec<&str> = told.map(|tell| tell.value.expose().as_str()).collect();
            let fits = move |kind: &Kind| values.iter().any(|value| kind.check(value, &given).is_ok());
            kinds.iter().filter(move |(_, kind)| fits(kind)).map(|(option, _)| option)
        });
        let first = fitting.find(|option| offered.contains(option))?.clone();
        let only = fitting.all(|option| *option == first || !offered.contains(option));
        only.then_some(Value::One(first))
    }

    /// What was told, with the question whether it is right.
    pub(super) fn told_message(&self, told: &[Tell]) -> Message {
        let view = self.view();
        let voice = Voice::new(&view, self.language());
        let spoken: Vec<String> =
            self.spoken().iter().map(|language| self.told_text(&view, *language, told)).collect();
        let mut message = voice.message(Role::Ask, spoken.join("\n\n"));
        message.asks = None;
        let option =
            |id: &str, text: &str| Button { kind: ButtonKind::Choice, ..Button::nav(id, voice.say(text)) };
        message.options = vec![option("nav.told", "nav-told"), option("nav.not-told", "nav-not-told")];
        message
    }

    fn told_text(&self, view: &View<'_>, language: Language, told: &[Tell]) -> String {
        let voice = Voice::new(view, language);
        let mut lines: Vec<(usize, String)> = told
            .iter()
            .filter_map(|tell| {
                let number = self.shown_at(view, told, tell)?;
                let field = &self.content.fields[number];
                let own = [("label", voice.label(field)), ("value", told_value(&voice, field, tell))];
                Some((number, format!("- {}", voice.say_with("told-line", &own))))
            })
            .collect();
        let order = self.content.fields_in_order();
        lines.sort_by_key(|(number, _)| order.iter().position(|other| other == number));
        let lines: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
        voice.say_with("told-ask", &[("lines", lines.join("\n"))])
    }

    /// The field under whose name something told is shown: of several the last one for an individual, whose own number it is.
    fn shown_at(&self, view: &View<'_>, told: &[Tell], tell: &Tell) -> Option<usize> {
        let fitting = tell.fields.iter().filter_map(|id| self.content.field_number(id));
        let mut fitting = fitting.filter(|number| self.may_answer(view, *number, tell));
        let kind = "subject.kind";
        let told_kind = told.iter().find(|tell| tell.fields.iter().any(|id| id == kind));
        let individual = view.value(kind) == Some("individual")
            || told_kind.is_some_and(|tell| tell.value.expose() == "individual");
        if individual { fitting.last() } else { fitting.next() }
    }

    /// The fields that a pasted notice of rejection names are ticked; `false`: it names none.
    pub(super) fn notice_of_rejection(&mut self, number: usize, text: &str) -> bool {
        let named: Vec<String> = {
            let view = self.view();
            let by_words = self.named_in_words(&view, text);
            let text = read::folded(text);
            let is_named = |other: &usize| {
                let labels = Language::ALL.map(|language| {
                    read::folded(&Voice::new(&view, language).label(&self.content.fields[*other]))
                });
                labels.iter().any(|label| text.contains(label.as_str()))
            };
            if by_words.is_empty() {
                let fields = view.reopenable().into_iter().filter(is_named);
                fields.map(|other| self.content.fields[other].id.clone()).collect()
            } else {
                by_words.into_iter().collect()
            }
        };
        for id in &named {
            if !self.is_ticked(number, id) {
                self.tick(number, id);
            }
        }
        if named.is_empty() {
            return false;
        }
        self.say(Role::Info, "told-rejection", &[("count", named.len().to_string())]);
        true
    }

    /// A notice of rejection typed where its outcome is asked: it is the outcome, and its own reason; `false`: it is none.
    pub(super) fn notice_as_outcome(&mut self, number: usize, text: &str) -> bool {
        let Some(notices) = self.content.knowledge.notices.as_ref() else { return false };
        let offered = self.option_ids(number);
        let Some(outcome) = notices.outcomes.iter().find(|id| offered.contains(id)) else { return false };
        // What names nothing to be changed may as well say that nothing came back.
        let is_meant = {
            let view = self.view();
            let names_something = !self.named_in_words(&view, text).is_empty();
            names_something && notices.is_notice(text) && !read::is_question(&view, text)
        };
        if !is_meant {
            return false;
        }
        self.store(number, Value::One(outcome.clone()));
        if let Some(reason) = self.asked().filter(|next| self.reason_of(*next).is_some()) {
            self.insists = true;
            self.typed_value(reason, text);
        }
        true
    }

    /// The fields that may be asked again and that a notice names in the words of officials.
    fn named_in_words(&self, view: &View<'_>, text: &str) -> BTreeSet<String> {
        let fields = view.reopenable().into_iter();
        let ids: Vec<String> = fields.map(|number| self.content.fields[number].id.clone()).collect();
        let notices = self.content.knowledge.notices.as_ref();
        notices.map(|notices| notices.named(text, &ids)).unwrap_or_default()
    }

    /// The field at which it is asked what is to be changed, where this one asks for the reason.
    pub(super) fn reason_of(&self, number: usize) -> Option<usize> {
        let reason = &self.content.fields[number];
        let is_reason = reason.kind == FieldKind::Typed(Kind::Text);
        let mut fields = self.content.fields.iter();
        let asks_what = |field: &Field| field.stage == reason.stage && field.kind == FieldKind::Reopenable;
        fields.position(asks_what).filter(|_| is_reason)
    }

    /// What a reason given names is ticked where it will be asked what is to be changed.
    pub(super) fn tick_what_is_named(&mut self, number: usize, text: &str) {
        if let Some(reopenable) = self.reason_of(number) {
            let field = self.content.fields[reopenable].id.clone();
            self.filing_mut().ticked.remove(&field);
            self.notice_of_rejection(reopenable, text);
        }
    }

    fn is_ticked(&self, number: usize, id: &str) -> bool {
        let ticked = self.filing().ticked.get(&self.content.fields[number].id);
        ticked.is_some_and(|ticked| ticked.contains(id))
    }
}
