//! Sending, editing and deleting messages, and answering presses.

use std::time::Instant;

use serde::Serialize;

use super::chats::{Button, Chat, Shown, Toast, kind};
use super::html::Entity;
use super::methods::Applied;
use super::params::Params;
use super::strict::{self, Refusal, Text};
use super::{BOT, BOT_NAME, World};

const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

/// Why nothing can be done with a message id.
fn missing(chat: &Chat, id: i64, what: &str) -> Refusal {
    if chat.heard.items.iter().any(|(heard, _)| *heard == id) {
        return Refusal::breach("message can't be edited");
    }
    Refusal::bad(&format!("message to {what} not found"))
}

impl World {
    pub(super) fn send_message(&mut self, params: &Params) -> Result<Applied, Refusal> {
        self.chats.open(params.chat())?;
        let text = strict::text(params)?;
        self.show(params, text, None)
    }

    pub(super) fn send_document(&mut self, params: &Params) -> Result<Applied, Refusal> {
        self.chats.open(params.chat())?;
        let caption = strict::caption(params)?;
        let part = params.text("document").and_then(|field| field.strip_prefix("attach://"));
        let part = part.unwrap_or("document");
        let upload = params.uploads.iter().find(|upload| upload.part == part);
        let upload = upload.ok_or_else(|| Refusal::breach("there is no document in the request"))?;
        if upload.bytes.is_empty() {
            return Err(Refusal::breach("file must be non-empty"));
        }
        self.show(params, caption, Some((upload.name.clone(), upload.bytes.clone())))
    }

    fn show(
        &mut self,
        params: &Params,
        text: Text,
        document: Option<(String, hyper::body::Bytes)>,
    ) -> Result<Applied, Refusal> {
        let buttons = strict::buttons(params)?;
        let (chat, _) = self.chats.open(params.chat())?;
        let shown = Shown {
            id: self.chats.message_id(),
            html: text.html,
            text: text.plain,
            entities: text.entities,
            buttons,
            document,
            edits: 0,
            sent_at: Instant::now(),
            edited_at: None,
            deleted: false,
            answered: true,
            date: self.now(),
        };
        let applied = Applied { json: written(chat, &shown), sent: Some((chat, shown.id)) };
        self.chats.show(chat, shown);
        Ok(applied)
    }

    pub(super) fn edit_text(&mut self, params: &Params) -> Result<Applied, Refusal> {
        self.edit(params, Some(strict::text(params)?))
    }

    pub(super) fn edit_markup(&mut self, params: &Params) -> Result<Applied, Refusal> {
        self.edit(params, None)
    }

    fn edit(&mut self, params: &Params, text: Option<Text>) -> Result<Applied, Refusal> {
        let buttons = strict::buttons(params)?;
        let id = params
            .number("message_id")
            .ok_or_else(|| Refusal::breach("message identifier is not specified"))?;
        let (chat_id, chat) = self.chats.open(params.chat())?;
        let Some(shown) = chat.message(id).filter(|shown| !shown.deleted) else {
            return Err(missing(chat, id, "edit"));
        };
        let same_text =
            text.as_ref().is_none_or(|text| text.plain == shown.text && text.entities == shown.entities);
        if same_text && shown.buttons == buttons {
            return Err(Refusal::bad(NOT_MODIFIED));
        }
        if let Some(text) = text {
            (shown.html, shown.text, shown.entities) = (text.html, text.plain, text.entities);
        }
        shown.buttons = buttons;
        shown.edits += 1;
        shown.edited_at = Some(Instant::now());
        let json = written(chat_id, shown);
        chat.change();
        Ok(Applied::of(json))
    }

    pub(super) fn delete(&mut self, params: &Params) -> Result<Applied, Refusal> {
        let id = params
            .number("message_id")
            .ok_or_else(|| Refusal::breach("message identifier is not specified"))?;
        let (_, chat) = self.chats.open(params.chat())?;
        let deleted = match chat.message(id) {
            Some(shown) => &mut shown.deleted,
            None => match chat.heard.items.iter_mut().find(|(heard, _)| *heard == id) {
                Some((_, deleted)) => deleted,
                None => return Err(Refusal::bad("message to delete not found")),
            },
        };
        if std::mem::replace(deleted, true) {
            return Err(Refusal::bad("message to delete not found"));
        }
        chat.change();
        Ok(Applied::yes())
    }

    pub(super) fn answer_press(&mut self, params: &Params) -> Result<Applied, Refusal> {
        let text = strict::toast(params)?;
        let query = params.text("callback_query_id").unwrap_or_default();
        let Some(press) = self.chats.presses.remove(query) else {
            return Err(Refusal::bad("query is too old and response timeout expired or query ID is invalid"));
        };
        let show_alert = params.flag("show_alert");
        self.chats.toast(press.user, Toast { query: query.to_owned(), text, show_alert, at: Instant::now() });
        Ok(Applied::yes())
    }
}

#[derive(Serialize)]
struct Written<'a> {
    message_id: i64,
    from: From,
    chat: Place,
    date: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    edit_date: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<Document<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    entities: &'a [Entity],
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<Markup<'a>>,
}

#[derive(Serialize)]
struct From {
    id: i64,
    is_bot: bool,
    first_name: &'static str,
    username: &'static str,
}

#[derive(Serialize)]
struct Place {
    id: i64,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "file_id")]
    id: String,
    #[serde(rename = "file_unique_id")]
    unique_id: String,
    #[serde(rename = "file_name")]
    name: &'a str,
    #[serde(rename = "file_size")]
    size: usize,
}

#[derive(Serialize)]
struct Markup<'a> {
    inline_keyboard: &'a [Vec<Button>],
}

/// A message of the bot as JSON.
pub(super) fn written(chat: i64, shown: &Shown) -> String {
    let is_private = chat > 0;
    let text = Some(shown.text.as_str());
    let is_text = shown.document.is_none();
    let message = Written {
        message_id: shown.id,
        from: From { id: BOT, is_bot: true, first_name: "Beian", username: BOT_NAME },
        chat: Place {
            id: chat,
            kind: kind(chat),
            first_name: is_private.then(|| format!("Person {chat}")),
            title: (!is_private).then(|| format!("Group {chat}")),
        },
        date: shown.date,
        edit_date: shown.edited_at.map(|_| shown.date),
        document: shown.document.as_ref().map(|(name, bytes)| Document {
            id: format!("sent-{}", shown.id),
            unique_id: format!("unique-{}", shown.id),
            name,
            size: bytes.len(),
        }),
        text: text.filter(|_| is_text),
        caption: text.filter(|caption| !is_text && !caption.is_empty()),
        entities: if is_text { &shown.entities } else { &[] },
        reply_markup: (!shown.buttons.is_empty()).then_some(Markup { inline_keyboard: &shown.buttons }),
    };
    serde_json::to_string(&message).expect("a message is JSON")
}
