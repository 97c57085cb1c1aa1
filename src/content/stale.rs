//! Which rules were last compared with their sources on which day, and whom each concerns.
//!
//! The day that stands nearest to a rule counts: its own `checked-on`, else that of its table, category or province, else
//! that of the source, else that of its file. A file without one (the flow) goes by that of `rules/sources.toml`.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::cases::{Case, Holds};
use super::check::follows_from;
use super::condition::{Condition, Var};
use super::fact::Period;
use super::fault::Spot;
use super::field::{Field, FieldKind};
use super::tree::{Tree, text};
use super::{Content, Files, Language, Step, strict_date};
use crate::kind::Kind;

/// A rule under one of its sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedRule {
    /// The key of the source.
    pub source: String,
    /// Where the rule stands.
    pub spot: Spot,
    /// What it says, in a few words.
    pub what: String,
    /// Whom it concerns, in a few words: who, in which stages, by which fields.
    pub whom: String,
    /// When the two were last compared.
    pub checked_on: NaiveDate,
}

/// In which of these keys a rule's line is looked for: that is where the loader sees it, too.
const PLACES: [&str; 21] = [
    "gives",
    "days",
    "label",
    "id",
    "topic",
    "value",
    "code",
    "prefix",
    "use",
    "standing",
    "list",
    "formats",
    "chinese-characters-min",
    "date",
    "asks",
    "fact",
    "exits",
    "stops",
    "from-stage",
    "timer",
    "takes",
];

/// The most fields that one rule names.
const FIELD_COUNT_MAX: usize = 4;

impl Content {
    /// Every rule of these files, once under each of its sources, in the order of the files. The content is theirs.
    #[must_use]
    pub fn checked_rules(&self, files: &Files) -> Vec<CheckedRule> {
        let reach = Reach::new(self);
        let trees = Tree::of(&files.0);
        let sources = trees.iter().find(|tree| tree.file == "rules/sources.toml");
        let sources_day = sources.and_then(|tree| day_of(&tree.root));
        let mut rules = Vec::new();
        for tree in trees.iter().filter(|tree| !is_no_rule(tree.file)) {
            let file_day = day_of(&tree.root).or(sources_day);
            let mut found = Vec::new();
            sourced(&tree.root, &mut vec![("", &tree.root)], &mut found);
            // Fields are asked, and what is typed is read; what asks and reads them are rules.
            found.retain(|one| !matches!(one.path().first(), Some(&"field" | &"place" | &"typed")));
            for one in found {
                let (what, whom) = reach.described(tree, &one);
                let own = one.tables.iter().skip(1).rev().find_map(|(_, table)| day_of(table));
                for source in one.sources {
                    let of_source = self.sources.get(source).and_then(|source| source.checked_on);
                    let Some(checked_on) = own.or(of_source).or(file_day) else { continue };
                    let (what, whom) = (what.clone(), whom.clone());
                    let (source, spot) = (source.to_owned(), tree.spot(one.place));
                    rules.push(CheckedRule { source, spot, what, whom, checked_on });
                }
            }
        }
        rules
    }
}

/// Neither the sources themselves nor the days of the editions are rules.
fn is_no_rule(file: &str) -> bool {
    file == "rules/sources.toml" || file == "rules/editions.toml"
}

fn day_of(table: &DeTable<'_>) -> Option<NaiveDate> {
    table.get("checked-on").and_then(text).and_then(strict_date)
}

/// A table that names sources, with the tables around it: the file's first, itself last.
struct Sourced<'t> {
    tables: Vec<(&'t str, &'t DeTable<'t>)>,
    /// What the sources stand for, where that is one key of the table: `banned-words`.
    part: Option<&'t str>,
    place: &'t Spanned<DeValue<'t>>,
    sources: Vec<&'t str>,
}

impl<'t> Sourced<'t> {
    fn own(&self) -> &'t DeTable<'t> {
        self.tables[self.tables.len() - 1].1
    }

