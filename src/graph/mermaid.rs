//! A flowchart in Mermaid's words: nodes are declared before they are linked, and no text can break out of its quotes.

use std::fmt;

use unicode_width::UnicodeWidthStr;

/// The widest line of a label, in columns; Chinese characters take two.
const LINE_WIDTH_MAX: usize = 26;

/// What a node looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A question, a stage.
    Box,
    /// Something to be read.
    Round,
    /// A stop.
    Hexagon,
    /// An end, and another stage.
    Lozenge,
    /// A remark beside the flow.
    Note,
}

impl Shape {
    fn around(self) -> [&'static str; 2] {
        match self {
            Self::Box | Self::Note => ["[", "]"],
            Self::Round => ["(", ")"],
            Self::Hexagon => ["{{", "}}"],
            Self::Lozenge => ["([", "])"],
        }
    }

    fn class(self) -> Option<&'static str> {
        match self {
            Self::Box | Self::Round => None,
            Self::Hexagon => Some("stop"),
            Self::Lozenge => Some("end_"),
            Self::Note => Some("fact"),
        }
    }
}

/// How each class is painted. Named colours: a `#` would begin an entity.
const CLASSES: [(&str, &str); 4] = [
    ("stop", "fill:mistyrose,stroke:firebrick,color:black"),
    ("end_", "fill:aliceblue,stroke:steelblue,color:black"),
    ("fact", "fill:lightyellow,stroke:goldenrod,color:black,stroke-dasharray:4 4"),
    ("row", "fill:transparent,stroke:transparent"),
];

/// A chart on its way.
pub(super) struct Chart {
    direction: &'static str,
    nodes: Vec<String>,
    edges: Vec<String>,
    classes: Vec<(&'static str, Vec<String>)>,
}

impl Chart {
    pub(super) fn new(direction: &'static str) -> Self {
        let classes = CLASSES.iter().map(|(class, _)| (*class, Vec::new())).collect();
        Self { direction, nodes: Vec::new(), edges: Vec::new(), classes }
    }

    /// Declares a node with these lines of text.
    pub(super) fn node(&mut self, name: &str, shape: Shape, lines: &[String]) {
        let [open, close] = shape.around();
        self.nodes.push(format!("{name}{open}\"{}\"{close}", text(lines)));
        self.paint(shape.class(), name);
    }

    /// Declares nodes that stand in one row, each leading to the next where they are linked.
    pub(super) fn row(&mut self, name: &str, nodes: &[(String, Shape, Vec<String>)], linked: bool) {
        self.nodes.push(format!("subgraph {name}[\" \"]"));
        self.nodes.push("direction LR".to_owned());
        for (node, shape, lines) in nodes {
            self.node(node, *shape, lines);
        }
        // What is not linked stands side by side all the same.
        let link = if linked { "-->" } else { "~~~" };
        for pair in nodes.windows(2) {
            self.nodes.push(format!("{} {link} {}", pair[0].0, pair[1].0));
        }
        self.nodes.push("end".to_owned());
        self.paint(Some("row"), name);
    }

    pub(super) fn edge(&mut self, from: &str, to: &str, label: &[String]) {
        self.link(from, "-->", to, label);
    }

    pub(super) fn dotted(&mut self, from: &str, to: &str, label: &[String]) {
        self.link(from, "-.-", to, label);
    }

    fn link(&mut self, from: &str, line: &str, to: &str, label: &[String]) {
        let label = if label.is_empty() { String::new() } else { format!("|\"{}\"|", text(label)) };
        self.edges.push(format!("{from} {line}{label} {to}"));
    }

    fn paint(&mut self, class: Option<&'static str>, name: &str) {
        let painted = self.classes.iter_mut().filter(|(known, _)| Some(*known) == class);
        painted.for_each(|(_, names)| names.push(name.to_owned()));
    }
}

impl fmt::Display for Chart {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "flowchart {}", self.direction)?;
        self.nodes.iter().chain(&self.edges).try_for_each(|line| writeln!(out, "  {line}"))?;
        for (class, names) in self.classes.iter().filter(|(_, names)| !names.is_empty()) {
            let paint = CLASSES.iter().find(|(known, _)| known == class).map_or("", |(_, paint)| *paint);
            writeln!(out, "  classDef {class} {paint}")?;
            writeln!(out, "  class {} {class}", names.join(","))?;
        }
        Ok(())
    }
}

/// Lines as a label, long ones broken behind a separator.
fn text(lines: &[String]) -> String {
    let broken = lines.iter().flat_map(|line| wrapped(line));
    broken.map(|line| escaped(&line)).collect::<Vec<_>>().join("<br>")
}

fn wrapped(line: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in line.split_inclusive([' ', '/', '=', '，', '。']) {
        let last = lines.len() - 1;
        if !lines[last].is_empty() && lines[last].width() + piece.trim_end().width() > LINE_WIDTH_MAX {
            lines.push(piece.to_owned());
        } else {
            lines[last].push_str(piece);
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// Whatever could end a label or be read as markup becomes an entity.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => safe.push_str("#quot;"),
            '#' => safe.push_str("#35;"),
            '&' => safe.push_str("#amp;"),
            '<' => safe.push_str("#lt;"),
            '>' => safe.push_str("#gt;"),
            '`' => safe.push_str("#96;"),
            '[' => safe.push_str("#91;"),
            ']' => safe.push_str("#93;"),
            '{' => safe.push_str("#123;"),
            '}' => safe.push_str("#125;"),
            '|' => safe.push_str("#124;"),
            ';' => safe.push_str("#59;"),
            c if c.is_control() => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_breaks_out_of_its_label() {
        let mut chart = Chart::new("TB");
        chart.node("n_end", Shape::Box, &["end \"]--> x; #quot; <b>`{|}`".to_owned()]);
        let drawn = chart.to_string();
        let line = drawn.lines().nth(1).expect("the node");
        assert_eq!(
            line,
            "  n_end[\"end #quot;#93;--#gt; x#59; #35;quot#59;<br>#lt;b#gt;#96;#123;#124;#125;#96;\"]"
        );
    }

    #[test]
    fn a_long_line_is_broken_behind_a_separator() {
        let words = "when subject.province=Beijing/Tianjin/Hebei/Shanxi";
        assert_eq!(wrapped(words), ["when subject.province=", "Beijing/Tianjin/Hebei/", "Shanxi"]);
    }
}
