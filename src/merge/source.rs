//! Documents and sentences with evidence.

use crate::text::{Chars, Span};

use super::{Id, MinHashSignature};

/// A document of the graph.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceDocument {
    /// Hash of name and text.
    pub id: Id,
    /// Its id as given: a path, or the `id` of a JSON line.
    pub name: String,
    /// The headline, if known.
    pub title: Option<String>,
    /// The day of publication as `YYYY-MM-DD`, if known.
    pub date: Option<String>,
    /// The publisher, if known.
    pub source: Option<String>,
    /// The author's name as printed, if known.
    pub author: Option<String>,
    /// Its address, if known.
    pub url: Option<String>,
    /// Its file, as given.
    pub path: Option<String>,
    /// The SHA-256 of its text, in hexadecimal digits.
    pub sha256: String,
    /// Whether the lines of its text are the lines of the file at `path`.
    pub file_lines: bool,
    /// The number of its sentences, those without evidence included.
    pub sentences: usize,
    /// The signature that tells near-duplicates.
    pub signature: MinHashSignature,
}

impl SourceDocument {
    /// The path of the file, else the name.
    pub fn file(&self) -> &str {
        self.path.as_deref().unwrap_or(&self.name)
    }

    /// Author and publisher as far as they are known, else `the article`.
    pub fn byline(&self) -> String {
        let known: Vec<&str> = [&self.author, &self.source]
            .into_iter()
            .filter_map(Option::as_deref)
            .collect();
        match known[..] {
            [] => "the article".to_owned(),
            _ => known.join(", "),
        }
    }

    /// The place of a span in one of its sentences: `file:line:column` if the lines of the text are lines of the file,
    /// else the name with the code points of the text, as in [RFC 5147](https://www.rfc-editor.org/rfc/rfc5147).
    pub fn place(&self, sentence: &SourceSentence, span: Span<Chars>) -> String {
        if self.file_lines {
            let (line, column) = sentence.line_column(span.start);
            format!("{}:{line}:{column}", self.file())
        } else {
            format!("{}#char={},{}", self.name, span.start, span.end)
        }
    }
}

/// A sentence with evidence, stored once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceSentence {
    /// Hash of document and span.
    pub id: Id,
    /// The document.
    pub document: Id,
    /// Its span in the text of the document.
    pub span: Span<Chars>,
    /// The line it starts in, from 1.
    pub line: usize,
    /// The column it starts at, from 1, in code points.
    pub column: usize,
    /// Its text, line breaks included.
    pub text: String,
}

impl SourceSentence {
    /// The words at `span` of the document, as far as they are in this sentence.
    pub fn slice(&self, span: Span<Chars>) -> &str {
        let bytes = self.bytes(span);
        &self.text[bytes.range()]
    }

    /// The bytes of [`text`](Self::text) at a span of the document, cut at the ends of the sentence.
    pub fn bytes(&self, span: Span<Chars>) -> Span {
        let byte = |offset: usize| {
            let within = offset.saturating_sub(self.span.start);
            let found = self.text.char_indices().nth(within);
            found.map_or(self.text.len(), |(byte, _)| byte)
        };
        Span::new(byte(span.start), byte(span.end))
    }

    /// Line and column, both from 1, of the code point at `offset` of the document.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let before = &self.text[..self.bytes(Span::new(offset, offset)).start];
        match before.rfind('\n') {
            Some(last) => {
                let breaks = before.matches('\n').count();
                (self.line + breaks, before[last + 1..].chars().count() + 1)
            }
            None => (self.line, self.column + before.chars().count()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_inside_a_sentence_count_from_its_start_and_over_line_breaks() {
        let sentence = SourceSentence {
            id: "t".into(),
            document: "d".into(),
            span: Span::new(100, 118),
            line: 7,
            column: 3,
            text: "Zoë “warned”\nthem.".into(),
        };
        assert_eq!(sentence.slice(Span::new(104, 112)), "“warned”");
        assert_eq!(sentence.line_column(104), (7, 7));
        assert_eq!(sentence.line_column(113), (8, 1));
        assert_eq!(sentence.slice(Span::new(113, 900)), "them.");
        assert_eq!(sentence.slice(Span::new(0, 103)), "Zoë");
    }
}
