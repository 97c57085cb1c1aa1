//! What can be told of each file by itself, whatever the others hold: sources, days, provinces, files nobody reads.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::fault::{Fault, Spot};
use super::super::text::Language;
use super::super::tree::{Tree, text};
use super::super::{Source, strict_date};

/// The files that hold rules.
const RULES: [&str; 9] = [
    "calendar",
    "checks",
    "durations",
    "editions",
    "facts",
    "pre-approvals",
    "provinces",
    "sources",
    "types",
];

/// Of these nobody asks on which day they were compared with their sources: an edition is a day itself, and how people ask is
/// no rule.
const TIMELESS: [&str; 5] = [
    "rules/editions.toml",
    "knowledge/words.toml",
    "knowledge/concepts.toml",
    "knowledge/tells.toml",
    "knowledge/asked/",
];

/// Adds what is wrong in single files.
pub(in super::super) fn files(
    files: &BTreeMap<String, String>,
    sources: &BTreeMap<String, Source>,
    faults: &mut Vec<Fault>,
) {
    for file in files.keys().filter(|file| !is_read(file)) {
        let what = format!(
            "this file is read by nothing; expected official.toml, cases.toml, flow/*.toml, knowledge/topics.toml, knowledge/words.toml, knowledge/concepts.toml, knowledge/tells.toml, knowledge/notices.toml, knowledge/asked/LANGUAGE/*.toml, texts/LANGUAGE/*.ftl or one of: {}",
            RULES.map(|name| format!("rules/{name}.toml")).join(", ")
        );
        faults.push(Fault { file: file.clone(), line: 0, what });
    }
    for tree in Tree::of(files) {
        // A list of sources that cannot be read is told by itself.
        if !sources.is_empty() {
            known_sources(&tree, sources, faults);
        }
        days(&tree, faults);
        match tree.file {
            "rules/provinces.toml" => provinces(&tree, faults),
            "rules/sources.toml" => dated_sources(&tree, faults),
            _ => {}
        }
    }
}

fn is_read(file: &str) -> bool {
    let ends = |kind: &str| Path::new(file).extension().is_some_and(|end| end == kind);
    let is_text = |language: Language| file.starts_with(&format!("texts/{}/", language.id()));
    file == "official.toml"
        || file == "cases.toml"
        || file == "knowledge/topics.toml"
        || file == "knowledge/notices.toml"
        || file == "knowledge/words.toml"
        || file == "knowledge/concepts.toml"
        || file == "knowledge/tells.toml"
        || ((file.starts_with("flow/") || file.starts_with("knowledge/asked/")) && ends("toml"))
        || RULES.iter().any(|name| *file == format!("rules/{name}.toml"))
        || (ends("ftl") && Language::ALL.into_iter().any(is_text))
}

/// Every list of sources, wherever it stands: not empty, and of known keys.
fn known_sources(tree: &Tree<'_>, sources: &BTreeMap<String, Source>, faults: &mut Vec<Fault>) {
    tree.visit(&mut |key, value| {
        if key != "source" && !key.ends_with("-source") {
            return;
        }
        let Some(keys) = value.get_ref().as_array() else {
            return;
        };
        let at = tree.spot(value);
        if keys.is_empty() {
            faults.push(at.fault("no source is named; expected keys of rules/sources.toml"));
        }
        for key in keys.iter().filter_map(text).filter(|key| !sources.contains_key(*key)) {
            faults.push(at.fault(format!("source `{key}` does not stand in rules/sources.toml")));
        }
    });
}

