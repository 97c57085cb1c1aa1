//! The diagrams against plain counting: three provinces, every answer tried one by one on the core itself.
//!
//! `cargo test --release brute` with `BEIAN_BRUTE=full` tries many more answers at each question.

use std::collections::BTreeMap;

use biodivine_lib_bdd::Bdd;
use chrono::{DateTime, Utc};
use num_bigint::BigUint;

use super::pass::Pass;
use super::reach::Reach;
use super::space::{Space, Way};
use super::today;
use crate::content::{Content, Field, GateKind, Step, shipped};
use crate::dialogue::{Answer, Filing, Reference, Standing, Value, View};
use crate::personal::Personal;

/// The provinces that are tried.
const PROVINCES: [&str; 3] = ["11", "31", "63"];

/// By place in the conversation, what it is and in how many situations somebody comes there.
type Tally = BTreeMap<String, u64>;

/// Which answers are tried.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Breadth {
    Few,
    Full,
}

/// Whether an answer is tried: what is read from it is all that counts, and it is counted once.
fn tried(content: &Content, field: usize, way: &Way, breadth: Breadth) -> bool {
    let field = &content.fields[field];
    match way {
        Way::Typed { texts, .. } if field.id == "subject.province" => PROVINCES.contains(&texts[0].as_str()),
        Way::Typed { texts, .. } if field.id == "subject.certificate-number" => {
            // Cards of the three provinces and of one other.
            let head = texts[0].get(..2).unwrap_or_default();
            let card = texts[0].len() == 18 && texts[0].starts_with(|first: char| "123456".contains(first));
            !card || PROVINCES.contains(&head) || head == "33"
        }
        Way::Option(option) => {
            let id = field.options[*option].id.as_str();
            match field.id.as_str() {
                "language" => id == "zh-CN",
                "site.content" => match breadth {
                    Breadth::Few => matches!(id, "none" | "education"),
                    Breadth::Full => matches!(id, "none" | "education" | "news"),
                },
                "consent" if breadth == Breadth::Few => id == "agree",
                "domain.verified" if breadth == Breadth::Few => id == "yes",
                "channel" if breadth == Breadth::Few => id == "app",
                _ => true,
            }
        }
        Way::Skipped if field.id == "domain.expires-on" => breadth == Breadth::Full,
        Way::Held if field.id == "subject.certificate-number" => true,
        Way::Typed { .. } | Way::Held | Way::Skipped => true,
    }
}

/// Up to the first field that is asked at more than one place: there the prefix of a conversation says no more which.
fn steps_counted(content: &Content, reach: &Reach<'_, '_>) -> usize {
    let places = |field: usize| content.places.iter().filter(|place| place.field == field).count();
    let several = |(_, step): &(usize, Step)| matches!(step, Step::Ask(place) if places(content.places[*place].field) > 1);
    reach.steps.iter().position(several).unwrap_or(reach.open_count)
}

/// By the diagrams.
fn diagrams(reach: &Reach<'_, '_>, breadth: Breadth) -> Tally {
    let (pass, space) = (reach.pass, reach.pass.space);
    let content = space.content;
    let end = steps_counted(content, reach);
    let mut all = space.yes();
    let mut bits = 0;
    let mut tally = Tally::new();
    let count = |found: &Bdd, bits: usize| -> u64 {
        let free = usize::from(found.num_vars()) - bits;
        let exact: BigUint = found.exact_cardinality() >> free;
        u64::try_from(exact).expect("few enough to be tried one by one")
    };
    for (_, step) in &reach.steps[..end] {
        match step {
            Step::Ask(place) => {
                let field = content.places[*place].field;
                let asked = count(&all.and(&pass.asked[field]), bits);
                if asked > 0 {
                    tally.insert(content.fields[field].id.clone(), asked);
                }
                let input = &space.inputs[field];
                let left_out = input.ways.iter().zip(&input.taken);
                let left_out = left_out.filter(|(way, _)| !tried(content, field, way, breadth));
                all = left_out.fold(all.and(&pass.kept[field]), |all, (_, taken)| all.and_not(taken));
                bits += input.bits.len();
            }
            Step::Gate(gate) => {
                let on_request = reach.fields_of(&pass.gates[*gate]);
                if on_request.iter().any(|field| content.fields[*field].on_request) {
                    continue;
                }
                let held = count(&all.and(&pass.gates[*gate]), bits);
                if held > 0 {
                    tally.insert(gate_name(content, *gate), held);
                }
                all = all.and_not(&pass.gates[*gate]);
            }
        }
    }
    tally.insert("through".to_owned(), count(&all, bits));
    tally
}

