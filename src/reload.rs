//! Dialogues that change while the bot serves: their folder is looked at every few seconds, and what has changed is
//! loaded, proved and put in the place of what was there. Whatever has a fault is refused, and the old version goes on.
//!
//! Saving several files takes its time, so a change counts once nothing has changed for a while; a signal asks for it
//! at once.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::sleep;

use crate::content::{Content, ContentVersion, Fault, Faults, Files};
use crate::engine::Engine;
use crate::proof::prove;

/// How often the folder is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// How many looks in a row must find the same before it counts: the last change is then four seconds old.
const SAME_COUNT: u32 = 2;

/// The folder of the dialogues that an engine speaks.
pub struct Folder {
    path: PathBuf,
    engine: Arc<Engine>,
}

/// What stands in the folder: which dialogues, or why they cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Seen {
    Version(ContentVersion),
    Unreadable(String),
}

impl Folder {
    /// The folder from which this engine's dialogues were loaded.
    #[must_use]
    pub fn new(path: &Path, engine: Arc<Engine>) -> Self {
        Self { path: path.to_owned(), engine }
    }

    /// Takes over changes for as long as it runs; `now` asks for it at once, whatever was said of the files before.
    /// `told` hears of each version that was taken over.
    pub async fn keep(&self, now: &Notify, told: impl Fn(&ContentVersion)) {
        let mut judged = Seen::Version(self.engine.content().version.clone());
        let (mut last, mut same_count) = (judged.clone(), 0_u32);
        loop {
            let asked = tokio::select! {
                () = sleep(LOOK_EVERY) => false,
                () = now.notified() => true,
            };
            let (files, seen) = self.look().await;
            same_count = if seen == last { same_count.saturating_add(1) } else { 0 };
            last = seen.clone();
            if !asked && (seen == judged || same_count < SAME_COUNT) {
                continue;
            }
            judged = seen;
            match self.judge(files.clone()).await {
                Ok(content) => {
                    let version = content.version.clone();
                    if let Ok(files) = &files
                        && let Err(error) = self.engine.keep_dialogues(files).await
                    {
                        tracing::warn!(%version, %error, "the changed dialogues could not be kept beside the filings");
                    }
                    self.engine.replace_content(content);
                    tracing::info!(%version, "the changed dialogues are used from now on");
                    told(&version);
                }
                Err(faults) => {
                    for fault in &faults.0 {
                        tracing::error!(%fault, "the changed dialogues have a fault");
                    }
                    let version = &self.engine.content().version;
                    tracing::error!(
                        fault_count = faults.0.len(),
                        %version,
                        "the changed dialogues are not used; the version before goes on"
                    );
                }
            }
        }
    }

    async fn look(&self) -> (Result<Files, Faults>, Seen) {
        let path = self.path.clone();
        let files = aside(move || Files::read(&path)).await;
        let seen = match &files {
            Ok(files) => Seen::Version(files.version()),
            Err(faults) => Seen::Unreadable(faults.to_string()),
        };
        (files, seen)
    }

    /// Loads and proves, off the threads on which turns are made.
    async fn judge(&self, files: Result<Files, Faults>) -> Result<Arc<Content>, Faults> {
        let (files, edition) = (files?, self.engine.settings().edition.clone());
        aside(move || {
            let content = files.load()?;
            let mut faults = prove(&content).faults();
            if content.edition_number(&edition).is_none() {
                let what = format!("edition `{edition}`, which new filings follow, is not there any more");
                faults.push(Fault { file: "rules/editions.toml".to_owned(), line: 0, what });
            }
            if faults.is_empty() { Ok(Arc::new(content)) } else { Err(Faults(faults)) }
        })
        .await
    }
}

/// Does work that takes long away from the threads of the turns. A panic there is a fault of the dialogues, too.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Faults> + Send + 'static,
) -> Result<T, Faults> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|_| {
        let what = "looking at them panicked; the line before says where".to_owned();
        Err(Faults(vec![Fault { file: "dialogues".to_owned(), line: 0, what }]))
    })
}
