//! The pure core: what a dialogue is, what can happen to it, and what follows.
//!
//! No clock, no randomness, no input or output, no runtime: time and fresh references are arguments. [`step`] is
//! total: an answer that does not fit is met with a question, never with an error.

mod answering;
mod calendar;
mod derive;
mod dossier;
mod event;
mod example;
mod filings;
mod migrate;
mod moments;
mod often;
mod overview;
mod press;
mod questions;
mod quiet;
mod read;
mod reminders;
mod repair;
mod retention;
mod settle;
mod state;
mod step;
mod telling;
mod voice;

pub use derive::{Position, STOP_FIELD, Standing, Status, View};
pub use dossier::{Dossier, DossierLine};
pub use event::{
    Around, Attached, Button, ButtonKind, Effect, Event, FileFacts, Message, Outcome, Role, Ticket, Unread,
    Verdict,
};
pub(crate) use example::example;
pub use migrate::{Change, Former, Met, Plan, Why, migrate, rename_to_present};
pub use often::Often;
pub use press::{Press, short_code};
pub use questions::Asked;
pub use quiet::Quiet;
pub(crate) use read::{commands, everyday, folded, names};
pub(crate) use state::china;
pub use state::{
    Answer, Applicant, Aside, Basis, Filing, Moment, Reference, Reminded, Seen, State, Value, Wanted, Wish,
    china_date,
};
pub use step::{arrive, is_behind, step};
pub use voice::Voice;
