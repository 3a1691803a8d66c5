//! The outside forms of everything; one file a format, and [`record`] for the public record types.
//!
//! In: annotated and extracted documents, and graphs. Out: bytes. Offsets become code points here and nowhere else.

pub mod conllu;
pub mod record;
pub mod tsv;
