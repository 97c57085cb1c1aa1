//! From the files' shape to resolved content: names become numbers, conditions become structures.
//!
//! The order matters: variables first (what fields and facts there are, with which values), then whatever names
//! them. Every name that leads nowhere is a fault with its place; nothing is guessed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Value;

use super::cases::Cases;
use super::condition::{Condition, Var};
use super::fact::{Operand, Origin};
use super::fault::{Fault, Spot};
use super::field::{Field, FieldKind, Place, Step};
use super::load::spot;
use super::official::Official;
use super::{
    Aliases, Category, Change, Content, ContentVersion, Edition, Landmarks, Source, Stage, Texts, raw,
};
use crate::knowledge::Knowledge;
use crate::rules::{Calendar, Lists, Provinces};

mod aliases;
mod cases;
mod flow;
mod kinds;
mod names;
mod rules;
mod variables;

pub(super) use kinds::kinds_alone;
use kinds::unknown_keys;
use names::{parse_date, text_id};

type File<'a> = (String, &'a str);

/// The parsed files, each with its name and text.
pub(super) struct Raw<'a> {
    pub(super) flows: &'a [(&'a str, &'a str, raw::Flow)],
    pub(super) facts: &'a [(File<'a>, raw::Facts)],
    pub(super) durations: &'a (File<'a>, raw::Durations),
    pub(super) editions: &'a (File<'a>, raw::Editions),
    pub(super) categories: &'a (File<'a>, raw::PreApprovals),
    pub(super) official: &'a (File<'a>, raw::Official),
    pub(super) cases: &'a (File<'a>, raw::Cases),
}

/// Content on its way.
pub(super) struct Resolver {
    content: Content,
    /// Nothing was left out because of a fault in it.
    whole: bool,
}

/// Fields that ask for nothing of the filing: no source says that they are asked.
const OUR_OWN: [&str; 3] = ["language", "consent", "cancel.confirmed"];

impl Resolver {
    pub(super) fn new(
        provinces: Provinces,
        (lists, calendar): (Lists, Calendar),
        sources: BTreeMap<String, Source>,
        texts: Texts,
        knowledge: Knowledge,
        version: ContentVersion,
    ) -> Self {
        let content = Content {
            version,
            stages: Vec::new(),
            transitions: Vec::new(),
            fields: Vec::new(),
            places: Vec::new(),
            gates: Vec::new(),
            steps: Vec::new(),
            variables: Vec::new(),
            tables: Vec::new(),
            timers: Vec::new(),
            durations: Vec::new(),
            categories: Vec::new(),
            editions: Vec::new(),
            provinces,
            lists,
            calendar,
            sources,
            official: Official::default(),
            cases: Cases::default(),
            texts,
            knowledge,
            aliases: Aliases::default(),
            field_numbers: BTreeMap::new(),
            variable_numbers: BTreeMap::new(),
            variables_of_field: Vec::new(),
            text_names: BTreeMap::new(),
            landmarks: Landmarks::default(),
        };
        Self { content, whole: true }
    }

    /// The content, and whether nothing was left out of it because of a fault.
    pub(super) fn resolve(mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) -> (Content, bool) {
        self.editions(raw, faults);
        self.categories(raw, faults);
        self.stages(raw, faults);
        let fields = self.fields(raw, faults);
        self.variables_of_fields();
        self.variables_of_facts(raw, faults);
        self.finish_fields(&fields, faults);
        self.tables(raw, faults);
        let order = self.places(raw, &fields, faults);
        self.gates(raw, &order, faults);
        self.transitions(raw, faults);
        self.timers(raw, faults);
        self.durations(raw, faults);
        self.official(raw, faults);
        self.cases(raw, faults);
        self.beside_cases(raw, faults);
        self.aliases(raw, &fields, faults);
        self.content.variables_of_field =
            (0..self.content.fields.len()).map(|number| self.variables_of(number)).collect();
        let names = self.content.field_numbers.keys().chain(self.content.variable_numbers.keys());
        self.content.text_names = names.map(|name| (name.replace(['.', ':'], "-"), name.clone())).collect();
        self.content.landmarks = Landmarks {
            consent: self.content.variable("consent"),
            province: self.content.variable("subject.province"),
            subject_kind: self.content.variable("subject.kind"),
        };
        (self.content, self.whole)
    }

