//! A conversation of 40 turns, killed after every turn and at random instants: it goes on where it was.
//!
//! `BEIAN_KILLS=N` kills N times at random instants instead of 50; `BEIAN_SEED=N` plays another run.
//! `--nocapture` shows start-up time and peak memory.

#[path = "support/binary.rs"]
mod binary;

use std::path::Path;
use std::time::{Duration, Instant};

use binary::*;
use serde_json::{Value, json};

const TURNS: usize = 40;

/// What must be the same at the same place of the conversation, whether or not it was killed on the way.
#[derive(Debug, Clone, PartialEq)]
struct Place {
    asks: Option<String>,
    stage: String,
    revision: u64,
    /// Their labels tell the language, and what is ticked so far.
    options: Vec<Value>,
}

impl Place {
    fn of(turn: &Turn) -> Self {
        let (asks, stage) = (turn.asks().map(str::to_owned), turn.stage().to_owned());
        Self { asks, stage, revision: turn.revision(), options: turn.options() }
    }
}

/// The conversation: each input, and the place after it. Place 0 is that before the first input.
struct Script {
    lines: Vec<Value>,
    places: Vec<Place>,
    /// What was said in each turn, beside the panel.
    said: Vec<Vec<String>>,
    dossier: Value,
    data: String,
}

/// A reference is random, so that it cannot be compared.
fn without_reference(text: &str, reference: &str) -> String {
    text.replace(reference, "REFERENCE")
}

fn dossier(home: &Path, reference: &str) -> Value {
    let data = data(home);
    let (code, out, error) = answer_of(
        home,
        &["dossier", reference, "--format", "json", "--data", data.to_str().expect("letters")],
    );
    assert_eq!(code, 0, "{error}");
    serde_json::from_str(&without_reference(&out, reference)).expect("the dossier is JSON")
}

/// The texts of messages.
fn texts(messages: &[Value]) -> Vec<String> {
    let text = |message: &Value| {
        let reference = message["filing"].as_str().unwrap_or("-");
        without_reference(message["text"].as_str().unwrap_or_default(), reference)
    };
    messages.iter().map(text).collect()
}

/// What the applicant would see of everything that is kept.
fn my_data(home: &Path) -> (String, String) {
    let mut talk = Chat::new(home).start();
    let reference = talk.first.filing().to_owned();
    let text = without_reference(&talk.text("/mydata").text(), &reference);
    assert!(talk.finish().success());
    (text, reference)
}

/// Plays the 40 turns once without any kill.
fn script() -> Script {
    let home = folder();
    let mut robot =
        Robot::new(&[("site-lead.same", "no"), ("site.content", "none"), ("domain.expires-on", "/skip")]);
    let mut talk = Chat::new(home.path()).start();
    let mut turn = talk.first.clone();
    let (mut lines, mut places, mut said) = (Vec::new(), vec![Place::of(&turn)], Vec::new());
    while lines.len() < TURNS {
        // Between the answers: repairs, a refusal, a value held back, another language.
        let next = match lines.len() {
            6 => vec![json!({ "text": "/back" })],
            9 => vec![json!({ "text": "/help" })],
            13 => vec![json!({ "text": "胡说八道" })],
            17 => vec![json!({ "text": "/edit server.provider" })],
            21 => vec![json!({ "text": "/language en" })],
            26 => vec![json!({ "text": "/human" })],
            _ => match turn.asks() {
                Some("subject.investor") => vec![json!({ "text": "/hold" })],
                Some(asks) => robot.reply(asks),
                None => panic!("the filing ended before {TURNS} turns"),
            },
        };
        for line in next {
            turn = talk.line(&line);
            lines.push(line);
            // A panel is made anew for whoever comes back; what else was said must reach them as it was.
            let lasting = turn.messages.iter().filter(|message| message["role"] != "ask").cloned();
            said.push(texts(&lasting.collect::<Vec<_>>()));
            places.push(Place::of(&turn));
        }
    }
    assert!(talk.finish().success());
    let (data, reference) = my_data(home.path());
    Script { lines, places, said, dossier: dossier(home.path(), &reference), data }
}

impl Script {
    /// At the end nothing differs from the run without kills.
    fn check_end(&self, home: &Path) {
        let (data, reference) = my_data(home);
        assert_eq!(data, self.data);
        assert_eq!(dossier(home, &reference), self.dossier);
    }
}

