//! The cases: what each names becomes a number.

use toml::Spanned;

use super::super::cases::{Anew, Asked, Case, Deadline, Holds, Line, Local, Pictures, Typed};
use super::super::fault::{Fault, Spot};
use super::super::field::GateKind;
use super::super::load::spot;
use super::super::raw;
use super::names::EACH;
use super::{Raw, Resolver};
use crate::kind::Kind;

impl Resolver {
    pub(super) fn cases(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) {
        let ((file, text), cases) = raw.cases;
        for case in &cases.case {
            let Some((named, _)) = what(case) else {
                let what = "a case names nothing; expected `asks`, `fact`, `exits`, `stops`, `takes` or `from-stage`";
                faults.push(Spot::of(file, 1).fault(what));
                continue;
            };
            let at = spot(file, text, named.span().start);
            if let Some(what) = confused(case) {
                faults.push(at.fault(what));
                continue;
            }
            let dates = [case.from.as_deref(), case.until.as_deref(), case.edition.as_deref()];
            let period = self.period(dates, &at, faults);
            for category in self.each(case.each.as_deref(), &at, faults) {
                let Some(holds) = self.holds(case, category, &at, faults) else { continue };
                let when = self.condition(case.when.as_ref(), category, &at, faults);
                let reopens = case.reopens.iter().filter_map(|id| self.field(id, &at, faults)).collect();
                self.content.cases.cases.push(Case {
                    holds,
                    when,
                    period,
                    optional: case.optional,
                    reopens,
                    source: case.source.clone(),
                    spot: at.clone(),
                });
            }
        }
        for anew in &cases.anew {
            let at = spot(file, text, anew.when.span().start);
            let Some(when) = self.field(anew.when.get_ref(), &at, faults) else { continue };
            let asks = anew.asks.iter().filter_map(|id| self.field(id, &at, faults)).collect();
            self.content.cases.anew.push(Anew { when, asks, spot: at });
        }
        for deadline in &cases.deadline {
            let at = spot(file, text, deadline.id.span().start);
            let timer = deadline.id.get_ref().clone();
            if !self.content.timers.iter().any(|known| known.id == timer) {
                faults.push(at.fault(format!("timer `{timer}` does not exist")));
            }
            if let Some(clock) = self.clock(deadline, &at, faults) {
                let source = deadline.source.clone();
                self.content.cases.deadlines.push(Deadline { timer, clock, source, spot: at });
            }
        }
    }

    pub(super) fn beside_cases(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) {
        let ((file, text), cases) = raw.cases;
        for stage in &cases.stage {
            // A line that names a category stands for all of them.
            let all = |line: &Spanned<String>| -> Vec<String> {
                let line = line.get_ref();
                let categories = 0..self.content.categories.len();
                if line.contains(EACH) {
                    return categories.map(|category| self.named(line, Some(category))).collect();
                }
                vec![line.clone()]
            };
            let asks = stage.asks.iter().flat_map(all).collect();
            let spot = spot(file, text, stage.is.span().start);
            self.content.cases.stages.push(Asked { is: stage.is.get_ref().clone(), asks, spot });
        }
        for differs in &cases.differs {
            let at = spot(file, text, differs.field.span().start);
            let fields =
                (self.field(differs.field.get_ref(), &at, faults), self.field(&differs.from, &at, faults));
            let when = self.condition(differs.when.as_ref(), None, &at, faults);
            if let (Some(field), Some(other)) = fields {
                self.content.cases.differs.push((field, other, when));
            }
        }
        for own in cases.words.iter().flat_map(|words| &words.own) {
            let at = spot(file, text, own.span().start);
            self.content.cases.own_words.push((own.get_ref().clone(), at));
        }
        for line in &cases.line {
            let at = spot(file, text, line.label.span().start);
            let field = line.field.as_deref().and_then(|id| self.field(id, &at, faults));
            let when = self.condition(line.when.as_ref(), None, &at, faults);
            self.content.cases.lines.push(Line {
                label: line.label.get_ref().clone(),
                field,
                value: line.value.clone(),
                prefix: line.prefix.clone(),
                when,
                spot: at,
            });
        }
        for local in &cases.local {
            let at = spot(file, text, local.topic.span().start);
            let shown_at = local.shown_at.iter().filter_map(|id| self.field(id, &at, faults)).collect();
            let (topic, provinces) = (local.topic.get_ref().clone(), local.provinces.clone());
            self.content.cases.locals.push(Local { topic, provinces, shown_at, spot: at });
        }
        let kind_of = |id: &str, at: &Spot, faults: &mut Vec<Fault>| {
            let kind = Kind::parse(id);
            if kind.is_none() {
                faults.push(at.fault(format!("`{id}` is no kind of answer that is typed")));
            }
            kind
        };
        for document in &cases.document {
            let at = spot(file, text, document.option.span().start);
            if let Some(kind) = kind_of(&document.kind, &at, faults) {
                self.content.cases.documents.push((document.option.get_ref().clone(), kind));
            }
        }
        for picture in &cases.picture {
            let at = spot(file, text, picture.size_below_bytes.span().start);
            let dates = [picture.from.as_deref(), picture.until.as_deref(), picture.edition.as_deref()];
            let period = self.period(dates, &at, faults);
            self.content.cases.pictures.push(Pictures {
                formats: picture.formats.clone(),
                size_below_bytes: *picture.size_below_bytes.get_ref(),
                period,
                spot: at,
            });
        }
        for typed in &cases.typed {
            let at = spot(file, text, typed.kind.span().start);
            let dates = [typed.from.as_deref(), typed.until.as_deref(), typed.edition.as_deref()];
            let period = self.period(dates, &at, faults);
            if let Some(kind) = kind_of(typed.kind.get_ref(), &at, faults) {
                self.content.cases.typed.push(Typed {
                    kind,
                    text: typed.text.clone(),
                    subject_kind: typed.subject_kind.clone(),
                    province: typed.province.clone(),
                    reads: typed.reads.clone().into_iter().collect(),
                    refused: typed.refused.clone(),
                    period,
                    source: typed.source.clone(),
                    spot: at,
                });
            }
        }
    }

