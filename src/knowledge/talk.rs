//! From how likely a message asks for something to what is done about it: answer, ask back, hand over, refuse.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::follow::len_of;
use super::load::Knowledge;
use super::reader::Reading;
use super::words::{Entities, Entity, NO_CATEGORY};
use crate::rules::Provinces;

/// The group of topics about the bot itself.
const BOT: &str = "bot";
/// The topic of all types together.
const WHICH_TYPE: &str = "type.which";
/// How likely that type is at least.
const TYPE_MIN: f32 = 0.02;
/// The share of one type in what speaks for any, from which on it is meant.
const TYPE_SHARE: f32 = 0.6;
/// The topic of all trades together.
pub(super) const WHICH_TRADE: &str = "pre-approval.which";
/// From here on together, what is no topic makes a message doubtful, unless its topic is this likely.
const ASTRAY: f32 = 0.15;
const SURE_ASTRAY: f32 = 0.8;
/// With a word of what is to be refused, a message must be so likely to be answered.
const SURE_SUSPECT: f32 = 0.5;
/// What is answered is so many times as likely as all of what is to be refused.
const HARMLESS: f32 = 12.0;
/// From here on a topic is answered.
pub(super) const SURE: f32 = 0.36;
/// From here on it is answered where no other comes near.
const LIKELY: f32 = 0.2;
/// How many times as likely as the next one that is.
const AHEAD: f32 = 2.5;
/// Together the topics asked back about are at least this likely.
const PLAUSIBLE: f32 = 0.15;
/// A topic less likely than this is not offered beside two others.
const OFFERED: f32 = 0.06;
/// From here on a part of a message is a question of its own.
const SURE_APART: f32 = 0.55;
/// From here on a message may be about something else, and is at most asked back about.
const DOUBTFUL: f32 = 0.38;
/// From here on it is about something else.
const ELSEWHERE: f32 = 0.7;
/// From here on it is refused, unless a topic is likelier.
const REFUSE: f32 = 0.3;
/// From here on it is refused for a part of it.
const REFUSE_PART: f32 = 0.7;
/// Without a word of the field, a message must be this likely to ask for a topic of it, or this likely with so little that
/// speaks against it; to be asked back about, this likely with a little more.
pub(super) const SURE_UNANCHORED: f32 = 0.8;
const LIKELY_UNANCHORED: (f32, f32) = (0.5, 0.05);
const PLAUSIBLE_UNANCHORED: (f32, f32) = (0.3, 0.1);
/// A message of which less was ever seen is not understood.
pub(super) const KNOWN_MIN: f32 = 0.12;
/// A text longer than this has at least so many different characters, or says nothing.
const MONOTONOUS_LEN_MIN: usize = 40;
const VARIED_MIN: usize = 6;
/// The most topics asked back about.
const OPTION_COUNT_MAX: usize = 3;
/// So few letters that name a kind of subject say no more than that.
const FEW_LEN_MAX: usize = 12;

/// What is done about a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// It is answered.
    Answered,
    /// One of a few topics is meant, and the applicant says which.
    Clarify,
    /// A person must help.
    Handoff,
    /// It is not done, and said why.
    Refused,
}

/// What a conversation was about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// The topic answered last, by id.
    pub topic: Option<String>,
    /// What was named last.
    pub entities: Entities,
    /// The topics that were asked back about, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
}

/// A question found in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// The topic's number.
    pub topic: usize,
    /// What its answer depends on.
    pub entities: Entities,
}

/// What a message comes to.
#[derive(Debug, Clone)]
pub struct Decision {
    /// What is done.
    pub outcome: Outcome,
    /// The question answered; of the others the likeliest.
    pub asked: Option<Understood>,
    /// A second question of the same message.
    pub also: Vec<Understood>,
    /// The topics asked back about, by number.
    pub options: Vec<usize>,
    /// Why it is refused, by the id of its class.
    pub refused: Option<&'static str>,
    /// How likely the first topic is, from 0 to 1.
    pub likely: f32,
    /// Everything that is named, whatever it is asked for.
    pub named: Entities,
}

impl Decision {
    /// All that is named in the message, and what the question answered depends on.
    #[must_use]
    pub fn all_named(&self) -> Entities {
        let mut all = self.named.clone();
        // A topic that is only likely says nothing of the trade or the type.
        let answered = self.outcome == Outcome::Answered;
        let sure = |entity: &Entity| answered || !matches!(entity, Entity::Category | Entity::Type);
        let of_asked = self.asked.iter().flat_map(|asked| asked.entities.clone());
        all.extend(of_asked.filter(|(entity, _)| sure(entity)));
        // A business that needs no approval is of no category.
        all.retain(|entity, value| *entity != Entity::Category || value != NO_CATEGORY);
        all
    }

