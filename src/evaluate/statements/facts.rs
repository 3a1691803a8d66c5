//! Sentences, a line each, with the program's facts of them as slots of words.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use crate::annotate::{Models, annotate};
use crate::evaluate::code_points::solid;
use crate::evaluate::error::EvaluateError;
use crate::evaluate::gold_file::documents;
use crate::extract::{Fact, extract, facts};
use crate::read::InputFormat;

/// How brackets are written in tokenised text.
const BRACKETS: [&str; 6] = ["-LRB-", "-RRB-", "-LSB-", "-RSB-", "-LCB-", "-RCB-"];

/// A fact as words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FactWords {
    /// In thousandths, as the program prints it.
    pub(super) confidence: u32,
    /// Subject, relation and object.
    pub(super) slots: [Vec<String>; 3],
}

impl FactWords {
    pub(super) fn new(confidence: f32, slots: [&str; 3]) -> Self {
        let printed = format!("{confidence:.3}").replace('.', "");
        Self {
            confidence: printed.parse().unwrap_or_default(),
            slots: slots.map(words),
        }
    }

    /// The slots in a line.
    pub(super) fn line(&self) -> String {
        self.slots
            .each_ref()
            .map(|words| words.join(" "))
            .join(" | ")
    }
}

impl From<&Fact> for FactWords {
    fn from(fact: &Fact) -> Self {
        Self::new(
            fact.confidence,
            [&fact.subject, &fact.relation, &fact.object],
        )
    }
}

pub(super) fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// A sentence without white space and punctuation: gold and sentences may differ in these.
pub(super) fn sentence_key(sentence: &str) -> String {
    let mut text = solid(sentence);
    for bracket in BRACKETS {
        text = text.replace(bracket, "");
    }
    text.retain(|letter| !letter.is_ascii_punctuation());
    text
}

/// For each sentence of a file, by its key, the facts.
pub(super) fn facts_of(
    path: &Path,
    models: &Models,
) -> Result<BTreeMap<String, Vec<FactWords>>, EvaluateError> {
    let documents = documents(path, InputFormat::Lines)?.into_par_iter();
    let found: Vec<(String, Vec<FactWords>)> = documents
        .map(|document| {
            let key = sentence_key(&document.text);
            let extracted = extract(annotate(document, models), models);
            let facts = facts(&extracted, &models.lexicon);
            (key, facts.iter().map(FactWords::from).collect())
        })
        .collect();
    let mut by_sentence: BTreeMap<String, Vec<FactWords>> = BTreeMap::new();
    for (key, facts) in found {
        by_sentence.entry(key).or_default().extend(facts);
    }
    Ok(by_sentence)
}
