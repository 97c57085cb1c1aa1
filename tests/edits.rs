//! An edit asks again exactly what depends on it, for every answer of complete filings, in process.
//!
//! What is expected is worked out here, from `depends` and `condition` of `beian fields --json` and from the answers
//! before and after: a field is asked again when an answer it depends on became another, when it came to apply, when
//! its old value fits no more, or when a review used it up. Nothing else is.

#[path = "support/binary.rs"]
mod binary;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use beian::content::{Content, Known, shipped};
use beian::dialogue::{
    Around, Dossier, Event, Reference, STOP_FIELD, Standing, State, Status, Value, Verdict, View, step,
};
use beian::personal::Personal;
use binary::*;
use chrono::{DateTime, Utc};
use serde_json::Value as Json;

/// A filing, stepped in this process.
#[derive(Clone)]
struct Run {
    content: Arc<Content>,
    around: Around,
    state: State,
}

impl Run {
    fn new(edition: &str) -> Self {
        let around = Around {
            now: DateTime::parse_from_rfc3339(NOW).expect("a time").with_timezone(&Utc),
            fresh: Reference::from_random([1, 2, 3, 4, 5, 6]),
            edition: edition.to_owned(),
            language: None,
            language_chosen: false,
            team: false,
            often: Arc::default(),
        };
        let mut run = Self { content: shipped(), around, state: State::new() };
        run.take(&Event::Arrived);
        run
    }

    fn take(&mut self, event: &Event) -> Verdict {
        let outcome = step(&self.state, event, &self.content, &self.around);
        self.state = outcome.state;
        outcome.verdict
    }

    fn line(&mut self, line: &Json) -> Verdict {
        let event = match (line["text"].as_str(), line["choose"].as_str()) {
            (Some(text), _) => Event::Typed(Personal::from(text)),
            (None, Some(id)) => Event::Chosen(id.to_owned()),
            (None, None) => panic!("a robot types and chooses"),
        };
        self.take(&event)
    }

    fn view(&self) -> View<'_> {
        View::new(&self.content, self.state.active().expect("a filing is in hand"), self.around.now)
    }

    fn stage(&self) -> String {
        self.content.stages[self.view().stage()].id.clone()
    }

    fn asks(&self) -> Option<String> {
        match self.view().standing {
            Standing::Ask { field, .. } => Some(self.content.fields[field].id.clone()),
            Standing::Stop { .. } => Some(STOP_FIELD.to_owned()),
            Standing::Closed { .. } | Standing::Rest => None,
        }
    }

    fn is_closed(&self) -> bool {
        matches!(self.view().standing, Standing::Closed { .. })
    }

    fn answer(&mut self, robot: &mut Robot, asks: &str) {
        for line in robot.reply(asks) {
            let verdict = self.line(&line);
            assert_eq!(verdict, Verdict::Accepted, "{asks}: {line}");
        }
    }

    /// Answers until nothing is asked; what was asked, in order.
    fn play(&mut self, robot: &mut Robot) -> Vec<String> {
        let mut asked = Vec::new();
        while let Some(asks) = self.asks() {
            assert!(asked.len() < 150, "no end: {:?}", &asked[100..]);
            if asks == STOP_FIELD && robot.given.get("subject.kind").is_some_and(|kind| kind == "individual")
            {
                // The one stop that the old answers do not solve: an individual's site is not commercial.
                robot.table.insert("site.commercial".to_owned(), "no".to_owned());
            }
            self.answer(robot, &asks);
            asked.push(asks);
        }
        asked
    }

    fn check_complete(&self, what: &str) {
        assert_eq!(self.stage(), "complete", "{what}");
        let view = self.view();
        let dossier = Dossier::of(&view);
        let missing: Vec<&str> = dossier
            .lines
            .iter()
            .filter(|line| line.state == "missing")
            .map(|line| line.label.as_str())
            .collect();
        assert!(dossier.complete, "{what}: the dossier misses {missing:?}");
    }

    /// How each field stands and what it says; fields that do not apply are left out.
    fn snapshot(&self) -> BTreeMap<String, Said> {
        let view = self.view();
        let said = |value: &Value| serde_json::to_string(value).expect("a value serialises");
        let mut all = BTreeMap::new();
        for (number, field) in self.content.fields.iter().enumerate() {
            let entry = match view.status[number] {
                Status::Undecided | Status::Absent | Status::Open => continue,
                Status::Answered => {
                    Said { value: said(&view.answer(number).expect("answered").value), asked: true }
                }
                Status::Implied(option) => {
                    Said { value: said(&Value::One(field.options[option].id.clone())), asked: false }
                }
                Status::Withheld => Said { value: said(&Value::Held), asked: false },
            };
            all.insert(field.id.clone(), entry);
        }
        all
    }
}