    /// A question that is certain.
    #[must_use]
    pub fn answered(asked: Understood) -> Self {
        Self {
            outcome: Outcome::Answered,
            asked: Some(asked),
            also: Vec::new(),
            options: Vec::new(),
            refused: None,
            likely: 1.0,
            named: Entities::new(),
        }
    }
}

/// Whether a long text is made of a few characters over and over.
fn is_monotonous(text: &str) -> bool {
    let chars: BTreeSet<char> = text.chars().collect();
    chars.len() < VARIED_MIN && text.chars().nth(MONOTONOUS_LEN_MIN).is_some()
}

impl Knowledge {
    /// Decides what to do about a message, after what the conversation was about.
    #[must_use]
    pub fn decide(&self, message: &str, context: &Context, provinces: &Provinces) -> Decision {
        let text = self.spelled(message);
        let entities = self.words.entities(&text, provinces);
        let nothing = |outcome| Decision {
            outcome,
            asked: None,
            also: Vec::new(),
            options: Vec::new(),
            refused: None,
            likely: 0.0,
            named: entities.clone(),
        };
        if self.topics.is_empty() || !text.chars().any(char::is_alphanumeric) || is_monotonous(&text) {
            return nothing(Outcome::Handoff);
        }
        let chosen = self.ordinal(&text).and_then(|number| context.options.get(number - 1));
        if let Some(topic) = chosen.and_then(|id| self.topic_number(id)) {
            let asked = Some(self.understood(topic, &context.entities));
            return Decision { likely: 1.0, asked, ..nothing(Outcome::Answered) };
        }
        let whole = self.read(&text);
        // What stands among the phrasings is one question, however many marks it has.
        let parts = if whole.heard { Vec::new() } else { self.parts(&text) };
        // A part says less than the whole, so it must say it more clearly.
        let parts_refused = parts.iter().map(|(_, reading)| reading);
        let parts_refused = parts_refused.filter(|reading| reading.refused_sum >= REFUSE_PART);
        let outweighs = |reading: &&Reading| {
            let likeliest = reading.topics.first().map_or(0.0, |(_, likely)| *likely);
            reading.known >= KNOWN_MIN && reading.refused_sum >= REFUSE.max(likeliest)
        };
        let refused = [&whole].into_iter().filter(outweighs);
        let refused = refused.chain(parts_refused).next();
        // A few words that go on with a question hold too little to be refused for, unless they surely are.
        let following = self.following(&text, &entities, context, &whole);
        let following =
            following.filter(|_| whole.refused_sum < REFUSE_PART && !self.words.is_suspect(&text));
        if let Some(following) = following {
            return Decision { likely: 1.0, asked: Some(following), ..nothing(Outcome::Answered) };
        }
        let another = self.another_trade(&text, &entities, context);
        let another =
            another.map(|asked| Decision { likely: 1.0, asked: Some(asked), ..nothing(Outcome::Answered) });
        // "For a person" is nothing to be refused for.
        let is_faint = len_of(&text) <= FEW_LEN_MAX
            && entities.contains_key(&Entity::SubjectKind)
            && whole.refused_sum < REFUSE_PART
            && !self.words.is_suspect(&text);
        let refused = refused.filter(|_| !is_faint);
        if let Some(worst) = refused {
            if let Some(another) = another {
                return another;
            }
            return Decision { refused: Some(worst.refused.0), ..nothing(Outcome::Refused) };
        }
        let apart = self.apart(&parts, &entities, provinces);
        if apart.len() > 1 {
            let mut apart = apart.into_iter();
            let asked = apart.next();
            return Decision { likely: 1.0, asked, also: apart.collect(), ..nothing(Outcome::Answered) };
        }
        let of_one = self.of_one(&text, &whole, &entities, provinces);
        let is_answered = of_one.as_ref().is_some_and(|decision| decision.outcome == Outcome::Answered);
        if let (false, Some(another)) = (is_answered, another) {
            return another;
        }
        match self.in_context(&text, &entities, context, &whole, is_answered) {
            Some(asked) => {
                // What by itself says too little is not taken for a question where an answer is due.
                let likely = of_one.filter(|_| is_answered).map_or(0.0, |decision| decision.likely);
                Decision { likely, asked: Some(asked), ..nothing(Outcome::Answered) }
            }
            None => of_one.unwrap_or_else(|| nothing(Outcome::Handoff)),
        }
    }