    /// The keys on the way here, without the file's own.
    fn path(&self) -> Vec<&'t str> {
        self.tables.iter().skip(1).map(|(key, _)| *key).collect()
    }

    fn text(&self, key: &str) -> Option<&'t str> {
        self.own().get(key).and_then(text)
    }
}

fn sourced<'t>(
    table: &'t DeTable<'t>,
    around: &mut Vec<(&'t str, &'t DeTable<'t>)>,
    found: &mut Vec<Sourced<'t>>,
) {
    for (key, value) in table {
        let part = key.get_ref().strip_suffix("source").map(|part| part.trim_end_matches('-'));
        if let (Some(part), Some(keys)) = (part, value.get_ref().as_array()) {
            let place = match part {
                "" => PLACES.iter().find_map(|place| table.get(*place)),
                part => table.get(part),
            };
            found.push(Sourced {
                tables: around.clone(),
                part: Some(part).filter(|part| !part.is_empty()),
                place: place.unwrap_or(value),
                sources: keys.iter().filter_map(text).collect(),
            });
        }
    }
    for (key, value) in table {
        let array = value.get_ref().as_array();
        let one = value.get_ref().as_table();
        let several = array.into_iter().flatten().filter_map(|value| value.get_ref().as_table());
        for inner in several.chain(one) {
            around.push((key.get_ref(), inner));
            sourced(inner, around, found);
            around.pop();
        }
    }
}

/// Who is concerned, on which days, and by which fields and gates it is felt: `(stage, id)`; no id: it speaks for itself.
#[derive(Default)]
struct Concerned {
    who: Vec<String>,
    days: String,
    felt: Vec<(usize, String)>,
}

/// What every variable follows from, once for all rules.
struct Reach<'c> {
    content: &'c Content,
    /// Of each variable: itself and all that its value follows from.
    behind: Vec<BTreeSet<Var>>,
}

impl<'c> Reach<'c> {
    fn new(content: &'c Content) -> Self {
        let behind = (0..content.variables.len()).map(|number| {
            let number = u16::try_from(number).expect("the loader refuses more variables");
            let (mut seen, mut open) = (BTreeSet::new(), vec![Var(number)]);
            while let Some(var) = open.pop() {
                if seen.insert(var) {
                    open.extend(follows_from(content, var));
                }
            }
            seen
        });
        Self { content, behind: behind.collect() }
    }

    /// What a rule says and whom it concerns, in a few words.
    fn described(&self, tree: &Tree<'_>, one: &Sourced<'_>) -> (String, String) {
        let at = tree.spot(one.place);
        let mut concerned = Concerned::default();
        let what = match tree.file {
            "rules/provinces.toml" => self.province(one, &mut concerned),
            "rules/checks.toml" => self.list(one, &mut concerned),
            "rules/pre-approvals.toml" if !one.path().ends_with(&["asked"]) => {
                self.category(one, &mut concerned)
            }
            _ => self.resolved(&at, one, &mut concerned),
        };
        concerned.felt.iter_mut().for_each(|(_, id)| {
            if *id == what {
                id.clear();
            }
        });
        (what, self.whom(concerned))
    }

    fn whom(&self, concerned: Concerned) -> String {
        let Concerned { who, days, felt } = concerned;
        let who: Vec<String> = who.into_iter().filter(|who| !who.is_empty()).collect();
        let mut parts =
            vec![format!("for {}", if who.is_empty() { "all".to_owned() } else { who.join(", ") })];
        parts.extend(Some(days).filter(|days| !days.is_empty()));
        let stages: BTreeSet<usize> = felt.iter().map(|(stage, _)| *stage).collect();
        let stages: Vec<&str> =
            stages.into_iter().map(|stage| self.content.stages[stage].id.as_str()).collect();
        if !stages.is_empty() {
            parts.push(format!("in {}", stages.join(", ")));
        }
        let mut ids: Vec<String> = Vec::new();
        for (_, id) in felt {
            if !id.is_empty() && !ids.contains(&id) {
                ids.push(id);
            }
        }
        let more = ids.len().saturating_sub(FIELD_COUNT_MAX);
        ids.truncate(FIELD_COUNT_MAX);
        if !ids.is_empty() {
            let more = if more == 0 { String::new() } else { format!(" and {more} more") };
            parts.push(format!("by {}{more}", ids.join(", ")));
        }
        parts.join("; ")
    }

