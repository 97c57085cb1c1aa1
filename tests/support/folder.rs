//! A folder of dialogues to be changed by tests.

#![allow(dead_code, reason = "each test uses a part of the support")]

use std::path::Path;

use beian::content::Files;

/// Writes the shipped dialogues to a folder.
pub(crate) fn write_shipped(folder: &Path) {
    for (file, text) in &Files::shipped().0 {
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().expect("inside")).expect("the folder is made");
        std::fs::write(path, text).expect("the file is written");
    }
}

/// Changes the first such place of a file; the line of the change, from 1.
pub(crate) fn change(folder: &Path, file: &str, from: &str, to: &str) -> usize {
    let path = folder.join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
    let at = text.find(from).unwrap_or_else(|| panic!("{file} has no `{from}`"));
    std::fs::write(path, text.replacen(from, to, 1)).expect("the file is written");
    text[..at].matches('\n').count() + 1
}
