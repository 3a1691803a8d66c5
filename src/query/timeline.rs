//! Edges by day of publication.

use crate::graph::{Graph, MergedEdge};
use crate::merge::Id;

use super::Filter;
use super::answer::edges;

/// What the documents of one day report about two actors.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct TimelineEntry<'g> {
    /// The day of publication; `None` for undated documents.
    pub date: Option<&'g str>,
    /// The edge, with the evidence of that day only.
    pub edge: MergedEdge<'g>,
}

/// The edges by day of publication, undated ones last; with `about`, only edges of these actors or their members.
pub fn timeline<'g>(graph: &'g Graph, about: &[Id], filter: &Filter) -> Vec<TimelineEntry<'g>> {
    let is_about = |id: &Id| about.iter().any(|about| graph.belongs_to(id, about));
    let mut entries: Vec<TimelineEntry<'g>> = Vec::new();
    for edge in edges(graph, filter) {
        if !about.is_empty() && !is_about(edge.source) && !is_about(edge.target) {
            continue;
        }
        entries.extend(days(graph, &edge));
    }
    entries.sort_by(|a, b| {
        let key = |entry: &TimelineEntry<'g>| (entry.date.is_none(), entry.date);
        (key(a), &a.edge.id).cmp(&(key(b), &b.edge.id))
    });
    entries
}

/// The edge once for each day with evidence.
fn days<'g>(graph: &'g Graph, edge: &MergedEdge<'g>) -> Vec<TimelineEntry<'g>> {
    let date = |document: &Id| -> Option<&'g str> {
        let document = graph.corpus().document(document);
        document.and_then(|document| document.date.as_deref())
    };
    let mut dates: Vec<Option<&str>> = (edge.evidence.iter())
        .map(|(_, evidence)| date(&evidence.document))
        .collect();
    dates.sort_unstable();
    dates.dedup();
    let entry = |day: Option<&'g str>| {
        let mut edge = edge.clone();
        (edge.evidence).retain(|(_, evidence)| date(&evidence.document) == day);
        TimelineEntry { date: day, edge }
    };
    dates.into_iter().map(entry).collect()
}
