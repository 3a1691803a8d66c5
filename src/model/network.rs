//! The network of the fast engine: from rows of embeddings to tags, scores of heads, and relations.

use std::ops::Range;

use super::ModelError;
use super::file::ModelFile;
use super::kernel::{Matrix, softmax_at, wide};
use super::recurrent::RecurrentLayer;
use super::shape::{FastColumns, FastShape, distance};
use super::tensor::{EmbeddingTable, dequantise};
use super::vocabulary::Vocabulary;

/// What model files of this network are marked with; the number grows when the network or its features change.
pub(crate) const KIND: &str = "fast parser 1";
/// The embedding of words that are not in the vocabulary.
pub(crate) const UNKNOWN: u32 = 0;
/// The embedding of the place before the first word, which stands for the root.
pub(crate) const ROOT: u32 = 1;
/// The first row with a key in the vocabulary.
pub(crate) const FIRST: u32 = 2;

/// Sentences as rows of embeddings. A place is a word, or the root before the first word of each sentence.
#[derive(Debug, Clone, Default)]
pub(crate) struct WordBatch {
    /// The embeddings of all places, one place after another.
    pub(crate) rows: Vec<u32>,
    /// Where the embeddings of each place end in `rows`.
    pub(crate) ends: Vec<usize>,
    /// The places of each sentence, the root first.
    pub(crate) sentences: Vec<Range<usize>>,
}

impl WordBatch {
    /// The embeddings of each place.
    pub(crate) fn places(&self) -> impl Iterator<Item = &[u32]> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let rows = &self.rows[start..end];
            start = end;
            rows
        })
    }
}

/// A linear layer with its bias.
#[derive(Debug, Clone)]
struct FastLayer {
    matrix: Matrix,
    bias: Vec<f32>,
}

/// The learned weights with their vocabulary.
#[derive(Debug, Clone)]
pub(crate) struct FastNetwork {
    name: String,
    shape: FastShape,
    columns: FastColumns,
    vocabulary: Vocabulary,
    embeddings: EmbeddingTable,
    window: FastLayer,
    layers: Vec<FastLayer>,
    projections: FastLayer,
    arcs: FastLayer,
    label_distance: Vec<f32>,
    relations: FastLayer,
}

/// The projections of every place of a batch.
#[derive(Debug, Clone, Default)]
pub(crate) struct Encoded {
    projections: Vec<f32>,
}

