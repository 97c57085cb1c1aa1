//! The end: asked for from outside, or because something failed that nobody here can mend.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use super::ServeError;

/// Tells everybody that it is over. Clones belong together.
#[derive(Clone)]
pub(super) struct Stop {
    told: Arc<watch::Sender<bool>>,
    reason: Arc<Mutex<Option<ServeError>>>,
}

impl Stop {
    pub(super) fn new() -> Self {
        Self { told: Arc::new(watch::Sender::new(false)), reason: Arc::default() }
    }

    /// It is over, and nothing is wrong.
    pub(super) fn ask(&self) {
        self.told.send_replace(true);
    }

    /// It is over, for this reason; the first one is kept.
    pub(super) fn fail(&self, reason: impl Into<ServeError>) {
        let reason = reason.into();
        tracing::error!(error = %reason, "the bot stops");
        self.reason.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(reason);
        self.ask();
    }

    pub(super) fn is_stopping(&self) -> bool {
        *self.told.borrow()
    }

    /// Returns once it is over.
    pub(super) async fn wait(&self) {
        let mut told = self.told.subscribe();
        // The sender lives as long as this does.
        let _ = told.wait_for(|over| *over).await;
    }

    /// Sleeps; `true`: it is over.
    pub(super) async fn sleep(&self, length: Duration) -> bool {
        if length.is_zero() {
            return self.is_stopping();
        }
        tokio::select! {
            () = tokio::time::sleep(length) => self.is_stopping(),
            () = self.wait() => true,
        }
    }

    /// Why it is over.
    pub(super) fn reason(&self) -> Option<ServeError> {
        self.reason.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}
