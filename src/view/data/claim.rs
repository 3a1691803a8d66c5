//! Claims of the page, with their evidence.

use serde::Serialize;

use crate::export::Style;
use crate::extract::{Polarity, StatementKind};
use crate::graph::Graph;
use crate::merge::{Claim, Id};
use crate::trace::{self, MarkRole};

use super::marks::PageMark;
use super::numbers::Numbers;

#[derive(Serialize)]
pub(super) struct PageClaim {
    id: String,
    source: usize,
    target: usize,
    label: String,
    predicate: String,
    negative: bool,
    modality: &'static str,
    stance: &'static str,
    style: &'static str,
    /// Whether it only says that the source belongs to the target.
    belonging: bool,
    weight: f64,
    /// The number of documents, near-duplicates counted once.
    independent: usize,
    evidence: Vec<PageEvidence>,
}

#[derive(Serialize)]
pub(super) struct PageEvidence {
    sentence: usize,
    marks: Vec<PageMark>,
    label: String,
    /// The attributions, outermost first.
    by: Vec<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    denied: Vec<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    inferred: String,
    /// The time as `graph.json` writes it, and its first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<(String, Option<String>)>,
    sure: f64,
}

pub(super) fn claim(graph: &Graph, claim: &Claim, numbers: &Numbers<'_>) -> Option<PageClaim> {
    let stance = graph.stance(claim);
    let evidence = trace::of_claim(graph, claim)
        .into_iter()
        .filter_map(|step| {
            let attributions = |ids: &[Id]| {
                ids.iter()
                    .filter_map(|id| numbers.attributions.get(id).copied())
                    .collect()
            };
            let role = |role: MarkRole| match role {
                MarkRole::Source => "source",
                MarkRole::Relation => "relation",
                MarkRole::Target => "target",
            };
            let text = &step.sentence.text;
            let units = |byte: usize| text[..byte].encode_utf16().count();
            let marks = step.marks().into_iter();
            Some(PageEvidence {
                sentence: numbers.sentences.get(&step.sentence.id).copied()?,
                marks: marks
                    .map(|(span, of)| (role(of), units(span.start), units(span.end)))
                    .collect(),
                label: step.evidence.label.to_string(),
                by: attributions(&step.evidence.attribution),
                denied: attributions(&step.evidence.denied_by),
                event: step.evidence.event.as_ref().map(ToString::to_string),
                inferred: step.evidence.inferred.to_string(),
                when: step.evidence.time.as_ref().map(|time| {
                    let first = time.first.as_ref().or(time.last.as_ref());
                    (time.value.to_string(), first.map(ToString::to_string))
                }),
                sure: f64::from(step.evidence.confidence) / 1000.0,
            })
        });
    Some(PageClaim {
        id: claim.id.to_string(),
        source: numbers.actors.get(&claim.source).copied()?,
        target: numbers.actors.get(&claim.target).copied()?,
        label: claim.label().to_owned(),
        predicate: claim.predicate.to_string(),
        negative: claim.polarity == Polarity::Negative,
        modality: claim.modality.as_str(),
        stance: stance.as_str(),
        style: Style::of(stance).as_str(),
        belonging: (claim.evidence.iter())
            .all(|evidence| evidence.extractor == StatementKind::Membership),
        weight: (graph.claim_importance(claim) * 1000.0).round() / 1000.0,
        independent: graph.support(&claim.evidence).independent,
        evidence: evidence.collect(),
    })
}
