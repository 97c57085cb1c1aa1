//! What is typed at a choice means one option: no two that are offered together have a name in common, in whatever
//! language, and none is called by a number, which counts the options.

use std::collections::BTreeSet;

use chrono::NaiveTime;

use super::Flaw;
use super::reach::Reach;
use crate::content::{Content, Field, FieldKind, Language, Spot};
use crate::dialogue::{Filing, Reference, View, commands, everyday, folded, names};

/// Two options of a field with a name in common, by their places among [`options`].
pub(super) struct Alike {
    field: usize,
    options: [usize; 2],
    name: String,
}

/// All options of all fields with a name in common, and the flaws that need no second option.
pub(super) fn all(content: &Content, flaws: &mut Vec<Flaw>) -> Vec<Alike> {
    let mut alike = Vec::new();
    for edition in &content.editions {
        let now = content.provinces.checked_on.and_time(NaiveTime::MIN).and_utc();
        let filing = Filing::new(Reference::from_random([0; 6]), &edition.id, now);
        let view = View::new(content, &filing, now);
        for (number, field) in content.fields.iter().enumerate() {
            of_field(&view, number, field, &mut alike, flaws);
        }
    }
    alike
}

fn of_field(view: &View<'_>, number: usize, field: &Field, alike: &mut Vec<Alike>, flaws: &mut Vec<Flaw>) {
    let options = options(view.content, field);
    let commands = commands(view, field);
    let called: Vec<BTreeSet<String>> =
        options.iter().map(|id| names(view, field, id).into_iter().collect()).collect();
    for (one, name) in
        called.iter().enumerate().flat_map(|(one, names)| names.iter().map(move |name| (one, name)))
    {
        if name.chars().all(|char| char.is_ascii_digit()) {
            let what = format!(
                "option `{}` of `{}` is called `{name}`; expected no number, which counts the options",
                options[one], field.id
            );
            flaws.push(Flaw::told(&named_at(view.content, field, options[one], name), what));
        }
        if commands.contains(name) {
            let what = format!(
                "option `{}` of `{}` is called `{name}`, which is a command there; expected another word",
                options[one], field.id
            );
            flaws.push(Flaw::told(&named_at(view.content, field, options[one], name), what));
        }
        for (other, id) in options.iter().enumerate().filter(|(other, _)| *other != one) {
            let shared = other > one && called[other].contains(name);
            if shared || everyday(view, id).contains(name) {
                alike.push(Alike { field: number, options: [one, other], name: name.clone() });
            }
        }
    }
}

/// The ids of everything that can be chosen at a field.
fn options<'c>(content: &'c Content, field: &'c Field) -> Vec<&'c str> {
    if field.kind != FieldKind::Reopenable {
        return field.options.iter().map(|option| option.id.as_str()).collect();
    }
    let named = content.fields.iter().filter(|other| content.stages[other.stage].open);
    std::iter::once("none").chain(named.map(|other| other.id.as_str())).collect()
}

/// Tells which of them are offered together in one world.
pub(super) fn together(reach: &Reach<'_, '_>, alike: &[Alike], flaws: &mut Vec<Flaw>) {
    let (pass, content) = (reach.pass, reach.pass.space.content);
    for Alike { field: number, options: both, name } in alike {
        let field = &content.fields[*number];
        let ids = both.map(|option| options(content, field)[option]);
        let offered = |place: usize| match pass.offered[*number].get(both[place]) {
            Some(offered) => offered.clone(),
            // One of the fields that can be reopened.
            None => {
                content.field_number(ids[place]).map_or(pass.space.yes(), |other| pass.applies[other].clone())
            }
        };
        let here = pass.applies[*number].and_not(&pass.withheld[*number]);
        let step = reach.step_of_field(*number);
        if !reach.within(&here.and(&offered(0)).and(&offered(1)), step).is_false() {
            let what = format!(
                "at `{}` what is typed as `{name}` can mean `{}` and `{}`; expected names that differ",
                field.id, ids[0], ids[1]
            );
            flaws.push(Flaw::told(&named_at(content, field, ids[1], name), what));
        }
    }
}

/// Where an option has a name: the text with it, or else its field.
fn named_at(content: &Content, field: &Field, id: &str, name: &str) -> Spot {
    let label = match content.field(id) {
        Some(other) if field.kind == FieldKind::Reopenable => format!("{}.label", other.text),
        Some(_) | None => format!("{}.opt-{id}", field.text),
    };
    let texts = [label, format!("{}.also-{id}", field.text)];
    let places =
        Language::ALL.into_iter().flat_map(|language| texts.iter().map(move |text| (language, text)));
    let mut spots = places.filter_map(|(language, text)| {
        let spot = content.texts.spot(language, text)?;
        let said = content.texts.say(language, text, |_| None);
        said.split(['|', '\n']).any(|word| folded(word) == name).then_some(spot)
    });
    spots.next().unwrap_or(&field.spot).clone()
}
