//! What stands in a text, as numbers: Chinese characters and their pairs, pairs of their sounds, words and their pairs.
//!
//! Sounds make homophones and pinyin look alike: 备案, 备按 and `beian` share `bei an`. Pieces of words do the same for slips
//! of the pen in English.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use pinyin::{Pinyin, ToPinyin};
use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::{FxBuildHasher, FxHasher};

use super::normal::is_han;

/// A feature: a hash of its kind and content.
pub(super) type Feature = u32;

/// The longest syllable, in letters.
const SYLLABLE_LEN_MAX: usize = 6;

/// Words of fewer letters have no pieces worth counting.
const PIECED_LEN_MIN: usize = 6;

/// Every syllable of Mandarin without tones.
static SYLLABLES: LazyLock<HashSet<&'static str, FxBuildHasher>> = LazyLock::new(|| {
    let common = ('\u{4e00}'..='\u{9fa5}').filter_map(|char: char| char.to_pinyin());
    common.map(Pinyin::plain).filter(|sound| sound.is_ascii()).collect()
});

/// The kinds of features.
#[derive(Clone, Copy, Hash)]
enum Kind {
    Han,
    Sound,
    Word,
    Piece,
    Named,
}

/// The features of the stretches of a normal text, each once; `named` are the values that the words of a trade and the like
/// stand for.
pub(super) fn features(stems: &[(Run, Cow<str>)], named: &[(&str, &str)]) -> Vec<Feature> {
    let mut found = Found::default();
    let (mut words, mut sounds): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for (run, stem) in stems {
        match run {
            Run::Han(run) => {
                found.chain(&mut words);
                found.han(run);
                for char in run.chars() {
                    match char.to_pinyin() {
                        Some(sound) => sounds.push(sound.plain()),
                        None => found.sounds(&mut sounds),
                    }
                }
            }
            Run::Word(word) => {
                match syllables(word) {
                    Some(syllables) => sounds.extend(syllables),
                    None => found.sounds(&mut sounds),
                }
                if word.len() >= PIECED_LEN_MIN && word.is_ascii() {
                    for piece in word.as_bytes().windows(4) {
                        found.add(Kind::Piece, piece);
                    }
                }
                words.push(stem);
            }
            Run::Break => {
                found.chain(&mut words);
                found.sounds(&mut sounds);
            }
        }
    }
    found.chain(&mut words);
    found.sounds(&mut sounds);
    for name in named {
        found.add(Kind::Named, name);
    }
    found.features.sort_unstable();
    found.features.dedup();
    found.features
}

#[derive(Default)]
struct Found {
    features: Vec<Feature>,
}

impl Found {
    fn add(&mut self, kind: Kind, what: impl Hash) {
        let mut hasher = FxHasher::default();
        (kind, what).hash(&mut hasher);
        // The upper half is the better mixed one.
        self.features.push((hasher.finish() >> 32) as Feature);
    }

    /// Single characters and pairs.
    fn han(&mut self, run: &str) {
        let chars: Vec<char> = run.chars().collect();
        for size in 1..=2 {
            for part in chars.windows(size) {
                self.add(Kind::Han, part);
            }
        }
    }

    /// Pairs of the syllables gathered, which are used up.
    fn sounds(&mut self, sounds: &mut Vec<&str>) {
        for pair in sounds.windows(2) {
            self.add(Kind::Sound, pair);
        }
        sounds.clear();
    }

    /// Words and pairs of words gathered, which are used up.
    fn chain(&mut self, words: &mut Vec<&str>) {
        for size in 1..=2 {
            for part in words.windows(size) {
                self.add(Kind::Word, part);
            }
        }
        words.clear();
    }
}