fn gate_name(content: &Content, gate: usize) -> String {
    match content.gates[gate].kind {
        GateKind::Stop { .. } => format!("stop {}", content.gates[gate].id),
        GateKind::Exit { .. } => format!("exit {}", content.gates[gate].id),
    }
}

/// By trying every answer on the core.
struct Trial<'a> {
    content: &'a Content,
    ways: Vec<Vec<Way>>,
    counted: Vec<bool>,
    now: DateTime<Utc>,
    breadth: Breadth,
    tally: Tally,
}

impl Trial<'_> {
    fn go(&mut self, filing: &mut Filing) {
        let content = self.content;
        let view = View::new(content, filing, self.now);
        let number = match view.standing {
            Standing::Ask { field, .. } if self.counted[field] => field,
            Standing::Ask { .. } | Standing::Rest => return self.count("through".to_owned()),
            Standing::Stop { gate, .. } | Standing::Closed { gate } => {
                return self.count(gate_name(content, gate));
            }
        };
        let field = &content.fields[number];
        self.count(field.id.clone());
        let tried = |way: &&Way| tried(content, number, way, self.breadth);
        let values: Vec<Value> = if field.kind.is_several() {
            let ids: Vec<&str> = self.ways[number]
                .iter()
                .filter(tried)
                .filter_map(|way| match way {
                    Way::Option(option) => Some(field.options[*option].id.as_str()),
                    Way::Typed { .. } | Way::Held | Way::Skipped => None,
                })
                .collect();
            let subset = |bits: u32| -> Vec<&str> {
                ids.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, id)| *id).collect()
            };
            let subsets =
                (1..1_u32 << ids.len()).map(subset).filter(|ids| ids.len() == 1 || !ids.contains(&"none"));
            subsets.map(|ids| Value::Many(ids.into_iter().map(str::to_owned).collect())).collect()
        } else {
            let asked = view.typed_kind(field);
            let of_kind = |way: &&Way| !matches!(way, Way::Typed { kind, .. } if Some(*kind) != asked);
            let fits = |value: &Value| view.fits(field, value, self.now);
            let ways = self.ways[number].iter().filter(tried).filter(of_kind);
            ways.filter_map(|way| values_of(way, field).into_iter().find(fits)).collect()
        };
        let basis = view.basis(field);
        let fitting: Vec<Value> =
            values.into_iter().filter(|value| view.fits(field, value, self.now)).collect();
        for value in fitting {
            let answer = Answer {
                value,
                at: self.now,
                revision: 1,
                content: content.version.clone(),
                edition: filing.edition.clone(),
                basis: basis.clone(),
                reopened: None,
            };
            filing.answers.insert(field.id.clone(), answer);
            self.go(filing);
            filing.answers.remove(&field.id);
        }
    }

    fn count(&mut self, name: String) {
        *self.tally.entry(name).or_default() += 1;
    }
}

/// Every answer that is given in this way.
fn values_of(way: &Way, field: &Field) -> Vec<Value> {
    match way {
        Way::Typed { texts, .. } => {
            texts.iter().map(|text| Value::Text(Personal::from(text.as_str()))).collect()
        }
        Way::Option(_) | Way::Held | Way::Skipped => vec![way.value(field)],
    }
}

#[test]
fn three_provinces_tried_one_by_one_give_the_same_counts() {
    let breadth = match std::env::var("BEIAN_BRUTE").as_deref() {
        Ok("full") => Breadth::Full,
        Ok(_) | Err(_) => Breadth::Few,
    };
    let content = shipped();
    for edition in 0..content.editions.len() {
        let space = Space::new(&content, today(&content, edition));
        let pass = Pass::new(&space);
        let reach = Reach::new(&pass);
        let by_diagrams = diagrams(&reach, breadth);
        let mut counted = vec![false; content.fields.len()];
        for (_, step) in &reach.steps[..steps_counted(&content, &reach)] {
            if let Step::Ask(place) = step {
                counted[content.places[*place].field] = true;
            }
        }
        let ways = space.inputs.iter().map(|input| input.ways.clone()).collect();
        let now = space.morning();
        let mut trial = Trial { content: &content, ways, counted, now, breadth, tally: Tally::new() };
        let reference = Reference::from_random([1, 2, 3, 4, 5, 6]);
        trial.go(&mut Filing::new(reference, &content.editions[edition].id, now));
        let tried: u64 = trial.tally.values().sum();
        println!("{}: {tried} situations tried one by one", content.editions[edition].id);
        assert!(tried > 10_000, "{tried}");
        assert_eq!(by_diagrams, trial.tally, "{}", content.editions[edition].id);
    }
}
