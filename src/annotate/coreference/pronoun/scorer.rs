//! The network that chooses the antecedent of a pronoun.
//!
//! In: yes-and-no numbers of the pronoun and of its pair with each candidate (see [`pair`](super::pair)), and the vectors
//! of both heads where the engine gives them. The vectors are made narrow, each by a matrix of its own; with their
//! product number by number they stand beside the answers. Two layers make a score of all that; the candidates and
//! *nobody* get probabilities from their scores by softmax. The probabilities of all mentions of one entity are summed,
//! and the entity (or nobody) with the largest sum is meant.
//!
//! All sums have a fixed order, so that the result is the same on every machine.

use std::sync::OnceLock;

use crate::model::kernel::exponential;
use crate::model::{ModelError, ModelFile};

use super::choice::{AntecedentChoice, AntecedentChooser};

/// What the model file is for.
const KIND: &str = "coreference 1";
const EMBEDDED: &[u8] = include_bytes!("../../../../data/models/coreference.model");

/// The weight of the probability of nobody: a reader recovers from a wrong antecedent sooner than from a missing one,
/// and missing ones are the more frequent error.
const NOBODY: f32 = 0.4;

/// The network and its weights.
#[derive(Debug, Clone)]
pub(crate) struct PronounScorer {
    /// The engine whose vectors it was trained on.
    engine: String,
    /// Numbers of a pronoun.
    own: usize,
    /// Numbers of a pair.
    pair: usize,
    /// Numbers of a vector.
    width: usize,
    pronouns: Layer,
    candidates: Layer,
    first: Layer,
    second: Layer,
    last: Layer,
}

/// Weights, a row for each input, after a first row that is always added.
#[derive(Debug, Clone)]
struct Layer {
    outputs: usize,
    weights: Vec<f32>,
}

impl Layer {
    fn read(
        file: &ModelFile<'_>,
        name: &str,
        inputs: usize,
        outputs: usize,
    ) -> Result<Self, ModelError> {
        let (numbers, rest) = file.section(name)?.as_chunks::<4>();
        if !rest.is_empty() || numbers.len() != (inputs + 1) * outputs {
            return Err(ModelError::Section {
                section: name.to_owned(),
            });
        }
        let weights = numbers.iter().map(|bytes| f32::from_le_bytes(*bytes));
        Ok(Self {
            outputs,
            weights: weights.collect(),
        })
    }

    /// The row that is always added.
    fn start(&self) -> Vec<f32> {
        self.weights[..self.outputs].to_vec()
    }

    /// Adds what the inputs from `first` on give.
    fn add(&self, first: usize, inputs: &[f32], sums: &mut [f32]) {
        let rows = self.weights.chunks_exact(self.outputs).skip(1 + first);
        for (&input, row) in inputs.iter().zip(rows) {
            if input != 0.0 {
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum += input * weight;
                }
            }
        }
    }

    fn apply(&self, inputs: &[f32]) -> Vec<f32> {
        let mut sums = self.start();
        self.add(0, inputs, &mut sums);
        sums
    }
}

