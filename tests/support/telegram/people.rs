//! What people do: each act becomes an update, and gives its id.

use serde_json::{Value, json};

use super::chats::Standing;
use super::messages::written;
use super::methods::place;
use super::{BOT, BOT_NAME, Fake, World};

/// The language of a person who chose none.
const LANGUAGE: &str = "zh-hans";

impl World {
    pub(super) fn person(&self, user: i64) -> Value {
        let language = self.chats.languages.get(&user).map_or(LANGUAGE, String::as_str);
        let name = format!("Person {user}");
        let mut person = json!({ "id": user, "is_bot": false, "first_name": name });
        if !language.is_empty() {
            person["language_code"] = language.into();
        }
        extend(&mut person, self.chats.names.get(&user).cloned().unwrap_or_default());
        person
    }

    /// A message with these parts beside its usual ones.
    fn message(&mut self, chat: i64, user: i64, parts: Value) -> i64 {
        let id = self.chats.message_id();
        self.chats.hear(chat, id);
        let mut message = json!({
            "message_id": id,
            "from": self.person(user),
            "chat": place(chat),
            "date": self.now(),
        });
        extend(&mut message, parts);
        self.updates.push(&json!({ "message": message }), Some(id))
    }

    /// A change of the bot's own standing in a chat.
    fn membership(&mut self, chat: i64, user: i64, from: &Value, to: &Value) -> i64 {
        let update = json!({ "my_chat_member": {
            "chat": place(chat),
            "from": self.person(user),
            "date": self.now(),
            "old_chat_member": from,
            "new_chat_member": to,
        } });
        self.updates.push(&update, None)
    }
}

fn extend(message: &mut Value, parts: Value) {
    if let (Value::Object(message), Value::Object(parts)) = (message, parts) {
        message.extend(parts);
    }
}

fn bot() -> Value {
    json!({ "id": BOT, "is_bot": true, "first_name": "Beian", "username": BOT_NAME })
}

/// The bot as a member of a chat.
fn member(status: &str) -> Value {
    let mut member = json!({ "user": bot(), "status": status });
    if status == "kicked" {
        member["until_date"] = 0.into();
    }
    member
}

/// The parts of a text message; a command at its start is marked.
fn text_parts(text: &str) -> Value {
    let mut parts = json!({ "text": text });
    if text.starts_with('/') {
        let command = text.split_whitespace().next().unwrap_or(text);
        parts["entities"] =
            json!([{ "type": "bot_command", "offset": 0, "length": command.encode_utf16().count() }]);
    }
    parts
}

fn mime_of(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("pdf") => "application/pdf",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("png") => "image/png",
        Some("txt") => "text/plain",
        _ => "application/octet-stream",
    }
}

impl Fake {
    /// Lets something happen to the world, and wakes whoever waits for updates.
    pub(super) fn act<T>(&self, happen: impl FnOnce(&mut World) -> T) -> T {
        let result = happen(&mut self.shared.world());
        self.shared.queue_changed.notify_waiters();
        result
    }

    /// A person writes to the bot.
    pub(crate) fn say(&self, user: i64, text: &str) -> i64 {
        self.act(|world| world.message(user, user, text_parts(text)))
    }

    /// A person presses START, perhaps behind a link with a payload.
    pub(crate) fn starts(&self, user: i64, payload: &str) -> i64 {
        self.say(user, format!("/start {payload}").trim_end())
    }

    /// A person presses a button; the data need not be one the message has, as a forged press.
    pub(crate) fn press(&self, user: i64, message: i64, data: &str) -> i64 {
        self.press_in(user, user, message, data)
    }

    /// A person presses a button in a group.
    pub(crate) fn press_in(&self, chat: i64, user: i64, message: i64, data: &str) -> i64 {
        self.act(|world| {
            let query = world.chats.press(user);
            let shown = world.chats.any(chat).message(message).filter(|shown| !shown.deleted);
            let message: Value = match shown {
                Some(shown) => serde_json::from_str(&written(chat, shown)).expect("it was written"),
                None => json!({ "chat": place(chat), "message_id": message, "date": 0 }),
            };
            let update = json!({ "callback_query": {
                "id": query,
                "from": world.person(user),
                "message": message,
                "chat_instance": chat.to_string(),
                "data": data,
            } });
            world.updates.push(&update, None)
        })
    }

    /// A person changes a message of theirs.
    pub(crate) fn edit(&self, user: i64, message: i64, text: &str) -> i64 {
        self.act(|world| {
            let mut edited = json!({
                "message_id": message,
                "from": world.person(user),
                "chat": place(user),
                "date": world.now(),
                "edit_date": world.now(),
            });
            extend(&mut edited, text_parts(text));
            world.updates.push(&json!({ "edited_message": edited }), Some(message))
        })
    }

    pub(crate) fn sticker(&self, user: i64) -> i64 {
        self.act(|world| {
            let mut sticker = world.media.keep("stickers", "sticker.webp", vec![0; 16]);
            let parts = json!({
                "width": 512,
                "height": 512,
                "type": "regular",
                "is_animated": false,
                "is_video": false,
                "emoji": "👍",
            });
            extend(&mut sticker, parts);
            world.message(user, user, json!({ "sticker": sticker }))
        })
    }

    pub(crate) fn location(&self, user: i64) -> i64 {
        let location = json!({ "latitude": 30.274, "longitude": 120.155 });
        self.act(|world| world.message(user, user, json!({ "location": location })))
    }

