//! The commands of the binary: each opens what it needs, does one thing and answers with an exit code.

mod ask;
mod chat;
mod check;
mod dialogues;
mod doctor;
mod dossier;
mod eval;
mod fields;
mod graph;
mod migrate;
mod open;
mod serve;
mod stale;
mod tickets;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{DateTime, TimeDelta, Utc};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::config::Config;
use crate::content::Language;

pub use open::Opened;
pub(crate) use open::{block_on, content};

/// A guide through China's ICP filing (ICP备案) on Alibaba Cloud.
#[derive(Debug, Parser)]
#[command(name = "beian", version, about, long_about = None)]
pub struct Cli {
    /// The configuration file [default: config.toml, where there is one]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Talk in the terminal; progress survives leaving
    Chat(ChatArgs),
    /// Answer a question
    Ask {
        /// The question
        question: Vec<String>,
        /// The language of the answer: auto, zh-CN or en
        #[arg(long, value_parser = parse_asked_language, default_value = "auto")]
        lang: AskedLanguage,
        /// Whose rules hold: current or 2019-09
        #[arg(long)]
        edition: Option<String>,
        /// The time it is (RFC 3339) [default: the clock's]
        #[arg(long, value_name = "RFC3339", value_parser = parse_time)]
        now: Option<DateTime<Utc>>,
        /// With the details
        #[arg(long)]
        more: bool,
        /// As a JSON object
        #[arg(long)]
        json: bool,
        /// Answer the questions on standard input, one JSON object a line: `{"id","q"}` or `{"id","turns":[…]}`
        #[arg(long, requires = "json", conflicts_with = "question")]
        batch: bool,
    },
    /// Ask the questions of a file, and tell how many answers are right
    Eval {
        /// One question a line, as JSON: `{"id","lang","style","q","topics",…}`
        file: PathBuf,
        /// Show also what came out wrong
        #[arg(long)]
        wrong: bool,
    },
    /// List every field that can be asked
    Fields {
        /// As a JSON array
        #[arg(long)]
        json: bool,
    },
    /// Load and check the dialogues: those of DIR, or those that are in use
    Check {
        /// A folder of dialogues
        dir: Option<PathBuf>,
        /// List instead the rules that were last compared with their sources longer ago than this, such as 180d
        #[arg(long, value_name = "AGE", value_parser = parse_age)]
        stale: Option<TimeDelta>,
        /// The time it is then (RFC 3339) [default: the clock's]
        #[arg(long, value_name = "RFC3339", requires = "stale", value_parser = parse_time)]
        now: Option<DateTime<Utc>>,
    },
    /// Write the built-in dialogues to a folder, to be changed there
    Dialogues {
        /// The folder; nothing in it is written over
        dir: PathBuf,
    },
    /// Draw the flow as pictures, in Mermaid: the stages, and the questions of each
    Graph {
        /// A folder of dialogues
        dir: Option<PathBuf>,
        /// Only this stage, or `overview`
        #[arg(long, value_name = "ID")]
        stage: Option<String>,
        /// The language of the labels
        #[arg(long, value_parser = parse_language, default_value = "zh-CN")]
        lang: Language,
    },
    /// Look what other dialogues mean for the filings of a store, and bring these to them
    Migrate {
        /// A folder of dialogues [default: those that are in use]
        dir: Option<PathBuf>,
        /// Say it, and change nothing
        #[arg(long)]
        dry_run: bool,
        /// The data folder
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
    },
    /// Play conversation transcripts and show where they differ
    Play {
        /// Transcript files
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Under the dialogues of this folder
        #[arg(long, value_name = "DIR")]
        dialogues: Option<PathBuf>,
    },
    /// Print the dossier of a filing
    Dossier {
        /// The filing's reference
        reference: String,
        /// The form
        #[arg(long, value_enum, default_value_t = DossierFormat::Md)]
        format: DossierFormat,
        /// The data folder
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
        /// The language of the words around the values
        #[arg(long, value_parser = parse_language)]
        lang: Option<Language>,
    },
    /// Look whether everything is in order: configuration, dialogues, store, key
    Doctor {
        /// The data folder
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
    },
    /// Answer on Telegram, with the token in `TELOXIDE_TOKEN`
    Serve {
        /// Take the updates back from a webhook first
        #[arg(long)]
        delete_webhook: bool,
    },
    /// List the tickets that wait for a person
    Tickets {
        /// The data folder
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
        /// One JSON object per line
        #[arg(long)]
        json: bool,
    },
}

