//! `beian check`: loads the dialogues and lists all their faults.

use std::path::Path;

use super::{Answer, print};
use crate::config::Config;
use crate::content::Files;

pub(super) fn run(config: &Config, dir: Option<&Path>) -> Answer {
    let files = match dir.or(config.dialogues.path.as_deref()) {
        Some(path) => Files::read(path),
        None => Ok(Files::shipped()),
    };
    match files.and_then(|files| files.load()) {
        Ok(content) => {
            let rules: usize = content.tables.iter().map(|table| table.rules.len()).sum();
            print(&format!(
                "dialogues {}: {} fields, {} facts, {} rules, {} provinces, no faults",
                content.version,
                content.fields.len(),
                content.tables.len(),
                rules,
                content.provinces.iter().count(),
            ));
            Answer::Done
        }
        Err(faults) => {
            print(&faults.to_string());
            Answer::No
        }
    }
}
