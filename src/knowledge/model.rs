//! Softmax regression over the features of the phrasings: how likely a text belongs to each class.
//!
//! Every phrasing is a sample of two questions at once, of which topic is meant and whether any is: two heads that share the
//! features and nothing else. They learn when they are first needed, from nothing but the dialogue files, always in the same
//! order: the same files give the same answers.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Barrier, Mutex, MutexGuard, PoisonError};

use rustc_hash::FxBuildHasher;

use super::features::Feature;

/// How many questions a text is a sample of.
pub(super) const HEADS: usize = 2;

/// How often all phrasings are gone through.
const PASSES: usize = 2;

/// The length of the first step.
const STEP: f32 = 1.8;

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

/// How many learn together, each the weights of some features: most machines have two cores. The number is part of what
/// comes out, so it is the same everywhere.
const HANDS: usize = 2;

/// How many samples are looked at before any of them changes a weight.
const BATCH_COUNT: usize = 64;

/// What was learnt.
pub(super) struct Model {
    /// The number of each feature that is known. Feature `n` is in hand `n % HANDS`, there at `n / HANDS`.
    numbers: HashMap<Feature, u32, FxBuildHasher>,
    /// How much each feature counts: the rarer, the more.
    rarity: Vec<f32>,
    hands: [Hand; HANDS],
    heads: [Head; HEADS],
}

/// By feature, the blocks of all heads.
#[derive(Default)]
struct Hand {
    weights: Vec<Block>,
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

/// A text as features with their weights, of length one together: for each hand, where they are in it.
struct Sample {
    features: [Vec<(u32, f32)>; HANDS],
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
        let of_hand = |hand: usize| kept.len().saturating_sub(hand).div_ceil(HANDS) * blocks;
        let mut model = Self {
            numbers: kept.iter().zip(0..).map(|((_, feature), number)| (*feature, number)).collect(),
            rarity: kept.iter().map(|(count, _)| of_all(*count)).collect(),
            hands: std::array::from_fn(|hand| Hand { weights: vec![[0.0; LANES]; of_hand(hand)] }),
            heads,
        };
        let samples = halved(&phrasings, |one| (one.classes, model.sample(&one.features)));
        drop(phrasings);
        model.train(&samples);
        model
    }

    /// Each hand scores a batch by its own features; from the sums of all, each works out the errors, and mends its own
    /// weights.
    fn train(&mut self, samples: &[([usize; HEADS], Sample)]) {
        let heads = &self.heads;
        let blocks = blocks(heads);
        let orders = orders(samples.len());
        let together = Barrier::new(HANDS);
        // One place is read while the next one is written.
        let places: [[Mutex<Vec<Block>>; HANDS]; 2] = Default::default();
        let (orders, together, places) = (&orders, &together, &places);
        let work = move |number: usize, hand: &mut Hand| {
            let mut steps = vec![[1e-6_f32; HEADS]; hand.weights.len() / blocks.max(1)];
            // What was known in one pass is not asked in the next.
            let mut rests = vec![false; samples.len()];
            let (mut scores, mut place) = (Vec::new(), 0);
            for order in orders {
                for batch in order.chunks(BATCH_COUNT) {
                    let batch = batch.iter().filter(|one| !std::mem::take(&mut rests[**one]));
                    let batch: Vec<usize> = batch.copied().collect();
                    scores.clear();
                    scores.resize(batch.len() * blocks, [0.0; LANES]);
                    for (one, scores) in batch.iter().zip(scores.chunks_mut(blocks.max(1))) {
                        hand.score(&samples[*one].1.features[number], scores);
                    }
                    lock(&places[place][number]).clone_from(&scores);
                    together.wait();
                    scores.fill([0.0; LANES]);
                    for part in &places[place] {
                        for (sum, part) in scores.iter_mut().zip(lock(part).iter()) {
                            add(sum, 1.0, part);
                        }
                    }
                    place = 1 - place;
                    for (one, errors) in batch.iter().zip(scores.chunks_mut(blocks.max(1))) {
                        let (classes, sample) = &samples[*one];
                        let sizes = to_errors(heads, classes, errors);
                        rests[*one] = sizes.iter().all(|size| *size == 0.0);
                        if !rests[*one] {
                            let of_hand = &sample.features[number];
                            hand.mend(heads, of_hand, errors, sizes, &mut steps);
                        }
                    }
                }
            }
        };
        std::thread::scope(|scope| {
            let mut hands = self.hands.iter_mut().enumerate();
            let own = hands.next();
            for (number, hand) in hands {
                scope.spawn(move || work(number, hand));
            }
            // Here, so that nobody waits for a thread that the system does not give.
            if let Some((number, hand)) = own {
                work(number, hand);
            }
        });
    }

