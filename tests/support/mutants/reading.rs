//! The shipped files as the operators see them: blocks, keys and values with their spans, messages with theirs.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use beian::content::{Content, Files, shipped};
use toml::de::{DeTable, DeValue};

use super::{Edit, Mutant};

/// The shipped files, read for editing.
pub(crate) struct Dialogues {
    /// Their text.
    pub(crate) files: Files,
    /// What they mean.
    pub(crate) content: Arc<Content>,
    /// Every block of the TOML files, in the order of the files.
    pub(crate) blocks: Vec<Block>,
    /// Every message of the texts, in the order of the files.
    pub(crate) messages: Vec<Message>,
}

/// A table with its header, such as `[[field]]`; the lines before the first header have none.
pub(crate) struct Block {
    /// The file it stands in.
    pub(crate) file: String,
    /// What stands in the brackets.
    pub(crate) header: String,
    /// What it is, told apart from its like without a number of a line.
    pub(crate) name: String,
    /// The block that it belongs to: the table of a rule, the province of a steer.
    pub(crate) parent: Option<usize>,
    /// From its header to the end of its last line.
    pub(crate) span: Range<usize>,
    /// Its keys, in order.
    pub(crate) keys: Vec<Key>,
}

/// A key with its value.
#[derive(Clone)]
pub(crate) struct Key {
    /// The key.
    pub(crate) name: String,
    /// From the key to the end of the value.
    pub(crate) span: Range<usize>,
    /// The value.
    pub(crate) value: Node,
}

/// A value.
#[derive(Clone)]
pub(crate) struct Node {
    /// Where it stands.
    pub(crate) span: Range<usize>,
    /// What it is.
    pub(crate) kind: Kind,
}

/// What a value is.
#[derive(Clone)]
pub(crate) enum Kind {
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A table in braces.
    Table(Vec<Key>),
    /// A number or a truth value, as it is written.
    Other,
}

/// A message of a text file with its attributes.
pub(crate) struct Message {
    /// The file it stands in.
    pub(crate) file: String,
    /// Its id.
    pub(crate) id: String,
    /// From its id to the end of its last line.
    pub(crate) span: Range<usize>,
    /// Its own words, without what surrounds them.
    pub(crate) value: Range<usize>,
    /// What hangs on it.
    pub(crate) attributes: Vec<Attribute>,
}

/// An attribute of a message, such as `.label`.
pub(crate) struct Attribute {
    /// Its name, without the dot.
    pub(crate) name: String,
    /// Its whole lines.
    pub(crate) span: Range<usize>,
    /// Its words.
    pub(crate) value: Range<usize>,
}

impl Dialogues {
    /// Reads what is built into the binary.
    pub(crate) fn shipped() -> Self {
        // What is known beside the flow is held against questions, not proved: without it loading is much faster.
        let mut files = Files::shipped();
        files.0.retain(|file, _| !file.starts_with("knowledge/") && !file.ends_with("/answers.ftl"));
        let (mut blocks, mut messages) = (Vec::new(), Vec::new());
        for (file, text) in &files.0 {
            if file.starts_with("texts/") {
                messages.extend(read_messages(file, text));
            } else {
                read_blocks(file, text, &mut blocks);
            }
        }
        number_alike(&mut blocks);
        Self { files, content: shipped(), blocks, messages }
    }

    /// The blocks under this header, in the order of the files.
    pub(crate) fn under<'a>(&'a self, header: &'a str) -> impl Iterator<Item = &'a Block> {
        self.blocks.iter().filter(move |block| block.header == header)
    }

    /// A field's block by its id.
    pub(crate) fn field(&self, id: &str) -> Option<&Block> {
        self.under("field").find(|block| block.text("id") == Some(id))
    }

    /// The text of a file.
    pub(crate) fn text(&self, file: &str) -> &str {
        self.files.0.get(file).map_or("", String::as_str)
    }

    /// What stands in a span.
    pub(crate) fn at(&self, file: &str, span: &Range<usize>) -> &str {
        &self.text(file)[span.clone()]
    }

    /// The possible values of a variable; of one made for each category, those of the first.
    pub(crate) fn values(&self, name: &str) -> &[String] {
        let first = self.content.categories.first().map_or("", |category| category.id.as_str());
        self.content
            .variable(&name.replace("CATEGORY", first))
            .map_or(&[], |variable| self.content.variables[variable.index()].values.as_slice())
    }

    /// A mutant made of these edits, the first of which says where it stands.
    pub(crate) fn mutant(&self, site: String, edits: Vec<Edit>) -> Mutant {
        let (file, start) =
            edits.first().map_or((String::new(), 0), |edit| (edit.file.clone(), edit.span.start));
        let line = self.text(&file)[..start].matches('\n').count() + 1;
        Mutant { operator: "", file, line, site, edits }
    }

