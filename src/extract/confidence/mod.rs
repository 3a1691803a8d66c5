//! How sure a statement is: the probability that it says what the text says.
//!
//! In: a statement as an extractor found it, its sentence, and how sure the engine is of the tree. Out: a number between 0 and
//! 1, estimated by a logistic regression: each [feature](feature) counts with the weight that `data/confidence/statements.tsv`
//! gives it. `docs/statements.md` tells how the weights were found and how far the numbers can be trusted.

mod doubt;
mod estimate;
mod feature;

pub(crate) use doubt::Doubts;
pub(crate) use estimate::fill;
pub(crate) use feature::features;
