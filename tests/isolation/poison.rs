//! An update that ends the process is set aside after three starts, and whoever sent it is told.

use std::sync::Arc;
use std::time::Duration;

use beian::clock::Clock;

use crate::answer;
use crate::inservice::{Served, Trouble, Troubled, log_of};
use crate::serve::{UNLIMITED, block_on};
use crate::telegram::Fake;

const KILLER: i64 = 32_001;
const NEIGHBOUR: i64 = 32_002;

/// Starts until it is set aside: three tries, and one life before that may have ended before it was noted.
const LIFE_COUNT_MAX: usize = 5;

#[test]
fn what_ends_the_process_is_set_aside_after_three_tries() {
    let (fake, store) = (Fake::start(), Arc::new(Troubled::default()));
    let mut served = Served::start(&fake, &store, &Clock::Wall, UNLIMITED);
    fake.starts(KILLER, "");
    answer(&fake, KILLER, 0, "a start");
    let before = fake.sent(KILLER);
    store.trouble(KILLER, Some(Trouble::Hangs));
    let poison = fake.say(KILLER, "/language en");
    let mut lives = 1;
    // A turn that hangs stands for one that ends the process: the process ends while it is made.
    while log_of(KILLER).matches("an update was set aside").count() == 0 {
        assert!(lives <= LIFE_COUNT_MAX, "not set aside after {lives} starts");
        assert!(
            block_on(fake.confirms(poison, Duration::from_secs(5))),
            "it waits in the inbox: life {lives}"
        );
        served.kill();
        lives += 1;
        served = Served::start(&fake, &store, &Clock::Wall, UNLIMITED);
        // Somebody else's answer shows that this life has come as far as it can.
        let seen = fake.sent(NEIGHBOUR);
        fake.say(NEIGHBOUR, "/help");
        answer(&fake, NEIGHBOUR, seen, "somebody else meanwhile");
    }
    store.trouble(KILLER, None);
    served.kill();
    let served = Served::start(&fake, &store, &Clock::Wall, UNLIMITED);
    let told = answer(&fake, KILLER, before, "the person whose update ended the process");
    assert!(told.text.contains("没能处理"), "{}", told.text);
    fake.say(KILLER, "/help");
    answer(&fake, KILLER, before + 1, "the same person's next message");
    println!("set aside in life {lives}");
    served.stop();
}