    /// A mutant of one edit in a block.
    pub(crate) fn change(
        &self,
        block: &Block,
        what: &str,
        span: Range<usize>,
        text: impl Into<String>,
    ) -> Mutant {
        self.mutant(format!("{}: {what}", block.name), vec![Edit::new(&block.file, span, text)])
    }

    /// The block without this key; a comment behind it stays.
    pub(crate) fn without_key(&self, block: &Block, key: &Key) -> Edit {
        let rest = &self.text(&block.file)[key.span.end..];
        let line_end = usize::from(rest.starts_with('\n'));
        Edit::new(&block.file, key.span.start..key.span.end + line_end, "")
    }

    /// The file without this block and the empty line behind it; comments before it and in it stay.
    pub(crate) fn without_block(&self, block: &Block) -> Edit {
        let said = self.at(&block.file, &block.span).lines().filter_map(|line| line.split_once(" # "));
        let said = said.fold(String::new(), |text, (_, said)| text + "# " + said + "\n");
        Edit { text: said, ..self.cut_block(block) }
    }

    /// The file without this block, which goes elsewhere with all that is said in it.
    pub(crate) fn cut_block(&self, block: &Block) -> Edit {
        let rest = &self.text(&block.file)[block.span.end..];
        let empty = usize::from(rest.starts_with('\n'));
        Edit::new(&block.file, block.span.start..block.span.end + empty, "")
    }
}

impl Block {
    /// A key of the block.
    pub(crate) fn key(&self, name: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// The text of a key.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.key(name).and_then(|key| key.value.text())
    }

    /// The texts of a list.
    pub(crate) fn texts(&self, name: &str) -> Vec<&str> {
        self.key(name).map_or(Vec::new(), |key| key.value.texts())
    }
}

impl Node {
    /// The value as text.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            Kind::List(_) | Kind::Table(_) | Kind::Other => None,
        }
    }

    /// The items of a list; of anything else, none.
    pub(crate) fn items(&self) -> &[Node] {
        match &self.kind {
            Kind::List(items) => items,
            Kind::Text(_) | Kind::Table(_) | Kind::Other => &[],
        }
    }

    /// The keys of a table in braces; of anything else, none.
    pub(crate) fn keys(&self) -> &[Key] {
        match &self.kind {
            Kind::Table(keys) => keys,
            Kind::Text(_) | Kind::List(_) | Kind::Other => &[],
        }
    }

    /// A key of a table in braces.
    pub(crate) fn key(&self, name: &str) -> Option<&Key> {
        self.keys().iter().find(|key| key.name == name)
    }

    /// The texts of a list.
    pub(crate) fn texts(&self) -> Vec<&str> {
        self.items().iter().filter_map(Node::text).collect()
    }

    /// The id of an option: written alone, or in a table.
    pub(crate) fn id(&self) -> Option<&str> {
        self.text().or_else(|| self.key("id").and_then(|key| key.value.text()))
    }

    /// What to delete so that the n-th item is gone.
    pub(crate) fn without_item(&self, n: usize) -> Range<usize> {
        without(&self.items().iter().map(|item| item.span.clone()).collect::<Vec<_>>(), n)
    }

    /// What to delete so that the n-th key is gone.
    pub(crate) fn without_key(&self, n: usize) -> Range<usize> {
        without(&self.keys().iter().map(|key| key.span.clone()).collect::<Vec<_>>(), n)
    }
}

/// What to delete of things parted by commas so that the n-th is gone.
fn without(spans: &[Range<usize>], n: usize) -> Range<usize> {
    match (n.checked_sub(1), spans.get(n + 1)) {
        (_, Some(next)) => spans[n].start..next.start,
        (Some(before), None) => spans[before].end..spans[n].end,
        (None, None) => spans[n].clone(),
    }
}

fn read_blocks(file: &str, text: &str, blocks: &mut Vec<Block>) {
    let mut starts: Vec<usize> = Vec::from([0]);
    starts.extend(text.match_indices("\n[").map(|(at, _)| at + 1));
    let own = blocks.len();
    for (n, &start) in starts.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(text.len());
        let lines = &text[start..end];
        let (header, body) = if lines.starts_with('[') {
            let line = lines.find('\n').map_or(lines.len(), |at| at + 1);
            (lines[..line].split(" #").next().unwrap_or("").trim().trim_matches(['[', ']']), line)
        } else {
            ("", 0)
        };
        let table = DeTable::parse(&lines[body..]).expect("a shipped file is read block by block");
        let keys = read_keys(table.get_ref(), start + body);
        let last = keys.last().map_or(start + body, |key| key.span.end);
        let end = text[last..].find('\n').map_or(text.len(), |at| last + at + 1);
        let parent = header.rsplit_once('.').and_then(|_| {
            let outer = header.split('.').next();
            (own..blocks.len()).rev().find(|&other| Some(blocks[other].header.as_str()) == outer)
        });
        let end = if keys.is_empty() { start + body } else { end };
        let mut block = Block {
            file: file.to_owned(),
            header: header.to_owned(),
            name: String::new(),
            parent,
            span: start..end,
            keys,
        };
        block.name = name(&block, parent.map(|parent| blocks[parent].name.as_str()));
        blocks.push(block);
    }
}

