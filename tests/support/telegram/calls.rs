//! What the bot asked for: counted always, kept whole on demand.

use std::collections::BTreeMap;
use std::time::Instant;

use serde_json::Value;

use super::methods::{Method, NAMES};
use super::strict::Refusal;

/// How often each method was called, and each refusal given.
#[derive(Debug, Clone, Default)]
pub(crate) struct Calls {
    pub(crate) by_method: BTreeMap<&'static str, u64>,
    pub(crate) by_refusal: BTreeMap<String, u64>,
}

impl Calls {
    /// The calls of a method.
    pub(crate) fn of(&self, method: &str) -> u64 {
        self.by_method.get(method).copied().unwrap_or_default()
    }

    /// The refusals whose description has this in it.
    pub(crate) fn refused(&self, part: &str) -> u64 {
        self.by_refusal.iter().filter(|(what, _)| what.contains(part)).map(|(_, count)| count).sum()
    }
}

/// One call, whole.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) at: Instant,
    pub(crate) method: &'static str,
    pub(crate) chat: Option<i64>,
    pub(crate) json: Value,
    /// The status and the body that were the true answer; `None` where a fault kept the call from having one.
    pub(crate) answer: Option<(u16, String)>,
    pub(crate) fault: Option<&'static str>,
}

impl Call {
    /// Whether it took effect.
    pub(crate) fn is_applied(&self) -> bool {
        self.answer.as_ref().is_some_and(|(status, _)| *status == 200)
    }
}

/// The server's book of calls.
#[derive(Default)]
pub(super) struct Ledger {
    counts: [u64; NAMES.len()],
    refused: BTreeMap<String, u64>,
    pub(super) breaches: Vec<String>,
    pub(super) keeps: bool,
    pub(super) kept: Vec<Call>,
}

impl Ledger {
    /// Counts a request; gives its number among those of its method.
    pub(super) fn count(&mut self, method: Method) -> u64 {
        let count = &mut self.counts[method as usize];
        *count += 1;
        *count
    }

    pub(super) fn refuse(&mut self, method: &str, refusal: &Refusal) {
        *self.refused.entry(refusal.description.clone()).or_default() += 1;
        if refusal.is_breach {
            self.breaches.push(format!("{method}: {}", refusal.description));
        }
    }

    pub(super) fn counted(&self) -> Calls {
        let called = NAMES.iter().map(|(method, name)| (*name, self.counts[*method as usize]));
        Calls {
            by_method: called.filter(|(_, count)| *count > 0).collect(),
            by_refusal: self.refused.clone(),
        }
    }
}
