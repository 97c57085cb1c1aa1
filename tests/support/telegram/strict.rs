//! The rules a request must keep: lengths, buttons, commands; and the words in which the server refuses.

use serde_json::Value;

use super::chats::Button;
use super::html::{Entity, parse, utf16};
use super::params::Params;

/// Units of a text after parsing, at most.
pub(super) const TEXT_MAX: usize = 4096;

/// Units of a caption after parsing, at most.
const CAPTION_MAX: usize = 1024;

/// Units of the answer to a press, at most.
const TOAST_MAX: usize = 200;

/// Bytes of a button's data, at most.
const DATA_MAX: usize = 64;

const BUTTONS_MAX: usize = 100;
const ROW_MAX: usize = 8;

/// A request that was not granted.
#[derive(Debug, Clone)]
pub(super) struct Refusal {
    pub(super) status: u16,
    pub(super) description: String,
    pub(super) migrate_to: Option<i64>,
    pub(super) retry_after: Option<u64>,
    /// No correct bot asks this, whatever happened around it.
    pub(super) is_breach: bool,
}

impl Refusal {
    pub(super) fn new(status: u16, description: impl Into<String>) -> Self {
        Self {
            status,
            description: description.into(),
            migrate_to: None,
            retry_after: None,
            is_breach: false,
        }
    }

    /// Refused for what has happened meanwhile: the bot could not know.
    pub(super) fn bad(what: &str) -> Self {
        Self::new(400, format!("Bad Request: {what}"))
    }

    /// Refused for what the bot should have known.
    pub(super) fn breach(what: &str) -> Self {
        Self { is_breach: true, ..Self::bad(what) }
    }

    pub(super) fn too_many(seconds: u64) -> Self {
        let description = format!("Too Many Requests: retry after {seconds}");
        Self { retry_after: Some(seconds), ..Self::new(429, description) }
    }

    /// The body of the answer.
    pub(super) fn body(&self) -> String {
        let mut body = serde_json::json!({
            "ok": false,
            "error_code": self.status,
            "description": self.description,
        });
        if let Some(seconds) = self.retry_after {
            body["parameters"]["retry_after"] = seconds.into();
        }
        if let Some(chat) = self.migrate_to {
            body["parameters"]["migrate_to_chat_id"] = chat.into();
        }
        body.to_string()
    }
}

/// A text as it was sent, as it is seen, and its marks.
pub(super) struct Text {
    pub(super) html: String,
    pub(super) plain: String,
    pub(super) entities: Vec<Entity>,
}

/// The text of a message.
pub(super) fn text(params: &Params) -> Result<Text, Refusal> {
    let text = formatted(params, "text")?;
    match utf16(&text.plain) {
        _ if text.plain.trim().is_empty() => Err(Refusal::breach("message text is empty")),
        units if units > TEXT_MAX => Err(Refusal::breach("message is too long")),
        _ => Ok(text),
    }
}

/// The caption of a file, which may be empty.
pub(super) fn caption(params: &Params) -> Result<Text, Refusal> {
    let caption = formatted(params, "caption")?;
    if utf16(&caption.plain) > CAPTION_MAX {
        return Err(Refusal::breach("message caption is too long"));
    }
    Ok(caption)
}

fn formatted(params: &Params, key: &str) -> Result<Text, Refusal> {
    marked(params.text(key).unwrap_or_default(), params.text("parse_mode").unwrap_or_default())
}

/// A text with marks.
pub(super) fn marked(html: &str, mode: &str) -> Result<Text, Refusal> {
    let (plain, entities) = match mode {
        "" => (html.to_owned(), Vec::new()),
        mode if mode.eq_ignore_ascii_case("html") => {
            parse(html).map_err(|what| Refusal::breach(&format!("can't parse entities: {what}")))?
        }
        _ => return Err(Refusal::breach("unsupported parse_mode")),
    };
    Ok(Text { html: html.to_owned(), plain, entities })
}

