//! Edits of the shipped files, and what an applicant sees of them.

use std::fmt;
use std::sync::Arc;

use beian::content::{Content, Files, shipped};
use beian::dialogue::View;

use crate::inprocess::{End, Persona, Walk, filled};

/// A change of one place in one file.
pub(crate) struct Edit {
    file: &'static str,
    /// The place lies behind this text, and before the next `end`.
    anchor: String,
    end: &'static str,
    from: String,
    to: String,
}

impl Edit {
    fn new(file: &'static str, anchor: String, end: &'static str, from: &str, to: &str) -> Self {
        Self { file, anchor, end, from: from.to_owned(), to: to.to_owned() }
    }

    fn make(&self, files: &mut Files) {
        let text = files.0.get_mut(self.file).expect("the file is shipped");
        let start = text.find(&self.anchor).unwrap_or_else(|| panic!("{}: no `{}`", self.file, self.anchor));
        let inside = start + self.anchor.len();
        let end = text[inside..].find(self.end).map_or(text.len(), |end| inside + end);
        let place = text[start..end].find(&self.from);
        let place =
            place.unwrap_or_else(|| panic!("{} behind `{}`: no `{}`", self.file, self.anchor, self.from));
        text.replace_range(start + place..start + place + self.from.len(), &self.to);
    }
}

/// In the table of a fact.
pub(crate) fn facts(fact: &str, from: &str, to: &str) -> Edit {
    Edit::new("rules/facts.toml", format!("gives = [\"{fact}\""), "\n[[table]]", from, to)
}

/// In the rule of the decision table that gives this row.
pub(crate) fn row_of_types(row: &str, from: &str, to: &str) -> Edit {
    Edit::new("rules/types.toml", format!("gives = [\"{row}\""), "\n[[", from, to)
}

/// Anywhere in the decision table.
pub(crate) fn types(from: &str, to: &str) -> Edit {
    Edit::new("rules/types.toml", "gives = [\"filing.row\"".to_owned(), "\u{0}", from, to)
}

/// What steers in one province.
pub(crate) fn steer(province: &str, name: &str, from: &str, to: &str) -> Edit {
    let head = format!("[province.steers.{name}]\nvalue = ");
    let (from, to) = (format!("{head}\"{from}\""), format!("{head}\"{to}\""));
    Edit::new("rules/provinces.toml", format!("\ncode = \"{province}\""), "\n[[province]]", &from, &to)
}

/// The words that a province, or the whole country (`national`), keeps from individuals.
pub(crate) fn words(province: Option<&str>, from: &str, to: &str) -> Edit {
    let anchor = province
        .map_or_else(|| "individual-banned-words = [".to_owned(), |code| format!("\ncode = \"{code}\""));
    Edit::new("rules/provinces.toml", anchor, "\n[[province.rule]]", from, to)
}

/// When a category's document is asked for.
pub(crate) fn category(id: &str, from: &str, to: &str) -> Edit {
    Edit::new("rules/pre-approvals.toml", format!("\nid = \"{id}\""), "\n[[category]]", from, to)
}

/// In the lists behind the checks of what is typed.
pub(crate) fn lists(anchor: &str, from: &str, to: &str) -> Edit {
    Edit::new("rules/checks.toml", anchor.to_owned(), "\n[[", from, to)
}

/// In a field of the flow.
pub(crate) fn flow(file: &'static str, field: &str, from: &str, to: &str) -> Edit {
    Edit::new(file, format!("id = \"{field}\""), "\n[[", from, to)
}

/// The shipped dialogues with these changes.
pub(crate) fn with(edits: &[Edit]) -> Content {
    let mut files = Files::shipped();
    for edit in edits {
        edit.make(&mut files);
    }
    // The cases stand for the rules as they are.
    files.0.insert("cases.toml".to_owned(), "checked-on = \"2026-11-23\"\n".to_owned());
    files.load().unwrap_or_else(|faults| panic!("the flipped files load: {faults}"))
}

