//! What is read of an update, and what it means: nothing else of it is ever held, kept or logged.
//!
//! teloxide's own types read every field of every kind of update, and print what they cannot read; these read what a
//! turn needs, skip what they do not know, and are what waits in the inbox.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use teloxide::requests::Payload;
use teloxide::types::AllowedUpdate;

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
    pub(super) allowed_updates: [AllowedUpdate; 4],
}

/// The kinds of updates that are read.
pub(super) const ALLOWED: [AllowedUpdate; 4] = [
    AllowedUpdate::Message,
    AllowedUpdate::EditedMessage,
    AllowedUpdate::CallbackQuery,
    AllowedUpdate::MyChatMember,
];

impl Payload for GetUpdates {
    type Output = Vec<Box<RawValue>>;
    const NAME: &'static str = "GetUpdates";
}

/// An update.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Update {
    /// Its number. Numbers grow, and begin anew somewhere after a quiet week.
    #[serde(rename = "update_id")]
    pub(super) id: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Incoming>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edited_message: Option<Incoming>,
    #[serde(skip_serializing_if = "Option::is_none")]
    callback_query: Option<Callback>,
    #[serde(skip_serializing_if = "Option::is_none")]
    my_chat_member: Option<MemberChange>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Incoming {
    message_id: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    edit_date: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<User>,
    chat: Chat,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Personal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    media_group_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<FileId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
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
    id: String,
    from: User,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Pressed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<String>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Pressed {
    message_id: i32,
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
    status: String,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct User {
    id: i64,
    is_bot: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    language_code: Option<String>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Chat {
    id: i64,
    #[serde(rename = "type")]
    kind: String,
}

/// A file on Telegram's server.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct FileId {
    /// What it is fetched by.
    pub(super) file_id: String,
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
    /// Somebody blocked the bot.
    Left {
        /// Who.
        user: i64,
    },
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
    /// What names the act for good among this person's: the message or the press, since numbers of updates may begin
    /// anew.
    pub(super) name: String,
    /// What else names it: the button as it was shown, the album.
    pub(super) id: Option<String>,
    /// What.
    pub(super) what: What,
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
        /// The message the button stands under.
        message: Option<i32>,
        /// What the button carries.
        data: String,
    },
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
        if !private {
            return Meaning::PressedElsewhere {
                user: self.from.id,
                query: self.id.clone(),
                hint: self.from.hint(),
            };
        }
        let message = self.message.as_ref().map(|message| message.message_id);
        let data = self.data.clone().unwrap_or_default();
        // A press that is sent again comes under a new number: the button, as it was shown, can be pressed once.
        let id = message.map(|message| format!("p{message}:{data}"));
        Meaning::Done(Act {
            user: self.from.id,
            hint: self.from.hint(),
            name: format!("c{}", self.id),
            id,
            what: What::Pressed { query: self.id.clone(), message, data },
        })
    }
}

impl MemberChange {
    fn meaning(&self) -> Meaning {
        let here = !matches!(self.new_chat_member.status.as_str(), "kicked" | "left");
        match (self.chat.kind.as_str(), here) {
            ("private", false) => Meaning::Left { user: self.chat.id },
            ("private", true) => self.from.act(format!("b{}", self.date), Event::Arrived),
            (_, true) if self.chat.id < 0 => {
                Meaning::Group { group: self.chat.id, joined: true, addressed: false, hint: self.from.hint() }
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
            return if self.chat.kind == "channel" { self.in_group(bot) } else { Meaning::Nothing };
        };
        if self.chat.kind != "private" {
            return self.in_group(bot);
        }
        if edited && self.location.0 {
            // Somebody on the move: each step would be told of.
            return Meaning::Nothing;
        }
        let name = format!("m{}:{}", self.message_id, self.edit_date.unwrap_or_default());
        if edited {
            return from.act(name, Event::Unread(Unread::Edited));
        }
        if let Some(text) = &self.text {
            return from.said(name, text, bot);
        }
        if let Some(file) = self.document.as_ref().filter(|_| !self.animation.0).or(self.photo.last()) {
            // The pictures of an album are one act: the first of them is looked at.
            let id = self.media_group_id.as_ref().map(|album| format!("g{album}"));
            let what = What::Sent(file.clone());
            return Meaning::Done(Act { user: from.id, hint: from.hint(), name, id, what });
        }
        match self.unread() {
            Some(what) => {
                let id = self.media_group_id.as_ref().map(|album| format!("g{album}"));
                let what = What::Event(Event::Unread(what));
                Meaning::Done(Act { user: from.id, hint: from.hint(), name, id, what })
            }
            None => Meaning::Nothing,
        }
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

    fn act(&self, name: String, event: Event) -> Meaning {
        Meaning::Done(Act { user: self.id, hint: self.hint(), name, id: None, what: What::Event(event) })
    }

    fn said(&self, name: String, text: &Personal, bot: &str) -> Meaning {
        let typed = text.expose().trim();
        let Some(command) = typed.strip_prefix('/') else {
            return self.act(name, Event::Typed(text.clone()));
        };
        let (word, rest) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
        // `/help@this_bot` is `/help`.
        let word = match word.split_once('@') {
            Some((word, whom)) if whom.eq_ignore_ascii_case(bot) => word,
            Some(_) | None => word,
        };
        if !word.eq_ignore_ascii_case("start") {
            let typed = format!("/{word} {rest}").trim_end().to_owned();
            return self.act(name, Event::Typed(Personal::new(typed)));
        }
        let mut hint = self.hint();
        if let Some(language) = start_language(rest) {
            hint.language = Some(language);
        }
        Meaning::Done(Act { user: self.id, hint, name, id: None, what: What::Event(Event::Arrived) })
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
mod tests {
    use super::*;

    fn meaning(json: &str) -> Meaning {
        let update: Update = serde_json::from_str(json).expect("it reads");
        let again = Update::read(&update.write()).expect("it reads again");
        assert_eq!(again.meaning("icp_bot"), update.meaning("icp_bot"), "what waited means the same");
        update.meaning("icp_bot")
    }

    fn private(message: &str) -> Meaning {
        meaning(&format!(
            r#"{{"update_id":1,"message":{{"message_id":5,"from":{{"id":7,"language_code":"zh-hans"}},
            "chat":{{"id":7,"type":"private"}},{message}}}}}"#
        ))
    }

