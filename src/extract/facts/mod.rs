//! Statements in flat forms: facts of surface words, and variants of statements.
//!
//! In: an [`Extracted`](super::Extracted) document. Out: [`Fact`]s and [`Variant`]s. Nothing of this goes into the graph.

mod collect;
mod fact;
mod member;
mod variant;
mod write;

pub use collect::{all_facts, facts};
pub use fact::Fact;
pub use variant::{Variant, VariantKind, variants};
