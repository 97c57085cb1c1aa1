//! The binary: arguments, configuration, one command, the exit code.

use std::process::ExitCode;

use beian::command::{self, Cli};
use clap::Parser;

fn main() -> ExitCode {
    let cli = Cli::parse();
    beian::telemetry::start();
    match command::run(cli) {
        Ok(answer) => answer.into(),
        Err(error) => {
            command::complain(&error);
            ExitCode::from(2)
        }
    }
}
