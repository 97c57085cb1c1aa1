//! What counts as an answer to a field, and its options.

use toml::Value;

use super::super::condition::Condition;
use super::super::fact::Period;
use super::super::fault::{Fault, Spot};
use super::super::field::{Choice, Field, FieldKind};
use super::super::load::spot;
use super::super::raw;
use super::names::option_id;
use super::{Declared, Resolver};
use crate::kind::Kind;

/// The kinds of answers of each file by itself: for files beside one that cannot be read.
pub(in super::super) fn kinds_alone(flows: &[(&str, &str, raw::Flow)], faults: &mut Vec<Fault>) {
    for (file, text, flow) in flows {
        for field in &flow.field {
            if let Value::String(id) = &field.kind {
                named_kind(id, &spot(file, text, field.id.span().start), faults);
            }
        }
    }
}

impl Resolver {
    pub(super) fn kind_and_options(&mut self, declared: &Declared, faults: &mut Vec<Fault>) {
        let at = self.content.fields[declared.number].spot.clone();
        let kind = self.kind(&declared.raw.kind, &at, faults);
        let ids: Vec<String> = match (&kind, &declared.raw.options) {
            (Some(FieldKind::YesNo), None) => vec!["yes".to_owned(), "no".to_owned()],
            (Some(FieldKind::Notice), None) => vec!["understood".to_owned()],
            (Some(FieldKind::Paper), None) => vec!["ready".to_owned(), "not-yet".to_owned()],
            (Some(FieldKind::Choice | FieldKind::Choices), Some(Value::Array(options))) => {
                options.iter().filter_map(|option| option_id(option, &at, faults)).collect()
            }
            (Some(FieldKind::Choice | FieldKind::Choices), _) => {
                faults.push(at.fault("a choice needs `options`; expected a list of ids"));
                Vec::new()
            }
            (_, Some(_)) if kind != Some(FieldKind::Reopenable) => {
                faults.push(at.fault("`options` belong to choices only"));
                Vec::new()
            }
            (_, _) => Vec::new(),
        };
        let field = &mut self.content.fields[declared.number];
        if kind == Some(FieldKind::Paper) {
            field.later = vec!["not-yet".to_owned()];
        }
        match kind {
            Some(kind) => field.kind = kind,
            None => self.whole = false,
        }
        field.options = ids
            .into_iter()
            .map(|id| Choice { id, when: Condition::ALWAYS, period: Period::default() })
            .collect();
    }

    pub(super) fn kind(&self, raw: &Value, at: &Spot, faults: &mut Vec<Fault>) -> Option<FieldKind> {
        match raw {
            Value::String(id) => named_kind(id, at, faults),
            Value::Table(table) => {
                let by = table.get("by").and_then(Value::as_str);
                let kinds = table.get("kinds").and_then(Value::as_table);
                let (Some(by), Some(kinds)) = (by, kinds) else {
                    faults.push(at.fault("expected `kind = { by = FIELD, kinds = { OPTION = KIND } }`"));
                    return None;
                };
                unknown_keys(table, &["by", "kinds"], at, faults);
                let field = self.field(by, at, faults)?;
                let mut resolved = Vec::new();
                for (option, kind) in kinds {
                    match kind.as_str().and_then(Kind::parse) {
                        Some(kind) => resolved.push((option.clone(), kind)),
                        None => faults.push(at.fault(format!("{kind} is no kind of typed answer"))),
                    }
                }
                Some(FieldKind::By { field, kinds: resolved })
            }
            Value::Integer(_)
            | Value::Float(_)
            | Value::Boolean(_)
            | Value::Datetime(_)
            | Value::Array(_) => {
                faults.push(at.fault("expected a kind of answer"));
                None
            }
        }
    }

    /// A field whose kind another one names has a kind for each of its options, and for nothing else.
    pub(super) fn kinds_of_options(&self, field: &Field, faults: &mut Vec<Fault>) {
        let FieldKind::By { field: by, kinds } = &field.kind else {
            return;
        };
        let by = &self.content.fields[*by];
        for option in &by.options {
            if !by.comes_back(&option.id) && !kinds.iter().any(|(id, _)| *id == option.id) {
                let what = format!(
                    "`kinds` has none for `{}`; expected one for each option of `{}`",
                    option.id, by.id
                );
                faults.push(field.spot.fault(what));
            }
        }
        for (id, _) in kinds {
            if !by.options.iter().any(|option| option.id == *id) {
                let expected =
                    by.options.iter().map(|option| option.id.as_str()).collect::<Vec<_>>().join(", ");
                let what = format!("`{id}` is no option of `{}`; expected one of: {expected}", by.id);
                faults.push(field.spot.fault(what));
            }
        }
    }
}

fn named_kind(id: &str, at: &Spot, faults: &mut Vec<Fault>) -> Option<FieldKind> {
    let kind = match id {
        "choice" => Some(FieldKind::Choice),
        "yes-no" => Some(FieldKind::YesNo),
        "notice" => Some(FieldKind::Notice),
        "paper" => Some(FieldKind::Paper),
        "choices" => Some(FieldKind::Choices),
        "reopenable" => Some(FieldKind::Reopenable),
        typed => Kind::parse(typed).map(FieldKind::Typed),
    };
    if kind.is_none() {
        let expected = kinds_known();
        faults.push(at.fault(format!("`{id}` is no kind of answer; expected one of: {expected}")));
    }
    kind
}

/// Every kind of answer, to be told where one is misspelt.
fn kinds_known() -> String {
    let chosen = ["choice", "choices", "yes-no", "notice", "paper", "reopenable"];
    chosen.into_iter().chain(Kind::ALL.iter().map(|kind| kind.id())).collect::<Vec<_>>().join(", ")
}

/// Keys that nothing would look at.
pub(super) fn unknown_keys(table: &toml::Table, known: &[&str], at: &Spot, faults: &mut Vec<Fault>) {
    for key in table.keys().filter(|key| !known.contains(&key.as_str())) {
        faults.push(at.fault(format!("unknown key `{key}`; expected one of: {}", known.join(", "))));
    }
}
