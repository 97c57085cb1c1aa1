//! A message in pinyin, written in the characters that it most likely stands for.
//!
//! Which character comes before which is counted in the phrasings; a message that is pinyin from end to end becomes the
//! likeliest chain of characters with those sounds (Viterbi). English hardly ever is, and what is makes no sense then.

use std::collections::HashMap;

use pinyin::{Pinyin, ToPinyin};
use rustc_hash::FxBuildHasher;

use super::features::syllables;
use super::normal::is_han;

/// A message of fewer syllables is a name, or chance.
const SYLLABLE_COUNT_MIN: usize = 5;
/// Of a longer one only the beginning is read.
const SYLLABLE_COUNT_MAX: usize = 80;
/// Most characters that a syllable may stand for: the frequent ones.
const CANDIDATE_COUNT_MAX: usize = 16;
/// There is at most one other word, such as `ICP` or a number, to so many words of pinyin.
const WORDS_PER_OTHER: usize = 3;
/// So large a part of all pairs of characters stands in phrasings, or it makes no sense.
const SENSE_MIN: f32 = 0.7;
/// How much a pair counts against its second character alone.
const OF_PAIR: f32 = 0.9;

type Map<K, V> = HashMap<K, V, FxBuildHasher>;

/// What the phrasings say of characters.
pub(super) struct Speller {
    /// The characters of each sound with how often they come, the frequent ones first.
    by_sound: Map<&'static str, Vec<(char, f32)>>,
    /// How often a character comes after another one.
    pairs: Map<(char, char), f32>,
    count: f32,
}

