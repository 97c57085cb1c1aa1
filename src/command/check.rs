//! `beian check`: loads the dialogues and proves them, or lists everything that is wrong.

use std::io::{IsTerminal, Write};
use std::path::Path;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use super::{Answer, open, print};
use crate::config::Config;
use crate::content::Content;
use crate::proof::{Counts, Extent, count, prove};

pub(super) fn run(config: &Config, dir: Option<&Path>) -> Answer {
    let content = match open::files(config, dir).and_then(|files| files.load()) {
        Ok(content) => content,
        Err(faults) => {
            print(&faults.to_string());
            return Answer::No;
        }
    };
    let proof = beside_progress(|| prove(&content));
    if proof.flaws.is_empty() {
        let counts = beside_progress(|| count(&content));
        print(&summary(&content, proof.extent, &counts));
        return Answer::Done;
    }
    let found = proof.flaws.len();
    print(&format!("{found} {} in the dialogues:", if found == 1 { "flaw" } else { "flaws" }));
    // What may follow from the others is told as far as anybody would read.
    let certain = proof.flaws.iter().filter(|flaw| !flaw.may_follow).count();
    let told = if certain > 0 { found.min(certain + FOLLOWING_COUNT_MAX) } else { found };
    for flaw in &proof.flaws[..told] {
        print(&flaw.fault.to_string());
        if let Some(conversation) = &flaw.conversation {
            print(&format!("\n{conversation}"));
        }
    }
    if told < found {
        print(&format!(
            "{} more that may follow from those above: mend these, then check again",
            found - told
        ));
    }
    Answer::No
}

/// So many flaws that may follow from others are told beside them.
const FOLLOWING_COUNT_MAX: usize = 10;

/// Says that work goes on, where it takes more than a second, on a terminal.
fn beside_progress<T>(work: impl FnOnce() -> T) -> T {
    let (done, waits) = std::sync::mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let mut error = std::io::stderr();
            if !error.is_terminal() {
                return;
            }
            let mut seconds = 0;
            while waits.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
                seconds += 1;
                // Whoever does not see it misses nothing.
                let _ = write!(error, "\rproving, {seconds} s");
                let _ = error.flush();
            }
            if seconds > 0 {
                let _ = write!(error, "\r{:20}\r", "");
            }
        });
        let found = work();
        drop(done);
        found
    })
}

fn summary(content: &Content, extent: Extent, counts: &Counts) -> String {
    let rules: usize = content.tables.iter().map(|table| table.rules.len()).sum();
    let of_edition =
        |(edition, conversations): &(String, _)| format!("{} in {edition}", power(conversations));
    let conversations: Vec<String> = counts.conversations.iter().map(of_edition).collect();
    format!(
        "dialogues {}: {} fields, {} facts, {rules} rules, {} provinces, no faults\n\
         proved for every edition and every day on which rules change ({} in all):\n\
         \x20 {} situations of questions, told apart by what matters there, and {} edits in them\n\
         \x20 conversations from hello to the submission: {}\n\
         \x20 {} conditions, choices, values and rules, each seen at work somewhere",
        content.version,
        content.fields.len(),
        content.tables.len(),
        content.provinces.iter().count(),
        extent.worlds,
        counts.situations,
        counts.edits,
        conversations.join(", "),
        extent.seen,
    )
}

/// A large number in a few digits.
fn power(number: &impl ToString) -> String {
    let digits = number.to_string();
    match digits.as_bytes() {
        [first, second, _, ..] if digits.len() > 6 => {
            format!("{}.{} × 10^{}", char::from(*first), char::from(*second), digits.len() - 1)
        }
        _ => digits,
    }
}
