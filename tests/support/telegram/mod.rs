//! A fake Bot API server on loopback: people on one side, the bot on the other, real HTTP between them.
//!
//! A test lets people act ([`Fake::say`], [`Fake::press`]), looks at what they see ([`Fake::chat`], [`Fake::toasts`]), and
//! breaks the line on command ([`Fake::next`], [`Fake::storm`]). Updates are delivered at least once. What the real server
//! refuses is refused in its words; what it would let pass though it is a slip of the bot (a bare `&`, nine buttons in a row)
//! is refused too, and every such breach is kept in [`Fake::breaches`].
//!
//! The server has a thread of its own, so a test may block; it ends when the last handle is dropped.

#![allow(dead_code, unused_imports, reason = "each test uses a part of the support")]

mod answers;
mod calls;
mod chats;
mod faults;
mod html;
mod inline;
mod media;
mod menu;
mod messages;
mod methods;
mod params;
mod people;
mod polling;
mod server;
mod strict;
mod updates;
mod watch;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use tokio::sync::{Notify, mpsc};

pub(crate) use calls::{Call, Calls};
pub(crate) use chats::{Button, Offer, Shown, Toast};
pub(crate) use faults::{Asked, Fault, Random, Rule};

/// The bot's token, in the shape of a real one.
pub(crate) const TOKEN: &str = "123456789:AAFakeFakeFakeFakeFakeFakeFakeFake0";

/// The bot's own id: the part of the token before the colon.
pub(crate) const BOT: i64 = 123_456_789;

/// The bot's name without the `@`.
pub(crate) const BOT_NAME: &str = "beian_test_bot";

/// A handle to one running server; clones speak of the same one.
#[derive(Clone)]
pub(crate) struct Fake {
    shared: Arc<Shared>,
    /// Kept so that the server ends with the last handle.
    orders: mpsc::UnboundedSender<Order>,
}

/// What the handle asks of the accepting loop.
enum Order {
    /// Close every connection and refuse new ones for so long.
    Refuse(Duration),
}

/// What the server's tasks and the handles have in common.
struct Shared {
    url: String,
    world: Mutex<World>,
    /// An update came, or updates were confirmed.
    queue_changed: Notify,
}

/// Everything the server knows.
#[derive(Default)]
struct World {
    updates: updates::Queue,
    chats: chats::Chats,
    media: media::Media,
    menu: menu::Menu,
    plan: faults::Plan,
    calls: calls::Ledger,
    webhook: String,
    clock_offset_s: i64,
}

impl Shared {
    fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl World {
    /// The server's clock, in seconds.
    #[expect(clippy::disallowed_methods, reason = "the fake server has a clock of its own")]
    fn now(&self) -> i64 {
        let passed = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        i64::try_from(passed.as_secs()).unwrap_or(i64::MAX).saturating_add(self.clock_offset_s)
    }
}

impl Fake {
    /// Starts a server on a free port.
    pub(crate) fn start() -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
        let address = listener.local_addr().expect("the listener is bound");
        let shared = Arc::new(Shared {
            url: format!("http://{address}"),
            world: Mutex::default(),
            queue_changed: Notify::new(),
        });
        let (orders, received) = mpsc::unbounded_channel();
        server::spawn(listener, Arc::clone(&shared), received, orders.downgrade());
        Self { shared, orders }
    }

    /// Where the server listens, without a slash at the end.
    pub(crate) fn url(&self) -> &str {
        &self.shared.url
    }

    /// What the bot did that no correct bot does: `method: what was said to it`.
    pub(crate) fn breaches(&self) -> Vec<String> {
        self.shared.world().calls.breaches.clone()
    }

    /// How often each method was called and each refusal given.
    pub(crate) fn calls(&self) -> Calls {
        self.shared.world().calls.counted()
    }

    /// Whether whole calls are kept; off at the start, so that a benchmark keeps no memory.
    pub(crate) fn record(&self, on: bool) {
        self.shared.world().calls.keeps = on;
    }

    /// The calls kept so far, in the order in which they took effect.
    pub(crate) fn recorded(&self) -> Vec<Call> {
        self.shared.world().calls.kept.clone()
    }

    /// The calls kept since the last time, which are kept no longer.
    pub(crate) fn take_recorded(&self) -> Vec<Call> {
        std::mem::take(&mut self.shared.world().calls.kept)
    }

    /// How many messages each chat remembers; all of them at the start.
    pub(crate) fn remember(&self, messages_max: usize) {
        self.shared.world().chats.remembered_max = messages_max;
    }

    /// Sets a webhook, as another program with the token might; an empty one clears it.
    pub(crate) fn webhook(&self, url: &str) {
        url.clone_into(&mut self.shared.world().webhook);
    }

    /// The webhook that is set; empty for none.
    pub(crate) fn webhook_url(&self) -> String {
        self.shared.world().webhook.clone()
    }

    /// Puts the server's clock ahead of the machine's, or behind it.
    pub(crate) fn clock_offset(&self, seconds: i64) {
        self.shared.world().clock_offset_s = seconds;
    }

    /// The command menu of all private chats in a language (empty: of every other language), as `(command, description)`.
    pub(crate) fn commands(&self, language: &str) -> Vec<(String, String)> {
        self.shared.world().menu.commands(language)
    }

    /// What the bot says of itself: `part` is `name`, `description` or `short_description`.
    pub(crate) fn profile(&self, part: &str, language: &str) -> Option<String> {
        self.shared.world().menu.profile(part, language)
    }
}
