//! What can be told of a file that somebody sent. Only its first bytes are fetched, and nothing of it is kept.

use serde::Deserialize;
use teloxide::payloads::GetFile;
use teloxide::types::FileId as TelegramFileId;

use super::api::{Api, CALL_MAX};
use super::incoming::FileId;
use crate::dialogue::FileFacts;
use crate::papers;

/// The largest file that a bot may look at, in bytes.
const BYTES_MAX: u64 = 20 * 1024 * 1024;

/// What is read of a file that was found.
#[derive(Deserialize)]
struct Found {
    file_path: Option<String>,
    file_size: Option<u64>,
}

/// Looks at a file.
pub(super) async fn look(api: &Api, file: &FileId) -> FileFacts {
    if let Some(size) = file.file_size.filter(|size| *size > BYTES_MAX) {
        // No bot may fetch it; that it is too large is all there is to say.
        return FileFacts { size: Some(size), format: Some("jpg") };
    }
    let unreadable = FileFacts { size: None, format: None };
    let payload = GetFile::new(TelegramFileId(file.file_id.to_string()));
    let Ok((found, _)) = api.call_for::<_, Found>(&payload, CALL_MAX).await else {
        return unreadable;
    };
    let Some(path) = found.file_path.filter(|path| is_plain(path)) else { return unreadable };
    match api.head_of_file(&path).await {
        Ok(head) => FileFacts { size: found.file_size.or(file.file_size), format: papers::format(&head) },
        Err(_) => unreadable,
    }
}

/// Whether a path of the server stays below where files are.
fn is_plain(path: &str) -> bool {
    let letters = |byte: u8| byte.is_ascii_alphanumeric() || b"/._-".contains(&byte);
    path.bytes().all(letters) && path.split('/').all(|part| !part.is_empty() && part != "..")
}
