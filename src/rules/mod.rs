//! The rules that are lists: the provinces with their names and local rules, what checks of typed answers
//! look at, and the working days.
//!
//! Loaded from `dialogues/rules/`; nothing here knows of a field, a filing or a conversation.

mod calendar;
mod lists;
mod province;

pub use calendar::{Calendar, WorkingDay};
pub use lists::{ListedWord, Lists, MobileUse, Picture, Standing, WordList};
pub use province::{
    AppliesTo, City, Elsewhere, Found, LocalRule, Named, National, Province, Provinces, Steer,
};
