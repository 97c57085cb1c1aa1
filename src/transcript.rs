//! Conversations as text files, and the player that holds the bot to them.
//!
//! A transcript opens with one sentence that says what it shows and one line that says when and under which rules it
//! takes place. Then somebody does something, and the lines below say what must be so after it:
//!
//! ```text
//! # A mistyped number is explained and asked again.
//! edition: current   at: 2026-03-02 09:00 +08:00   lang: zh-CN
//! until> subject.certificate-number
//! user > 91990000123456788D
//! refused> checksum
//! bot > 校验位 … 营业执照
//! asks> subject.certificate-number
//! ```
//!
//! A transcript runs through the real engine over a store in memory; nothing outlives it, and nothing random shows
//! in it. What is not written is not compared, with one exception: a refusal, or a turn to which nothing was said,
//! is a difference when no line mentions it.
//! The whole grammar stands in `tests/transcripts/README.md`.

mod persona;
mod player;
mod report;
mod script;
mod venue;
mod visits;

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, bail};

use crate::command::{Answer, block_on, content, print};
use crate::config::Config;
use crate::content::Content;
use crate::engine::EngineError;

pub use report::Report;
pub use script::{Head, Malformed, Script};
pub use venue::{Heard, Offer, Told, Venue};
pub use visits::Visits;

/// What came of playing a transcript.
#[derive(Debug)]
pub struct Played {
    /// The transcript beside what happened.
    pub report: Report,
    /// Where the conversation went.
    pub visits: Visits,
}

/// Plays a transcript from its first line to its last: a conversation on one machine, over a store in memory.
///
/// # Errors
///
/// [`EngineError`]: the machinery failed. A conversation that goes another way than written is no error.
pub async fn perform(script: &Script, content: &Arc<Content>) -> Result<Played, EngineError> {
    perform_at(script, content, &mut venue::on_one_machine(script, content)?).await
}

/// Plays a transcript from its first line to its last, somewhere else.
///
/// # Errors
///
/// As for [`perform`].
pub async fn perform_at(
    script: &Script,
    content: &Content,
    venue: &mut impl Venue,
) -> Result<Played, EngineError> {
    player::perform(script, content, venue).await
}

/// Plays transcripts and prints where each differs.
///
/// # Errors
///
/// A file that cannot be read, a line that is no transcript's (with its place), an engine that failed.
pub fn play(config: &Config, files: &[PathBuf]) -> anyhow::Result<Answer> {
    let content = content(config)?;
    let mut answer = Answer::Done;
    for file in files {
        let name = file.display();
        let text = std::fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
        let script = match Script::read(&text, &content) {
            Ok(script) => script,
            Err(Malformed { line, what }) => bail!("{name}:{line}: {what}"),
        };
        let played =
            block_on(perform(&script, &content))?.with_context(|| format!("{name} cannot be played"))?;
        if let Some(difference) = played.report.difference(&name.to_string()) {
            print(&difference);
            answer = Answer::No;
        }
    }
    Ok(answer)
}
