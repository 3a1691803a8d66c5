//! The outside forms of everything; one file a format, and [`record`] for the public record types.
//!
//! In: annotated and extracted documents, and [selections](crate::graph::Selection) of graphs. Out: bytes. Offsets
//! become code points here and in [`merge`](crate::merge), and nowhere else.

mod attribution;
mod bundle;
pub mod cleaned;
pub mod conllu;
pub mod dot;
mod dot_style;
pub mod events;
pub mod explained;
pub mod gexf;
pub mod graphml;
pub mod json;
pub mod merged;
pub mod mermaid;
pub mod neo4j;
pub mod record;
pub mod statements;
pub mod tsv;

pub(crate) use bundle::{Bundle, Style, bundles};
