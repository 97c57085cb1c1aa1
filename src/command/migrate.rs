//! `beian migrate`: what other dialogues mean for the filings of a store.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;

use super::{Answer, open, print};
use crate::clock::Clock;
use crate::config::Config;
use crate::content::{Content, ContentVersion, Faults, Files};
use crate::dialogue::{Change, Met, Plan, Reference, Why};
use crate::proof::prove;

/// How many stranded filings are named.
const NAMED_COUNT_MAX: usize = 20;

/// What is found, over all filings.
#[derive(Default)]
struct Found {
    filings: usize,
    renamed: usize,
    questions: usize,
    asked: usize,
    /// How many filings may be asked a field beside, by the field.
    perhaps: BTreeMap<String, usize>,
    /// How many are asked it if all that is open is answered as in the examples.
    forecast: BTreeMap<String, usize>,
    perhaps_filings: usize,
    forecast_filings: usize,
    /// How many cannot be foretold: their way has no end, or their former dialogues are not kept.
    unforetold: usize,
    stranded: BTreeSet<Reference>,
    edition_gone: usize,
    /// Those that cannot be opened, by reference.
    unopened: Vec<String>,
    changes: BTreeMap<(Change, Option<ContentVersion>), Share>,
    /// The gates that filings meet where they met none.
    met: BTreeMap<Met, Share>,
}

/// How many filings something meets.
#[derive(Default)]
struct Share {
    filings: usize,
    submitted: usize,
}

pub(super) fn run(
    config: &Config,
    dir: Option<&Path>,
    dry_run: bool,
    data: Option<&Path>,
) -> anyhow::Result<Answer> {
    let mut unproved = 0;
    let content = match dir {
        None => open::content(config)?,
        Some(dir) => {
            let content = Files::read(dir).and_then(|files| files.load());
            let content =
                content.with_context(|| format!("the dialogues in {} cannot be used", dir.display()))?;
            // Looking does no harm; what is written back must be proved.
            let flaws = prove(&content).faults();
            unproved = flaws.len();
            if !flaws.is_empty() && !dry_run {
                return Err(Faults(flaws))
                    .with_context(|| format!("the dialogues in {} are not proved", dir.display()));
            }
            Arc::new(content)
        }
    };
    let warning = dir.filter(|_| unproved > 0).map(|dir| {
        let faults = if unproved == 1 { "1 fault".to_owned() } else { format!("{unproved} faults") };
        format!(
            "these dialogues are not proved, and would not be used: {faults}; see `beian check {}`",
            dir.display()
        )
    });
    if !open::exists(config, data) {
        print("0 filings, stranded 0: nothing was ever kept here");
        if let Some(warning) = &warning {
            print(warning);
        }
        return Ok(Answer::Done);
    }
    let mut found = Found::default();
    open::block_on(async {
        let opened = open::engine_with(config, Arc::clone(&content), data, None).await?;
        let surveyed = opened.engine.survey(Clock::Wall.now(), !dry_run, |reference, plan, forecast| {
            found.take(reference, plan, forecast);
        });
        let surveyed = surveyed.await;
        let closed = opened.store.close().await;
        found.unopened = surveyed?;
        anyhow::Ok(closed?)
    })??;
    found.lines(&content, dry_run).iter().chain(&warning).for_each(|line| print(line));
    let good = found.stranded.is_empty() && found.unopened.is_empty() && !found.closes_any() && unproved == 0;
    Ok(if good { Answer::Done } else { Answer::No })
}

