//! JSON Lines: one document a line, the text taken whole.

use serde::Deserialize;

use crate::text::Document;

use super::{ReadErrorKind, Reader, date};

/// The record of a line; other fields are ignored.
#[derive(Deserialize)]
struct Record {
    id: Option<DocumentId>,
    text: Option<String>,
    title: Option<String>,
    date: Option<String>,
    source: Option<String>,
    author: Option<String>,
    url: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum DocumentId {
    Text(String),
    Number(serde_json::Number),
}

/// The document of one line; `fallback` is its id if the line has none.
pub(super) fn document(
    line: &str,
    fallback: impl FnOnce() -> String,
    reader: &Reader,
) -> Result<Document, (ReadErrorKind, Option<String>)> {
    let record: Record = serde_json::from_str(line.trim_end())
        .map_err(|error| (ReadErrorKind::MalformedJson, Some(explained(&error))))?;
    let text = record.text.ok_or((ReadErrorKind::MissingText, None))?;
    if text.trim().is_empty() {
        return Err((ReadErrorKind::Empty, None));
    }
    let id = match record.id {
        Some(DocumentId::Text(id)) => id,
        Some(DocumentId::Number(id)) => id.to_string(),
        None => fallback(),
    };
    let whole = reader.article(id, text);
    Ok(Document {
        title: record.title.or(whole.title),
        date: record
            .date
            .and_then(|date| date::find(&date))
            .map(|(_, date)| date)
            .or(whole.date),
        source: record.source.or(whole.source),
        author: record.author,
        url: record.url,
        lines_are_the_files: false,
        ..whole
    })
}

/// What the parser says, without the line number: to the parser every line is the first.
fn explained(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column", " in column")
}

/// Whether a line is a document.
pub(super) fn is_record(line: &str) -> bool {
    serde_json::from_str::<Record>(line).is_ok_and(|record| record.text.is_some())
}
