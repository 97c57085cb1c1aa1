//! Texts: none missing, none unused, the same variables in both languages, every variable known, none too long, no two
//! buttons of a question alike.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Content;
use super::super::fault::{Fault, Spot};
use super::super::field::{Field, FieldKind, GateKind};
use super::super::text::{Entry, Language};
use super::super::wanted::{COMMON, REFUSALS};
use super::Whole;
use crate::kind::Kind;

/// The longest text, in UTF-16 units, with its longest values: a panel adds progress, rules and hints to it.
const TEXT_UNITS_MAX: usize = 3000;

/// The longest texts of their kind, in UTF-16 units: what Telegram shows takes no more.
const UNITS_MAX_OF: [(&str, usize); 5] = [
    ("toast-", 200),
    ("too-fast", 200),
    ("command-", 256),
    ("bot-description", 512),
    ("bot-short-description", 120),
];

/// The longest label of a button, in characters.
const BUTTON_CHARS_MAX: usize = 64;

/// What the answer kinds give to the words of a refusal.
const REFUSAL_VARIABLES: &[&str] = &[
    "example",
    "kind",
    "length",
    "expected",
    "max",
    "min",
    "word",
    "words",
    "source",
    "means",
    "names",
    "position",
    "character",
    "province",
    "limit",
    "to",
];

/// What the answer kinds give to the words of a note.
const NOTE_VARIABLES: &[&str] = REFUSAL_VARIABLES;

/// Variables that every text may use.
const EVERYWHERE: [&str; 3] = ["edition", "reference", "administration"];

/// The texts that these dialogues need, each with the variables it is given and the place that needs it.
type Needed = BTreeMap<String, (BTreeSet<String>, Spot)>;

/// Adds what is wrong with the texts.
pub(super) fn all(content: &Content, whole: Whole, faults: &mut Vec<Fault>) {
    let mut needed = needed(content);
    optional(content, &mut needed);
    for language in Language::ALL {
        let entries = content.texts.entries(language);
        for (id, (_, spot)) in &needed {
            if whole.texts && !is_optional(id) && !entries.contains_key(id) {
                faults.push(spot.fault(format!("text `{id}` is missing in {}", language.id())));
            }
        }
        for (id, entry) in entries {
            let Some((given, _)) = needed.get(id) else {
                if whole.flow && !is_override(content, id) {
                    let what = if is_optional(id) { "belongs to no option" } else { "is used by nothing" };
                    faults.push(entry.spot.fault(format!("text `{id}` {what}")));
                }
                continue;
            };
            for variable in &entry.variables {
                if !given.contains(variable) && !is_general(content, variable) {
                    faults
                        .push(entry.spot.fault(format!("`{id}` uses ${variable}, which is not known there")));
                }
            }
            let units = entry.longest.encode_utf16().count();
            let of_kind = UNITS_MAX_OF.iter().find(|(kind, _)| id.starts_with(kind));
            let units_max = of_kind.map_or(TEXT_UNITS_MAX, |(_, units_max)| *units_max);
            if units > units_max {
                faults.push(
                    entry.spot.fault(format!("`{id}` has {units} characters (those beyond 16 bits count twice); expected at most {units_max}")),
                );
            }
            if id.contains(".opt-")
                && entry.longest.chars().count() > BUTTON_CHARS_MAX
                && entry.variables.is_empty()
            {
                faults.push(entry.spot.fault(format!(
                    "`{id}` has {} characters and stands on a button; expected at most {BUTTON_CHARS_MAX}",
                    entry.longest.chars().count()
                )));
            }
            if entry.longest.trim().is_empty() {
                faults.push(entry.spot.fault(format!("`{id}` is empty; expected words")));
            }
            marks(id, entry, faults);
        }
    }
    same_variables(content, faults);
    distinct_buttons(content, faults);
}

/// Marks that are read: bold closed, links to pages, none on a button.
fn marks(id: &str, entry: &Entry, faults: &mut Vec<Fault>) {
    let text = entry.longest.as_str();
    if !text.matches("**").count().is_multiple_of(2) {
        faults.push(entry.spot.fault(format!("`{id}` opens ** without closing it")));
    }
    let part = id.split_once('.').map_or(id, |(_, part)| part);
    let is_link =
        |at: usize| ["](https://", "](http://", "]({"].iter().any(|link| text[at..].starts_with(link));
    if let Some((at, _)) = text.match_indices("](").find(|(at, _)| !is_link(*at)) {
        let shown: String = text[at + 2..].chars().take_while(|char| *char != ')').collect();
        faults.push(
            entry
                .spot
                .fault(format!("`{id}` links to `{shown}`; expected an address that begins with https://")),
        );
    }
    let is_button = part == "label" || part.starts_with("opt-") || id.starts_with("nav-");
    if is_button && (text.contains("**") || text.contains("](")) {
        faults
            .push(entry.spot.fault(format!("`{id}` has marks; expected plain words, it stands on a button")));
    }
}