    fn act(meaning: Meaning) -> Act {
        let Meaning::Done(act) = meaning else { panic!("{meaning:?}") };
        act
    }

    fn event(meaning: Meaning) -> Event {
        let What::Event(event) = act(meaning).what else { panic!("no event") };
        event
    }

    fn typed(text: &str) -> Event {
        Event::Typed(Personal::from(text))
    }

    #[test]
    fn words_and_commands_are_typed() {
        assert_eq!(event(private(r#""text":"企业""#)), typed("企业"));
        assert_eq!(event(private(r#""text":"/help@ICP_bot""#)), typed("/help"));
        assert_eq!(event(private(r#""text":"/edit consent""#)), typed("/edit consent"));
        assert_eq!(event(private(r#""text":"/start ref_A-1""#)), Event::Arrived);
    }

    #[test]
    fn a_link_may_choose_the_language_and_nothing_else() {
        let hint = |text: &str| act(private(&format!(r#""text":"/start {text}""#))).hint.language;
        assert_eq!(hint("en"), Some(Language::En));
        assert_eq!(hint("xx"), Some(Language::ZhCn));
    }

    #[test]
    fn what_is_not_read_has_its_kind() {
        for (part, expected) in [
            (r#""sticker":{"file_id":"a"}"#, Unread::Sticker),
            (r#""voice":{}"#, Unread::Recording),
            (r#""location":{"latitude":1}"#, Unread::Place),
            (r#""contact":{"phone_number":"1"}"#, Unread::Contact),
            (r#""poll":{}"#, Unread::Other),
        ] {
            assert_eq!(event(private(part)), Event::Unread(expected), "{part}");
        }
        assert_eq!(private(r#""pinned_message":{}"#), Meaning::Nothing);
    }

    #[test]
    fn an_album_is_one_act() {
        let id = |number: u32| {
            let photo = format!(r#"[{{"file_id":"s"}},{{"file_id":"{number}","file_size":9}}]"#);
            let act = act(private(&format!(r#""media_group_id":"99","photo":{photo}"#)));
            let What::Sent(file) = act.what else { panic!("no file") };
            (act.id, file.file_size)
        };
        assert_eq!(id(1), id(2));
        assert_eq!(id(1), (Some("g99".to_owned()), Some(9)));
    }

    #[test]
    fn bots_foreign_presses_and_other_kinds_mean_nothing() {
        for json in [
            r#"{"update_id":1,"poll":{}}"#,
            r#"{"update_id":1,"message":{"message_id":5,"from":{"id":7,"is_bot":true},"chat":{"id":7,"type":"private"},"text":"x"}}"#,
        ] {
            assert_eq!(meaning(json), Meaning::Nothing, "{json}");
        }
        let pressed = r#"{"update_id":1,"callback_query":{"id":"1","from":{"id":7},"message":{"message_id":1,"chat":{"id":-5,"type":"group"}},"data":"x"}}"#;
        assert!(matches!(meaning(pressed), Meaning::PressedElsewhere { .. }));
        let written = RawValue::from_string(r#"{"update_id":8,"message":5}"#.to_owned()).expect("JSON");
        let (read, unread) = Update::read_all(&[written]);
        assert_eq!((read[0].id, unread), (8, 1));
    }

    #[test]
    fn groups_are_told_apart_from_private_chats() {
        let group = |text: &str| {
            meaning(&format!(
                r#"{{"update_id":1,"message":{{"message_id":5,"from":{{"id":7}},"chat":{{"id":-7,"type":"group"}},"text":"{text}"}}}}"#
            ))
        };
        let addressed = |meaning| matches!(meaning, Meaning::Group { group: -7, addressed: true, .. });
        assert!(addressed(group("/help")) && addressed(group("hi @icp_bot")));
        assert!(!addressed(group("hello")) && !addressed(group("/help@other_bot")));
    }
}
