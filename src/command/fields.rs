//! `beian fields`: every field that can be asked, for people and for programs.

use serde_json::{Value, json};

use super::{Answer, open, print};
use crate::config::Config;
use crate::content::{Condition, Content, Field, FieldKind, Language};
use crate::dialogue::STOP_FIELD;
use crate::kind::Kind;

pub(super) fn run(config: &Config, as_json: bool) -> anyhow::Result<Answer> {
    let content = open::content(config)?;
    let on_request = (0..content.fields.len()).filter(|number| content.fields[*number].on_request);
    let order: Vec<usize> = content.fields_in_order().into_iter().chain(on_request).collect();
    if as_json {
        let asked = order.iter().map(|number| described(&content, &content.fields[*number]));
        let fields: Vec<Value> = asked.chain(not_asked(&content)).collect();
        print(&serde_json::to_string_pretty(&fields)?);
        return Ok(Answer::Done);
    }
    for field in order.into_iter().map(|number| &content.fields[number]) {
        let category = field.category.map(|number| content.categories[number].name[0].clone());
        let label = content.texts.say(Language::ZhCn, &format!("{}.label", field.text), |_| category.clone());
        let stage = &content.stages[field.stage].id;
        print(&format!("{stage:18} {:34} {:26} {label}", field.id, kind_id(&content, field)));
    }
    Ok(Answer::Done)
}

/// What has an id and is never asked as a question of its own: the derived type, and the stop.
fn not_asked(content: &Content) -> [Value; 2] {
    let types = content.variable("filing.type").map(|var| &content.variables[var.index()].values);
    let types: Vec<&String> = types.into_iter().flatten().filter(|kind| *kind != "undecided").collect();
    let entry = |id: &str, kind: &str, options: Value, example: Value| {
        json!({
            "id": id, "stage": "identify", "kind": kind, "options": options, "optional": false, "personal": false,
            "example": example, "condition": null, "depends": [], "reasons": ["not-an-option"],
        })
    };
    [
        entry("filing.type", "derived", json!(types), Value::Null),
        entry(STOP_FIELD, "choice", json!(["solved"]), json!("solved")),
    ]
}

fn described(content: &Content, field: &Field) -> Value {
    let depends: Vec<&str> = field.depends.iter().map(|number| content.fields[*number].id.as_str()).collect();
    let options: Vec<&str> = field.options.iter().map(|option| option.id.as_str()).collect();
    let place = content
        .places
        .iter()
        .find(|place| content.fields[place.field].id == field.id && place.stage == field.stage);
    json!({
        "id": field.id,
        "stage": content.stages[field.stage].id,
        "kind": kind_id(content, field),
        "options": options,
        "optional": field.optional,
        "personal": field.personal,
        "example": field.example,
        "condition": place.map_or(Value::Null, |place| condition(content, &place.when)),
        "depends": depends,
        "reasons": reasons(field),
    })
}

fn kind_id(content: &Content, field: &Field) -> String {
    match &field.kind {
        FieldKind::Choice => "choice".to_owned(),
        FieldKind::YesNo => "yes-no".to_owned(),
        FieldKind::Notice => "notice".to_owned(),
        FieldKind::Paper => "paper".to_owned(),
        FieldKind::Choices | FieldKind::Reopenable => "choices".to_owned(),
        FieldKind::Typed(kind) => kind.id().to_owned(),
        FieldKind::By { field, .. } => format!("by {}", content.fields[*field].id),
    }
}

fn reasons(field: &Field) -> Vec<&'static str> {
    let of = |kinds: &[Kind]| -> Vec<&'static str> {
        let mut reasons: Vec<&'static str> =
            kinds.iter().flat_map(|kind| kind.reasons().iter().copied()).collect();
        reasons.push("too-long");
        if field.past {
            reasons.push("date-future");
        }
        reasons.sort_unstable();
        reasons.dedup();
        reasons
    };
    match &field.kind {
        FieldKind::Typed(kind) => of(&[*kind]),
        FieldKind::By { kinds, .. } => of(&kinds.iter().map(|(_, kind)| *kind).collect::<Vec<_>>()),
        FieldKind::Choice | FieldKind::YesNo | FieldKind::Notice => vec!["not-an-option"],
        FieldKind::Choices | FieldKind::Reopenable => {
            vec!["choose-at-least-one", "none-excludes", "not-an-option"]
        }
        FieldKind::Paper => {
            vec!["file-empty", "file-too-large", "file-type", "file-unreadable", "not-an-option"]
        }
    }
}

/// A condition as other programs read it: `{"all":[..]}`, `{"any":[..]}`, `{"NAME":[VALUES]}`.
fn condition(content: &Content, condition: &Condition) -> Value {
    let list = |parts: &[Condition]| -> Vec<Value> {
        parts.iter().map(|part| self::condition(content, part)).collect()
    };
    match condition {
        Condition::All(parts) if parts.is_empty() => Value::Null,
        Condition::All(parts) => json!({ "all": list(parts) }),
        Condition::Any(parts) => json!({ "any": list(parts) }),
        Condition::Is(var, values) => {
            let variable = &content.variables[var.index()];
            let values: Vec<&str> = values.iter().map(|n| variable.values[n].as_str()).collect();
            json!({ variable.name.as_str(): values })
        }
    }
}
