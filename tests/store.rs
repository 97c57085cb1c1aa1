//! The promises of the store, run against every store there is; then what sled alone must withstand.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "test data wraps on purpose, and figures are rounded for people"
)]

#[path = "store/support.rs"]
mod support;

#[path = "store/damage.rs"]
mod damage;
#[path = "store/kill.rs"]
mod kill;
#[path = "store/promises.rs"]
mod promises;
#[path = "store/speed.rs"]
mod speed;
#[path = "store/vault.rs"]
mod vault;
