//! Looks for values in bytes, in every writing in which they could stand there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use regex::bytes::RegexSetBuilder;

/// Every writing in which a value could be found: encodings, without separators, escaped, in other cases.
fn writings(value: &str) -> Vec<Vec<u8>> {
    let bare: String = value.chars().filter(|char| char.is_alphanumeric()).collect();
    let escaped = value.chars().map(|char| match u32::from(char) {
        code @ 128.. => format!("\\u{code:04x}"),
        _ => char.to_string(),
    });
    let mut texts = vec![value.to_owned(), value.to_lowercase(), value.to_uppercase(), escaped.collect()];
    texts.extend([bare.clone(), bare.to_lowercase(), bare.to_uppercase()]);
    let mut all: BTreeSet<Vec<u8>> = BTreeSet::new();
    for text in texts {
        all.insert(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
        all.insert(text.encode_utf16().flat_map(u16::to_be_bytes).collect());
        all.insert(text.into_bytes());
    }
    all.into_iter().collect()
}

/// The bytes of every file under a folder, and of the names.
pub(crate) fn bytes_of(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder lists") {
        let path = entry.expect("the folder lists").path();
        let name = path.display().to_string();
        if path.is_dir() {
            all.extend(bytes_of(&path));
        } else {
            all.push((name.clone(), std::fs::read(&path).expect("the file reads")));
        }
        all.push((format!("the name {name}"), name.into_bytes()));
    }
    all
}

/// The values that are found in any writing, with the place.
pub(crate) fn found(
    values: &BTreeMap<&str, String>,
    in_all: &[(String, Vec<u8>)],
) -> BTreeMap<String, String> {
    let (mut fields, mut patterns) = (Vec::new(), Vec::new());
    for (field, value) in values {
        for writing in writings(value) {
            fields.push(*field);
            patterns.push(
                writing.iter().fold("(?-u)".to_owned(), |pattern, byte| pattern + &format!("\\x{byte:02x}")),
            );
        }
    }
    let search =
        RegexSetBuilder::new(patterns).unicode(false).size_limit(1 << 28).build().expect("plain bytes");
    let hits = in_all
        .iter()
        .flat_map(|(place, bytes)| search.matches(bytes).into_iter().map(move |hit| (hit, place)));
    hits.map(|(hit, place)| (fields[hit].to_owned(), place.clone())).collect()
}
