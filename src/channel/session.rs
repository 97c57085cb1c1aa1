//! A conversation on one machine: the engine, the clock, and the applicants who speak in it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::{DateTime, Utc};

use crate::clock::Clock;
use crate::content::{Content, GateKind, Language};
use crate::dialogue::{Attached, Event, Message, Role, STOP_FIELD, Standing, State, Verdict, View};
use crate::engine::{ApplicantId, Cause, DueMoment, Engine, EngineError, LanguageHint, Pending, Turned};

/// A conversation over an engine.
pub struct Session {
    engine: Engine,
    clock: Clock,
    hint: LanguageHint,
    seen: BTreeSet<ApplicantId>,
    /// Where files that go with messages are put; none: nowhere.
    files: Option<PathBuf>,
}

/// Messages to one applicant, committed and to be handed over.
pub struct Said {
    /// To whom.
    pub to: ApplicantId,
    /// What.
    pub messages: Vec<Pending>,
}

/// Where an applicant's filing in hand stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The stage, by id.
    pub stage: String,
    /// The field that is asked.
    pub asks: Option<String>,
    /// The filing.
    pub filing: Option<String>,
    /// The filing type, once it is certain.
    pub filing_type: Option<String>,
    /// How many turns changed it.
    pub revision: u64,
    /// Why it is closed.
    pub closed: Option<String>,
}

impl Session {
    /// A conversation.
    #[must_use]
    pub fn new(engine: Engine, clock: Clock, hint: LanguageHint) -> Self {
        Self { engine, clock, hint, seen: BTreeSet::new(), files: None }
    }

    /// Puts files that go with messages into this folder.
    #[must_use]
    pub fn with_files(self, files: PathBuf) -> Self {
        Self { files: Some(files), ..self }
    }

    /// Puts a file that goes with a message to somebody where it can be found, in the place of an older one of its name;
    /// `None`: no folder was named for files.
    ///
    /// # Errors
    ///
    /// It cannot be written.
    pub fn keep_file(&self, to: &ApplicantId, file: &Attached) -> std::io::Result<Option<PathBuf>> {
        let Some(folder) = self.files_of(to) else { return Ok(None) };
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(&file.name);
        std::fs::write(&path, file.text.expose())?;
        Ok(Some(path))
    }

    /// Where the files of somebody lie; the folder tells nothing of them.
    fn files_of(&self, applicant: &ApplicantId) -> Option<PathBuf> {
        Some(self.files.as_ref()?.join(self.engine.log_id(applicant)))
    }

    /// The engine.
    #[must_use]
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The time of this conversation.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Whether the clock stands still.
    #[must_use]
    pub fn is_frozen(&self) -> bool {
        matches!(self.clock, Clock::Frozen(_))
    }

    /// Whether this applicant has spoken here.
    #[must_use]
    pub fn has_seen(&self, applicant: &ApplicantId) -> bool {
        self.seen.contains(applicant)
    }

    /// The language that an applicant is spoken to in.
    #[must_use]
    pub fn language(&self, state: &State) -> Language {
        state.applicant.language.or(self.hint.language).unwrap_or(Language::ZhCn)
    }

