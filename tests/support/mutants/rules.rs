//! Rules without source or date, rules that are gone, changed or out of order, and what stands beside the flow.

use super::asking::{dropped, itemless, keyless};
use super::reading::{Block, Dialogues, Node};
use super::{Edit, Mutant};

/// The table of filing types stands here.
const ROWS: &str = "rules/types.toml";

/// What checks of typed answers look at stands here.
const LISTS: &str = "rules/checks.toml";

/// Variables with several values at once: two rules that name different ones may both hold.
const SEVERAL: [&str; 2] = ["site.content", "site.languages"];

/// Blocks that are one rule among others, tried in order.
const RULES: [&str; 3] = ["table.rule", "duration.rule", "category.asked"];

pub(super) fn drop_official(dialogues: &Dialogues) -> Vec<Mutant> {
    dropped(dialogues, "entry")
}

pub(super) fn drop_case(dialogues: &Dialogues) -> Vec<Mutant> {
    ["case", "anew", "deadline", "line", "local", "document", "picture"]
        .iter()
        .flat_map(|header| dropped(dialogues, header))
        .collect()
}

/// One of the fields less that are to be asked anew.
pub(super) fn drop_asked_anew(dialogues: &Dialogues) -> Vec<Mutant> {
    itemless(dialogues, "anew", "asks")
}

/// One value less in the lists that checks of typed answers look at.
pub(super) fn drop_listed(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for block in dialogues.blocks.iter().filter(|block| block.file == LISTS) {
        for key in block.keys.iter().filter(|key| key.name != "source") {
            for (n, item) in key.value.items().iter().enumerate() {
                let what = format!("{} dropped from `{}`", item.text().unwrap_or("?"), key.name);
                mutants.push(dialogues.change(block, &what, key.value.without_item(n), ""));
            }
        }
    }
    mutants
}

/// A step that takes a day longer at most.
pub(super) fn other_days(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for block in dialogues.under("duration.rule") {
        let Some(most) = block.key("days").and_then(|days| days.value.items().last()) else { continue };
        let days = dialogues.at(&block.file, &most.span);
        if let Ok(number) = days.parse::<u32>() {
            let longer = (number + 1).to_string();
            mutants.push(dialogues.change(
                block,
                &format!("{longer} days instead of {days}"),
                most.span.clone(),
                longer,
            ));
        }
    }
    mutants
}

pub(super) fn drop_row(dialogues: &Dialogues) -> Vec<Mutant> {
    let rows = rules(dialogues).filter(|block| block.file == ROWS);
    rows.map(|block| gone(dialogues, block)).collect()
}

/// A rule that has a condition, outside the table of filing types.
pub(super) fn drop_rule(dialogues: &Dialogues) -> Vec<Mutant> {
    let rules = rules(dialogues).filter(|block| block.file != ROWS && !is_catch_all(block));
    rules.map(|block| gone(dialogues, block)).collect()
}

pub(super) fn drop_catch_all(dialogues: &Dialogues) -> Vec<Mutant> {
    rules(dialogues).filter(|block| is_catch_all(block)).map(|block| gone(dialogues, block)).collect()
}

fn gone(dialogues: &Dialogues, block: &Block) -> Mutant {
    dialogues.mutant(format!("{}: dropped", block.name), vec![dialogues.without_block(block)])
}

fn rules(dialogues: &Dialogues) -> impl Iterator<Item = &Block> {
    dialogues.blocks.iter().filter(|block| RULES.contains(&block.header.as_str()))
}

/// Holds whatever is answered, on every day.
fn is_catch_all(block: &Block) -> bool {
    ["when", "from", "until", "edition"].iter().all(|key| block.key(key).is_none())
}

/// Two rows of filing types that give what the other one gave.
pub(super) fn swap_outcomes(dialogues: &Dialogues) -> Vec<Mutant> {
    let rows: Vec<&Block> = rules(dialogues).filter(|block| block.file == ROWS).collect();
    let mut mutants = Vec::new();
    for pair in rows.windows(2) {
        let (Some(one), Some(two)) = (pair[0].key("gives"), pair[1].key("gives")) else { continue };
        let (one, two) = (&one.value, &two.value);
        if one.texts() == two.texts() {
            continue;
        }
        mutants.push(swapped(dialogues, pair, one, two, "outcome"));
        if one.texts()[1..] != two.texts()[1..] {
            let rest = |node: &Node| {
                let items = node.items();
                Node { span: items[1].span.start..items[items.len() - 1].span.end, kind: node.kind.clone() }
            };
            mutants.push(swapped(dialogues, pair, &rest(one), &rest(two), "type"));
        }
    }
    mutants
}

