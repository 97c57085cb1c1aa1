//! What the bot says of itself: its commands, its name and its descriptions, each per language.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::World;
use super::html::utf16;
use super::methods::Applied;
use super::params::Params;
use super::strict::{self, Refusal};

/// The scope that holds where no other is given.
const DEFAULT_SCOPE: &str = "default";

/// The commands by scope and language, and the profile by part and language.
#[derive(Default)]
pub(super) struct Menu {
    commands: HashMap<(String, String), Vec<(String, String)>>,
    profile: HashMap<(&'static str, String), String>,
}

impl Menu {
    pub(super) fn commands(&self, language: &str) -> Vec<(String, String)> {
        let of = |scope: &str| self.commands.get(&(scope.to_owned(), language.to_owned()));
        of("all_private_chats").or_else(|| of(DEFAULT_SCOPE)).cloned().unwrap_or_default()
    }

    pub(super) fn profile(&self, part: &str, language: &str) -> Option<String> {
        let of = |(key, value): (&(&str, String), &String)| {
            (key.0 == part && key.1 == language).then(|| value.clone())
        };
        self.profile.iter().find_map(of)
    }
}

/// The scope (with its chat, where it names one) and the language of a request.
fn place(params: &Params) -> Result<(String, String), Refusal> {
    let scope = params.nested("scope").map_err(|()| Refusal::breach("can't parse BotCommandScope"))?;
    let scope = scope.map_or(DEFAULT_SCOPE.to_owned(), |scope| {
        let kind = scope["type"].as_str().unwrap_or(DEFAULT_SCOPE).to_owned();
        if scope["chat_id"].is_null() { kind } else { format!("{kind} {}", scope["chat_id"]) }
    });
    Ok((scope, language(params)?))
}

/// The two letters of a language, or nothing.
fn language(params: &Params) -> Result<String, Refusal> {
    let language = params.text("language_code").unwrap_or_default();
    if language.is_empty() || (language.len() == 2 && language.bytes().all(|c| c.is_ascii_lowercase())) {
        return Ok(language.to_owned());
    }
    Err(Refusal::breach("invalid language code specified"))
}

impl World {
    pub(super) fn set_commands(&mut self, params: &Params) -> Result<Applied, Refusal> {
        let commands = strict::commands(params)?;
        self.menu.commands.insert(place(params)?, commands);
        Ok(Applied::yes())
    }

    pub(super) fn delete_commands(&mut self, params: &Params) -> Result<Applied, Refusal> {
        self.menu.commands.remove(&place(params)?);
        Ok(Applied::yes())
    }

    pub(super) fn get_commands(&self, params: &Params) -> Result<Applied, Refusal> {
        let commands = self.menu.commands.get(&place(params)?).into_iter().flatten();
        let command = |(command, description)| json!({ "command": command, "description": description });
        let list: Vec<Value> = commands.map(|(name, description)| command((name, description))).collect();
        Ok(Applied::of(Value::Array(list).to_string()))
    }

    /// Sets the name or a description; an empty one removes it.
    pub(super) fn set_profile(
        &mut self,
        params: &Params,
        part: &'static str,
        units_max: usize,
    ) -> Result<Applied, Refusal> {
        let text = params.text(part).unwrap_or_default();
        if utf16(text) > units_max {
            return Err(Refusal::breach(&format!("bot {part} is too long")));
        }
        let key = (part, language(params)?);
        if text.is_empty() {
            self.menu.profile.remove(&key);
        } else {
            self.menu.profile.insert(key, text.to_owned());
        }
        Ok(Applied::yes())
    }
}