    fn editions(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) {
        let ((file, text), editions) = raw.editions;
        for edition in &editions.edition {
            let at = spot(file, text, edition.id.span().start);
            let date = edition.date.as_deref().and_then(|date| parse_date(date, &at, faults));
            if self.content.edition_number(edition.id.get_ref()).is_some() {
                let id = edition.id.get_ref();
                faults.push(at.fault(format!("edition `{id}` is declared twice; expected once")));
            }
            self.content.editions.push(Edition { id: edition.id.get_ref().clone(), date });
        }
    }

    fn categories(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) {
        let ((file, text), categories) = raw.categories;
        for category in &categories.category {
            let id = category.id.get_ref();
            if self.content.categories.iter().any(|known| known.id == *id) {
                let at = spot(file, text, category.id.span().start);
                faults.push(at.fault(format!("category `{id}` is declared twice; expected once")));
                self.whole = false;
            }
            self.content.categories.push(Category {
                id: category.id.get_ref().clone(),
                name: [category.zh.clone(), category.en.clone()],
                authority: [category.authority_zh.clone(), category.authority_en.clone()],
                document: [category.document_zh.clone(), category.document_en.clone()],
                falls: [category.falls_zh.clone(), category.falls_en.clone()],
                not_falls: [category.not_falls_zh.clone(), category.not_falls_en.clone()],
                keywords: [category.keywords_zh.clone(), category.keywords_en.clone()],
                law: category.law_zh.clone(),
                note: [category.note_zh.clone(), category.note_en.clone()],
                names_2019: [category.authority_2019_zh.clone(), category.document_2019_zh.clone()],
                history: category
                    .history
                    .iter()
                    .map(|change| Change {
                        date: change.date.clone(),
                        what: [change.zh.clone(), change.en.clone()],
                        source: change.source.clone(),
                    })
                    .collect(),
                source: category.source.clone(),
            });
        }
    }

    fn stages(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) {
        let declared: Vec<(Spot, &raw::Stage)> = raw
            .flows
            .iter()
            .flat_map(|(file, text, flow)| {
                flow.stage.iter().map(|stage| (spot(file, text, stage.id.span().start), stage))
            })
            .collect();
        for (at, stage) in &declared {
            if self.content.stage_number(stage.id.get_ref()).is_some() {
                faults.push(
                    at.fault(format!("stage `{}` is declared twice; expected once", stage.id.get_ref())),
                );
                continue;
            }
            self.content.stages.push(Stage {
                id: stage.id.get_ref().clone(),
                open: stage.open,
                is_final: stage.is_final,
                beside: Vec::new(),
                spot: at.clone(),
            });
        }
        for (at, stage) in declared {
            let beside = stage.beside.iter().filter_map(|id| self.stage(id, &at, faults)).collect();
            if let Some(number) = self.content.stage_number(stage.id.get_ref()) {
                self.content.stages[number].beside = beside;
            }
        }
        self.content.steps = vec![Vec::new(); self.content.stages.len()];
    }

