//! Further participants and circumstances of a statement.

use crate::extract::time::TimeValue;
use crate::lexicon::ArgumentRole;

use super::Phrase;

/// A further participant or circumstance of a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    /// The preposition or conjunction before it, as written; empty if there is none.
    pub marker: String,
    /// The token of the marker's first word, if it has one.
    pub marker_tokens: Vec<usize>,
    /// The words without the marker.
    pub phrase: Phrase,
    /// What it tells.
    pub role: ArgumentRole,
    /// Which time it names, if it is one that can be told.
    pub time: Option<TimeValue>,
}
