//! Seven people and their filings, from hello to the end, over the real binary: the right type, the right stages.

#[path = "support/binary.rs"]
mod binary;

use binary::*;
use std::collections::BTreeSet;

use serde_json::Value;

const OPEN: [&str; 7] = ["welcome", "prepare", "identify", "product", "details", "upload", "confirm"];

/// A whole filing and what came of it.
struct Journey {
    robot: Robot,
    end: Turn,
    text: String,
    dossier: Value,
}

fn journey(edition: &str, table: &[(&str, &str)]) -> Journey {
    let home = folder();
    let mut robot = Robot::new(table);
    let mut talk = Chat::new(home.path()).edition(edition).start();
    let mut text = String::new();
    let first = talk.first.clone();
    let end = talk.play(&mut robot, first, |turn| {
        text.push_str(&turn.text());
        text.push('\n');
        false
    });
    assert!(talk.finish().success());
    let data = data(home.path());
    let args =
        ["dossier", end.filing(), "--format", "json", "--data", data.to_str().expect("a path of letters")];
    let (code, out, error) = answer_of(home.path(), &args);
    assert_eq!(code, 0, "{error}");
    Journey { robot, end, text, dossier: serde_json::from_str(&out).expect("the dossier is JSON") }
}

impl Journey {
    /// Reached `complete` with this type, through these stages after `confirm`.
    fn check(&self, filing_type: &str, later: &[&str]) -> &Self {
        assert_eq!(
            (self.end.stage(), self.end.filing_type()),
            ("complete", Some(filing_type)),
            "{:?}",
            self.end.end
        );
        let stages: Vec<&str> = self.robot.stages.iter().map(String::as_str).collect();
        assert_eq!(stages, [&OPEN[..], later, &["complete"]].concat());
        assert_eq!(self.end.closed(), None);
        assert_eq!(self.dossier["complete"], true, "{}", self.dossier);
        check_schema(&self.dossier);
        assert_eq!(self.dossier["type"], filing_type);
        let mut asked = self.robot.asked.clone();
        asked.sort();
        asked.dedup();
        assert_eq!(asked.len(), self.robot.asked.len(), "nothing is asked twice");
        self
    }

    fn was_asked(&self, field: &str) -> bool {
        self.robot.asked.iter().any(|asked| asked == field)
    }
}

const WITH_SMS: [&str; 5] = ["initial-review", "sms", "authority-review", "filed", "public-security"];
const WITHOUT_SMS: [&str; 4] = ["initial-review", "authority-review", "filed", "public-security"];

#[test]
fn an_enterprise_in_hangzhou_files_first_on_the_pc_with_sms_in_both_editions() {
    for edition in ["2019-09", "current"] {
        let journey = journey(
            edition,
            &[("subject.kind", "enterprise"), ("subject.province", "杭州"), ("channel", "pc")],
        );
        journey.check("first", &WITH_SMS);
        assert!(journey.was_asked("sms.subject-lead.outcome") && !journey.was_asked("sms.site-lead.outcome"));
        assert_eq!(journey.dossier["face-check"], "site-lead");
    }
}

#[test]
fn a_sole_trader_in_guangzhou_files_first_on_the_app_and_sms_came_only_later() {
    let table = [("subject.kind", "sole-trader"), ("subject.province", "44"), ("channel", "app")];
    journey("2019-09", &table).check("first", &WITHOUT_SMS);
    journey("current", &table).check("first", &WITH_SMS);
}

#[test]
fn a_legal_representative_from_hong_kong_leaves_the_face_check_to_the_site_lead() {
    let table = [
        ("subject.kind", "enterprise"),
        ("subject.province", "深圳"),
        ("subject-lead.document", "hk-mo-travel-permit"),
        ("site-lead.same", "no"),
    ];
    let then = journey("2019-09", &table);
    then.check("first", &WITHOUT_SMS);
    assert_eq!(then.dossier["face-check"], "site-lead-only");
    let now = journey("current", &table);
    now.check("first", &WITH_SMS);
    assert_eq!(now.dossier["face-check"], "site-lead-perhaps-subject-lead");
    assert!(now.was_asked("sms.site-lead.outcome"), "two persons, two messages");
}

