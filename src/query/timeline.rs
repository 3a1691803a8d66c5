//! What is said, day by day.

use crate::graph::{Graph, MergedEdge};
use crate::merge::Id;

use super::Filter;
use super::answer::edges;

/// What one day's documents say of a pair of actors.
#[derive(Debug, Clone)]
pub struct Moment<'g> {
    /// The day of publication; `None` of documents without a date.
    pub date: Option<&'g str>,
    /// The edge, with the evidence of that day alone.
    pub edge: MergedEdge<'g>,
}

/// The edges that evidence which fits makes, by day of publication, undated ones last; if `about` names actors, only
/// edges of theirs or of those that belong to them.
pub fn timeline<'g>(graph: &'g Graph, about: &[Id], filter: &Filter) -> Vec<Moment<'g>> {
    let is_about = |id: &Id| about.iter().any(|about| graph.belongs_to(id, about));
    let mut moments: Vec<Moment<'g>> = Vec::new();
    for edge in edges(graph, filter) {
        if !about.is_empty() && !is_about(edge.source) && !is_about(edge.target) {
            continue;
        }
        moments.extend(days(graph, &edge));
    }
    moments.sort_by(|a, b| {
        let key = |moment: &Moment<'g>| (moment.date.is_none(), moment.date);
        (key(a), &a.edge.id).cmp(&(key(b), &b.edge.id))
    });
    moments
}

/// The edge for each day on which there is evidence of it.
fn days<'g>(graph: &'g Graph, edge: &MergedEdge<'g>) -> Vec<Moment<'g>> {
    let date = |document: &Id| -> Option<&'g str> {
        let document = graph.corpus().document(document);
        document.and_then(|document| document.date.as_deref())
    };
    let mut dates: Vec<Option<&str>> = (edge.evidence.iter())
        .map(|(_, evidence)| date(&evidence.document))
        .collect();
    dates.sort_unstable();
    dates.dedup();
    let moment = |day: Option<&'g str>| {
        let mut edge = edge.clone();
        (edge.evidence).retain(|(_, evidence)| date(&evidence.document) == day);
        Moment { date: day, edge }
    };
    dates.into_iter().map(moment).collect()
}
