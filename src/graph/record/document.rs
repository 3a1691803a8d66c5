//! Documents and sentences in `graph.json`.

use serde::{Deserialize, Serialize};

use crate::merge::{Id, MinHashSignature, SourceDocument, SourceSentence};
use crate::text::Span;

use super::range::id;

#[derive(Serialize, Deserialize)]
pub(in crate::graph) struct StoredDocument {
    id: String,
    name: String,
    title: Option<String>,
    date: Option<String>,
    source: Option<String>,
    author: Option<String>,
    url: Option<String>,
    path: Option<String>,
    sha256: String,
    #[serde(alias = "lines_are_the_files")]
    file_lines: bool,
    sentences: usize,
    #[serde(default, alias = "runs")]
    shingles: usize,
    #[serde(default, alias = "sketch")]
    minhash: String,
    /// Derived.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    near_duplicate_of: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub(in crate::graph) struct StoredSentence {
    id: String,
    document: String,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    text: String,
}

impl StoredDocument {
    pub(in crate::graph) fn of(document: &SourceDocument, origin: &Id) -> Self {
        let digits = |hash: &u32| format!("{hash:08x}");
        Self {
            shingles: document.signature.shingles,
            minhash: document.signature.minima.iter().map(digits).collect(),
            near_duplicate_of: (*origin != document.id).then(|| origin.to_string()),
            id: document.id.to_string(),
            name: document.name.clone(),
            title: document.title.clone(),
            date: document.date.clone(),
            source: document.source.clone(),
            author: document.author.clone(),
            url: document.url.clone(),
            path: document.path.clone(),
            sha256: document.sha256.clone(),
            file_lines: document.file_lines,
            sentences: document.sentences,
        }
    }
}

impl StoredDocument {
    pub(in crate::graph) fn into_document(self) -> Result<SourceDocument, String> {
        let eights = self.minhash.as_bytes().chunks(8);
        let hash = |digits: &[u8]| {
            let digits = std::str::from_utf8(digits).ok()?;
            u32::from_str_radix(digits, 16).ok()
        };
        let minima = eights.map(hash).collect::<Option<Vec<u32>>>();
        let minima =
            minima.ok_or_else(|| format!("{}: the MinHash signature is malformed", self.id))?;
        Ok(SourceDocument {
            signature: MinHashSignature {
                shingles: self.shingles,
                minima,
            },
            id: id(&self.id),
            name: self.name,
            title: self.title,
            date: self.date,
            source: self.source,
            author: self.author,
            url: self.url,
            path: self.path,
            sha256: self.sha256,
            file_lines: self.file_lines,
            sentences: self.sentences,
        })
    }
}

impl From<&SourceSentence> for StoredSentence {
    fn from(sentence: &SourceSentence) -> Self {
        Self {
            id: sentence.id.to_string(),
            document: sentence.document.to_string(),
            start: sentence.span.start,
            end: sentence.span.end,
            line: sentence.line,
            column: sentence.column,
            text: sentence.text.clone(),
        }
    }
}

impl StoredSentence {
    pub(in crate::graph) fn into_sentence(self) -> SourceSentence {
        SourceSentence {
            id: id(&self.id),
            document: id(&self.document),
            span: Span::new(self.start, self.end),
            line: self.line,
            column: self.column,
            text: self.text,
        }
    }
}
