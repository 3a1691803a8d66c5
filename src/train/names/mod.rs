//! Learning the name tagger: a conditional random field over files of IOB2 tags that mark different sets of types.
//!
//! In: files of `token<TAB>tag`, with comments `# types = …` (the types that the file marks), `# merge = A=B …` (types
//! that the file writes as another one) and `# newdoc`. Out: [`NameWeights`].
//!
//! A file that knows only LOC says of a token that it is LOC, GPE or FAC, and says nothing of dates; so each file gives
//! a *set* of allowed tags for every token, and the weights are moved towards all sequences within the sets, weighed
//! by what the model thinks of them (the gradient is the difference of two expectations). Steps are FTRL-Proximal:
//! a rate for each weight, and an L1 penalty that leaves most weights at zero, so that the file stays small.

mod file;

use crate::annotate::names::{
    BUCKETS, DocumentCase, Features, GazetteerFeatures, NameTagger, NameWeights, Support, TAGS,
    Tag, features, support,
};
use crate::lexicon::Lexicon;

pub use file::{NameScore, TaggedFile, read, score};

/// What to learn with.
#[derive(Debug, Clone)]
pub struct NameSettings {
    /// The number of passes over all sentences.
    pub rounds: usize,
    /// The step size of FTRL-Proximal.
    pub rate: f32,
    /// The L1 penalty.
    pub sparsity: f32,
    /// The L2 penalty.
    pub decay: f32,
    /// The weight of the engine's scores during training: the engine has seen the same files, and is less certain about
    /// others.
    pub learned_weight: f32,
    /// The weight of the engine's scores.
    pub engine_weight: f32,
}

impl Default for NameSettings {
    fn default() -> Self {
        Self {
            rounds: 5,
            rate: 0.1,
            sparsity: 0.6,
            decay: 4.0,
            learned_weight: 0.3,
            engine_weight: NameTagger::ENGINE_WEIGHT,
        }
    }
}

/// A sentence to learn from: for each token its features and the tags that may be right.
struct NameExample {
    features: Features,
    support: Vec<Support>,
    allowed: Vec<u64>,
}

fn examples(
    file: &TaggedFile,
    hints: &GazetteerFeatures<'_>,
    engine_weight: f32,
) -> Vec<NameExample> {
    let mut examples = Vec::new();
    for document in &file.documents {
        let case = DocumentCase::new(&document.sentences);
        let scores = document.scores.as_ref();
        let support = scores.map(|scores| support(scores, engine_weight));
        for (index, sentence) in document.sentences.iter().enumerate() {
            let support = support.as_ref().map(|support| support(index));
            examples.push(NameExample {
                features: features(sentence, &case, hints),
                support: support.unwrap_or_default(),
                allowed: file.sets.of(sentence),
            });
        }
    }
    examples
}

/// Weights that are being learned.
struct NameLearner {
    settings: NameSettings,
    weights: Vec<f32>,
    sums: Vec<f32>,
    squares: Vec<f32>,
}

/// Where the transitions start, after the features.
const TRANSITIONS: usize = BUCKETS * TAGS;

impl NameLearner {
    fn new(settings: NameSettings) -> Self {
        let size = TRANSITIONS + TAGS * TAGS;
        Self {
            settings,
            weights: vec![0.0; size],
            sums: vec![0.0; size],
            squares: vec![0.0; size],
        }
    }

    fn step(&mut self, at: usize, gradient: f32) {
        let settings = &self.settings;
        let before = self.squares[at];
        self.squares[at] += gradient * gradient;
        let root = self.squares[at].sqrt();
        let sigma = (root - before.sqrt()) / settings.rate;
        self.sums[at] += gradient - sigma * self.weights[at];
        let sum = self.sums[at];
        self.weights[at] = if sum.abs() <= settings.sparsity {
            0.0
        } else {
            -(sum - settings.sparsity.copysign(sum))
                / ((1.0 + root) / settings.rate + settings.decay)
        };
    }

