//! Stops, exits, transitions and timers.

use std::collections::{BTreeMap, BTreeSet};

use toml::Value;

use super::super::fault::{Fault, Spot};
use super::super::field::{Gate, GateKind, Step};
use super::super::load::spot;
use super::super::{Timer, TimerClock, TimerStart, Transition, raw};
use super::names::parse_offset;
use super::{Raw, Resolver};

/// The exit that the applicant asks for.
const OWN_EXIT: &str = "cancelled";

impl Resolver {
    /// A gate stands right behind the last question that it depends on.
    pub(super) fn gates(
        &mut self,
        raw: &Raw<'_>,
        order: &BTreeMap<usize, (usize, usize)>,
        faults: &mut Vec<Fault>,
    ) {
        let mut placed: Vec<((usize, usize), usize)> = Vec::new();
        for (file, text, flow) in raw.flows {
            for stop in &flow.stop {
                let at = spot(file, text, stop.id.span().start);
                let reopens = stop.reopens.iter().filter_map(|id| self.field(id, &at, faults)).collect();
                let kind = GateKind::Stop { reopens };
                let gate = (
                    stop.id.get_ref().as_str(),
                    Some(&stop.when),
                    stop.text.as_deref(),
                    stop.source.as_slice(),
                    kind,
                );
                self.gate(gate, at, order, &mut placed, faults);
            }
            for exit in &flow.exit {
                let at = spot(file, text, exit.id.span().start);
                if exit.source.is_none() && exit.id.get_ref() != OWN_EXIT {
                    let id = exit.id.get_ref();
                    faults.push(
                        at.fault(format!("exit `{id}` has no `source`; expected keys of rules/sources.toml")),
                    );
                }
                let kind = GateKind::Exit { reason: exit.reason.clone() };
                let gate = (
                    exit.id.get_ref().as_str(),
                    Some(&exit.when),
                    exit.text.as_deref(),
                    exit.source.as_deref().unwrap_or_default(),
                    kind,
                );
                self.gate(gate, at, order, &mut placed, faults);
            }
        }
        // From the back, so that earlier positions stay true while steps are inserted.
        placed.sort_by_key(|(position, gate)| (*position, std::cmp::Reverse(*gate)));
        for ((stage, step), gate) in placed.into_iter().rev() {
            self.content.steps[stage].insert(step, Step::Gate(gate));
        }
    }

    pub(super) fn gate(
        &mut self,
        (id, when, text, source, kind): (&str, Option<&Value>, Option<&str>, &[String], GateKind),
        at: Spot,
        order: &BTreeMap<usize, (usize, usize)>,
        placed: &mut Vec<((usize, usize), usize)>,
        faults: &mut Vec<Fault>,
    ) {
        let when = self.condition(when, None, &at, faults);
        let text = text.and_then(|name| self.var(name, &at, faults));
        let mut fields = BTreeSet::new();
        when.visit(&mut |var, _| self.content.fields_behind(var, &mut fields));
        let last = fields.iter().filter_map(|field| order.get(field)).max();
        let position = last.map_or((0, 0), |(stage, step)| (*stage, step + 1));
        placed.push((position, self.content.gates.len()));
        self.content.gates.push(Gate {
            id: id.to_owned(),
            when,
            kind,
            text,
            source: source.to_vec(),
            spot: at,
        });
    }

    pub(super) fn transitions(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) {
        for (file, text, flow) in raw.flows {
            for transition in &flow.transition {
                let at = spot(file, text, transition.from.span().start);
                let from = self.stage(transition.from.get_ref(), &at, faults);
                let to = self.stage(&transition.to, &at, faults);
                let when = transition.when.as_ref().map(|when| self.condition(Some(when), None, &at, faults));
                let clears = transition.clears.iter().filter_map(|id| self.stage(id, &at, faults)).collect();
                if let (Some(from), Some(to)) = (from, to) {
                    let event = transition.event.clone();
                    self.content.transitions.push(Transition { from, event, when, to, clears, spot: at });
                }
            }
        }
    }

    /// What starts a timer: `entry`, `silence`, `absence`, a field with a date, or `after` a field.
    fn timer_start(&self, starts: &str, at: &Spot, faults: &mut Vec<Fault>) -> Option<TimerStart> {
        match (starts, starts.strip_prefix("after ")) {
            ("entry", _) => Some(TimerStart::Entry),
            ("silence", _) => Some(TimerStart::Silence),
            ("absence", _) => Some(TimerStart::Absence),
            (_, Some(field)) => self.field(field, at, faults).map(TimerStart::After),
            (field, None) => self.field(field, at, faults).map(TimerStart::Date),
        }
    }

    pub(super) fn timers(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) {
        for (file, text, flow) in raw.flows {
            for timer in &flow.timer {
                let at = spot(file, text, timer.id.span().start);
                let before = faults.len();
                let clock = self.clock(timer, &at, faults);
                self.whole &= faults.len() == before;
                if let Some(clock) = clock {
                    let (id, source) = (timer.id.get_ref().clone(), timer.source.clone());
                    self.content.timers.push(Timer { id, clock, source, spot: at });
                }
            }
        }
    }

    /// When a timer starts, fires and ends; `None`: it cannot start.
    pub(super) fn clock(&self, timer: &raw::Timer, at: &Spot, faults: &mut Vec<Fault>) -> Option<TimerClock> {
        let mut offset = |offset: &String| parse_offset(offset, at, faults);
        let offsets = timer.at.iter().filter_map(&mut offset).collect();
        let limit = timer.limit.as_ref().and_then(&mut offset);
        let every = timer.every.as_ref().and_then(&mut offset);
        let erases = timer.erases.as_ref().and_then(&mut offset);
        let done = timer.done.as_ref().and_then(|[field, option]| {
            let number = self.field(field, at, faults)?;
            if !self.content.fields[number].options.iter().any(|known| known.id == *option) {
                faults.push(at.fault(format!("`{field}` has no option `{option}`")));
            }
            Some((number, option.clone()))
        });
        Some(TimerClock {
            stage: timer.stage.as_deref().and_then(|id| self.stage(id, at, faults)),
            when: self.condition(timer.when.as_ref(), None, at, faults),
            lead: timer.lead.as_deref().and_then(|name| self.var(name, at, faults)),
            at: offsets,
            every,
            times: timer.times,
            limit,
            until: timer.until.as_deref().and_then(|id| self.field(id, at, faults)),
            done,
            by_hand: timer.by_hand,
            erases,
            starts: self.timer_start(&timer.starts, at, faults)?,
        })
    }
}
