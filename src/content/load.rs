//! From the dialogue files to [`Content`], or to all their faults at once.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::fault::{Fault, Faults, Spot};
use super::resolve::Resolver;
use super::text::{Language, Texts, line_of};
use super::unread::toml_fault;
use super::{Content, ContentVersion, check, raw};
use crate::knowledge::Knowledge;
use crate::rules::{Calendar, Lists, Provinces};

static SHIPPED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/dialogues");

/// The place of a fault of all files together.
const DIALOGUES: &str = "dialogues";

/// The file of the working days.
const CALENDAR: &str = "rules/calendar.toml";

/// How deep folders of dialogues lie in one another.
const FOLDER_DEPTH_MAX: usize = 4;

/// The most files of one folder of dialogues.
const FILE_COUNT_MAX: usize = 1_000;

/// The longest file, in bytes.
const FILE_LEN_MAX: u64 = 4 << 20;

/// The most fields and rules together: far more than anybody is asked.
const DECLARED_COUNT_MAX: usize = 10_000;

/// The dialogue files, by path relative to their folder.
#[derive(Debug, Clone, Default)]
pub struct Files(pub BTreeMap<String, String>);

/// The dialogues built into the binary.
///
/// # Panics
///
/// Never in a binary that passed its tests: they load the shipped dialogues.
#[must_use]
pub fn shipped() -> Arc<Content> {
    static CONTENT: LazyLock<Arc<Content>> = LazyLock::new(|| match Files::shipped().load() {
        Ok(content) => Arc::new(content),
        Err(faults) => panic!("the shipped dialogues are proved before they ship: {faults}"),
    });
    Arc::clone(&CONTENT)
}

/// Writes the folder that is built into the binary, its README and schema included.
///
/// # Errors
///
/// A file cannot be written.
pub fn write_shipped(folder: &Path) -> std::io::Result<()> {
    SHIPPED.extract(folder)
}

impl Files {
    /// The files built into the binary.
    #[must_use]
    pub fn shipped() -> Self {
        let mut files = BTreeMap::new();
        gather(&SHIPPED, &mut files);
        Self(files)
    }

