//! GraphML, for yEd, Cytoscape, NetworkX and Gephi.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::graph::Selection;
use crate::merge::Id;
use crate::trace;

use super::{ExportFile, ExportFormat};

/// The format for graphs.
pub const FORMAT: ExportFormat = ExportFormat {
    name: "graphml",
    about: "GraphML, for yEd, Cytoscape, NetworkX",
    endings: &["graphml"],
    top: None,
    files: &[ExportFile::single(|selection, _, mut out| {
        Ok(write(selection, &mut out)?)
    })],
};

/// Attributes of nodes and edges: element, name, type.
const KEYS: [(&str, &str, &str); 18] = [
    ("node", "label", "string"),
    ("node", "type", "string"),
    ("node", "thing", "boolean"),
    ("node", "mentions", "int"),
    ("node", "importance", "double"),
    ("node", "aliases", "string"),
    ("node", "belongs_to", "string"),
    ("edge", "label", "string"),
    ("edge", "predicate", "string"),
    ("edge", "polarity", "string"),
    ("edge", "modality", "string"),
    ("edge", "stance", "string"),
    ("edge", "event", "string"),
    ("edge", "first", "string"),
    ("edge", "last", "string"),
    ("edge", "weight", "double"),
    ("edge", "places", "string"),
    ("edge", "sentences", "string"),
];

/// Writes the selection; several aliases, places or sentences are separated by ` | `.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(selection: &Selection<'_>, out: &mut impl io::Write) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(&mut *out, b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = BytesStart::new("graphml")
        .with_attributes([("xmlns", "http://graphml.graphdrawing.org/xmlns")]);
    xml.write_event(Event::Start(root))?;
    for (of, name, kind) in KEYS {
        let id = key(of, name);
        let key = BytesStart::new("key").with_attributes([
            ("id", id.as_str()),
            ("for", of),
            ("attr.name", name),
            ("attr.type", kind),
        ]);
        xml.write_event(Event::Empty(key))?;
    }
    let graph =
        BytesStart::new("graph").with_attributes([("id", "actant"), ("edgedefault", "directed")]);
    xml.write_event(Event::Start(graph))?;
    nodes(selection, &mut xml)?;
    edges(selection, &mut xml)?;
    xml.write_event(Event::End(BytesEnd::new("graph")))?;
    xml.write_event(Event::End(BytesEnd::new("graphml")))?;
    out.write_all(b"\n")
}

fn nodes(selection: &Selection<'_>, xml: &mut Writer<&mut impl io::Write>) -> io::Result<()> {
    let graph = selection.graph;
    for actor in &selection.actors {
        let start = BytesStart::new("node").with_attributes([("id", actor.id.as_str())]);
        xml.write_event(Event::Start(start))?;
        let aliases: Vec<&str> = actor
            .aliases()
            .into_iter()
            .map(|(alias, _)| alias)
            .collect();
        let mut put = |name, value: &str| data(xml, "node", name, value);
        put("label", &graph.name(&actor.id))?;
        put("type", actor.kind().as_str())?;
        put("thing", if actor.thing { "true" } else { "false" })?;
        put("mentions", &actor.mentions().to_string())?;
        put("importance", &format!("{:.3}", graph.importance(&actor.id)))?;
        put("aliases", &aliases.join(" | "))?;
        put("belongs_to", actor.belongs_to().map_or("", Id::as_str))?;
        xml.write_event(Event::End(BytesEnd::new("node")))?;
    }
    Ok(())
}

fn edges(selection: &Selection<'_>, xml: &mut Writer<&mut impl io::Write>) -> io::Result<()> {
    let graph = selection.graph;
    for claim in &selection.claims {
        let start = BytesStart::new("edge").with_attributes([
            ("id", claim.id.as_str()),
            ("source", claim.source.as_str()),
            ("target", claim.target.as_str()),
        ]);
        xml.write_event(Event::Start(start))?;
        let steps = trace::of_claim(graph, claim);
        let places: Vec<String> = steps.iter().map(trace::TraceStep::place).collect();
        let sentences: Vec<&str> = steps
            .iter()
            .map(|step| step.sentence.text.as_str())
            .collect();
        let mut put = |name, value: &str| data(xml, "edge", name, value);
        put("label", claim.label())?;
        put("predicate", &claim.predicate)?;
        put("polarity", claim.polarity.as_str())?;
        put("modality", claim.modality.as_str())?;
        put("stance", graph.stance(claim).as_str())?;
        put("event", claim.event().unwrap_or(""))?;
        put("first", claim.first().unwrap_or(""))?;
        put("last", claim.last().unwrap_or(""))?;
        put("weight", &format!("{:.3}", claim.weight()))?;
        put("places", &places.join(" | "))?;
        put("sentences", &sentences.join(" | "))?;
        xml.write_event(Event::End(BytesEnd::new("edge")))?;
    }
    Ok(())
}

/// An attribute of the open node or edge; nothing if the value is empty.
fn data(
    xml: &mut Writer<&mut impl io::Write>,
    of: &str,
    name: &str,
    value: &str,
) -> io::Result<()> {
    if value.is_empty() {
        return Ok(());
    }
    let plain = plain(value);
    let id = key(of, name);
    let start = BytesStart::new("data").with_attributes([("key", id.as_str())]);
    xml.write_event(Event::Start(start))?;
    xml.write_event(Event::Text(BytesText::new(&plain)))?;
    xml.write_event(Event::End(BytesEnd::new("data")))
}

/// Replaces characters that XML 1.0 does not allow, escaped or not.
pub(super) fn plain(value: &str) -> String {
    let barred = |letter: char| letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}');
    value
        .chars()
        .map(|letter| if barred(letter) { ' ' } else { letter })
        .collect()
}

fn key(of: &str, name: &str) -> String {
    format!("{of}_{name}")
}
