//! The statements of a graph, one JSON object a line: each piece of evidence with its edge.

use std::io;

use serde::Serialize;

use crate::graph::{Graph, Selection};
use crate::lexicon::EventType;
use crate::trace::{self, TraceStep};

use super::json::{StepRecord, step};
use super::merged::{NodeRecord, node};
use super::{ExportFile, ExportFormat};

/// The format for graphs.
pub const FORMAT: ExportFormat = ExportFormat {
    name: "jsonl",
    about: "Statements, one JSON object a line",
    endings: &["jsonl"],
    top: None,
    files: &[ExportFile::single(|selection, _, mut out| {
        Ok(write(selection, &mut out)?)
    })],
};

#[derive(Serialize)]
struct EvidenceLine<'g> {
    edge: String,
    claim: &'g str,
    source: NodeRecord<'g>,
    predicate: &'g str,
    target: NodeRecord<'g>,
    polarity: &'static str,
    modality: &'static str,
    stance: &'static str,
    event: Option<&'g str>,
    quad: Option<&'static str>,
    mode: Option<&'g str>,
    document_id: &'g str,
    /// The origin of the document, if it is a near-duplicate of another.
    #[serde(skip_serializing_if = "Option::is_none")]
    near_duplicate_of: Option<&'g str>,
    publisher: Option<&'g str>,
    url: Option<&'g str>,
    #[serde(flatten)]
    step: StepRecord<'g>,
}

/// Writes the statements of the selection's claims, by claim, document and place.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(selection: &Selection<'_>, out: &mut impl io::Write) -> io::Result<()> {
    for claim in &selection.claims {
        for found in trace::of_claim(selection.graph, claim) {
            serde_json::to_writer(&mut *out, &line(selection.graph, &found))?;
            out.write_all(b"\n")?;
        }
    }
    Ok(())
}

fn line<'g>(graph: &'g Graph, found: &TraceStep<'g>) -> EvidenceLine<'g> {
    let (claim, evidence) = (found.claim, found.evidence);
    let origin = graph.origin(&evidence.document);
    let event = evidence.event.as_deref();
    EvidenceLine {
        edge: claim.edge().to_string(),
        claim: claim.id.as_str(),
        source: node(graph, &claim.source),
        predicate: &claim.predicate,
        target: node(graph, &claim.target),
        polarity: claim.polarity.as_str(),
        modality: claim.modality.as_str(),
        stance: found.stance.as_str(),
        event,
        quad: (event.and_then(EventType::from_name)).map(|event| event.quad().as_str()),
        mode: evidence.mode.as_deref(),
        document_id: evidence.document.as_str(),
        near_duplicate_of: (*origin != evidence.document).then(|| origin.as_str()),
        publisher: found.document.source.as_deref(),
        url: found.document.url.as_deref(),
        step: step(graph, found),
    }
}
