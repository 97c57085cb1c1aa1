//! `beian chat`: talk in the terminal, or as JSON lines.

use std::io::{BufReader, ErrorKind, IsTerminal, stdin, stdout};

use anyhow::Context;

use super::{Answer, ChatArgs, open};
use crate::channel::json::ChannelError;
use crate::channel::session::Session;
use crate::channel::terminal::Surface;
use crate::channel::{json, terminal};
use crate::clock::Clock;
use crate::config::Config;
use crate::content::Language;
use crate::engine::{ApplicantId, LanguageHint};

pub(super) fn run(config: &Config, args: &ChatArgs) -> anyhow::Result<Answer> {
    open::block_on(talk(config, args))??;
    Ok(Answer::Done)
}

async fn talk(config: &Config, args: &ChatArgs) -> anyhow::Result<()> {
    let opened = open::engine(config, args.data.as_deref(), args.edition.as_deref()).await?;
    let applicant = ApplicantId::local(&args.name)
        .context("--as expects a name of 1 to 64 characters, none of them control characters")?;
    let clock = args.now.map_or(Clock::Wall, Clock::frozen);
    let surface = surface();
    let language = args.lang.or_else(|| if surface.prompt && !args.json { locale() } else { None });
    let hint = LanguageHint { language, chosen: args.lang.is_some() };
    let mut session = Session::new(opened.engine, clock, hint).with_files(opened.data.join("files"));
    if args.json {
        json::run(&mut session, &applicant, &mut BufReader::new(stdin()), &mut stdout()).await?;
    } else {
        match terminal::run(&mut session, &applicant, surface).await {
            // Whoever read along has seen enough.
            Err(ChannelError::Io(error)) if error.kind() == ErrorKind::BrokenPipe => {}
            ended => ended?,
        }
    }
    opened.store.close().await?;
    Ok(())
}

/// What both ends can do: colours only in a window that knows them, and only where they are wanted (<https://no-color.org>).
fn surface() -> Surface {
    let window = stdout().is_terminal();
    let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb");
    Surface { prompt: window && stdin().is_terminal(), window, colour: window && !unwanted && !dumb }
}

/// The language of whoever sits at this terminal, to begin with: the first that is set decides, as POSIX has it.
fn locale() -> Option<Language> {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set)?;
    match locale.split(['_', '.', '@', '-']).next() {
        Some("zh") => Some(Language::ZhCn),
        Some("en") => Some(Language::En),
        Some(_) | None => None,
    }
}
