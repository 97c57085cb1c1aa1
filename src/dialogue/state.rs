//! What is kept of an applicant: the answers of each filing, and nothing that follows from them.
//!
//! There is no stored position, stage or type here: all that is derived (see [`super::derive`]). What is stored
//! beside the answers is what answers alone cannot tell: when a stage was entered, which moments have passed, what
//! was put off until later, and the choices ticked so far.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::questions::Asked;
use super::quiet::Quiet;
use crate::content::{ContentVersion, Language};
use crate::knowledge::Tell;
use crate::personal::Personal;

/// A filing's short name: six characters without look-alikes, to be read out on the phone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reference(String);

impl Reference {
    /// Characters that cannot be taken for one another.
    const ALPHABET: &'static [u8] = b"ACDEFGHJKLMNPQRTUVWXY34679";

    /// The reference that these random bytes make.
    #[must_use]
    pub fn from_random(bytes: [u8; 6]) -> Self {
        let pick = |byte: u8| char::from(Self::ALPHABET[usize::from(byte) % Self::ALPHABET.len()]);
        Self(bytes.into_iter().map(pick).collect())
    }

    /// The reference as typed: lower case is forgiven.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let upper = typed.trim().to_ascii_uppercase();
        let fits = upper.len() == 6 && upper.bytes().all(|byte| Self::ALPHABET.contains(&byte));
        fits.then_some(Self(upper))
    }

    /// The six characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Everything that is kept of one applicant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The applicant.
    pub applicant: Applicant,
    /// The filings, by reference.
    pub filings: BTreeMap<Reference, Filing>,
}

impl State {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self { applicant: Applicant::default(), filings: BTreeMap::new() }
    }

    /// The filing in hand.
    #[must_use]
    pub fn active(&self) -> Option<&Filing> {
        self.applicant.active.as_ref().and_then(|reference| self.filings.get(reference))
    }
}

impl Default for State {
    fn default() -> Self {
        Self::new()
    }
}

/// What is kept of the applicant beside the filings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// The language chosen; none: not yet.
    pub language: Option<Language>,
    /// The filing in hand.
    pub active: Option<Reference>,
    /// A side question that waits for its answer.
    pub aside: Option<Aside>,
    /// What was asked last, until something else is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Asked>,
    /// When not to be disturbed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub quiet: Quiet,
    /// They cannot be reached: nothing is due until they come back.
    #[serde(default, skip_serializing_if = "is_default")]
    pub away: bool,
    /// The reminder that came last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminded: Option<Reminded>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A timer of a filing that was spoken of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminded {
    /// The filing.
    pub filing: Reference,
    /// The timer's id.
    pub timer: String,
}

/// What an applicant asked for about a timer: it holds as long as the timer's clock began when it did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// When the clock began.
    pub of: DateTime<Utc>,
    /// What they asked for.
    pub wanted: Wanted,
}

/// What may be asked for about a timer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wanted {
    /// It is done.
    Done,
    /// No more reminders.
    Stopped,
    /// The next reminder then, and none before.
    Later(DateTime<Utc>),
    /// Nothing, so far: the filing is erased then.
    Erased(DateTime<Utc>),
}

/// A side question, outside the checklist. Anything else that is said sets it aside, save at a list
/// of answers to change, which is left by a word of its own or by a command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Aside {
    /// Which answer to change.
    Edit,
    /// Which filing to go on with.
    Filings,
    /// Which language.
    Language,
    /// Whether to cancel the filing.
    Cancel,
    /// Whether to erase everything.
    Forget,
    /// Which topic to read about: of this group, or first which group.
    Topics(Option<String>),
    /// Whether what was told is right.
    Told(Vec<Tell>),
    /// When to remind of this again.
    Snooze(Reminded),
}

impl Aside {
    /// The field that an aside asks for, where it has one.
    #[must_use]
    pub fn asks(&self) -> Option<&'static str> {
        match self {
            Self::Cancel => Some("cancel.confirmed"),
            Self::Edit
            | Self::Filings
            | Self::Language
            | Self::Forget
            | Self::Topics(_)
            | Self::Told(_)
            | Self::Snooze(_) => None,
        }
    }
}

/// One filing: what was answered, and when the world moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filing {
    /// Its short name.
    pub reference: Reference,
    /// The edition whose rules it follows, by id.
    pub edition: String,
    /// When it was begun.
    pub created: DateTime<Utc>,
    /// Counts the turns that changed it.
    pub revision: u64,
    /// The answers, by field id; those that no longer count stay as old values to offer.
    pub answers: BTreeMap<String, Answer>,
    /// Fields put off until later, with the revision at which that was.
    pub later: BTreeMap<String, u64>,
    /// Options ticked so far at a field of several choices.
    pub ticked: BTreeMap<String, BTreeSet<String>>,
    /// When each stage was last entered, by id.
    pub entered: BTreeMap<String, DateTime<Utc>>,
    /// The moments at which the bot acts by itself.
    pub moments: Vec<Moment>,
    /// What was asked for about timers, by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub wishes: BTreeMap<String, Wish>,
    /// What was asked when each ticket was opened, in order.
    pub tickets: Vec<Option<String>>,
    /// What was told before it was asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<Tell>,
    /// The day, in China, on which its applicant last did anything while it was in hand; none: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visited: Option<NaiveDate>,
    /// How it stood when its applicant was last answered; none: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Seen>,
}