    /// The questions that a few words may ask, the likeliest first: what is asked, what may be meant, what often follows;
    /// without words, the first of each group.
    #[must_use]
    pub fn offers(&self, message: &str, provinces: &Provinces) -> Vec<Understood> {
        if message.trim().is_empty() {
            let is_first =
                |topic: &usize| *topic == 0 || self.topics[*topic].group() != self.topics[topic - 1].group();
            let first = (0..self.topics.len()).filter(is_first);
            return first.map(|topic| self.understood(topic, &Entities::new())).collect();
        }
        let decision = self.decide(message, &Context::default(), provinces);
        let named = decision.all_named();
        let mut offers: Vec<Understood> = Vec::new();
        let mut others = Vec::new();
        match decision.outcome {
            Outcome::Answered => {
                offers.extend(decision.asked.into_iter().chain(decision.also));
                let next = offers.iter().flat_map(|asked| &self.topics[asked.topic].next);
                others.extend(next.filter_map(|id| self.topic_number(id)));
            }
            Outcome::Clarify => others = decision.options,
            Outcome::Handoff | Outcome::Refused => {}
        }
        for topic in others {
            let offer = self.understood(topic, &named);
            if offers.iter().all(|other| other.topic != offer.topic) {
                offers.push(offer);
            }
        }
        offers
    }

    /// Whether a message holds a word of what is to be refused.
    #[must_use]
    pub fn is_suspect(&self, message: &str) -> bool {
        self.words.is_suspect(&self.spelled(message))
    }

    pub(super) fn read(&self, text: &str) -> Reading {
        self.reader().read(text, &self.words)
    }

    /// A message that asks for one thing.
    fn of_one(
        &self,
        text: &str,
        reading: &Reading,
        entities: &Entities,
        provinces: &Provinces,
    ) -> Option<Decision> {
        let [(first, likely), (_, next), ..] = reading.topics.as_slice() else { return None };
        // Who names a trade asks about that one, whichever of the trades the rest sounds like.
        let of_trade = self.of_trade(*first, *likely, reading, entities);
        let (first, likely) = of_trade.as_ref().map_or((first, likely), |(topic, likely)| (topic, likely));
        if reading.known < KNOWN_MIN || reading.outside >= ELSEWHERE {
            return None;
        }
        let astray = reading.outside + reading.refused_sum;
        let at_least = |(likely_min, astray_max)| *likely >= likely_min && astray <= astray_max;
        // Most of what is said in the world has no word of this field; only the bot itself is asked about without one.
        let is_of_field = self.topics[*first].group() == BOT
            || *likely >= SURE_UNANCHORED
            || at_least(LIKELY_UNANCHORED)
            || self.words.is_anchored(text);
        if !is_of_field && !at_least(PLAUSIBLE_UNANCHORED) {
            return None;
        }
        let topic = self.type_of_case(text, *first, reading);
        let mut entities = entities.clone();
        if self.topics[topic].entity == Some(Entity::Province)
            && !entities.contains_key(&Entity::Province)
            && let Some(code) = self.words.province_misspelt(text, provinces)
        {
            entities.insert(Entity::Province, code);
        }
        let asked = Some(self.understood(topic, &entities));
        let decision = |outcome, options| Decision {
            outcome,
            asked: asked.clone(),
            also: Vec::new(),
            options,
            refused: None,
            likely: *likely,
            named: entities.clone(),
        };
        // Who names a province asks for what depends on one.
        let names_it = self.topics[topic].entity == Some(Entity::Province)
            && asked.as_ref().is_some_and(|asked| asked.entities.contains_key(&Entity::Province));
        let names_trade = self.is_trade(topic) && entities.contains_key(&Entity::Category);
        let is_within = is_of_field
            && reading.outside < DOUBTFUL.min(*likely)
            && (astray < ASTRAY
                || *likely >= SURE_ASTRAY
                || ((names_trade || names_it) && astray < likely / 2.0));
        let is_ahead = names_it || *likely >= AHEAD * next;
        let is_clear = *likely >= SURE || (*likely >= LIKELY && is_ahead);
        // What sounds like a trick is answered only where it surely is none.
        let is_suspect = self.words.is_suspect(text) && *likely < SURE_SUSPECT;
        let is_harmless = names_it || (!is_suspect && *likely >= HARMLESS * reading.refused_sum);
        if is_within && is_clear && is_harmless {
            return Some(decision(Outcome::Answered, Vec::new()));
        }
        let offered = reading.topics.iter().take(OPTION_COUNT_MAX).enumerate();
        let offered = offered.filter(|(place, (_, likely))| *place < 2 || *likely >= OFFERED);
        let offered: Vec<(usize, f32)> = offered.map(|(_, topic)| *topic).collect();
        let together: f32 = offered.iter().map(|(_, likely)| likely).sum();
        let options = offered.into_iter().map(|(topic, _)| topic).collect();
        (together >= PLAUSIBLE).then(|| decision(Outcome::Clarify, options))
    }

