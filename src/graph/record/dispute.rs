//! The record of a dispute, in `graph.json` and in `actant export --format json`.

use serde::Serialize;
use smol_str::SmolStr;

use crate::merge::Id;

use crate::graph::{Dispute, DisputeReason, DisputeSide};

/// A denial with what it contradicts.
#[derive(Debug, Serialize)]
pub struct DisputeRecord<'g> {
    id: &'g str,
    denied: SideRecord<'g>,
    asserted: Vec<AssertedRecord<'g>>,
    claims: Vec<&'g str>,
}

#[derive(Debug, Serialize)]
struct SideRecord<'g> {
    document: &'g str,
    sentence: &'g str,
    attribution: Option<&'g str>,
}

#[derive(Debug, Serialize)]
struct AssertedRecord<'g> {
    #[serde(flatten)]
    side: SideRecord<'g>,
    reason: &'g str,
    #[serde(skip_serializing_if = "Option::is_none")]
    claim: Option<&'g str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    actors: Vec<&'g str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    words: Vec<&'g str>,
}

impl<'g> From<&'g Dispute> for DisputeRecord<'g> {
    fn from(dispute: &'g Dispute) -> Self {
        let asserted = dispute.asserted.iter().map(|(asserted, reason)| {
            let (claim, actors, words) = match reason {
                DisputeReason::Answer => (None, &[][..], &[][..]),
                DisputeReason::Claim(claim) => (Some(claim.as_str()), &[][..], &[][..]),
                DisputeReason::Content { actors, words } => (None, &actors[..], &words[..]),
            };
            AssertedRecord {
                side: side(asserted),
                reason: reason.as_str(),
                claim,
                actors: actors.iter().map(Id::as_str).collect(),
                words: words.iter().map(SmolStr::as_str).collect(),
            }
        });
        Self {
            id: dispute.id.as_str(),
            denied: side(&dispute.denied),
            asserted: asserted.collect(),
            claims: dispute.claims.iter().map(Id::as_str).collect(),
        }
    }
}

fn side(side: &DisputeSide) -> SideRecord<'_> {
    SideRecord {
        document: side.document.as_str(),
        sentence: side.sentence.as_str(),
        attribution: side.attribution.as_ref().map(Id::as_str),
    }
}
