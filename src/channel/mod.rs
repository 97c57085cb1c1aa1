//! The channels: bytes to events, effects to bytes, nothing else.

pub mod json;
pub mod session;
pub mod telegram;
pub mod terminal;
