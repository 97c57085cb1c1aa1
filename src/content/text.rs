//! Everything that is said, in Fluent, by language. Messages use a small neutral markup that each channel renders.

use std::collections::{BTreeSet, HashMap};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use serde::{Deserialize, Serialize};

use super::fault::{Fault, Spot};

/// The languages that the bot speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Simplified Chinese.
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Language {
    /// Both, the default first.
    pub const ALL: [Self; 2] = [Self::ZhCn, Self::En];

    /// Its id in files, options and output.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language of this id.
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.id() == id)
    }

    /// The language that a text is written in, as far as its characters tell.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let is_han = |char: char| matches!(char, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}');
        if text.chars().any(is_han) { Self::ZhCn } else { Self::En }
    }

    /// The languages to speak in: the one that is known, or both.
    #[must_use]
    pub fn spoken(known: Option<Self>) -> &'static [Self] {
        match known {
            Some(Self::ZhCn) => &[Self::ZhCn],
            Some(Self::En) => &[Self::En],
            None => &Self::ALL,
        }
    }

    /// Its place in pairs of Chinese and English.
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Self::ZhCn => 0,
            Self::En => 1,
        }
    }
}

/// All texts of all languages.
pub struct Texts {
    bundles: [FluentBundle<FluentResource>; 2],
    entries: [HashMap<String, Entry>; 2],
}

/// One message or attribute: where it stands and which variables it uses.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) spot: Spot,
    pub(super) variables: BTreeSet<String>,
    /// The messages, attributes and terms it refers to, and the functions (with brackets) it calls.
    references: BTreeSet<String>,
    /// The longest form of the text, with [`STAND_IN`] for each variable.
    pub(super) longest: String,
    /// Nothing is to be filled in: the longest form is the only one.
    plain: bool,
}

/// What cannot begin a line of a message.
const NOT_FIRST: [char; 4] = ['*', '[', '.', '}'];

/// What to do about the line of a place that begins with something that means more there.
fn begins(text: &str, at: usize) -> String {
    let before = text.get(..at).and_then(|text| text.rsplit('\n').next()).unwrap_or_default();
    let mut ahead = text.get(at..).unwrap_or_default().lines();
    let own = format!("{before}{}", ahead.next().unwrap_or_default());
    // The fault of a first line is told at the message above it.
    let lines: Vec<&str> = std::iter::once(own.as_str()).chain(ahead.take(1)).collect();
    if lines.iter().any(|line| line.starts_with('\t')) {
        return "; expected blanks in place of tabs".to_owned();
    }
    // What begins an attribute or a variant, and what ends a choice, may.
    let is_meant = |words: &str| {
        words == "}"
            || words.starts_with("*[") && words.contains("] ")
            || words.split_once('=').is_some_and(|(name, _)| !name.trim_end().contains(' '))
    };
    let first = lines
        .iter()
        .map(|line| line.trim_start())
        .find_map(|words| words.chars().next().filter(|first| NOT_FIRST.contains(first) && !is_meant(words)));
    let Some(first) = first else { return String::new() };
    format!("; a line of text cannot begin with `{first}`, put a word before it")
}

/// How deep braces lie in one another in a text: no text needs half of it.
const BRACE_DEPTH_MAX: usize = 20;

/// What stands for a variable's value in the longest form of a text.
pub(crate) const STAND_IN: &str = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

impl Texts {
    /// Loads the texts of each language from `(file, text)` pairs, adding what is wrong to `faults`.
    pub(super) fn load(files: [&[(String, String)]; 2], faults: &mut Vec<Fault>) -> Self {
        let mut entries = [HashMap::new(), HashMap::new()];
        let bundles = Language::ALL.map(|language| {
            let mut bundle = new_bundle(language);
            for (file, text) in files[language.index()] {
                if let Some(at) = too_deep(text) {
                    let what = format!("braces lie more than {BRACE_DEPTH_MAX} deep in one another here");
                    faults.push(Spot::of(file, line_of(text, at)).fault(what));
                    continue;
                }
                let resource = match FluentResource::try_new(text.clone()) {
                    Ok(resource) => resource,
                    Err((resource, errors)) => {
                        for error in errors {
                            let start = error.slice.as_ref().map_or(error.pos.start, |slice| slice.start);
                            let spot = Spot::of(file, line_of(text, start));
                            let what = format!(
                                "this is no Fluent message: {}{}",
                                error.kind,
                                begins(text, error.pos.start)
                            );
                            faults.push(spot.fault(what));
                        }
                        resource
                    }
                };
                collect(file, text, &resource, &mut entries[language.index()], faults);
                if let Err(errors) = bundle.add_resource(resource) {
                    for error in errors {
                        faults.push(Fault { file: file.clone(), line: 0, what: error.to_string() });
                    }
                }
            }
            follow(&mut entries[language.index()], faults);
            bundle
        });
        Self { bundles, entries }
    }

