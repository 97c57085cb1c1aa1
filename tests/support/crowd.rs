//! People in closed loops, each beside a clean run of the same conversation.
//!
//! A person does something, waits until the bot's answer is seen, and does the next thing. Beside the real conversation
//! the pure core makes the same turns, once each and in order: what the chat shows and what the store holds in the end
//! must be the same. Every panel's buttons count the turns of its applicant ([`turn_of`]), so an answer that got lost, or was
//! applied twice, shows at once.

#![allow(dead_code, reason = "each test uses a part of the support")]

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use beian::channel::telegram::render;
use beian::clock::Clock;
use beian::content::{Content, Language, shipped};
use beian::dialogue::{Around, Effect, Event, Message, Reference, Standing, State, View, step};
use beian::engine::{ApplicantId, Engine, Settings};
use beian::personal::Personal;
use beian::store::vault::KeyPlace;
use beian::store::{SledStore, Store};
use serde_json::Value;

use crate::telegram::{Call, Fake, Random, Shown};

/// What people do beside answering.
const ASIDE: [&str; 10] = [
    "/back",
    "/help",
    "/progress",
    "/edit domain",
    "/edit server.region",
    "/edit subject.kind",
    "/skip",
    "/hold",
    "/mydata",
    "/repeat",
];

/// Most messages that one person sends without waiting.
const BURST_MAX: u64 = 3;

/// One person.
pub(crate) struct Person {
    pub(crate) id: i64,
    content: Arc<Content>,
    random: Random,
    /// The clean run.
    state: State,
    /// The panel that the clean run shows.
    panel: Option<Message>,
    /// Turns of the clean run: one for each thing that was done.
    pub(crate) turns: u64,
    /// Every update that was caused, with when.
    pub(crate) acts: Vec<(i64, Instant)>,
    /// How long each answer took to be shown, after the newest act.
    pub(crate) waits: Vec<Duration>,
    /// How long this person thinks before each act, about; at no time several acts follow each other then.
    pub(crate) thinks: Option<Duration>,
    /// What was done, for findings.
    done: Vec<String>,
    /// Something that must not be.
    pub(crate) finding: Option<String>,
    pub(crate) presses: u64,
}

enum Act {
    Type(String),
    Press(String),
}

impl Person {
    pub(crate) fn new(id: i64, seed: u64) -> Self {
        let seed = seed.wrapping_mul(1_000_003).wrapping_add(id.unsigned_abs());
        Self {
            id,
            content: shipped(),
            random: Random(seed),
            state: State::new(),
            panel: None,
            turns: 0,
            acts: Vec::new(),
            waits: Vec::new(),
            thinks: None,
            done: Vec::new(),
            finding: None,
            presses: 0,
        }
    }

    /// Acts and waits, until it is over or an answer fails to come.
    pub(crate) async fn live(&mut self, fake: &Fake, wait_max: Duration, over: impl Fn(&Self) -> bool) {
        if self.turns == 0 {
            self.think().await;
            self.act(fake.starts(self.id, ""));
            // The filing's reference is random; the clean run takes it from the first answer.
            let Some(first) = self.answer(fake, wait_max).await else { return };
            let reference = reference_of(&first).expect("the first panel has buttons");
            self.turn(&Event::Arrived, Some(reference));
            self.check(&first);
        }
        while self.finding.is_none() && !over(self) {
            self.think().await;
            let count = if self.thinks.is_none() && self.random.below(6) == 0 {
                2 + self.random.below(BURST_MAX - 1)
            } else {
                1
            };
            for number in 0..count {
                let act = self.choose(count == 1, number == 0);
                self.do_it(fake, act, number);
            }
            let Some(answer) = self.answer(fake, wait_max).await else { return };
            self.check(&answer);
        }
    }

