//! The promises of the store, run against every store there is; then what sled alone must withstand.

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
