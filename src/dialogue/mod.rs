//! The pure core of the dialogue: no clock, no disk, no network.

pub mod kind;
