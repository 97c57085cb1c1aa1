//! People in the middle of a filing when the dialogues change: nobody is stranded, nothing valid is lost, nothing is asked
//! twice, and the plan told before what was asked after.
//!
//! What is expected is written beside each release by hand (`releases.rs`): which answers it takes away, and which
//! fields it adds, by the values of a filing. `BEIAN_FILINGS` widens, `BEIAN_SEED` replays.

#[path = "support/binary.rs"]
mod binary;
#[path = "migration/releases.rs"]
mod releases;
#[path = "migration/rules_by_date.rs"]
mod rules_by_date;
#[path = "migration/said.rs"]
mod said;
#[path = "migration/stores.rs"]
mod stores;
#[path = "migration/wanderer.rs"]
mod wanderer;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use beian::content::{Content, shipped};
use beian::dialogue::{Dossier, Event, Former, Plan, Status, Value, View};
use releases::{Release, releases};
use wanderer::{End, Wanderer, number};

/// What happened to all filings under one release.
#[derive(Default)]
struct Tally {
    filings: usize,
    asked: usize,
    extra: usize,
    exact: usize,
    kept: usize,
    ends: BTreeMap<String, usize>,
}

#[test]
fn filings_in_the_middle_survive_a_release() {
    let (seed, count) = (number("BEIAN_SEED", 1), number("BEIAN_FILINGS", 300));
    let (old, releases) = (Arc::new(shipped()), releases());
    let former: Vec<Former> =
        releases.iter().map(|release| Former::new(Arc::clone(&old), &release.content)).collect();
    // Two at a time: so many machines have two cores at least.
    let halves: Vec<BTreeMap<&str, Tally>> = std::thread::scope(|scope| {
        let half = |first: u64| {
            let (old, releases, former) = (&old, &releases, &former);
            scope.spawn(move || {
                let mut tallies = BTreeMap::new();
                for n in (first..count).step_by(2) {
                    let number = usize::try_from(n / 2).expect("small") % releases.len();
                    let release = &releases[number];
                    let filing = Wanderer::begin(old, seed.wrapping_mul(1_000_003).wrapping_add(n));
                    let tally: &mut Tally = tallies.entry(release.name).or_default();
                    check(&filing, old, (release, &former[number]), tally, &format!("seed {seed}, {n}"));
                }
                tallies
            })
        };
        let halves = [half(0), half(1)];
        halves.map(|half| half.join().expect("the other half is in order")).into()
    });
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for (name, half) in halves.into_iter().flatten() {
        let tally = tallies.entry(name).or_default();
        tally.filings += half.filings;
        tally.asked += half.asked;
        tally.extra += half.extra;
        tally.exact += half.exact;
        tally.kept += half.kept;
        half.ends.into_iter().for_each(|(end, count)| *tally.ends.entry(end).or_default() += count);
    }
    let told = |(name, tally): (&&str, &Tally)| {
        let Tally { filings, asked, extra, exact, kept, ends } = tally;
        format!(
            "{name}: {filings} filings, stranded 0, {kept} answers kept, {extra} extra questions for {asked} filings, \
             foretold to the field for {exact}; {ends:?}"
        )
    };
    println!("{}", tallies.iter().map(told).collect::<Vec<_>>().join("\n"));
    let all: usize = tallies.values().map(|tally| tally.ends.get("complete").copied().unwrap_or(0)).sum();
    assert!(all * 4 > usize::try_from(count).expect("small"), "too few filings came to their end");
    assert!(tallies.values().filter(|tally| tally.asked > 0).count() > 3, "the releases asked for nothing");
}

/// The counted answers of a filing, by id.
fn counted(view: &View<'_>) -> BTreeMap<String, Value> {
    let answers = (0..view.content.fields.len()).filter_map(|number| {
        Some((view.content.fields[number].id.clone(), view.answer(number)?.value.clone()))
    });
    answers.collect()
}

