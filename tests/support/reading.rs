//! Reads what a chat shows, so that it can be compared with what was to be said.

use crate::telegram::Shown;

/// The text as a person reads it, the address of a link behind its label, and items with the dash that they are
/// written with.
pub(crate) fn read_out(shown: &Shown) -> String {
    let units: Vec<u16> = shown.text.encode_utf16().collect();
    let text = |from: usize, to: usize| String::from_utf16_lossy(&units[from..to]);
    let (mut out, mut from) = (String::new(), 0);
    for entity in &shown.entities {
        if let Some(url) = &entity.url {
            let to = entity.offset + entity.length;
            out.push_str(&text(from, to));
            if text(entity.offset, to) != *url {
                out.extend([" (", url, ")"]);
            }
            from = to;
        }
    }
    out.push_str(&text(from, units.len()));
    let items = out.split('\n').map(|line| match line.strip_prefix("• ") {
        Some(item) => format!("- {item}"),
        // Stages in the list of progress have a mark of their own.
        None if line.starts_with(['✓', '▶', '·']) => format!("- {line}"),
        None => line.to_owned(),
    });
    items.collect::<Vec<_>>().join("\n")
}

/// What is left of a text without its blanks: where lines break is the channel's business.
pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|char| !char.is_whitespace()).collect()
}
