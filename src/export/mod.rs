//! The outside forms of everything; one file a format, and [`record`] for the public record types.
//!
//! In: annotated and extracted documents, and [selections](crate::graph::Selection) of graphs. Out: bytes. Offsets
//! become code points here and in [`merge`](crate::merge), and nowhere else.

mod bundle;
pub mod cleaned;
pub mod conllu;
pub mod dot;
pub mod events;
pub mod explained;
pub mod gexf;
pub mod graphml;
pub mod json;
mod look;
pub mod merged;
pub mod mermaid;
pub mod neo4j;
pub mod record;
pub mod statements;
pub mod tsv;
mod voiced;

pub(crate) use bundle::{Bundle, Style, bundles};
