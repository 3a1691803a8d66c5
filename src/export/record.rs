//! The public record types: what `actant annotate` and `actant extract --format jsonl` print.
//!
//! Offsets are code points of the document's `text`, `end` exclusive. Fields may be added; the meaning of those that
//! are here does not change.

use serde::Serialize;

use crate::annotate::{Annotated, Mention};
use crate::extract::time::TimeValue;
use crate::extract::{Argument, EdgeEnd, Extracted, Phrase, Statement, Variant, Voice};
use crate::lexicon::EventType;
use crate::text::{CharIndex, Sentence, Span, Token};

use super::voiced::AttributionRecord;

/// One document, as `actant annotate` prints it on a line.
#[derive(Debug, Serialize)]
pub struct DocumentRecord<'a> {
    id: &'a str,
    title: Option<&'a str>,
    date: Option<&'a str>,
    source: Option<&'a str>,
    author: Option<&'a str>,
    url: Option<&'a str>,
    text: &'a str,
    sentences: Vec<SentenceRecord<'a>>,
    mentions: Vec<MentionRecord<'a>>,
    statements: Vec<StatementRecord<'a>>,
    attributions: Vec<AttributionRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct SentenceRecord<'a> {
    start: usize,
    end: usize,
    tokens: Vec<TokenRecord<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct TokenRecord<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    lemma: &'a str,
    upos: &'a str,
    xpos: &'a str,
    feats: &'a str,
    head: usize,
    deprel: &'a str,
    entity: &'a str,
}

#[derive(Debug, Serialize)]
pub(super) struct MentionRecord<'a> {
    start: usize,
    end: usize,
    kind: &'a str,
    #[serde(rename = "type")]
    entity: &'a str,
    actor: Option<&'a str>,
}

/// A phrase with its words and its place.
#[derive(Debug, Serialize)]
pub struct PhraseRecord<'a> {
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) actor: Option<&'a str>,
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
    /// Which time it names, in the notation of [`TimeValue`], with its first and last day.
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
    #[serde(skip_serializing_if = "str::is_empty")]
    inferred: &'a str,
}

/// A statement, as it stands in [`DocumentRecord`] and on the lines of `actant extract --format jsonl`.
#[derive(Debug, Serialize)]
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

/// A line of `actant extract --format jsonl`: a statement with its sentence and where that comes from.
#[derive(Debug, Serialize)]
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
    /// Of which statement it is another reading; only where variants were asked for.
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

#[derive(Debug, Serialize)]
pub(super) struct SpanRecord {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Turns the inner types of one document into records.
pub struct Recorder<'a> {
    extracted: &'a Extracted,
    chars: CharIndex<'a>,
}

impl<'a> Recorder<'a> {
    /// A recorder for one document.
    pub fn new(extracted: &'a Extracted) -> Self {
        Self {
            extracted,
            chars: CharIndex::new(&extracted.annotated.document.text),
        }
    }

    /// The whole document.
    pub fn document(&self) -> DocumentRecord<'a> {
        let document = &self.annotated().document;
        DocumentRecord {
            id: &document.id,
            title: document.title.as_deref(),
            date: document.date.as_deref(),
            source: document.source.as_deref(),
            author: document.author.as_deref(),
            url: document.url.as_deref(),
            text: &document.text,
            sentences: self.sentences(),
            mentions: self.mentions(),
            statements: self
                .extracted
                .statements
                .iter()
                .map(|statement| self.statement(statement))
                .collect(),
            attributions: self
                .extracted
                .attributions
                .iter()
                .map(|found| self.attribution(found))
                .collect(),
        }
    }

    /// One statement with its sentence, its sources and the document it comes from.
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

    /// Another reading of a statement, as [`statement_line`](Self::statement_line) has the statement itself.
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

    /// Who says a statement, outermost first.
    pub(super) fn chain(&self, statement: &Statement) -> Vec<AttributionRecord<'a>> {
        let chain = statement.attribution.iter();
        chain
            .filter_map(|&index| self.extracted.attributions.get(index))
            .map(|found| self.attribution(found))
            .collect()
    }

    /// One statement of the document.
    pub fn statement(&self, statement: &'a Statement) -> StatementRecord<'a> {
        let relation = &statement.relation;
        let place = self.chars.chars(relation.phrase.span(self.annotated()));
        StatementRecord {
            id: self.statement_id(statement),
            sentence: statement.sentence,
            extractor: &statement.extractor,
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
                    inferred: &edge.inferred,
                })
                .collect(),
            confidence: (f64::from(statement.confidence) * 1000.0).round() / 1000.0,
        }
    }

    /// A hash of the document's id and the statement's place, so that it stays when other statements come or go.
    pub fn statement_id(&self, statement: &Statement) -> String {
        use sha2::{Digest, Sha256};
        use std::fmt::Write;
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

    pub(super) fn annotated(&self) -> &'a Annotated {
        &self.extracted.annotated
    }

    pub(super) fn actor(&self, actor: Option<usize>) -> Option<&'a str> {
        actor
            .and_then(|actor| self.annotated().actors.get(actor))
            .map(|actor| actor.name.as_str())
    }

    fn phrase(&self, phrase: &Phrase) -> PhraseRecord<'a> {
        let place = self.chars.chars(phrase.span(self.annotated()));
        let text = phrase.text(self.annotated());
        PhraseRecord {
            text,
            start: place.start,
            end: place.end,
            actor: self.actor(phrase.actor),
        }
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

    pub(super) fn span(&self, span: Span) -> SpanRecord {
        let place = self.chars.chars(span);
        SpanRecord {
            start: place.start,
            end: place.end,
        }
    }

    fn sentences(&self) -> Vec<SentenceRecord<'a>> {
        let record = |sentence: &'a Sentence| {
            let SpanRecord { start, end } = self.span(sentence.span);
            let tokens = sentence.tokens.iter();
            SentenceRecord {
                start,
                end,
                tokens: tokens.map(|token| self.token(token)).collect(),
            }
        };
        self.annotated().sentences.iter().map(record).collect()
    }

    pub(super) fn token(&self, token: &'a Token) -> TokenRecord<'a> {
        let SpanRecord { start, end } = self.span(token.span);
        TokenRecord {
            text: &token.form,
            start,
            end,
            lemma: &token.lemma,
            upos: token.upos.as_str(),
            xpos: token.xpos.as_str(),
            feats: &token.feats,
            head: token.head.map_or(0, |head| head + 1),
            deprel: token.deprel.as_str(),
            entity: if token.entity.is_empty() {
                "O"
            } else {
                &token.entity
            },
        }
    }

    pub(super) fn mention(&self, mention: &'a Mention) -> MentionRecord<'a> {
        let SpanRecord { start, end } = self.span(mention.span);
        MentionRecord {
            start,
            end,
            kind: mention.kind.as_str(),
            entity: mention.entity.as_str(),
            actor: self.actor(mention.actor),
        }
    }

    fn mentions(&self) -> Vec<MentionRecord<'a>> {
        let mentions = self.annotated().mentions.iter();
        mentions.map(|mention| self.mention(mention)).collect()
    }
}