    fn holds(
        &self,
        case: &raw::Case,
        category: Option<usize>,
        at: &Spot,
        faults: &mut Vec<Fault>,
    ) -> Option<Holds> {
        match what(case)? {
            (id, Named::Field) => {
                let field = self.field(&self.named(id.get_ref(), category), at, faults)?;
                if let Some(shows) = &case.shows {
                    let shown = &self.content.fields[field].shows;
                    let topic = shown.iter().position(|(topic, _)| topic == shows);
                    if topic.is_none() {
                        faults.push(at.fault(format!("`{}` shows no `{shows}`", id.get_ref())));
                    }
                    return topic.map(|topic| Holds::Shows(field, topic));
                }
                let Some(offers) = &case.offers else { return Some(Holds::Asks(field)) };
                let options = &self.content.fields[field].options;
                let option = options.iter().position(|option| option.id == *offers);
                if option.is_none() {
                    faults.push(at.fault(format!("`{}` has no option `{offers}`", id.get_ref())));
                }
                option.map(|option| Holds::Offers(field, option))
            }
            (id, Named::Fact) => {
                let var = self.var(&self.named(id.get_ref(), category), at, faults)?;
                let value = case.is.as_deref().unwrap_or_default();
                Some(Holds::Fact(var, self.value(var, value, at, faults)))
            }
            (id, Named::Gate(exit)) => {
                let gates = &self.content.gates;
                let is = |gate: &GateKind| matches!(gate, GateKind::Exit { .. }) == exit;
                let gate = gates.iter().position(|gate| gate.id == *id.get_ref() && is(&gate.kind));
                if gate.is_none() {
                    let sort = if exit { "exit" } else { "stop" };
                    faults.push(at.fault(format!("{sort} `{}` does not exist", id.get_ref())));
                }
                gate.map(Holds::Gate)
            }
            (id, Named::Duration) => {
                let known = self.content.durations.iter().position(|duration| duration.id == *id.get_ref());
                if known.is_none() {
                    faults.push(at.fault(format!("duration `{}` does not exist", id.get_ref())));
                }
                Some(Holds::Takes(known?, case.days.unwrap_or_default()))
            }
            (id, Named::Way) => {
                let from = self.stage(id.get_ref(), at, faults)?;
                let to = self.stage(case.to_stage.as_deref().unwrap_or_default(), at, faults)?;
                Some(Holds::Way(from, to))
            }
        }
    }
}

/// What a case cannot say in one breath.
fn confused(case: &raw::Case) -> Option<&'static str> {
    let asks = case.asks.is_some();
    let (fact, way, takes) = (case.fact.is_some(), case.from_stage.is_some(), case.takes.is_some());
    let named = [asks, fact, case.exits.is_some(), case.stops.is_some(), way, takes];
    if named.into_iter().filter(|named| *named).count() > 1 {
        return Some(
            "a case names two things; expected one of `asks`, `fact`, `exits`, `stops`, `takes` and `from-stage`",
        );
    }
    if case.offers.is_some() && case.shows.is_some() {
        return Some("a case with `offers` and `shows`; expected a case for each");
    }
    let beside = [
        (case.offers.is_some() || case.shows.is_some(), asks),
        (case.is.is_some(), fact),
        (case.to_stage.is_some(), way),
        (case.days.is_some(), takes),
    ];
    let stray = beside.into_iter().any(|(says, of)| says && !of);
    stray.then_some("a key that belongs to another kind of case; expected `offers` and `shows` beside `asks`, `is` beside `fact`, `to-stage` beside `from-stage`, `days` beside `takes`")
}

enum Named {
    Field,
    Fact,
    Gate(bool),
    Duration,
    Way,
}

/// What a case speaks of.
fn what(case: &raw::Case) -> Option<(&Spanned<String>, Named)> {
    let asks = case.asks.as_ref().map(|id| (id, Named::Field));
    let fact = || case.fact.as_ref().map(|id| (id, Named::Fact));
    let exits = || case.exits.as_ref().map(|id| (id, Named::Gate(true)));
    let stops = || case.stops.as_ref().map(|id| (id, Named::Gate(false)));
    let way = || case.from_stage.as_ref().map(|id| (id, Named::Way));
    let takes = || case.takes.as_ref().map(|id| (id, Named::Duration));
    asks.or_else(fact).or_else(exits).or_else(stops).or_else(way).or_else(takes)
}