/// A stretch of a message.
enum Part<'a> {
    Sounds(Vec<&'a str>),
    Other(&'a str),
}

impl Speller {
    /// Counts the characters of normal texts.
    pub(super) fn learn(texts: impl Iterator<Item = String>) -> Self {
        let mut single: Map<char, f32> = HashMap::default();
        let mut speller = Self { by_sound: HashMap::default(), pairs: HashMap::default(), count: 0.0 };
        for text in texts {
            let mut last = None;
            for char in text.chars() {
                if !is_han(char) {
                    last = None;
                    continue;
                }
                *single.entry(char).or_default() += 1.0;
                speller.count += 1.0;
                if let Some(last) = last {
                    *speller.pairs.entry((last, char)).or_default() += 1.0;
                }
                last = Some(char);
            }
        }
        for (char, count) in single {
            if let Some(sound) = char.to_pinyin().map(Pinyin::plain) {
                speller.by_sound.entry(sound).or_default().push((char, count));
            }
        }
        for of_sound in speller.by_sound.values_mut() {
            of_sound.sort_by(|(one, count), (other, more)| more.total_cmp(count).then(one.cmp(other)));
            of_sound.truncate(CANDIDATE_COUNT_MAX);
        }
        speller
    }

    /// The characters that a normal text stands for; `None`: it is not pinyin.
    pub(super) fn characters(&self, text: &str) -> Option<String> {
        let parts = parts(text)?;
        let (mut out, mut pairs, mut seen) = (String::new(), 0.0_f32, 0.0);
        for part in &parts {
            match part {
                Part::Sounds(sounds) => {
                    let chain = self.chain(sounds)?;
                    for pair in chain.windows(2) {
                        pairs += 1.0;
                        seen += f32::from(u8::from(self.pairs.contains_key(&(pair[0], pair[1]))));
                    }
                    out.extend(chain);
                }
                Part::Other(other) => {
                    let parted =
                        other.starts_with(char::is_alphanumeric) && out.ends_with(char::is_alphanumeric);
                    out.extend([if parted { " " } else { "" }, other]);
                }
            }
        }
        (seen >= SENSE_MIN * pairs).then_some(out)
    }

    /// The likeliest characters of some sounds in a row.
    fn chain(&self, sounds: &[&str]) -> Option<Vec<char>> {
        // For each sound, each character with how likely the best chain to it is, and where that comes from.
        let mut steps: Vec<Vec<(char, f32, usize)>> = Vec::new();
        for sound in sounds {
            let candidates = self.by_sound.get(sound)?;
            let step = candidates.iter().map(|(char, count)| {
                let alone = count / self.count;
                let Some(before) = steps.last() else { return (*char, alone.ln(), 0) };
                let of = |(from, (last, likely, _)): (usize, &(char, f32, usize))| {
                    let pair = self.pairs.get(&(*last, *char)).map_or(0.0, |pair| pair / self.of(*last));
                    (from, likely + (OF_PAIR * pair + (1.0 - OF_PAIR) * alone).ln())
                };
                let best =
                    before.iter().enumerate().map(of).max_by(|(_, one), (_, other)| one.total_cmp(other));
                let (from, likely) = best.unwrap_or((0, f32::MIN));
                (*char, likely, from)
            });
            let step = step.collect();
            steps.push(step);
        }
        let last = steps.last()?;
        let likeliest = (0..last.len()).max_by(|one, other| last[*one].1.total_cmp(&last[*other].1));
        let mut at = likeliest?;
        let mut chain = Vec::new();
        for step in steps.iter().rev() {
            let (char, _, from) = step[at];
            chain.push(char);
            at = from;
        }
        chain.reverse();
        Some(chain)
    }

    /// How often a character comes.
    fn of(&self, char: char) -> f32 {
        let sound = char.to_pinyin().and_then(|sound| self.by_sound.get(sound.plain()));
        let found = sound.and_then(|alike| alike.iter().find(|(other, _)| *other == char));
        found.map_or(1.0, |(_, count)| *count)
    }
}

/// Whether a normal text is pinyin, as far as its letters tell.
pub(super) fn is_pinyin(text: &str) -> bool {
    parts(text).is_some()
}

/// A normal text as pinyin in a row, and what stands between; `None`: it is no pinyin.
fn parts(text: &str) -> Option<Vec<Part<'_>>> {
    if text.chars().any(is_han) {
        return None;
    }
    let (mut parts, mut words, mut others, mut count) = (Vec::<Part>::new(), 0, 0, 0);
    let is_mark = |char: char| char.is_ascii_punctuation() && char != '\'';
    for token in text.split_inclusive(|char: char| char == ' ' || is_mark(char)) {
        let word = token.trim_end_matches(|char: char| char == ' ' || is_mark(char));
        let sounds: Option<Vec<&str>> =
            word.split('\'').map(syllables).collect::<Option<Vec<_>>>().map(|all| all.concat());
        if let Some(sounds) = sounds.filter(|sounds| !sounds.is_empty()) {
            words += 1;
            count += sounds.len();
            match parts.last_mut() {
                Some(Part::Sounds(before)) => before.extend(sounds),
                Some(Part::Other(_)) | None => parts.push(Part::Sounds(sounds)),
            }
        } else if !word.is_empty() {
            others += 1;
            parts.push(Part::Other(word));
        }
        let mark = token[word.len()..].trim_matches([' ', '-']);
        if !mark.is_empty() {
            parts.push(Part::Other(mark));
        }
        if count > SYLLABLE_COUNT_MAX {
            break;
        }
    }
    (count >= SYLLABLE_COUNT_MIN && others * WORDS_PER_OTHER <= words).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pinyin_becomes_characters_and_english_stays() {
        let texts =
            ["备案要不要收费？", "备案需要准备什么材料", "服务器在新加坡要不要备案", "负责人可以是外国人吗"];
        let speller = Speller::learn(texts.into_iter().map(str::to_owned));
        let read = |text: &str| speller.characters(text);
        assert_eq!(read("bei an yao bu yao shou fei?").as_deref(), Some("备案要不要收费?"));
        assert_eq!(read("beian xuyao zhunbei shenme cailiao").as_deref(), Some("备案需要准备什么材料"));
        assert_eq!(read("bei-an,yao bu yao").as_deref(), Some("备案,要不要"));
        assert_eq!(read("icp beian yao bu yao").as_deref(), Some("icp备案要不要"));
        for other in
            ["how long does it take", "bei an", "an ape ran", "can you ban me", "备案 yao bu yao", ""]
        {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
