//! The shell's one loop: load, step, commit, and only then hand the messages over.
//!
//! A turn commits the new state, its messages, its timers, its tickets and the event's id in one atomic, durable
//! write, guarded by the applicant's revision. A lost race loads and steps again; an event that was seen before
//! changes nothing; a message that was not handed over is still in the outbox after a crash. Nothing is decided here.

mod applicant;
mod dialogues;
mod inbox;
mod load;
mod moments;
mod notes;
mod often;
mod outbox;
mod rows;
mod survey;

use std::borrow::Cow;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use load::Loaded;
use lru::LruCache;
use outbox::{Saying, Under};
use rows::{
    ApplicantRow, FilingRow, aad, applicant_key_row, filing_key_row, instant, json, put_moments, random,
    seal, seen_row, shaped,
};
use tokio::sync::watch;

use crate::content::{Content, Language};
use crate::dialogue::{
    Around, Effect, Event, Filing, Message, Often, Press, Reference, Role, State, Ticket, Verdict, arrive,
    is_behind, rename_to_present, step,
};
use crate::store::vault::{DataKey, MasterKey, Owner, VaultError};
use crate::store::{Batch, Expect, Key, Op, Store, StoreError, Table};

pub use applicant::ApplicantId;
pub use dialogues::{keep_dialogues, kept_dialogues, knows_dialogues};
pub use inbox::{Arrival, Waiting};
pub use moments::DueMoment;

/// How often a turn that lost a race is tried again.
const RACE_COUNT_MAX: u32 = 16;

/// How many rows one look at a table takes.
const SCAN_COUNT_MAX: usize = 1024;

/// How many waiting messages go in the commit that forgets their applicant.
const FORGOTTEN_COUNT_MAX: usize = 512;

/// How many applicants are kept opened in memory, so that a lively conversation is not read and unsealed at each turn.
const OPENED_COUNT_MAX: NonZeroUsize = NonZeroUsize::new(1024).expect("it is not zero");

/// Why a turn could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EngineError {
    /// The store did not do what was asked.
    #[error("the store failed: {0}")]
    Store(#[from] StoreError),
    /// A value could not be sealed or opened.
    #[error("a sealed value failed: {0}")]
    Vault(#[from] VaultError),
    /// A row does not have the shape that this version writes.
    #[error(
        "a row of {table} has a shape that this version does not know, from column {column} on; \
         use the version that wrote it"
    )]
    Shape {
        /// The table.
        table: &'static str,
        /// Where in the row the reader stopped; what it says could quote a value.
        column: usize,
    },
    /// Too many turns of one applicant at once.
    #[error("the turn lost {RACE_COUNT_MAX} races against other turns of the same applicant; try again")]
    Raced,
}

/// What the engine is told once.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The edition of new filings, by id.
    pub edition: String,
    /// Whether a support team is set up.
    pub team: bool,
}

/// What a channel knows of the applicant's language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LanguageHint {
    /// The language to begin with.
    pub language: Option<Language>,
    /// It was asked for in so many words.
    pub chosen: bool,
}

/// What brought an event, as far as the turn must remember it.
#[derive(Debug, Clone, Default)]
pub struct Cause {
    /// Its names among the applicant's events: once any of them is committed, the event never happens again.
    pub ids: Vec<String>,
    /// Its row in the inbox, which goes with the turn.
    pub waits: Option<Key>,
    /// Rows of the outbox that were handed over, to go with the turn.
    pub said: Vec<Key>,
    /// The channel's number of the message whose button was pressed: the panel that follows takes its place.
    pub pressed: Option<i32>,
    /// The longest message that the channel takes, in UTF-16 units: longer ones are cut into several.
    pub units_max: Option<usize>,
}

impl Cause {
    /// An event with this name.
    #[must_use]
    pub fn named(id: &str) -> Self {
        Self { ids: vec![id.to_owned()], ..Self::default() }
    }
}

/// A message that is committed and waits to be handed over.
#[derive(Debug, Clone)]
pub struct Pending {
    /// Its place in the outbox; none: it is not kept there, so nobody need mark it.
    pub key: Option<Key>,
    /// The message.
    pub message: Message,
    /// The turn that said it: it grows with each turn of its applicant, and is never used again.
    pub turn: u64,
    /// The message whose place it takes, by the channel's number.
    pub replaces: Option<i32>,
}

