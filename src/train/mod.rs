//! Learning the weights in `data/models` from treebanks: readers, learners and evaluation.

pub mod names;
