//! Actors and claims as a petgraph graph: build, grow, save, load, find, measure.
//!
//! In: a [`Corpus`](crate::merge::Corpus), or with [`Builder`] documents of any kind. Out: a [`Graph`], and
//! `graph.json`, which `docs/graph-json.md` describes.
//!
//! Read [`Graph`] first, then [`MergedEdge`], [`EdgeSupport`], [`ClaimStance`], [`Dispute`], [`SpeakerEdge`] and
//! [`SelectionOptions`].
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

mod atomic;
mod builder;
mod dispute;
mod file;
mod find;
#[allow(clippy::module_inception, reason = "the type is named after the stage")]
mod graph;
mod measure;
mod merged;
mod origin;
mod record;
mod selection;
mod shown;
mod speaker_edge;
mod stance;
mod support;

#[cfg(feature = "cli")]
pub(crate) use atomic::write_atomically;
pub use builder::Builder;
pub use dispute::{Dispute, DisputeReason, DisputeSide};
pub use file::{GraphError, OLDEST_SCHEMA_VERSION, SCHEMA_VERSION};
pub use find::ActorMatch;
pub use graph::Graph;
pub use merged::MergedEdge;
pub use record::DisputeRecord;
pub use selection::{Selection, SelectionOptions};
pub use speaker_edge::SpeakerEdge;
pub use stance::ClaimStance;
pub use support::EdgeSupport;
