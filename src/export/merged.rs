//! Edges with all that stands behind them: the record that answers and exports share.

use serde::Serialize;

use crate::graph::{Graph, MergedEdge};
use crate::lexicon::EventType;
use crate::merge::Id;
use crate::trace;

/// An edge, as `actant ask --format json` and others print it.
#[derive(Debug, Serialize)]
pub struct MergedRecord<'g> {
    /// What `actant trace` takes.
    pub id: String,
    /// Who does it.
    pub source: NodeRecord<'g>,
    /// One key for all ways to say the same.
    pub predicate: &'g str,
    /// The label that most of the evidence has.
    pub label: &'g str,
    /// Whom or what it is done to.
    pub target: NodeRecord<'g>,
    /// `positive` or `negative`.
    pub polarity: &'static str,
    /// How far it can be taken for a fact.
    pub stance: &'static str,
    /// The modalities of its claims.
    pub modalities: Vec<&'static str>,
    /// The type of political event.
    pub event: Option<&'g str>,
    /// The class of political events that the type belongs to.
    pub quad: Option<&'static str>,
    /// By what means it is done.
    pub mode: Option<&'g str>,
    /// The rules that inferred it, if no words state it outright.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inferred: Vec<&'g str>,
    /// The predicates that a relation of the user's took the place of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mapped_from: Vec<&'g str>,
    /// How many statements make it.
    pub statements: usize,
    /// In how many documents.
    pub documents: usize,
    /// How many documents are left if those that repeat each other's text count once.
    pub independent_documents: usize,
    /// Who says so where it is not the author.
    pub speakers: Vec<NodeRecord<'g>>,
    /// Whether any document says so in its own voice.
    pub by_author: bool,
    /// The first day of publication.
    pub first_published: Option<&'g str>,
    /// The last day of publication.
    pub last_published: Option<&'g str>,
    /// What the evidence weighs, in units of one sure sentence; repeated documents count once.
    pub weight: f64,
    /// The claims that it merges.
    pub claims: Vec<&'g str>,
    /// Where the sentences stand.
    pub places: Vec<String>,
}

/// An actor at the end of an edge, or a speaker.
#[derive(Debug, Serialize)]
pub struct NodeRecord<'g> {
    /// Its id.
    pub id: &'g str,
    /// Its name, with its owner where the name alone does not tell.
    pub name: String,
    /// Its type; `thing` of what is no actor.
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
