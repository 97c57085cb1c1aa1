//! One filing led through the core itself, without store or channel: a persona answers what is asked, by field id.
//!
//! A field that the persona has no answer for gets a value that passes. Nothing here decides what is asked.

use std::collections::BTreeMap;
use std::sync::Arc;

use beian::content::{Content, Field, FieldKind, GateKind, Language};
use beian::dialogue::{
    Answer, Around, Effect, Event, Filing, Message, Reference, STOP_FIELD, Standing, State, Value, Verdict,
    View, Voice, china_date, step,
};
use beian::kind::Kind;
use beian::personal::Personal;
use chrono::{DateTime, Utc};

/// More turns than any filing needs.
const TURNS_MAX: usize = 200;

/// Who files: answers by field id, the edition, and the day of the conversation.
///
/// An answer is an option's id, several ids with blanks between them, a text, or a command such as `/hold`.
#[derive(Debug, Clone)]
pub(crate) struct Persona {
    name: String,
    answers: BTreeMap<String, String>,
    edition: &'static str,
    pub(crate) at: DateTime<Utc>,
}

impl Persona {
    /// A persona that answers everything with examples, on 2026-07-01 under the current rules.
    pub(crate) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), answers: BTreeMap::new(), edition: "current", at: noon("2026-07-01") }
    }

    /// With this answer.
    pub(crate) fn with(mut self, field: &str, answer: &str) -> Self {
        self.answers.insert(field.to_owned(), answer.to_owned());
        self
    }

    /// Under this edition.
    pub(crate) fn edition(mut self, edition: &'static str) -> Self {
        self.edition = edition;
        self
    }

    /// On this day, at noon in China.
    pub(crate) fn on(mut self, day: &str) -> Self {
        self.at = noon(day);
        self
    }

    /// Its name in a failure.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

/// Noon in China on a day.
pub(crate) fn noon(day: &str) -> DateTime<Utc> {
    format!("{day}T12:00:00+08:00").parse().expect("a day as YYYY-MM-DD")
}

/// Why a filing is not led any further.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum End {
    /// It stands where it was meant to.
    There,
    /// Nothing is asked any more.
    Rest,
    /// This gate must be solved first.
    Stop(String),
    /// Closed, for this reason.
    Closed(String),
    /// The persona's answer at this field was refused, with this reason.
    Refused(String, String),
}

/// A filing under way.
pub(crate) struct Walk<'c> {
    content: &'c Content,
    persona: Persona,
    state: State,
    /// The fields asked so far, in order, each with the stage in which it was asked.
    pub(crate) asked: Vec<(String, String)>,
    /// The stages entered so far, in order.
    pub(crate) stages: Vec<String>,
    /// Everything that happened, in order.
    pub(crate) events: Vec<Event>,
}

impl<'c> Walk<'c> {
    /// At the first question.
    pub(crate) fn new(content: &'c Content, persona: &Persona) -> Self {
        let state = State::new();
        let mut walk = Self {
            content,
            persona: persona.clone(),
            state,
            asked: Vec::new(),
            stages: Vec::new(),
            events: Vec::new(),
        };
        walk.turn(&Event::Arrived);
        walk
    }

    /// Answers until nothing more can be answered.
    pub(crate) fn until_the_end(&mut self) -> End {
        self.until(|_, _, _| false)
    }

    /// Answers until this stage asks something.
    pub(crate) fn until_stage(&mut self, wanted: &str) -> End {
        self.until(|_, _, stage| stage == wanted)
    }

    /// Answers until this field is asked.
    pub(crate) fn until_field(&mut self, wanted: &str) -> End {
        self.until(|_, field, _| field == wanted)
    }

    /// Answers until the value of this answer, reading or fact is known.
    pub(crate) fn until_known(&mut self, name: &str) -> End {
        self.until(|walk, _, _| walk.value(name).is_some())
    }

    fn until(&mut self, there: impl Fn(&Self, &str, &str) -> bool) -> End {
        for _ in 0..TURNS_MAX {
            let content = self.content;
            let standing = self.view(|view| view.standing);
            let stage = self.view(|view| content.stages[view.stage()].id.clone());
            if self.stages.last() != Some(&stage) {
                self.stages.push(stage.clone());
            }
            match standing {
                Standing::Rest => return End::Rest,
                Standing::Stop { gate, .. } => return End::Stop(content.gates[gate].id.clone()),
                Standing::Closed { gate } => {
                    return End::Closed(match &content.gates[gate].kind {
                        GateKind::Exit { reason } => reason.clone(),
                        GateKind::Stop { .. } => unreachable!("only exits close"),
                    });
                }
                Standing::Ask { field, .. } => {
                    let field = &content.fields[field];
                    if there(self, &field.id, &stage) {
                        return End::There;
                    }
                    self.asked.push((field.id.clone(), stage));
                    if let Verdict::Refused { field, reason } = self.answer(field) {
                        return End::Refused(field, reason);
                    }
                }
            }
        }
        panic!(
            "{}: no end after {TURNS_MAX} turns; the last questions: {:?}",
            self.persona.name,
            self.tail()
        );
    }

    fn tail(&self) -> &[(String, String)] {
        &self.asked[self.asked.len().saturating_sub(6)..]
    }

