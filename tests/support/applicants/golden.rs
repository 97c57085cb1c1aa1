//! What must come out for an applicant, computed from the facts of the field alone: no word of `dialogues/` is read.

use std::collections::BTreeSet;

use super::applicant::{Applicant, Edition, World};

/// What is put right before a filing goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    Account,
    CommercialIndividual,
    Table,
    App,
}

/// What one applicant goes through, as computed here or as seen in the conversation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Passage {
    pub(crate) filing_type: Option<String>,
    pub(crate) closed: Option<String>,
    /// In order; what was gone through again before the submission stands once.
    pub(crate) stages: Vec<String>,
    /// The stages in which something was to be put right.
    pub(crate) stops: Vec<String>,
    /// `STAGE paper.ID`.
    pub(crate) papers: BTreeSet<String>,
    pub(crate) sms: BTreeSet<String>,
    pub(crate) face_check_in: Option<String>,
    pub(crate) face_check_by: Option<String>,
    pub(crate) subject_data_asked: bool,
    pub(crate) filing_password_asked: bool,
}

impl Passage {
    /// Its parts, each by name.
    pub(crate) fn parts(&self) -> Vec<String> {
        vec![
            format!("type {:?}", self.filing_type),
            format!("closed {:?}", self.closed),
            format!("stages {:?}", self.stages),
            format!("stops {:?}", self.stops),
            format!("papers {:?}", self.papers),
            format!("sms {:?}", self.sms),
            format!("face check in {:?}", self.face_check_in),
            format!("face check by {:?}", self.face_check_by),
            format!("subject data asked {}", self.subject_data_asked),
            format!("filing password asked {}", self.filing_password_asked),
        ]
    }
}

/// Operations that are no new filing, and what closes them.
pub(crate) const OTHER_OPERATIONS: [(&str, &str); 6] = [
    ("change", "other-operation"),
    ("cancel", "other-operation"),
    ("cancel-access", "other-operation"),
    ("transfer", "other-operation"),
    ("app", "other-operation"),
    ("ip-only", "other-operation"),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    File(&'static str),
    Nothing,
    Stop,
    Contradiction,
}

/// The decision table: subject, domain, outcome.
#[rustfmt::skip]
const TABLE: [(&str, &str, Row); 20] = [
    ("none", "unfiled", Row::File("first")),
    ("none", "same-elsewhere", Row::Contradiction),
    ("none", "same-aliyun", Row::Contradiction),
    ("none", "other-subject", Row::Stop),
    ("elsewhere", "unfiled", Row::File("new-site-elsewhere")),
    ("elsewhere", "same-elsewhere", Row::File("access")),
    ("elsewhere", "same-aliyun", Row::Contradiction),
    ("elsewhere", "other-subject", Row::Stop),
    ("aliyun", "unfiled", Row::File("new-site-aliyun")),
    ("aliyun", "same-elsewhere", Row::File("access")),
    ("aliyun", "same-aliyun", Row::Nothing),
    ("aliyun", "other-subject", Row::Stop),
    ("aliyun-other-account", "unfiled", Row::File("new-site-aliyun")),
    ("aliyun-other-account", "same-elsewhere", Row::File("access")),
    ("aliyun-other-account", "same-aliyun", Row::Nothing),
    ("aliyun-other-account", "other-subject", Row::Stop),
    ("shell", "unfiled", Row::File("first")),
    ("shell", "same-elsewhere", Row::Contradiction),
    ("shell", "same-aliyun", Row::Contradiction),
    ("shell", "other-subject", Row::Stop),
];

/// Where a shell takes a new site directly, from 2025-12-31 on.
const SHELL_ADDS: [&str; 11] = ["11", "12", "14", "21", "31", "32", "33", "45", "51", "52", "53"];
/// 天津、甘肃、西藏、宁夏、海南、新疆、青海、浙江、四川、福建、陕西、重庆、广西、云南、山东、河南、安徽、湖南、山西、黑龙江、内蒙古、湖北.
const SMS_2019: [&str; 22] = [
    "12", "62", "54", "64", "46", "65", "63", "33", "51", "35", "61", "50", "45", "53", "37", "41", "34",
    "43", "14", "23", "15", "42",
];
/// 北京、河北、辽宁、吉林、上海、江苏、江西、广东、贵州.
pub(crate) const NO_SMS_2019: [&str; 9] = ["11", "13", "21", "22", "31", "32", "36", "44", "52"];
const PRE_APPROVALS_2019: [&str; 9] = [
    "news",
    "publishing",
    "medicine",
    "culture",
    "broadcast",
    "education",
    "health",
    "ride-hailing",
    "bulletin-board",
];
const PRE_APPROVALS_NOW: [&str; 10] = [
    "news",
    "publishing",
    "medicine",
    "culture",
    "broadcast",
    "ride-hailing",
    "games",
    "finance",
    "tutoring",
    "religion",
];

/// The certificates that fit a kind of organisation.
pub(crate) fn certificates(kind: &str) -> &'static [&'static str] {
    match kind {
        "government" => &["unified-code-certificate", "organisation-code"],
        "public-institution" => &["institution-certificate", "organisation-code"],
        "social-organisation" | "foundation" => &["registration-certificate"],
        "private-non-enterprise" => &["registration-certificate", "organisation-code"],
        "law-firm" => &["practice-licence"],
        "foreign-office" => &["foreign-office-certificate"],
        _ => &["business-licence"],
    }
}