    /// Rules of facts, durations, the official system, stops, exits and timers: known by their line.
    fn resolved(&self, at: &Spot, one: &Sourced<'_>, concerned: &mut Concerned) -> String {
        let content = self.content;
        let mut whats: Vec<String> = Vec::new();
        let mut all: Vec<(&Condition, Period)> = Vec::new();
        for table in &content.tables {
            for rule in table.rules.iter().filter(|rule| rule.spot == *at) {
                let given = table.gives.iter().zip(&rule.gives).map(|(var, values)| {
                    let values: Vec<String> =
                        values.iter().map(|n| content.value_word(*var, n, Language::En)).collect();
                    format!("{}={}", content.variables[var.index()].name, values.join("/"))
                });
                whats.push(given.collect::<Vec<_>>().join(", "));
                all.push((&rule.when, rule.period));
                table.gives.iter().for_each(|var| self.felt(*var, concerned));
            }
        }
        for duration in &content.durations {
            for rule in duration.rules.iter().filter(|rule| rule.spot == *at) {
                whats.push(format!("{} takes {}-{} working days", duration.id, rule.days[0], rule.days[1]));
                all.push((&rule.when, rule.period));
                concerned.felt.push((duration.stage, format!("duration {}", duration.id)));
            }
        }
        for entry in content.official.entries.iter().filter(|entry| entry.spot == *at) {
            whats.push(format!("{} {}", entry.section, entry.label));
            all.push((&entry.when, entry.period));
            self.field(entry.field, concerned);
        }
        for gate in content.gates.iter().filter(|gate| gate.spot == *at) {
            whats.push(gate_id(gate));
            all.push((&gate.when, Period::default()));
            self.gate_stages(gate, concerned);
        }
        for timer in content.timers.iter().filter(|timer| timer.spot == *at) {
            whats.push(format!("timer {}", timer.id));
            concerned.felt.extend(timer.clock.stage.map(|stage| (stage, format!("timer {}", timer.id))));
            self.field(timer.clock.until, concerned);
        }
        for case in content.cases.cases.iter().filter(|case| case.spot == *at) {
            whats.push(self.case(case, concerned));
            all.push((&case.when, case.period));
        }
        if let Some((when, period)) = all.first() {
            concerned.who.push(content.words(when, Language::En));
            concerned.days = content.days(period);
        }
        let more = whats.len().saturating_sub(1);
        match whats.into_iter().next() {
            Some(what) if more > 0 => format!("{what}, and {more} more alike"),
            Some(what) => what,
            None => named(one),
        }
    }

    /// What holds in a case, and where that is felt.
    fn case(&self, case: &Case, concerned: &mut Concerned) -> String {
        let content = self.content;
        match case.holds {
            Holds::Asks(field) => {
                self.field(Some(field), concerned);
                format!("case: {} is asked", content.fields[field].id)
            }
            Holds::Offers(field, option) => {
                self.field(Some(field), concerned);
                let field = &content.fields[field];
                format!("case: {} offers {}", field.id, field.options[option].id)
            }
            Holds::Shows(field, topic) => {
                self.field(Some(field), concerned);
                let field = &content.fields[field];
                format!("case: {} shows {}", field.id, field.shows[topic].0)
            }
            Holds::Fact(var, values) => {
                self.felt(var, concerned);
                let values = values.iter().map(|n| content.value_word(var, n, Language::En));
                let values: Vec<String> = values.collect();
                format!("case: {}={}", content.variables[var.index()].name, values.join("/"))
            }
            Holds::Gate(gate) => {
                self.gate_stages(&content.gates[gate], concerned);
                format!("case: {}", gate_id(&content.gates[gate]))
            }
            Holds::Way(from, to) => {
                concerned.felt.push((from, String::new()));
                format!("case: {} to {}", content.stages[from].id, content.stages[to].id)
            }
            Holds::Takes(number, [from, to]) => {
                let duration = &content.durations[number];
                concerned.felt.push((duration.stage, String::new()));
                format!("case: {} takes {from}-{to} working days", duration.id)
            }
        }
    }