    async fn think(&mut self) {
        if let Some(length) = self.thinks {
            // Between half and one and a half of it, so that people do not act in step.
            let most = u64::try_from(length.as_millis()).expect("people think for a short time");
            let length = length / 2 + Duration::from_millis(self.random.below(most.max(1)));
            tokio::time::sleep(length).await;
        }
    }

    fn act(&mut self, update: i64) {
        self.turns += 1;
        self.acts.push((update, Instant::now()));
    }

    fn do_it(&mut self, fake: &Fake, act: Act, number: u64) {
        let event = match act {
            Act::Type(text) => {
                let update = fake.say(self.id, &text);
                self.done.push(format!("{update} typed {text}"));
                self.act(update);
                Event::Typed(Personal::new(text))
            }
            Act::Press(option) => {
                let button = self.panel.as_ref().and_then(|panel| {
                    let button = panel.options.iter().find(|button| button.id == option)?;
                    let seen = fake.chat(self.id);
                    let shown = newest(&seen)?;
                    let is_it = |shown: &&crate::telegram::Button| {
                        shown.text.trim_start_matches(['✅', '⬜', ' ']) == button.label
                    };
                    let pressed = shown.buttons.iter().flatten().find(is_it)?;
                    Some((shown.id, pressed.data.clone()?))
                });
                let Some((message, data)) = button else {
                    self.finding = Some(format!("there is no button for {option:?}; act {number}"));
                    return;
                };
                self.presses += 1;
                let update = fake.press(self.id, message, &data);
                self.done.push(format!("{update} pressed {option} of {message}"));
                self.act(update);
                Event::Chosen(option)
            }
        };
        self.turn(&event, None);
    }

    /// The next thing to do. Of several without waiting only the first may stand aside, so that no words are said twice.
    fn choose(&mut self, may_press: bool, may_stand_aside: bool) -> Act {
        if may_stand_aside && self.random.below(5) == 0 {
            let at = self.random.below(ASIDE.len() as u64);
            return Act::Type(ASIDE[usize::try_from(at).expect("short")].to_owned());
        }
        let now = Clock::Wall.now();
        let filing = self.state.active().expect("a filing is in hand");
        let view = View::new(&self.content, filing, now);
        match view.standing {
            Standing::Ask { field, .. } => {
                let field = &self.content.fields[field];
                if field.id == "domain" {
                    return Act::Type(format!("unique-{}-{}.cn", self.id, self.turns));
                }
                let options = view.options(field);
                if options.is_empty() {
                    let example =
                        view.typed_kind(field).map_or(field.example.as_str(), |kind| kind.example());
                    return Act::Type(example.to_owned());
                }
                // The example leads on; the others lead everywhere else.
                let on = options.iter().find(|option| option.id == field.example);
                let at = self.random.below(options.len() as u64);
                let other = &options[usize::try_from(at).expect("short")];
                let option = if self.random.below(4) > 0 { on.unwrap_or(other) } else { other };
                let (id, several) = (option.id.clone(), field.kind.is_several());
                if several && self.random.below(3) == 0 {
                    return if may_press {
                        Act::Press("nav.done".to_owned())
                    } else {
                        Act::Type("/done".to_owned())
                    };
                }
                if may_press && self.random.below(3) > 0 { Act::Press(id) } else { Act::Type(id) }
            }
            Standing::Stop { .. } if may_press => Act::Press("solved".to_owned()),
            Standing::Stop { .. } => Act::Type("1".to_owned()),
            Standing::Closed { .. } => Act::Type("/back".to_owned()),
            Standing::Rest => Act::Type("/edit domain".to_owned()),
        }
    }

    /// A turn of the clean run.
    fn turn(&mut self, event: &Event, fresh: Option<Reference>) {
        let around = Around {
            now: Clock::Wall.now(),
            fresh: fresh.unwrap_or_else(|| Reference::from_random([0; 6])),
            edition: "current".to_owned(),
            language: Some(Language::ZhCn),
            language_chosen: false,
            team: false,
            often: Arc::default(),
        };
        let outcome = step(&self.state, event, &self.content, &around);
        self.state = outcome.state;
        let mut said = outcome.effects.into_iter().filter_map(|effect| match effect {
            Effect::Say(message) => Some(message),
            Effect::OpenTicket(_) | Effect::Asked { .. } | Effect::Forget => None,
        });
        self.panel = said.next_back();
    }

