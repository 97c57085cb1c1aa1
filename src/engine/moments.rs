//! Moments of timers: which have come, whose they are, and the turn that each makes.

use chrono::{DateTime, Utc};

use super::load::Loaded;
use super::rows::{behind, instant, moment_of, timer_row};
use super::{ApplicantId, Cause, Engine, EngineError, LanguageHint, Occasion, Pending, Turned};
use crate::content::Content;
use crate::dialogue::{Event, Moment, Reference, Role};
use crate::store::{Batch, Key, Op, Table};

/// How many moments are looked at together.
const DUE_COUNT_MAX: usize = 256;

/// How many applicants are looked at together when the dialogues are others.
const SETTLED_COUNT_MAX: usize = 64;

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
    pub(super) applicant: [u8; 32],
}

impl DueMoment {
    /// Where it stands in the due index.
    fn row(&self) -> Key {
        timer_row(self.applicant, &self.filing, self.due, self.ordinal, &self.timer)
    }
}

impl Engine {
    /// Lets a moment come: its reminder is committed once, whatever happens, and it does not come again.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn fire(&self, moment: &DueMoment, now: DateTime<Utc>) -> Result<Turned, EngineError> {
        let content = self.content();
        let (unsaid, unread) = self.what_waits(&content, moment).await?;
        let event = Event::MomentCame {
            filing: moment.filing.clone(),
            timer: moment.timer.clone(),
            ordinal: moment.ordinal,
            due: moment.due,
            unsaid,
            unread,
        };
        let decide = |loaded: &Loaded| {
            // Without a row it was forgotten in the meantime: nobody is left to remind.
            if loaded.rev.is_none() {
                return Ok(None);
            }
            // Another one of its timer spoke for it.
            let waits = loaded.state.filings.get(&moment.filing).is_some_and(|filing| {
                let is_it = |known: &Moment| known.ordinal == moment.ordinal && known.due == moment.due;
                filing.moments.iter().any(|known| is_it(known) && !known.over)
            });
            if !waits {
                return Ok(None);
            }
            self.step(&content, loaded, &event, LanguageHint::default(), now).map(Some)
        };
        let (row, cause) = (moment.applicant, Cause::default());
        let occasion = Occasion { row, name: "", cause: &cause, moment: Some(moment.row()), now };
        match self.commit(&occasion, decide).await? {
            Ok(turned) => Ok(turned),
            Err(state) => {
                self.drop_moment(moment).await?;
                Ok(Turned::nothing(state, false))
            }
        }
    }

    /// Before something is erased: whether its announcement still waits to be handed over, or something of the applicant to be
    /// looked at.
    async fn what_waits(&self, content: &Content, moment: &DueMoment) -> Result<(bool, bool), EngineError> {
        if !erases(content, &moment.timer) {
            return Ok((false, false));
        }
        let Some(applicant) = self.whose(moment).await? else { return Ok((false, false)) };
        let announces = |pending: &Pending| {
            let message = &pending.message;
            message.role == Role::Reminder
                && message.filing.as_ref() == Some(&moment.filing)
                && message
                    .about
                    .as_deref()
                    .and_then(|about| about.split(' ').next())
                    .is_some_and(|id| erases(content, id))
        };
        let unsaid = self.undelivered(&applicant).await?.iter().any(announces);
        Ok((unsaid, !self.waiting(Some(&applicant), None, 1).await?.is_empty()))
    }

    /// Nothing becomes due any more for somebody who cannot be reached, until they do something.
    pub(super) async fn leave(&self, applicant: &ApplicantId, now: DateTime<Utc>) -> Result<(), EngineError> {
        let content = self.content();
        let decide = |loaded: &Loaded| {
            if loaded.rev.is_none() || loaded.state.applicant.away || loaded.state.filings.is_empty() {
                return Ok(None);
            }
            self.step(&content, loaded, &Event::Left, LanguageHint::default(), now).map(Some)
        };
        let cause = Cause::default();
        self.commit(&self.occasion(applicant, &cause, now), decide).await.map(drop)
    }

    /// Works out anew what is due for a page of all applicants behind this one, since the dialogues are others: a new timer
    /// is for those, too, who say nothing. Gives the last of the page; `None`: there is nobody more.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`]; one whose rows do not open holds up nobody.
    pub async fn settle_page(
        &self,
        behind_row: Option<[u8; 32]>,
        now: DateTime<Utc>,
    ) -> Result<Option<[u8; 32]>, EngineError> {
        let from = behind_row.map(|row| behind(&row)).unwrap_or_default();
        let rows = self.store.scan(Table::Applicants, &from, &[], SETTLED_COUNT_MAX).await?;
        let rows = rows.iter().filter_map(|(key, _)| <[u8; 32]>::try_from(key.as_slice()).ok());
        let mut last = None;
        for row in rows {
            last = Some(row);
            match self.settle_one(row, now).await {
                Err(error @ EngineError::Store(_)) => return Err(error),
                Err(error) => tracing::warn!(%error, "what is due for somebody could not be worked out"),
                Ok(()) => {}
            }
        }
        Ok(last)
    }

    async fn settle_one(&self, row: [u8; 32], now: DateTime<Utc>) -> Result<(), EngineError> {
        let content = self.content();
        let decide = |loaded: &Loaded| {
            if loaded.rev.is_none() || loaded.state.filings.is_empty() {
                return Ok(None);
            }
            let settled = self.step(&content, loaded, &Event::Settled, LanguageHint::default(), now)?;
            Ok((settled.next != loaded.state).then_some(settled))
        };
        let cause = Cause::default();
        let occasion = Occasion { row, name: "", cause: &cause, moment: None, now };
        self.commit(&occasion, decide).await.map(drop)
    }

    /// Whether something is erased with this moment, unless somebody wants it kept.
    #[must_use]
    pub fn erases(&self, moment: &DueMoment) -> bool {
        erases(&self.content(), &moment.timer)
    }

    /// Lets a moment go that is nobody's any more.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn drop_moment(&self, moment: &DueMoment) -> Result<(), EngineError> {
        let ops = vec![Op::Delete(Table::Timers, moment.row())];
        self.store.commit(Batch { expects: Vec::new(), ops }).await?;
        Ok(())
    }

    /// Moments of anybody's timers due by now, oldest first, a page of them behind this one: how many are stored or due in all
    /// changes nothing.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn due_behind(
        &self,
        last: Option<&DueMoment>,
        until: DateTime<Utc>,
    ) -> Result<Vec<DueMoment>, EngineError> {
        let from = last.map(|last| behind(&last.row())).unwrap_or_default();
        let to = instant(until + chrono::TimeDelta::milliseconds(1));
        let rows = self.store.scan(Table::Timers, &from, &to, DUE_COUNT_MAX).await?;
        Ok(rows.iter().filter_map(|(key, _)| moment_of(key)).collect())
    }

    /// When the next moment of anybody's timers is due; `None`: nothing is to come.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn next_due(&self) -> Result<Option<DateTime<Utc>>, EngineError> {
        let first = self.store.scan(Table::Timers, &[], &[], 1).await?;
        Ok(first.first().and_then(|(key, _)| moment_of(key)).map(|moment| moment.due))
    }

    /// Whose moment it is; `None`: nobody's any more.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn whose(&self, moment: &DueMoment) -> Result<Option<ApplicantId>, EngineError> {
        self.name_of(moment.applicant).await
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
}

/// Whether a timer announces that a filing is erased.
fn erases(content: &Content, id: &str) -> bool {
    let id = content.aliases.timer(id);
    content.timers.iter().any(|timer| timer.id == id && timer.clock.erases.is_some())
}
