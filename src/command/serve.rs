//! `beian serve`: the bot on Telegram, until it is told to stop.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use tokio::sync::Notify;

use super::{Answer, RunFailed, open, print};
use crate::channel::telegram::{End, ServeError, Service, Token};
use crate::clock::Clock;
use crate::config::Config;
use crate::content::ContentVersion;
use crate::engine::Engine;
use crate::reload::Folder;
use crate::store::StoreError;

/// How long threads that have nothing left to do are waited for.
const END_WITHIN: Duration = Duration::from_secs(1);

/// The environment variable that holds the bot's token.
pub(super) const TOKEN: &str = "TELOXIDE_TOKEN";

pub(super) fn run(config: &Config, delete_webhook: bool) -> anyhow::Result<Answer> {
    let Some(token) = token()? else {
        bail!(
            "there is no token: ask @BotFather on Telegram for a bot (/newbot), then set {TOKEN} to what it answers"
        );
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(workers()).enable_all().build();
    let runtime = runtime.context("the runtime cannot be started")?;
    let served = runtime.block_on(serve(config, &token, delete_webhook));
    // Everything is finished, so the threads end at once; only a name that the system still looks up would hold up the
    // end, for as long as it likes.
    runtime.shutdown_timeout(END_WITHIN);
    served.map(|()| Answer::Done)
}

/// The token of the environment; `None`: none is set.
pub(super) fn token() -> anyhow::Result<Option<Token>> {
    match std::env::var(TOKEN).ok().filter(|text| !text.trim().is_empty()) {
        None => Ok(None),
        Some(text) => {
            let token = Token::parse(&text);
            let expected = "digits, a colon and letters, as @BotFather writes it";
            token.map(Some).with_context(|| format!("{TOKEN} holds no token; expected {expected}"))
        }
    }
}

/// Two at least, so that a turn that takes long never holds up all others.
fn workers() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from).clamp(2, 8)
}

async fn serve(config: &Config, token: &Token, delete_webhook: bool) -> anyhow::Result<()> {
    let opened = open::engine(config, None, None).await.map_err(|error| match error.downcast_ref() {
        Some(StoreError::Full) => error.context(RunFailed),
        Some(_) | None => error,
    })?;
    let end = End::new();
    let signals = end.clone();
    tokio::spawn(async move {
        told_to_stop().await;
        print("stopping: what is under way is finished first");
        signals.ask();
    });
    let engine = Arc::new(opened.engine);
    let connected =
        Service::connect(config, token, Arc::clone(&engine), Clock::Wall, &end, delete_webhook).await;
    let served = match connected {
        Ok(Some(service)) => {
            print(&format!("@{} answers on Telegram; ctrl-c stops it", service.name()));
            tokio::select! {
                served = service.run() => served.context(RunFailed),
                never = reload(config, &engine) => never,
            }
        }
        Ok(None) => Ok(()),
        Err(error @ ServeError::Engine(_)) => Err(error).context(RunFailed),
        Err(error) => Err(error.into()),
    };
    // Whatever ended it, what was committed is on disk; this lets go of the folder.
    let closed = opened.store.close().await;
    served?;
    closed.context(RunFailed)
}

/// Takes over what changes in the folder of the dialogues, where there is one; SIGHUP asks for it at once. Never returns.
async fn reload<T>(config: &Config, engine: &Arc<Engine>) -> T {
    let Some(path) = &config.dialogues.path else { return std::future::pending().await };
    let (folder, now) = (Folder::new(path, Arc::clone(engine)), Notify::new());
    let told = |version: &ContentVersion| print(&format!("dialogues {version} are used from now on"));
    tokio::join!(folder.keep(&now, told), hung_up(&now));
    std::future::pending().await
}

/// Notifies at each SIGHUP.
async fn hung_up(now: &Notify) {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut signals) = signal(SignalKind::hangup()) {
            while signals.recv().await.is_some() {
                now.notify_one();
            }
        }
    }
    #[cfg(not(unix))]
    let _ = now;
}

/// Returns once the process is told to stop, by ctrl-c or by its supervisor.
async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminated) => tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            },
            Err(_) => drop(interrupted.await),
        }
    }
    #[cfg(not(unix))]
    drop(interrupted.await);
}
