//! The input of the network for a document.

use crate::annotate::Annotated;
use crate::extract::attribution::draft::AttributionDraft;
use crate::extract::attribution::offsets::TokenOffsets;
use crate::lexicon::Cues;

use super::candidate::{CueCandidate, candidates};
use super::pair_features::{PAIR_FEATURES, pair_features};
use super::token_features::{FEATURES, token_features};

/// The features of a document, to which the vectors of the engine are added.
#[derive(Debug, Clone, Default)]
pub(crate) struct ScorerInput {
    /// The features of each token.
    pub(crate) tokens: Vec<[u8; FEATURES]>,
    /// The words that may be cues, each with the features of the tokens in its window.
    pub(crate) candidates: Vec<(CueCandidate, Vec<[u8; PAIR_FEATURES]>)>,
}

impl ScorerInput {
    /// The features of a document in which the rules find these drafts.
    pub(in crate::extract::attribution) fn new(
        annotated: &Annotated,
        cues: &Cues,
        offsets: &TokenOffsets<'_>,
        drafts: &[AttributionDraft],
    ) -> Self {
        let candidates = candidates(annotated, cues, offsets, drafts).into_iter();
        Self {
            tokens: token_features(annotated, cues, offsets, drafts),
            candidates: candidates
                .map(|candidate| {
                    let features = pair_features(annotated, offsets, drafts, &candidate);
                    (candidate, features)
                })
                .collect(),
        }
    }
}
