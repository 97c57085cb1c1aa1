//! The rules that are lists: the provinces with their names and local rules, and what checks of typed answers look at.
//!
//! Loaded from `dialogues/rules/`; nothing here knows of a field, a filing or a conversation.

mod lists;
mod province;

pub use lists::{ListedWord, Lists, MobileUse, Picture, Standing, WordList};
pub use province::{
    AppliesTo, City, Elsewhere, Found, LocalRule, Named, National, Province, Provinces, Steer,
};
