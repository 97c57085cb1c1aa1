//! Groups: those that are not named are left, in the others a command is answered with the way to a private chat.

use std::time::Instant;

use serde_json::json;

use crate::people::{Town, asks};
use crate::serve::{Home, LIMIT, block_on};
use crate::telegram::{BOT_NAME, Call, Fake, Fault};

const ALLOWED: i64 = -4_001;
const FOREIGN: i64 = -4_002;
const MOVED: i64 = -1_002_004_001_000;

fn town() -> Town {
    Town::with(&format!("groups = [{ALLOWED}]\n"), |home: Home| home)
}

fn calls_to(town: &Town, group: i64) -> Vec<Call> {
    town.fake.recorded().into_iter().filter(|call| call.chat == Some(group)).collect()
}

/// Makes sure that all that happened in groups has had its time, by a turn of somebody else.
fn meanwhile(town: &Town) {
    town.drain();
    town.person().starts();
}

/// Lets something happen, and waits until the bot leaves.
fn leaves(town: &Town, group: i64, act: impl FnOnce(&Fake) -> i64) {
    let before = calls_to(town, group).len();
    act(&town.fake);
    // A call is written down a moment after it took effect.
    for _ in 0..20 {
        meanwhile(town);
        if calls_to(town, group).len() > before {
            break;
        }
    }
    let methods: Vec<&str> = calls_to(town, group).iter().map(|call| call.method).collect();
    assert_eq!(methods, vec!["leaveChat"; before + 1]);
}

#[test]
fn a_group_that_is_not_named_is_left_and_nothing_else_is_done() {
    let town = town();
    let anna = town.person();
    leaves(&town, FOREIGN, |fake| fake.added_to_group(FOREIGN, anna.id));
    meanwhile(&town);
    assert_eq!(calls_to(&town, FOREIGN).len(), 1, "and nothing else is done there");
    leaves(&town, FOREIGN, |fake| fake.added_to_group(FOREIGN, anna.id));
}

#[test]
fn a_group_in_which_people_talk_is_left_though_the_first_try_failed() {
    let town = town();
    let anna = town.person();
    town.fake.next("leaveChat", Fault::Json { status: 500, applied: false });
    town.fake.added_to_group(FOREIGN, anna.id);
    let begin = Instant::now();
    while calls_to(&town, FOREIGN).len() < 2 {
        assert!(begin.elapsed() < LIMIT, "it is not tried again");
        town.fake.in_group(FOREIGN, anna.id, "/help");
        meanwhile(&town);
    }
    for _ in 0..5 {
        town.fake.in_group(FOREIGN, anna.id, "/help");
        meanwhile(&town);
    }
    let methods: Vec<&str> = calls_to(&town, FOREIGN).iter().map(|call| call.method).collect();
    assert_eq!(methods, ["leaveChat"; 2], "what is said once it is left is not answered");
}

#[test]
fn a_channel_is_left_too() {
    let town = town();
    let channel = -1_001_234_567_890_i64;
    let member = |status: &str| json!({ "user": { "id": 123_456_789, "is_bot": true }, "status": status });
    let change = json!({
        "chat": { "id": channel, "type": "channel", "title": "C" },
        "from": { "id": 77, "is_bot": false, "first_name": "A" },
        "old_chat_member": member("left"),
        "new_chat_member": member("administrator"),
    });
    leaves(&town, channel, |fake| fake.push(&json!({ "my_chat_member": change })));
}

/// Writes in the named group; gives what is said there.
fn check(town: &Town, code: &str, text: &str, words: Option<&str>) {
    let person = town.speaker(code);
    let sent = town.fake.sent(ALLOWED);
    town.fake.in_group(ALLOWED, person.id, text);
    if let Some(words) = words {
        let said = block_on(town.fake.next_of(ALLOWED, sent, LIMIT)).expect("it is answered");
        assert!(said.text.starts_with(words), "{}", said.text);
        assert!(said.text.ends_with(&format!("https://t.me/{BOT_NAME}")) && said.buttons.is_empty());
    } else {
        meanwhile(town);
        assert_eq!(town.fake.sent(ALLOWED), sent, "{text}");
    }
    assert_eq!(town.fake.sent(person.id), 0, "nobody is written to in private who did not begin");
}

#[test]
fn in_a_named_group_a_command_is_answered_and_chatter_is_not() {
    let town = town();
    town.fake.added_to_group(ALLOWED, 77);
    check(&town, "zh-hans", "/start", Some("备案要说到个人信息，请私下找我"));
    check(&town, "en", "/help@beian_test_bot", Some("A filing is about personal data"));
    check(&town, "de", "hello @Beian_Test_Bot", Some("A filing is about personal data"));
    check(&town, "zh-hans", "大家好", None);
    check(&town, "zh-hans", "/help@another_bot", None);
    check(&town, "zh-hans", "110101199003070038", None);
    assert!(calls_to(&town, ALLOWED).iter().all(|call| call.method == "sendMessage"));
}

#[test]
fn what_is_said_in_a_group_answers_no_question() {
    let town = town();
    let person = town.person();
    person.starts();
    for text in ["同意", "/mydata", "/forget", "/back"] {
        town.fake.in_group(ALLOWED, person.id, text);
    }
    town.drain();
    assert_eq!(asks(&person.says("/repeat")), "consent");
    assert!(town.fake.chat(ALLOWED).iter().all(|shown| shown.text.contains("请私下找我")));
}

#[test]
fn a_named_group_that_moves_may_stay_also_after_a_restart() {
    let mut town = town();
    let anna = town.person().id;
    town.fake.added_to_group(ALLOWED, anna);
    town.fake.migrates(ALLOWED, MOVED, anna);
    let answered = |town: &Town| {
        let sent = town.fake.sent(MOVED);
        town.fake.in_group(MOVED, anna, "/start");
        block_on(town.fake.next_of(MOVED, sent, LIMIT)).expect("it is answered under its new number");
    };
    answered(&town);
    town.restart();
    answered(&town);
    assert!(calls_to(&town, MOVED).iter().all(|call| call.method == "sendMessage"));
}
