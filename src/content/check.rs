//! The lint: what a loader cannot see because every name resolves, and still would be wrong in a conversation.
//!
//! Texts: none missing, none unused, the same variables in both languages, every variable known, none too long, no
//! two buttons of a question alike. Flow: conditions look back only, every stage can be entered and left, examples
//! pass, nothing personal before consent. Rules: each with a source.

use std::collections::{BTreeMap, BTreeSet};

use super::condition::{Condition, Var};
use super::fault::{Fault, Spot};
use super::field::{Field, FieldKind, GateKind, Step};
use super::text::Language;
use super::wanted::{COMMON, REFUSALS};
use super::{Content, Timer};
use crate::kind::{Given, Kind};
use crate::rules::Province;

/// The longest text, in UTF-16 units, with its longest values: a panel adds progress, rules and hints to it.
const TEXT_UNITS_MAX: usize = 3000;

/// The longest label of a button, in characters.
const BUTTON_CHARS_MAX: usize = 64;

/// Why a filing may be closed without a number: a contract with other programs.
const CLOSED_REASONS: [&str; 6] = [
    "no-filing-needed",
    "file-with-other-provider",
    "already-filed",
    "other-operation",
    "not-possible",
    "cancelled",
];

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

/// Adds everything that is wrong with resolved content.
pub(super) fn all(content: &Content, faults: &mut Vec<Fault>) {
    texts(content, faults);
    stages(content, faults);
    conditions(content, faults);
    fields(content, faults);
    rules(content, faults);
    gates(content, faults);
    content.timers.iter().for_each(|timer| timers(timer, faults));
}

// ---- texts ---------------------------------------------------------------------------------------------

/// The texts that these dialogues need, each with the variables it is given and the place that needs it.
type Needed = BTreeMap<String, (BTreeSet<String>, Spot)>;

fn texts(content: &Content, faults: &mut Vec<Fault>) {
    let needed = needed(content);
    let optional = |id: &str| id.contains(".also-") || id.contains(".said-");
    for language in Language::ALL {
        let entries = content.texts.entries(language);
        for (id, (_, spot)) in &needed {
            if !entries.contains_key(id) {
                faults.push(spot.fault(format!("text `{id}` is missing in {}", language.id())));
            }
        }
        for (id, entry) in entries {
            let Some((given, _)) = needed.get(id) else {
                if !optional(id) && !is_override(content, id) {
                    faults.push(entry.spot.fault(format!("text `{id}` is used by nothing")));
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
            if units > TEXT_UNITS_MAX {
                faults.push(
                    entry.spot.fault(format!("`{id}` has {units} units; expected at most {TEXT_UNITS_MAX}")),
                );
            }
            if id.contains(".opt-")
                && entry.longest.chars().count() > BUTTON_CHARS_MAX
                && entry.variables.is_empty()
            {
                faults.push(entry.spot.fault(format!(
                    "`{id}` is longer than {BUTTON_CHARS_MAX} characters; it stands on a button"
                )));
            }
            if !entry.longest.matches("**").count().is_multiple_of(2) {
                faults.push(entry.spot.fault(format!("`{id}` opens ** without closing it")));
            }
        }
    }
    same_variables(content, faults);
    distinct_buttons(content, faults);
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
    let nowhere = Spot { file: "texts".to_owned(), line: 0 };
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
    needed
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

/// What a field says.
fn of_field(field: &Field) -> Vec<(String, &'static [&'static str])> {
    const CATEGORY: &[&str] = &["category", "document", "authority"];
    const DEADLINE: &[&str] = &["public-security-due", "public-security-days", "public-security-state"];
    let own = if field.category.is_some() { CATEGORY } else { DEADLINE };
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
        match (gate.text, &gate.kind) {
            (Some(_), _) => {}
            (None, GateKind::Stop { .. }) => need(format!("stop-{}", gate.id), &[], &gate.spot),
            (None, GateKind::Exit { .. }) => need(format!("exit-{}", gate.id), &[], &gate.spot),
        }
    }
    let facts = Spot { file: "rules/types.toml".to_owned(), line: 0 };
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
        let id = timer.id.replace('.', "-");
        need(format!("deadline-{id}"), &[], &timer.spot);
        for ordinal in 1..=timer.at.len() {
            need(format!("timer-{id}-{ordinal}"), &["due", "days"], &timer.spot);
        }
    }
    let durations = Spot { file: "rules/durations.toml".to_owned(), line: 0 };
    for duration in &content.durations {
        need(format!("duration-{}", duration.id), &[], &durations);
    }
    for entry in &content.official.entries {
        need(format!("dossier-section-{}", entry.section), &[], &entry.spot);
    }
}