    /// Where a trade is named and no trade surely meant, all that speaks for any of them together.
    fn of_trade(
        &self,
        first: usize,
        likely: f32,
        reading: &Reading,
        entities: &Entities,
    ) -> Option<(usize, f32)> {
        if likely >= SURE || !self.is_trade(first) || !entities.contains_key(&Entity::Category) {
            return None;
        }
        let all =
            reading.topics.iter().filter(|(topic, _)| self.is_trade(*topic)).map(|(_, likely)| likely).sum();
        Some((self.topic_number(WHICH_TRADE)?, all))
    }

    /// Whether a topic is about trades and their approvals.
    pub(super) fn is_trade(&self, topic: usize) -> bool {
        WHICH_TRADE.starts_with(self.topics[topic].group())
    }

    /// Whoever asks for their type and tells what was filed before is told that type.
    fn type_of_case(&self, text: &str, first: usize, reading: &Reading) -> usize {
        if self.topics[first].id != WHICH_TYPE || !self.words.tells_case(text) {
            return first;
        }
        let is_type = |topic: usize| {
            let id = self.topics[topic].id.strip_prefix("type.");
            id.is_some_and(|kind| !matches!(kind, "which" | "change" | "cancel"))
        };
        let types = reading.topics.iter().filter(|(topic, _)| is_type(*topic));
        let all: f32 = types.clone().map(|(_, likely)| likely).sum();
        let clear = types.clone().find(|(_, likely)| *likely >= TYPE_MIN && *likely >= TYPE_SHARE * all);
        clear.map_or(first, |(topic, _)| *topic)
    }

    /// The parts of a message between its stops, where there are several.
    fn parts<'t>(&self, text: &'t str) -> Vec<(&'t str, Reading)> {
        let parts: Vec<&str> = text
            .split_inclusive(['?', '!', '。', ';', '\u{3001}'])
            .flat_map(|part| part.split_inclusive(". "))
            .filter(|part| part.chars().filter(|char| char.is_alphanumeric()).count() > 2)
            .collect();
        if parts.len() < 2 {
            return Vec::new();
        }
        parts.into_iter().take(8).map(|part| (part, self.read(part))).collect()
    }

    /// The different questions of a message, at most three.
    fn apart(
        &self,
        parts: &[(&str, Reading)],
        entities: &Entities,
        provinces: &Provinces,
    ) -> Vec<Understood> {
        let mut found: Vec<Understood> = Vec::new();
        for (part, reading) in parts.iter().filter(|(part, _)| part.trim_end().ends_with('?')) {
            let Some((topic, likely)) = reading.topics.first() else { continue };
            let is_known = *likely >= SURE_APART && reading.outside < *likely;
            if !is_known || found.len() >= OPTION_COUNT_MAX {
                continue;
            }
            // What the part does not name itself, the message does.
            let mut named = entities.clone();
            named.extend(self.words.entities(part, provinces));
            let understood = self.understood(*topic, &named);
            if found.iter().all(|other| other.topic != understood.topic) {
                found.push(understood);
            }
        }
        found
    }

    pub(super) fn understood(&self, topic: usize, named: &Entities) -> Understood {
        // Whether a trade needs an approval is answered by the topic of the trade, where it has one.
        let of_trade = named.get(&Entity::Category).filter(|_| self.topics[topic].id == WHICH_TRADE);
        let of_trade = of_trade.and_then(|trade| self.topic_number(&format!("pre-approval.{trade}")));
        let topic = of_trade.unwrap_or(topic);
        // A trade says nothing where no approval is asked about, nor does a region where no server is.
        let of = &self.topics[topic];
        let mut entities = named.clone();
        entities.retain(|entity, _| *entity == Entity::Province || Some(*entity) == of.entity);
        // Whoever names a city of the mainland for the server has named the region.
        let on_mainland = of.entity == Some(Entity::ServerRegion) && named.contains_key(&Entity::Province);
        if on_mainland {
            entities.entry(Entity::ServerRegion).or_insert_with(|| "mainland".to_owned());
        }
        match of.id.split_once('.') {
            Some(("pre-approval", category)) if category != "which" => {
                entities.insert(Entity::Category, category.to_owned());
            }
            Some(("type", kind)) if !matches!(kind, "which" | "change" | "cancel") => {
                entities.insert(Entity::Type, kind.to_owned());
            }
            Some(_) | None => {}
        }
        Understood { topic, entities }
    }
}
