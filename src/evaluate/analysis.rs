//! What `actant annotate` prints of a document, as far as it is measured.

use serde::Deserialize;

use crate::annotate::{Models, annotate};
use crate::export::record::Recorder;
use crate::extract::{Extracted, extract};
use crate::text::Document;

use super::code_points::CodePoints;

/// A document with everything that analysis says about it.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Analysis {
    pub(super) text: String,
    #[serde(default)]
    pub(super) sentences: Vec<AnalysedSentence>,
    #[serde(default)]
    pub(super) mentions: Vec<AnalysedMention>,
    #[serde(default)]
    pub(super) statements: Vec<AnalysedStatement>,
    #[serde(default)]
    pub(super) attributions: Vec<AnalysedAttribution>,
}

#[derive(Debug, Deserialize)]
pub(super) struct AnalysedSentence {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) tokens: Vec<AnalysedToken>,
}

#[derive(Debug, Deserialize)]
pub(super) struct AnalysedToken {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Counted from 1; 0 is the root.
    pub(super) head: usize,
    /// As IOB2.
    pub(super) entity: String,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct AnalysedMention {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: String,
    pub(super) actor: Option<String>,
}

/// Words with their place and the actor that they stand for.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub(super) struct AnalysedPhrase {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: Option<String>,
    pub(super) actor: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct AnalysedStatement {
    pub(super) sentence: usize,
    pub(super) subject: AnalysedPhrase,
    pub(super) relation: AnalysedRelation,
    pub(super) object: Option<AnalysedPhrase>,
    pub(super) arguments: Vec<AnalysedPhrase>,
    pub(super) polarity: String,
    pub(super) modality: String,
    /// Indices of attributions.
    pub(super) attribution: Vec<usize>,
    pub(super) edges: Vec<AnalysedEdge>,
}

#[derive(Debug, Deserialize)]
pub(super) struct AnalysedRelation {
    pub(super) text: String,
    pub(super) lemma: String,
    pub(super) predicate: String,
    pub(super) event: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct AnalysedEdge {
    pub(super) source: AnalysedPhrase,
    pub(super) label: String,
    pub(super) target: AnalysedPhrase,
}

#[derive(Debug, Deserialize)]
pub(super) struct AnalysedAttribution {
    pub(super) source: Option<AnalysedPhrase>,
    pub(super) cue: AnalysedPhrase,
    pub(super) content: Vec<AnalysedPhrase>,
    #[serde(default)]
    pub(super) mode: String,
    #[serde(default)]
    pub(super) speakers: Vec<String>,
    pub(super) addressee: Option<AnalysedPhrase>,
    #[serde(default)]
    pub(super) addressees: Vec<String>,
    #[serde(default)]
    pub(super) stance: String,
}

impl Analysis {
    /// Annotates and extracts a document.
    pub(super) fn of(document: Document, models: &Models) -> Self {
        Self::of_extracted(&extract(annotate(document, models), models))
    }

    /// The record of an extracted document.
    pub(super) fn of_extracted(extracted: &Extracted) -> Self {
        let record = Recorder::new(extracted).document();
        // Records hold strings and numbers only, for which JSON always has a form; the fields read here are public.
        let json = serde_json::to_vec(&record).expect("a record can be written as JSON");
        serde_json::from_slice(&json).expect("the public record has its fields")
    }

    /// The text by code points.
    pub(super) fn code_points(&self) -> CodePoints {
        CodePoints::new(&self.text)
    }

    /// The speakers of a statement, outermost first: for each attribution the words and names of its source.
    pub(super) fn speakers(&self, statement: &AnalysedStatement) -> Vec<String> {
        let chain = statement.attribution.iter();
        chain
            .filter_map(|&index| self.attributions.get(index))
            .map(|attribution| {
                let source = attribution.source.as_ref();
                let words = source.and_then(|source| source.text.as_deref());
                let actor = source.and_then(|source| source.actor.as_deref());
                let names = [words.unwrap_or(""), actor.unwrap_or("")];
                let speakers = attribution.speakers.iter().map(String::as_str);
                names
                    .into_iter()
                    .chain(speakers)
                    .collect::<Vec<_>>()
                    .join(" | ")
            })
            .collect()
    }
}

impl AnalysedPhrase {
    /// Its words in the text and its actor's name.
    pub(super) fn names(&self, text: &CodePoints) -> [String; 2] {
        let actor = self.actor.clone().unwrap_or_default();
        [text.slice(self.start, self.end), actor]
    }
}
