//! Whatever comes by Telegram, and however the line breaks: nothing of it stands in the log, or in clear in the data
//! folder; and the token stands nowhere.
//!
//! The values are recognisable, the log is on at its most talkative, and every byte is searched.

#[path = "support/binary.rs"]
mod binary;
#[path = "support/people.rs"]
mod people;
#[path = "support/search.rs"]
mod search;
#[path = "support/serve.rs"]
mod serve;
#[path = "support/telegram/mod.rs"]
mod telegram;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::time::Duration;

use binary::{Robot, checked_18};
use people::{Person, Town, asks, company, option_data};
use search::{bytes_of, found};
use serde_json::{Value, json};
use serve::{Home, LIMIT, block_on};
use telegram::{Fake, Fault, TOKEN};

/// The number of the account, found nowhere else.
const USER: i64 = 739_184_620_511;

const JPG: &[u8] = &[0xff, 0xd8, 0xff, 0xe0, 0, 16, b'J', b'F', b'I', b'F'];

/// What is typed where it is asked.
fn typed() -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        ("subject.name", "杭州紫檀琥珀科技有限公司".to_owned()),
        ("subject.address", "浙江省杭州市滨江区玳瑁路58号6幢904室".to_owned()),
        ("subject-lead.name", "诸葛玛瑙".to_owned()),
        ("subject-lead.document-number", checked_18("33010619840229317")),
        ("subject-lead.mobile", "13857142869".to_owned()),
        ("subject-lead.email", "manao.zhuge.7391@example.com".to_owned()),
        ("domain", "zitanhupo-7391.cn".to_owned()),
        ("site.name", "紫檀琥珀之家".to_owned()),
        ("site.remark", "本站介绍琥珀的养护心得".to_owned()),
    ])
}

/// What comes beside it: of the account, in names of files, in buttons of own making, in what cannot be read.
fn others() -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        ("account", USER.to_string()),
        ("first name", "Quillfeather".to_owned()),
        ("last name", "Oxenstierna".to_owned()),
        ("username", "quilloxen_7391".to_owned()),
        ("caption", "照片是我家的碧玺身份证".to_owned()),
        ("file name", "wolframite-passport-7391".to_owned()),
        ("button", "1CANARYbutton-zirkelite".to_owned()),
        ("contact phone", "8613957142873".to_owned()),
        ("contact name", "Pumpernickel".to_owned()),
        ("changed", "改成了翡翠白菜".to_owned()),
        ("malformed", "Malachite-7391-Cuttlefish".to_owned()),
        ("payload", "amethyst_payload_7391".to_owned()),
        ("group", "群里的青金石".to_owned()),
        ("server", "Sphalerite-from-the-server".to_owned()),
        ("token", TOKEN.to_owned()),
        ("secret", TOKEN.split(':').nth(1).unwrap_or_default().to_owned()),
    ])
}

fn all() -> BTreeMap<&'static str, String> {
    typed().into_iter().chain(others()).collect()
}

fn robot() -> Robot {
    let mut robot = company();
    robot.table.extend(typed().into_iter().map(|(field, value)| (field.to_owned(), value)));
    robot
}

/// A bot that logs all it can, and somebody whose every part is recognisable.
fn town() -> Town {
    let town = Town::with("", |home| home.env("BEIAN_LOG", "trace").env("RUST_BACKTRACE", "1"));
    let of = others();
    let names =
        json!({ "first_name": of["first name"], "last_name": of["last name"], "username": of["username"] });
    town.fake.named(USER, names);
    town
}

/// Neither the log nor the data folder holds any of it, whether the bot runs or not.
fn check_clean(town: &Town, when: &str) {
    let log = town.home.log();
    assert!(log.contains("TRACE") || log.contains("DEBUG"), "the log is on: {log}");
    let by_line = log.lines().map(|line| (line.to_owned(), line.as_bytes().to_vec())).collect::<Vec<_>>();
    assert_eq!(found(&all(), &by_line), BTreeMap::new(), "{when}");
    let data = bytes_of(&town.home.path().join("data"));
    assert!(data.len() > 2, "there is a data folder: {data:?}");
    let kept: BTreeMap<&str, String> = all();
    assert_eq!(found(&kept, &data), BTreeMap::new(), "{when}");
    for bytes in [USER.to_be_bytes(), USER.to_le_bytes()] {
        let holds = |content: &[u8]| content.windows(8).any(|window| window == bytes);
        let place = data.iter().find(|(_, content)| holds(content)).map(|(place, _)| place);
        assert_eq!(place, None, "{when}: the account's number stands there in binary");
    }
}