    fn rows(&self, features: &Features) -> Vec<[f32; TAGS]> {
        let mut rows = vec![[0.0; TAGS]; features.len()];
        for (index, row) in rows.iter_mut().enumerate() {
            for &bucket in features.of(index) {
                let start = bucket as usize * TAGS;
                for (sum, weight) in row.iter_mut().zip(&self.weights[start..start + TAGS]) {
                    *sum += weight;
                }
            }
        }
        rows
    }

    fn learn(&mut self, example: &NameExample, chain: &Chain) {
        let size = example.features.len();
        if size == 0 {
            return;
        }
        let mut rows = self.rows(&example.features);
        let support = example.support.iter().flatten();
        for (sum, more) in rows.iter_mut().flatten().zip(support) {
            *sum += more;
        }
        let transitions = &self.weights[TRANSITIONS..];
        let all = vec![u64::MAX; size];
        let free = chain.expectations(&rows, transitions, &all);
        let bound = chain.expectations(&rows, transitions, &example.allowed);
        let (Some(free), Some(bound)) = (free, bound) else {
            return;
        };
        for index in 0..size {
            for tag in 0..TAGS {
                let gradient = free.tags[index][tag] - bound.tags[index][tag];
                if gradient.abs() > 1e-3 {
                    for &bucket in example.features.of(index) {
                        self.step(bucket as usize * TAGS + tag, gradient);
                    }
                }
            }
        }
        for (at, (free, bound)) in free.pairs.iter().zip(&bound.pairs).enumerate() {
            let gradient = free - bound;
            if gradient.abs() > 1e-3 {
                self.step(TRANSITIONS + at, gradient);
            }
        }
    }

    fn finish(&self) -> NameWeights {
        let row = |bucket: usize| {
            let row = &self.weights[bucket * TAGS..(bucket + 1) * TAGS];
            row.iter()
                .enumerate()
                .filter(|(_, weight)| **weight != 0.0)
                .map(|(tag, &weight)| (tag as u8, weight))
                .collect()
        };
        let rows: Vec<Vec<(u8, f32)>> = (0..BUCKETS).map(row).collect();
        NameWeights::new(self.weights[TRANSITIONS..].to_vec(), &rows)
    }
}

/// The transitions that are allowed, and sums over all sequences.
struct Chain {
    pairs: Vec<(usize, usize)>,
}

/// How often each tag and each pair of tags is expected.
struct Expectations {
    tags: Vec<[f32; TAGS]>,
    pairs: Vec<f32>,
}

impl Chain {
    fn new() -> Self {
        let allows = |a: usize, b: usize| Tag::from_index(a).allows(Tag::from_index(b));
        let pairs = (0..TAGS).flat_map(|a| (0..TAGS).map(move |b| (a, b)));
        Self {
            pairs: pairs.filter(|&(a, b)| allows(a, b)).collect(),
        }
    }

    /// Forward and backward over the sequences within the `allowed` sets; `None` if there is none.
    fn expectations(
        &self,
        rows: &[[f32; TAGS]],
        transitions: &[f32],
        allowed: &[u64],
    ) -> Option<Expectations> {
        let steps: Vec<f32> = transitions.iter().map(|weight| weight.exp()).collect();
        let scores = scaled(rows, allowed);
        let forward = self.forward(&scores, &steps)?;
        self.backward(&scores, &steps, &forward)
    }

    /// The forward values of each position, which add up to 1.
    fn forward(&self, scores: &[[f32; TAGS]], steps: &[f32]) -> Option<Vec<[f32; TAGS]>> {
        let size = scores.len();
        let mut forward = vec![[0.0_f32; TAGS]; size];
        for tag in (0..TAGS).filter(|&tag| Tag::from_index(tag).opens()) {
            forward[0][tag] = scores[0][tag];
        }
        normalise(&mut forward[0])?;
        for index in 1..size {
            let (done, open) = forward.split_at_mut(index);
            let (before, now) = (&done[index - 1], &mut open[0]);
            for &(a, b) in &self.pairs {
                now[b] += before[a] * steps[a * TAGS + b];
            }
            for tag in 0..TAGS {
                now[tag] *= scores[index][tag];
            }
            if index + 1 == size {
                close(now);
            }
            normalise(now)?;
        }
        if size == 1 {
            close(&mut forward[0]);
            normalise(&mut forward[0])?;
        }
        Some(forward)
    }

