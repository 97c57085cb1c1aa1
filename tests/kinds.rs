//! Every kind of answer against thousands of good and bad texts, and the check characters against every slip of
//! one character.

#[path = "support/generate/mod.rs"]
mod generate;

use std::sync::LazyLock;

use beian::kind::{Given, Kind};
use beian::rules::Lists;
use beian::rules::Provinces;
use generate::Dice;

static PROVINCES: LazyLock<Provinces> = LazyLock::new(|| {
    Provinces::from_toml(include_str!("../dialogues/rules/provinces.toml"))
        .expect("the shipped provinces load")
});
static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    Lists::from_toml(include_str!("../dialogues/rules/checks.toml")).expect("the shipped lists load")
});

const CASES: usize = 10_000;

fn given() -> Given<'static> {
    let today = "2026-03-01".parse().expect("a date");
    Given {
        today,
        rules_on: today,
        provinces: &PROVINCES,
        lists: &LISTS,
        province: None,
        subject_kind: None,
        other: None,
    }
}

#[test]
fn good_answers_are_accepted_in_their_canonical_form() {
    for (seed, kind) in (1..).zip(Kind::ALL) {
        let mut dice = Dice::new(seed);
        for case in 0..CASES {
            let (typed, value) = generate::good(kind.id(), &mut dice);
            match kind.check(&typed, &given()) {
                Ok(checked) => assert_eq!(checked.value, value, "{} {case}: {typed:?}", kind.id()),
                Err(refusal) => panic!("{} {case}: {typed:?} refused for {}", kind.id(), refusal.reason),
            }
        }
    }
}

#[test]
fn bad_answers_are_refused_for_the_right_reason() {
    for (seed, kind) in (101..).zip(Kind::ALL) {
        let mut dice = Dice::new(seed);
        for case in 0..CASES {
            let (typed, reason) = generate::bad(kind.id(), &mut dice);
            match kind.check(&typed, &given()) {
                Ok(checked) => panic!("{} {case}: {typed:?} taken as {}", kind.id(), checked.value),
                Err(refusal) => assert_eq!(refusal.reason, reason, "{} {case}: {typed:?}", kind.id()),
            }
            assert!(kind.reasons().contains(&reason), "{}: {reason} is not listed", kind.id());
        }
    }
}

/// The slips of a good number are refused, but for those swaps that the standard itself cannot see.
fn check_slips(
    kind: Kind,
    alphabet: &str,
    make: fn(&mut Dice) -> String,
    standard_accepts: fn(&str) -> bool,
) {
    let changes_may_pass = kind == Kind::OrganisationCode;
    let mut dice = Dice::new(7);
    let mut swaps_caught = 0;
    for _ in 0..100 {
        let number = make(&mut dice);
        assert!(kind.check(&number, &given()).is_ok(), "{number}");
        for changed in generate::single_changes(&number, alphabet) {
            let passes = kind.check(&changed, &given()).is_ok();
            assert!(
                !passes || (changes_may_pass && standard_accepts(&changed)),
                "{number} changed to {changed}"
            );
        }
        for swapped in generate::adjacent_swaps(&number) {
            if !standard_accepts(&swapped) {
                swaps_caught += 1;
                assert!(kind.check(&swapped, &given()).is_err(), "{number} swapped to {swapped}");
            }
        }
    }
    assert!(swaps_caught > 500, "{}: only {swaps_caught} swaps", kind.id());
}

#[test]
fn no_slip_of_a_resident_id_passes() {
    let accepts = |number: &str| {
        let (body, check) = number.split_at(17);
        !body.contains('X') && check.starts_with(generate::resident_check(body))
    };
    check_slips(Kind::ResidentId, "0123456789X", generate::resident_id, accepts);
}

#[test]
fn no_slip_of_an_organisation_code_passes() {
    let accepts = |code: &str| code[8..].starts_with(generate::organisation_check(&code[..8]));
    check_slips(
        Kind::OrganisationCode,
        "0123456789ABCDEFGHJKLMNPQRTUWXY",
        generate::organisation_code,
        accepts,
    );
}

#[test]
fn no_slip_of_a_credit_code_passes() {
    let accepts = |code: &str| {
        code[17..].starts_with(generate::credit_check(&code[..17]))
            && code[16..].starts_with(generate::organisation_check(&code[8..16]))
    };
    check_slips(Kind::CreditCode, "0123456789ABCDEFGHJKLMNPQRTUWXY", generate::credit_code, accepts);
}

#[test]
fn a_flood_of_text_is_cheap() {
    let floods = ["1".repeat(100_000), "\u{200B}".repeat(33_000), "浙".repeat(33_000), "a.".repeat(50_000)];
    for kind in Kind::ALL {
        for flood in &floods {
            for _ in 0..20 {
                assert_eq!(kind.check(flood, &given()).expect_err("too long").reason, "too-long");
            }
        }
    }
}

#[test]
fn whatever_is_typed_leaves_a_clean_value_that_stays_as_it_is() {
    let odd = [
        '\0', '\u{202E}', '\u{200B}', '💥', '١', 'а', 'é', '１', '：', '<', '\'', '%', '/', '@', '.', '-',
        ' ', '号', '9', 'X',
    ];
    for (seed, kind) in (201..).zip(Kind::ALL) {
        let mut dice = Dice::new(seed);
        for _ in 0..CASES / 4 {
            let mut typed: Vec<char> = generate::good(kind.id(), &mut dice).0.chars().collect();
            for _ in 0..dice.between(1, 4) {
                let at = dice.below(typed.len() + 1);
                if dice.below(3) == 0 && at < typed.len() {
                    typed.remove(at);
                } else {
                    typed.insert(at, dice.pick(&odd));
                }
            }
            let typed: String = typed.into_iter().collect();
            match kind.check(&typed, &given()) {
                Ok(checked) => {
                    let hidden = |c: char| {
                        c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
                    };
                    assert!(!checked.value.contains(hidden), "{} {typed:?}", kind.id());
                    let again = kind.check(&checked.value, &given()).map(|again| again.value);
                    assert_eq!(again.ok(), Some(checked.value), "{} {typed:?}", kind.id());
                }
                Err(refusal) => assert!(kind.reasons().contains(&refusal.reason), "{}", refusal.reason),
            }
        }
    }
}
