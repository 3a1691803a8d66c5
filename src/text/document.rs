//! A document: its text, what is known about it, and which parts of it are the article.

use std::path::PathBuf;

use super::{CharIndex, LineIndex, Sentence, Span};

/// A text with what is known about its origin.
///
/// `text` never changes after reading: all spans of all later stages are bytes of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// Identifies the document in every output: the path as given, the `id` of a JSON line, a line's number.
    pub id: String,
    /// The headline, if known.
    pub title: Option<String>,
    /// The day of publication as `YYYY-MM-DD`, if known.
    pub date: Option<String>,
    /// The publisher, if known.
    pub source: Option<String>,
    /// The author's name as printed, if known.
    pub author: Option<String>,
    /// The place and agency at the head of the report, if it has them; set aside from the first paragraph.
    pub dateline: Option<Dateline>,
    /// Where the document can be read, if known.
    pub url: Option<String>,
    /// The file that held the document, if it came from one.
    pub path: Option<PathBuf>,
    /// The text. For plain text and JSON Lines it is what was given, unchanged; for HTML and Markdown what was taken
    /// out of the markup.
    pub text: String,
    /// Whether lines of `text` are lines of the file at `path`, so that a span can be shown as `file:line:column`.
    pub lines_are_the_files: bool,
    /// The parts of `text` that are the article, in order, without overlap. Only these are analysed.
    pub blocks: Vec<Block>,
    /// The parts of `text` that were set aside as boilerplate, in order, each with the reason.
    pub dropped: Vec<Dropped>,
    /// Sentences and tokens that came with the document (CoNLL-U) and are to be kept as they are.
    pub given: Option<Given>,
}

/// The head of a news report before its first sentence: `KABUL, July 3 (Agency) –`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dateline {
    /// Its place in the text.
    pub span: Span,
    /// Where the report was written, as printed.
    pub place: String,
    /// The agency that wrote it, if named.
    pub agency: Option<String>,
}

/// A paragraph, heading or list item of a document. Sentences never run over its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Its place in the text, without white space at the ends.
    pub span: Span,
    /// What kind of text it is.
    pub kind: BlockKind,
}

/// What kind of text a [`Block`] holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BlockKind {
    /// The headline of the document.
    Title,
    /// A heading inside the document.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
}

/// A part of a text that cleaning set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dropped {
    /// Its place in the text.
    pub span: Span,
    /// Why it is no part of the article, in a few words: `related link`, `author biography`.
    pub reason: &'static str,
}

/// Sentences that came with a document, their words cut and perhaps more; see [`Document::given`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Given {
    /// The sentences with their tokens; tags, lemmas and trees are filled in by annotation.
    pub sentences: Vec<Sentence>,
    /// For each sentence its comment lines (`# sent_id = …`), which are printed again.
    pub comments: Vec<Vec<String>>,
}

impl Document {
    /// A document of which the whole text is one article, a paragraph a line.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let blocks = paragraphs(&text);
        Self {
            id: id.into(),
            text,
            blocks,
            lines_are_the_files: true,
            ..Self::default()
        }
    }

    /// Where `span` starts: `file:line:column` if lines of the text are lines of the file, else the id with the code
    /// points of the text, as in [RFC 5147](https://www.rfc-editor.org/rfc/rfc5147).
    pub fn place(&self, span: Span) -> String {
        if self.lines_are_the_files {
            let (line, column) = LineIndex::new(&self.text).line_column(span.start);
            return match &self.path {
                Some(path) => format!("{}:{line}:{column}", path.display()),
                None => format!("{}:{line}:{column}", self.id),
            };
        }
        let chars = CharIndex::new(&self.text).chars(span);
        format!("{}#char={},{}", self.id, chars.start, chars.end)
    }

    /// The words at `span`.
    ///
    /// # Panics
    /// If the span is not one of this document's text.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }
}

/// Every run of lines that are not blank, as paragraphs: a blank line or a line break ends a block.
fn paragraphs(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let lead = line.len() - line.trim_start().len();
        let solid = line.trim().len();
        if solid > 0 {
            blocks.push(Block {
                span: Span::new(start + lead, start + lead + solid),
                kind: BlockKind::Paragraph,
            });
        }
        start += line.len();
    }
    blocks
}
