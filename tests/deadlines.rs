//! Deadlines are kept: counted as on the fingers, spoken of once, in time and not at night, whatever happens to the machine.
//!
//! `BEIAN_FILINGS=10000 BEIAN_YEARS=10 cargo test --release --test deadlines years_of -- --nocapture` plays many filings for
//! years; `BEIAN_SEED=N` plays another run.

#[path = "deadlines/counting.rs"]
mod counting;
#[path = "support/inprocess.rs"]
#[allow(dead_code, reason = "each test uses a part of the support")]
mod inprocess;
#[path = "deadlines/soak.rs"]
mod soak;