fn swapped(dialogues: &Dialogues, pair: &[&Block], one: &Node, two: &Node, what: &str) -> Mutant {
    let edits = vec![
        Edit::new(&pair[0].file, one.span.clone(), dialogues.at(&pair[1].file, &two.span)),
        Edit::new(&pair[1].file, two.span.clone(), dialogues.at(&pair[0].file, &one.span)),
    ];
    dialogues.mutant(format!("{}: {what} swapped with {}", pair[0].name, pair[1].name), edits)
}

/// A rule that gives the next value of its fact.
pub(super) fn other_outcome(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for block in rules(dialogues) {
        let Some(gives) = block.key("gives") else { continue };
        let parent = block.parent.map(|parent| &dialogues.blocks[parent]);
        let facts = parent.map_or(Vec::new(), |parent| parent.texts("gives"));
        let asked = ["pre-approval.CATEGORY.asked"];
        let (facts, items) = match block.header.as_str() {
            "category.asked" => (asked.as_slice(), std::slice::from_ref(&gives.value)),
            _ => (facts.as_slice(), gives.value.items()),
        };
        for (fact, item) in facts.iter().zip(items) {
            let values = dialogues.values(fact);
            let Some(at) = values.iter().position(|value| Some(value.as_str()) == item.text()) else {
                continue;
            };
            let other = &values[(at + 1) % values.len()];
            if values.len() > 1 {
                let what = format!("{fact} {other} instead of {}", values[at]);
                mutants.push(dialogues.change(block, &what, item.span.clone(), format!("\"{other}\"")));
            }
        }
    }
    mutants
}

/// Two rules that stand side by side and may both hold, in the other order. Where a table says that its rules exclude
/// each other, their order says nothing.
pub(super) fn swap_rules(dialogues: &Dialogues) -> Vec<Mutant> {
    let rules: Vec<&Block> = rules(dialogues).collect();
    let mut mutants = Vec::new();
    for pair in rules.windows(2).filter(|pair| pair[0].parent == pair[1].parent) {
        let parent = pair[0].parent.map(|parent| &dialogues.blocks[parent]);
        if parent.is_some_and(|parent| parent.key("exclusive").is_some()) {
            continue;
        }
        if !exclude_each_other(pair[0], pair[1]) && !give_the_same(dialogues, pair[0], pair[1]) {
            let body = |block: &Block| block.span.clone();
            let edits = vec![
                Edit::new(&pair[0].file, body(pair[0]), dialogues.at(&pair[1].file, &body(pair[1]))),
                Edit::new(&pair[1].file, body(pair[1]), dialogues.at(&pair[0].file, &body(pair[0]))),
            ];
            mutants.push(dialogues.mutant(format!("{}: after {}", pair[0].name, pair[1].name), edits));
        }
    }
    mutants
}

fn give_the_same(dialogues: &Dialogues, one: &Block, two: &Block) -> bool {
    let given = |block: &Block| {
        let key = block.key("gives").or_else(|| block.key("days"));
        key.map(|key| dialogues.at(&block.file, &key.value.span).to_owned())
    };
    given(one) == given(two)
}

/// Whether it shows at once that the two never hold together.
fn exclude_each_other(one: &Block, two: &Block) -> bool {
    let differ = |key| one.text(key).zip(two.text(key)).is_some_and(|(one, two)| one != two);
    let ends_before = |first: &Block, second: &Block| {
        first.text("until").zip(second.text("from")).is_some_and(|(until, from)| until <= from)
    };
    let conditions = one.key("when").zip(two.key("when"));
    differ("edition")
        || ends_before(one, two)
        || ends_before(two, one)
        || conditions.is_some_and(|(one, two)| disjoint(&one.value, &two.value))
}

/// Whether two conditions ask other values of the same variable.
pub(super) fn disjoint(one: &Node, two: &Node) -> bool {
    one.keys().iter().any(|key| {
        !SEVERAL.contains(&key.name.as_str())
            && key.name != "any"
            && two.key(&key.name).is_some_and(|other| {
                let other = other.value.texts();
                key.value.texts().iter().all(|value| !other.contains(value))
            })
    })
}

pub(super) fn drop_period(dialogues: &Dialogues) -> Vec<Mutant> {
    let headers = [
        "table.rule",
        "duration.rule",
        "category.asked",
        "entry",
        "case",
        "domain-suffix",
        "residence-permit-prefix",
    ];
    let mut mutants = keyless(dialogues, &headers, &["from", "until", "edition"]);
    for block in dialogues.under("field") {
        for option in block.key("options").map_or(&[][..], |options| options.value.items()) {
            for (n, key) in option.keys().iter().enumerate().filter(|(_, key)| key.name == "from") {
                let what = format!("{} `{}` dropped", option.id().unwrap_or("?"), key.name);
                mutants.push(dialogues.change(block, &what, option.without_key(n), ""));
            }
        }
    }
    mutants
}

