//! The proof: what must hold of loaded dialogues for every filing there can be, and not only for those that were tried.
//!
//! # What is proved
//!
//! For both languages, in every edition, and on every day on which other rules begin to hold ([`worlds`]):
//!
//! - **completes** ([`asking`], [`lifecycle`]): every question can be answered wherever it is asked; every stop can be got
//!   past by answering anew what it reopens ([`anew`]); from every stage an end can be reached, nobody who has answered
//!   everything is left with nothing, and no stage is entered again with answers of the time before. Help, back,
//!   edit, cancel, another language and a person are tried on the real core wherever a filing can stand
//!   ([`everywhere`]).
//! - **asks right** ([`required`]): who hands in was asked what `official.toml` lists for this very case, and everything
//!   else holds in the cases of `cases.toml` and in no others. Every condition, and every part of it, is true
//!   somewhere and false somewhere; every choice is offered, every value read, every rule used somewhere ([`seen`]);
//!   nothing that the files name could be left out and the same be said ([`idle`]).
//! - **edit-sound** ([`edits`], [`ledger`]): an answer is asked again after exactly those changes that put it in question.
//! - **deliverable** ([`delivered`]), **guarded** ([`asking`]: nothing personal without consent), **covered** ([`seen`];
//!   sources and days are looked at when the files are loaded), **told apart** ([`meant`]: what is typed means one option).
//!
//! # How, and why that is sound
//!
//! A conversation has some 10²⁵ courses; none is tried. The core derives where a filing stands in one pass over the
//! steps, in which every condition looks back only ([`crate::dialogue::View`]). So whether a field applies, whether an
//! option is offered, what a fact is and where a gate stands are functions of the answers before; [`pass`] works them out
//! for all answers at once, as binary decision diagrams over the ways to answer each field ([`space`]). A typed answer
//! counts by what conditions can read from it, which is finite, and is stood for by made-up texts that the real
//! checks read; free text decides nothing. What holds of a function holds of every filing: a diagram that is false
//! has no exception, and one that is not gives one of few answers ([`witness`]).
//!
//! The diagram of all conversations together has millions of nodes, while each question is about a few answers. So a
//! question is put to its cone only ([`reach`]): the answers that it looks at, those that the rules of their asking
//! look at, and all gates on the way. That loses nothing, because what is outside the cone is not looked at by it, and
//! can always be answered, which is one of the things proved.
//!
//! An applicant also stands where something was put off, asked again or never answered. Conditions are
//! three-valued and never turn from true to false as more becomes known, so what is asked with some answers open is
//! asked as well once they are given; the first open field of the pass has everything before it known, or put off.
//! So what holds of complete beginnings holds of those. It would not hold of what is offered, of a kind that another
//! answer names, and of consent: whatever needs one of these waits for it, and consent is never put off ([`asking`]).
//!
//! That the diagrams say what the core does is tested: every answer in three provinces tried one by one on the core gives
//! the same number of situations at every question and gate (`brute`), and whatever the diagrams can reach the core is
//! led to ([`everywhere`]).

mod anew;
mod asking;
#[cfg(test)]
mod brute;
mod count;
mod delivered;
mod edits;
mod everywhere;
mod idle;
mod ledger;
mod lifecycle;
mod listed;
mod meant;
mod pass;
mod reach;
mod required;
mod seen;
mod space;
mod witness;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use biodivine_lib_bdd::Bdd;
use chrono::NaiveDate;

pub use self::count::{Counts, count};
use self::meant::Alike;
use self::pass::Pass;
use self::reach::Reach;
use self::seen::Seen;
use self::space::Space;
use self::witness::Goal;
use crate::content::{Content, Day, Edition, Fault, Spot};

/// What the proof found.
#[derive(Debug, Default)]
pub struct Proof {
    /// What does not hold; none: the dialogues are proved.
    pub flaws: Vec<Flaw>,
    /// How much was looked at.
    pub extent: Extent,
}

