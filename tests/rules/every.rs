//! Every rule of every table decides for somebody, and what it gives makes a difference to them and to nobody else.

use std::collections::{BTreeMap, BTreeSet};

use beian::content::{Content, Files, Values};
use beian::dialogue::{Filing, Standing, Status, View};
use chrono::{DateTime, Utc};

use super::flip::{
    FOURTEEN, SEVENTEEN, ZHEJIANG_ADULT, enterprise, filed, foreigner, individual, organisation,
};
use crate::inprocess::{Persona, filled};

const PROVINCES: [&str; 31] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
    "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65",
];

/// Twenty years old on 2026-07-01.
const TWENTY: &str = "630102200604010018";

/// Rules that decide for nobody, or whose value makes no difference: what holds otherwise, said for completeness.
const IDLE: [&str; 0] = [];

/// Enough applicants that each rule finds one it decides for.
fn pool() -> Vec<Persona> {
    let mut pool = Vec::new();
    for province in PROVINCES {
        let minors = enterprise(province)
            .with("subject-lead.legal-representative", "no")
            .with("subject-lead.document-number", SEVENTEEN)
            .with("site-lead.same", "no")
            .with("site-lead.document-number", SEVENTEEN);
        for persona in [
            minors,
            individual(province, SEVENTEEN),
            individual(province, FOURTEEN),
            individual(province, ZHEJIANG_ADULT),
            organisation("government", province),
        ] {
            pool.push(persona.clone().edition("2019-09"));
            pool.push(persona);
        }
    }
    for subject in ["none", "elsewhere", "aliyun", "aliyun-other-account", "shell"] {
        for domain in ["unfiled", "same-elsewhere", "same-aliyun", "other-subject"] {
            for channel in ["pc", "app"] {
                let persona = filed(enterprise("33"), subject, domain).with("channel", channel);
                pool.push(persona.clone().edition("2019-09"));
                pool.push(persona);
            }
        }
    }
    pool.push(filed(enterprise("44"), "shell", "unfiled"));
    for category in [
        "news",
        "publishing",
        "medicine",
        "culture",
        "broadcast",
        "education",
        "health",
        "ride-hailing",
        "bulletin-board",
        "games",
        "finance",
        "tutoring",
        "religion",
    ] {
        let field = format!("pre-approval.{category}");
        for answer in ["have", "no", "authority-says-none"] {
            pool.push(enterprise("33").with("site.content", category).with(&field, answer));
        }
        pool.push(enterprise("13").with("site.content", category).on("2022-05-01"));
    }
    for category in ["education", "health", "bulletin-board"] {
        let persona = enterprise("54").with("site.content", category);
        let field = format!("pre-approval.{category}");
        for answer in ["have", "no", "authority-says-none"] {
            pool.push(persona.clone().with(&field, answer).edition("2019-09"));
        }
        pool.push(persona.on("2021-08-01"));
    }
    for channel in ["pc", "app"] {
        let international = enterprise("33").with("account", "international").with("channel", channel);
        pool.push(international.clone().on("2026-06-01"));
        pool.push(international);
    }
    pool.push(foreigner("31"));
    pool.push(individual("63", TWENTY));
    pool.push(enterprise("32").with("subject-lead.document-number", SEVENTEEN));
    pool.push(organisation("government", "63").with("subject-lead.legal-representative", "no"));
    pool.push(individual("33", ZHEJIANG_ADULT).with("site.content", "news"));
    pool.push(individual("11", "/hold").with("subject.local", "no"));
    pool.push(enterprise("33").with("subject-lead.document", "passport"));
    pool.push(enterprise("33").with("subject-lead.document", "passport").edition("2019-09"));
    pool.push(enterprise("33").with("site-lead.same", "no").with("site-lead.mobile", "13800138000"));
    for province in ["33", "44"] {
        pool.push(enterprise(province).on("2020-01-01"));
    }
    pool.push(individual("11", "110105199003070017"));
    pool.push(enterprise("33"));
    pool.push(enterprise("33").with("subject-lead.document-number", FOURTEEN));
    pool
}

struct Case {
    name: String,
    filing: Filing,
    at: DateTime<Utc>,
    /// The rule that decides, table by table.
    deciding: Vec<Option<usize>>,
    way: Way,
}

