//! What other programs rely on: the lines of `chat --json`, the commands, and the exit codes.

#[path = "support/binary.rs"]
mod binary;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Stdio;

use binary::*;
use chrono::{DateTime, TimeDelta};
use serde_json::{Value, json};

const STAGES: [&str; 17] = [
    "welcome",
    "prepare",
    "identify",
    "product",
    "details",
    "upload",
    "confirm",
    "initial-review",
    "mailing",
    "sms",
    "authority-review",
    "returned",
    "filed",
    "public-security",
    "licence",
    "complete",
    "closed",
];

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

/// Every line is of the shape that the contract names.
fn check_shape(turn: &Turn) {
    for message in &turn.messages {
        assert_eq!(
            keys(message),
            ["role", "to", "text", "options", "stage", "asks", "filing", "at", "files"]
        );
        let role = message["role"].as_str().expect("a role");
        assert!(["ask", "info", "refusal", "answer", "reminder", "desk"].contains(&role), "{role}");
        assert!(message["to"].as_str().expect("a name").starts_with("local:"));
        let text = message["text"].as_str().expect("a text");
        assert!(!text.trim().is_empty() && !text.contains("{$") && !text.contains("**"), "{text:?}");
        assert!(STAGES.contains(&message["stage"].as_str().expect("a stage")));
        assert!(message["asks"].is_null() || message["asks"].is_string());
        assert!(
            message["filing"].is_null()
                || message["filing"].as_str().is_some_and(|reference| reference.len() == 6)
        );
        DateTime::parse_from_rfc3339(message["at"].as_str().expect("a time")).expect("RFC 3339");
        assert!(message["files"].is_array());
        let mut ids = BTreeSet::new();
        for option in message["options"].as_array().expect("a list") {
            let (id, kind) =
                (option["id"].as_str().expect("an id"), option["kind"].as_str().expect("a kind"));
            assert!(["choice", "nav", "link"].contains(&kind), "{option}");
            assert_eq!(kind == "nav", id.starts_with("nav."), "{option}");
            assert!(
                option["label"].as_str().is_some_and(|label| !label.is_empty() && !label.starts_with('[')),
                "{option}"
            );
            assert!(ids.insert(id.to_owned()), "two options have the id {id}");
        }
    }
    let end = &turn.end;
    assert_eq!(
        keys(end),
        ["end", "stage", "asks", "filing", "type", "revision", "now", "accepted", "refused", "closed"]
    );
    assert_eq!(end["end"], true);
    assert!(STAGES.contains(&turn.stage()));
    DateTime::parse_from_rfc3339(end["now"].as_str().expect("a time")).expect("RFC 3339");
    let types = ["first", "access", "new-site-elsewhere", "new-site-aliyun"];
    assert!(end["type"].is_null() || types.contains(&turn.filing_type().expect("a string")));
    assert_eq!(turn.accepted() == Some(false), !end["refused"].is_null(), "{end}");
    if let Some(refused) = end["refused"].as_object() {
        assert!(refused["field"].is_string() && refused["reason"].is_string() && refused.len() == 2);
    }
}

/// What must not move when nothing was taken.
fn place(turn: &Turn) -> Value {
    json!([
        turn.end["stage"],
        turn.end["asks"],
        turn.end["filing"],
        turn.end["type"],
        turn.end["revision"],
        turn.end["closed"]
    ])
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a path of letters")
}

// ---- chat --json -----------------------------------------------------------------------------------

#[test]
fn a_panel_and_an_end_line_come_before_any_input_and_the_end_of_input_is_no_error() {
    let home = folder();
    let talk = Chat::new(home.path()).start();
    check_shape(&talk.first);
    assert_eq!(
        (talk.first.roles(), talk.first.asks(), talk.first.accepted()),
        (vec!["ask"], Some("language"), None)
    );
    assert_eq!(talk.first.end["now"], "2026-11-23T01:00:00.000Z");
    let again = talk.first.filing().to_owned();
    assert!(talk.finish().success());
    let talk = Chat::new(home.path()).start();
    assert_eq!(talk.first.filing(), again, "progress survives leaving");
    assert!(talk.finish().success());
}

