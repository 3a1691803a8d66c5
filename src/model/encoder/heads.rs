//! What the encoder predicts of its words: tags, heads, relations, names.

use std::ops::Range;

use crate::model::element::leaky;
use crate::model::integer::QuantisedRows;
use crate::model::kernel::{Matrix, softmax_at};
use crate::model::network::best;

use super::{Encoder, PieceBatch};

/// The projections of every place of a batch.
#[derive(Debug, Clone, Default)]
pub(crate) struct Projected {
    rows: Vec<f32>,
    total: usize,
}

impl Projected {
    fn part(&self, place: usize, columns: Range<usize>) -> &[f32] {
        &self.rows[place * self.total..][columns]
    }

    /// The same columns of several places, one below the other.
    fn parts(&self, places: Range<usize>, columns: &Range<usize>) -> Vec<f32> {
        let rows = places.flat_map(|place| self.part(place, columns.clone()));
        rows.copied().collect()
    }

    fn places(&self) -> Range<usize> {
        0..self.rows.len() / self.total.max(1)
    }
}

impl Encoder {
    /// Projects the vectors of all places of the batch.
    pub(crate) fn project(&self, vectors: &[f32], batch: &PieceBatch) -> Projected {
        let (width, extra) = (self.shape.width, self.shape.shape_width);
        let mut words = Vec::with_capacity(batch.firsts.len() * self.shape.word());
        for (vector, &first) in vectors.chunks_exact(width).zip(&batch.firsts) {
            let shape = usize::from(batch.shapes[first]).min(self.shape.shapes - 1);
            words.extend_from_slice(vector);
            words.extend_from_slice(&self.word_shapes[shape * extra..][..extra]);
        }
        let mut projected = Projected {
            rows: Vec::new(),
            total: self.columns.total,
        };
        let mut codes = QuantisedRows::default();
        self.projections
            .apply(&words, &mut codes, &mut projected.rows);
        for row in projected.rows.chunks_exact_mut(projected.total) {
            leaky(&mut row[..self.columns.relation_dependent]);
        }
        projected
    }

    /// The universal and the treebank part of speech of every place, as indices into the names.
    pub(crate) fn tags(&self, projected: &Projected) -> Vec<(usize, usize)> {
        let hidden = projected.parts(projected.places(), &(0..self.columns.dependent));
        let mut scores = Vec::new();
        self.tags
            .apply(&hidden, &mut QuantisedRows::default(), &mut scores);
        let upos = self.shape.upos.len();
        let rows = scores.chunks_exact(upos + self.shape.xpos.len());
        rows.map(|row| (best(&row[..upos]), best(&row[upos..])))
            .collect()
    }

    /// The scores of all tags of names for every place, row by row.
    pub(crate) fn names(&self, projected: &Projected) -> Vec<f32> {
        let columns = self.columns.name..self.columns.relation_dependent;
        let hidden = projected.parts(projected.places(), &columns);
        let mut scores = Vec::new();
        self.names
            .apply(&hidden, &mut QuantisedRows::default(), &mut scores);
        scores
    }

    /// The query of every place for its head, for [`arcs`](Self::arcs).
    pub(crate) fn queries(&self, projected: &Projected) -> Vec<f32> {
        let columns = self.columns.dependent..self.columns.head;
        let hidden = projected.parts(projected.places(), &columns);
        let mut queries = Vec::new();
        self.arcs
            .apply(&hidden, &mut QuantisedRows::default(), &mut queries);
        queries
    }

    /// How well each place of a sentence fits as the head of each: for every place, the root included, a row of scores of
    /// all places.
    pub(crate) fn arcs(
        &self,
        projected: &Projected,
        queries: &[f32],
        places: &Range<usize>,
    ) -> Vec<f32> {
        let (size, count) = (self.shape.arc, places.len());
        let heads = projected.parts(places.clone(), &(self.columns.head..self.columns.name));
        let queries = &queries[places.start * size..places.end * size];
        let mut scores = vec![0.0; count * count];
        Matrix::transposed(size, count, &heads).multiply_add(queries, &mut scores);
        scores
    }

    /// The relations of dependents to their heads, as indices into the names, that of the root left out, with their
    /// probabilities; `arcs` are places of the batch.
    pub(crate) fn relations(
        &self,
        projected: &Projected,
        arcs: &[(usize, usize)],
    ) -> Vec<(usize, f32)> {
        let columns = self.columns;
        let mut hidden = Vec::with_capacity(arcs.len() * self.shape.relation);
        for &(dependent, head) in arcs {
            let dependent =
                projected.part(dependent, columns.relation_dependent..columns.relation_head);
            let head = projected.part(head, columns.relation_head..columns.total);
            hidden.extend(dependent.iter().zip(head).map(|(a, b)| a + b));
        }
        leaky(&mut hidden);
        let mut scores = Vec::new();
        self.relations
            .apply(&hidden, &mut QuantisedRows::default(), &mut scores);
        let rows = scores.chunks_exact_mut(self.shape.deprel.len());
        rows.map(|row| {
            row[self.root] = f32::NEG_INFINITY;
            let best = best(row);
            (best, softmax_at(row, best))
        })
        .collect()
    }
}
