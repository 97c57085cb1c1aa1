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
}

/// `[desk]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DeskConfig {
    /// Whether somebody reads the tickets, so that applicants may be told to expect an answer.
    pub team: bool,
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
