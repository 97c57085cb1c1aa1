//! Turns per second, latency, CPU, memory and cold start of the bot on Telegram, beside an ordinary teloxide bot.
//!
//! Every system is a program of its own and talks over real HTTP to a fake Bot API server in this process. The people are
//! closed loops: each sends the next answer as soon as the bot's next question is there. Systems take turns, each time with
//! an empty store, so that a slow minute of the machine meets all of them; the tables show medians.
//!
//! `cargo bench --bench telegram -- [--quick] [--users 1,50,1000] [--rounds 3] [--seconds 10]`

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "the figures are what this program is for")]

#[path = "telegram/load.rs"]
mod load;
#[path = "telegram/process.rs"]
mod process;
#[path = "telegram/report.rs"]
mod report;
#[path = "telegram/systems.rs"]
mod systems;
#[path = "../tests/support/telegram/mod.rs"]
mod telegram;

use std::time::Duration;

use load::Sample;
use systems::System;

/// How much is measured.
struct Plan {
    /// Numbers of people who talk at once.
    users: Vec<usize>,
    rounds: usize,
    /// How long turns are counted.
    window: Duration,
}

impl Plan {
    fn read(mut args: impl Iterator<Item = String>) -> Option<Self> {
        let mut plan = Self { users: vec![1, 50, 1_000], rounds: 3, window: Duration::from_secs(10) };
        while let Some(arg) = args.next() {
            match arg.as_str() {
                // Cargo says so to every benchmark.
                "--bench" => {}
                "--quick" => plan = Self { users: vec![1, 50], rounds: 1, window: Duration::from_secs(3) },
                "--users" => {
                    plan.users = args.next()?.split(',').map(str::parse).collect::<Result<_, _>>().ok()?;
                }
                "--rounds" => plan.rounds = args.next()?.parse().ok()?,
                "--seconds" => plan.window = Duration::from_secs(args.next()?.parse().ok()?),
                _ => return None,
            }
        }
        let counts = !plan.users.contains(&0) && plan.rounds > 0 && !plan.window.is_zero();
        counts.then_some(plan)
    }
}

fn main() {
    let Some(plan) = Plan::read(std::env::args().skip(1)) else {
        eprintln!("usage: telegram [--quick] [--users 1,50,1000] [--rounds 3] [--seconds 10]");
        std::process::exit(2);
    };
    let mut present = Vec::new();
    for system in System::ALL {
        match system.missing() {
            Some(why) => println!("{} is left out: {why}", system.name()),
            None => present.push(system),
        }
    }
    for users in &plan.users {
        let mut samples: Vec<Vec<Sample>> = vec![Vec::new(); present.len()];
        for round in 1..=plan.rounds {
            for (system, samples) in present.iter().zip(&mut samples) {
                match load::measure(*system, *users, plan.window) {
                    Ok(sample) => {
                        eprintln!("round {round}, {users} users, {}: {sample}", system.name());
                        samples.push(sample);
                    }
                    Err(why) => println!("{} broke off with {users} users: {why}", system.name()),
                }
            }
        }
        let rows = present.iter().map(|system| system.name()).zip(&samples).collect::<Vec<_>>();
        println!("{}", report::table(*users, plan.rounds, plan.window, &rows));
    }
}