    /// Declares every field, one for each category where it says so, without resolving what they name.
    fn fields(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) -> Vec<Declared> {
        let mut declared = Vec::new();
        for (file, text, flow) in raw.flows {
            for field in &flow.field {
                let at = spot(file, text, field.id.span().start);
                let Some(stage) = self.stage_of(field.stage.as_deref(), file, &at, faults) else {
                    self.whole = false;
                    continue;
                };
                if field.source.is_none() && !OUR_OWN.contains(&field.id.get_ref().as_str()) {
                    let id = field.id.get_ref();
                    faults.push(
                        at.fault(format!(
                            "field `{id}` has no `source`; expected keys of rules/sources.toml"
                        )),
                    );
                }
                for category in self.each(field.each.as_deref(), &at, faults) {
                    let id = self.named(field.id.get_ref(), category);
                    if self.content.field_numbers.contains_key(&id) {
                        faults.push(at.fault(format!("field `{id}` is declared twice; expected once")));
                        self.whole = false;
                        continue;
                    }
                    let number = self.content.fields.len();
                    self.content.field_numbers.insert(id.clone(), number);
                    self.content.fields.push(Field {
                        text: text_id(field.id.get_ref()),
                        id,
                        stage,
                        kind: FieldKind::Choice,
                        options: Vec::new(),
                        optional: field.optional,
                        personal: field.personal,
                        on_request: field.on_request,
                        depends: Vec::new(),
                        differs_from: None,
                        days_left: None,
                        past: field.past,
                        after_all: field.after_all,
                        later: field.later.clone(),
                        at_once: field.at_once.clone(),
                        shows: Vec::new(),
                        example: field.example.clone(),
                        source: field.source.clone().unwrap_or_default(),
                        category,
                        spot: at.clone(),
                    });
                    let order = (*file).to_owned();
                    declared.push(Declared {
                        number,
                        category,
                        raw: field.clone(),
                        file: order,
                        span: field.id.span(),
                    });
                }
            }
        }
        for one in &declared {
            self.kind_and_options(one, faults);
        }
        declared
    }

    /// A topic of local rules: its id, or `{ topic = .., when = .. }`.
    fn shown(
        &self,
        raw: &Value,
        category: Option<usize>,
        at: &Spot,
        faults: &mut Vec<Fault>,
    ) -> Option<(String, Condition)> {
        let table = raw.as_table();
        if let Some(table) = table {
            unknown_keys(table, &["topic", "when"], at, faults);
        }
        let topic = table.map_or(raw.as_str(), |table| table.get("topic").and_then(Value::as_str));
        if topic.is_none() {
            faults.push(at.fault("expected a topic in `shows`: an id, or `{ topic = .., when = .. }`"));
        }
        let when = table.and_then(|table| table.get("when"));
        Some((topic?.to_owned(), self.condition(when, category, at, faults)))
    }

    fn finish_fields(&mut self, declared: &[Declared], faults: &mut Vec<Fault>) {
        for one in declared {
            let at = self.content.fields[one.number].spot.clone();
            let depends = one
                .raw
                .depends
                .iter()
                .filter_map(|id| self.field(&self.named(id, one.category), &at, faults))
                .collect();
            let differs_from = one.raw.differs_from.as_ref().and_then(|differs| {
                let field = self.field(&differs.field, &at, faults)?;
                Some((field, self.condition(differs.when.as_ref(), one.category, &at, faults)))
            });
            let shows = one
                .raw
                .shows
                .iter()
                .filter_map(|shown| self.shown(shown, one.category, &at, faults))
                .collect();
            let days_left = one.raw.days_left.as_deref().and_then(|name| self.var(name, &at, faults));
            let mut options = self.content.fields[one.number].options.clone();
            if let Some(Value::Array(raw_options)) = &one.raw.options {
                for (option, raw) in options.iter_mut().zip(raw_options) {
                    if let Value::Table(table) = raw {
                        option.when = self.condition(table.get("when"), one.category, &at, faults);
                        unknown_keys(table, &["id", "was", "when", "from", "until"], &at, faults);
                        let days = ["from", "until"].map(|key| match table.get(key) {
                            Some(Value::String(day)) => Some(day.as_str()),
                            // Whatever else stands there is told as no date.
                            Some(_) => Some(""),
                            None => None,
                        });
                        option.period = self.period([days[0], days[1], None], &at, faults);
                    }
                }
            }
            let field = &mut self.content.fields[one.number];
            field.depends = depends;
            field.shows = shows;
            field.differs_from = differs_from;
            field.days_left = days_left;
            field.options = options;
            let field = &self.content.fields[one.number];
            for option in field.later.iter().chain(&field.at_once) {
                if !field.options.iter().any(|known| known.id == *option) {
                    faults.push(at.fault(format!("`{option}` comes back later but is no option")));
                }
            }
            self.kinds_of_options(field, faults);
        }
    }

