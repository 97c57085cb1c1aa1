//! Runs `beian serve`, the real binary, against the fake Bot API.

#![allow(dead_code, reason = "each test uses a part of the support")]

use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::telegram::{Fake, Shown, TOKEN};

/// The binary under test.
pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_beian");

/// Far more than anything takes on a busy machine.
pub(crate) const LIMIT: Duration = Duration::from_secs(20);

/// No limits: what people send and hear is counted by the test itself.
pub(crate) const UNLIMITED: &str = "[telegram.limits]\nper_chat_per_s = 0\nper_group_per_min = 0\ntotal_per_s = 0\n\
    [limits]\nper_user_burst = 0\nper_user_per_s = 0\n";

/// A home for a bot: its data, its configuration, its log.
pub(crate) struct Home {
    folder: tempfile::TempDir,
    env: Vec<(String, String)>,
}

impl Home {
    /// A home whose bot talks to this server; `more`: further configuration.
    pub(crate) fn new(fake: &Fake, more: &str) -> Self {
        Self::with(fake, "", more)
    }

    /// The same, with further keys under `[telegram]`.
    pub(crate) fn with(fake: &Fake, telegram: &str, more: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let config = format!(
            "[store]\npath = \"{}\"\n[telegram]\napi_url = \"{}\"\n{telegram}\n{more}",
            folder.path().join("data").display(),
            fake.url()
        );
        std::fs::write(folder.path().join("config.toml"), config).expect("the configuration is written");
        Self { folder, env: Vec::new() }
    }

    /// With this in the bot's environment.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// What the bot wrote to standard error, over all its lives.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.log_file()).unwrap_or_default()
    }

    fn log_file(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// The binary in this home, with the token.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(BINARY);
        command
            .args(args)
            .current_dir(self.path())
            .env("HOME", self.path())
            .env("TELOXIDE_TOKEN", TOKEN)
            .env_remove("XDG_DATA_HOME")
            .env_remove("BEIAN_MASTER_KEY")
            .env_remove("BEIAN_LOG")
            .env_remove("RUST_BACKTRACE")
            .envs(self.env.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null());
        command
    }

    /// Starts the bot.
    pub(crate) fn serve(&self) -> Bot {
        let log = std::fs::File::options().create(true).append(true).open(self.log_file());
        let child = self
            .command(&["serve"])
            .stdout(Stdio::null())
            .stderr(log.expect("the log opens"))
            .spawn()
            .expect("the binary starts");
        Bot { child: Some(child) }
    }
}

/// A running bot; killed when it is dropped.
pub(crate) struct Bot {
    child: Option<Child>,
}

impl Bot {
    /// Kills it, as nothing can be caught.
    pub(crate) fn kill(mut self) {
        let mut child = self.child.take().expect("it runs");
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
    }

    /// Tells it to stop as a supervisor does, and waits: how it ended, and how long that took.
    pub(crate) fn stop(mut self) -> (ExitStatus, Duration) {
        let mut child = self.child.take().expect("it runs");
        let begin = Instant::now();
        let told = Command::new("kill").args(["-TERM", &child.id().to_string()]).status();
        assert!(told.expect("kill runs").success());
        (child.wait().expect("it ends"), begin.elapsed())
    }

    /// Waits until it ends by itself.
    pub(crate) fn ended(mut self) -> ExitStatus {
        self.child.take().expect("it runs").wait().expect("it ends")
    }

    pub(crate) fn is_running(&mut self) -> bool {
        self.child.as_mut().is_some_and(|child| child.try_wait().expect("its state is known").is_none())
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.as_ref().expect("it runs").id()
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Runs a future to its end.
pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime starts").block_on(future)
}

/// Waits until the chat shows what is wanted, and gives it.
pub(crate) fn until(fake: &Fake, chat: i64, what: &str, shows: impl Fn(&[Shown]) -> bool) -> Vec<Shown> {
    let there = block_on(fake.shows(chat, LIMIT, shows));
    let seen = fake.chat(chat);
    let texts: Vec<&str> = seen.iter().map(|shown| shown.text.as_str()).collect();
    assert!(there, "expected {what}; the chat shows {texts:#?}");
    seen
}

/// Waits until the newest message contains this.
pub(crate) fn says(fake: &Fake, chat: i64, words: &str) -> Shown {
    let last = |seen: &[Shown]| seen.last().is_some_and(|last| last.text.contains(words));
    until(fake, chat, words, last).pop().expect("it shows something")
}

/// What the button with this label carries.
pub(crate) fn data(shown: &Shown, label: &str) -> String {
    let button = shown.buttons.iter().flatten().find(|button| button.text.contains(label));
    let labels: Vec<&String> = shown.buttons.iter().flatten().map(|button| &button.text).collect();
    let button =
        button.unwrap_or_else(|| panic!("no button {label:?} among {labels:?} under {:?}", shown.text));
    button.data.clone().expect("it can be pressed")
}

/// Presses the button with this label under the newest message.
pub(crate) fn press(fake: &Fake, user: i64, label: &str) -> Shown {
    let shown = fake.last(user).expect("something is shown");
    fake.press(user, shown.id, &data(&shown, label));
    shown
}
