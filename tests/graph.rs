//! `beian graph`: the pictures say what the dialogues say, keep Mermaid's grammar, and stand in the READMEs as they are.

#[path = "support/binary.rs"]
mod binary;

use std::collections::{BTreeMap, BTreeSet};

use beian::content::{Files, GateKind, Language, Step, shipped};
use beian::graph;
use binary::answer_of;

/// A page holds so many boxes.
const NODE_COUNT_MAX: usize = 44;

/// The Mermaid blocks of a document, by their heading.
fn blocks(document: &str) -> Vec<(String, String)> {
    let sections = document.split("\n## ").skip(1);
    let block = |section: &str| {
        let inside = section.split("```mermaid\n").nth(1)?.split("```").next()?;
        Some((section.lines().next()?.to_owned(), inside.to_owned()))
    };
    sections.map(|section| block(section).expect("each heading has a picture")).collect()
}

/// The nodes that a picture declares, each with its label, and the names that its lines refer to.
fn read(block: &str) -> (BTreeMap<String, String>, BTreeSet<String>) {
    let (mut nodes, mut named) = (BTreeMap::new(), BTreeSet::new());
    let is_name =
        |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let mut rows = 0;
    for line in block.lines().skip(1).map(str::trim) {
        if let Some((from, to)) = line.split_once(" --> ").or(line.split_once(" ~~~ ")) {
            named.extend([from.to_owned(), to.to_owned()]);
        } else if let Some((from, rest)) = line.split_once(" -->|\"").or(line.split_once(" -.-|\"")) {
            let (label, to) = rest.split_once("\"| ").unwrap_or_else(|| panic!("a label ends: {line}"));
            check_label(label, line);
            named.extend([from.to_owned(), to.to_owned()]);
        } else if let Some((from, to)) = line.split_once(" -.- ") {
            named.extend([from.to_owned(), to.to_owned()]);
        } else if let Some(row) = line.strip_prefix("subgraph ") {
            let name = row.strip_suffix("[\" \"]").unwrap_or_else(|| panic!("a row has no words: {line}"));
            assert!(nodes.insert(name.to_owned(), String::new()).is_none(), "declared once: {line}");
            rows += 1;
        } else if line == "end" {
            rows -= 1;
        } else if let Some(names) = line.strip_prefix("class ") {
            let painted = names.split(' ').next().expect("names");
            named.extend(painted.split(',').map(str::to_owned));
        } else if line != "direction LR" && !line.starts_with("classDef ") {
            let (name, label) = line.split_once('"').unwrap_or_else(|| panic!("a label in quotes: {line}"));
            let (name, open) = name.split_at(name.find(['[', '(', '{']).unwrap_or_else(|| panic!("{line}")));
            let close = match open {
                "[" => "]",
                "(" => ")",
                "{{" => "}}",
                "([" => "])",
                other => panic!("no shape: {other}"),
            };
            let label = label.strip_suffix(close).and_then(|label| label.strip_suffix('"'));
            let label = label.unwrap_or_else(|| panic!("the shape is closed: {line}"));
            check_label(label, line);
            assert!(is_name(name), "{line}");
            assert!(nodes.insert(name.to_owned(), label.to_owned()).is_none(), "declared once: {line}");
        }
    }
    assert_eq!(rows, 0, "every row ends:\n{block}");
    assert!(named.iter().all(|name| is_name(name)), "{named:?}");
    (nodes, named)
}

/// Nothing in a label ends it or is read as markup: a break is the only tag, `#` begins entities only.
fn check_label(label: &str, line: &str) {
    let bare = label.replace("<br>", "");
    assert!(!bare.contains(['"', '<', '>', '[', ']', '{', '}', '|', '`', '&']), "{line}");
    for entity in bare.split('#').skip(1) {
        let name = entity.split(';').next().unwrap_or_default();
        assert!(entity.contains(';') && name.chars().all(|c| c.is_ascii_alphanumeric()), "{line}");
    }
    assert_eq!(bare.matches(';').count(), bare.matches('#').count(), "{line}");
}

#[test]
fn every_picture_keeps_to_the_grammar() {
    for language in Language::ALL {
        let document = graph::document(&shipped(), language);
        let blocks = blocks(&document);
        assert_eq!(blocks.len(), shipped().stages.len() + 1);
        for (heading, block) in blocks {
            assert!(block.starts_with("flowchart TB\n"), "{heading}");
            let (nodes, named) = read(&block);
            let unknown: Vec<&String> = named.iter().filter(|name| !nodes.contains_key(*name)).collect();
            assert!(unknown.is_empty(), "{heading} names {unknown:?}, which it does not declare");
            let boxes = nodes.values().filter(|label| !label.is_empty()).count();
            assert!(boxes <= NODE_COUNT_MAX, "{heading} has {boxes} boxes");
        }
    }
}

