//! How values are shown when only their owner should recognise them.

/// Not personal: as it is.
pub(super) fn open(value: &str) -> String {
    value.to_owned()
}

/// Keeps the first and the last characters; of a value too short for that, the first alone.
pub(super) fn middle(value: &str, first: usize, last: usize) -> String {
    let characters: Vec<char> = value.chars().collect();
    let (first, last) = if characters.len() > first + last { (first, last) } else { (1, 0) };
    let hidden = characters.len().saturating_sub(first + last);
    let head = characters.iter().take(first);
    let tail = characters.iter().skip(characters.len() - last);
    head.chain(&vec!['*'; hidden]).chain(tail).collect()
}

/// For documents: `110***********002X`.
pub(super) fn document(value: &str) -> String {
    if value.chars().count() >= 12 { middle(value, 3, 4) } else { middle(value, 1, 2) }
}

/// Keeps the first characters; the length of the rest is hidden too.
pub(super) fn head(value: &str, first: usize) -> String {
    value.chars().take(first).chain("***".chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enough_is_hidden() {
        assert_eq!(document("11010519491231002X"), "110***********002X");
        assert_eq!(document("H12345678"), "H******78");
        assert_eq!(middle("ab", 3, 4), "a*");
        assert_eq!(middle("", 3, 4), "");
    }
}
