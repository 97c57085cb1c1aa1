//! The one place that decides what is logged and where: standard error, `BEIAN_LOG` as the filter, `warn` without it.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Starts logging. Called once, by the binary.
pub fn start() {
    let filter = EnvFilter::try_from_env("BEIAN_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
}
