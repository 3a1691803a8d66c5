//! The network of the accurate engine: a transformer, from pieces of words to tags, scores of heads, relations and names.
//!
//! In: sentences as numbers of word pieces. Out: a vector for each word, and the predictions of `heads`. The pieces of several
//! sentences are the rows of one matrix, so that no padding is needed; only attention goes sentence by
//! sentence. Each row is processed by itself, so that a sentence never depends on its neighbours.
//!
//! Read [`Encoder::encode`] first; `shape` has the sizes, `weights` and `low_bit` the file, `heads` the predictions.

mod heads;
mod low_bit;
#[cfg(test)]
pub(crate) mod sample;
mod shape;
mod weights;

use std::ops::Range;

use super::attention::{AttentionScratch, attention};
use super::element::{add_layer_norm, gelu, layer_norm};
use super::integer::QuantisedRows;
use super::{ModelError, ModelFile};

use low_bit::LowBit;
use shape::EncoderColumns;
pub(crate) use shape::EncoderShape;
use weights::{LayerNorm, ModelParts, QuantisedLayer, wrong};

/// What model files of this network are marked with; the number grows when the network or its features change.
pub(crate) const KIND: &str = "accurate parser 1";
/// How many rows go through the middle of a layer together, so that the intermediate values stay in the cache.
const BLOCK: usize = 96;

/// Sentences as numbers of pieces. A place is a word, or the root before the first word of each sentence.
#[derive(Debug, Clone, Default)]
pub(crate) struct PieceBatch {
    /// The pieces of all sentences, with those before and after each, one after another.
    pub(crate) pieces: Vec<u32>,
    /// The class of capitals of each piece's word.
    pub(crate) shapes: Vec<u8>,
    /// Where the pieces of each sentence stand in `pieces`.
    pub(crate) sequences: Vec<Range<usize>>,
    /// For each place its first piece, as an index into `pieces`.
    pub(crate) firsts: Vec<usize>,
    /// The places of each sentence, the root first.
    pub(crate) sentences: Vec<Range<usize>>,
}

impl PieceBatch {
    /// Makes it empty.
    pub(crate) fn clear(&mut self) {
        self.pieces.clear();
        self.shapes.clear();
        self.sequences.clear();
        self.firsts.clear();
        self.sentences.clear();
    }
}

/// Room that is used again for every batch.
#[derive(Debug, Clone, Default)]
pub(crate) struct EncoderScratch {
    codes: QuantisedRows,
    attention: AttentionScratch,
    states: Vec<f32>,
    wide: Vec<f32>,
    mixed: Vec<f32>,
    added: Vec<f32>,
}

/// The learned weights.
#[derive(Debug, Clone)]
pub(crate) struct Encoder {
    name: String,
    shape: EncoderShape,
    columns: EncoderColumns,
    root: usize,
    vocabulary: String,
    pieces: LowBit<'static>,
    positions: LowBit<'static>,
    shapes: LowBit<'static>,
    norm: LayerNorm,
    layers: Vec<EncoderLayer>,
    /// The weight of the state before the first layer, and after each.
    mix: Vec<f32>,
    word_shapes: Vec<f32>,
    projections: QuantisedLayer,
    tags: QuantisedLayer,
    arcs: QuantisedLayer,
    relations: QuantisedLayer,
    names: QuantisedLayer,
}

#[derive(Debug, Clone)]
struct EncoderLayer {
    /// Queries, keys and values.
    qkv: QuantisedLayer,
    output: QuantisedLayer,
    norm1: LayerNorm,
    inner: QuantisedLayer,
    outer: QuantisedLayer,
    norm2: LayerNorm,
}

