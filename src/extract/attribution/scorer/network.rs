//! The network: features and vectors in, scores of candidates out.
//!
//! A token is embedded as the sum of its vector, projected to fewer dimensions, and an embedding of each of its features.
//! The vectors of names are left out. A first score of each candidate selects those that are worth the rest. For these,
//! each token of the window gets the sum of its own embedding, that of the head, and those of the features of the pair.
//! Dilated convolutions with residual connections follow, each with a longer reach. From their output come the scores of
//! what each token is (part of the source, the cue, the content, or none) and the probability that the candidate is a cue.
//!
//! All sums have a fixed order, so that the result is the same on every machine.

use std::sync::OnceLock;

use crate::annotate::TokenRows;
use crate::model::{ModelError, ModelFile};

use super::candidate::CueCandidate;
use super::input::ScorerInput;
use super::layer::{DenseLayer, EmbeddingTable, relu, sigmoid};
use super::pair_features::{PAIR_FEATURES, PAIR_VALUES};
use super::token_features::{FEATURES, NAME, VALUES};

/// What the model file is for.
const KIND: &str = "attribution 1";
const EMBEDDED: &[u8] = include_bytes!("../../../../data/models/attribution.model");
/// What a token can be for a candidate: nothing; a first or further word of the source, of the cue, of a content.
pub(super) const TAGS: usize = 7;
/// The least probability of the first score for a candidate that the rules do not take for a cue.
const PREFILTER: f32 = 0.15;
/// The dilation of each convolution.
const DILATIONS: [usize; 4] = [1, 2, 4, 8];

/// The network.
#[derive(Debug, Clone)]
pub(crate) struct AttributionNetwork {
    /// The engine whose vectors it was trained on.
    engine: String,
    /// The length of a vector.
    width: usize,
    features: EmbeddingTable,
    pair_features: EmbeddingTable,
    vectors: DenseLayer,
    prefilter: [DenseLayer; 2],
    key: DenseLayer,
    query: DenseLayer,
    convolutions: Vec<DenseLayer>,
    tags: DenseLayer,
    output: [DenseLayer; 2],
}

/// The scores of a candidate.
#[derive(Debug, Clone)]
pub(super) struct CueScores {
    /// The probability that the word is the head of a cue.
    pub(super) probability: f32,
    /// The scores of what each token of the window is.
    pub(super) tags: Vec<[f32; TAGS]>,
}

impl AttributionNetwork {
    /// The network that is part of the program. It is read on first use.
    pub(crate) fn embedded() -> &'static Self {
        static NETWORK: OnceLock<AttributionNetwork> = OnceLock::new();
        NETWORK.get_or_init(|| Self::read(EMBEDDED).expect("a test reads the embedded weights"))
    }

    /// The network in `bytes`.
    ///
    /// # Errors
    /// If the bytes are not a well-formed model of this network.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let file = ModelFile::parse(bytes, KIND)?;
        let wrong = |section: &str| ModelError::Section {
            section: section.to_owned(),
        };
        let (sizes, rest) = file.section("shape")?.as_chunks::<4>();
        let sizes: Vec<usize> = sizes
            .iter()
            .map(|bytes| u32::from_le_bytes(*bytes) as usize)
            .collect();
        let &[width, hidden, pair, upper] = sizes.as_slice() else {
            return Err(wrong("shape"));
        };
        let small = |size: &usize| (1..=4096).contains(size);
        if !rest.is_empty() || !sizes.iter().all(small) {
            return Err(wrong("shape"));
        }
        let engine = std::str::from_utf8(file.section("engine")?).map_err(|_| wrong("engine"))?;
        let layer = |name: &str, inputs, outputs| DenseLayer::read(&file, name, inputs, outputs);
        let convolutions = (0..DILATIONS.len())
            .map(|number| layer(&format!("around {number}"), 3 * pair, pair))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            engine: engine.to_owned(),
            width,
            features: EmbeddingTable::read(&file, "kinds", &VALUES, hidden)?,
            pair_features: EmbeddingTable::read(&file, "pair kinds", &PAIR_VALUES, pair)?,
            vectors: layer("vectors", width, hidden)?,
            prefilter: [
                layer("glance 0", hidden, upper)?,
                layer("glance 1", upper, 1)?,
            ],
            key: layer("key", hidden, pair)?,
            query: layer("query", hidden, pair)?,
            convolutions,
            tags: layer("tags", pair, TAGS)?,
            output: [
                layer("keep 0", 3 * pair + hidden, upper)?,
                layer("keep 1", upper, 1)?,
            ],
        })
    }

    /// Whether the network was trained with the vectors of the engine with this name.
    pub(crate) fn knows(&self, engine: &str) -> bool {
        self.engine == engine
    }

    /// The scores of each candidate; none for those that the first score rejects.
    pub(super) fn score(&self, input: &ScorerInput, vectors: &TokenRows) -> Vec<Option<CueScores>> {
        if vectors.width() != self.width {
            return vec![None; input.candidates.len()];
        }
        let words = self.embed(input, vectors);
        let keys = self.key.apply(&words);
        let of_one = |(candidate, pairs): &(CueCandidate, Vec<[u8; PAIR_FEATURES]>)| {
            let hidden = self.vectors.outputs();
            let word = words.get(candidate.head * hidden..(candidate.head + 1) * hidden)?;
            let score = self.prefilter[1].apply(&self.prefilter[0].apply_relu(word))[0];
            let worth_it = candidate.draft.is_some() || sigmoid(score) > PREFILTER;
            worth_it.then(|| self.scores(candidate, pairs, word, &keys))
        };
        input.candidates.iter().map(of_one).collect()
    }

    /// The embedding of each token.
    fn embed(&self, input: &ScorerInput, vectors: &TokenRows) -> Vec<f32> {
        let hidden = self.vectors.outputs();
        let mut inputs = vec![0.0; input.tokens.len() * self.width];
        let rows = (0..vectors.sentences()).flat_map(|sentence| vectors.of_sentence(sentence));
        let places = inputs.chunks_exact_mut(self.width);
        for ((place, row), features) in places.zip(rows).zip(&input.tokens) {
            if features[NAME] == 0 {
                place.copy_from_slice(row);
            }
        }
        let mut words = self.vectors.apply(&inputs);
        for (word, features) in words.chunks_exact_mut(hidden).zip(&input.tokens) {
            self.features.add(features, word);
        }
        relu(&mut words);
        words
    }

    /// The scores of a candidate with this embedding.
    fn scores(
        &self,
        candidate: &CueCandidate,
        pairs: &[[u8; PAIR_FEATURES]],
        word: &[f32],
        keys: &[f32],
    ) -> CueScores {
        let width = self.key.outputs();
        let own = self.query.apply(word);
        let mut rows = keys[candidate.window.start * width..candidate.window.end * width].to_vec();
        for (row, features) in rows.chunks_exact_mut(width).zip(pairs) {
            for (number, own) in row.iter_mut().zip(&own) {
                *number += own;
            }
            self.pair_features.add(features, row);
        }
        relu(&mut rows);
        let size = candidate.window.len();
        let mut inputs = Vec::with_capacity(3 * rows.len());
        for (layer, dilation) in self.convolutions.iter().zip(DILATIONS) {
            inputs.clear();
            let row = |place: usize| &rows[place * width..(place + 1) * width];
            let padding = vec![0.0; width];
            for place in 0..size {
                let left = place.checked_sub(dilation).map_or(&padding[..], row);
                let right = Some(place + dilation).filter(|&place| place < size);
                inputs.extend_from_slice(left);
                inputs.extend_from_slice(row(place));
                inputs.extend_from_slice(right.map_or(&padding[..], row));
            }
            for (number, more) in rows.iter_mut().zip(layer.apply_relu(&inputs)) {
                *number += more;
            }
        }
        let tags = self.tags.apply(&rows);
        let (tags, _) = tags.as_chunks::<TAGS>();
        CueScores {
            probability: self.probability(candidate, &rows, word),
            tags: tags.to_vec(),
        }
    }

    /// The probability that a candidate is a cue, by the output for its head, the maximum and mean over all tokens, and the
    /// embedding of the head.
    fn probability(&self, candidate: &CueCandidate, rows: &[f32], word: &[f32]) -> f32 {
        let width = self.key.outputs();
        let place = candidate.head - candidate.window.start;
        let mut inputs = rows[place * width..(place + 1) * width].to_vec();
        let mut maximum = vec![f32::MIN; width];
        let mut mean = vec![0.0; width];
        for row in rows.chunks_exact(width) {
            for ((most, mean), number) in maximum.iter_mut().zip(&mut mean).zip(row) {
                *most = most.max(*number);
                *mean += number;
            }
        }
        let size = candidate.window.len() as f32;
        inputs.extend(maximum);
        inputs.extend(mean.iter().map(|sum| sum / size));
        inputs.extend_from_slice(word);
        sigmoid(self.output[1].apply(&self.output[0].apply_relu(&inputs))[0])
    }
}

