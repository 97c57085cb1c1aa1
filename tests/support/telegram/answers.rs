//! Answers: the true one, and what a fault makes of it.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Instant;

use hyper::body::{Body, Bytes, Frame, SizeHint};
use hyper::header::{CONTENT_LENGTH, CONTENT_TYPE, DATE, HeaderValue};
use hyper::{Response, StatusCode};
use serde_json::Value;
use tokio::sync::mpsc;

use super::calls::Call;
use super::faults::{Asked, Fault};
use super::methods::{Applied, Method};
use super::params::Params;
use super::strict::Refusal;
use super::{Order, Shared, World};

/// How a connection ends without an answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum Hangup {
    #[error("reset on command")]
    Reset,
    #[error("cut on command")]
    Cut,
    #[error("the request broke off")]
    Lost(#[from] hyper::Error),
}

/// What is to be answered, before anything is done to it.
pub(super) struct Answer {
    status: u16,
    is_json: bool,
    body: Bytes,
    sent: Option<(i64, i64)>,
}

impl Answer {
    fn json(status: u16, body: String) -> Self {
        Self { status, is_json: true, body: body.into(), sent: None }
    }
}

impl World {
    /// Counts a request and says what goes wrong with it.
    pub(super) fn begin(&mut self, method: Method, chat: Option<i64>) -> Option<Fault> {
        let n = self.calls.count(method);
        self.plan.choose(Asked { method: method.name(), chat, n })
    }

    pub(super) fn answer(&mut self, method: Method, result: Result<Applied, Refusal>) -> Answer {
        match result {
            Ok(applied) => {
                let body = format!("{{\"ok\":true,\"result\":{}}}", applied.json);
                Answer { sent: applied.sent, ..Answer::json(200, body) }
            }
            Err(refusal) => {
                self.calls.refuse(method.name(), &refusal);
                Answer::json(refusal.status, refusal.body())
            }
        }
    }

    pub(super) fn download(&mut self, path: &str) -> Answer {
        match self.media.download(path) {
            Some(body) => Answer { status: 200, is_json: false, body, sent: None },
            None => self.answer(Method::Download, Err(Refusal::new(404, "Not Found"))),
        }
    }

    /// Refuses what is no call of a method.
    pub(super) fn refuse(&mut self, name: &str, refusal: &Refusal) -> Response<Sent> {
        self.calls.refuse(name, refusal);
        self.response(Answer::json(refusal.status, refusal.body()))
    }

    pub(super) fn note(
        &mut self,
        method: Method,
        params: Params,
        fault: Option<&Fault>,
        answer: Option<&Answer>,
    ) {
        if !self.calls.keeps {
            return;
        }
        let body = |answer: &Answer| String::from_utf8_lossy(&answer.body).into_owned();
        self.calls.kept.push(Call {
            at: Instant::now(),
            method: method.name(),
            chat: params.chat(),
            json: Value::Object(params.map),
            answer: answer.map(|answer| (answer.status, body(answer))),
            fault: fault.map(Fault::kind),
        });
    }

    /// Notes whether the bot was told of a message it sent.
    fn answered(&mut self, sent: Option<(i64, i64)>, answered: bool) {
        let Some((chat, id)) = sent else { return };
        if let Some(shown) = self.chats.any(chat).message(id) {
            shown.answered = answered;
        }
    }

    pub(super) fn response(&self, answer: Answer) -> Response<Sent> {
        let mut response = Response::new(Sent::whole(answer.body));
        *response.status_mut() = StatusCode::from_u16(answer.status).expect("a status has three digits");
        let kind = if answer.is_json { "application/json" } else { "application/octet-stream" };
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
        // The connection writes the machine's own time by itself.
        if self.clock_offset_s != 0 {
            let now = chrono::DateTime::from_timestamp(self.now(), 0).expect("a time of our age");
            let date = now.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
            response.headers_mut().insert(DATE, HeaderValue::from_str(&date).expect("a date is ASCII"));
        }
        response
    }
}

/// Does to the answer what the fault wants; there is none where the fault kept the request from taking effect.
pub(super) async fn spoil(
    shared: &Shared,
    to_self: &mpsc::WeakUnboundedSender<Order>,
    fault: Fault,
    answer: Option<Answer>,
) -> Result<Response<Sent>, Hangup> {
    shared.world().answered(answer.as_ref().and_then(|answer| answer.sent), !fault.loses_answer());
    let respond = |answer: Answer| Ok(shared.world().response(answer));
    let refuse = |refusal: Refusal| respond(Answer::json(refusal.status, refusal.body()));
    let answer = answer.unwrap_or_else(|| Answer::json(200, String::new()));
    match fault {
        Fault::TooMany { retry_after } => refuse(Refusal::too_many(retry_after)),
        Fault::Json { status, .. } => refuse(Refusal::new(status, "Internal Server Error")),
        Fault::Foreign { status } => {
            respond(Answer::json(status, r#"{"error":"the proxy does not like this"}"#.to_owned()))
        }
        Fault::Html { status, .. } => {
            let page = format!(
                "<html>\r\n<head><title>{status}</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"
            );
            let mut response = respond(Answer::json(status, page))?;
            response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/html"));
            Ok(response)
        }
        Fault::CutJson => {
            let half = answer.body.slice(..answer.body.len() / 2);
            respond(Answer { body: half, ..answer })
        }
        Fault::CutBody => {
            let length = HeaderValue::from(answer.body.len());
            let half = answer.body.slice(..answer.body.len() / 2);
            let mut response = respond(answer)?;
            response.headers_mut().insert(CONTENT_LENGTH, length);
            *response.body_mut() = Sent::cut(half);
            Ok(response)
        }
        Fault::Wrong(body) => respond(Answer::json(200, body.to_owned())),
        Fault::ResetBefore | Fault::ResetAfter => Err(Hangup::Reset),
        Fault::Refuse(length) => {
            let handle = to_self.upgrade();
            handle.map(|handle| handle.send(Order::Refuse(length)));
            // This connection ends with all others, once new ones are refused.
            std::future::pending().await
        }
        Fault::LateAnswer(length) => {
            // A caller that hangs up meanwhile ends this, and the message stays unanswered.
            tokio::time::sleep(length).await;
            shared.world().answered(answer.sent, true);
            respond(answer)
        }
        Fault::Duplicate { .. } | Fault::Reorder => respond(answer),
    }
}

/// A body in one piece, or one that breaks off after its only piece.
pub(super) struct Sent {
    piece: Option<Bytes>,
    length: Option<u64>,
    /// Polls before it breaks off; in between, what was written leaves.
    left: u8,
}

impl Sent {
    fn whole(bytes: Bytes) -> Self {
        Self { length: Some(bytes.len() as u64), piece: Some(bytes), left: 0 }
    }

    fn cut(bytes: Bytes) -> Self {
        Self { piece: Some(bytes), length: None, left: 2 }
    }
}

impl Body for Sent {
    type Data = Bytes;
    type Error = Hangup;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Hangup>>> {
        if let Some(piece) = self.piece.take().filter(|piece| !piece.is_empty()) {
            return Poll::Ready(Some(Ok(Frame::data(piece))));
        }
        if self.length.is_some() {
            return Poll::Ready(None);
        }
        if self.left == 0 {
            return Poll::Ready(Some(Err(Hangup::Cut)));
        }
        self.left -= 1;
        context.waker().wake_by_ref();
        Poll::Pending
    }

    fn is_end_stream(&self) -> bool {
        self.length.is_some() && self.piece.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        self.length.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
