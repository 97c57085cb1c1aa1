//! The neutral markup of texts: `**bold**`, `` `code` ``, `[label](address)` and lists. Channels render it.

/// The text without its markup, for terminals and plain output: a link keeps its address behind the label.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['*', '`', '[']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("**") {
            rest = after;
        } else if let Some(after) = rest.strip_prefix('`') {
            rest = after;
        } else if let Some((label, address, after)) = link(rest) {
            out.push_str(label);
            if label != address {
                out.push_str(" (");
                out.push_str(address);
                out.push(')');
            }
            rest = after;
        } else {
            out.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

/// A link at the start of the text: its label, its address and what follows it.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let (label, after) = text.strip_prefix('[')?.split_once("](")?;
    let (address, after) = after.split_once(')')?;
    (!label.contains(['[', '\n']) && address.starts_with("http")).then_some((label, address, after))
}

/// User text inside a marked-up message: its marks lose their meaning.
#[must_use]
pub(crate) fn inert(text: &str) -> String {
    text.chars()
        .map(|char| match char {
            '*' => '＊',
            '`' => '＇',
            '[' => '［',
            ']' => '］',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(marked: &str, expected: &str) {
        assert_eq!(plain(marked), expected);
    }

    #[test]
    fn marks_vanish_and_links_keep_their_address() {
        check("**备案** is `free`", "备案 is free");
        check(
            "see [MIIT](https://beian.miit.gov.cn) now",
            "see MIIT (https://beian.miit.gov.cn) now",
        );
        check("[help] stays, 2 * 3 too", "[help] stays, 2 * 3 too");
        check("[a](b)", "[a](b)");
    }
}
