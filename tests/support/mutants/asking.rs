//! Fields that ask something else, of somebody else, at another place or not at all.

use std::collections::BTreeSet;

use super::conditions::leaves;
use super::reading::{Block, Dialogues, Kind};
use super::{Edit, Mutant};

/// The stages of the checklist after `welcome`, by their files.
const LATER_FILES: [&str; 6] = [
    "flow/prepare.toml",
    "flow/identify.toml",
    "flow/product.toml",
    "flow/details.toml",
    "flow/upload.toml",
    "flow/confirm.toml",
];

/// Keys that bound an answer or say when a field is asked.
const BOUNDS: [&str; 7] = ["past", "after-all", "days-left", "differs-from", "on-request", "each", "shows"];

pub(super) fn drop_field(dialogues: &Dialogues) -> Vec<Mutant> {
    dropped(dialogues, "field")
}

pub(super) fn drop_place(dialogues: &Dialogues) -> Vec<Mutant> {
    dropped(dialogues, "place")
}

/// One mutant for each block under a header, without it.
pub(super) fn dropped(dialogues: &Dialogues, header: &str) -> Vec<Mutant> {
    let drop = |block: &Block| {
        dialogues.mutant(format!("{}: dropped", block.name), vec![dialogues.without_block(block)])
    };
    dialogues.under(header).map(drop).collect()
}

/// One mutant for each key with this name, without it.
pub(super) fn keyless(dialogues: &Dialogues, headers: &[&str], names: &[&str]) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for block in dialogues.blocks.iter().filter(|block| headers.contains(&block.header.as_str())) {
        for key in block.keys.iter().filter(|key| names.contains(&key.name.as_str())) {
            let site = format!("{}: `{}` dropped", block.name, key.name);
            mutants.push(dialogues.mutant(site, vec![dialogues.without_key(block, key)]));
        }
    }
    mutants
}

/// One mutant for each item of a list, without it.
pub(super) fn itemless(dialogues: &Dialogues, header: &str, name: &str) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for block in dialogues.under(header) {
        let Some(key) = block.key(name) else { continue };
        for (n, item) in key.value.items().iter().enumerate() {
            let what = format!("{} dropped from `{name}`", item.id().unwrap_or("?"));
            mutants.push(dialogues.change(block, &what, key.value.without_item(n), ""));
        }
    }
    mutants
}

pub(super) fn drop_later_mark(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = itemless(dialogues, "field", "later");
    mutants.extend(itemless(dialogues, "field", "at-once"));
    mutants
}

/// An option that answered now stores nothing and comes back.
pub(super) fn add_later_mark(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for block in dialogues.under("field").filter(|block| block.text("kind") == Some("choice")) {
        let Some(options) = block.key("options") else { continue };
        let (later, at_once) = (block.texts("later"), block.texts("at-once"));
        for id in options.value.items().iter().filter_map(|option| option.id()) {
            if later.contains(&id) || at_once.contains(&id) {
                continue;
            }
            let (span, text) = match block.key("later").and_then(|key| key.value.items().last()) {
                Some(last) => (last.span.end..last.span.end, format!(", \"{id}\"")),
                None => (options.span.start..options.span.start, format!("later = [\"{id}\"]\n")),
            };
            mutants.push(dialogues.change(block, &format!("{id} added to `later`"), span, text));
        }
    }
    mutants
}

pub(super) fn drop_option(dialogues: &Dialogues) -> Vec<Mutant> {
    itemless(dialogues, "field", "options")
}

/// An option that no condition of the flow or the rules names any more; what stands beside them still does.
pub(super) fn orphan_option(dialogues: &Dialogues) -> Vec<Mutant> {
    let leaves = leaves(dialogues);
    let mut mutants = Vec::new();
    for block in dialogues.under("field") {
        let (Some(field), Some(options)) = (block.text("id"), block.key("options")) else { continue };
        for option in options.value.items().iter().filter_map(|option| option.id()) {
            let edits: Vec<Edit> = leaves
                .iter()
                .filter(|leaf| leaf.key.name == field && leaf.block.file.contains('/'))
                .filter_map(|leaf| {
                    let n = leaf.key.value.texts().iter().position(|&value| value == option)?;
                    Some(Edit::new(&leaf.block.file, leaf.key.value.without_item(n), ""))
                })
                .collect();
            if !edits.is_empty() {
                let site = format!("{}: {option} dropped from all conditions", block.name);
                mutants.push(dialogues.mutant(site, edits));
            }
        }
    }
    mutants
}

