//! `beian check`: loads the dialogues and proves them, or lists everything that is wrong.

use std::path::Path;

use super::{Answer, print};
use crate::config::Config;
use crate::content::{Content, Files};
use crate::proof::{Proof, prove};

pub(super) fn run(config: &Config, dir: Option<&Path>) -> Answer {
    let files = match dir.or(config.dialogues.path.as_deref()) {
        Some(path) => Files::read(path),
        None => Ok(Files::shipped()),
    };
    let content = match files.and_then(|files| files.load()) {
        Ok(content) => content,
        Err(faults) => {
            print(&faults.to_string());
            return Answer::No;
        }
    };
    let proof = prove(&content);
    if proof.flaws.is_empty() {
        print(&summary(&content, &proof));
        return Answer::Done;
    }
    let count = proof.flaws.len();
    print(&format!("{count} {} in the dialogues:", if count == 1 { "flaw" } else { "flaws" }));
    for flaw in &proof.flaws {
        print(&flaw.fault.to_string());
        if let Some(conversation) = &flaw.conversation {
            print(&format!("\n{conversation}"));
        }
    }
    Answer::No
}

fn summary(content: &Content, proof: &Proof) -> String {
    let rules: usize = content.tables.iter().map(|table| table.rules.len()).sum();
    let extent = &proof.extent;
    format!(
        "dialogues {}: {} fields, {} facts, {rules} rules, {} provinces, no faults\n\
         proved in {} worlds (editions and days on which rules change): {} things are seen somewhere, and nothing \
         anywhere that must not be",
        content.version,
        content.fields.len(),
        content.tables.len(),
        content.provinces.iter().count(),
        extent.worlds,
        extent.seen,
    )
}
