//! The sizes of the encoder and the names of what it predicts.

use crate::model::attention::HEAD;
use serde::{Deserialize, Serialize};

/// The relation of the root.
const ROOT: &str = "root";
/// No size in a model is larger, so that sums and products of sizes are in range.
const MOST: usize = 1 << 16;

/// The sizes of an [`Encoder`](super::Encoder) and the names of what it predicts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EncoderShape {
    /// Numbers for each piece inside the network.
    pub(crate) width: usize,
    /// Layers of attention.
    pub(crate) layers: usize,
    /// Heads of attention in each layer.
    pub(crate) heads: usize,
    /// Numbers for each piece in the middle of a layer.
    pub(crate) inner: usize,
    /// Pieces that a sentence may have, with those before and after it.
    pub(crate) positions: usize,
    /// Classes of capitals.
    pub(crate) shapes: usize,
    /// Numbers for each class of capitals that are added to each word.
    pub(crate) shape_width: usize,
    /// Numbers from which tags are predicted.
    pub(crate) tag: usize,
    /// Numbers by which a word and a possible head are compared.
    pub(crate) arc: usize,
    /// Numbers from which the relation is predicted.
    pub(crate) relation: usize,
    /// Numbers from which names are predicted.
    pub(crate) name: usize,
    /// Pieces of a word that are looked at.
    pub(crate) pieces_per_word: usize,
    /// Universal parts of speech.
    pub(crate) upos: Vec<String>,
    /// Treebank parts of speech.
    pub(crate) xpos: Vec<String>,
    /// Dependency relations.
    pub(crate) deprel: Vec<String>,
    /// Tags of names: `O`, `B-PERSON`, `I-PERSON`, ….
    pub(crate) names: Vec<String>,
}

/// Where each kind of projection of a word begins in the row of all its projections.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EncoderColumns {
    /// What tags are predicted from begins at 0.
    pub(crate) dependent: usize,
    pub(crate) head: usize,
    pub(crate) name: usize,
    /// Everything before this is not linear.
    pub(crate) relation_dependent: usize,
    pub(crate) relation_head: usize,
    pub(crate) total: usize,
}

impl EncoderShape {
    /// Whether a network can have these sizes.
    pub(super) fn is_sound(&self) -> bool {
        let columns = [
            self.width,
            self.inner,
            self.word(),
            self.tag,
            self.arc,
            self.relation,
            self.name,
        ];
        let names = [&self.upos, &self.xpos, &self.names];
        let counts = [self.layers, self.heads, self.pieces_per_word, self.shapes];
        let sizes = columns.iter().chain(&counts).chain([&self.positions]);
        columns.iter().all(|columns| columns % 32 == 0)
            && names.iter().all(|names| !names.is_empty())
            && sizes.clone().all(|&size| 0 < size && size <= MOST)
            && self.width == self.heads * HEAD
            && self.positions >= 2 + self.pieces_per_word
            && self.root().is_some_and(|_| self.deprel.len() > 1)
    }

    /// Which of the relations is that of the root.
    pub(crate) fn root(&self) -> Option<usize> {
        self.deprel.iter().position(|relation| relation == ROOT)
    }

    /// Numbers for each word.
    pub(crate) fn word(&self) -> usize {
        self.width.saturating_add(self.shape_width)
    }

    /// The order of the projections of a word.
    pub(crate) fn columns(&self) -> EncoderColumns {
        let dependent = self.tag;
        let head = dependent + self.arc;
        let name = head + self.arc;
        let relation_dependent = name + self.name;
        let relation_head = relation_dependent + self.relation;
        EncoderColumns {
            dependent,
            head,
            name,
            relation_dependent,
            relation_head,
            total: relation_head + self.relation,
        }
    }
}
