//! Edges as rows: for people, for spreadsheets, for programs.

use std::fmt::Write;

use clap::ValueEnum;
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};
use serde::Serialize;

use crate::export::merged::{MergedRecord, merged};
use crate::graph::{Graph, MergedEdge};

use super::message::Failure;
use super::output::{print, width};

/// The output format of edges.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum RowFormat {
    /// A table for people
    #[default]
    Table,
    /// A header, then tab-separated columns
    Tsv,
    /// One JSON object a line
    Json,
}

/// An edge with the first column of its row: the number of the answer, the step of a path, a date.
pub(super) struct Row<'r, 'g> {
    pub(super) lead: String,
    pub(super) edge: &'r MergedEdge<'g>,
}

/// Longer words may be broken in narrow columns.
const LONGEST: usize = 14;
/// Blanks around a cell.
const PADDING: usize = 2;

/// The columns of tab-separated rows, after the first.
const COLUMNS: [&str; 18] = [
    "source",
    "predicate",
    "label",
    "target",
    "polarity",
    "stance",
    "event",
    "mode",
    "statements",
    "documents",
    "independent",
    "by_author",
    "speakers",
    "first_published",
    "last_published",
    "inferred",
    "place",
    "id",
];

/// Prints rows; `lead` is the header of their first column.
pub(super) fn show(
    graph: &Graph,
    format: RowFormat,
    lead: &str,
    rows: &[Row<'_, '_>],
) -> Result<(), Failure> {
    let mut text = String::new();
    match format {
        RowFormat::Table => text = table(graph, lead, rows),
        RowFormat::Tsv => {
            let _ = writeln!(text, "{lead}\t{}", COLUMNS.join("\t"));
            for row in rows {
                let record = merged(graph, row.edge);
                let _ = writeln!(text, "{}\t{}", one_line(&row.lead), tabs(&record));
            }
        }
        RowFormat::Json => {
            for row in rows {
                let mut record = serde_json::Map::new();
                record.insert(lead.to_owned(), row.lead.as_str().into());
                text.push_str(&line(&WithLead {
                    lead: record,
                    edge: merged(graph, row.edge),
                }));
            }
        }
    }
    print(&text)
}

#[derive(Serialize)]
struct WithLead<'g> {
    #[serde(flatten)]
    lead: serde_json::Map<String, serde_json::Value>,
    #[serde(flatten)]
    edge: MergedRecord<'g>,
}

/// A record as a line of JSON.
pub(super) fn line(record: &impl Serialize) -> String {
    // Records of strings and numbers always have a JSON form.
    serde_json::to_string(record).expect("a record can be written as JSON") + "\n"
}

fn tabs(record: &MergedRecord<'_>) -> String {
    let speakers: Vec<&str> = (record.speakers.iter())
        .map(|speaker| speaker.name.as_str())
        .collect();
    let (statements, documents) = (record.statements.to_string(), record.documents.to_string());
    let independent = record.independent_documents.to_string();
    let columns = [
        record.source.name.as_str(),
        record.predicate,
        record.label,
        record.target.name.as_str(),
        record.polarity,
        record.stance,
        record.event.unwrap_or_default(),
        record.mode.unwrap_or_default(),
        &statements,
        &documents,
        &independent,
        if record.by_author { "true" } else { "false" },
        &speakers.join(" | "),
        record.first_published.unwrap_or_default(),
        record.last_published.unwrap_or_default(),
        &record.inferred.join(" | "),
        record.places.first().map_or("", String::as_str),
        &record.id,
    ];
    columns.map(one_line).join("\t")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn table(graph: &Graph, lead: &str, rows: &[Row<'_, '_>]) -> String {
    let mut table = plain_table();
    let header = [
        lead, "source", "relation", "target", "stance", "docs", "said by", "dates", "trace",
    ];
    table.set_header(header);
    let mut widest = header.map(longest_word);
    let mut before: Option<&str> = None;
    for row in rows {
        let record = merged(graph, row.edge);
        let repeated = before == Some(row.lead.as_str());
        before = Some(&row.lead);
        let mark = match (record.mapped_from.is_empty(), record.inferred.is_empty()) {
            (true, true) => String::new(),
            (false, _) => format!(" [{}]", record.mapped_from.join(", ")),
            (true, false) => " [inferred]".to_owned(),
        };
        let cells = [
            if repeated {
                String::new()
            } else {
                row.lead.clone()
            },
            one_line(&record.source.name),
            one_line(&format!("{}{mark}", record.label)),
            one_line(&record.target.name),
            record.stance.to_owned(),
            documents(&record),
            said_by(&record),
            dates(&record),
            record.id.clone(),
        ];
        for (widest, cell) in widest.iter_mut().zip(&cells) {
            *widest = longest_word(cell).max(*widest);
        }
        table.add_row(cells);
    }
    // Words and dates stay whole where there is room.
    for (index, widest) in widest.into_iter().enumerate() {
        let width = u16::try_from(widest.min(LONGEST) + PADDING).unwrap_or(u16::MAX);
        if let Some(column) = table.column_mut(index) {
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(width)));
        }
    }
    // An id that is broken over two lines cannot be copied.
    if let Some(column) = table.column_mut(8) {
        column.set_constraint(ColumnConstraint::ContentWidth);
    }
    format!("{}\n", table.trim_fmt())
}

fn longest_word(cell: &str) -> usize {
    let words = cell.split_whitespace().map(|word| word.chars().count());
    words.max().unwrap_or_default()
}

/// A table without borders, as wide as the terminal.
pub(super) fn plain_table() -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width()).unwrap_or(u16::MAX));
    table
}

/// `3`, or `1 of 3` if some are near-duplicates.
fn documents(record: &MergedRecord<'_>) -> String {
    match record.independent_documents == record.documents {
        true => record.documents.to_string(),
        false => format!("{} of {}", record.independent_documents, record.documents),
    }
}

fn said_by(record: &MergedRecord<'_>) -> String {
    let names = record.speakers.iter().map(|speaker| speaker.name.as_str());
    let author = record.by_author.then_some("(author)");
    let names: Vec<&str> = author.into_iter().chain(names).collect();
    let shown: Vec<&str> = names.iter().take(3).copied().collect();
    match names.len() - shown.len() {
        0 => shown.join(", "),
        more => format!("{} +{more}", shown.join(", ")),
    }
}

fn dates(record: &MergedRecord<'_>) -> String {
    match (record.first_published, record.last_published) {
        (Some(first), Some(last)) if first != last => format!("{first} – {last}"),
        (Some(day), _) => day.to_owned(),
        (None, _) => String::new(),
    }
}