/// Days that the resolver does not see, and the day of the last comparison with the sources.
fn days(tree: &Tree<'_>, faults: &mut Vec<Fault>) {
    let is_dated =
        !tree.file.starts_with("flow/") && !TIMELESS.iter().any(|timeless| tree.file.starts_with(timeless));
    if is_dated && !tree.root.contains_key("checked-on") {
        faults.push(
            Spot::of(tree.file, 1)
                .fault("`checked-on` is missing; expected the day the sources were last checked"),
        );
    }
    tree.visit(&mut |key, value| {
        if key == "checked-on" {
            no_day(tree, value, faults);
        }
    });
    if tree.file == "rules/checks.toml" {
        for (_, entries) in &tree.root {
            for entry in entries.get_ref().as_array().into_iter().flatten() {
                let Some(entry) = entry.get_ref().as_table() else { continue };
                let days = ["from", "until"].map(|key| entry.get(key));
                days.iter().flatten().for_each(|day| no_day(tree, day, faults));
                if let [Some(from), Some(until)] = days
                    && text(from) >= text(until)
                {
                    faults.push(tree.spot(until).fault("expected `until` after `from`"));
                }
            }
        }
    }
    if tree.file == "rules/pre-approvals.toml" {
        for category in Tree::tables(&tree.root, "category") {
            for change in Tree::tables(category, "history") {
                if let Some(date) = change.get("date")
                    && !text(date).is_some_and(is_rough_date)
                {
                    let what = "is no date; expected YYYY, YYYY-MM or YYYY-MM-DD";
                    faults
                        .push(tree.spot(date).fault(format!("`{}` {what}", text(date).unwrap_or_default())));
                }
            }
        }
    }
}

fn no_day(tree: &Tree<'_>, day: &Spanned<DeValue<'_>>, faults: &mut Vec<Fault>) {
    let what = match text(day) {
        Some(typed) if strict_date(typed).is_some() => return,
        Some(typed) => format!("`{typed}` is no date; expected YYYY-MM-DD"),
        None => "expected a day in quotes: \"YYYY-MM-DD\"".to_owned(),
    };
    faults.push(tree.spot(day).fault(what));
}

fn is_rough_date(date: &str) -> bool {
    let whole = match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        _ => date.to_owned(),
    };
    strict_date(&whole).is_some()
}

/// From one year to a later one.
fn is_years(dates: &str) -> bool {
    let years = dates.split_once('-').filter(|(from, until)| from < until && from.len() == until.len());
    years.is_some_and(|(from, until)| from.len() == 4 && is_rough_date(from) && is_rough_date(until))
}

/// Each date of a source is one, whatever is said beside it.
fn dated_sources(tree: &Tree<'_>, faults: &mut Vec<Fault>) {
    let sources = tree.root.get("source").and_then(|sources| sources.get_ref().as_table());
    for (key, source) in sources.into_iter().flatten() {
        let date = source.get_ref().as_table().and_then(|source| source.get("date"));
        let Some((date, said)) = date.and_then(|date| Some((date, text(date)?))) else { continue };
        if said.trim().is_empty() {
            faults.push(tree.spot(date).fault(format!("source `{}` has no date", key.get_ref())));
        }
        let parts = said.split(|char: char| !char.is_ascii_digit() && char != '-');
        let numbers = parts.filter(|part| part.contains(|char: char| char.is_ascii_digit()));
        for number in numbers.filter(|number| !is_rough_date(number) && !is_years(number)) {
            let what = format!("`{number}` is no date; expected YYYY, YYYY-MM, YYYY-MM-DD or YYYY-YYYY");
            faults.push(tree.spot(date).fault(what));
        }
    }
}

