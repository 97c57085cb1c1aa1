//! The conversation as JSON lines: one object per line in, messages and an end line out. Other programs rely on it.

use std::io::{BufRead, Write};
use std::path::PathBuf;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use serde_json::{Value, json};

use super::session::{Place, Said, Session, accepted, plain_text};
use crate::dialogue::{Button, ButtonKind, Event, State, Verdict};
use crate::engine::{ApplicantId, EngineError};
use crate::papers;
use crate::personal::Personal;

/// The longest input line that is read, in bytes.
const LINE_BYTES_MAX: u64 = 1024 * 1024;

/// One input line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Input {
    text: Option<String>,
    choose: Option<String>,
    file: Option<PathBuf>,
    advance: Option<String>,
    advance_to: Option<String>,
    desk: Option<Value>,
    #[serde(rename = "as")]
    name: Option<String>,
}

/// What one input line asks for.
enum Asked {
    Turn(Event),
    Move(DateTime<Utc>),
}

/// Why the conversation ended early.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ChannelError {
    /// The engine failed.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// Reading or writing failed.
    #[error("the conversation broke off: {0}")]
    Io(#[from] std::io::Error),
}

/// Speaks JSON lines until the input ends.
///
/// # Errors
///
/// [`ChannelError`]. A malformed line is answered, not an error.
pub async fn run(
    session: &mut Session,
    applicant: &ApplicantId,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<(), ChannelError> {
    let talked = talk(session, applicant, input, out).await;
    if let Err(ChannelError::Engine(error)) = &talked {
        write_line(out, &json!({ "error": error.to_string() }))?;
    }
    talked
}

async fn talk(
    session: &mut Session,
    applicant: &ApplicantId,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<(), ChannelError> {
    let waiting = session.undelivered(applicant).await?;
    hand_over(session, &waiting, out).await?;
    for said in session.fire_due().await? {
        hand_over(session, &said, out).await?;
    }
    let mut state = turn(session, applicant, &Event::Arrived, out, false).await?;
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = std::io::Read::take(&mut *input, LINE_BYTES_MAX).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(());
        }
        let too_long = read as u64 == LINE_BYTES_MAX && !line.ends_with(b"\n");
        if too_long {
            input.skip_until(b'\n')?;
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        for said in session.fire_due().await? {
            hand_over(session, &said, out).await?;
        }
        let parsed = if too_long {
            Err(format!("this line is longer than {LINE_BYTES_MAX} bytes"))
        } else {
            parse(&line, session)
        };
        match parsed {
            Err(what) => {
                write_line(out, &json!({ "error": what }))?;
                end(session, &state, &Verdict::Neither, out)?;
            }
            Ok((name, asked)) => {
                // Who is not named is the one the conversation was begun with.
                let speaker = name.unwrap_or_else(|| applicant.clone());
                if !session.has_seen(&speaker) {
                    let waiting = session.undelivered(&speaker).await?;
                    hand_over(session, &waiting, out).await?;
                }
                state = match asked {
                    Asked::Turn(event) => turn(session, &speaker, &event, out, true).await?,
                    Asked::Move(to) => {
                        for said in session.advance(to).await? {
                            hand_over(session, &said, out).await?;
                        }
                        let state = session.engine().state(&speaker).await?.unwrap_or_default();
                        end(session, &state, &Verdict::Neither, out)?;
                        state
                    }
                };
            }
        }
    }
}

async fn turn(
    session: &mut Session,
    applicant: &ApplicantId,
    event: &Event,
    out: &mut dyn Write,
    judged: bool,
) -> Result<State, ChannelError> {
    let (said, turned) = session.turn(applicant, event).await?;
    hand_over(session, &said, out).await?;
    let verdict = if judged { turned.verdict } else { Verdict::Neither };
    end(session, &turned.state, &verdict, out)?;
    Ok(State::clone(&turned.state))
}

fn parse(line: &[u8], session: &Session) -> Result<(Option<ApplicantId>, Asked), String> {
    let line = std::str::from_utf8(line).map_err(|_| "this line is not UTF-8".to_owned())?;
    let input: Input = serde_json::from_str(line).map_err(|error| {
        format!("this line is no input ({error}); expected one of {{\"text\":..}}, {{\"choose\":..}}, {{\"file\":..}}, {{\"advance\":..}}, {{\"advance-to\":..}}")
    })?;
    let given = [
        input.text.is_some(),
        input.choose.is_some(),
        input.file.is_some(),
        input.advance.is_some(),
        input.advance_to.is_some(),
        input.desk.is_some(),
    ];
    if given.into_iter().filter(|given| *given).count() != 1 {
        return Err("expected exactly one of text, choose, file, advance, advance-to, desk".to_owned());
    }
    let asked = if let Some(text) = input.text {
        Asked::Turn(Event::Typed(Personal::new(text)))
    } else if let Some(id) = input.choose {
        Asked::Turn(Event::Chosen(id))
    } else if let Some(path) = input.file {
        Asked::Turn(Event::FileSent(papers::look(&path)))
    } else if input.desk.is_some() {
        return Err("there is no desk on this installation".to_owned());
    } else {
        Asked::Move(target(session, input.advance.as_deref(), input.advance_to.as_deref())?)
    };
    let name = input.name.as_deref().map(|name| {
        ApplicantId::local(name)
            .ok_or("expected a name of 1 to 64 characters, none of them control characters")
    });
    Ok((name.transpose()?, asked))
}

fn target(session: &Session, advance: Option<&str>, to: Option<&str>) -> Result<DateTime<Utc>, String> {
    if !session.is_frozen() {
        return Err("the clock can only be moved with --now, which makes it stand still".to_owned());
    }
    let target = match (advance, to) {
        (Some(length), _) => {
            let length =
                parse_length(length).ok_or("expected a length such as \"25h\", \"90m\" or \"3d\"")?;
            session.now().checked_add_signed(length).ok_or("that lies beyond the calendar")?
        }
        (None, Some(to)) => DateTime::parse_from_rfc3339(to)
            .map_err(|_| "expected a time such as 2026-03-01T09:00:00+08:00")?
            .with_timezone(&Utc),
        (None, None) => session.now(),
    };
    if target < session.now() {
        return Err("the clock only moves forward".to_owned());
    }
    Ok(target)
}

/// The longest length of time, in days: a hundred years.
const LENGTH_DAYS_MAX: i64 = 36_525;

/// A length of time such as `25h`, `3d12h`, `90m` or `45s`.
#[must_use]
pub fn parse_length(text: &str) -> Option<TimeDelta> {
    let longest = TimeDelta::days(LENGTH_DAYS_MAX);
    let mut total = TimeDelta::zero();
    let mut digits = String::new();
    for char in text.trim().chars() {
        if char.is_ascii_digit() {
            digits.push(char);
            continue;
        }
        let count: i64 = digits.parse().ok()?;
        digits.clear();
        let part = match char {
            'd' => TimeDelta::try_days(count),
            'h' => TimeDelta::try_hours(count),
            'm' => TimeDelta::try_minutes(count),
            's' => TimeDelta::try_seconds(count),
            _ => None,
        };
        total = total.checked_add(&part?)?;
    }
    (digits.is_empty() && !text.trim().is_empty() && total <= longest).then_some(total)
}

/// Writes messages, and marks each as handed over once it is written.
async fn hand_over(session: &Session, said: &Said, out: &mut dyn Write) -> Result<(), ChannelError> {
    for pending in &said.messages {
        let message = &pending.message;
        let mut files = Vec::new();
        if let Some(file) = &message.file
            && let Some(path) = session.keep_file(&said.to, file)?
        {
            files.push(json!({ "name": file.name, "path": path.display().to_string() }));
        }
        let options: Vec<Value> = message.options.iter().map(option).collect();
        let line = json!({
            "role": message.role,
            "to": said.to.as_str(),
            "text": plain_text(message),
            "options": options,
            "stage": message.stage,
            "asks": message.asks,
            "filing": message.filing,
            "at": message.at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
            "files": files,
        });
        write_line(out, &line)?;
        session.delivered(pending).await?;
    }
    Ok(())
}

fn option(button: &Button) -> Value {
    let kind = match button.kind {
        ButtonKind::Choice => "choice",
        ButtonKind::Nav => "nav",
        ButtonKind::Link => "link",
    };
    match button.chosen {
        Some(chosen) => json!({ "id": button.id, "label": button.label, "kind": kind, "chosen": chosen }),
        None => json!({ "id": button.id, "label": button.label, "kind": kind }),
    }
}

fn end(session: &Session, state: &State, verdict: &Verdict, out: &mut dyn Write) -> std::io::Result<()> {
    let Place { stage, asks, filing, filing_type, revision, closed } = session.place(state);
    let refused = match verdict {
        Verdict::Refused { field, reason } => json!({ "field": field, "reason": reason }),
        Verdict::Accepted | Verdict::Neither => Value::Null,
    };
    let line = json!({
        "end": true,
        "stage": stage,
        "asks": asks,
        "filing": filing,
        "type": filing_type,
        "revision": revision,
        "now": session.now().to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
        "accepted": accepted(verdict),
        "refused": refused,
        "closed": closed,
    });
    write_line(out, &line)
}

fn write_line(out: &mut dyn Write, line: &Value) -> std::io::Result<()> {
    writeln!(out, "{line}")?;
    out.flush()
}
