//! How a run ends that cannot go on: what its exit code tells a supervisor.

use std::process::{Child, Command, Stdio};

use crate::serve::{BINARY, Home, LIMIT, UNLIMITED, block_on};
use crate::telegram::{Fake, TOKEN};

#[test]
fn a_run_that_is_ended_from_outside_failed_and_one_that_may_not_begin_is_misconfigured() {
    let fake = Fake::start();
    let home = Home::new(&fake, UNLIMITED);
    let bot = home.serve();
    fake.starts(72_001, "");
    assert!(block_on(fake.next_of(72_001, 0, LIMIT)).is_some());
    fake.webhook("https://example.org/hook");
    // Whatever comes ends the call that waits; the next one is refused.
    fake.say(72_001, "/help");
    assert_eq!(bot.ended().code(), Some(1), "{}", home.log());
    assert_eq!(home.serve().ended().code(), Some(2), "{}", home.log());
}

/// Starts a bot whose files may grow to so many blocks of 512 bytes.
fn serve_within(home: &Home, blocks: u32) -> Child {
    let limited = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" serve");
    let mut command = Command::new("sh");
    command.args(["-c", &limited, BINARY]).current_dir(home.path()).env("HOME", home.path());
    command.env("TELOXIDE_TOKEN", TOKEN).env_remove("XDG_DATA_HOME").env_remove("BEIAN_MASTER_KEY");
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the shell starts")
}

#[test]
fn a_store_that_takes_no_more_ends_a_run_that_failed() {
    let fake = Fake::start();
    let home = Home::new(&fake, UNLIMITED);
    // Room for the dialogues, and for two segments of sled.
    let mut bot = serve_within(&home, 4096);
    let mut count = 0;
    let ended = loop {
        if let Some(ended) = bot.try_wait().expect("its state is known") {
            break ended;
        }
        assert!(count < 5_000, "it goes on for ever");
        for _ in 0..50 {
            fake.say(72_002, &"x".repeat(1_000));
            count += 1;
        }
        block_on(fake.drained(std::time::Duration::from_secs(2)));
    };
    assert_eq!(ended.code(), Some(1));
}
