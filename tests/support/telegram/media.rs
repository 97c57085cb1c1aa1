//! The files people sent, as the server keeps them.

use std::collections::HashMap;

use hyper::body::Bytes;
use serde_json::{Value, json};

use super::World;
use super::methods::Applied;
use super::params::Params;
use super::strict::Refusal;

/// Bytes of a file that a bot can fetch, at most.
const FETCHED_MAX: usize = 20 << 20;

/// All files, by id and by path.
#[derive(Default)]
pub(super) struct Media {
    by_id: HashMap<String, (String, Bytes)>,
    by_path: HashMap<String, Bytes>,
}

impl Media {
    /// Keeps a file; gives what an update says of it.
    pub(super) fn keep(&mut self, folder: &str, name: &str, bytes: Vec<u8>) -> Value {
        let number = self.by_id.len() + 1;
        let ending = name.rsplit_once('.').map_or("bin", |(_, ending)| ending);
        let path = format!("{folder}/file_{number}.{ending}");
        let id = format!("AgACfile{number}");
        let bytes = Bytes::from(bytes);
        let json = json!({ "file_id": id, "file_unique_id": format!("AQADunique{number}"), "file_size": bytes.len() });
        self.by_path.insert(path.clone(), bytes.clone());
        self.by_id.insert(id, (path, bytes));
        json
    }

    /// The bytes behind a download address.
    pub(super) fn download(&self, path: &str) -> Option<Bytes> {
        self.by_path.get(path).cloned()
    }
}

impl World {
    pub(super) fn get_file(&self, params: &Params) -> Result<Applied, Refusal> {
        let id = params.text("file_id").unwrap_or_default();
        let Some((path, bytes)) = self.media.by_id.get(id) else {
            return Err(Refusal::bad("wrong file_id or the file is temporarily unavailable"));
        };
        if bytes.len() > FETCHED_MAX {
            return Err(Refusal::bad("file is too big"));
        }
        let json = json!({
            "file_id": id,
            "file_unique_id": id.replace("AgACfile", "AQADunique"),
            "file_size": bytes.len(),
            "file_path": path,
        });
        Ok(Applied::of(json.to_string()))
    }
}
