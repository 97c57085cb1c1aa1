//! At the start and beside another: a webhook, and a second process with the same token.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::number;
use crate::serve::{Home, LIMIT, UNLIMITED, until};
use crate::telegram::Fake;

const HOOK: &str = "https://elsewhere.example/hook";

#[test]
fn a_webhook_is_refused_in_words_and_taken_away_on_command() {
    let fake = Fake::start();
    fake.webhook(HOOK);
    let home = Home::new(&fake, UNLIMITED);
    let refused = home.command(&["serve"]).output().expect("the binary runs");
    let said = String::from_utf8_lossy(&refused.stderr);
    assert_eq!(refused.status.code(), Some(2), "{said}");
    assert!(said.contains("webhook") && said.contains("--delete-webhook"), "{said}");
    assert_eq!(
        (fake.webhook_url().as_str(), fake.calls().of("getUpdates")),
        (HOOK, 0),
        "nothing was touched"
    );

    fake.starts(50_001, "");
    let mut bot = home.command(&["serve", "--delete-webhook"]);
    let mut bot = bot.stdout(Stdio::null()).spawn().expect("the binary starts");
    until(&fake, 50_001, "an answer to what came while the webhook was set", |seen| !seen.is_empty());
    assert_eq!(fake.webhook_url(), "");
    bot.kill().expect("it can be killed");
    bot.wait().expect("it ends");
}

#[test]
fn of_two_processes_one_steps_back_and_says_so_and_nothing_happens_twice() {
    const SAYS: &str = "another process polls with this token";
    let established = Duration::from_secs(number("BEIAN_ESTABLISHED_S", 0));
    let fake = Fake::start();
    let (first, second) = (Home::new(&fake, UNLIMITED), Home::new(&fake, UNLIMITED));
    let mut elder = first.serve();
    fake.starts(50_002, "");
    until(&fake, 50_002, "a hello", |seen| seen.len() == 1);
    std::thread::sleep(established);
    let mut younger = second.serve();
    let steps_back = |home: &Home| home.log().lines().filter(|line| line.contains(SAYS)).count();
    let begin = Instant::now();
    while steps_back(&first) + steps_back(&second) == 0 {
        assert!(begin.elapsed() < LIMIT, "neither steps back");
        std::thread::sleep(Duration::from_millis(5));
    }
    if established > Duration::from_secs(60) {
        // Whoever has polled for a minute looks aside for a moment only, and the newcomer then gives way.
        while steps_back(&second) == 0 {
            assert!(begin.elapsed() < LIMIT, "the newcomer does not give way: {}", first.log());
            std::thread::sleep(Duration::from_millis(5));
        }
    }
    let (elder_back, younger_back) = (steps_back(&first), steps_back(&second));
    // Whoever goes on answers each once.
    for user in 50_010..50_040 {
        fake.starts(user, "");
        until(&fake, user, "a hello", |seen| !seen.is_empty());
    }
    let once = (50_010..50_040).all(|user| fake.sent(user) == 1);
    println!(
        "after {established:?} a second process came: the first stepped back {elder_back} times, the second {younger_back} times"
    );
    assert!(once, "each was greeted once");
    assert!(elder.is_running() && younger.is_running());
    let levels = [first.log(), second.log()].concat();
    assert!(levels.lines().filter(|line| line.contains(SAYS)).all(|line| line.contains("ERROR")), "{levels}");
}
