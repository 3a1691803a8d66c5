//! Statements with their phrases, arguments and edges.

use std::fmt::Write;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::extract::time::TimeValue;
use crate::extract::{Argument, EdgeEnd, Statement, Variant, Voice};
use crate::lexicon::EventType;

use super::{AttributionRecord, Recorder};

/// A phrase with its words and its span.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct PhraseRecord<'a> {
    pub(in crate::export) text: String,
    pub(in crate::export) start: usize,
    pub(in crate::export) end: usize,
    pub(in crate::export) actor: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct RelationRecord<'a> {
    text: String,
    start: usize,
    end: usize,
    lemma: &'a str,
    predicate: &'a str,
    voice: &'a str,
    event: Option<&'a str>,
    quad: Option<&'static str>,
    mode: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct ArgumentRecord<'a> {
    marker: &'a str,
    text: String,
    start: usize,
    end: usize,
    role: &'a str,
    /// The time that it names, in the notation of [`TimeValue`], with its first and last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<String>,
    actor: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct EdgeEndRecord<'a> {
    start: usize,
    end: usize,
    actor: &'a str,
}

#[derive(Debug, Serialize)]
struct EdgeRecord<'a> {
    source: EdgeEndRecord<'a>,
    label: &'a str,
    target: EdgeEndRecord<'a>,
    confidence: f64,
    #[serde(skip_serializing_if = "str::is_empty")]
    inferred: &'a str,
}

/// A statement, in [`DocumentRecord`](super::DocumentRecord) and on the lines of `actant extract --format jsonl`.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct StatementRecord<'a> {
    id: String,
    sentence: usize,
    extractor: &'a str,
    subject: PhraseRecord<'a>,
    relation: RelationRecord<'a>,
    object: Option<PhraseRecord<'a>>,
    arguments: Vec<ArgumentRecord<'a>>,
    polarity: &'a str,
    modality: &'a str,
    attribution: &'a [usize],
    edges: Vec<EdgeRecord<'a>>,
    confidence: f64,
}

/// A line of `actant extract --format jsonl`: a statement with its sentence and its document.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct StatementLine<'a> {
    document: &'a str,
    source: Option<&'a str>,
    author: Option<&'a str>,
    date: Option<&'a str>,
    url: Option<&'a str>,
    sentence_start: usize,
    sentence_end: usize,
    sentence_text: &'a str,
    attributions: Vec<AttributionRecord<'a>>,
    /// The statement of which it is another reading; only with `--all`.
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<VariantRecord<'a>>,
    #[serde(flatten)]
    statement: StatementRecord<'a>,
}

#[derive(Debug, Serialize)]
struct VariantRecord<'a> {
    of: String,
    kind: &'a str,
}

impl<'a> Recorder<'a> {
    /// A statement with its sentence, its attributions and its document.
    pub fn statement_line(&self, statement: &'a Statement) -> StatementLine<'a> {
        let document = &self.annotated().document;
        let span = self.annotated().sentences[statement.sentence].span;
        let place = self.chars.chars(span);
        StatementLine {
            document: &document.id,
            source: document.source.as_deref(),
            author: document.author.as_deref(),
            date: document.date.as_deref(),
            url: document.url.as_deref(),
            sentence_start: place.start,
            sentence_end: place.end,
            sentence_text: document.slice(span),
            attributions: self.chain(statement),
            variant: None,
            statement: self.statement(statement),
        }
    }

    /// Another reading of a statement, in the form of [`statement_line`](Self::statement_line).
    pub fn variant_line(&self, variant: &'a Variant) -> StatementLine<'a> {
        let of = self.extracted.statements.get(variant.of);
        StatementLine {
            variant: of.map(|statement| VariantRecord {
                of: self.statement_id(statement),
                kind: variant.kind.as_str(),
            }),
            ..self.statement_line(&variant.statement)
        }
    }

    /// The record of a statement.
    pub fn statement(&self, statement: &'a Statement) -> StatementRecord<'a> {
        let relation = &statement.relation;
        let place = self.chars.chars(relation.phrase.span(self.annotated()));
        StatementRecord {
            id: self.statement_id(statement),
            sentence: statement.sentence,
            extractor: statement.kind.as_str(),
            subject: self.phrase(&statement.subject),
            relation: RelationRecord {
                text: relation.text(self.annotated()),
                start: place.start,
                end: place.end,
                lemma: &relation.lemma,
                predicate: &relation.predicate,
                voice: match relation.voice {
                    Voice::Active => "active",
                    Voice::Passive => "passive",
                },
                event: relation.event.map(EventType::as_str),
                quad: relation.event.map(|event| event.quad().as_str()),
                mode: relation.mode.as_deref(),
            },
            object: statement.object.as_ref().map(|object| self.phrase(object)),
            arguments: statement
                .arguments
                .iter()
                .map(|argument| self.argument(argument))
                .collect(),
            polarity: statement.polarity.as_str(),
            modality: statement.modality.as_str(),
            attribution: &statement.attribution,
            edges: (statement.edges.iter())
                .map(|edge| EdgeRecord {
                    source: self.end(&edge.source),
                    label: &edge.label,
                    target: self.end(&edge.target),
                    confidence: (f64::from(edge.confidence) * 1000.0).round() / 1000.0,
                    inferred: &edge.inferred,
                })
                .collect(),
            confidence: (f64::from(statement.confidence) * 1000.0).round() / 1000.0,
        }
    }

    /// A hash of the document's id and the statement's spans, so that it does not change when other statements do.
    pub fn statement_id(&self, statement: &Statement) -> String {
        let annotated = self.annotated();
        let mut key = annotated.document.id.clone();
        let phrases = [
            Some(&statement.subject),
            Some(&statement.relation.phrase),
            statement.object.as_ref(),
        ];
        for phrase in phrases {
            let spans = phrase
                .map(|phrase| phrase.spans(annotated))
                .unwrap_or_default();
            let _ = write!(key, "\u{1f}{spans:?}");
        }
        let _ = write!(
            key,
            "\u{1f}{}",
            statement.relation.implied.as_deref().unwrap_or("")
        );
        let hash = Sha256::digest(key.as_bytes());
        hash.iter().take(8).fold("s".to_owned(), |mut id, byte| {
            let _ = write!(id, "{byte:02x}");
            id
        })
    }

    fn argument(&self, argument: &'a Argument) -> ArgumentRecord<'a> {
        let PhraseRecord {
            text,
            start,
            end,
            actor,
        } = self.phrase(&argument.phrase);
        let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
        ArgumentRecord {
            marker: &argument.marker,
            text,
            start,
            end,
            role: argument.role.as_str(),
            value: argument.time.as_ref().map(TimeValue::as_str),
            first: day(argument.time.as_ref().and_then(TimeValue::first)),
            last: day(argument.time.as_ref().and_then(TimeValue::last)),
            actor,
        }
    }

    fn end(&self, end: &'a EdgeEnd) -> EdgeEndRecord<'a> {
        let place = self.chars.chars(end.phrase.span(self.annotated()));
        EdgeEndRecord {
            start: place.start,
            end: place.end,
            actor: &end.name,
        }
    }
}
