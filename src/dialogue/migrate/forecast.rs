//! What a filing is asked beside what it would have been asked anyway, if whatever is still open is answered as in the
//! examples: an exact count where the plan alone leaves some fields to later answers.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::super::derive::{Standing, View};
use super::super::event::{Around, Event};
use super::super::example::example;
use super::super::state::{Filing, State};
use super::super::step::step;
use super::rename;
use crate::content::Content;

/// The most turns to an end: more than there are fields.
const TURNS_MAX: usize = 400;

/// The fields that are asked on the way to the end under the new dialogues, and not under the old ones, by their new names;
/// none: a way has no end.
pub(super) fn forecast(
    filing: &Filing,
    old: &Content,
    new: &Content,
    now: DateTime<Utc>,
) -> Option<BTreeSet<String>> {
    let mut stored = filing.clone();
    rename(&mut stored, &new.aliases.back_to(old), old);
    let before = asked(&stored, old, now)?;
    let before: BTreeSet<&str> = before.iter().map(|id| new.aliases.field(id)).collect();
    let mut after = asked(filing, new, now)?;
    after.retain(|id| !before.contains(id.as_str()));
    Some(after)
}

/// What is asked of a filing from here to its end. A stop counts as solved once.
fn asked(filing: &Filing, content: &Content, now: DateTime<Utc>) -> Option<BTreeSet<String>> {
    let around = Around {
        now,
        fresh: filing.reference.clone(),
        edition: filing.edition.clone(),
        language: None,
        language_chosen: false,
        team: false,
        often: Arc::default(),
    };
    let mut state = State::new();
    state.filings.insert(filing.reference.clone(), filing.clone());
    state.applicant.active = Some(filing.reference.clone());
    let mut asked = BTreeSet::new();
    let mut event = Event::Arrived;
    for _ in 0..TURNS_MAX {
        state = step(&state, &event, content, &around).state;
        let view = View::new(content, state.filings.get(&filing.reference)?, now);
        event = match view.standing {
            Standing::Ask { field, .. } => {
                let field = &content.fields[field];
                asked.insert(field.id.clone());
                Event::giving(&example(&view, field)?)
            }
            Standing::Stop { .. } => Event::Chosen("solved".to_owned()),
            Standing::Closed { .. } | Standing::Rest => return Some(asked),
        };
    }
    None
}
