//! Those who block the bot, come back, or are gone.

use serde_json::json;

use crate::people::{Person, Town, asks};
use crate::telegram::Fault;

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
