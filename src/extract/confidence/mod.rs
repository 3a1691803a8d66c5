//! How sure a statement is, and each edge that it puts into the graph: the probability that it says what the text says.
//!
//! In: a statement as an extractor found it, its sentence, and how sure the engine is of the tree; for an edge also who says
//! it. Out: numbers between 0 and 1, estimated by two logistic regressions: each feature of a [statement](feature) counts with
//! the weight that `data/confidence/statements.tsv` gives it, each of an [edge](edge_feature) with that of
//! `data/confidence/edges.tsv`. `docs/statements.md` describes how the weights were found and how far the numbers can be
//! trusted.

mod doubt;
mod edge_feature;
mod estimate;
mod feature;

pub(crate) use doubt::Doubts;
pub(crate) use estimate::{fill, fill_edges};
pub(crate) use feature::features;
