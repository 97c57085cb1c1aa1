//! Ends and panics in the middle of a lane's work: nothing that was confirmed is lost, and the lane goes on.

use beian::content::Language;

use crate::inservice::{Trouble, log_of};
use crate::inside::{eventually, language, met_by, rests, serve, waiting_count};
use crate::serve::{LIMIT, block_on, says};

/// A machine that does something else between two tries is tried again.
const TRY_COUNT_MAX: i64 = 3;

#[test]
fn an_end_between_two_tries_of_a_turn_leaves_what_was_confirmed_where_it_waits() {
    for user in 7_014_001..7_014_001 + TRY_COUNT_MAX {
        let (fake, store, served) = met_by(user);
        store.trouble(user, Some(Trouble::PanicsAtChanges));
        let update = fake.say(user, "中文");
        assert!(block_on(fake.confirms(update, LIMIT)));
        served.stop();
        store.trouble(user, None);
        let log = log_of(user);
        assert!(log.contains("a turn panicked"), "{log}");
        if log.contains("set aside") {
            continue;
        }
        assert_eq!(waiting_count(&store), 1, "it waits");
        let sent = fake.sent(user);
        let served = serve(&fake, &store);
        says(&fake, user, "同意这样保存");
        rests(&fake, &served);
        assert_eq!((fake.sent(user), waiting_count(&store)), (sent + 1, 0), "it is answered once");
        served.stop();
        return;
    }
    panic!("the end never came between two tries");
}

#[test]
fn a_lane_whose_look_at_the_inbox_panics_looks_again() {
    let user = 7_014_101;
    let (fake, store, served) = met_by(user);
    served.stop();
    store.trouble(user, Some(Trouble::PanicsAtLook));
    // Whatever is there at the start is taken from the inbox.
    let update = fake.say(user, "/language en");
    let served = serve(&fake, &store);
    assert!(block_on(fake.confirms(update, LIMIT)));
    assert_eq!(waiting_count(&store), 1);
    store.trouble(user, None);
    let sent = fake.sent(user);
    fake.say(user, "/repeat");
    says(&fake, user, "step 1 of 7");
    rests(&fake, &served);
    eventually("both are done", || waiting_count(&store) == 0);
    assert_eq!(language(&store, user), Some(Language::En));
    assert!(fake.sent(user) > sent && served.is_running());
    served.stop();
}
