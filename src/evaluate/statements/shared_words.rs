//! Facts against gold tuples by the words that they share, as CaRB counts (Bhardwaj, Aggarwal and Mausam 2019).

use std::collections::BTreeMap;
use std::path::Path;

use crate::annotate::Models;
use crate::evaluate::counts::harmonic_mean;
use crate::evaluate::error::{EvaluateError, read_text};
use crate::evaluate::figure::Measured;
use crate::evaluate::word_table;

use super::facts::{FactWords, facts_of, sentence_key, words};

/// A field with this is a context, which does not count.
const CONTEXT: &str = "C: ";
/// What stands for any form of the verb.
const BE: &str = "be";

/// A gold tuple.
#[derive(Debug, Clone, PartialEq)]
struct GoldTuple {
    relation: Vec<String>,
    /// Whether its subject and object may change places.
    speech: bool,
    /// The subject, and the object with all further arguments.
    arguments: Vec<Vec<String>>,
}

type Tuples = BTreeMap<String, Vec<GoldTuple>>;
type FactsBySentence = BTreeMap<String, Vec<FactWords>>;

/// The figures of a folder with `gold.tsv`.
pub(super) fn file(
    gold: &Path,
    sentences: &Path,
    models: &Models,
) -> Result<Measured, EvaluateError> {
    let found = facts_of(sentences, models)?;
    let mut gold = read(&read_text(gold)?);
    gold.retain(|key, _| found.contains_key(key));
    Ok(measure(&gold, &found))
}

fn read(text: &str) -> Tuples {
    let mut gold = Tuples::new();
    for line in text.lines() {
        let fields: Vec<&str> = line.trim().split('\t').map(str::trim).collect();
        let [sentence, relation, arguments @ ..] = fields.as_slice() else {
            continue;
        };
        let arguments = arguments.iter().filter(|field| !field.contains(CONTEXT));
        let mut arguments = arguments.map(|field| words(field));
        let first = arguments.next();
        let rest: Vec<Vec<String>> = arguments.collect();
        let rest = (!rest.is_empty()).then(|| rest.concat());
        let tuple = GoldTuple {
            relation: words(relation),
            speech: word_table::words("speech").any(|verb| relation.contains(verb)),
            arguments: first.into_iter().chain(rest).collect(),
        };
        gold.entry(sentence_key(sentence)).or_default().push(tuple);
    }
    gold
}

/// What the totals gain when the facts of a confidence are let in.
#[derive(Debug, Clone, Copy, Default)]
struct Gain {
    precision: f64,
    facts: usize,
    recall: f64,
}

/// Precision, recall and F1 at the confidence with the best F1.
fn measure(gold: &Tuples, found: &FactsBySentence) -> Measured {
    let mut measured = Measured::default();
    let mut steps: BTreeMap<u32, Gain> = BTreeMap::new();
    for (key, tuples) in gold {
        let facts = found.get(key).map_or(&[][..], Vec::as_slice);
        let scores = scores(tuples, facts);
        let mut confidences: Vec<u32> = facts.iter().map(|fact| fact.confidence).collect();
        confidences.sort_unstable_by(|a, b| b.cmp(a));
        confidences.dedup();
        let mut before = Gain::default();
        for confidence in confidences {
            let kept = facts.iter().enumerate();
            let kept: Vec<usize> = kept
                .filter(|(_, fact)| fact.confidence >= confidence)
                .map(|(index, _)| index)
                .collect();
            let now = sums(&scores, &kept);
            let step = steps.entry(confidence).or_default();
            step.precision += now.precision - before.precision;
            step.facts += now.facts - before.facts;
            step.recall += now.recall - before.recall;
            before = now;
        }
        measured.misses.extend(misses(tuples, facts, &scores));
    }
    let size: usize = gold.values().map(Vec::len).sum();
    let (mut sum, mut best) = (Gain::default(), (0.0, 0.0, 0.0));
    for step in steps.values().rev() {
        sum.precision += step.precision;
        sum.facts += step.facts;
        sum.recall += step.recall;
        let precision = sum.precision / sum.facts as f64;
        let recall = sum.recall / size as f64;
        let f1 = harmonic_mean(precision, recall);
        if f1 > best.2 {
            best = (precision, recall, f1);
        }
    }
    measured.add("precision", 100.0 * best.0);
    measured.add("recall", 100.0 * best.1);
    measured.add("f1", 100.0 * best.2);
    measured
}

type ScoreTable = Vec<Vec<(f64, f64)>>;

/// For each tuple and fact precision and recall.
fn scores(tuples: &[GoldTuple], facts: &[FactWords]) -> ScoreTable {
    let row = |tuple: &GoldTuple| facts.iter().map(|fact| tuple.score(fact)).collect();
    tuples.iter().map(row).collect()
}

impl GoldTuple {
    /// Precision and recall of one fact.
    fn score(&self, fact: &FactWords) -> (f64, f64) {
        let [subject, relation, object] = &fact.slots;
        let mut arguments = vec![subject.as_slice()];
        if !object.is_empty() {
            arguments.push(object);
        }
        let forward = self.score_in_order(relation, &arguments);
        if !self.speech {
            return forward;
        }
        arguments.reverse();
        let back = self.score_in_order(relation, &arguments);
        if back > forward { back } else { forward }
    }

