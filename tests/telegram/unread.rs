//! What is not read has an answer all the same, above the question that is asked again; words of the service have none.

use serde_json::{Value, json};

use crate::people::{Person, Town, asks};
use crate::telegram::Fault;

const SHOWN: &str = "consent";

/// Sends something and looks at what is said to it, in both languages.
fn check(town: &Town, act: impl Fn(&Person<'_>) -> i64, chinese: &str, english: &str) {
    for (words, begins) in [(chinese, true), (english, false)] {
        let person = town.person();
        if begins {
            person.starts()
        } else {
            person.starts_in_english()
        };
        let sent = town.fake.sent(person.id);
        let panel = person.does(|_| act(&person));
        assert!(panel.text.starts_with(words), "expected {words:?}: {}", panel.text);
        assert_eq!((asks(&panel).as_str(), town.fake.sent(person.id)), (SHOWN, sent + 1));
    }
}

#[test]
fn each_kind_of_message_that_is_not_read_has_its_words() {
    let town = Town::open();
    let fake = &town.fake;
    check(&town, |who| fake.sticker(who.id), "表情收到了", "A nice sticker!");
    check(
        &town,
        |who| fake.sends(who.id, json!({ "dice": { "value": 6 } })),
        "表情收到了",
        "A nice sticker!",
    );
    check(&town, |who| fake.voice(who.id), "语音和视频我听不了", "I cannot listen to");
    let video = json!({ "video_note": { "file_id": "v" } });
    check(&town, |who| fake.sends(who.id, video.clone()), "语音和视频我听不了", "I cannot listen to");
    check(&town, |who| fake.location(who.id), "地图上的位置我看不了", "I cannot read a place");
    check(&town, |who| fake.contact(who.id), "名片我看不了，也没有保存", "I cannot read contact cards");
    for kind in ["poll", "game", "story", "paid_media", "a_kind_of_the_future"] {
        let parts = json!({ kind: { "id": "1" } });
        check(&town, |who| fake.sends(who.id, parts.clone()), "这种消息我看不了", "I cannot read this kind");
    }
    // An animation comes with a document of the same name beside it.
    let animation = json!({ "animation": { "file_id": "a" }, "document": { "file_id": "a" } });
    check(&town, |who| fake.sends(who.id, animation.clone()), "表情收到了", "A nice sticker!");
}

#[test]
fn a_changed_message_is_not_read_again() {
    let town = Town::open();
    let person = town.person();
    person.starts();
    let mut update = 0;
    person.does(|fake| update = fake.say(person.id, "同意"));
    let message = town.fake.message_of(update);
    let panel = person.does(|fake| fake.edit(person.id, message, "不同意"));
    assert!(panel.text.starts_with("我看的是消息刚发出来时的内容"), "{}", panel.text);
    assert_eq!(asks(&panel), "operation");
    assert!(person.data().contains("个人信息保管：同意"));
}

/// Lets something happen, and makes sure that it is confirmed and nothing is said to it.
fn check_silent(town: &Town, person: &Person<'_>, update: &Value) {
    let changes = town.fake.changes(person.id);
    town.fake.push(update);
    town.drain();
    person.says("/repeat");
    assert_eq!(town.fake.changes(person.id), changes + 1, "something was said to {update}");
}

#[test]
fn words_of_the_service_and_steps_on_the_map_are_passed_over() {
    let town = Town::open();
    let person = town.person();
    person.starts();
    let from = json!({ "id": person.id, "is_bot": false, "first_name": "P", "language_code": "zh-hans" });
    let chat = json!({ "id": person.id, "type": "private", "first_name": "P" });
    let message = |kind: &str, from: &Value, parts: Value| {
        let mut message = json!({ "message_id": 90, "from": from, "chat": chat, "date": 1 });
        message.as_object_mut().expect("it is one").extend(parts.as_object().cloned().unwrap_or_default());
        json!({ kind: message })
    };
    for part in ["pinned_message", "message_auto_delete_timer_changed", "write_access_allowed"] {
        check_silent(&town, &person, &message("message", &from, json!({ part: {} })));
    }
    let step = json!({ "location": { "latitude": 30.2, "longitude": 120.1, "live_period": 900 } });
    check_silent(&town, &person, &message("edited_message", &from, step));
    let bot = json!({ "id": 42, "is_bot": true, "first_name": "Another" });
    check_silent(&town, &person, &message("message", &bot, json!({ "text": "同意" })));
    for kind in
        ["channel_post", "edited_channel_post", "chosen_inline_result", "poll_answer", "a_kind_of_the_future"]
    {
        let post =
            json!({ "message_id": 7, "from": from, "chat": chat, "date": 1, "text": "同意", "id": "1" });
        check_unasked(&town, &person, &json!({ "update_id": 1, kind: post }));
    }
}

/// The same for a kind of update that was never asked for, so that the server has to be made to bring it.
fn check_unasked(town: &Town, person: &Person<'_>, update: &Value) {
    let changes = town.fake.changes(person.id);
    let body = json!({ "ok": true, "result": [update] }).to_string();
    town.fake.next("getUpdates", Fault::Wrong(body.leak()));
    // The poll under way brings the first words, the one behind it the update.
    for _ in 0..2 {
        person.says("/repeat");
    }
    assert_eq!(town.fake.changes(person.id), changes + 2, "something was said to {update}");
}
