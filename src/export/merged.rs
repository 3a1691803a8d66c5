//! The record of merged edges, which answers and exports share.

use serde::Serialize;

use crate::graph::{Graph, MergedEdge};
use crate::lexicon::EventType;
use crate::merge::Id;
use crate::trace;

/// A merged edge, as `actant ask --format json` and others print it.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct MergedRecord<'g> {
    /// The id, for `actant trace`.
    pub id: String,
    /// The node at its start.
    pub source: NodeRecord<'g>,
    /// The normalised predicate.
    pub predicate: &'g str,
    /// The most frequent label of the evidence.
    pub label: &'g str,
    /// The node at its end.
    pub target: NodeRecord<'g>,
    /// `positive` or `negative`.
    pub polarity: &'static str,
    /// The factuality.
    pub stance: &'static str,
    /// The modalities of its claims.
    pub modalities: Vec<&'static str>,
    /// The type of political event.
    pub event: Option<&'g str>,
    /// The class of the event type.
    pub quad: Option<&'static str>,
    /// The mode of the event.
    pub mode: Option<&'g str>,
    /// The rules that inferred it; empty if any evidence states it outright.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inferred: Vec<&'g str>,
    /// The predicates that a user's relation replaced.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mapped_from: Vec<&'g str>,
    /// The number of statements.
    pub statements: usize,
    /// The number of documents.
    pub documents: usize,
    /// The number of documents, near-duplicates counted once.
    pub independent_documents: usize,
    /// The quoted speakers.
    pub speakers: Vec<NodeRecord<'g>>,
    /// Whether an author asserts it without attribution.
    pub by_author: bool,
    /// The first day of publication.
    pub first_published: Option<&'g str>,
    /// The last day of publication.
    pub last_published: Option<&'g str>,
    /// The sum of the confidences; near-duplicates count once.
    pub weight: f64,
    /// The claims that it consists of.
    pub claims: Vec<&'g str>,
    /// The places of the sentences.
    pub places: Vec<String>,
}

/// An actor or thing.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct NodeRecord<'g> {
    /// Its id.
    pub id: &'g str,
    /// Its name, with its owner where the name alone is ambiguous.
    pub name: String,
    /// Its type; `thing` for things.
    #[serde(rename = "type")]
    pub kind: &'static str,
}

/// The record of an edge.
pub fn merged<'g>(graph: &'g Graph, edge: &MergedEdge<'g>) -> MergedRecord<'g> {
    let support = edge.support(graph);
    let event = edge.event();
    let claims = edge.claims();
    let mut modalities: Vec<&'static str> = (claims.iter())
        .map(|claim| claim.modality.as_str())
        .collect();
    modalities.sort_unstable();
    modalities.dedup();
    let weight = graph.weight(edge.evidence.iter().map(|(_, evidence)| *evidence));
    MergedRecord {
        id: edge.id.to_string(),
        source: node(graph, edge.source),
        predicate: edge.predicate,
        label: edge.label(),
        target: node(graph, edge.target),
        polarity: edge.polarity.as_str(),
        stance: edge.stance(graph).as_str(),
        modalities,
        event,
        quad: (event.and_then(EventType::from_name)).map(|event| event.quad().as_str()),
        mode: edge.mode(),
        inferred: edge.inferred(),
        mapped_from: edge.mapped_from().into_iter().collect(),
        statements: support.statements,
        documents: support.documents,
        independent_documents: support.independent,
        speakers: (support.speakers.iter())
            .map(|speaker| node(graph, speaker))
            .collect(),
        by_author: support.by_author,
        first_published: support.first,
        last_published: support.last,
        weight: (weight * 1000.0).round() / 1000.0,
        claims: claims.iter().map(|claim| claim.id.as_str()).collect(),
        places: (trace::of_edge(graph, edge).iter())
            .map(trace::TraceStep::place)
            .collect(),
    }
}

/// The record of an actor.
pub fn node<'g>(graph: &'g Graph, id: &'g Id) -> NodeRecord<'g> {
    let actor = graph.corpus().actor(id);
    NodeRecord {
        id: id.as_str(),
        name: graph.name(id),
        kind: actor.map_or("thing", |actor| match actor.thing {
            true => "thing",
            false => actor.kind().as_str(),
        }),
    }
}
