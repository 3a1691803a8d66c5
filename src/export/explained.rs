//! One sentence with the account of its statements, as `actant explain --format json` prints it on a line.
//!
//! Offsets are code points of the document's `text`, `end` exclusive; tokens are counted from 1, as their heads are.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::extract::{Explained, Finding, Reason, Rejection, Statement};
use crate::text::Span;

use super::record::{MentionRecord, Recorder, SpanRecord, StatementRecord, TokenRecord};
use super::voiced::AttributionRecord;

/// A sentence with its tree, mentions and statements, how these came about, and what gave none and why.
#[derive(Debug, Serialize)]
pub struct ExplainedRecord<'a> {
    document: &'a str,
    sentence: usize,
    start: usize,
    end: usize,
    text: &'a str,
    tokens: Vec<TokenRecord<'a>>,
    mended: Vec<MendedRecord<'a>>,
    mentions: Vec<MentionRecord<'a>>,
    statements: Vec<FindingRecord<'a>>,
    silences: Vec<SilenceRecord<'a>>,
}

/// A word whose place in the tree was set right, with where the parser had it.
#[derive(Debug, Serialize)]
struct MendedRecord<'a> {
    token: usize,
    head: usize,
    deprel: &'a str,
}

#[derive(Debug, Serialize)]
struct FindingRecord<'a> {
    token: usize,
    steps: &'a [String],
    no_edge: Option<&'a str>,
    /// What the confidence was estimated from, with values other than 0.
    features: BTreeMap<&'a str, f64>,
    /// Who says so, outermost first.
    attributions: Vec<AttributionRecord<'a>>,
    #[serde(flatten)]
    statement: StatementRecord<'a>,
}

#[derive(Debug, Serialize)]
struct WordRecord<'a> {
    token: usize,
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct SilenceRecord<'a> {
    #[serde(flatten)]
    word: WordRecord<'a>,
    extractor: &'a str,
    reason: &'a str,
    explanation: String,
    /// The other word that the reason is about.
    about: Option<WordRecord<'a>>,
    /// The id of the statement that says the same.
    statement: Option<String>,
}

/// The record of the sentence with this index; `None` if there are not so many.
pub fn sentence(explained: &Explained, index: usize) -> Option<ExplainedRecord<'_>> {
    let extracted = &explained.extracted;
    let annotated = &extracted.annotated;
    let sentence = annotated.sentences.get(index)?;
    let recorder = Recorder::new(extracted);
    let SpanRecord { start, end } = recorder.span(sentence.span);
    let statements = extracted.statements.iter().zip(&explained.findings);
    let mended = explained.mended.iter();
    let silences = explained.rejections.iter();
    Some(ExplainedRecord {
        document: &annotated.document.id,
        sentence: index,
        start,
        end,
        text: annotated.slice(sentence.span),
        tokens: (sentence.tokens.iter())
            .map(|token| recorder.token(token))
            .collect(),
        mended: mended
            .filter(|mended| mended.sentence == index)
            .map(|mended| MendedRecord {
                token: mended.token + 1,
                head: mended.head.map_or(0, |head| head + 1),
                deprel: mended.deprel.as_str(),
            })
            .collect(),
        mentions: (annotated.mentions_in(index))
            .map(|mention| recorder.mention(mention))
            .collect(),
        statements: statements
            .filter(|(statement, _)| statement.sentence == index)
            .map(|(statement, finding)| found(&recorder, statement, finding))
            .collect(),
        silences: silences
            .filter(|silence| silence.sentence == index)
            .map(|silence| silent(&recorder, explained, silence))
            .collect(),
    })
}

fn found<'a>(
    recorder: &Recorder<'a>,
    statement: &'a Statement,
    finding: &'a Finding,
) -> FindingRecord<'a> {
    FindingRecord {
        token: finding.token + 1,
        steps: &finding.steps,
        no_edge: finding.no_edge,
        features: (finding.features.iter())
            .map(|&(name, value)| (name, (f64::from(value) * 10_000.0).round() / 10_000.0))
            .collect(),
        attributions: recorder.chain(statement),
        statement: recorder.statement(statement),
    }
}

fn silent<'a>(
    recorder: &Recorder<'a>,
    explained: &'a Explained,
    silence: &'a Rejection,
) -> SilenceRecord<'a> {
    let annotated = &explained.extracted.annotated;
    let tokens = &annotated.sentences[silence.sentence].tokens;
    let word = |token: usize| {
        let span: Span = tokens[token].span;
        let SpanRecord { start, end } = recorder.span(span);
        WordRecord {
            token: token + 1,
            start,
            end,
            text: annotated.slice(span),
        }
    };
    let same = match silence.reason {
        Reason::Duplicate(index) => explained.extracted.statements.get(index),
        _ => None,
    };
    SilenceRecord {
        word: word(silence.token),
        extractor: silence.extractor,
        reason: silence.reason.as_str(),
        explanation: (silence.reason).tell(|token| tokens[token].form.to_string()),
        about: silence.reason.token().map(word),
        statement: same.map(|statement| recorder.statement_id(statement)),
    }
}