pub(super) fn other_edition(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for block in &dialogues.blocks {
        let Some(edition) = block.key("edition") else { continue };
        let other = if edition.value.text() == Some("current") { "2019-09" } else { "current" };
        let what = format!("edition {other}");
        mutants.push(dialogues.change(block, &what, edition.value.span.clone(), format!("\"{other}\"")));
    }
    mutants
}

/// A rule that begins or ends a year later, or ends when it began and the other way round.
pub(super) fn shift_period(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for block in &dialogues.blocks {
        for key in block.keys.iter().filter(|key| ["from", "until"].contains(&key.name.as_str())) {
            let Some((year, rest)) = key.value.text().and_then(|day| day.split_once('-')) else { continue };
            let Ok(year) = year.parse::<i32>() else { continue };
            let what = format!("`{}` a year later", key.name);
            let later = format!("\"{}-{rest}\"", year + 1);
            mutants.push(dialogues.change(block, &what, key.value.span.clone(), later));
            let other = if key.name == "from" { "until" } else { "from" };
            if block.key(other).is_some() {
                continue;
            }
            let span = key.span.start..key.span.start + key.name.len();
            mutants.push(dialogues.change(
                block,
                &format!("`{other}` instead of `{}`", key.name),
                span,
                other,
            ));
        }
    }
    mutants
}

pub(super) fn drop_source(dialogues: &Dialogues) -> Vec<Mutant> {
    let headers: Vec<&str> = dialogues.blocks.iter().map(|block| block.header.as_str()).collect();
    keyless(dialogues, &headers, &["source"])
}

pub(super) fn unknown_source(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for block in &dialogues.blocks {
        let Some(item) = block.key("source").and_then(|source| source.value.items().last()) else { continue };
        let what = format!("source NOPE instead of {}", item.text().unwrap_or("?"));
        mutants.push(dialogues.change(block, &what, item.span.clone(), "\"NOPE\""));
    }
    mutants
}

pub(super) fn drop_source_date(dialogues: &Dialogues) -> Vec<Mutant> {
    let headers: Vec<&str> = dialogues.blocks.iter().map(|block| block.header.as_str()).collect();
    let headers: Vec<&str> = headers.into_iter().filter(|header| header.starts_with("source.")).collect();
    keyless(dialogues, &headers, &["date"])
}

pub(super) fn drop_checked_on(dialogues: &Dialogues) -> Vec<Mutant> {
    keyless(dialogues, &[""], &["checked-on"])
}

pub(super) fn drop_category(dialogues: &Dialogues) -> Vec<Mutant> {
    with_children(dialogues, "category")
}

pub(super) fn drop_province(dialogues: &Dialogues) -> Vec<Mutant> {
    with_children(dialogues, "province")
}

/// One mutant for each block under a header, without it and what belongs to it.
fn with_children(dialogues: &Dialogues, header: &str) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (number, block) in dialogues.blocks.iter().enumerate().filter(|(_, block)| block.header == header) {
        let children = dialogues.blocks.iter().filter(|child| child.parent == Some(number));
        let mut edits = vec![dialogues.without_block(block)];
        edits.extend(children.map(|child| dialogues.without_block(child)));
        mutants.push(dialogues.mutant(format!("{}: dropped", block.name), edits));
    }
    mutants
}

pub(super) fn drop_province_rule(dialogues: &Dialogues) -> Vec<Mutant> {
    dropped(dialogues, "province.rule")
}

pub(super) fn drop_steer(dialogues: &Dialogues) -> Vec<Mutant> {
    steers(dialogues).map(|block| gone(dialogues, block)).collect()
}

/// A steer with each of the other values that it may have.
pub(super) fn swap_steer(dialogues: &Dialogues) -> Vec<Mutant> {
    let possible = dialogues.under("steers").next();
    let mut mutants = Vec::new();
    for block in steers(dialogues) {
        let topic = block.header.rsplit('.').next().unwrap_or("");
        let (Some(value), Some(possible)) = (block.key("value"), possible) else { continue };
        for other in possible.texts(topic).into_iter().filter(|&other| Some(other) != value.value.text()) {
            let what = format!("{other} instead of {}", value.value.text().unwrap_or("?"));
            mutants.push(dialogues.change(block, &what, value.value.span.clone(), format!("\"{other}\"")));
        }
    }
    mutants
}

fn steers(dialogues: &Dialogues) -> impl Iterator<Item = &Block> {
    dialogues.blocks.iter().filter(|block| block.header.starts_with("province.steers."))
}
