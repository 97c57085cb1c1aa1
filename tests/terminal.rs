//! The terminal of `beian chat`, the real binary with its input and output piped.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Types these bytes and shows what was printed.
fn chat(data: &Path, language: &str, typed: &[u8]) -> String {
    let output = spoken(data, language, typed);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "left with {}: {errors}", output.status);
    String::from_utf8(output.stdout).expect("what is printed is text")
}

fn spoken(data: &Path, language: &str, typed: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_beian"))
        .arg("chat")
        .args(if language.is_empty() { vec![] } else { vec!["--lang", language] })
        .arg("--data")
        .arg(data)
        .current_dir(data.parent().expect("the data folder stands in another"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let typed = typed.to_vec();
    let mut input = child.stdin.take().expect("the input is piped");
    let typist = std::thread::spawn(move || input.write_all(&typed));
    let output = child.wait_with_output().expect("the binary ends");
    // The binary may have left before the last line was typed.
    drop(typist.join().expect("the typist does not panic"));
    output
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder can be made")
}

/// The lines typed to come to the question about the contents of a site.
const TO_SITE_CONTENT: &str = "1\n1\n1\n1\n1\n1\n企业\n33\nexample.cn\n1\n2099-12-31\n";

#[test]
fn a_question_shows_numbered_options_and_commands() {
    let folder = folder();
    let said = chat(&folder.path().join("data"), "zh-CN", b"");
    assert!(said.contains("\n 1  同意\n 2  不同意，也继续\n\n/back 上一步   /help 帮助"), "{said}");
    assert!(!said.contains("> "), "no prompt where nobody looks: {said}");
    let said = chat(&folder.path().join("other"), "en", b"");
    assert!(said.contains("\n 1  I agree\n"), "{said}");
    assert!(said.contains("/back Back   /help Help"), "{said}");
}

#[test]
fn both_languages_are_spoken_until_one_is_chosen() {
    let folder = folder();
    let said = chat(&folder.path().join("data"), "", b"xyzzy\nhelp\n2\nxyzzy\n");
    let (before, after) = said.split_once("May I keep").expect("English was chosen");
    for (chinese, english) in [
        ("答序号或文字都行", "Answer with a number or in words"),
        ("没对上任何一项", "That matches none of the choices"),
        ("中文、英文我都懂", "I understand Chinese and English"),
    ] {
        assert!(before.contains(chinese) && before.contains(english), "{chinese}: {before}");
    }
    assert!(after.contains("That matches none") && !after.contains("没对上"), "{after}");
}

#[test]
fn numbers_labels_and_ids_answer_in_both_languages() {
    for (language, label, reached) in
        [("zh-CN", "同意", "网站放在哪里的服务器上"), ("en", "i agree", "Where is the server")]
    {
        for answer in ["1", label, "agree"] {
            let folder = folder();
            let said = chat(&folder.path().join("data"), language, format!("{answer}\n1\n").as_bytes());
            assert!(said.contains(reached), "{answer} in {language}: {said}");
        }
    }
}

#[test]
fn leaving_loses_nothing_and_coming_back_is_noticed() {
    for (language, farewell, welcome, question) in [
        ("zh-CN", "先到这里", "欢迎回来", "你想办哪件事"),
        ("en", "Until next time", "Welcome back", "What would you like"),
    ] {
        let folder = folder();
        let data = folder.path().join("data");
        let said = chat(&data, language, b"1\n/quit\n1\n1\n");
        assert!(said.trim_end().lines().last().is_some_and(|line| line.contains(farewell)), "{said}");
        let said = chat(&data, language, b"");
        let (greeting, rest) = said.split_once('\n').expect("more than a line");
        assert!(greeting.starts_with(welcome), "{said}");
        assert!(rest.contains(question), "{said}");
    }
}

#[test]
fn several_choices_are_ticked_and_answered_on_one_line() {
    let folder = folder();
    let data = folder.path().join("data");
    let said = chat(&data, "zh-CN", TO_SITE_CONTENT.as_bytes());
    assert!(said.contains("\n  1  [ ] 都不涉及\n  2  [ ] 新闻\n"), "{said}");
    let said = chat(&data, "zh-CN", "2 3\n/mydata\n".as_bytes());
    assert!(said.contains("新闻、出版"), "{said}");
}

#[test]
fn an_old_answer_is_kept_by_command() {
    let folder = folder();
    let said = chat(&folder.path().join("data"), "en", b"1\n1\n/back\n/keep\n");
    assert!(said.contains("/keep Keep"), "{said}");
    let (_, after) = said.split_once("/keep Keep").expect("it was just seen");
    assert!(after.contains("Where is the server"), "{said}");
}

#[test]
fn an_edit_is_chosen_by_number() {
    let folder = folder();
    let said = chat(&folder.path().join("data"), "en", b"1\n1\n/edit\n2\n2\n/mydata\n");
    assert!(said.contains("\n 1  Language\n 2  Keeping your data\n"), "{said}");
    assert!(said.contains("Keeping your data: I decline"), "{said}");
}

#[test]
fn answers_of_an_earlier_filing_are_taken_over_by_command() {
    let folder = folder();
    let data = folder.path().join("data");
    chat(&data, "zh-CN", TO_SITE_CONTENT.as_bytes());
    let said = chat(&data, "zh-CN", "/new\n".as_bytes());
    assert!(said.contains("/takeover 拿过来"), "{said}");
    // Even when it was offered before the conversation was left.
    let said = chat(&data, "zh-CN", "/takeover\n".as_bytes());
    assert!(said.contains("拿过来 "), "{said}");
}

#[test]
fn no_bytes_garble_the_output_or_end_the_conversation() {
    let endless = vec![b'a'; 100_000];
    let hostile: [&[u8]; 6] = [
        b"\xff\xfe\xc3(",
        b"\x1b]0;owned\x07\x1b[2J",
        b"\0\x08\x7f",
        "\u{202e}\u{9b}2J\u{2028}".as_bytes(),
        b"/\x1b[31m",
        &endless,
    ];
    let folder = folder();
    let data = folder.path().join("data");
    let mut typed = Vec::new();
    for line in hostile {
        typed.extend_from_slice(line);
        typed.push(b'\n');
    }
    typed.extend_from_slice("同意\n1\n1\n1\n1\n1\n企业\n33\n".as_bytes());
    for line in hostile {
        typed.extend_from_slice(line);
        typed.push(b'\n');
    }
    let said = chat(&data, "zh-CN", &typed);
    assert!(said.chars().all(|char| char == '\n' || !char.is_control()), "{said:?}");
    assert!(said.contains("域名"), "{said}");
}

#[test]
fn a_file_is_looked_at_where_a_paper_is_asked() {
    let folder = folder();
    let file = folder.path().join("my id.png");
    std::fs::write(&file, b"\x89PNG\r\n\x1a\n....").expect("a file can be written");
    let typed = format!("/file\n/file {}\n", file.display());
    let said = chat(&folder.path().join("data"), "en", typed.as_bytes());
    assert!(said.contains("/file ~/id-card.jpg"), "how it is written: {said}");
    assert!(said.contains("No file is needed now"), "{said}");
}