    fn answer(&mut self, field: &Field) -> Verdict {
        let answer = self.persona.answers.get(&field.id).cloned();
        let answer = answer.unwrap_or_else(|| self.view(|view| example(view, field)));
        if field.kind.is_typed() || answer.starts_with('/') {
            return self.type_in(&answer);
        }
        if field.kind.is_several() {
            for option in answer.split_whitespace() {
                let verdict = self.turn(&Event::Chosen(option.to_owned())).1;
                if matches!(verdict, Verdict::Refused { .. }) {
                    return verdict;
                }
            }
            return self.turn(&Event::Chosen("nav.done".to_owned())).1;
        }
        self.turn(&Event::Chosen(answer)).1
    }

    /// Types something.
    fn type_in(&mut self, text: &str) -> Verdict {
        self.turn(&Event::Typed(Personal::new(text.to_owned()))).1
    }

    /// Lets time pass until noon of a day; nothing is said.
    pub(crate) fn wait_until(&mut self, day: &str) {
        self.persona.at = noon(day);
    }

    fn turn(&mut self, event: &Event) -> (Vec<Message>, Verdict) {
        self.events.push(event.clone());
        let around = Around {
            now: self.persona.at,
            fresh: Reference::from_random([1, 2, 3, 4, 5, 6]),
            edition: self.persona.edition.to_owned(),
            language: Some(Language::ZhCn),
            language_chosen: false,
            team: false,
            often: Arc::default(),
        };
        let outcome = step(&self.state, event, self.content, &around);
        self.state = outcome.state;
        let said = outcome.effects.into_iter().filter_map(|effect| match effect {
            Effect::Say(message) => Some(message),
            Effect::OpenTicket(_) | Effect::Asked { .. } | Effect::Forget => None,
        });
        (said.collect(), outcome.verdict)
    }

    /// What follows from the answers so far.
    pub(crate) fn view<T>(&self, look: impl FnOnce(&View<'_>) -> T) -> T {
        let filing = self.state.active().expect("a filing is in hand");
        look(&View::new(self.content, filing, self.persona.at))
    }

    /// The value of an answer, reading or fact.
    pub(crate) fn value(&self, name: &str) -> Option<String> {
        self.view(|view| view.value(name).map(str::to_owned))
    }

    /// A text as it would be said now.
    pub(crate) fn say(&self, language: Language, text: &str) -> String {
        self.view(|view| Voice::new(view, language).say(text))
    }

    /// What is asked now: a field, [`STOP_FIELD`], or nothing.
    pub(crate) fn asks(&self) -> Option<String> {
        self.view(|view| match view.standing {
            Standing::Ask { field, .. } => Some(self.content.fields[field].id.clone()),
            Standing::Stop { .. } => Some(STOP_FIELD.to_owned()),
            Standing::Closed { .. } | Standing::Rest => None,
        })
    }
}

/// A value that passes here, where the field's own example depends on other answers.
fn example(view: &View<'_>, field: &Field) -> String {
    let province = view.value("subject.province").and_then(|code| view.content.provinces.by_code(code));
    match (field.id.as_str(), &field.kind) {
        ("filing.number", _) => {
            province.map_or_else(String::new, |known| format!("{}ICP备2026000001号-1", known.icp_prefix))
        }
        (_, FieldKind::By { .. }) => {
            let kind = view.typed_kind(field).expect("what it goes by is answered before");
            match (kind, view.value("subject.kind")) {
                (Kind::CreditCode, Some(subject)) => credit_code(subject).to_owned(),
                (_, _) => kind.example().to_owned(),
            }
        }
        (_, FieldKind::Choice) => {
            let fitting = view.options(field);
            let usual = fitting.iter().find(|option| option.id == field.example);
            usual.or(fitting.first()).map_or_else(String::new, |option| option.id.clone())
        }
        (_, _) if field.past => china_date(view.now).to_string(),
        (_, _) => field.example.clone(),
    }
}

/// The filing of a persona as far as it goes, its answers put in place without a conversation.
pub(crate) fn filled(content: &Content, persona: &Persona) -> Filing {
    let mut filing = Filing::new(Reference::from_random([1, 2, 3, 4, 5, 6]), persona.edition, persona.at);
    for revision in 1..=TURNS_MAX as u64 {
        let (id, answer) = {
            let view = View::new(content, &filing, persona.at);
            let Standing::Ask { field, .. } = view.standing else { break };
            let field = &content.fields[field];
            let text = persona.answers.get(&field.id).cloned().unwrap_or_else(|| example(&view, field));
            let value = match text.as_str() {
                "/hold" => Value::Held,
                "/skip" => Value::Skipped,
                _ if field.kind.is_typed() => Value::Text(Personal::new(text)),
                _ if field.kind.is_several() => {
                    Value::Many(text.split_whitespace().map(str::to_owned).collect())
                }
                _ => Value::One(text),
            };
            assert!(
                view.fits(field, &value, persona.at),
                "{}: {} does not take {value:?}",
                persona.name,
                field.id
            );
            let (edition, basis) = (persona.edition.to_owned(), view.basis(field));
            let content = content.version.clone();
            (
                field.id.clone(),
                Answer { value, at: persona.at, revision, content, edition, basis, reopened: None },
            )
        };
        filing.answers.insert(id, answer);
    }
    filing
}

/// A code whose head fits the kind of subject and whose check characters are right.
fn credit_code(subject_kind: &str) -> &'static str {
    match subject_kind {
        "sole-trader" => "929900001234567889",
        "government" => "11990000123456788L",
        "public-institution" => "12990000123456788H",
        "social-organisation" => "51990000123456788G",
        "private-non-enterprise" => "52990000123456788D",
        "foundation" => "53990000123456788A",
        "law-firm" => "31990000123456788J",
        _ => "91990000123456788C",
    }
}
