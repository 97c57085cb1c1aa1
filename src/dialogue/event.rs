//! What can happen to a dialogue, and what the shell must do about it. Both are closed.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::often::Often;
use super::state::Reference;
use crate::content::Language;
use crate::personal::Personal;

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The applicant came to the conversation without saying anything.
    Arrived,
    /// The applicant typed something.
    Typed(Personal),
    /// The applicant pressed a button, named by its option's id.
    Chosen(String),
    /// The applicant sent a file.
    FileSent(FileFacts),
    /// The applicant sent something that is not read.
    Unread(Unread),
    /// The applicant cannot be reached any more.
    Left,
    /// The dialogues are others: what is due is worked out anew.
    Settled,
    /// A moment of a timer came.
    MomentCame {
        /// The filing it belongs to.
        filing: Reference,
        /// The timer's id.
        timer: String,
        /// Which of its moments.
        ordinal: u32,
        /// The instant for which it was set.
        due: DateTime<Utc>,
        /// What this timer said before still waits to be handed over.
        unsaid: bool,
        /// Something that the applicant did still waits to be looked at.
        unread: bool,
    },
}

impl Event {
    /// Whether the applicant did it, and hears what comes of it.
    #[must_use]
    pub fn is_of_applicant(&self) -> bool {
        !matches!(self, Self::Left | Self::Settled | Self::MomentCame { .. })
    }
}

/// What an applicant may send that is answered, and not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// A message that was changed after it was sent: it was read as it stood at first.
    Edited,
    /// A sticker, a moving picture, a dice.
    Sticker,
    /// A voice message, a recording, a video.
    Recording,
    /// A place on the map.
    Place,
    /// Somebody's card.
    Contact,
    /// Anything else.
    Other,
}

impl Unread {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Edited, Self::Sticker, Self::Recording, Self::Place, Self::Contact, Self::Other];

    /// The text that answers it.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Edited => "unread-edited",
            Self::Sticker => "unread-sticker",
            Self::Recording => "unread-recording",
            Self::Place => "unread-place",
            Self::Contact => "unread-contact",
            Self::Other => "unread-other",
        }
    }
}

/// What can be told of a file without keeping it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFacts {
    /// Its length in bytes; `None`: it could not be read.
    pub size: Option<u64>,
    /// What its first bytes say it is: `jpg`, `png`, `gif`, `pdf`; `None`: something else.
    pub format: Option<&'static str>,
}

/// What one turn needs to know of the world beside the event.
#[derive(Debug, Clone)]
pub struct Around {
    /// The moment of the turn: the only clock the core knows.
    pub now: DateTime<Utc>,
    /// A reference for a new filing, should one begin.
    pub fresh: Reference,
    /// The edition for a new filing, by id.
    pub edition: String,
    /// The language to begin with, where the channel knows it.
    pub language: Option<Language>,
    /// The language was asked for in so many words, so it is not asked again.
    pub language_chosen: bool,
    /// Whether a support team is set up.
    pub team: bool,
    /// What is asked most at which field.
    pub often: Arc<Often>,
}

/// Something the shell must do, once the turn is committed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Say this to the applicant.
    Say(Message),
    /// Hand this over to the support team.
    OpenTicket(Ticket),
    /// Count that this topic was asked for at this field.
    Asked {
        /// The field's id.
        field: String,
        /// The topic's id.
        topic: String,
    },
    /// Destroy the keys and rows of the applicant.
    Forget,
}

/// A question handed to the support team: where the applicant stands, and nothing personal.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Ticket {
    /// Its id: the filing's reference and a count.
    pub id: String,
    /// The filing.
    pub filing: Reference,
    /// The stage at the time.
    pub stage: String,
    /// The field that was asked.
    pub asks: Option<String>,
    /// The language of the applicant.
    pub language: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// What a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The panel: where the filing stands and what is asked.
    Ask,
    /// Something to know.
    Info,
    /// An answer that does not fit, and how to get it right.
    Refusal,
    /// The answer to something the applicant wanted to know.
    Answer,
    /// A timer's words.
    Reminder,
    /// The support team's words.
    Desk,
}

/// A message to the applicant, in neutral markup.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Message {
    /// What it is.
    pub role: Role,
    /// The text, in neutral markup.
    pub text: Personal,
    /// The buttons.
    pub options: Vec<Button>,
    /// The stage, by id.
    pub stage: String,
    /// The field that is asked, by id.
    pub asks: Option<String>,
    /// The filing.
    pub filing: Option<Reference>,
    /// What its buttons are about beside the question: the timer that it reminds of, and when that began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// A file that goes with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Attached>,
    /// The filing's revision: its buttons hold as long as it does.
    #[serde(default)]
    pub revision: u64,
    /// When it was said.
    pub at: DateTime<Utc>,
}

impl Message {
    /// A message about nothing in particular: no question, no filing, no buttons.
    #[must_use]
    pub fn bare(role: Role, text: String, at: DateTime<Utc>) -> Self {
        Self {
            role,
            text: Personal::new(text),
            options: Vec::new(),
            stage: String::new(),
            asks: None,
            filing: None,
            about: None,
            file: None,
            revision: 0,
            at,
        }
    }
}

/// A file that goes with a message.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Attached {
    /// Its name, of ASCII letters, digits and dots.
    pub name: String,
    /// What stands in it.
    pub text: Personal,
}

/// What a button does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ButtonKind {
    /// Answers the field.
    Choice,
    /// Moves about.
    Nav,
    /// Opens a page; the id is the address.
    Link,
}

/// A button under a message.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Button {
    /// The option's id.
    pub id: String,
    /// What stands on it.
    pub label: String,
    /// What it does.
    pub kind: ButtonKind,
    /// For fields of several choices: whether it is ticked.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub chosen: Option<bool>,
}

impl Button {
    /// A navigation button.
    #[must_use]
    pub fn nav(id: &str, label: String) -> Self {
        Self { id: id.to_owned(), label, kind: ButtonKind::Nav, chosen: None }
    }
}

/// Whether what the applicant gave was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Taken.
    Accepted,
    /// Not taken: it does not fit the field, for this reason.
    Refused {
        /// The field.
        field: String,
        /// The reason code.
        reason: String,
    },
    /// Not an answer to anything.
    Neither,
}

/// One turn's outcome.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The next state.
    pub state: super::state::State,
    /// What the shell must do.
    pub effects: Vec<Effect>,
    /// Whether the event was taken.
    pub verdict: Verdict,
}
