//! What is read of an update, and what it means: nothing else of it is ever held, kept or logged.
//!
//! teloxide's own types read every field of every kind of update, and print what they cannot read; these read what a
//! turn needs, skip what they do not know, and are what waits in the inbox.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use teloxide::requests::Payload;
use teloxide::types::AllowedUpdate;

use super::bounded::{self, Bounded};
use super::event_name::EventName;
use super::inline::Query;
use super::pace::Doing;
use crate::content::Language;
use crate::dialogue::{Event, Unread};
use crate::engine::LanguageHint;
use crate::personal::Personal;

/// The call that fetches updates. teloxide's own takes smaller numbers than updates may have.
#[derive(Debug, Serialize)]
pub(super) struct GetUpdates {
    /// The first update that is not confirmed by this call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) offset: Option<u64>,
    /// Most updates in one answer.
    pub(super) limit: u8,
    /// How long the call waits for something to come, in seconds.
    pub(super) timeout: u64,
    /// The kinds of updates that are asked for.
    pub(super) allowed_updates: [AllowedUpdate; 5],
}

/// The kinds of updates that are read.
pub(super) const ALLOWED: [AllowedUpdate; 5] = [
    AllowedUpdate::Message,
    AllowedUpdate::EditedMessage,
    AllowedUpdate::CallbackQuery,
    AllowedUpdate::InlineQuery,
    AllowedUpdate::MyChatMember,
];

impl Payload for GetUpdates {
    type Output = Vec<Box<RawValue>>;
    const NAME: &'static str = "GetUpdates";
}

/// The longest data that a button carries, in bytes.
const DATA_BYTES_MAX: usize = 64;

/// What the service names something by.
type Id = Bounded<128>;

/// One of the service's own words.
type Word = Bounded<32>;

/// An update.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Update {
    /// Its number. Numbers grow, and begin anew somewhere after a quiet week.
    #[serde(rename = "update_id")]
    pub(super) id: u64,
    /// Too much was sent: it is answered with that, and not looked at. Noted here, so that it stays so in the inbox.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) too_fast: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Incoming>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edited_message: Option<Incoming>,
    #[serde(skip_serializing_if = "Option::is_none")]
    callback_query: Option<Callback>,
    #[serde(skip_serializing_if = "Option::is_none")]
    inline_query: Option<Typed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    my_chat_member: Option<MemberChange>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Incoming {
    message_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edit_date: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<User>,
    chat: Chat,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "bounded::typed")]
    text: Option<Personal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    media_group_id: Option<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<FileId>,
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "bounded::last")]
    photo: Vec<FileId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    migrate_to_chat_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    migrate_from_chat_id: Option<i64>,
    // Which other parts it has.
    #[serde(skip_serializing_if = "no")]
    sticker: Present,
    #[serde(skip_serializing_if = "no")]
    animation: Present,
    #[serde(skip_serializing_if = "no")]
    dice: Present,
    #[serde(skip_serializing_if = "no")]
    voice: Present,
    #[serde(skip_serializing_if = "no")]
    audio: Present,
    #[serde(skip_serializing_if = "no")]
    video: Present,
    #[serde(skip_serializing_if = "no")]
    video_note: Present,
    #[serde(skip_serializing_if = "no")]
    location: Present,
    #[serde(skip_serializing_if = "no")]
    venue: Present,
    #[serde(skip_serializing_if = "no")]
    contact: Present,
    #[serde(skip_serializing_if = "no")]
    pinned_message: Present,
    #[serde(skip_serializing_if = "no")]
    message_auto_delete_timer_changed: Present,
    #[serde(skip_serializing_if = "no")]
    write_access_allowed: Present,
    #[serde(skip_serializing_if = "no")]
    connected_website: Present,
    #[serde(skip_serializing_if = "no")]
    chat_background_set: Present,
    #[serde(skip_serializing_if = "no")]
    new_chat_members: Present,
    #[serde(skip_serializing_if = "no")]
    left_chat_member: Present,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Callback {
    id: Id,
    from: User,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Pressed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<Bounded<DATA_BYTES_MAX>>,
}

