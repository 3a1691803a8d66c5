//! A dispute, its sides, and why they are linked.

use std::collections::BTreeSet;

use smol_str::SmolStr;

use crate::merge::Id;
use crate::text::{Chars, Span};

/// A denial, and what it contradicts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dispute {
    /// Hash of the denial.
    pub id: Id,
    /// Who denies it, or states the opposite.
    pub denied: DisputeSide,
    /// Who asserts it, and why the two are linked; never empty.
    pub asserted: Vec<(DisputeSide, DisputeReason)>,
    /// The claims that are disputed.
    pub claims: BTreeSet<Id>,
}

/// One side of a dispute, as one sentence gives it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct DisputeSide {
    /// The document.
    pub document: Id,
    /// The sentence; that of the cue if somebody is quoted.
    pub sentence: Id,
    /// The spans of the disputed words.
    pub words: Vec<Span<Chars>>,
    /// The attribution; `None` for the author.
    pub attribution: Option<Id>,
}

/// Why two sentences are linked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DisputeReason {
    /// The denial refers to these words.
    Answer,
    /// Both make this claim, in its positive form.
    Claim(Id),
    /// Both mention these actors and share these words.
    Content {
        /// The actors that both contents mention.
        actors: Vec<Id>,
        /// The lemmas that both contents share.
        words: Vec<SmolStr>,
    },
}

impl DisputeReason {
    /// The name in outputs.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Claim(_) => "claim",
            Self::Content { .. } => "content",
        }
    }
}
