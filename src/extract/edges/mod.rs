//! What a statement puts into the graph: from the agent to whom or what it is done, under a short label.
//!
//! In: a statement with its event type and its agent. Out: its [`Edge`](super::Edge)s. The files in the order of the work:
//! [`edges`](mod@edges) asks each construction for edges: [`mutual`], [`content`], [`argument`], [`purpose`], [`belonging`].
//! Each answers with [`candidate`]s, which the [`draft`] makes edges; [`target`] walks from a noun down to the actor behind it, a
//! [`step`] at a time, or, with no actor there, to the thing behind a [`light`] noun;
//! [`label`] words the relation between two ends, and [`end`] the ends.
//!
//! Read [`edges`](mod@edges) first.

mod among;
mod apposition;
mod argument;
mod belonging;
mod candidate;
mod content;
mod draft;
mod edge_context;
#[expect(clippy::module_inception, reason = "the folder's main function")]
mod edges;
mod end;
mod label;
mod light;
mod mutual;
mod office;
mod purpose;
mod step;
mod target;

pub(super) use edges::{edges, why_none};
