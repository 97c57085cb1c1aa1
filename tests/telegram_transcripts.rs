//! Plays every transcript on Telegram too: over the fake server, with real HTTP in between.

#[path = "support/reading.rs"]
mod reading;
#[path = "support/telegram/mod.rs"]
mod telegram;
#[path = "support/venue.rs"]
mod venue;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use beian::content::{Content, shipped};
use beian::transcript::{Report, Script};

/// Set to play only the transcripts whose path contains this.
const ONLY: &str = "ONLY_TRANSCRIPTS";

/// What differs on Telegram on purpose: the transcript, the line as written, and as it happens there.
///
/// All of it has one reason: a button carries the question that it was shown for, so one of another question is told
/// to be out of date over the press and changes nothing. The terminal knows a button by its option alone.
///
/// The venue allows for three more differences, none of which changes a word: what a turn says may stand in one
/// message, the question for the language is asked and answered before a transcript that takes it as known, and a
/// ticked option is marked on its button.
const BY_DESIGN: [(&str, &str, &str); 2] = [
    // The option of another question is refused at the terminal.
    ("garbage/an-old-button.txt", "refused> not-an-option", "refused> -"),
    // The question whether to erase everything stands below; at the terminal the `yes` answers the one before it.
    ("garbage/an-old-yes-erases-nothing.txt", "stage> identify", "stage> prepare"),
];

#[test]
fn every_conversation_goes_on_telegram_as_written() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts");
    let only = std::env::var(ONLY).unwrap_or_default();
    let files: Vec<PathBuf> =
        transcripts(&root).into_iter().filter(|file| file.to_string_lossy().contains(&only)).collect();
    assert!(!files.is_empty(), "there are no such transcripts in {}", root.display());
    let content = shipped();
    let queue = Mutex::new(files.into_iter());
    let faults = Mutex::new(Vec::new());
    // Most of a conversation is waiting for HTTP.
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..4 * threads {
            scope.spawn(|| {
                while let Some(file) = { queue.lock().expect("no transcript panics").next() } {
                    let name = file.strip_prefix(&root).unwrap_or(&file).display().to_string();
                    let found = play(&content, &file, &name);
                    faults.lock().expect("no transcript panics").extend(found);
                }
            });
        }
    });
    let faults = faults.into_inner().expect("no transcript panics");
    assert!(faults.is_empty(), "{} faults\n\n{}", faults.len(), faults.join("\n\n"));
}

fn play(content: &Arc<Content>, file: &Path, name: &str) -> Vec<String> {
    let text = std::fs::read_to_string(file).expect("a transcript can be read");
    let script = Script::read(&text, content).unwrap_or_else(|fault| panic!("{name}:{fault}"));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let there = runtime.expect("a runtime can be started").block_on(venue::perform(&script, content));
    let mut faults: Vec<String> = there.faults.iter().map(|fault| format!("{name}: {fault}")).collect();
    faults.extend(judged(&there.played.report, name));
    faults
}

/// The differences, if they are not just those by design.
fn judged(report: &Report, name: &str) -> Option<String> {
    let by_design = BY_DESIGN.iter().filter(|(file, ..)| *file == name);
    let expected: Vec<(Option<&str>, &str)> =
        by_design.map(|(_, written, happened)| (Some(*written), *happened)).collect();
    let found: Vec<(Option<&str>, &str)> = report.differences().collect();
    (found != expected).then(|| {
        let difference = report.difference(name).unwrap_or_else(|| format!("{name}: it goes as written"));
        format!("{difference}\nby design would be: {expected:?}")
    })
}

/// Every `.txt` below the folder, in order.
fn transcripts(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder of transcripts can be read");
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.expect("its entries can be read").path()).collect();
    paths.sort();
    let below = |path: PathBuf| {
        if path.is_dir() {
            transcripts(&path)
        } else {
            vec![path].into_iter().filter(|path| path.extension().is_some_and(|kind| kind == "txt")).collect()
        }
    };
    paths.into_iter().flat_map(below).collect()
}
