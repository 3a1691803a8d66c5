//! The network and its weights: numbers for kinds and vectors in, scores of cases out.
//!
//! A token's vector, made narrow, and one row for each of its kinds are summed: what is known of it. Vectors of tokens
//! in names are left out. A first score of each word that may be a cue
//! tells which are worth a look. For each of these, all tokens around it get what is known of them, of the cue and
//! of the two together; some layers, each of which looks further to both sides, make of that the scores of what each
//! token is: part of the source, of the cue, of the content, or none; and one score of whether it is a cue at all.
//!
//! All sums have a fixed order, so that the result is the same on every machine.

use std::sync::OnceLock;

use crate::annotate::TokenRows;
use crate::model::kernel::{Matrix, exponential};
use crate::model::{ModelError, ModelFile};

use super::{COLUMNS, Case, KINDS, PAIR_COLUMNS, PAIR_KINDS, Told};

/// What the model file is for.
const KIND: &str = "attribution 1";
const EMBEDDED: &[u8] = include_bytes!("../../../../data/models/attribution.model");
/// What a token can be for a case: nothing; first and further words of the source, of the cue, of a content.
pub(super) const TAGS: usize = 7;
/// How sure the first look must be that a word is a cue, where the rules do not say so.
const GLANCE: f32 = 0.15;
/// How far the layers look to both sides.
const REACHES: [usize; 4] = [1, 2, 4, 8];
/// The column that holds a token's name.
const NAME: usize = 7;

/// The network.
#[derive(Debug, Clone)]
pub(crate) struct Network {
    /// The engine whose vectors it was trained on.
    engine: String,
    /// Numbers of a vector.
    width: usize,
    kinds: Rows,
    pair_kinds: Rows,
    vectors: Layer,
    glance: [Layer; 2],
    key: Layer,
    query: Layer,
    around: Vec<Layer>,
    tags: Layer,
    keep: [Layer; 2],
}

/// What the network says of a case.
#[derive(Debug, Clone)]
pub(super) struct Verdict {
    /// How sure it is that the word is the head of a cue.
    pub(super) keep: f32,
    /// For each token of the window the scores of what it is.
    pub(super) tags: Vec<[f32; TAGS]>,
}

/// A row of numbers for each kind of each column.
#[derive(Debug, Clone)]
struct Rows {
    width: usize,
    /// Where the rows of each column begin.
    starts: Vec<usize>,
    numbers: Vec<f32>,
}

impl Rows {
    fn read(
        file: &ModelFile<'_>,
        name: &str,
        kinds: &[usize],
        width: usize,
    ) -> Result<Self, ModelError> {
        let mut starts = Vec::new();
        let mut count = 0;
        for kinds in kinds {
            starts.push(count);
            count += kinds;
        }
        Ok(Self {
            width,
            starts,
            numbers: numbers(file, name, count * width)?,
        })
    }

    /// Adds the rows of these kinds.
    fn add(&self, kinds: &[u8], sums: &mut [f32]) {
        for (start, kind) in self.starts.iter().zip(kinds) {
            let at = (start + usize::from(*kind)) * self.width;
            if let Some(row) = self.numbers.get(at..at + self.width) {
                for (sum, number) in sums.iter_mut().zip(row) {
                    *sum += number;
                }
            }
        }
    }
}

/// A matrix and what is always added.
#[derive(Debug, Clone)]
struct Layer {
    bias: Vec<f32>,
    matrix: Matrix,
}

impl Layer {
    fn read(
        file: &ModelFile<'_>,
        name: &str,
        inputs: usize,
        outputs: usize,
    ) -> Result<Self, ModelError> {
        let numbers = numbers(file, name, (inputs + 1) * outputs)?;
        let (bias, weights) = numbers.split_at(outputs);
        Ok(Self {
            bias: bias.to_vec(),
            matrix: Matrix::new(inputs, outputs, weights),
        })
    }

    fn apply(&self, rows: &[f32]) -> Vec<f32> {
        let mut out = Vec::new();
        self.matrix.apply(rows, &self.bias, &mut out);
        out
    }

    /// As [`apply`](Self::apply), without what is below nothing.
    fn open(&self, rows: &[f32]) -> Vec<f32> {
        let mut out = self.apply(rows);
        cut(&mut out);
        out
    }

    fn outputs(&self) -> usize {
        self.bias.len()
    }
}

