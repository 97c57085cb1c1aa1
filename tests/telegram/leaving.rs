//! Those who block the bot, come back, or are gone.

use serde_json::json;

use crate::people::{Person, Town, asks};
use crate::serve::{LIMIT, block_on};
use crate::telegram::{Asked, Fault};

#[test]
fn nothing_waits_for_somebody_who_blocked_the_bot_and_they_go_on_where_they_were() {
    let mut town = Town::open();
    let id = town.person().id;
    let sent = {
        let person = Person { town: &town, id };
        person.starts();
        person.chooses("agree");
        town.fake.sent(id)
    };
    // The answer is held up until they are gone.
    town.fake.next("sendMessage", Fault::TooMany { retry_after: 1 });
    town.fake.say(id, "1");
    town.fake.blocks(id);
    town.drain();
    town.stop();
    // Where the block was read before the turn was made, the next start finds out that they are gone.
    town.restart();
    town.person().starts();
    town.stop();
    let calls = town.fake.calls();
    town.restart();
    town.person().starts();
    assert_eq!(town.fake.calls().of("sendMessage"), calls.of("sendMessage") + 1, "nothing waits any more");
    assert_eq!(town.fake.sent(id), sent, "nothing arrived");
    let back = Person { town: &town, id }.does(|fake| fake.returns(id));
    assert_eq!(asks(&back), "server.region", "what was said before the block counts");
}

#[test]
fn whoever_was_erased_is_told_so_though_the_bot_was_killed_before_it_could_say_it() {
    let mut town = Town::open();
    let id = town.person().id;
    let person = Person { town: &town, id };
    person.starts();
    person.says("/forget");
    let sent = town.fake.sent(id);
    let unheard = |asked: Asked<'_>| asked.method == "sendMessage" || asked.method == "editMessageText";
    town.fake.faults(move |asked| unheard(asked).then_some(Fault::TooMany { retry_after: 1 }));
    town.fake.say(id, "/forget");
    town.drain();
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
    town.drain();
    town.stop();
    assert_eq!(town.fake.calls().refused("user is deactivated"), 1, "it was tried once");
    town.restart();
    town.person().starts();
    assert_eq!(town.fake.calls().refused("user is deactivated"), 1, "and is not tried again");
}
