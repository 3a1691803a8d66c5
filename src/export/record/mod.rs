//! The public record types: what `actant annotate` and `actant extract --format jsonl` print.
//!
//! Offsets are code points of the document's `text`, `end` exclusive. Fields may be added; the meaning of those that
//! are here does not change.

mod attribution;
mod document;
mod recorder;
mod statement;

pub(super) use attribution::AttributionRecord;
pub use document::DocumentRecord;
pub(super) use document::{MentionRecord, TokenRecord};
pub use recorder::Recorder;
pub(super) use recorder::SpanRecord;
pub use statement::{PhraseRecord, StatementLine, StatementRecord};
