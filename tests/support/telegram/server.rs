//! The server's side of the line: accepts connections, reads requests, and lets them take effect.

use std::sync::Arc;
use std::time::Duration;

use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::header::CONTENT_TYPE;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use super::answers::{Answer, Hangup, Sent, spoil};
use super::faults::Fault;
use super::methods::{Applied, Method};
use super::params::Params;
use super::strict::Refusal;
use super::{Order, Shared, TOKEN, polling};

/// Starts the server's thread.
pub(super) fn spawn(
    listener: std::net::TcpListener,
    shared: Arc<Shared>,
    orders: mpsc::UnboundedReceiver<Order>,
    to_self: mpsc::WeakUnboundedSender<Order>,
) {
    listener.set_nonblocking(true).expect("a listener can be made not to block");
    let serve = move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime starts").block_on(accept(listener, shared, orders, to_self));
    };
    std::thread::Builder::new().name("telegram".to_owned()).spawn(serve).expect("a thread starts");
}

/// Takes connections until the last handle is gone.
async fn accept(
    listener: std::net::TcpListener,
    shared: Arc<Shared>,
    mut orders: mpsc::UnboundedReceiver<Order>,
    to_self: mpsc::WeakUnboundedSender<Order>,
) {
    let mut listener = TcpListener::from_std(listener).expect("the listener does not block");
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                let Ok((stream, _)) = accepted else { continue };
                while connections.try_join_next().is_some() {}
                connections.spawn(connection(stream, Arc::clone(&shared), to_self.clone()));
            }
            order = orders.recv() => {
                let Some(Order::Refuse(length)) = order else { return };
                listener = refuse(listener, &mut connections, length).await;
            }
        }
    }
}

/// Keeps the port without listening, so that connections are refused; ends those there are; then listens again.
async fn refuse(listener: TcpListener, connections: &mut JoinSet<()>, length: Duration) -> TcpListener {
    let address = listener.local_addr().expect("the listener is bound");
    drop(listener);
    let socket = TcpSocket::new_v4().expect("a socket opens");
    socket.set_reuseaddr(true).and_then(|()| socket.bind(address)).expect("the port is still ours");
    connections.shutdown().await;
    tokio::time::sleep(length).await;
    socket.listen(1024).expect("the socket is bound")
}

async fn connection(stream: TcpStream, shared: Arc<Shared>, to_self: mpsc::WeakUnboundedSender<Order>) {
    // Without it, answers of two segments would wait for an acknowledgement.
    stream.set_nodelay(true).ok();
    let service = service_fn(move |request| {
        let (shared, to_self) = (Arc::clone(&shared), to_self.clone());
        async move { serve(&shared, &to_self, request).await }
    });
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    let Err(error) = (&mut connection).await else { return };
    let cause = std::error::Error::source(&error).and_then(|cause| cause.downcast_ref());
    if let Some(Hangup::Reset) = cause {
        let stream = connection.into_parts().io.into_inner();
        stream.set_zero_linger().ok();
    }
}

/// What a request is for.
enum Target<'a> {
    Method(Method),
    File(&'a str),
    Unknown(Refusal),
}

/// Reads `/bot<TOKEN>/<method>` and `/file/bot<TOKEN>/<path>`.
fn target(path: &str) -> Target<'_> {
    let (is_file, rest) = match path.strip_prefix("/file") {
        Some(rest) => (true, rest),
        None => (false, path),
    };
    let parts = rest.strip_prefix("/bot").and_then(|rest| rest.split_once('/'));
    match parts {
        None => Target::Unknown(Refusal::new(404, "Not Found")),
        Some((token, _)) if token != TOKEN => Target::Unknown(Refusal::new(401, "Unauthorized")),
        Some((_, file)) if is_file => Target::File(file),
        Some((_, name)) => match Method::named(name) {
            Some(method) => Target::Method(method),
            None => Target::Unknown(Refusal::new(404, "Not Found: method not found")),
        },
    }
}

async fn serve(
    shared: &Shared,
    to_self: &mpsc::WeakUnboundedSender<Order>,
    request: Request<Incoming>,
) -> Result<Response<Sent>, Hangup> {
    let (parts, body) = request.into_parts();
    let body = body.collect().await?.to_bytes();
    let (method, file) = match target(parts.uri.path()) {
        Target::Method(method) => (method, ""),
        Target::File(path) => (Method::Download, path),
        Target::Unknown(refusal) => {
            let name = parts.uri.path().rsplit('/').next().unwrap_or_default();
            return Ok(shared.world().refuse(name, &refusal));
        }
    };
    let content_type = parts.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let params = match Params::read(parts.uri.query(), content_type.unwrap_or_default(), &body) {
        Ok(params) => params,
        Err(what) => return Ok(shared.world().refuse(method.name(), &Refusal::breach(what))),
    };
    let fault = shared.world().begin(method, params.chat());
    let is_prevented = fault.as_ref().is_some_and(|fault| !fault.applies());
    let answer =
        if is_prevented { None } else { Some(apply(shared, method, file, &params, fault.as_ref()).await) };
    shared.world().note(method, params, fault.as_ref(), answer.as_ref());
    match (fault, answer) {
        (None, answer) => Ok(shared.world().response(answer.expect("what nothing prevents is answered"))),
        (Some(fault), answer) => spoil(shared, to_self, fault, answer).await,
    }
}

/// Lets a request take effect.
async fn apply(
    shared: &Shared,
    method: Method,
    file: &str,
    params: &Params,
    fault: Option<&Fault>,
) -> Answer {
    if method == Method::GetUpdates {
        let result = polling::poll(shared, params, fault).await.map(Applied::of);
        return shared.world().answer(method, result);
    }
    let mut world = shared.world();
    if method == Method::Download {
        return world.download(file);
    }
    let result = world.apply(method, params);
    world.answer(method, result)
}
