//! Somebody with a filing at a random point, and their way from there to its end.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use beian::content::{Content, FieldKind, GateKind};
use beian::dialogue::{
    Around, Effect, Event, Filing, Reference, STOP_FIELD, Standing, State, Verdict, View, step,
};
use beian::kind::Kind;
use beian::personal::Personal;
use chrono::{DateTime, TimeDelta, Utc};

pub(crate) fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        // SplitMix64, so that neighbouring seeds have nothing in common.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % (count as u64)).expect("below a usize")
    }
}

/// How a way ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Complete,
    Closed,
}

impl fmt::Display for End {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            End::Complete => "complete",
            End::Closed => "closed",
        })
    }
}

/// Somebody with one filing.
#[derive(Clone)]
pub(crate) struct Wanderer {
    pub(crate) state: State,
    pub(crate) around: Around,
    /// What was asked on the way to the end, in order.
    pub(crate) asked: Vec<String>,
    /// How many stops stood in the way.
    pub(crate) stops: usize,
    /// What the stops asked again.
    pub(crate) reopened: BTreeSet<String>,
    /// What was said in the last turn, without the panel's buttons.
    pub(crate) heard: Vec<String>,
    verdict: Verdict,
}

impl Wanderer {
    pub(crate) fn new(content: &Content, at: &str, edition: &str) -> Self {
        let around = Around {
            now: at.parse::<DateTime<Utc>>().expect("a time"),
            fresh: Reference::from_random([1, 2, 3, 4, 5, 6]),
            edition: edition.to_owned(),
            language: None,
            language_chosen: false,
            team: false,
            often: Arc::default(),
        };
        let mut one = Self {
            state: State::new(),
            around,
            asked: Vec::new(),
            stops: 0,
            reopened: BTreeSet::new(),
            heard: Vec::new(),
            verdict: Verdict::Neither,
        };
        one.take(content, &Event::Arrived);
        one
    }

    /// Somebody who answered for a while, went back, edited, put off, skipped and held back.
    pub(crate) fn begin(content: &Content, seed: u64) -> Self {
        let mut dice = Dice(seed);
        let edition = if dice.below(3) == 0 { "2019-09" } else { "current" };
        let mut one = Self::new(content, "2026-06-12T02:00:00Z", edition);
        for _ in 0..5 + dice.below(110) {
            one.around.now += TimeDelta::minutes(2);
            let event = one.event(content, &mut dice);
            one.take(content, &event);
        }
        // No side question stands in the way when they come back.
        one.take(content, &Event::Typed(Personal::from("/repeat")));
        one.around.now += TimeDelta::hours(1);
        one
    }

    pub(crate) fn filing(&self) -> &Filing {
        self.state.active().expect("a filing is in hand")
    }

    fn event(&self, content: &Content, dice: &mut Dice) -> Event {
        const REST: [&str; 8] = [
            "/back",
            "/edit domain",
            "/edit subject.kind",
            "/edit site.service",
            "/skip",
            "/hold",
            "/keep",
            "/help",
        ];
        let view = View::new(content, self.filing(), self.around.now);
        match view.standing {
            _ if dice.below(9) == 0 => Event::Typed(Personal::from(REST[dice.below(REST.len())])),
            Standing::Ask { field, .. } => {
                let field = &content.fields[field];
                let options = view.options(field);
                // Few come for anything but a filing here; the others lead to the exits.
                let strays = if options.len() > 20 { 2 } else { 4 };
                let leads_out = content.gates.iter().any(|gate| {
                    let mut looks = false;
                    gate.when.visit(&mut |var, _| looks |= content.variables[var.index()].name == field.id);
                    looks
                });
                let strays = if leads_out { 40 } else { strays };
                if options.is_empty() || dice.below(strays) > 0 {
                    return answer(&view, field);
                }
                let chosen = options[dice.below(options.len())].id.clone();
                if field.kind.is_several() {
                    Event::Typed(Personal::from(chosen.as_str()))
                } else {
                    Event::Chosen(chosen)
                }
            }
            Standing::Stop { .. } => Event::Chosen("solved".to_owned()),
            Standing::Closed { .. } | Standing::Rest => Event::Chosen("nav.back".to_owned()),
        }
    }

    pub(crate) fn take(&mut self, content: &Content, event: &Event) {
        let outcome = step(&self.state, event, content, &self.around);
        let said = outcome.effects.iter().filter_map(|effect| match effect {
            Effect::Say(message) => Some(message.text.expose().to_owned()),
            Effect::OpenTicket(_) | Effect::Asked { .. } | Effect::Forget => None,
        });
        self.heard = said.collect();
        self.state = outcome.state;
        self.verdict = outcome.verdict;
    }