    /// How likely a text belongs to each class of each head, and how much of it was ever seen.
    pub(super) fn likely(&self, features: &[Feature]) -> ([Vec<f32>; HEADS], f32) {
        let sample = self.sample(features);
        let mut scores = vec![[0.0; LANES]; blocks(&self.heads)];
        for (hand, features) in self.hands.iter().zip(&sample.features) {
            hand.score(features, &mut scores);
        }
        let likely = self.heads.each_ref().map(|head| {
            let mut likely = scores[head.blocks.clone()].as_flattened().to_vec();
            likely.truncate(head.classes);
            softmax(&mut likely);
            likely
        });
        (likely, sample.known)
    }

    /// How much a feature says: the rarer it is, the more; one that was hardly ever seen the most.
    pub(super) fn rarity(&self, feature: Feature) -> f32 {
        let known = self.numbers.get(&feature).and_then(|number| self.rarity.get(*number as usize));
        known.or(self.rarity.last()).copied().unwrap_or(0.0)
    }

    fn sample(&self, features: &[Feature]) -> Sample {
        let known =
            features.iter().filter_map(|feature| self.numbers.get(feature)).map(|number| *number as usize);
        let known: Vec<usize> = known.collect();
        let length = known.iter().map(|number| self.rarity[*number].powi(2)).sum::<f32>().sqrt().max(1e-6);
        #[expect(clippy::cast_precision_loss, reason = "no text has more features than a f32 can count")]
        let share = known.len() as f32 / features.len().max(1) as f32;
        let mut sample = Sample { features: Default::default(), known: share };
        for number in known {
            #[expect(clippy::cast_possible_truncation, reason = "they were counted as u32")]
            let at = (number / HANDS) as u32;
            sample.features[number % HANDS].push((at, self.rarity[number] / length));
        }
        sample
    }
}

/// Works on each of many, in two threads: most machines have two cores.
pub(super) fn halved<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let (first, second) = all.split_at(all.len() / 2);
    let work = |part: &[T]| part.iter().map(&work).collect::<Vec<R>>();
    std::thread::scope(|scope| {
        let second = scope.spawn(|| work(second));
        let mut done = work(first);
        done.extend(second.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        done
    })
}

impl Hand {
    /// Adds what these features say.
    fn score(&self, features: &[(u32, f32)], scores: &mut [Block]) {
        let blocks = scores.len();
        for (feature, weight) in features {
            let row = *feature as usize * blocks;
            for (sum, weights) in scores.iter_mut().zip(&self.weights[row..row + blocks]) {
                add(sum, *weight, weights);
            }
        }
    }

    /// Moves the weights of these features against the errors.
    fn mend(
        &mut self,
        heads: &[Head; HEADS],
        features: &[(u32, f32)],
        errors: &[Block],
        sizes: [f32; HEADS],
        steps: &mut [[f32; HEADS]],
    ) {
        for (feature, weight) in features {
            let feature = *feature as usize;
            let row = &mut self.weights[feature * errors.len()..(feature + 1) * errors.len()];
            for ((head, size), steps) in heads.iter().zip(sizes).zip(&mut steps[feature]) {
                if size > 0.0 {
                    // The more a feature has learnt, the shorter its steps (AdaGrad, one sum for all classes).
                    *steps += size * weight * weight;
                    let step = -STEP * weight / steps.sqrt();
                    let blocks = head.blocks.clone();
                    for (block, errors) in row[blocks.clone()].iter_mut().zip(&errors[blocks]) {
                        add(block, step, errors);
                    }
                }
            }
        }
    }
}

/// How many blocks a feature has.
fn blocks(heads: &[Head; HEADS]) -> usize {
    heads.last().map_or(0, |head| head.blocks.end)
}

/// The samples of each pass, in the order in which they are looked at.
fn orders(count: usize) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut dice = 1_u64;
    let mut next = || {
        shuffle(&mut order, &mut dice);
        order.clone()
    };
    (0..PASSES).map(|_| next()).collect()
}

/// Turns the scores of a sample into how far each class is off, and gives how much that is for each head.
fn to_errors(heads: &[Head; HEADS], classes: &[usize; HEADS], scores: &mut [Block]) -> [f32; HEADS] {
    std::array::from_fn(|head| {
        let (head, class) = (&heads[head], classes[head]);
        let errors = &mut scores[head.blocks.clone()].as_flattened_mut()[..head.classes];
        softmax(errors);
        if errors[class] > LEARNT {
            return 0.0;
        }
        errors[class] -= 1.0;
        errors.iter().map(|error| error * error).sum()
    })
}

fn add(sum: &mut Block, times: f32, what: &Block) {
    let was = *sum;
    *sum = std::array::from_fn(|lane| was[lane] + times * what[lane]);
}

/// Nothing is done while it is held that could fail.
fn lock<T>(place: &Mutex<T>) -> MutexGuard<'_, T> {
    place.lock().unwrap_or_else(PoisonError::into_inner)
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
