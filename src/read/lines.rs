//! `lines`: each line is a document of its own.

use crate::text::{Block, BlockKind, Document, Span};

/// The document of one line; none if the line is blank.
pub(super) fn document(id: String, line: &str) -> Option<Document> {
    let text = line.trim_end_matches(['\n', '\r']);
    let lead = text.len() - text.trim_start().len();
    let solid = text.trim().len();
    (solid > 0).then(|| Document {
        id,
        text: text.to_owned(),
        blocks: vec![Block {
            span: Span::new(lead, lead + solid),
            kind: BlockKind::Paragraph,
        }],
        ..Document::default()
    })
}