impl Encoder {
    /// Reads a model file.
    ///
    /// # Errors
    /// If the bytes are not a sound model of [`KIND`].
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let file = ModelFile::parse(bytes, KIND)?;
        let name = file.name();
        let parts = ModelParts::new(file);
        let shape: EncoderShape =
            serde_json::from_str(parts.text("shape")?).map_err(|_| wrong("shape"))?;
        let root = shape.root().filter(|_| shape.is_sound());
        let root = root.ok_or_else(|| wrong("shape"))?;
        let (width, word) = (shape.width, shape.word());
        let vocabulary = parts.text("pieces")?;
        let layers = (0..shape.layers).map(|index| EncoderLayer::read(&parts, &shape, index));
        Ok(Self {
            name,
            root,
            pieces: parts.table("pieces.vectors", vocabulary.split('\n').count(), width)?,
            vocabulary: vocabulary.to_owned(),
            positions: parts.table("positions", shape.positions, width)?,
            shapes: parts.table("shapes", shape.shapes, width)?,
            norm: parts.norm("embedding.norm", width)?,
            layers: layers.collect::<Result<_, _>>()?,
            mix: parts.numbers("mix", shape.layers + 1)?,
            word_shapes: parts.numbers("word.shapes", shape.shapes * shape.shape_width)?,
            projections: parts.side_by_side(
                word,
                &[
                    ("tag", shape.tag, true),
                    ("dependent", shape.arc, true),
                    ("head", shape.arc, true),
                    ("name", shape.name, true),
                    ("relation.dependent", shape.relation, true),
                    ("relation.head", shape.relation, false),
                ],
            )?,
            tags: parts.side_by_side(
                shape.tag,
                &[
                    ("upos", shape.upos.len(), true),
                    ("xpos", shape.xpos.len(), true),
                ],
            )?,
            arcs: parts.linear("arc", shape.arc, shape.arc)?,
            relations: parts.linear("relation", shape.relation, shape.deprel.len())?,
            names: parts.linear("names", shape.name, shape.names.len())?,
            columns: shape.columns(),
            shape,
        })
    }

    /// Kind, version and checksum of the model.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Sizes and names.
    pub(crate) fn shape(&self) -> &EncoderShape {
        &self.shape
    }

    /// Which of the relations is that of the root.
    pub(crate) fn root(&self) -> usize {
        self.root
    }

    /// The pieces in the order of their numbers, one a line.
    pub(crate) fn vocabulary(&self) -> &str {
        &self.vocabulary
    }

    /// Runs the network: for each place of the batch `width` numbers.
    pub(crate) fn encode(&self, batch: &PieceBatch, scratch: &mut EncoderScratch) -> Vec<f32> {
        let mut vectors = vec![0.0; batch.firsts.len() * self.shape.width];
        self.embed(batch, &mut scratch.states);
        let mut places = batch.firsts.as_slice();
        let every: Vec<usize> = (0..places.len()).collect();
        self.mix(0, places, &scratch.states, &mut vectors);
        for (index, layer) in self.layers.iter().enumerate() {
            layer.attend(&self.shape, &batch.sequences, scratch);
            if index + 1 == self.layers.len() {
                // Of the last states only those of the places are used.
                gather(&mut scratch.states, self.shape.width, places);
                gather(&mut scratch.mixed, self.shape.width, places);
                places = &every;
            }
            layer.transform(&self.shape, scratch);
            self.mix(index + 1, places, &scratch.states, &mut vectors);
        }
        vectors
    }

    /// The states of all pieces before the first layer.
    fn embed(&self, batch: &PieceBatch, states: &mut Vec<f32>) {
        let width = self.shape.width;
        let mut weights = vec![0; width];
        states.clear();
        states.resize(batch.pieces.len() * width, 0.0);
        for sequence in &batch.sequences {
            for (position, at) in sequence.clone().enumerate() {
                let row = &mut states[at * width..][..width];
                self.pieces
                    .add(batch.pieces[at] as usize, &mut weights, row);
                self.positions.add(position, &mut weights, row);
                let shape = usize::from(batch.shapes[at]);
                self.shapes.add(shape, &mut weights, row);
            }
        }
        layer_norm(states, &self.norm.weight, &self.norm.bias);
    }

    /// Adds the weighted states after `layer` layers to the vectors of the places.
    fn mix(&self, layer: usize, places: &[usize], states: &[f32], vectors: &mut [f32]) {
        let width = self.shape.width;
        let share = self.mix[layer];
        for (vector, &place) in vectors.chunks_exact_mut(width).zip(places) {
            let state = &states[place * width..][..width];
            for (sum, value) in vector.iter_mut().zip(state) {
                *sum += share * value;
            }
        }
    }
}

impl EncoderLayer {
    fn read(
        parts: &ModelParts<'_>,
        shape: &EncoderShape,
        index: usize,
    ) -> Result<Self, ModelError> {
        let (width, inner) = (shape.width, shape.inner);
        let name = |part: &str| format!("layer.{index}.{part}");
        Ok(Self {
            qkv: parts.linear(&name("qkv"), width, 3 * width)?,
            output: parts.linear(&name("output"), width, width)?,
            norm1: parts.norm(&name("norm1"), width)?,
            inner: parts.linear(&name("inner"), width, inner)?,
            outer: parts.linear(&name("outer"), inner, width)?,
            norm2: parts.norm(&name("norm2"), width)?,
        })
    }

    /// The attention of each piece over its sentence, into `mixed`.
    fn attend(
        &self,
        shape: &EncoderShape,
        sequences: &[Range<usize>],
        scratch: &mut EncoderScratch,
    ) {
        let width = shape.width;
        self.qkv
            .apply(&scratch.states, &mut scratch.codes, &mut scratch.wide);
        scratch.mixed.resize(scratch.states.len(), 0.0);
        for sequence in sequences {
            attention(
                &scratch.wide[sequence.start * 3 * width..sequence.end * 3 * width],
                width,
                &mut scratch.attention,
                &mut scratch.mixed[sequence.start * width..sequence.end * width],
            );
        }
    }

    /// The states after the layer, of those before it and what attention gave.
    fn transform(&self, shape: &EncoderShape, scratch: &mut EncoderScratch) {
        let EncoderScratch {
            codes,
            states,
            wide,
            mixed,
            added,
            ..
        } = scratch;
        let size = BLOCK * shape.width;
        for (states, mixed) in states.chunks_mut(size).zip(mixed.chunks(size)) {
            self.output.apply(mixed, codes, added);
            add_layer_norm(states, added, &self.norm1.weight, &self.norm1.bias);
            self.inner.apply(states, codes, wide);
            gelu(wide);
            self.outer.apply(wide, codes, added);
            add_layer_norm(states, added, &self.norm2.weight, &self.norm2.bias);
        }
    }
}

/// Leaves only the rows of `width` numbers at `places`, which ascend.
fn gather(rows: &mut Vec<f32>, width: usize, places: &[usize]) {
    for (index, &place) in places.iter().enumerate() {
        rows.copy_within(place * width..(place + 1) * width, index * width);
    }
    rows.truncate(places.len() * width);
}
