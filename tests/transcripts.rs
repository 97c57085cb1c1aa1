//! Plays every transcript, and tells what none of them visits.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use beian::content::{Content, shipped};
use beian::transcript::{Malformed, Played, Script, Visits, perform};

/// Set to rewrite what the bot says in the transcripts.
const UPDATE: &str = "UPDATE_TRANSCRIPTS";

#[test]
fn every_conversation_goes_as_written_and_together_they_go_everywhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts");
    let files = transcripts(&root);
    assert!(!files.is_empty(), "there are no transcripts in {}", root.display());
    let content = shipped();
    let (mut faults, mut visits) = (Vec::new(), Visits::default());
    for (file, played) in play_all(&content, files) {
        let name = file.strip_prefix(&root).unwrap_or(&file).display().to_string();
        match played {
            Err(fault) => faults.push(format!("{name}:{fault}")),
            Ok(played) => {
                faults.extend(judged(&file, &name, &played));
                visits.join(played.visits);
            }
        }
    }
    let missed = visits.missed(&content);
    if !missed.is_empty() {
        faults.push(format!("no transcript visits:\n  {}", missed.join("\n  ")));
    }
    assert!(faults.is_empty(), "{} faults\n\n{}", faults.len(), faults.join("\n\n"));
}

/// The difference; where an update is asked for, only one that it does not mend.
fn judged(file: &Path, name: &str, played: &Played) -> Option<String> {
    let difference = played.report.difference(name)?;
    let update = std::env::var_os(UPDATE).is_some();
    if let Some(updated) = played.report.updated().filter(|_| update) {
        std::fs::write(file, updated).expect("a transcript can be written");
    }
    (!update || !played.report.is_mendable()).then_some(difference)
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

/// Plays them side by side; the order of the answer is that of the files.
fn play_all(content: &Arc<Content>, files: Vec<PathBuf>) -> Vec<(PathBuf, Result<Played, Malformed>)> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let queue = Mutex::new(files.into_iter());
    let done = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(file) = { queue.lock().expect("no transcript panics").next() } {
                    let played = play(content, &file);
                    done.lock().expect("no transcript panics").push((file, played));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("no transcript panics");
    done.sort_by(|left, right| left.0.cmp(&right.0));
    done
}

fn play(content: &Arc<Content>, file: &Path) -> Result<Played, Malformed> {
    let text = std::fs::read_to_string(file).expect("a transcript can be read");
    let script = Script::read(&text, content)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime can be started");
    Ok(runtime.block_on(perform(&script, content)).expect("a store in memory does not fail"))
}
