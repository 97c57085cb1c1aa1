//! `beian dossier`: everything the system will ask of a filing, to be copied line by line.

use std::path::Path;

use anyhow::bail;

use super::{Answer, DossierFormat, open, print};
use crate::clock::Clock;
use crate::config::Config;
use crate::content::Language;
use crate::dialogue::{Dossier, Reference, View, Voice};

pub(super) fn run(
    config: &Config,
    reference: &str,
    format: DossierFormat,
    data: Option<&Path>,
    language: Option<Language>,
) -> anyhow::Result<Answer> {
    let Some(parsed) = Reference::parse(reference) else {
        bail!("`{reference}` is no reference; expected six letters and digits, as /filings shows them");
    };
    if !open::exists(config, data) {
        print(&format!(
            "there is no filing {parsed}: nothing was ever kept in {}",
            config.data_folder(data).display()
        ));
        return Ok(Answer::No);
    }
    let (opened, filing) = open::block_on(async {
        let opened = open::engine(config, data, None).await?;
        let filing = opened.engine.filing(&parsed).await?;
        opened.store.close().await?;
        anyhow::Ok((opened, filing))
    })??;
    let Some(filing) = filing else {
        print(&format!("there is no filing {parsed} in {}", opened.data.display()));
        return Ok(Answer::No);
    };
    let chosen = filing.answers.get("language").and_then(|answer| Language::parse(answer.value.option()?));
    let language = language.or(chosen).unwrap_or(Language::ZhCn);
    let content = opened.engine.content();
    let view = View::new(&content, &filing, Clock::Wall.now());
    let dossier = Dossier::of(&view);
    match format {
        DossierFormat::Json => print(&serde_json::to_string_pretty(&dossier)?),
        DossierFormat::Md => print(&dossier.markdown(&Voice::new(&view, language))),
    }
    Ok(Answer::Done)
}
