//! Softmax regression over the features of the phrasings: how likely a text belongs to each class.
//!
//! Every phrasing is a sample of two questions at once, of which topic is meant and whether any is: two heads that share the
//! features and nothing else. They learn when they are first needed, from nothing but the dialogue files, always in the same
//! order: the same files give the same answers.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use super::features::Feature;

/// How many questions a text is a sample of.
pub(super) const HEADS: usize = 2;

/// How often all phrasings are gone through.
const PASSES: usize = 4;

/// The length of the first step.
const STEP: f32 = 1.5;

/// A sample that is surer than this of its own class teaches nothing new.
const LEARNT: f32 = 0.97;

/// A class that scores so much less than the likeliest is not possible at all.
const BELOW_MAX: f32 = 12.0;

/// A feature that stands in fewer phrasings says nothing of others.
const COUNT_MIN: usize = 3;

/// How many weights are worked on together.
const LANES: usize = 16;

/// Weights or errors of some classes.
type Block = [f32; LANES];

/// What was learnt.
pub(super) struct Model {
    numbers: HashMap<Feature, u32, FxBuildHasher>,
    /// How much each feature counts: the rarer, the more.
    rarity: Vec<f32>,
    /// By feature, the blocks of all heads.
    weights: Vec<Block>,
    heads: [Head; HEADS],
}

/// The classes of one question, and their blocks among those of a feature.
struct Head {
    classes: usize,
    blocks: Range<usize>,
}

/// A phrasing: its class for each head, and its features.
pub(super) struct Phrasing {
    pub(super) classes: [usize; HEADS],
    pub(super) features: Vec<Feature>,
}

/// A text as numbers of features with their weights, of length one together.
struct Sample {
    features: Vec<(u32, f32)>,
    /// How much of the text was ever seen in a phrasing, from 0 to 1.
    known: f32,
}

impl Model {
    /// Learns from phrasings; `classes`: how many each head has.
    pub(super) fn learn(phrasings: Vec<Phrasing>, classes: [usize; HEADS]) -> Self {
        let mut all: Vec<Feature> =
            phrasings.iter().flat_map(|phrasing| phrasing.features.iter().copied()).collect();
        all.sort_unstable();
        let mut kept: Vec<(usize, Feature)> = all
            .chunk_by(|one, other| one == other)
            .filter(|alike| alike.len() >= COUNT_MIN)
            .map(|alike| (alike.len(), alike[0]))
            .collect();
        drop(all);
        // The frequent ones together: their weights stay at hand.
        kept.sort_unstable_by_key(|(count, feature)| (Reverse(*count), *feature));
        #[expect(clippy::cast_precision_loss, reason = "there are fewer phrasings than a f32 can count")]
        let of_all = |count: usize| (phrasings.len() as f32 / count as f32).ln();
        let mut blocks = 0;
        let heads = classes.map(|classes| {
            let first = blocks;
            blocks += classes.div_ceil(LANES);
            Head { classes, blocks: first..blocks }
        });
        let mut model = Self {
            numbers: kept.iter().zip(0..).map(|((_, feature), number)| (*feature, number)).collect(),
            rarity: kept.iter().map(|(count, _)| of_all(*count)).collect(),
            weights: vec![[0.0; LANES]; kept.len() * blocks],
            heads,
        };
        let samples = phrasings.into_iter().map(|one| (one.classes, model.sample(&one.features)));
        let samples: Vec<([usize; HEADS], Sample)> = samples.collect();
        model.train(&samples);
        model
    }

    fn train(&mut self, samples: &[([usize; HEADS], Sample)]) {
        let blocks = self.blocks();
        let mut steps = vec![[1e-6_f32; HEADS]; self.rarity.len()];
        let mut order: Vec<usize> = (0..samples.len()).collect();
        let mut dice = 1_u64;
        let mut errors = vec![[0.0_f32; LANES]; blocks];
        // What was known in one pass is not asked in the next.
        let mut rests = vec![false; samples.len()];
        for _ in 0..PASSES {
            shuffle(&mut order, &mut dice);
            for number in &order {
                if std::mem::take(&mut rests[*number]) {
                    continue;
                }
                let (classes, sample) = &samples[*number];
                self.scores(sample, &mut errors);
                let mut sizes = [0.0_f32; HEADS];
                for ((head, class), size) in self.heads.iter().zip(classes).zip(&mut sizes) {
                    let errors = errors[head.blocks.clone()].as_flattened_mut();
                    softmax(&mut errors[..head.classes]);
                    if errors[*class] <= LEARNT {
                        errors[*class] -= 1.0;
                        *size = errors[..head.classes].iter().map(|error| error * error).sum();
                    }
                }
                rests[*number] = sizes.iter().all(|size| *size == 0.0);
                if rests[*number] {
                    continue;
                }
                for (feature, weight) in &sample.features {
                    let feature = *feature as usize;
                    let row = &mut self.weights[feature * blocks..(feature + 1) * blocks];
                    for ((head, size), steps) in self.heads.iter().zip(&sizes).zip(&mut steps[feature]) {
                        if *size == 0.0 {
                            continue;
                        }
                        // The more a feature has learnt, the shorter its steps (AdaGrad, one sum for all classes).
                        *steps += size * weight * weight;
                        let step = STEP * weight / steps.sqrt();
                        let blocks = head.blocks.clone();
                        for (block, errors) in row[blocks.clone()].iter_mut().zip(&errors[blocks]) {
                            let was = *block;
                            *block = std::array::from_fn(|lane| was[lane] - step * errors[lane]);
                        }
                    }
                }
            }
        }
    }

    /// How likely a text belongs to each class of each head, and how much of it was ever seen.
    pub(super) fn likely(&self, features: &[Feature]) -> ([Vec<f32>; HEADS], f32) {
        let sample = self.sample(features);
        let mut scores = vec![[0.0; LANES]; self.blocks()];
        self.scores(&sample, &mut scores);
        let likely = self.heads.each_ref().map(|head| {
            let mut likely = scores[head.blocks.clone()].as_flattened().to_vec();
            likely.truncate(head.classes);
            softmax(&mut likely);
            likely
        });
        (likely, sample.known)
    }

    /// How many blocks a feature has.
    fn blocks(&self) -> usize {
        self.heads.last().map_or(0, |head| head.blocks.end)
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

    fn scores(&self, sample: &Sample, scores: &mut [Block]) {
        let blocks = scores.len();
        // Block by block, so that many rows are on their way from memory at a time.
        for (block, scores) in scores.iter_mut().enumerate() {
            let mut sum = [0.0; LANES];
            for (feature, weight) in &sample.features {
                let weights = &self.weights[*feature as usize * blocks + block];
                sum = std::array::from_fn(|lane| sum[lane] + weight * weights[lane]);
            }
            *scores = sum;
        }
    }
}

fn softmax(scores: &mut [f32]) {
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        let below = highest - *score;
        *score = if below > BELOW_MAX { 0.0 } else { (-below).exp() };
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
