//! A program at the other end of `beian chat --json`: reads what is asked, answers for an applicant, notes what it sees.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use super::applicants::applicant::{Applicant, World};
use super::applicants::golden::{self, Passage};

/// No path is longer, whatever is put right on the way.
const TURNS_MAX: usize = 250;

/// What a robot needs to know of a field.
pub(crate) struct FieldCard {
    kind: String,
    personal: bool,
    example: String,
}

/// The fields as `beian fields --json` lists them.
pub(crate) fn field_cards() -> HashMap<String, FieldCard> {
    let listed = Command::new(env!("CARGO_BIN_EXE_beian"))
        .args(["fields", "--json"])
        .output()
        .expect("the binary runs");
    let fields: Vec<Value> = serde_json::from_slice(&listed.stdout).expect("a JSON array");
    let text = |field: &Value, key: &str| field[key].as_str().unwrap_or_default().to_owned();
    let card = |field: &Value| FieldCard {
        kind: text(field, "kind"),
        personal: field["personal"] == true,
        example: text(field, "example"),
    };
    fields.iter().map(|field| (text(field, "id"), card(field))).collect()
}

/// One process of the binary, through which applicants talk one after the other.
pub(crate) struct Robot<'a> {
    cards: &'a HashMap<String, FieldCard>,
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

/// What one walk left: the reference of the filing, what was seen, or where it stuck.
pub(crate) struct Walk {
    pub(crate) reference: String,
    pub(crate) seen: Result<Passage, String>,
}

impl<'a> Robot<'a> {
    pub(crate) fn start(
        cards: &'a HashMap<String, FieldCard>,
        data: &Path,
        edition: &str,
        now: &str,
    ) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_beian"))
            .args(["chat", "--json", "--edition", edition, "--now", now, "--data"])
            .arg(data)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().expect("piped"));
        let mut robot = Self { cards, child, input, output };
        robot.read_end();
        robot
    }

    pub(crate) fn stop(mut self) {
        drop(self.input.take());
        assert!(self.child.wait().expect("the process ends").success(), "`chat` exits with 0");
    }

    /// Leads one applicant from the first word to the end of the filing.
    pub(crate) fn lead(&mut self, applicant: &Applicant) -> Walk {
        let mut hand = Hand {
            applicant: applicant.clone(),
            passage: Passage::default(),
            chosen: Vec::new(),
            world_acted: false,
        };
        let name = format!("applicant-{}", applicant.number);
        let mut end = self.say(&name, &json!({ "text": "/repeat" }));
        let mut reference = String::new();
        for _ in 0..TURNS_MAX {
            if let Some(filing) = end["filing"].as_str() {
                filing.clone_into(&mut reference);
            }
            if !end["refused"].is_null() {
                return Walk { reference, seen: Err(format!("refused: {}", end["refused"])) };
            }
            hand.note(&end);
            if !end["closed"].is_null() || end["stage"] == "complete" {
                return Walk { reference, seen: Ok(hand.passage) };
            }
            let Some(field) = end["asks"].as_str() else {
                return Walk { reference, seen: Err(format!("nothing is asked: {end}")) };
            };
            let said =
                match hand.answer(field, end["stage"].as_str().unwrap_or_default(), self.cards.get(field)) {
                    Ok(said) => said,
                    Err(stuck) => {
                        return Walk { reference, seen: Err(stuck) };
                    }
                };
            end = self.say(&name, &said);
        }
        Walk { reference, seen: Err(format!("no end after {TURNS_MAX} turns, last: {end}")) }
    }

    fn say(&mut self, name: &str, said: &Value) -> Value {
        let mut line = said.clone();
        line["as"] = json!(name);
        let input = self.input.as_mut().expect("open until the robot stops");
        writeln!(input, "{line}").and_then(|()| input.flush()).expect("the process reads");
        self.read_end()
    }

    fn read_end(&mut self) -> Value {
        let mut line = String::new();
        loop {
            line.clear();
            let read = self.output.read_line(&mut line).expect("the process writes");
            assert!(read > 0, "the process ended in the middle");
            // Of the messages only the end line counts, and reading it alone halves the robot's work.
            if line.starts_with(r#"{"role":"#) {
                continue;
            }
            let said: Value = serde_json::from_str(&line).expect("one JSON object per line");
            assert!(said["error"].is_null(), "a line of the robot was refused: {said}");
            if said["end"] == true {
                return said;
            }
        }
    }
}

