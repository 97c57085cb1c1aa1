//! The one place that decides what is logged and where: standard error, `BEIAN_LOG` as the filter, `warn` without it.
//!
//! Only our own lines and the store's are ever written, whatever the filter says: the libraries that carry messages
//! print what they carry. A panic is told by its place alone, because its words may quote a value.

use std::io::IsTerminal;

use tracing_subscriber::filter::{EnvFilter, FilterExt, LevelFilter, filter_fn};
use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

/// Whose lines are written.
const HEARD: [&str; 2] = ["beian", "sled"];

/// Starts logging. Called once, by the binary.
pub fn start() {
    let wanted = EnvFilter::try_from_env("BEIAN_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    let heard = filter_fn(|line| {
        let library = line.target().split("::").next().unwrap_or_default();
        HEARD.contains(&library)
    });
    // Without a hint of its own it would hide the hint of the other, and every line that is not wanted would cost a look.
    let heard = heard.with_max_level_hint(LevelFilter::TRACE);
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_target(false)
        .with_ansi(std::io::stderr().is_terminal())
        .with_filter(wanted.and(heard));
    tracing_subscriber::registry().with(lines).init();
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panicked");
    }));
}