/// The numbers of a part, of each the upper two bytes.
fn numbers(file: &ModelFile<'_>, name: &str, count: usize) -> Result<Vec<f32>, ModelError> {
    let (halves, rest) = file.section(name)?.as_chunks::<2>();
    if !rest.is_empty() || halves.len() != count {
        return Err(ModelError::Section {
            section: name.to_owned(),
        });
    }
    let number = |half: &[u8; 2]| f32::from_bits(u32::from(u16::from_le_bytes(*half)) << 16);
    Ok(halves.iter().map(number).collect())
}

/// Makes what is below nothing nothing.
fn cut(numbers: &mut [f32]) {
    for number in numbers {
        *number = number.max(0.0);
    }
}

fn share(score: f32) -> f32 {
    1.0 / (1.0 + exponential(-score))
}

impl Network {
    /// The network that is part of the program, unpacked on first use.
    pub(crate) fn embedded() -> &'static Self {
        static NETWORK: OnceLock<Network> = OnceLock::new();
        NETWORK.get_or_init(|| Self::read(EMBEDDED).expect("a test reads the embedded weights"))
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
        let &[width, hidden, pair, upper] = sizes.as_slice() else {
            return Err(wrong("shape"));
        };
        let small = |size: &usize| (1..=4096).contains(size);
        if !rest.is_empty() || !sizes.iter().all(small) {
            return Err(wrong("shape"));
        }
        let engine = std::str::from_utf8(file.section("engine")?).map_err(|_| wrong("engine"))?;
        let layer = |name: &str, inputs, outputs| Layer::read(&file, name, inputs, outputs);
        let around = (0..REACHES.len())
            .map(|number| layer(&format!("around {number}"), 3 * pair, pair))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            engine: engine.to_owned(),
            width,
            kinds: Rows::read(&file, "kinds", &KINDS, hidden)?,
            pair_kinds: Rows::read(&file, "pair kinds", &PAIR_KINDS, pair)?,
            vectors: layer("vectors", width, hidden)?,
            glance: [
                layer("glance 0", hidden, upper)?,
                layer("glance 1", upper, 1)?,
            ],
            key: layer("key", hidden, pair)?,
            query: layer("query", hidden, pair)?,
            around,
            tags: layer("tags", pair, TAGS)?,
            keep: [
                layer("keep 0", 3 * pair + hidden, upper)?,
                layer("keep 1", upper, 1)?,
            ],
        })
    }

    /// Whether the vectors of the engine with this name are of use.
    pub(crate) fn knows(&self, engine: &str) -> bool {
        self.engine == engine
    }

    /// What it says of each case; nothing of those that are not worth a look.
    pub(super) fn judge(&self, told: &Told, vectors: &TokenRows) -> Vec<Option<Verdict>> {
        if vectors.width() != self.width {
            return vec![None; told.cases.len()];
        }
        let words = self.words(told, vectors);
        let keys = self.key.apply(&words);
        let of_one = |(case, pairs): &(Case, Vec<[u8; PAIR_COLUMNS]>)| {
            let hidden = self.vectors.outputs();
            let word = words.get(case.head * hidden..(case.head + 1) * hidden)?;
            let glance = self.glance[1].apply(&self.glance[0].open(word))[0];
            let look = case.draft.is_some() || share(glance) > GLANCE;
            look.then(|| self.verdict(case, pairs, word, &keys))
        };
        told.cases.iter().map(of_one).collect()
    }

    /// What is known of each token.
    fn words(&self, told: &Told, vectors: &TokenRows) -> Vec<f32> {
        let hidden = self.vectors.outputs();
        let mut inputs = vec![0.0; told.tokens.len() * self.width];
        let rows = (0..vectors.sentences()).flat_map(|sentence| vectors.of_sentence(sentence));
        let places = inputs.chunks_exact_mut(self.width);
        for ((input, row), kinds) in places.zip(rows).zip(&told.tokens) {
            if kinds[NAME] == 0 {
                input.copy_from_slice(row);
            }
        }
        let mut words = self.vectors.apply(&inputs);
        for (word, kinds) in words.chunks_exact_mut(hidden).zip(&told.tokens) {
            self.kinds.add(kinds, word);
        }
        cut(&mut words);
        words
    }

    fn verdict(
        &self,
        case: &Case,
        pairs: &[[u8; PAIR_COLUMNS]],
        word: &[f32],
        keys: &[f32],
    ) -> Verdict {
        let width = self.key.outputs();
        let own = self.query.apply(word);
        let mut rows = keys[case.window.start * width..case.window.end * width].to_vec();
        for (row, kinds) in rows.chunks_exact_mut(width).zip(pairs) {
            for (number, own) in row.iter_mut().zip(&own) {
                *number += own;
            }
            self.pair_kinds.add(kinds, row);
        }
        cut(&mut rows);
        let size = case.window.len();
        let mut three = Vec::with_capacity(3 * rows.len());
        for (layer, reach) in self.around.iter().zip(REACHES) {
            three.clear();
            let row = |place: usize| &rows[place * width..(place + 1) * width];
            let nothing = vec![0.0; width];
            for place in 0..size {
                let left = place.checked_sub(reach).map_or(&nothing[..], row);
                let right = Some(place + reach).filter(|&place| place < size);
                three.extend_from_slice(left);
                three.extend_from_slice(row(place));
                three.extend_from_slice(right.map_or(&nothing[..], row));
            }
            for (number, more) in rows.iter_mut().zip(layer.open(&three)) {
                *number += more;
            }
        }
        let tags = self.tags.apply(&rows);
        let (tags, _) = tags.as_chunks::<TAGS>();
        Verdict {
            keep: self.sure(case, &rows, word),
            tags: tags.to_vec(),
        }
    }

    /// How sure it is of a case, by what the layers made of its head, of all tokens, and by the head itself.
    fn sure(&self, case: &Case, rows: &[f32], word: &[f32]) -> f32 {
        let width = self.key.outputs();
        let place = case.head - case.window.start;
        let mut known = rows[place * width..(place + 1) * width].to_vec();
        let mut most = vec![f32::MIN; width];
        let mut mean = vec![0.0; width];
        for row in rows.chunks_exact(width) {
            for ((most, mean), number) in most.iter_mut().zip(&mut mean).zip(row) {
                *most = most.max(*number);
                *mean += number;
            }
        }
        let size = case.window.len() as f32;
        known.extend(most);
        known.extend(mean.iter().map(|sum| sum / size));
        known.extend_from_slice(word);
        share(self.keep[1].apply(&self.keep[0].open(&known))[0])
    }
}

