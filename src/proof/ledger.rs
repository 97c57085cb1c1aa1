//! The two sides of the ledger, where no diagram is needed: what a change puts in question, the deadlines, the local
//! rules and where they are told, the documents and their numbers, and what is read from what is typed.

use std::collections::BTreeSet;

use super::Flaw;
use crate::content::{Content, Day, Entry, Field, FieldKind, Holds, Language, Line, Spot};
use crate::kind::{Given, Kind};
use crate::rules::Province;

/// Adds the flaws.
pub(super) fn all(content: &Content, flaws: &mut Vec<Flaw>) {
    anew(content, flaws);
    deadlines(content, flaws);
    locals(content, flaws);
    documents(content, flaws);
    sourced(content, flaws);
    lines(content, flaws);
    own_words(content, flaws);
    for (number, field) in content.fields.iter().enumerate() {
        let listed = content.cases.differs.iter().find(|(differs, ..)| *differs == number);
        let listed = listed.map(|(_, other, when)| (*other, when));
        if listed != field.differs_from.as_ref().map(|(other, when)| (*other, when)) {
            let what = format!("`differs-from` of `{}` is not as `[[differs]]` in cases.toml says", field.id);
            flaws.push(Flaw::told(&field.spot, what));
        }
    }
}

/// Whatever is not a matter of the conversation itself names where it is known from.
fn sourced(content: &Content, flaws: &mut Vec<Flaw>) {
    for case in content.cases.cases.iter().filter(|case| case.source.is_empty()) {
        let by_nature = match case.holds {
            Holds::Asks(field) => content.fields[field].source.is_empty(),
            Holds::Gate(gate) => content.gates[gate].source.is_empty(),
            Holds::Way(..) => true,
            Holds::Offers(..) | Holds::Shows(..) | Holds::Fact(..) | Holds::Takes(..) => false,
        };
        if !by_nature {
            flaws.push(Flaw::told(
                &case.spot,
                "this case names no source; expected keys of rules/sources.toml",
            ));
        }
    }
}

/// What a field depends on is what it is to be asked anew after.
fn anew(content: &Content, flaws: &mut Vec<Flaw>) {
    for (number, field) in content.fields.iter().enumerate() {
        let anew: BTreeSet<usize> = content
            .cases
            .anew
            .iter()
            .filter(|anew| anew.asks.contains(&number))
            .map(|anew| anew.when)
            .collect();
        let declared: BTreeSet<usize> = field.depends.iter().copied().collect();
        let id = |field: &usize| &content.fields[*field].id;
        for missing in anew.difference(&declared) {
            let what = format!(
                "`{}` does not depend on `{}`, and is to be asked anew after a change of it",
                field.id,
                id(missing)
            );
            flaws.push(Flaw::told(&field.spot, what));
        }
        for extra in declared.difference(&anew) {
            let what = format!(
                "`{}` depends on `{}`, and nothing says that it is to be asked anew after a change of it",
                field.id,
                id(extra)
            );
            flaws.push(Flaw::told(&field.spot, what));
        }
    }
}

/// Whether a line of the forms stands beside the one line that the field is compared with.
pub(super) fn is_beside(content: &Content, entry: &Entry) -> bool {
    let listed = |line: &Line| line.label == entry.label && line.field == entry.field;
    entry.field.is_none() || content.cases.lines.iter().any(listed)
}

/// What stands in the forms beside the one line of each field is listed line by line.
fn lines(content: &Content, flaws: &mut Vec<Flaw>) {
    let says = |line: &Line, entry: &Entry| {
        (&line.label, line.field, &line.value, &line.prefix, &line.when)
            == (&entry.label, entry.field, &entry.value, &entry.prefix, &entry.when)
    };
    let entries = content.official.entries.iter().filter(|entry| is_beside(content, entry));
    for entry in entries.clone() {
        if entry.field.is_some_and(|field| content.fields[field].optional != entry.optional) {
            let what = format!(
                "「{}」 may stay empty here and not where it is asked, or the other way round",
                entry.label
            );
            flaws.push(Flaw::told(&entry.spot, what));
        }
        if !content.cases.lines.iter().any(|line| says(line, entry)) {
            let what = format!("「{}」 is in no `[[line]]` of cases.toml as it is here", entry.label);
            flaws.push(Flaw::told(&entry.spot, what));
        }
    }
    for line in &content.cases.lines {
        if entries.clone().filter(|entry| says(line, entry)).count() != 1 {
            let what =
                format!("official.toml does not say just once what this line says: 「{}」", line.label);
            flaws.push(Flaw::told(&line.spot, what));
        }
    }
}