/// What a block is, from what it says of itself.
fn name(block: &Block, parent: Option<&str>) -> String {
    let says = |key: &str| block.text(key).unwrap_or("").to_owned();
    let of = |what: String| parent.map_or(what.clone(), |parent| format!("{parent} {what}"));
    let gives = || block.texts("gives").join("/");
    match block.header.as_str() {
        "" => block.file.clone(),
        "place" => format!("place of {} in {}", says("field"), block.file),
        "transition" => format!("transition {} {} to {}", says("from"), says("event"), says("to")),
        "table" => gives(),
        "table.rule" => of(format!("= {}", gives())),
        "category.asked" => of(format!("asked {}", says("gives"))),
        "province" => format!("province {}", says("code")),
        "province.rule" => of(format!("on {}", says("topic"))),
        "entry" => format!("entry {} of {}", says("label"), block.text("field").unwrap_or("no field")),
        "same" => format!("same {}", says("gives")),
        "case" => format!("case {}", case(block)),
        "anew" => format!("anew after {}", says("when")),
        "deadline" => format!("deadline {}", says("timer")),
        "line" => format!("line {} of {}", says("label"), block.text("field").unwrap_or("no field")),
        "local" => format!("local {}", says("topic")),
        "document" => format!("document {}", says("option")),
        "typed" => format!("typed {} {}", says("kind"), says("text")),
        header => match block.text("id") {
            Some(id) => format!("{header} {id}"),
            None => of(header.to_owned()),
        },
    }
}

/// What a case says must come out.
fn case(block: &Block) -> String {
    let named = ["fact", "is", "asks", "offers", "shows", "exits", "stops", "from-stage", "to-stage"];
    let words = named.iter().filter_map(|&key| block.text(key));
    words.collect::<Vec<_>>().join(" ")
}

/// Blocks with the same name are counted.
fn number_alike(blocks: &mut [Block]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for block in blocks {
        let count = seen.entry(block.name.clone()).or_default();
        *count += 1;
        if *count > 1 {
            block.name = format!("{} ({count})", block.name);
        }
    }
}

fn read_keys(table: &DeTable<'_>, offset: usize) -> Vec<Key> {
    let mut keys: Vec<Key> = table
        .iter()
        .map(|(key, value)| {
            let value = read_node(value, offset);
            let start = offset + key.span().start;
            Key { name: key.get_ref().to_string(), span: start..value.span.end, value }
        })
        .collect();
    keys.sort_by_key(|key| key.span.start);
    keys
}

fn read_node(value: &toml::Spanned<DeValue<'_>>, offset: usize) -> Node {
    let span = offset + value.span().start..offset + value.span().end;
    let kind = match value.get_ref() {
        DeValue::String(text) => Kind::Text(text.to_string()),
        DeValue::Array(items) => Kind::List(items.iter().map(|item| read_node(item, offset)).collect()),
        DeValue::Table(table) => Kind::Table(read_keys(table, offset)),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => Kind::Other,
    };
    Node { span, kind }
}

fn read_messages(file: &str, text: &str) -> Vec<Message> {
    let mut messages: Vec<Message> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (start, end) = (at, at + line.len());
        at = end;
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            if let Some((id, words)) = line.split_once(" =") {
                let value = end - words.len()..end;
                let (id, attributes) = (id.to_owned(), Vec::new());
                messages.push(Message { file: file.to_owned(), id, span: start..end, value, attributes });
            }
        } else if line.starts_with(' ')
            && let Some(message) = messages.last_mut()
        {
            message.span.end = end;
            let attribute = line.strip_prefix("    .").and_then(|line| line.split_once(" ="));
            if let Some((name, words)) = attribute {
                let value = end - words.len()..end;
                message.attributes.push(Attribute { name: name.to_owned(), span: start..end, value });
            } else if let Some(last) = message.attributes.last_mut() {
                (last.span.end, last.value.end) = (end, end);
            } else {
                message.value.end = end;
            }
        }
    }
    for message in &mut messages {
        message.value = trimmed(text, &message.value);
        for attribute in &mut message.attributes {
            attribute.value = trimmed(text, &attribute.value);
        }
    }
    messages
}

fn trimmed(text: &str, span: &Range<usize>) -> Range<usize> {
    let words = &text[span.clone()];
    let start = span.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}
