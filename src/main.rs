//! The binary: arguments, configuration, one command, the exit code.

use std::process::ExitCode;

use beian::command::{self, Cli};
use clap::Parser;

/// A turn makes a few hundred small values on one thread that another drops; this heap does so for a fifth less CPU than the
/// system's, by `benches/telegram.rs`.
#[global_allocator]
static HEAP: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::parse();
    beian::telemetry::start();
    match command::run(cli) {
        Ok(answer) => answer.into(),
        Err(error) => {
            command::complain(&error);
            command::exit_code(&error)
        }
    }
}