impl FastNetwork {
    /// Reads a model file.
    ///
    /// # Errors
    /// If the bytes are not a sound model of [`KIND`].
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let file = ModelFile::parse(bytes, KIND)?;
        let wrong = |section: &str| ModelError::Section {
            section: section.to_owned(),
        };
        let shape: FastShape =
            serde_json::from_slice(file.section("shape")?).map_err(|_| wrong("shape"))?;
        let (keys, rest) = file.section("keys")?.as_chunks::<4>();
        if !rest.is_empty() {
            return Err(wrong("keys"));
        }
        let vocabulary = Vocabulary::new(keys.iter().map(|key| u32::from_le_bytes(*key)), FIRST);
        let embeddings = EmbeddingTable::read(file.section("embeddings")?, shape.embedding)
            .filter(|table| table.rows() == keys.len() + FIRST as usize)
            .ok_or_else(|| wrong("embeddings"))?;
        let mut tensors = Vec::new();
        for tensor in shape.tensors() {
            let weights = dequantise(file.section(&tensor.name)?, tensor.rows * tensor.columns)
                .ok_or_else(|| wrong(&tensor.name))?;
            tensors.push((tensor, weights));
        }
        let mut tensors = tensors.into_iter();
        let mut next = || {
            let (tensor, weights) = tensors.next()?;
            Some((tensor.rows, tensor.columns, weights))
        };
        let mut linear = || {
            let (rows, columns, weights) = next()?;
            let (_, _, bias) = next()?;
            let matrix = Matrix::new(rows, columns, &weights);
            Some(FastLayer { matrix, bias })
        };
        let all = || wrong("weights");
        let window = linear().ok_or_else(all)?;
        let layers: Option<Vec<_>> = (0..shape.layers).map(|_| linear()).collect();
        let layers = layers.ok_or_else(all)?;
        let projections = linear().ok_or_else(all)?;
        let arcs = linear().ok_or_else(all)?;
        let (_, _, label_distance) = next().ok_or_else(all)?;
        let (rows, columns, weights) = next().ok_or_else(all)?;
        let (_, _, bias) = next().ok_or_else(all)?;
        let relations = FastLayer {
            matrix: Matrix::new(rows, columns, &weights),
            bias,
        };
        Ok(Self {
            name: file.name(),
            columns: shape.columns(),
            shape,
            vocabulary,
            embeddings,
            window,
            layers,
            projections,
            arcs,
            label_distance,
            relations,
        })
    }

    /// Kind, version and checksum of the model.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Sizes and names.
    pub(crate) fn shape(&self) -> &FastShape {
        &self.shape
    }

    /// Which spellings have embeddings.
    pub(crate) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Runs the network up to the projections.
    pub(crate) fn encode(&self, batch: &WordBatch) -> Encoded {
        let mut values = Vec::new();
        let windows = self.windows(batch);
        self.window
            .matrix
            .apply(&windows, &self.window.bias, &mut values);
        rectify(&mut values);
        let mut layer = RecurrentLayer::default();
        for linear in &self.layers {
            linear.matrix.apply(&values, &linear.bias, &mut layer.gates);
            layer.run(self.shape.width, &batch.sentences, &mut values);
        }
        let mut projections = Vec::new();
        let linear = &self.projections;
        linear.matrix.apply(&values, &linear.bias, &mut projections);
        for row in projections.chunks_exact_mut(self.columns.total.max(1)) {
            rectify(&mut row[..self.columns.label_dependent]);
        }
        Encoded { projections }
    }

    /// The embeddings of every place between those of the places before and after it.
    fn windows(&self, batch: &WordBatch) -> Vec<f32> {
        let size = self.shape.embedding;
        let mut windows = vec![0.0; batch.ends.len() * 3 * size];
        let mut sums = vec![0.0; batch.ends.len() * size];
        wide(
            #[inline(always)]
            || {
                for (rows, sums) in batch.places().zip(sums.chunks_exact_mut(size.max(1))) {
                    for &row in rows {
                        self.embeddings.add(row as usize, sums);
                    }
                }
            },
        );
        spread(&sums, size, &batch.sentences, &mut windows);
        windows
    }

    /// The universal and the treebank part of speech of the word at `place`, as indices into the names.
    pub(crate) fn tags(&self, encoded: &Encoded, place: usize) -> (usize, usize) {
        let row = self.row(encoded, place);
        let upos = best(&row[self.columns.upos..self.columns.xpos]);
        let xpos = best(&row[self.columns.xpos..]);
        (upos, xpos)
    }

    /// How well each place of the sentence fits as the head of each: for every place, the root included, a row of
    /// scores of all places.
    pub(crate) fn arcs(&self, encoded: &Encoded, places: &Range<usize>) -> Vec<f32> {
        let (size, count) = (self.shape.arc, places.len());
        let (mut dependents, mut heads) = (Vec::new(), Vec::new());
        for place in places.clone() {
            let row = self.row(encoded, place);
            dependents.extend_from_slice(&row[..self.columns.arc_head]);
            heads.extend_from_slice(&row[self.columns.arc_head..self.columns.label_dependent]);
        }
        let mut queries = Vec::new();
        let linear = &self.arcs;
        linear.matrix.apply(&dependents, &linear.bias, &mut queries);
        let heads = Matrix::transposed(size, count, &heads);
        let mut scores = vec![0.0; count * count];
        heads.multiply_add(&queries, &mut scores);
        for (dependent, scores) in scores.chunks_exact_mut(count.max(1)).enumerate() {
            let row = self.row(encoded, places.start + dependent);
            let by_distance = &row[self.columns.distance..self.columns.upos];
            for (head, score) in scores.iter_mut().enumerate() {
                *score += by_distance[distance(dependent, head)];
            }
        }
        scores
    }

    /// The relation of each word of the sentence to its head, as an index into the names, with its probability; `heads`
    /// are places counted from the root, the first is that of the first word.
    pub(crate) fn relations(
        &self,
        encoded: &Encoded,
        places: &Range<usize>,
        heads: &[usize],
    ) -> Vec<(usize, f32)> {
        let size = self.shape.label;
        let mut hidden = Vec::with_capacity(heads.len() * size);
        for (index, &head) in heads.iter().enumerate() {
            let dependent = self.row(encoded, places.start + index + 1);
            let dependent = &dependent[self.columns.label_dependent..self.columns.label_head];
            let parent = self.row(encoded, places.start + head);
            let parent = &parent[self.columns.label_head..self.columns.distance];
            let apart = distance(index + 1, head) * size;
            let apart = &self.label_distance[apart..apart + size];
            let sums = dependent.iter().zip(parent).zip(apart);
            hidden.extend(sums.map(|((a, b), c)| (a + b + c).max(0.0)));
        }
        let mut scores = Vec::new();
        let linear = &self.relations;
        linear.matrix.apply(&hidden, &linear.bias, &mut scores);
        let rows = scores.chunks_exact(self.shape.deprel.len().max(1));
        let relation = |(scores, &head): (&[f32], &usize)| match head {
            0 => (0, 1.0),
            _ => {
                let best = best(&scores[1..]);
                (best + 1, softmax_at(&scores[1..], best))
            }
        };
        rows.zip(heads).map(relation).collect()
    }

    fn row<'a>(&self, encoded: &'a Encoded, place: usize) -> &'a [f32] {
        let total = self.columns.total;
        &encoded.projections[place * total..(place + 1) * total]
    }
}

/// Writes the `size` numbers of every place, with those before and after it in the sentence, into `windows`.
pub(crate) fn spread(sums: &[f32], size: usize, sentences: &[Range<usize>], windows: &mut [f32]) {
    for sentence in sentences {
        for place in sentence.clone() {
            let numbers = &sums[place * size..(place + 1) * size];
            for (part, neighbour) in [
                (2, place.checked_sub(1)),
                (1, Some(place)),
                (0, Some(place + 1)),
            ] {
                if let Some(neighbour) = neighbour.filter(|place| sentence.contains(place)) {
                    let start = (neighbour * 3 + part) * size;
                    windows[start..start + size].copy_from_slice(numbers);
                }
            }
        }
    }
}

/// Sets negative numbers to 0.
pub(crate) fn rectify(values: &mut [f32]) {
    wide(
        #[inline(always)]
        || {
            for value in values.iter_mut() {
                *value = if *value > 0.0 { *value } else { 0.0 };
            }
        },
    );
}

/// The index of the first of the largest numbers.
pub(crate) fn best(scores: &[f32]) -> usize {
    let mut best = 0;
    for (index, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = index;
        }
    }
    best
}
