//! The methods of the API: their names, and which part of the world each one concerns.

use serde_json::{Value, json};

use super::chats::{Standing, kind};
use super::params::Params;
use super::strict::Refusal;
use super::{BOT, BOT_NAME, World};

/// What the server can be asked, the most frequent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    SendMessage,
    EditMessageText,
    AnswerCallbackQuery,
    AnswerInlineQuery,
    GetUpdates,
    EditMessageReplyMarkup,
    DeleteMessage,
    SendChatAction,
    SendDocument,
    GetFile,
    /// The bytes of a file: no method, but counted and disturbed like one.
    Download,
    GetMe,
    GetChat,
    LeaveChat,
    GetWebhookInfo,
    DeleteWebhook,
    SetMyCommands,
    GetMyCommands,
    DeleteMyCommands,
    SetMyName,
    SetMyDescription,
    SetMyShortDescription,
}

/// Each method's name, in the order of [`Method`].
pub(super) const NAMES: [(Method, &str); 22] = [
    (Method::SendMessage, "sendMessage"),
    (Method::EditMessageText, "editMessageText"),
    (Method::AnswerCallbackQuery, "answerCallbackQuery"),
    (Method::AnswerInlineQuery, "answerInlineQuery"),
    (Method::GetUpdates, "getUpdates"),
    (Method::EditMessageReplyMarkup, "editMessageReplyMarkup"),
    (Method::DeleteMessage, "deleteMessage"),
    (Method::SendChatAction, "sendChatAction"),
    (Method::SendDocument, "sendDocument"),
    (Method::GetFile, "getFile"),
    (Method::Download, "download"),
    (Method::GetMe, "getMe"),
    (Method::GetChat, "getChat"),
    (Method::LeaveChat, "leaveChat"),
    (Method::GetWebhookInfo, "getWebhookInfo"),
    (Method::DeleteWebhook, "deleteWebhook"),
    (Method::SetMyCommands, "setMyCommands"),
    (Method::GetMyCommands, "getMyCommands"),
    (Method::DeleteMyCommands, "deleteMyCommands"),
    (Method::SetMyName, "setMyName"),
    (Method::SetMyDescription, "setMyDescription"),
    (Method::SetMyShortDescription, "setMyShortDescription"),
];

/// What a bot may seem to be doing.
const ACTIONS: [&str; 11] = [
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
];

impl Method {
    /// The method of this name, whose case does not matter.
    pub(super) fn named(name: &str) -> Option<Self> {
        let is_it =
            |(method, known): &&(Self, &str)| known.eq_ignore_ascii_case(name) && *method != Self::Download;
        NAMES.iter().find(is_it).map(|(method, _)| *method)
    }

    pub(super) fn name(self) -> &'static str {
        NAMES[self as usize].1
    }
}

/// What a granted request gave.
pub(super) struct Applied {
    /// The result as JSON.
    pub(super) json: String,
    /// The chat and the id of a message that was sent.
    pub(super) sent: Option<(i64, i64)>,
}

impl Applied {
    pub(super) fn of(json: String) -> Self {
        Self { json, sent: None }
    }

    pub(super) fn yes() -> Self {
        Self::of("true".to_owned())
    }
}

impl World {
    /// Grants a request or refuses it. `getUpdates` and downloads, which are more than one step, stand elsewhere.
    pub(super) fn apply(&mut self, method: Method, params: &Params) -> Result<Applied, Refusal> {
        match method {
            Method::SendMessage => self.send_message(params),
            Method::SendDocument => self.send_document(params),
            Method::EditMessageText => self.edit_text(params),
            Method::EditMessageReplyMarkup => self.edit_markup(params),
            Method::DeleteMessage => self.delete(params),
            Method::AnswerCallbackQuery => self.answer_press(params),
            Method::AnswerInlineQuery => self.answer_inline(params),
            Method::SendChatAction => self.chat_action(params),
            Method::GetFile => self.get_file(params),
            Method::GetMe => Ok(Applied::of(me().to_string())),
            Method::GetChat => self.get_chat(params),
            Method::LeaveChat => self.leave_chat(params),
            Method::GetWebhookInfo => Ok(self.webhook_info()),
            Method::DeleteWebhook => Ok(self.delete_webhook(params)),
            Method::SetMyCommands => self.set_commands(params),
            Method::GetMyCommands => self.get_commands(params),
            Method::DeleteMyCommands => self.delete_commands(params),
            Method::SetMyName => self.set_profile(params, "name", 64),
            Method::SetMyDescription => self.set_profile(params, "description", 512),
            Method::SetMyShortDescription => self.set_profile(params, "short_description", 120),
            Method::GetUpdates | Method::Download => unreachable!("the server answers these itself"),
        }
    }

    fn chat_action(&mut self, params: &Params) -> Result<Applied, Refusal> {
        self.chats.open(params.chat())?;
        let action = params.text("action").unwrap_or_default();
        if !ACTIONS.contains(&action) {
            return Err(Refusal::breach("wrong parameter action in request"));
        }
        Ok(Applied::yes())
    }

    fn get_chat(&mut self, params: &Params) -> Result<Applied, Refusal> {
        let (id, _) = self.chats.open(params.chat())?;
        let mut chat = place(id);
        chat["accent_color_id"] = 1.into();
        chat["max_reaction_count"] = 11.into();
        chat["accepted_gift_types"] = json!({
            "unlimited_gifts": false,
            "limited_gifts": false,
            "unique_gifts": false,
            "premium_subscription": false,
            "gifts_from_channels": false,
        });
        Ok(Applied::of(chat.to_string()))
    }

    fn leave_chat(&mut self, params: &Params) -> Result<Applied, Refusal> {
        let (id, chat) = self.chats.open(params.chat())?;
        if id > 0 {
            return Err(Refusal::breach("chat member status can't be changed in private chats"));
        }
        chat.standing = Standing::Left;
        chat.change();
        Ok(Applied::yes())
    }

    fn webhook_info(&self) -> Applied {
        let info = json!({
            "url": self.webhook,
            "has_custom_certificate": false,
            "pending_update_count": self.updates.pending(),
        });
        Applied::of(info.to_string())
    }

    fn delete_webhook(&mut self, params: &Params) -> Applied {
        self.webhook.clear();
        if params.flag("drop_pending_updates") {
            self.updates.clear();
        }
        Applied::yes()
    }
}

/// The bot, of itself.
fn me() -> Value {
    json!({
        "id": BOT,
        "is_bot": true,
        "first_name": "Beian",
        "username": BOT_NAME,
        "can_join_groups": true,
        "can_read_all_group_messages": false,
        "supports_inline_queries": true,
        "can_connect_to_business": false,
        "has_main_web_app": false,
    })
}

/// A chat as messages name it.
pub(super) fn place(id: i64) -> Value {
    if id > 0 {
        json!({ "id": id, "type": "private", "first_name": format!("Person {id}") })
    } else {
        json!({ "id": id, "type": kind(id), "title": format!("Group {id}") })
    }
}