#[test]
fn killed_after_every_turn_the_conversation_goes_on_at_the_same_question() {
    let script = script();
    let home = folder();
    let chat = Chat::new(home.path());
    let (mut starts, mut memory) = (Vec::new(), 0);
    for (number, line) in script.lines.iter().enumerate() {
        let before = Instant::now();
        let mut talk = chat.start();
        starts.push(before.elapsed());
        assert_eq!(
            Place::of(&talk.first),
            script.places[number],
            "after the kill that followed turn {number}"
        );
        assert_eq!(
            talk.first.messages.len(),
            1,
            "nothing is said twice after a turn whose end line was seen"
        );
        let turn = talk.line(line);
        assert_eq!(Place::of(&turn), script.places[number + 1], "turn {number}: {line}");
        memory = memory.max(talk.peak_memory_kib().unwrap_or(0));
        assert_eq!(talk.kill(), (Vec::new(), None), "nothing comes after the end line");
    }
    script.check_end(home.path());
    starts.sort();
    println!(
        "start to panel, of {} starts after a kill: median {:?}, longest {:?}; peak memory {} KiB",
        starts.len(),
        starts[starts.len() / 2],
        starts[starts.len() - 1],
        memory
    );
}

#[test]
fn killed_at_any_instant_nothing_acknowledged_is_lost_and_nothing_is_doubled() {
    let set = |name: &str, otherwise: u64| {
        std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(otherwise)
    };
    let (kills, seed) = (set("BEIAN_KILLS", 50), set("BEIAN_SEED", 1));
    let script = script();
    let mut random = Random(seed);
    let (mut done, mut lost_in_flight, mut unseen, mut twice_most) = (0, 0, 0, 0);
    let mut killed = 0;
    while killed < kills {
        let home = folder();
        let chat = Chat::new(home.path());
        let mut talk = chat.start();
        let mut number = 0;
        // A turn takes some milliseconds; the instant lies anywhere within one, before and behind its commit.
        let mut longest = Duration::from_millis(8);
        while number < script.lines.len() {
            let line = &script.lines[number];
            if killed >= kills || random.below(3) > 0 {
                let before = Instant::now();
                let turn = talk.line(line);
                longest = longest.max(before.elapsed()).min(Duration::from_millis(60));
                number += 1;
                assert_eq!(Place::of(&turn), script.places[number], "seed {seed}, turn {number}: {line}");
                continue;
            }
            killed += 1;
            talk.send_raw(line.to_string().as_bytes());
            let wait = random.below(u64::try_from(longest.as_micros()).expect("short"));
            std::thread::sleep(Duration::from_micros(wait));
            let (shown, end) = talk.kill();
            talk = chat.start();
            let found = Place::of(&talk.first);
            let (before, after) = (found == script.places[number], found == script.places[number + 1]);
            assert!(
                before || after,
                "seed {seed}, turn {number}, {line}: {found:?} is neither before nor after it"
            );
            // What stands before the panel is what was committed and not known to be handed over.
            let mut again = texts(&talk.first.messages);
            again.pop();
            let shown = texts(&shown);
            let twice = again.iter().filter(|text| shown.contains(text)).count();
            twice_most = twice_most.max(twice);
            assert!(
                twice <= 1,
                "seed {seed}: only one message can be of unknown fate, and {twice} were said twice"
            );
            if end.is_some() {
                assert!(after, "seed {seed}: turn {number} was acknowledged and is lost");
                assert!(
                    again.is_empty(),
                    "seed {seed}: turn {number} was handed over whole, and {again:?} is said again"
                );
                done += 1;
                number += 1;
            } else if after && !before {
                for text in &script.said[number] {
                    let known = shown.contains(text) || again.contains(text);
                    assert!(
                        known,
                        "seed {seed}: turn {number} was committed, and nobody was ever told {text:?}, only {shown:?} and {again:?}"
                    );
                }
                unseen += 1;
                number += 1;
            } else {
                // Before its commit, or a turn that changes nothing: it is sent again.
                lost_in_flight += 1;
            }
        }
        assert!(talk.finish().success());
        script.check_end(home.path());
    }
    println!(
        "{killed} kills (seed {seed}): {done} after the end line, {unseen} committed unseen and said after the start, \
         {lost_in_flight} before the commit; at most {twice_most} messages of a turn said twice"
    );
}
