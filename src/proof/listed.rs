//! What the stages are and ask is said a second time in `cases.toml`, line by line and in the same order: of each stage
//! and field its id, and what it is.

use super::Flaw;
use crate::content::{Content, Field, FieldKind, Spot, Stage, Step};

/// Adds the flaws.
pub(super) fn all(content: &Content, flaws: &mut Vec<Flaw>) {
    let here: Vec<(String, &Spot)> =
        content.stages.iter().map(|stage| (of_stage(content, stage), &stage.spot)).collect();
    let listed: Vec<&str> = content.cases.stages.iter().map(|stage| stage.is.as_str()).collect();
    let end = Spot::of("flow/stages.toml", 0);
    compare("the stages", &here, &listed, &end, flaws);
    for (number, stage) in content.stages.iter().enumerate() {
        let listed = content.cases.stages.iter().find(|listed| id(&listed.is) == stage.id);
        let listed: Vec<&str> = listed.iter().flat_map(|listed| &listed.asks).map(String::as_str).collect();
        let asked = asked(content, number);
        let here: Vec<(String, &Spot)> =
            asked.into_iter().map(|(field, spot)| (of_field(content, field), spot)).collect();
        compare(&format!("`{}`", stage.id), &here, &listed, &stage.spot, flaws);
    }
}

/// The id that a line begins with.
fn id(line: &str) -> &str {
    line.split(':').next().unwrap_or_default()
}

/// Tells each line that says something else, and the first that stands elsewhere.
fn compare(whose: &str, here: &[(String, &Spot)], listed: &[&str], end: &Spot, flaws: &mut Vec<Flaw>) {
    for (line, spot) in here {
        let other = listed.iter().find(|other| id(other) == id(line));
        if let Some(other) = other.filter(|other| **other != line) {
            let what = format!("this is `{line}`, and by cases.toml `{other}`; expected the same in both");
            flaws.push(Flaw::told(spot, what));
        }
    }
    let next = |line: Option<&str>| line.map_or("nothing more".to_owned(), |line| format!("`{}`", id(line)));
    for place in 0..here.len().max(listed.len()) {
        let (line, other) = (here.get(place), listed.get(place).copied());
        let (found, expected) = (next(line.map(|(line, _)| line.as_str())), next(other));
        if found != expected {
            let what = format!(
                "here {found} comes next in {whose}, and by cases.toml {expected}; expected the same order in both"
            );
            return flaws.push(Flaw::told(line.map_or(end, |(_, spot)| spot), what));
        }
    }
}

/// The fields of a stage, in order; at last those that are asked on request.
fn asked(content: &Content, stage: usize) -> Vec<(&Field, &Spot)> {
    let steps = content.steps[stage].iter().filter_map(|step| match step {
        Step::Ask(place) => Some(&content.places[*place]),
        Step::Gate(_) => None,
    });
    let asked = steps.map(|place| (&content.fields[place.field], &place.spot));
    let requested = content.fields.iter().filter(|field| field.on_request && field.stage == stage);
    asked.chain(requested.map(|field| (field, &field.spot))).collect()
}

fn of_stage(content: &Content, stage: &Stage) -> String {
    let beside = stage.beside.iter().map(|beside| content.stages[*beside].id.as_str());
    let marks = [marked("open", stage.open), marked("final", stage.is_final), listing("beside", beside)];
    line(&stage.id, marks)
}

fn of_field(content: &Content, field: &Field) -> String {
    let kind = match &field.kind {
        FieldKind::Choice => "choice".to_owned(),
        FieldKind::YesNo => "yes-no".to_owned(),
        FieldKind::Notice => "notice".to_owned(),
        FieldKind::Paper => "paper".to_owned(),
        FieldKind::Choices => "choices".to_owned(),
        FieldKind::Reopenable => "reopenable".to_owned(),
        FieldKind::Typed(kind) => kind.id().to_owned(),
        FieldKind::By { field, .. } => format!("by {}", content.fields[*field].id),
    };
    // Papers can always wait.
    let later = field.later.iter().filter(|_| field.kind != FieldKind::Paper);
    let marks = [
        Some(kind),
        marked("personal", field.personal),
        marked("past", field.past),
        marked("after-all", field.after_all),
        marked("on-request", field.on_request),
        listing("later", later.map(String::as_str)),
        listing("at-once", field.at_once.iter().map(String::as_str)),
    ];
    line(&field.id, marks)
}

fn line(id: &str, marks: impl IntoIterator<Item = Option<String>>) -> String {
    let marks: Vec<String> = marks.into_iter().flatten().collect();
    if marks.is_empty() { id.to_owned() } else { format!("{id}: {}", marks.join(", ")) }
}

fn marked(mark: &str, is: bool) -> Option<String> {
    is.then(|| mark.to_owned())
}

fn listing<'a>(mark: &str, ids: impl Iterator<Item = &'a str>) -> Option<String> {
    let ids: Vec<&str> = ids.collect();
    (!ids.is_empty()).then(|| format!("{mark} {}", ids.join(" ")))
}
