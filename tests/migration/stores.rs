//! Dialogues kept in a store, and `beian migrate` over one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use beian::content::{Content, Files, shipped};
use beian::dialogue::{Event, Press, Verdict};
use beian::engine::{
    ApplicantId, Cause, Engine, LanguageHint, Settings, keep_dialogues, kept_dialogues, knows_dialogues,
};
use beian::store::vault::MasterKey;
use beian::store::{Batch, MemStore, Op, SledStore, Store, Table};
use serde_json::json;

use super::releases::{change, files_of};
use crate::binary::{Chat, answer_of, data};

fn block_on<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(future)
}

#[test]
fn dialogues_are_kept_once_and_come_back_as_they_were() {
    block_on(async {
        let store = MemStore::new();
        let (old, new) = (Files::shipped(), files_of("fields"));
        assert!(kept_dialogues(&store, &old.version()).await.expect("reads").is_none());
        keep_dialogues(&store, &old).await.expect("kept");
        let rows = store.scan(Table::Dialogues, &[], &[], 1000).await.expect("reads").len();
        let commits = store.last_commit().await.expect("reads");
        keep_dialogues(&store, &old).await.expect("kept");
        assert_eq!(store.last_commit().await.expect("reads"), commits, "nothing is written twice");
        keep_dialogues(&store, &new).await.expect("kept");
        let more = store.scan(Table::Dialogues, &[], &[], 1000).await.expect("reads").len() - rows;
        // Six files changed, none of them longer than one piece.
        assert_eq!(more, 7, "versions share what they have in common");
        for files in [old, new] {
            let kept = kept_dialogues(&store, &files.version()).await.expect("reads").expect("it is kept");
            assert_eq!(kept.0, files.0);
        }
    });
}

#[test]
fn dialogues_whose_keeping_was_cut_off_are_kept_at_the_next_start() {
    block_on(async {
        let (whole, cut) = (MemStore::new(), MemStore::new());
        let files = Files::shipped();
        keep_dialogues(&whole, &files).await.expect("kept");
        // Every piece was written, and not the list.
        let rows = whole.scan(Table::Dialogues, b"p", b"q", 1000).await.expect("reads");
        let ops =
            rows.into_iter().map(|(key, stored)| Op::Put(Table::Dialogues, key, stored.value)).collect();
        cut.commit(Batch { expects: Vec::new(), ops }).await.expect("committed");
        assert!(!knows_dialogues(&cut, &files.version()).await.expect("reads"));
        keep_dialogues(&cut, &files).await.expect("kept");
        let kept = kept_dialogues(&cut, &files.version()).await.expect("reads").expect("it is kept");
        assert_eq!(kept.0, files.0);
    });
}

#[test]
fn a_press_made_stale_by_a_release_shows_what_is_asked_now() {
    block_on(async {
        let store = Arc::new(MemStore::new());
        let engine = |content: Arc<Content>| {
            let settings = Settings { edition: "current".to_owned(), team: false };
            let master = MasterKey::from_hex(&"5a".repeat(32)).expect("64 hex digits");
            Engine::new(Arc::<MemStore>::clone(&store), master, content, settings)
        };
        let (who, cause, hint) = (ApplicantId::default(), Cause::default(), LanguageHint::default());
        let now = "2026-07-06T01:00:00Z".parse().expect("a time");
        let old = engine(shipped());
        let mut last = Vec::new();
        for option in ["zh-CN", "agree", "file", "mainland", "aliyun"] {
            let event = Event::Chosen(option.to_owned());
            last = old.turn(&who, &cause, &event, hint, now).await.expect("a turn").messages;
        }
        let panel = last.last().expect("a panel");
        let button =
            panel.message.options.iter().find(|button| button.id == "pc").expect("the channel is asked");
        let press = Press::of(&panel.message, button, panel.turn).expect("it can be pressed").write();

        let new = engine(Arc::new(without_aliyun().load().unwrap_or_else(|faults| panic!("{faults}"))));
        let pressed = new.press(&who, &cause, &press, hint, now).await.expect("a turn");
        let turned = pressed.unwrap_or_else(|_| panic!("nothing happened"));
        assert_eq!(turned.verdict, Verdict::Neither, "it answers nothing");
        let asks = turned.messages.last().and_then(|pending| pending.message.asks.clone());
        assert_eq!(asks.as_deref(), Some("server.provider"));
        assert!(
            new.press(&who, &cause, &press, hint, now).await.expect("a turn").is_err(),
            "by now it is known"
        );
    });
}