/// Texts that say something of one case, where a general one would be said without them.
fn special_texts(content: &Content) -> BTreeSet<String> {
    let reasons = Kind::ALL.iter().flat_map(|kind| kind.reasons().iter().map(move |reason| (kind, reason)));
    let general = |reason: &str| content.texts.has(Language::En, &format!("refusal-{reason}"));
    let refusals = reasons.filter(|(_, reason)| general(reason));
    let refusals = refusals.map(|(kind, reason)| format!("refusal-{}-{reason}", kind.id()));
    let of_field = |field: &Field| {
        let shared = match field.kind {
            FieldKind::YesNo => ["brief", "opt-yes", "opt-no"].as_slice(),
            FieldKind::Paper => &["brief", "opt-ready", "opt-not-yet"],
            FieldKind::Choice
            | FieldKind::Choices
            | FieldKind::Notice
            | FieldKind::Reopenable
            | FieldKind::Typed(_)
            | FieldKind::By { .. } => &["brief"],
        };
        shared.iter().map(|part| format!("{}.{part}", field.text)).collect::<Vec<_>>()
    };
    refusals.chain(content.fields.iter().flat_map(of_field)).collect()
}

/// Whatever is said in words of its own is listed, and has them in both languages.
fn own_words(content: &Content, flaws: &mut Vec<Flaw>) {
    let special = special_texts(content);
    for language in Language::ALL {
        for (id, spot) in &content.cases.own_words {
            if !special.contains(id) || !content.texts.has(language, id) {
                let what =
                    format!("`{id}` has no words of its own in {}; cases.toml lists it", language.id());
                flaws.push(Flaw::told(spot, what));
            }
        }
        let listed = |id: &String| content.cases.own_words.iter().any(|(own, _)| own == id);
        for id in special.iter().filter(|id| !listed(id)) {
            if let Some((_, spot)) = content.texts.longest(language, id) {
                let what =
                    format!("`{id}` stands in place of a general text; expected it in `own` of cases.toml");
                flaws.push(Flaw::told(spot, what));
            }
        }
    }
}

/// Every timer keeps the deadline that is listed, and every deadline has its timer.
fn deadlines(content: &Content, flaws: &mut Vec<Flaw>) {
    for timer in &content.timers {
        let listed = content.cases.deadlines.iter().find(|deadline| deadline.timer == timer.id);
        let keeps = listed.is_some_and(|deadline| deadline.clock == timer.clock);
        if !keeps {
            let what = format!("timer `{}` does not keep a deadline of cases.toml", timer.id);
            flaws.push(Flaw::told(&timer.spot, what));
        }
    }
}

/// Every local rule is listed by its topic, province and whom it binds, and told at the questions that are listed.
fn locals(content: &Content, flaws: &mut Vec<Flaw>) {
    let mut topics: BTreeSet<&str> = content.cases.locals.iter().map(|local| local.topic.as_str()).collect();
    let rules = content.provinces.iter().flat_map(|province| &province.rules);
    topics.extend(rules.map(|rule| rule.topic.as_str()));
    for topic in topics {
        let listed = content.cases.locals.iter().find(|local| local.topic == topic);
        let expected = listed.map(|local| local.provinces.as_slice()).unwrap_or_default();
        let of_province = |province: &Province| -> Vec<String> {
            let rules = province.rules.iter().filter(|rule| rule.topic == topic);
            rules.map(|rule| rule.applies_to.of(&province.code)).collect()
        };
        let found: Vec<String> = content.provinces.iter().flat_map(of_province).collect();
        for entry in found.iter().chain(expected).collect::<BTreeSet<_>>() {
            let count = |all: &[String]| all.iter().filter(|one| *one == entry).count();
            let (found, expected) = (count(&found), count(expected));
            if found != expected {
                let code = entry.split(' ').next().unwrap_or_default();
                let name = content.provinces.by_code(code).map_or("nobody", |province| &province.en);
                let what = format!(
                    "{name} has {found} on `{topic}` among its rules, as `{entry}`; by cases.toml there are {expected}"
                );
                let spot = Spot::of("rules/provinces.toml", 0);
                flaws.push(Flaw::told(&spot, what));
            }
        }
        let shown_at = listed.map(|local| local.shown_at.as_slice()).unwrap_or_default();
        for (number, field) in content.fields.iter().enumerate() {
            let shows = field.shows.iter().any(|(known, _)| known == topic);
            if shows != shown_at.contains(&number) {
                let not = if shows { "not " } else { "" };
                let what = format!("by cases.toml rules on `{topic}` are {not}told at `{}`", field.id);
                flaws.push(Flaw::told(&field.spot, what));
            }
        }
    }
}

/// The number of a document is checked as the number of that document.
fn documents(content: &Content, flaws: &mut Vec<Flaw>) {
    for field in &content.fields {
        let FieldKind::By { kinds, .. } = &field.kind else { continue };
        for (option, kind) in kinds {
            let listed = content.cases.documents.iter().find(|(document, _)| document == option);
            if listed.is_none_or(|(_, expected)| expected != kind) {
                let expected = listed.map_or("none", |(_, kind)| kind.id());
                let what = format!(
                    "`{}` of `{option}` is checked as `{}`; by cases.toml its number is `{expected}`",
                    field.id,
                    kind.id()
                );
                flaws.push(Flaw::told(&field.spot, what));
            }
        }
    }
}

