//! Deliverable: whatever a question puts into one message fits into one, in every language and every province, with
//! the longest values; every timer runs out or is ended.

use super::Flaw;
use crate::content::{Content, Field, Language, Offset, STAND_IN, Spot, Step, TimerStart};
use crate::rules::Province;

/// The longest message that Telegram takes, in UTF-16 units.
const MESSAGE_UNITS_MAX: usize = 4096;

/// The longest label of a button, in characters.
const BUTTON_CHARS_MAX: usize = 64;

/// Adds the flaws.
pub(super) fn all(content: &Content, flaws: &mut Vec<Flaw>) {
    let asks = content.places.iter().map(|place| (place.stage, &content.fields[place.field]));
    for (stage, field) in asks {
        for language in Language::ALL {
            let Some((_, spot)) = content.texts.longest(language, &field.text) else { continue };
            let around = around(content, stage, field, language);
            let longest =
                content.provinces.iter().map(|province| local(content, field, province, language)).max();
            let units = around + longest.unwrap_or(0);
            if units > MESSAGE_UNITS_MAX {
                flaws.push(Flaw::told(spot, too_long(field, units)));
            }
        }
    }
    buttons(content, flaws);
    timers(content, flaws);
}

fn too_long(field: &Field, units: usize) -> String {
    format!(
        "the question `{}` can take {units} units with all that stands around it; expected at most {MESSAGE_UNITS_MAX}",
        field.id
    )
}

/// Units of everything that can stand in the message of a question, the province's rules apart.
fn around(content: &Content, stage: usize, field: &Field, language: Language) -> usize {
    let stage = &content.stages[stage].id;
    let ids = [
        "panel-progress".to_owned(),
        format!("stage-{stage}"),
        field.text.clone(),
        "panel-old-value".to_owned(),
        "panel-choices-hint".to_owned(),
        "panel-personal-hint".to_owned(),
        "panel-optional-hint".to_owned(),
    ];
    let of_texts: usize = ids.iter().map(|id| units(text(content, language, id)) + 2).sum();
    let put_off = content.fields.iter().filter(|other| !other.later.is_empty() && !other.after_all);
    let labels = put_off.map(|other| units(text(content, language, &format!("{}.label", other.text))) + 2);
    let listed = if field.later.is_empty() && !field.after_all { 0 } else { labels.sum() };
    of_texts + listed
}

/// Units of what a province's administration says at a field.
fn local(content: &Content, field: &Field, province: &Province, language: Language) -> usize {
    let said = province.rules.iter().filter(|rule| field.shows.iter().any(|(topic, _)| *topic == rule.topic));
    let units_of = |rule: &crate::rules::LocalRule| {
        let text = match language {
            Language::ZhCn => &rule.zh,
            Language::En => &rule.en,
        };
        let sources = rule.source.iter().filter_map(|key| content.source_brief(key, language));
        units(text) + sources.map(|source| units(&source) + 2).sum::<usize>() + 16
    };
    let lines: usize = said.map(units_of).sum();
    if lines == 0 { 0 } else { lines + units(text(content, language, "province-says")) + 2 }
}

fn text<'c>(content: &'c Content, language: Language, id: &str) -> &'c str {
    content.texts.longest(language, id).map_or("", |(text, _)| text)
}

/// UTF-16 units of a text once it is escaped.
fn units(text: &str) -> usize {
    let escaped = |char: char| match char {
        '<' | '>' => 4,
        '&' => 5,
        '"' => 6,
        other => other.len_utf16(),
    };
    text.chars().map(escaped).sum()
}

/// No button of a question is too long or looks like another one, those that lead about included.
fn buttons(content: &Content, flaws: &mut Vec<Flaw>) {
    for language in Language::ALL {
        let about = content.texts.beginning_with(language, "nav-");
        let own = content.fields.iter().flat_map(|field| {
            let options = field.options.iter().map(|option| format!("{}.opt-{}", field.text, option.id));
            std::iter::once(format!("{}.label", field.text)).chain(options)
        });
        let common = ["yes", "no", "solved", "paper-ready", "paper-not-yet"].map(str::to_owned);
        for id in about.iter().map(|(id, _)| (*id).to_owned()).chain(own).chain(common) {
            let Some((label, spot)) = content.texts.longest(language, &id) else { continue };
            // What is filled in is shortened, where the whole is too long.
            if label.replace(STAND_IN, "").chars().count() > BUTTON_CHARS_MAX {
                let what =
                    format!("`{id}` is longer than {BUTTON_CHARS_MAX} characters; it stands on a button");
                flaws.push(Flaw::told(spot, what));
            }
        }
        for field in &content.fields {
            for option in &field.options {
                let id = format!("{}.opt-{}", field.text, option.id);
                let Some((label, spot)) = content.texts.longest(language, &id) else { continue };
                if let Some((other, _)) = about.iter().find(|(_, other)| *other == label) {
                    let what = format!("`{id}` reads like `{other}`, a button that can stand beside it");
                    flaws.push(Flaw::told(spot, what));
                }
            }
        }
    }
}

/// What ends a timer is asked somewhere, and not before what starts it.
fn timers(content: &Content, flaws: &mut Vec<Flaw>) {
    let asked_at = |field: usize| {
        let steps = content.steps.iter().flatten();
        let asks = |step: &Step| matches!(step, Step::Ask(place) if content.places[*place].field == field);
        steps.into_iter().position(asks)
    };
    let mut told = |spot: &Spot, what: String| flaws.push(Flaw::told(spot, what));
    for timer in &content.timers {
        let clock = &timer.clock;
        let start = match clock.starts {
            TimerStart::Date(field) | TimerStart::After(field) => asked_at(field),
            TimerStart::Entry | TimerStart::Silence | TimerStart::Absence => None,
        };
        // What counts towards a date may lie ahead; what counts from it has begun.
        let counts_on = clock.at.iter().all(|at| !matches!(at, Offset::Days(days) if *days < 0));
        if let TimerStart::Date(field) = clock.starts
            && counts_on
            && clock.lead.is_none()
            && !content.fields[field].past
        {
            let id = &content.fields[field].id;
            told(
                &timer.spot,
                format!("timer `{}` starts at `{id}`, which may lie ahead; expected `past`", timer.id),
            );
        }
        if let Some(until) = clock.until {
            let id = &content.fields[until].id;
            match (asked_at(until), start) {
                (None, _) => {
                    told(&timer.spot, format!("timer `{}` ends with `{id}`, which is never asked", timer.id));
                }
                (Some(end), Some(start)) if end <= start => told(
                    &timer.spot,
                    format!("timer `{}` ends with `{id}`, which is asked before what starts it", timer.id),
                ),
                (Some(_), _) => {}
            }
        }
    }
}