/// The option that most choose is another one.
fn without_aliyun() -> Files {
    let mut files = Files::shipped();
    let options = "options = [\"aliyun\", \"other\", \"own-room\"]";
    change(&mut files, "flow/prepare.toml", options, &options.replace("aliyun", "mine"));
    change(&mut files, "flow/prepare.toml", "example = \"aliyun\"", "example = \"mine\"");
    for language in ["en", "zh-CN"] {
        let file = format!("texts/{language}/prepare.ftl");
        let text = files.0.get_mut(&file).expect("it is shipped");
        let at = text.find("\nfield-server-provider =").expect("it has words");
        let (head, rest) = text.split_at(at);
        let rest = rest.replacen(".opt-aliyun", ".opt-mine", 1).replacen(".also-aliyun", ".also-mine", 1);
        *text = format!("{head}{rest}");
    }
    files
}

/// A folder of dialogues.
fn written(home: &Path, name: &str, files: &Files) -> String {
    let folder: PathBuf = home.join(name);
    for (path, text) in &files.0 {
        let file = folder.join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        std::fs::write(file, text).expect("written");
    }
    folder.display().to_string()
}

/// Somebody who has just been asked for the channel.
fn begun(home: &Path) {
    let mut talk = Chat::new(home).start();
    for option in ["zh-CN", "agree", "file", "mainland", "aliyun"] {
        talk.choose(option);
    }
    assert_eq!(talk.line(&json!({ "text": "/repeat" })).asks(), Some("channel"));
    assert!(talk.finish().success());
}

fn migrate(home: &Path, args: &[&str]) -> (i32, String, String) {
    let data = data(home).display().to_string();
    answer_of(home, &[&["migrate", "--data", &data], args].concat())
}

fn figures(told: &str) -> BTreeMap<&str, &str> {
    told.lines().filter_map(|line| line.split_once(": ")).collect()
}

#[test]
fn a_dry_run_says_what_a_run_then_does_and_a_second_one_finds_nothing() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path();
    begun(home);
    let mut files = without_aliyun();
    change(
        &mut files,
        "flow/prepare.toml",
        "options = [\"mainland\",",
        "options = [{ id = \"cn\", was = [\"mainland\"] },",
    );
    files.0.values_mut().for_each(|text| {
        *text = text.replace("\"server.region\" = [\"mainland\"]", "\"server.region\" = [\"cn\"]");
        *text =
            text.replace("example = \"mainland\"", "example = \"cn\"").replace(".opt-mainland", ".opt-cn");
        *text = text.replace(".also-mainland", ".also-cn").replace(".said-mainland", ".said-cn");
    });
    let (old, new) = (Files::shipped().version(), files.version());
    let folder = written(home, "new", &files);
    let (code, dry, complaint) = migrate(home, &["--dry-run", &folder]);
    assert_eq!((code, complaint.as_str()), (0, ""), "{dry}");
    assert!(dry.starts_with("1 filing, stranded 0\n"), "{dry}");
    assert_eq!(figures(&dry)["extra questions"], "1 for 1 filing", "{dry}");
    assert!(
        dry.contains(&format!("  server.provider: the option chosen is gone; 1 filing ({old} -> {new})\n")),
        "{dry}"
    );
    assert_eq!(figures(&dry)["stored in an earlier form"], "1 filing to be written back", "{dry}");
    let forecast = "extra questions, if all that is open is answered as in the examples";
    assert_eq!(figures(&dry)[forecast], "1 for 1 filing", "{dry}");
    assert!(dry.contains("\n  server.provider: 1 filing\n"), "{dry}");
    let (code, run, _) = migrate(home, &[&folder]);
    let told: Vec<&str> = dry
        .lines()
        .filter(|line| !line.starts_with(forecast) && *line != "  server.provider: 1 filing")
        .collect();
    let told = told.join("\n") + "\n";
    assert_eq!((code, run.replace("written back", "to be written back")), (0, told));
    let (_, again, _) = migrate(home, &["--dry-run", &folder]);
    let unwritten = dry.replace("1 filing to be written back", "0 filings to be written back");
    assert_eq!(again, unwritten, "the same questions, and nothing left to write");
}

