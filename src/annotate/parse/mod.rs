//! The fast engine: a small network that tags and parses in one go.
//!
//! In: sentences whose tokens are cut. Out: the same with `upos`, `xpos`, `head` and `deprel`, always a tree with one
//! root. The order of work: `features` turns words into rows of embeddings, the
//! network in `model` scores tags, heads and relations, `decode` makes a tree of the scores, and `fast` puts these
//! together. Read `fast` first.

pub(crate) mod decode;
mod fast;
pub(crate) mod features;
mod parts;
mod pieces;

pub use fast::FastEngine;
