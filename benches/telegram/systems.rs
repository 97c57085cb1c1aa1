//! The programs that are measured, and how each is started with an empty store.

use std::io;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::process::Process;
use crate::telegram::TOKEN;

/// How long Redis may take to listen.
const REDIS_START_MAX: Duration = Duration::from_secs(10);

/// One of the programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum System {
    /// `beian serve`: answers sealed, every commit synced to the disk, pacing and flood limits off.
    Beian,
    /// The peer, with the dialogues in its memory: all is lost when it ends.
    Memory,
    /// The peer, with the dialogues in Redis as Redis comes: snapshots now and then, up to an hour is lost.
    Redis,
    /// The peer, with the dialogues in Redis that syncs every write to the disk.
    SyncedRedis,
}

/// A started program with what it leans on.
pub(crate) struct Running {
    /// The bot first.
    processes: Vec<Process>,
    log: PathBuf,
}

impl System {
    pub(crate) const ALL: [Self; 4] = [Self::Beian, Self::Memory, Self::Redis, Self::SyncedRedis];

    /// As in the tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Beian => "beian serve (sealed, fsync)",
            Self::Memory => "teloxide, in memory",
            Self::Redis => "teloxide, Redis (snapshots)",
            Self::SyncedRedis => "teloxide, Redis (fsync)",
        }
    }

    /// Why it cannot be started here.
    pub(crate) fn missing(self) -> Option<String> {
        let runs = |program: &Path, args: &[&str]| {
            let mut command = Command::new(program);
            command.args(args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            command.status().is_ok_and(|status| status.success())
        };
        match self {
            Self::Beian => (!runs(Path::new(env!("CARGO_BIN_EXE_beian")), &["serve", "--help"]))
                .then(|| "this beian has no `serve`".to_owned()),
            Self::Memory | Self::Redis | Self::SyncedRedis if !peer().exists() => {
                let how = "cargo build --release --manifest-path benches/peers/Cargo.toml";
                Some(format!("the peers are not built; `{how}`"))
            }
            Self::Redis | Self::SyncedRedis if !runs(Path::new("redis-server"), &["--version"]) => {
                Some("there is no `redis-server`".to_owned())
            }
            Self::Memory | Self::Redis | Self::SyncedRedis => None,
        }
    }

    /// Starts it against a Bot API server, with what it stores in an empty folder. Redis is up before the bot is started;
    /// the moment of the bot's start is returned with it.
    ///
    /// # Errors
    ///
    /// A program cannot be started.
    pub(crate) fn start(self, api_url: &str, folder: &Path) -> io::Result<(Running, Instant)> {
        let log = folder.join("bot.log");
        let mut processes = Vec::new();
        let mut bot = match self {
            Self::Beian => {
                let config = folder.join("config.toml");
                std::fs::write(&config, config_of(api_url, folder))?;
                let mut bot = Command::new(env!("CARGO_BIN_EXE_beian"));
                bot.arg("--config").arg(config).arg("serve");
                bot
            }
            Self::Memory => {
                let mut bot = Command::new(peer());
                bot.args(["--storage", "memory"]).env("TELOXIDE_API_URL", api_url);
                bot
            }
            Self::Redis | Self::SyncedRedis => {
                let (redis, port) = redis(folder, self == Self::SyncedRedis)?;
                processes.push(redis);
                let mut bot = Command::new(peer());
                bot.args(["--storage", "redis"]).env("TELOXIDE_API_URL", api_url);
                bot.env("REDIS_URL", format!("redis://127.0.0.1:{port}"));
                bot
            }
        };
        bot.env("TELOXIDE_TOKEN", TOKEN).current_dir(folder);
        let started = Instant::now();
        processes.insert(0, Process::start(&mut bot, &log)?);
        Ok((Running { processes, log }, started))
    }
}

impl Running {
    /// What the bot said last, once it has ended by itself.
    pub(crate) fn has_ended(&mut self) -> Option<String> {
        self.processes[0].has_ended().then(|| {
            let log = std::fs::read_to_string(&self.log).unwrap_or_default();
            log.trim().lines().next_back().unwrap_or("it ended without a word").to_owned()
        })
    }

    /// CPU time of the bot and its Redis so far, in seconds.
    pub(crate) fn cpu_s(&self) -> f64 {
        self.processes.iter().map(Process::cpu_s).sum()
    }

    /// The most memory that the bot and its Redis ever held, in MiB.
    pub(crate) fn peak_mib(&self) -> f64 {
        self.processes.iter().map(Process::peak_mib).sum()
    }
}

fn peer() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/target/release/peer")
}

fn config_of(api_url: &str, folder: &Path) -> String {
    let quoted = |path: PathBuf| toml::Value::from(path.display().to_string()).to_string();
    let store = quoted(folder.join("data"));
    let dialogues = quoted(Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/thirty"));
    format!(
        "[telegram]\napi_url = {api_url:?}\n\n\
         [telegram.limits]\nper_chat_per_s = 0\nper_group_per_min = 0\ntotal_per_s = 0\n\n\
         [limits]\nper_user_burst = 0\nper_user_per_s = 0\n\n\
         [store]\npath = {store}\n\n\
         [dialogues]\npath = {dialogues}\nunproved = true\n"
    )
}

/// A Redis of our own on a free port, ready to be talked to.
fn redis(folder: &Path, synced: bool) -> io::Result<(Process, u16)> {
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let mut command = Command::new("redis-server");
    command.args(["--bind", "127.0.0.1", "--port", &port.to_string(), "--dir"]).arg(folder);
    if synced {
        command.args(["--appendonly", "yes", "--appendfsync", "always"]);
    }
    let mut redis = Process::start(&mut command, &folder.join("redis.log"))?;
    let asked = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if redis.has_ended() || asked.elapsed() > REDIS_START_MAX {
            return Err(io::Error::other("redis-server does not come up"));
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    Ok((redis, port))
}
