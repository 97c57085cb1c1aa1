//! Each fault on command, as the caller of the API meets it.

use std::time::{Duration, Instant};

use reqwest::header::CONTENT_TYPE;
use serde_json::{Value, json};

use super::telegram::{Asked, Fake, Fault, Rule, TOKEN};
use super::{ANNA, BO, Bot, LIMIT};

/// What the caller of a disturbed `sendMessage` gets: the status and the body, or nothing.
async fn disturbed(fault: Fault) -> (Bot, Option<(u16, String)>) {
    let bot = Bot::with_anna().await;
    let kind = fault.kind();
    bot.fake.next("sendMessage", fault);
    let answer = bot.raw("sendMessage", &json!({ "chat_id": ANNA, "text": "x" })).await.ok();
    assert_eq!(bot.fake.injected().get(kind), Some(&1));
    (bot, answer)
}

/// Whether the message arrived, and whether its sender was told.
fn fate(bot: &Bot) -> (usize, bool) {
    (bot.fake.sent(ANNA), bot.fake.last(ANNA).is_none_or(|shown| shown.answered))
}

#[tokio::test]
async fn too_many_requests_name_a_time() {
    let (bot, answer) = disturbed(Fault::TooMany { retry_after: 3 }).await;
    let (status, body) = answer.expect("an answer");
    let body: Value = serde_json::from_str(&body).expect("JSON");
    assert_eq!((status, &body["parameters"]["retry_after"]), (429, &json!(3)));
    assert_eq!(fate(&bot), (0, true));
    bot.say(ANNA, "once only").await;
}

#[tokio::test]
async fn a_proxy_answers_with_a_page() {
    let (bot, answer) = disturbed(Fault::Html { status: 502, applied: false }).await;
    let (status, body) = answer.expect("an answer");
    assert_eq!((status, body.starts_with("<html>")), (502, true));
    assert_eq!(fate(&bot), (0, true));
    let (bot, _) = disturbed(Fault::Html { status: 504, applied: true }).await;
    assert_eq!(fate(&bot), (1, false));
}

#[tokio::test]
async fn the_server_fails_in_its_own_words() {
    let (bot, answer) = disturbed(Fault::Json { status: 500, applied: true }).await;
    let expected = r#"{"ok":false,"error_code":500,"description":"Internal Server Error"}"#;
    assert_eq!(answer, Some((500, expected.to_owned())));
    assert_eq!(fate(&bot), (1, false));
}

#[tokio::test]
async fn json_is_cut() {
    let (bot, answer) = disturbed(Fault::CutJson).await;
    let (status, body) = answer.expect("whole for HTTP");
    assert!(
        status == 200 && body.starts_with("{\"ok\":true") && serde_json::from_str::<Value>(&body).is_err()
    );
    assert_eq!(fate(&bot), (1, false));
}

#[tokio::test]
async fn a_body_is_cut() {
    let (bot, _) = disturbed(Fault::ResetAfter).await;
    bot.fake.next("sendMessage", Fault::CutBody);
    let request = bot.client.post(bot.address("sendMessage")).header(CONTENT_TYPE, "application/json");
    let request = request.body(json!({ "chat_id": ANNA, "text": "x" }).to_string());
    let mut response = request.send().await.expect("the head arrives");
    let first = response.chunk().await.expect("the first half arrives").expect("a chunk");
    assert!(first.starts_with(b"{\"ok\":true"));
    assert!(response.chunk().await.is_err(), "the connection ends too early");
    assert_eq!(fate(&bot), (2, false));
}

#[tokio::test]
async fn an_answer_is_something_else() {
    for body in [r#"{"ok":true,"result":42}"#, "[]", ""] {
        let (bot, answer) = disturbed(Fault::Wrong(body)).await;
        assert_eq!(answer, Some((200, body.to_owned())));
        assert_eq!(fate(&bot), (1, false));
    }
}

#[tokio::test]
async fn a_connection_is_reset_before_or_after() {
    let (bot, answer) = disturbed(Fault::ResetBefore).await;
    assert_eq!((answer, fate(&bot)), (None, (0, true)));
    let (bot, answer) = disturbed(Fault::ResetAfter).await;
    assert_eq!((answer, fate(&bot)), (None, (1, false)));
}