    fn backward(
        &self,
        scores: &[[f32; TAGS]],
        steps: &[f32],
        forward: &[[f32; TAGS]],
    ) -> Option<Expectations> {
        let mut backward = [1.0_f32; TAGS];
        close(&mut backward);
        let mut pairs = vec![0.0; TAGS * TAGS];
        let mut tags = forward.to_vec();
        for index in (1..scores.len()).rev() {
            let mut carried = backward;
            for tag in 0..TAGS {
                carried[tag] *= scores[index][tag];
            }
            let mut before = [0.0_f32; TAGS];
            let mut total = 0.0;
            for &(a, b) in &self.pairs {
                let flow = steps[a * TAGS + b] * carried[b];
                before[a] += flow;
                total += flow * forward[index - 1][a];
            }
            if total <= 0.0 {
                return None;
            }
            for &(a, b) in &self.pairs {
                pairs[a * TAGS + b] +=
                    forward[index - 1][a] * steps[a * TAGS + b] * carried[b] / total;
            }
            for tag in 0..TAGS {
                tags[index - 1][tag] = forward[index - 1][tag] * before[tag];
            }
            normalise(&mut tags[index - 1])?;
            normalise(&mut before)?;
            backward = before;
        }
        Some(Expectations { tags, pairs })
    }
}

/// The exponentials of the scores of allowed tags. Each position is scaled by its largest score.
fn scaled(rows: &[[f32; TAGS]], allowed: &[u64]) -> Vec<[f32; TAGS]> {
    let scaled = |(row, set): (&[f32; TAGS], &u64)| {
        let largest = row.iter().fold(f32::NEG_INFINITY, |a, &b| a.max(b));
        let mut scores = [0.0; TAGS];
        for tag in (0..TAGS).filter(|tag| set >> tag & 1 == 1) {
            scores[tag] = (row[tag] - largest).max(-60.0).exp();
        }
        scores
    };
    rows.iter().zip(allowed).map(scaled).collect()
}

fn close(values: &mut [f32; TAGS]) {
    for tag in (0..TAGS).filter(|&tag| !Tag::from_index(tag).closes()) {
        values[tag] = 0.0;
    }
}

fn normalise(values: &mut [f32; TAGS]) -> Option<()> {
    let sum: f32 = values.iter().sum();
    if !(sum > 0.0 && sum.is_finite()) {
        return None;
    }
    for value in values {
        *value /= sum;
    }
    Some(())
}

/// Learns from files of IOB2 tags. `report` is called after each round.
pub fn train(
    files: &[TaggedFile],
    lexicon: &Lexicon,
    settings: &NameSettings,
    mut report: impl FnMut(usize, &NameTagger),
) -> NameWeights {
    let hints = GazetteerFeatures::new(lexicon);
    let mut all = Vec::new();
    for file in files {
        all.extend(examples(file, &hints, settings.learned_weight));
    }
    let chain = Chain::new();
    let mut learner = NameLearner::new(settings.clone());
    let mut order: Vec<usize> = (0..all.len()).collect();
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    for round in 0..settings.rounds {
        shuffle(&mut order, &mut state);
        for &index in &order {
            learner.learn(&all[index], &chain);
        }
        let tagger = NameTagger::new(learner.finish());
        report(
            round + 1,
            &tagger.with_engine_weight(settings.engine_weight),
        );
    }
    learner.finish()
}

/// Fisher and Yates with a fixed seed, so that training gives the same weights each time.
fn shuffle(order: &mut [usize], state: &mut u64) {
    for last in (1..order.len()).rev() {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        let other = (*state % (last as u64 + 1)) as usize;
        order.swap(last, other);
    }
}
