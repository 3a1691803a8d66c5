//! Actors and claims as a petgraph graph: build, grow, save, load, find, measure.
//!
//! In: a [`Corpus`](crate::merge::Corpus), or with [`Builder`] documents of any kind. Out: a [`Graph`], and `graph.json`, whose form `docs/graph-json.md` tells.
//!
//! Read [`Graph`] first, then [`MergedEdge`], [`Support`], [`ClaimStance`], [`Dispute`], [`Telling`] and [`Choice`].
//!
//! ```
//! use actant::graph::Graph;
//! use actant::merge::Corpus;
//!
//! let graph = Graph::build(Corpus::default());
//! let mut file = Vec::new();
//! graph.write(&mut file)?;
//! assert_eq!(Graph::read("memory", &file)?, graph);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod builder;
mod dispute;
mod dispute_record;
mod document_record;
mod file;
mod find;
#[allow(clippy::module_inception, reason = "the type is named after the stage")]
mod graph;
mod measure;
mod merged;
mod origin;
mod record;
mod selection;
mod stance;
mod support;
mod telling;
mod whole;

pub use builder::Builder;
pub use dispute::{Dispute, Reason, Side};
pub use dispute_record::DisputeRecord;
pub use file::{GraphError, SCHEMA_VERSION};
pub use find::Found;
pub use graph::Graph;
pub use merged::MergedEdge;
pub use selection::{Choice, Selection};
pub use stance::ClaimStance;
pub use support::Support;
pub use telling::Telling;
pub(crate) use whole::write_whole;
