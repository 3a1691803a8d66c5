//! Documents with their sentences, tokens and mentions.

use serde::{Serialize, Serializer};

use crate::annotate::Mention;
use crate::text::{NameTag, Sentence, Token};

use super::{AttributionRecord, Recorder, SpanRecord, StatementRecord};

/// One document, as `actant annotate` prints it on a line.
#[derive(Debug, Serialize)]
#[non_exhaustive]
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
pub(in crate::export) struct TokenRecord<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    lemma: &'a str,
    upos: &'a str,
    xpos: &'a str,
    feats: &'a str,
    head: usize,
    deprel: &'a str,
    #[serde(serialize_with = "written")]
    entity: NameTag,
}

#[derive(Debug, Serialize)]
pub(in crate::export) struct MentionRecord<'a> {
    start: usize,
    end: usize,
    kind: &'a str,
    #[serde(rename = "type")]
    entity: &'a str,
    actor: Option<&'a str>,
}

impl<'a> Recorder<'a> {
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

    pub(in crate::export) fn token(&self, token: &'a Token) -> TokenRecord<'a> {
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
            entity: token.entity,
        }
    }

    pub(in crate::export) fn mention(&self, mention: &'a Mention) -> MentionRecord<'a> {
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

/// Writes a tag as IOB2 does.
fn written<S: Serializer>(tag: &NameTag, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(tag)
}
