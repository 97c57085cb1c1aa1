//! Softmax regression over the features of the phrasings: how likely a text asks for each topic.
//!
//! It learns when it is first needed, from nothing but the dialogue files, always in the same order: the same files
//! give the same answers.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::features::Feature;

/// How often all phrasings are gone through.
const PASSES: usize = 6;

/// The length of the first step.
const STEP: f32 = 1.0;

/// A sample that is surer than this of its own class teaches nothing new.
const LEARNT: f32 = 0.97;

/// A class that is less likely than this is left as it is by a sample of another one.
const UNLIKELY: f32 = 0.002;

/// A feature that stands in fewer phrasings says nothing of others.
const COUNT_MIN: u32 = 3;

/// What was learnt.
#[derive(Default)]
pub(super) struct Model {
    numbers: HashMap<Feature, u32, FxBuildHasher>,
    /// How much each feature counts: the rarer, the more.
    rarity: Vec<f32>,
    /// By feature, a weight for each class.
    weights: Vec<f32>,
    classes: usize,
}

/// A text as numbers of features with their weights, of length one together.
struct Sample {
    features: Vec<(u32, f32)>,
    /// How much of the text was ever seen in a phrasing, from 0 to 1.
    known: f32,
}

impl Model {
    /// Learns from texts and the classes they belong to.
    pub(super) fn learn(texts: &[(usize, &[Feature])], classes: usize) -> Self {
        let mut counts: HashMap<Feature, u32, FxBuildHasher> = HashMap::default();
        for feature in texts.iter().flat_map(|(_, features)| *features) {
            *counts.entry(*feature).or_default() += 1;
        }
        let mut kept: Vec<(Feature, u32)> =
            counts.into_iter().filter(|(_, count)| *count >= COUNT_MIN).collect();
        kept.sort_unstable();
        #[expect(clippy::cast_precision_loss, reason = "there are fewer phrasings than a f32 can count")]
        let of_all = |count: u32| (texts.len() as f32 / count as f32).ln();
        let rarity = kept.iter().map(|(_, count)| of_all(*count)).collect();
        let numbers = kept.iter().zip(0..).map(|((feature, _), number)| (*feature, number)).collect();
        let weights = vec![0.0; kept.len() * classes];
        let mut model = Self { numbers, rarity, weights, classes };
        let samples: Vec<(usize, Sample)> =
            texts.iter().map(|(class, features)| (*class, model.sample(features))).collect();
        model.train(&samples);
        model
    }

    fn train(&mut self, samples: &[(usize, Sample)]) {
        let classes = self.classes;
        let mut steps = vec![1e-6_f32; self.weights.len() / classes.max(1)];
        let mut order: Vec<usize> = (0..samples.len()).collect();
        let mut dice = 1_u64;
        let mut errors = vec![0.0_f32; classes];
        for _ in 0..PASSES {
            shuffle(&mut order, &mut dice);
            for number in &order {
                let (class, sample) = &samples[*number];
                self.scores(sample, &mut errors);
                softmax(&mut errors);
                if errors[*class] > LEARNT {
                    continue;
                }
                errors[*class] -= 1.0;
                let wrong: Vec<(usize, f32)> =
                    errors.iter().copied().enumerate().filter(|(_, error)| error.abs() > UNLIKELY).collect();
                let size: f32 = wrong.iter().map(|(_, error)| error * error).sum();
                for (feature, weight) in &sample.features {
                    let feature = *feature as usize;
                    // The more a feature has learnt, the shorter its steps (AdaGrad, one sum for all its classes).
                    steps[feature] += size * weight * weight;
                    let step = STEP * weight / steps[feature].sqrt();
                    let row = &mut self.weights[feature * classes..(feature + 1) * classes];
                    for (class, error) in &wrong {
                        row[*class] -= step * error;
                    }
                }
            }
        }
    }

    /// How likely a text asks for each class, and how much of it was ever seen.
    pub(super) fn likely(&self, features: &[Feature]) -> (Vec<f32>, f32) {
        let sample = self.sample(features);
        let mut scores = vec![0.0; self.classes];
        self.scores(&sample, &mut scores);
        softmax(&mut scores);
        (scores, sample.known)
    }

    fn sample(&self, features: &[Feature]) -> Sample {
        let known: Vec<(u32, f32)> = features
            .iter()
            .filter_map(|feature| self.numbers.get(feature))
            .map(|number| (*number, self.rarity[*number as usize]))
            .collect();
        let length = known.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt().max(1e-6);
        #[expect(clippy::cast_precision_loss, reason = "no text has more features than a f32 can count")]
        let share = known.len() as f32 / features.len().max(1) as f32;
        Sample {
            features: known.into_iter().map(|(number, weight)| (number, weight / length)).collect(),
            known: share,
        }
    }

    fn scores(&self, sample: &Sample, scores: &mut [f32]) {
        scores.fill(0.0);
        for (feature, weight) in &sample.features {
            let feature = *feature as usize;
            let row = &self.weights[feature * self.classes..(feature + 1) * self.classes];
            for (score, value) in scores.iter_mut().zip(row) {
                *score += weight * value;
            }
        }
    }
}

fn softmax(scores: &mut [f32]) {
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = (*score - highest).exp();
        sum += *score;
    }
    for score in scores {
        *score /= sum;
    }
}

/// Fisher and Yates, with the numbers of `SplitMix64`.
fn shuffle(order: &mut [usize], dice: &mut u64) {
    for last in (1..order.len()).rev() {
        *dice = dice.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = *dice;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        order.swap(last, usize::try_from(mixed % (last as u64 + 1)).unwrap_or(last));
    }
}
