//! Nodes and edges as one JSON object, as network tools read them (`node_link_graph` of NetworkX).
//!
//! In contrast to `graph.json`, each edge contains its sentences, places and speakers. The format is for export only;
//! [`Graph::save`](crate::graph::Graph::save) stores a graph.

use serde::Serialize;

use crate::graph::{DisputeRecord, Graph, Selection, SpeakerEdge};
use crate::merge::{Actor, Claim, Id};
use crate::trace::{self, ChainSpeaker, TraceStep};

use super::{ExportFile, ExportFormat};

/// The format for graphs.
pub const FORMAT: ExportFormat = ExportFormat {
    name: "json",
    about: "Nodes and edges with their sentences, for NetworkX and D3",
    endings: &["json"],
    top: None,
    files: &[ExportFile::single(|selection, _, mut out| {
        Ok(write(selection, &mut out)?)
    })],
};

#[derive(Serialize)]
struct NetworkRecord<'g> {
    schema_version: u32,
    directed: bool,
    multigraph: bool,
    graph: NetworkSummary,
    nodes: Vec<NetworkNode<'g>>,
    edges: Vec<NetworkEdge<'g>>,
    /// Edges from speakers to the actors that they speak about.
    speaker_edges: Vec<SpeakerEdgeRecord<'g>>,
    /// The disputes about the edges.
    disputes: Vec<DisputeRecord<'g>>,
}

/// An edge from a speaker to an actor that the speaker talks about.
#[derive(Serialize)]
struct SpeakerEdgeRecord<'g> {
    source: &'g str,
    target: &'g str,
    stance: &'g str,
    attributions: Vec<&'g str>,
}

#[derive(Serialize)]
struct NetworkSummary {
    documents: usize,
    nodes_available: usize,
}

#[derive(Serialize)]
struct NetworkNode<'g> {
    id: &'g str,
    label: String,
    #[serde(rename = "type")]
    kind: &'g str,
    thing: bool,
    mentions: u32,
    importance: f64,
    aliases: Vec<&'g str>,
    titles: Vec<&'g str>,
    belongs_to: Option<&'g str>,
    known: Option<&'g str>,
}

#[derive(Serialize)]
struct NetworkEdge<'g> {
    key: &'g str,
    source: &'g str,
    target: &'g str,
    label: &'g str,
    predicate: &'g str,
    polarity: &'g str,
    modality: &'g str,
    stance: &'g str,
    event: Option<&'g str>,
    first: Option<&'g str>,
    last: Option<&'g str>,
    weight: f64,
    /// The disputes about the edge.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    disputes: Vec<&'g str>,
    evidence: Vec<StepRecord<'g>>,
}

/// A piece of evidence, in edges and in the lines of `actant trace --json`.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct StepRecord<'g> {
    document: &'g str,
    place: String,
    date: Option<&'g str>,
    sentence: &'g str,
    start: usize,
    end: usize,
    label: &'g str,
    marks: Vec<MarkRecord>,
    chain: Vec<SpeakerRecord<'g>>,
    denied_by: Vec<SpeakerRecord<'g>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<&'g str>,
    extractor: &'g str,
    #[serde(skip_serializing_if = "str::is_empty")]
    inferred: &'g str,
    confidence: f64,
}

/// Marked words, in code points of the document's text.
#[derive(Debug, Serialize)]
struct MarkRecord {
    role: &'static str,
    start: usize,
    end: usize,
}

/// A speaker in a chain of attributions, in edges and in the lines of `actant said --json`.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct SpeakerRecord<'g> {
    speaker: String,
    actor: Option<String>,
    actor_id: Option<&'g str>,
    cue: String,
}

impl<'g> SpeakerRecord<'g> {
    /// A speaker by the words of the text, with the actor that they refer to.
    pub fn new(graph: &Graph, words: String, actor: Option<&'g Id>, cue: String) -> Self {
        Self {
            speaker: words,
            actor: actor.map(|actor| graph.name(actor)),
            actor_id: actor.map(Id::as_str),
            cue,
        }
    }
}

