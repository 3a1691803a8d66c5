//! Disputes as the page knows them: who denies what, and whose words that is held against.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::graph::Reason;
use crate::merge::Id;
use crate::query::{Contest, Stand};

use super::data::{Mark, Numbers, marks};

/// A denial and what it is held against.
#[derive(Serialize)]
pub(super) struct Record {
    denied: Side,
    asserted: Vec<Side>,
    claims: Vec<usize>,
}

/// Somebody's words in a dispute; the author's have no voice.
#[derive(Serialize)]
pub(super) struct Side {
    #[serde(skip_serializing_if = "Option::is_none")]
    voice: Option<usize>,
    sentence: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<Mark>,
    /// Why it is held against the denial.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

/// The record of a dispute, with the numbers of its claims.
pub(super) fn record(
    contest: &Contest<'_>,
    claims: &BTreeMap<&Id, usize>,
    numbers: &Numbers<'_>,
) -> Option<Record> {
    let side = |stand: &Stand<'_>, reason: Option<&Reason>| {
        let voice =
            (stand.side.attribution.as_ref()).and_then(|id| numbers.voices.get(id).copied());
        Some(Side {
            voice,
            sentence: numbers.sentences.get(&stand.sentence.id).copied()?,
            marks: match voice {
                Some(_) => Vec::new(),
                None => marks(stand.sentence, &[("content", &stand.side.words)]),
            },
            reason: reason.map(Reason::as_str),
        })
    };
    let of = |id| claims.get(id).copied();
    Some(Record {
        denied: side(&contest.denied, None)?,
        asserted: (contest.asserted.iter())
            .filter_map(|(stand, reason)| side(stand, Some(reason)))
            .collect(),
        claims: contest.dispute.claims.iter().filter_map(of).collect(),
    })
}
