//! Nothing idle: every rule, case, period, condition, part of a condition and value that the files name makes a
//! difference to somebody in some world.
//!
//! A piece is idle when the file without it says the same of every filing, on every day and in every edition. It reads
//! as if it meant something, and whoever changes it later changes nothing or, worse, something else than they think.
//! So the piece is taken away in thought, and what is said then is compared with what is said now, over all filings
//! that get as far as the first step that looks at it.

use std::collections::{BTreeMap, BTreeSet};

use biodivine_lib_bdd::Bdd;

use super::Flaw;
use super::asking::{at, used_first};
use super::reach::Reach;
use super::required::{entries_of, step_of};
use super::seen::Seen;
use crate::content::{Condition, Content, Day, Entry, Holds, Period, Spot, Values};

/// Something that stands in the files with a condition and a period.
pub(super) struct Clause<'c> {
    pub(super) when: &'c Condition,
    pub(super) period: Period,
    pub(super) spot: &'c Spot,
    /// The name under which it is seen.
    pub(super) name: String,
    /// What it is called: `this case`.
    pub(super) words: String,
    /// Whether it could be left out altogether.
    pub(super) whole: bool,
    /// The step by which filings are told apart.
    pub(super) step: usize,
    /// Where another thing would be said if it did not hold.
    pub(super) lost: Bdd,
    /// Where another thing would be said if it held as well.
    pub(super) added: Bdd,
}

impl<'c> Clause<'c> {
    /// One that could be left out altogether, with its likes to be told apart from.
    pub(super) fn new(
        reach: &Reach<'_, '_>,
        step: usize,
        when: &'c Condition,
        period: Period,
        spot: &'c Spot,
        words: String,
    ) -> Self {
        let no = reach.pass.space.no();
        Self { when, period, spot, name: at(spot), words, whole: true, step, lost: no.clone(), added: no }
    }

    /// Notes each piece, and whether it makes a difference in this world.
    pub(super) fn look(&self, reach: &Reach<'_, '_>, seen: &mut Seen) {
        let (pass, content) = (reach.pass, reach.pass.space.content);
        let when = pass.holds(self.when);
        let in_force = self.period.covers(pass.space.day);
        let mut note = |piece: &str, words: &str, question: &dyn Fn() -> Bdd| {
            let name = format!("{} idle {piece}", self.name);
            if seen.has(&name) {
                return;
            }
            let counts = self.counts(reach, &question());
            seen.note(name, self.spot, counts, || {
                format!("{} says the same without {words}; expected nothing that changes nothing", self.words)
            });
        };
        if self.whole {
            note("whole", "it", &|| if in_force { when.and(&self.lost) } else { pass.space.no() });
        }
        for (key, wider) in without_key(self.period) {
            let added = !in_force && wider.covers(pass.space.day);
            note(key, &format!("`{key}`"), &|| if added { when.and(&self.added) } else { pass.space.no() });
        }
        if !in_force {
            return;
        }
        for piece in pieces(content, self.when) {
            note(&piece.name, &piece.words, &|| {
                let rest = pass.holds(&piece.rest);
                rest.and_not(&when).and(&self.added).or(&when.and_not(&rest).and(&self.lost))
            });
        }
    }

    /// Whether a difference is somebody's. Answers on request stand outside the checklist and are not told apart.
    fn counts(&self, reach: &Reach<'_, '_>, difference: &Bdd) -> bool {
        let content = reach.pass.space.content;
        reach.fields_of(difference).iter().any(|field| content.fields[*field].on_request)
            || !reach.within(difference, self.step).is_false()
    }
}

/// A period without each of its bounds in turn.
fn without_key(period: Period) -> Vec<(&'static str, Period)> {
    let mut found = Vec::new();
    if period.from.is_some() {
        found.push(("from", Period { from: None, ..period }));
    }
    if period.until.is_some() {
        found.push(("until", Period { until: None, ..period }));
    }
    if period.edition.is_some() {
        found.push(("edition", Period { edition: None, ..period }));
    }
    found
}

/// A piece of a condition, and what the condition is without it.
struct Piece {
    name: String,
    words: String,
    rest: Condition,
}

/// Everything that can be taken from a condition; of what can be put off only values, since a condition on it waits.
fn pieces(content: &Content, when: &Condition) -> Vec<Piece> {
    let mut found = Vec::new();
    if *when != Condition::ALWAYS && !waits(content, when) {
        let words = "its condition".to_owned();
        found.push(Piece { name: "when".to_owned(), words, rest: Condition::ALWAYS });
    }
    inner(content, when, &|rest| rest, "", &mut found);
    found
}