/// What an option may have beside its label: other words for it, and what is said once it is chosen.
const BESIDE_OPTIONS: [&str; 2] = ["also", "said"];

fn is_optional(id: &str) -> bool {
    id.split_once('.').is_some_and(|(_, attribute)| attribute == "brief" || attribute == "waiting")
        || (id.starts_with("answer-") && id.split_once('.').is_some_and(|(_, part)| part != "label"))
        || BESIDE_OPTIONS.iter().any(|beside| id.contains(&format!(".{beside}-")))
}

fn optional(content: &Content, needed: &mut Needed) {
    for field in &content.fields {
        let own: BTreeSet<String> = own_variables(field).iter().map(|name| (*name).to_owned()).collect();
        // What is asked of a long question once it was answered in a way that does not fit.
        needed.entry(format!("{}.brief", field.text)).or_insert((own.clone(), field.spot.clone()));
        // What is said to whoever waits for what is asked.
        needed.entry(format!("{}.waiting", field.text)).or_insert((own.clone(), field.spot.clone()));
        for option in &field.options {
            for beside in BESIDE_OPTIONS {
                let id = format!("{}.{beside}-{}", field.text, option.id);
                needed.entry(id).or_insert((own.clone(), field.spot.clone()));
            }
        }
    }
}

/// Labels of `yes` and `no`, and the like, that a field may have of its own; refusals of one kind.
fn is_override(content: &Content, id: &str) -> bool {
    let shared = [".opt-yes", ".opt-no", ".opt-ready", ".opt-not-yet"];

    content.fields.iter().any(|field| shared.iter().any(|end| *id == format!("{}{end}", field.text)))
}

fn is_general(content: &Content, variable: &str) -> bool {
    EVERYWHERE.contains(&variable)
        || content.name_of_variable(variable).is_some()
        || variable.strip_suffix("-label").is_some_and(|base| content.name_of_variable(base).is_some())
}

fn same_variables(content: &Content, faults: &mut Vec<Fault>) {
    let [first, second] = Language::ALL;
    for (id, entry) in content.texts.entries(first) {
        if let Some(other) = content.texts.entries(second).get(id)
            && other.variables != entry.variables
        {
            let list = |variables: &BTreeSet<String>| {
                variables.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(" ")
            };
            let (here, there) = (list(&entry.variables), list(&other.variables));
            faults.push(other.spot.fault(format!(
                "`{id}` uses {} in {} and {} in {}; expected the same",
                if here.is_empty() { "no variable" } else { &here },
                first.id(),
                if there.is_empty() { "no variable" } else { &there },
                second.id()
            )));
        }
    }
}

fn distinct_buttons(content: &Content, faults: &mut Vec<Fault>) {
    for language in Language::ALL {
        for field in &content.fields {
            let mut seen: BTreeMap<String, &str> = BTreeMap::new();
            for option in &field.options {
                let id = format!("{}.opt-{}", field.text, option.id);
                let Some(entry) = content.texts.entries(language).get(&id) else {
                    continue;
                };
                if let Some(other) = seen.insert(entry.longest.clone(), &option.id) {
                    faults.push(
                        entry.spot.fault(format!(
                            "`{id}` reads like the button of `{other}`; expected another text"
                        )),
                    );
                }
            }
        }
    }
}

fn needed(content: &Content) -> Needed {
    let mut needed = Needed::new();
    let nowhere = Spot::of("texts", 0);
    let mut need = |id: String, own: &[&str], spot: &Spot| {
        let own = own.iter().map(|name| (*name).to_owned()).collect();
        needed.entry(id).or_insert((own, spot.clone()));
    };
    for (id, own) in COMMON {
        need((*id).to_owned(), own, &nowhere);
    }
    for (reason, own) in REFUSALS {
        need(format!("refusal-{reason}"), own, &nowhere);
    }
    for field in &content.fields {
        for (id, own) in of_field(field) {
            need(id, own, &field.spot);
        }
    }
    for (kind, field) in kinds_in_use(content) {
        for reason in kind.reasons() {
            let special = format!("refusal-{}-{reason}", kind.id());
            let in_all = Language::ALL.into_iter().any(|language| content.texts.has(language, &special));
            let id = if in_all { special } else { format!("refusal-{reason}") };
            need(id, REFUSAL_VARIABLES, &field.spot);
        }
    }
    for (kind, field) in kinds_in_use(content) {
        for note in kind.notes() {
            need(format!("note-{note}"), NOTE_VARIABLES, &field.spot);
        }
    }
    for stage in &content.stages {
        need(format!("stage-{}", stage.id), &[], &stage.spot);
        need(format!("stage-{}.label", stage.id), &[], &stage.spot);
    }
    of_gates_and_types(content, &mut needed);
    of_knowledge(content, &mut needed);
    needed
}

