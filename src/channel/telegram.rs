//! The bot on Telegram: the same engine and the same dialogues, for real users.
//!
//! An update becomes a turn in its person's lane ([`lanes`]); the turn is one commit; only then may the update be confirmed
//! ([`poll`]), and only then is what was said sent ([`sender`]) and marked. Between Telegram and the store nothing is
//! lost, whatever dies and whenever: what was not confirmed comes again and is known by its name, and what was not
//! marked is said again after the next start.

pub mod api;
mod backoff;
mod bounded;
mod event_name;
mod fate;
mod files;
mod groups;
mod guard;
mod incoming;
mod inline;
mod lanes;
mod letter;
mod marks;
pub mod menu;
mod pace;
mod place;
mod poll;
mod remind;
pub mod render;
mod sender;
mod stop;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use teloxide::payloads::{DeleteWebhook, GetMe, GetWebhookInfo};

use self::api::CALL_MAX;
pub use self::api::{Api, Token};
use self::backoff::Backoff;
pub use self::fate::{Fate, Final};
use self::groups::Groups;
use self::guard::Guard;
use self::lanes::Lanes;
use self::pace::{Flood, Pace};
use self::place::Order;
use self::poll::Poller;
use self::sender::Sender;
use self::stop::Stop;
use crate::clock::Clock;
use crate::config::{Config, TelegramConfig};
use crate::engine::{Engine, EngineError};
use crate::store::Key;

/// How often all names of events are gone through to let go of the old ones, and the pause between two pages of them, so
/// that turns are committed meanwhile: ten thousand names each second, far more than come.
const SWEEP_EVERY: Duration = Duration::from_secs(600);
const SWEEP_PAUSE: Duration = Duration::from_millis(100);

/// How long the end may take: for the turns under way, then for what is being sent.
const END_MAX: Duration = Duration::from_secs(4);

/// The pauses between tries to reach the server at the start.
const PAUSE: Duration = Duration::from_millis(500);
const PAUSE_MAX: Duration = Duration::from_secs(30);

/// Why the bot does not serve (any more).
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// The token is refused.
    #[error("Telegram does not know this token (any more); ask @BotFather for it and set TELOXIDE_TOKEN")]
    Token,
    /// Updates go elsewhere.
    #[error(
        "a webhook is set for this bot, so its updates go there and polling would get none; \
         stop what answers it, then start once with `beian serve --delete-webhook`"
    )]
    Webhook,
    /// The engine failed, or its store.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// No answer that could be read.
    #[error(
        "Telegram cannot be reached; look whether this machine reaches [telegram] api_url, and set [telegram] proxy \
         where it cannot (in mainland China it needs one)"
    )]
    Unreached,
    /// The client cannot be made.
    #[error("{0}")]
    Client(String),
}

/// Who the bot is.
#[derive(Debug, Clone, Deserialize)]
pub struct Me {
    /// Its name, without the `@`.
    pub username: String,
}

#[derive(Deserialize)]
struct WebhookInfo {
    #[serde(default)]
    url: String,
}

/// The bot.
pub struct Service {
    poller: Poller,
    lanes: Arc<Lanes>,
    guard: tokio::sync::Mutex<Guard>,
    stop: Stop,
}

/// Ends the bot from outside.
#[derive(Clone)]
pub struct End(Stop);

impl End {
    /// An end that belongs to no bot yet.
    #[must_use]
    pub fn new() -> Self {
        Self(Stop::new())
    }

    /// It is over.
    pub fn ask(&self) {
        self.0.ask();
    }
}

impl Default for End {
    fn default() -> Self {
        Self::new()
    }
}

impl Service {
    /// Reaches the server, and makes sure that this process may poll. Tries until it does, or until the end.
    ///
    /// # Errors
    ///
    /// [`ServeError`]; `Ok(None)`: the end came first.
    pub async fn connect(
        config: &Config,
        token: &Token,
        engine: Arc<Engine>,
        clock: Clock,
        end: &End,
        delete_webhook: bool,
    ) -> Result<Option<Self>, ServeError> {
        let api = Api::new(&config.telegram, token).map_err(|error| ServeError::Client(error.to_string()))?;
        let stop = end.0.clone();
        let mut pauses = Backoff::new(PAUSE, PAUSE_MAX);
        let me = loop {
            let reached = tokio::select! {
                reached = reach(&api, delete_webhook) => reached,
                () = stop.wait() => return Ok(None),
            };
            match reached {
                Ok(me) => break me,
                Err(Reach::Never(error)) => return Err(error),
                Err(Reach::NotYet(failure)) => {
                    // The way out is told once; that it goes on trying, each time.
                    if pauses.failure_count() == 0 {
                        tracing::warn!(%failure, "{}", ServeError::Unreached);
                    }
                    let pause = pauses.failed();
                    tracing::warn!(pause_s = pause.as_secs(), "trying again");
                    if stop.sleep(pause).await {
                        return Ok(None);
                    }
                }
            }
        };
        let groups = Arc::new(Groups::new(&engine, &config.telegram.groups).await?);
        let pace = Pace::new(&config.telegram.limits);
        let sender =
            Arc::new(Sender::new(api.clone(), Arc::clone(&engine), pace, clock.clone(), stop.clone()));
        let lanes = Arc::new(Lanes {
            api: api.clone(),
            engine,
            sender,
            clock,
            stop: stop.clone(),
            bot: me.username,
            order: Order::default(),
            people: Mutex::new(HashMap::new()),
        });
        let poller = Poller { api, lanes: Arc::clone(&lanes), flood: Flood::new(&config.limits), groups };
        Ok(Some(Self { poller, lanes, guard: tokio::sync::Mutex::default(), stop }))
    }