/// Words after the bot's name, in any chat.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Typed {
    id: Id,
    from: User,
    #[serde(deserialize_with = "bounded::typed")]
    query: Option<Personal>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Pressed {
    message_id: i64,
    chat: Chat,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct MemberChange {
    date: i64,
    chat: Chat,
    from: User,
    new_chat_member: Member,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Member {
    status: Word,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct User {
    id: i64,
    is_bot: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    language_code: Option<Word>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Chat {
    id: i64,
    #[serde(rename = "type")]
    kind: Word,
}

/// A file on Telegram's server.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct FileId {
    /// What it is fetched by.
    pub(super) file_id: Bounded<512>,
    /// Its length in bytes, where it is told.
    pub(super) file_size: Option<u64>,
}

/// Whether something was there, whatever it was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Present(bool);

impl<'de> Deserialize<'de> for Present {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(from).map(|_| Self(true))
    }
}

impl Serialize for Present {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bool(self.0)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn no(present: &Present) -> bool {
    !present.0
}

/// All that has to be read of an update to pass it over.
#[derive(Deserialize)]
struct Number {
    update_id: u64,
}

/// What an update means.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Meaning {
    /// Somebody did something in their own chat.
    Done(Act),
    /// A button was pressed outside a private chat, where none of ours stands.
    PressedElsewhere {
        /// Who pressed it.
        user: i64,
        /// What the press is answered by.
        query: String,
        /// The language of whoever pressed.
        hint: LanguageHint,
    },
    /// Something was typed after the bot's name, in whatever chat.
    Inline(Query),
    /// The bot was put into a group, or something was said in one.
    Group {
        /// The group.
        group: i64,
        /// The bot was put there.
        joined: bool,
        /// It is a word to the bot, to be answered: a command.
        addressed: bool,
        /// The language of whoever said it.
        hint: LanguageHint,
    },
    /// A group has another number now.
    Moved {
        /// Its number before.
        from: i64,
        /// Its number now.
        to: i64,
    },
    /// Nothing to be done.
    Nothing,
}

/// What somebody did.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Act {
    /// Who, by the number of their account, which is that of their chat too.
    pub(super) user: i64,
    /// Their language, as far as Telegram knows.
    pub(super) hint: LanguageHint,
    /// What names the act for good among this person's: once one of these is known, it was done.
    pub(super) names: Vec<EventName>,
    /// When it was done by the server's clock, in seconds since 1970; `None`: that is not told.
    sent_s: Option<u64>,
    /// What.
    pub(super) what: What,
}

impl Act {
    /// The act as the limits look at it; `None`: they do not look at it.
    pub(super) fn doing(&self) -> Option<Doing<'_>> {
        let album = self.names.iter().find_map(|name| match name {
            EventName::Album(album) => Some(album.as_str()),
            EventName::Message(_)
            | EventName::Edit { .. }
            | EventName::Press(_)
            | EventName::Button { .. }
            | EventName::Block(_) => None,
        });
        (self.what != What::Left).then_some(Doing { sent_s: self.sent_s, album })
    }
}

/// What somebody did.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum What {
    /// Something that is an event as it stands.
    Event(Event),
    /// Sent a file that has to be looked at.
    Sent(FileId),
    /// Pressed a button.
    Pressed {
        /// What the press is answered by.
        query: String,
        /// The message the button stands under, where it can be changed.
        message: Option<i32>,
        /// What the button carries.
        data: String,
    },
    /// Blocked the bot.
    Left,
}

impl Update {
    /// The updates of an answer, and how many of them could not be read at all.
    #[must_use]
    pub(super) fn read_all(written: &[Box<RawValue>]) -> (Vec<Self>, usize) {
        let mut unread = 0;
        let read = written.iter().map(|written| {
            serde_json::from_str(written.get()).unwrap_or_else(|_| {
                unread += 1;
                let id = serde_json::from_str(written.get()).map_or(0, |Number { update_id }| update_id);
                Self { id, ..Self::default() }
            })
        });
        (read.collect(), unread)
    }