// ---- flow ----------------------------------------------------------------------------------------------

fn stages(content: &Content, faults: &mut Vec<Fault>) {
    let Some(last) = content.stages.iter().rposition(|stage| stage.open) else {
        faults.push(Fault {
            file: "flow/stages.toml".to_owned(),
            line: 0,
            what: "no stage is open; expected the checklist from hello to submission".to_owned(),
        });
        return;
    };
    let mut reached: BTreeSet<usize> =
        (0..content.stages.len()).filter(|stage| content.stages[*stage].open).collect();
    for _ in 0..content.stages.len() {
        for transition in &content.transitions {
            if reached.contains(&transition.from) {
                reached.insert(transition.to);
            }
        }
    }
    let beside: BTreeSet<usize> =
        content.stages.iter().flat_map(|stage| stage.beside.iter().copied()).collect();
    for (number, stage) in content.stages.iter().enumerate() {
        let leaves = content.transitions.iter().any(|transition| transition.from == number);
        if !reached.contains(&number) && !beside.contains(&number) && stage.id != "closed" {
            faults.push(
                stage
                    .spot
                    .fault(format!("stage `{}` is never entered; expected a transition to it", stage.id)),
            );
        }
        if !leaves && !stage.is_final && !beside.contains(&number) && (!stage.open || number == last) {
            faults.push(
                stage
                    .spot
                    .fault(format!("stage `{}` is never left; expected a transition from it", stage.id)),
            );
        }
    }
}

/// Every condition looks only at what is asked before it: otherwise one pass would not be enough.
fn conditions(content: &Content, faults: &mut Vec<Fault>) {
    let order = order_of_asking(content);
    for (number, place) in content.places.iter().enumerate() {
        let Some(here) = order.iter().position(|asked| *asked == number) else {
            continue;
        };
        let field = &content.fields[place.field];
        let mut looks_at = BTreeSet::new();
        let mut note = |condition: &Condition| {
            condition.visit(&mut |var: Var, _| content.fields_behind(var, &mut looks_at));
        };
        note(&place.when);
        field.options.iter().for_each(|option| note(&option.when));
        looks_at.extend(field.depends.iter().copied());
        for other in looks_at {
            let first = order.iter().position(|asked| content.places[*asked].field == other);
            let asked_before = first.is_some_and(|first| first < here);
            if !asked_before && !content.fields[other].on_request {
                let (field, other) = (&field.id, &content.fields[other].id);
                faults.push(
                    place.spot.fault(format!("`{field}` depends on `{other}`, which is not asked before it")),
                );
            }
        }
        if place.when.is_never() {
            faults.push(
                place.spot.fault(format!("`{}` can never be asked: its condition allows no value", field.id)),
            );
        }
    }
}

fn order_of_asking(content: &Content) -> Vec<usize> {
    let asked = |step: &Step| match step {
        Step::Ask(place) => Some(*place),
        Step::Gate(_) => None,
    };
    content.steps.iter().flatten().filter_map(asked).collect()
}

fn fields(content: &Content, faults: &mut Vec<Fault>) {
    let order = order_of_asking(content);
    let agreed = content.field_number("consent");
    let consent_at = order.iter().position(|place| Some(content.places[*place].field) == agreed);
    for (number, field) in content.fields.iter().enumerate() {
        let first = order.iter().position(|place| content.places[*place].field == number);
        if first.is_none() && !field.on_request {
            faults.push(field.spot.fault(format!("field `{}` is asked nowhere", field.id)));
        }
        if field.personal && first.is_some() && (consent_at.is_none() || first < consent_at) {
            faults.push(
                field.spot.fault(format!("field `{}` is personal; expected it behind `consent`", field.id)),
            );
        }
        for (topic, _) in &field.shows {
            if !has_topic(content, topic) {
                faults.push(field.spot.fault(format!("no province has a rule on `{topic}`")));
            }
        }
        example(content, field, faults);
    }
}

