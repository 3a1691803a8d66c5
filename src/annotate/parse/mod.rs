//! The engines: networks that tag and parse in one go.
//!
//! In: sentences whose tokens are cut. Out: the same with `upos`, `xpos`, `head` and `deprel`, always a tree with one
//! root. The accurate engine cuts words into `pieces` for a transformer, which also scores names; for the fast one
//! `features` turns words into rows of embeddings. The networks in `model` score tags, heads and relations, `decode`
//! makes a tree of the scores, and `parts` cuts and joins sentences that are too long. Read `fast` first, then
//! `accurate`.

mod accurate;
pub(crate) mod decode;
mod fast;
pub(crate) mod features;
mod parts;
mod pieces;
#[cfg(test)]
mod sound;

pub use accurate::AccurateEngine;
pub use fast::FastEngine;
