//! From the files' shape to resolved content: names become numbers, conditions become structures.
//!
//! The order matters: variables first (what fields and facts there are, with which values), then whatever names
//! them. Every name that leads nowhere is a fault with its place; nothing is guessed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Value;

use super::condition::{Condition, Var};
use super::fact::{Operand, Origin, Period, Rule};
use super::fault::{Fault, Spot};
use super::field::{Choice, Field, FieldKind, Gate, GateKind, Place, Step};
use super::load::spot;
use super::official::{Entry, Official};
use super::{
    Category, Change, Content, ContentVersion, Duration, DurationRule, Edition, Source, Stage, Texts, Timer,
    TimerStart, Transition, raw,
};
use crate::kind::Kind;
use crate::rules::{Lists, Provinces};

mod names;
mod variables;

use names::{option_id, parse_date, parse_offset, text_id};

type File<'a> = (String, &'a str);

/// The parsed files, each with its name and text.
pub(super) struct Raw<'a> {
    pub(super) flows: &'a [(&'a str, &'a str, raw::Flow)],
    pub(super) facts: &'a [(File<'a>, raw::Facts)],
    pub(super) durations: &'a (File<'a>, raw::Durations),
    pub(super) editions: &'a (File<'a>, raw::Editions),
    pub(super) categories: &'a (File<'a>, raw::PreApprovals),
    pub(super) official: &'a (File<'a>, raw::Official),
}

/// Content on its way.
pub(super) struct Resolver {
    content: Content,
}

