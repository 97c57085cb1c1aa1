//! The fake Bot API keeps to the real one's ways: every behaviour other tests rely on, tried over HTTP.

#[path = "support/telegram/mod.rs"]
mod telegram;

#[path = "fake/faults.rs"]
mod faults;

use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, DATE};
use serde_json::{Value, json};

use telegram::{Fake, TOKEN};

const ANNA: i64 = 7;
const BO: i64 = 8;
const GROUP: i64 = -4001;

/// Far more than anything here takes.
const LIMIT: Duration = Duration::from_secs(5);

/// A bot's end of the line.
#[derive(Clone)]
struct Bot {
    fake: Fake,
    client: reqwest::Client,
}

impl Bot {
    fn start() -> Self {
        Self { fake: Fake::start(), client: reqwest::Client::new() }
    }

    /// With a person who wrote once, whose update is confirmed.
    async fn with_anna() -> Self {
        let bot = Self::start();
        let hello = bot.fake.say(ANNA, "hello");
        bot.ok("getUpdates", json!({ "offset": hello + 1 })).await;
        bot
    }

    fn address(&self, method: &str) -> String {
        format!("{}/bot{TOKEN}/{method}", self.fake.url())
    }

    /// The status and the text of an answer, or the failure of the line.
    async fn raw(&self, method: &str, json: &Value) -> Result<(u16, String), reqwest::Error> {
        let request = self.client.post(self.address(method)).header(CONTENT_TYPE, "application/json");
        let response = request.body(json.to_string()).send().await?;
        let status = response.status().as_u16();
        Ok((status, response.text().await?))
    }

    async fn call(&self, method: &str, json: Value) -> (u16, Value) {
        let (status, text) = self.raw(method, &json).await.expect("the line holds");
        (status, serde_json::from_str(&text).expect("the answer is JSON"))
    }

    async fn ok(&self, method: &str, json: Value) -> Value {
        let (status, answer) = self.call(method, json).await;
        assert_eq!((status, &answer["ok"]), (200, &Value::Bool(true)), "{method}: {answer}");
        answer["result"].clone()
    }

    async fn say(&self, chat: i64, text: &str) -> i64 {
        let message = self.ok("sendMessage", json!({ "chat_id": chat, "text": text })).await;
        message["message_id"].as_i64().expect("a message has an id")
    }

    async fn ids(&self, json: Value) -> Vec<i64> {
        let updates = self.ok("getUpdates", json).await;
        let updates = updates.as_array().expect("updates are a list");
        updates.iter().map(|update| update["update_id"].as_i64().expect("an update has an id")).collect()
    }

    /// The call is refused with this status and description.
    async fn refused(&self, method: &str, json: Value, status: u16, description: &str) {
        let (got, answer) = self.call(method, json).await;
        let said = answer["description"].as_str().unwrap_or_default();
        assert!(said.starts_with(description), "{method}: {description:?} was expected, got {answer}");
        assert_eq!((got, &answer["error_code"]), (status, &json!(status)));
    }

    /// The call is refused, and held against the bot.
    async fn breach(&self, method: &str, json: Value, description: &str) {
        let before = self.fake.breaches().len();
        self.refused(method, json, 400, description).await;
        assert_eq!(self.fake.breaches().len(), before + 1, "{description}");
    }

    async fn html(&self, html: &str) -> (u16, Value) {
        self.call("sendMessage", json!({ "chat_id": ANNA, "text": html, "parse_mode": "HTML" })).await
    }
}

fn keyboard(buttons: &Value) -> Value {
    json!({ "inline_keyboard": buttons })
}