    /// The update as it may wait in the inbox.
    #[must_use]
    pub(super) fn write(&self) -> Personal {
        Personal::new(serde_json::to_string(self).unwrap_or_default())
    }

    /// An update that waited; `None`: another version wrote it.
    #[must_use]
    pub(super) fn read(written: &Personal) -> Option<Self> {
        serde_json::from_str(written.expose()).ok()
    }

    /// What it means to the bot of this name.
    #[must_use]
    pub(super) fn meaning(&self, bot: &str) -> Meaning {
        if let Some(callback) = &self.callback_query {
            return callback.meaning();
        }
        if let Some(typed) = &self.inline_query {
            return typed.meaning();
        }
        if let Some(change) = &self.my_chat_member {
            return change.meaning();
        }
        match (&self.message, &self.edited_message) {
            (Some(message), _) => message.meaning(bot, false),
            (None, Some(message)) => message.meaning(bot, true),
            (None, None) => Meaning::Nothing,
        }
    }
}

impl Callback {
    fn meaning(&self) -> Meaning {
        let private = self.message.as_ref().is_none_or(|message| message.chat.id == self.from.id);
        if self.from.is_bot || self.from.id == 0 {
            return Meaning::Nothing;
        }
        let query = self.id.to_string();
        if !private {
            return Meaning::PressedElsewhere { user: self.from.id, query, hint: self.from.hint() };
        }
        let message = self.message.as_ref().map(|message| message.message_id);
        let data = self.data.as_deref().unwrap_or_default().to_owned();
        let mut names = vec![EventName::Press(query.clone())];
        // Whoever presses twice makes two queries.
        names.extend(message.map(|message| EventName::Button { message, data: data.clone() }));
        let message = message.and_then(|message| i32::try_from(message).ok());
        let what = What::Pressed { query, message, data };
        Meaning::Done(Act { user: self.from.id, hint: self.from.hint(), names, sent_s: None, what })
    }
}

impl Typed {
    fn meaning(&self) -> Meaning {
        if self.from.is_bot || self.from.id == 0 {
            return Meaning::Nothing;
        }
        Meaning::Inline(Query {
            id: self.id.to_string(),
            user: self.from.id,
            text: self.query.clone().unwrap_or_else(|| Personal::new(String::new())),
            hint: self.from.hint(),
        })
    }
}

impl MemberChange {
    fn meaning(&self) -> Meaning {
        let here = !matches!(&*self.new_chat_member.status, "kicked" | "left");
        let hint = self.from.hint();
        match (&*self.chat.kind, here) {
            ("private", false) => {
                let names = vec![EventName::Block(self.date)];
                Meaning::Done(Act { user: self.chat.id, hint, names, sent_s: None, what: What::Left })
            }
            // Whoever comes back is answered when they say something: Telegram's button for it sends `/start` too, and
            // what waited for them was taken back.
            ("private", true) => Meaning::Nothing,
            (_, true) if self.chat.id < 0 => {
                Meaning::Group { group: self.chat.id, joined: true, addressed: false, hint }
            }
            (_, true | false) => Meaning::Nothing,
        }
    }
}

impl Incoming {
    fn meaning(&self, bot: &str, edited: bool) -> Meaning {
        if let Some(to) = self.migrate_to_chat_id {
            return Meaning::Moved { from: self.chat.id, to };
        }
        if let Some(from) = self.migrate_from_chat_id {
            return Meaning::Moved { from, to: self.chat.id };
        }
        let Some(from) = self.from.as_ref().filter(|from| !from.is_bot) else {
            return if &*self.chat.kind == "channel" { self.in_group(bot) } else { Meaning::Nothing };
        };
        if &*self.chat.kind != "private" {
            return self.in_group(bot);
        }
        if edited {
            // Somebody on the move: each step would be told of.
            let what = What::Event(Event::Unread(Unread::Edited));
            return if self.location.0 { Meaning::Nothing } else { self.act(from, from.hint(), what, true) };
        }
        if let Some(text) = &self.text {
            let (hint, event) = from.said(text, bot);
            return self.act(from, hint, What::Event(event), false);
        }
        if let Some(file) = self.document.as_ref().filter(|_| !self.animation.0).or(self.photo.last()) {
            return self.act(from, from.hint(), What::Sent(file.clone()), false);
        }
        match self.unread() {
            Some(what) => self.act(from, from.hint(), What::Event(Event::Unread(what)), false),
            None => Meaning::Nothing,
        }
    }