impl Resolver {
    pub(super) fn new(
        provinces: Provinces,
        lists: Lists,
        sources: BTreeMap<String, Source>,
        texts: Texts,
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
            sources,
            official: Official::default(),
            texts,
            field_numbers: BTreeMap::new(),
            variable_numbers: BTreeMap::new(),
            variables_of_field: Vec::new(),
            text_names: BTreeMap::new(),
        };
        Self { content }
    }

    pub(super) fn resolve(mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) -> Content {
        self.editions(raw, faults);
        self.categories(raw);
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
        self.content.variables_of_field =
            (0..self.content.fields.len()).map(|number| self.variables_of(number)).collect();
        let names = self.content.field_numbers.keys().chain(self.content.variable_numbers.keys());
        self.content.text_names = names.map(|name| (name.replace(['.', ':'], "-"), name.clone())).collect();
        self.content
    }

    fn editions(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) {
        let ((file, text), editions) = raw.editions;
        for edition in &editions.edition {
            let at = spot(file, text, edition.id.span().start);
            let date = edition.date.as_deref().and_then(|date| parse_date(date, &at, faults));
            self.known_sources(&edition.source, &at, faults);
            self.content.editions.push(Edition { id: edition.id.get_ref().clone(), date });
        }
    }

    fn categories(&mut self, raw: &Raw<'_>) {
        let (_, categories) = raw.categories;
        for category in &categories.category {
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
                    continue;
                };
                for category in self.each(field.each.as_deref(), &at, faults) {
                    let id = self.named(field.id.get_ref(), category);
                    if self.content.field_numbers.contains_key(&id) {
                        faults.push(at.fault(format!("field `{id}` is declared twice; expected once")));
                        continue;
                    }
                    let number = self.content.fields.len();
                    self.content.field_numbers.insert(id.clone(), number);
                    self.known_sources(&field.source, &at, faults);
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
                        source: field.source.clone(),
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

    fn kind_and_options(&mut self, declared: &Declared, faults: &mut Vec<Fault>) {
        let at = self.content.fields[declared.number].spot.clone();
        let kind = self.kind(&declared.raw.kind, &at, faults);
        let ids: Vec<String> = match (&kind, &declared.raw.options) {
            (Some(FieldKind::YesNo), None) => vec!["yes".to_owned(), "no".to_owned()],
            (Some(FieldKind::Notice), None) => vec!["understood".to_owned()],
            (Some(FieldKind::Paper), None) => vec!["ready".to_owned(), "not-yet".to_owned()],
            (Some(FieldKind::Choice | FieldKind::Choices), Some(Value::Array(options))) => {
                options.iter().filter_map(|option| option_id(option, &at, faults)).collect()
            }
            (Some(FieldKind::Choice | FieldKind::Choices), _) => {
                faults.push(at.fault("a choice needs `options`; expected a list of ids"));
                Vec::new()
            }
            (_, Some(_)) if kind != Some(FieldKind::Reopenable) => {
                faults.push(at.fault("`options` belong to choices only"));
                Vec::new()
            }
            (_, _) => Vec::new(),
        };
        let field = &mut self.content.fields[declared.number];
        if kind == Some(FieldKind::Paper) {
            field.later = vec!["not-yet".to_owned()];
        }
        if let Some(kind) = kind {
            field.kind = kind;
        }
        field.options = ids
            .into_iter()
            .map(|id| Choice { id, when: Condition::ALWAYS, period: Period::default() })
            .collect();
    }

    fn kind(&self, raw: &Value, at: &Spot, faults: &mut Vec<Fault>) -> Option<FieldKind> {
        match raw {
            Value::String(id) => {
                let kind = match id.as_str() {
                    "choice" => FieldKind::Choice,
                    "yes-no" => FieldKind::YesNo,
                    "notice" => FieldKind::Notice,
                    "paper" => FieldKind::Paper,
                    "choices" => FieldKind::Choices,
                    "reopenable" => FieldKind::Reopenable,
                    typed => {
                        if let Some(kind) = Kind::parse(typed) {
                            FieldKind::Typed(kind)
                        } else {
                            faults.push(at.fault(format!(
                                "`{typed}` is no kind of answer; expected one of: {}",
                                kinds_known()
                            )));
                            return None;
                        }
                    }
                };
                Some(kind)
            }
            Value::Table(table) => {
                let by = table.get("by").and_then(Value::as_str);
                let kinds = table.get("kinds").and_then(Value::as_table);
                let (Some(by), Some(kinds)) = (by, kinds) else {
                    faults.push(at.fault("expected `kind = { by = FIELD, kinds = { OPTION = KIND } }`"));
                    return None;
                };
                let field = self.field(by, at, faults)?;
                let mut resolved = Vec::new();
                for (option, kind) in kinds {
                    match kind.as_str().and_then(Kind::parse) {
                        Some(kind) => resolved.push((option.clone(), kind)),
                        None => faults.push(at.fault(format!("{kind} is no kind of typed answer"))),
                    }
                }
                Some(FieldKind::By { field, kinds: resolved })
            }
            Value::Integer(_)
            | Value::Float(_)
            | Value::Boolean(_)
            | Value::Datetime(_)
            | Value::Array(_) => {
                faults.push(at.fault("expected a kind of answer"));
                None
            }
        }
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
                        option.period = Period {
                            from: table
                                .get("from")
                                .and_then(Value::as_str)
                                .and_then(|day| parse_date(day, &at, faults)),
                            until: table
                                .get("until")
                                .and_then(Value::as_str)
                                .and_then(|day| parse_date(day, &at, faults)),
                            edition: None,
                        };
                    }
                }
            }
            let field = &mut self.content.fields[one.number];
            field.depends = depends;
            field.shows = shows;
            field.differs_from = differs_from;
            field.days_left = days_left;
            field.options = options;
            for option in field.later.iter().chain(&field.at_once) {
                if !field.options.iter().any(|known| known.id == *option) {
                    faults.push(at.fault(format!("`{option}` comes back later but is no option")));
                }
            }
        }
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
        let topic = table.map_or(raw.as_str(), |table| table.get("topic").and_then(Value::as_str));
        let when = table.and_then(|table| table.get("when"));
        if topic.is_none() {
            faults.push(at.fault("expected a topic in `shows`: an id, or `{ topic = .., when = .. }`"));
        }
        Some((topic?.to_owned(), self.condition(when, category, at, faults)))
    }

    fn tables(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) {
        let ((file, text), categories) = raw.categories;
        for (number, category) in categories.category.iter().enumerate() {
            let rules = category
                .asked
                .iter()
                .map(|asked| {
                    let at = spot(file, text, asked.gives.span().start);
                    let dates = [asked.from.as_deref(), asked.until.as_deref(), asked.edition.as_deref()];
                    let gives = vec![self.value(
                        self.content.tables[number].gives[0],
                        asked.gives.get_ref(),
                        &at,
                        faults,
                    )];
                    self.known_sources(&asked.source, &at, faults);
                    let period = self.period(dates, &at, faults);
                    let when = self.condition(asked.when.as_ref(), None, &at, faults);
                    Rule { period, when, gives, source: asked.source.clone(), spot: at }
                })
                .collect();
            self.content.tables[number].rules = rules;
        }
        let mut number = categories.category.len();
        for ((file, text), facts) in raw.facts {
            if facts.checked_on.is_none() {
                faults.push(Fault {
                    file: file.clone(),
                    line: 1,
                    what: "`checked-on` is missing; expected the day the sources were last checked"
                        .to_owned(),
                });
            }
            for table in &facts.table {
                let mut rules = Vec::new();
                for rule in &table.rule {
                    let at = spot(file, text, rule.gives.span().start);
                    let dates = [rule.from.as_deref(), rule.until.as_deref(), rule.edition.as_deref()];
                    let period = self.period(dates, &at, faults);
                    self.known_sources(&rule.source, &at, faults);
                    for category in self.each(rule.each.as_deref(), &at, faults) {
                        let when = self.condition(rule.when.as_ref(), category, &at, faults);
                        let columns = self.content.tables[number].gives.clone();
                        let gives = columns
                            .iter()
                            .zip(rule.gives.get_ref())
                            .map(|(column, value)| self.value(*column, value, &at, faults))
                            .collect();
                        rules.push(Rule {
                            period,
                            when,
                            gives,
                            source: rule.source.clone(),
                            spot: at.clone(),
                        });
                    }
                }
                self.content.tables[number].rules = rules;
                number += 1;
            }
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

    /// A gate stands right behind the last question that it depends on.
    fn gates(&mut self, raw: &Raw<'_>, order: &BTreeMap<usize, (usize, usize)>, faults: &mut Vec<Fault>) {
        let mut placed: Vec<((usize, usize), usize)> = Vec::new();
        for (file, text, flow) in raw.flows {
            for stop in &flow.stop {
                let at = spot(file, text, stop.id.span().start);
                let reopens = stop.reopens.iter().filter_map(|id| self.field(id, &at, faults)).collect();
                let kind = GateKind::Stop { reopens };
                let gate = (
                    stop.id.get_ref().as_str(),
                    Some(&stop.when),
                    stop.text.as_deref(),
                    stop.source.as_slice(),
                    kind,
                );
                self.gate(gate, at, order, &mut placed, faults);
            }
            for exit in &flow.exit {
                let at = spot(file, text, exit.id.span().start);
                let kind = GateKind::Exit { reason: exit.reason.clone() };
                let gate = (
                    exit.id.get_ref().as_str(),
                    Some(&exit.when),
                    exit.text.as_deref(),
                    exit.source.as_slice(),
                    kind,
                );
                self.gate(gate, at, order, &mut placed, faults);
            }
        }
        // From the back, so that earlier positions stay true while steps are inserted.
        placed.sort_by_key(|(position, gate)| (*position, std::cmp::Reverse(*gate)));
        for ((stage, step), gate) in placed.into_iter().rev() {
            self.content.steps[stage].insert(step, Step::Gate(gate));
        }
    }

    fn gate(
        &mut self,
        (id, when, text, source, kind): (&str, Option<&Value>, Option<&str>, &[String], GateKind),
        at: Spot,
        order: &BTreeMap<usize, (usize, usize)>,
        placed: &mut Vec<((usize, usize), usize)>,
        faults: &mut Vec<Fault>,
    ) {
        let when = self.condition(when, None, &at, faults);
        let text = text.and_then(|name| self.var(name, &at, faults));
        self.known_sources(source, &at, faults);
        let mut fields = BTreeSet::new();
        when.visit(&mut |var, _| self.content.fields_behind(var, &mut fields));
        let last = fields.iter().filter_map(|field| order.get(field)).max();
        let position = last.map_or((0, 0), |(stage, step)| (*stage, step + 1));
        placed.push((position, self.content.gates.len()));
        self.content.gates.push(Gate {
            id: id.to_owned(),
            when,
            kind,
            text,
            source: source.to_vec(),
            spot: at,
        });
    }

    fn transitions(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) {
        for (file, text, flow) in raw.flows {
            for transition in &flow.transition {
                let at = spot(file, text, transition.from.span().start);
                let from = self.stage(transition.from.get_ref(), &at, faults);
                let to = self.stage(&transition.to, &at, faults);
                let when = transition.when.as_ref().map(|when| self.condition(Some(when), None, &at, faults));
                let clears = transition.clears.iter().filter_map(|id| self.stage(id, &at, faults)).collect();
                if let (Some(from), Some(to)) = (from, to) {
                    let event = transition.event.clone();
                    self.content.transitions.push(Transition { from, event, when, to, clears, spot: at });
                }
            }
        }
    }

    fn timers(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) {
        for (file, text, flow) in raw.flows {
            for timer in &flow.timer {
                let at = spot(file, text, timer.id.span().start);
                let starts = match timer.starts.as_str() {
                    "entry" => Some(TimerStart::Entry),
                    field => self.field(field, &at, faults).map(TimerStart::Date),
                };
                self.known_sources(&timer.source, &at, faults);
                let offsets =
                    timer.at.iter().filter_map(|offset| parse_offset(offset, &at, faults)).collect();
                let limit = parse_offset(&timer.limit, &at, faults);
                let stage = timer.stage.as_deref().and_then(|id| self.stage(id, &at, faults));
                let until = timer.until.as_deref().and_then(|id| self.field(id, &at, faults));
                if let (Some(starts), Some(limit)) = (starts, limit) {
                    let (id, source) = (timer.id.get_ref().clone(), timer.source.clone());
                    self.content.timers.push(Timer {
                        id,
                        stage,
                        starts,
                        at: offsets,
                        limit,
                        until,
                        source,
                        spot: at,
                    });
                }
            }
        }
    }

    fn durations(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) {
        let ((file, text), durations) = raw.durations;
        for duration in &durations.duration {
            let at = spot(file, text, duration.id.span().start);
            let Some(stage) = self.stage(&duration.stage, &at, faults) else {
                continue;
            };
            let rules = duration
                .rule
                .iter()
                .map(|rule| {
                    let at = spot(file, text, rule.days.span().start);
                    self.known_sources(&rule.source, &at, faults);
                    let dates = [rule.from.as_deref(), rule.until.as_deref(), rule.edition.as_deref()];
                    DurationRule {
                        period: self.period(dates, &at, faults),
                        when: self.condition(rule.when.as_ref(), None, &at, faults),
                        days: *rule.days.get_ref(),
                        source: rule.source.clone(),
                    }
                })
                .collect();
            self.content.durations.push(Duration { id: duration.id.get_ref().clone(), stage, rules });
        }
    }

    fn official(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) {
        let ((file, text), official) = raw.official;
        for entry in &official.entry {
            let at = spot(file, text, entry.label.span().start);
            self.known_sources(&entry.source, &at, faults);
            let dates = [entry.from.as_deref(), entry.until.as_deref(), entry.edition.as_deref()];
            let period = self.period(dates, &at, faults);
            for category in self.each(entry.each.as_deref(), &at, faults) {
                let field =
                    entry.field.as_deref().and_then(|id| self.field(&self.named(id, category), &at, faults));
                let when = self.condition(entry.when.as_ref(), category, &at, faults);
                self.content.official.entries.push(Entry {
                    section: entry.section.clone(),
                    label: entry.label.get_ref().clone(),
                    field,
                    value: entry.value.clone(),
                    prefix: entry.prefix.clone(),
                    when,
                    period,
                    optional: entry.optional,
                    source: entry.source.clone(),
                    spot: at.clone(),
                });
            }
        }
    }
}

/// Every kind of answer, to be told where one is misspelt.
fn kinds_known() -> String {
    let chosen = ["choice", "choices", "yes-no", "notice", "paper", "reopenable"];
    chosen.into_iter().chain(Kind::ALL.iter().map(|kind| kind.id())).collect::<Vec<_>>().join(", ")
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
        match &self.variables[var.index()].origin {
            Origin::Answer(field) | Origin::State(field) => {
                into.insert(*field);
            }
            Origin::Reading(field, reading) => {
                into.insert(*field);
                if let Some(days) = self.fields[*field].days_left.filter(|_| reading == "left") {
                    self.fields_behind(days, into);
                }
            }
            Origin::Province(_) => into.extend(self.field_number("subject.province")),
            Origin::Same(left, right) => {
                for operand in [left, right] {
                    match operand {
                        Operand::Finite(var) => self.fields_behind(*var, into),
                        Operand::Text(field) => {
                            into.insert(*field);
                        }
                    }
                }
            }
            Origin::Table(table, _) => {
                for rule in &self.tables[*table].rules {
                    rule.when.visit(&mut |var, _| self.fields_behind(var, into));
                }
            }
        }
    }
}
