//! An attribution: who is the source of which words.

use crate::text::Span;

use super::Phrase;

/// Somebody's statement, belief, intention or demand, as the text reports it.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Who says it; `None` where the text names nobody (`is said to`).
    pub source: Option<Phrase>,
    /// The words that make it an attribution: `has repeatedly said`, `according to`.
    pub cue: Phrase,
    /// What is said, in stretches of the text, ascending; quotation marks included.
    pub content: Vec<Span>,
    /// Direct, indirect or mixed.
    pub mode: AttributionMode,
    /// Whether the source rejects the content instead of standing by it: `denied that …`.
    pub denies: bool,
}

/// How the content of an [`Attribution`] is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttributionMode {
    /// Wholly in quotation marks.
    Direct,
    /// Wholly outside quotation marks.
    Indirect,
    /// Partly in quotation marks.
    Mixed,
}

impl AttributionMode {
    /// The name in every output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}
