//! The text of a transcript, read into its lines. Promises that every name in it exists, so that a slip of the pen
//! is told with its line instead of being played; must never look at what the bot says.

use chrono::{DateTime, TimeDelta, Utc};

use crate::channel::json::parse_length;
use crate::content::{Content, GateKind, Language};
use crate::dialogue::{FileFacts, STOP_FIELD};

/// A transcript, read.
#[derive(Debug)]
pub struct Script {
    pub(super) head: Head,
    pub(super) lines: Vec<Line>,
}

/// When a conversation takes place, and under which rules.
#[derive(Debug)]
pub struct Head {
    /// The edition of new filings, by id.
    pub edition: String,
    /// When it begins.
    pub at: DateTime<Utc>,
    /// The language is known from the start, and not asked.
    pub language: Option<Language>,
    /// Who talks.
    pub name: String,
    /// A support team is set up.
    pub team: bool,
}

/// A line as it stands in the file, and what it means.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) raw: String,
    pub(super) entry: Entry,
}

/// What a line means.
#[derive(Debug)]
pub(super) enum Entry {
    /// A blank, a comment, the head.
    Aside,
    /// Answers for `until>`, by field.
    With(Vec<(String, String)>),
    /// Something is done: a turn begins.
    Act(Act),
    /// Something must be so after the turn.
    Expect(Expect),
}

/// Something that is done.
#[derive(Debug)]
pub(super) enum Act {
    Typed(String),
    Pressed(String),
    Sent(FileFacts),
    Waited(TimeDelta),
    /// Whatever is asked is answered, until this field is asked or this stage is reached.
    Until(String),
    /// Somebody else takes the keyboard.
    As(String),
}

/// Something that must be so.
#[derive(Debug)]
pub(super) enum Expect {
    Bot(String),
    /// No message of the turn says this.
    Not(String),
    Asks(String),
    Stage(String),
    Type(String),
    Refused(String),
    Closed(String),
    Tickets(String),
}

impl Expect {
    /// The word before the `>`, as it is written.
    pub(super) fn word(&self) -> &'static str {
        match self {
            Self::Bot(_) => "bot >",
            Self::Not(_) => "not >",
            Self::Asks(_) => "asks>",
            Self::Stage(_) => "stage>",
            Self::Type(_) => "type>",
            Self::Refused(_) => "refused>",
            Self::Closed(_) => "closed>",
            Self::Tickets(_) => "tickets>",
        }
    }
}

/// A line that is no transcript's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{line}: {what}")]
pub struct Malformed {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong, and what was expected.
    pub what: String,
}

impl Script {
    /// When it takes place, and under which rules.
    #[must_use]
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// Reads a transcript.
    ///
    /// # Errors
    ///
    /// [`Malformed`]: the first line that does not fit.
    pub fn read(text: &str, content: &Content) -> Result<Self, Malformed> {
        if !text.starts_with("# ") {
            return Err(Malformed {
                line: 1,
                what: "expected `# ` and a sentence that says what this shows".to_owned(),
            });
        }
        let mut head = None;
        let mut lines = Vec::new();
        for (raw, line) in text.lines().zip(1..) {
            let malformed = |what| Malformed { line, what };
            let silent = raw.trim().is_empty() || raw.starts_with('#');
            let entry = if silent {
                Entry::Aside
            } else if head.is_none() {
                head = Some(read_head(raw, content).map_err(malformed)?);
                Entry::Aside
            } else {
                read_line(raw, content).map_err(malformed)?
            };
            lines.push(Line { raw: raw.to_owned(), entry });
        }
        let line = lines.len();
        let head =
            head.ok_or(Malformed { line, what: "expected a line `edition: …   at: …`".to_owned() })?;
        Ok(Self { head, lines })
    }
}

/// `key: value   key: value`: pairs stand apart by two blanks or more.
fn read_head(raw: &str, content: &Content) -> Result<Head, String> {
    let (mut edition, mut at) = (None, None);
    let (mut language, mut name, mut team) = (None, "me".to_owned(), false);
    for part in raw.split("  ").map(str::trim).filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once(':').ok_or_else(|| format!("`{part}` is not `key: value`"))?;
        let value = value.trim();
        match key {
            "edition" if content.edition_number(value).is_some() => edition = Some(value.to_owned()),
            "edition" => return Err(format!("there is no edition `{value}`")),
            "at" => {
                let read = DateTime::parse_from_str(value, "%Y-%m-%d %H:%M %:z");
                at = Some(
                    read.map_err(|_| "expected a time such as 2026-03-02 09:00 +08:00")?.with_timezone(&Utc),
                );
            }
            "lang" => language = Some(Language::parse(value).ok_or("expected lang: zh-CN or lang: en")?),
            "as" => value.clone_into(&mut name),
            "team" => team = value == "yes",
            _ => return Err(format!("`{key}` is none of edition, at, lang, as, team")),
        }
    }
    let edition = edition.ok_or("expected `edition: …`")?;
    let at = at.ok_or("expected `at: …`")?;
    Ok(Head { edition, at, language, name, team })
}