fn row(a: &Applicant) -> Row {
    let found =
        TABLE.iter().find(|(subject, domain, _)| (*subject, *domain) == (a.subject_filed, a.domain_filed));
    found.expect("the table is complete").2
}

fn filing_type(a: &Applicant) -> Option<&'static str> {
    match row(a) {
        Row::File("first")
            if a.subject_filed == "shell" && is_now(a) && SHELL_ADDS.contains(&a.province.0) =>
        {
            Some("new-site-elsewhere")
        }
        Row::File(filing_type) => Some(filing_type),
        Row::Nothing | Row::Stop | Row::Contradiction => None,
    }
}

fn is_now(a: &Applicant) -> bool {
    a.edition == Edition::Current
}

/// Both leads' papers and the face check come earlier on the App of 2019.
fn early(a: &Applicant) -> bool {
    !is_now(a) && a.channel == "app"
}

/// The reason for closing, and the stage in which it is known.
fn closed(a: &Applicant) -> Option<(&'static str, &'static str)> {
    if let Some((_, reason)) = OTHER_OPERATIONS.iter().find(|(operation, _)| *operation == a.operation) {
        return Some((reason, "welcome"));
    }
    if a.region != "mainland" {
        return Some(("no-filing-needed", "prepare"));
    }
    if a.provider != "aliyun" {
        return Some(("file-with-other-provider", "prepare"));
    }
    None
}

/// What is to be put right in a stage, if anything.
pub(crate) fn stop_in(a: &Applicant, stage: &str) -> Option<Stop> {
    let account = match (a.account, a.edition) {
        // An account can be registered on the way; only the wrong one is in the way.
        ("china" | "none", _) => true,
        ("international", Edition::Of2019) => a.channel == "pc",
        _ => false,
    };
    let app = !is_now(a) && a.channel == "app";
    match stage {
        "prepare" if !account => Some(Stop::Account),
        "prepare" if a.commercial && a.is_individual() => Some(Stop::CommercialIndividual),
        "identify" if matches!(row(a), Row::Stop | Row::Contradiction) => Some(Stop::Table),
        "identify" if app && filing_type(a).is_some_and(|t| ["access", "new-site-aliyun"].contains(&t)) => {
            Some(Stop::App)
        }
        _ => None,
    }
}