fn inner(
    content: &Content,
    part: &Condition,
    around: &dyn Fn(Condition) -> Condition,
    of: &str,
    found: &mut Vec<Piece>,
) {
    match part {
        Condition::All(parts) => {
            for (number, one) in parts.iter().enumerate() {
                if parts.len() > 1 && !waits(content, one) {
                    let words = format!("{of}{}", named(content, one));
                    let rest = around(Condition::All(without(parts, number)));
                    found.push(Piece { name: format!("{of}part {number}"), words, rest });
                }
                let around = |rest: Condition| around(Condition::All(with(parts, number, rest)));
                inner(content, one, &around, of, found);
            }
        }
        Condition::Any(parts) => {
            for (number, one) in parts.iter().enumerate() {
                let of = format!("{of}alternative {} ", number + 1);
                if parts.len() > 1 {
                    let rest = around(Condition::Any(without(parts, number)));
                    found.push(Piece { name: of.clone(), words: of.trim_end().to_owned(), rest });
                }
                let around = |rest: Condition| around(Condition::Any(with(parts, number, rest)));
                let of = of.trim_end().to_owned() + ": ";
                inner(content, one, &around, &of, found);
            }
        }
        Condition::Is(var, values) => {
            let variable = &content.variables[var.index()];
            let named: Vec<usize> = values.iter().collect();
            for value in named.iter().filter(|_| named.len() > 1) {
                let others = named.iter().filter(|other| *other != value);
                let rest = others.fold(Values::default(), |all, other| all.with(Values::only(*other)));
                let id = &variable.values[*value];
                let words = format!("{of}`{id}` of `{}`", variable.name);
                let name = format!("{of}{} {id}", variable.name);
                found.push(Piece { name, words, rest: around(Condition::Is(*var, rest)) });
            }
        }
    }
}

fn without(parts: &[Condition], number: usize) -> Vec<Condition> {
    let others = parts.iter().enumerate().filter(|(other, _)| *other != number);
    others.map(|(_, part)| part.clone()).collect()
}

fn with(parts: &[Condition], number: usize, instead: Condition) -> Vec<Condition> {
    let mut parts = parts.to_vec();
    parts[number] = instead;
    parts
}

fn named(content: &Content, part: &Condition) -> String {
    match part {
        Condition::Is(var, _) => format!("`{}`", content.variables[var.index()].name),
        Condition::All(_) | Condition::Any(_) => "`any`".to_owned(),
    }
}

/// Whether a condition looks at an answer that can be put off.
fn waits(content: &Content, when: &Condition) -> bool {
    let mut behind = BTreeSet::new();
    when.visit(&mut |var, _| content.fields_behind(var, &mut behind));
    behind.iter().any(|field| !content.fields[*field].later.is_empty())
}

/// A rule among others that are tried in order.
pub(super) struct Ranked<'c, Outcome> {
    pub(super) when: &'c Condition,
    pub(super) period: Period,
    pub(super) spot: &'c Spot,
    pub(super) gives: Outcome,
}

