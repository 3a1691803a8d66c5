//! Traces claims to their source sentences, with the exact words marked.
//!
//! In: a [`Graph`](crate::graph::Graph) and two actors, an edge, a claim, or an actor. Out: [`TraceStep`]s, each one
//! sentence with the spans of source, relation and target, and the speakers that it is attributed to. Read [`between`]
//! first.

mod step;

pub use step::{ChainSpeaker, MarkRole, TraceStep, between, of_actor, of_claim, of_edge};
