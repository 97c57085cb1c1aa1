//! The dossier: everything Alibaba Cloud's system will ask of this case, in its order and with its own names.

use serde::Serialize;

use super::derive::{Status, View};
use super::state::Value;
use super::voice::Voice;
use crate::content::inert;
use crate::content::{Field, FieldKind, Language};
use crate::kind::Kind;
use crate::personal::Personal;

/// The schema of the JSON form; raised when a key changes its meaning.
const SCHEMA: u32 = 1;

/// The dossier of one filing.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Dossier {
    /// The version of this shape.
    pub schema: u32,
    /// The filing's reference.
    pub filing: String,
    /// The filing type, once it is certain.
    #[serde(rename = "type")]
    pub filing_type: Option<String>,
    /// The edition whose rules it follows.
    pub edition: String,
    /// The stage it is in.
    pub stage: String,
    /// Everything required is there.
    pub complete: bool,
    /// The subject's data stand in the account and are taken over by the system.
    pub subject_on_record: bool,
    /// Who does the face check.
    pub face_check: Option<String>,
    /// The lines, in the order of the system's forms.
    pub lines: Vec<DossierLine>,
}

/// One line of the dossier.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct DossierLine {
    /// The form's section.
    pub section: String,
    /// The name in the system.
    pub label: String,
    /// The field it comes from.
    pub field: Option<String>,
    /// The value as it is to be entered; `None`: not given, held back or skipped.
    pub value: Option<Personal>,
    /// `given`, `held`, `skipped` or `missing`.
    pub state: &'static str,
}

impl Dossier {
    /// The dossier of a filing as it stands.
    #[must_use]
    pub fn of(view: &View<'_>) -> Self {
        let chinese = Voice::new(view, Language::ZhCn);
        let entries = view.content.official.entries.iter();
        let asked =
            entries.filter(|entry| view.covers(&entry.period) && view.holds(&entry.when) == Some(true));
        let mut lines: Vec<DossierLine> = asked
            .map(|entry| {
                let (value, state) = match (entry.field, &entry.value) {
                    (Some(number), _) => line_of(view, &chinese, number, &entry.prefix, entry.optional),
                    (None, Some(fixed)) => (Some(fixed.clone()), "given"),
                    (None, None) => (None, "missing"),
                };
                DossierLine {
                    section: entry.section.clone(),
                    label: labelled(
                        &entry.label,
                        entry.field.map(|number| &view.content.fields[number]),
                        &chinese,
                    ),
                    field: entry.field.map(|number| view.content.fields[number].id.clone()),
                    value: value.map(Personal::new),
                    state,
                }
            })
            .collect();
        // What stands in the form together stands here together, wherever its entry was added.
        let sections: Vec<String> = lines.iter().map(|line| line.section.clone()).collect();
        lines.sort_by_key(|line| sections.iter().position(|section| *section == line.section));
        let typed = view.known_type();
        Self {
            schema: SCHEMA,
            filing: view.filing.reference.to_string(),
            complete: typed.is_some() && lines.iter().all(|line| line.state != "missing"),
            filing_type: typed,
            edition: view.filing.edition.clone(),
            stage: view.content.stages[view.stage()].id.clone(),
            subject_on_record: view.is("subject.on-record", "yes"),
            face_check: view.value("face-check.who").map(str::to_owned),
            lines,
        }
    }

    /// The dossier to be read and copied line by line. Labels are the system's; the words around them are the voice's.
    #[must_use]
    pub fn markdown(&self, voice: &Voice<'_>) -> String {
        let mut parts = vec![voice.say_with("dossier-head", &[("reference", self.filing.clone())])];
        let missing: Vec<&str> = self
            .lines
            .iter()
            .filter(|line| line.state == "missing")
            .map(|line| line.label.as_str())
            .collect();
        if !missing.is_empty() {
            parts.push(
                voice.say_with(
                    "dossier-incomplete",
                    &[("missing", missing.join(&voice.say("list-separator")))],
                ),
            );
        }
        if self.subject_on_record {
            parts.push(voice.say("dossier-on-record"));
        }
        let mut section = "";
        let mut lines = Vec::new();
        for line in &self.lines {
            if line.section != section {
                if !lines.is_empty() {
                    parts.push(std::mem::take(&mut lines).join("\n"));
                }
                section = &line.section;
                lines.push(format!("**{}**", voice.say(&format!("dossier-section-{section}"))));
            }
            let value = match (line.state, &line.value) {
                ("held", _) => voice.say("held-back"),
                ("skipped", _) => voice.say("skipped"),
                (_, Some(value)) => inert(value.expose()),
                (_, None) => voice.say("not-given"),
            };
            lines.push(format!(
                "- {}",
                voice.say_with("dossier-line", &[("label", Self::label(line, voice)), ("value", value)])
            ));
        }
        parts.push(lines.join("\n"));
        parts.push(voice.say("dossier-note"));
        parts.join("\n\n")
    }
}

impl Dossier {
    /// The system's own name; for who does not read it, beside its meaning.
    fn label(line: &DossierLine, voice: &Voice<'_>) -> String {
        let field = line.field.as_deref().and_then(|id| voice.view.content.field(id));
        match (voice.language, field) {
            (Language::En, Some(field)) => {
                let meaning = voice.label(field);
                if meaning.contains(&line.label) { meaning } else { format!("{meaning}: {}", line.label) }
            }
            (_, _) => line.label.clone(),
        }
    }
}

/// A line made for a category names it.
fn labelled(label: &str, field: Option<&Field>, chinese: &Voice<'_>) -> String {
    let category = field.map(|field| chinese.category(field)).unwrap_or_default();
    category.first().map_or_else(|| label.to_owned(), |(_, name)| format!("{label} · {name}"))
}

fn line_of(
    view: &View<'_>,
    chinese: &Voice<'_>,
    number: usize,
    prefix: &str,
    optional: bool,
) -> (Option<String>, &'static str) {
    let field = &view.content.fields[number];
    match view.status[number] {
        Status::Implied(option) => (Some(chinese.option_label(field, &field.options[option].id)), "given"),
        Status::Withheld => (None, "held"),
        Status::Answered => match view.answer(number).map(|answer| &answer.value) {
            Some(Value::Held) => (None, "held"),
            Some(Value::Skipped) => (None, "skipped"),
            Some(Value::Text(text)) if field.kind == FieldKind::Typed(Kind::Province) => {
                let province = view.content.provinces.by_code(text.expose());
                (province.map(|province| province.zh.clone()), "given")
            }
            Some(Value::Text(text)) => (Some(format!("{prefix}{}", text.expose())), "given"),
            Some(value @ (Value::One(_) | Value::Many(_))) => (Some(chinese.value(field, value)), "given"),
            None => (None, "missing"),
        },
        Status::Undecided | Status::Absent | Status::Open if optional => (None, "skipped"),
        Status::Undecided | Status::Absent | Status::Open => (None, "missing"),
    }
}
