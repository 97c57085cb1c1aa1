//! `beian doctor`: looks whether everything is in order, and says what to do where it is not.

use std::path::Path;

use super::{Answer, open, print};
use crate::config::Config;

pub(super) fn run(config: &Config, data: Option<&Path>) -> anyhow::Result<Answer> {
    let mut answer = Answer::Done;
    match open::content(config) {
        Ok(content) => print(&format!("ok    dialogues {} without faults", content.version)),
        Err(error) => {
            print(&format!("wrong dialogues: {error:#}"));
            return Ok(Answer::No);
        }
    }
    let folder = config.data_folder(data);
    if !folder.exists() {
        print(&format!("ok    store: none yet; it will be made in {}", folder.display()));
        return Ok(answer);
    }
    let opened = open::block_on(async {
        let opened = open::engine(config, data, None).await?;
        let tickets = opened.engine.tickets().await?.len();
        opened.store.close().await?;
        anyhow::Ok((opened, tickets))
    })?;
    match opened {
        Ok((opened, tickets)) => {
            print(&format!("ok    store in {}", opened.data.display()));
            print(&format!("ok    key in {}", opened.key_file.display()));
            print(&format!("ok    tickets waiting: {tickets}"));
        }
        Err(error) => {
            print(&format!("wrong store: {error:#}"));
            answer = Answer::No;
        }
    }
    Ok(answer)
}
