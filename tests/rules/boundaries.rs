//! The day before a rule and the day itself; and that nobody who has submitted is disturbed by a rule of later.

use beian::content::shipped;

use super::flip::{See, category, enterprise, filed, individual, look, with};
use crate::inprocess::{End, Persona, Walk};

#[test]
fn a_rule_holds_from_its_first_day_until_the_day_before_its_end() {
    use See::{Asks, Ends, Enters, Is};
    let content = shipped();
    let shell = || filed(enterprise("11"), "shell", "unfiled");
    let about = |category: &str| enterprise("33").with("site.content", category);
    for (persona, sees, day_before, before, day, after) in [
        (enterprise("44"), Enters("sms"), "2020-08-16", "passed over", "2020-08-17", "entered"),
        (enterprise("33"), Enters("sms"), "2020-08-16", "entered", "2020-08-17", "entered"),
        (
            enterprise("33").with("account", "international"),
            Ends,
            "2026-06-12",
            "complete",
            "2026-06-13",
            "stop account-international",
        ),
        (
            enterprise("32"),
            Asks("paper.commitment"),
            "2021-05-31",
            "not asked",
            "2021-06-01",
            "asked in upload",
        ),
        (
            enterprise("44"),
            Asks("paper.commitment"),
            "2021-12-31",
            "not asked",
            "2022-01-01",
            "asked in upload",
        ),
        (shell(), Is("filing.type"), "2025-12-30", "first", "2025-12-31", "new-site-elsewhere"),
        (shell(), Asks("notice.shell"), "2025-12-30", "asked in identify", "2025-12-31", "not asked"),
        (
            enterprise("33").with("domain", "example.cc"),
            Ends,
            "2022-08-29",
            "stop domain-suffix",
            "2022-08-30",
            "complete",
        ),
        (
            enterprise("65"),
            Asks("paper.party-letter"),
            "2020-12-31",
            "not asked",
            "2021-01-01",
            "asked in upload",
        ),
        (
            about("education"),
            Asks("pre-approval.education"),
            "2021-12-31",
            "asked in prepare",
            "2022-01-01",
            "not asked",
        ),
        (
            enterprise("13").with("site.content", "health"),
            Asks("pre-approval.health"),
            "2021-12-31",
            "asked in prepare",
            "2022-01-01",
            "not asked",
        ),
        (about("games"), Ends, "2019-09-16", "site.content refused: not-an-option", "2019-09-17", "complete"),
        (
            about("finance"),
            Ends,
            "2019-09-16",
            "site.content refused: not-an-option",
            "2019-09-17",
            "complete",
        ),
        (
            about("tutoring"),
            Ends,
            "2021-07-23",
            "site.content refused: not-an-option",
            "2021-07-24",
            "complete",
        ),
        (
            about("religion"),
            Ends,
            "2022-02-28",
            "site.content refused: not-an-option",
            "2022-03-01",
            "complete",
        ),
    ] {
        let seen = |day| look(&content, &persona.clone().on(day), sees);
        assert_eq!(seen(day_before), before, "{} {sees:?} on {day_before}", persona.name());
        assert_eq!(seen(day), after, "{} {sees:?} on {day}", persona.name());
    }
}

/// Leads to a question, lets the day of a rule pass, and tells what is asked then.
fn asked_after(persona: &Persona, field: &str, day: &str) -> Option<String> {
    let content = shipped();
    let mut walk = Walk::new(&content, persona);
    assert_eq!(walk.until_field(field), End::There, "{}", persona.name());
    walk.wait_until(day);
    walk.asks()
}

