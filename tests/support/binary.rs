//! Drives the real binary over its JSON lines, and plays applicants by what is asked of them.
//!
//! A [`Talk`] is one process of `beian chat --json`. A [`Robot`] answers by the id of the field that is asked: from
//! its persona's table, else with what fits the document or the kind of subject, else with the field's example.

#![allow(dead_code, reason = "each test uses a part of the support")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Output, Stdio};
use std::sync::OnceLock;

use serde_json::{Value, json};

/// The binary under test.
pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_beian");

/// Where the clock of the tests stands: a Monday morning in China.
pub(crate) const NOW: &str = "2026-11-23T09:00:00+08:00";

/// The day before [`NOW`].
pub(crate) const YESTERDAY: &str = "2026-11-22";

/// The binary, away from whatever configuration the caller's folder, home and environment hold.
pub(crate) fn beian(home: &Path) -> Command {
    let mut command = Command::new(BINARY);
    command
        .current_dir(home)
        .env("HOME", home)
        .env_remove("XDG_DATA_HOME")
        .env_remove("BEIAN_MASTER_KEY")
        .env_remove("BEIAN_LOG")
        .env_remove("RUST_BACKTRACE");
    command
}

/// Runs the binary to its end.
pub(crate) fn run(home: &Path, args: &[&str]) -> Output {
    beian(home).args(args).stdin(Stdio::null()).output().expect("the binary runs")
}

/// The exit code, standard output and standard error of a command.
pub(crate) fn answer_of(home: &Path, args: &[&str]) -> (i32, String, String) {
    let output = run(home, args);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().expect("it was not killed"), text(&output.stdout), text(&output.stderr))
}

/// What came out for one input: the messages, then the end line.
#[derive(Debug, Clone)]
pub(crate) struct Turn {
    pub(crate) messages: Vec<Value>,
    pub(crate) errors: Vec<String>,
    pub(crate) end: Value,
}

impl Turn {
    pub(crate) fn asks(&self) -> Option<&str> {
        self.end["asks"].as_str()
    }

    pub(crate) fn stage(&self) -> &str {
        self.end["stage"].as_str().expect("every end line names the stage")
    }

    pub(crate) fn filing_type(&self) -> Option<&str> {
        self.end["type"].as_str()
    }

    pub(crate) fn filing(&self) -> &str {
        self.end["filing"].as_str().expect("a filing is in hand")
    }

    pub(crate) fn revision(&self) -> u64 {
        self.end["revision"].as_u64().expect("every end line counts the revision")
    }

    pub(crate) fn accepted(&self) -> Option<bool> {
        self.end["accepted"].as_bool()
    }

    pub(crate) fn reason(&self) -> Option<&str> {
        self.end["refused"]["reason"].as_str()
    }

    pub(crate) fn closed(&self) -> Option<&str> {
        self.end["closed"].as_str()
    }

    /// The texts of all messages.
    pub(crate) fn text(&self) -> String {
        let texts: Vec<&str> = self.messages.iter().filter_map(|message| message["text"].as_str()).collect();
        texts.join("\n")
    }

    /// The options of the panel: the last message.
    pub(crate) fn options(&self) -> Vec<Value> {
        let last = self.messages.last().and_then(|message| message["options"].as_array());
        last.cloned().unwrap_or_default()
    }

    /// The ids of the field's own options.
    pub(crate) fn choices(&self) -> Vec<String> {
        let own = self.options().into_iter().filter(|option| option["kind"] == "choice");
        own.map(|option| option["id"].as_str().expect("an option has an id").to_owned()).collect()
    }

    /// The role of each message.
    pub(crate) fn roles(&self) -> Vec<&str> {
        self.messages.iter().filter_map(|message| message["role"].as_str()).collect()
    }
}

/// One process of `beian chat --json`.
pub(crate) struct Talk {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    /// What was said before the first input.
    pub(crate) first: Turn,
}

/// How to start a [`Talk`].
pub(crate) struct Chat {
    pub(crate) home: PathBuf,
    pub(crate) args: Vec<String>,
    pub(crate) log: Option<PathBuf>,
}

impl Chat {
    /// In a folder of its own, with a clock that stands still at [`NOW`].
    pub(crate) fn new(home: &Path) -> Self {
        Self { home: home.to_owned(), args: vec!["--now".to_owned(), NOW.to_owned()], log: None }
    }

