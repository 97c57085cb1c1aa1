//! What compilers do not hold: borders between the modules, no words for people in the code, no promises left open, and
//! documents that say what is there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use beian::config::Config;

/// Lines of a file under `src`, at most.
const LINES_MAX: usize = 700;

/// Files whose string literals may hold Chinese characters beside the answer kinds, because nothing in them is said to an
/// applicant: words that are read, marks at which lines are broken, and what a made-up applicant types.
const READS_CHINESE: [&str; 3] =
    ["src/rules/province.rs", "src/channel/terminal/wrap.rs", "src/transcript/persona.rs"];

/// Lines that may do so anywhere: the languages' own names are read.
const READS_WORDS: [&str; 1] = ["=> Some(Language::"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files under a folder, relative to the package, in order.
fn under(folder: &str, ends: &str) -> Vec<String> {
    fn gather(folder: &Path, into: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { gather(&path, into) } else { into.push(path) }
        }
    }
    let mut found = Vec::new();
    gather(&root().join(folder), &mut found);
    let relative = |path: PathBuf| path.strip_prefix(root()).expect("inside").display().to_string();
    let mut found: Vec<String> =
        found.into_iter().map(relative).filter(|path| path.ends_with(ends)).collect();
    found.sort();
    found
}

fn read(file: &str) -> String {
    std::fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// What git keeps; where this is no clone, nothing.
fn tracked() -> Vec<String> {
    let listed = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output();
    let listed =
        listed.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    listed
        .split('\0')
        .filter(|file| !file.is_empty() && root().join(file).is_file())
        .map(str::to_owned)
        .collect()
}

/// The code of a file: without its tests, which stand last, and without comments.
fn code(text: &str) -> String {
    let body = text.split("#[cfg(test)]\nmod ").next().unwrap_or(text);
    let lines = body.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.split(" // ").next().unwrap_or(line).to_owned() + "\n").collect()
}

