//! Calls of the Bot API: teloxide's payloads, our own hands.
//!
//! teloxide's own client waits ten seconds inside a call when the server fails, and its errors carry the raw answer;
//! here every call is made once, bounded in time, and comes back with its fate ([`super::fate`]). It must never put
//! the token, an address that holds it, or a word of an answer into an error or a log.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use reqwest::header::{CONTENT_TYPE, DATE, HeaderValue};
use reqwest::multipart::{Form, Part};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use teloxide::payloads::GetMe;
use teloxide::requests::Payload;

use super::fate::{self, Complaint, Fate};
use super::sender::Sent;
use crate::config::TelegramConfig;
use crate::dialogue::Attached;
use crate::personal::Personal;

/// How long a call may take.
pub(super) const CALL_MAX: Duration = Duration::from_secs(20);

/// How long to wait before the server is asked once more whether it knows the token.
const TOKEN_DOUBT: Duration = Duration::from_secs(3);

/// How long reaching the server may take.
const CONNECT_MAX: Duration = Duration::from_secs(10);

/// What is read of a file to tell its format, in bytes.
const HEAD_LEN: usize = 12;

/// The bot's token: `123456789:AA…`.
#[derive(Clone)]
pub struct Token(Personal);

impl Token {
    /// The token as `@BotFather` gave it; `None`: it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        // Only what could lead an address astray is no token; the server knows the rest.
        let text = text.trim();
        let letters = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":_-".contains(&byte));
        (letters && !text.is_empty()).then(|| Self(Personal::from(text)))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Token(***)")
    }
}

/// A call that did not succeed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{method} failed: {fate:?}")]
pub struct Failure {
    /// The method.
    pub method: &'static str,
    /// What became of it.
    pub fate: Fate,
}

/// The Bot API.
#[derive(Clone)]
pub struct Api {
    client: reqwest::Client,
    /// Up to the token and a slash; nothing else may see it.
    base: Personal,
    /// The same for files.
    files: Personal,
    server: Arc<Mutex<Option<Shown>>>,
}

impl fmt::Debug for Api {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Api(***)")
    }
}

/// What the server's clock showed, and when that was.
#[derive(Clone, Copy)]
struct Shown {
    time: DateTime<Utc>,
    since: Instant,
}

#[derive(Deserialize)]
struct Success<T> {
    result: T,
}

impl Api {
    /// The API that the configuration names. The proxy's address was checked with the configuration.
    ///
    /// # Errors
    ///
    /// Where the client cannot be made; the words name no address.
    pub fn new(config: &TelegramConfig, token: &Token) -> anyhow::Result<Self> {
        let mut client = reqwest::Client::builder().connect_timeout(CONNECT_MAX).timeout(CALL_MAX);
        // A page that asks for a sign-in is no server; and an address with the token goes to nobody else.
        client = client.redirect(reqwest::redirect::Policy::none());
        if let Some(proxy) = &config.proxy {
            let proxy = reqwest::Proxy::all(proxy)
                .map_err(|_| anyhow::anyhow!("[telegram] proxy is no address that can be used"))?;
            client = client.proxy(proxy);
        } else if is_loopback(&config.api_url) {
            client = client.no_proxy();
        }
        let client = client
            .build()
            .map_err(|error| anyhow::anyhow!("the client cannot be made: {}", error.without_url()))?;
        let root = config.api_url.trim_end_matches('/');
        let token = token.0.expose();
        Ok(Self {
            client,
            base: Personal::new(format!("{root}/bot{token}/")),
            files: Personal::new(format!("{root}/file/bot{token}/")),
            server: Arc::default(),
        })
    }

    /// Makes a call.
    ///
    /// # Errors
    ///
    /// [`Failure`]
    pub async fn call<P>(&self, payload: &P) -> Result<P::Output, Failure>
    where
        P: Payload + serde::Serialize,
        P::Output: DeserializeOwned,
    {
        Ok(self.call_for(payload, CALL_MAX).await?.0)
    }

    /// Whether the token is refused for good, asked once more after a moment: what one answer says may be a mishap of the
    /// server, and believing it ends the bot.
    pub(super) async fn is_token_refused(&self) -> bool {
        tokio::time::sleep(TOKEN_DOUBT).await;
        let refused = Fate::Final(fate::Final::NoBot);
        let asked = self.call_for::<_, serde::de::IgnoredAny>(&GetMe::new(), CALL_MAX).await;
        matches!(asked, Err(Failure { fate, .. }) if fate == refused)
    }

    /// Makes a call that may take this long, and reads of its answer what is wanted; beside it the server's time.
    ///
    /// # Errors
    ///
    /// [`Failure`]
    pub async fn call_for<P, T>(
        &self,
        payload: &P,
        time_max: Duration,
    ) -> Result<(T, Option<DateTime<Utc>>), Failure>
    where
        P: Payload + serde::Serialize,
        T: DeserializeOwned,
    {
        let failed = |fate| Failure { method: P::NAME, fate };
        let mut name = P::NAME.to_owned();
        name[..1].make_ascii_lowercase();
        let body = serde_json::to_vec(payload).map_err(|_| failed(Fate::Final(fate::Final::Refused)))?;
        let request = self
            .client
            .post(self.base.expose().clone() + &name)
            .header(CONTENT_TYPE, HeaderValue::from_static("application/json"))
            .timeout(time_max)
            .body(body);
        self.answered(P::NAME, request).await
    }

