//! The real binary on Telegram: what people see, press and hear, whatever they send.

#[path = "support/binary.rs"]
mod binary;
#[path = "support/people.rs"]
mod people;
#[path = "support/serve.rs"]
mod serve;
#[path = "support/telegram/mod.rs"]
mod telegram;

#[path = "telegram/first.rs"]
mod first;
#[path = "telegram/panels.rs"]
mod panels;