#[test]
fn a_whole_filing_leaves_nothing_readable() {
    let mut town = town();
    {
        let person = Person { town: &town, id: USER };
        person.does(|fake| fake.starts(USER, &others()["payload"]));
        person.chooses("zh-CN");
        person.goes_to(&mut robot(), "paper.subject-certificate");
        person.does(|fake| fake.photo(USER, JPG, &others()["caption"]));
        person.goes_to(&mut robot(), "");
        for line in ["/mydata", "/dossier", "/human", "/edit", "/filings", "/progress", "/new"] {
            person.says(line);
        }
        assert!(person.data().contains(&typed()["subject-lead.mobile"]), "all of it is kept");
    }
    check_clean(&town, "while it runs");
    town.stop();
    check_clean(&town, "after it ended");
}

#[test]
fn whatever_is_not_an_answer_leaves_nothing_readable() {
    let mut town = town();
    let of = others();
    {
        let person = Person { town: &town, id: USER };
        person.starts();
        let panel = person.goes_to(&mut robot(), "subject.name");
        let fake = &town.fake;
        person.does(|_| fake.photo(USER, JPG, &of["caption"]));
        for name in
            [of["file name"].clone(), format!("../../{}.jpg", of["file name"]), of["file name"].repeat(99)]
        {
            person.does(|_| fake.document(USER, b"%PDF-1.7", &name));
        }
        let contact = json!({ "phone_number": of["contact phone"], "first_name": of["contact name"] });
        person.does(|_| fake.sends(USER, json!({ "contact": contact })));
        person.does(|_| fake.edit(USER, 5, &of["changed"]));
        person.does(|_| fake.sends(USER, json!({ "poll": { "question": of["malformed"] } })));
        person.does(|_| fake.sends(USER, json!({ "venue": { "title": of["malformed"] } })));
        person.says(&format!("/{} {}", of["malformed"], of["changed"]));
        person.presses_in_vain(panel.id, &of["button"]);
        fake.press(USER, panel.id, &format!("{}{}", option_data(&panel, "nav.help"), of["button"]));
        fake.in_group(-4_009, USER, &of["group"]);
        fake.types(USER, &format!("{} 短信 浙江", of["group"]));
        assert!(
            block_on(fake.offer_of(USER, 0, LIMIT)).is_some(),
            "what is typed in another chat is answered"
        );
        fake.blocks(USER);
        fake.returns(USER);
        town.drain();
        town.person().starts();
    }
    town.stop();
    check_clean(&town, "after it ended");
}

/// Updates that a turn cannot be made of, in every way that comes to mind.
fn malformed() -> Vec<Value> {
    let word = &others()["malformed"];
    let from = json!({ "id": USER, "is_bot": false, "first_name": word, "language_code": word });
    let chat = json!({ "id": USER, "type": "private" });
    vec![
        json!({ "message": word }),
        json!({ "message": { "message_id": word, "from": from, "chat": chat, "text": word } }),
        json!({ "message": { "message_id": 1, "from": word, "chat": chat, "text": word } }),
        json!({ "message": { "message_id": 1, "from": from, "chat": word, "text": word } }),
        json!({ "message": { "message_id": 1, "from": from, "chat": chat, "text": { "a": word } } }),
        json!({ "message": { "message_id": 1, "from": from, "chat": chat, "photo": word } }),
        json!({ "message": { "message_id": 1, "from": from, "chat": chat, "document": { "file_id": [word] } } }),
        json!({ "message": { "message_id": i64::MAX, "from": from, "chat": chat, "text": word } }),
        json!({ "message": { "message_id": 1, "from": from, "chat": { "id": USER, "type": word }, "text": word } }),
        json!({ "callback_query": { "id": 5, "from": from, "data": word } }),
        json!({ "callback_query": { "id": word, "from": from, "data": { "a": word } } }),
        json!({ "callback_query": { "id": word, "from": from, "data": word, "message": word } }),
        json!({ "edited_message": [word] }),
        json!({ "my_chat_member": { "chat": chat, "from": from, "new_chat_member": { "status": [word] } } }),
        json!({ "my_chat_member": { "chat": chat, "from": from, "new_chat_member": { "status": word } } }),
    ]
}

