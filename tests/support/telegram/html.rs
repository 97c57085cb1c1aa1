//! Reads a text with Telegram's HTML: what a person sees, and which parts are marked how.
//!
//! Stricter than the real server, which lets a bare `&` pass and drops unknown attributes: both are slips of the bot.

use serde::Serialize;

/// A marked part of a text; offset and length in UTF-16 units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Entity {
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    pub(crate) offset: usize,
    pub(crate) length: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) language: Option<String>,
}

/// Each tag, and the kind of entity it makes.
const TAGS: [(&str, &str); 14] = [
    ("b", "bold"),
    ("strong", "bold"),
    ("i", "italic"),
    ("em", "italic"),
    ("u", "underline"),
    ("ins", "underline"),
    ("s", "strikethrough"),
    ("strike", "strikethrough"),
    ("del", "strikethrough"),
    ("code", "code"),
    ("pre", "pre"),
    ("a", "text_link"),
    ("blockquote", "blockquote"),
    ("tg-spoiler", "spoiler"),
];

/// The length as Telegram counts it.
pub(super) fn utf16(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The text without its marks and the marks, or what is wrong with it.
pub(super) fn parse(html: &str) -> Result<(String, Vec<Entity>), String> {
    let mut reader =
        Reader { html, at: 0, text: String::with_capacity(html.len()), units: 0, open: Vec::new() };
    let mut entities = Vec::new();
    while let Some(special) = html[reader.at..].find(['<', '&']) {
        reader.plain(reader.at + special);
        if html[reader.at..].starts_with('&') {
            reader.character()?;
        } else if html[reader.at..].starts_with("</") {
            entities.extend(reader.end_tag()?);
        } else {
            reader.start_tag()?;
        }
    }
    reader.plain(html.len());
    if let Some((tag, _)) = reader.open.last() {
        return Err(format!("Can't find end tag corresponding to start tag \"{tag}\""));
    }
    entities.sort_by_key(|entity: &Entity| (entity.offset, std::cmp::Reverse(entity.length)));
    Ok((reader.text, entities))
}

struct Reader<'a> {
    html: &'a str,
    at: usize,
    text: String,
    /// The UTF-16 units of `text`.
    units: usize,
    /// The open tags, the innermost last; their entities have no length yet.
    open: Vec<(&'a str, Entity)>,
}

impl<'a> Reader<'a> {
    /// Takes over everything up to a place.
    fn plain(&mut self, to: usize) {
        let part = &self.html[self.at..to];
        self.text.push_str(part);
        self.units += utf16(part);
        self.at = to;
    }

    /// `&lt;` and its kin.
    fn character(&mut self) -> Result<(), String> {
        let rest = &self.html[self.at + 1..];
        let name = rest.split(';').next().filter(|name| name.len() < rest.len());
        let c = match name {
            Some("lt") => Some('<'),
            Some("gt") => Some('>'),
            Some("amp") => Some('&'),
            Some("quot") => Some('"'),
            Some(name) => number(name),
            None => None,
        };
        let c = c.ok_or_else(|| format!("Unsupported entity at byte offset {}", self.at))?;
        self.text.push(c);
        self.units += c.len_utf16();
        self.at += 2 + name.map_or(0, str::len);
        Ok(())
    }

    /// The inside of the tag that starts here, behind the bracket and so many further bytes.
    fn inside(&mut self, skip: usize) -> Result<&'a str, String> {
        let rest = &self.html[self.at + skip..];
        let end = rest.find('>').ok_or_else(|| format!("Unclosed start tag at byte offset {}", self.at))?;
        self.at += skip + end + 1;
        Ok(&rest[..end])
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let start = self.at;
        let inside = self.inside(1)?;
        let (name, attribute) = inside.split_once(' ').unwrap_or((inside, ""));
        let Some((tag, kind)) = TAGS.iter().find(|(tag, _)| *tag == name) else {
            return Err(format!("Unsupported start tag \"{name}\" at byte offset {start}"));
        };
        let mut entity = Entity { kind, offset: self.units, length: 0, url: None, language: None };
        match (*tag, attribute) {
            ("a", _) => entity.url = Some(address(attribute, start)?),
            ("blockquote", "expandable") => entity.kind = "expandable_blockquote",
            ("code", _) if attribute.starts_with("class=\"language-") => {
                entity.language =
                    value(attribute, "class").map(|class| class["language-".len()..].to_owned());
            }
            (_, "") => {}
            _ => {
                return Err(format!(
                    "Unsupported attribute of the tag \"{name}\" at byte offset {start}: {attribute}"
                ));
            }
        }
        self.open.push((tag, entity));
        Ok(())
    }

    fn end_tag(&mut self) -> Result<Option<Entity>, String> {
        let start = self.at;
        let name = self.inside(2)?;
        let Some((tag, mut entity)) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {start}"));
        };
        if tag != name {
            return Err(format!(
                "Unmatched end tag at byte offset {start}, expected \"</{tag}>\", found \"</{name}>\""
            ));
        }
        entity.length = self.units - entity.offset;
        Ok((entity.length > 0).then_some(entity))
    }
}

/// `#60` or `#x3c`.
fn number(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => digits.parse(),
    };
    char::from_u32(code.ok()?).filter(|c| *c != '\0')
}

/// The value of the one attribute that stands there.
fn value<'a>(attribute: &'a str, name: &str) -> Option<&'a str> {
    let quoted = attribute.strip_prefix(name)?.strip_prefix("=\"")?.strip_suffix('"')?;
    (!quoted.contains('"')).then_some(quoted)
}

/// Where a link leads.
fn address(attribute: &str, start: usize) -> Result<String, String> {
    let href = value(attribute, "href").ok_or_else(|| format!("Link without href at byte offset {start}"))?;
    let (href, marks) = parse(href)?;
    let leads = ["http://", "https://", "tg://"].iter().any(|scheme| href.starts_with(scheme));
    if !leads || !marks.is_empty() {
        return Err(format!("Link to {href:?} at byte offset {start}"));
    }
    Ok(href)
}
