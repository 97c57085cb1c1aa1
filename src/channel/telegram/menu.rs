//! What Telegram shows of the bot before anybody speaks: its commands and what it is, in each language.

use std::sync::Arc;
use std::time::Duration;

use teloxide::payloads::{
    SetMyCommands, SetMyCommandsSetters, SetMyDescription, SetMyDescriptionSetters, SetMyShortDescription,
    SetMyShortDescriptionSetters,
};
use teloxide::types::{BotCommand, BotCommandScope};
use tokio::sync::watch;

use super::api::{Api, Failure};
use super::fate::Fate;
use super::stop::Stop;
use crate::content::{Content, Language};

/// The commands of the menu, most wanted first. Each is described by the text `command-NAME`.
pub const COMMANDS: [&str; 20] = [
    "start",
    "help",
    "ask",
    "faq",
    "progress",
    "back",
    "edit",
    "repeat",
    "deadlines",
    "calendar",
    "quiet",
    "footer",
    "dossier",
    "human",
    "filings",
    "new",
    "language",
    "cancel",
    "mydata",
    "forget",
];

/// The pause before a failed call is made again, and how often that is done.
const PAUSE: Duration = Duration::from_secs(5);
const TRY_COUNT_MAX: u32 = 5;

/// Tells Telegram the commands and what the bot is, at the start and whenever the dialogues are replaced.
pub(super) async fn keep(api: &Api, mut contents: watch::Receiver<Arc<Content>>, stop: &Stop) {
    loop {
        let content = Arc::clone(&contents.borrow_and_update());
        set(api, &content, stop).await;
        tokio::select! {
            replaced = contents.changed() => if replaced.is_err() { return },
            () = stop.wait() => return,
        }
    }
}

/// Nothing rests on it, so a failure is only told.
async fn set(api: &Api, content: &Content, stop: &Stop) {
    // Whoever speaks another language is shown English.
    let languages = [(Language::En, None), (Language::En, Some("en")), (Language::ZhCn, Some("zh"))];
    for (language, code) in languages {
        for try_count in 1..=TRY_COUNT_MAX {
            match set_in(api, content, language, code).await {
                Ok(()) => break,
                Err(failure) if try_count == TRY_COUNT_MAX => {
                    tracing::warn!(%failure, "the menu of commands could not be set");
                }
                Err(Failure { fate, .. }) => {
                    let pause = if let Fate::TooMany(wait) = fate { wait } else { PAUSE };
                    if stop.sleep(pause).await {
                        return;
                    }
                }
            }
        }
    }
}

async fn set_in(api: &Api, content: &Content, language: Language, code: Option<&str>) -> Result<(), Failure> {
    let say = |id: &str| content.texts.say(language, id, |_| None);
    let commands = COMMANDS.map(|name| BotCommand::new(name, say(&format!("command-{name}"))));
    let code = code.unwrap_or_default();
    let commands = SetMyCommands::new(commands).scope(BotCommandScope::AllPrivateChats).language_code(code);
    api.call(&commands).await?;
    api.call(&SetMyDescription::new().description(say("bot-description")).language_code(code)).await?;
    let short = SetMyShortDescription::new().short_description(say("bot-short-description"));
    api.call(&short.language_code(code)).await?;
    Ok(())
}
