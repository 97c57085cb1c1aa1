//! `beian graph`: the flow as pictures, in Mermaid.

use std::path::Path;

use anyhow::bail;

use super::{Answer, open, print};
use crate::config::Config;
use crate::content::Language;
use crate::graph;

pub(super) fn run(
    config: &Config,
    dir: Option<&Path>,
    stage: Option<&str>,
    language: Language,
) -> anyhow::Result<Answer> {
    let content = match open::files(config, dir).and_then(|files| files.load()) {
        Ok(content) => content,
        Err(faults) => {
            print(&faults.to_string());
            return Ok(Answer::No);
        }
    };
    let Some(id) = stage else {
        print(graph::document(&content, language).trim_end());
        return Ok(Answer::Done);
    };
    let Some(section) = graph::section(&content, id, language) else {
        let known: Vec<&str> = content.stages.iter().map(|stage| stage.id.as_str()).collect();
        bail!("stage `{id}` does not exist; expected {}, or one of: {}", graph::OVERVIEW, known.join(", "));
    };
    print(section.trim_end());
    Ok(Answer::Done)
}