/// The text that answers a press.
pub(super) fn toast(params: &Params) -> Result<Option<String>, Refusal> {
    let text = params.text("text").filter(|text| !text.is_empty());
    match text {
        Some(text) if utf16(text) > TOAST_MAX => Err(Refusal::breach("MESSAGE_TOO_LONG")),
        text => Ok(text.map(str::to_owned)),
    }
}

/// The buttons below a message; keyboards in place of the person's own are taken without a look.
pub(super) fn buttons(params: &Params) -> Result<Vec<Vec<Button>>, Refusal> {
    let unreadable = || Refusal::breach("can't parse reply keyboard markup JSON object");
    let Some(markup) = params.nested("reply_markup").map_err(|()| unreadable())? else {
        return Ok(Vec::new());
    };
    if ["keyboard", "remove_keyboard", "force_reply"].iter().any(|key| markup.get(key).is_some()) {
        return Ok(Vec::new());
    }
    let rows = markup["inline_keyboard"].as_array().ok_or_else(unreadable)?;
    let read = |row: &Value| row.as_array().ok_or_else(unreadable)?.iter().map(button).collect();
    let rows: Vec<Vec<Button>> = rows.iter().map(read).collect::<Result<_, Refusal>>()?;
    if rows.iter().any(|row| row.len() > ROW_MAX) {
        return Err(Refusal::breach("too many buttons in a row"));
    }
    if rows.iter().map(Vec::len).sum::<usize>() > BUTTONS_MAX {
        return Err(Refusal::breach("REPLY_MARKUP_TOO_LONG"));
    }
    Ok(rows.into_iter().filter(|row| !row.is_empty()).collect())
}

fn button(json: &Value) -> Result<Button, Refusal> {
    let part = |key: &str| json[key].as_str().map(str::to_owned);
    let text = part("text").filter(|text| !text.trim().is_empty());
    let text = text.ok_or_else(|| Refusal::breach("can't parse inline keyboard button: text is empty"))?;
    let button = Button { text, data: part("callback_data"), url: part("url") };
    match (&button.data, &button.url) {
        (Some(data), None) if (1..=DATA_MAX).contains(&data.len()) => Ok(button),
        (Some(_), None) => Err(Refusal::breach("BUTTON_DATA_INVALID")),
        (None, Some(url)) => {
            let leads = ["http://", "https://", "tg://"].iter().any(|scheme| url.starts_with(scheme));
            let refused = || Refusal::breach(&format!("inline keyboard button URL '{url}' is invalid"));
            if leads { Ok(()) } else { Err(refused()) }.map(|()| button.clone())
        }
        (None, None) => Err(Refusal::breach("Text buttons are unallowed in the inline keyboard")),
        (Some(_), Some(_)) => Err(Refusal::breach("inline keyboard button has two actions")),
    }
}

/// The commands of a menu, as `(command, description)`.
pub(super) fn commands(params: &Params) -> Result<Vec<(String, String)>, Refusal> {
    let unreadable = || Refusal::breach("can't parse commands");
    let list = params.nested("commands").map_err(|()| unreadable())?.ok_or_else(unreadable)?;
    let list = list.as_array().ok_or_else(unreadable)?;
    if list.len() > 100 {
        return Err(Refusal::breach("BOT_COMMANDS_TOO_MUCH"));
    }
    list.iter().map(command).collect()
}

fn command(json: &Value) -> Result<(String, String), Refusal> {
    let part = |key: &str| json[key].as_str().unwrap_or_default();
    let (name, description) = (part("command"), part("description"));
    let fits = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'_';
    if !(1..=32).contains(&name.len()) || !name.bytes().all(fits) {
        return Err(Refusal::breach("BOT_COMMAND_INVALID"));
    }
    if !(1..=256).contains(&utf16(description)) {
        return Err(Refusal::breach("BOT_COMMAND_DESCRIPTION_INVALID"));
    }
    Ok((name.to_owned(), description.to_owned()))
}
