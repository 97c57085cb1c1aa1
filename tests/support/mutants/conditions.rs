//! Conditions that ask too much or too little.

use super::reading::{Block, Dialogues, Key, Kind, Node};
use super::{Edit, Mutant};

/// A condition of a block.
struct When<'a> {
    block: &'a Block,
    /// What it belongs to within the block; empty: the block itself.
    of: String,
    key: &'a Key,
    /// What to delete so that it is gone.
    gone: Edit,
}

/// One variable of a condition with the values that are named.
pub(super) struct Leaf<'a> {
    pub(super) block: &'a Block,
    pub(super) of: String,
    pub(super) key: &'a Key,
}

impl Leaf<'_> {
    fn what(&self, change: &str) -> String {
        format!("{}{} {change}", self.of, self.key.name)
    }
}

pub(super) fn drop_condition(dialogues: &Dialogues) -> Vec<Mutant> {
    let drop = |when: When<'_>| {
        dialogues.mutant(format!("{}: {}`when` dropped", when.block.name, when.of), vec![when.gone])
    };
    whens(dialogues).into_iter().map(drop).collect()
}

pub(super) fn drop_part(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for when in whens(dialogues) {
        parts(dialogues, when.block, &when.of, &when.key.value, &mut mutants);
    }
    mutants
}

fn parts(dialogues: &Dialogues, block: &Block, of: &str, node: &Node, into: &mut Vec<Mutant>) {
    let keys = node.keys();
    for (n, key) in keys.iter().enumerate() {
        if keys.len() > 1 {
            let what = format!("{of}part {} dropped", key.name);
            into.push(dialogues.change(block, &what, node.without_key(n), ""));
        }
        if key.name == "any" {
            let alternatives = key.value.items();
            for (m, alternative) in alternatives.iter().enumerate() {
                let of = format!("{of}alternative {} ", m + 1);
                if alternatives.len() > 1 {
                    into.push(dialogues.change(
                        block,
                        &format!("{of}dropped"),
                        key.value.without_item(m),
                        "",
                    ));
                }
                parts(dialogues, block, &of, alternative, into);
            }
        }
    }
}

/// A condition that holds for one more value of a variable.
pub(super) fn widen(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for leaf in leaves(dialogues) {
        let Some(last) = leaf.key.value.items().last() else { continue };
        if let Some(value) = next_after(dialogues, &leaf, last) {
            let what = leaf.what(&format!("or {value}"));
            let end = last.span.end..last.span.end;
            mutants.push(dialogues.change(leaf.block, &what, end, format!(", \"{value}\"")));
        }
    }
    mutants
}

pub(super) fn narrow(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for leaf in leaves(dialogues) {
        let named = leaf.key.value.texts();
        for (n, value) in named.iter().enumerate().filter(|_| named.len() > 1) {
            let what = leaf.what(&format!("not {value}"));
            mutants.push(dialogues.change(leaf.block, &what, leaf.key.value.without_item(n), ""));
        }
    }
    mutants
}

/// A condition that holds for another value than the first of those it names.
pub(super) fn swap_value(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for leaf in leaves(dialogues) {
        let Some(first) = leaf.key.value.items().first() else { continue };
        if let Some(other) = next_after(dialogues, &leaf, first) {
            let what = leaf.what(&format!("{other} instead of {}", first.text().unwrap_or("?")));
            mutants.push(dialogues.change(leaf.block, &what, first.span.clone(), format!("\"{other}\"")));
        }
    }
    mutants
}

/// The next value of the variable that the condition does not name.
fn next_after<'a>(dialogues: &'a Dialogues, leaf: &Leaf<'_>, item: &Node) -> Option<&'a str> {
    let (values, named) = (dialogues.values(&leaf.key.name), leaf.key.value.texts());
    let at = values.iter().position(|value| Some(value.as_str()) == item.text()).unwrap_or(0);
    values[at..].iter().chain(&values[..at]).map(String::as_str).find(|value| !named.contains(value))
}

/// Every variable of every condition.
pub(super) fn leaves(dialogues: &Dialogues) -> Vec<Leaf<'_>> {
    let mut leaves = Vec::new();
    for when in whens(dialogues) {
        leaves_of(when.block, &when.of, &when.key.value, &mut leaves);
    }
    leaves
}

fn leaves_of<'a>(block: &'a Block, of: &str, node: &'a Node, into: &mut Vec<Leaf<'a>>) {
    for key in node.keys() {
        if key.name == "any" {
            for (m, alternative) in key.value.items().iter().enumerate() {
                leaves_of(block, &format!("{of}alternative {} ", m + 1), alternative, into);
            }
        } else {
            into.push(Leaf { block, of: of.to_owned(), key });
        }
    }
}

/// Every condition, in the order of the files.
fn whens(dialogues: &Dialogues) -> Vec<When<'_>> {
    let mut found = Vec::new();
    for block in &dialogues.blocks {
        for key in &block.keys {
            if key.name == "when" && matches!(key.value.kind, Kind::Table(_)) {
                let gone = dialogues.without_key(block, key);
                found.push(When { block, of: String::new(), key, gone });
            } else {
                inner(block, &format!("{} ", key.name), &key.value, &mut found);
            }
        }
    }
    found
}

fn inner<'a>(block: &'a Block, of: &str, node: &'a Node, into: &mut Vec<When<'a>>) {
    match &node.kind {
        Kind::List(items) => {
            for item in items {
                let id = item.id().or_else(|| item.key("topic").and_then(|key| key.value.text()));
                inner(block, &id.map_or(of.to_owned(), |id| format!("{of}{id} ")), item, into);
            }
        }
        Kind::Table(keys) => {
            for (n, key) in keys.iter().enumerate() {
                if key.name == "when" {
                    let gone = Edit::new(&block.file, node.without_key(n), "");
                    into.push(When { block, of: of.to_owned(), key, gone });
                } else {
                    inner(block, of, &key.value, into);
                }
            }
        }
        Kind::Text(_) | Kind::Other => {}
    }
}
