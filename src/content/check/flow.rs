//! Flow: conditions look back only, every stage can be entered and left, examples pass, nothing personal before consent,
//! nothing twice.

use std::collections::BTreeSet;

use super::super::condition::{Condition, Var};
use super::super::fault::{Fault, Spot};
use super::super::field::{Field, FieldKind, GateKind, Step};
use super::super::{Content, Offset, Timer, TimerStart};
use super::Whole;
use crate::kind::{Given, Kind};
use crate::knowledge::{NOTICES, TELLS};

/// Adds what is wrong with stages, fields, gates and timers.
pub(super) fn all(content: &Content, whole: Whole, faults: &mut Vec<Fault>) {
    stages(content, whole, faults);
    conditions(content, faults);
    fields(content, whole, faults);
    gates(content, faults);
    if whole.names {
        conditions_that_never_hold(content, faults);
        transitions(content, faults);
    }
    if whole.flow {
        tells(content, faults);
    }
    twice("timer", content.timers.iter().map(|timer| (timer.id.as_str(), &timer.spot)), faults);
    content.timers.iter().for_each(|timer| timers(content, timer, faults));
}

/// What is told of a filing goes to fields that there are. An option that is not there is told of in vain, and asked.
fn tells(content: &Content, faults: &mut Vec<Fault>) {
    for field in content.knowledge.tells.fields().filter(|field| content.field(field).is_none()) {
        let what = format!("there is no field `{field}`; expected one of the flow's");
        faults.push(Fault { file: TELLS.to_owned(), line: 0, what });
    }
    let ids: Vec<&str> = content.fields.iter().map(|field| field.id.as_str()).collect();
    let notices = content.knowledge.notices.iter();
    for pattern in notices.flat_map(|notices| notices.unknown(&ids)) {
        let what = format!("there is no field `{pattern}`; expected one of the flow's");
        faults.push(Fault { file: NOTICES.to_owned(), line: 0, what });
    }
    for topic in &content.knowledge.topics {
        for shown in topic.shows.iter().filter(|shown| !has_topic(content, shown)) {
            faults.push(topic.spot.fault(format!("no province has a rule on `{shown}`")));
        }
    }
}

/// Why a filing may be closed without a number: a contract with other programs.
const CLOSED_REASONS: [&str; 6] = [
    "no-filing-needed",
    "file-with-other-provider",
    "already-filed",
    "other-operation",
    "not-possible",
    "cancelled",
];

fn stages(content: &Content, whole: Whole, faults: &mut Vec<Fault>) {
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
        if whole.flow && !reached.contains(&number) && !beside.contains(&number) && stage.id != "closed" {
            faults.push(
                stage
                    .spot
                    .fault(format!("stage `{}` is never entered; expected a transition to it", stage.id)),
            );
        }
        if whole.flow && leaves && stage.is_final {
            let what =
                format!("stage `{}` is final and is left; expected no way out, or no `final`", stage.id);
            faults.push(stage.spot.fault(what));
        }
        if whole.flow
            && !leaves
            && !stage.is_final
            && !beside.contains(&number)
            && (!stage.open || number == last)
        {
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
        field.differs_from.iter().for_each(|(_, when)| note(when));
        field.days_left.iter().for_each(|var| content.fields_behind(*var, &mut looks_at));
        looks_at.extend(field.depends.iter().copied());
        looks_at.extend(field.differs_from.iter().map(|(other, _)| *other));
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
    }
}

