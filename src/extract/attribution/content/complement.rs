//! The words that a cue governs as its content.

use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::range::TokenRange;
use crate::lexicon::Frames;
use crate::text::Deprel;

/// The content of a cue as the tree gives it.
pub(in crate::extract::attribution) struct Complement {
    /// The words, in any order.
    pub(in crate::extract::attribution) ranges: Vec<TokenRange>,
    /// The preposition that leads to the content and belongs to the cue.
    pub(in crate::extract::attribution) preposition: Option<usize>,
}

impl Complement {
    /// A content without a preposition of the cue.
    pub(in crate::extract::attribution) fn of(ranges: impl Into<Vec<TokenRange>>) -> Self {
        Self {
            ranges: ranges.into(),
            preposition: None,
        }
    }

    /// The content in a phrase or clause with a preposition of the frames: `concern about …`, `worried by …`.
    pub(in crate::extract::attribution) fn prepositional(
        context: &AttributionContext<'_>,
        phrase: usize,
        frames: &Frames,
    ) -> Option<Self> {
        let range = context.below(phrase, &[]);
        let preposition = context
            .tree
            .children_by(phrase, &[Deprel::Case, Deprel::Mark])
            .find(|&marker| frames.preposition(&context.lower(marker)))
            .filter(|&preposition| preposition < range.last)?;
        let first = range.first.max(preposition + 1);
        Some(Self {
            ranges: vec![TokenRange::new(first, range.last)],
            preposition: Some(preposition),
        })
    }
}