#[test]
fn who_would_be_stranded_is_named_and_the_answer_is_no() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path();
    begun(home);
    let mut files = Files::shipped();
    let ended =
        "options = [{ id = \"pc\", until = \"2020-01-01\" }, { id = \"app\", until = \"2020-01-01\" }]";
    change(&mut files, "flow/prepare.toml", "options = [\"pc\", \"app\"]", ended);
    let folder = written(home, "new", &files);
    let (code, told, _) = migrate(home, &["--dry-run", &folder]);
    assert_eq!(code, 1, "{told}");
    assert!(told.starts_with("1 filing, stranded 1\n") && told.contains("\nstranded: "), "{told}");
}

#[test]
fn a_filing_that_does_not_open_ends_nothing_and_is_named() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path();
    begun(home);
    block_on(async {
        let store = SledStore::open(&data(home)).expect("nobody has it open");
        let ops = vec![Op::Put(Table::Filings, b"222222".to_vec(), b"nothing that opens".to_vec())];
        store.commit(Batch { expects: Vec::new(), ops }).await.expect("committed");
        store.close().await.expect("closed");
    });
    let (code, told, complaint) = migrate(home, &[]);
    assert_eq!(code, 1, "{told}{complaint}");
    assert!(told.starts_with("1 filing, stranded 0\n"), "the other one is looked at: {told}");
    assert!(told.ends_with("cannot be opened: 1 filing\nnot opened: 222222\n"), "{told}");
}

#[test]
fn dialogues_that_are_not_proved_can_be_looked_at_and_write_nothing() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path();
    begun(home);
    let mut files = Files::shipped();
    change(&mut files, "flow/timers.toml", "limit = \"30d\"", "limit = \"31d\"");
    let folder = written(home, "new", &files);
    let (code, told, complaint) = migrate(home, &["--dry-run", &folder]);
    assert_eq!((code, complaint.as_str()), (1, ""), "{told}");
    assert!(told.starts_with("1 filing, stranded 0\n"), "{told}");
    let warned = told.lines().last().expect("a line");
    assert!(warned.starts_with("these dialogues are not proved") && warned.contains(&folder), "{told}");
    let (code, told, complaint) = migrate(home, &[&folder]);
    assert!(code == 2 && complaint.contains("are not proved"), "{code} {told} {complaint}");
}

#[test]
fn a_store_in_use_a_store_that_never_was_and_dialogues_with_faults_are_told() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path();
    let (code, told, _) = migrate(home, &["--dry-run"]);
    assert_eq!((code, told.as_str()), (0, "0 filings, stranded 0: nothing was ever kept here\n"));
    begun(home);
    let held = SledStore::open(&data(home)).expect("nobody has it open");
    let (code, _, complaint) = migrate(home, &[]);
    assert!(code == 2 && complaint.contains("in use by process"), "{code} {complaint}");
    block_on(held.close()).expect("closed");
    let (code, told, _) = migrate(home, &[]);
    assert!(
        code == 0 && told.starts_with("1 filing, stranded 0\nextra questions: 0 for 0 filings\n"),
        "{told}"
    );
    let mut files = Files::shipped();
    change(&mut files, "flow/prepare.toml", "options = [\"pc\", \"app\"]", "options = []");
    let folder = written(home, "new", &files);
    let (code, _, complaint) = migrate(home, &[&folder]);
    assert!(code == 2 && complaint.contains("rules/facts.toml:"), "{code} {complaint}");
}