const _: () = assert!(FEATURES > NAME);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::assemble;

    #[test]
    fn the_embedded_weights_are_sound() {
        let network = AttributionNetwork::read(EMBEDDED).expect("they are");
        assert!(network.knows(&network.engine) && !network.knows("another engine"));
    }

    #[test]
    fn the_file_holds_only_the_weights_of_features_and_vectors() {
        let network = AttributionNetwork::read(EMBEDDED).expect("it is sound");
        let layers = [
            &network.vectors,
            &network.key,
            &network.query,
            &network.tags,
        ];
        let pairs = network
            .prefilter
            .iter()
            .chain(&network.output)
            .chain(&network.convolutions);
        let inputs = |layer: &DenseLayer| layer.matrix.inputs() + 1;
        let layers = layers.into_iter().chain(pairs);
        let weights: usize = layers.map(|layer| inputs(layer) * layer.outputs()).sum();
        let features = VALUES.iter().sum::<usize>() * network.vectors.outputs();
        let pair_features = PAIR_VALUES.iter().sum::<usize>() * network.key.outputs();
        let names = 1024;
        assert!(EMBEDDED.len() < 2 * (weights + features + pair_features) + names);
    }

    #[test]
    fn other_files_are_refused() {
        let other = assemble("names 1", &[]);
        assert!(matches!(
            AttributionNetwork::read(&other),
            Err(ModelError::Kind { .. })
        ));
        let short = assemble(KIND, &[("shape", &[1, 0, 0, 0])]);
        assert!(
            matches!(AttributionNetwork::read(&short), Err(ModelError::Section { section }) if section == "shape")
        );
        let mut damaged = EMBEDDED.to_vec();
        *damaged.last_mut().expect("it is not empty") ^= 1;
        assert!(matches!(
            AttributionNetwork::read(&damaged),
            Err(ModelError::Damaged)
        ));
    }

    #[test]
    fn vectors_of_another_width_are_not_read() {
        let network = AttributionNetwork::read(EMBEDDED).expect("it is sound");
        let candidate = CueCandidate {
            head: 0,
            draft: None,
            window: 0..1,
        };
        let input = ScorerInput {
            tokens: vec![[0; FEATURES]],
            candidates: vec![(candidate, vec![[0; PAIR_FEATURES]])],
        };
        let vectors = TokenRows::new(1, [1], vec![1.0]);
        assert!(network.score(&input, &vectors).iter().all(Option::is_none));
    }
}
