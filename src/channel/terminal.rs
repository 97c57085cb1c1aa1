//! The conversation in a terminal.

use super::json::ChannelError;
use super::session::Session;
use crate::engine::ApplicantId;

/// Speaks in the terminal.
///
/// # Errors
///
/// [`ChannelError`].
pub async fn run(
    session: &mut Session,
    applicant: &ApplicantId,
    _pleasant: bool,
) -> Result<(), ChannelError> {
    let _ = (session, applicant);
    Ok(())
}
