//! Inline mode: what somebody types after the bot's name in any chat, and what the bot offers for it.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};

use super::chats::Offer;
use super::methods::Applied;
use super::params::Params;
use super::strict::{Refusal, TEXT_MAX, marked};
use super::{Fake, World};

const RESULTS_MAX: usize = 50;

impl World {
    pub(super) fn answer_inline(&mut self, params: &Params) -> Result<Applied, Refusal> {
        let unreadable = || Refusal::breach("can't parse inline query results JSON object");
        let results = params.nested("results").map_err(|()| unreadable())?.ok_or_else(unreadable)?;
        let results = results.as_array().ok_or_else(unreadable)?;
        if results.len() > RESULTS_MAX {
            return Err(Refusal::breach("RESULTS_TOO_MUCH"));
        }
        let ids: BTreeSet<&str> = results.iter().filter_map(|result| result["id"].as_str()).collect();
        if ids.len() != results.len() {
            return Err(Refusal::breach("RESULT_ID_DUPLICATE"));
        }
        if ids.iter().any(|id| !(1..=64).contains(&id.len())) {
            return Err(Refusal::breach("RESULT_ID_INVALID"));
        }
        if let Some(button) = params.nested("button").map_err(|()| unreadable())? {
            way_in(&button)?;
        }
        let offers = results.iter().map(article).collect::<Result<Vec<_>, _>>()?;
        let query = params.text("inline_query_id").unwrap_or_default();
        let Some(user) = self.chats.queries.remove(query) else {
            return Err(Refusal::bad("query is too old and response timeout expired or query ID is invalid"));
        };
        let remembered_max = self.chats.remembered_max;
        let chat = self.chats.any(user);
        chat.offers.push(offers, remembered_max);
        chat.change();
        Ok(Applied::yes())
    }
}

/// The button above the results, which leads into the private chat.
fn way_in(button: &Value) -> Result<(), Refusal> {
    let (text, start) = (&button["text"], button["start_parameter"].as_str().unwrap_or_default());
    let fits = |c: u8| c.is_ascii_alphanumeric() || b"_-".contains(&c);
    if text.as_str().is_none_or(str::is_empty) || !(1..=64).contains(&start.len()) || !start.bytes().all(fits)
    {
        return Err(Refusal::breach("SWITCH_PM_PARAMETER_INVALID"));
    }
    Ok(())
}

fn article(result: &Value) -> Result<Offer, Refusal> {
    let part = |key: &str| result[key].as_str().unwrap_or_default().to_owned();
    let (title, description) = (part("title"), part("description"));
    if part("type") != "article" || title.is_empty() {
        return Err(Refusal::breach("ARTICLE_TITLE_EMPTY"));
    }
    let content = &result["input_message_content"];
    let mode = content["parse_mode"].as_str().unwrap_or_default();
    let text = marked(content["message_text"].as_str().unwrap_or_default(), mode)?.plain;
    match text.encode_utf16().count() {
        0 => Err(Refusal::breach("MESSAGE_EMPTY")),
        units if units > TEXT_MAX => Err(Refusal::breach("MESSAGE_TOO_LONG")),
        _ => Ok(Offer { title, description, text }),
    }
}

impl Fake {
    /// A person types something after the bot's name, in some chat of theirs.
    pub(crate) fn types(&self, user: i64, text: &str) -> i64 {
        self.act(|world| {
            let query = world.chats.query(user);
            let update = json!({ "inline_query": {
                "id": query,
                "from": world.person(user),
                "query": text,
                "offset": "",
                "chat_type": "group",
            } });
            world.updates.push(&update, None)
        })
    }

    /// What a person was offered after so many offers.
    pub(crate) async fn offer_of(&self, user: i64, after: usize, limit: Duration) -> Option<Vec<Offer>> {
        self.of_chat(user, limit, |chat| chat.offers.at(after).cloned()).await
    }
}
