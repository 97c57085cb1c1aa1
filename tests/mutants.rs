//! Holds the check of the dialogues to what it claims: changes that break a promise are noticed.
//!
//! Each mutant of `tests/support/mutants` is one change to the shipped files. It is caught when loading gives faults or
//! the proof gives flaws; one that survives must be explained in `tests/mutants/harmless.toml`, and those that do
//! harm are told apart there. A few hundred are drawn by a seed (`BEIAN_SEED` replays them), and the first of each operator
//! is put to the proof where it loads.
//!
//! `BEIAN_MUTANTS=all` puts every one to the proof, plays each conversation that a flaw comes with under the changed
//! dialogues, and looks for explanations that explain nothing any more; `BEIAN_MUTANTS=N` does it to N of each operator,
//! `BEIAN_MUTANTS=NAME,NAME` to all of these operators. `BEIAN_SITE=WORDS` keeps to the sites with these words.

#[path = "support/mutants/mod.rs"]
mod mutants;

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use beian::content::{Content, Files};
use beian::proof::{Flaw, first_flaws};
use beian::transcript::{Script, perform};
use mutants::{Dialogues, Mutant, OPERATORS};
use serde::Deserialize;

/// How many are drawn of each operator that has so many.
const DRAWN_EACH: usize = 4;

/// How many changes of each operator are looked at closely.
const LOOKED_AT_EACH: usize = 12;

/// Of all mutants, in percent: how many are caught at least.
const CAUGHT_MIN: usize = 98;

/// The seed, unless another one is set.
const SEED: u64 = 20_260_302;

/// Which mutants are tried.
enum Choice {
    /// A few of each operator.
    Drawn,
    /// So many of each operator.
    Each(usize),
    /// All of these operators.
    Of(BTreeSet<String>),
    /// Every one.
    All,
}

/// What became of a mutant.
enum Fate {
    CaughtByLoad,
    CaughtByProof,
    Survived,
    Panicked,
    /// It loads, and another one of its operator was put to the proof.
    NotProved,
}

/// A mutant that was tried.
struct Tried {
    fate: Fate,
    /// Conversations that do not go under the changed dialogues as the proof says.
    untrue: Vec<String>,
}

/// Why a survivor does no harm, or why it is not caught.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Explained {
    /// The operators that it speaks of.
    operators: Vec<String>,
    /// The sites; `*` stands for anything.
    sites: Vec<String>,
    why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Explanations {
    #[serde(default)]
    harmless: Vec<Explained>,
    /// Changes that do harm and that nothing notices yet.
    #[serde(default)]
    uncaught: Vec<Explained>,
}

