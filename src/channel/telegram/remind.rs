//! Reminders: the moments that have come are let come, each by itself, whatever becomes of the others.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures_util::FutureExt;

use super::Service;
use crate::engine::{DueMoment, EngineError};

/// How often moments that have come are looked for.
const REMIND_EVERY: Duration = Duration::from_secs(15);

impl Service {
    /// Lets the moments come that have come.
    ///
    /// # Errors
    ///
    /// [`EngineError`]
    pub async fn remind(&self) -> Result<(), EngineError> {
        // One that came may have set others that are due already.
        while self.remind_some().await? {}
        Ok(())
    }

    /// Whether there may be more.
    async fn remind_some(&self) -> Result<bool, EngineError> {
        let now = self.lanes.clock.now();
        let mut fired = false;
        for moment in self.lanes.engine.all_due(now).await? {
            match AssertUnwindSafe(self.remind_of(&moment, now)).catch_unwind().await {
                Ok(Ok(one_fired)) => fired |= one_fired,
                Ok(Err(error @ EngineError::Store(_))) => return Err(error),
                Ok(Err(error)) => {
                    tracing::error!(%error, timer = moment.timer, "a reminder failed; it is tried again later");
                }
                Err(_) => {
                    tracing::error!(timer = moment.timer, "a reminder panicked; it is tried again later");
                }
            }
        }
        Ok(fired)
    }

    /// Whether somebody was reminded.
    async fn remind_of(&self, moment: &DueMoment, now: DateTime<Utc>) -> Result<bool, EngineError> {
        let engine = &self.lanes.engine;
        let Some(applicant) = engine.whose(moment).await? else {
            engine.drop_moment(moment).await?;
            return Ok(false);
        };
        // Whoever talks at the terminal is reminded there.
        if applicant.telegram_user().is_none() {
            return Ok(false);
        }
        let turned = engine.fire(moment, now).await?;
        self.lanes.sender.hand_over(&applicant, turned.messages);
        Ok(true)
    }

    pub(super) async fn remind_on_and_on(&self) {
        while !self.stop.is_stopping() {
            if let Err(error) = self.remind().await {
                tracing::error!(%error, "reminders could not be looked for");
                if matches!(&error, EngineError::Store(_)) {
                    return self.stop.fail(error);
                }
            }
            self.stop.sleep(REMIND_EVERY).await;
        }
    }
}
