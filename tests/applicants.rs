//! Five hundred applicants who are made up walk through the real binary; an independent reference, computed from the
//! facts of the field, says what each of them must be asked, and every difference is shown.

#[path = "support/applicants/mod.rs"]
mod applicants;
#[path = "support/robot.rs"]
mod robot;

use std::collections::{HashMap, HashSet};
use std::path::Path;

use applicants::applicant::{Applicant, CATEGORIES, DOMAIN_FILED, Edition, KINDS, PROVINCES, SUBJECT_FILED};
use applicants::golden::{self, Passage};
use robot::{FieldCard, Robot};

const SEED: u64 = 0x00BE_1A44;
const APPLICANTS: u32 = 500;
/// Processes per edition; the store's own fsync is what they wait for.
const PROCESSES: usize = 2;

#[test]
fn five_hundred_applicants_are_asked_what_the_facts_say() {
    let count = std::env::var("BEIAN_APPLICANTS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(APPLICANTS);
    let everybody: Vec<Applicant> = (0..count)
        .map(|number| Applicant::generate(SEED, number))
        .collect();
    let cards = robot::field_cards();
    let mut differences = Vec::new();
    std::thread::scope(|scope| {
        let mut groups = Vec::new();
        for edition in [Edition::Of2019, Edition::Current] {
            let of_edition: Vec<&Applicant> = everybody.iter().filter(|one| one.edition == edition).collect();
            for group in of_edition.chunks(of_edition.len().div_ceil(PROCESSES)) {
                let (group, cards) = (group.to_vec(), &cards);
                groups.push(scope.spawn(move || walk(cards, edition, &group)));
            }
        }
        for group in groups {
            differences.extend(group.join().expect("a group walks to its end"));
        }
    });
    let shown = differences.join("\n");
    assert!(
        differences.is_empty(),
        "{} of {count} applicants differ:\n{shown}",
        differences.len()
    );
}

#[test]
fn the_applicants_cover_what_can_differ() {
    let everybody: Vec<Applicant> = (0..APPLICANTS)
        .map(|number| Applicant::generate(SEED, number))
        .collect();
    let seen = |what: fn(&Applicant) -> String| everybody.iter().map(what).collect::<HashSet<_>>().len();
    assert_eq!(
        seen(|one| format!("{:?} {}", one.edition, one.province.0)),
        2 * PROVINCES.len()
    );
    assert_eq!(
        seen(|one| format!("{:?} {}", one.edition, one.kind)),
        2 * KINDS.len()
    );
    let rows = 2 * SUBJECT_FILED.len() * DOMAIN_FILED.len();
    assert_eq!(
        seen(|one| format!("{:?} {} {}", one.edition, one.subject_filed, one.domain_filed)),
        rows
    );
    assert_eq!(
        seen(|one| format!("{:?} {} {}", one.edition, one.channel, one.language)),
        8
    );
    assert_eq!(seen(|one| format!("{:?} {:?}", one.edition, one.world)), 10);
    let categories = everybody
        .iter()
        .flat_map(|one| one.content.iter().map(|(category, _)| (one.edition, *category)));
    assert_eq!(categories.collect::<HashSet<_>>().len(), 2 * CATEGORIES.len());
}

/// Leads a group through one process, then reads the dossiers, and returns what differs.
fn walk(cards: &HashMap<String, FieldCard>, edition: Edition, group: &[&Applicant]) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let data = folder.path().join("data");
    let (id, now) = match edition {
        Edition::Of2019 => ("2019-09", "2019-10-10T10:00:00+08:00"),
        Edition::Current => ("current", "2026-11-23T10:00:00+08:00"),
    };
    let mut robot = Robot::start(cards, &data, id, now);
    let mut walks: Vec<_> = group.iter().map(|applicant| robot.lead(applicant)).collect();
    robot.stop();
    for walk in &mut walks {
        if let Ok(seen) = &mut walk.seen {
            seen.face_check_by = if seen.closed.is_none() {
                face_check_by(&data, &walk.reference)
            } else {
                None
            };
        }
    }
    let compared = group.iter().zip(walks).filter_map(|(applicant, walk)| {
        let expected = golden::expected(applicant);
        let what = match walk.seen {
            Err(stuck) => format!("  stuck: {stuck}\n"),
            Ok(seen) => compare(&expected, &seen)?,
        };
        Some(format!("{applicant:?}\n{what}"))
    });
    compared.collect()
}

fn face_check_by(data: &Path, reference: &str) -> Option<String> {
    let printed = std::process::Command::new(env!("CARGO_BIN_EXE_beian"))
        .args(["dossier", reference, "--format", "json", "--data"])
        .arg(data)
        .output()
        .expect("the binary runs");
    let dossier: serde_json::Value = serde_json::from_slice(&printed.stdout).ok()?;
    dossier["face-check"].as_str().map(str::to_owned)
}

/// The lines of a passage that differ, or `None`.
fn compare(expected: &Passage, seen: &Passage) -> Option<String> {
    let lines = |passage: &Passage| {
        format!("{passage:#?}")
            .lines()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    if expected == seen {
        return None;
    }
    let (left, right) = (lines(expected), lines(seen));
    let only = |these: &[String], those: &[String], sign: char| -> String {
        let missing = these.iter().filter(|line| !those.contains(line));
        missing
            .map(|line| format!("  {sign} {}\n", line.trim()))
            .collect()
    };
    Some(format!(
        "{}{}  expected stages {:?}\n  seen     stages {:?}\n",
        only(&left, &right, '-'),
        only(&right, &left, '+'),
        expected.stages,
        seen.stages
    ))
}
