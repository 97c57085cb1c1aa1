//! Where a transcript is played. The player knows who does what and what must come of it; a venue lets it happen on its
//! channel, and tells what whoever talks hears. A venue must never look at what is expected.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::script::Script;
use crate::channel::session::{Said, Session, plain_text};
use crate::clock::Clock;
use crate::content::Content;
use crate::dialogue::{Event, Message, Role, State, Verdict};
use crate::engine::{ApplicantId, Engine, EngineError, LanguageHint, Settings};
use crate::store::MemStore;
use crate::store::vault::MasterKey;

/// Where a conversation takes place.
pub trait Venue {
    /// The engine that leads it.
    fn engine(&self) -> &Engine;

    /// The time there.
    fn now(&self) -> DateTime<Utc>;

    /// Lets somebody do this, by their name.
    fn happen(&mut self, who: &str, event: &Event) -> impl Future<Output = Result<Told, EngineError>>;

    /// Lets time pass; what comes on the way is heard by all, and the state is that of this person.
    fn pass(&mut self, who: &str, length: TimeDelta) -> impl Future<Output = Result<Told, EngineError>>;
}

/// What came of what was done.
#[derive(Debug)]
pub struct Told {
    /// What was said, in order.
    pub heard: Vec<Heard>,
    /// Whether it was taken.
    pub verdict: Verdict,
    /// The state after it.
    pub state: State,
}

/// A message, as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The words, without marks.
    pub text: String,
    /// The buttons below.
    pub buttons: Vec<Offer>,
    /// It shows where the filing stands.
    pub is_panel: bool,
}

/// A button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The option's id.
    pub id: String,
    /// What stands on it.
    pub label: String,
}

impl From<&Message> for Heard {
    fn from(message: &Message) -> Self {
        let buttons = message.options.iter();
        Self {
            text: plain_text(message),
            buttons: buttons
                .map(|button| Offer { id: button.id.clone(), label: button.label.clone() })
                .collect(),
            is_panel: message.role == Role::Ask,
        }
    }
}

/// The conversation of a transcript on one machine: a store in memory, and a clock that stands still.
pub(super) fn on_one_machine(script: &Script, content: &Arc<Content>) -> Result<Session, EngineError> {
    let head = script.head();
    let settings = Settings { edition: head.edition.clone(), team: head.team };
    let engine = Engine::new(Arc::new(MemStore::new()), MasterKey::random()?, Arc::clone(content), settings);
    let hint = LanguageHint { language: head.language, chosen: head.language.is_some() };
    Ok(Session::new(engine, Clock::frozen(head.at), hint))
}

impl Venue for Session {
    fn engine(&self) -> &Engine {
        self.engine()
    }

    fn now(&self) -> DateTime<Utc> {
        self.now()
    }

    async fn happen(&mut self, who: &str, event: &Event) -> Result<Told, EngineError> {
        let (said, turned) = self.turn(&applicant(who), event).await?;
        let heard = handed_over(self, &[said]).await?;
        Ok(Told { heard, verdict: turned.verdict, state: State::clone(&turned.state) })
    }

    async fn pass(&mut self, who: &str, length: TimeDelta) -> Result<Told, EngineError> {
        let said = self.advance(self.now() + length).await?;
        let heard = handed_over(self, &said).await?;
        let state = self.engine().state(&applicant(who)).await?.unwrap_or_default();
        Ok(Told { heard, verdict: Verdict::Neither, state })
    }
}

fn applicant(name: &str) -> ApplicantId {
    ApplicantId::local(name).unwrap_or_default()
}

async fn handed_over(session: &Session, said: &[Said]) -> Result<Vec<Heard>, EngineError> {
    let mut heard = Vec::new();
    for pending in said.iter().flat_map(|said| &said.messages) {
        session.delivered(pending).await?;
        heard.push(Heard::from(&pending.message));
    }
    Ok(heard)
}