    /// Waits for the answer to the newest act; gives the message that shows it.
    async fn answer(&mut self, fake: &Fake, wait_max: Duration) -> Option<Shown> {
        let (turns, mut found) = (self.turns, None);
        let answered = |seen: &[Shown]| {
            let Some(shown) = newest(seen) else { return false };
            let there = turn_of(shown).is_some_and(|turn| turn >= turns);
            if there {
                found = Some(shown.clone());
            }
            there
        };
        let (update, since) = *self.acts.last().expect("something was done");
        if !fake.shows(self.id, wait_max, answered).await {
            let confirmed = fake.confirmed(update);
            let seen = fake.chat(self.id);
            let (shown, last) =
                (newest(&seen).and_then(turn_of), newest(&seen).map(|shown| shown.text.clone()));
            self.finding = Some(format!(
                "turn {turns} was not answered in {wait_max:?} (confirmed: {confirmed}); shown is {shown:?}: {last:?}"
            ));
            return None;
        }
        let shown = found.expect("it was found");
        let at = shown.edited_at.unwrap_or(shown.sent_at);
        self.waits.push(at.saturating_duration_since(since));
        Some(shown)
    }

    /// The answer is that of the clean run.
    fn check(&mut self, shown: &Shown) {
        let turn = turn_of(shown).expect("an answer was found by its turn");
        if turn != self.turns {
            self.finding = Some(format!("after {} acts {turn} turns were made", self.turns));
            return;
        }
        let panel = self.panel.as_ref().expect("every turn shows a panel");
        let expected = render::html(panel.text.expose());
        if !shown.html.ends_with(&expected) {
            let last = &self.done[self.done.len().saturating_sub(5)..];
            self.finding =
                Some(format!("turn {turn} shows {:?}, a clean run {expected:?} after {last:#?}", shown.html));
        }
    }

    /// What the clean run holds.
    pub(crate) fn essence(&self) -> Value {
        essence(&self.state)
    }

    /// The values that were typed and are kept, as `/mydata` must show them; a province is shown by its name.
    pub(crate) fn typed(&self) -> Vec<String> {
        let filings = self.state.filings.values();
        let answers = filings.flat_map(|filing| &filing.answers).filter(|(id, _)| *id != "subject.province");
        answers.filter_map(|(_, answer)| answer.value.text().map(str::to_owned)).collect()
    }
}

/// Lets people live beside the test, each until it is over for them.
pub(crate) fn crowd(
    fake: &Fake,
    people: Vec<Person>,
    wait_max: Duration,
    over: impl Fn(&Person) -> bool + Send + Sync + 'static,
) -> std::thread::JoinHandle<Vec<Person>> {
    let (fake, over) = (fake.clone(), Arc::new(over));
    std::thread::spawn(move || {
        let lives = async move {
            let local = tokio::task::LocalSet::new();
            let live = |mut person: Person| {
                let (fake, over) = (fake.clone(), Arc::clone(&over));
                local.spawn_local(async move {
                    person.live(&fake, wait_max, |person| over(person)).await;
                    person
                })
            };
            let lives: Vec<_> = people.into_iter().map(live).collect();
            let ends = async {
                let mut ends = Vec::new();
                for life in lives {
                    ends.push(life.await.expect("nobody panics"));
                }
                ends
            };
            local.run_until(ends).await
        };
        crate::serve::block_on(lives)
    })
}

/// What people found that must not be.
pub(crate) fn findings(people: &[Person]) -> Vec<String> {
    let found = |person: &Person| Some(format!("{}: {}", person.id, person.finding.as_ref()?));
    people.iter().filter_map(found).collect()
}

