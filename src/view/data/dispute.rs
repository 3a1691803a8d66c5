//! Disputes of the page.

use serde::Serialize;

use crate::graph::DisputeReason;
use crate::query::{ResolvedDispute, ResolvedSide};

use super::marks::{PageMark, marks};
use super::numbers::Numbers;

/// A denial and what it contradicts.
#[derive(Serialize)]
pub(super) struct PageDispute {
    denied: PageSide,
    asserted: Vec<PageSide>,
    claims: Vec<usize>,
}

/// A side of a dispute; the author's has no attribution.
#[derive(Serialize)]
struct PageSide {
    #[serde(skip_serializing_if = "Option::is_none")]
    attribution: Option<usize>,
    sentence: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<PageMark>,
    /// Why the denial is linked with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

pub(super) fn dispute(dispute: &ResolvedDispute<'_>, numbers: &Numbers<'_>) -> Option<PageDispute> {
    let asserted = dispute.asserted.iter();
    let claims = dispute.dispute.claims.iter();
    Some(PageDispute {
        denied: side(&dispute.denied, None, numbers)?,
        asserted: asserted
            .filter_map(|(asserted, reason)| side(asserted, Some(reason), numbers))
            .collect(),
        claims: claims
            .filter_map(|id| numbers.claims.get(id).copied())
            .collect(),
    })
}

fn side(
    side: &ResolvedSide<'_>,
    reason: Option<&DisputeReason>,
    numbers: &Numbers<'_>,
) -> Option<PageSide> {
    let id = side.side.attribution.as_ref();
    let attribution = id.and_then(|id| numbers.attributions.get(id).copied());
    Some(PageSide {
        attribution,
        sentence: numbers.sentences.get(&side.sentence.id).copied()?,
        marks: match attribution {
            Some(_) => Vec::new(),
            None => marks(side.sentence, &[("content", &side.side.words)]),
        },
        reason: reason.map(DisputeReason::as_str),
    })
}
