//! Output formats: one file a format, and [`record`] for the public record types.
//!
//! In: annotated and extracted documents, and [selections](crate::graph::Selection) of graphs. Out: bytes. Offsets
//! become code points here and in [`merge`](crate::merge), and nowhere else.
//!
//! A new format for graphs is a file with a `FORMAT`, and an entry in [`FORMATS`]. Formats that need a layout are in
//! [`view`](crate::view).

mod bundle;
pub mod cleaned;
pub mod conllu;
pub mod dot;
mod dot_style;
pub mod events;
pub mod explained;
mod format;
pub mod gexf;
pub mod graphml;
pub mod json;
pub mod merged;
pub mod mermaid;
pub mod neo4j;
pub mod record;
pub mod statements;
pub mod tsv;

pub use format::{ExportError, ExportFile, ExportFormat, ExportOptions, WriteExport};

pub(crate) use bundle::{Bundle, Style, bundles};

/// The formats for graphs that need no layout; the first is the default for standard output.
pub const FORMATS: &[&ExportFormat] = &[
    &dot::FORMAT,
    &mermaid::FORMAT,
    &json::FORMAT,
    &statements::FORMAT,
    &graphml::FORMAT,
    &gexf::FORMAT,
    &neo4j::FORMAT,
    &events::FORMAT,
];
