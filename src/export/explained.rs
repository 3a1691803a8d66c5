//! The explanation of a sentence, as `actant explain --format json` prints it on a line.
//!
//! Offsets are code points of the document's `text`, `end` exclusive; tokens are counted from 1, as heads are.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::extract::{Explained, Finding, Reason, Rejection, Statement};
use crate::text::Span;

use super::record::{
    AttributionRecord, MentionRecord, Recorder, SpanRecord, StatementRecord, TokenRecord,
};

/// A sentence with its tree, mentions and statements, how these were found, and the rejected clauses with reasons.
#[derive(Debug, Serialize)]
#[non_exhaustive]
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
    rejections: Vec<RejectionRecord<'a>>,
}

/// A token whose attachment was corrected, with the head and relation that the parser gave it.
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
    /// The features of the confidence, those with value 0 left out.
    features: BTreeMap<&'a str, f64>,
    /// The same for each edge.
    edge_features: Vec<BTreeMap<&'a str, f64>>,
    /// The attributions, outermost first.
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
struct RejectionRecord<'a> {
    #[serde(flatten)]
    word: WordRecord<'a>,
    extractor: &'a str,
    reason: &'a str,
    explanation: String,
    /// The token that the reason refers to.
    about: Option<WordRecord<'a>>,
    /// The id of the statement that it duplicates.
    statement: Option<String>,
}

/// The explanation of the sentence with this index; `None` if there is no such sentence.
pub fn sentence(explained: &Explained, index: usize) -> Option<ExplainedRecord<'_>> {
    let extracted = &explained.extracted;
    let annotated = &extracted.annotated;
    let sentence = annotated.sentences.get(index)?;
    let recorder = Recorder::new(extracted);
    let SpanRecord { start, end } = recorder.span(sentence.span);
    let statements = extracted.statements.iter().zip(&explained.findings);
    let mended = annotated.mended.iter();
    let rejections = explained.rejections.iter();
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
            .map(|(statement, finding)| finding_record(&recorder, statement, finding))
            .collect(),
        rejections: rejections
            .filter(|rejection| rejection.sentence == index)
            .map(|rejection| rejected(&recorder, explained, rejection))
            .collect(),
    })
}

fn finding_record<'a>(
    recorder: &Recorder<'a>,
    statement: &'a Statement,
    finding: &'a Finding,
) -> FindingRecord<'a> {
    FindingRecord {
        token: finding.token + 1,
        steps: &finding.steps,
        no_edge: finding.no_edge,
        features: rounded(&finding.features),
        edge_features: (finding.edge_features.iter())
            .map(|features| rounded(features))
            .collect(),
        attributions: recorder.chain(statement),
        statement: recorder.statement(statement),
    }
}

fn rounded(features: &[(&'static str, f32)]) -> BTreeMap<&'static str, f64> {
    let round = |value: f32| (f64::from(value) * 10_000.0).round() / 10_000.0;
    let features = features.iter();
    features
        .map(|&(name, value)| (name, round(value)))
        .collect()
}

fn rejected<'a>(
    recorder: &Recorder<'a>,
    explained: &'a Explained,
    rejection: &'a Rejection,
) -> RejectionRecord<'a> {
    let annotated = &explained.extracted.annotated;
    let tokens = &annotated.sentences[rejection.sentence].tokens;
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
    let same = match rejection.reason {
        Reason::Duplicate(index) => explained.extracted.statements.get(index),
        _ => None,
    };
    RejectionRecord {
        word: word(rejection.token),
        extractor: rejection.kind.as_str(),
        reason: rejection.reason.as_str(),
        explanation: (rejection.reason).explain(|token| tokens[token].form.to_string()),
        about: rejection.reason.token().map(word),
        statement: same.map(|statement| recorder.statement_id(statement)),
    }
}
