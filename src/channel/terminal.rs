//! The conversation in a terminal, for people: typed lines to events, messages to lines that fit the window.
//!
//! Piped, it reads lines and prints plain text. Nothing that is typed is kept here, and nothing raw is printed.

mod line;
mod paint;
mod wrap;

use std::collections::BTreeSet;
use std::io::{self, Write, stdout};
use std::path::PathBuf;
use std::time::Duration;

use self::line::{Input, Lines};
use self::paint::{Aids, Look};
use super::json::ChannelError;
use super::session::{Said, Session};
use crate::content::{FieldKind, Language};
use crate::dialogue::{Button, ButtonKind, Event, Message, Reference, Role};
use crate::engine::ApplicantId;
use crate::papers;
use crate::personal::Personal;

/// How long a prompt stays before reminders that came due are looked for.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// The columns of a window that does not tell.
const COLUMNS_UNTOLD: usize = 80;

/// What stands at both ends of the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Surface {
    /// Both ends are a terminal: lines are edited at a prompt.
    pub prompt: bool,
    /// The output is a window, whose columns count.
    pub window: bool,
    /// Colours and bold are wanted.
    pub colour: bool,
}

/// Speaks in the terminal until the applicant leaves or the input ends.
///
/// # Errors
///
/// [`ChannelError`].
pub async fn run(
    session: &mut Session,
    applicant: &ApplicantId,
    surface: Surface,
) -> Result<(), ChannelError> {
    let mut lines = if surface.prompt { Lines::edited()? } else { Lines::piped() };
    let mut talk = Talk {
        session,
        applicant: applicant.clone(),
        surface,
        look: Look { colour: surface.colour, columns: None },
        spoken: &Language::ALL,
        offered: BTreeSet::from([TAKEOVER.to_owned()]),
        hinted: false,
    };
    talk.look(&lines);
    talk.arrive().await?;
    let mut interrupted = false;
    loop {
        talk.remind().await?;
        let input = talk.next(&mut lines).await?;
        talk.look(&lines);
        let meant = match input {
            Input::Line(line) => meant(&line, &talk.offered),
            Input::End if lines.is_edited() => Meant::Leave,
            Input::End => return Ok(()),
            Input::Interrupted if interrupted => Meant::Leave,
            Input::Interrupted => {
                interrupted = true;
                talk.note("chat-interrupted", None)?;
                continue;
            }
        };
        interrupted = false;
        match meant {
            Meant::Nothing => {}
            Meant::Leave => return talk.note("chat-leave", None),
            Meant::FileMissing => talk.note("chat-file-how", None)?,
            Meant::Event(event) => talk.turn(&event).await?,
        }
    }
}

/// The option that takes over an earlier filing's answers; it may have been offered before the conversation was left.
const TAKEOVER: &str = "nav.takeover";

/// What a typed line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Meant {
    Nothing,
    Leave,
    FileMissing,
    Event(Event),
}

/// Reads a typed line; `offered` are the navigation ids that were shown.
fn meant(line: &str, offered: &BTreeSet<String>) -> Meant {
    let line = line.trim();
    if line.is_empty() {
        return Meant::Nothing;
    }
    let Some(command) = line.strip_prefix(['/', '／']) else {
        return Meant::Event(Event::Typed(Personal::from(line)));
    };
    let (name, rest) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
    let name = name.to_lowercase();
    match (name.as_str(), path(rest)) {
        ("quit" | "exit", _) => Meant::Leave,
        ("file", None) => Meant::FileMissing,
        ("file", Some(path)) => Meant::Event(Event::FileSent(papers::look(&path))),
        (name, None) if offered.contains(&format!("nav.{name}")) => {
            Meant::Event(Event::Chosen(format!("nav.{name}")))
        }
        (_, _) => Meant::Event(Event::Typed(Personal::from(line))),
    }
}

/// A typed path: quotes and escaped blanks, as terminals write them when a file is dropped, and `~/` are understood.
fn path(typed: &str) -> Option<PathBuf> {
    let typed = typed.trim();
    let quoted = ['"', '\''].into_iter().find_map(|quote| typed.strip_prefix(quote)?.strip_suffix(quote));
    let text = quoted.map_or_else(|| typed.replace("\\ ", " "), str::to_owned);
    if text.is_empty() {
        return None;
    }
    match (text.strip_prefix("~/"), std::env::home_dir()) {
        (Some(below), Some(home)) => Some(home.join(below)),
        (_, _) => Some(PathBuf::from(text)),
    }
}

/// A conversation under way.
struct Talk<'a> {
    session: &'a mut Session,
    applicant: ApplicantId,
    surface: Surface,
    look: Look,
    spoken: &'static [Language],
    /// The navigation ids shown so far.
    offered: BTreeSet<String>,
    /// How to answer by number was said.
    hinted: bool,
}