/// Where what the store of a home holds differs from the clean runs.
pub(crate) fn differences(home: &Path, people: &[Person]) -> Vec<String> {
    let kept = crate::serve::block_on(kept(home, people.iter().map(|person| person.id)));
    let both = people.iter().zip(&kept);
    let differ = both.filter(|(person, kept)| kept.as_ref() != Some(&person.essence()));
    let told = differ
        .map(|(person, kept)| format!("{}: kept {kept:?}, a clean run {}", person.id, person.essence()));
    told.collect()
}

/// Updates of people that the bot never confirmed.
pub(crate) fn unconfirmed(fake: &Fake, people: &[Person]) -> usize {
    let acts = people.iter().flat_map(|person| &person.acts);
    acts.filter(|(update, _)| !fake.confirmed(*update)).count()
}

/// What must be the same in two runs: everything but the times.
pub(crate) fn essence(state: &State) -> Value {
    let mut whole = serde_json::json!({
        "applicant": state.applicant,
        "filings": state.filings.values().collect::<Vec<_>>(),
    });
    without_times(&mut whole);
    whole
}

fn without_times(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for name in ["at", "created", "due", "entered"] {
                map.remove(name);
            }
            map.values_mut().for_each(without_times);
        }
        Value::Array(list) => list.iter_mut().for_each(without_times),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The message whose buttons show the newest turn; messages without buttons show none.
pub(crate) fn newest(seen: &[Shown]) -> Option<&Shown> {
    // A copy that came after a kill may stand below a panel that was changed in place.
    seen.iter().rev().take(8).max_by_key(|shown| turn_of(shown))
}

/// The turn that a message's buttons were made in.
pub(crate) fn turn_of(shown: &Shown) -> Option<u64> {
    shown.data().into_iter().filter_map(turn_in).max()
}

/// The turn that a button carries: the last part, in base 36.
pub(crate) fn turn_in(data: &str) -> Option<u64> {
    u64::from_str_radix(data.rsplit('.').next()?, 36).ok()
}

fn reference_of(shown: &Shown) -> Option<Reference> {
    shown.data().into_iter().find_map(|data| Reference::parse(data.get(1..7)?))
}

/// What the store of a home holds of each person, as [`essence`]; `None`: nothing.
pub(crate) async fn kept(home: &Path, people: impl Iterator<Item = i64>) -> Vec<Option<Value>> {
    let data = home.join("data");
    let store: Arc<dyn Store> = Arc::new(SledStore::open(&data).expect("the store opens"));
    let place = KeyPlace { file: home.join("data.key"), data_folder: data };
    let master = place.master_key(None, store.as_ref()).await.expect("the key is there");
    let settings = Settings { edition: "current".to_owned(), team: false };
    let engine = Engine::new(Arc::clone(&store), master, shipped(), settings);
    let mut kept = Vec::new();
    for id in people {
        let state = engine.state(&ApplicantId::telegram(id)).await.expect("the state opens");
        kept.push(state.as_ref().map(essence));
    }
    store.close().await.expect("the store closes");
    kept
}

/// The turn that a call's buttons were made in.
pub(crate) fn turn_of_call(call: &Call) -> Option<u64> {
    let rows = call.json["reply_markup"]["inline_keyboard"].as_array()?;
    let buttons = rows.iter().filter_map(|row| row.as_array()).flatten();
    buttons.filter_map(|button| turn_in(button["callback_data"].as_str()?)).max()
}

/// A number of the environment.
pub(crate) fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

/// Median, 99th of 100, and most.
pub(crate) fn spread(mut times: Vec<Duration>) -> (Duration, Duration, Duration) {
    times.sort();
    let at = |share: usize| times.get((times.len() * share / 100).min(times.len().saturating_sub(1)));
    let of = |share: usize| at(share).copied().unwrap_or_default();
    (of(50), of(99), of(100))
}