    fn category(&self, one: &Sourced<'_>, concerned: &mut Concerned) -> String {
        let category = one.tables.get(1).and_then(|(_, table)| table.get("id")).and_then(text);
        let id = category.unwrap_or_default();
        let number = self.content.categories.iter().position(|category| category.id == id);
        for field in self.content.fields.iter().filter(|field| number.is_some() && field.category == number) {
            concerned.felt.push((field.stage, field.id.clone()));
        }
        match one.path().last() {
            Some(&"history") => {
                format!(
                    "{id}: {} {}",
                    one.text("date").unwrap_or_default(),
                    one.text("en").unwrap_or_default()
                )
            }
            Some(_) | None => format!("category {id}"),
        }
    }

    fn province(&self, one: &Sourced<'_>, concerned: &mut Concerned) -> String {
        let around = one.tables.get(1).map(|(_, table)| *table);
        let name = around.and_then(|table| table.get("en")).and_then(text).unwrap_or("national");
        let path = one.path();
        if path.first() == Some(&"province") {
            concerned.who.push(name.to_owned());
        }
        match path.as_slice() {
            ["province", "steers", steer] => {
                if let Some(var) = self.content.variable(&format!("province.{steer}")) {
                    self.felt(var, concerned);
                }
                format!("{steer}={}", one.text("value").unwrap_or_default())
            }
            ["province", "rule"] => {
                let topic = one.text("topic").unwrap_or_default();
                concerned.who.extend(one.text("applies-to").filter(|who| *who != "both").map(str::to_owned));
                for field in &self.content.fields {
                    if field.shows.iter().any(|(shown, _)| shown == topic) {
                        concerned.felt.push((field.stage, field.id.clone()));
                    }
                }
                format!("rule on {topic}")
            }
            ["elsewhere"] => {
                self.field(self.content.field_number("subject.province"), concerned);
                format!("{name} takes no filing")
            }
            _ => {
                concerned.who.push("individual".to_owned());
                self.kinds(&[Kind::SiteName], concerned);
                one.part.unwrap_or("rule").to_owned()
            }
        }
    }

    fn list(&self, one: &Sourced<'_>, concerned: &mut Concerned) -> String {
        match one.path().first().copied().unwrap_or_default() {
            "mobile-range" => self.kinds(&[Kind::Mobile], concerned),
            "credit-code-prefix" => self.kinds(&[Kind::CreditCode], concerned),
            "residence-permit-prefix" => self.kinds(&[Kind::HmtResidencePermit], concerned),
            "domain-suffix" => self.kinds(&[Kind::Domain], concerned),
            "site-name" | "site-name-words" => self.kinds(&[Kind::SiteName], concerned),
            "picture" => {
                let papers = self.content.fields.iter().filter(|field| field.kind == FieldKind::Paper);
                concerned.felt.extend(papers.map(|field| (field.stage, field.id.clone())));
            }
            _ => {}
        }
        let days = ["from", "until"].into_iter().filter_map(|key| Some(format!("{key} {}", one.text(key)?)));
        concerned.days = days.collect::<Vec<_>>().join(" ");
        named(one)
    }