impl Found {
    fn take(&mut self, reference: &Reference, plan: &Plan, forecast: Option<BTreeSet<String>>) {
        self.filings += 1;
        self.renamed += usize::from(plan.renamed.is_some());
        let questions = plan.extra().count();
        self.questions += questions;
        self.asked += usize::from(questions > 0);
        self.perhaps_filings += usize::from(!plan.perhaps.is_empty());
        for field in &plan.perhaps {
            *self.perhaps.entry(field.clone()).or_default() += 1;
        }
        self.edition_gone += usize::from(plan.edition_gone);
        self.unforetold += usize::from(forecast.is_none());
        let forecast = forecast.unwrap_or_default();
        self.forecast_filings += usize::from(!forecast.is_empty());
        for field in forecast {
            *self.forecast.entry(field).or_default() += 1;
        }
        if plan.stranded {
            self.stranded.insert(reference.clone());
        }
        let submitted = usize::from(plan.submitted);
        for change in &plan.changes {
            self.changes.entry((change.clone(), plan.from.clone())).or_default().add(submitted);
        }
        if let Some(met) = &plan.met {
            self.met.entry(met.clone()).or_default().add(submitted);
        }
    }

    fn closes_any(&self) -> bool {
        self.met.keys().any(|met| met.closes)
    }

    fn lines(&self, content: &Content, dry_run: bool) -> Vec<String> {
        let mut lines = vec![format!("{}, stranded {}", filings(self.filings), self.stranded.len())];
        lines.push(format!("extra questions: {} for {}", self.questions, filings(self.asked)));
        for asks in [true, false] {
            for ((change, from), share) in
                self.changes.iter().filter(|((change, _), _)| change.why.asks() == asks)
            {
                let from = from.as_ref().map_or("unknown dialogues".to_owned(), ToString::to_string);
                let (field, why, to) = (&change.field, words(change.why), &content.version);
                lines.push(format!("  {field}: {why}; {share} ({from} -> {to})"));
            }
        }
        for (Met { closes, gate }, share) in &self.met {
            let what = if *closes { "closed by" } else { "held up until it is solved by" };
            lines.push(format!("{what} `{gate}`: {share}"));
        }
        if self.perhaps_filings > 0 {
            let all = filings(self.perhaps_filings);
            lines.push(format!("more may be asked in {all}, by what is answered until then"));
            lines.extend(self.perhaps.iter().map(|(field, count)| format!("  {field}: {}", filings(*count))));
        }
        if dry_run {
            let (questions, all): (usize, _) = (self.forecast.values().sum(), filings(self.forecast_filings));
            lines.push(format!(
                "extra questions, if all that is open is answered as in the examples: {questions} for {all}"
            ));
            lines
                .extend(self.forecast.iter().map(|(field, count)| format!("  {field}: {}", filings(*count))));
            if self.unforetold > 0 {
                let all = filings(self.unforetold);
                lines.push(format!(
                    "not foretold for {all}: answered like that, their way has no end, or what they were asked before is not kept"
                ));
            }
        }
        if self.edition_gone > 0 {
            let (all, first) = (filings(self.edition_gone), &content.editions[0].id);
            lines.push(format!("of an edition that is gone, and read under `{first}`: {all}"));
        }
        let done = if dry_run { "to be written back" } else { "written back" };
        lines.push(format!("stored in an earlier form: {} {done}", filings(self.renamed)));
        lines.extend(
            self.stranded.iter().take(NAMED_COUNT_MAX).map(|reference| format!("stranded: {reference}")),
        );
        if !self.unopened.is_empty() {
            lines.push(format!(
                "left as they are, since they cannot be opened: {}",
                filings(self.unopened.len())
            ));
        }
        let unopened = self.unopened.iter().take(NAMED_COUNT_MAX);
        lines.extend(unopened.map(|reference| format!("not opened: {reference}")));
        lines
    }
}

impl Share {
    fn add(&mut self, submitted: usize) {
        self.filings += 1;
        self.submitted += submitted;
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&filings(self.filings))?;
        match self.submitted {
            0 => Ok(()),
            count => write!(out, ", {count} of them submitted"),
        }
    }
}

/// So many filings, in words.
fn filings(count: usize) -> String {
    format!("{count} filing{}", if count == 1 { "" } else { "s" })
}

fn words(why: Why) -> &'static str {
    match why {
        Why::New => "a new field",
        Why::Applies => "applies now, and did not before",
        Why::OptionGone => "the option chosen is gone",
        Why::NoLongerFits => "what was given no longer passes its check",
        Why::Depends => "an answer it depends on is another",
        Why::NotAsked => "not asked any more",
    }
}
