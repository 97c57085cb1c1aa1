//! The parameters of a call, wherever they stood: JSON, a form, the query, or the parts of an upload.

use std::borrow::Cow;

use hyper::body::Bytes;
use serde_json::{Map, Value};

/// A file in a multipart body.
#[derive(Debug, Clone)]
pub(super) struct Upload {
    /// The name of the part.
    pub(super) part: String,
    pub(super) name: String,
    pub(super) bytes: Bytes,
}

/// What a call was given.
#[derive(Debug, Default)]
pub(super) struct Params {
    pub(super) map: Map<String, Value>,
    pub(super) uploads: Vec<Upload>,
}

impl Params {
    /// Reads a request; `Err`: what of it cannot be read.
    pub(super) fn read(query: Option<&str>, content_type: &str, body: &Bytes) -> Result<Self, &'static str> {
        let mut params = Self::default();
        if let Some(query) = query {
            params.form(query);
        }
        if body.is_empty() {
            return Ok(params);
        }
        if content_type.starts_with("application/json") {
            match serde_json::from_slice(body) {
                Ok(map) if params.map.is_empty() => params.map = map,
                Ok(map) => params.map.extend(map),
                Err(_) => return Err("can't parse request JSON object"),
            }
        } else if content_type.starts_with("application/x-www-form-urlencoded") {
            params.form(std::str::from_utf8(body).map_err(|_| "the form is not UTF-8")?);
        } else if let Some((_, boundary)) = content_type.split_once("boundary=") {
            params.parts(boundary.trim_matches('"'), body).ok_or("can't parse the multipart body")?;
        } else {
            return Err("unsupported content type");
        }
        Ok(params)
    }

    fn form(&mut self, form: &str) {
        let url = reqwest::Url::parse(&format!("http://form/?{form}")).expect("any query is one");
        let pairs = url.query_pairs();
        self.map.extend(pairs.map(|(key, value)| (key.into_owned(), Value::String(value.into_owned()))));
    }

    /// The parts of a multipart body: files and fields.
    fn parts(&mut self, boundary: &str, body: &Bytes) -> Option<()> {
        let (opening, between) = (format!("--{boundary}\r\n"), format!("\r\n--{boundary}"));
        let mut at = find(body, opening.as_bytes())? + opening.len();
        loop {
            let head_end = at + find(&body[at..], b"\r\n\r\n")?;
            let head = std::str::from_utf8(&body[at..head_end]).ok()?;
            let content = head_end + 4;
            let end = content + find(&body[content..], between.as_bytes())?;
            self.part(head, body.slice(content..end))?;
            at = end + between.len();
            if body[at..].starts_with(b"--") {
                return Some(());
            }
            at += 2;
        }
    }

    fn part(&mut self, head: &str, bytes: Bytes) -> Option<()> {
        let quoted = |key: &str| {
            let (_, rest) = head.split_once(&format!("; {key}=\""))?;
            rest.split('"').next().map(str::to_owned)
        };
        let part = quoted("name")?;
        if let Some(name) = quoted("filename") {
            self.uploads.push(Upload { part, name, bytes });
        } else {
            let text = String::from_utf8(bytes.to_vec()).ok()?;
            self.map.insert(part, Value::String(text));
        }
        Some(())
    }

    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.map.get(key).and_then(Value::as_str)
    }

    /// A whole number, which a form writes as text.
    pub(super) fn number(&self, key: &str) -> Option<i64> {
        let value = self.map.get(key)?;
        value.as_i64().or_else(|| value.as_str()?.parse().ok())
    }

    pub(super) fn flag(&self, key: &str) -> bool {
        match self.map.get(key) {
            Some(Value::Bool(flag)) => *flag,
            Some(Value::String(text)) => text.eq_ignore_ascii_case("true") || text == "1",
            _ => false,
        }
    }

    /// An object or a list, which a form writes as JSON text; `Err`: it is neither.
    pub(super) fn nested(&self, key: &str) -> Result<Option<Cow<'_, Value>>, ()> {
        match self.map.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) if text.is_empty() => Ok(None),
            Some(Value::String(text)) => {
                serde_json::from_str(text).map(|value| Some(Cow::Owned(value))).map_err(|_| ())
            }
            Some(value @ (Value::Object(_) | Value::Array(_))) => Ok(Some(Cow::Borrowed(value))),
            Some(Value::Bool(_) | Value::Number(_)) => Err(()),
        }
    }

    pub(super) fn chat(&self) -> Option<i64> {
        self.number("chat_id")
    }
}

/// Where the needle starts.
fn find(hay: &[u8], needle: &[u8]) -> Option<usize> {
    hay.windows(needle.len()).position(|window| window == needle)
}
