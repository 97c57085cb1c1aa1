//! Moments of timers: which have come, whose they are, and the turn that each makes.

use chrono::{DateTime, Utc};

use super::load::Loaded;
use super::rows::{instant, moment_of};
use super::{ApplicantId, Cause, Engine, EngineError, LanguageHint, SCAN_COUNT_MAX, Turned};
use crate::dialogue::{Event, Reference};
use crate::store::Table;

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

impl Engine {
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
        let decide = |loaded: &Loaded| {
            // Without a row it was forgotten in the meantime: nobody is left to remind.
            if loaded.rev.is_none() {
                return Ok(None);
            }
            self.step(loaded, &event, LanguageHint::default(), now).map(Some)
        };
        let turned = self.commit(moment.applicant, None, &Cause::default(), now, decide).await?;
        Ok(turned.unwrap_or_else(|state| Turned::nothing(state, false)))
    }

    /// Moments of anybody's timers due by now, oldest first; of each timer only the newest, which speaks for those
    /// before it.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn all_due(&self, until: DateTime<Utc>) -> Result<Vec<DueMoment>, EngineError> {
        let to = instant(until + chrono::TimeDelta::milliseconds(1));
        let rows = self.store.scan(Table::Timers, &[], &to, SCAN_COUNT_MAX).await?;
        let mut due: Vec<DueMoment> = rows.iter().filter_map(|(key, _)| moment_of(key)).collect();
        let mut newest = std::collections::BTreeSet::new();
        due.reverse();
        due.retain(|moment| newest.insert((moment.applicant, moment.filing.clone(), moment.timer.clone())));
        due.reverse();
        Ok(due)
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