fn read_line(raw: &str, content: &Content) -> Result<Entry, String> {
    if let Some(length) = raw.strip_prefix("+ ") {
        let length = parse_length(length).ok_or("expected a length of time such as 25h, 15d or 90m")?;
        return Ok(Entry::Act(Act::Waited(length)));
    }
    let (word, rest) =
        raw.split_once('>').ok_or("expected a line such as `user> …`, `asks> …` or `+ 25h`")?;
    let rest = rest.trim();
    let own = || rest.to_owned();
    let entry = match word.trim() {
        "with" => Entry::With(read_answers(rest, content)?),
        "user" => Entry::Act(match rest.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(button) => Act::Pressed(button.to_owned()),
            None => Act::Typed(own()),
        }),
        "file" => Entry::Act(Act::Sent(read_file(rest)?)),
        "until" if is_asked(content, rest) || content.stage_number(rest).is_some() => {
            Entry::Act(Act::Until(own()))
        }
        "until" => return Err(format!("`{rest}` is neither a field nor a stage")),
        "as" => Entry::Act(Act::As(own())),
        "bot" => Entry::Expect(Expect::Bot(own())),
        "not" => Entry::Expect(Expect::Not(own())),
        "asks" if rest == "-" || is_asked(content, rest) => Entry::Expect(Expect::Asks(own())),
        "asks" => return Err(format!("there is no field `{rest}`")),
        "stage" if content.stage_number(rest).is_some() => Entry::Expect(Expect::Stage(own())),
        "stage" => return Err(format!("there is no stage `{rest}`")),
        "type" => Entry::Expect(Expect::Type(own())),
        "refused" => Entry::Expect(Expect::Refused(own())),
        "closed" if rest == "-" || is_reason(content, rest) => Entry::Expect(Expect::Closed(own())),
        "closed" => return Err(format!("nothing closes a filing with `{rest}`")),
        "tickets" => Entry::Expect(Expect::Tickets(own())),
        other => {
            return Err(format!(
                "`{other}>` is none of user, file, until, with, as, bot, not, asks, stage, type, refused, closed, tickets"
            ));
        }
    };
    Ok(entry)
}

fn is_asked(content: &Content, id: &str) -> bool {
    id == STOP_FIELD || content.field(id).is_some()
}

fn is_reason(content: &Content, id: &str) -> bool {
    content.gates.iter().any(|gate| match &gate.kind {
        GateKind::Exit { reason } => reason == id,
        GateKind::Stop { .. } => false,
    })
}

/// `FIELD = VALUE   FIELD = VALUE`.
fn read_answers(rest: &str, content: &Content) -> Result<Vec<(String, String)>, String> {
    let answer = |part: &str| {
        let (field, value) =
            part.split_once(" = ").ok_or_else(|| format!("`{part}` is not `FIELD = VALUE`"))?;
        if content.field(field).is_none() {
            return Err(format!("there is no field `{field}`"));
        }
        Ok((field.to_owned(), value.trim().to_owned()))
    };
    rest.split("  ").map(str::trim).filter(|part| !part.is_empty()).map(answer).collect()
}

/// `jpg 120000`, `other 120000`, `unreadable`.
fn read_file(rest: &str) -> Result<FileFacts, String> {
    let expected = "expected a format and a size such as `jpg 120000`, `other 120000`, or `unreadable`";
    if rest == "unreadable" {
        return Ok(FileFacts { size: None, format: None });
    }
    let (format, size) = rest.split_once(' ').ok_or(expected)?;
    let format = match format {
        "jpg" => Some("jpg"),
        "png" => Some("png"),
        "gif" => Some("gif"),
        "pdf" => Some("pdf"),
        "other" => None,
        _ => return Err(expected.to_owned()),
    };
    Ok(FileFacts { size: Some(size.trim().parse().map_err(|_| expected)?), format })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped;

    const HEAD: &str = "# A sentence.\nedition: current   at: 2026-03-02 09:00 +08:00\n";

    fn check(text: &str, line: usize, words: &str) {
        let malformed = Script::read(text, &shipped()).expect_err("this is no transcript");
        assert_eq!(malformed.line, line, "{malformed}");
        assert!(malformed.what.contains(words), "{malformed}");
    }

    #[test]
    fn a_slip_of_the_pen_is_told_with_its_line() {
        check("user> hello\n", 1, "a sentence");
        check("# A sentence.\n", 1, "edition");
        check("# A sentence.\nedition: 2031   at: 2026-03-02 09:00 +08:00\n", 2, "no edition `2031`");
        check("# A sentence.\nedition: current   at: tomorrow\n", 2, "a time such as");
        check(&format!("{HEAD}asks> site.nmae\n"), 3, "no field `site.nmae`");
        check(&format!("{HEAD}\nuntil> nowhere\n"), 4, "neither a field nor a stage");
        check(&format!("{HEAD}with> site.name: x\n"), 3, "FIELD = VALUE");
        check(&format!("{HEAD}closed> sorrow\n"), 3, "sorrow");
        check(&format!("{HEAD}+ soon\n"), 3, "a length of time");
        check(&format!("{HEAD}file> jpg\n"), 3, "a format and a size");
        check(&format!("{HEAD}says> hello\n"), 3, "says>");
        check(&format!("{HEAD}hello\n"), 3, "a line such as");
    }
}
