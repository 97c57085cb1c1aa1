//! Any event in any state: the turn never panics, always says something, offers no two buttons alike, and what it
//! leaves behind loads back as it was. Seeded: `BEIAN_SEED` replays, `BEIAN_STEPS` widens.

use std::collections::BTreeSet;
use std::sync::Arc;

use beian::content::{Content, shipped};
use beian::dialogue::{Around, Effect, Event, Filing, Reference, Standing, State, View, step};
use beian::personal::Personal;
use chrono::{DateTime, TimeDelta, Utc};

/// What people send beside answers.
const REST: [&str; 20] = [
    "/back",
    "/edit",
    "/edit domain",
    "/edit subject.kind",
    "/skip",
    "/hold",
    "/keep",
    "/help",
    "/progress",
    "/new",
    "/filings",
    "/cancel",
    "/forget",
    "/human",
    "/dossier",
    "/mydata",
    "/language en",
    "1",
    "2",
    "**x** [a](http://b)",
];

struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (count as u64)).expect("below a usize")
    }
}

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

fn event(state: &State, content: &Content, now: DateTime<Utc>, dice: &mut Dice) -> Event {
    let Some(filing) = state.active().filter(|_| dice.below(5) > 0) else {
        return Event::Typed(Personal::from(REST[dice.below(REST.len())]));
    };
    let view = View::new(content, filing, now);
    match view.standing {
        Standing::Ask { field, .. } => {
            let field = &content.fields[field];
            let options = view.options(field);
            if options.is_empty() {
                let example = view.typed_kind(field).map_or(field.example.as_str(), |kind| kind.example());
                Event::Typed(Personal::from(example))
            } else {
                // The example leads on; the others lead everywhere else.
                let on = options
                    .iter()
                    .position(|option| option.id == field.example)
                    .filter(|_| dice.below(3) > 0);
                let chosen = &options[on.unwrap_or_else(|| dice.below(options.len()))].id;
                if field.kind.is_several() {
                    Event::Typed(Personal::from(chosen.as_str()))
                } else {
                    Event::Chosen(chosen.clone())
                }
            }
        }
        Standing::Stop { .. } => Event::Chosen("solved".to_owned()),
        Standing::Closed { .. } | Standing::Rest => Event::Chosen("nav.back".to_owned()),
    }
}

#[test]
fn any_event_in_any_state_is_met() {
    let content = shipped();
    let (seed, steps) = (number("BEIAN_SEED", 7), number("BEIAN_STEPS", 4000));
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut now: DateTime<Utc> = "2026-06-12T12:00:00Z".parse().expect("this is a time");
    let (mut state, mut stages) = (State::new(), BTreeSet::new());
    for at in 0..steps {
        let event = event(&state, &content, now, &mut dice);
        let fresh =
            Reference::from_random([0; 6].map(|_: u8| u8::try_from(dice.below(256)).expect("a byte")));
        let edition = if dice.below(3) == 0 { "2019-09" } else { "current" }.to_owned();
        let around = Around {
            now,
            fresh,
            edition,
            language: None,
            language_chosen: false,
            team: false,
            often: Arc::default(),
        };
        let outcome = step(&state, &event, &content, &around);
        let told = format!("seed {seed}, step {at}, {event:?}");
        let mut said = 0;
        for effect in &outcome.effects {
            if let Effect::Say(message) = effect {
                said += 1;
                assert!(!message.text.expose().trim().is_empty(), "an empty message: {told}");
                let ids: BTreeSet<&str> = message.options.iter().map(|button| button.id.as_str()).collect();
                assert_eq!(ids.len(), message.options.len(), "two buttons alike: {told}");
            }
        }
        assert!(said > 0, "nothing was said: {told}");
        for filing in outcome.state.filings.values() {
            let kept = serde_json::to_vec(filing).expect("a filing serialises");
            let loaded: Filing = serde_json::from_slice(&kept).expect("it loads back");
            assert_eq!(&loaded, filing, "{told}");
            stages.insert(content.stages[View::new(&content, filing, now).stage()].id.clone());
        }
        state = outcome.state;
        now += TimeDelta::minutes(if dice.below(40) == 0 { 3000 } else { 2 });
    }
    assert!(stages.len() >= 6, "the walk went nowhere: {stages:?}");
}