    /// Whether there is a message, or an attribute written `message.attribute`.
    #[must_use]
    pub fn has(&self, language: Language, id: &str) -> bool {
        self.entries[language.index()].contains_key(id)
    }

    /// A text in which nothing is to be filled in, as it stands; `None`: there is none.
    #[must_use]
    pub fn plain(&self, language: Language, id: &str) -> Option<&str> {
        let entry = self.entries[language.index()].get(id).filter(|entry| entry.plain);
        entry.map(|entry| entry.longest.as_str())
    }

    /// The longest form of a text, with something long for each of its variables, and where it stands.
    pub(crate) fn longest(&self, language: Language, id: &str) -> Option<(&str, &Spot)> {
        self.entries[language.index()].get(id).map(|entry| (entry.longest.as_str(), &entry.spot))
    }

    /// The messages whose ids begin like this, each with its longest form, in order.
    pub(crate) fn beginning_with(&self, language: Language, prefix: &str) -> Vec<(&str, &str)> {
        let entries = self.entries[language.index()].iter().filter(|(id, _)| id.starts_with(prefix));
        let mut found: Vec<_> = entries.map(|(id, entry)| (id.as_str(), entry.longest.as_str())).collect();
        found.sort_unstable();
        found
    }

    /// Where a text stands.
    pub(crate) fn spot(&self, language: Language, id: &str) -> Option<&Spot> {
        self.entries[language.index()].get(id).map(|entry| &entry.spot)
    }

    pub(super) fn entries(&self, language: Language) -> &HashMap<String, Entry> {
        &self.entries[language.index()]
    }

    /// Renders a message, or an attribute written `message.attribute`; `value` is asked for each variable that the
    /// text uses. A text that does not exist renders as its id in brackets: the check refuses such dialogues.
    #[must_use]
    pub fn say(&self, language: Language, id: &str, mut value: impl FnMut(&str) -> Option<String>) -> String {
        let index = language.index();
        let Some(entry) = self.entries[index].get(id) else {
            return format!("[{id}]");
        };
        if entry.plain {
            return entry.longest.clone();
        }
        let (message, attribute) = match id.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (id, None),
        };
        let bundle = &self.bundles[index];
        let Some(found) = bundle.get_message(message) else {
            return format!("[{id}]");
        };
        let pattern = match attribute {
            Some(name) => found.get_attribute(name).map(|attribute| attribute.value()),
            None => found.value(),
        };
        let Some(pattern) = pattern else {
            return format!("[{id}]");
        };
        let mut args = FluentArgs::new();
        for name in &entry.variables {
            args.set(name.as_str(), number_or_text(value(name).unwrap_or_default()));
        }
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }
}

/// Where braces lie too deep in one another for the reader of texts, which goes down with them.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.bytes().zip(0..).find_map(|(byte, at)| {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth > BRACE_DEPTH_MAX).then_some(at)
    })
}

/// Whole numbers choose plural forms; everything else is text.
fn number_or_text(value: String) -> FluentValue<'static> {
    match value.parse::<i32>() {
        Ok(number) if value == number.to_string() => FluentValue::from(number),
        Ok(_) | Err(_) => FluentValue::from(value),
    }
}

fn new_bundle(language: Language) -> FluentBundle<FluentResource> {
    let locale = language.id().parse().expect("the ids of our languages are language tags");
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    bundle
}

/// The line of a byte offset, counted from 1.
pub(super) fn line_of(text: &str, offset: usize) -> usize {
    text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count() + 1
}

/// Adds to each text the variables of those it refers to; tells what does not exist, and circles.
fn follow(entries: &mut HashMap<String, Entry>, faults: &mut Vec<Fault>) {
    let ids: Vec<String> = entries.keys().cloned().collect();
    for id in ids {
        let mut behind = BTreeSet::new();
        let mut open: Vec<String> = entries[&id].references.iter().cloned().collect();
        let mut variables = BTreeSet::new();
        while let Some(reference) = open.pop() {
            if !behind.insert(reference.clone()) {
                continue;
            }
            if let Some(entry) = entries.get(&reference) {
                open.extend(entry.references.iter().cloned());
                // A term sees only what it is given by name.
                if !reference.starts_with('-') {
                    variables.extend(entry.variables.iter().cloned());
                }
            }
        }
        let Some(entry) = entries.get(&id) else { continue };
        for reference in entry.references.iter().filter(|reference| !entries.contains_key(*reference)) {
            faults.push(entry.spot.fault(format!("`{id}` refers to `{reference}`, which does not exist")));
        }
        if behind.contains(&id) {
            faults.push(entry.spot.fault(format!("`{id}` refers to itself")));
        }
        if let Some(entry) = entries.get_mut(&id) {
            entry.variables.extend(variables);
        }
    }
    // Terms are never said by themselves.
    entries.retain(|id, _| !id.starts_with('-'));
}

