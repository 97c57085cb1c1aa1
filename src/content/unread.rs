//! What the reader of TOML does not understand, told so that somebody who does not know TOML can mend it.

use super::fault::Fault;
use super::text::line_of;

/// A fault of the file itself, with what to do about it.
pub(crate) fn toml_fault(file: &str, text: &str, error: &toml::de::Error) -> Fault {
    let start = error.span().map_or(0, |span| span.start);
    let line = text.get(..start).map_or(0, |_| line_of(text, start));
    let written = text.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim();
    let said = error.message().replace('\n', "; ");
    let what = match advice(&said, written) {
        Some(advice) => format!("{said}; {advice}"),
        None => said,
    };
    Fault { file: file.to_owned(), line: error.span().map_or(0, |_| line), what }
}

/// What to do, by what the reader says and the line that it stopped in.
fn advice(said: &str, written: &str) -> Option<String> {
    let (key, value) =
        written.split_once('=').map_or((written, ""), |(key, value)| (key.trim(), value.trim()));
    if written.contains(['“', '”', '„', '‘', '’']) && said.contains("quoted") {
        return Some("the quotes are curly; expected straight ones: `\"…\"`".to_owned());
    }
    if said.contains("must be quoted") {
        let quoted = format!("a text stands in straight quotes; expected `{key} = \"{value}\"`");
        return Some(match value {
            "yes" | "no" => format!("{quoted}, or `true` or `false` where it is a mark"),
            _ => quoted,
        });
    }
    if said.contains("expected a string") && is_day(value) {
        return Some(format!("a day stands in quotes; expected `{key} = \"{value}\"`"));
    }
    if said.contains("duplicate key") {
        return Some(format!("`{key}` stands twice in this section; expected one of the two"));
    }
    if said.contains("unknown field") && written.starts_with('[') {
        return Some(format!(
            "`{written}` is no section of this file; expected one of those listed, in the same brackets"
        ));
    }
    if said.contains("expected a sequence") {
        return Some(format!("a list stands in square brackets; expected `{key} = [{value}]`"));
    }
    if said.contains("expected a boolean") {
        return Some(format!("expected `{key} = true` or `{key} = false`, without quotes"));
    }
    (said.contains("unclosed") || said.contains("invalid basic string"))
        .then(|| "something that is opened in this line is not closed".to_owned())
}

/// Four digits, two and two, parted by dashes.
fn is_day(value: &str) -> bool {
    let parts: Vec<&str> = value.split_whitespace().next().unwrap_or_default().split('-').collect();
    let digits = |part: &&str| part.chars().all(|char| char.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(digits) && parts.iter().map(|part| part.len()).eq([4, 2, 2])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a field with one line changed.
    fn told(line: &str) -> String {
        let text = format!("[[field]]\nid = \"one\"\n{line}\n");
        let error = toml::from_str::<super::super::raw::Flow>(&text).expect_err("it does not read");
        toml_fault("flow/one.toml", &text, &error).to_string()
    }

    fn check(line: &str, advice: &str) {
        let told = told(line);
        assert!(told.starts_with("flow/one.toml:") && told.contains(advice), "{line}: {told}");
    }

    #[test]
    fn what_is_written_in_another_way_than_toml_wants_is_told_with_the_right_way() {
        check("kind = address", "expected `kind = \"address\"`");
        check("kind = “address”", "expected straight ones");
        check("id = \"two\"", "`id` stands twice in this section");
        check("stage = 2026-01-01", "a day stands in quotes; expected `stage = \"2026-01-01\"`");
        check("source = \"A19\"", "expected `source = [\"A19\"]`");
        check("personal = \"yes\"", "expected `personal = true` or `personal = false`");
        check("[[feild]]", "`[[feild]]` is no section of this file");
        check("kind = \"address", "not closed");
    }
}
