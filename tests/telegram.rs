//! The bot on Telegram: what people see, press and hear, whatever they send. The real binary, or its service in this
//! process where a test has to make trouble behind it.

#[path = "support/binary.rs"]
mod binary;
#[path = "support/inservice.rs"]
mod inservice;
#[path = "support/people.rs"]
mod people;
#[path = "support/serve.rs"]
mod serve;
#[path = "support/telegram/mod.rs"]
mod telegram;

#[path = "telegram/backlog.rs"]
mod backlog;
#[path = "telegram/endings.rs"]
mod endings;
#[path = "telegram/files.rs"]
mod files;
#[path = "telegram/filings.rs"]
mod filings;
#[path = "telegram/first.rs"]
mod first;
#[path = "telegram/forged.rs"]
mod forged;
#[path = "telegram/groups.rs"]
mod groups;
#[path = "telegram/inline.rs"]
mod inline;
#[path = "telegram/inside.rs"]
mod inside;
#[path = "telegram/leaving.rs"]
mod leaving;
#[path = "telegram/menu.rs"]
mod menu;
#[path = "telegram/once.rs"]
mod once;
#[path = "telegram/order.rs"]
mod order;
#[path = "telegram/panels.rs"]
mod panels;
#[path = "telegram/presses.rs"]
mod presses;
#[path = "telegram/sizes.rs"]
mod sizes;
#[path = "telegram/stops.rs"]
mod stops;
#[path = "telegram/texts.rs"]
mod texts;
#[path = "telegram/unread.rs"]
mod unread;
#[path = "telegram/upkeep.rs"]
mod upkeep;
