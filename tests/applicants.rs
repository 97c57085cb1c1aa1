//! Five hundred applicants who are made up walk through the real binary; an independent reference, computed from the
//! facts of the field, says what each of them must be asked, and every difference is shown.

#[path = "support/applicants/mod.rs"]
mod applicants;
#[path = "support/dossiers.rs"]
mod dossiers;
#[path = "support/robot.rs"]
mod robot;

use std::collections::{HashMap, HashSet};

use applicants::applicant::{Applicant, CATEGORIES, DOMAIN_FILED, Edition, KINDS, PROVINCES, SUBJECT_FILED};
use applicants::golden::{self, Passage};
use robot::{FieldCard, Robot};

const SEED: u64 = 0x00BE_1A44;
const APPLICANTS: u32 = 500;
/// Processes per edition; the store's own fsync is what they wait for.
const PROCESSES: usize = 2;
/// Filings of one user: each turn reads all that its user has.
const FILINGS_EACH: usize = 8;

#[test]
fn five_hundred_applicants_are_asked_what_the_facts_say() {
    let count =
        std::env::var("BEIAN_APPLICANTS").ok().and_then(|count| count.parse().ok()).unwrap_or(APPLICANTS);
    let everybody: Vec<Applicant> = (0..count).map(|number| Applicant::generate(SEED, number)).collect();
    let cards = robot::field_cards();
    let mut differences = Vec::new();
    std::thread::scope(|scope| {
        let mut groups = Vec::new();
        for edition in [Edition::Of2019, Edition::Current] {
            let of_edition: Vec<&Applicant> = everybody.iter().filter(|one| one.edition == edition).collect();
            for group in of_edition.chunks(of_edition.len().div_ceil(PROCESSES)) {
                let (group, cards) = (group.to_vec(), &cards);
                groups.push(scope.spawn(move || {
                    let few = group.chunks(FILINGS_EACH);
                    few.flat_map(|few| walk(cards, edition, few)).collect::<Vec<_>>()
                }));
            }
        }
        for group in groups {
            differences.extend(group.join().expect("a group walks to its end"));
        }
    });
    let shown = differences.join("\n");
    assert!(differences.is_empty(), "{} of {count} applicants differ:\n{shown}", differences.len());
}

#[test]
fn the_applicants_cover_what_can_differ() {
    let everybody: Vec<Applicant> = (0..APPLICANTS).map(|number| Applicant::generate(SEED, number)).collect();
    let seen = |what: fn(&Applicant) -> String| everybody.iter().map(what).collect::<HashSet<_>>().len();
    assert_eq!(seen(|one| format!("{:?} {}", one.edition, one.province.0)), 2 * PROVINCES.len());
    assert_eq!(seen(|one| format!("{:?} {}", one.edition, one.kind)), 2 * KINDS.len());
    let rows = 2 * SUBJECT_FILED.len() * DOMAIN_FILED.len();
    assert_eq!(seen(|one| format!("{:?} {} {}", one.edition, one.subject_filed, one.domain_filed)), rows);
    assert_eq!(seen(|one| format!("{:?} {} {}", one.edition, one.channel, one.language)), 8);
    assert_eq!(seen(|one| format!("{:?} {:?}", one.edition, one.world)), 10);
    let categories =
        everybody.iter().flat_map(|one| one.content.iter().map(|(category, _)| (one.edition, *category)));
    assert_eq!(
        categories.collect::<HashSet<_>>().len(),
        9 + CATEGORIES.len(),
        "the nine of 2019, and all of them now"
    );
}

/// Leads a few through one process, then reads the dossiers, and returns what differs.
fn walk(cards: &HashMap<String, FieldCard>, edition: Edition, few: &[&Applicant]) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let data = folder.path().join("data");
    let (id, now) = match edition {
        Edition::Of2019 => ("2019-09", "2019-10-10T10:00:00+08:00"),
        Edition::Current => ("current", "2026-11-23T10:00:00+08:00"),
    };
    let mut robot = Robot::start(cards, &data, id, now);
    let mut walks: Vec<_> = few.iter().map(|applicant| robot.lead(applicant)).collect();
    robot.stop();
    let references: Vec<&str> = walks.iter().map(|walk| walk.reference.as_str()).collect();
    let face_checks = dossiers::face_checks(&data, now, &references);
    for (walk, face_check) in walks.iter_mut().zip(face_checks) {
        if let Ok(seen) = &mut walk.seen {
            seen.face_check_by = face_check.filter(|_| seen.closed.is_none());
        }
    }
    let compared = few.iter().zip(walks).filter_map(|(applicant, walk)| {
        let expected = golden::expected(applicant);
        let what = match walk.seen {
            Err(stuck) => format!("  stuck: {stuck}\n"),
            Ok(seen) => compare(&expected, &seen)?,
        };
        Some(format!("{applicant:?}\n{what}"))
    });
    compared.collect()
}

/// What differs, or `None`: one line for each side of each part.
fn compare(expected: &Passage, seen: &Passage) -> Option<String> {
    if expected == seen {
        return None;
    }
    let (expected, seen) = (expected.parts(), seen.parts());
    let differing = expected.iter().zip(&seen).filter(|(expected, seen)| expected != seen);
    let lines: Vec<String> =
        differing.map(|(expected, seen)| format!("  expected {expected}\n  seen     {seen}")).collect();
    Some(lines.join("\n"))
}
