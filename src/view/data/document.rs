//! Documents and sentences of the page.

use serde::Serialize;

use crate::merge::{SourceDocument, SourceSentence};

use super::numbers::Numbers;

#[derive(Serialize)]
pub(super) struct PageDocument {
    name: String,
    title: Option<String>,
    date: Option<String>,
    source: Option<String>,
    author: Option<String>,
    url: Option<String>,
    path: Option<String>,
    lines: bool,
}

#[derive(Serialize)]
pub(super) struct PageSentence {
    doc: usize,
    start: usize,
    line: usize,
    column: usize,
    text: String,
}

pub(super) fn document(document: &SourceDocument) -> PageDocument {
    PageDocument {
        name: document.name.clone(),
        title: document.title.clone(),
        date: document.date.clone(),
        source: document.source.clone(),
        author: document.author.clone(),
        url: document.url.clone(),
        path: document.path.clone(),
        lines: document.file_lines,
    }
}

pub(super) fn sentence(sentence: &SourceSentence, numbers: &Numbers<'_>) -> PageSentence {
    PageSentence {
        doc: numbers
            .documents
            .get(&sentence.document)
            .copied()
            .unwrap_or(0),
        start: sentence.span.start,
        line: sentence.line,
        column: sentence.column,
        text: sentence.text.clone(),
    }
}