    pub(crate) fn edition(mut self, edition: &str) -> Self {
        self.args.extend(["--edition".to_owned(), edition.to_owned()]);
        self
    }

    pub(crate) fn arg(mut self, arg: &str, value: &str) -> Self {
        self.args.extend([arg.to_owned(), value.to_owned()]);
        self
    }

    /// The log in full, into this file.
    pub(crate) fn log(mut self, file: &Path) -> Self {
        self.log = Some(file.to_owned());
        self
    }

    pub(crate) fn spawn(&self) -> Child {
        let mut command = beian(&self.home);
        command.args(["chat", "--json", "--data"]).arg(data(&self.home)).args(&self.args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        match &self.log {
            Some(file) => {
                let file =
                    std::fs::OpenOptions::new().create(true).append(true).open(file).expect("the log opens");
                command.env("BEIAN_LOG", "trace").stderr(file);
            }
            None => {
                command.stderr(Stdio::inherit());
            }
        }
        command.spawn().expect("the binary starts")
    }

    pub(crate) fn start(&self) -> Talk {
        let mut child = self.spawn();
        let input = child.stdin.take();
        let mut output = BufReader::new(child.stdout.take().expect("the output is piped"));
        let first = read_turn(&mut output).expect("a panel and an end line come before any input");
        Talk { child, input, output, first }
    }
}

/// The data folder of a home.
pub(crate) fn data(home: &Path) -> PathBuf {
    home.join("data")
}

/// Reads until the end line; `None`: the output ended before one.
fn read_turn(output: &mut impl BufRead) -> Option<Turn> {
    let (mut messages, mut errors) = (Vec::new(), Vec::new());
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 || !line.ends_with('\n') {
            return None;
        }
        let value: Value = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"));
        if value.get("end").is_some() {
            return Some(Turn { messages, errors, end: value });
        }
        match value.get("error").and_then(Value::as_str) {
            Some(error) => errors.push(error.to_owned()),
            None => messages.push(value),
        }
    }
}

impl Talk {
    /// Sends a line as it is, without waiting.
    pub(crate) fn send_raw(&mut self, line: &[u8]) {
        let input = self.input.as_mut().expect("the input is open");
        input
            .write_all(line)
            .and_then(|()| input.write_all(b"\n"))
            .and_then(|()| input.flush())
            .expect("the pipe takes it");
    }

    /// Sends a line as it is, and reads until the end line.
    pub(crate) fn raw(&mut self, line: &[u8]) -> Turn {
        self.send_raw(line);
        self.read().expect("every input is met with an end line")
    }

    pub(crate) fn read(&mut self) -> Option<Turn> {
        read_turn(&mut self.output)
    }

    pub(crate) fn line(&mut self, line: &Value) -> Turn {
        self.raw(line.to_string().as_bytes())
    }

    pub(crate) fn text(&mut self, text: &str) -> Turn {
        self.line(&json!({ "text": text }))
    }

    pub(crate) fn choose(&mut self, option: &str) -> Turn {
        self.line(&json!({ "choose": option }))
    }

    pub(crate) fn advance(&mut self, length: &str) -> Turn {
        self.line(&json!({ "advance": length }))
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// The most memory the process ever had, in KiB.
    pub(crate) fn peak_memory_kib(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.pid())).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
        line.split_whitespace().nth(1)?.parse().ok()
    }

    /// SIGKILL, at once; gives back what was out already: the messages, and the end line if it was.
    pub(crate) fn kill(mut self) -> (Vec<Value>, Option<Value>) {
        self.child.kill().expect("the process can be killed");
        self.child.wait().expect("the process ends");
        let mut rest = String::new();
        self.output.read_to_string(&mut rest).expect("what was written is UTF-8");
        // A line that was cut off was never seen.
        let whole = rest.split_inclusive('\n').filter(|line| line.ends_with('\n'));
        let mut messages: Vec<Value> =
            whole.map(|line| serde_json::from_str(line).expect("JSON lines")).collect();
        let end = messages.pop_if(|last| last.get("end").is_some());
        (messages, end)
    }

    /// Ends the input and waits for the process.
    pub(crate) fn finish(mut self) -> ExitStatus {
        drop(self.input.take());
        let mut rest = String::new();
        self.output.read_to_string(&mut rest).expect("the output ends");
        assert_eq!(rest, "", "nothing is said after the end of the input");
        self.child.wait().expect("the process ends")
    }

    /// Answers with the robot until the filing rests or is closed, or `until` says so.
    pub(crate) fn play(
        &mut self,
        robot: &mut Robot,
        from: Turn,
        mut until: impl FnMut(&Turn) -> bool,
    ) -> Turn {
        let mut turn = from;
        for _ in 0..400 {
            robot.note_stage(turn.stage());
            if until(&turn) {
                return turn;
            }
            let Some(asks) = turn.asks().map(str::to_owned) else { return turn };
            for line in robot.reply(&asks) {
                turn = self.line(&line);
                assert_eq!(
                    turn.accepted().or(Some(line["choose"] == "nav.done")),
                    Some(true),
                    "{asks}: {line} was not taken: {:?} {}",
                    turn.end,
                    turn.text()
                );
            }
        }
        panic!("no end after 400 answers, at {:?}", turn.end);
    }
}