fn example(content: &Content, field: &Field, faults: &mut Vec<Fault>) {
    let kinds: Vec<Kind> = match &field.kind {
        FieldKind::Typed(kind) => vec![*kind],
        FieldKind::By { kinds, .. } => kinds.iter().map(|(_, kind)| *kind).collect(),
        FieldKind::Reopenable => return,
        FieldKind::Choice | FieldKind::YesNo | FieldKind::Notice | FieldKind::Paper | FieldKind::Choices => {
            if !field.options.iter().any(|option| option.id == field.example) {
                faults.push(
                    field.spot.fault(format!("example `{}` is no option of `{}`", field.example, field.id)),
                );
            }
            return;
        }
    };
    let today = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).expect("this day exists");
    let (provinces, lists) = (&content.provinces, &content.lists);
    let given =
        Given { today, rules_on: today, provinces, lists, province: None, subject_kind: None, other: None };
    if !kinds.iter().any(|kind| kind.check(&field.example, &given).is_ok()) {
        faults.push(
            field
                .spot
                .fault(format!("example `{}` of `{}` does not pass its own check", field.example, field.id)),
        );
    }
}

fn rules(content: &Content, faults: &mut Vec<Fault>) {
    for rule in content.tables.iter().flat_map(|table| &table.rules) {
        if rule.source.is_empty() {
            faults.push(rule.spot.fault("a rule without a source; expected the keys of rules/sources.toml"));
        }
    }
    for entry in content.official.entries.iter().filter(|entry| entry.source.is_empty()) {
        faults.push(entry.spot.fault(format!("`{}` is asked without a source", entry.label)));
    }
    for (key, source) in content.sources.iter().filter(|(_, source)| source.date.trim().is_empty()) {
        let spot = Spot { file: "rules/sources.toml".to_owned(), line: 0 };
        faults.push(spot.fault(format!("source `{key}` ({}) has no date", source.title)));
    }
    for province in content.provinces.iter() {
        let spot = Spot { file: "rules/provinces.toml".to_owned(), line: 0 };
        for (topic, source) in sources_of(province) {
            if source.is_empty() {
                faults.push(spot.fault(format!("{}: the rule on `{topic}` has no source", province.en)));
            }
            for key in source.iter().filter(|key| !content.sources.contains_key(*key)) {
                faults.push(
                    spot.fault(format!(
                        "{}: source `{key}` does not stand in rules/sources.toml",
                        province.en
                    )),
                );
            }
        }
    }
}

fn has_topic(content: &Content, topic: &str) -> bool {
    content.provinces.iter().any(|province| province.rules.iter().any(|rule| rule.topic == topic))
}

fn sources_of(province: &Province) -> impl Iterator<Item = (&str, &[String])> {
    let steers = province.steers.iter().map(|(name, steer)| (name.as_str(), steer.source.as_slice()));
    steers.chain(province.rules.iter().map(|rule| (rule.topic.as_str(), rule.source.as_slice())))
}

fn gates(content: &Content, faults: &mut Vec<Fault>) {
    for gate in &content.gates {
        match &gate.kind {
            GateKind::Exit { reason } if !CLOSED_REASONS.contains(&reason.as_str()) => {
                faults.push(gate.spot.fault(format!(
                    "`{reason}` is no reason to close; expected one of: {}",
                    CLOSED_REASONS.join(", ")
                )));
            }
            GateKind::Stop { reopens } if reopens.is_empty() => {
                faults.push(
                    gate.spot.fault(format!("stop `{}` asks nothing again, so nobody gets past it", gate.id)),
                );
            }
            GateKind::Exit { .. } | GateKind::Stop { .. } => {}
        }
    }
}

fn timers(timer: &Timer, faults: &mut Vec<Fault>) {
    if timer.at.is_empty() {
        faults.push(timer.spot.fault(format!("timer `{}` never fires; expected `at`", timer.id)));
    }
    if timer.stage.is_none() && timer.until.is_none() {
        faults
            .push(timer.spot.fault(format!("timer `{}` never ends; expected `until` or `stage`", timer.id)));
    }
    if timer.source.is_empty() {
        faults.push(timer.spot.fault(format!("timer `{}` has no source", timer.id)));
    }
}
