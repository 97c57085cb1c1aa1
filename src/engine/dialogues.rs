//! The dialogues that were ever in use, kept in the store: what an answer was given under can be read again.
//!
//! A version is a list of its files, each a list of pieces named by what is in them, so that versions share what they have
//! in common. The list is written last: while it is not there, the version is not known, and keeping it begins anew.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::rows::{json, shaped};
use super::{Engine, EngineError};
use crate::content::{ContentVersion, Files, hex};
use crate::store::{Batch, Key, Op, Store, Table};

/// The longest piece, in bytes.
const PIECE_LEN_MAX: usize = 60 * 1024;

/// The most bytes of pieces in one commit.
const COMMIT_LEN_MAX: usize = 4 * 1024 * 1024;

/// For each file, its pieces.
type List = BTreeMap<String, Vec<String>>;

/// Whether the dialogues of a version are kept.
///
/// # Errors
///
/// [`EngineError::Store`].
pub async fn knows_dialogues(store: &dyn Store, version: &ContentVersion) -> Result<bool, EngineError> {
    Ok(store.get(Table::Dialogues, &list_row(version)).await?.is_some())
}

impl Engine {
    /// Keeps dialogues that are taken over while it runs, as [`keep_dialogues`] does at a start.
    ///
    /// # Errors
    ///
    /// [`EngineError::Store`].
    pub async fn keep_dialogues(&self, files: &Files) -> Result<(), EngineError> {
        keep_dialogues(self.store.as_ref(), files).await
    }
}

/// Keeps these dialogues, unless they are kept already. Cut off at any point, it is done again at the next start.
///
/// # Errors
///
/// [`EngineError::Store`].
pub async fn keep_dialogues(store: &dyn Store, files: &Files) -> Result<(), EngineError> {
    let version = files.version();
    if knows_dialogues(store, &version).await? {
        return Ok(());
    }
    let mut list = List::new();
    let (mut batch, mut len) = (Batch::default(), 0);
    for (path, text) in &files.0 {
        let mut pieces = Vec::new();
        for piece in text.as_bytes().chunks(PIECE_LEN_MAX) {
            let name = hex(&Sha256::digest(piece)[..16]);
            let row = piece_row(&name);
            pieces.push(name);
            if store.get(Table::Dialogues, &row).await?.is_some() {
                continue;
            }
            batch.ops.push(Op::Put(Table::Dialogues, row, piece.to_vec()));
            len += piece.len();
            if len > COMMIT_LEN_MAX {
                store.commit(std::mem::take(&mut batch)).await?;
                len = 0;
            }
        }
        list.insert(path.clone(), pieces);
    }
    batch.ops.push(Op::Put(Table::Dialogues, list_row(&version), json("dialogues", &list)?));
    store.commit(batch).await?;
    Ok(())
}

/// The dialogues of a version, as they were kept; `None`: they never were.
///
/// # Errors
///
/// [`EngineError::Store`].
pub async fn kept_dialogues(
    store: &dyn Store,
    version: &ContentVersion,
) -> Result<Option<Files>, EngineError> {
    let Some(stored) = store.get(Table::Dialogues, &list_row(version)).await? else { return Ok(None) };
    let list: List = shaped("dialogues", &stored.value)?;
    let mut files = BTreeMap::new();
    for (path, pieces) in list {
        let mut text = Vec::new();
        for name in pieces {
            let Some(piece) = store.get(Table::Dialogues, &piece_row(&name)).await? else { return Ok(None) };
            text.extend(piece.value);
        }
        let Ok(text) = String::from_utf8(text) else { return Ok(None) };
        files.insert(path, text);
    }
    let files = Files(files);
    Ok((files.version() == *version).then_some(files))
}

fn list_row(version: &ContentVersion) -> Key {
    format!("v{version}").into_bytes()
}

fn piece_row(name: &str) -> Key {
    format!("p{name}").into_bytes()
}