    fn act(&self, from: &User, hint: LanguageHint, what: What, edited: bool) -> Meaning {
        let (message, edit_date) = (self.message_id, self.edit_date.unwrap_or_default());
        let name =
            if edited { EventName::Edit { message, date: edit_date } } else { EventName::Message(message) };
        let mut names = vec![name];
        // The pictures of an album are one act: the first of them is looked at.
        names.extend(
            self.media_group_id.as_ref().filter(|_| !edited).map(|id| EventName::Album(id.to_string())),
        );
        let sent_s = if edited { self.edit_date } else { self.date };
        let sent_s = sent_s.and_then(|date| u64::try_from(date).ok());
        Meaning::Done(Act { user: from.id, hint, names, sent_s, what })
    }

    fn in_group(&self, bot: &str) -> Meaning {
        // Groups and channels have negative numbers; no other is ever left, or told to the log.
        if self.chat.id >= 0 {
            return Meaning::Nothing;
        }
        let text = self.text.as_ref().map(|text| text.expose().as_str()).unwrap_or_default();
        let called = text.to_lowercase().contains(&format!("@{}", bot.to_lowercase()));
        let addressed = called || (text.starts_with('/') && !text.contains('@'));
        let hint = self.from.as_ref().map_or_else(LanguageHint::default, User::hint);
        Meaning::Group { group: self.chat.id, joined: false, addressed, hint }
    }

    /// What it is that is not read; `None`: a word of the service itself.
    fn unread(&self) -> Option<Unread> {
        let any = |parts: &[Present]| parts.contains(&Present(true));
        if any(&[self.sticker, self.animation, self.dice]) {
            Some(Unread::Sticker)
        } else if any(&[self.voice, self.audio, self.video, self.video_note]) {
            Some(Unread::Recording)
        } else if any(&[self.location, self.venue]) {
            Some(Unread::Place)
        } else if self.contact.0 {
            Some(Unread::Contact)
        } else if any(&[
            self.pinned_message,
            self.message_auto_delete_timer_changed,
            self.write_access_allowed,
            self.connected_website,
            self.chat_background_set,
            self.new_chat_members,
            self.left_chat_member,
        ]) {
            None
        } else {
            Some(Unread::Other)
        }
    }
}

impl User {
    fn hint(&self) -> LanguageHint {
        let language = self.language_code.as_deref().map(|code| {
            if code.to_ascii_lowercase().starts_with("zh") { Language::ZhCn } else { Language::En }
        });
        LanguageHint { language, chosen: false }
    }

    /// What a text of theirs means, and their language, which a link may choose.
    fn said(&self, text: &Personal, bot: &str) -> (LanguageHint, Event) {
        let mut hint = self.hint();
        let typed = text.expose().trim();
        let Some(command) = typed.strip_prefix('/') else {
            return (hint, Event::Typed(text.clone()));
        };
        let (word, rest) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
        // `/help@this_bot` is `/help`.
        let word = match word.split_once('@') {
            Some((word, whom)) if whom.eq_ignore_ascii_case(bot) => word,
            Some(_) | None => word,
        };
        if !word.eq_ignore_ascii_case("start") {
            let typed = format!("/{word} {rest}").trim_end().to_owned();
            return (hint, Event::Typed(Personal::new(typed)));
        }
        if let Some(language) = start_language(rest) {
            hint.language = Some(language);
        }
        (hint, Event::Arrived)
    }
}

/// What a link to the bot may say: `t.me/BOT?start=en` begins in English. Anything else says nothing.
fn start_language(payload: &str) -> Option<Language> {
    match payload {
        "zh" => Some(Language::ZhCn),
        "en" => Some(Language::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
