//! The records of `graph.json`; `docs/graph-json.md` describes them for readers of the file.
//!
//! Offsets are code points of the document's text, `end` exclusive. Fields marked *derived* are there for other
//! programs and are not read back: the graph computes them again.

mod actor;
mod attribution;
mod claim;
mod dispute;
mod document;
mod range;

pub(super) use actor::StoredActor;
pub(super) use attribution::StoredAttribution;
pub(super) use claim::StoredClaim;
pub use dispute::DisputeRecord;
pub(super) use document::{StoredDocument, StoredSentence};
