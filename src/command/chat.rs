//! `beian chat`: talk in the terminal, or as JSON lines.

use std::io::{BufReader, IsTerminal, stdin, stdout};

use super::{Answer, ChatArgs, open};
use crate::channel::session::Session;
use crate::channel::{json, terminal};
use crate::clock::Clock;
use crate::config::Config;
use crate::engine::{ApplicantId, LanguageHint};

pub(super) fn run(config: &Config, args: &ChatArgs) -> anyhow::Result<Answer> {
    open::block_on(talk(config, args))??;
    Ok(Answer::Done)
}

async fn talk(config: &Config, args: &ChatArgs) -> anyhow::Result<()> {
    let opened = open::engine(config, args.data.as_deref(), args.edition.as_deref()).await?;
    let applicant = ApplicantId::local(&args.name);
    let clock = args.now.map_or(Clock::Wall, Clock::Frozen);
    let hint = LanguageHint {
        language: args.lang,
        chosen: args.lang.is_some(),
    };
    let mut session = Session::new(opened.engine, clock, hint);
    if args.json {
        json::run(
            &mut session,
            &applicant,
            &mut BufReader::new(stdin()),
            &mut stdout(),
        )
        .await?;
    } else {
        let pleasant = stdin().is_terminal() && stdout().is_terminal();
        terminal::run(&mut session, &applicant, pleasant).await?;
    }
    opened.store.close().await?;
    Ok(())
}
