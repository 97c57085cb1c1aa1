//! What one turn of the pure core costs: whole filings are played through `step`, and each turn is timed.
//!
//! `cargo bench --bench turn [-- FOLDER [FILINGS]]`: the dialogues of a folder instead of the shipped ones, and how
//! many filings are played. The digest is over everything that was said and kept: it stays when only the speed changes.

#![expect(clippy::print_stdout, reason = "figures are printed")]

use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use beian::content::{Content, Field, FieldKind, Files, Language, shipped};
use beian::dialogue::{
    Around, Event, Outcome, Reference, Standing, State, Value, Verdict, View, Voice, china_date, step,
};
use beian::kind::Kind;
use beian::personal::Personal;

/// More turns than any filing needs.
const TURNS_MAX: usize = 250;

/// How a choice is answered.
#[derive(Debug, Clone, Copy)]
enum Way {
    /// With its button.
    Chosen,
    /// With its label, as it stands on the button.
    Typed,
}

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let content = arguments.next().map_or_else(shipped, |folder| {
        let files = Files::read(Path::new(&folder)).expect("the folder can be read");
        Arc::new(files.load().unwrap_or_else(|faults| panic!("{faults}")))
    });
    let filings = arguments.next().map_or(20, |count| count.parse().expect("a number of filings"));
    println!("{} fields", content.fields.len());
    for way in [Way::Chosen, Way::Typed] {
        let events = play(&content, way);
        let mut digest = DefaultHasher::new();
        let mut texts = String::new();
        run(&content, &events, |_, outcome| {
            texts.clear();
            let said = outcome.effects.iter().filter_map(|effect| serde_json::to_string(&said(effect)).ok());
            said.for_each(|line| texts.push_str(&line));
            write!(texts, "{:?} {:?}", outcome.state, outcome.verdict).expect("a string takes all");
            texts.hash(&mut digest);
        });
        let mut typed = Vec::new();
        let mut chosen = Vec::new();
        for _ in 0..filings {
            let mut last = Instant::now();
            run(&content, &events, |event, _| {
                let spent = last.elapsed();
                let group = if matches!(event, Event::Typed(_)) { &mut typed } else { &mut chosen };
                group.push(spent.as_secs_f64() * 1e6);
                last = Instant::now();
            });
        }
        println!("choices {way:?}: {} turns a filing, digest {:016x}", events.len(), digest.finish());
        print("typed", &mut typed);
        print("chosen", &mut chosen);
    }
}

fn print(what: &str, spent: &mut [f64]) {
    spent.sort_by(f64::total_cmp);
    let Some(most) = spent.last() else { return };
    #[expect(clippy::cast_precision_loss, reason = "far fewer turns than would lose precision")]
    let mean = spent.iter().sum::<f64>() / spent.len() as f64;
    let median = spent[spent.len() / 2];
    println!("  {what}: {} turns, median {median:.1} us, mean {mean:.1} us, most {most:.1} us", spent.len());
}

fn said(effect: &beian::dialogue::Effect) -> Option<&beian::dialogue::Message> {
    match effect {
        beian::dialogue::Effect::Say(message) => Some(message),
        beian::dialogue::Effect::OpenTicket(_)
        | beian::dialogue::Effect::Asked { .. }
        | beian::dialogue::Effect::Forget => None,
    }
}

fn around() -> Around {
    Around {
        now: "2026-07-01T12:00:00+08:00".parse().expect("an instant"),
        fresh: Reference::from_random([1, 2, 3, 4, 5, 6]),
        edition: "current".to_owned(),
        language: Some(Language::ZhCn),
        language_chosen: false,
        team: false,
        often: Arc::default(),
    }
}

/// One filing from the first event to the last.
fn run(content: &Content, events: &[Event], mut after: impl FnMut(&Event, &Outcome)) {
    let around = around();
    let mut state = State::new();
    for event in events {
        let outcome = step(&state, event, content, &around);
        after(event, &outcome);
        state = outcome.state;
    }
}

/// The events of one filing: what is asked is answered until nothing is asked any more.
fn play(content: &Content, way: Way) -> Vec<Event> {
    let around = around();
    let mut events = vec![Event::Arrived];
    let mut state = step(&State::new(), &Event::Arrived, content, &around).state;
    while events.len() < TURNS_MAX {
        let view = View::new(content, state.active().expect("a filing is in hand"), around.now);
        let Standing::Ask { field, .. } = view.standing else { break };
        let mut next = vec![answer(&view, &content.fields[field], way)];
        if content.fields[field].kind.is_several() && matches!(way, Way::Chosen) {
            next.push(Event::Chosen("nav.done".to_owned()));
        }
        for event in next {
            let outcome = step(&state, &event, content, &around);
            assert!(
                !matches!(outcome.verdict, Verdict::Refused { .. }),
                "{event:?} at {}: {:?}",
                content.fields[field].id,
                outcome.verdict
            );
            state = outcome.state;
            events.push(event);
        }
    }
    events
}

/// An answer that passes.
fn answer(view: &View<'_>, field: &Field, way: Way) -> Event {
    let voice = Voice::new(view, Language::ZhCn);
    let type_in = |text: String| Event::Typed(Personal::new(text));
    if field.kind.is_typed() {
        return type_in(typed(view, field));
    }
    let options = view.options(field);
    let id = options.iter().find(|option| option.id == field.example).or(options.first());
    let id = id.map_or_else(|| field.example.clone(), |option| option.id.clone());
    match way {
        Way::Chosen => Event::Chosen(id),
        Way::Typed => type_in(voice.value(field, &Value::One(id))),
    }
}

/// A text that passes, where the field's own example depends on other answers.
fn typed(view: &View<'_>, field: &Field) -> String {
    let province = view.value("subject.province").and_then(|code| view.content.provinces.by_code(code));
    match (field.id.as_str(), &field.kind, view.typed_kind(field)) {
        ("filing.number", _, _) => {
            province.map_or_else(String::new, |known| format!("{}ICP备2026000001号-1", known.icp_prefix))
        }
        (_, FieldKind::By { .. }, Some(Kind::CreditCode)) => "91990000123456788C".to_owned(),
        (_, FieldKind::By { .. }, Some(kind)) => kind.example().to_owned(),
        (_, _, _) if field.past => china_date(view.now).to_string(),
        (_, _, _) => field.example.clone(),
    }
}
