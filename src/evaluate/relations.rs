//! Mentions and pairs of related ones, whatever the relation.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

use crate::annotate::Models;

use super::analysis::{AnalysedPhrase, Analysis};
use super::code_points::CodePoints;
use super::counts::MatchCounts;
use super::error::EvaluateError;
use super::events::has_content;
use super::figure::{Measured, percent};
use super::gold_file::analysed;

/// A longer phrase is no mention, unless the gold one is as long.
const LONGEST: usize = 15;
/// What annotators are less sure of is left out.
const SURE: f64 = 0.5;

type Range = (usize, usize);

/// A text with its mentions and relations.
#[derive(Debug, Deserialize)]
pub(super) struct RelatedDocument {
    id: String,
    mentions: Vec<RelatedMention>,
    relations: Vec<RelatedPair>,
}

#[derive(Debug, Deserialize)]
struct RelatedMention {
    start: usize,
    end: usize,
    #[serde(default = "sure")]
    confidence: f64,
}

#[derive(Debug, Deserialize)]
struct RelatedPair {
    r#type: String,
    source: Range,
    target: Range,
    #[serde(default = "sure")]
    confidence: f64,
}

fn sure() -> f64 {
    1.0
}

/// The figures of a file of documents with relations.
pub(super) fn file(path: &Path, models: &Models) -> Result<Measured, EvaluateError> {
    let documents: Vec<(RelatedDocument, Analysis)> = analysed(path, models)?;
    Ok(measure(&documents))
}

/// Related pairs that were found, and found pairs that are related.
#[derive(Debug, Default)]
struct PairTally {
    found: usize,
    gold: usize,
    right: usize,
    links: usize,
}

#[derive(Debug, Default)]
struct RelationTally {
    mentions: MatchCounts,
    /// Pairs within edges.
    statements: PairTally,
    /// The same with pairs of an end and an argument.
    arguments: PairTally,
    misses: Vec<String>,
}

fn measure(documents: &[(RelatedDocument, Analysis)]) -> Measured {
    let mut tally = RelationTally::default();
    for (gold, analysis) in documents {
        tally.add(gold, analysis);
    }
    let mut measured = Measured {
        misses: tally.misses,
        ..Measured::default()
    };
    measured.add("mention overlap F1", tally.mentions.f1());
    for (name, pairs) in [
        ("statement", tally.statements),
        ("+arguments", tally.arguments),
    ] {
        measured.add(
            format!("pairs {name} recall"),
            percent(pairs.found, pairs.gold),
        );
        measured.add(
            format!("pairs {name} precision"),
            percent(pairs.right, pairs.links),
        );
    }
    measured
}