    /// The bot's own name, without the `@`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.lanes.bot
    }

    /// Serves until the end is asked for or something fails, then finishes the turns and the sends under way.
    ///
    /// # Errors
    ///
    /// [`ServeError`]: why it had to end.
    pub async fn run(&self) -> Result<(), ServeError> {
        // In this order: the lanes that wake would add to what is unsaid, and it would be said by both.
        let unsaid = poll::say_again(&self.lanes).await?;
        let waiting = poll::restore(&self.lanes).await?;
        tracing::info!(waiting, unsaid, "polling");
        tokio::join!(
            self.poller.run(),
            self.remind_on_and_on(),
            self.settle_on_and_on(),
            self.sweep_on_and_on(),
            self.lanes.sender.marks.run(&self.stop),
            menu::keep(&self.poller.api, self.lanes.engine.contents(), &self.stop),
        );
        self.finish().await;
        match self.stop.reason() {
            Some(reason) => Err(reason),
            None => Ok(()),
        }
    }

    /// Whether nothing is being done or said.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.lanes.is_idle() && self.lanes.sender.is_idle()
    }

    async fn sweep_on_and_on(&self) {
        let mut from: Option<Key> = None;
        loop {
            match self.lanes.engine.sweep(from.take(), self.lanes.clock.now()).await {
                Ok(next) => from = next,
                Err(error) => return self.stop.fail(error),
            }
            let pause = if from.is_some() { SWEEP_PAUSE } else { SWEEP_EVERY };
            if self.stop.sleep(pause).await {
                return;
            }
        }
    }

    async fn finish(&self) {
        const LOOK_EVERY: Duration = Duration::from_millis(10);
        let until = |over: fn(&Lanes) -> bool| {
            let lanes = Arc::clone(&self.lanes);
            async move {
                while !over(&lanes) {
                    tokio::time::sleep(LOOK_EVERY).await;
                }
            }
        };
        // Whatever is not done in time is still in the inbox or in the outbox, or was never confirmed.
        let _ = tokio::time::timeout(END_MAX, until(Lanes::is_idle)).await;
        let _ = tokio::time::timeout(END_MAX, until(|lanes| lanes.sender.is_silent())).await;
        if let Err(error) = self.lanes.sender.marks.settle_all().await {
            tracing::warn!(%error, "what was said last may be said once more after the next start");
        }
    }
}

/// What can be told of the bot from outside.
#[derive(Debug)]
pub struct Examined {
    /// The bot's name, without the `@`.
    pub name: String,
    /// A webhook takes its updates.
    pub webhook: bool,
    /// The server's clock, in whole seconds.
    pub server_time: Option<DateTime<Utc>>,
}

/// Looks once whether the bot could serve.
///
/// # Errors
///
/// [`ServeError`]
pub async fn examine(config: &TelegramConfig, token: &Token) -> Result<Examined, ServeError> {
    let api = Api::new(config, token).map_err(|error| ServeError::Client(error.to_string()))?;
    let failed = |failure: api::Failure| match failure.fate {
        Fate::Final(Final::NoBot) => ServeError::Token,
        Fate::NotSent | Fate::TooMany(_) | Fate::Failed | Fate::Unknown | Fate::Final(_) => {
            ServeError::Unreached
        }
    };
    let (me, server_time) =
        api.call_for::<_, Me>(&GetMe::new(), CALL_MAX).await.map_err(who).map_err(failed)?;
    let (info, _) = api.call_for::<_, WebhookInfo>(&GetWebhookInfo::new(), CALL_MAX).await.map_err(failed)?;
    Ok(Examined { name: me.username, webhook: !info.url.is_empty(), server_time })
}

/// Why the server was not reached.
enum Reach {
    NotYet(api::Failure),
    Never(ServeError),
}

impl From<api::Failure> for Reach {
    fn from(failure: api::Failure) -> Self {
        match failure.fate {
            Fate::Final(Final::NoBot) => Self::Never(ServeError::Token),
            Fate::NotSent | Fate::TooMany(_) | Fate::Failed | Fate::Unknown | Fate::Final(_) => {
                Self::NotYet(failure)
            }
        }
    }
}

/// Asked who the bot is, the server has no other reason to refuse than the token.
fn who(failure: api::Failure) -> api::Failure {
    match failure.fate {
        Fate::Final(_) => api::Failure { fate: Fate::Final(Final::NoBot), ..failure },
        Fate::NotSent | Fate::TooMany(_) | Fate::Failed | Fate::Unknown => failure,
    }
}

async fn reach(api: &Api, delete_webhook: bool) -> Result<Me, Reach> {
    if delete_webhook {
        api.call(&DeleteWebhook::new()).await?;
    }
    let (me, info) = (GetMe::new(), GetWebhookInfo::new());
    let (me, webhook) =
        tokio::join!(api.call_for::<_, Me>(&me, CALL_MAX), api.call_for::<_, WebhookInfo>(&info, CALL_MAX));
    let ((me, _), (webhook, _)) = (me.map_err(who)?, webhook?);
    if webhook.url.is_empty() { Ok(me) } else { Err(Reach::Never(ServeError::Webhook)) }
}
