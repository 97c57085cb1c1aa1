//! Opens what the configuration names: the dialogues, the store, the key, the engine.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};

use super::RunFailed;
use crate::config::Config;
use crate::content::{Content, Faults, Files, shipped};
use crate::engine::{Engine, EngineError, Settings, keep_dialogues, knows_dialogues};
use crate::proof::prove;
use crate::store::vault::KeyPlace;
use crate::store::{SledStore, Store};

/// The environment variable that holds the master key, where no file shall.
const MASTER_KEY: &str = "BEIAN_MASTER_KEY";

/// An engine over the store of a data folder.
pub struct Opened {
    /// The engine.
    pub engine: Engine,
    /// Its store.
    pub store: Arc<dyn Store>,
    /// The data folder.
    pub data: PathBuf,
    /// The file of the master key.
    pub key_file: PathBuf,
}

/// The files of a folder of dialogues; without one, those that are in use.
pub(super) fn files(config: &Config, dir: Option<&Path>) -> Result<Files, Faults> {
    match dir.or(config.dialogues.path.as_deref()) {
        Some(path) => Files::read(path),
        None => Ok(Files::shipped()),
    }
}

/// The dialogues that are in use, proved or not.
pub(crate) fn content(config: &Config) -> anyhow::Result<Arc<Content>> {
    match &config.dialogues.path {
        None => Ok(shipped()),
        Some(path) => {
            let content = Files::read(path).and_then(|files| files.load());
            let content =
                content.with_context(|| format!("the dialogues in {} cannot be used", path.display()))?;
            Ok(Arc::new(content))
        }
    }
}

/// The dialogues that are in use: those built into the binary were proved when it was made, others are proved here.
fn proved(config: &Config) -> anyhow::Result<Arc<Content>> {
    let content = content(config)?;
    if let Some(path) = config.dialogues.path.as_ref().filter(|_| !config.dialogues.unproved) {
        let flaws = prove(&content).faults();
        if !flaws.is_empty() {
            let flaws = Faults(flaws);
            return Err(flaws).with_context(|| format!("the dialogues in {} are not proved", path.display()));
        }
    }
    Ok(content)
}

/// Opens the store of a data folder, made where there is none, with its key.
pub(super) async fn engine(
    config: &Config,
    data: Option<&Path>,
    edition: Option<&str>,
) -> anyhow::Result<Opened> {
    let content = proved(config)?;
    let opened = engine_with(config, Arc::clone(&content), data, edition).await?;
    keep(config, &content, opened.store.as_ref()).await?;
    Ok(opened)
}

/// Keeps the dialogues that are in use, where the store does not know them yet.
async fn keep(config: &Config, content: &Content, store: &dyn Store) -> anyhow::Result<()> {
    let files = match &config.dialogues.path {
        _ if knows_dialogues(store, &content.version).await? => return Ok(()),
        None => Files::shipped(),
        Some(path) => Files::read(path).context("the dialogues cannot be read again")?,
    };
    match keep_dialogues(store, &files).await {
        // The store was opened well: what it does not take now, it may take in another run.
        Err(EngineError::Store(error)) => Err(anyhow::Error::from(error).context(RunFailed)),
        kept => Ok(kept?),
    }
}

/// The same, with dialogues of one's choice; they are not kept.
pub(super) async fn engine_with(
    config: &Config,
    content: Arc<Content>,
    data: Option<&Path>,
    edition: Option<&str>,
) -> anyhow::Result<Opened> {
    let edition = edition.unwrap_or(&config.rules.edition);
    if content.edition_number(edition).is_none() {
        let known: Vec<&str> = content.editions.iter().map(|edition| edition.id.as_str()).collect();
        bail!("edition `{edition}` is not known; expected one of: {}", known.join(", "));
    }
    let data = config.data_folder(data);
    let key_file = config.key_file(&data);
    if let Some(parent) = data.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        std::fs::create_dir_all(parent)
            .with_context(|| format!("the folder {} cannot be made", parent.display()))?;
    }
    let store: Arc<dyn Store> = Arc::new(
        SledStore::open(&data).with_context(|| format!("the data in {} cannot be opened", data.display()))?,
    );
    let place = KeyPlace { file: key_file.clone(), data_folder: data.clone() };
    let given = std::env::var(MASTER_KEY).ok();
    let master = place.master_key(given.as_deref(), store.as_ref()).await?;
    let settings = Settings { edition: edition.to_owned(), team: config.desk.team };
    let engine = Engine::new(Arc::clone(&store), master, content, settings);
    Ok(Opened { engine, store, data, key_file })
}

/// Whether there is a data folder at all: commands that only read make none.
pub(super) fn exists(config: &Config, data: Option<&Path>) -> bool {
    config.data_folder(data).exists()
}

/// A runtime on this thread: one conversation needs no more.
pub(crate) fn block_on<F: Future>(future: F) -> anyhow::Result<F::Output> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    Ok(runtime.context("the runtime cannot be started")?.block_on(future))
}