/// What a field says: asked, or known without asking.
#[derive(Debug, Clone, PartialEq)]
struct Said {
    value: String,
    asked: bool,
}

/// The fields that must be asked again, by the rule at the head of this file.
fn expected(edited: &str, before: &Run, after: &Run, used_up: &[&str]) -> BTreeSet<String> {
    let (old, new) = (before.snapshot(), after.snapshot());
    let view = after.view();
    let depends_on_changed = |id: &str| {
        let depends = fields()[id]["depends"].as_array().expect("a list").iter().filter_map(Json::as_str);
        depends
            .clone()
            .any(|other| old.get(other).map(|said| &said.value) != new.get(other).map(|said| &said.value))
    };
    let fits_no_more = |id: &str| {
        let field = after.content.field(id).expect("known");
        let answer = &before.state.active().expect("in hand").answers[id];
        !view.fits(field, &answer.value, answer.at)
    };
    let mut expected: BTreeSet<String> = new
        .iter()
        .filter(|(id, said)| {
            said.asked
                && (!old.get(*id).is_some_and(|said| said.asked)
                    || depends_on_changed(id)
                    || fits_no_more(id))
        })
        .map(|(id, _)| id.clone())
        .collect();
    expected.insert(edited.to_owned());
    let stage_of = |id: &str| fields()[id]["stage"].as_str().expect("a stage").to_owned();
    if !used_up.is_empty() {
        let again = old
            .iter()
            .chain(&new)
            .filter(|(id, said)| said.asked && used_up.contains(&stage_of(id).as_str()));
        expected.extend(again.map(|(id, _)| id.clone()));
        let visited: &[&str] = if used_up.contains(&"returned") {
            &["returned.reason", "returned.fields", "resubmitted"]
        } else {
            &["mailing.outcome"]
        };
        expected.extend(visited.iter().map(|id| (*id).to_owned()));
    }
    expected
}

/// The stages whose answers a report from the world uses up.
fn used_up(field: &str, value: &str) -> &'static [&'static str] {
    match (field, value) {
        (_, "returned" | "rejected" | "lapsed") => {
            &["initial-review", "mailing", "sms", "authority-review", "returned"]
        }
        ("initial-review.outcome", "mail-asked") => &["initial-review", "mailing"],
        (_, _) => &[],
    }
}

/// Whether a condition of `fields --json` holds, read afresh.
fn holds(condition: &Json, view: &View<'_>) -> bool {
    let Some(parts) = condition.as_object() else { return true };
    parts.iter().all(|(name, values)| {
        let list = values.as_array().expect("a list");
        match name.as_str() {
            "all" => list.iter().all(|part| holds(part, view)),
            "any" => list.iter().any(|part| holds(part, view)),
            _ => {
                let var = view.content.variable(name).unwrap_or_else(|| panic!("`{name}` is no variable"));
                match view.look(var) {
                    Known::Open | Known::Absent => false,
                    Known::Is(known) => known.iter().any(|n| {
                        list.iter().any(|value| view.content.variables[var.index()].values[n] == *value)
                    }),
                }
            }
        }
    })
}

/// Every field that applies is answered, and no other.
fn check_conditions(run: &Run, what: &str) {
    let view = run.view();
    for (number, field) in run.content.fields.iter().enumerate() {
        let stage = &run.content.stages[field.stage];
        let places = run.content.places.iter().filter(|place| place.field == number).count();
        let visited = stage.open || view.walked.contains(&field.stage) || stage.id == "licence";
        if places != 1 || !visited || field.on_request {
            continue;
        }
        let applies = holds(&fields()[&field.id]["condition"], &view);
        let stands = view.status[number] != Status::Absent;
        assert_eq!(applies, stands, "{what}: `{}` is {:?}", field.id, view.status[number]);
    }
}