/// Each province once, and with one of the declared values for each steer.
fn provinces(tree: &Tree<'_>, faults: &mut Vec<Fault>) {
    let declared = tree.root.get("steers").and_then(|steers| steers.get_ref().as_table());
    let mut codes = BTreeSet::new();
    let mut named: BTreeMap<String, &str> = BTreeMap::new();
    let elsewhere = Tree::tables(&tree.root, "elsewhere").iter().find_map(|region| region.get("code"));
    let end = elsewhere.map_or(usize::MAX, |code| code.span().start);
    for province in Tree::tables(&tree.root, "province") {
        let Some(code) = province.get("code") else { continue };
        let name = province.get("en").and_then(text).unwrap_or_default();
        let at = tree.spot(code);
        if !codes.insert(text(code)) {
            let code = text(code).unwrap_or_default();
            faults.push(at.fault(format!("province `{code}` is declared twice; expected once")));
        }
        // What names a province names one of them.
        let own = ["zh", "zh-short", "en"].into_iter().filter_map(|key| province.get(key));
        let others = province.get("aliases").and_then(|list| list.get_ref().as_array());
        for own in own.chain(others.into_iter().flatten()) {
            let called = text(own).unwrap_or_default().to_lowercase();
            if let Some(other) = named.insert(called.clone(), name).filter(|other| *other != name) {
                let what = format!("`{called}` names {other} and {name}; expected one province");
                faults.push(tree.spot(own).fault(what));
            }
        }
        // Whatever is appended to the file belongs to the last province, and was meant for another one.
        let rules = Tree::tables(province, "rule");
        for topic in
            rules.iter().filter_map(|rule| rule.get("topic")).filter(|topic| topic.span().start > end)
        {
            let what = format!("this would be a rule of {name}; expected it below its own province");
            faults.push(tree.spot(topic).fault(what));
        }
        let has = |key: &str| {
            province.get(key).and_then(|list| list.get_ref().as_array()).is_some_and(|list| !list.is_empty())
        };
        if has("banned-words") && province.get("banned-words-source").is_none() {
            faults.push(at.fault(format!("{name}: `banned-words` need `banned-words-source`")));
        }
        let steers = province.get("steers").and_then(|steers| steers.get_ref().as_table());
        if let (Some(declared), Some(steers)) = (declared, steers) {
            steers_of(tree, name, &at, declared, steers, faults);
        }
    }
}

fn steers_of(
    tree: &Tree<'_>,
    name: &str,
    at: &Spot,
    declared: &DeTable<'_>,
    steers: &DeTable<'_>,
    faults: &mut Vec<Fault>,
) {
    for (steer, values) in declared {
        let steer = steer.get_ref().as_ref();
        let values: Vec<&str> = values.get_ref().as_array().into_iter().flatten().filter_map(text).collect();
        let entry = steers.get(steer).and_then(|entry| entry.get_ref().as_table());
        match entry.and_then(|entry| entry.get("value")) {
            None => faults.push(at.fault(format!("{name}: `{steer}` is missing; expected each of [steers]"))),
            Some(value) if !text(value).is_some_and(|value| values.contains(&value)) => {
                let (value, at) = (text(value).unwrap_or_default(), tree.spot(value));
                let expected = values.join(", ");
                faults.push(
                    at.fault(format!("{name}: `{steer}` is never `{value}`; expected one of: {expected}")),
                );
            }
            Some(_) => {}
        }
    }
    for (steer, _) in steers.iter().filter(|(steer, _)| !declared.contains_key(steer.get_ref().as_ref())) {
        let known: Vec<&str> = declared.keys().map(|steer| steer.get_ref().as_ref()).collect();
        faults.push(tree.spot(steer).fault(format!(
            "{name}: `{}` steers nothing; expected one of: {}",
            steer.get_ref(),
            known.join(", ")
        )));
    }
}

/// Every topic of a local rule is shown with some question, or listed as one that is not.
pub(super) fn topics(files: &BTreeMap<String, String>, shown: &BTreeSet<&str>, faults: &mut Vec<Fault>) {
    for tree in Tree::of(files).iter().filter(|tree| tree.file == "rules/provinces.toml") {
        let hidden = tree.root.get("not-shown").and_then(|topics| topics.get_ref().as_array());
        let hidden: Vec<&str> = hidden.into_iter().flatten().filter_map(text).collect();
        for province in Tree::tables(&tree.root, "province") {
            for topic in Tree::tables(province, "rule").iter().filter_map(|rule| rule.get("topic")) {
                let name = text(topic).unwrap_or_default();
                if !shown.contains(name) && !hidden.contains(&name) {
                    let expected = shown.iter().copied().collect::<Vec<_>>().join(", ");
                    faults.push(
                        tree.spot(topic)
                            .fault(format!("no field shows rules on `{name}`; expected one of: {expected}")),
                    );
                }
            }
        }
    }
}