impl Talk<'_> {
    /// What was said in the meantime, a word of welcome, and the panel.
    async fn arrive(&mut self) -> Result<(), ChannelError> {
        let state = self.session.engine().state(&self.applicant).await?.unwrap_or_default();
        self.spoken = self.session.spoken(&state);
        if self.surface.prompt {
            print("\n")?;
        }
        let missed = self.session.undelivered(&self.applicant).await?;
        self.show(&missed).await?;
        self.remind().await?;
        if let Some(filing) = state.active().filter(|filing| filing.revision > 0) {
            self.note("chat-welcome-back", Some(&filing.reference))?;
        }
        self.turn(&Event::Arrived).await
    }

    async fn turn(&mut self, event: &Event) -> Result<(), ChannelError> {
        let (said, turned) = self.session.turn(&self.applicant, event).await?;
        self.spoken = self.session.spoken(&turned.state);
        self.show(&said).await
    }

    /// Shows the reminders that came due.
    async fn remind(&mut self) -> Result<(), ChannelError> {
        for said in self.session.fire_due().await? {
            self.show(&said).await?;
        }
        Ok(())
    }

    /// The next line; at a prompt, reminders that come due meanwhile are shown above it.
    async fn next(&mut self, lines: &mut Lines) -> Result<Input, ChannelError> {
        lines.begin();
        loop {
            tokio::select! {
                input = lines.next() => {
                    if lines.is_edited() {
                        print("\n")?;
                    }
                    return Ok(input?);
                }
                () = tokio::time::sleep(LOOK_EVERY), if lines.can_interrupt() => {
                    // The window is in the editor's hands: what fails here fails again, and in the open, at the next turn.
                    if let Err(error) = self.remind_above(lines).await {
                        tracing::warn!(%error, "a reminder could not be shown at the prompt");
                    }
                }
            }
        }
    }

    async fn remind_above(&mut self, lines: &mut Lines) -> Result<(), ChannelError> {
        for said in self.session.fire_due().await? {
            let text: String = said.messages.iter().map(|pending| self.paint(&pending.message)).collect();
            lines.interrupt(text)?;
            for pending in &said.messages {
                self.session.delivered(pending).await?;
            }
        }
        Ok(())
    }

    /// Shows messages, and marks each as handed over once it is shown.
    async fn show(&mut self, said: &Said) -> Result<(), ChannelError> {
        for pending in &said.messages {
            let text = self.paint(&pending.message);
            print(&text)?;
            if let Some(file) = &pending.message.file
                && let Some(path) = self.session.keep_file(&said.to, file)?
            {
                print(&format!("{}\n\n", path.display()))?;
            }
            self.session.delivered(pending).await?;
        }
        Ok(())
    }

    fn paint(&mut self, message: &Message) -> String {
        let nav = |button: &&Button| button.kind == ButtonKind::Nav;
        self.offered.extend(message.options.iter().filter(nav).map(|button| button.id.clone()));
        let aids = self.aids(message);
        format!("{}\n", paint::message(message, &aids, self.look))
    }

    /// What the terminal adds to a question: how to answer it here.
    fn aids(&mut self, message: &Message) -> Aids {
        let mut aids = Aids::default();
        if message.role != Role::Ask {
            return aids;
        }
        let content = self.session.engine().content();
        let field = message.asks.as_deref().and_then(|id| content.field(id));
        if field.is_some_and(|field| field.kind == FieldKind::Paper) {
            aids.commands.push(("/file", self.say("chat-file", None)));
        }
        if !self.hinted && message.options.iter().any(|button| button.kind == ButtonKind::Choice) {
            self.hinted = true;
            aids.hints.push(self.say("chat-number-hint", None));
        }
        aids
    }

    /// A line of the terminal itself.
    fn note(&self, id: &str, reference: Option<&Reference>) -> Result<(), ChannelError> {
        let text = paint::aside(&self.say(id, reference), self.look);
        Ok(print(&format!("{text}\n"))?)
    }

    fn say(&self, id: &str, reference: Option<&Reference>) -> String {
        let value = |name: &str| reference.filter(|_| name == "reference").map(Reference::to_string);
        let content = self.session.engine().content();
        let said: Vec<String> =
            self.spoken.iter().map(|language| content.texts.say(*language, id, value)).collect();
        said.join("\n")
    }

    fn look(&mut self, lines: &Lines) {
        self.look.columns = self.surface.window.then(|| lines.columns().unwrap_or(COLUMNS_UNTOLD));
    }
}

fn print(text: &str) -> io::Result<()> {
    let mut out = stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped;

    fn typed(text: &str) -> Meant {
        Meant::Event(Event::Typed(Personal::from(text)))
    }

    fn check(line: &str, expected: &Meant) {
        let offered = BTreeSet::from([TAKEOVER.to_owned(), "nav.keep".to_owned()]);
        assert_eq!(meant(line, &offered), *expected, "{line}");
    }

    #[test]
    fn a_line_is_an_answer_a_command_or_a_button() {
        check("  \t", &Meant::Nothing);
        check(" 1 3 \r", &typed("1 3"));
        check("/help", &typed("/help"));
        check("/edit consent", &typed("/edit consent"));
        check("/keep", &Meant::Event(Event::Chosen("nav.keep".to_owned())));
        check("／TakeOver", &Meant::Event(Event::Chosen("nav.takeover".to_owned())));
        check("/QUIT", &Meant::Leave);
        check("/exit now", &Meant::Leave);
        check("/file ", &Meant::FileMissing);
    }

    #[test]
    fn a_dropped_file_is_found() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let file = folder.path().join("my id.png");
        std::fs::write(&file, b"\x89PNG\r\n\x1a\n....").expect("a file can be written");
        let file = file.display().to_string();
        for typed in [file.clone(), format!("'{file}'"), format!("\"{file}\""), file.replace(' ', "\\ ")] {
            let Meant::Event(Event::FileSent(facts)) = meant(&format!("/file {typed}"), &BTreeSet::new())
            else {
                panic!("{typed} is no file");
            };
            assert_eq!((facts.size, facts.format), (Some(12), Some("png")), "{typed}");
        }
    }

    #[test]
    fn the_terminal_has_its_words_in_both_languages() {
        let content = shipped();
        let ids = ["welcome-back", "leave", "interrupted", "number-hint", "file", "file-how"];
        for language in Language::ALL {
            for id in ids {
                assert!(content.texts.has(language, &format!("chat-{id}")), "chat-{id} in {}", language.id());
            }
        }
    }
}
