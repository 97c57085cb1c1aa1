//! `beian dialogues`: writes the built-in dialogues to a folder, to be changed there.

use std::path::Path;

use anyhow::{Context, bail};

use super::{Answer, print};
use crate::content::{Files, write_shipped};

pub(super) fn run(folder: &Path) -> anyhow::Result<Answer> {
    let name = folder.display();
    std::fs::create_dir_all(folder).with_context(|| format!("the folder {name} cannot be made"))?;
    let mut entries = std::fs::read_dir(folder).with_context(|| format!("{name} cannot be read"))?;
    if entries.next().is_some() {
        bail!("{name} is not empty, and nothing in it is written over; name a new folder");
    }
    write_shipped(folder).with_context(|| format!("the dialogues cannot be written to {name}"))?;
    let version = Files::shipped().version();
    print(&format!("dialogues {version} are in {name}; README.md there says how to change them"));
    Ok(Answer::Done)
}
