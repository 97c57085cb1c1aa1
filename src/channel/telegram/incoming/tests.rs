//! What updates mean, by example.

use super::*;

fn meaning(json: &str) -> Meaning {
    let update: Update = serde_json::from_str(json).expect("it reads");
    let again = Update::read(&update.write()).expect("it reads again");
    assert_eq!(again.meaning("icp_bot"), update.meaning("icp_bot"), "what waited means the same");
    update.meaning("icp_bot")
}

fn private(message: &str) -> Meaning {
    meaning(&format!(
        r#"{{"update_id":1,"message":{{"message_id":5,"from":{{"id":7,"language_code":"zh-hans"}},
        "chat":{{"id":7,"type":"private"}},{message}}}}}"#
    ))
}

fn act(meaning: Meaning) -> Act {
    let Meaning::Done(act) = meaning else { panic!("{meaning:?}") };
    act
}

fn event(meaning: Meaning) -> Event {
    let What::Event(event) = act(meaning).what else { panic!("no event") };
    event
}

fn typed(text: &str) -> Event {
    Event::Typed(Personal::from(text))
}

#[test]
fn words_and_commands_are_typed() {
    assert_eq!(event(private(r#""text":"企业""#)), typed("企业"));
    assert_eq!(event(private(r#""text":"/help@ICP_bot""#)), typed("/help"));
    assert_eq!(event(private(r#""text":"/edit consent""#)), typed("/edit consent"));
    assert_eq!(event(private(r#""text":"/start ref_A-1""#)), Event::Arrived);
}

#[test]
fn a_link_may_choose_the_language_and_nothing_else() {
    let hint = |text: &str| act(private(&format!(r#""text":"/start {text}""#))).hint.language;
    assert_eq!(hint("en"), Some(Language::En));
    assert_eq!(hint("xx"), Some(Language::ZhCn));
}

#[test]
fn what_is_not_read_has_its_kind() {
    for (part, expected) in [
        (r#""sticker":{"file_id":"a"}"#, Unread::Sticker),
        (r#""voice":{}"#, Unread::Recording),
        (r#""location":{"latitude":1}"#, Unread::Place),
        (r#""contact":{"phone_number":"1"}"#, Unread::Contact),
        (r#""poll":{}"#, Unread::Other),
    ] {
        assert_eq!(event(private(part)), Event::Unread(expected), "{part}");
    }
    assert_eq!(private(r#""pinned_message":{}"#), Meaning::Nothing);
}

#[test]
fn an_album_is_one_act() {
    let id = |number: u32| {
        let photo = format!(r#"[{{"file_id":"s"}},{{"file_id":"{number}","file_size":9}}]"#);
        let act = act(private(&format!(r#""media_group_id":"99","photo":{photo}"#)));
        let What::Sent(file) = act.what else { panic!("no file") };
        (act.names, file.file_size)
    };
    assert_eq!(id(1), id(2));
    let names = vec![EventName::Message(5), EventName::Album("99".to_owned())];
    assert_eq!(id(1), (names, Some(9)));
}

#[test]
fn bots_foreign_presses_and_other_kinds_mean_nothing() {
    for json in [
        r#"{"update_id":1,"poll":{}}"#,
        r#"{"update_id":1,"message":{"message_id":5,"from":{"id":7,"is_bot":true},"chat":{"id":7,"type":"private"},"text":"x"}}"#,
    ] {
        assert_eq!(meaning(json), Meaning::Nothing, "{json}");
    }
    let pressed = r#"{"update_id":1,"callback_query":{"id":"1","from":{"id":7},"message":{"message_id":1,"chat":{"id":-5,"type":"group"}},"data":"x"}}"#;
    assert!(matches!(meaning(pressed), Meaning::PressedElsewhere { .. }));
    let written = RawValue::from_string(r#"{"update_id":8,"message":5}"#.to_owned()).expect("JSON");
    let (read, unread) = Update::read_all(&[written]);
    assert_eq!((read[0].id, unread), (8, 1));
}

#[test]
fn groups_are_told_apart_from_private_chats() {
    let group = |text: &str| {
        meaning(&format!(
            r#"{{"update_id":1,"message":{{"message_id":5,"from":{{"id":7}},"chat":{{"id":-7,"type":"group"}},"text":"{text}"}}}}"#
        ))
    };
    let addressed = |meaning| matches!(meaning, Meaning::Group { group: -7, addressed: true, .. });
    assert!(addressed(group("/help")) && addressed(group("hi @icp_bot")));
    assert!(!addressed(group("hello")) && !addressed(group("/help@other_bot")));
}

/// The names of what an update brings, under whatever number it comes.
fn check_names(update: &str, expected: &[&str]) {
    for number in [1, 9_000_000_000_u64] {
        let act = act(meaning(&format!(r#"{{"update_id":{number},{update}}}"#)));
        let names: Vec<String> = act.names.iter().map(ToString::to_string).collect();
        assert_eq!(names, expected, "{update}");
    }
}

#[test]
fn an_event_is_named_by_what_it_is() {
    const OF: &str = r#""from":{"id":7},"chat":{"id":7,"type":"private"}"#;
    check_names(
        &format!(r#""message":{{"message_id":3000000000,{OF},"date":1,"text":"x"}}"#),
        &["m3000000000"],
    );
    check_names(&format!(r#""edited_message":{{"message_id":5,{OF},"edit_date":9,"text":"x"}}"#), &["e5:9"]);
    check_names(
        r#""callback_query":{"id":"88","from":{"id":7},"message":{"message_id":5,"chat":{"id":7}},"data":"x"}"#,
        &["c88", "p5:x"],
    );
    let far = r#""id":"88","from":{"id":7},"message":{"message_id":3000000000,"chat":{"id":7}},"data":"x""#;
    check_names(&format!(r#""callback_query":{{{far}}}"#), &["c88", "p3000000000:x"]);
    let left = r#""new_chat_member":{"status":"kicked"}"#;
    check_names(&format!(r#""my_chat_member":{{"date":6,{OF},{left}}}"#), &["b6"]);
}

#[test]
fn whatever_is_too_long_to_be_telegrams_is_cut() {
    let long = "é".repeat(70_000);
    let Event::Typed(text) = event(private(&format!(r#""text":"{long}""#))) else { panic!("no text") };
    assert_eq!(text.expose().chars().count(), 5000);
    let pressed =
        format!(r#"{{"update_id":1,"callback_query":{{"id":"{long}","from":{{"id":7}},"data":"{long}"}}}}"#);
    let What::Pressed { query, data, .. } = act(meaning(&pressed)).what else { panic!("no press") };
    assert_eq!((query.len(), data.len()), (128, 64));
    let sizes = vec![r#"{"file_id":"s"}"#; 9_000].join(",");
    let photo: Update =
        serde_json::from_str(&format!(r#"{{"message":{{"photo":[{sizes}]}}}}"#)).expect("it reads");
    assert!(photo.write().expose().len() < 500);
}
