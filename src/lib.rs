//! beian
#![forbid(unsafe_code)]
pub mod channel;
pub mod clock;
pub mod command;
pub mod config;
pub mod content;
pub mod dialogue;
pub mod engine;
pub mod papers;
pub mod personal;
pub mod store;
pub mod telemetry;
pub mod transcript;
