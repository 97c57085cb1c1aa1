//! The lint: what a loader cannot see because every name resolves, and still would be wrong in a conversation.
//!
//! It never walks a filing and never panics, whatever was found before: all faults are told at once.

use std::collections::BTreeMap;

use super::Content;
use super::fault::Fault;

mod files;
mod flow;
mod rules;
mod texts;

pub(super) use files::files;
pub(super) use rules::follows_from;

/// What was resolved without loss: what is missing elsewhere may only be missing because of a fault told already.
#[derive(Debug, Clone, Copy)]
pub(super) struct Whole {
    /// Every name that is used anywhere.
    pub(super) names: bool,
    /// Every field, stage, timer and duration.
    pub(super) flow: bool,
    /// Every text.
    pub(super) texts: bool,
}

/// Adds everything that is wrong with resolved content.
pub(super) fn all(
    content: &Content,
    files: &BTreeMap<String, String>,
    whole: Whole,
    faults: &mut Vec<Fault>,
) {
    texts::all(content, whole, faults);
    flow::all(content, whole, faults);
    rules::all(content, whole, faults);
    if whole.flow {
        let shown =
            content.fields.iter().flat_map(|field| &field.shows).map(|(topic, _)| topic.as_str()).collect();
        files::topics(files, &shown, faults);
    }
}
