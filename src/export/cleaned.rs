//! The record that `actant clean --json` prints: the parts of a document that are the article, and what was removed.

use serde::Serialize;

use crate::text::{BlockKind, CharIndex, Document, LineIndex};

/// One document, as `actant clean --json` prints it on a line. Offsets are code points of `text`, `end` exclusive.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct CleanedRecord<'a> {
    id: &'a str,
    title: Option<&'a str>,
    date: Option<&'a str>,
    source: Option<&'a str>,
    author: Option<&'a str>,
    url: Option<&'a str>,
    place: Option<&'a str>,
    text: &'a str,
    blocks: Vec<BlockRecord>,
    dropped: Vec<DroppedRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct BlockRecord {
    start: usize,
    end: usize,
    kind: &'static str,
}

#[derive(Debug, Serialize)]
struct DroppedRecord<'a> {
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    reason: &'static str,
    text: &'a str,
}

impl<'a> CleanedRecord<'a> {
    /// The record of a document.
    pub fn new(document: &'a Document) -> Self {
        let chars = CharIndex::new(&document.text);
        let lines = LineIndex::new(&document.text);
        let blocks = document.blocks.iter().map(|block| {
            let span = chars.chars(block.span);
            let (start, end) = (span.start, span.end);
            BlockRecord {
                start,
                end,
                kind: kind(block.kind),
            }
        });
        let dropped = document.dropped.iter().map(|dropped| {
            let span = chars.chars(dropped.span);
            let (line, column) = lines.line_column(dropped.span.start);
            DroppedRecord {
                start: span.start,
                end: span.end,
                line,
                column,
                reason: dropped.reason,
                text: document.slice(dropped.span),
            }
        });
        Self {
            id: &document.id,
            title: document.title.as_deref(),
            date: document.date.as_deref(),
            source: document.source.as_deref(),
            author: document.author.as_deref(),
            url: document.url.as_deref(),
            place: document
                .dateline
                .as_ref()
                .map(|dateline| dateline.place.as_str()),
            text: &document.text,
            blocks: blocks.collect(),
            dropped: dropped.collect(),
        }
    }
}

const fn kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Title => "title",
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::ListItem => "list item",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Dropped, Span};

    #[test]
    fn offsets_are_code_points_and_places_count_from_one() {
        let mut document = Document::new("a", "Café – talks\nMenu");
        document.blocks.truncate(1);
        let span = Span::new("Café – talks\n".len(), document.text.len());
        document.dropped.push(Dropped {
            span,
            reason: "menu",
        });
        let record = serde_json::to_value(CleanedRecord::new(&document)).unwrap();
        assert_eq!(record["blocks"][0]["end"], 12);
        let dropped = &record["dropped"][0];
        assert_eq!(
            (&dropped["start"], &dropped["end"]),
            (&13.into(), &17.into())
        );
        assert_eq!(
            (&dropped["line"], &dropped["column"]),
            (&2.into(), &1.into())
        );
        assert_eq!(dropped["text"], "Menu");
    }
}
