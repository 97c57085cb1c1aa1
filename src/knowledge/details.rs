//! What of the details a question is after: the line of them that shares most with it of what the answer does not say.

use super::load::Knowledge;
use super::normal::normal;
use crate::content::plain;

/// The share of a question that a line must speak of, beside what the answer speaks of, to be told at once.
const SHARE_MIN: f32 = 0.05;
/// A line that speaks of so much less than the best one is not told.
const OF_BEST_MIN: f32 = 0.5;
/// The most lines told at once.
const LINE_COUNT_MAX: usize = 2;
/// What begins a line of a list.
const BULLET: &str = "- ";

impl Knowledge {
    /// The lines of the details that a question is after, in their order; words that the answer says itself ask for none.
    pub(super) fn asked_for<'t>(&self, question: &str, answer: &str, details: &'t str) -> Vec<&'t str> {
        if question.is_empty() {
            return Vec::new();
        }
        let lines: Vec<&str> =
            details.lines().map(str::trim).filter(|line| line.starts_with(BULLET)).collect();
        let shares = self.shares(question, answer, &lines);
        let best = shares.iter().copied().fold(0.0, f32::max);
        let least = SHARE_MIN.max(best * OF_BEST_MIN);
        let mut near: Vec<usize> = (0..lines.len()).filter(|number| shares[*number] >= least).collect();
        near.sort_by(|one, other| shares[*other].total_cmp(&shares[*one]));
        near.truncate(LINE_COUNT_MAX);
        near.sort_unstable();
        near.into_iter().map(|number| lines[number]).collect()
    }

    /// The share of a question that each line speaks of, beside what the answer speaks of: the rarer a word is among the
    /// phrasings, the more it counts.
    fn shares(&self, question: &str, answer: &str, lines: &[&str]) -> Vec<f32> {
        let weights = |text: &str| self.reader().weights(&normal(&plain(text)), &self.words);
        let mut asked = weights(&self.spelled(question));
        let all = asked.values().sum::<f32>().max(f32::EPSILON);
        let answered = weights(answer);
        asked.retain(|feature, _| !answered.contains_key(feature));
        let share = |line: &&str| {
            let said = weights(line);
            asked
                .iter()
                .filter(|(feature, _)| said.contains_key(feature))
                .map(|(_, weight)| weight)
                .sum::<f32>()
                / all
        };
        lines.iter().map(share).collect()
    }
}
