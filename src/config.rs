//! The configuration: every key, its default and its unit. A file that is not there means the defaults.

use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The file read when none is named.
const FILE: &str = "config.toml";

/// Everything that can be set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Where things are kept.
    pub store: StoreConfig,
    /// Which rules hold.
    pub rules: RulesConfig,
    /// Which dialogues are spoken.
    pub dialogues: DialoguesConfig,
    /// The support team.
    pub desk: DeskConfig,
    /// The bot on Telegram.
    pub telegram: TelegramConfig,
    /// What one person may ask of the bot.
    pub limits: LimitsConfig,
}

/// `[store]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StoreConfig {
    /// `sled`, the embedded store.
    pub kind: String,
    /// The data folder; none: `beian/data` in the user's data folder.
    pub path: Option<PathBuf>,
    /// The file of the master key; none: the data folder's name with `.key` behind it.
    pub key_file: Option<PathBuf>,
}

impl Default for StoreConfig {
    fn default() -> Self {
        Self { kind: "sled".to_owned(), path: None, key_file: None }
    }
}

/// `[rules]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RulesConfig {
    /// The edition of new filings.
    pub edition: String,
}

impl Default for RulesConfig {
    fn default() -> Self {
        Self { edition: "current".to_owned() }
    }
}

/// `[dialogues]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DialoguesConfig {
    /// A folder of dialogues; none: those built into the binary.
    pub path: Option<PathBuf>,
    /// Use that folder though it is not proved: for benchmarks, never for applicants.
    pub unproved: bool,
}

/// `[desk]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DeskConfig {
    /// Whether somebody reads the tickets, so that applicants may be told to expect an answer.
    pub team: bool,
}

/// `[telegram]`. The token stands in the environment, as `TELOXIDE_TOKEN`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TelegramConfig {
    /// Where the Bot API is.
    pub api_url: String,
    /// The proxy on the way there: `http://`, `https://` or `socks5://`; none: as the environment says.
    pub proxy: Option<String>,
    /// Groups in which the bot may stay, by number; it leaves all others.
    pub groups: Vec<i64>,
    /// How fast it speaks.
    pub limits: TelegramLimits,
}

impl Default for TelegramConfig {
    fn default() -> Self {
        Self {
            api_url: "https://api.telegram.org".to_owned(),
            proxy: None,
            groups: Vec::new(),
            limits: TelegramLimits::default(),
        }
    }
}

/// `[telegram.limits]`
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TelegramLimits {
    /// Messages per second to one chat; 0: no limit.
    pub per_chat_per_s: u32,
    /// Messages per minute to one group; 0: no limit.
    pub per_group_per_min: u32,
    /// Messages per second in all; 0: no limit.
    pub total_per_s: u32,
}

impl Default for TelegramLimits {
    fn default() -> Self {
        Self { per_chat_per_s: 1, per_group_per_min: 20, total_per_s: 30 }
    }
}

/// `[limits]`
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LimitsConfig {
    /// Messages that one person may send at once; 0: no limit.
    pub per_user_burst: u32,
    /// Messages per second that one person may send on and on; 0: no limit.
    pub per_user_per_s: u32,
}

impl Default for LimitsConfig {
    fn default() -> Self {
        Self { per_user_burst: 20, per_user_per_s: 2 }
    }
}

/// What is wrong with the configuration.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{}: this cannot be read: {source}; name another file with --config", file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file has a fault.
    #[error("{}:{line}: {what}; config.example.toml shows every key", file.display())]
    Malformed {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong, and what was expected.
        what: String,
    },
    /// A value is none of those that are known.
    #[error("[{section}] {key} = \"{value}\" is not known; expected {expected}")]
    Unknown {
        /// The section.
        section: &'static str,
        /// The key.
        key: &'static str,
        /// What stands there.
        value: String,
        /// What could stand there.
        expected: String,
    },
}

impl Config {
    /// Reads the named file; without a name `config.toml`, where there is one.
    ///
    /// # Errors
    ///
    /// [`ConfigError`], with file and line.
    pub fn read(named: Option<&Path>) -> Result<Self, ConfigError> {
        let file = named.unwrap_or(Path::new(FILE));
        match std::fs::read_to_string(file) {
            Ok(text) => Self::parse(file, &text),
            Err(error) if named.is_none() && error.kind() == std::io::ErrorKind::NotFound => {
                Ok(Self::default())
            }
            Err(source) => Err(ConfigError::Unreadable { file: file.to_owned(), source }),
        }
    }

    /// Reads a configuration's text; `file` is its name in errors.
    ///
    /// # Errors
    ///
    /// [`ConfigError::Malformed`] or [`ConfigError::Unknown`].
    pub fn parse(file: &Path, text: &str) -> Result<Self, ConfigError> {
        let config: Self = toml::from_str(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            let line = text.bytes().take(start).filter(|byte| *byte == b'\n').count() + 1;
            ConfigError::Malformed { file: file.to_owned(), line, what: error.message().replace('\n', "; ") }
        })?;
        if config.store.kind != "sled" {
            let (value, expected) = (config.store.kind.clone(), "`sled`".to_owned());
            return Err(ConfigError::Unknown { section: "store", key: "kind", value, expected });
        }
        let is_url = |url: &str, schemes: &[&str]| schemes.iter().any(|scheme| url.starts_with(scheme));
        let telegram = &config.telegram;
        if !is_url(&telegram.api_url, &["https://", "http://"]) {
            let (value, expected) = (telegram.api_url.clone(), "https://… or http://…".to_owned());
            return Err(ConfigError::Unknown { section: "telegram", key: "api_url", value, expected });
        }
        let proxies = ["http://", "https://", "socks5://", "socks5h://"];
        if let Some(proxy) = telegram.proxy.as_deref().filter(|proxy| !is_url(proxy, &proxies)) {
            // An address of a proxy may hold its password.
            let value =
                proxy.split("://").next().unwrap_or_default().chars().take(8).collect::<String>() + "…";
            let expected = "http://…, https://…, socks5://… or socks5h://…".to_owned();
            return Err(ConfigError::Unknown { section: "telegram", key: "proxy", value, expected });
        }
        Ok(config)
    }

    /// The data folder: named on the command line, configured, or the user's own.
    #[must_use]
    pub fn data_folder(&self, named: Option<&Path>) -> PathBuf {
        named
            .map(Path::to_owned)
            .or_else(|| self.store.path.clone())
            .unwrap_or_else(|| user_folder().join("data"))
    }

    /// The file of the master key for this data folder.
    #[must_use]
    pub fn key_file(&self, data: &Path) -> PathBuf {
        self.store.key_file.clone().unwrap_or_else(|| {
            let mut name = data.file_name().unwrap_or_default().to_owned();
            name.push(".key");
            data.with_file_name(name)
        })
    }
}

fn user_folder() -> PathBuf {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = set("XDG_DATA_HOME").or_else(|| set("HOME").map(|home| home.join(".local/share")));
    base.map_or_else(|| PathBuf::from("beian-data"), |base| base.join("beian"))
}
