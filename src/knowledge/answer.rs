//! Answers: the text of a topic, by what it depends on, with its sources and their dates.

use chrono::NaiveDate;
use serde::Serialize;

use super::talk::Understood;
use super::words::Entity;
use crate::content::{Condition, Content, Day, Known, Language, Values};
use crate::rules::{LocalRule, Province};

/// The topic that depends on the list of provinces with SMS verification, and the fact that says who is on it.
const SMS: &str = "sms.province";
const SMS_FACT: &str = "sms.asked";
/// The topic that lists what a province's administration asks beside.
const LOCAL_RULES: &str = "province.rules";
/// The most rules of a province that an answer to something else tells.
const LOCAL_RULE_COUNT_MAX: usize = 6;
/// The most sources that an answer names.
const SOURCE_COUNT_MAX: usize = 4;

/// Answers in one language, under one edition, on one day.
pub struct Answerer<'a> {
    /// The dialogues.
    pub content: &'a Content,
    /// The language.
    pub language: Language,
    /// The edition's id.
    pub edition: &'a str,
    /// The day on which somebody asks.
    pub today: NaiveDate,
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Said {
    /// The short answer, in the markup of texts, its sources named at its end.
    pub text: String,
    /// Details on demand, in the same markup.
    pub more: Option<String>,
    /// Where it comes from.
    pub sources: Vec<SourceSaid>,
}

/// A source of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceSaid {
    /// Its key in `rules/sources.toml`.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Its date, as the source gives it.
    pub date: String,
}