/// Everything this applicant must go through.
pub(crate) fn expected(applicant: &Applicant) -> Passage {
    let mut a = applicant.clone();
    let mut passage = Passage::default();
    let close = |passage: &mut Passage, reason: &str, stages: &[&str]| {
        passage.closed = Some(reason.to_owned());
        passage.stages = stages.iter().map(|&stage| stage.to_owned()).collect();
    };
    match closed(&a) {
        Some((reason, "welcome")) => {
            close(&mut passage, reason, &["welcome", "closed"]);
            return passage;
        }
        Some((reason, _)) => {
            close(&mut passage, reason, &["welcome", "prepare", "closed"]);
            return passage;
        }
        None => {}
    }
    let mut put_right = |a: &mut Applicant, stage: &str| {
        while let Some(stop) = stop_in(a, stage) {
            passage.stops.push(stage.to_owned());
            a.put_right(stop);
        }
    };
    if a.kind == "other" {
        // The account comes before the kind; a commercial site is not asked any more.
        a.commercial = false;
        put_right(&mut a, "prepare");
        close(&mut passage, "not-possible", &["welcome", "prepare", "closed"]);
        return passage;
    }
    put_right(&mut a, "prepare");
    put_right(&mut a, "identify");
    let a = &a;
    let Some(filing_type) = filing_type(a) else {
        close(&mut passage, "already-filed", &["welcome", "prepare", "identify", "closed"]);
        return passage;
    };
    passage.filing_type = Some(filing_type.to_owned());
    passage.subject_data_asked = !on_record(a) && a.consents;
    passage.filing_password_asked = filing_type == "access" && !is_now(a);
    passage.papers = papers(a, filing_type);
    passage.sms = sms(a, filing_type);
    let face = if !early(a) {
        "upload"
    } else if a.is_individual() {
        "identify"
    } else {
        "details"
    };
    passage.face_check_in = Some(face.to_owned());
    passage.face_check_by = Some(face_check_by(a).to_owned());
    passage.stages = stages(a, &passage);
    passage
}

fn on_record(a: &Applicant) -> bool {
    ["aliyun", "aliyun-other-account"].contains(&a.subject_filed)
}

fn stages(a: &Applicant, passage: &Passage) -> Vec<String> {
    let mut stages = vec!["welcome", "prepare", "identify", "product", "details"];
    let uploads = passage.papers.iter().any(|paper| paper.starts_with("upload "));
    if uploads || passage.face_check_in.as_deref() == Some("upload") {
        stages.push("upload");
    }
    stages.extend(["confirm", "initial-review"]);
    let sms: &[&str] = if passage.sms.is_empty() { &[] } else { &["sms"] };
    match a.world {
        World::Smooth => {}
        World::MailAsked => stages.extend(["mailing", "initial-review"]),
        World::Returned => stages.extend(["returned", "initial-review"]),
        World::SmsLapsed if sms.is_empty() => {}
        World::SmsLapsed => stages.extend(["sms", "returned", "initial-review"]),
        World::Rejected => {
            stages.extend(sms);
            stages.extend(["authority-review", "returned", "initial-review"]);
        }
    }
    stages.extend(sms);
    stages.extend(["authority-review", "filed", "public-security"]);
    if a.commercial {
        stages.push("licence");
    }
    stages.push("complete");
    stages.into_iter().map(str::to_owned).collect()
}

fn sms(a: &Applicant, filing_type: &str) -> BTreeSet<String> {
    let province = a.province.0;
    assert_ne!(
        SMS_2019.contains(&province),
        NO_SMS_2019.contains(&province),
        "the two lists share the provinces"
    );
    if !is_now(a) && NO_SMS_2019.contains(&province) {
        return BTreeSet::new();
    }
    let one_person = a.is_individual() || a.same_lead || (a.shares_mobile && a.tells());
    let persons: &[&str] = match filing_type {
        "first" if one_person => &["subject-lead"],
        "first" => &["subject-lead", "site-lead"],
        _ => &["site-lead"],
    };
    persons.iter().map(|&person| person.to_owned()).collect()
}

fn face_check_by(a: &Applicant) -> &'static str {
    let subject_lead_abroad = !on_record(a) && a.subject_lead_document != "id-card";
    let site_lead_abroad = !a.same_lead && a.site_lead_document != "id-card";
    if a.is_individual() {
        "self"
    } else if !subject_lead_abroad && !site_lead_abroad {
        "site-lead"
    } else if is_now(a) {
        "site-lead-perhaps-subject-lead"
    } else {
        "site-lead-only"
    }
}

