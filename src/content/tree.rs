//! A TOML file as a tree whose every part knows its line: for what is alike in all files, whatever their shape.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::Spot;

/// One file of the dialogues that is TOML.
pub(super) struct Tree<'a> {
    pub(super) file: &'a str,
    pub(super) root: DeTable<'a>,
    /// The offsets at which lines end.
    ends: Vec<usize>,
}

impl<'a> Tree<'a> {
    /// Every file that can be read as TOML; the others are told elsewhere.
    pub(super) fn of(files: &'a BTreeMap<String, String>) -> Vec<Self> {
        let is_toml = |file: &str| std::path::Path::new(file).extension().is_some_and(|kind| kind == "toml");
        let read = |(file, text): (&'a String, &'a String)| {
            let root = DeTable::parse(text).ok()?.into_inner();
            let ends = text.bytes().zip(0..).filter(|(byte, _)| *byte == b'\n').map(|(_, at)| at).collect();
            Some(Self { file, root, ends })
        };
        files.iter().filter(|(file, _)| is_toml(file)).filter_map(read).collect()
    }

    /// Where a part of the tree stands.
    pub(super) fn spot<T>(&self, part: &Spanned<T>) -> Spot {
        let before = self.ends.partition_point(|end| *end < part.span().start);
        let column = part.span().start - before.checked_sub(1).map_or(0, |last| self.ends[last] + 1);
        Spot { column, ..Spot::of(self.file, before + 1) }
    }

    /// Calls `visit` for each key and its value, at any depth.
    pub(super) fn visit(&self, visit: &mut impl FnMut(&str, &Spanned<DeValue<'a>>)) {
        visit_table(&self.root, visit);
    }

    /// The tables of an array of tables.
    pub(super) fn tables<'t>(table: &'t DeTable<'a>, key: &str) -> Vec<&'t DeTable<'a>> {
        let array = table.get(key).and_then(|value| value.get_ref().as_array());
        array.into_iter().flatten().filter_map(|value| value.get_ref().as_table()).collect()
    }
}

fn visit_table<'a>(table: &DeTable<'a>, visit: &mut impl FnMut(&str, &Spanned<DeValue<'a>>)) {
    for (key, value) in table {
        visit(key.get_ref(), value);
        visit_value(value, visit);
    }
}

fn visit_value<'a>(value: &Spanned<DeValue<'a>>, visit: &mut impl FnMut(&str, &Spanned<DeValue<'a>>)) {
    match value.get_ref() {
        DeValue::Table(table) => visit_table(table, visit),
        DeValue::Array(array) => array.iter().for_each(|value| visit_value(value, visit)),
        DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_) => {}
    }
}

/// The text of a value that is one.
pub(super) fn text<'t>(value: &'t Spanned<DeValue<'_>>) -> Option<&'t str> {
    value.get_ref().as_str()
}