    /// Sends a file with a caption, which is HTML or plain.
    ///
    /// # Errors
    ///
    /// [`Failure`]
    pub(super) async fn send_file(
        &self,
        chat: i64,
        (caption, is_html): (String, bool),
        file: &Attached,
    ) -> Result<Sent, Failure> {
        let part = Part::bytes(file.text.expose().clone().into_bytes()).file_name(file.name.clone());
        let mut form = Form::new().text("chat_id", chat.to_string()).text("caption", caption);
        if is_html {
            form = form.text("parse_mode", "HTML");
        }
        let request = self
            .client
            .post(self.base.expose().clone() + "sendDocument")
            .timeout(CALL_MAX)
            .multipart(form.part("document", part));
        Ok(self.answered("SendDocument", request).await?.0)
    }

    /// Makes a request, and reads of its answer what is wanted; beside it the server's time.
    async fn answered<T: DeserializeOwned>(
        &self,
        method: &'static str,
        request: reqwest::RequestBuilder,
    ) -> Result<(T, Option<DateTime<Utc>>), Failure> {
        let failed = |fate| Failure { method, fate };
        let silent = |error: reqwest::Error| failed(fate::of_silence(&error));
        let response = request.send().await.map_err(silent)?;
        let status = response.status().as_u16();
        let date = response.headers().get(DATE).and_then(|date| date.to_str().ok());
        let date = date.and_then(|date| DateTime::parse_from_rfc2822(date).ok()).map(|date| date.to_utc());
        if let Some(time) = date {
            let shown = Shown { time, since: Instant::now() };
            *self.server.lock().unwrap_or_else(PoisonError::into_inner) = Some(shown);
        }
        // The head of an answer came, so it was not for want of a connection.
        let body = response.bytes().await.map_err(|_| failed(fate::of_answer(status, None)))?;
        match serde_json::from_slice::<Success<T>>(&body) {
            Ok(success) if status == 200 => Ok((success.result, date)),
            Ok(_) | Err(_) => {
                let complaint: Option<Complaint> = serde_json::from_slice(&body).ok();
                Err(failed(fate::of_answer(status, complaint.as_ref())))
            }
        }
    }

    /// What the server's clock shows by now; `None`: it never told.
    #[must_use]
    pub fn server_time(&self) -> Option<DateTime<Utc>> {
        let Shown { time, since } = (*self.server.lock().unwrap_or_else(PoisonError::into_inner))?;
        Some(time + chrono::TimeDelta::from_std(since.elapsed()).ok()?)
    }

    /// Whether the server answered so short a while ago.
    #[must_use]
    pub fn was_heard_within(&self, while_ago: Duration) -> bool {
        let server = *self.server.lock().unwrap_or_else(PoisonError::into_inner);
        server.is_none_or(|shown| shown.since.elapsed() <= while_ago)
    }

    /// The first bytes of a file; the rest is never asked for.
    ///
    /// # Errors
    ///
    /// [`Failure`]
    pub async fn head_of_file(&self, path: &str) -> Result<Vec<u8>, Failure> {
        let failed = |fate| Failure { method: "file", fate };
        let silent = |error: reqwest::Error| failed(fate::of_silence(&error));
        let mut response =
            self.client.get(self.files.expose().clone() + path).send().await.map_err(silent)?;
        if response.status() != 200 {
            return Err(failed(fate::of_answer(response.status().as_u16(), None)));
        }
        let mut head = Vec::with_capacity(HEAD_LEN);
        while head.len() < HEAD_LEN
            && let Some(chunk) = response.chunk().await.map_err(silent)?
        {
            head.extend(chunk.iter().take(HEAD_LEN - head.len()));
        }
        Ok(head)
    }
}

fn is_loopback(url: &str) -> bool {
    let host = url.split("://").nth(1).unwrap_or_default();
    ["127.", "localhost", "[::1]"].iter().any(|loopback| host.starts_with(loopback))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_a_shape_and_is_never_shown() {
        let token = Token::parse(" 123456789:AAabcdefghijklmnopqrstuvwxyz-_0123 \n").expect("this is one");
        assert_eq!(format!("{token:?}"), "Token(***)");
        for wrong in ["", " ", "123:a b", "1:AAabcdefghijklmnopqrstuvw/yz", "1:机器人", "1:a?b#c"] {
            assert!(Token::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn the_environment_s_proxy_is_left_out_on_the_way_to_this_machine() {
        assert!(is_loopback("http://127.0.0.1:8081") && is_loopback("http://localhost/x"));
        assert!(!is_loopback("https://api.telegram.org"));
    }
}