#[tokio::test]
async fn a_reset_is_one_on_the_wire() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let fake = Fake::start();
    fake.next("getMe", Fault::ResetAfter);
    let address = fake.url().trim_start_matches("http://").to_owned();
    let mut stream = tokio::net::TcpStream::connect(address).await.expect("it listens");
    let request = format!("GET /bot{TOKEN}/getMe HTTP/1.1\r\nHost: x\r\n\r\n");
    stream.write_all(request.as_bytes()).await.expect("it is sent");
    let error = stream.read(&mut [0; 64]).await.expect_err("no answer");
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
}

#[tokio::test]
async fn an_answer_is_late() {
    let start = Instant::now();
    let (bot, answer) = disturbed(Fault::LateAnswer(Duration::from_millis(60))).await;
    assert!(answer.is_some() && start.elapsed() >= Duration::from_millis(60));
    assert_eq!(fate(&bot), (1, true));
}

#[tokio::test]
async fn a_caller_who_hangs_up_was_not_answered() {
    let bot = Bot::with_anna().await;
    bot.fake.next("sendMessage", Fault::LateAnswer(Duration::from_millis(150)));
    let message = json!({ "chat_id": ANNA, "text": "x" });
    let call = bot.raw("sendMessage", &message);
    assert!(tokio::time::timeout(Duration::from_millis(50), call).await.is_err());
    bot.fake.settled(ANNA, Duration::from_millis(200)).await;
    assert_eq!(fate(&bot), (1, false));
}

#[tokio::test]
async fn connections_are_refused_for_a_while() {
    let (bot, answer) = disturbed(Fault::Refuse(Duration::from_millis(200))).await;
    assert_eq!((answer, fate(&bot)), (None, (0, true)));
    let refused = bot.raw("getMe", &json!({})).await.expect_err("nobody listens");
    assert!(refused.is_connect(), "{refused:?}");
    let until = Instant::now() + LIMIT;
    while bot.raw("getMe", &json!({})).await.is_err() {
        assert!(Instant::now() < until, "it listens again");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn an_update_comes_in_several_batches_although_confirmed() {
    let bot = Bot::start();
    let first = bot.fake.say(ANNA, "one");
    bot.fake.next("getUpdates", Fault::Duplicate { times: 2 });
    let offset = json!({ "offset": first + 1 });
    assert_eq!(bot.ids(json!({})).await, [first]);
    assert_eq!(bot.ids(offset.clone()).await, [first]);
    assert_eq!(bot.ids(offset.clone()).await, [first]);
    assert_eq!(bot.ids(offset).await, [0; 0]);
    assert_eq!(bot.fake.injected()["duplicate"], 1);
}

#[tokio::test]
async fn a_batch_is_out_of_order() {
    let bot = Bot::start();
    let sent: Vec<i64> = (0..5).map(|_| bot.fake.say(ANNA, "x")).collect();
    bot.fake.next("getUpdates", Fault::Reorder);
    let mut got = bot.ids(json!({})).await;
    assert_ne!(got, sent);
    got.sort_unstable();
    assert_eq!(got, sent);
}

#[tokio::test]
async fn a_closure_chooses_the_faults_until_it_is_calm() {
    let bot = Bot::with_anna().await;
    bot.fake.say(BO, "hello");
    let third_to_anna = |asked: Asked<'_>| {
        (asked.chat == Some(ANNA) && asked.n == 3).then_some(Fault::Json { status: 500, applied: false })
    };
    bot.fake.faults(third_to_anna);
    bot.say(ANNA, "1").await;
    bot.say(BO, "2").await;
    bot.refused("sendMessage", json!({ "chat_id": ANNA, "text": "3" }), 500, "Internal Server Error").await;
    bot.fake.faults(|_| Some(Fault::ResetBefore));
    bot.fake.calm();
    bot.say(ANNA, "4").await;
}

#[tokio::test]
async fn a_storm_is_the_same_for_the_same_seed() {
    let strike = async |seed: u64| {
        let bot = Bot::with_anna().await;
        let rule = |per_mille, fault| Rule { method: Some("sendMessage"), per_mille, fault };
        bot.fake.storm(seed, &[rule(200, Fault::Wrong("[]")), rule(200, Fault::ResetBefore)]);
        for _ in 0..60 {
            bot.raw("sendMessage", &json!({ "chat_id": ANNA, "text": "x" })).await.ok();
        }
        (bot.fake.injected(), bot.fake.chat(ANNA).iter().map(|shown| shown.answered).collect::<Vec<_>>())
    };
    let (first, second, other) = (strike(1).await, strike(1).await, strike(2).await);
    assert_eq!(first, second);
    assert_ne!(first.1, other.1);
    assert!(first.0["wrong"] > 3 && first.0["reset-before"] > 3, "{:?}", first.0);
}