/// An answer for each topic, with its name; `province` is known where the answer depends on it.
fn of_knowledge(content: &Content, needed: &mut Needed) {
    for topic in &content.knowledge.topics {
        for id in [topic.text(), format!("{}.label", topic.text())] {
            needed.entry(id).or_insert((BTreeSet::new(), topic.spot.clone()));
        }
        let group = format!("topics-of-{}", topic.group());
        needed.entry(group).or_insert((BTreeSet::new(), topic.spot.clone()));
        let province: BTreeSet<String> = ["province".to_owned()].into();
        for part in content.knowledge.text_parts(topic) {
            needed
                .entry(format!("{}.{part}", topic.text()))
                .or_insert((province.clone(), topic.spot.clone()));
        }
    }
}

fn kinds_in_use(content: &Content) -> Vec<(Kind, &Field)> {
    let of = |field: &'_ Field| -> Vec<Kind> {
        match &field.kind {
            FieldKind::Typed(kind) => vec![*kind],
            FieldKind::By { kinds, .. } => kinds.iter().map(|(_, kind)| *kind).collect(),
            FieldKind::Choice
            | FieldKind::YesNo
            | FieldKind::Notice
            | FieldKind::Paper
            | FieldKind::Choices
            | FieldKind::Reopenable => Vec::new(),
        }
    };
    content.fields.iter().flat_map(|field| of(field).into_iter().map(move |kind| (kind, field))).collect()
}

/// What a field's texts are given beside what all are given.
fn own_variables(field: &Field) -> &'static [&'static str] {
    if field.category.is_some() {
        &["category", "document", "authority"]
    } else {
        &["public-security-due", "public-security-days", "public-security-state"]
    }
}

/// What a field says.
fn of_field(field: &Field) -> Vec<(String, &'static [&'static str])> {
    let own = own_variables(field);
    let mut ids: Vec<String> =
        [field.text.clone(), format!("{}.label", field.text), format!("{}.help", field.text)].into();
    let named = match field.kind {
        FieldKind::Choice | FieldKind::Choices | FieldKind::Notice => true,
        FieldKind::YesNo
        | FieldKind::Paper
        | FieldKind::Reopenable
        | FieldKind::Typed(_)
        | FieldKind::By { .. } => false,
    };
    if named {
        ids.extend(field.options.iter().map(|option| format!("{}.opt-{}", field.text, option.id)));
    }
    if field.kind != FieldKind::Paper {
        ids.extend(
            field.later.iter().chain(&field.at_once).map(|option| format!("{}.again-{option}", field.text)),
        );
    }
    ids.into_iter().map(|id| (id, own)).collect()
}

fn of_gates_and_types(content: &Content, needed: &mut Needed) {
    let mut need = |id: String, own: &[&str], spot: &Spot| {
        let own = own.iter().map(|name| (*name).to_owned()).collect();
        needed.entry(id).or_insert((own, spot.clone()));
    };
    for gate in &content.gates {
        if let GateKind::Exit { reason } = &gate.kind {
            need(format!("closed-{reason}"), &[], &gate.spot);
        }
        match (gate.text, &gate.kind) {
            (Some(_), _) => {}
            (None, GateKind::Stop { .. }) => need(format!("stop-{}", gate.id), &[], &gate.spot),
            (None, GateKind::Exit { .. }) => need(format!("exit-{}", gate.id), &[], &gate.spot),
        }
    }
    let facts = Spot::of("rules/types.toml", 0);
    if let Some(rows) = content.variable("filing.row") {
        for row in &content.variables[rows.index()].values {
            need(format!("row-{row}"), &[], &facts);
        }
    }
    if let Some(types) = content.variable("filing.type") {
        need("field-filing-type".to_owned(), &[], &facts);
        need("field-filing-type.label".to_owned(), &[], &facts);
        need("field-filing-type.help".to_owned(), &[], &facts);
        for kind in content.variables[types.index()].values.iter().filter(|kind| *kind != "undecided") {
            need(format!("field-filing-type.opt-{kind}"), &[], &facts);
        }
    }
    for timer in &content.timers {
        let id = timer.text();
        need(format!("deadline-{id}"), &[], &timer.spot);
        for ordinal in
            (1..=timer.clock.at.len()).map(|ordinal| ordinal.to_string()).chain(["again".to_owned()])
        {
            need(format!("timer-{id}-{ordinal}"), &["due", "days", "hours", "state", "since"], &timer.spot);
        }
    }
    let durations = Spot::of("rules/durations.toml", 0);
    for duration in &content.durations {
        need(format!("duration-{}", duration.id), &[], &durations);
    }
    for entry in &content.official.entries {
        need(format!("dossier-section-{}", entry.section), &[], &entry.spot);
    }
}