/// A document whose number nobody can read, and one whose number is read as another one's.
pub(super) fn drop_number_kind(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for block in dialogues.under("field") {
        let Some(kinds) = block.key("kind").and_then(|kind| kind.value.key("kinds")) else { continue };
        let keys = kinds.value.keys();
        for (n, key) in keys.iter().enumerate() {
            let what = format!("the kind of {} dropped", key.name);
            mutants.push(dialogues.change(block, &what, kinds.value.without_key(n), ""));
            let kind = key.value.text();
            let other =
                keys.iter().cycle().skip(n + 1).take(keys.len()).find(|other| other.value.text() != kind);
            if let Some(other) = other.and_then(|other| other.value.text()) {
                let what = format!("{} read as {other}", key.name);
                mutants.push(dialogues.change(block, &what, key.value.span.clone(), format!("\"{other}\"")));
            }
        }
    }
    mutants
}

/// A field asked once more, just before submission.
pub(super) fn ask_twice(dialogues: &Dialogues) -> Vec<Mutant> {
    let Some(target) = dialogues.field("submitted") else { return Vec::new() };
    let again = |block: &Block| {
        let id = block.text("id").unwrap_or("");
        let text = format!("[[place]]\nfield = \"{id}\"\n\n");
        let edit = Edit::new(&target.file, target.span.start..target.span.start, text);
        dialogues.mutant(format!("{}: a second place in confirm", block.name), vec![edit])
    };
    let fields = dialogues.under("field").filter(|block| block.text("id") != Some("submitted"));
    fields.map(again).collect()
}

/// A field moved before one that it looks back to.
pub(super) fn ask_before_need(dialogues: &Dialogues) -> Vec<Mutant> {
    let leaves = leaves(dialogues);
    let mut mutants = Vec::new();
    for block in dialogues.under("field").filter(|block| block.key("stage").is_none()) {
        let id = block.text("id").unwrap_or("");
        let mut needs: BTreeSet<String> = block.texts("depends").into_iter().map(str::to_owned).collect();
        let own = leaves.iter().filter(|leaf| std::ptr::eq(leaf.block, block));
        own.for_each(|leaf| fields_behind(dialogues, &leaves, &leaf.key.name, &mut needs));
        needs.remove(id);
        for need in needs.iter().filter_map(|need| dialogues.field(need)) {
            if need.key("stage").is_none() && !later_asked(need, block) {
                mutants.push(moved(dialogues, block, need, &need.name));
            }
        }
    }
    mutants
}

fn later_asked(one: &Block, than: &Block) -> bool {
    let rank = |block: &Block| LATER_FILES.iter().position(|&file| file == block.file).map_or(0, |n| n + 1);
    (rank(one), one.span.start) > (rank(than), than.span.start)
}