impl Answerer<'_> {
    /// Answers a question, in its own words, which say what of the details is told at once; a topic chosen from a menu has
    /// none.
    #[must_use]
    pub fn answer(&self, asked: &Understood, question: &str) -> Said {
        let knowledge = &self.content.knowledge;
        let topic = &knowledge.topics[asked.topic];
        let province =
            asked.entities.get(&Entity::Province).and_then(|code| self.content.provinces.by_code(code));
        let category = asked.entities.get(&Entity::Category);
        let category = category.and_then(|id| self.content.categories.iter().position(|one| one.id == *id));
        let mut keys: Vec<&str> = topic.source.iter().map(String::as_str).collect();
        let (mut text, mut more) = (String::new(), Vec::new());
        match (topic.id.as_str(), province) {
            (SMS, Some(province)) => {
                let listed = if self.is_listed(province) { "listed" } else { "not-listed" };
                text = self.of_province(&format!("{}.{listed}", topic.text()), province);
            }
            (LOCAL_RULES, Some(province)) => {
                text = self.of_province(&format!("{}.in", topic.text()), province);
                let rules: Vec<&LocalRule> = province.rules.iter().collect();
                let lines: Vec<String> = rules.iter().map(|rule| self.rule(rule)).collect();
                let lines = lines.join("\n");
                // What is asked for in particular comes first.
                let mut ordered = knowledge.asked_for(question, &text, &lines);
                let others = lines.lines().filter(|line| !ordered.contains(line)).collect::<Vec<_>>();
                ordered.extend(others);
                text = format!("{text}\n\n{}", ordered.join("\n"));
                keys = Vec::new();
                for key in rules.iter().flat_map(|rule| &rule.source) {
                    if !keys.contains(&key.as_str()) {
                        keys.push(key);
                    }
                }
            }
            _ => {}
        }
        if text.is_empty() {
            text = self.say(&self.variant(asked));
        }
        if let Some(province) = province {
            let rules = province.rules.iter().filter(|rule| topic.shows.contains(&rule.topic));
            let rules: Vec<&LocalRule> = rules.take(LOCAL_RULE_COUNT_MAX).collect();
            if !rules.is_empty() {
                let lines: Vec<String> = rules.iter().map(|rule| self.rule(rule)).collect();
                let head = self.of_province("ask-province-says", province);
                text = format!("{text}\n\n{head}\n\n{}", lines.join("\n"));
                keys.extend(rules.iter().flat_map(|rule| &rule.source).map(String::as_str));
            }
        }
        let general = format!("{}.more", topic.text());
        if self.content.texts.has(self.language, &general) {
            let details = self.say(&general);
            let lines = knowledge.asked_for(question, &text, &details);
            if !lines.is_empty() {
                text = format!("{text}\n\n{}", lines.join("\n"));
            }
            more.push(details);
        }
        if topic.group() == "pre-approval"
            && let Some(number) = category
        {
            more.extend(self.about_category(number));
            keys.extend(self.content.categories[number].source.iter().map(String::as_str));
        }
        let sources = self.sources(&keys);
        if !sources.is_empty() {
            let named = sources.iter().take(SOURCE_COUNT_MAX);
            let named: Vec<String> =
                named.map(|source| format!("{} ({})", source.title, source.date)).collect();
            let list = named.join(&self.say("source-separator"));
            let line = self
                .content
                .texts
                .say(self.language, "ask-sources", |name| (name == "sources").then(|| list.clone()));
            text = format!("{text}\n\n{line}");
        }
        Said { text, more: (!more.is_empty()).then(|| more.join("\n\n")), sources }
    }

    /// A text without variables of its own.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        self.content.texts.say(self.language, id, |name| (name == "edition").then(|| self.edition.to_owned()))
    }

    /// What a topic is called on a button.
    #[must_use]
    pub fn label(&self, topic: usize) -> String {
        self.say(&format!("{}.label", self.content.knowledge.topics[topic].text()))
    }

    /// The text of a topic, or the one for what was named.
    fn variant(&self, asked: &Understood) -> String {
        let topic = &self.content.knowledge.topics[asked.topic];
        let value = topic.entity.and_then(|entity| asked.entities.get(&entity));
        // What holds of all kinds of organisations is said once.
        let general = value.filter(|value| *value != "individual").map(|_| "organisation");
        let values = value.into_iter().map(String::as_str).chain(general);
        let mut variants = values.map(|value| format!("{}.{value}", topic.text()));
        variants.find(|id| self.content.texts.has(self.language, id)).unwrap_or_else(|| topic.text())
    }

    fn of_province(&self, id: &str, province: &Province) -> String {
        self.content.texts.say(self.language, id, |name| match name {
            "province" => Some(match self.language {
                Language::ZhCn => province.zh_short.clone(),
                Language::En => province.en.clone(),
            }),
            "edition" => Some(self.edition.to_owned()),
            _ => None,
        })
    }

    /// Whether the province was among those with SMS verification before it came everywhere: on the day of the edition
    /// that has one.
    fn is_listed(&self, province: &Province) -> bool {
        let dated = self
            .content
            .editions
            .iter()
            .zip(0..)
            .find_map(|(edition, number)| Some(Day { date: edition.date?, edition: number }));
        let day = dated.unwrap_or(Day { date: self.today, edition: 0 });
        let fact = self.content.variable(SMS_FACT);
        let table = self.content.tables.iter().find(|table| table.gives.first().copied() == fact);
        let (Some(table), Some(fact)) = (table, fact) else { return false };
        let code = self.content.landmarks.province;
        let here = code.and_then(|var| self.content.variables[var.index()].value(&province.code));
        let holds = |when: &Condition| {
            when.holds(&mut |var| match here {
                Some(here) if Some(var) == code => Known::Is(here),
                Some(_) | None => Known::Absent,
            })
        };
        let rule = table.rules.iter().find(|rule| rule.period.covers(day) && holds(&rule.when) == Some(true));
        let yes: Option<Values> = self.content.variables[fact.index()].value("yes");
        rule.and_then(|rule| rule.gives.first().copied()) == yes
    }

    fn rule(&self, rule: &LocalRule) -> String {
        let text = match self.language {
            Language::ZhCn => &rule.zh,
            Language::En => &rule.en,
        };
        let briefs = rule.source.iter().filter_map(|key| self.content.source_brief(key, self.language));
        let sources = briefs.collect::<Vec<_>>().join(&self.say("source-separator"));
        let line = self.content.texts.say(self.language, "province-rule", |name| match name {
            "text" => Some(text.clone()),
            "sources" => Some(sources.clone()),
            _ => None,
        });
        format!("- {line}")
    }

    /// What falls under a category, what does not, the law, and how its status changed.
    fn about_category(&self, number: usize) -> Vec<String> {
        let category = &self.content.categories[number];
        let index = self.language.index();
        let separator = self.say("list-separator");
        let listed = |id: &str, list: &[String]| {
            let list = list.join(&separator);
            self.content.texts.say(self.language, id, |name| (name == "list").then(|| list.clone()))
        };
        let mut lines = vec![
            listed("category-falls", &category.falls[index]),
            listed("category-not-falls", &category.not_falls[index]),
        ];
        lines.extend(category.law.as_ref().map(|law| {
            self.content.texts.say(self.language, "ask-law", |name| (name == "law").then(|| law.clone()))
        }));
        let changes = category.history.iter().map(|change| {
            let briefs = change.source.iter().filter_map(|key| self.content.source_brief(key, self.language));
            let sources = briefs.collect::<Vec<_>>().join(&self.say("source-separator"));
            let line = self.content.texts.say(self.language, "category-change", |name| match name {
                "date" => Some(change.date.clone()),
                "what" => Some(change.what[index].clone()),
                "sources" => Some(sources.clone()),
                _ => None,
            });
            format!("- {line}")
        });
        lines.extend(changes);
        vec![lines.join("\n")]
    }

    fn sources(&self, keys: &[&str]) -> Vec<SourceSaid> {
        let mut said: Vec<SourceSaid> = Vec::new();
        for key in keys {
            let Some(source) = self.content.sources.get(*key) else { continue };
            if said.iter().any(|known| known.key == *key) {
                continue;
            }
            let (title, date) = match self.language {
                Language::ZhCn => (&source.title_zh, source.date_zh.as_ref().unwrap_or(&source.date)),
                Language::En => (&source.title, &source.date),
            };
            said.push(SourceSaid { key: (*key).to_owned(), title: title.clone(), date: date.clone() });
        }
        said
    }
}
