//! Those who block the bot, come back, or are gone.

use beian::content::Language;
use serde_json::json;

use crate::inside::{answer, eventually, language, met_by, rests, serve};
use crate::people::{Person, Town, asks};
use crate::serve::{LIMIT, block_on, says};
use crate::telegram::{Fake, Fault};

/// Whatever is sent to somebody is held up, so that it waits.
fn hold_up(fake: &Fake, user: i64) {
    fake.faults(move |asked| {
        (asked.method == "sendMessage" && asked.chat == Some(user))
            .then_some(Fault::TooMany { retry_after: 1 })
    });
}

#[test]
fn what_waits_for_somebody_who_blocks_the_bot_is_taken_back_and_what_they_said_counts() {
    let (user, neighbour) = (7_010_001, 7_010_002);
    let (fake, store, served) = met_by(user);
    let sent = fake.sent(user);
    hold_up(&fake, user);
    fake.say(user, "/language en");
    fake.blocks(user);
    rests(&fake, &served);
    assert_eq!(block_on(served.outbox_len()), 0, "nothing waits any more");
    assert_eq!(language(&store, user), Some(Language::En), "what was said before the block counts");
    served.stop();
    fake.calm();
    let served = serve(&fake, &store);
    fake.starts(neighbour, "");
    answer(&fake, neighbour, 0, "somebody else");
    assert_eq!((fake.sent(user), fake.calls().refused("bot was blocked")), (sent, 0), "nothing is tried");
    served.stop();
}

#[test]
fn a_block_that_is_delivered_once_more_takes_back_nothing_that_was_said_since() {
    let user = 7_010_003;
    let (fake, _store, served) = met_by(user);
    let left = fake.blocks(user);
    fake.returns(user);
    rests(&fake, &served);
    hold_up(&fake, user);
    let update = fake.say(user, "/language en");
    assert!(block_on(fake.confirms(update, LIMIT)));
    fake.again(left);
    // A press stands behind it in their lane; a forged one says nothing that would stand in for what was taken back.
    let press = fake.press(user, 1, "forged");
    assert!(block_on(fake.toast_of(user, 0, LIMIT)).is_some() && block_on(fake.confirms(press, LIMIT)));
    fake.calm();
    says(&fake, user, "step 1 of 7");
    served.stop();
}

#[test]
fn whoever_comes_back_is_answered_when_they_say_something() {
    let town = Town::open();
    let person = town.person();
    person.starts();
    person.chooses("agree");
    let (sent, changes) = (town.fake.sent(person.id), town.fake.changes(person.id));
    town.fake.blocks(person.id);
    town.fake.returns(person.id);
    town.drain();
    let panel = person.says("1");
    assert_eq!(asks(&panel), "server.region", "they go on where they were");
    assert_eq!((town.fake.sent(person.id), town.fake.changes(person.id)), (sent + 1, changes + 1));
}

#[test]
fn the_button_that_brings_somebody_back_and_says_start_brings_one_panel() {
    let town = Town::open();
    let person = town.person();
    person.starts();
    person.chooses("agree");
    let sent = town.fake.sent(person.id);
    town.fake.blocks(person.id);
    town.fake.returns(person.id);
    let panel = person.does(|fake| fake.starts(person.id, ""));
    assert_eq!(asks(&panel), "operation");
    town.drain();
    person.says("/repeat");
    assert_eq!(town.fake.sent(person.id), sent + 2, "one for the start, one for the last words");
}

#[test]
fn whoever_was_erased_is_told_so_though_the_bot_was_killed_before_it_could_say_it() {
    let mut town = Town::open();
    let id = town.person().id;
    let person = Person { town: &town, id };
    person.starts();
    person.says("/forget");
    town.drain();
    let sent = town.fake.sent(id);
    let words = ["sendMessage", "editMessageText"];
    let tried = || words.map(|method| town.fake.calls().of(method)).iter().sum::<u64>();
    town.fake.faults(move |asked| words.contains(&asked.method).then_some(Fault::TooMany { retry_after: 1 }));
    let before = tried();
    town.fake.say(id, "2");
    // Tried means committed, and that the question before it is marked: only the word itself is left.
    eventually("it is tried", || tried() > before);
    town.restart();
    town.fake.calm();
    let told = block_on(town.fake.next_of(id, sent, LIMIT)).expect("they are told");
    assert!(told.text.contains("都抹掉了"), "{}", told.text);
    town.stop();
    town.restart();
    town.person().starts();
    assert_eq!(town.fake.sent(id), sent + 1, "they are told once");
}

#[test]
fn a_deleted_account_is_written_to_once_and_nothing_waits() {
    let mut town = Town::open();
    let id = town.person().id;
    Person { town: &town, id }.starts();
    town.fake.deleted(id);
    let from = json!({ "id": id, "is_bot": false, "first_name": "Gone" });
    let chat = json!({ "id": id, "type": "private" });
    let message = json!({ "message_id": 9, "from": from, "chat": chat, "date": 1, "text": "/help" });
    town.fake.push(&json!({ "message": message }));
    eventually("it is tried", || town.fake.calls().refused("user is deactivated") == 1);
    town.drain();
    town.stop();
    town.restart();
    town.person().starts();
    assert_eq!(town.fake.calls().refused("user is deactivated"), 1, "and is not tried again");
}
