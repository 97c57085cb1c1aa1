//! The dossiers of a closed data folder, read as `beian dossier` reads them, but through one opened store.

use std::path::Path;
use std::sync::Arc;

use beian::config::Config;
use beian::content::shipped;
use beian::dialogue::{Dossier, Reference, View};
use beian::engine::{Engine, Settings};
use beian::store::vault::KeyPlace;
use beian::store::{SledStore, Store};
use chrono::{DateTime, Utc};

/// Who does the face check, for each of the references, as the dossiers say.
pub(crate) fn face_checks(data: &Path, now: &str, references: &[&str]) -> Vec<Option<String>> {
    let now: DateTime<Utc> = now.parse().expect("a time");
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    runtime.block_on(async {
        let store: Arc<dyn Store> = Arc::new(SledStore::open(data).expect("the folder opens again"));
        let place = KeyPlace { file: Config::default().key_file(data), data_folder: data.to_owned() };
        let master = place.master_key(None, store.as_ref()).await.expect("the key is there");
        let settings = Settings { edition: "current".to_owned(), team: false };
        let engine = Engine::new(Arc::clone(&store), master, shipped(), settings);
        let mut found = Vec::new();
        for reference in references {
            let reference = Reference::parse(reference).expect("a reference");
            let filing =
                engine.filing(&reference).await.expect("the filing reads").expect("the filing is there");
            found.push(Dossier::of(&View::new(&engine.content(), &filing, now)).face_check);
        }
        store.close().await.expect("the store closes");
        found
    })
}