fn check(
    before: &Wanderer,
    old: &Content,
    (release, former): (&Release, &Former),
    tally: &mut Tally,
    told: &str,
) {
    let told = &format!("{told}, {}", release.name);
    let new = &release.content;
    let filing = before.filing();
    let plan = Plan::of(filing, Some(former), new, before.around.now);
    assert!(!plan.stranded, "{told}: stranded at {:?}", before.asks(old));
    let (had, open) = {
        let view = View::new(old, filing, before.around.now);
        let status = view.status.iter().zip(&old.fields);
        let open: BTreeSet<String> = status
            .filter(|(status, _)| **status == Status::Open)
            .map(|(_, field)| field.id.clone())
            .collect();
        (counted(&view), open)
    };
    let mut stayed = before.clone();
    let end_old = stayed.walk(old, told);
    let mut moved = before.clone();
    moved.take(new, &Event::Arrived);
    let end_new = moved.walk(new, told);
    tally.filings += 1;
    *tally.ends.entry(end_new.to_string()).or_default() += 1;

    // Nothing is asked twice that was not asked twice before.
    let named = |id: &String| release.names.field(id);
    let twice_old: BTreeSet<String> = stayed.twice().iter().map(named).collect();
    let twice_new = moved.twice();
    let reopened = |id: &String| moved.reopened.contains(id);
    let twice: Vec<&String> =
        twice_new.iter().filter(|id| !twice_old.contains(*id) && !reopened(id)).collect();
    assert!(twice.is_empty(), "{told}: asked twice {twice:?}");

    let asked_old: BTreeSet<String> = stayed.asked.iter().map(named).collect();
    let asked_new: BTreeSet<String> = moved.asked.iter().cloned().collect();
    let extra: BTreeSet<String> = asked_new.difference(&asked_old).cloned().collect();
    let certain: BTreeSet<String> = plan.extra().map(str::to_owned).collect();
    tally.extra += extra.len();
    tally.asked += usize::from(!extra.is_empty());

    // By hand: what was taken away, and what was added.
    // An answer that waits for another one may count again, so it may be taken away as well.
    let kept = filing.answers.iter().filter(|(_, answer)| answer.reopened.is_none());
    let kept: BTreeMap<String, Value> = kept.map(|(id, answer)| (id.clone(), answer.value.clone())).collect();
    let may: BTreeSet<String> = (release.taken)(&kept).into_iter().map(|id| named(&id.to_owned())).collect();
    let taken: BTreeSet<String> = (release.taken)(&had).into_iter().map(|id| named(&id.to_owned())).collect();
    let added: BTreeSet<String> = (release.added)(&had).into_iter().map(|id| named(&id.to_owned())).collect();
    if moved.stops == 0 && stayed.stops == 0 {
        let unheard: Vec<&String> =
            extra.iter().filter(|id| !may.contains(*id) && !added.contains(*id)).collect();
        assert!(unheard.is_empty(), "{told}: asked for no reason: {unheard:?}");
    }
    // The plan foretold it.
    if moved.stops == 0 {
        let untold: Vec<&String> =
            extra.iter().filter(|id| !certain.contains(*id) && !plan.perhaps.contains(*id)).collect();
        assert!(untold.is_empty(), "{told}: not foretold: {untold:?}; the plan was {:?}", plan.changes);
        if end_new == End::Complete && end_old == End::Complete {
            let vain: Vec<&String> = certain.iter().filter(|id| !extra.contains(*id)).collect();
            assert!(vain.is_empty(), "{told}: foretold, and not asked: {vain:?}");
            let missed: Vec<&String> = taken.iter().filter(|id| !asked_new.contains(*id)).collect();
            assert!(missed.is_empty(), "{told}: no more valid, and not asked: {missed:?}");
        }
    }
    // With the later answers of the examples, what was foretold is exactly what was asked.
    let forecast = Plan::forecast(filing, former, new, before.around.now);
    assert_eq!(forecast.as_ref(), Some(&extra), "{told}: foretold, and asked");
    tally.exact += 1;
    // What was valid is there, under its new name.
    let view = View::new(new, moved.filing(), moved.around.now);
    let then = View::new(old, stayed.filing(), stayed.around.now);
    let idle = (release.idle)(&had);
    for (id, value) in &had {
        let id_new = named(id);
        if taken.contains(&id_new) || asked_old.contains(&id_new) || asked_new.contains(&id_new) {
            continue;
        }
        let Some(stored) = moved.filing().answers.get(&id_new).filter(|_| !open.contains(id)) else {
            // What became personal is not kept of who agreed to nothing being kept.
            let declined = had.get("consent") == Some(&Value::One("decline".to_owned()));
            if declined && new.field(&id_new).is_some_and(|field| field.personal) {
                continue;
            }
            // Only what the world did is used up, under the old dialogues as under the new.
            assert!(!stayed.filing().answers.contains_key(id), "{told}: `{id_new}` is gone");
            continue;
        };
        assert_eq!(stored.value, release.names.value(&id_new, value), "{told}: `{id_new}` is another");
        if let Some(number) = new.field_number(&id_new) {
            let idle = idle.contains(&id.as_str());
            let status = view.status[number];
            let counts = matches!(status, Status::Answered | Status::Implied(_));
            let then = old.field_number(id).map(|number| then.status[number]);
            assert!(
                counts || idle || then != Some(Status::Answered),
                "{told}: `{id_new}` does not count: {status:?}"
            );
        }
        tally.kept += 1;
    }
    // What is gone from the dialogues is nowhere to be seen.
    if end_new == End::Complete {
        let dossier = Dossier::of(&view);
        let missing = dossier.lines.iter().filter(|line| line.state == "missing").map(|line| &line.label);
        assert!(dossier.complete, "{told}: the dossier misses {:?}", missing.collect::<Vec<_>>());
    }
}
