//! Waiting for what the bot does: woken by each change, with a limit, never by looking again and again.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::timeout;

use super::chats::{Chat, Shown, Toast};
use super::{Fake, World};

impl Fake {
    /// The message before which the bot had sent so many to this chat: `next_of(user, fake.sent(user), …)` is the next one.
    pub(crate) async fn next_of(&self, chat: i64, after: usize, limit: Duration) -> Option<Shown> {
        self.of_chat(chat, limit, |chat| chat.shown.at(after).cloned()).await
    }

    /// The answer to a press before which there were so many.
    pub(crate) async fn toast_of(&self, user: i64, after: usize, limit: Duration) -> Option<Toast> {
        self.of_chat(user, limit, |chat| chat.toasts.at(after).cloned()).await
    }

    /// Waits until the messages of a chat are so; `false`: they never were.
    pub(crate) async fn shows(
        &self,
        chat: i64,
        limit: Duration,
        mut so: impl FnMut(&[Shown]) -> bool,
    ) -> bool {
        self.of_chat(chat, limit, |chat| so(&chat.shown.items).then_some(())).await.is_some()
    }

    /// How often something changed in a chat: messages, edits, deletions, toasts.
    pub(crate) fn changes(&self, chat: i64) -> u64 {
        self.shared.world().chats.any(chat).changes
    }

    /// Waits for a change after so many; gives the new count.
    pub(crate) async fn change_of(&self, chat: i64, seen: u64, limit: Duration) -> Option<u64> {
        self.of_chat(chat, limit, |chat| (chat.changes > seen).then_some(chat.changes)).await
    }

    /// Waits until nothing has changed in a chat for this long; gives the count of changes.
    pub(crate) async fn settled(&self, chat: i64, quiet: Duration) -> u64 {
        let mut seen = self.changes(chat);
        while let Some(changes) = self.change_of(chat, seen, quiet).await {
            seen = changes;
        }
        seen
    }

    /// Waits until an update is confirmed; `false`: it was not.
    pub(crate) async fn confirms(&self, update: i64, limit: Duration) -> bool {
        let confirmed = |world: &mut World| world.updates.is_confirmed(update).then_some(());
        timeout(limit, self.until(&self.shared.queue_changed, confirmed)).await.is_ok()
    }

    /// Waits until no update is left to be confirmed; `false`: some are.
    pub(crate) async fn drained(&self, limit: Duration) -> bool {
        let drained = |world: &mut World| (world.updates.pending() == 0).then_some(());
        timeout(limit, self.until(&self.shared.queue_changed, drained)).await.is_ok()
    }

    /// Waits until a chat has something to show.
    pub(super) async fn of_chat<T>(
        &self,
        id: i64,
        limit: Duration,
        mut look: impl FnMut(&Chat) -> Option<T>,
    ) -> Option<T> {
        let changed = Arc::clone(&self.shared.world().chats.any(id).changed);
        timeout(limit, self.until(&changed, |world| look(world.chats.any(id)))).await.ok()
    }

    async fn until<T>(&self, changed: &Notify, mut look: impl FnMut(&mut World) -> Option<T>) -> T {
        loop {
            let woken = changed.notified();
            tokio::pin!(woken);
            woken.as_mut().enable();
            // A statement of its own, so that the lock is let go before the wait.
            let found = look(&mut self.shared.world());
            if let Some(found) = found {
                return found;
            }
            woken.await;
        }
    }
}