    /// The fields whose answers are checked by one of these kinds.
    fn kinds(&self, kinds: &[Kind], concerned: &mut Concerned) {
        let is_of = |field: &&Field| match &field.kind {
            FieldKind::Typed(kind) => kinds.contains(kind),
            FieldKind::By { kinds: by, .. } => by.iter().any(|(_, kind)| kinds.contains(kind)),
            FieldKind::Choice
            | FieldKind::YesNo
            | FieldKind::Notice
            | FieldKind::Paper
            | FieldKind::Choices
            | FieldKind::Reopenable => false,
        };
        let fields = self.content.fields.iter().filter(is_of);
        concerned.felt.extend(fields.map(|field| (field.stage, field.id.clone())));
    }

    fn field(&self, number: Option<usize>, concerned: &mut Concerned) {
        let field = number.map(|number| &self.content.fields[number]);
        concerned.felt.extend(field.map(|field| (field.stage, field.id.clone())));
    }

    fn gate_stages(&self, gate: &super::Gate, concerned: &mut Concerned) {
        for (stage, steps) in self.content.steps.iter().enumerate() {
            let stands = |step: &Step| match step {
                Step::Gate(number) => self.content.gates[*number].id == gate.id,
                Step::Ask(_) => false,
            };
            if steps.iter().any(stands) {
                concerned.felt.push((stage, gate_id(gate)));
            }
        }
    }

    /// Everything in the flow that looks at this variable, directly or through facts.
    fn felt(&self, var: Var, concerned: &mut Concerned) {
        let content = self.content;
        let rests = |other: Var| self.behind[other.index()].contains(&var);
        let looks = |when: &Condition| {
            let mut looks = false;
            when.visit(&mut |other, _| looks |= rests(other));
            looks
        };
        for (stage, steps) in content.steps.iter().enumerate() {
            for step in steps {
                match step {
                    Step::Ask(place) => {
                        let (place, field) =
                            (&content.places[*place], &content.fields[content.places[*place].field]);
                        let is_felt = looks(&place.when)
                            || field.options.iter().any(|option| looks(&option.when))
                            || field.shows.iter().any(|(_, when)| looks(when))
                            || field.differs_from.iter().any(|(_, when)| looks(when))
                            || field.days_left.is_some_and(rests);
                        if is_felt {
                            concerned.felt.push((stage, field.id.clone()));
                        }
                    }
                    Step::Gate(number) => {
                        let gate = &content.gates[*number];
                        if looks(&gate.when) || gate.text.is_some_and(rests) {
                            concerned.felt.push((stage, gate_id(gate)));
                        }
                    }
                }
            }
        }
        for way in content.transitions.iter().filter(|way| way.when.as_ref().is_some_and(looks)) {
            concerned.felt.push((way.from, format!("{} to {}", way.event, content.stages[way.to].id)));
        }
        for entry in content.official.entries.iter().filter(|entry| looks(&entry.when)) {
            if let Some(field) = entry.field.map(|number| &content.fields[number]) {
                concerned.felt.push((field.stage, field.id.clone()));
            }
        }
    }
}

fn gate_id(gate: &super::Gate) -> String {
    match gate.kind {
        super::GateKind::Stop { .. } => format!("stop {}", gate.id),
        super::GateKind::Exit { .. } => format!("exit {}", gate.id),
    }
}

/// A rule that nothing else describes: by its key, and the first of its values that tells it from others.
fn named(one: &Sourced<'_>) -> String {
    let key = one.path().last().copied().unwrap_or_default();
    let told = PLACES.iter().find_map(|place| one.text(place));
    told.map_or_else(|| key.to_owned(), |told| format!("{key} {told}"))
}

/// Rules by source, without those that were compared on this day or later.
#[must_use]
pub fn stale(rules: Vec<CheckedRule>, since: NaiveDate) -> BTreeMap<String, Vec<CheckedRule>> {
    let mut by_source: BTreeMap<String, Vec<CheckedRule>> = BTreeMap::new();
    for rule in rules.into_iter().filter(|rule| rule.checked_on < since) {
        by_source.entry(rule.source.clone()).or_default().push(rule);
    }
    by_source
}