    pub(crate) fn contact(&self, user: i64) -> i64 {
        let contact = json!({ "phone_number": "+8613800138000", "first_name": "Somebody", "user_id": user });
        self.act(|world| world.message(user, user, json!({ "contact": contact })))
    }

    pub(crate) fn voice(&self, user: i64) -> i64 {
        self.act(|world| {
            let mut voice = world.media.keep("voice", "voice.oga", vec![0; 16]);
            extend(&mut voice, json!({ "duration": 3, "mime_type": "audio/ogg" }));
            world.message(user, user, json!({ "voice": voice }))
        })
    }

    /// A person sends a picture, which Telegram offers in one more, smaller size.
    pub(crate) fn photo(&self, user: i64, bytes: &[u8], caption: &str) -> i64 {
        self.act(|world| {
            let parts = photo_parts(world, bytes, caption);
            world.message(user, user, parts)
        })
    }

    pub(crate) fn document(&self, user: i64, bytes: &[u8], name: &str) -> i64 {
        self.act(|world| {
            let mut document = world.media.keep("documents", name, bytes.to_vec());
            extend(&mut document, json!({ "file_name": name, "mime_type": mime_of(name) }));
            world.message(user, user, json!({ "document": document }))
        })
    }

    /// A person sends several pictures at once: one update for each.
    pub(crate) fn album(&self, user: i64, pictures: usize) -> Vec<i64> {
        self.album_of(user, &vec![&[0; 16][..]; pictures])
    }

    /// The same, with these bytes.
    pub(crate) fn album_of(&self, user: i64, pictures: &[&[u8]]) -> Vec<i64> {
        self.act(|world| {
            let group = format!("album-{}", world.chats.message_id());
            let picture = |bytes: &&[u8]| {
                let mut parts = photo_parts(world, bytes, "");
                parts["media_group_id"] = group.as_str().into();
                world.message(user, user, parts)
            };
            pictures.iter().map(picture).collect()
        })
    }

    /// A person writes in a group.
    pub(crate) fn in_group(&self, group: i64, user: i64, text: &str) -> i64 {
        self.act(|world| world.message(group, user, text_parts(text)))
    }

    /// A person takes the bot into a group: the bot's new standing, then the service message.
    pub(crate) fn added_to_group(&self, group: i64, by: i64) -> i64 {
        self.act(|world| {
            let id = world.membership(group, by, &member("left"), &member("member"));
            world.message(group, by, json!({ "new_chat_members": [bot()] }));
            id
        })
    }

    /// A person blocks the bot: sends to them fail from now on.
    pub(crate) fn blocks(&self, user: i64) -> i64 {
        self.act(|world| {
            world.chats.any(user).standing = Standing::Blocked;
            world.membership(user, user, &member("member"), &member("kicked"))
        })
    }

    /// Somebody wrote long ago: the bot may write to them.
    pub(crate) fn wrote_long_ago(&self, user: i64) {
        self.act(|world| world.chats.any(user).standing = Standing::Open);
    }

    /// A person lets the bot write again.
    pub(crate) fn returns(&self, user: i64) -> i64 {
        self.act(|world| {
            world.chats.any(user).standing = Standing::Open;
            world.membership(user, user, &member("kicked"), &member("member"))
        })
    }

    /// A person's account is gone; no update tells of it.
    pub(crate) fn deleted(&self, user: i64) {
        self.act(|world| world.chats.any(user).standing = Standing::Deactivated);
    }

    /// A group becomes a supergroup under another id: a service message in the old one, then one in the new.
    pub(crate) fn migrates(&self, group: i64, to: i64, by: i64) -> i64 {
        self.act(|world| {
            let id = world.message(group, by, json!({ "migrate_to_chat_id": to }));
            world.chats.any(group).standing = Standing::Moved(to);
            world.message(to, by, json!({ "migrate_from_chat_id": group }));
            id
        })
    }

    /// From now on a person's account shows these too, such as `last_name` and `username`.
    pub(crate) fn named(&self, user: i64, parts: Value) {
        self.shared.world().chats.names.insert(user, parts);
    }

    /// A message with these parts beside its usual ones, such as `poll` or `pinned_message`.
    pub(crate) fn sends(&self, user: i64, parts: Value) -> i64 {
        self.act(|world| world.message(user, user, parts))
    }

    /// The same in a group.
    pub(crate) fn sends_in(&self, chat: i64, user: i64, parts: Value) -> i64 {
        self.act(|world| world.message(chat, user, parts))
    }

    /// From now on a person's client speaks this language, or does not say which (empty); `zh-hans` before.
    pub(crate) fn language(&self, user: i64, code: &str) {
        self.shared.world().chats.languages.insert(user, code.to_owned());
    }
}

fn photo_parts(world: &mut World, bytes: &[u8], caption: &str) -> Value {
    let mut small = world.media.keep("photos", "photo.jpg", bytes[..bytes.len().min(64)].to_vec());
    let mut large = world.media.keep("photos", "photo.jpg", bytes.to_vec());
    extend(&mut small, json!({ "width": 90, "height": 60 }));
    extend(&mut large, json!({ "width": 1280, "height": 853 }));
    let mut parts = json!({ "photo": [small, large] });
    if !caption.is_empty() {
        parts["caption"] = caption.into();
    }
    parts
}