    /// Places in the order of their files; returns for each field the last (stage, step) at which it is asked.
    fn places(
        &mut self,
        raw: &Raw<'_>,
        declared: &[Declared],
        faults: &mut Vec<Fault>,
    ) -> BTreeMap<usize, (usize, usize)> {
        let mut waiting: Vec<((String, usize), Place)> = Vec::new();
        for one in declared {
            let field = &self.content.fields[one.number];
            if field.on_request {
                continue;
            }
            let (stage, at) = (field.stage, field.spot.clone());
            let when = self.condition(one.raw.when.as_ref(), one.category, &at, faults);
            waiting.push((
                (one.file.clone(), one.span.start),
                Place { field: one.number, stage, when, spot: at },
            ));
        }
        for (file, text, flow) in raw.flows {
            for place in &flow.place {
                let at = spot(file, text, place.field.span().start);
                let Some(stage) = self.stage_of(place.stage.as_deref(), file, &at, faults) else {
                    continue;
                };
                let Some(field) = self.field(place.field.get_ref(), &at, faults) else {
                    continue;
                };
                let when = self.condition(place.when.as_ref(), None, &at, faults);
                waiting.push((
                    ((*file).to_owned(), place.field.span().start),
                    Place { field, stage, when, spot: at },
                ));
            }
        }
        waiting.sort_by_key(|(key, _)| key.clone());
        let mut last = BTreeMap::new();
        for (_, place) in waiting {
            let (field, stage, number) = (place.field, place.stage, self.content.places.len());
            self.content.places.push(place);
            self.content.steps[stage].push(Step::Ask(number));
            let step = (stage, self.content.steps[stage].len() - 1);
            let known = last.entry(field).or_insert(step);
            *known = (*known).max(step);
        }
        last
    }
}

/// A field as declared, until everything it names is known.
struct Declared {
    number: usize,
    category: Option<usize>,
    raw: raw::Field,
    file: String,
    span: Range<usize>,
}

impl Content {
    /// The fields that a variable's value follows from, those behind facts included.
    pub fn fields_behind(&self, var: Var, into: &mut BTreeSet<usize>) {
        let mut seen = BTreeSet::new();
        let mut open = vec![var];
        while let Some(var) = open.pop() {
            // Facts that follow from themselves are told by the check; here they only must not hold us for ever.
            if !seen.insert(var) {
                continue;
            }
            match &self.variables[var.index()].origin {
                Origin::Answer(field) | Origin::State(field) => {
                    into.insert(*field);
                }
                Origin::Reading(field, reading) => {
                    into.insert(*field);
                    open.extend(self.fields[*field].days_left.filter(|_| reading == "left"));
                }
                Origin::Province(_) => into.extend(self.field_number("subject.province")),
                Origin::Same(left, right) => {
                    for operand in [left, right] {
                        match operand {
                            Operand::Finite(var) => open.push(*var),
                            Operand::Text(field) => {
                                into.insert(*field);
                            }
                        }
                    }
                }
                Origin::Table(table, _) => {
                    for rule in &self.tables[*table].rules {
                        rule.when.visit(&mut |var, _| open.push(var));
                    }
                }
            }
        }
    }

    /// Whether a variable is one of these, or a fact that follows from one of them.
    pub(crate) fn follows_from(&self, var: Var, vars: &[Var]) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![var];
        while let Some(var) = open.pop() {
            if vars.contains(&var) {
                return true;
            }
            if !seen.insert(var) {
                continue;
            }
            match &self.variables[var.index()].origin {
                Origin::Reading(field, _) => open.extend(self.fields[*field].days_left),
                Origin::Same(left, right) => {
                    for operand in [left, right] {
                        if let Operand::Finite(var) = operand {
                            open.push(*var);
                        }
                    }
                }
                Origin::Table(table, _) => {
                    for rule in &self.tables[*table].rules {
                        rule.when.visit(&mut |var, _| open.push(var));
                    }
                }
                Origin::Answer(_) | Origin::State(_) | Origin::Province(_) => {}
            }
        }
        false
    }
}
