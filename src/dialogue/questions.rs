//! Questions in the middle of a filing: they are answered, and the form goes on where it was.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::derive::Standing;
use super::event::{Button, ButtonKind, Effect, Message, Role};
use super::read;
use super::state::{Aside, china_date};
use super::step::Turn;
use super::voice::Voice;
use crate::content::{Content, Language};
use crate::knowledge::{Answerer, Context, Decision, Entity, Outcome, Understood};
use crate::personal::Personal;

/// How likely a topic is at least, by how sure it is that something is asked at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    /// In so many words: by a command, or with a question mark.
    Surely,
    /// With a question mark or a word that asks, where no answer fits: the help of the field follows.
    Unfit,
    /// The words may be an answer as well.
    Perhaps,
}

/// The likelihood from which on words that may be an answer are taken for a question.
const PERHAPS: f32 = 0.75;
/// From here on it asks for a topic though it points at something: "how long does it take".
const SURE: f32 = 0.95;
/// Fewer characters or words than this are no question without a question mark.
const PERHAPS_LEN_MIN: usize = 6;
const PERHAPS_WORDS_MIN: usize = 3;
/// The most topics offered next.
const NEXT_COUNT_MAX: usize = 2;
/// The most topics under the help of a field.
const HELP_COUNT_MAX: usize = 3;

/// What was asked last, until something else is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// What it was about.
    pub context: Context,
    /// Topics to be asked next, by id: those that may have been meant, or that often follow.
    pub next: Vec<String>,
    /// There are details that were not told yet.
    pub more: bool,
    /// The field at which it was typed and the words, where they could be its answer.
    pub typed: Option<(String, Personal)>,
}