fn twice<'a>(sort: &str, ids: impl Iterator<Item = (&'a str, &'a Spot)>, faults: &mut Vec<Fault>) {
    let mut seen = BTreeSet::new();
    for (id, spot) in ids {
        if !seen.insert(id) {
            faults.push(spot.fault(format!("{sort} `{id}` is declared twice; expected once")));
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

fn fields(content: &Content, whole: Whole, faults: &mut Vec<Fault>) {
    let order = order_of_asking(content);
    let agreed = content.field_number("consent");
    let consent_at = order.iter().position(|place| Some(content.places[*place].field) == agreed);
    for (number, field) in content.fields.iter().enumerate() {
        let first = order.iter().position(|place| content.places[*place].field == number);
        if whole.flow && first.is_none() && !field.on_request {
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
        properties(content, field, faults);
    }
}

/// What the kind of a field asks of its other properties.
fn properties(content: &Content, field: &Field, faults: &mut Vec<Fault>) {
    let kinds: &[Kind] = &match &field.kind {
        FieldKind::Typed(kind) => vec![*kind],
        FieldKind::By { kinds, .. } => kinds.iter().map(|(_, kind)| *kind).collect(),
        FieldKind::Choice
        | FieldKind::YesNo
        | FieldKind::Notice
        | FieldKind::Paper
        | FieldKind::Choices
        | FieldKind::Reopenable => Vec::new(),
    };
    if let Some(kind) = kinds.iter().find(|kind| kind.is_personal() && !field.personal) {
        let what = format!(
            "`{}` is asked as `{}`, which is personal; expected `personal = true`",
            field.id,
            kind.id()
        );
        faults.push(field.spot.fault(what));
    }
    let is_date = kinds == [Kind::Date];
    if !is_date && (field.past || field.days_left.is_some()) {
        let what = format!("`{}` has `past` or `days-left`, which belong to dates only", field.id);
        faults.push(field.spot.fault(what));
    }
    if let Some(days) = field.days_left {
        let variable = &content.variables[days.index()];
        if let Some(value) = variable.values.iter().find(|value| value.parse::<u32>().is_err()) {
            let what =
                format!("`{}` can be `{value}`; expected `days-left` to name whole numbers", variable.name);
            faults.push(field.spot.fault(what));
        }
    }
    if kinds.is_empty() && field.differs_from.is_some() {
        let what = format!("`{}` is chosen; `differs-from` belongs to typed answers only", field.id);
        faults.push(field.spot.fault(what));
    }
    let mut seen = BTreeSet::new();
    for option in &field.options {
        if !seen.insert(&option.id) {
            let what = format!("option `{}` of `{}` is declared twice; expected once", option.id, field.id);
            faults.push(field.spot.fault(what));
        }
    }
}

fn has_topic(content: &Content, topic: &str) -> bool {
    content.provinces.iter().any(|province| province.rules.iter().any(|rule| rule.topic == topic))
}

fn example(content: &Content, field: &Field, faults: &mut Vec<Fault>) {
    let kinds: Vec<Kind> = match &field.kind {
        FieldKind::Typed(kind) => vec![*kind],
        FieldKind::By { kinds, .. } => kinds.iter().map(|(_, kind)| *kind).collect(),
        FieldKind::Reopenable => return,
        FieldKind::Choice | FieldKind::YesNo | FieldKind::Notice | FieldKind::Paper | FieldKind::Choices => {
            if !field.options.is_empty() && !field.options.iter().any(|option| option.id == field.example) {
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

fn gates(content: &Content, faults: &mut Vec<Fault>) {
    let mut seen = BTreeSet::new();
    for gate in &content.gates {
        let sort = match gate.kind {
            GateKind::Stop { .. } => "stop",
            GateKind::Exit { .. } => "exit",
        };
        if !seen.insert((sort, &gate.id)) {
            faults.push(gate.spot.fault(format!("{sort} `{}` is declared twice; expected once", gate.id)));
        }
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

fn conditions_that_never_hold(content: &Content, faults: &mut Vec<Fault>) {
    let mut never = |when: &Condition, spot: &Spot, what: String| {
        if when.is_never() {
            faults.push(spot.fault(format!("{what}: its condition allows no value")));
        }
    };
    for place in &content.places {
        let id = &content.fields[place.field].id;
        never(&place.when, &place.spot, format!("`{id}` can never be asked"));
    }
    for field in &content.fields {
        for option in &field.options {
            let what = format!("option `{}` of `{}` can never be offered", option.id, field.id);
            never(&option.when, &field.spot, what);
        }
    }
    for gate in &content.gates {
        never(&gate.when, &gate.spot, format!("`{}` can never stand in the way", gate.id));
    }
    for transition in &content.transitions {
        let stage = &content.stages[transition.from].id;
        if let Some(when) = &transition.when {
            never(when, &transition.spot, format!("this way from `{stage}` is never taken"));
        }
    }
}

fn transitions(content: &Content, faults: &mut Vec<Fault>) {
    for (number, transition) in content.transitions.iter().enumerate() {
        let stage = &content.stages[transition.from].id;
        let alike = content.transitions[..number]
            .iter()
            .find(|other| other.from == transition.from && other.when == transition.when);
        if let Some(other) = alike {
            faults.push(transition.spot.fault(format!(
                "two ways from `{stage}` have the same condition (the other in line {}); expected another one",
                other.spot.line
            )));
        }
    }
}

fn timers(content: &Content, timer: &Timer, faults: &mut Vec<Fault>) {
    let clock = &timer.clock;
    if clock.at.is_empty() {
        faults.push(timer.spot.fault(format!("timer `{}` never fires; expected `at`", timer.id)));
    }
    if clock.stage.is_none() && clock.until.is_none() && !clock.by_hand {
        let what = format!("timer `{}` never ends; expected `until`, `stage` or `by-hand`", timer.id);
        faults.push(timer.spot.fault(what));
    }
    let hours = |offset: Offset| match offset {
        Offset::Hours(hours) => hours,
        Offset::Days(days) => days.saturating_mul(24),
        // Seven days have five of them.
        Offset::WorkingDays(days) => days.saturating_mul(24 * 7) / 5,
    };
    if clock.every.is_some_and(|every| hours(every) <= 0) {
        faults.push(
            timer.spot.fault(format!("`every` of timer `{}` leads nowhere; expected 1d or more", timer.id)),
        );
    }
    let counts_to_a_date = matches!(clock.starts, TimerStart::Date(_));
    if !counts_to_a_date && clock.at.iter().any(|at| hours(*at) < 0) {
        faults.push(timer.spot.fault(format!("timer `{}` fires before it starts", timer.id)));
    }
    if clock.times.is_some() && clock.every.is_none() {
        let what = format!("timer `{}` has `times` and does not come again; expected `every`", timer.id);
        faults.push(timer.spot.fault(what));
    }
    if let Some(erases) = clock.erases {
        let is_days = |offset: &Offset| matches!(offset, Offset::Days(1..));
        let announces = matches!(clock.at.as_slice(), [at] if is_days(at)) && is_days(&erases);
        let is_alone =
            clock.every.is_none() && clock.limit.is_none() && clock.stage.is_none() && clock.by_hand;
        let is_absence = clock.starts == TimerStart::Absence;
        let concerns_some = clock.until.is_some() || clock.when != Condition::ALWAYS;
        if !(announces && is_alone && is_absence && concerns_some) {
            let what = format!(
                "timer `{}` erases; expected `starts = \"absence\"`, one `at` and `erases` in days, `by-hand`, \
                 `until` or `when`, and no `every`, `limit` and `stage`",
                timer.id
            );
            faults.push(timer.spot.fault(what));
        }
    }
    if !clock.at.is_sorted_by_key(|at| hours(*at)) {
        faults.push(timer.spot.fault(format!("the moments of timer `{}` are not in order", timer.id)));
    }
    if clock.limit.is_some_and(|limit| clock.at.iter().any(|at| hours(*at) > hours(limit))) {
        let what =
            format!("timer `{}` fires behind its own limit; expected `limit` at its last `at`", timer.id);
        faults.push(timer.spot.fault(what));
    }
    match clock.starts {
        TimerStart::Entry if clock.stage.is_none() => {
            let what = format!("timer `{}` starts when a stage is entered; expected `stage`", timer.id);
            faults.push(timer.spot.fault(what));
        }
        TimerStart::Date(field) if content.fields[field].kind != FieldKind::Typed(Kind::Date) => {
            let field = &content.fields[field].id;
            let what = format!("timer `{}` starts at `{field}`, which is no date", timer.id);
            faults.push(timer.spot.fault(what));
        }
        _ if clock.lead.is_some() && !matches!(clock.starts, TimerStart::Date(_)) => {
            let what = format!("timer `{}` has a `lead` and no date to count it from", timer.id);
            faults.push(timer.spot.fault(what));
        }
        TimerStart::Entry
        | TimerStart::Date(_)
        | TimerStart::After(_)
        | TimerStart::Silence
        | TimerStart::Absence => {}
    }
}