    /// The languages that an applicant is spoken to in: both until one is known.
    #[must_use]
    pub fn spoken(&self, state: &State) -> &'static [Language] {
        Language::spoken(state.applicant.language.or(self.hint.language))
    }

    /// What was committed for this applicant and perhaps never handed over. Old panels are left out: whoever comes
    /// back is shown the panel as it stands now.
    ///
    /// # Errors
    ///
    /// [`EngineError`].
    pub async fn undelivered(&mut self, applicant: &ApplicantId) -> Result<Said, EngineError> {
        self.seen.insert(applicant.clone());
        let waiting = self.engine.undelivered(applicant).await?;
        let (panels, messages): (Vec<_>, Vec<_>) =
            waiting.into_iter().partition(|pending| pending.message.role == Role::Ask);
        self.engine.delivered(panels.into_iter().filter_map(|pending| pending.key).collect()).await?;
        Ok(Said { to: applicant.clone(), messages })
    }

    /// One turn of this applicant.
    ///
    /// # Errors
    ///
    /// [`EngineError`].
    pub async fn turn(
        &mut self,
        applicant: &ApplicantId,
        event: &Event,
    ) -> Result<(Said, Turned), EngineError> {
        self.seen.insert(applicant.clone());
        let turned = self.engine.turn(applicant, &Cause::default(), event, self.hint, self.now()).await?;
        if turned.state.filings.is_empty() {
            self.forget_files(applicant);
        }
        let said = Said { to: applicant.clone(), messages: turned.messages.clone() };
        Ok((said, turned))
    }

    /// Nothing that is forgotten leaves a file behind.
    fn forget_files(&self, applicant: &ApplicantId) {
        if let Some(folder) = self.files_of(applicant)
            && let Err(error) = std::fs::remove_dir_all(folder)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::error!(%error, "files of somebody who was forgotten could not be erased");
        }
    }

    /// Lets a moment come.
    async fn fire(&self, applicant: ApplicantId, moment: &DueMoment) -> Result<Said, EngineError> {
        let turned = self.engine.fire(moment, self.now()).await?;
        if !turned.repeated && !turned.state.filings.contains_key(&moment.filing) {
            self.forget_files(&applicant);
        }
        Ok(Said { to: applicant, messages: turned.messages })
    }

    /// Lets the moments that are due come, those of the applicants who speak here.
    ///
    /// # Errors
    ///
    /// [`EngineError`].
    pub async fn fire_due(&mut self) -> Result<Vec<Said>, EngineError> {
        let now = self.now();
        let mut said = Vec::new();
        for applicant in self.seen.clone() {
            // The newest moment of a timer speaks for those before it.
            let mut due = self.engine.due(&applicant, now).await?;
            due.reverse();
            let mut newest = BTreeSet::new();
            due.retain(|moment| newest.insert((moment.filing.clone(), moment.timer.clone())));
            due.reverse();
            for moment in due {
                said.push(self.fire(applicant.clone(), &moment).await?);
            }
        }
        Ok(said)
    }

    /// Moves a clock that stands still; moments on the way come in order, at their instants.
    ///
    /// # Errors
    ///
    /// [`EngineError`].
    pub async fn advance(&mut self, to: DateTime<Utc>) -> Result<Vec<Said>, EngineError> {
        let mut said = Vec::new();
        loop {
            let mut next = None;
            for applicant in &self.seen {
                let first = self
                    .engine
                    .due(applicant, to)
                    .await?
                    .into_iter()
                    .next()
                    .map(|moment| (moment, applicant.clone()));
                next = match (next, first) {
                    (None, first) => first,
                    (next, None) => next,
                    (Some(next), Some(first)) => Some(if first.0 < next.0 { first } else { next }),
                };
            }
            let Some((moment, applicant)) = next else { break };
            self.clock.set(moment.due.max(self.now()));
            said.push(self.fire(applicant, &moment).await?);
        }
        self.clock.set(to.max(self.now()));
        Ok(said)
    }

    /// Marks a message as handed over: at once, so that a crash repeats no more than the one it fell on.
    ///
    /// # Errors
    ///
    /// [`EngineError`].
    pub async fn delivered(&self, pending: &Pending) -> Result<(), EngineError> {
        self.engine.delivered(pending.key.iter().cloned().collect()).await
    }

    /// Where an applicant's filing in hand stands.
    #[must_use]
    pub fn place(&self, state: &State) -> Place {
        place(&self.engine.content(), state, self.now())
    }
}

/// Where the filing in hand of somebody stands.
#[must_use]
pub fn place(content: &Content, state: &State, now: DateTime<Utc>) -> Place {
    let Some(filing) = state.active() else {
        let first = content.stages.first().map_or_else(String::new, |stage| stage.id.clone());
        return Place {
            stage: first,
            asks: None,
            filing: None,
            filing_type: None,
            revision: 0,
            closed: None,
        };
    };
    let view = View::new(content, filing, now);
    let aside = state.applicant.aside.as_ref();
    let asks = match (aside, view.standing) {
        (Some(aside), _) => aside.asks().map(str::to_owned),
        (None, Standing::Ask { field, .. }) => Some(content.fields[field].id.clone()),
        (None, Standing::Stop { .. }) => Some(STOP_FIELD.to_owned()),
        (None, Standing::Closed { .. } | Standing::Rest) => None,
    };
    let closed = match view.standing {
        Standing::Closed { gate } => match &content.gates[gate].kind {
            GateKind::Exit { reason } => Some(reason.clone()),
            GateKind::Stop { .. } => None,
        },
        Standing::Ask { .. } | Standing::Stop { .. } | Standing::Rest => None,
    };
    Place {
        stage: content.stages[view.stage()].id.clone(),
        asks,
        filing: Some(filing.reference.to_string()),
        filing_type: view.value("filing.type").filter(|kind| *kind != "undecided").map(str::to_owned),
        revision: filing.revision,
        closed,
    }
}

/// Whether an event was taken, as other programs read it.
#[must_use]
pub fn accepted(verdict: &Verdict) -> Option<bool> {
    match verdict {
        Verdict::Accepted => Some(true),
        Verdict::Refused { .. } => Some(false),
        Verdict::Neither => None,
    }
}

/// The text of a message without its markup.
#[must_use]
pub fn plain_text(message: &Message) -> String {
    crate::content::plain(message.text.expose())
}
