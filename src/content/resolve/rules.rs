//! Tables of rules, durations and what the official system asks.

use super::super::fact::Rule;
use super::super::fault::Fault;
use super::super::load::spot;
use super::super::official::Entry;
use super::super::{Duration, DurationRule};
use super::{Raw, Resolver};

impl Resolver {
    pub(super) fn tables(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) {
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
                    let period = self.period(dates, &at, faults);
                    let when = self.condition(asked.when.as_ref(), None, &at, faults);
                    Rule { period, when, gives, source: asked.source.clone(), spot: at }
                })
                .collect();
            self.content.tables[number].rules = rules;
        }
        let mut number = categories.category.len();
        for ((file, text), facts) in raw.facts {
            for table in &facts.table {
                let mut rules = Vec::new();
                for rule in &table.rule {
                    let at = spot(file, text, rule.gives.span().start);
                    let dates = [rule.from.as_deref(), rule.until.as_deref(), rule.edition.as_deref()];
                    let period = self.period(dates, &at, faults);
                    let (found, expected) = (rule.gives.get_ref().len(), table.gives.get_ref().len());
                    if found > expected {
                        faults.push(at.fault(format!("a rule gives {found} values; expected {expected}")));
                    }
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

    pub(super) fn durations(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) {
        let ((file, text), durations) = raw.durations;
        for duration in &durations.duration {
            let at = spot(file, text, duration.id.span().start);
            let Some(stage) = self.stage(&duration.stage, &at, faults) else {
                self.whole = false;
                continue;
            };
            let rules = duration
                .rule
                .iter()
                .map(|rule| {
                    let at = spot(file, text, rule.days.span().start);
                    let dates = [rule.from.as_deref(), rule.until.as_deref(), rule.edition.as_deref()];
                    DurationRule {
                        period: self.period(dates, &at, faults),
                        when: self.condition(rule.when.as_ref(), None, &at, faults),
                        days: *rule.days.get_ref(),
                        source: rule.source.clone(),
                        spot: at,
                    }
                })
                .collect();
            self.content.durations.push(Duration { id: duration.id.get_ref().clone(), stage, rules });
        }
    }

    pub(super) fn official(&mut self, raw: &Raw<'_>, faults: &mut Vec<Fault>) {
        let ((file, text), official) = raw.official;
        for entry in &official.entry {
            let at = spot(file, text, entry.label.span().start);
            let dates = [entry.from.as_deref(), entry.until.as_deref(), entry.edition.as_deref()];
            let period = self.period(dates, &at, faults);
            if entry.optional && entry.field.is_none() {
                faults.push(at.fault("`optional` at a line that asks nothing; expected a `field` beside it"));
            }
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