fn papers(a: &Applicant, filing_type: &str) -> BTreeSet<String> {
    let (now, province) = (is_now(a), a.province.0);
    let (individual, organisation) = (a.is_individual(), !a.is_individual());
    let in_province = |provinces: &[&str]| provinces.contains(&province);
    let state = ["government", "public-institution"].contains(&a.kind);
    let (asks_subject, other_site_lead) = (!on_record(a), organisation && !a.same_lead);
    let (certificate_in, leads_in) = if early(a) { ("identify", "details") } else { ("upload", "upload") };
    let mut papers = BTreeSet::new();
    let mut ask = |stage: &str, paper: &str, asked: bool| {
        if asked {
            papers.insert(format!("{stage} paper.{paper}"));
        }
    };
    ask(certificate_in, "subject-certificate", asks_subject);
    ask(leads_in, "subject-lead-document", asks_subject && organisation);
    ask(leads_in, "site-lead-document", other_site_lead);

    let letter_for_subject_lead: &[&str] =
        if now { &["22", "23", "32", "34", "46", "51", "62"] } else { &["11", "23", "32", "51", "62"] };
    let letter_accepted = in_province(letter_for_subject_lead) || (province == "63" && state);
    ask(
        "upload",
        "subject-lead-authorisation",
        asks_subject && organisation && !a.legal_representative && letter_accepted,
    );
    let letter_for_site_lead: &[&str] = if now {
        &["12", "15", "31", "34", "35", "36", "42", "43", "50", "51", "52", "61", "64"]
    } else {
        &["12", "15", "31", "35", "42", "43", "50", "52", "61", "64"]
    };
    ask("upload", "site-lead-authorisation", other_site_lead && in_province(letter_for_site_lead));

    let residence_proof: &[&str] = if now {
        &["22", "31", "32", "33", "34", "35", "36", "37", "42", "44", "51", "52"]
    } else {
        &["15", "22", "31", "32", "35", "42", "51", "52"]
    };
    let from_elsewhere = match (a.certificate, province) {
        ("id-card", _) => !a.local && in_province(residence_proof),
        (_, "31" | "51") => true,
        _ => false,
    };
    ask("upload", "residence-proof", individual && asks_subject && from_elsewhere);

    let shows_age =
        |document: &str| ["id-card", "hmt-residence-permit", "permanent-residence-card"].contains(&document);
    let document = if individual { a.certificate } else { a.subject_lead_document };
    let minor = match (a.age, province) {
        (..18, "21" | "22" | "51" | "53") => now,
        (..18, "32") => individual || !a.legal_representative,
        (..18, "44") => true,
        (..18, "50" | "34") => now && individual,
        (..18, "41") | (18..22, "63") => individual && (now || province == "41"),
        _ => false,
    };
    ask("upload", "age-proof", asks_subject && a.tells() && shows_age(document) && minor);

    let asked_for: &[&str] = if now { &PRE_APPROVALS_NOW } else { &PRE_APPROVALS_2019 };
    for (category, answer) in a.content.iter().filter(|(category, _)| asked_for.contains(category)) {
        ask("upload", &format!("pre-approval.{category}"), ["have", "applying"].contains(answer));
        ask("upload", "pre-approval-commitment", *answer == "authority-says-none");
    }

    let domain_certificate = match province {
        "15" => individual,
        "32" => !now,
        "43" => true,
        _ => false,
    };
    ask("upload", "domain-certificate", domain_certificate);
    ask("upload", "commitment", now && in_province(&["32", "44"]));
    ask("upload", "authenticity-slip", !now && in_province(&["44", "54"]));
    ask("upload", "holding-photo", !now && province == "11");
    ask(
        "upload",
        "staffing-office",
        state && (in_province(&["15", "36", "53"]) || (now && province == "23")),
    );
    let party_letter = if now { province == "65" && filing_type != "access" } else { province == "54" };
    ask("upload", "party-letter", party_letter);
    ask("upload", "phone-bill", !now && province == "23");
    papers
}
