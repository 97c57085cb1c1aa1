//! The shell's one loop: load, step, commit, and only then hand the messages over.
//!
//! A turn commits the new state, its messages, its timers, its tickets and the event's id in one atomic, durable
//! write, guarded by the applicant's revision. A lost race loads and steps again; an event that was seen before
//! changes nothing; a message that was not handed over is still in the outbox after a crash. Nothing is decided here.

mod rows;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rows::{
    ApplicantRow, FilingRow, aad, after, applicant_key_row, filing_key_row, instant, json, open, outbox_key,
    put_moments, random, seal, shaped,
};

use crate::content::{Content, Language};
use crate::dialogue::{
    Around, Effect, Event, Filing, Message, Reference, State, Ticket, Verdict, arrive, step,
};
use crate::store::vault::{DataKey, MasterKey, Owner, VaultError};
use crate::store::{Batch, CommitSeq, Expect, Key, Op, Store, StoreError, Table};

/// How often a turn that lost a race is tried again.
const RACE_COUNT_MAX: u32 = 16;

/// How many rows one look at a table takes.
const SCAN_COUNT_MAX: usize = 1024;

/// Who talks: `local:NAME`, `telegram:ID`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ApplicantId(String);

impl ApplicantId {
    /// An applicant at the terminal; `None` where the name is empty, longer than 64 characters or holds control
    /// characters.
    #[must_use]
    pub fn local(name: &str) -> Option<Self> {
        let name = name.trim();
        let fits = !name.is_empty() && name.chars().count() <= 64 && !name.chars().any(char::is_control);
        fits.then(|| Self(format!("local:{name}")))
    }

    /// The id as other programs see it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for ApplicantId {
    fn default() -> Self {
        Self("local:me".to_owned())
    }
}

impl std::fmt::Debug for ApplicantId {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let channel = self.0.split(':').next().unwrap_or_default();
        write!(out, "{channel}:***")
    }
}

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
#[derive(Debug, Clone, Copy, Default)]
pub struct LanguageHint {
    /// The language to begin with.
    pub language: Option<Language>,
    /// It was asked for in so many words.
    pub chosen: bool,
}

/// A message that is committed and waits to be handed over.
#[derive(Debug, Clone)]
pub struct Pending {
    /// Its place in the outbox; none: it was never kept, because its applicant asked to be forgotten.
    pub key: Option<Key>,
    /// The message.
    pub message: Message,
}

/// A committed turn.
#[derive(Debug, Clone)]
pub struct Turned {
    /// The messages, in order.
    pub messages: Vec<Pending>,
    /// Whether the event was taken.
    pub verdict: Verdict,
    /// The state after it.
    pub state: State,
}

/// A moment of a timer that has come.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DueMoment {
    /// When it was due.
    pub due: DateTime<Utc>,
    /// The filing.
    pub filing: Reference,
    /// The timer's id.
    pub timer: String,
    /// Which of its moments.
    pub ordinal: u32,
    applicant: [u8; 32],
}

/// The engine.
pub struct Engine {
    store: Arc<dyn Store>,
    master: MasterKey,
    content: Arc<Content>,
    settings: Settings,
}

/// What was loaded of one applicant.
struct Loaded {
    name: String,
    rev: Option<CommitSeq>,
    turns: u64,
    key: DataKey,
    filing_keys: BTreeMap<Reference, DataKey>,
    state: State,
}

