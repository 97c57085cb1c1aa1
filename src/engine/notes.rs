//! Notes: small facts that a channel keeps for itself, under names of its own. The engine never looks into them, and they
//! must hold nothing of an applicant: they are not sealed, and nobody erases them.

use super::rows::after;
use super::{Engine, EngineError};
use crate::store::{Batch, Key, Op, Table};

/// What keeps notes apart from what else is noted about the store.
const NOTE: &[u8] = b"note:";

impl Engine {
    /// Keeps a note, in the place of an older one of this name.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn note(&self, name: &[u8], value: &[u8]) -> Result<(), EngineError> {
        let ops = vec![Op::Put(Table::Meta, [NOTE, name].concat(), value.to_vec())];
        self.store.commit(Batch { expects: Vec::new(), ops }).await?;
        Ok(())
    }

    /// The notes whose names begin with this: the rest of each name, and the value.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn notes(&self, prefix: &[u8]) -> Result<Vec<(Key, Vec<u8>)>, EngineError> {
        let prefix = [NOTE, prefix].concat();
        let rows = self.rows(Table::Meta, &prefix, &after(&prefix)).await?;
        let note =
            |(key, value): (Key, Vec<u8>)| Some((key.strip_prefix(prefix.as_slice())?.to_vec(), value));
        Ok(rows.into_iter().filter_map(|(key, stored)| note((key, stored.value))).collect())
    }
}