/// Every field, as `beian fields --json` describes it.
pub(crate) fn fields() -> &'static BTreeMap<String, Value> {
    static FIELDS: OnceLock<BTreeMap<String, Value>> = OnceLock::new();
    FIELDS.get_or_init(|| {
        let home = std::env::temp_dir();
        let (code, out, err) = answer_of(&home, &["fields", "--json"]);
        assert_eq!(code, 0, "{err}");
        let list: Vec<Value> = serde_json::from_str(&out).expect("`fields --json` is JSON");
        list.into_iter()
            .map(|field| (field["id"].as_str().expect("a field has an id").to_owned(), field))
            .collect()
    })
}

/// An applicant who answers by what is asked.
#[derive(Clone)]
pub(crate) struct Robot {
    /// Field id to answer; `A|B` for several choices.
    pub(crate) table: BTreeMap<String, String>,
    /// What was answered last at each field.
    pub(crate) given: BTreeMap<String, String>,
    /// What was asked, in order.
    pub(crate) asked: Vec<String>,
    /// The stages seen, in order, each once in a row.
    pub(crate) stages: Vec<String>,
}

impl Robot {
    pub(crate) fn new(table: &[(&str, &str)]) -> Self {
        let usual =
            [("site.opened-on", YESTERDAY), ("domain.expires-on", "2029-12-31"), ("returned.fields", "none")];
        let table =
            usual.iter().chain(table).map(|(id, value)| ((*id).to_owned(), (*value).to_owned())).collect();
        Self { table, given: BTreeMap::new(), asked: Vec::new(), stages: Vec::new() }
    }

    pub(crate) fn note_stage(&mut self, stage: &str) {
        if self.stages.last().map(String::as_str) != Some(stage) {
            self.stages.push(stage.to_owned());
        }
    }

    /// The value this robot gives at a field.
    pub(crate) fn value(&self, asks: &str) -> String {
        if let Some(value) = self.table.get(asks) {
            return value.clone();
        }
        let given = |id: &str| self.given.get(id).or_else(|| self.table.get(id)).map(String::as_str);
        match asks {
            "filing.stop" => "solved".to_owned(),
            "subject.certificate" => match given("subject.kind") {
                Some("individual") => "id-card".to_owned(),
                Some("government") => "unified-code-certificate".to_owned(),
                Some("public-institution") => "institution-certificate".to_owned(),
                Some("law-firm") => "practice-licence".to_owned(),
                Some("private-non-enterprise") => "registration-certificate".to_owned(),
                Some(_) | None => example(asks),
            },
            "subject.certificate-number" => {
                let kind = given("subject.kind").unwrap_or("enterprise");
                // An answer that was given for another kind of subject says nothing about this one.
                match (kind, given("subject.certificate")) {
                    ("individual", document) => document_number(document.unwrap_or("id-card"), 0),
                    ("foreign-office", _) => "证字第20260001号".to_owned(),
                    ("law-firm", document) if document != Some("organisation-code") => {
                        "证字第20260001号".to_owned()
                    }
                    (
                        "government" | "public-institution" | "private-non-enterprise" | "law-firm",
                        Some("organisation-code"),
                    ) => "67395965-4".to_owned(),
                    (kind, _) => credit_code(kind),
                }
            }
            "subject-lead.document-number" => {
                document_number(given("subject-lead.document").unwrap_or("id-card"), 1)
            }
            "site-lead.document-number" => {
                document_number(given("site-lead.document").unwrap_or("id-card"), 2)
            }
            "filing.number" => filing_number(given("subject.province").unwrap_or("33")),
            "public-security.number" => public_security_number(given("subject.province").unwrap_or("33")),
            "subject.name" if given("subject.kind") == Some("individual") => "陈小明".to_owned(),
            _ => example(asks),
        }
    }