/// How a filing stood when its applicant was last answered. The dialogues, or the rules of the day, may be others by
/// the next time: what is asked anew or again then is told apart by this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// Under which dialogues.
    pub content: ContentVersion,
    /// On which day, in China.
    pub on: NaiveDate,
    /// What was asked.
    pub asks: Option<String>,
    /// The fields that were open although they have an answer, or others behind them had.
    pub open: BTreeSet<String>,
    /// The fields whose answers did not count because they were not asked.
    pub idle: BTreeSet<String>,
    /// The gate that held the filing up or closed it, empty if there was none; of filings noted long ago it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gate: Option<String>,
}

impl Filing {
    /// A new filing without any answer.
    #[must_use]
    pub fn new(reference: Reference, edition: &str, now: DateTime<Utc>) -> Self {
        Self {
            reference,
            edition: edition.to_owned(),
            created: now,
            revision: 0,
            answers: BTreeMap::new(),
            later: BTreeMap::new(),
            ticked: BTreeMap::new(),
            entered: BTreeMap::new(),
            moments: Vec::new(),
            wishes: BTreeMap::new(),
            tickets: Vec::new(),
            told: Vec::new(),
            visited: None,
            seen: None,
        }
    }
}

/// A moment of a timer: unique by timer and ordinal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Moment {
    /// The timer's id.
    pub timer: String,
    /// Which of its moments, from 1; behind its own those that come again; 0: the one that the applicant asked for.
    pub ordinal: u32,
    /// The instant at which it may be spoken of.
    pub due: DateTime<Utc>,
    /// The instant that it stands for, whatever the hour; none, in what was kept long ago: the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nominal: Option<DateTime<Utc>>,
    /// Fired, or overtaken by a later one; never again.
    pub over: bool,
}

/// What is kept of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The answer itself.
    pub value: Value,
    /// When it was given.
    pub at: DateTime<Utc>,
    /// The filing's revision at which it was given: the order of answering.
    pub revision: u64,
    /// Under which dialogues it was given.
    pub content: ContentVersion,
    /// Under which edition it was given, by id.
    pub edition: String,
    /// The answers it depends on, as they were: when one of them changes, this one no longer counts.
    pub basis: Basis,
    /// Why it is to be asked again; none: it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopened: Option<Reopened>,
}

/// How the fields stood that an answer depends on, when it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Basis {
    /// By field id. What dialogues of another day do not name here has not changed since.
    Each(BTreeMap<String, String>),
    /// One digest over all of them, as it was written at first.
    Whole(String),
}

impl Default for Basis {
    fn default() -> Self {
        Self::Each(BTreeMap::new())
    }
}

/// Why an answer is asked again although nothing it depends on changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reopened {
    /// Undone by going back.
    Undone,
    /// The applicant wants to change it.
    Edited,
    /// Named by a reviewer, or part of what had to be solved first.
    Returned,
}

/// The value of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// One option.
    One(String),
    /// Several options.
    Many(BTreeSet<String>),
    /// A checked text, in its canonical form.
    Text(Personal),
    /// "I have it, I will not type it here."
    Held,
    /// Left out, where that is allowed.
    Skipped,
}

impl Value {
    /// The one option chosen.
    #[must_use]
    pub fn option(&self) -> Option<&str> {
        match self {
            Self::One(id) => Some(id),
            Self::Many(_) | Self::Text(_) | Self::Held | Self::Skipped => None,
        }
    }

    /// The text typed.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.expose()),
            Self::One(_) | Self::Many(_) | Self::Held | Self::Skipped => None,
        }
    }

    /// One line, in two parts, that differs whenever the value does.
    pub(super) fn canonical(&self) -> (&'static str, Cow<'_, str>) {
        match self {
            Self::One(id) => ("one ", Cow::from(id)),
            Self::Many(ids) => {
                ("many ", Cow::from(ids.iter().map(String::as_str).collect::<Vec<_>>().join(" ")))
            }
            Self::Text(text) => ("text ", Cow::from(text.expose())),
            Self::Held => ("held", Cow::default()),
            Self::Skipped => ("skipped", Cow::default()),
        }
    }
}

/// The civil date in China: the whole country keeps UTC+8 and has had no summer time since 1991.
#[must_use]
pub fn china_date(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&china()).date_naive()
}

/// China Standard Time.
pub(crate) fn china() -> chrono::FixedOffset {
    chrono::FixedOffset::east_opt(8 * 3600).expect("eight hours are a valid offset")
}
