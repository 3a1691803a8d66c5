//! Tags, lemmas and trees, as the shared task of CoNLL 2018 counts them.
//!
//! In: CoNLL-U. Out: the figures with the gold tokens given, and from running text. Read `measure` first; `treebank`
//! has the words of a treebank with their places, `align` pairs the words of two, `compare` counts what is right.

mod align;
mod compare;
mod measure;
mod treebank;

#[cfg(feature = "train")]
pub(crate) use compare::TreeCounts;
pub(super) use measure::file;
#[cfg(feature = "train")]
pub(crate) use treebank::Treebank;
