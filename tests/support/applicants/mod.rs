//! Applicants who are made up, and what the facts of the field say must come out for each of them.

pub(crate) mod applicant;
pub(crate) mod golden;
mod identity;
