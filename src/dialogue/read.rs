//! What a typed text means at a choice: a number, a label, an id, a synonym.

use super::derive::View;
use super::voice::Voice;
use crate::content::{Field, FieldKind, Language};

/// Text reduced to what counts when it is compared: no width, case, blanks or closing marks.
#[must_use]
pub(crate) fn folded(text: &str) -> String {
    folding(text).collect()
}

fn folding(text: &str) -> impl Iterator<Item = char> {
    narrowing(text)
        .filter(|char| {
            !char.is_whitespace() && !matches!(char, '。' | '.' | '!' | ',' | '，' | '、' | '"' | '“' | '”')
        })
        .flat_map(char::to_lowercase)
}

/// Full-width letters, digits and marks made narrow.
fn narrowing(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(|char| match char {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        '\u{3000}' => ' ',
        other => other,
    })
}

/// Whether a folded text is one of the everyday words listed under this id, in either language.
pub(super) fn says(view: &View<'_>, id: &str, text: &str) -> bool {
    let listed = |words: &str| words.split('|').any(|word| folding(word).eq(text.chars()));
    Language::ALL.into_iter().any(|language| listed(&Voice::new(view, language).words(id)))
}

/// Whether a text asks something rather than answering: it ends in a question mark, or holds a word that asks.
#[must_use]
pub(super) fn is_question(view: &View<'_>, typed: &str) -> bool {
    let text: String = narrowing(typed.trim()).flat_map(char::to_lowercase).collect();
    let spoken: Vec<&str> = text.split(|char: char| !char.is_ascii_alphabetic()).collect();
    let spoken = format!(" {} ", spoken.join(" "));
    // Without blanks between them, words are only found as parts.
    let holds = |word: &str| {
        if word.is_ascii() { spoken.contains(&format!(" {word} ")) } else { text.contains(word) }
    };
    let words = Language::ALL.map(|language| Voice::new(view, language).words("words-question").into_owned());
    ends_as_question(view, &text) || words.iter().flat_map(|words| words.split('|')).any(holds)
}

/// Whether a text says no more than that its author does not know, or does not mind.
#[must_use]
pub(super) fn is_at_a_loss(view: &View<'_>, typed: &str) -> bool {
    let text = folded(typed);
    says(view, "words-unknown", &text) || says(view, "words-whatever", &text)
}

/// Whether a text ends in a question mark.
#[must_use]
pub(super) fn is_marked(text: &str) -> bool {
    text.trim_end().ends_with(['?', '？'])
}

/// Whether a text ends in a question mark, or in a word that stands for one.
fn ends_as_question(view: &View<'_>, text: &str) -> bool {
    let folded = folded(text);
    let words =
        Language::ALL.map(|language| Voice::new(view, language).words("words-question-end").into_owned());
    is_marked(text)
        || words.iter().flat_map(|words| words.split('|')).any(|word| folded.ends_with(&self::folded(word)))
}

/// The option meant, by number (from 1), id, label, or a part of one label only.
#[must_use]
pub(super) fn option(view: &View<'_>, field: &Field, options: &[String], typed: &str) -> Option<String> {
    let text = folded(typed);
    if text.is_empty() {
        return None;
    }
    // A number alone: blanks and separators between digits make a list, not a larger number.
    let shown: String = narrowing(typed).collect();
    if let Ok(number) = shown.trim().trim_end_matches(['.', '。', '、', ')']).parse::<usize>() {
        return options.get(number.checked_sub(1)?).cloned();
    }
    if shown
        .chars()
        .all(|char| char.is_ascii_digit() || char.is_whitespace() || matches!(char, ',' | '、' | '.'))
    {
        return None;
    }
    let names = |id: &String| names(view, field, id);
    if let Some(exact) = options.iter().find(|id| names(id).contains(&text)) {
        return Some(exact.clone());
    }
    if let Some(meant) = in_other_words(view, field, options, &text) {
        return Some(meant);
    }
    if let Some(number) = view.content.knowledge.ordinal(typed) {
        return options.get(number - 1).cloned();
    }
    if text.chars().count() < 2 {
        return None;
    }
    let mut close = options.iter().filter(|id| names(id).iter().any(|name| name.contains(&text)));
    match (close.next(), close.next()) {
        (Some(only), None) => Some(only.clone()),
        (_, _) => None,
    }
}