#[test]
fn the_last_line_counts_without_a_line_feed_too() {
    let home = folder();
    let mut child = Chat::new(home.path()).spawn();
    child.stdin.take().expect("piped").write_all(br#"{"choose":"en"}"#).expect("the pipe takes it");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(text.lines().filter(|line| line.contains(r#""end":true"#)).count(), 2);
    assert!(text.lines().last().expect("lines").contains(r#""asks":"consent""#));
}

#[test]
fn a_malformed_line_is_answered_with_an_error_and_an_end_line_and_changes_nothing() {
    let home = folder();
    let mut talk = Chat::new(home.path()).start();
    let before = place(&talk.choose("zh-CN"));
    let deep = format!("{}{}", "[".repeat(5_000), "]".repeat(5_000));
    let long = format!(r#"{{"text":"{}"}}"#, "长".repeat(700_000));
    let lines: Vec<(&str, &[u8])> = vec![
        ("no JSON", b"agree"),
        ("cut off", br#"{"choose":"agree""#),
        ("no key", b"{}"),
        ("two keys", br#"{"choose":"agree","text":"1"}"#),
        ("the same key twice", br#"{"choose":"agree","choose":"decline"}"#),
        ("an unknown key", br#"{"chose":"agree"}"#),
        ("an unknown key beside a known one", br#"{"choose":"agree","filing":"AAAAAA"}"#),
        ("only a name", br#"{"as":"me"}"#),
        ("another type", br#"{"choose":1}"#),
        ("null", br#"{"choose":null}"#),
        ("an array", br#"["agree"]"#),
        ("a string", br#""agree""#),
        ("two objects", br#"{"choose":"agree"}{"choose":"agree"}"#),
        ("not UTF-8", b"{\"text\":\"\xff\xfe\"}"),
        ("a lone surrogate", br#"{"text":"\ud800"}"#),
        ("deep", deep.as_bytes()),
        ("over two megabytes", long.as_bytes()),
        ("no desk yet", br#"{"desk":{"agent":"1001","do":"claim"}}"#),
        ("no length", br#"{"advance":"soon"}"#),
        ("an endless length", br#"{"advance":"99999999999999999999d"}"#),
        ("beyond the calendar", br#"{"advance":"99999999999d"}"#),
        ("no time", br#"{"advance-to":"tomorrow"}"#),
        ("backwards", br#"{"advance-to":"2026-11-22T09:00:00+08:00"}"#),
        ("both", br#"{"advance":"1h","advance-to":"2026-12-01T09:00:00+08:00"}"#),
    ];
    for (what, line) in lines {
        let turn = talk.raw(line);
        assert_eq!(turn.errors.len(), 1, "{what}: {:?} {:?}", turn.messages, turn.end);
        assert!(!turn.errors[0].is_empty() && turn.messages.is_empty(), "{what}");
        assert_eq!((place(&turn), turn.accepted()), (before.clone(), None), "{what}");
        assert_eq!(turn.end["now"], "2026-11-23T01:00:00.000Z", "{what}");
    }
    let turn = talk.choose("agree");
    assert_eq!((turn.accepted(), turn.errors.len()), (Some(true), 0), "one end line for each line");
    assert!(talk.finish().success());
}

#[test]
fn the_clock_moves_only_where_it_stands_still() {
    let home = folder();
    let mut chat = Chat::new(home.path());
    chat.args.clear();
    let mut talk = chat.start();
    for line in [json!({ "advance": "25h" }), json!({ "advance-to": "2036-01-01T00:00:00Z" })] {
        let turn = talk.line(&line);
        assert!(turn.errors.len() == 1 && turn.errors[0].contains("--now"), "{:?}", turn.errors);
    }
    assert!(talk.finish().success());
    let data = data(home.path());
    let (code, _, error) = answer_of(home.path(), &["chat", "--now", NOW, "--data", path(&data)]);
    assert_eq!(code, 2, "--now needs --json: {error}");
    let (code, _, error) =
        answer_of(home.path(), &["chat", "--json", "--now", "yesterday", "--data", path(&data)]);
    assert_eq!(code, 2, "{error}");
    assert!(error.contains("2026-"), "an example of a time: {error}");
}

#[test]
fn timers_on_the_way_fire_in_order_at_their_instants_and_never_after_done() {
    let home = folder();
    let mut talk = Chat::new(home.path()).start();
    let first = talk.first.clone();
    let mut robot = Robot::new(&[]);
    talk.play(&mut robot, first, |turn| turn.asks() == Some("sms.subject-lead.outcome"));
    let start = DateTime::parse_from_rfc3339(NOW).expect("a time");
    talk.text("/quiet off");
    let turn = talk.advance("25h");
    check_shape(&turn);
    let at: Vec<_> =
        turn.messages.iter().map(|message| (message["role"].clone(), message["at"].clone())).collect();
    let instant = |hours| {
        json!((start + TimeDelta::hours(hours)).to_utc().to_rfc3339_opts(chrono::SecondsFormat::Millis, true))
    };
    assert_eq!(at, [(json!("reminder"), instant(20)), (json!("reminder"), instant(24))]);
    assert_eq!((turn.end["now"].clone(), turn.accepted()), (instant(25), None));
    assert_eq!(talk.advance("48h").messages.len(), 0, "each fires once");
    let done = talk.choose("done");
    let end = talk.play(&mut robot, done, |_| false);
    assert_eq!(end.stage(), "complete");
    // Only what stands on the site is asked after, until that is done as well.
    let reference = end.end["filing"].as_str().expect("a reference").to_owned();
    assert!(
        talk.advance("2d")
            .messages
            .iter()
            .all(|message| message["text"].as_str().is_some_and(|text| text.contains("/footer")))
    );
    for timer in ["footer", "public-security.display"] {
        let done = talk.choose(&format!("nav.settled@{timer}@{reference}"));
        assert!(done.text().contains("不再提醒"), "{}", done.text());
    }
    let to = talk.line(&json!({ "advance-to": "2027-11-23T09:00:00+08:00" }));
    assert_eq!(
        (to.messages.len(), to.end["now"].clone()),
        (0, json!("2027-11-23T01:00:00.000Z")),
        "done is done"
    );
    assert!(talk.finish().success());
}

#[test]
fn each_of_several_choices_toggles_and_done_ends_it() {
    let home = folder();
    let mut talk = Chat::new(home.path()).start();
    let first = talk.first.clone();
    let mut robot = Robot::new(&[]);
    let asked = talk.play(&mut robot, first, |turn| turn.asks() == Some("site.content"));
    let chosen = |turn: &Turn| -> Vec<String> {
        let ticked = turn.options().into_iter().filter(|option| option["chosen"] == true);
        ticked.map(|option| option["id"].as_str().expect("an id").to_owned()).collect()
    };
    for option in asked.options() {
        assert_eq!(option["kind"] == "choice", option["chosen"].is_boolean(), "{option}");
    }
    let empty = talk.choose("nav.done");
    assert_eq!((empty.reason(), empty.asks()), (Some("choose-at-least-one"), Some("site.content")));
    assert_eq!(chosen(&talk.choose("news")), ["news"]);
    assert_eq!(chosen(&talk.choose("medicine")), ["news", "medicine"]);
    assert_eq!(chosen(&talk.choose("news")), ["medicine"]);
    assert_eq!(chosen(&talk.choose("none")), ["none"], "none excludes the others");
    assert_eq!(chosen(&talk.choose("news")), ["news"]);
    assert_eq!(talk.text("/help").asks(), Some("site.content"));
    assert_eq!(chosen(&talk.text("/repeat")), ["news"], "what was ticked stays ticked");
    let both = talk.text("1 2");
    assert_eq!((both.accepted(), both.reason()), (Some(false), Some("none-excludes")), "none and another");
    let done = talk.choose("nav.done");
    assert_eq!((done.accepted(), done.asks()), (Some(true), Some("site.commercial")));
    let edited = talk.text("/edit site.content");
    assert_eq!(edited.asks(), Some("site.content"));
    let listed = talk.text("2、4");
    assert_eq!(listed.accepted(), Some(true), "several numbers at once, counted from 1");
    let shown = talk.text("/mydata").text();
    let label = |id: &str| {
        asked.options().into_iter().find(|option| option["id"] == id).expect("offered")["label"].clone()
    };
    for id in [&asked.choices()[1], &asked.choices()[3]] {
        assert!(shown.contains(label(id).as_str().expect("a label")), "{shown}");
    }
    assert!(talk.finish().success());
}

#[test]
fn an_option_that_is_not_offered_is_refused() {
    let home = folder();
    let mut talk = Chat::new(home.path()).start();
    let before = place(&talk.choose("zh-CN"));
    for id in ["", "zh-CN", "AGREE ", "yes", "1", "server.region", "agree\n", "同意"] {
        let turn = talk.choose(id);
        check_shape(&turn);
        assert_eq!((turn.accepted(), place(&turn)), (Some(false), before.clone()), "{id:?}");
        assert_eq!(turn.end["refused"], json!({ "field": "consent", "reason": "not-an-option" }), "{id:?}");
    }
    for id in [
        "nav.nonsense",
        "nav.edit:domain",
        "nav.use:AAAAAA",
        "nav.forget-yes",
        "nav.keep",
        "nav.done",
        "nav.takeover",
    ] {
        let turn = talk.choose(id);
        assert_eq!((turn.accepted(), place(&turn)), (None, before.clone()), "{id}");
        assert!(!turn.messages.is_empty(), "{id}");
    }
    assert!(talk.finish().success());
}

/// The own options of each choice of a journey, by field: ids and labels in this language.
fn labels(language: &str) -> BTreeMap<String, Vec<(String, String)>> {
    let home = folder();
    let mut talk = Chat::new(home.path()).arg("--lang", language).start();
    let first = talk.first.clone();
    let mut robot = Robot::new(JOURNEY);
    let mut all = BTreeMap::new();
    talk.play(&mut robot, first, |turn| {
        check_shape(turn);
        let own = turn.options().into_iter().filter(|option| option["kind"] == "choice");
        let pairs = own.map(|option| {
            (
                option["id"].as_str().expect("an id").to_owned(),
                option["label"].as_str().expect("a label").to_owned(),
            )
        });
        if let Some(asks) = turn.asks() {
            all.insert(asks.to_owned(), pairs.collect());
        }
        false
    });
    assert!(talk.finish().success());
    all
}

const JOURNEY: &[(&str, &str)] =
    &[("subject.kind", "individual"), ("site.content", "news"), ("product.kind", "service-code")];

#[test]
fn text_at_a_choice_is_its_number_its_label_in_either_language_or_its_id() {
    let (zh, en) = (labels("zh-CN"), labels("en"));
    assert!(zh.len() > 30 && zh.keys().eq(en.keys()), "{:?} {:?}", zh.keys(), en.keys());
    for (language, way) in
        [("zh-CN", "number"), ("en", "zh"), ("zh-CN", "en"), ("en", "id"), ("zh-CN", "wide")]
    {
        let home = folder();
        let mut talk = Chat::new(home.path()).arg("--lang", language).start();
        let mut turn = talk.first.clone();
        let mut robot = Robot::new(JOURNEY);
        while let Some(asks) = turn.asks().map(str::to_owned) {
            let own = turn.choices();
            let wanted = robot.value(&asks);
            let Some(number) = own.iter().position(|id| *id == wanted) else {
                for line in robot.reply(&asks) {
                    turn = talk.line(&line);
                }
                continue;
            };
            robot.given.insert(asks.clone(), wanted.clone());
            let label = |all: &BTreeMap<String, Vec<(String, String)>>| {
                all[&asks]
                    .iter()
                    .find(|(id, _)| *id == wanted)
                    .map(|(_, label)| label.clone())
                    .expect("known")
            };
            let typed = match way {
                "number" => (number + 1).to_string(),
                "wide" => format!(
                    " {} ",
                    char::from_u32(0xff11 + u32::try_from(number).expect("few")).expect("a digit")
                ),
                "zh" => label(&zh),
                "en" => label(&en),
                _ => wanted.clone(),
            };
            if way == "wide" && number > 8 {
                turn = talk.choose(&wanted);
                continue;
            }
            turn = talk.text(&typed);
            assert_eq!(turn.accepted(), Some(true), "{asks} by {way}: {typed:?} {}", turn.text());
            let taken = talk.text(&format!("/edit {asks}"));
            if taken.accepted() == Some(true) {
                // The old value is offered back: what was understood is what was meant.
                turn = talk.choose("nav.keep");
                assert_eq!(turn.accepted(), Some(true));
            }
        }
        assert_eq!((turn.stage(), turn.filing_type()), ("complete", Some("first")), "by {way}");
        let reference = turn.filing().to_owned();
        assert!(talk.finish().success());
        let data = data(home.path());
        let (code, out, error) =
            answer_of(home.path(), &["dossier", &reference, "--format", "json", "--data", path(&data)]);
        assert_eq!((code, error.as_str()), (0, ""));
        let dossier: Value = serde_json::from_str(&out).expect("JSON");
        assert_eq!(dossier["complete"], true, "by {way}");
    }
}

#[test]
fn a_number_outside_the_list_is_no_choice() {
    let home = folder();
    let mut talk = Chat::new(home.path()).start();
    for text in ["0", "3", "-1", "1.5", "99999999999999999999999", "٣"] {
        let turn = talk.text(text);
        assert_eq!((turn.accepted(), turn.asks()), (Some(false), Some("language")), "{text}");
    }
    assert_eq!(talk.text("2").asks(), Some("consent"));
    assert!(talk.finish().success());
}

#[test]
fn several_people_at_one_process_have_filings_of_their_own() {
    let home = folder();
    let mut talk = Chat::new(home.path()).start();
    let mine = talk.choose("zh-CN").filing().to_owned();
    let other = talk.line(&json!({ "choose": "en", "as": "other" }));
    check_shape(&other);
    assert_eq!(other.messages[0]["to"], "local:other");
    assert_ne!(other.filing(), mine);
    let own = talk.line(&json!({ "text": "/progress", "as": "me" }));
    assert_eq!((own.filing(), own.asks()), (mine.as_str(), Some("consent")));
    assert!(talk.finish().success());
}

/// Input that means nothing.
fn nonsense() -> Vec<String> {
    vec![
        String::new(),
        " \t \u{3000} ".to_owned(),
        "\0\u{1}\u{7f}\u{1b}[31mred".to_owned(),
        "💥👩‍👩‍👧‍👦🇨🇳".to_owned(),
        "<b>x</b><script>alert(1)</script>&amp;".to_owned(),
        "\u{202e}esrever\u{202c}\u{200f}\u{feff}".to_owned(),
        "'; DROP TABLE filings; --".to_owned(),
        "**bold** `code` [link](http://example.com)".to_owned(),
        "{$subject-name} { -brand } %s ${HOME} ../../etc/passwd".to_owned(),
        "/nonsense".to_owned(),
        "/edit no.such.field".to_owned(),
        "/use".to_owned(),
        "/".to_owned(),
        "e\u{301}\u{301}\u{301}".repeat(200),
    ]
}

#[test]
fn nonsense_in_every_stage_is_answered_and_loses_nothing() {
    let home = folder();
    let mut talk = Chat::new(home.path()).start();
    let mut robot = Robot::new(&[("site-lead.same", "no"), ("initial-review.outcome", "passed")]);
    let mut turn = talk.first.clone();
    let mut stages = BTreeSet::new();
    let huge = "废".repeat(34_000);
    loop {
        let fresh = stages.insert(turn.stage().to_owned());
        let Some(asks) = turn.asks().map(str::to_owned) else { break };
        let typed = !["choice", "yes-no", "notice", "paper", "choices"]
            .contains(&fields()[&asks]["kind"].as_str().expect("a kind"));
        let before = place(&turn);
        let mut lines: Vec<Value> = Vec::new();
        if fresh || typed {
            lines.extend(nonsense().into_iter().map(|text| json!({ "text": text })));
        }
        if fresh {
            lines.push(json!({ "text": huge }));
            lines.push(json!({ "choose": huge }));
            lines.push(json!({ "file": "/no/such/file.jpg" }));
        }
        for line in lines {
            turn = talk.line(&line);
            check_shape(&turn);
            assert!(!turn.messages.is_empty(), "{asks}: silence after {line}");
            if turn.accepted() == Some(true) {
                // Free text may be anything: it is an answer like another one.
                assert!(typed, "{asks}: {line} was taken");
                let back = talk.text("/back");
                assert_eq!(back.asks(), Some(asks.as_str()));
                turn = back;
                break;
            }
            assert_eq!(place(&turn), before, "{asks}: {line}");
        }
        for line in robot.reply(&asks) {
            turn = talk.line(&line);
        }
        assert_ne!(turn.accepted(), Some(false), "{asks}: {}", turn.text());
    }
    assert_eq!(turn.stage(), "complete");
    let before = place(&turn);
    for text in nonsense() {
        turn = talk.text(&text);
        check_shape(&turn);
        assert!(!turn.messages.is_empty() && place(&turn) == before, "at the end: {text:?}");
    }
    assert!(stages.len() >= 12, "{stages:?}");
    assert!(talk.finish().success());
}

// ---- the commands ----------------------------------------------------------------------------------

#[test]
fn fields_are_described_and_their_examples_pass() {
    let keys_wanted = [
        "id",
        "stage",
        "kind",
        "options",
        "optional",
        "personal",
        "example",
        "condition",
        "depends",
        "reasons",
    ];
    for (id, field) in fields() {
        assert_eq!(keys(field), keys_wanted, "{id}");
        if field["kind"] == "derived" {
            continue;
        }
        assert!(STAGES.contains(&field["stage"].as_str().expect("a stage")), "{id}");
        assert!(field["optional"].is_boolean() && field["personal"].is_boolean(), "{id}");
        assert!(field["condition"].is_null() || field["condition"].is_object(), "{id}");
        for other in field["depends"].as_array().expect("a list") {
            assert!(fields().contains_key(other.as_str().expect("an id")), "{id} depends on {other}");
        }
        assert!(!field["reasons"].as_array().expect("a list").is_empty(), "{id}");
        let options: Vec<&str> =
            field["options"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
        let example = field["example"].as_str().expect("an example");
        let chosen = options.is_empty() || options.contains(&example);
        assert!(!example.is_empty() && chosen, "{id}: {example:?} is none of {options:?}");
    }
    // The examples in a walk of their own: whoever takes them reaches the end.
    let home = folder();
    let mut talk = Chat::new(home.path()).start();
    let mut turn = talk.first.clone();
    let mut asked = 0;
    while let Some(asks) = turn.asks().map(str::to_owned) {
        asked += 1;
        let several = fields()[&asks]["kind"] == "choices";
        let choices = !fields()[&asks]["options"].as_array().expect("a list").is_empty();
        let key = if choices { "choose" } else { "text" };
        turn = talk.line(&json!({ key: example(&asks) }));
        assert_eq!(turn.accepted(), Some(true), "{asks}: its example is refused: {}", turn.text());
        if several {
            turn = talk.choose("nav.done");
        }
        assert!(asked < 100);
    }
    assert_eq!((turn.stage(), turn.filing_type()), ("complete", Some("first")));
    assert!(talk.finish().success());
}

#[test]
fn a_refusal_names_a_reason_that_the_field_announces() {
    let home = folder();
    let mut talk = Chat::new(home.path()).start();
    let mut robot = Robot::new(&[("site-lead.same", "no"), ("product.kind", "service-code")]);
    let mut turn = talk.first.clone();
    while let Some(asks) = turn.asks().map(str::to_owned) {
        for text in ["?", "1234", "12345678901234567X", "甲", "a@", "2026-02-30", "99999", "杭州 上海"] {
            let refused = talk.text(text);
            if refused.accepted() == Some(true) {
                talk.text("/back");
                break;
            }
            if refused.accepted() == Some(false) {
                let reasons = fields()[&asks]["reasons"].as_array().expect("a list");
                assert!(
                    reasons.iter().any(|reason| Some(reason.as_str().expect("a code")) == refused.reason()),
                    "{asks}: {:?} is not announced",
                    refused.reason()
                );
                assert!(refused.roles().contains(&"refusal"), "{asks}: {text}");
                assert_eq!(refused.end["refused"]["field"], asks.as_str());
            }
        }
        for line in robot.reply(&asks) {
            turn = talk.line(&line);
        }
    }
    assert_eq!(turn.stage(), "complete");
    assert!(talk.finish().success());
}

#[test]
fn an_unknown_edition_language_or_argument_is_a_usage_error() {
    let home = folder();
    let data = data(home.path());
    let data = path(&data);
    let (code, out, error) = answer_of(home.path(), &["chat", "--json", "--edition", "2018", "--data", data]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(error.contains("2018") && error.contains("current") && error.contains("2019-09"), "{error}");
    for args in [
        &["chat", "--json", "--lang", "fr"][..],
        &["chat", "--jason"],
        &["speak"],
        &["dossier"],
        &["dossier", "AAAAAA", "--format", "odt"],
        &["dossier", "not a reference", "--format", "json"],
    ] {
        let (code, _, error) = answer_of(home.path(), args);
        assert_eq!(code, 2, "{args:?}: {error}");
        assert!(!error.is_empty() && !error.contains("panicked"), "{args:?}: {error}");
    }
    assert!(!Path::new(data).exists(), "a usage error makes no store");
}

#[test]
fn a_filing_that_is_not_there_is_a_no() {
    let home = folder();
    assert!(Chat::new(home.path()).start().finish().success());
    let data = data(home.path());
    for format in ["json", "md"] {
        let (code, out, error) =
            answer_of(home.path(), &["dossier", "AAAAAA", "--format", format, "--data", path(&data)]);
        assert_eq!((code, error.as_str()), (1, ""));
        assert!(out.contains("AAAAAA"), "{out}");
    }
}

#[test]
fn a_malformed_configuration_is_told_with_file_and_line() {
    let home = folder();
    let data = data(home.path());
    let cases = [
        ("[rules]\nedition = \n", ":2"),
        ("# a comment\n[store]\nkind = \"sled\"\npaht = \"x\"\n", ":4"),
        ("[rules]\nedition = 7\n", ":2"),
        ("[nonsense]\n", ":1"),
        ("[store]\nkind = \"mysql\"\n", "mysql"),
        ("[rules]\nedition = \"2018\"\n", "2018"),
    ];
    for (text, told) in cases {
        for name in ["config.toml", "other.toml"] {
            let file = home.path().join(name);
            std::fs::write(&file, text).expect("the file is written");
            let mut args = vec!["chat", "--json", "--data", path(&data)];
            if name == "other.toml" {
                args.extend(["--config", path(&file)]);
            }
            let (code, out, error) = answer_of(home.path(), &args);
            std::fs::remove_file(&file).expect("the file goes");
            assert_eq!((code, out.as_str()), (2, ""), "{text}: {error}");
            let place = if told.starts_with(':') { format!("{name}{told}") } else { told.to_owned() };
            assert!(error.contains(&place), "{text}: {error} names {place}");
        }
    }
    let (code, _, error) =
        answer_of(home.path(), &["chat", "--json", "--config", "missing.toml", "--data", path(&data)]);
    assert!(code == 2 && error.contains("missing.toml"), "{error}");
    assert!(!data.exists(), "nothing is made before the configuration is right");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the folder is made");
    for entry in std::fs::read_dir(from).expect("the folder lists") {
        let (source, target) =
            entry.map(|entry| (entry.path(), to.join(entry.file_name()))).expect("the folder lists");
        if source.is_dir() {
            copy(&source, &target);
        } else {
            std::fs::copy(source, target).map(drop).expect("the file copies");
        }
    }
}

/// Replaces the first `from` in a file; gives back the line it stood on.
fn spoil(folder: &Path, file: &str, from: &str, to: &str) -> String {
    let path = folder.join(file);
    let text = std::fs::read_to_string(&path).expect("the file reads");
    let at = text.find(from).unwrap_or_else(|| panic!("{file} holds {from:?}"));
    std::fs::write(&path, text.replacen(from, to, 1)).expect("the file is written");
    format!("{file}:{}", text[..at].matches('\n').count() + 1)
}

#[test]
fn malformed_dialogues_are_told_all_at_once_with_their_places() {
    let home = folder();
    let dialogues = home.path().join("dialogues");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dialogues"), &dialogues);
    let config = home.path().join("config.toml");
    std::fs::write(&config, "[dialogues]\npath = \"dialogues\"\n").expect("the file is written");
    let (code, out, error) = answer_of(home.path(), &["check", path(&dialogues)]);
    assert_eq!(code, 0, "a copy of what ships is without faults: {out}{error}");
    assert!(Chat::new(home.path()).start().finish().success());

    let places = [
        spoil(
            &dialogues,
            "flow/prepare.toml",
            r#"when = { "server.provider" = ["other"] }"#,
            r#"when = { "server.provider" = ["othre"] }"#,
        ),
        spoil(
            &dialogues,
            "flow/details.toml",
            r#"depends = ["subject.province"]"#,
            r#"depends = ["subject.provinze"]"#,
        ),
        spoil(&dialogues, "flow/upload.toml", r#"kind = "paper""#, r#"kind = "papper""#),
    ];
    // The fault stands at the entry that holds it: a few lines above, in the same file.
    let near = |text: &str, place: &str| {
        let (file, line) = place.split_once(':').expect("a file and a line");
        let line: usize = line.parse().expect("a number");
        (line.saturating_sub(8)..=line).any(|line| text.contains(&format!("{file}:{line}: ")))
    };
    let told = |text: &str| places.iter().filter(|place| near(text, place)).count();
    let (code, out, error) = answer_of(home.path(), &["check", path(&dialogues)]);
    assert_eq!((code, error.as_str()), (1, ""), "{out}");
    assert_eq!(told(&out), places.len(), "{out}");
    let (code, out, error) = answer_of(home.path(), &["chat", "--json", "--data", path(&data(home.path()))]);
    assert_eq!((code, out.as_str()), (2, ""), "{error}");
    assert_eq!(told(&error), places.len(), "{error}");

    let (code, out, error) = answer_of(home.path(), &["check", "/no/such/folder"]);
    assert!(code != 0 && (out + &error).contains("/no/such/folder"));
}

#[test]
fn a_store_in_use_is_told_with_its_holder() {
    let home = folder();
    let mut talk = Chat::new(home.path()).start();
    talk.choose("zh-CN");
    let data = data(home.path());
    for command in [&["chat", "--json"][..], &["tickets"], &["dossier", "AAAAAA", "--format", "json"]] {
        let args = [command, &["--data", path(&data)]].concat();
        let (code, out, error) = answer_of(home.path(), &args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}: {error}");
        assert!(error.contains(&talk.pid().to_string()), "{args:?}: {error}");
    }
    assert_eq!(talk.choose("agree").accepted(), Some(true), "the first is undisturbed");
    assert!(talk.finish().success());
}

#[test]
fn a_folder_of_somebody_else_is_left_as_it_is() {
    let home = folder();
    let data = data(home.path());
    std::fs::create_dir(&data).expect("the folder is made");
    std::fs::write(data.join("letter.txt"), "hello").expect("the file is written");
    let (code, out, error) = answer_of(home.path(), &["chat", "--json", "--data", path(&data)]);
    assert_eq!((code, out.as_str()), (2, ""), "{error}");
    assert!(error.contains(path(&data)), "{error}");
    let names: Vec<_> = std::fs::read_dir(&data)
        .expect("it lists")
        .map(|entry| entry.expect("it lists").file_name())
        .collect();
    assert_eq!(names, ["letter.txt"]);
    assert!(!home.path().join("data.key").exists(), "no key is made for what is no store");
}

#[test]
fn a_key_that_cannot_be_used_is_told_and_never_replaced() {
    let home = folder();
    let mut talk = Chat::new(home.path()).start();
    talk.choose("zh-CN");
    assert!(talk.finish().success());
    let (data, key) = (data(home.path()), home.path().join("data.key"));
    let right = std::fs::read_to_string(&key).expect("the key was made");
    assert_eq!(std::fs::metadata(&key).expect("it is there").permissions().mode() & 0o777, 0o600);
    let refused = |what: &str, environment: Option<&str>| {
        let mut command = beian(home.path());
        command.args(["chat", "--json", "--data", path(&data)]).stdin(Stdio::null());
        if let Some(key) = environment {
            command.env("BEIAN_MASTER_KEY", key);
        }
        let output = command.output().expect("the binary runs");
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{what}: {error}");
        assert!(!error.contains("panicked") && !error.contains(right.trim()), "{what}: {error}");
        error
    };
    let other = "0123456789abcdef".repeat(4);
    refused("another key in the environment", Some(&other));
    refused("nonsense in the environment", Some("secret"));
    for (what, text) in [("garbage", "garbage"), ("empty", ""), ("another key", other.as_str())] {
        std::fs::write(&key, text).expect("the file is written");
        refused(what, None);
        assert_eq!(
            std::fs::read_to_string(&key).expect("it is there"),
            text,
            "{what}: the file is left as it is"
        );
    }
    std::fs::write(&key, &right).expect("the file is written");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).expect("the mode is set");
    let error = refused("readable for others", None);
    assert!(error.contains("data.key"), "{error}");
    std::fs::remove_file(&key).expect("it goes");
    let error = refused("gone", None);
    assert!(error.contains("data.key") && !key.exists(), "no new key is made for an old store: {error}");
    std::fs::write(&key, &right).expect("the file is written");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).expect("the mode is set");
    let talk = Chat::new(home.path()).start();
    assert_eq!(talk.first.asks(), Some("consent"), "nothing was lost");
    assert!(talk.finish().success());
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let home = folder();
    let mut child = beian(home.path())
        .args(["fields", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(!error.contains("panicked"), "{error}");
}
