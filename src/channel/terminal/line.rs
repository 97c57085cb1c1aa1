//! Where typed lines come from: an editor in a real terminal, standard input otherwise.
//!
//! What is typed is personal: nothing of it is ever written to a history file, and the editor remembers commands only.

use std::io::{self, BufRead, Read, StdinLock};
use std::sync::mpsc;
use std::thread;

use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;
use rustyline::{Config, Editor, ExternalPrinter};
use tokio::sync::mpsc as channel;

/// The longest line that is read from standard input, in bytes; the rest of a longer one is dropped.
const LINE_BYTES_MAX: u64 = 256 * 1024;

/// What stands before the cursor.
const PROMPT: &str = "> ";

/// What came from the keyboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Input {
    /// A line, without its end.
    Line(String),
    /// Ctrl-C.
    Interrupted,
    /// Ctrl-D, or the end of the input.
    End,
}

/// A source of typed lines.
pub(super) enum Lines {
    /// Read as they come.
    Piped(StdinLock<'static>),
    /// Edited at a prompt, on a thread of its own so that reminders can come meanwhile.
    Edited(Box<Edited>),
}

/// The ends of the editor's thread that stay here.
pub(super) struct Edited {
    asks: mpsc::Sender<()>,
    typed: channel::UnboundedReceiver<io::Result<Typed>>,
    columns: Option<usize>,
    printer: Option<Box<dyn ExternalPrinter + Send>>,
}

struct Typed {
    input: Input,
    columns: Option<usize>,
}

impl Lines {
    /// Lines of standard input, as they come.
    pub(super) fn piped() -> Self {
        Self::Piped(io::stdin().lock())
    }

    /// Lines edited at a prompt.
    pub(super) fn edited() -> io::Result<Self> {
        let config = Config::builder().auto_add_history(false).build();
        let history = MemHistory::with_config(&config);
        let mut editor = Editor::<(), MemHistory>::with_history(config, history).map_err(io::Error::other)?;
        let printer = editor.create_external_printer().ok();
        let columns = columns(&mut editor);
        let (asks, asked) = mpsc::channel();
        let (sender, typed) = channel::unbounded_channel();
        thread::Builder::new().name("line-editor".to_owned()).spawn(move || {
            while let Ok(()) = asked.recv() {
                let read = read(&mut editor);
                if sender.send(read).is_err() {
                    return;
                }
            }
        })?;
        let printer = printer.map(|printer| Box::new(printer) as Box<dyn ExternalPrinter + Send>);
        Ok(Self::Edited(Box::new(Edited { asks, typed, columns, printer })))
    }

    /// The columns of the window, as far as they are known.
    pub(super) fn columns(&self) -> Option<usize> {
        match self {
            Self::Piped(_) => None,
            Self::Edited(edited) => edited.columns,
        }
    }

    /// Whether there is a prompt.
    pub(super) fn is_edited(&self) -> bool {
        matches!(self, Self::Edited(_))
    }

    /// Shows the prompt, if there is one.
    pub(super) fn begin(&self) {
        if let Self::Edited(edited) = self {
            // A thread that is gone shows when its answer is waited for.
            let _ = edited.asks.send(());
        }
    }

    /// The next line. Dropping the future loses nothing.
    pub(super) async fn next(&mut self) -> io::Result<Input> {
        match self {
            Self::Piped(stdin) => piped(stdin),
            Self::Edited(edited) => {
                let typed = edited
                    .typed
                    .recv()
                    .await
                    .ok_or_else(|| io::Error::other("the line editor is gone"))??;
                edited.columns = typed.columns;
                Ok(typed.input)
            }
        }
    }

    /// Whether something can be shown while a line is typed.
    pub(super) fn can_interrupt(&self) -> bool {
        match self {
            Self::Piped(_) => false,
            Self::Edited(edited) => edited.printer.is_some(),
        }
    }

    /// Shows something above the line that is being typed.
    pub(super) fn interrupt(&mut self, text: String) -> io::Result<()> {
        match self {
            Self::Piped(_) => Ok(()),
            Self::Edited(edited) => match &mut edited.printer {
                Some(printer) => printer.print(text).map_err(io::Error::other),
                None => Ok(()),
            },
        }
    }
}

fn read(editor: &mut Editor<(), MemHistory>) -> io::Result<Typed> {
    let input = match editor.readline(PROMPT) {
        Ok(line) => {
            if is_bare_command(&line) {
                editor.add_history_entry(line.as_str()).map_err(io::Error::other)?;
            }
            Input::Line(line)
        }
        Err(ReadlineError::Interrupted) => Input::Interrupted,
        Err(ReadlineError::Eof) => Input::End,
        Err(error) => return Err(io::Error::other(error)),
    };
    Ok(Typed { input, columns: columns(editor) })
}

fn columns(editor: &mut Editor<(), MemHistory>) -> Option<usize> {
    editor.dimensions().map(|(columns, _)| usize::from(columns)).filter(|columns| *columns > 0)
}

/// Whether a line holds a command and nothing that could be personal.
fn is_bare_command(line: &str) -> bool {
    line.strip_prefix('/')
        .is_some_and(|name| name.chars().all(|char| char.is_ascii_lowercase() || char == '-'))
}

/// A line of bytes as text; what is no UTF-8 shows as replacement characters.
fn piped(stdin: &mut impl BufRead) -> io::Result<Input> {
    let mut line = Vec::new();
    if Read::take(&mut *stdin, LINE_BYTES_MAX).read_until(b'\n', &mut line)? == 0 {
        return Ok(Input::End);
    }
    if line.ends_with(b"\n") {
        line.pop();
    } else {
        skip_line(stdin)?;
    }
    Ok(Input::Line(String::from_utf8_lossy(&line).trim_start_matches('\u{feff}').to_owned()))
}

fn skip_line(stdin: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = stdin.fill_buf()?;
        let (taken, over) = match buffer.iter().position(|byte| *byte == b'\n') {
            Some(at) => (at + 1, true),
            None => (buffer.len(), buffer.is_empty()),
        };
        stdin.consume(taken);
        if over {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(mut bytes: &[u8]) -> Vec<Input> {
        std::iter::from_fn(|| Some(piped(&mut bytes).expect("bytes in memory can be read")))
            .take_while(|input| *input != Input::End)
            .collect()
    }

    fn line(text: &str) -> Input {
        Input::Line(text.to_owned())
    }

    #[test]
    fn any_bytes_are_lines() {
        assert_eq!(all(b"1\r\n\n\xff2"), [line("1\r"), line(""), line("\u{fffd}2")]);
        assert_eq!(all("\u{feff}/help\n".as_bytes()), [line("/help")]);
    }

    #[test]
    fn the_rest_of_an_endless_line_is_dropped() {
        let bytes = [vec![b'a'; 300 * 1024], b"\nb\n".to_vec()].concat();
        let read = all(&bytes);
        assert_eq!(read.len(), 2);
        assert_eq!(read[1], line("b"));
    }

    #[test]
    fn only_bare_commands_are_remembered() {
        assert!(is_bare_command("/help"));
        assert!(!is_bare_command("13800138000"));
        assert!(!is_bare_command("/file ~/id.jpg"));
        assert!(!is_bare_command("/13800138000"));
    }
}
