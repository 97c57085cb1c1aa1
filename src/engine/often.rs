//! The counts of what is asked at which field, kept with the store: a row for each field.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use super::rows::{after, json, shaped};
use super::{Engine, EngineError};
use crate::dialogue::{Effect, Often};
use crate::store::{Batch, Op, Table};

/// What keeps these rows apart from what else is noted about the store.
const OFTEN: &[u8] = b"often:";

impl Engine {
    /// Reads the counts, once.
    pub(super) async fn recall_often(&self) -> Result<(), EngineError> {
        if self.often.lock().unwrap_or_else(PoisonError::into_inner).is_some() {
            return Ok(());
        }
        let mut often = Often::default();
        for (key, stored) in self.rows(Table::Meta, OFTEN, &after(OFTEN)).await? {
            let field = key.strip_prefix(OFTEN).and_then(|field| std::str::from_utf8(field).ok());
            // What does not read is begun anew: nobody waits for a count.
            if let (Some(field), Ok(counts)) =
                (field, shaped::<BTreeMap<String, u64>>("often", &stored.value))
            {
                often.put(field, counts);
            }
        }
        let mut known = self.often.lock().unwrap_or_else(PoisonError::into_inner);
        known.get_or_insert_with(|| Arc::new(often));
        Ok(())
    }

    pub(super) fn often(&self) -> Arc<Often> {
        self.often.lock().unwrap_or_else(PoisonError::into_inner).clone().unwrap_or_default()
    }

    /// Counts what was asked in a turn. Of two turns that commit at once the later row stands, and one that is tried again
    /// counts again: a count may be off by one, which nobody sees.
    pub(super) fn count_often(&self, effects: &[Effect], batch: &mut Batch) -> Result<(), EngineError> {
        for effect in effects {
            if let Effect::Asked { field, topic } = effect {
                let mut often = self.often.lock().unwrap_or_else(PoisonError::into_inner);
                let counts = Arc::make_mut(often.get_or_insert_default()).count(field, topic);
                let row = json("often", counts)?;
                batch.ops.push(Op::Put(Table::Meta, [OFTEN, field.as_bytes()].concat(), row));
            }
        }
        Ok(())
    }
}
