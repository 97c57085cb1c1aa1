//! What goes on with what was asked before: another province, another trade, or a few words that by themselves ask for
//! nothing.

use super::load::Knowledge;
use super::normal::{is_han, normal};
use super::reader::Reading;
use super::talk::{Context, KNOWN_MIN, SURE, SURE_UNANCHORED, Understood, WHICH_TRADE};
use super::words::{Entities, Entity};
use crate::content::Language;

/// From here on, what is no topic keeps a short message from going on with the one before.
const ASTRAY_FOLLOWING: f32 = 0.55;
/// From here on, what is to be refused does.
const SUSPECT_FOLLOWING: f32 = 0.15;
/// From here on a topic of the same group is meant by a message that goes on.
const NEAR: f32 = 0.12;
/// From here on more of the same is.
const STAYS: f32 = 0.4;
/// A neighbour may be so many times less likely than that: what went before says more than a few words.
const AHEAD_OF_STAYING: f32 = 5.0;
/// A message with more letters names nothing that goes on with what went before.
const FOLLOWING_LEN_MAX: usize = 24;
/// A message with more letters is not read together with what went before.
const IN_CONTEXT_LEN_MAX: usize = 40;

/// How many letters a text has; a Chinese character says as much as two.
pub(super) fn len_of(text: &str) -> usize {
    text.chars().map(|char| if is_han(char) { 2 } else { usize::from(char.is_alphanumeric()) }).sum()
}

impl Knowledge {
    /// Whether a message points at something that is not in it: "this", "here".
    #[must_use]
    pub fn points(&self, message: &str) -> bool {
        let text = format!(" {}", self.spelled(message));
        self.points.iter().any(|word| text.contains(word.as_str()))
    }

    /// Whether a message holds a word that goes on with what was said.
    fn goes_on(&self, text: &str) -> bool {
        let text = format!(" {text}");
        self.goes_on.iter().any(|word| text.contains(word.as_str()))
    }

    /// A short message that names another value of what the topic before depends on, such as another province.
    pub(super) fn following(
        &self,
        text: &str,
        entities: &Entities,
        context: &Context,
        whole: &Reading,
    ) -> Option<Understood> {
        let last = self.last(context)?;
        if len_of(text) > FOLLOWING_LEN_MAX {
            return None;
        }
        let (first, likely) = whole.topics.first()?;
        let names = match self.topics[last].entity {
            // A city says where a server stands as well.
            Some(Entity::ServerRegion) => {
                entities.contains_key(&Entity::ServerRegion) || entities.contains_key(&Entity::Province)
            }
            Some(entity) => entities.contains_key(&entity),
            None => false,
        };
        let is_about_it = self.goes_on(text) || *likely < SURE || *first == last;
        (names && is_about_it).then(|| self.understood(last, entities))
    }

    /// "And what about tea", after a trade: whether that one needs an approval.
    pub(super) fn another_trade(
        &self,
        text: &str,
        entities: &Entities,
        context: &Context,
    ) -> Option<Understood> {
        let last = self.last(context)?;
        let is_short = text.chars().count() <= FOLLOWING_LEN_MAX / 2;
        let which = self.topic_number(WHICH_TRADE)?;
        let names_it = entities.contains_key(&Entity::Category) && !entities.contains_key(&Entity::Province);
        let goes_on = is_short && self.goes_on(text) && !self.words.is_suspect(text);
        (self.is_trade(last) && names_it && goes_on).then(|| self.understood(which, entities))
    }

    /// What a short message asks for after what was asked before, where by itself it is no question, or a weak one: read in
    /// one breath with the topic before, it is about a neighbour of that, or about more of the same.
    pub(super) fn in_context(
        &self,
        text: &str,
        entities: &Entities,
        context: &Context,
        whole: &Reading,
        is_answered: bool,
    ) -> Option<Understood> {
        let last = self.last(context)?;
        // By itself it must not ask for something else: "what about lunch" goes on with nothing.
        let strays = whole.outside + whole.refused_sum >= ASTRAY_FOLLOWING && entities.is_empty();
        let is_unknown = whole.known < KNOWN_MIN || !text.chars().any(char::is_alphabetic);
        // Nor does what is to be refused become harmless by going on with something.
        let is_suspect = whole.refused_sum >= SUSPECT_FOLLOWING || self.words.is_suspect(text);
        if len_of(text) > IN_CONTEXT_LEN_MAX || strays || is_unknown || is_suspect {
            return None;
        }
        // The fewest words that ask for the topic before, in the same language.
        let language = Language::of(text);
        let before =
            self.phrasings.iter().filter(|(class, said)| *class == last && Language::of(said) == language);
        let (_, before) = before.min_by_key(|(_, said)| said.chars().count())?;
        let joined = self.read(&format!("{} {text}", normal(before)));
        let group = self.topics[last].group();
        let in_group = |topic: usize| self.topics[topic].group() == group;
        let same = joined.topics.iter().find(|(topic, _)| *topic == last).map_or(0.0, |(_, likely)| *likely);
        let near = NEAR.max(same / AHEAD_OF_STAYING);
        let neighbour = joined.topics.iter().find(|(topic, _)| *topic != last && in_group(*topic));
        let (topic, likely) = match neighbour {
            Some((topic, likely)) if *likely >= near => (*topic, *likely),
            Some(_) | None if same >= STAYS => (last, same),
            Some(_) | None => return None,
        };
        let (first, alone) = whole.topics.first()?;
        let is_weak = self.points(text) || self.goes_on(text) || !self.words.is_anchored(text);
        // What surely asks for something goes on with the topic before at most as one of its neighbours.
        let is_own = *alone >= SURE_UNANCHORED && topic == last && !in_group(*first);
        let is_better = likely > *alone || (is_weak && likely >= SURE);
        if is_answered && (is_own || !is_better) {
            return None;
        }
        let mut all = context.entities.clone();
        all.extend(entities.clone());
        Some(self.understood(topic, &all))
    }

    /// The topic that was asked for last.
    fn last(&self, context: &Context) -> Option<usize> {
        context.topic.as_ref().and_then(|id| self.topic_number(id))
    }
}