/// A stretch of a text.
pub(super) enum Run<'a> {
    /// Chinese characters.
    Han(&'a str),
    /// Letters and digits of other scripts.
    Word(&'a str),
    /// Something that parts sentences.
    Break,
}

/// The stretches of a normal text, in order.
pub(super) fn runs(text: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same = |char: &char| match first {
            first if is_han(first) => is_han(*char),
            first if first.is_alphanumeric() => {
                (char.is_alphanumeric() || *char == '\'' || *char == '-') && !is_han(*char)
            }
            _ => !char.is_alphanumeric(),
        };
        let len = rest.chars().take_while(same).map(char::len_utf8).sum::<usize>().max(first.len_utf8());
        let (run, after) = rest.split_at(len);
        if is_han(first) {
            runs.push(Run::Han(run));
        } else if first.is_alphanumeric() {
            // A hyphen joins as a blank does.
            let parts = run.split('-').map(|part| part.trim_end_matches('\''));
            let parts = parts.map(|part| part.strip_suffix("'s").unwrap_or(part));
            runs.extend(parts.filter(|part| !part.is_empty()).map(Run::Word));
        } else if run.chars().any(|char| !char.is_whitespace()) {
            runs.push(Run::Break);
        }
        rest = after;
    }
    runs
}

/// The stretches of a normal text, words with their stems.
pub(super) fn stems(text: &str) -> Vec<(Run<'_>, Cow<'_, str>)> {
    let stemmer = Stemmer::create(Algorithm::English);
    let with_stem = |run| match run {
        Run::Han(run) => (Run::Han(run), Cow::Borrowed(run)),
        Run::Word(word) => (Run::Word(word), stemmer.stem(word)),
        Run::Break => (Run::Break, Cow::Borrowed("|")),
    };
    runs(text).into_iter().map(with_stem).collect()
}

/// The stems in a row, words between blanks, Chinese as it stands: what lexicons are looked for in.
pub(super) fn joined(stems: &[(Run, Cow<str>)]) -> String {
    let mut out = String::new();
    for (run, stem) in stems {
        let blank = if matches!(run, Run::Word(_)) { " " } else { "" };
        out.extend([blank, stem, blank]);
    }
    out
}

/// The syllables of a word that is pinyin from end to end, each as long as can be; none: it is not.
pub(super) fn syllables(word: &str) -> Option<Vec<&str>> {
    // Every syllable ends in one of these: most words of other languages are told by their last letter.
    let ends = word.ends_with(['a', 'e', 'i', 'o', 'u', 'v', 'n', 'g', 'r']);
    if !word.is_ascii() || !ends {
        return None;
    }
    // From the end: how long the syllable is that begins here and leaves something that can be cut as well.
    let mut first = vec![None; word.len() + 1];
    first[word.len()] = Some(0);
    for start in (0..word.len()).rev() {
        let longest = SYLLABLE_LEN_MAX.min(word.len() - start);
        let fits =
            |len: &usize| first[start + len].is_some() && SYLLABLES.contains(&word[start..start + len]);
        first[start] = (1..=longest).rev().find(fits);
    }
    let mut found = Vec::new();
    let mut start = 0;
    while start < word.len() {
        let len = first[start]?;
        found.push(&word[start..start + len]);
        start += len;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn homophones_and_pinyin_share_their_sound() {
        let shared = |one: &str, other: &str| {
            let (one, other) = (features(&stems(one), &[]), features(&stems(other), &[]));
            one.iter().filter(|feature| other.contains(feature)).count()
        };
        assert!(shared("备案", "备按") > 0 && shared("短信验证", "duanxin yanzheng") >= 3);
        assert_eq!(shared("备案", "domain"), 0);
        assert!(shared("registration", "registeration") > 3);
        assert_eq!(syllables("beian"), Some(vec!["bei", "an"]));
        assert_eq!(syllables("server"), None);
    }

    #[test]
    fn a_long_word_of_syllables_is_cut_in_one_go() {
        // Every cut fails at the end, and there are very many.
        assert_eq!(syllables(&format!("{}v", "ang".repeat(400))), None);
    }
}