    fn score_in_order(&self, relation: &[String], arguments: &[&[String]]) -> (f64, f64) {
        let mut hits = shared(&self.relation, relation);
        let count = |words: &[String]| words.iter().filter(|word| *word == BE).count();
        let left_over = count(relation) > count(&self.relation);
        if left_over && self.relation.iter().any(|word| word_table::holds(BE, word)) {
            hits += 1;
        }
        if hits == 0 || arguments.len() < self.arguments.len() {
            return (0.0, 0.0);
        }
        let (mut said, mut meant) = (relation.len(), self.relation.len());
        for (gold, words) in self.arguments.iter().zip(arguments) {
            hits += shared(gold, words);
            said += words.len();
            meant += gold.len();
        }
        (hits as f64 / said as f64, hits as f64 / meant as f64)
    }
}

/// How many words two slots share, each as often as it stands in both.
fn shared(a: &[String], b: &[String]) -> usize {
    let mut rest: Vec<&String> = b.iter().collect();
    let mut shared = 0;
    for word in a {
        if let Some(at) = rest.iter().position(|other| *other == word) {
            rest.swap_remove(at);
            shared += 1;
        }
    }
    shared
}

/// Precision and recall summed: each tuple answers for one fact, the best first, and takes its best one.
fn sums(scores: &ScoreTable, kept: &[usize]) -> Gain {
    let best = |row: &Vec<(f64, f64)>| {
        let recalls = kept.iter().map(|&fact| row[fact].1);
        recalls.fold(0.0, f64::max)
    };
    let recall = scores.iter().map(best).sum();
    let rows = scores.iter().enumerate();
    let mut pairs: Vec<(f64, usize, usize)> = rows
        .flat_map(|(tuple, row)| kept.iter().map(move |&fact| (row[fact].0, tuple, fact)))
        .collect();
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut tuples, mut facts) = (Vec::new(), Vec::new());
    let mut precision = 0.0;
    for (score, tuple, fact) in pairs {
        if !tuples.contains(&tuple) && !facts.contains(&fact) {
            tuples.push(tuple);
            facts.push(fact);
            precision += score;
        }
    }
    Gain {
        precision,
        facts: kept.len(),
        recall,
    }
}

/// Tuples of which less than half is found, and facts of which less than half is in the best tuple.
fn misses(tuples: &[GoldTuple], facts: &[FactWords], scores: &ScoreTable) -> Vec<String> {
    let missed = tuples.iter().zip(scores).filter_map(|(tuple, row)| {
        let recall = row.iter().map(|score| score.1).fold(0.0, f64::max);
        let slots = tuple.arguments.iter().map(|words| words.join(" "));
        let slots = slots.collect::<Vec<_>>().join(" | ");
        (recall < 0.5).then(|| format!("missed: {} | {slots}", tuple.relation.join(" ")))
    });
    let wrong = facts.iter().enumerate().filter_map(|(index, fact)| {
        let precision = scores.iter().map(|row| row[index].0).fold(0.0, f64::max);
        (precision < 0.5).then(|| format!("wrong: {}", fact.line()))
    });
    missed.chain(wrong).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(gold: &str, facts: &[(f32, [&str; 3])]) -> [f64; 3] {
        let facts = facts
            .iter()
            .map(|(confidence, slots)| FactWords::new(*confidence, *slots));
        let found = BTreeMap::from([(sentence_key("Ann met Bo in Oslo ."), facts.collect())]);
        let measured = measure(&read(gold), &found);
        ["precision", "recall", "f1"].map(|name| measured.value(name))
    }

    #[test]
    fn words_count_slot_by_slot() {
        let gold = "Ann met Bo in Oslo .\tmet\tAnn\tBo\tin Oslo\n";
        // Three of three words are right, three of five are found.
        let [precision, recall, f1] = figures(gold, &[(0.9, ["Ann", "met", "Bo"])]);
        assert!((precision - 100.0).abs() < 1e-9 && (recall - 60.0).abs() < 1e-9);
        assert!((f1 - 75.0).abs() < 1e-9);
        assert_eq!(figures(gold, &[(0.9, ["Ann", "saw", "Bo"])]), [0.0; 3]);
    }

    #[test]
    fn a_second_fact_for_one_tuple_costs_precision_unless_it_is_less_sure() {
        let gold = "Ann met Bo in Oslo .\tmet\tAnn\tBo in Oslo\n";
        let whole = (0.9, ["Ann", "met", "Bo in Oslo"]);
        let [precision, recall, _] = figures(gold, &[whole, (0.9, ["Ann", "met", "Bo"])]);
        assert!((precision - 50.0).abs() < 1e-9 && (recall - 100.0).abs() < 1e-9);
        let [precision, recall, _] = figures(gold, &[whole, (0.4, ["Ann", "met", "Bo"])]);
        assert!((precision - 100.0).abs() < 1e-9 && (recall - 100.0).abs() < 1e-9);
    }

    #[test]
    fn contexts_do_not_count_and_speakers_may_stand_behind() {
        let gold = "Ann met Bo in Oslo .\tsaid\tAnn\thello\tC: in Oslo\n";
        let [precision, recall, _] = figures(gold, &[(0.9, ["hello", "said", "Ann"])]);
        assert!((precision - 100.0).abs() < 1e-9 && (recall - 100.0).abs() < 1e-9);
    }
}