/// Other valid values of a typed field.
fn other_values(field: &str, robot: &Robot) -> Vec<String> {
    let individual = robot.given.get("subject.kind").is_some_and(|kind| kind == "individual");
    let values: &[&str] = match field {
        "subject.province" => &["44", "31", "12", "11"],
        "domain" => &["example-two.com", "example-two.org"],
        "domain.expires-on" => &["2030-06-30", "2026-12-01"],
        "subject.certificate-number" if individual => &["33010619830412352X", "110105198304123526"],
        "subject.certificate-number" => &["91330106673959654P"],
        "subject-lead.document-number" | "site-lead.document-number" => &["330106198807073016"],
        "subject.name" if individual => &["陈大明"],
        "subject.name" => &["杭州另一家科技有限公司"],
        "subject.certificate-address" | "subject.address" => &["浙江省杭州市滨江区示范街2号1幢101室"],
        "subject.investor" | "subject-lead.name" | "site-lead.name" => &["王小五"],
        "subject-lead.mobile" => &["13811112222", "17011112222", "13700137000", "13900139000"],
        "site-lead.mobile" => &["13811112222", "13800138000"],
        "subject-lead.second-phone" => &["0571-88158399"],
        "subject-lead.emergency-phone" | "site-lead.emergency-phone" => &["13511112222"],
        "subject-lead.email" | "site-lead.email" => &["another@example.com"],
        "site.name" => &["另一处花园小站"],
        "site.remark" => &["本站介绍的是另一件事"],
        "product.instance" => &["i-bp1another0000000000"],
        "product.service-code" => &["42a43232-a888-88e8-b9ec-00888be80000"],
        "filing.number" => &["浙ICP备2026000002号-1"],
        "site.opened-on" => &["2026-11-20", "2026-10-01"],
        "public-security.number" => &["浙公网安备33010602000002号"],
        "returned.reason" => &[],
        other => panic!("no other value is known for `{other}`"),
    };
    // Check digits are computed, so that the table above may be wrong in the last place.
    let right = |value: &&str| {
        if value.len() == 18 && field.ends_with("number") && value.starts_with(['1', '3']) {
            checked_18(&value[..17])
        } else {
            (*value).to_owned()
        }
    };
    values.iter().map(right).collect()
}

/// Every other value that this answer could have.
fn alternatives(run: &Run, robot: &Robot, id: &str) -> Vec<String> {
    let field = run.content.field(id).expect("known");
    if field.kind.is_typed() {
        return other_values(id, robot);
    }
    let view = run.view();
    let now = robot.given.get(id).cloned().unwrap_or_default();
    let options = view.options(field).into_iter().map(|option| option.id.clone());
    options.filter(|option| *option != now && !field.comes_back(option)).collect()
}

/// Edits one answer and finishes the filing; what was asked.
fn edit(run: &mut Run, robot: &mut Robot, id: &str, value: &str) -> Vec<String> {
    let verdict = run.line(&serde_json::json!({ "text": format!("/edit {id}") }));
    assert_eq!(verdict, Verdict::Accepted, "/edit {id}");
    assert_eq!(run.asks().as_deref(), Some(id), "/edit {id} asks it");
    let before = robot.table.insert(id.to_owned(), value.to_owned());
    run.answer(robot, id);
    match before {
        Some(before) => robot.table.insert(id.to_owned(), before),
        None => robot.table.remove(id),
    };
    let mut asked = vec![id.to_owned()];
    asked.extend(run.play(robot));
    asked
}

fn filing(edition: &str, table: &[(&str, &str)]) -> (Run, Robot) {
    let mut run = Run::new(edition);
    let mut robot = Robot::new(table);
    run.play(&mut robot);
    run.check_complete("before any edit");
    check_conditions(&run, "before any edit");
    (run, robot)
}

fn answered(run: &Run) -> Vec<String> {
    run.snapshot().into_iter().filter(|(_, said)| said.asked).map(|(id, _)| id).collect()
}