impl Engine {
    /// An engine over a store whose values are sealed under this master key.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, master: MasterKey, content: Arc<Content>, settings: Settings) -> Self {
        Self { store, master, content, settings }
    }

    /// The dialogues.
    #[must_use]
    pub fn content(&self) -> &Arc<Content> {
        &self.content
    }

    /// A keyed hash of the applicant's name, for logs.
    #[must_use]
    pub fn log_id(&self, applicant: &ApplicantId) -> String {
        self.master.log_id(applicant.as_str())
    }

    /// Makes one turn. An event whose id was seen before changes nothing and says nothing.
    ///
    /// # Errors
    ///
    /// [`EngineError`]; nothing was changed, unless the store says that it does not know.
    pub async fn turn(
        &self,
        applicant: &ApplicantId,
        event_id: Option<&str>,
        event: &Event,
        hint: LanguageHint,
        now: DateTime<Utc>,
    ) -> Result<Turned, EngineError> {
        let row = self.master.applicant_key(applicant.as_str());
        self.turn_of(row, Some(applicant.as_str()), event_id, event, hint, now).await
    }

    /// Lets a moment come: its reminder is committed once, whatever happens.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn fire(&self, moment: &DueMoment, now: DateTime<Utc>) -> Result<Turned, EngineError> {
        let event = Event::MomentCame {
            filing: moment.filing.clone(),
            timer: moment.timer.clone(),
            ordinal: moment.ordinal,
            due: moment.due,
        };
        self.turn_of(moment.applicant, None, None, &event, LanguageHint::default(), now).await
    }

    /// An applicant's moments due by now, in order.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn due(
        &self,
        applicant: &ApplicantId,
        until: DateTime<Utc>,
    ) -> Result<Vec<DueMoment>, EngineError> {
        let row = self.master.applicant_key(applicant.as_str());
        let loaded = self.load(row, applicant.as_str()).await?;
        let moments = loaded.state.filings.iter().flat_map(|(reference, filing)| {
            let open = filing.moments.iter().filter(|moment| !moment.over && moment.due <= until);
            open.map(|moment| DueMoment {
                due: moment.due,
                filing: reference.clone(),
                timer: moment.timer.clone(),
                ordinal: moment.ordinal,
                applicant: row,
            })
        });
        let mut due: Vec<DueMoment> = moments.collect();
        due.sort();
        Ok(due)
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
        let messages = arrive(&loaded.state, &self.content, &self.around(hint, now)?);
        Ok((messages, loaded.state))
    }

    /// What is kept of an applicant; `None`: nothing.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn state(&self, applicant: &ApplicantId) -> Result<Option<State>, EngineError> {
        let loaded = self.load(self.master.applicant_key(applicant.as_str()), applicant.as_str()).await?;
        Ok(loaded.rev.map(|_| loaded.state))
    }

    /// One filing by its reference.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn filing(&self, reference: &Reference) -> Result<Option<Filing>, EngineError> {
        Ok(self.load_filing(reference).await?.map(|(row, _)| row.filing))
    }

    /// Messages that were committed and perhaps not handed over, oldest first.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn undelivered(&self, applicant: &ApplicantId) -> Result<Vec<Pending>, EngineError> {
        let row = self.master.applicant_key(applicant.as_str());
        let loaded = self.load(row, applicant.as_str()).await?;
        let rows = self.store.scan(Table::Outbox, &row, &after(&row), SCAN_COUNT_MAX).await?;
        let mut pending = Vec::new();
        for (key, stored) in rows {
            let message = open(&loaded.key, Table::Outbox, &key, Owner::Applicant(&row), &stored.value)?;
            pending.push(Pending { key: Some(key), message });
        }
        Ok(pending)
    }

    /// Marks messages as handed over.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn delivered(&self, keys: Vec<Key>) -> Result<(), EngineError> {
        if !keys.is_empty() {
            let ops = keys.into_iter().map(|key| Op::Delete(Table::Outbox, key)).collect();
            self.store.commit(Batch { expects: Vec::new(), ops }).await?;
        }
        Ok(())
    }

    /// The open tickets, oldest first.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn tickets(&self) -> Result<Vec<Ticket>, EngineError> {
        let mut tickets = Vec::new();
        let mut from = Vec::new();
        loop {
            let rows = self.store.scan(Table::Tickets, &from, &[], SCAN_COUNT_MAX).await?;
            let Some((last, _)) = rows.last() else { break };
            from = [last.as_slice(), &[0]].concat();
            for (_, stored) in rows {
                tickets.push(shaped::<Ticket>("tickets", &stored.value)?);
            }
        }
        tickets.sort_by_key(|ticket| ticket.at);
        Ok(tickets)
    }

    // ---- one turn ----------------------------------------------------------------------------------

    async fn turn_of(
        &self,
        row: [u8; 32],
        name: Option<&str>,
        event_id: Option<&str>,
        event: &Event,
        hint: LanguageHint,
        now: DateTime<Utc>,
    ) -> Result<Turned, EngineError> {
        for _ in 0..RACE_COUNT_MAX {
            let loaded = self.load(row, name.unwrap_or_default()).await?;
            if name.is_none() && loaded.rev.is_none() {
                // Forgotten in the meantime: nobody is left to remind.
                return Ok(Turned { messages: Vec::new(), verdict: Verdict::Neither, state: loaded.state });
            }
            if self.seen(event_id).await? {
                return Ok(Turned { messages: Vec::new(), verdict: Verdict::Neither, state: loaded.state });
            }
            let outcome = step(&loaded.state, event, &self.content, &self.around(hint, now)?);
            let forgets = outcome.effects.contains(&Effect::Forget);
            let waiting = if forgets { self.outbox_keys(row).await? } else { Vec::new() };
            let (mut batch, messages) =
                self.batch(row, &loaded, &outcome.state, &outcome.effects, event_id, now)?;
            batch.ops.extend(waiting.into_iter().map(|key| Op::Delete(Table::Outbox, key)));
            match self.store.commit(batch).await {
                Ok(_) => {
                    return Ok(Turned { messages, verdict: outcome.verdict, state: outcome.state });
                }
                Err(StoreError::Conflict) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(EngineError::Raced)
    }

    /// What waits to be handed over to an applicant.
    async fn outbox_keys(&self, row: [u8; 32]) -> Result<Vec<Key>, EngineError> {
        let rows = self.store.scan(Table::Outbox, &row, &after(&row), SCAN_COUNT_MAX).await?;
        Ok(rows.into_iter().map(|(key, _)| key).collect())
    }

    async fn seen(&self, event_id: Option<&str>) -> Result<bool, EngineError> {
        match event_id {
            Some(id) => Ok(self.store.get(Table::Inbox, id.as_bytes()).await?.is_some()),
            None => Ok(false),
        }
    }

    fn around(&self, hint: LanguageHint, now: DateTime<Utc>) -> Result<Around, EngineError> {
        Ok(Around {
            now,
            fresh: Reference::from_random(random()?),
            edition: self.settings.edition.clone(),
            language: hint.language,
            language_chosen: hint.chosen,
            team: self.settings.team,
        })
    }

    fn batch(
        &self,
        row: [u8; 32],
        loaded: &Loaded,
        next: &State,
        effects: &[Effect],
        event_id: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<(Batch, Vec<Pending>), EngineError> {
        let mut batch = Batch::default();
        batch.expects.push(match loaded.rev {
            Some(rev) => Expect::Rev(Table::Applicants, row.to_vec(), rev),
            None => Expect::Absent(Table::Applicants, row.to_vec()),
        });
        if let Some(id) = event_id {
            batch.expects.push(Expect::Absent(Table::Inbox, id.as_bytes().to_vec()));
            batch.ops.push(Op::Put(Table::Inbox, id.as_bytes().to_vec(), instant(now).to_vec()));
        }
        if effects.contains(&Effect::Forget) {
            let messages = Self::forget(row, loaded, effects, &mut batch, now)?;
            return Ok((batch, messages));
        }
        self.put_applicant(row, loaded, next, &mut batch)?;
        self.put_filings(row, loaded, next, &mut batch)?;
        put_moments(row, &loaded.state, next, &mut batch);
        let mut messages = Vec::new();
        for (ordinal, effect) in (0_u16..).zip(effects) {
            match effect {
                Effect::Say(message) => {
                    let key = outbox_key(row, loaded.turns + 1, ordinal);
                    let sealed = seal(&loaded.key, Table::Outbox, &key, Owner::Applicant(&row), message)?;
                    batch.ops.push(Op::Put(Table::Outbox, key.clone(), sealed));
                    messages.push(Pending { key: Some(key), message: message.clone() });
                }
                Effect::OpenTicket(ticket) => {
                    batch.ops.push(Op::Put(
                        Table::Tickets,
                        ticket.id.clone().into_bytes(),
                        json("tickets", ticket)?,
                    ));
                }
                Effect::Forget => {}
            }
        }
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
            name: loaded.name.clone(),
            turns: loaded.turns + 1,
            applicant: next.applicant.clone(),
            filings: next.filings.keys().cloned().collect(),
        };
        let sealed = seal(&loaded.key, Table::Applicants, &row, Owner::Applicant(&row), &value)?;
        batch.ops.push(Op::Put(Table::Applicants, row.to_vec(), sealed));
        Ok(())
    }

    fn put_filings(
        &self,
        row: [u8; 32],
        loaded: &Loaded,
        next: &State,
        batch: &mut Batch,
    ) -> Result<(), EngineError> {
        for (reference, filing) in &next.filings {
            if loaded.state.filings.get(reference) == Some(filing) {
                continue;
            }
            let id = reference.as_str().as_bytes();
            let made;
            let key = if let Some(key) = loaded.filing_keys.get(reference) {
                key
            } else {
                made = DataKey::random()?;
                let key_row = filing_key_row(reference);
                let wrapped = self.master.wrap(&made, &aad(Table::Keys, &key_row, Owner::Filing(id)))?;
                batch.expects.push(Expect::Absent(Table::Filings, id.to_vec()));
                batch.ops.push(Op::Put(Table::Keys, key_row, wrapped));
                &made
            };
            let value = FilingRow { applicant: row, filing: filing.clone() };
            batch.ops.push(Op::Put(
                Table::Filings,
                id.to_vec(),
                seal(key, Table::Filings, id, Owner::Filing(id), &value)?,
            ));
        }
        Ok(())
    }

    /// Destroys the keys and the rows; what stays is a random id and the time.
    fn forget(
        row: [u8; 32],
        loaded: &Loaded,
        effects: &[Effect],
        batch: &mut Batch,
        now: DateTime<Utc>,
    ) -> Result<Vec<Pending>, EngineError> {
        batch.ops.push(Op::Delete(Table::Applicants, row.to_vec()));
        batch.ops.push(Op::Delete(Table::Keys, applicant_key_row(row)));
        for (reference, filing) in &loaded.state.filings {
            batch.ops.push(Op::Delete(Table::Filings, reference.as_str().as_bytes().to_vec()));
            batch.ops.push(Op::Delete(Table::Keys, filing_key_row(reference)));
            for count in 1..=filing.tickets.len() {
                batch.ops.push(Op::Delete(Table::Tickets, format!("{reference}-{count}").into_bytes()));
            }
        }
        put_moments(row, &loaded.state, &State::new(), batch);
        batch.ops.push(Op::Put(Table::Tombstones, random::<16>()?.to_vec(), instant(now).to_vec()));
        let said = effects.iter().filter_map(|effect| match effect {
            Effect::Say(message) => Some(Pending { key: None, message: message.clone() }),
            Effect::OpenTicket(_) | Effect::Forget => None,
        });
        Ok(said.collect())
    }

    // ---- loading -----------------------------------------------------------------------------------

    async fn load(&self, row: [u8; 32], name: &str) -> Result<Loaded, EngineError> {
        let Some(stored) = self.store.get(Table::Applicants, &row).await? else {
            let (key, name) = (DataKey::random()?, name.to_owned());
            return Ok(Loaded {
                name,
                rev: None,
                turns: 0,
                key,
                filing_keys: BTreeMap::new(),
                state: State::new(),
            });
        };
        let key_row = applicant_key_row(row);
        let key = self.key(&key_row, Owner::Applicant(&row)).await?.ok_or(VaultError::Unopened)?;
        let value: ApplicantRow = open(&key, Table::Applicants, &row, Owner::Applicant(&row), &stored.value)?;
        let mut state = State { applicant: value.applicant, filings: BTreeMap::new() };
        let mut filing_keys = BTreeMap::new();
        for reference in value.filings {
            if let Some((filing, key)) = self.load_filing(&reference).await? {
                state.filings.insert(reference.clone(), filing.filing);
                filing_keys.insert(reference, key);
            }
        }
        Ok(Loaded { name: value.name, rev: Some(stored.rev), turns: value.turns, key, filing_keys, state })
    }

    async fn load_filing(&self, reference: &Reference) -> Result<Option<(FilingRow, DataKey)>, EngineError> {
        let id = reference.as_str().as_bytes();
        let Some(stored) = self.store.get(Table::Filings, id).await? else {
            return Ok(None);
        };
        let key =
            self.key(&filing_key_row(reference), Owner::Filing(id)).await?.ok_or(VaultError::Unopened)?;
        let row = open(&key, Table::Filings, id, Owner::Filing(id), &stored.value)?;
        Ok(Some((row, key)))
    }

    async fn key(&self, row: &[u8], owner: Owner<'_>) -> Result<Option<DataKey>, EngineError> {
        let stored = self.store.get(Table::Keys, row).await?;
        let key = stored.map(|stored| self.master.unwrap_key(&aad(Table::Keys, row, owner), &stored.value));
        Ok(key.transpose()?)
    }
}
