//! Documents and sentences as `graph.json` has them; `docs/graph-json.md` describes them for readers of the file.

use serde::{Deserialize, Serialize};

use crate::merge::{Id, MinHashSignature, SourceDocument, SourceSentence};
use crate::text::Span;

use super::record::id;

#[derive(Serialize, Deserialize)]
pub(super) struct StoredDocument {
    id: String,
    name: String,
    title: Option<String>,
    date: Option<String>,
    source: Option<String>,
    author: Option<String>,
    url: Option<String>,
    path: Option<String>,
    sha256: String,
    file_lines: bool,
    sentences: usize,
    #[serde(default)]
    runs: usize,
    #[serde(default)]
    signature: String,
    /// Summed up.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    repeats: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct StoredSentence {
    id: String,
    document: String,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    text: String,
}
impl StoredDocument {
    pub(super) fn of(document: &SourceDocument, origin: &Id) -> Self {
        let digits = |hash: &u32| format!("{hash:08x}");
        Self {
            runs: document.signature.runs,
            signature: document.signature.least.iter().map(digits).collect(),
            repeats: (*origin != document.id).then(|| origin.to_string()),
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
    pub(super) fn into_document(self) -> Result<SourceDocument, String> {
        let eights = self.signature.as_bytes().chunks(8);
        let hash = |digits: &[u8]| {
            let digits = std::str::from_utf8(digits).ok()?;
            u32::from_str_radix(digits, 16).ok()
        };
        let least = eights.map(hash).collect::<Option<Vec<u32>>>();
        let least = least.ok_or_else(|| format!("{}: the signature is broken", self.id))?;
        Ok(SourceDocument {
            signature: MinHashSignature {
                runs: self.runs,
                least,
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
    pub(super) fn into_sentence(self) -> SourceSentence {
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