/// The fields that a variable follows from: its own, or those that the rules of a fact look at.
fn fields_behind(
    dialogues: &Dialogues,
    leaves: &[super::conditions::Leaf<'_>],
    variable: &str,
    into: &mut BTreeSet<String>,
) {
    let field = variable.split(':').next().unwrap_or(variable);
    if dialogues.field(field).is_some() {
        into.insert(field.to_owned());
        return;
    }
    for (number, table) in dialogues.blocks.iter().enumerate() {
        if table.header == "same" && table.text("gives") == Some(variable) {
            for of in table.texts("of") {
                fields_behind(dialogues, leaves, of, into);
            }
        }
        if table.header == "table" && table.texts("gives").contains(&variable) {
            for leaf in leaves.iter().filter(|leaf| leaf.block.parent == Some(number)) {
                if leaf.key.name != variable {
                    fields_behind(dialogues, leaves, &leaf.key.name, into);
                }
            }
        }
    }
}

/// A block moved to stand before another one.
fn moved(dialogues: &Dialogues, block: &Block, before: &Block, whither: &str) -> Mutant {
    let mut text = dialogues.at(&block.file, &block.span).to_owned();
    if let Some(stage) = block.key("stage").filter(|_| block.file != before.file) {
        let line = format!("{}\n", dialogues.at(&block.file, &stage.span));
        text = text.replacen(&line, "", 1);
    }
    let edits = vec![
        dialogues.cut_block(block),
        Edit::new(&before.file, before.span.start..before.span.start, format!("{text}\n")),
    ];
    dialogues.mutant(format!("{}: moved before {whither}", block.name), edits)
}

pub(super) fn ask_before_consent(dialogues: &Dialogues) -> Vec<Mutant> {
    let Some(consent) = dialogues.field("consent") else { return Vec::new() };
    let personal = dialogues.under("field").filter(|block| block.key("personal").is_some());
    personal.map(|block| moved(dialogues, block, consent, "consent")).collect()
}

/// Consent asked only at the end of a later stage.
pub(super) fn consent_too_late(dialogues: &Dialogues) -> Vec<Mutant> {
    let Some(consent) = dialogues.field("consent") else { return Vec::new() };
    let mut mutants = Vec::new();
    for file in LATER_FILES {
        let last = dialogues.under("field").filter(|block| block.file == file).last();
        mutants.extend(last.map(|last| moved(dialogues, consent, last, &last.name)));
    }
    mutants
}

pub(super) fn drop_personal(dialogues: &Dialogues) -> Vec<Mutant> {
    keyless(dialogues, &["field"], &["personal"])
}

pub(super) fn drop_bound(dialogues: &Dialogues) -> Vec<Mutant> {
    keyless(dialogues, &["field", "entry"], &BOUNDS)
}

/// What is optional becomes required, and the other way round, in the flow and in what the system asks.
pub(super) fn flip_optional(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = keyless(dialogues, &["field", "entry"], &["optional"]);
    for block in dialogues.blocks.iter().filter(|block| ["field", "entry"].contains(&block.header.as_str())) {
        if block.key("optional").is_none()
            && let Some(first) = block.keys.first()
        {
            let start = first.span.start;
            mutants.push(dialogues.change(block, "made optional", start..start, "optional = true\n"));
        }
    }
    mutants
}

pub(super) fn drop_dependency(dialogues: &Dialogues) -> Vec<Mutant> {
    itemless(dialogues, "field", "depends")
}

/// A dependency on the field asked just before, where nothing speaks of one.
pub(super) fn add_dependency(dialogues: &Dialogues) -> Vec<Mutant> {
    let leaves = leaves(dialogues);
    let fields: Vec<&Block> = dialogues.under("field").collect();
    let mut mutants = Vec::new();
    for pair in fields.windows(2).filter(|pair| pair[0].file == pair[1].file) {
        let (before, block) = (pair[0].text("id").unwrap_or(""), pair[1]);
        let mut needs = BTreeSet::new();
        let own = leaves.iter().filter(|leaf| std::ptr::eq(leaf.block, block));
        own.for_each(|leaf| fields_behind(dialogues, &leaves, &leaf.key.name, &mut needs));
        if !needs.contains(before) {
            mutants.extend(depending(dialogues, block, before));
        }
    }
    mutants
}

/// A dependency on the field asked just after.
pub(super) fn depend_on_later(dialogues: &Dialogues) -> Vec<Mutant> {
    let fields: Vec<&Block> = dialogues.under("field").collect();
    let pairs = fields.windows(2).filter(|pair| pair[0].file == pair[1].file);
    pairs.filter_map(|pair| depending(dialogues, pair[0], pair[1].text("id")?)).collect()
}

fn depending(dialogues: &Dialogues, block: &Block, on: &str) -> Option<Mutant> {
    if block.texts("depends").contains(&on) {
        return None;
    }
    let (span, text) = match block.key("depends").map(|key| &key.value) {
        Some(list) if matches!(list.kind, Kind::List(_)) => {
            let end = list.items().last()?.span.end;
            (end..end, format!(", \"{on}\""))
        }
        Some(_) | None => {
            let start = block.key("example")?.span.start;
            (start..start, format!("depends = [\"{on}\"]\n"))
        }
    };
    Some(dialogues.change(block, &format!("depends on {on}"), span, text))
}
