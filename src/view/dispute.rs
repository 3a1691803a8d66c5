//! Disputes as the page knows them: who denies what, and whose words that is held against.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::graph::DisputeReason;
use crate::merge::Id;
use crate::query::{ResolvedDispute, ResolvedSide};

use super::data::{Numbers, PageMark, marks};

/// A denial and what it is held against.
#[derive(Serialize)]
pub(super) struct Record {
    denied: DisputeSide,
    asserted: Vec<DisputeSide>,
    claims: Vec<usize>,
}

/// Somebody's words in a dispute; the author's have no voice.
#[derive(Serialize)]
pub(super) struct DisputeSide {
    #[serde(skip_serializing_if = "Option::is_none")]
    voice: Option<usize>,
    sentence: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<PageMark>,
    /// Why it is held against the denial.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

/// The record of a dispute, with the numbers of its claims.
pub(super) fn record(
    dispute: &ResolvedDispute<'_>,
    claims: &BTreeMap<&Id, usize>,
    numbers: &Numbers<'_>,
) -> Option<Record> {
    let record = |side: &ResolvedSide<'_>, reason: Option<&DisputeReason>| {
        let voice = (side.side.attribution.as_ref()).and_then(|id| numbers.voices.get(id).copied());
        Some(DisputeSide {
            voice,
            sentence: numbers.sentences.get(&side.sentence.id).copied()?,
            marks: match voice {
                Some(_) => Vec::new(),
                None => marks(side.sentence, &[("content", &side.side.words)]),
            },
            reason: reason.map(DisputeReason::as_str),
        })
    };
    let of = |id| claims.get(id).copied();
    Some(Record {
        denied: record(&dispute.denied, None)?,
        asserted: (dispute.asserted.iter())
            .filter_map(|(side, reason)| record(side, Some(reason)))
            .collect(),
        claims: dispute.dispute.claims.iter().filter_map(of).collect(),
    })
}