#[test]
fn updates_that_cannot_be_read_leave_nothing_readable_and_stop_nobody() {
    let mut town = town();
    town.fake.sticker(USER);
    for update in malformed() {
        town.fake.push(&update);
        town.drain();
    }
    // Kinds that were never asked for, and answers that are no updates at all.
    let word = &others()["malformed"];
    for body in [
        format!(r#"{{"ok":true,"result":[{{"update_id":1,"a_kind_of_the_future":{{"text":"{word}"}}}}]}}"#),
        format!(r#"{{"ok":true,"result":[{{"update_id":"{word}","message":{{"text":"{word}"}}}}]}}"#),
        format!(r#"{{"ok":true,"result":["{word}",{{"text":"{word}"}}]}}"#),
        format!(r#"{{"ok":true,"result":{{"{word}":1}}}}"#),
        format!(r#"{{"ok":false,"error_code":418,"description":"{word}"}}"#),
        format!("<html>{word}</html>"),
    ] {
        town.fake.next("getUpdates", Fault::Wrong(body.leak()));
        town.person().starts();
    }
    assert_eq!(asks(&Person { town: &town, id: USER }.says("/repeat")), "language");
    assert!(town.is_running());
    town.stop();
    check_clean(&town, "after it ended");
}

#[test]
fn a_line_that_breaks_in_every_way_leaves_nothing_readable() {
    let mut town = town();
    {
        let person = Person { town: &town, id: USER };
        person.starts();
        person.goes_to(&mut robot(), "subject-lead.mobile");
        let words = |status: u16| {
            let said = &others()["server"];
            format!(r#"{{"ok":false,"error_code":{status},"description":"Bad Request: {said} {TOKEN}"}}"#)
        };
        let faults = [
            Fault::Wrong(words(400).leak()),
            Fault::Wrong(words(500).leak()),
            Fault::Wrong("[\"Sphalerite-from-the-server\"]"),
            Fault::Html { status: 502, applied: false },
            Fault::Json { status: 500, applied: true },
            Fault::CutJson,
            Fault::CutBody,
            Fault::ResetBefore,
            Fault::ResetAfter,
            Fault::TooMany { retry_after: 1 },
        ];
        for fault in faults {
            for method in ["sendMessage", "editMessageText", "answerCallbackQuery", "getUpdates", "getFile"] {
                town.fake.next(method, fault.clone());
            }
            // Each of these methods is called at least once.
            person.does(|fake| fake.document(USER, JPG, &others()["file name"]));
            person.does(|fake| fake.say(USER, &typed()["subject-lead.name"]));
            town.fake.press(USER, person.panel().id, &others()["button"]);
            person.chooses("nav.back");
            person.says(&typed()["subject-lead.document-number"]);
        }
        town.fake.refuse(Duration::from_millis(300));
        person.says(&typed()["subject-lead.mobile"]);
    }
    town.stop();
    check_clean(&town, "after it ended");
}

#[test]
fn what_waits_to_be_said_or_done_at_a_kill_leaves_nothing_readable() {
    let mut town = town();
    {
        let person = Person { town: &town, id: USER };
        person.starts();
        person.goes_to(&mut robot(), "subject.name");
    }
    town.fake.next("getFile", Fault::LateAnswer(Duration::from_secs(60)));
    town.fake.next("sendMessage", Fault::TooMany { retry_after: 600 });
    town.fake.say(USER, "/mydata");
    town.fake.document(USER, JPG, &others()["file name"]);
    for value in typed().into_values() {
        town.fake.say(USER, &value);
    }
    town.drain();
    check_clean(&town, "while all of it waits");
    town.restart();
    town.person().starts();
    check_clean(&town, "after a kill");
}

// ---- exits -----------------------------------------------------------------------------------------

/// Runs `beian serve` to its end: exit code 2 and one line that tells the way out, without the token.
fn check_exit(home: &Home, furnish: impl FnOnce(&mut std::process::Command), way_out: &str) {
    let mut command = home.command(&["serve"]);
    command.env("BEIAN_LOG", "trace").env("RUST_BACKTRACE", "1");
    furnish(&mut command);
    let output = command.output().expect("it ends");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, error) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(2), "{out}{error}");
    let said: Vec<&str> = error.lines().filter(|line| !is_log(line)).collect();
    assert_eq!(said.len(), 1, "one line: {error}");
    assert!(said[0].contains(way_out), "expected {way_out:?}: {error}");
    let all = vec![("what is printed".to_owned(), (out + &error).into_bytes())];
    assert_eq!(found(&secrets(), &all), BTreeMap::new());
}

/// A line of the log begins with the time.
fn is_log(line: &str) -> bool {
    line.starts_with("20") && line.contains('T')
}

const MALFORMED_TOKEN: &str = "987654321:short-Obsidian";

fn secrets() -> BTreeMap<&'static str, String> {
    let mut secrets = others();
    secrets.retain(|name, _| ["token", "secret"].contains(name));
    secrets.insert("a malformed token", MALFORMED_TOKEN.to_owned());
    secrets.insert("a password", "Chrysoberyl-7391".to_owned());
    secrets
}

#[test]
fn a_bot_without_a_usable_token_says_what_to_do() {
    let fake = Fake::start();
    let home = Home::new(&fake, "");
    let check = |token: Option<&str>, way_out: &str| {
        let furnish = |command: &mut std::process::Command| {
            match token {
                Some(token) => command.env("TELOXIDE_TOKEN", token),
                None => command.env_remove("TELOXIDE_TOKEN"),
            };
        };
        check_exit(&home, furnish, way_out);
    };
    check(None, "@BotFather");
    check(Some(" "), "@BotFather");
    check(Some(MALFORMED_TOKEN), "TELOXIDE_TOKEN");
    check(Some("987654321:short-Obsidian-short-Obsidian"), "@BotFather");
    fake.webhook("https://example.org/hook");
    check_exit(&home, |_| {}, "--delete-webhook");
}

/// A home whose configuration says this under `[telegram]`.
fn configured(fake: &Fake, telegram: &str) -> Home {
    let home = Home::new(fake, "");
    let config = format!("[store]\npath = \"data\"\n[telegram]\n{telegram}\n");
    std::fs::write(home.path().join("config.toml"), config).expect("it is written");
    home
}

#[test]
fn a_bot_with_a_wrong_configuration_says_where() {
    let fake = Fake::start();
    let check = |telegram: &str, way_out: &str| check_exit(&configured(&fake, telegram), |_| {}, way_out);
    check("api_url = \"ftp://127.0.0.1\"", "api_url");
    check(&format!("token = \"{TOKEN}\""), "config.example.toml");
    check("proxy = \"user:Chrysoberyl-7391@127.0.0.1\"", "proxy");
    check("groups = [\"-4001\"]", "config.toml:4");
}

/// Starts a bot that cannot reach its server, and reads its log until it says so.
fn check_unreached(api_url: &str) {
    let fake = Fake::start();
    let home = configured(&fake, &format!("api_url = {api_url:?}"));
    let mut command = home.command(&["serve"]);
    command.env("BEIAN_LOG", "trace").stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary starts");
    let mut read = String::new();
    let mut log = BufReader::new(child.stderr.take().expect("piped"));
    let mut line_at = 0;
    while !read[line_at..].contains("cannot be reached") {
        line_at = read.len();
        assert!(log.read_line(&mut read).expect("it logs") > 0, "{api_url}: it ended: {read}");
    }
    child.kill().and_then(|()| child.wait()).expect("it ends");
    assert_eq!(found(&secrets(), &[("the log".to_owned(), read.into_bytes())]), BTreeMap::new(), "{api_url}");
}

#[test]
fn a_server_that_cannot_be_reached_is_told_without_the_token() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("bound");
    let plain = Fake::start();
    let gone = Fake::start();
    gone.refuse(Duration::from_secs(600));
    let urls = [
        format!("http://{free}"),
        "http://no-such-host.invalid".to_owned(),
        plain.url().replace("http://", "https://"),
        gone.url().to_owned(),
    ];
    std::thread::scope(|scope| {
        for url in &urls {
            scope.spawn(move || check_unreached(url));
        }
    });
    assert!(block_on(plain.drained(LIMIT)));
}