/// What to look at in a filing that is led as far as it goes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum See {
    /// In which stage a field is asked, if at all.
    Asks(&'static str),
    /// Whether a stage is entered.
    Enters(&'static str),
    /// The value of a fact.
    Is(&'static str),
    /// How it ends.
    Ends,
}

/// Looks at a filing of this persona, led as far as it takes to tell.
pub(crate) fn look(content: &Content, persona: &Persona, see: See) -> String {
    let mut walk = Walk::new(content, persona);
    match see {
        See::Asks(field) => {
            content.field(field).unwrap_or_else(|| panic!("there is a field {field}"));
            match walk.until_field(field) {
                End::There => format!("asked in {}", walk.stages.last().map_or("", String::as_str)),
                End::Rest | End::Stop(_) | End::Closed(_) | End::Refused(..) => "not asked".to_owned(),
            }
        }
        See::Enters(stage) => {
            if walk.until_stage(stage) == End::There { "entered" } else { "passed over" }.to_owned()
        }
        See::Is(fact) => {
            walk.until_known(fact);
            walk.value(fact).unwrap_or_else(|| "open".to_owned())
        }
        See::Ends => {
            let end = walk.until_the_end();
            ending(&walk, end)
        }
    }
}

fn ending(walk: &Walk<'_>, end: End) -> String {
    match end {
        End::There => "there".to_owned(),
        End::Rest => walk.stages.last().cloned().unwrap_or_default(),
        End::Stop(gate) => format!("stop {gate}"),
        End::Closed(reason) => format!("closed: {reason}"),
        End::Refused(field, reason) => format!("{field} refused: {reason}"),
    }
}

/// Everything that is asked of an applicant, and where the filing ends.
fn whole(content: &Content, persona: &Persona) -> String {
    let filing = filled(content, persona);
    let view = View::new(content, &filing, persona.at);
    let asked =
        content.fields.iter().zip(&view.status).map(|(field, status)| format!("{}: {status:?}", field.id));
    let facts = ["filing.type", "face-check.who", "age.verdict", "sms.asked"];
    let facts = facts.iter().map(|fact| format!("{fact} = {:?}", view.value(fact)));
    let stages = view.walked.iter().map(|stage| content.stages[*stage].id.clone());
    let lines: Vec<String> =
        asked.chain(facts).chain(stages).chain([format!("{:?}", view.standing)]).collect();
    lines.join("\n")
}

/// One line of the table: a rule that is flipped, whom it concerns, what changes for them, and whom it spares.
pub(crate) struct Row {
    pub(crate) what: &'static str,
    pub(crate) flip: Vec<Edit>,
    pub(crate) concerns: Persona,
    pub(crate) sees: See,
    pub(crate) before: &'static str,
    pub(crate) after: &'static str,
    pub(crate) spares: Persona,
}

/// Checks lines of the table; all that fail are told.
pub(crate) fn check(rows: Vec<Row>) {
    let shipped: Arc<Content> = shipped();
    let mut wrong = Vec::new();
    for row in rows {
        let flipped = with(&row.flip);
        let (before, after) =
            (look(&shipped, &row.concerns, row.sees), look(&flipped, &row.concerns, row.sees));
        let mut expect = |seen: &str, expected: &str, when: &str| {
            if seen != expected {
                let Row { what, concerns, sees, .. } = &row;
                let name = concerns.name();
                wrong.push(format!("{what}\n  {name}, {sees:?} {when}: {seen}; expected: {expected}"));
            }
        };
        expect(&before, row.before, "before");
        expect(&after, row.after, "after");
        let (before, after) = (whole(&shipped, &row.spares), whole(&flipped, &row.spares));
        if before != after {
            wrong.push(format!(
                "{}\n  {} is not spared: {}",
                row.what,
                row.spares.name(),
                Difference(&before, &after)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

struct Difference<'a>(&'a str, &'a str);

impl fmt::Display for Difference<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = self.0.lines().zip(self.1.lines()).find(|(before, after)| before != after);
        write!(out, "{first:?}, of {} and {} lines", self.0.lines().count(), self.1.lines().count())
    }
}

// ---- applicants ------------------------------------------------------------------------------------------

/// An enterprise in this province.
pub(crate) fn enterprise(province: &str) -> Persona {
    organisation("enterprise", province)
}

/// An organisation of this kind in this province.
pub(crate) fn organisation(kind: &str, province: &str) -> Persona {
    Persona::new(&format!("{kind} in {province}"))
        .with("subject.kind", kind)
        .with("subject.province", province)
}

/// A grown-up of Zhejiang by the ID card.
pub(crate) const ZHEJIANG_ADULT: &str = "330106199003070014";
/// Seventeen years old on 2026-07-01.
pub(crate) const SEVENTEEN: &str = "110105200904010017";
/// Fourteen years old on 2026-07-01.
pub(crate) const FOURTEEN: &str = "110105201204010010";

/// An individual in this province with this ID card.
pub(crate) fn individual(province: &str, card: &str) -> Persona {
    Persona::new(&format!("individual in {province} with {card}"))
        .with("subject.kind", "individual")
        .with("subject.province", province)
        .with("subject.certificate", "id-card")
        .with("subject.certificate-number", card)
}

/// A foreigner in this province.
pub(crate) fn foreigner(province: &str) -> Persona {
    Persona::new(&format!("foreigner in {province}"))
        .with("subject.kind", "individual")
        .with("subject.province", province)
        .with("subject.certificate", "passport")
}

/// What is filed already, of an applicant.
pub(crate) fn filed(persona: Persona, subject: &str, domain: &str) -> Persona {
    persona.with("subject.filed", subject).with("domain.filed", domain)
}
