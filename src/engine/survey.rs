//! All filings of a store under other dialogues: what each meets, and their renamed ids written back.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::dialogues::kept_dialogues;
use super::rows::{FilingRow, behind, filing_key_row, open, put_moments, seal};
use super::{Engine, EngineError, SCAN_COUNT_MAX};
use crate::content::{Content, ContentVersion};
use crate::dialogue::{Filing, Former, Plan, Reference, State};
use crate::store::vault::{DataKey, Owner, VaultError};
use crate::store::{Batch, Expect, Key, Op, Store, StoreError, Stored, Table};

/// Dialogues of former times, read from the store once each.
#[derive(Default)]
struct Kept(BTreeMap<ContentVersion, Option<Former>>);

impl Kept {
    async fn of(
        &mut self,
        store: &dyn Store,
        version: Option<&ContentVersion>,
        present: &Content,
    ) -> Result<Option<Former>, EngineError> {
        let Some(version) = version else { return Ok(None) };
        if let Some(known) = self.0.get(version) {
            return Ok(known.clone());
        }
        let files = kept_dialogues(store, version).await?;
        let content = files.and_then(|files| files.recall());
        let former = content.map(|content| Former::new(Arc::new(content), present));
        self.0.insert(version.clone(), former.clone());
        Ok(former)
    }
}

impl Engine {
    /// Plans every filing of the store under this engine's dialogues, tells each plan, and where it is asked to, writes back
    /// what was renamed: a commit for each filing, guarded by its revision. Broken off, it can be done again. Where nothing is
    /// written, it is also told what each filing is asked if all that is open is answered as in the examples.
    ///
    /// Gives the references of those that cannot be opened: they are left as they are.
    ///
    /// # Errors
    ///
    /// As for [`Engine::turn`].
    pub async fn survey(
        &self,
        now: DateTime<Utc>,
        writes: bool,
        mut tell: impl FnMut(&Reference, &Plan, Option<BTreeSet<String>>) + Send,
    ) -> Result<Vec<String>, EngineError> {
        let content = self.content();
        let (mut kept, mut from) = (Kept::default(), Key::new());
        let mut unopened = Vec::new();
        loop {
            let page = self.store.scan(Table::Filings, &from, &[], SCAN_COUNT_MAX).await?;
            let Some((last, _)) = page.last() else { return Ok(unopened) };
            from = behind(last);
            for (id, stored) in page {
                let mut stored = Some(stored);
                while let Some(row) = stored.take() {
                    let opened = match self.open_filing(&id, &row).await {
                        Ok(opened) => opened,
                        Err(EngineError::Vault(_) | EngineError::Shape { .. }) => {
                            unopened.push(String::from_utf8_lossy(&id).into_owned());
                            continue;
                        }
                        Err(error @ (EngineError::Store(_) | EngineError::Raced)) => return Err(error),
                    };
                    let filing = &opened.filing;
                    let version = Plan::seen_under(filing);
                    let old = kept.of(self.store.as_ref(), version.as_ref(), &content).await?;
                    let plan = Plan::of(filing, old.as_ref(), &content, now);
                    if writes && !self.write_back(&id, &row, &opened, &plan).await? {
                        // A turn was faster: the filing is looked at once more.
                        stored = self.store.get(Table::Filings, &id).await?;
                        continue;
                    }
                    let old = old.filter(|_| !writes);
                    let forecast = old.and_then(|old| Plan::forecast(filing, &old, &content, now));
                    tell(&filing.reference, &plan, forecast);
                }
            }
        }
    }

    async fn open_filing(&self, id: &[u8], stored: &Stored) -> Result<FilingRow<'static>, EngineError> {
        let key = self.filing_key(id).await?;
        open(&key, Table::Filings, id, Owner::Filing(id), &stored.value)
    }

    async fn filing_key(&self, id: &[u8]) -> Result<DataKey, EngineError> {
        let reference =
            std::str::from_utf8(id).ok().and_then(Reference::parse).ok_or(VaultError::Unopened)?;
        let key = self.key(&filing_key_row(&reference), Owner::Filing(id)).await?;
        Ok(key.ok_or(VaultError::Unopened)?)
    }

    /// Writes back what was renamed; `false`: the filing changed in the meantime.
    async fn write_back(
        &self,
        id: &[u8],
        stored: &Stored,
        opened: &FilingRow<'_>,
        plan: &Plan,
    ) -> Result<bool, EngineError> {
        let Some(renamed) = &plan.renamed else { return Ok(true) };
        let key = self.filing_key(id).await?;
        let row = FilingRow { applicant: opened.applicant, filing: std::borrow::Cow::Borrowed(renamed) };
        let sealed = seal(&key, Table::Filings, id, Owner::Filing(id), &row)?;
        let mut batch = Batch {
            expects: vec![Expect::Rev(Table::Filings, id.to_vec(), stored.rev)],
            ops: vec![Op::Put(Table::Filings, id.to_vec(), sealed)],
        };
        put_moments(opened.applicant, &alone(&opened.filing), &alone(renamed), &mut batch);
        match self.store.commit(batch).await {
            Ok(_) => Ok(true),
            Err(StoreError::Conflict) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}

fn alone(filing: &Filing) -> State {
    let mut state = State::new();
    state.filings.insert(filing.reference.clone(), filing.clone());
    state
}
