//! The trees of a document, before anything is read off them.
//!
//! In: parsed sentences with tags, lemmas and names. Out: the same sentences with the arcs mended that parsers often get
//! wrong, and a [`MendedArc`] for each arc that was replaced. This is the only place where trees change after parsing:
//! mentions, coreference, statements and attributions all read the trees that leave here.
//!
//! Trees that came with the input are kept; of those only circles are opened ([`open_circles`]), since later stages rely
//! on a tree. Each rule mends one kind of error and leaves other trees alone: `clause` has the rules on verbs and their
//! arguments, `speech` those on the clauses of speakers, `name` those on names that the tree cuts in two. Read
//! [`mend_trees`] first.

mod circle;
mod clause;
mod name;
#[cfg(test)]
mod sample;
mod speech;
mod tree;
mod work;

pub(super) use circle::open_circles;
pub use tree::MendedArc;
pub(super) use tree::mend_trees;
