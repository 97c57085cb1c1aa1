//! What can be told of a file without keeping it: its size, and what its first bytes say it is.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::dialogue::FileFacts;

/// Looks at a file. Only its first bytes are read, and nothing of it is kept.
#[must_use]
pub fn look(path: &Path) -> FileFacts {
    let unreadable = FileFacts { size: None, format: None };
    // Looked at before it is opened: opening a pipe would wait for somebody to write to it.
    let Ok(metadata) = path.metadata() else {
        return unreadable;
    };
    if !metadata.is_file() {
        return unreadable;
    }
    let Ok(mut file) = File::open(path) else {
        return unreadable;
    };
    let mut head = [0; 12];
    let mut filled = 0;
    while filled < head.len() {
        match file.read(&mut head[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(_) => return unreadable,
        }
    }
    FileFacts { size: Some(metadata.len()), format: format(&head[..filled]) }
}

/// The format that these first bytes announce.
#[must_use]
pub fn format(head: &[u8]) -> Option<&'static str> {
    match head {
        [0xff, 0xd8, 0xff, ..] => Some("jpg"),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some("png"),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some("gif"),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some("pdf"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_decide_and_not_the_name() {
        assert_eq!(format(&[0xff, 0xd8, 0xff, 0xe0, 0, 16]), Some("jpg"));
        assert_eq!(format(b"\x89PNG\r\n\x1a\n...."), Some("png"));
        assert_eq!(format(b"GIF89a......"), Some("gif"));
        assert_eq!(format(b"%PDF-1.7"), Some("pdf"));
        assert_eq!(format(b"PK\x03\x04"), None);
        assert_eq!(format(b""), None);
    }
}