#[test]
fn every_question_and_gate_is_drawn_in_its_stage_and_in_order() {
    let content = shipped();
    for (number, stage) in content.stages.iter().enumerate() {
        let section = graph::section(&content, &stage.id, Language::En).expect("the stage is drawn");
        let mut from = 0;
        for step in &content.steps[number] {
            let id = match step {
                Step::Ask(place) => {
                    let field = &content.fields[content.places[*place].field];
                    let category = field.category.map(|number| content.categories[number].id.as_str());
                    let id = category.map_or(field.id.clone(), |id| field.id.replace(id, "CATEGORY"));
                    format!("<br>{id}")
                }
                Step::Gate(gate) => match content.gates[*gate].kind {
                    GateKind::Stop { .. } => format!("{{{{\"{}", content.gates[*gate].id),
                    GateKind::Exit { .. } => format!("([\"{}", content.gates[*gate].id),
                },
            };
            // Those of the categories are one box, so that the next one is looked for where the last one was found.
            let plain = section[from..].find(&id).or_else(|| section[from..].find(&id.replace('-', "-<br>")));
            from += plain.unwrap_or_else(|| panic!("{id} stands in {} in its order:\n{section}", stage.id));
        }
    }
}

#[test]
fn conditions_marks_and_facts_stand_beside_the_questions() {
    let section = graph::section(&shipped(), "details", Language::En).expect("the stage is drawn");
    let (nodes, _) = read(
        section.split("```mermaid\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a block"),
    );
    let label = |name: &str| {
        nodes.get(name).unwrap_or_else(|| panic!("{name} among {:?}", nodes.keys())).replace("<br>", " ")
    };
    assert_eq!(label("n_subject_name"), "Subject's name subject.name (personal) when subject.on-record=no");
    assert_eq!(label("n_site_remark"), "Remarks site.remark (optional)");
    assert!(nodes.values().any(|label| label.replace("<br>", " ").contains("subject.group ← subject.kind")));
    let chinese = graph::section(&shipped(), "details", Language::ZhCn).expect("the stage is drawn");
    assert!(chinese.contains("主办单位名称<br>subject.name<br>(个人信息)"), "{chinese}");
}

#[test]
fn both_readmes_show_the_overview_as_it_is() {
    for (file, language) in [("README.md", Language::En), ("README.zh-CN.md", Language::ZhCn)] {
        let readme = std::fs::read_to_string(format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))).expect(file);
        let shown = readme.split("```mermaid\n").nth(1).and_then(|rest| rest.split("```").next());
        let section = graph::section(&shipped(), graph::OVERVIEW, language).expect("there is an overview");
        let drawn = section.split("```mermaid\n").nth(1).and_then(|rest| rest.split("```").next());
        assert_eq!(
            shown,
            drawn,
            "{file}: put there what `beian graph --stage overview --lang {}` prints",
            language.id()
        );
    }
}

#[test]
fn the_command_prints_all_or_one_and_names_what_there_is() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let (code, all, _) = answer_of(home.path(), &["graph", "--lang", "en"]);
    assert_eq!((code, all.trim_end()), (0, graph::document(&shipped(), Language::En).trim_end()));
    let (code, one, _) = answer_of(home.path(), &["graph", "--stage", "sms", "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(all.contains(one.trim_end()) && one.starts_with("## SMS verification (sms)\n"), "{one}");
    let (code, _, error) = answer_of(home.path(), &["graph", "--stage", "smss"]);
    assert_eq!(code, 2);
    assert!(error.contains("expected overview, or one of: welcome, "), "{error}");
}

#[test]
fn ids_that_mermaid_chokes_on_are_drawn_all_the_same() {
    let mut files = Files::shipped();
    for file in ["en", "zh-CN"].map(|language| format!("texts/{language}/details.ftl")) {
        let text = files.0.get_mut(&file).expect("it is shipped");
        let label = text
            .lines()
            .skip_while(|line| !line.starts_with("field-site-name ="))
            .find(|line| line.starts_with("    .label"));
        let label = label.expect("the name of a site has a label").to_owned();
        *text = text.replacen(&label, "    .label = end \"]--> #1; `a|b` <i>", 1);
    }
    let content = files.load().expect("no faults");
    let section = graph::section(&content, "details", Language::ZhCn).expect("the stage is drawn");
    let block =
        section.split("```mermaid\n").nth(1).and_then(|rest| rest.rsplit_once("```")).expect("a block").0;
    let (nodes, _) = read(block);
    assert!(nodes["n_site_name"].starts_with("end #quot;#93;--#gt;"), "{}", nodes["n_site_name"]);
}
