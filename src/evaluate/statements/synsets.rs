//! Facts against sets of formulations of one fact each, as BenchIE counts (Gashteovski et al. 2022).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use regex::Regex;

use crate::annotate::Models;
use crate::evaluate::counts::MatchCounts;
use crate::evaluate::error::{EvaluateError, read_text};
use crate::evaluate::figure::Measured;

use super::facts::{FactWords, facts_of, sentence_key, words};

const ARROW: &str = " --> ";
const SYNSET: &str = "--> Cluster";
const SENTENCE: &str = "sent_id:";

/// Words in brackets with what is written onto them, or one word.
static PART: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\S*\[[^\]]*\]\S*|\S+").expect("the pattern is sound"));

/// Words that stay together, and whether they may be left out.
type SlotPart = (Vec<String>, bool);
/// Subject, relation and object.
type Formulation = Vec<Vec<SlotPart>>;
type Synsets = BTreeMap<String, Vec<Vec<Formulation>>>;

/// The figures of a folder with `gold.txt`.
pub(super) fn file(
    gold: &Path,
    sentences: &Path,
    models: &Models,
) -> Result<Measured, EvaluateError> {
    let found = facts_of(sentences, models)?;
    let mut synsets = read(&read_text(gold)?)
        .map_err(|(line, problem)| EvaluateError::malformed(gold, line, problem))?;
    synsets.retain(|key, _| found.contains_key(key));
    Ok(measure(&synsets, &found))
}

fn read(text: &str) -> Result<Synsets, (usize, &'static str)> {
    let mut gold = Synsets::new();
    let mut key = None;
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        let error = |problem| (index + 1, problem);
        if line.starts_with(SENTENCE) {
            let (_, sentence) = line.split_once('\t').ok_or(error("no sentence"))?;
            key = Some(sentence_key(sentence));
            continue;
        }
        let opens = line
            .find(SYNSET)
            .is_some_and(|at| at > 0 && !line[..at].contains(char::is_whitespace));
        if !opens && !line.contains(ARROW) {
            continue;
        }
        let key = key.clone().ok_or(error("no sentence before it"))?;
        let synsets = gold.entry(key).or_default();
        if opens {
            synsets.push(Vec::new());
        } else {
            let slots = line.split(ARROW).take(3).map(parts);
            let synset = synsets.last_mut().ok_or(error("no cluster before it"))?;
            synset.push(slots.collect());
        }
    }
    Ok(gold)
}

fn parts(slot: &str) -> Vec<SlotPart> {
    let parts = PART.find_iter(slot).map(|part| part.as_str());
    parts
        .map(|part| (words(&part.replace(['[', ']'], "")), part.contains('[')))
        .collect()
}

/// Whether the words are the slot, with or without what may be left out.
fn fits(slot: &[SlotPart], given: &[String]) -> bool {
    let Some(((words, optional), rest)) = slot.split_first() else {
        return given.is_empty();
    };
    let taken = given
        .strip_prefix(words.as_slice())
        .is_some_and(|left| fits(rest, left));
    taken || (*optional && fits(rest, given))
}

/// The first synset with a formulation that the fact is.
fn synset_of(synsets: &[Vec<Formulation>], fact: &FactWords) -> Option<usize> {
    let is = |formulation: &Formulation| {
        let mut slots = formulation.iter().zip(&fact.slots);
        slots.all(|(slot, words)| fits(slot, words))
    };
    synsets.iter().position(|synset| synset.iter().any(is))
}

fn measure(gold: &Synsets, found: &BTreeMap<String, Vec<FactWords>>) -> Measured {
    let mut measured = Measured::default();
    let mut counts = MatchCounts::default();
    for (key, synsets) in gold {
        let facts = found.get(key).map_or(&[][..], Vec::as_slice);
        let places: Vec<Option<usize>> =
            facts.iter().map(|fact| synset_of(synsets, fact)).collect();
        let hit: BTreeSet<usize> = places.iter().copied().flatten().collect();
        let wrong = places.iter().filter(|place| place.is_none()).count();
        counts += MatchCounts::one_to_one(hit.len(), hit.len() + wrong, synsets.len());
        let missed = synsets
            .iter()
            .enumerate()
            .filter(|(place, _)| !hit.contains(place));
        let missed = missed.filter_map(|(_, synset)| synset.first());
        let missed = missed.map(|formulation| format!("missed: {}", line(formulation)));
        let wrong = facts
            .iter()
            .zip(&places)
            .filter(|(_, place)| place.is_none());
        let wrong = wrong.map(|(fact, _)| format!("wrong: {}", fact.line()));
        measured.misses.extend(missed.chain(wrong));
    }
    measured.add("precision", counts.precision());
    measured.add("recall", counts.recall());
    measured.add("f1", counts.f1());
    measured
}

fn line(formulation: &Formulation) -> String {
    let part = |(words, optional): &SlotPart| match optional {
        true => format!("[{}]", words.join(" ")),
        false => words.join(" "),
    };
    let slots = formulation.iter();
    let slots = slots.map(|slot| slot.iter().map(part).collect::<Vec<_>>().join(" "));
    slots.collect::<Vec<_>>().join(" | ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOLD: &str = "sent_id:1\tAnn ran the old mill of Lund .\n\
        1--> Cluster 1:\n\
        Ann --> ran --> [the] [old] mill [of Lund]\n\
        1--> Cluster 2:\n\
        Ann --> ran [the] mill of --> Lund\n\
        Ann --> ran [the] mill --> of Lund\n";

    fn figures(facts: &[[&str; 3]]) -> [f64; 3] {
        let facts = facts
            .iter()
            .map(|slots| FactWords::new(0.5, *slots))
            .collect();
        let found = BTreeMap::from([(sentence_key("Ann ran the old mill of Lund."), facts)]);
        let measured = measure(&read(GOLD).unwrap(), &found);
        ["precision", "recall", "f1"].map(|name| measured.value(name))
    }

    #[test]
    fn words_in_brackets_may_be_left_out() {
        assert_eq!(
            figures(&[["Ann", "ran", "the mill"]]),
            [100.0, 50.0, 200.0 / 3.0]
        );
        assert_eq!(figures(&[["Ann", "ran", "the old"]]), [0.0; 3]);
    }

    #[test]
    fn a_second_formulation_costs_nothing_and_a_wrong_fact_does() {
        let twice = [
            ["Ann", "ran mill of", "Lund"],
            ["Ann", "ran the mill", "of Lund"],
        ];
        assert_eq!(figures(&twice), [100.0, 50.0, 200.0 / 3.0]);
        let wrong = [["Ann", "ran", "mill of Lund"], ["mill", "ran", "Ann"]];
        assert_eq!(figures(&wrong), [50.0, 50.0, 50.0]);
        assert!(read("Ann --> ran --> mill").is_err());
    }
}