/// Rules that are tried in order: each changes what the later ones would give. Those of an `exclusive` list change it
/// wherever they stand, and never meet.
pub(super) fn ranked<Outcome: Ord + Clone>(
    reach: &Reach<'_, '_>,
    step: usize,
    rules: &[Ranked<'_, Outcome>],
    exclusive: bool,
    words: &str,
    seen: &mut Seen,
    flaws: &mut Vec<Flaw>,
) {
    let pass = reach.pass;
    let day = pass.space.day;
    let holds: Vec<Bdd> = rules.iter().map(|rule| pass.holds(rule.when)).collect();
    let in_force = |number: usize| rules[number].period.covers(day);
    let later = later(reach, rules, &holds, day);
    let mut rest = pass.space.yes();
    for (number, rule) in rules.iter().enumerate() {
        let other = pass.space.yes().and_not(&later[number]);
        let (lost, added) = if exclusive {
            let others = (0..rules.len()).filter(|other| *other != number && in_force(*other));
            let met = others.fold(pass.space.no(), |any, other| any.or(&holds[other]));
            meets(reach, step, rule, &holds[number].and_not(&rest), flaws);
            (other.clone(), other.or(&met))
        } else {
            (rest.and(&other), rest.and(&other))
        };
        let clause = Clause::new(reach, step, rule.when, rule.period, rule.spot, words.to_owned());
        Clause { lost, added, ..clause }.look(reach, seen);
        if in_force(number) {
            rest = rest.and_not(&holds[number]);
        }
    }
}

/// By rule: where those behind it give the same.
fn later<Outcome: Ord + Clone>(
    reach: &Reach<'_, '_>,
    rules: &[Ranked<'_, Outcome>],
    holds: &[Bdd],
    day: Day,
) -> Vec<Bdd> {
    let no = reach.pass.space.no();
    let mut given: BTreeMap<Outcome, Bdd> = BTreeMap::new();
    let mut same = Vec::with_capacity(rules.len());
    for (rule, holds) in rules.iter().zip(holds).rev() {
        same.push(given.get(&rule.gives).cloned().unwrap_or_else(|| no.clone()));
        if rule.period.covers(day) {
            for given in given.values_mut() {
                *given = given.and_not(holds);
            }
            let own = given.entry(rule.gives.clone()).or_insert_with(|| no.clone());
            *own = own.or(holds);
        }
    }
    same.reverse();
    same
}

/// A rule of an exclusive list holds where an earlier one does.
fn meets<Outcome>(
    reach: &Reach<'_, '_>,
    step: usize,
    rule: &Ranked<'_, Outcome>,
    met: &Bdd,
    flaws: &mut Vec<Flaw>,
) {
    let in_force = rule.period.covers(reach.pass.space.day);
    if in_force && !reach.within(met, step).is_false() {
        let what = "this rule holds where an earlier one does; expected rules that exclude each other, as `exclusive` says";
        flaws.push(Flaw::told(rule.spot, what));
    }
}

/// Adds what a world has seen of the rules of all tables and durations.
pub(super) fn rules(reach: &Reach<'_, '_>, seen: &mut Seen, flaws: &mut Vec<Flaw>) {
    let content = reach.pass.space.content;
    for table in &content.tables {
        let Some(first) = table.gives.first() else { continue };
        let ranked_rules: Vec<_> = table
            .rules
            .iter()
            .map(|rule| Ranked {
                when: &rule.when,
                period: rule.period,
                spot: &rule.spot,
                gives: &rule.gives,
            })
            .collect();
        let words = format!("this rule of `{}`", content.variables[first.index()].name);
        let step = used_first(reach, &table.gives);
        ranked(reach, step, &ranked_rules, table.exclusive, &words, seen, flaws);
    }
    for duration in &content.durations {
        let ranked_rules: Vec<_> = duration
            .rules
            .iter()
            .map(|rule| Ranked { when: &rule.when, period: rule.period, spot: &rule.spot, gives: rule.days })
            .collect();
        let words = format!("this rule of `{}`", duration.id);
        ranked(reach, reach.open_count, &ranked_rules, false, &words, seen, flaws);
    }
}

/// No case, and no line of the official list, says what another one of its like says.
pub(super) fn cases<'c>(reach: &Reach<'_, 'c>, seen: &mut Seen) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    let mut alike: BTreeMap<Holds, Vec<Clause<'_>>> = BTreeMap::new();
    for case in &content.cases.cases {
        let step = step_of(reach, case.holds);
        let clause = Clause::new(reach, step, &case.when, case.period, &case.spot, "this case".to_owned());
        alike.entry(case.holds).or_default().push(clause);
    }
    for (holds, clauses) in alike {
        let base = match holds {
            Holds::Offers(field, _) => pass.applies[field].and_not(&pass.withheld[field]),
            Holds::Shows(field, _) => pass.applies[field].clone(),
            Holds::Asks(_) | Holds::Fact(..) | Holds::Gate(_) | Holds::Takes(..) => pass.space.yes(),
            Holds::Way(..) => continue,
        };
        together(reach, &base, clauses, seen);
    }
    for field in 0..content.fields.len() {
        let entries = entries_of(content, field);
        let clause = |entry: &'c Entry| {
            let words = format!("「{}」", entry.label);
            Clause::new(reach, reach.open_count, &entry.when, entry.period, &entry.spot, words)
        };
        together(reach, &pass.space.yes(), entries.map(clause).collect(), seen);
    }
}

/// Clauses that say the same thing, each in its own cases: one is missed where no other says it.
fn together(reach: &Reach<'_, '_>, base: &Bdd, clauses: Vec<Clause<'_>>, seen: &mut Seen) {
    let (pass, day) = (reach.pass, reach.pass.space.day);
    let in_force = |clause: &Clause<'_>| clause.period.covers(day);
    let holds: Vec<Bdd> = clauses
        .iter()
        .map(|clause| if in_force(clause) { pass.holds(clause.when) } else { pass.space.no() })
        .collect();
    for (number, clause) in clauses.into_iter().enumerate() {
        let others = holds.iter().enumerate().filter(|(other, _)| *other != number);
        let alone = others.fold(base.clone(), |alone, (_, other)| alone.and_not(other));
        Clause { lost: alone.clone(), added: alone, ..clause }.look(reach, seen);
    }
}