impl PronounScorer {
    /// The network that is part of the program, unpacked on first use.
    pub(crate) fn embedded() -> &'static Self {
        static SCORER: OnceLock<PronounScorer> = OnceLock::new();
        SCORER.get_or_init(|| Self::read(EMBEDDED).expect("a test reads the embedded weights"))
    }

    /// The network in `bytes`.
    ///
    /// # Errors
    /// If the bytes are not a sound model of this network.
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
        let &[own, pair, width, narrow, hidden, upper] = sizes.as_slice() else {
            return Err(wrong("shape"));
        };
        let small = |size: &usize| (1..=4096).contains(size);
        if !rest.is_empty() || !sizes.iter().all(small) {
            return Err(wrong("shape"));
        }
        let engine = std::str::from_utf8(file.section("engine")?).map_err(|_| wrong("engine"))?;
        Ok(Self {
            engine: engine.to_owned(),
            own,
            pair,
            width,
            pronouns: Layer::read(&file, "pronouns", width, narrow)?,
            candidates: Layer::read(&file, "candidates", width, narrow)?,
            first: Layer::read(&file, "first", own + pair + 3 * narrow, hidden)?,
            second: Layer::read(&file, "second", hidden, upper)?,
            last: Layer::read(&file, "last", upper, 1)?,
        })
    }

    /// Whether the vectors of the engine with this name are of use.
    pub(crate) fn knows(&self, engine: &str) -> bool {
        self.engine == engine
    }

    /// The number of features of a pronoun and of a pair.
    #[cfg(test)]
    pub(in crate::annotate::coreference) fn sizes(&self) -> (usize, usize) {
        (self.own, self.pair)
    }

    /// The probability of each candidate, after that of nobody.
    pub(crate) fn probabilities(&self, choice: &AntecedentChoice<'_>) -> Vec<f32> {
        let usable = |vector: &&[f32]| vector.len() == self.width;
        let narrow = choice.vector.filter(usable);
        let narrow = narrow.map(|vector| self.pronouns.apply(vector));
        let mut common = self.first.start();
        self.first.add(0, &choice.own, &mut common);
        let place = self.own + self.pair;
        if let Some(narrow) = &narrow {
            self.first.add(place, narrow, &mut common);
        }
        let mut nobody = common.clone();
        self.first.add(self.own, &[1.0], &mut nobody);
        let mut scores = vec![self.score(nobody)];
        for candidate in &choice.candidates {
            let mut sums = common.clone();
            self.first.add(self.own, &candidate.pair, &mut sums);
            if let (Some(this), Some(vector)) = (&narrow, candidate.vector.filter(usable)) {
                let mut other = self.candidates.apply(vector);
                self.first.add(place + this.len(), &other, &mut sums);
                for (product, number) in other.iter_mut().zip(this) {
                    *product *= number;
                }
                self.first.add(place + 2 * this.len(), &other, &mut sums);
            }
            scores.push(self.score(sums));
        }
        let most = scores.iter().copied().fold(f32::MIN, f32::max);
        let mut total = 0.0;
        for score in &mut scores {
            *score = exponential(*score - most);
            total += *score;
        }
        scores.iter().map(|score| score / total).collect()
    }

    fn score(&self, mut sums: Vec<f32>) -> f32 {
        relu(&mut sums);
        let mut sums = self.second.apply(&sums);
        relu(&mut sums);
        self.last.apply(&sums)[0]
    }
}

/// Replaces negative numbers by 0.
fn relu(numbers: &mut [f32]) {
    for number in numbers {
        *number = number.max(0.0);
    }
}

impl AntecedentChooser for &PronounScorer {
    fn choose(&mut self, choice: &AntecedentChoice<'_>) -> Option<usize> {
        let shares = self.probabilities(choice);
        let (nobody, shares) = shares.split_first()?;
        let mut best: Option<(f32, usize)> = None;
        for (index, candidate) in choice.candidates.iter().enumerate() {
            let same = |other: &usize| match candidate.actor {
                Some(actor) => choice.candidates[*other].actor == Some(actor),
                None => *other == index,
            };
            let places = (0..shares.len()).filter(same);
            let share: f32 = places.map(|other| shares[other]).sum();
            if share > NOBODY * *nobody && best.is_none_or(|(most, _)| share > most) {
                best = Some((share, index));
            }
        }
        best.map(|(_, index)| index)
    }
}

#[cfg(test)]
mod tests {
    use super::super::choice::AntecedentCandidate;
    use super::*;
    use crate::model::assemble;
    use crate::text::Span;

    fn bytes(numbers: &[f32]) -> Vec<u8> {
        numbers
            .iter()
            .flat_map(|number| number.to_le_bytes())
            .collect()
    }