    pub(crate) fn asks(&self, content: &Content) -> Option<String> {
        let view = View::new(content, self.filing(), self.around.now);
        match view.standing {
            Standing::Ask { field, .. } => Some(content.fields[field].id.clone()),
            Standing::Stop { .. } => Some(STOP_FIELD.to_owned()),
            Standing::Closed { .. } | Standing::Rest => None,
        }
    }

    /// Answers whatever is asked until this field is, or this stage is reached.
    pub(crate) fn until(&mut self, content: &Content, goal: &str) {
        for _ in 0..200 {
            let stage = {
                let view = View::new(content, self.filing(), self.around.now);
                content.stages[view.stage()].id.clone()
            };
            let asks = self.asks(content);
            if stage == goal || asks.as_deref() == Some(goal) {
                return;
            }
            assert!(self.one_more(content), "nothing is asked on the way to {goal}");
        }
        panic!("{goal} is never reached");
    }

    /// Answers whatever is asked until the end.
    pub(crate) fn walk(&mut self, content: &Content, told: &str) -> End {
        for _ in 0..400 {
            let view = View::new(content, self.filing(), self.around.now);
            match view.standing {
                Standing::Closed { .. } => return End::Closed,
                Standing::Rest => {
                    assert!(
                        content.stages[view.stage()].is_final,
                        "{told}: nothing is asked, and it is not over"
                    );
                    return End::Complete;
                }
                Standing::Ask { .. } | Standing::Stop { .. } => {}
            }
            self.one_more(content);
            let taken = self.verdict == Verdict::Accepted;
            assert!(
                taken,
                "{told}: {:?} is not taken at {:?}: {:?}",
                self.verdict,
                self.asks(content),
                self.heard
            );
        }
        panic!("{told}: there is no end: {:?}", &self.asked[380..]);
    }

    /// Answers what is asked; `false`: nothing is.
    fn one_more(&mut self, content: &Content) -> bool {
        let filing = self.filing().clone();
        let view = View::new(content, &filing, self.around.now);
        let (asked, event) = match view.standing {
            Standing::Ask { field, .. } => {
                let field = &content.fields[field];
                (Some(field.id.clone()), answer(&view, field))
            }
            Standing::Stop { gate, .. } => {
                if let GateKind::Stop { reopens } = &content.gates[gate].kind {
                    self.reopened.extend(reopens.iter().map(|number| content.fields[*number].id.clone()));
                }
                self.stops += 1;
                (None, Event::Chosen("solved".to_owned()))
            }
            Standing::Closed { .. } | Standing::Rest => return false,
        };
        self.asked.extend(asked);
        self.around.now += TimeDelta::minutes(1);
        self.take(content, &event);
        true
    }

    /// What was asked more than once on the way.
    pub(crate) fn twice(&self) -> BTreeSet<String> {
        let mut once = BTreeSet::new();
        self.asked.iter().filter(|id| !once.insert(*id)).cloned().collect()
    }
}

/// What leads on at this field: its example, or what fits the province and the papers chosen.
fn answer(view: &View<'_>, field: &beian::content::Field) -> Event {
    if field.kind.is_typed() {
        return Event::Typed(Personal::from(typed(view, field).as_str()));
    }
    let options = view.options(field);
    let example = options.iter().find(|option| option.id == field.example);
    let other = || options.iter().find(|option| !field.comes_back(&option.id));
    let id = example.or_else(other).map_or_else(|| field.example.clone(), |option| option.id.clone());
    if field.kind.is_several() { Event::Typed(Personal::from(id.as_str())) } else { Event::Chosen(id) }
}

fn typed(view: &View<'_>, field: &beian::content::Field) -> String {
    let Some(kind) = view.typed_kind(field) else { return field.example.clone() };
    let province = view.value("subject.province").unwrap_or("33");
    let prefixes = view.content.provinces.by_code(province).expect("a province");
    if kind == Kind::CreditCode {
        return match view.value("subject.kind") {
            Some("government") => "11990000123456788L",
            Some("public-institution") => "12990000123456788H",
            Some("law-firm") => "31990000123456788J",
            Some("social-organisation") => "51990000123456788G",
            Some("private-non-enterprise") => "52990000123456788D",
            Some("foundation") => "53990000123456788A",
            Some("sole-trader") => "929900001234567889",
            Some(_) | None => "91990000123456788C",
        }
        .to_owned();
    }
    if kind == Kind::FilingNumber {
        format!("{}ICP备2026000001号-1", prefixes.icp_prefix)
    } else if kind == Kind::PublicSecurityNumber {
        format!("{}公网安备{province}010202000001号", prefixes.police_prefix)
    } else if matches!(field.kind, FieldKind::By { .. }) {
        kind.example().to_owned()
    } else {
        field.example.clone()
    }
}
