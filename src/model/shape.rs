//! The sizes of the network and the order of its weights.

use serde::{Deserialize, Serialize};

/// How many classes of distance between two words the network distinguishes: nine to each side, and the root.
pub(crate) const DISTANCES: usize = 19;

/// The sizes of a [`Network`](super::Network) and the names of what it predicts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FastShape {
    /// Numbers for each spelling.
    pub(crate) embedding: usize,
    /// Numbers for each word inside the network.
    pub(crate) width: usize,
    /// Recurrent layers.
    pub(crate) layers: usize,
    /// Numbers by which a word and a possible head are compared.
    pub(crate) arc: usize,
    /// Hidden numbers from which the relation is predicted.
    pub(crate) label: usize,
    /// Universal parts of speech.
    pub(crate) upos: Vec<String>,
    /// Treebank parts of speech.
    pub(crate) xpos: Vec<String>,
    /// Dependency relations; the first is `root`.
    pub(crate) deprel: Vec<String>,
}

/// Where each kind of projection of a word begins in the row of all its projections.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FastColumns {
    /// The comparison as a dependent begins at 0.
    pub(crate) arc_head: usize,
    pub(crate) label_dependent: usize,
    pub(crate) label_head: usize,
    pub(crate) distance: usize,
    pub(crate) upos: usize,
    pub(crate) xpos: usize,
    pub(crate) total: usize,
}

/// A matrix or, with one row, a vector of weights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tensor {
    pub(crate) name: String,
    pub(crate) rows: usize,
    pub(crate) columns: usize,
    /// Where it begins among all weights.
    pub(crate) start: usize,
}

impl Tensor {
    /// Where it starts among all weights.
    #[cfg(feature = "train")]
    pub(crate) fn range(&self) -> std::ops::Range<usize> {
        self.start..self.start + self.rows * self.columns
    }
}

impl FastShape {
    /// The order of the projections of a word.
    pub(crate) fn columns(&self) -> FastColumns {
        let arc_head = self.arc;
        let label_dependent = arc_head + self.arc;
        let label_head = label_dependent + self.label;
        let distance = label_head + self.label;
        let upos = distance + DISTANCES;
        let xpos = upos + self.upos.len();
        FastColumns {
            arc_head,
            label_dependent,
            label_head,
            distance,
            upos,
            xpos,
            total: xpos + self.xpos.len(),
        }
    }

    /// All weights but the embeddings, in the order in which they are stored.
    pub(crate) fn tensors(&self) -> Vec<Tensor> {
        let mut sizes = vec![
            ("window".to_owned(), 3 * self.embedding, self.width),
            ("window.bias".to_owned(), 1, self.width),
        ];
        for layer in 0..self.layers {
            sizes.push((format!("layer{layer}"), self.width, 3 * self.width));
            sizes.push((format!("layer{layer}.bias"), 1, 3 * self.width));
        }
        let total = self.columns().total;
        let relations = self.deprel.len();
        sizes.extend([
            ("projections".to_owned(), self.width, total),
            ("projections.bias".to_owned(), 1, total),
            ("arcs".to_owned(), self.arc, self.arc),
            ("arcs.bias".to_owned(), 1, self.arc),
            ("label.distance".to_owned(), DISTANCES, self.label),
            ("relations".to_owned(), self.label, relations),
            ("relations.bias".to_owned(), 1, relations),
        ]);
        let mut start = 0;
        let place = |(name, rows, columns): (String, usize, usize)| {
            let tensor = Tensor {
                name,
                rows,
                columns,
                start,
            };
            start += rows * columns;
            tensor
        };
        sizes.into_iter().map(place).collect()
    }
}

/// The class of distance of a head at place `head` from a dependent at place `dependent`; the root is at place 0.
pub(crate) fn distance(dependent: usize, head: usize) -> usize {
    if head == 0 {
        return DISTANCES - 1;
    }
    let class = match dependent.abs_diff(head) {
        0 | 1 => 0,
        2 => 1,
        3 => 2,
        4 => 3,
        5..=6 => 4,
        7..=9 => 5,
        10..=14 => 6,
        15..=24 => 7,
        _ => 8,
    };
    if head < dependent { class } else { 9 + class }
}