/// Places that a search finds in the code of these files, as `file:line: the line`.
fn places(files: &[String], found: impl Fn(&str) -> bool) -> Vec<String> {
    let mut places = Vec::new();
    for file in files {
        let text = read(file);
        let kept = code(&text);
        let kept: BTreeSet<&str> = kept.lines().collect();
        for (number, line) in text.lines().enumerate() {
            let line = line.split(" // ").next().unwrap_or(line);
            if kept.contains(line) && found(line) {
                places.push(format!("{file}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    places
}

/// The string literals of a line of code.
fn literals(line: &str) -> String {
    line.split('"').skip(1).step_by(2).collect()
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{3001}' | '\u{3002}' | '\u{ff08}'..='\u{ff1f}')
}

fn check(places: &[String], expected: &str) {
    assert!(places.is_empty(), "{expected}:\n{}", places.join("\n"));
}

#[test]
fn the_core_never_touches_the_world() {
    let folders = ["src/dialogue", "src/content", "src/kind", "src/rules"];
    let files: Vec<String> = folders.iter().flat_map(|folder| under(folder, ".rs")).collect();
    let files: Vec<String> = files.into_iter().filter(|file| !file.ends_with("/tests.rs")).collect();
    assert!(files.len() > 20, "the folders are where they were");
    let world = [
        "tokio",
        "crate::store",
        "crate::channel",
        "crate::engine",
        "crate::clock",
        "rusqlite",
        "sled",
        "std::net",
        "std::time",
        "std::env",
        "std::process",
        "std::thread",
        "async fn",
        "Utc::now",
        "getrandom",
    ];
    check(&places(&files, |line| world.iter().any(|word| names(line, word))), "the core has no world");
    let but_load: Vec<String> = files.into_iter().filter(|file| file != "src/content/load.rs").collect();
    check(&places(&but_load, |line| line.contains("std::fs")), "only content::load reads files");
}

/// Whether the line has this word, and not as a part of a longer one.
fn names(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word)
        .any(|(at, _)| !line[..at].ends_with(part) && !line[at + word.len()..].starts_with(part))
}

#[test]
fn no_words_for_people_stand_in_the_code() {
    let files = under("src", ".rs");
    let kinds = |file: &&String| file.starts_with("src/kind/");
    let says = |file: &&String| {
        !kinds(file) && !file.ends_with("/tests.rs") && !READS_CHINESE.contains(&file.as_str())
    };
    let files: Vec<String> = files.iter().filter(says).cloned().collect();
    let found = places(&files, |line| {
        literals(line).contains(is_chinese) && !READS_WORDS.iter().any(|reads| line.contains(reads))
    });
    check(&found, "sentences stand in dialogues/texts");
}

#[test]
fn nothing_is_left_open() {
    let mut files = under("src", ".rs");
    files.extend(under("tests", ".rs").into_iter().filter(|file| file != "tests/tidy.rs"));
    let open = ["todo!", "unimplemented!", "FIXME", "TODO", "XXX:"];
    check(&places(&files, |line| open.iter().any(|word| line.contains(word))), "do it, or open an issue");
    let comments: Vec<String> = files
        .iter()
        .flat_map(|file| read(file).lines().map(|line| format!("{file}: {line}")).collect::<Vec<_>>())
        .filter(|line| ["FIXME", "TODO"].iter().any(|word| line.contains(word)))
        .collect();
    check(&comments, "do it, or open an issue");
}

#[test]
fn files_stay_readable() {
    let long = under("src", ".rs").into_iter().map(|file| (read(&file).lines().count(), file));
    let long: Vec<String> = long
        .filter(|(lines, _)| *lines > LINES_MAX)
        .map(|(lines, file)| format!("{file}: {lines} lines"))
        .collect();
    check(&long, "a second concept has moved in");
}

#[test]
fn every_module_says_what_it_is() {
    let silent = |file: &String| !read(file).starts_with("//!");
    let modules: Vec<String> = [under("src", ".rs"), under("tests", ".rs")].concat();
    let silent: Vec<String> = modules.into_iter().filter(silent).collect();
    check(&silent, "a module opens with a sentence");
}

/// The keys of a configuration as `section.key`; commented defaults count too.
fn keys_of(example: &str) -> BTreeSet<String> {
    let mut section = String::new();
    let mut keys = BTreeSet::new();
    for line in example.lines() {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.split(']').next()) {
            name.clone_into(&mut section);
            // A section within a section is a key of that one.
            keys.extend(name.contains('.').then(|| name.to_owned()));
        } else if let Some((key, _)) = line.trim_start_matches("# ").split_once(" = ") {
            let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            keys.extend(is_key.then(|| format!("{section}.{key}")));
        }
    }
    keys
}

#[test]
fn the_example_of_the_configuration_shows_every_key_and_loads() {
    let example = read("config.example.toml");
    let path = Path::new("config.example.toml");
    let loaded = Config::parse(path, &example).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(loaded, Config::default(), "the example shows the defaults");
    let uncommented: String = example
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(rest) if rest.split(" = ").next().is_some_and(|key| !key.contains(' ')) => {
                format!("{rest}\n")
            }
            _ => format!("{line}\n"),
        })
        .collect();
    Config::parse(path, &uncommented).unwrap_or_else(|error| panic!("with every key set: {error}"));
    let source = read("src/config.rs");
    let mut expected = BTreeSet::new();
    for part in source.split("/// `[").skip(1) {
        let section = part.split(']').next().unwrap_or_default();
        let body = part.split('{').nth(1).and_then(|body| body.split("\n}").next()).unwrap_or_default();
        let fields = body.lines().filter_map(|line| line.trim().strip_prefix("pub ")?.split(':').next());
        expected.extend(fields.map(|field| format!("{section}.{field}")));
    }
    assert!(expected.len() >= 5, "the sections of src/config.rs were found");
    assert_eq!(keys_of(&example), expected);
}

/// The fenced blocks of a document.
fn blocks(document: &str) -> Vec<&str> {
    document.split("```").skip(1).step_by(2).collect()
}

#[test]
fn both_readmes_have_the_same_commands() {
    let [english, chinese] = ["README.md", "README.zh-CN.md"].map(|file| root().join(file));
    if !english.exists() && !chinese.exists() {
        return;
    }
    let (english, chinese) = (read("README.md"), read("README.zh-CN.md"));
    let commands = |text: &str| -> Vec<String> {
        let shell = blocks(text)
            .into_iter()
            .filter(|block| block.starts_with("sh\n") || block.starts_with("console\n"));
        let lines = shell.flat_map(|block| block.lines().skip(1).map(command).collect::<Vec<_>>());
        lines.filter(|line| !line.is_empty()).collect()
    };
    assert!(!commands(&english).is_empty(), "the commands stand in blocks marked sh");
    assert_eq!(commands(&english), commands(&chinese));
    assert_eq!(blocks(&english).len(), blocks(&chinese).len(), "as many blocks in both");
}

/// A line of a shell block without the words behind `#`.
fn command(line: &str) -> String {
    line.split(" #").next().unwrap_or_default().trim().to_owned()
}

/// Words in backticks that look like paths of this package: with a slash or an ending, and nothing to be filled in.
fn paths_in(document: &str) -> BTreeSet<String> {
    let outside: String = document.split("```").step_by(2).collect();
    let quoted = outside.split('`').skip(1).step_by(2);
    let tops = ["src/", "tests/", "dialogues/", ".ci/", "flow/", "rules/", "texts/"];
    let files = ["Cargo.toml", "Cargo.lock", "deny.toml", "config.example.toml", "CHANGELOG.md", "README.md"];
    quoted
        .filter(|word| tops.iter().any(|top| word.starts_with(top)) || files.contains(word))
        .filter(|word| {
            !word.contains(['*', '<', '{', ' ', ':'])
                && !["LANG", "STAGE"].iter().any(|name| word.contains(name))
        })
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_path_named_in_the_documents_exists() {
    let mut missing = Vec::new();
    for document in [
        "README.md",
        "README.zh-CN.md",
        "ARCHITECTURE.md",
        "dialogues/README.md",
        "dialogues/README.zh-CN.md",
        "tests/transcripts/README.md",
    ] {
        if !root().join(document).exists() {
            continue;
        }
        let beside = Path::new(document).parent().unwrap_or(Path::new(""));
        for path in paths_in(&read(document)) {
            if !root().join(&path).exists() && !root().join(beside).join(&path).exists() {
                missing.push(format!("{document}: `{path}`"));
            }
        }
    }
    check(&missing, "named, but not there");
}

#[test]
fn no_path_of_a_machine_is_kept() {
    let machine = ["/work/", "/root/", "/home/"];
    let text_files = tracked().into_iter().filter(|file| file != "tests/tidy.rs");
    let mut found = Vec::new();
    for file in text_files {
        let Ok(text) = std::fs::read_to_string(root().join(&file)) else { continue };
        for (number, line) in text.lines().enumerate() {
            let is_path = |place: &str| {
                line.match_indices(place)
                    .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '.'))
            };
            if machine.into_iter().any(is_path) {
                found.push(format!("{file}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    check(&found, "paths of one machine mean nothing on another");
}

#[test]
fn texts_end_with_a_line() {
    let mut files: Vec<String> =
        [under("tests/transcripts", ""), under("dialogues", ""), under("src", ".rs")].concat();
    files.retain(|file| !read(file).ends_with('\n') || read(file).contains('\r'));
    check(&files, "expected a newline at the end, and no carriage return");
}

#[test]
fn the_package_says_what_it_needs() {
    let manifest: toml::Table = toml::from_str(&read("Cargo.toml")).expect("the manifest is TOML");
    let package = manifest["package"].as_table().expect("a package");
    assert!(package.contains_key("rust-version"), "rust-version is declared");
    assert_eq!(package["license"].as_str(), Some("MIT OR Apache-2.0"));
    assert!(root().join("LICENSE-MIT").exists() && root().join("LICENSE-APACHE").exists());
    assert_eq!(manifest["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
    assert_eq!(manifest["dependencies"]["sled"]["version"].as_str(), Some("=0.34.7"), "research pins sled");
}
