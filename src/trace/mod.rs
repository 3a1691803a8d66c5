//! From a claim to its source sentences, the exact words marked.
//!
//! In: a [`Graph`](crate::graph::Graph) and two actors, or an edge, a claim, an actor. Out: [`TraceStep`]s, each one sentence with the places of
//! the words for doer, relation and target, and the voices through which it came. Read [`between`] first.

mod step;

pub use step::{ChainSpeaker, MarkRole, TraceStep, between, of_actor, of_claim, of_edge};
