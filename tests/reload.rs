//! Dialogues that change while the bot serves: what has no fault is spoken from the next answer on, what has one is
//! refused with file and line, and whoever is in the middle of a question is not disturbed.

#[path = "support/binary.rs"]
mod binary;
#[path = "support/folder.rs"]
mod folder;
#[path = "support/people.rs"]
mod people;
#[path = "support/serve.rs"]
mod serve;
#[path = "support/telegram/mod.rs"]
mod telegram;

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use beian::content::Files;
use beian::engine::kept_dialogues;
use beian::store::SledStore;
use folder::{change, write_shipped};
use people::{Town, asks};
use serve::{Home, LIMIT, UNLIMITED};
use telegram::Fake;

const TEXTS: &str = "texts/zh-CN/welcome.ftl";
const FLOW: &str = "flow/prepare.toml";

/// A home whose bot speaks the dialogues of its own folder.
fn furnish(home: Home) -> Home {
    write_shipped(&dialogues(&home));
    let config = home.path().join("config.toml");
    let text = std::fs::read_to_string(&config).expect("a configuration");
    std::fs::write(config, text + "\n[dialogues]\npath = \"dialogues\"\n").expect("it is written");
    home
}

fn dialogues(home: &Home) -> PathBuf {
    home.path().join("dialogues")
}

/// Waits until this comes true.
fn until(what: &str, come_true: impl Fn() -> bool) {
    let begin = Instant::now();
    while !come_true() {
        assert!(begin.elapsed() < LIMIT, "expected {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn count(home: &Home, words: &str) -> usize {
    home.log().matches(words).count()
}

/// Waits until the menu of commands was set so often: once at the start, and once for each version that is taken over.
fn menus(fake: &Fake, count: u64) {
    until("the menu of commands is set", || fake.calls().of("setMyShortDescription") >= 3 * count);
}

#[test]
fn what_changes_is_spoken_and_what_is_faulty_is_refused() {
    let mut town = Town::with("", furnish);
    let folder = dialogues(&town.home);
    let person = town.person();
    let panel = person.starts();
    assert_eq!(asks(&panel), "consent");
    menus(&town.fake, 1);

    // A change of words: the question that is open stays, its buttons stay good, and the next one has the new words.
    change(&folder, TEXTS, "field-operation =\n", "field-operation =\n    新的问法。\n\n");
    menus(&town.fake, 2);
    assert_eq!(person.panel().id, panel.id, "nobody is written to because of a change");
    let next = person.presses(&panel, "agree");
    assert_eq!(asks(&next), "operation");
    assert!(next.text.contains("新的问法。"), "{}", next.text);

    // A fault: the old version goes on, and the log says where and what.
    change(&folder, TEXTS, "新的问法。", "更新的问法。");
    let line = change(&folder, FLOW, "kind = \"domain\"", "kind = \"domian\"");
    let fault = format!("{FLOW}:{}: `domian` is no kind of answer", line - 1);
    until("the fault stands in the log", || count(&town.home, &fault) > 0);
    assert_eq!(count(&town.home, "the version before goes on"), 1, "{}", town.home.log());
    let again = person.says("/repeat");
    assert!(again.text.contains("新的问法。") && !again.text.contains("更新"), "{}", again.text);

    // Mended: all that changed meanwhile is spoken, and the fault was said once.
    change(&folder, FLOW, "kind = \"domian\"", "kind = \"domain\"");
    menus(&town.fake, 3);
    let again = person.says("/repeat");
    assert!(again.text.contains("更新的问法。"), "{}", again.text);
    assert_eq!(count(&town.home, &fault), 1, "{}", town.home.log());
    let next = person.chooses("file");
    assert_eq!(asks(&next), "server.region", "{}", next.text);

    // Whoever comes back after other versions is compared with this one: it is kept.
    town.stop();
    let spoken = Files::read(&folder).expect("they can be read").version();
    assert_ne!(spoken, Files::shipped().version());
    let kept = serve::block_on(async {
        let store = SledStore::open(&town.home.path().join("data")).expect("nobody has it open");
        kept_dialogues(&store, &spoken).await.expect("the store reads")
    });
    assert_eq!(kept.map(|files| files.version()), Some(spoken));
}

#[test]
fn a_hang_up_asks_for_it_at_once_and_says_again_what_is_wrong() {
    let fake = Fake::start();
    let home = furnish(Home::new(&fake, UNLIMITED));
    let mut bot = home.serve();
    menus(&fake, 1);
    let hang_up = |bot: &serve::Bot| {
        let told = Command::new("kill").args(["-HUP", &bot.id().to_string()]).status();
        assert!(told.expect("kill runs").success());
    };
    // Every file can be read and every name is known, but the two sides of the ledger differ.
    change(&dialogues(&home), "cases.toml", "is = \"180\"", "is = \"90\"");
    hang_up(&bot);
    until("the flaw stands in the log", || count(&home, "the version before goes on") == 1);
    assert!(home.log().contains("`domain.days-minimum` is `"), "{}", home.log());
    change(&dialogues(&home), "cases.toml", "is = \"90\"", "is = \"180\"");
    std::fs::remove_file(dialogues(&home).join(FLOW)).expect("it was there");
    hang_up(&bot);
    until("the faults stand in the log", || count(&home, "the version before goes on") == 2);
    assert!(home.log().contains("does not exist"), "{}", home.log());
    hang_up(&bot);
    until("the faults are said again", || count(&home, "the version before goes on") == 3);
    std::fs::remove_dir_all(dialogues(&home)).expect("it was there");
    hang_up(&bot);
    until("the folder is missed", || home.log().contains("this cannot be read"));
    write_shipped(&dialogues(&home));
    hang_up(&bot);
    menus(&fake, 2);
    assert!(bot.is_running());
    let (ended, _) = bot.stop();
    assert!(ended.success(), "{ended}");
    assert!(!home.log().contains("panicked"), "{}", home.log());
}