/// Appends the selection as one JSON object and a line break.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(selection: &Selection<'_>, out: &mut impl std::io::Write) -> std::io::Result<()> {
    let graph = selection.graph;
    let network = NetworkRecord {
        schema_version: 2,
        directed: true,
        multigraph: true,
        graph: NetworkSummary {
            documents: graph.corpus().documents().len(),
            nodes_available: selection.available,
        },
        nodes: selection
            .actors
            .iter()
            .map(|actor| node(graph, actor))
            .collect(),
        edges: selection
            .claims
            .iter()
            .map(|claim| edge(graph, claim))
            .collect(),
        speaker_edges: selection.speaker_edges().iter().map(saying).collect(),
        disputes: selection.disputes().map(DisputeRecord::from).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &network)?;
    out.write_all(b"\n")
}

fn saying<'g>(edge: &SpeakerEdge<'g>) -> SpeakerEdgeRecord<'g> {
    SpeakerEdgeRecord {
        source: edge.speaker.as_str(),
        target: edge.about.as_str(),
        stance: edge.stance.verb(),
        attributions: (edge.attributions.iter())
            .map(|said| said.id.as_str())
            .collect(),
    }
}

fn node<'g>(graph: &'g Graph, actor: &'g Actor) -> NetworkNode<'g> {
    NetworkNode {
        id: actor.id.as_str(),
        label: graph.name(&actor.id),
        kind: actor.kind().as_str(),
        thing: actor.thing,
        mentions: actor.mentions(),
        importance: thousandths(graph.importance(&actor.id)),
        aliases: actor
            .aliases()
            .into_iter()
            .map(|(alias, _)| alias)
            .collect(),
        titles: actor.titles().into_iter().collect(),
        belongs_to: actor.belongs_to().map(Id::as_str),
        known: actor.known.as_deref(),
    }
}

fn edge<'g>(graph: &'g Graph, claim: &'g Claim) -> NetworkEdge<'g> {
    NetworkEdge {
        key: claim.id.as_str(),
        source: claim.source.as_str(),
        target: claim.target.as_str(),
        label: claim.label(),
        predicate: &claim.predicate,
        polarity: claim.polarity.as_str(),
        modality: claim.modality.as_str(),
        stance: graph.stance(claim).as_str(),
        event: claim.event(),
        first: claim.first(),
        last: claim.last(),
        weight: thousandths(claim.weight()),
        disputes: (graph.disputes_about(&claim.id))
            .map(|dispute| dispute.id.as_str())
            .collect(),
        evidence: trace::of_claim(graph, claim)
            .iter()
            .map(|found| step(graph, found))
            .collect(),
    }
}

/// The record of one piece of evidence.
pub fn step<'g>(graph: &'g Graph, step: &TraceStep<'g>) -> StepRecord<'g> {
    let evidence = step.evidence;
    let marks = [
        ("source", &evidence.source),
        ("relation", &evidence.relation),
        ("target", &evidence.target),
    ];
    let mark = |role, span: &crate::text::Span<crate::text::Chars>| MarkRecord {
        role,
        start: span.start,
        end: span.end,
    };
    StepRecord {
        document: &step.document.name,
        place: step.place(),
        date: step.document.date.as_deref(),
        sentence: &step.sentence.text,
        start: step.sentence.span.start,
        end: step.sentence.span.end,
        label: &evidence.label,
        marks: marks
            .into_iter()
            .flat_map(|(role, spans)| spans.iter().map(move |span| mark(role, span)))
            .collect(),
        chain: step
            .chain
            .iter()
            .map(|found| speaker(graph, found))
            .collect(),
        denied_by: step
            .denied_by
            .iter()
            .map(|found| speaker(graph, found))
            .collect(),
        time: evidence.time.as_ref().map(|time| time.value.as_str()),
        extractor: evidence.extractor.as_str(),
        inferred: &evidence.inferred,
        confidence: f64::from(evidence.confidence) / 1000.0,
    }
}

fn speaker<'g>(graph: &Graph, speaker: &ChainSpeaker<'g>) -> SpeakerRecord<'g> {
    let (words, cue) = (speaker.words.clone(), speaker.cue.clone());
    SpeakerRecord::new(graph, words, speaker.actor, cue)
}

fn thousandths(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