/// Whatever the lists look for is shown by something typed.
fn shown(content: &Content, day: Day, flaws: &mut Vec<Flaw>) {
    let typed = |kind: &str, province: Option<&str>, key: &str| {
        content.cases.typed.iter().any(|typed| {
            typed.kind.id() == kind
                && typed.period.covers(day)
                && typed.text.contains(key)
                && province.is_none_or(|code| typed.province.as_deref() == Some(code))
        })
    };
    let mut tell = |file: &str, kind: &str, key: &str| {
        let spot = Spot::of(file, 0);
        let what = format!("nothing typed in cases.toml shows what `{key}` does to a `{kind}`");
        flaws.push(Flaw::told(&spot, what));
    };
    for (kind, key) in content.lists.entries(day.date).filter(|(kind, key)| !typed(kind, None, key)) {
        tell("rules/checks.toml", kind, key);
    }
    let national = &content.provinces.national.individual_banned_words;
    for word in national.iter().filter(|word| !typed("site-name", None, word)) {
        tell("rules/provinces.toml", "site-name", word);
    }
    for province in content.provinces.iter() {
        let own = Some(province.code.as_str());
        for word in province.banned_words.iter().filter(|word| !typed("site-name", own, word)) {
            tell("rules/provinces.toml", "site-name", word);
        }
        if !typed("filing-number", own, &format!("{}ICP", province.icp_prefix)) {
            tell("rules/provinces.toml", "filing-number", &province.icp_prefix);
        }
        let number = content.cases.typed.iter().any(|typed| {
            typed.kind == Kind::PublicSecurityNumber
                && typed.text.starts_with(&province.police_prefix)
                && typed.text.contains(&province.code)
        });
        if !number {
            tell("rules/provinces.toml", "public-security-number", &province.police_prefix);
        }
    }
}

/// Nothing stands in two entries of the lists on one day, which could say two things of it.
fn once(content: &Content, day: Day, flaws: &mut Vec<Flaw>) {
    let mut seen = BTreeSet::new();
    for (kind, key) in content.lists.entries(day.date).filter(|entry| !seen.insert(*entry)) {
        let what = format!("`{key}` stands in two entries for a `{kind}` on the same day; expected one");
        flaws.push(Flaw::told(&Spot::of("rules/checks.toml", 0), what));
    }
}

/// The pictures of papers are asked for as it is listed.
fn pictures(content: &Content, day: Day, flaws: &mut Vec<Flaw>) {
    let rule = content.lists.picture(day.date);
    let rule = rule.map(|rule| (rule.formats.iter().cloned().collect(), rule.size_below_bytes));
    let listed = content.cases.pictures.iter().filter(|pictures| pictures.period.covers(day));
    let listed = listed.map(|pictures| (pictures.formats.clone(), pictures.size_below_bytes));
    if !listed.eq(rule) {
        let what = "what is asked of pictures is not what `[[picture]]` in cases.toml says";
        flaws.push(Flaw::told(&Spot::of("rules/checks.toml", 0), what));
    }
}

/// What is typed passes or is refused as it is listed, and the same is read from it.
pub(super) fn typed(content: &Content, day: Day, flaws: &mut Vec<Flaw>) {
    shown(content, day, flaws);
    once(content, day, flaws);
    pictures(content, day, flaws);
    for typed in content.cases.typed.iter().filter(|typed| typed.period.covers(day)) {
        let given = Given {
            province: typed.province.as_deref(),
            subject_kind: typed.subject_kind.as_deref(),
            ..super::space::given(content, day)
        };
        let mut tell = |what: String| flaws.push(Flaw::told(&typed.spot, what));
        match (typed.kind.check(&typed.text, &given), &typed.refused) {
            (Ok(_), Some(reason)) => tell(format!("`{}` passes; expected `{reason}`", typed.text)),
            (Err(refusal), None) => tell(format!("`{}` is refused: {}", typed.text, refusal.reason)),
            (Err(refusal), Some(reason)) if refusal.reason != *reason => {
                tell(format!("`{}` is refused: {}; expected `{reason}`", typed.text, refusal.reason));
            }
            (Err(_), Some(_)) => {}
            (Ok(checked), None) => {
                for (reading, expected) in &typed.reads {
                    let read = typed.kind.read(reading, &checked.value, &given);
                    if read.as_ref() != Some(expected) {
                        let read = read.unwrap_or_else(|| "nothing".to_owned());
                        tell(format!("`{reading}` of `{}` is `{read}`; expected `{expected}`", typed.text));
                    }
                }
            }
        }
    }
}