impl Proof {
    /// What does not hold, without the conversations.
    #[must_use]
    pub fn faults(self) -> Vec<Fault> {
        self.flaws.into_iter().map(|flaw| flaw.fault).collect()
    }
}

/// How much a proof looked at.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Editions, each on every day on which other rules begin to hold.
    pub worlds: usize,
    /// What was to be seen somewhere: conditions true and false, choices offered, rules that decide.
    pub seen: usize,
}

/// A promise that the dialogues do not keep.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Flaw {
    /// Something was seen nowhere, or changes nothing: it may only follow from another flaw.
    pub may_follow: bool,
    /// Where it comes from, and what was expected.
    pub fault: Fault,
    /// A short conversation that shows it, as a transcript; none: no conversation is needed to see it.
    pub conversation: Option<String>,
}

impl Flaw {
    fn told(spot: &Spot, what: impl Into<String>) -> Self {
        Self { may_follow: false, fault: spot.fault(what), conversation: None }
    }

    /// A flaw with the conversation that leads to it.
    fn shown(reach: &Reach<'_, '_>, spot: &Spot, what: String, found: &Bdd, goal: Goal) -> Self {
        let conversation = witness::transcript(reach, found, goal, &format!("Here {what}."));
        Self { may_follow: false, fault: spot.fault(what), conversation }
    }
}

/// Proves loaded dialogues: all flaws at once, those that may follow from others last, each in the order of the files.
#[must_use]
pub fn prove(content: &Content) -> Proof {
    run(content, false)
}

/// The first flaws that are found, for those who need to know no more than that there are some; none: the dialogues
/// are proved.
#[must_use]
pub fn first_flaws(content: &Content) -> Vec<Flaw> {
    run(content, true).flaws
}

fn run(content: &Content, hurry: bool) -> Proof {
    let worlds = worlds(content);
    let mut all = Found { hurry, ..Found::default() };
    delivered::all(content, &mut all.flaws);
    ledger::all(content, &mut all.flaws);
    listed::all(content, &mut all.flaws);
    let alike = meant::all(content, &mut all.flaws);
    if all.is_done() {
        return all.into_proof(worlds.len());
    }
    let next = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(worlds.len());
    let work = || {
        let mut found = Found { hurry, ..Found::default() };
        // Each thread takes the next world, so that none waits for another.
        while let Some(day) = worlds.get(next.fetch_add(1, Ordering::Relaxed)) {
            look(content, *day, &alike, &mut found);
            if found.is_done() {
                next.store(worlds.len(), Ordering::Relaxed);
            }
        }
        found
    };
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        for thread in running {
            match thread.join() {
                Ok(found) => all.join(found),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    });
    all.into_proof(worlds.len())
}

/// What was found so far.
#[derive(Debug, Default)]
struct Found {
    seen: Seen,
    flaws: Vec<Flaw>,
    /// One flaw is enough.
    hurry: bool,
    /// There was no room to go on: the one thing that is certain.
    overflowed: Option<Flaw>,
}

impl Found {
    fn is_done(&self) -> bool {
        self.overflowed.is_some() || self.hurry && !self.flaws.is_empty()
    }

    fn join(&mut self, other: Self) {
        self.seen.join(other.seen);
        self.flaws.extend(other.flaws);
        self.overflowed = self.overflowed.take().or(other.overflowed);
    }

    fn into_proof(mut self, worlds: usize) -> Proof {
        let extent = Extent { worlds, seen: self.seen.count() };
        if let Some(flaw) = self.overflowed {
            return Proof { flaws: vec![flaw], extent };
        }
        let missing = self.seen.missing();
        self.flaws.extend(missing.map(|fault| Flaw { may_follow: true, fault, conversation: None }));
        self.flaws.sort();
        self.flaws.dedup_by(|one, other| one.fault == other.fault);
        Proof { flaws: self.flaws, extent }
    }
}