    /// A network with one number of the pronoun, two of the pair (the first is nobody's) and vectors of one number: its
    /// score is what the pair's second number and the product of the vectors say.
    fn file(last: &[f32]) -> Vec<u8> {
        let sizes: Vec<u8> = [1_u32, 2, 1, 1, 1, 1]
            .iter()
            .flat_map(|size| size.to_le_bytes())
            .collect();
        let parts = [
            ("shape", sizes),
            ("engine", b"sample".to_vec()),
            ("pronouns", bytes(&[0.0, 1.0])),
            ("candidates", bytes(&[0.0, 1.0])),
            ("first", bytes(&[1.0, 0.0, 0.0, 2.0, 0.0, 0.0, 4.0])),
            ("second", bytes(&[0.0, 1.0])),
            ("last", bytes(last)),
        ];
        let parts: Vec<(&str, &[u8])> = parts
            .iter()
            .map(|(name, content)| (*name, content.as_slice()))
            .collect();
        assemble(KIND, &parts)
    }

    fn choice<'s>(candidates: &[(Option<usize>, f32, &'s [f32])]) -> AntecedentChoice<'s> {
        let place = Span::new(0, 1);
        let candidates = candidates
            .iter()
            .map(|&(actor, fits, vector)| AntecedentCandidate {
                span: place,
                head: place,
                actor,
                pair: vec![0.0, fits],
                vector: Some(vector),
            });
        AntecedentChoice {
            span: place,
            own: vec![1.0],
            vector: Some(&[1.0]),
            candidates: candidates.collect(),
        }
    }

    fn chosen(candidates: &[(Option<usize>, f32, &[f32])]) -> Option<usize> {
        let scorer = PronounScorer::read(&file(&[0.0, 1.0])).expect("the sample is sound");
        let mut judge = &scorer;
        judge.choose(&choice(candidates))
    }

    #[test]
    fn the_embedded_weights_are_sound() {
        let scorer = PronounScorer::read(EMBEDDED).expect("they are");
        assert!(EMBEDDED.len() < 300_000, "{}", EMBEDDED.len());
        assert!(scorer.knows(&scorer.engine) && !scorer.knows("another engine"));
    }

    #[test]
    fn who_fits_best_is_meant() {
        let none: &[f32] = &[];
        assert_eq!(
            chosen(&[(Some(1), 0.0, none), (Some(2), 1.0, none)]),
            Some(1)
        );
        assert_eq!(chosen(&[(Some(1), -1.0, none)]), None);
    }

    #[test]
    fn mentions_of_one_actor_stand_together() {
        let none: &[f32] = &[];
        let three = [
            (Some(1), 1.0, none),
            (Some(2), 0.9, none),
            (Some(2), 0.9, none),
        ];
        assert_eq!(chosen(&three), Some(1));
        let apart = [(None, 1.0, none), (None, 0.9, none), (None, 0.9, none)];
        assert_eq!(chosen(&apart), Some(0));
    }

    #[test]
    fn vectors_count_where_they_are_of_the_right_width() {
        let (alike, apart, long): (&[f32], &[f32], &[f32]) = (&[1.0], &[-1.0], &[1.0, 1.0]);
        assert_eq!(
            chosen(&[(Some(1), 0.1, apart), (Some(2), 0.0, alike)]),
            Some(1)
        );
        assert_eq!(
            chosen(&[(Some(1), 0.1, long), (Some(2), 0.0, long)]),
            Some(0)
        );
    }

    #[test]
    fn shares_sum_to_one() {
        let scorer = PronounScorer::read(&file(&[0.0, 1.0])).expect("the sample is sound");
        let shares = scorer.probabilities(&choice(&[(None, 3.0, &[]), (None, -9.0, &[])]));
        let sum: f32 = shares.iter().sum();
        assert!(shares.len() == 3 && (sum - 1.0).abs() < 1e-6, "{shares:?}");
    }

    #[test]
    fn other_files_and_sizes_are_refused() {
        let mut damaged = file(&[0.0, 1.0]);
        *damaged.last_mut().expect("it is not empty") ^= 1;
        assert!(matches!(
            PronounScorer::read(&damaged),
            Err(ModelError::Damaged)
        ));
        let short = file(&[0.0]);
        assert!(
            matches!(PronounScorer::read(&short), Err(ModelError::Section { section }) if section == "last")
        );
        let other = assemble("names 1", &[]);
        assert!(matches!(
            PronounScorer::read(&other),
            Err(ModelError::Kind { .. })
        ));
    }
}
