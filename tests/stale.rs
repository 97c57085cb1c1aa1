//! `beian check --stale`: which rules are due for a look at their sources, and whom each concerns.

#[path = "support/binary.rs"]
mod binary;

use std::path::Path;

use beian::content::Files;
use binary::answer_of;

/// The day on which the shipped rules were last compared with their sources, and days after it.
const CHECKED: &str = "2026-11-23";
const DAY_180: &str = "2027-05-22T12:00:00+08:00";
const DAY_181: &str = "2027-05-23T12:00:00+08:00";

/// The dialogues in a folder, one place changed: `file`, `from`, `to`.
fn changed(changes: &[(&str, &str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut files = Files::shipped();
    for (file, from, to) in changes {
        let text = files.0.get_mut(*file).unwrap_or_else(|| panic!("{file} is shipped"));
        assert!(text.contains(from), "{file} has `{from}`");
        *text = text.replacen(from, to, 1);
    }
    for (file, text) in &files.0 {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().expect("inside")).expect("the folder is made");
        std::fs::write(path, text).expect("the file is written");
    }
    folder
}

fn stale(folder: &Path, now: &str) -> (i32, String) {
    let dir = folder.to_str().expect("a readable path");
    let (code, out, error) = answer_of(folder, &["check", "--stale", "180d", "--now", now, dir]);
    assert_eq!(error, "");
    (code, out)
}

/// The lines of rules: `file:line: what (for whom)`.
fn rules(out: &str) -> Vec<&str> {
    let is_rule = |line: &&str| line.split_once(".toml:").is_some_and(|(file, _)| !file.contains(' '));
    out.lines().filter(is_rule).collect()
}

#[test]
fn nothing_is_due_until_the_age_is_passed_and_then_everything_is() {
    let folder = changed(&[]);
    let (code, out) = stale(folder.path(), DAY_180);
    assert_eq!(
        (code, out.as_str()),
        (0, "every rule was checked against its sources on 2026-11-23 or later\n")
    );
    let (code, out) = stale(folder.path(), DAY_181);
    assert_eq!(code, 1);
    assert!(out.contains("checked 2026-11-23, 181 days ago"), "{out}");
    for file in
        ["flow/timers.toml", "official.toml", "rules/checks.toml", "rules/durations.toml", "rules/facts.toml"]
    {
        assert!(rules(&out).iter().any(|rule| rule.starts_with(file)), "{file} has rules that are due");
    }
    for file in ["rules/pre-approvals.toml", "rules/provinces.toml", "rules/types.toml"] {
        assert!(rules(&out).iter().any(|rule| rule.starts_with(file)), "{file} has rules that are due");
    }
    assert!(rules(&out).iter().all(|rule| rule.contains(" (for ")), "each says for whom");
}

#[test]
fn a_rule_with_an_older_day_of_its_own_is_the_one_that_is_due() {
    let own = "gives = [\"180\"]\nsource = [\"A19dom\"]\nchecked-on = \"2025-01-01\"";
    let folder = changed(&[("rules/facts.toml", "gives = [\"180\"]\nsource = [\"A19dom\"]", own)]);
    let (code, out) = stale(folder.path(), DAY_180);
    assert_eq!(code, 1);
    assert_eq!(rules(&out).len(), 1, "{out}");
    assert!(out.starts_with("A19dom: Alibaba Cloud"), "by source: {out}");
    let rule = rules(&out)[0];
    assert!(rule.starts_with("rules/facts.toml:"), "{rule}");
    assert!(
        rule.contains("domain.days-minimum=180 (for subject.province=Shanghai"),
        "whom it concerns: {rule}"
    );
    assert!(rule.contains("; in prepare; by "), "where it is felt: {rule}");
}

#[test]
fn the_day_nearest_to_a_rule_counts() {
    let of_source = "[source.A19dom]\nchecked-on = \"2025-01-01\"";
    let source = ("rules/sources.toml", "[source.A19dom]", of_source);
    let (code, out) = stale(changed(&[source]).path(), DAY_180);
    assert_eq!(code, 1);
    assert!(out.starts_with("A19dom:") && !out.contains("\nA19:"), "the rules of that source alone: {out}");
    let due = rules(&out).len();
    let own = "gives = [\"180\"]\nsource = [\"A19dom\"]\nchecked-on = \"2027-05-01\"";
    let rule = ("rules/facts.toml", "gives = [\"180\"]\nsource = [\"A19dom\"]", own);
    let (_, out) = stale(changed(&[source, rule]).path(), DAY_180);
    assert_eq!(rules(&out).len(), due - 1, "the rule that was looked at is not among them: {out}");
    let province = ("rules/provinces.toml", "code = \"11\"", "code = \"11\"\nchecked-on = \"2025-01-01\"");
    let (_, out) = stale(changed(&[province]).path(), DAY_180);
    assert!(!rules(&out).is_empty());
    assert!(rules(&out).iter().all(|rule| rule.contains("(for Beijing")), "of one province: {out}");
}

#[test]
fn a_day_to_come_is_noted() {
    let to_come = ("rules/durations.toml", CHECKED, "2062-11-23");
    let (code, out) = stale(changed(&[to_come]).path(), DAY_180);
    assert_eq!(code, 0);
    assert!(out.contains("rules were checked on a day that is still to come"), "{out}");
}

#[test]
fn faulty_dialogues_are_told_and_a_length_must_be_one() {
    let folder = changed(&[("rules/facts.toml", "source = [\"A19dom\"]", "source = []")]);
    let (code, out) = stale(folder.path(), DAY_180);
    assert_eq!(code, 1);
    assert!(out.contains("fault"), "{out}");
    let (code, _, error) = answer_of(folder.path(), &["check", "--stale", "half a year"]);
    assert_eq!(code, 2);
    assert!(error.contains("expected a length such as 180d"), "{error}");
}