/// Every edition on every day on which other rules begin to hold, from the day of the oldest edition on: days to come
/// are proved before they come.
fn worlds(content: &Content) -> Vec<Day> {
    let fixed = content.editions.iter().filter_map(|edition| edition.date);
    let oldest = fixed.min().unwrap_or(content.provinces.checked_on);
    let tables = content.tables.iter().flat_map(|table| &table.rules).map(|rule| rule.period);
    let options = content.fields.iter().flat_map(|field| &field.options).map(|option| option.period);
    let durations = content.durations.iter().flat_map(|duration| &duration.rules).map(|rule| rule.period);
    let entries = content.official.entries.iter().map(|entry| entry.period);
    let cases = content.cases.cases.iter().map(|case| case.period);
    let typed = content.cases.typed.iter().map(|typed| typed.period);
    let periods = tables.chain(options).chain(durations).chain(entries).chain(cases).chain(typed);
    let changes = periods.flat_map(|period| [period.from, period.until]).flatten();
    let mut days: BTreeSet<NaiveDate> = changes.chain(content.lists.changes()).collect();
    days.extend([oldest, content.provinces.checked_on]);
    let days: Vec<NaiveDate> = days.into_iter().filter(|day| *day >= oldest).collect();
    let of_edition = |(number, edition): (usize, &Edition)| -> Vec<Day> {
        let days = edition.date.map_or_else(|| days.clone(), |date| vec![date]);
        days.into_iter().map(|date| Day { date, edition: number }).collect()
    };
    let mut worlds: Vec<Day> = content.editions.iter().enumerate().flat_map(of_edition).collect();
    // What is in force now comes first.
    worlds.sort_by_key(|day| *day != today(content, day.edition));
    worlds
}

/// The day of an edition; of one without a day of its own, the day on which the dialogues were checked.
fn today(content: &Content, edition: usize) -> Day {
    Day { date: content.editions[edition].date.unwrap_or(content.provinces.checked_on), edition }
}

/// Looks at one world.
fn look(content: &Content, day: Day, alike: &[Alike], found: &mut Found) {
    let space = Space::new(content, day);
    work(&space, alike, found);
    if space.overflowed() {
        found.overflowed = Some(tangled(content));
    }
}

/// Some diagram has become too large to go on.
fn tangled(content: &Content) -> Flaw {
    let looks = |field: &usize| {
        let places = content.places.iter().filter(|place| place.field == *field);
        let mut behind = BTreeSet::new();
        places.for_each(|place| place.when.visit(&mut |var, _| content.fields_behind(var, &mut behind)));
        behind.len()
    };
    let most = (0..content.fields.len()).max_by_key(looks).unwrap_or_default();
    let spot = content.fields.get(most).map(|field| field.spot.clone()).unwrap_or_default();
    Flaw::told(
        &spot,
        "too much hangs together to be proved; expected conditions that look at fewer answers: most of all here",
    )
}

/// Proves one world, as far as there is room.
fn work(space: &Space<'_>, alike: &[Alike], found: &mut Found) {
    let (content, day) = (space.content, space.day);
    let pass = Pass::new(space);
    let reach = Reach::new(&pass);
    if space.overflowed() {
        return;
    }
    ledger::typed(content, day, &mut found.flaws);
    required::all(&reach, &mut found.seen, &mut found.flaws);
    if found.is_done() {
        return;
    }
    meant::together(&reach, alike, &mut found.flaws);
    asking::all(&reach, &mut found.seen, &mut found.flaws);
    if found.is_done() {
        return;
    }
    idle::rules(&reach, &mut found.seen, &mut found.flaws);
    idle::cases(&reach, &mut found.seen);
    edits::effects(&reach, &mut found.seen);
    let entered = lifecycle::all(&reach, &mut found.seen, &mut found.flaws);
    // The core behaves alike on all days; it is asked on one of each edition.
    if day == today(content, day.edition) && !found.is_done() {
        everywhere::all(&reach, &entered, &mut found.flaws);
    }
}
