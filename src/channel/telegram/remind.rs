//! Reminders: the moments that have come are let come, each by itself, whatever becomes of the others.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures_util::FutureExt;

use super::Service;
use crate::clock::Clock;
use crate::engine::{DueMoment, EngineError};

/// The note that keeps for which dialogues what is due was worked out.
const SETTLED: &[u8] = b"settled";

/// The pause between two pages of applicants, so that turns are committed meanwhile.
const SETTLE_PAUSE: Duration = Duration::from_millis(50);

/// How often moments that have come are looked for.
const REMIND_EVERY: Duration = Duration::from_secs(15);

/// Whoever asks for updates is answered that often, where the connection stands.
const HEARD_WITHIN: Duration = Duration::from_secs(120);

impl Service {
    /// Lets the moments come that have come.
    ///
    /// # Errors
    ///
    /// [`EngineError`]
    pub async fn remind(&self) -> Result<(), EngineError> {
        let Some(now) = self.trusted_now().await? else { return Ok(()) };
        let mut last = None;
        loop {
            let page = self.lanes.engine.due_behind(last.as_ref(), now).await?;
            for moment in &page {
                match AssertUnwindSafe(self.remind_of(moment, now)).catch_unwind().await {
                    Ok(Ok(())) => {}
                    Ok(Err(error @ EngineError::Store(_))) => return Err(error),
                    Ok(Err(error)) => {
                        tracing::error!(%error, timer = moment.timer, "a reminder failed; it is tried again later");
                    }
                    Err(_) => {
                        tracing::error!(timer = moment.timer, "a reminder panicked; it is tried again later");
                    }
                }
            }
            let Some(end) = page.into_iter().next_back() else { return Ok(()) };
            last = Some(end);
        }
    }

    /// The time by which reminders go; `None`: the clock cannot be believed. One that is set by hand always is.
    async fn trusted_now(&self) -> Result<Option<DateTime<Utc>>, EngineError> {
        let (wall, lanes) = (self.lanes.clock.now(), &self.lanes);
        match lanes.clock {
            Clock::Frozen(_) => Ok(Some(wall)),
            Clock::Wall => self.guard.lock().await.now(&lanes.engine, wall, lanes.api.server_time()).await,
        }
    }

    async fn remind_of(&self, moment: &DueMoment, now: DateTime<Utc>) -> Result<(), EngineError> {
        let engine = &self.lanes.engine;
        let Some(applicant) = engine.whose(moment).await? else {
            return engine.drop_moment(moment).await;
        };
        // Whoever talks at the terminal is reminded there.
        if applicant.telegram_user().is_none() {
            return Ok(());
        }
        // Nothing is erased while nobody could say that they want it kept.
        if engine.erases(moment) && !self.lanes.api.was_heard_within(HEARD_WITHIN) {
            return Ok(());
        }
        let turned = engine.fire(moment, now).await?;
        self.lanes.sender.hand_over(&applicant, turned.messages);
        Ok(())
    }

    /// Works out anew what is due for everybody, once for each version of the dialogues, and in peace.
    pub(super) async fn settle_on_and_on(&self) {
        let mut contents = self.lanes.engine.contents();
        loop {
            let version = contents.borrow_and_update().version.to_string();
            match self.settle_all(&version).await {
                Ok(()) => {}
                Err(error @ EngineError::Store(_)) => return self.stop.fail(error),
                Err(error) => tracing::error!(%error, "what is due could not be worked out anew"),
            }
            let changed = async {
                if contents.changed().await.is_err() {
                    std::future::pending::<()>().await;
                }
            };
            tokio::select! {
                () = changed => {}
                () = self.stop.wait() => return,
            }
        }
    }

    async fn settle_all(&self, version: &str) -> Result<(), EngineError> {
        let engine = &self.lanes.engine;
        let known = engine.notes(SETTLED).await?;
        if known.iter().any(|(_, value)| value == version.as_bytes()) {
            return Ok(());
        }
        let mut last = None;
        loop {
            last = engine.settle_page(last, self.lanes.clock.now()).await?;
            if last.is_none() {
                break;
            }
            if self.stop.sleep(SETTLE_PAUSE).await {
                return Ok(());
            }
        }
        engine.note(SETTLED, version.as_bytes()).await
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
