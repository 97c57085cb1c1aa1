//! What people sent while the bot was away is answered, and a flood is one by when it was sent.

use std::sync::Arc;

use beian::clock::Clock;

use crate::inservice::{Served, Troubled};
use crate::inside::{answer, rests};
use crate::serve::says;
use crate::telegram::Fake;

/// The words of `too-fast`.
const TOO_FAST: &str = "发得太快了";

fn told_count(fake: &Fake, user: i64) -> usize {
    fake.chat(user).iter().filter(|shown| shown.text.contains(TOO_FAST)).count()
}

#[test]
fn much_that_somebody_sent_over_time_is_no_flood_though_it_comes_at_once() {
    let (patient, flooder) = (7_015_001, 7_015_002);
    let (fake, store) = (Fake::start(), Arc::new(Troubled::default()));
    for count in 0..40 {
        // A message every ten seconds, while nobody reads them.
        fake.clock_offset(-1000 + 10 * count);
        fake.say(patient, "/repeat");
    }
    fake.say(patient, "/language en");
    for _ in 0..40 {
        fake.say(flooder, "/repeat");
    }
    fake.clock_offset(0);
    let served = Served::start(&fake, &store, &Clock::Wall, "");
    says(&fake, patient, "step 1 of 7");
    answer(&fake, flooder, 0, "the flooder");
    rests(&fake, &served);
    assert_eq!((told_count(&fake, patient), told_count(&fake, flooder)), (0, 1));
    served.stop();
}
