//! Two tables for Neo4j's importer:
//! `neo4j-admin database import full --nodes=graph-nodes.csv --relationships=graph-relationships.csv`.
//!
//! Headers follow the rules of the importer: `:ID`, `:LABEL`, `:START_ID`, `:END_ID`, `:TYPE`, typed properties.
//! Several values are separated by `;`, its default. Every node has the label `Actor` or `Thing` and one for its type
//! (`ArmedGroup`); the type of a relationship is its predicate (`DEMAND_ACTION`).

use std::io;

use crate::graph::Selection;
use crate::trace;

use super::merged::merged;
use super::{ExportFile, ExportFormat};

/// The format for graphs.
pub const FORMAT: ExportFormat = ExportFormat {
    name: "neo4j",
    about: "Two tables for Neo4j's importer; needs --output",
    endings: &[],
    top: None,
    files: &[
        ExportFile {
            suffix: "-nodes.csv",
            write: |selection, _, mut out| Ok(write_nodes(selection, &mut out)?),
        },
        ExportFile {
            suffix: "-relationships.csv",
            write: |selection, _, mut out| Ok(write_relationships(selection, &mut out)?),
        },
    ],
};

const NODES: [&str; 8] = [
    "id:ID",
    ":LABEL",
    "name",
    "type",
    "mentions:int",
    "importance:double",
    "aliases:string[]",
    "belongs_to",
];

const RELATIONSHIPS: [&str; 21] = [
    ":START_ID",
    ":END_ID",
    ":TYPE",
    "id",
    "label",
    "predicate",
    "polarity",
    "stance",
    "modalities:string[]",
    "event",
    "quad",
    "mode",
    "statements:int",
    "documents:int",
    "independent_documents:int",
    "speakers:string[]",
    "by_author:boolean",
    "first_published:date",
    "last_published:date",
    "places:string[]",
    "sentences:string[]",
];

/// Writes the table of nodes.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write_nodes(selection: &Selection<'_>, out: &mut impl io::Write) -> io::Result<()> {
    let graph = selection.graph;
    let mut table = csv::Writer::from_writer(out);
    table.write_record(NODES)?;
    for actor in &selection.actors {
        let kind = match actor.thing {
            true => "Thing".to_owned(),
            false => format!("Actor;{}", camel(actor.kind().as_str())),
        };
        let aliases: Vec<&str> = (actor.aliases().into_iter())
            .map(|(alias, _)| alias)
            .collect();
        let owner = actor.belongs_to().map(ToString::to_string);
        table.write_record([
            actor.id.to_string(),
            kind,
            line(&graph.name(&actor.id)),
            actor.kind().as_str().to_owned(),
            actor.mentions().to_string(),
            format!("{:.3}", graph.importance(&actor.id)),
            list(aliases),
            owner.unwrap_or_default(),
        ])?;
    }
    table.flush()
}

/// Writes the table of relationships: the merged edges.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write_relationships(selection: &Selection<'_>, out: &mut impl io::Write) -> io::Result<()> {
    let graph = selection.graph;
    let mut table = csv::Writer::from_writer(out);
    table.write_record(RELATIONSHIPS)?;
    for edge in &graph.merged_of(selection.claims.iter().copied()) {
        let record = merged(graph, edge);
        let steps = trace::of_edge(graph, edge);
        table.write_record([
            record.source.id.to_owned(),
            record.target.id.to_owned(),
            relationship_type(record.predicate),
            record.id.clone(),
            line(record.label),
            line(record.predicate),
            record.polarity.to_owned(),
            record.stance.to_owned(),
            list(record.modalities),
            record.event.unwrap_or_default().to_owned(),
            record.quad.unwrap_or_default().to_owned(),
            record.mode.unwrap_or_default().to_owned(),
            record.statements.to_string(),
            record.documents.to_string(),
            record.independent_documents.to_string(),
            list(record.speakers.iter().map(|speaker| speaker.name.as_str())),
            record.by_author.to_string(),
            record.first_published.unwrap_or_default().to_owned(),
            record.last_published.unwrap_or_default().to_owned(),
            list(record.places.iter().map(String::as_str)),
            list(steps.iter().map(|step| step.sentence.text.as_str())),
        ])?;
    }
    table.flush()
}

/// By default the importer reads one line a record.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several values of one property; the separator becomes a comma within them.
fn list<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    let values = values.into_iter();
    let values: Vec<String> = values.map(|value| line(value).replace(';', ",")).collect();
    values.join(";")
}

/// `armed_group` → `ArmedGroup`.
fn camel(name: &str) -> String {
    let words = name.split('_');
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string());
        first.unwrap_or_default() + letters.as_str()
    };
    words.map(capital).collect()
}

/// `demand action` → `DEMAND_ACTION`; a predicate of punctuation alone is `RELATED`.
fn relationship_type(predicate: &str) -> String {
    let upper = predicate.to_uppercase();
    let words = upper.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    match words.is_empty() {
        true => "RELATED".to_owned(),
        false => words.join("_"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_and_lists_are_of_the_importers_form() {
        assert_eq!(relationship_type("demand action"), "DEMAND_ACTION");
        assert_eq!(relationship_type("co-operate with"), "CO_OPERATE_WITH");
        assert_eq!(relationship_type("…"), "RELATED");
        assert_eq!(camel("armed_group"), "ArmedGroup");
        assert_eq!(list(["a;b", "c\nd"]), "a,b;c d");
    }
}
