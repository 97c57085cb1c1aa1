//! A filing's course: ways that lead nowhere, gates that let through, timers that never end.

use super::asking::{dropped, itemless, keyless};
use super::reading::Dialogues;
use super::{Edit, Mutant};

pub(super) fn drop_transition(dialogues: &Dialogues) -> Vec<Mutant> {
    dropped(dialogues, "transition")
}

pub(super) fn redirect_transition(dialogues: &Dialogues) -> Vec<Mutant> {
    let stages: Vec<&str> = dialogues.under("stage").filter_map(|stage| stage.text("id")).collect();
    let mut mutants = Vec::new();
    for block in dialogues.under("transition") {
        let Some(to) = block.key("to") else { continue };
        for stage in stages.iter().filter(|&&stage| Some(stage) != to.value.text()) {
            let what = format!("leads to {stage}");
            mutants.push(dialogues.change(block, &what, to.value.span.clone(), format!("\"{stage}\"")));
        }
    }
    mutants
}

pub(super) fn drop_clears(dialogues: &Dialogues) -> Vec<Mutant> {
    itemless(dialogues, "transition", "clears")
}

pub(super) fn drop_stage_mark(dialogues: &Dialogues) -> Vec<Mutant> {
    keyless(dialogues, &["stage"], &["open", "final", "beside"])
}

pub(super) fn drop_gate(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = dropped(dialogues, "exit");
    mutants.extend(dropped(dialogues, "stop"));
    mutants
}

pub(super) fn drop_reopens(dialogues: &Dialogues) -> Vec<Mutant> {
    itemless(dialogues, "stop", "reopens")
}

/// A stop that asks for something again that it does not stand on.
pub(super) fn swap_reopens(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for block in dialogues.under("stop") {
        let Some(reopens) = block.key("reopens") else { continue };
        for item in reopens.value.items() {
            let what = format!("reopens server.region instead of {}", item.text().unwrap_or("?"));
            mutants.push(dialogues.change(block, &what, item.span.clone(), "\"server.region\""));
        }
    }
    mutants
}

/// An exit that holds instead of ending, a stop that ends instead of holding; its text is named as before.
pub(super) fn swap_gate_kind(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (header, other) in [("exit", "stop"), ("stop", "exit")] {
        for block in dialogues.under(header) {
            let (Some(id), Some(when)) = (block.text("id"), block.key("when")) else { continue };
            let Some(ends) = block.key(if header == "exit" { "reason" } else { "reopens" }) else { continue };
            let variable = when.value.keys().first().map_or("", |key| key.name.as_str());
            let ends_now = match (header, dialogues.field(variable)) {
                ("exit", Some(_)) => format!("reopens = [\"{variable}\"]"),
                ("exit", None) => continue,
                _ => "reason = \"not-possible\"".to_owned(),
            };
            let name = if block.key("text").is_some() {
                String::new()
            } else {
                format!("\ntext = \"{header}-{id}\"")
            };
            let brackets = block.span.start..block.span.start + header.len() + 4;
            let edits = vec![
                Edit::new(&block.file, brackets, format!("[[{other}]]")),
                Edit::new(&block.file, ends.span.clone(), format!("{ends_now}{name}")),
            ];
            mutants.push(dialogues.mutant(format!("{}: made a {other}", block.name), edits));
        }
    }
    mutants
}

pub(super) fn drop_reminder(dialogues: &Dialogues) -> Vec<Mutant> {
    itemless(dialogues, "timer", "at")
}

pub(super) fn shorten_limit(dialogues: &Dialogues) -> Vec<Mutant> {
    limits(dialogues, |limit| limit / 2)
}

pub(super) fn lengthen_limit(dialogues: &Dialogues) -> Vec<Mutant> {
    limits(dialogues, |limit| limit * 2)
}

fn limits(dialogues: &Dialogues, other: impl Fn(u32) -> u32) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for block in dialogues.under("timer") {
        let Some(limit) = block.key("limit") else { continue };
        if let Some((changed, text)) = limit.value.text().and_then(|text| Some((offset(text, &other)?, text)))
        {
            let what = format!("limit {changed} instead of {text}");
            mutants.push(dialogues.change(block, &what, limit.value.span.clone(), format!("\"{changed}\"")));
        }
    }
    mutants
}

/// A number of hours or days, changed; none: it comes out as it was.
fn offset(text: &str, other: impl Fn(u32) -> u32) -> Option<String> {
    let start = text.find(|char: char| char.is_ascii_digit())?;
    let end = text.rfind(|char: char| char.is_ascii_digit())? + 1;
    let (sign, number, unit) = (&text[..start], text[start..end].parse().ok()?, &text[end..]);
    let changed = other(number);
    (changed != number).then(|| format!("{sign}{changed}{unit}"))
}

/// The last reminder comes when all is over.
pub(super) fn remind_too_late(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for block in dialogues.under("timer") {
        let last = block.key("at").and_then(|at| at.value.items().last());
        let Some((item, text)) = last.and_then(|item| Some((item, item.text()?))) else { continue };
        if let Some(late) = offset(text, |number| number * 2) {
            let what = format!("reminds at {late} instead of {text}");
            mutants.push(dialogues.change(block, &what, item.span.clone(), format!("\"{late}\"")));
        }
    }
    mutants
}

pub(super) fn drop_timer_end(dialogues: &Dialogues) -> Vec<Mutant> {
    keyless(dialogues, &["timer"], &["until", "limit", "stage"])
}
