//! What is delivered again, under whatever number, happens once.

use serde_json::{Value, json};

use crate::inside::{met_by, rests};

/// Brings a message of somebody under a new number of an update.
fn message(user: i64, message: u64, text: &str) -> Value {
    let from = json!({ "id": user, "is_bot": false, "first_name": "P", "language_code": "zh-hans" });
    let chat = json!({ "id": user, "type": "private", "first_name": "P" });
    json!({ "message": { "message_id": message, "from": from, "chat": chat, "date": 1, "text": text } })
}

#[test]
fn a_message_that_comes_under_another_number_is_answered_once() {
    let user = 7_011_001;
    let (fake, _store, served) = met_by(user);
    let sent = fake.sent(user);
    let words = message(user, 777_777, "/repeat");
    for _ in 0..3 {
        fake.push(&words);
        rests(&fake, &served);
    }
    assert_eq!(fake.sent(user), sent + 1);
    fake.push(&message(user, 777_778, "/repeat"));
    rests(&fake, &served);
    assert_eq!(fake.sent(user), sent + 2, "the same words in another message are another message");
    served.stop();
}

#[test]
fn a_message_with_a_large_number_is_answered() {
    let user = 7_011_002;
    let (fake, _store, served) = met_by(user);
    let sent = fake.sent(user);
    fake.push(&message(user, 3_000_000_000, "/repeat"));
    rests(&fake, &served);
    assert_eq!(fake.sent(user), sent + 1);
    served.stop();
}
