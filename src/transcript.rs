//! Conversation transcripts.
use std::path::PathBuf;
/// Plays.
pub fn play(_: &crate::config::Config, _: &[PathBuf]) -> anyhow::Result<crate::command::Answer> {
    Ok(crate::command::Answer::Done)
}