/// Everything that means an option when it is typed, folded: its id, its labels and synonyms in both languages.
#[must_use]
pub(crate) fn names(view: &View<'_>, field: &Field, id: &str) -> Vec<String> {
    let mut names = vec![folded(id)];
    for language in Language::ALL {
        let voice = Voice::new(view, language);
        names.push(folded(&voice.option_label(field, id)));
        let also = format!("{}.also-{id}", field.text);
        if view.content.texts.has(language, &also) {
            names.extend(voice.say(&also).split(['|', '\n']).map(folded));
        }
    }
    if let Some(category) = view.content.categories.iter().find(|category| category.id == id) {
        names.extend(category.keywords.iter().flatten().chain(&category.name).map(|word| folded(word)));
    }
    if field.kind == FieldKind::YesNo || matches!(id, "yes" | "no") {
        names.extend(words(view, &format!("words-{id}")));
    }
    names
}

/// Everyday words, folded, that may mean no other option where one of this id is offered.
#[must_use]
pub(crate) fn everyday(view: &View<'_>, id: &str) -> Vec<String> {
    let lists: &[&str] = match id {
        "yes" | "agree" => &["words-yes"],
        "no" | "decline" => &["words-no"],
        "none" => &["words-none", "words-no"],
        "not-yet" => &["words-not-yet", "words-no"],
        "unknown" => &["words-unknown"],
        _ => &[],
    };
    lists.iter().flat_map(|list| words(view, list)).collect()
}

/// What is a command wherever it is typed, by the ends of the ids of its words.
pub(super) const COMMANDS: [&str; 7] = ["help", "back", "skip", "hold", "human", "repeat", "keep"];

/// The words that are commands at a field, folded: only several choices are ended by a word, elsewhere the same word may be
/// an answer.
#[must_use]
pub(crate) fn commands(view: &View<'_>, field: &Field) -> Vec<String> {
    let done = field.kind.is_several().then_some("done");
    COMMANDS.into_iter().chain(done).flat_map(|command| words(view, &format!("words-{command}"))).collect()
}

/// The words of a list, folded, in both languages.
fn words(view: &View<'_>, id: &str) -> Vec<String> {
    let of = |language| Voice::new(view, language).words(id).split('|').map(folded).collect::<Vec<_>>();
    Language::ALL.into_iter().flat_map(of).collect()
}

/// Everyday words: not knowing, not yet, and yes where there is only one way on.
fn in_other_words(view: &View<'_>, field: &Field, options: &[String], text: &str) -> Option<String> {
    let says = |id: &str| says(view, id, text);
    let offered = |id: &str| options.iter().find(|option| *option == id).cloned();
    if says("words-unknown") {
        return offered("unknown");
    }
    if (says("words-none") || says("words-no"))
        && let Some(none) = offered("none")
    {
        return Some(none);
    }
    if says("words-not-yet") || says("words-no") {
        return offered("not-yet");
    }
    let onward: Vec<&String> = options.iter().filter(|option| !field.comes_back(option)).collect();
    match onward.as_slice() {
        // To be told that something has happened takes more than a nod.
        [only] if options.len() == 2 && says("words-ack") && !field.later.is_empty() => {
            says("words-already").then(|| (*only).clone())
        }
        [only] if options.len() == 2 && (says("words-yes") || says("words-already")) => Some((*only).clone()),
        // One thing to be read is confirmed by any yes.
        [only] if options.len() == 1 && says("words-yes") => Some((*only).clone()),
        _ => None,
    }
}

/// The options meant by a list such as `1 3` or `新闻、游戏`; `None` if one of them is not there.
#[must_use]
pub(super) fn options(
    view: &View<'_>,
    field: &Field,
    options: &[String],
    typed: &str,
) -> Option<Vec<String>> {
    if let Some(one) = option(view, field, options, typed) {
        return Some(vec![one]);
    }
    let parts: Vec<&str> = typed
        .split([',', '，', '、', ';', '；', ' ', '\u{3000}', '\n'])
        .filter(|part| !part.trim().is_empty())
        .collect();
    let found: Option<Vec<String>> = parts.iter().map(|part| option(view, field, options, part)).collect();
    found.filter(|found| !found.is_empty())
}