#[test]
fn every_change_that_breaks_a_promise_is_caught() {
    let dialogues = Dialogues::shipped();
    let choice = choice();
    let drawn = draw(mutants::all(&dialogues), &choice);
    let begun = Instant::now();
    let tried = try_all(&dialogues.files, &drawn, &choice);
    say(&format!("{} mutants in {:.1} s", drawn.len(), begun.elapsed().as_secs_f32()));
    print_table(&drawn, &tried);
    let (explanations, mut faults) = explanations();
    let mut used = BTreeSet::new();
    for (mutant, tried) in drawn.iter().zip(&tried) {
        let told = told(mutant);
        match tried.fate {
            Fate::CaughtByLoad | Fate::CaughtByProof | Fate::NotProved => {}
            Fate::Panicked => faults.push(format!("the check panicked: {told}")),
            Fate::Survived => {
                let known: Vec<_> = explaining(&explanations, mutant).collect();
                if known.is_empty() {
                    faults.push(format!("survived unexplained: {told}"));
                }
                used.extend(known);
            }
        }
        faults.extend(tried.untrue.iter().map(|untrue| format!("not true under {told}\n{untrue}")));
    }
    if matches!(choice, Choice::All) {
        faults.extend(unused(&explanations, &used));
        let caught = tried.iter().filter(|tried| tried.fate.is_caught()).count();
        if caught * 100 < drawn.len() * CAUGHT_MIN {
            faults
                .push(format!("{caught} of {} mutants were caught, fewer than {CAUGHT_MIN} %", drawn.len()));
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_operator_changes_something_and_leaves_comments_alone() {
    let dialogues = Dialogues::shipped();
    for (number, mutants) in mutants::all(&dialogues) {
        let name = OPERATORS[number].name;
        assert!(!mutants.is_empty(), "`{name}` finds no site");
        let mut sites = BTreeSet::new();
        let twice: Vec<_> =
            mutants.iter().filter(|mutant| !sites.insert(&mutant.site)).map(|mutant| &mutant.site).collect();
        assert!(twice.is_empty(), "`{name}` has sites that read alike: {twice:#?}");
        let some = mutants.len().div_ceil(LOOKED_AT_EACH);
        for mutant in mutants.iter().step_by(some) {
            let files = mutant.of(&dialogues.files);
            for file in mutant.changed().collect::<BTreeSet<_>>() {
                let (before, after) = (&dialogues.files.0[file], &files.0[file]);
                assert_ne!(before, after, "{name}: {}", mutant.site);
                assert!(comments(before) == comments(after), "comments changed by {name}: {}", mutant.site);
                if file.ends_with("toml") {
                    let read = after.parse::<toml::Table>();
                    assert!(read.is_ok(), "{name}: {}: {}", mutant.site, read.expect_err("just looked at"));
                }
            }
        }
    }
}

/// What is said behind `#`, wherever it stands.
fn comments(text: &str) -> Vec<&str> {
    let said = |line: &str| line.starts_with('#') || line.contains(" # ");
    let mut found: Vec<&str> = text
        .lines()
        .filter(|line| said(line))
        .filter_map(|line| line.split_once('#'))
        .map(|(_, said)| said.trim())
        .collect();
    found.sort_unstable();
    found
}

impl Fate {
    fn is_caught(&self) -> bool {
        matches!(self, Self::CaughtByLoad | Self::CaughtByProof)
    }
}

#[expect(clippy::print_stdout, reason = "a long run tells what it finds as it goes")]
fn say(line: &str) {
    println!("{line}");
}

/// What the environment says of a name, unless it says nothing.
fn set(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn choice() -> Choice {
    let Some(asked) = set("BEIAN_MUTANTS") else { return Choice::Drawn };
    match asked.parse() {
        Ok(each) => Choice::Each(each),
        Err(_) if asked == "all" => Choice::All,
        Err(_) => Choice::Of(asked.split(',').map(str::to_owned).collect()),
    }
}

/// The mutants that are chosen, by operator.
fn draw(all: BTreeMap<usize, Vec<Mutant>>, choice: &Choice) -> Vec<Mutant> {
    let mut state = set("BEIAN_SEED").map_or(SEED, |seed| seed.parse().expect("BEIAN_SEED is a number"));
    if matches!(choice, Choice::Drawn | Choice::Each(_)) {
        say(&format!("BEIAN_SEED={state}"));
    }
    let words = set("BEIAN_SITE").unwrap_or_default();
    let mut drawn = Vec::new();
    for (number, mut mutants) in all {
        mutants.retain(|mutant| mutant.site.contains(&words));
        let each = match choice {
            Choice::Drawn => DRAWN_EACH,
            Choice::Each(each) => *each,
            Choice::All => mutants.len(),
            Choice::Of(names) => mutants.len() * usize::from(names.contains(OPERATORS[number].name)),
        };
        if each >= mutants.len() {
            drawn.append(&mut mutants);
            continue;
        }
        for _ in 0..each {
            let at = next(&mut state) % mutants.len() as u64;
            drawn.push(mutants.swap_remove(usize::try_from(at).expect("a place in a list")));
        }
    }
    drawn
}

/// The next number of the sequence that a seed begins.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// Tries mutants side by side; the answers come in the order of the mutants.
fn try_all(shipped: &Files, mutants: &[Mutant], choice: &Choice) -> Vec<Tried> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let mut first = BTreeSet::new();
    let firsts: Vec<bool> = mutants.iter().map(|mutant| first.insert(mutant.operator)).collect();
    let to_prove = |number: usize| !matches!(choice, Choice::Drawn) || firsts[number];
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((number, mutant)) = {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    mutants.get(number).map(|mutant| (number, mutant))
                } {
                    let tried = attempt(&mutant.of(shipped), || to_prove(number));
                    if matches!(tried.fate, Fate::Survived) {
                        say(&format!("survived: {}", told(mutant)));
                    }
                    done.lock().expect("nothing panics while it holds the list").push((number, tried));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("nothing panics while it holds the list");
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, tried)| tried).collect()
}

fn attempt(files: &Files, to_prove: impl Fn() -> bool) -> Tried {
    let panicked = Tried { fate: Fate::Panicked, untrue: Vec::new() };
    let checked = catch_unwind(AssertUnwindSafe(|| {
        let Ok(content) = files.load() else { return Tried { fate: Fate::CaughtByLoad, untrue: Vec::new() } };
        if !to_prove() {
            return Tried { fate: Fate::NotProved, untrue: Vec::new() };
        }
        let flaws = first_flaws(&content);
        let fate = if flaws.is_empty() { Fate::Survived } else { Fate::CaughtByProof };
        Tried { fate, untrue: untrue(&Arc::new(content), &flaws) }
    }));
    checked.unwrap_or(panicked)
}

/// The flaws whose conversation goes another way under the dialogues that they were found in.
fn untrue(content: &Arc<Content>, flaws: &[Flaw]) -> Vec<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime can be started");
    let mut untrue = Vec::new();
    for flaw in flaws {
        let Some(conversation) = &flaw.conversation else { continue };
        let difference = match Script::read(conversation, content) {
            Err(malformed) => Some(format!("{malformed:?}\n{conversation}")),
            Ok(script) => {
                match catch_unwind(AssertUnwindSafe(|| runtime.block_on(perform(&script, content)))) {
                    Err(_) => Some(format!("the bot panicked\n{conversation}")),
                    Ok(Err(error)) => Some(format!("{error}\n{conversation}")),
                    Ok(Ok(played)) => played.report.difference("conversation"),
                }
            }
        };
        untrue.extend(difference.map(|difference| format!("{}\n{difference}", flaw.fault)));
    }
    untrue
}

/// A mutant in words, with where it stands today.
fn told(mutant: &Mutant) -> String {
    format!("{} {}:{}: {}", mutant.operator, mutant.file, mutant.line, mutant.site)
}

fn print_table(mutants: &[Mutant], tried: &[Tried]) {
    say(&format!(
        "{:<28}{:>7}{:>8}{:>8}{:>10}{:>12}",
        "operator", "sites", "load", "proof", "survived", "not proved"
    ));
    let mut sums = [0; 5];
    let mut promise = None;
    for operator in OPERATORS {
        let own = mutants.iter().zip(tried).filter(|(mutant, _)| mutant.operator == operator.name);
        let mut counts = [0; 5];
        for (_, tried) in own {
            counts[0] += 1;
            match tried.fate {
                Fate::CaughtByLoad => counts[1] += 1,
                Fate::CaughtByProof => counts[2] += 1,
                Fate::Survived | Fate::Panicked => counts[3] += 1,
                Fate::NotProved => counts[4] += 1,
            }
        }
        if counts[0] > 0 {
            if promise.replace(operator.promise) != Some(operator.promise) {
                say(&format!("-- {:?}", operator.promise));
            }
            print_row(operator.name, counts);
        }
        sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
    }
    print_row("all", sums);
}

fn print_row(name: &str, [sites, load, proof, survived, not_proved]: [usize; 5]) {
    say(&format!("{name:<28}{sites:>7}{load:>8}{proof:>8}{survived:>10}{not_proved:>12}"));
}

/// The explanations, and what is wrong with them.
fn explanations() -> (Vec<Explained>, Vec<String>) {
    let text = include_str!("mutants/harmless.toml");
    let read: Explanations = toml::from_str(text).expect("tests/mutants/harmless.toml holds explanations");
    let mut faults = Vec::new();
    let explained: Vec<Explained> = read.harmless.into_iter().chain(read.uncaught).collect();
    for one in &explained {
        let unknown = |name: &&String| OPERATORS.iter().all(|operator| operator.name != name.as_str());
        if let Some(name) = one.operators.iter().find(unknown) {
            faults.push(format!("harmless.toml: there is no operator `{name}`"));
        }
        if one.why.trim().is_empty() {
            faults.push(format!("harmless.toml: {:?} has no `why`", one.sites));
        }
    }
    (explained, faults)
}

/// The explanations of a mutant, each by its place in the file and among the sites that it lists.
fn explaining(explanations: &[Explained], mutant: &Mutant) -> impl Iterator<Item = (usize, usize)> {
    explanations.iter().enumerate().flat_map(move |(n, harmless)| {
        let ours = harmless.operators.iter().any(|name| name == mutant.operator);
        let fits =
            harmless.sites.iter().enumerate().filter(move |(_, site)| ours && matches(site, &mutant.site));
        fits.map(move |(m, _)| (n, m))
    })
}

fn unused(explanations: &[Explained], used: &BTreeSet<(usize, usize)>) -> Vec<String> {
    let mut unused = Vec::new();
    for (n, harmless) in explanations.iter().enumerate() {
        for (m, site) in harmless.sites.iter().enumerate() {
            if !used.contains(&(n, m)) {
                unused.push(format!(
                    "harmless.toml explains what does not survive: {:?} `{site}`",
                    harmless.operators
                ));
            }
        }
    }
    unused
}

/// Whether a site is what the pattern says; `*` stands for anything.
fn matches(pattern: &str, site: &str) -> bool {
    let Some((head, tail)) = pattern.split_once('*') else { return pattern == site };
    let Some(rest) = site.strip_prefix(head) else { return false };
    (0..=rest.len()).filter(|&at| rest.is_char_boundary(at)).any(|at| matches(tail, &rest[at..]))
}