#[test]
fn an_individual_from_hong_kong_files_in_shanghai_with_proof_of_residence() {
    for (edition, later) in [("2019-09", &WITHOUT_SMS[..]), ("current", &WITH_SMS[..])] {
        let table = [
            ("subject.kind", "individual"),
            ("subject.province", "上海"),
            ("subject.certificate", "hk-mo-travel-permit"),
        ];
        let journey = journey(edition, &table);
        journey.check("first", later);
        assert!(journey.was_asked("paper.residence-proof"));
        assert!(!journey.was_asked("subject-lead.name") && !journey.was_asked("site-lead.same"));
        assert_eq!(journey.dossier["face-check"], "self");
    }
}

#[test]
fn an_enterprise_in_beijing_filed_elsewhere_adds_a_news_site_with_its_approval() {
    let table = [
        ("subject.kind", "enterprise"),
        ("subject.province", "北京"),
        ("subject.filed", "elsewhere"),
        ("site.content", "news"),
    ];
    for (edition, later) in [("2019-09", &WITHOUT_SMS[..]), ("current", &WITH_SMS[..])] {
        let journey = journey(edition, &table);
        journey.check("new-site-elsewhere", later);
        assert!(journey.was_asked("pre-approval.news") && journey.was_asked("paper.pre-approval.news"));
        assert!(!journey.was_asked("sms.subject-lead.outcome"), "only the site lead verifies an added site");
    }
}

#[test]
fn an_access_filing_open_for_forty_days_is_overdue_told_and_not_refused() {
    let table = [
        ("subject.kind", "enterprise"),
        ("subject.province", "33"),
        ("subject.filed", "elsewhere"),
        ("domain.filed", "same-elsewhere"),
        ("site.opened-on", "2026-10-14"), // the last day was 2026-11-13
    ];
    let journey = journey("current", &table);
    journey.check("access", &WITH_SMS);
    assert!(journey.text.contains("2026-11-13"), "the day that has passed is told");
    assert!(journey.text.contains("10"), "and how many days ago");
}

#[test]
fn who_declines_consent_walks_the_whole_path_and_is_asked_nothing_personal() {
    for kind in ["enterprise", "individual"] {
        let journey =
            journey("current", &[("consent", "decline"), ("subject.kind", kind), ("site-lead.same", "no")]);
        journey.check("first", &WITH_SMS);
        for asked in &journey.robot.asked {
            assert_ne!(fields()[asked]["personal"], true, "`{asked}` is personal and was asked");
        }
        let lines = journey.dossier["lines"].as_array().expect("lines");
        for line in lines {
            let personal = line["field"].as_str().is_some_and(|field| fields()[field]["personal"] == true);
            assert!(!personal || line["value"].is_null(), "{line}");
        }
        assert!(lines.iter().any(|line| line["state"] == "held"));
    }
}

/// The dossier has the keys, the sections and the states that the published schema names, and no others.
fn check_schema(dossier: &Value) {
    let schema = include_str!("../dialogues/dossier.schema.json");
    let schema: Value = serde_json::from_str(schema).expect("the schema is JSON");
    let keys = |value: &Value| -> BTreeSet<String> {
        value.as_object().expect("an object").keys().cloned().collect()
    };
    let allowed = |property: &Value, value: &Value| {
        property["enum"].as_array().is_none_or(|values| values.contains(value))
            && (property["const"].is_null() || property["const"] == *value)
    };
    let line_schema = &schema["properties"]["lines"]["items"];
    assert_eq!(keys(dossier), keys(&schema["properties"]));
    for (key, property) in schema["properties"].as_object().expect("an object") {
        assert!(allowed(property, &dossier[key]), "{key}: {}", dossier[key]);
    }
    for line in dossier["lines"].as_array().expect("lines") {
        assert_eq!(keys(line), keys(&line_schema["properties"]), "{line}");
        for (key, property) in line_schema["properties"].as_object().expect("an object") {
            assert!(allowed(property, &line[key]), "{key}: {line}");
        }
    }
}