/// How to talk.
#[derive(Debug, Args)]
pub struct ChatArgs {
    /// The data folder
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Who talks, for several people at one terminal
    #[arg(long = "as", value_name = "NAME", default_value = "me")]
    pub name: String,
    /// The language: zh-CN or en
    #[arg(long, value_parser = parse_language)]
    pub lang: Option<Language>,
    /// Whose rules hold: current or 2019-09
    #[arg(long)]
    pub edition: Option<String>,
    /// Speak JSON lines instead, for programs
    #[arg(long)]
    pub json: bool,
    /// Let the clock stand still at this time (RFC 3339), to be moved by the input
    #[arg(long, value_name = "RFC3339", requires = "json", value_parser = parse_time)]
    pub now: Option<DateTime<Utc>>,
}

/// The form of a dossier.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum DossierFormat {
    /// A JSON object.
    Json,
    /// Markdown.
    Md,
}

/// The answer of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Done.
    Done,
    /// The answer is no.
    No,
}

impl From<Answer> for ExitCode {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Done => Self::SUCCESS,
            Answer::No => Self::from(1),
        }
    }
}

/// Why a command ended that was rightly started and had begun its work: another run may do better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the run failed")]
pub(crate) struct RunFailed;

/// What the binary answers to an error: 2 where the usage or the configuration is wrong, so that a supervisor need not
/// try again, and 1 where a run failed.
#[must_use]
pub fn exit_code(error: &anyhow::Error) -> ExitCode {
    ExitCode::from(if error.is::<RunFailed>() { 1 } else { 2 })
}

/// Runs one command.
///
/// # Errors
///
/// Whatever keeps the command from doing its work; [`exit_code`] tells what the binary answers.
pub fn run(cli: Cli) -> anyhow::Result<Answer> {
    let config = Config::read(cli.config.as_deref())?;
    match cli.command {
        Command::Ask { question, lang, edition, now, more, json, batch } => {
            let how = ask::How { lang: lang.0, edition, now, more };
            ask::run(&config, how, &question, json, batch)
        }
        Command::Chat(args) => chat::run(&config, &args),
        Command::Eval { file, wrong } => eval::run(&config, &file, wrong),
        Command::Fields { json } => fields::run(&config, json),
        Command::Check { dir, stale: None, .. } => Ok(check::run(&config, dir.as_deref())),
        Command::Check { dir, stale: Some(age), now } => stale::run(&config, dir.as_deref(), age, now),
        Command::Dialogues { dir } => dialogues::run(&dir),
        Command::Graph { dir, stage, lang } => graph::run(&config, dir.as_deref(), stage.as_deref(), lang),
        Command::Migrate { dir, dry_run, data } => {
            migrate::run(&config, dir.as_deref(), dry_run, data.as_deref())
        }
        Command::Play { files, dialogues } => {
            let mut config = config;
            config.dialogues.path = dialogues.or(config.dialogues.path);
            crate::transcript::play(&config, &files)
        }
        Command::Dossier { reference, format, data, lang } => {
            dossier::run(&config, &reference, format, data.as_deref(), lang)
        }
        Command::Doctor { data } => doctor::run(&config, data.as_deref()),
        Command::Serve { delete_webhook } => serve::run(&config, delete_webhook),
        Command::Tickets { data, json } => tickets::run(&config, data.as_deref(), json),
    }
}

/// Prints what went wrong, with its causes, to standard error.
pub fn complain(error: &anyhow::Error) {
    let mut said: Vec<String> = Vec::new();
    for cause in error.chain() {
        let words = cause.to_string();
        // Errors that show their cause in their own words are not repeated.
        if !said.iter().any(|before| before.contains(&words)) {
            said.push(words);
        }
    }
    // Whoever does not listen misses it.
    let _ = writeln!(std::io::stderr(), "beian: {}", said.join(": "));
}

/// Prints a line of a command's answer. A reader that has seen enough is no error.
pub(crate) fn print(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

fn parse_language(id: &str) -> Result<Language, String> {
    Language::parse(id).ok_or_else(|| "expected zh-CN or en".to_owned())
}

/// The language of an answer; none: that of the question.
#[derive(Debug, Clone, Copy)]
pub struct AskedLanguage(Option<Language>);

fn parse_asked_language(id: &str) -> Result<AskedLanguage, String> {
    match id {
        "auto" => Ok(AskedLanguage(None)),
        _ => parse_language(id).map(|language| AskedLanguage(Some(language))),
    }
}

fn parse_age(text: &str) -> Result<TimeDelta, String> {
    crate::channel::json::parse_length(text).ok_or_else(|| "expected a length such as 180d".to_owned())
}

fn parse_time(text: &str) -> Result<DateTime<Utc>, String> {
    DateTime::parse_from_rfc3339(text)
        .map(|time| time.with_timezone(&Utc))
        .map_err(|_| "expected a time such as 2026-03-01T09:00:00+08:00".to_owned())
}