/// An applicant at work.
struct Hand {
    applicant: Applicant,
    passage: Passage,
    /// What is toggled on at the present field of several choices.
    chosen: Vec<String>,
    world_acted: bool,
}

impl Hand {
    fn note(&mut self, end: &Value) {
        let stage = end["stage"].as_str().unwrap_or_default();
        let stages = &mut self.passage.stages;
        // What a stop sends back to before the submission is gone through again, but stands once.
        let submitted = stages.iter().any(|passed| passed == "initial-review");
        let again = !submitted && stages.iter().any(|passed| passed == stage);
        if !again && stages.last().is_none_or(|last| last != stage) {
            stages.push(stage.to_owned());
        }
        self.passage.filing_type = end["type"].as_str().map(str::to_owned);
        self.passage.closed = end["closed"].as_str().map(str::to_owned);
        let Some(field) = end["asks"].as_str() else { return };
        if field.starts_with("paper.") {
            self.passage.papers.insert(format!("{stage} {field}"));
        } else if let Some(person) = field.strip_prefix("sms.").and_then(|rest| rest.strip_suffix(".outcome"))
        {
            self.passage.sms.insert(person.to_owned());
        } else if field == "face-check" {
            self.passage.face_check_in = Some(stage.to_owned());
        } else if field == "subject.name" {
            self.passage.subject_data_asked = true;
        } else if field == "filing.password" {
            self.passage.filing_password_asked = true;
        }
    }

    fn answer(&mut self, field: &str, stage: &str, card: Option<&FieldCard>) -> Result<Value, String> {
        let choose = |option: &str| Ok(json!({ "choose": option }));
        if field == "filing.stop" {
            self.passage.stops.push(stage.to_owned());
            let stop = golden::stop_in(&self.applicant, stage);
            self.applicant.put_right(stop.ok_or_else(|| format!("nothing is to be put right in {stage}"))?);
            return choose("solved");
        }
        if let Some(option) = self.world(field).or_else(|| self.applicant.chooses(field)) {
            return choose(option);
        }
        let card = card.ok_or_else(|| format!("`{field}` is asked, but not listed"))?;
        if card.personal && !self.applicant.consents {
            return Err(format!("`{field}` is asked without consent"));
        }
        if card.personal && self.applicant.holds_back {
            return choose("nav.hold");
        }
        if card.kind == "choices" {
            return Ok(self.next_choice(field, &card.example));
        }
        if let Some(text) = self.applicant.types(field) {
            return Ok(json!({ "text": text }));
        }
        match card.kind.as_str() {
            "choice" | "yes-no" => choose(&card.example),
            _ if field == "returned.reason" => choose("nav.skip"),
            _ => Ok(json!({ "text": card.example })),
        }
    }

    /// Toggles the next wanted option, or says that these are all.
    fn next_choice(&mut self, field: &str, example: &str) -> Value {
        let content = self.applicant.content.iter().map(|(category, _)| (*category).to_owned());
        let wanted: Vec<String> = match field {
            "site.content" if !self.applicant.content.is_empty() => content.collect(),
            _ => vec![example.to_owned()],
        };
        if let Some(next) = wanted.into_iter().find(|option| !self.chosen.contains(option)) {
            self.chosen.push(next.clone());
            return json!({ "choose": next });
        }
        self.chosen.clear();
        json!({ "choose": "nav.done" })
    }

    /// The outcome of a review, as far as the world does something special to this case.
    fn world(&mut self, field: &str) -> Option<&'static str> {
        let special = match (self.applicant.world, field) {
            (World::MailAsked, "initial-review.outcome") => "mail-asked",
            (World::Returned, "initial-review.outcome") => "returned",
            (World::SmsLapsed, "sms.subject-lead.outcome" | "sms.site-lead.outcome") => "lapsed",
            (World::Rejected, "authority-review.outcome") => "rejected",
            _ => return None,
        };
        if self.world_acted {
            return None;
        }
        self.world_acted = true;
        Some(special)
    }
}