/// A committed turn.
#[derive(Debug, Clone)]
pub struct Turned {
    /// The messages, in order.
    pub messages: Vec<Pending>,
    /// Whether the event was taken.
    pub verdict: Verdict,
    /// The state after it.
    pub state: Arc<State>,
    /// The event was seen before, so that nothing happened.
    pub repeated: bool,
}

impl Turned {
    /// Nothing happened.
    fn nothing(state: Arc<State>, repeated: bool) -> Self {
        Self { messages: Vec::new(), verdict: Verdict::Neither, state, repeated }
    }
}

/// The engine.
pub struct Engine {
    store: Arc<dyn Store>,
    master: MasterKey,
    /// The dialogues. A turn takes them once, at its begin, and keeps them to its end.
    content: watch::Sender<Arc<Content>>,
    settings: Settings,
    opened: Mutex<LruCache<[u8; 32], Loaded>>,
    /// What is asked most at which field; none: not read yet.
    often: Mutex<Option<Arc<Often>>>,
}

/// Whose turn it is, and what brings it.
struct Occasion<'a> {
    /// Where the applicant stands.
    row: [u8; 32],
    /// Their name, for whoever is new; empty where nobody new can come.
    name: &'a str,
    cause: &'a Cause,
    /// The row of the moment that came.
    moment: Option<Key>,
    now: DateTime<Utc>,
}

/// What is committed in one turn.
struct Committed {
    next: Arc<State>,
    effects: Vec<Effect>,
    verdict: Verdict,
}