type Way = (Standing, Vec<Status>, Vec<usize>);

fn way(view: &View<'_>) -> Way {
    (view.standing, view.status.clone(), view.walked.clone())
}

fn deciding(content: &Content, view: &View<'_>) -> Vec<Option<usize>> {
    let of = |table: &beian::content::Table| {
        let in_force = table.rules.iter().enumerate().filter(|(_, rule)| view.covers(&rule.period));
        let mut undecided = in_force.map(|(number, rule)| (number, view.holds(&rule.when)));
        undecided.find(|(_, holds)| *holds != Some(false)).filter(|(_, holds)| *holds == Some(true))
    };
    content.tables.iter().map(|table| of(table).map(|(number, _)| number)).collect()
}

fn cases(content: &Content) -> Vec<Case> {
    let case = |persona: Persona| {
        let filing = filled(content, &persona);
        let view = View::new(content, &filing, persona.at);
        let (deciding, way) = (deciding(content, &view), way(&view));
        Case { name: persona.name().to_owned(), at: persona.at, deciding, way, filing }
    };
    pool().into_iter().map(case).collect()
}

/// Facts that words or the dossier look at, so that they need not move the way through the questions.
fn told(files: &Files, fact: &str) -> bool {
    if fact == "filing.row" {
        return true; // each row has a text of its own
    }
    let variable = format!("${}", fact.replace('.', "-"));
    files.0.iter().any(|(file, text)| match file.rsplit('.').next() {
        Some("ftl") => text.contains(&variable),
        _ => file == "official.toml" && text.contains(&format!("\"{fact}\"")),
    })
}

/// What is wrong with the rules of one table. Rules made for each category stand in one place: one of them is enough.
fn faults_of(content: &mut Content, files: &Files, cases: &[Case], table: usize) -> Vec<String> {
    let column = content.tables[table].gives[0];
    let fact = content.variables[column.index()].name.clone();
    let values = content.variables[column.index()].values.clone();
    let told = told(files, &fact);
    let mut places: BTreeMap<String, (bool, bool)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for rule in 0..content.tables[table].rules.len() {
        let (spot, given) = {
            let rule = &content.tables[table].rules[rule];
            (rule.spot.clone(), rule.gives[0])
        };
        let given_name = given.iter().map(|n| values[n].as_str()).collect::<Vec<_>>().join(" ");
        let place = format!("{}:{} ({fact} = {given_name})", spot.file, spot.line);
        let (concerned, spared): (Vec<&Case>, Vec<&Case>) = cases
            .iter()
            .filter(|case| case.deciding[table].is_some())
            .partition(|case| case.deciding[table] == Some(rule));
        let others: Vec<Values> =
            (0..values.len()).map(Values::only).filter(|other| *other != given).collect();
        let mut moved = told || others.is_empty();
        for other in others {
            content.tables[table].rules[rule].gives[0] = other;
            let strays = |case: &&Case| way(&View::new(content, &case.filing, case.at)) != case.way;
            moved |= concerned.iter().any(strays);
            if let Some(case) = spared.iter().take(3).find(|case| strays(case)) {
                wrong.push(format!("{place} moves {}, whom another rule concerns", case.name));
            }
        }
        content.tables[table].rules[rule].gives[0] = given;
        let known = places.entry(place).or_default();
        *known = (known.0 | !concerned.is_empty(), known.1 | moved);
    }
    for (place, (decides, moves)) in places {
        if !decides {
            wrong.push(format!("{place} decides for nobody"));
        } else if !moves {
            wrong.push(format!("{place} makes no difference"));
        }
    }
    wrong
}

#[test]
fn every_rule_decides_for_somebody_and_makes_a_difference_to_nobody_else() {
    let files = Files::shipped();
    let mut content = files.load().unwrap_or_else(|faults| panic!("{faults}"));
    let cases = cases(&content);
    let mut wrong = BTreeSet::new();
    for table in 0..content.tables.len() {
        wrong.extend(faults_of(&mut content, &files, &cases, table));
    }
    let idle = |line: &String| IDLE.iter().any(|known| line.contains(known));
    wrong.retain(|line| !idle(line));
    assert!(wrong.is_empty(), "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}