impl RelationTally {
    fn add(&mut self, document: &RelatedDocument, analysis: &Analysis) {
        let text = analysis.code_points();
        let gold = document
            .mentions
            .iter()
            .filter(|mention| mention.confidence >= SURE);
        let gold: Vec<Range> = gold.map(|mention| (mention.start, mention.end)).collect();
        let mut seen = BTreeSet::new();
        let mentions = analysis
            .mentions
            .iter()
            .map(|mention| (mention.start, mention.end));
        let mentions: Vec<Range> = mentions
            .filter(|range| range.1 > range.0 && seen.insert(*range))
            .collect();
        let matched = matched(&mentions, &gold, &text);
        self.mentions += MatchCounts::one_to_one(matched, mentions.len(), gold.len());

        let mut pairs: BTreeMap<(Range, Range, &str), &RelatedPair> = BTreeMap::new();
        for pair in &document.relations {
            if pair.confidence >= SURE && pair.source != pair.target {
                let (one, other) = ordered(pair.source, pair.target);
                pairs.entry((one, other, &pair.r#type)).or_insert(pair);
            }
        }
        let (statements, arguments) = links(analysis);
        let wider = [statements.clone(), arguments].concat();
        for (&(one, other, name), pair) in &pairs {
            let joined = |links: &[(Range, Range)]| {
                let joins =
                    |a: Range, b: Range| meets(a, one, &text) > 0 && meets(b, other, &text) > 0;
                links.iter().any(|&(a, b)| joins(a, b) || joins(b, a))
            };
            let (narrow, wide) = (joined(&statements), joined(&wider));
            self.statements.gold += 1;
            self.arguments.gold += 1;
            self.statements.found += usize::from(narrow);
            self.arguments.found += usize::from(wide);
            if !wide {
                let words = |range: Range| text.slice(range.0, range.1);
                let (source, target) = (words(pair.source), words(pair.target));
                self.misses.push(format!(
                    "{}: missed {name}: {source} -> {target}",
                    document.id
                ));
            }
        }
        let known: BTreeSet<(Range, Range)> = pairs.keys().map(|key| (key.0, key.1)).collect();
        let ends = known.iter().flat_map(|&(one, other)| [one, other]);
        let ends: BTreeSet<Range> = ends.chain(gold).collect();
        self.statements.add_links(&statements, &ends, &known, &text);
        self.arguments.add_links(&wider, &ends, &known, &text);
    }
}

impl PairTally {
    /// Counts the links between two gold mentions, and those of them that are related.
    fn add_links(
        &mut self,
        links: &[(Range, Range)],
        ends: &BTreeSet<Range>,
        known: &BTreeSet<(Range, Range)>,
        text: &CodePoints,
    ) {
        let links: BTreeSet<_> = links.iter().map(|&(a, b)| ordered(a, b)).collect();
        for (a, b) in links {
            let met = |span: Range| -> Vec<Range> {
                let ends = ends.iter().copied();
                ends.filter(|&end| meets(span, end, text) > 0).collect()
            };
            let (of_a, of_b) = (met(a), met(b));
            let crossed = of_a
                .iter()
                .flat_map(|&one| of_b.iter().map(move |&other| (one, other)));
            let crossed: Vec<_> = crossed
                .filter(|(one, other)| one != other)
                .map(|(one, other)| ordered(one, other))
                .collect();
            if !crossed.is_empty() {
                self.links += 1;
                self.right += usize::from(crossed.iter().any(|pair| known.contains(pair)));
            }
        }
    }
}

fn ordered(one: Range, other: Range) -> (Range, Range) {
    (one.min(other), one.max(other))
}

/// Pairs of places: the ends of edges, and subject or object with an argument.
#[allow(clippy::type_complexity, reason = "two lists of pairs of places")]
fn links(analysis: &Analysis) -> (Vec<(Range, Range)>, Vec<(Range, Range)>) {
    let place =
        |phrase: &AnalysedPhrase| (phrase.end > phrase.start).then_some((phrase.start, phrase.end));
    let link = |one: Option<Range>, other: Option<Range>| {
        one.zip(other).filter(|(one, other)| one != other)
    };
    let (mut edges, mut arguments) = (Vec::new(), Vec::new());
    for statement in &analysis.statements {
        let pairs = statement.edges.iter();
        edges.extend(pairs.filter_map(|edge| link(place(&edge.source), place(&edge.target))));
        let subject = place(&statement.subject);
        let object = statement.object.as_ref().and_then(place);
        for argument in &statement.arguments {
            arguments.extend(link(subject, place(argument)));
            arguments.extend(link(object, place(argument)));
        }
    }
    (edges, arguments)
}

/// How many code points a phrase shares with a gold one; 0 if no content word is among them or it is too long.
fn meets(span: Range, gold: Range, text: &CodePoints) -> usize {
    let (start, end) = (span.0.max(gold.0), span.1.min(gold.1));
    let words = |range: Range| text.slice(range.0, range.1).split_whitespace().count();
    if start >= end || words(span) > LONGEST.max(2 * words(gold)) {
        return 0;
    }
    let content = |range: Range| has_content(&text.slice(range.0, range.1), "relations");
    if content((start, end)) || !content(gold) {
        end - start
    } else {
        0
    }
}

/// How many can be paired one to one, those that share most first.
fn matched(mentions: &[Range], gold: &[Range], text: &CodePoints) -> usize {
    let mut pairs = Vec::new();
    for (i, &mention) in mentions.iter().enumerate() {
        for (j, &gold) in gold.iter().enumerate() {
            let shared = meets(mention, gold, text);
            if shared > 0 {
                let difference = (mention.1 - mention.0).abs_diff(gold.1 - gold.0);
                pairs.push((Reverse(shared), difference, i, j));
            }
        }
    }
    pairs.sort_unstable();
    let (mut used, mut found) = (BTreeSet::new(), BTreeSet::new());
    for (_, _, i, j) in pairs {
        if !used.contains(&i) && !found.contains(&j) {
            used.insert(i);
            found.insert(j);
        }
    }
    found.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn related_pairs_are_found_in_edges_and_arguments() {
        // Mentions: `The rebels`, `Palu`, `June`; the gold also has `the port` and is not sure of `June`.
        let gold: RelatedDocument = serde_json::from_str(
            r#"{"id": "a", "mentions": [{"start": 0, "end": 10}, {"start": 16, "end": 24}, {"start": 28, "end": 32},
                {"start": 36, "end": 40, "confidence": 0.2}],
            "relations": [{"type": "Fights", "source": [0, 10], "target": [16, 24]},
                {"type": "Located", "source": [16, 24], "target": [28, 32]},
                {"type": "Located", "source": [0, 10], "target": [36, 40], "confidence": 0.1}]}"#,
        )
        .unwrap();
        let analysis: Analysis = serde_json::from_str(
            r#"{"text": "The rebels took the port of Palu in June.",
            "mentions": [{"start": 4, "end": 10, "kind": "nominal"}, {"start": 28, "end": 32, "kind": "name"},
                {"start": 36, "end": 40, "kind": "name"}],
            "statements": [{"sentence": 0, "subject": {"start": 0, "end": 10}, "object": {"start": 16, "end": 24},
                "relation": {"text": "took", "lemma": "take", "predicate": "take"},
                "arguments": [{"start": 28, "end": 32}],
                "polarity": "positive", "modality": "asserted", "attribution": [],
                "edges": [{"source": {"start": 0, "end": 10}, "label": "take", "target": {"start": 16, "end": 24}}]}]}"#,
        )
        .unwrap();
        let measured = measure(&[(gold, analysis)]);
        // Two of three mentions on either side.
        assert!((measured.value("mention overlap F1") - 200.0 / 3.0).abs() < 1e-9);
        assert_eq!(measured.value("pairs statement recall"), 50.0);
        assert_eq!(measured.value("pairs statement precision"), 100.0);
        assert_eq!(measured.value("pairs +arguments recall"), 100.0);
        // Rebels and port, port and Palu are related; rebels and Palu are not.
        assert!((measured.value("pairs +arguments precision") - 200.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn small_words_alone_do_not_meet() {
        let text = CodePoints::new("the end of it");
        assert_eq!(meets((0, 3), (0, 7), &text), 0);
        assert_eq!(meets((0, 7), (4, 7), &text), 3);
    }
}