const _: () = assert!(COLUMNS > NAME);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::assemble;

    #[test]
    fn the_embedded_weights_are_sound() {
        let network = Network::read(EMBEDDED).expect("they are");
        assert!(network.knows(&network.engine) && !network.knows("another engine"));
    }

    #[test]
    fn the_file_holds_nothing_but_the_weights_of_kinds_and_vectors() {
        let network = Network::read(EMBEDDED).expect("it is sound");
        let layers = [
            &network.vectors,
            &network.key,
            &network.query,
            &network.tags,
        ];
        let pairs = network
            .glance
            .iter()
            .chain(&network.keep)
            .chain(&network.around);
        let inputs = |layer: &Layer| layer.matrix.inputs() + 1;
        let layers = layers.into_iter().chain(pairs);
        let weights: usize = layers.map(|layer| inputs(layer) * layer.outputs()).sum();
        let kinds = KINDS.iter().sum::<usize>() * network.vectors.outputs();
        let pair_kinds = PAIR_KINDS.iter().sum::<usize>() * network.key.outputs();
        let names = 1024;
        assert!(EMBEDDED.len() < 2 * (weights + kinds + pair_kinds) + names);
    }

    #[test]
    fn other_files_are_refused() {
        let other = assemble("names 1", &[]);
        assert!(matches!(
            Network::read(&other),
            Err(ModelError::Kind { .. })
        ));
        let short = assemble(KIND, &[("shape", &[1, 0, 0, 0])]);
        assert!(
            matches!(Network::read(&short), Err(ModelError::Section { section }) if section == "shape")
        );
        let mut damaged = EMBEDDED.to_vec();
        *damaged.last_mut().expect("it is not empty") ^= 1;
        assert!(matches!(Network::read(&damaged), Err(ModelError::Damaged)));
    }

    #[test]
    fn vectors_of_another_width_are_not_read() {
        let network = Network::read(EMBEDDED).expect("it is sound");
        let case = Case {
            head: 0,
            draft: None,
            window: 0..1,
        };
        let told = Told {
            tokens: vec![[0; COLUMNS]],
            cases: vec![(case, vec![[0; PAIR_COLUMNS]])],
        };
        let vectors = TokenRows::new(1, [1], vec![1.0]);
        assert!(network.judge(&told, &vectors).iter().all(Option::is_none));
    }
}