    /// The files of a folder.
    ///
    /// # Errors
    ///
    /// A fault where the folder or a file cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Faults> {
        let mut files = BTreeMap::new();
        let mut faults = Vec::new();
        read_folder(folder, "", &mut files, &mut faults);
        if files.is_empty() && faults.is_empty() {
            let what = "there are no dialogue files here; expected flow/, rules/ and texts/".to_owned();
            faults.push(Fault { file: folder.display().to_string(), line: 0, what });
        }
        if faults.is_empty() { Ok(Self(files)) } else { Err(Faults(faults)) }
    }

    /// A hash over all files.
    #[must_use]
    pub fn version(&self) -> ContentVersion {
        let mut hash = Sha256::new();
        for (path, text) in &self.0 {
            hash.update((path.len() as u64).to_be_bytes());
            hash.update(path);
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text);
        }
        let digits = hex(&hash.finalize()[..6]);
        ContentVersion(digits.into())
    }

    /// Loads, resolves and checks.
    ///
    /// # Errors
    ///
    /// All faults, each with file and line.
    pub fn load(&self) -> Result<Content, Faults> {
        let mut faults = Vec::new();
        let content = self.assemble(&mut faults);
        // What holds of all files comes last: mostly it follows from the rest.
        faults.sort_by(|one, other| (one.file == DIALOGUES, one).cmp(&(other.file == DIALOGUES, other)));
        faults.dedup();
        match content {
            Some(content) if faults.is_empty() => Ok(content),
            Some(_) | None => Err(Faults(faults)),
        }
    }

    /// Reads dialogues of former times, whatever this version misses in them: good for looking at a filing as it stood, never
    /// for a conversation. `None`: they tell nothing any more.
    #[must_use]
    pub fn recall(&self) -> Option<Content> {
        let content = self.assemble(&mut Vec::new())?;
        let tells = content.stages.iter().any(|stage| stage.open) && !content.editions.is_empty();
        tells.then_some(content)
    }

    fn assemble(&self, faults: &mut Vec<Fault>) -> Option<Content> {
        let mut flows = Vec::new();
        for (file, text) in self.0.iter().filter(|(file, _)| file.starts_with("flow/")) {
            if let Some(flow) = parse::<raw::Flow>(file, text, faults) {
                flows.push((file.as_str(), text.as_str(), flow));
            }
        }
        let facts = [self.rules::<raw::Facts>("facts", faults), self.rules::<raw::Facts>("types", faults)];
        let durations = self.rules::<raw::Durations>("durations", faults);
        let editions = self.rules::<raw::Editions>("editions", faults);
        let sources = self.rules::<raw::Sources>("sources", faults);
        let categories = self.rules::<raw::PreApprovals>("pre-approvals", faults);
        let official = self.file::<raw::Official>("official.toml", faults);
        let cases = self.file::<raw::Cases>("cases.toml", faults);
        let provinces = self.own("rules/provinces.toml", faults, Provinces::from_toml);
        let lists = self.own("rules/checks.toml", faults, Lists::from_toml);
        let calendar = self.calendar(faults);
        let texts = Language::ALL.map(|language| self.texts(language));
        let unreadable = !faults.is_empty();
        let texts = Texts::load([&texts[0], &texts[1]], faults);
        let texts_whole = unreadable || faults.is_empty();
        check::files(&self.0, &sources.1.source, faults);
        if unreadable {
            super::resolve::kinds_alone(&flows, faults);
            let what = "what refers from file to file is looked at once these files can be read".to_owned();
            faults.push(Fault { file: DIALOGUES.to_owned(), line: 0, what });
            return None;
        }
        let [(facts_file, facts), (types_file, types)] = facts;
        let fields = flows.iter().map(|(_, _, flow)| flow.field.len()).sum::<usize>();
        let rules = facts.table.iter().chain(&types.table).map(|table| 1 + table.rule.len()).sum::<usize>();
        if fields + rules > DECLARED_COUNT_MAX {
            let what =
                format!("there are {fields} fields and {rules} rules; expected at most {DECLARED_COUNT_MAX}");
            faults.push(Fault { file: DIALOGUES.to_owned(), line: 0, what });
            return None;
        }
        let knowledge = Knowledge::load(&self.0, faults);
        let resolver =
            Resolver::new(provinces?, (lists?, calendar), sources.1.source, texts, knowledge, self.version());
        let before = faults.len();
        let (content, flow) = resolver.resolve(
            &super::resolve::Raw {
                flows: &flows,
                facts: &[(facts_file, facts), (types_file, types)],
                durations: &durations,
                editions: &editions,
                categories: &categories,
                official: &official,
                cases: &cases,
            },
            faults,
        );
        let whole = check::Whole { names: faults.len() == before, flow, texts: texts_whole };
        check::all(&content, &self.0, whole, faults);
        Some(content)
    }

    fn rules<T: DeserializeOwned + Default>(
        &self,
        name: &str,
        faults: &mut Vec<Fault>,
    ) -> ((String, &str), T) {
        self.file(&format!("rules/{name}.toml"), faults)
    }

    /// A file with its name and text, so that places in it can be told as lines.
    fn file<T: DeserializeOwned + Default>(
        &self,
        file: &str,
        faults: &mut Vec<Fault>,
    ) -> ((String, &str), T) {
        let text = self.0.get(file).map_or("", String::as_str);
        if text.is_empty() {
            faults.push(Fault {
                file: file.to_owned(),
                line: 0,
                what: "this file is missing or empty".to_owned(),
            });
        }
        ((file.to_owned(), text), parse(file, text, faults).unwrap_or_default())
    }

    fn own<T>(
        &self,
        file: &str,
        faults: &mut Vec<Fault>,
        parse: impl Fn(&str) -> Result<T, toml::de::Error>,
    ) -> Option<T> {
        let Some(text) = self.0.get(file) else {
            faults.push(Fault { file: file.to_owned(), line: 0, what: "this file is missing".to_owned() });
            return None;
        };
        parse(text).map_err(|error| faults.push(toml_fault(file, text, &error))).ok()
    }

    /// The working days; dialogues without the file go by the week alone.
    fn calendar(&self, faults: &mut Vec<Fault>) -> Calendar {
        if !self.0.contains_key(CALENDAR) {
            return Calendar::default();
        }
        let Some((calendar, wrong)) = self.own(CALENDAR, faults, Calendar::from_toml) else {
            return Calendar::default();
        };
        faults.extend(wrong.into_iter().map(|what| Spot::of(CALENDAR, 0).fault(what)));
        calendar
    }

    fn texts(&self, language: Language) -> Vec<(String, String)> {
        let folder = format!("texts/{}/", language.id());
        self.0
            .iter()
            .filter(|(file, _)| {
                file.starts_with(&folder) && Path::new(file).extension().is_some_and(|kind| kind == "ftl")
            })
            .map(|(file, text)| (file.clone(), text.clone()))
            .collect()
    }
}