impl Engine {
    /// An engine over a store whose values are sealed under this master key.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, master: MasterKey, content: Arc<Content>, settings: Settings) -> Self {
        let opened = Mutex::new(LruCache::new(OPENED_COUNT_MAX));
        Self {
            store,
            master,
            content: watch::Sender::new(content),
            settings,
            opened,
            often: Mutex::default(),
        }
    }

    /// The dialogues as they are now: whoever looks at them twice keeps what this gives.
    #[must_use]
    pub fn content(&self) -> Arc<Content> {
        Arc::clone(&self.content.borrow())
    }

    /// The edition of new filings, by id.
    #[must_use]
    pub fn edition(&self) -> &str {
        &self.settings.edition
    }

    /// The dialogues as they are now, and each time they are replaced.
    #[must_use]
    pub fn contents(&self) -> watch::Receiver<Arc<Content>> {
        self.content.subscribe()
    }

    /// Replaces the dialogues for every turn that begins from now on; one that has begun ends with those it began with.
    pub fn replace_content(&self, content: Arc<Content>) {
        self.content.send_replace(content);
    }

    /// What the engine was told.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// A keyed hash of the applicant's name, for logs.
    #[must_use]
    pub fn log_id(&self, applicant: &ApplicantId) -> String {
        self.master.log_id(applicant.as_str())
    }

    /// Makes one turn. An event one of whose names was seen before changes nothing and says nothing.
    ///
    /// # Errors
    ///
    /// [`EngineError`]; nothing was changed, unless the store says that it does not know.
    pub async fn turn(
        &self,
        applicant: &ApplicantId,
        cause: &Cause,
        event: &Event,
        hint: LanguageHint,
        now: DateTime<Utc>,
    ) -> Result<Turned, EngineError> {
        let content = self.content();
        let decide = |loaded: &Loaded| self.step(&content, loaded, event, hint, now).map(Some);
        let turned = self.commit(&self.occasion(applicant, cause, now), decide).await?;
        Ok(turned.unwrap_or_else(|state| Turned::nothing(state, false)))
    }

    /// Makes the turn of a pressed button, by what it carries; `Err` with the state: it is not offered (any more), and
    /// nothing happened.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn press(
        &self,
        applicant: &ApplicantId,
        cause: &Cause,
        carried: &str,
        hint: LanguageHint,
        now: DateTime<Utc>,
    ) -> Result<Result<Turned, Arc<State>>, EngineError> {
        let (press, content) = (Press::read(carried), self.content());
        let decide = |loaded: &Loaded| {
            let around = self.around(hint, now)?;
            match press.as_ref().and_then(|press| press.resolve(&loaded.state, &content, &around)) {
                Some(id) => self.step(&content, loaded, &Event::Chosen(id), hint, now).map(Some),
                // The question is another one by now, for no act of theirs: it is shown.
                None if is_behind(&loaded.state, &content, now) => {
                    self.step(&content, loaded, &Event::Arrived, hint, now).map(Some)
                }
                None => Ok(None),
            }
        };
        self.commit(&self.occasion(applicant, cause, now), decide).await
    }

    /// Says a text outside any turn, in the applicant's language: nothing of the state is looked at or changed.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn remark(
        &self,
        applicant: &ApplicantId,
        cause: &Cause,
        text: &str,
        hint: LanguageHint,
        now: DateTime<Utc>,
    ) -> Result<Turned, EngineError> {
        let content = self.content();
        let decide = |loaded: &Loaded| {
            let language = loaded.state.applicant.language.or(hint.language).unwrap_or(Language::ZhCn);
            let message = Message::bare(Role::Info, content.texts.say(language, text, |_| None), now);
            let effects = vec![Effect::Say(message)];
            Ok(Some(Committed { next: Arc::clone(&loaded.state), effects, verdict: Verdict::Neither }))
        };
        let turned = self.commit(&self.occasion(applicant, cause, now), decide).await?;
        Ok(turned.unwrap_or_else(|state| Turned::nothing(state, false)))
    }

    /// The panel as it stands; nothing is changed.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn panel(
        &self,
        applicant: &ApplicantId,
        hint: LanguageHint,
        now: DateTime<Utc>,
    ) -> Result<(Vec<Message>, State), EngineError> {
        let loaded = self.load(self.master.applicant_key(applicant.as_str()), applicant.as_str()).await?;
        let messages = arrive(&loaded.state, &self.content(), &self.around(hint, now)?);
        Ok((messages, (*loaded.state).clone()))
    }

    /// What is kept of an applicant; `None`: nothing.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn state(&self, applicant: &ApplicantId) -> Result<Option<State>, EngineError> {
        let loaded = self.load(self.master.applicant_key(applicant.as_str()), applicant.as_str()).await?;
        Ok(loaded.rev.map(|_| (*loaded.state).clone()))
    }

    /// One filing by its reference, as these dialogues know it.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn filing(&self, reference: &Reference) -> Result<Option<Filing>, EngineError> {
        let stored = self.load_filing(reference).await?.map(|(row, _)| row.filing.into_owned());
        Ok(stored.map(|mut filing| {
            rename_to_present(&mut filing, &self.content());
            filing
        }))
    }

    /// The open tickets, oldest first.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn tickets(&self) -> Result<Vec<Ticket>, EngineError> {
        let mut tickets = Vec::new();
        for (_, stored) in self.rows(Table::Tickets, &[], &[]).await? {
            tickets.push(shaped::<Ticket>("tickets", &stored.value)?);
        }
        tickets.sort_by_key(|ticket| ticket.at);
        Ok(tickets)
    }

    // ---- one turn ----------------------------------------------------------------------------------

    fn step(
        &self,
        content: &Content,
        loaded: &Loaded,
        event: &Event,
        hint: LanguageHint,
        now: DateTime<Utc>,
    ) -> Result<Committed, EngineError> {
        let outcome = step(&loaded.state, event, content, &self.around(hint, now)?);
        Ok(Committed { next: Arc::new(outcome.state), effects: outcome.effects, verdict: outcome.verdict })
    }

    fn occasion<'a>(&self, applicant: &'a ApplicantId, cause: &'a Cause, now: DateTime<Utc>) -> Occasion<'a> {
        let (name, row) = (applicant.as_str(), self.master.applicant_key(applicant.as_str()));
        Occasion { row, name, cause, moment: None, now }
    }

    /// Decides and commits, again when a race was lost; `Err` with the state: it was decided that nothing happens.
    async fn commit(
        &self,
        occasion: &Occasion<'_>,
        decide: impl Fn(&Loaded) -> Result<Option<Committed>, EngineError>,
    ) -> Result<Result<Turned, Arc<State>>, EngineError> {
        let Occasion { row, name, cause, .. } = *occasion;
        self.recall_often().await?;
        for attempt in 0..RACE_COUNT_MAX {
            let opened = if attempt == 0 { self.take_opened(row) } else { None };
            // What was kept opened may be out of date, and the names may be known: a commit that rests on either is refused.
            // So both are believed, and the store is asked only where nothing would be committed.
            let believed = opened.is_some();
            let repeated = !believed && self.seen(row, cause).await?;
            let mut loaded = match opened {
                Some(loaded) => loaded,
                None => self.load(row, name).await?,
            };
            let decided = if repeated { None } else { decide(&loaded)? };
            let Some(decided) = decided else {
                if believed {
                    continue;
                }
                self.drop_waiting(cause.waits.iter().cloned().collect()).await?;
                let state = Arc::clone(&loaded.state);
                self.keep_opened(row, loaded);
                return Ok(if repeated { Ok(Turned::nothing(state, true)) } else { Err(state) });
            };
            let forgets = decided.effects.contains(&Effect::Forget);
            let mut unsaid = Vec::new();
            let (batch, messages) = if forgets {
                let mut waiting = self.outbox_keys(row).await?;
                // What one commit does not take follows it: nobody can open it any more.
                unsaid = waiting.split_off(waiting.len().min(FORGOTTEN_COUNT_MAX));
                self.forget(occasion, &loaded, &decided.effects, &waiting)?
            } else {
                self.batch(occasion, &mut loaded, &decided)?
            };
            match self.store.commit(batch).await {
                Ok(seq) => {
                    self.delivered(unsaid).await?;
                    let Committed { next, verdict, .. } = decided;
                    if !forgets {
                        let turns = loaded.turns + 1;
                        let state = Arc::clone(&next);
                        self.keep_opened(row, Loaded { rev: Some(seq), turns, state, ..loaded });
                    }
                    return Ok(Ok(Turned { messages, verdict, state: next, repeated: false }));
                }
                Err(StoreError::Conflict) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(EngineError::Raced)
    }

    fn around(&self, hint: LanguageHint, now: DateTime<Utc>) -> Result<Around, EngineError> {
        Ok(Around {
            now,
            fresh: Reference::from_random(random()?),
            edition: self.settings.edition.clone(),
            language: hint.language,
            language_chosen: hint.chosen,
            team: self.settings.team,
            often: self.often(),
        })
    }

    fn batch(
        &self,
        occasion: &Occasion<'_>,
        loaded: &mut Loaded,
        decided: &Committed,
    ) -> Result<(Batch, Vec<Pending>), EngineError> {
        let Occasion { row, cause, now, .. } = *occasion;
        let mut batch = begun(occasion, loaded);
        self.put_applicant(row, loaded, &decided.next, &mut batch)?;
        self.put_filings(row, loaded, &decided.next, now, &mut batch)?;
        put_moments(row, &loaded.state, &decided.next, &mut batch);
        for effect in &decided.effects {
            if let Effect::OpenTicket(ticket) = effect {
                let key = ticket.id.clone().into_bytes();
                batch.ops.push(Op::Put(Table::Tickets, key, json("tickets", ticket)?));
            }
        }
        self.count_often(&decided.effects, &mut batch)?;
        let under = Under::Own(&loaded.key);
        let (born, turn, effects) = (loaded.born, loaded.turns + 1, &decided.effects);
        let saying = Saying { row, born, turn, under, effects, cause };
        let messages = outbox::put(&saying, &mut batch)?;
        Ok((batch, messages))
    }

    fn put_applicant(
        &self,
        row: [u8; 32],
        loaded: &Loaded,
        next: &State,
        batch: &mut Batch,
    ) -> Result<(), EngineError> {
        if loaded.rev.is_none() {
            let key = applicant_key_row(row);
            let wrapped = self.master.wrap(&loaded.key, &aad(Table::Keys, &key, Owner::Applicant(&row)))?;
            batch.ops.push(Op::Put(Table::Keys, key, wrapped));
        }
        let value = ApplicantRow {
            name: Cow::Borrowed(&loaded.name),
            born: loaded.born,
            turns: loaded.turns + 1,
            applicant: Cow::Borrowed(&next.applicant),
            filings: next.filings.keys().cloned().collect(),
        };
        let sealed = seal(&loaded.key, Table::Applicants, &row, Owner::Applicant(&row), &value)?;
        batch.ops.push(Op::Put(Table::Applicants, row.to_vec(), sealed));
        Ok(())
    }

    fn put_filings(
        &self,
        row: [u8; 32],
        loaded: &mut Loaded,
        next: &State,
        now: DateTime<Utc>,
        batch: &mut Batch,
    ) -> Result<(), EngineError> {
        for (reference, filing) in &next.filings {
            if loaded.state.filings.get(reference) == Some(filing) {
                continue;
            }
            let id = reference.as_str().as_bytes();
            if !loaded.filing_keys.contains_key(reference) {
                let made = DataKey::random()?;
                let key_row = filing_key_row(reference);
                let wrapped = self.master.wrap(&made, &aad(Table::Keys, &key_row, Owner::Filing(id)))?;
                batch.expects.push(Expect::Absent(Table::Filings, id.to_vec()));
                batch.ops.push(Op::Put(Table::Keys, key_row, wrapped));
                loaded.filing_keys.insert(reference.clone(), made);
            }
            let value = FilingRow { applicant: row, filing: Cow::Borrowed(filing) };
            let sealed = seal(&loaded.filing_keys[reference], Table::Filings, id, Owner::Filing(id), &value)?;
            batch.ops.push(Op::Put(Table::Filings, id.to_vec(), sealed));
        }
        let gone = loaded.state.filings.iter().filter(|(reference, _)| !next.filings.contains_key(reference));
        for (reference, filing) in gone {
            delete_filing(reference, filing, batch);
            batch.ops.push(Op::Put(Table::Tombstones, random::<16>()?.to_vec(), instant(now).to_vec()));
            loaded.filing_keys.remove(reference);
        }
        Ok(())
    }

    /// Destroys the keys and the rows; what stays is a random id and the time, and until it is delivered, the word that
    /// it was done.
    fn forget(
        &self,
        occasion: &Occasion<'_>,
        loaded: &Loaded,
        effects: &[Effect],
        waiting: &[Key],
    ) -> Result<(Batch, Vec<Pending>), EngineError> {
        let Occasion { row, cause, now, .. } = *occasion;
        let mut batch = begun(occasion, loaded);
        batch.ops.push(Op::Delete(Table::Applicants, row.to_vec()));
        batch.ops.push(Op::Delete(Table::Keys, applicant_key_row(row)));
        for (reference, filing) in &loaded.state.filings {
            delete_filing(reference, filing, &mut batch);
        }
        put_moments(row, &loaded.state, &State::new(), &mut batch);
        batch.ops.push(Op::Put(Table::Tombstones, random::<16>()?.to_vec(), instant(now).to_vec()));
        batch.ops.extend(waiting.iter().map(|key| Op::Delete(Table::Outbox, key.clone())));
        let under = Under::Inbox(self.master.inbox_key(), &loaded.name);
        let (born, turn) = (loaded.born, loaded.turns + 1);
        let saying = Saying { row, born, turn, under, effects, cause };
        let messages = outbox::put(&saying, &mut batch)?;
        Ok((batch, messages))
    }
}

/// What every commit of an applicant begins with: the guard of the revision, the names of the event, and the rows that
/// go with it.
fn begun(occasion: &Occasion<'_>, loaded: &Loaded) -> Batch {
    let Occasion { row, cause, now, .. } = *occasion;
    let mut batch = Batch::default();
    batch.expects.push(match loaded.rev {
        Some(rev) => Expect::Rev(Table::Applicants, row.to_vec(), rev),
        None => Expect::Absent(Table::Applicants, row.to_vec()),
    });
    for id in &cause.ids {
        let key = seen_row(row, id);
        batch.expects.push(Expect::Absent(Table::Inbox, key.clone()));
        batch.ops.push(Op::Put(Table::Inbox, key, instant(now).to_vec()));
    }
    batch.ops.extend(cause.waits.iter().map(|key| Op::Delete(Table::Inbox, key.clone())));
    batch.ops.extend(cause.said.iter().map(|key| Op::Delete(Table::Outbox, key.clone())));
    // It has come, whatever the turn makes of it: a row that nothing else takes away would come again for ever.
    batch.ops.extend(occasion.moment.iter().map(|key| Op::Delete(Table::Timers, key.clone())));
    batch
}

/// Destroys the key of a filing, and its rows.
fn delete_filing(reference: &Reference, filing: &Filing, batch: &mut Batch) {
    batch.ops.push(Op::Delete(Table::Filings, reference.as_str().as_bytes().to_vec()));
    batch.ops.push(Op::Delete(Table::Keys, filing_key_row(reference)));
    for count in 1..=filing.tickets.len() {
        batch.ops.push(Op::Delete(Table::Tickets, format!("{reference}-{count}").into_bytes()));
    }
}