#[test]
fn a_submitted_filing_is_not_disturbed_by_a_rule_of_later() {
    let in_review = Some("initial-review.outcome".to_owned());
    let international = enterprise("33").with("account", "international").on("2026-06-12");
    let open = asked_after(&international, "submitted", "2026-06-14");
    assert_eq!(open.as_deref(), Some("filing.stop"), "not submitted yet");
    assert_eq!(asked_after(&international, "initial-review.outcome", "2026-06-14"), in_review);

    let jiangsu = enterprise("32").on("2021-05-31");
    let open = asked_after(&jiangsu, "submitted", "2021-06-02");
    assert_eq!(open.as_deref(), Some("paper.commitment"), "not submitted yet");
    assert_eq!(asked_after(&jiangsu, "initial-review.outcome", "2021-06-02"), in_review);

    let shell = filed(enterprise("11"), "shell", "unfiled").on("2025-12-30");
    assert_eq!(asked_after(&shell, "initial-review.outcome", "2026-01-05"), in_review);

    let suffix = enterprise("33").with("domain", "example.cc").on("2022-08-30");
    assert_eq!(asked_after(&suffix, "initial-review.outcome", "2022-09-05"), in_review);
}

#[test]
fn who_left_the_first_review_before_the_sms_rule_is_not_sent_back_to_it() {
    let beijing = enterprise("11").on("2020-08-16");
    let passed = asked_after(&beijing, "authority-review.outcome", "2020-08-20");
    assert_eq!(passed.as_deref(), Some("authority-review.outcome"));
}

#[test]
fn who_passes_the_first_review_on_the_first_day_of_the_sms_rule_verifies() {
    let content = shipped();
    let mut walk = Walk::new(&content, &enterprise("11").on("2020-08-14"));
    assert_eq!(walk.until_field("initial-review.outcome"), End::There);
    walk.wait_until("2020-08-17");
    assert_eq!(walk.until_stage("sms"), End::There);
    walk.wait_until("2020-08-18");
    assert_eq!(walk.asks().as_deref(), Some("sms.subject-lead.outcome"));
}

#[test]
fn a_filing_of_2019_keeps_the_rules_of_2019_whatever_the_clock() {
    let content = shipped();
    for day in ["2019-09-16", "2021-06-02", "2026-07-01"] {
        let guangdong = enterprise("44").edition("2019-09").on(day);
        assert_eq!(look(&content, &guangdong, See::Enters("sms")), "passed over", "{day}");
        assert_eq!(look(&content, &guangdong, See::Asks("paper.commitment")), "not asked", "{day}");
        assert_eq!(
            look(&content, &guangdong, See::Asks("paper.authenticity-slip")),
            "asked in upload",
            "{day}"
        );
    }
}

#[test]
fn days_left_are_counted_on_the_day_of_the_answer() {
    let content = shipped();
    let near = |days_left: &str| enterprise("33").with("domain.expires-on", days_left).on("2026-07-01");
    // 2026-07-01 and 90 days is 2026-09-29: more than 90 must be left.
    assert_eq!(look(&content, &near("2026-09-29"), See::Ends), "stop domain-expiry");
    assert_eq!(look(&content, &near("2026-09-30"), See::Ends), "complete");
    let mut walk = Walk::new(&content, &near("2026-09-30"));
    assert_eq!(walk.until_field("submitted"), End::There);
    walk.wait_until("2026-08-15");
    assert_eq!(
        walk.asks().as_deref(),
        Some("submitted"),
        "waiting does not turn a good answer into a bad one"
    );
}

#[test]
fn a_flip_for_one_edition_leaves_the_other_alone() {
    let flipped = with(&[category(
        "bulletin-board",
        "edition = \"2019-09\"\ngives = \"yes\"",
        "edition = \"2019-09\"\ngives = \"no\"",
    )]);
    let board = individual("33", super::flip::ZHEJIANG_ADULT).with("site.content", "bulletin-board");
    let field = See::Asks("pre-approval.bulletin-board");
    assert_eq!(look(&shipped(), &board.clone().edition("2019-09"), field), "asked in prepare");
    assert_eq!(look(&flipped, &board.clone().edition("2019-09"), field), "not asked");
    assert_eq!(look(&shipped(), &board, field), look(&flipped, &board, field));
}