#[tokio::test]
async fn a_wrong_token_or_method_is_refused() {
    let bot = Bot::start();
    let url = format!("{}/bot1:no/getMe", bot.fake.url());
    let answer = bot.client.get(url).send().await.expect("the line holds").text().await.expect("whole");
    assert_eq!(answer, r#"{"ok":false,"error_code":401,"description":"Unauthorized"}"#);
    bot.refused("makeCoffee", json!({}), 404, "Not Found").await;
    assert_eq!(TOKEN.split(':').next_back().map(str::len), Some(35));
}

#[tokio::test]
async fn parameters_come_as_json_query_form_or_parts() {
    let bot = Bot::with_anna().await;
    let query = format!("{}?chat_id={ANNA}&text=a%20b", bot.address("sendmessage"));
    bot.client.get(query).send().await.expect("the line holds");
    let form = format!("chat_id={ANNA}&text=c%2Bd&reply_markup=%7B%22inline_keyboard%22%3A%5B%5D%7D");
    let request = bot.client.post(bot.address("SendMessage"));
    let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    request.body(form).send().await.expect("the line holds");
    let parts = format!(
        "--X\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n{ANNA}\r\n\
         --X\r\nContent-Disposition: form-data; name=\"document\"; filename=\"d.pdf\"\r\n\r\n%PDF\r\n--X--\r\n"
    );
    let request = bot.client.post(bot.address("sendDocument"));
    let request = request.header(CONTENT_TYPE, "multipart/form-data; boundary=X");
    request.body(parts).send().await.expect("the line holds");
    let shown = bot.fake.chat(ANNA);
    assert_eq!((shown[0].text.as_str(), shown[1].text.as_str()), ("a b", "c+d"));
    assert_eq!(
        shown[2].document.as_ref().map(|(name, bytes)| (name.as_str(), &bytes[..])),
        Some(("d.pdf", &b"%PDF"[..]))
    );
}

#[tokio::test]
async fn an_update_comes_until_a_higher_offset_confirms_it() {
    let bot = Bot::start();
    let (first, second) = (bot.fake.say(ANNA, "one"), bot.fake.say(BO, "two"));
    assert_eq!(bot.ids(json!({})).await, [first, second]);
    assert_eq!(bot.ids(json!({ "limit": 1 })).await, [first]);
    assert_eq!(bot.ids(json!({ "offset": second })).await, [second]);
    assert!(bot.fake.confirmed(first) && !bot.fake.confirmed(second));
    assert_eq!(
        bot.ids(json!({ "offset": second + 500 })).await,
        [second],
        "no offset of this queue: the head"
    );
    assert_eq!(bot.ids(json!({ "offset": second + 1 })).await, [0; 0]);
    assert_eq!((bot.fake.pending(), bot.fake.drained(LIMIT).await), (0, true));
}

#[tokio::test]
async fn a_negative_offset_keeps_the_end_of_the_queue() {
    let bot = Bot::start();
    let ids: Vec<i64> = ["a", "b", "c"].map(|text| bot.fake.say(ANNA, text)).to_vec();
    assert_eq!(bot.ids(json!({ "offset": -1 })).await, [ids[2]]);
    assert_eq!(bot.fake.pending(), 1);
}

#[tokio::test]
async fn an_update_can_come_again_and_ids_can_start_anew() {
    let bot = Bot::with_anna().await;
    let first = bot.fake.say(ANNA, "one");
    assert_eq!(bot.ids(json!({ "offset": first + 1 })).await, [0; 0]);
    bot.fake.again(first);
    assert_eq!(bot.ids(json!({ "offset": first + 1 })).await, [first]);
    bot.fake.next_update_id(17);
    assert_eq!(bot.fake.say(ANNA, "two"), 17);
    assert_eq!(bot.ids(json!({ "offset": first + 1 })).await, [17]);
}

#[tokio::test]
async fn a_long_poll_wakes_with_the_update() {
    let bot = Bot::start();
    let polled = tokio::spawn({
        let bot = bot.clone();
        async move { bot.ids(json!({ "timeout": 50 })).await }
    });
    while bot.fake.calls().of("getUpdates") == 0 {
        tokio::task::yield_now().await;
    }
    let id = bot.fake.say(ANNA, "hello");
    assert_eq!(polled.await.expect("no panic"), [id]);
}

#[tokio::test]
async fn a_second_poll_ends_the_first() {
    let bot = Bot::start();
    let first = tokio::spawn({
        let bot = bot.clone();
        async move { bot.call("getUpdates", json!({ "timeout": 50 })).await }
    });
    while bot.fake.calls().of("getUpdates") == 0 {
        tokio::task::yield_now().await;
    }
    bot.ok("getUpdates", json!({})).await;
    let (status, answer) = first.await.expect("no panic");
    assert_eq!(status, 409);
    assert_eq!(
        answer["description"],
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    );
}

#[tokio::test]
async fn a_webhook_keeps_polls_away_until_it_is_deleted() {
    let bot = Bot::start();
    bot.fake.webhook("https://elsewhere.example/hook");
    assert_eq!(bot.ok("getWebhookInfo", json!({})).await["url"], "https://elsewhere.example/hook");
    bot.refused(
        "getUpdates",
        json!({}),
        409,
        "Conflict: can't use getUpdates method while webhook is active",
    )
    .await;
    bot.ok("deleteWebhook", json!({})).await;
    assert_eq!((bot.fake.webhook_url().as_str(), bot.fake.calls().of("deleteWebhook")), ("", 1));
    bot.ok("getUpdates", json!({})).await;
}

#[tokio::test]
async fn only_wanted_kinds_of_updates_are_kept() {
    let bot = Bot::start();
    bot.ids(json!({ "allowed_updates": ["callback_query"] })).await;
    bot.fake.say(ANNA, "unheard");
    let press = bot.fake.press(ANNA, 5, "x");
    assert_eq!(bot.ids(json!({})).await, [press]);
}

#[tokio::test]
async fn every_act_of_a_person_is_an_update_that_the_client_library_reads() {
    let bot = Bot::start();
    let fake = &bot.fake;
    fake.language(BO, "en");
    let said = fake.starts(BO, "ref_1");
    let shown = bot.say(BO, "hello").await;
    fake.press(BO, shown, "a");
    fake.edit(BO, fake.message_of(said), "/help");
    fake.sticker(BO);
    fake.location(BO);
    fake.contact(BO);
    fake.voice(BO);
    fake.photo(BO, &[1; 200], "my licence");
    fake.document(BO, b"%PDF", "licence.pdf");
    assert_eq!(fake.album(BO, 2).len(), 2);
    fake.in_group(GROUP, BO, "/help");
    fake.added_to_group(GROUP - 1, BO);
    fake.blocks(BO);
    fake.returns(BO);
    fake.migrates(GROUP, -1_000_000_004_001, BO);
    fake.push(&json!({ "poll": { "id": "1" } }));
    let updates = bot.ok("getUpdates", json!({})).await;
    let updates = updates.as_array().expect("a list");
    assert_eq!(updates[0]["message"]["from"]["language_code"], "en");
    assert_eq!(updates[0]["message"]["text"], "/start ref_1");
    for update in &updates[..updates.len() - 1] {
        let read: teloxide::types::Update =
            serde_json::from_str(&update.to_string()).unwrap_or_else(|error| panic!("{error}: {update}"));
        assert!(!matches!(read.kind, teloxide::types::UpdateKind::Error(_)), "{update}");
    }
    assert_eq!(updates.len(), 19);
}

#[tokio::test]
async fn what_is_answered_is_what_the_client_library_reads() {
    use teloxide::types;
    let bot = Bot::with_anna().await;
    let message = bot.html("<b>hello</b>").await.1["result"].clone();
    let read: types::Message = serde_json::from_value(message).expect("a message");
    assert_eq!((read.text(), read.entities().map(<[_]>::len)), (Some("hello"), Some(1)));
    let me = bot.ok("GetMe", json!({})).await;
    serde_json::from_value::<types::Me>(me).expect("the bot");
    let chat = bot.ok("GetChat", json!({ "chat_id": ANNA })).await;
    serde_json::from_value::<types::ChatFullInfo>(chat).expect("a chat");
    let info = bot.ok("GetWebhookInfo", json!({})).await;
    serde_json::from_value::<types::WebhookInfo>(info).expect("no webhook");
}

#[tokio::test]
async fn a_person_sees_what_was_sent_edited_and_deleted() {
    let bot = Bot::with_anna().await;
    let buttons = keyboard(
        &json!([[{ "text": "A", "callback_data": "a" }, { "text": "B", "url": "https://b.example" }]]),
    );
    let text = "<b>1 &lt; 2</b> &amp; <a href=\"https://c.example?x=1&amp;y=2\">更多</a>&#33;";
    let sent = bot
        .ok(
            "sendMessage",
            json!({ "chat_id": ANNA, "text": text, "parse_mode": "HTML", "reply_markup": buttons }),
        )
        .await;
    let id = sent["message_id"].as_i64().expect("an id");
    let shown = bot.fake.last(ANNA).expect("shown");
    assert_eq!((shown.html.as_str(), shown.text.as_str()), (text, "1 < 2 & 更多!"));
    assert_eq!((shown.data(), shown.buttons[0][1].url.as_deref()), (vec!["a"], Some("https://b.example")));
    assert_eq!(shown.entities[1].url.as_deref(), Some("https://c.example?x=1&y=2"));
    bot.ok("editMessageText", json!({ "chat_id": ANNA, "message_id": id, "text": "new" })).await;
    let shown = bot.fake.last(ANNA).expect("shown");
    assert_eq!((shown.text.as_str(), shown.buttons.len(), shown.edits), ("new", 0, 1));
    bot.ok("editMessageReplyMarkup", json!({ "chat_id": ANNA, "message_id": id, "reply_markup": buttons }))
        .await;
    bot.ok("deleteMessage", json!({ "chat_id": ANNA, "message_id": id })).await;
    let shown = bot.fake.last(ANNA).expect("still remembered");
    assert_eq!((shown.edits, shown.deleted), (2, true));
    assert_eq!(bot.fake.breaches(), [""; 0]);
}

#[tokio::test]
async fn an_edit_must_change_something_that_is_there() {
    let bot = Bot::with_anna().await;
    let id = bot.say(ANNA, "same").await;
    let edit = |id: i64| json!({ "chat_id": ANNA, "message_id": id, "text": "same" });
    let unmodified = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
    bot.refused("editMessageText", edit(id), 400, unmodified).await;
    bot.refused("editMessageReplyMarkup", edit(id), 400, "Bad Request: message is not modified").await;
    bot.refused("editMessageText", edit(id + 9), 400, "Bad Request: message to edit not found").await;
    bot.ok("deleteMessage", json!({ "chat_id": ANNA, "message_id": id })).await;
    bot.refused("editMessageText", edit(id), 400, "Bad Request: message to edit not found").await;
    bot.refused("deleteMessage", edit(id), 400, "Bad Request: message to delete not found").await;
    assert_eq!((bot.fake.breaches().len(), bot.fake.calls().refused("not modified")), (0, 2));
}

#[tokio::test]
async fn a_persons_own_message_can_be_wiped_but_not_edited() {
    let bot = Bot::with_anna().await;
    let theirs = bot.fake.message_of(bot.fake.say(ANNA, "my number"));
    let target = json!({ "chat_id": ANNA, "message_id": theirs, "text": "x" });
    bot.breach("editMessageText", target.clone(), "Bad Request: message can't be edited").await;
    bot.ok("deleteMessage", target).await;
    assert_eq!(bot.fake.wiped(ANNA), [theirs]);
}

#[tokio::test]
async fn a_press_is_answered_once() {
    let bot = Bot::with_anna().await;
    let id = bot.say(ANNA, "choose").await;
    bot.fake.press(ANNA, id, "a");
    let press = bot.ok("getUpdates", json!({})).await[0]["callback_query"].clone();
    assert_eq!((&press["data"], &press["message"]["text"]), (&json!("a"), &json!("choose")));
    let answer = json!({ "callback_query_id": press["id"], "text": "taken", "show_alert": true });
    bot.ok("answerCallbackQuery", answer.clone()).await;
    let toast = bot.fake.toast_of(ANNA, 0, LIMIT).await.expect("seen");
    assert_eq!((toast.text.as_deref(), toast.show_alert), (Some("taken"), true));
    let old = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    bot.refused("answerCallbackQuery", answer, 400, old).await;
    bot.refused("answerCallbackQuery", json!({ "callback_query_id": "1" }), 400, old).await;
    let long = json!({ "callback_query_id": press["id"], "text": "长".repeat(201) });
    bot.breach("answerCallbackQuery", long, "Bad Request: MESSAGE_TOO_LONG").await;
}

#[tokio::test]
async fn html_is_read_strictly() {
    let bot = Bot::with_anna().await;
    for fine in [
        "<b>bold <i>both</i></b> > plain",
        "<pre><code class=\"language-sh\">ls</code></pre>",
        "<blockquote expandable>long</blockquote><tg-spoiler>x</tg-spoiler>",
        "<strong>a</strong><em>b</em><u>c</u><ins>d</ins><s>e</s><strike>f</strike><del>g</del>&#x4e2d;&quot;",
    ] {
        let (status, answer) = bot.html(fine).await;
        assert_eq!(status, 200, "{fine}: {answer}");
    }
    assert_eq!(bot.fake.breaches(), [""; 0]);
    for slip in [
        "1 < 2",
        "<x>unknown</x>",
        "<b>unclosed",
        "<b><i>crossed</b></i>",
        "closed</b>",
        "a & b",
        "&nbsp;",
        "<a>nowhere</a>",
        "<a href=\"javascript:x\">bad</a>",
        "<b class=\"x\">styled</b>",
        "<b",
    ] {
        let slip = json!({ "chat_id": ANNA, "text": slip, "parse_mode": "HTML" });
        bot.breach("sendMessage", slip, "Bad Request: can't parse entities: ").await;
    }
}

#[tokio::test]
async fn texts_have_a_length() {
    let bot = Bot::with_anna().await;
    let text = |text: String| json!({ "chat_id": ANNA, "text": text, "parse_mode": "HTML" });
    bot.ok("sendMessage", text(format!("<b>{}</b>&amp;", "长".repeat(4095)))).await;
    bot.breach("sendMessage", text("😀".repeat(2049)), "Bad Request: message is too long").await;
    bot.breach("sendMessage", text("<b> </b>".to_owned()), "Bad Request: message text is empty").await;
    bot.breach("sendMessage", json!({ "chat_id": ANNA }), "Bad Request: message text is empty").await;
}

#[tokio::test]
async fn buttons_keep_the_rules() {
    let bot = Bot::with_anna().await;
    let with = |rows: Value| json!({ "chat_id": ANNA, "text": "x", "reply_markup": keyboard(&rows) });
    let button = json!({ "text": "A", "callback_data": "d".repeat(64) });
    bot.ok("sendMessage", with(json!([[button]]))).await;
    for (rows, what) in [
        (json!([[{ "text": "A", "callback_data": "d".repeat(65) }]]), "BUTTON_DATA_INVALID"),
        (json!([[{ "text": "A", "callback_data": "" }]]), "BUTTON_DATA_INVALID"),
        (json!([[{ "text": "", "callback_data": "a" }]]), "can't parse inline keyboard button"),
        (json!([[{ "text": "A" }]]), "Text buttons are unallowed in the inline keyboard"),
        (json!([[{ "text": "A", "url": "file:///x" }]]), "inline keyboard button URL"),
        (json!([vec![button.clone(); 9]]), "too many buttons in a row"),
        (json!(vec![vec![button; 8]; 13]), "REPLY_MARKUP_TOO_LONG"),
    ] {
        bot.breach("sendMessage", with(rows), &format!("Bad Request: {what}")).await;
    }
}

#[tokio::test]
async fn the_menu_is_kept_per_language() {
    let bot = Bot::start();
    let menu = |command: &str, language: &str| {
        let commands = json!([{ "command": command, "description": "What it does" }]);
        json!({ "commands": commands, "language_code": language, "scope": { "type": "all_private_chats" } })
    };
    bot.ok("setMyCommands", menu("help", "zh")).await;
    bot.ok("setMyCommands", menu("back", "")).await;
    assert_eq!(bot.fake.commands("zh")[0].0, "help");
    assert_eq!(bot.ok("getMyCommands", menu("", "")).await[0]["command"], "back");
    bot.breach("setMyCommands", menu("Help", ""), "Bad Request: BOT_COMMAND_INVALID").await;
    bot.ok("setMyDescription", json!({ "description": "Guides", "language_code": "en" })).await;
    bot.ok("setMyShortDescription", json!({ "short_description": "Short" })).await;
    bot.ok("setMyName", json!({ "name": "Beian" })).await;
    assert_eq!(bot.fake.profile("description", "en").as_deref(), Some("Guides"));
    assert_eq!(bot.fake.profile("name", "").as_deref(), Some("Beian"));
}

#[tokio::test]
async fn whoever_cannot_be_written_to_is_told_apart() {
    let bot = Bot::with_anna().await;
    let send = |chat: i64| json!({ "chat_id": chat, "text": "x" });
    bot.refused("sendMessage", send(404), 400, "Bad Request: chat not found").await;
    bot.fake.blocks(ANNA);
    bot.refused("sendMessage", send(ANNA), 403, "Forbidden: bot was blocked by the user").await;
    bot.fake.returns(ANNA);
    bot.say(ANNA, "again").await;
    bot.fake.deleted(ANNA);
    bot.refused("sendChatAction", send(ANNA), 403, "Forbidden: user is deactivated").await;
    bot.fake.added_to_group(GROUP, BO);
    bot.say(GROUP, "hello").await;
    bot.ok("leaveChat", json!({ "chat_id": GROUP })).await;
    bot.refused("sendMessage", send(GROUP), 403, "Forbidden: bot is not a member of the group chat").await;
    assert_eq!(bot.fake.breaches(), [""; 0]);
}

#[tokio::test]
async fn a_group_that_moved_says_where_to() {
    let bot = Bot::start();
    bot.fake.in_group(GROUP, BO, "hello");
    bot.fake.migrates(GROUP, -1_000_000_004_001, BO);
    let (status, answer) = bot.call("sendMessage", json!({ "chat_id": GROUP, "text": "x" })).await;
    assert_eq!((status, &answer["parameters"]["migrate_to_chat_id"]), (400, &json!(-1_000_000_004_001_i64)));
    assert_eq!(answer["description"], "Bad Request: group chat was upgraded to a supergroup chat");
    bot.say(-1_000_000_004_001, "here").await;
}

#[tokio::test]
async fn files_can_be_fetched_up_to_a_size() {
    let bot = Bot::start();
    bot.fake.document(ANNA, b"%PDF-1.7", "licence.pdf");
    bot.fake.document(ANNA, &vec![0; (20 << 20) + 1], "film.bin");
    let updates = bot.ok("getUpdates", json!({})).await;
    let file = |at: usize| json!({ "file_id": updates[at]["message"]["document"]["file_id"] });
    let path = bot.ok("getFile", file(0)).await["file_path"].as_str().expect("a path").to_owned();
    let url = format!("{}/file/bot{TOKEN}/{path}", bot.fake.url());
    let fetched = bot.client.get(url).send().await.expect("the line holds").bytes().await.expect("whole");
    assert_eq!(&fetched[..], b"%PDF-1.7");
    bot.refused("getFile", file(1), 400, "Bad Request: file is too big").await;
    bot.refused("getFile", json!({ "file_id": "no" }), 400, "Bad Request: wrong file_id").await;
}

#[tokio::test]
async fn the_servers_clock_can_be_wrong() {
    let bot = Bot::start();
    bot.fake.clock_offset(10 * 86_400);
    let response = bot.client.get(bot.address("getMe")).send().await.expect("the line holds");
    let said = response.headers()[DATE].to_str().expect("ASCII");
    let said = chrono::DateTime::parse_from_rfc2822(said).expect("a date").timestamp();
    bot.fake.clock_offset(0);
    let response = bot.client.get(bot.address("getMe")).send().await.expect("the line holds");
    let now = response.headers()[DATE].to_str().expect("ASCII");
    let now = chrono::DateTime::parse_from_rfc2822(now).expect("a date").timestamp();
    assert!((said - now - 10 * 86_400).abs() <= 2, "{said} {now}");
}

#[tokio::test]
async fn calls_are_counted_and_kept_on_demand() {
    let bot = Bot::with_anna().await;
    bot.say(ANNA, "not kept").await;
    bot.fake.record(true);
    bot.say(ANNA, "kept").await;
    bot.refused("sendMessage", json!({ "chat_id": 404, "text": "x" }), 400, "Bad Request: chat not found")
        .await;
    let kept = bot.fake.recorded();
    assert_eq!(
        (kept[0].method, kept[0].chat, &kept[0].json["text"]),
        ("sendMessage", Some(ANNA), &json!("kept"))
    );
    assert_eq!(kept.iter().map(telegram::Call::is_applied).collect::<Vec<_>>(), [true, false]);
    assert_eq!(bot.fake.calls().of("sendMessage"), 3);
}

#[tokio::test]
async fn a_chat_remembers_only_so_much_but_counts_on() {
    let bot = Bot::with_anna().await;
    bot.fake.remember(2);
    for number in 0..9 {
        bot.say(ANNA, &format!("{number}")).await;
    }
    assert_eq!((bot.fake.sent(ANNA), bot.fake.chat(ANNA).len() <= 5), (9, true));
    assert_eq!(bot.fake.next_of(ANNA, 8, LIMIT).await.map(|shown| shown.text), Some("8".to_owned()));
}

#[tokio::test]
async fn a_test_wakes_with_the_change_it_waits_for() {
    let bot = Bot::with_anna().await;
    let waiting = tokio::spawn({
        let fake = bot.fake.clone();
        async move { fake.next_of(ANNA, 0, LIMIT).await }
    });
    let id = bot.say(ANNA, "here").await;
    assert_eq!(waiting.await.expect("no panic").map(|shown| shown.id), Some(id));
    assert!(bot.fake.shows(ANNA, LIMIT, |shown| shown.len() == 1).await);
    assert!(bot.fake.next_of(ANNA, 1, Duration::from_millis(10)).await.is_none());
    let changes = bot.fake.settled(ANNA, Duration::from_millis(10)).await;
    assert_eq!((changes, bot.fake.change_of(ANNA, 0, LIMIT).await), (1, Some(1)));
}
