//! GEXF, for Gephi: nodes with types, edges with counts, dates and sentences.
//!
//! Version 1.2 is read by more programs than 1.3. Edges are [merged](crate::graph::MergedEdge); `weight`, which Gephi
//! draws as width, is the number of independent documents.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, Event};

use crate::graph::{MergedEdge, Selection};
use crate::merge::Actor;
use crate::trace;

use super::graphml::plain;
use super::merged::merged;
use super::{ExportFile, ExportFormat};

/// The format for graphs.
pub const FORMAT: ExportFormat = ExportFormat {
    name: "gexf",
    about: "GEXF, for Gephi",
    endings: &["gexf"],
    top: None,
    files: &[ExportFile::single(|selection, _, mut out| {
        Ok(write(selection, &mut out)?)
    })],
};

const NAMESPACE: &str = "http://www.gexf.net/1.2draft";

/// Attributes of nodes: name and type.
const OF_NODES: [(&str, &str); 6] = [
    ("type", "string"),
    ("thing", "boolean"),
    ("mentions", "integer"),
    ("importance", "double"),
    ("aliases", "string"),
    ("belongs_to", "string"),
];

/// Attributes of edges.
const OF_EDGES: [(&str, &str); 17] = [
    ("predicate", "string"),
    ("polarity", "string"),
    ("stance", "string"),
    ("modalities", "string"),
    ("event", "string"),
    ("quad", "string"),
    ("mode", "string"),
    ("inferred", "string"),
    ("statements", "integer"),
    ("documents", "integer"),
    ("independent_documents", "integer"),
    ("speakers", "string"),
    ("by_author", "boolean"),
    ("first_published", "string"),
    ("last_published", "string"),
    ("places", "string"),
    ("sentences", "string"),
];

/// The separator of several values of one attribute.
const BETWEEN: &str = " | ";

/// Writes the selection; several aliases, places or sentences are separated by ` | `.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(selection: &Selection<'_>, out: &mut impl io::Write) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(out, b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = BytesStart::new("gexf").with_attributes([("xmlns", NAMESPACE), ("version", "1.2")]);
    xml.write_event(Event::Start(root))?;
    let graph = BytesStart::new("graph")
        .with_attributes([("defaultedgetype", "directed"), ("mode", "static")]);
    xml.write_event(Event::Start(graph))?;
    declare(&mut xml, "node", &OF_NODES)?;
    declare(&mut xml, "edge", &OF_EDGES)?;
    open(&mut xml, "nodes")?;
    for actor in &selection.actors {
        node(&mut xml, selection, actor)?;
    }
    close(&mut xml, "nodes")?;
    open(&mut xml, "edges")?;
    let claims = selection.claims.iter().copied();
    for one in &selection.graph.merged_of(claims) {
        edge(&mut xml, selection, one)?;
    }
    close(&mut xml, "edges")?;
    close(&mut xml, "graph")?;
    close(&mut xml, "gexf")?;
    xml.into_inner().write_all(b"\n")
}

type Xml<'o, W> = Writer<&'o mut W>;

fn declare<W: io::Write>(
    xml: &mut Xml<'_, W>,
    of: &str,
    attributes: &[(&str, &str)],
) -> io::Result<()> {
    let start = BytesStart::new("attributes").with_attributes([("class", of)]);
    xml.write_event(Event::Start(start))?;
    for (name, kind) in attributes {
        let start = BytesStart::new("attribute").with_attributes([
            ("id", *name),
            ("title", *name),
            ("type", *kind),
        ]);
        xml.write_event(Event::Empty(start))?;
    }
    close(xml, "attributes")
}

fn node<W: io::Write>(
    xml: &mut Xml<'_, W>,
    selection: &Selection<'_>,
    actor: &Actor,
) -> io::Result<()> {
    let graph = selection.graph;
    let aliases: Vec<&str> = (actor.aliases().into_iter())
        .map(|(alias, _)| alias)
        .collect();
    let owner = actor.belongs_to().map(|owner| graph.name(owner));
    let values = [
        actor.kind().as_str().to_owned(),
        actor.thing.to_string(),
        actor.mentions().to_string(),
        format!("{:.3}", graph.importance(&actor.id)),
        aliases.join(BETWEEN),
        owner.unwrap_or_default(),
    ];
    let label = plain(&graph.name(&actor.id));
    let start = BytesStart::new("node")
        .with_attributes([("id", actor.id.as_str()), ("label", label.as_str())]);
    with_values(xml, start, "node", &OF_NODES, &values)
}

fn edge<W: io::Write>(
    xml: &mut Xml<'_, W>,
    selection: &Selection<'_>,
    edge: &MergedEdge<'_>,
) -> io::Result<()> {
    let graph = selection.graph;
    let record = merged(graph, edge);
    let steps = trace::of_edge(graph, edge);
    let sentences: Vec<&str> = (steps.iter())
        .map(|step| step.sentence.text.as_str())
        .collect();
    let speakers: Vec<&str> = (record.speakers.iter())
        .map(|speaker| speaker.name.as_str())
        .collect();
    let values = [
        record.predicate.to_owned(),
        record.polarity.to_owned(),
        record.stance.to_owned(),
        record.modalities.join(BETWEEN),
        record.event.unwrap_or_default().to_owned(),
        record.quad.unwrap_or_default().to_owned(),
        record.mode.unwrap_or_default().to_owned(),
        record.inferred.join(BETWEEN),
        record.statements.to_string(),
        record.documents.to_string(),
        record.independent_documents.to_string(),
        speakers.join(BETWEEN),
        record.by_author.to_string(),
        record.first_published.unwrap_or_default().to_owned(),
        record.last_published.unwrap_or_default().to_owned(),
        record.places.join(BETWEEN),
        sentences.join(BETWEEN),
    ];
    let (label, weight) = (
        plain(record.label),
        record.independent_documents.to_string(),
    );
    let start = BytesStart::new("edge").with_attributes([
        ("id", record.id.as_str()),
        ("source", record.source.id),
        ("target", record.target.id),
        ("label", label.as_str()),
        ("weight", weight.as_str()),
    ]);
    with_values(xml, start, "edge", &OF_EDGES, &values)
}

/// An element with its attributes; empty values are left out.
fn with_values<W: io::Write>(
    xml: &mut Xml<'_, W>,
    start: BytesStart<'_>,
    name: &str,
    attributes: &[(&str, &str)],
    values: &[String],
) -> io::Result<()> {
    xml.write_event(Event::Start(start))?;
    open(xml, "attvalues")?;
    for ((attribute, _), value) in attributes.iter().zip(values) {
        if !value.is_empty() {
            let value = plain(value);
            let start = BytesStart::new("attvalue")
                .with_attributes([("for", *attribute), ("value", value.as_str())]);
            xml.write_event(Event::Empty(start))?;
        }
    }
    close(xml, "attvalues")?;
    close(xml, name)
}

fn open<W: io::Write>(xml: &mut Xml<'_, W>, name: &str) -> io::Result<()> {
    xml.write_event(Event::Start(BytesStart::new(name)))
}

fn close<W: io::Write>(xml: &mut Xml<'_, W>, name: &str) -> io::Result<()> {
    xml.write_event(Event::End(BytesEnd::new(name)))
}