fn gather(folder: &Dir<'_>, into: &mut BTreeMap<String, String>) {
    for file in folder.files() {
        if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8())
            && is_dialogue(path)
        {
            into.insert(path.replace('\\', "/"), text.to_owned());
        }
    }
    folder.dirs().for_each(|inner| gather(inner, into));
}

fn read_folder(folder: &Path, prefix: &str, into: &mut BTreeMap<String, String>, faults: &mut Vec<Fault>) {
    let unreadable = |path: &Path, error: &std::io::Error| Fault {
        file: path.display().to_string(),
        line: 0,
        what: format!("this cannot be read: {error}"),
    };
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return faults.push(unreadable(folder, &error)),
    };
    for entry in entries {
        let kind = entry.and_then(|entry| Ok((entry.file_type()?, entry)));
        let (kind, entry) = match kind {
            Ok(found) => found,
            Err(error) => {
                faults.push(unreadable(folder, &error));
                continue;
            }
        };
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        // What editors and version control keep beside the files.
        if name.starts_with('.') {
            continue;
        }
        let relative = if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
        let mut tell = |what: String| faults.push(Fault { file: path.display().to_string(), line: 0, what });
        if kind.is_dir() {
            // Links are not followed, so folders end; no dialogues need many of them.
            if relative.matches('/').count() < FOLDER_DEPTH_MAX {
                read_folder(&path, &relative, into, faults);
            } else {
                tell(format!("this lies deeper than {FOLDER_DEPTH_MAX} folders"));
            }
        } else if is_dialogue(&relative) {
            let is_large = entry.metadata().is_ok_and(|metadata| metadata.len() > FILE_LEN_MAX);
            if !kind.is_file() {
                tell("this is no file; links and pipes are not read".to_owned());
            } else if is_large {
                tell(format!("this is larger than {FILE_LEN_MAX} bytes"));
            } else if into.len() >= FILE_COUNT_MAX {
                tell(format!("there are more than {FILE_COUNT_MAX} files"));
                return;
            } else {
                match std::fs::read_to_string(&path) {
                    Ok(text) => {
                        // Some editors begin a file with a mark that means nothing.
                        into.insert(relative, text.trim_start_matches('\u{feff}').to_owned());
                    }
                    Err(error) => faults.push(unreadable(&path, &error)),
                }
            }
        }
    }
}

fn is_dialogue(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|kind| kind == "toml" || kind == "ftl")
}

fn parse<T: DeserializeOwned>(file: &str, text: &str, faults: &mut Vec<Fault>) -> Option<T> {
    toml::from_str(text).map_err(|error| faults.push(toml_fault(file, text, &error))).ok()
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
    let mut digits = String::with_capacity(2 * bytes.len());
    digits.extend(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]));
    digits
}

/// The place of a byte offset in a file.
pub(super) fn spot(file: &str, text: &str, offset: usize) -> Spot {
    let before = text.get(..offset).unwrap_or(text);
    let column = before.len() - before.rfind('\n').map_or(0, |end| end + 1);
    Spot { column, ..Spot::of(file, line_of(text, offset)) }
}