    /// The input lines that answer this question.
    pub(crate) fn reply(&mut self, asks: &str) -> Vec<Value> {
        let value = self.value(asks);
        self.asked.push(asks.to_owned());
        self.given.insert(asks.to_owned(), value.clone());
        let kind = fields().get(asks).map_or("choice", |field| field["kind"].as_str().unwrap_or_default());
        match (kind, value.as_str()) {
            (_, command) if command.starts_with('/') => vec![json!({ "text": command })],
            ("choice" | "yes-no" | "notice" | "paper", _) => vec![json!({ "choose": value })],
            ("choices", _) => {
                let ticks = value.split('|').map(|id| json!({ "choose": id }));
                ticks.chain([json!({ "choose": "nav.done" })]).collect()
            }
            (_, _) => vec![json!({ "text": value })],
        }
    }
}

/// A field's example.
pub(crate) fn example(id: &str) -> String {
    let field =
        fields().get(id).unwrap_or_else(|| panic!("`{id}` is asked, and `beian fields` does not know it"));
    field["example"].as_str().expect("every field has an example").to_owned()
}

/// A number for a document, of the n-th person.
pub(crate) fn document_number(document: &str, person: u32) -> String {
    match document {
        "hmt-residence-permit" => checked_18(&format!("81000019{:02}0615{:03}", 80 + person, 120 + person)),
        "hk-mo-travel-permit" => format!("H0246813{person}"),
        "tw-travel-permit" => format!("0135792{person}"),
        "passport" => format!("E1357924{person}"),
        "permanent-residence-card" => checked_18(&format!("9118401990030200{}", 1 + person)),
        _ => checked_18(&format!("33010619{:02}0412{:03}", 82 + person, 310 + person)),
    }
}

/// 17 characters and their check by ISO 7064 MOD 11-2 (GB 11643), built up by the standard's recursion.
pub(crate) fn checked_18(first_17: &str) -> String {
    assert_eq!(first_17.len(), 17, "{first_17}");
    let sum = first_17.bytes().fold(0, |sum: u32, digit| (sum + u32::from(digit - b'0')) * 2 % 11);
    let check = (12 - sum) % 11;
    format!("{first_17}{}", if check == 10 { 'X' } else { char::from_digit(check, 10).expect("a digit") })
}

/// The fictitious credit code of a kind of subject: region 990000 does not exist.
pub(crate) fn credit_code(subject_kind: &str) -> String {
    const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let known = match subject_kind {
        "sole-trader" => "929900001234567889",
        "government" => "11990000123456788L",
        "public-institution" => "12990000123456788H",
        "law-firm" => "31990000123456788J",
        "social-organisation" => "51990000123456788G",
        "private-non-enterprise" => "52990000123456788D",
        "foundation" => {
            let first = "53990000123456788";
            let mut weight = 1;
            let mut sum = 0;
            for char in first.chars() {
                sum += ALPHABET.find(char).expect("in the alphabet") * weight;
                weight = weight * 3 % 31;
            }
            let check = (31 - sum % 31) % 31;
            return format!("{first}{}", &ALPHABET[check..=check]);
        }
        _ => "91990000123456788C",
    };
    known.to_owned()
}

/// A filing number with the prefix of the province.
pub(crate) fn filing_number(province: &str) -> String {
    format!("{}ICP备2026000001号-1", prefix(province))
}

/// A public-security number with the prefix of the province.
pub(crate) fn public_security_number(province: &str) -> String {
    format!("{}公网安备{}010602000001号", prefix(province), code(province))
}

fn prefix(province: &str) -> char {
    match code(province) {
        "11" => '京',
        "12" => '津',
        "31" => '沪',
        "44" => '粤',
        _ => '浙',
    }
}

/// The code of a province that the tests name in words.
fn code(province: &str) -> &str {
    match province {
        "北京" => "11",
        "上海" => "31",
        "杭州" => "33",
        "深圳" => "44",
        code => code,
    }
}

/// Small, and the same for the same seed: a failing run can be played again.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }
}

/// A temporary folder.
pub(crate) fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}
