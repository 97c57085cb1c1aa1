//! `getUpdates`: a poll that waits, and that the next one ends.

use std::time::Duration;

use serde_json::Value;
use tokio::time::Instant;

use super::faults::Fault;
use super::params::Params;
use super::strict::Refusal;
use super::{Shared, World};

/// Answers one `getUpdates`: waits for an update, for the end of its time, or for another poll to end it.
pub(super) async fn poll(shared: &Shared, params: &Params, fault: Option<&Fault>) -> Result<String, Refusal> {
    let mine = shared.world().begin_poll(params)?;
    shared.queue_changed.notify_waiters();
    let timeout = params.number("timeout").and_then(|seconds| u64::try_from(seconds).ok()).unwrap_or(0);
    let until = Instant::now() + Duration::from_secs(timeout);
    let limit = params.number("limit").and_then(|limit| usize::try_from(limit).ok()).unwrap_or(100);
    loop {
        let woken = shared.queue_changed.notified();
        tokio::pin!(woken);
        woken.as_mut().enable();
        if let Some(batch) = shared.world().next_batch(mine, limit.clamp(1, 100), fault)? {
            return Ok(batch);
        }
        if tokio::time::timeout_at(until, woken).await.is_err() {
            return Ok("[]".to_owned());
        }
    }
}

impl World {
    /// Confirms what the offset confirms, and ends the poll before; gives the number of this one.
    fn begin_poll(&mut self, params: &Params) -> Result<u64, Refusal> {
        if !self.webhook.is_empty() {
            return Err(Refusal::new(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            ));
        }
        let kinds =
            params.nested("allowed_updates").map_err(|()| Refusal::breach("can't parse allowed_updates"))?;
        if let Some(kinds) = kinds {
            let kinds = kinds.as_array().into_iter().flatten().filter_map(Value::as_str);
            self.updates.allow(kinds.map(str::to_owned).collect());
        }
        self.updates.confirm(params.number("offset").unwrap_or(0));
        self.updates.newest_poll += 1;
        Ok(self.updates.newest_poll)
    }

    fn next_batch(
        &mut self,
        poll: u64,
        limit: usize,
        fault: Option<&Fault>,
    ) -> Result<Option<String>, Refusal> {
        if self.updates.newest_poll != poll {
            return Err(Refusal::new(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            ));
        }
        let Some((batch, disturbed)) = self.updates.batch(limit, fault, &mut self.plan.random) else {
            return Ok(None);
        };
        if let Some(fault) = fault.filter(|_| disturbed) {
            self.plan.count(fault);
        }
        Ok(Some(batch))
    }
}