/// Every answer, given again unchanged and then kept by the button: nothing else is asked.
fn check_unchanged(edition: &str, table: &[(&str, &str)]) {
    let (complete, robot) = filing(edition, table);
    let before = complete.snapshot();
    for id in answered(&complete) {
        let (mut run, mut robot) = (complete.clone(), robot.clone());
        let value = robot.given[&id].clone();
        let asked = edit(&mut run, &mut robot, &id, &value);
        assert_eq!(asked, [id.as_str()], "the same value at `{id}`");
        assert_eq!(run.snapshot(), before);

        let mut run = complete.clone();
        run.line(&serde_json::json!({ "text": format!("/edit {id}") }));
        assert_eq!(
            run.line(&serde_json::json!({ "choose": "nav.keep" })),
            Verdict::Accepted,
            "`{id}` is offered and kept"
        );
        assert_eq!((run.asks(), run.snapshot()), (None, before.clone()), "`{id}` kept");
        run.check_complete(&id);
    }
}

/// Every answer, changed to each other value it could have.
fn check_changed(edition: &str, table: &[(&str, &str)]) {
    let (complete, robot) = filing(edition, table);
    let before = complete.snapshot();
    let mut faults = Vec::new();
    let mut count = 0;
    for id in answered(&complete) {
        for value in alternatives(&complete, &robot, &id) {
            let what = format!("`{id}` = {value}");
            let (mut run, mut robot) = (complete.clone(), robot.clone());
            let asked = edit(&mut run, &mut robot, &id, &value);
            count += 1;
            if run.is_closed() {
                // An explained exit; what led there can be undone.
                run.line(&serde_json::json!({ "text": "/back" }));
                run.play(&mut robot);
                run.check_complete(&what);
                assert_eq!(run.snapshot(), before, "{what}: after the way back");
                continue;
            }
            run.check_complete(&what);
            check_conditions(&run, &what);
            let stopped = asked.iter().any(|asked| asked == STOP_FIELD);
            if stopped && run.snapshot() == before {
                continue;
            }
            let asked: BTreeSet<String> = asked.into_iter().collect();
            let mut expected = expected(&id, &complete, &run, used_up(&id, &value));
            if stopped {
                expected.extend([STOP_FIELD.to_owned(), "site.commercial".to_owned()]);
            }
            if asked != expected {
                let needless: Vec<_> = asked.difference(&expected).collect();
                let left_out: Vec<_> = expected.difference(&asked).collect();
                faults.push(format!("{what}: asked needlessly {needless:?}, not asked {left_out:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{} of {count} edits:\n{}", faults.len(), faults.join("\n"));
    assert!(count > answered(&complete).len(), "{count} edits: most answers have another value");
}

const WITH_SECOND_LEAD: &[(&str, &str)] = &[
    ("subject.kind", "enterprise"),
    ("site-lead.same", "no"),
    ("site.content", "news"),
    ("site.commercial", "yes"),
];

const INDIVIDUAL: &[(&str, &str)] = &[("subject.kind", "individual"), ("product.kind", "service-code")];

const ACCESS: &[(&str, &str)] = &[
    ("subject.kind", "enterprise"),
    ("subject.filed", "elsewhere"),
    ("domain.filed", "same-elsewhere"),
    ("site.opened-on", "2026-10-14"),
];

#[test]
fn an_answer_given_again_unchanged_asks_nothing_else() {
    for table in [WITH_SECOND_LEAD, INDIVIDUAL, ACCESS] {
        check_unchanged("current", table);
    }
}

#[test]
fn an_edit_in_an_enterprises_filing_asks_exactly_its_dependants() {
    check_changed("current", WITH_SECOND_LEAD);
}

#[test]
fn an_edit_in_an_individuals_filing_asks_exactly_its_dependants() {
    check_changed("current", INDIVIDUAL);
}

#[test]
fn an_edit_in_an_access_filing_asks_exactly_its_dependants() {
    check_changed("current", ACCESS);
}

#[test]
fn an_edit_under_the_rules_of_2019_asks_exactly_its_dependants() {
    check_changed("2019-09", WITH_SECOND_LEAD);
    check_changed("2019-09", ACCESS);
}
