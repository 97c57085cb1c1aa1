//! What the tests of the kinds share: the shipped lists, and tables of good and bad texts.

use std::sync::LazyLock;

use super::{Given, Kind};
use crate::rules::Lists;
use crate::rules::Provinces;

static PROVINCES: LazyLock<Provinces> = LazyLock::new(|| {
    Provinces::from_toml(include_str!("../../dialogues/rules/provinces.toml"))
        .expect("the shipped provinces load")
});
static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    Lists::from_toml(include_str!("../../dialogues/rules/checks.toml")).expect("the shipped lists load")
});

/// Calls with nothing known beside the day, 2026-03-01.
pub(super) fn with_given(call: impl FnOnce(&Given<'_>)) {
    let today = "2026-03-01".parse().expect("a date");
    call(&Given {
        today,
        rules_on: today,
        provinces: &PROVINCES,
        lists: &LISTS,
        province: None,
        subject_kind: None,
        other: None,
    });
}

/// Checks a kind against texts that must give a value, and texts that must give a reason.
pub(super) fn table(kind: Kind, good: &[(&str, &str)], bad: &[(&str, &str)]) {
    with_given(|given| table_given(kind, given, good, bad));
}

/// As [`table`], with something known.
pub(super) fn table_given(kind: Kind, given: &Given<'_>, good: &[(&str, &str)], bad: &[(&str, &str)]) {
    for (typed, value) in good {
        match kind.check(typed, given) {
            Ok(checked) => assert_eq!(checked.value, *value, "{typed}"),
            Err(refusal) => panic!("{typed}: refused for {} {:?}", refusal.reason, refusal.args),
        }
    }
    for (typed, reason) in bad {
        match kind.check(typed, given) {
            Ok(checked) => panic!("{typed}: taken as {}", checked.value),
            Err(refusal) => assert_eq!(refusal.reason, *reason, "{typed}"),
        }
    }
}

/// The codes of the notes on an accepted text.
pub(super) fn notes(kind: Kind, typed: &str, given: &Given<'_>) -> Vec<&'static str> {
    kind.check(typed, given).expect("an accepted text").notes.iter().map(|note| note.code).collect()
}