/// Notes each message, attribute and term with the variables it uses and what it refers to.
fn collect(
    file: &str,
    text: &str,
    resource: &FluentResource,
    into: &mut HashMap<String, Entry>,
    faults: &mut Vec<Fault>,
) {
    for entry in resource.entries() {
        let (id, value, attributes) = match entry {
            ast::Entry::Message(message) => {
                (message.id.name.to_owned(), message.value.as_ref(), &message.attributes)
            }
            ast::Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            ast::Entry::Comment(_)
            | ast::Entry::GroupComment(_)
            | ast::Entry::ResourceComment(_)
            | ast::Entry::Junk { .. } => continue,
        };
        let spot = Spot::of(file, line_of_message(text, &id));
        let mut note = |id: String, pattern: &ast::Pattern<&str>| {
            let mut uses = Uses::default();
            uses.of(pattern);
            let Uses { variables, references } = uses;
            let is_text = |element: &_| matches!(element, ast::PatternElement::TextElement { .. });
            let plain = pattern.elements.iter().all(is_text);
            let longest = longest(pattern);
            let entry = Entry { spot: spot.clone(), variables, references, longest, plain };
            if into.insert(id.clone(), entry).is_some() {
                faults.push(spot.fault(format!("`{id}` is written twice; expected once")));
            }
        };
        if let Some(pattern) = value {
            note(id.clone(), pattern);
        }
        for attribute in attributes {
            note(format!("{id}.{}", attribute.id.name), &attribute.value);
        }
    }
}

/// Of each selection the longest variant.
fn longest(pattern: &ast::Pattern<&str>) -> String {
    let of = |element: &ast::PatternElement<&str>| match element {
        ast::PatternElement::TextElement { value } => (*value).to_owned(),
        ast::PatternElement::Placeable { expression } => longest_expression(expression),
    };
    pattern.elements.iter().map(of).collect()
}

fn longest_expression(expression: &ast::Expression<&str>) -> String {
    match expression {
        ast::Expression::Select { variants, .. } => {
            let forms = variants.iter().map(|variant| longest(&variant.value));
            forms.max_by_key(|form| form.chars().count()).unwrap_or_default()
        }
        ast::Expression::Inline(
            ast::InlineExpression::StringLiteral { value } | ast::InlineExpression::NumberLiteral { value },
        ) => (*value).to_owned(),
        ast::Expression::Inline(ast::InlineExpression::Placeable { expression }) => {
            longest_expression(expression)
        }
        ast::Expression::Inline(
            ast::InlineExpression::VariableReference { .. }
            | ast::InlineExpression::FunctionReference { .. }
            | ast::InlineExpression::MessageReference { .. }
            | ast::InlineExpression::TermReference { .. },
        ) => STAND_IN.to_owned(),
    }
}

fn line_of_message(text: &str, id: &str) -> usize {
    let starts = |line: &str| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
    text.lines().position(starts).map_or(1, |line| line + 1)
}

/// What a text uses.
#[derive(Default)]
struct Uses {
    variables: BTreeSet<String>,
    references: BTreeSet<String>,
}

impl Uses {
    fn of(&mut self, pattern: &ast::Pattern<&str>) {
        for element in &pattern.elements {
            if let ast::PatternElement::Placeable { expression } = element {
                self.of_expression(expression);
            }
        }
    }

    fn of_expression(&mut self, expression: &ast::Expression<&str>) {
        match expression {
            ast::Expression::Select { selector, variants } => {
                self.of_inline(selector);
                for variant in variants {
                    self.of(&variant.value);
                }
            }
            ast::Expression::Inline(inline) => self.of_inline(inline),
        }
    }

    fn of_inline(&mut self, inline: &ast::InlineExpression<&str>) {
        let named = |id: &str, attribute: Option<&ast::Identifier<&str>>| match attribute {
            Some(attribute) => format!("{id}.{}", attribute.name),
            None => id.to_owned(),
        };
        match inline {
            ast::InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            ast::InlineExpression::Placeable { expression } => self.of_expression(expression),
            // No function is given to the bundles: a call renders as its own name.
            ast::InlineExpression::FunctionReference { id, arguments } => {
                self.references.insert(format!("{}()", id.name));
                arguments.positional.iter().for_each(|argument| self.of_inline(argument));
            }
            ast::InlineExpression::MessageReference { id, attribute } => {
                self.references.insert(named(id.name, attribute.as_ref()));
            }
            ast::InlineExpression::TermReference { id, attribute, .. } => {
                self.references.insert(named(&format!("-{}", id.name), attribute.as_ref()));
            }
            ast::InlineExpression::StringLiteral { .. } | ast::InlineExpression::NumberLiteral { .. } => {}
        }
    }
}
