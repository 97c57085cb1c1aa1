//! What became of a call that did not succeed: the one table that tells *surely not done* from *unknown* from *final*.
//!
//! The Bot API has no key that would make a repeated send harmless, so everything rests on this: what surely was not
//! done is done again, what may have been done is not sent a second time (but an edit may be repeated freely), and
//! what can never be done is given up.

use std::time::Duration;

use serde::Deserialize;

/// How long to wait after a 429 that does not say.
const RETRY_UNTOLD: Duration = Duration::from_secs(5);

/// The shortest and the longest wait that a 429 may ask for; less and more are taken for these.
const RETRY_MIN: Duration = Duration::from_secs(1);
const RETRY_MAX: Duration = Duration::from_secs(3600);

/// What became of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It never reached the server: it may be made again at once.
    NotSent,
    /// The server refused it for now: it may be made again after this time.
    TooMany(Duration),
    /// The server answered that it failed: it was hardly carried out, but it may have been.
    Failed,
    /// It may or may not have been carried out.
    Unknown,
    /// It was not carried out, and never will be.
    Final(Final),
}

/// Why a call can never be carried out as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Final {
    /// The person blocked the bot, deleted the account, or never wrote.
    Gone,
    /// The message shows this already.
    Same,
    /// The message is not there (any more), or cannot be changed.
    NoMessage,
    /// The press was answered too late.
    Late,
    /// The group has another number now.
    Moved(i64),
    /// The token is not valid.
    NoBot,
    /// Another process polls with this token.
    Elsewhere,
    /// A webhook takes the updates.
    Webhook,
    /// Anything else that is wrong with the call.
    Refused,
}

/// Descriptions that say more than their code: what they contain, in lower case, and what it means.
const DESCRIPTIONS: [(&str, Final); 12] = [
    ("message is not modified", Final::Same),
    ("message to edit not found", Final::NoMessage),
    ("message can't be edited", Final::NoMessage),
    ("message_id_invalid", Final::NoMessage),
    ("query is too old", Final::Late),
    ("query id is invalid", Final::Late),
    ("chat not found", Final::Gone),
    ("user not found", Final::Gone),
    ("user is deactivated", Final::Gone),
    ("peer_id_invalid", Final::Gone),
    ("webhook", Final::Webhook),
    ("terminated by other getupdates", Final::Elsewhere),
];

/// What the server says of a call that it did not carry out.
#[derive(Debug, Deserialize)]
pub(super) struct Complaint {
    ok: bool,
    error_code: u16,
    #[serde(default)]
    description: String,
    parameters: Option<Parameters>,
}

#[derive(Debug, Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

/// The fate of a call that was answered with this status; `complaint`: what could be read of the body.
///
/// Only Telegram's own words are believed: a proxy on the way may answer anything, in JSON as well.
pub(super) fn of_answer(status: u16, complaint: Option<&Complaint>) -> Fate {
    let complaint = complaint.filter(|complaint| !complaint.ok && complaint.error_code == status);
    let parameters = complaint.and_then(|complaint| complaint.parameters.as_ref());
    if status == 429 {
        let told = parameters.and_then(|parameters| parameters.retry_after).map(Duration::from_secs);
        return Fate::TooMany(told.unwrap_or(RETRY_UNTOLD).clamp(RETRY_MIN, RETRY_MAX));
    }
    if let Some(to) = parameters.and_then(|parameters| parameters.migrate_to_chat_id) {
        return Fate::Final(Final::Moved(to));
    }
    let said = complaint.map(|complaint| complaint.description.to_lowercase()).unwrap_or_default();
    let known = DESCRIPTIONS.iter().find(|(part, _)| said.contains(part)).map(|(_, meaning)| *meaning);
    match (status, known, complaint) {
        (500..=599, _, _) => Fate::Failed,
        (400 | 403 | 409, Some(meaning), _) => Fate::Final(meaning),
        (403, None, Some(_)) => Fate::Final(Final::Gone),
        (409, None, Some(_)) => Fate::Final(Final::Elsewhere),
        (401, _, Some(_)) => Fate::Final(Final::NoBot),
        (400..=499, _, Some(_)) => Fate::Final(Final::Refused),
        // A body that cannot be read: a proxy's page, an answer cut short. The call may have been carried out.
        (_, _, _) => Fate::Unknown,
    }
}

/// The fate of a call to which no answer came.
pub(super) fn of_silence(error: &reqwest::Error) -> Fate {
    if error.is_connect() || error.is_builder() { Fate::NotSent } else { Fate::Unknown }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(status: u16, body: &str, expected: Fate) {
        let complaint: Option<Complaint> = serde_json::from_str(body).ok();
        assert_eq!(of_answer(status, complaint.as_ref()), expected, "{status} {body}");
    }

    #[test]
    fn every_class_of_answer_has_its_fate() {
        let no =
            |code: u16, said: &str| format!(r#"{{"ok":false,"error_code":{code},"description":"{said}"}}"#);
        let wait = r#"{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":7}}"#;
        check(429, wait, Fate::TooMany(Duration::from_secs(7)));
        check(429, "<html>slow down</html>", Fate::TooMany(RETRY_UNTOLD));
        check(429, &wait.replace(":7", ":99999999"), Fate::TooMany(RETRY_MAX));
        for status in [500, 502, 503, 504] {
            check(status, "<html>Bad Gateway</html>", Fate::Failed);
            check(status, &no(status, "Internal Server Error"), Fate::Failed);
        }
        check(429, &wait.replace(":7", ":0"), Fate::TooMany(RETRY_MIN));
        check(200, r#"{"ok":true,"resu"#, Fate::Unknown);
        check(200, &no(403, "Forbidden"), Fate::Unknown);
        check(200, "", Fate::Unknown);
        check(403, &no(403, "Forbidden: bot was blocked by the user"), Fate::Final(Final::Gone));
        check(403, &no(403, "Forbidden: user is deactivated"), Fate::Final(Final::Gone));
        check(400, &no(400, "Bad Request: chat not found"), Fate::Final(Final::Gone));
        check(400, &no(400, "Bad Request: message is not modified: specified …"), Fate::Final(Final::Same));
        check(400, &no(400, "Bad Request: message to edit not found"), Fate::Final(Final::NoMessage));
        check(400, &no(400, "Bad Request: query is too old and …"), Fate::Final(Final::Late));
        check(400, &no(400, "Bad Request: can't parse entities"), Fate::Final(Final::Refused));
        check(401, &no(401, "Unauthorized"), Fate::Final(Final::NoBot));
        check(404, &no(404, "Not Found"), Fate::Final(Final::Refused));
        check(404, "<html>no such page</html>", Fate::Unknown);
        for status in [400, 401, 403, 404, 409] {
            check(status, r#"{"error":"forbidden by the proxy"}"#, Fate::Unknown);
            check(status, "{}", Fate::Unknown);
            check(status, &no(418, "I am a teapot"), Fate::Unknown);
        }
        check(
            409,
            &no(409, "Conflict: terminated by other getUpdates request"),
            Fate::Final(Final::Elsewhere),
        );
        check(
            409,
            &no(409, "Conflict: can't use getUpdates method while webhook is active"),
            Fate::Final(Final::Webhook),
        );
        let moved = r#"{"ok":false,"error_code":400,"description":"Bad Request","parameters":{"migrate_to_chat_id":-1009}}"#;
        check(400, moved, Fate::Final(Final::Moved(-1009)));
    }
}