impl Turn<'_> {
    /// Answers what a text asks; `false`: nothing was said, since it asks for nothing that is known.
    pub(super) fn question(&mut self, text: &str, asks: Asks) -> bool {
        let words = text.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)).count();
        let letters = text.chars().filter(|char| char.is_alphabetic() && !char.is_ascii()).count();
        if asks == Asks::Perhaps && words < PERHAPS_WORDS_MIN && letters < PERHAPS_LEN_MIN {
            return false;
        }
        let knowledge = &self.content.knowledge;
        let context = self.earlier.as_ref().map(|asked| asked.context.clone()).unwrap_or_default();
        let decision = knowledge.decide(text, &context, &self.content.provinces);
        // "What goes here" asks about the field itself, unless something was asked just before, or it surely asks for something.
        let may_be_of_field = self.earlier.is_none() && self.asked().is_some() && knowledge.points(text);
        if may_be_of_field && (decision.outcome != Outcome::Answered || decision.likely < SURE) {
            return false;
        }
        if asks == Asks::Perhaps && (decision.outcome != Outcome::Answered || decision.likely < PERHAPS) {
            return false;
        }
        match decision.outcome {
            Outcome::Answered => self.say_answers(&decision, context, text),
            Outcome::Clarify => {
                let next = decision.options.iter().map(|topic| knowledge.topics[*topic].id.clone());
                let next = next.collect();
                self.state.applicant.asked = Some(Asked { context, next, more: false, typed: None });
                // What the field is about stands nearer; what else may be meant stands under it.
                if asks == Asks::Unfit {
                    return false;
                }
                self.say(Role::Answer, "ask-which", &[]);
            }
            Outcome::Refused => {
                let class = decision.refused.unwrap_or_default();
                self.say(Role::Answer, &format!("ask-{}", class.replace('.', "-")), &[]);
            }
            Outcome::Handoff => return false,
        }
        true
    }

    /// A question that came with a command.
    pub(super) fn ask(&mut self, text: &str) {
        if text.is_empty() {
            self.say(Role::Info, "ask-how", &[]);
        } else if !self.question(text, Asks::Surely) {
            self.say(Role::Answer, "ask-unknown", &[]);
        }
    }

    /// Puts what is often asked at the current field under its help.
    pub(super) fn offer_topics(&mut self) {
        let Some(number) = self.asked().filter(|_| self.state.applicant.asked.is_none()) else { return };
        let field = &self.content.fields[number].id;
        let topics = self.content.knowledge.topics.iter();
        let of_field = topics.filter(|topic| topic.field.as_ref() == Some(field));
        let known = |id: &&str| self.content.knowledge.topic_number(id).is_some();
        // What is asked most stands first.
        let mut next: Vec<String> =
            self.around.often.at(field).into_iter().filter(known).map(str::to_owned).collect();
        next.extend(of_field.map(|topic| topic.id.clone()));
        let mut seen = BTreeSet::new();
        next.retain(|id| seen.insert(id.clone()));
        next.truncate(HELP_COUNT_MAX);
        if !next.is_empty() {
            let context = Context::default();
            self.state.applicant.asked = Some(Asked { context, next, more: false, typed: None });
        }
    }

    /// Puts what a text may ask for under the question that it does not answer.
    pub(super) fn offer_what_may_be_meant(&mut self, text: &str) {
        let knowledge = &self.content.knowledge;
        let decision = knowledge.decide(text, &Context::default(), &self.content.provinces);
        let topics = match decision.outcome {
            Outcome::Answered => decision.asked.iter().map(|asked| asked.topic).collect(),
            Outcome::Clarify => decision.options,
            Outcome::Handoff | Outcome::Refused => return,
        };
        let next = topics.into_iter().map(|topic| knowledge.topics[topic].id.clone());
        let next: Vec<String> = next.take(HELP_COUNT_MAX).collect();
        self.state.applicant.asked = Some(Asked { next, ..Asked::default() });
    }

    /// A topic chosen by a button.
    pub(super) fn ask_topic(&mut self, id: &str) {
        let Some(topic) = self.content.knowledge.topic_number(id) else {
            return self.say(Role::Info, "old-button", &[]);
        };
        let context = self.earlier.as_ref().map(|asked| asked.context.clone()).unwrap_or_default();
        let asked = Understood { topic, entities: context.entities.clone() };
        self.say_answers(&Decision::answered(asked), context, "");
    }

    /// The topic that a number or a word for one means, counted on from the options of the question asked.
    pub(super) fn topic_numbered(&self, text: &str) -> Option<String> {
        let number = self.content.knowledge.ordinal(text)?;
        let asked = self.earlier.as_ref().filter(|asked| !asked.next.is_empty())?;
        let options = match self.view().standing {
            Standing::Ask { field, .. } => self.option_ids(field).len(),
            // That it is solved.
            Standing::Stop { .. } => 1,
            Standing::Closed { .. } | Standing::Rest => 0,
        };
        asked.next.get(number.checked_sub(options + 1)?).cloned()
    }

    /// The details of what was answered last.
    pub(super) fn ask_more(&mut self) {
        let Some(mut earlier) = self.earlier.clone().filter(|asked| asked.more) else {
            return self.say(Role::Info, "old-button", &[]);
        };
        let topic = earlier.context.topic.as_deref().and_then(|id| self.content.knowledge.topic_number(id));
        let Some(topic) = topic else { return self.say(Role::Info, "old-button", &[]) };
        let asked = Understood { topic, entities: earlier.context.entities.clone() };
        let (_, more) = self.answered(&asked, "");
        if let Some(more) = more {
            self.tell(Role::Answer, more);
        }
        earlier.more = false;
        self.state.applicant.asked = Some(earlier);
    }

    /// What was taken for a question was an answer.
    pub(super) fn meant_as_answer(&mut self) {
        let typed = self.earlier.as_ref().and_then(|asked| asked.typed.clone());
        let number = self.asked();
        match (typed, number) {
            (Some((field, text)), Some(number)) if self.content.fields[number].id == field => {
                self.insists = true;
                self.typed_answer(number, text.expose());
            }
            (_, _) => self.say(Role::Info, "old-button", &[]),
        }
    }

    /// Remembers that the words just taken for a question could be the answer of a field.
    pub(super) fn may_be_meant(&mut self, number: usize, text: &str) {
        let field = self.content.fields[number].id.clone();
        let asked = self.state.applicant.asked.get_or_insert_default();
        asked.typed = Some((field, Personal::from(text)));
    }

    fn say_answers(&mut self, decision: &Decision, before: Context, question: &str) {
        let knowledge = &self.content.knowledge;
        let Some(first) = &decision.asked else { return };
        let mut entities = before.entities;
        entities.extend(first.entities.clone());
        let mut has_more = false;
        for (asked, is_first) in
            std::iter::once(first).zip([true]).chain(decision.also.iter().zip([false; 3]))
        {
            let (text, more) = self.answered(asked, question);
            self.tell(Role::Answer, text);
            has_more |= is_first && more.is_some();
        }
        let topic = &knowledge.topics[first.topic];
        if let Some(field) = self.asked().filter(|_| !question.is_empty()) {
            let (field, topic) = (self.content.fields[field].id.clone(), topic.id.clone());
            self.effects.push(Effect::Asked { field, topic });
        }
        self.state.applicant.asked = Some(Asked {
            context: Context { topic: Some(topic.id.clone()), entities, options: Vec::new() },
            next: topic.next.iter().take(NEXT_COUNT_MAX).cloned().collect(),
            more: has_more,
            typed: None,
        });
    }

    /// The answer and its details. What the question does not name, the filing does.
    fn answered(&self, asked: &Understood, question: &str) -> (String, Option<String>) {
        let view = self.view();
        let mut asked = asked.clone();
        for (entity, field) in [(Entity::Province, "subject.province"), (Entity::SubjectKind, "subject.kind")]
        {
            if let Some(value) = view.value(field) {
                asked.entities.entry(entity).or_insert_with(|| value.to_owned());
            }
        }
        let said = self.spoken().iter().map(|language| self.answerer(*language).answer(&asked, question));
        let said: Vec<_> = said.collect();
        let text = said.iter().map(|said| said.text.clone()).collect::<Vec<_>>().join("\n\n");
        let more: Vec<String> = said.into_iter().filter_map(|said| said.more).collect();
        (text, (!more.is_empty()).then(|| more.join("\n\n")))
    }

    fn answerer(&self, language: Language) -> Answerer<'_> {
        let today = china_date(self.around.now);
        Answerer { content: self.content, language, edition: &self.filing().edition, today }
    }

    /// The ways on from a question, to stand under the panel.
    pub(super) fn question_buttons(&self) -> Vec<Button> {
        let Some(asked) = &self.state.applicant.asked else { return Vec::new() };
        let view = self.view();
        let voice = Voice::new(&view, self.language());
        let mut buttons = Vec::new();
        if asked.typed.as_ref().is_some_and(|(field, _)| voice.asks().as_ref() == Some(field)) {
            buttons.push(Button::nav("nav.meant", voice.say("nav-meant")));
        }
        if asked.more {
            buttons.push(Button::nav("nav.more", voice.say("nav-more")));
        }
        let answerer = self.answerer(self.language());
        let known = asked.next.iter().filter_map(|id| Some((id, self.content.knowledge.topic_number(id)?)));
        let label = |topic| voice.say_with("nav-ask", &[("topic", answerer.label(topic))]);
        buttons.extend(known.map(|(id, topic)| Button::nav(&format!("nav.ask:{id}"), label(topic))));
        buttons
    }

    // ---- the menu of topics --------------------------------------------------------------------------

    /// The topics of a group, or the groups.
    pub(super) fn topics(&mut self, group: Option<&str>) {
        let known = group.is_none_or(|group| groups(self.content).contains(&group));
        if self.content.knowledge.topics.is_empty() {
            return self.say(Role::Answer, "ask-unknown", &[]);
        }
        self.state.applicant.aside = Some(Aside::Topics(group.filter(|_| known).map(str::to_owned)));
    }

    /// The menu as a message.
    pub(super) fn topics_message(&self, group: Option<&str>) -> Message {
        let view = self.view();
        let voice = Voice::new(&view, self.language());
        let mut buttons = self.topics_buttons(&voice, group);
        buttons.push(Button::nav("nav.leave", voice.say("nav-leave")));
        let text = voice.say(if group.is_some() { "topics-which" } else { "topics-groups" });
        let mut message = voice.message(Role::Ask, text);
        message.asks = None;
        message.options = buttons;
        message
    }

    fn topics_buttons(&self, voice: &Voice<'_>, group: Option<&str>) -> Vec<Button> {
        let Some(group) = group else {
            let button = |group: &str| Button {
                kind: ButtonKind::Choice,
                ..Button::nav(&format!("nav.topics:{group}"), voice.say(&format!("topics-of-{group}")))
            };
            return groups(self.content).into_iter().map(button).collect();
        };
        let answerer = self.answerer(self.language());
        let topics = self.content.knowledge.topics.iter().enumerate();
        let topics = topics.filter(|(_, topic)| topic.group() == group);
        let button = |(number, topic): (usize, &crate::knowledge::Topic)| Button {
            kind: ButtonKind::Choice,
            ..Button::nav(&format!("nav.ask:{}", topic.id), answerer.label(number))
        };
        topics.map(button).collect()
    }

    /// What was typed while the menu waits: a number, or a label.
    pub(super) fn typed_topic(&mut self, group: Option<&str>, text: &str) -> bool {
        let picked = {
            let view = self.view();
            let voice = Voice::new(&view, self.language());
            let buttons = self.topics_buttons(&voice, group);
            let folded = read::folded(text);
            let by_number = folded.parse::<usize>().ok().and_then(|n| buttons.get(n.checked_sub(1)?));
            let by_label = || buttons.iter().find(|button| read::folded(&button.label) == folded);
            by_number.or_else(by_label).map(|button| button.id.clone())
        };
        picked.map(|id| self.nav(&id)).is_some()
    }
}

/// The groups of topics, in the order of the file.
fn groups(content: &Content) -> Vec<&str> {
    let mut groups: Vec<&str> = Vec::new();
    for topic in &content.knowledge.topics {
        if !groups.contains(&topic.group()) {
            groups.push(topic.group());
        }
    }
    groups
}
