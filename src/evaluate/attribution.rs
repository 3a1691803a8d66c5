//! Who said what: the program's attributions paired with gold ones.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

use crate::annotate::Models;

use super::analysis::{AnalysedAttribution, AnalysedPhrase, Analysis};
use super::attributed::{AttributedText, AttributedWords, WordSet};
use super::counts::MatchCounts;
use super::error::EvaluateError;
use super::figure::Measured;
use super::gold_file::analysed;

const MODES: [&str; 3] = ["direct", "indirect", "mixed"];
const ROLES: [&str; 3] = ["source", "cue", "content"];

/// A document with its attributions.
#[derive(Debug, Deserialize)]
pub(super) struct AttributedDocument {
    id: String,
    attributions: Vec<AnalysedAttribution>,
    /// What annotators set aside.
    #[serde(default)]
    discard: Vec<AnalysedPhrase>,
}

/// The figures of a file of documents with attributions.
pub(super) fn file(path: &Path, models: &Models) -> Result<Measured, EvaluateError> {
    let documents: Vec<(AttributedDocument, Analysis)> = analysed(path, models)?;
    Ok(measure(&documents))
}

#[derive(Debug, Default)]
struct AttributionTally {
    who_said_what: MatchCounts,
    by_mode: BTreeMap<&'static str, MatchCounts>,
    /// Same start and end of [`ROLES`].
    exact: [MatchCounts; 3],
    misses: Vec<String>,
}

fn measure(documents: &[(AttributedDocument, Analysis)]) -> Measured {
    let mut tally = AttributionTally::default();
    for (gold, analysis) in documents {
        tally.add(gold, analysis);
    }
    let mut measured = Measured {
        misses: tally.misses,
        ..Measured::default()
    };
    measured.add("who-said-what F1", tally.who_said_what.f1());
    for mode in MODES {
        let counts = tally.by_mode.get(mode).copied().unwrap_or_default();
        measured.add(format!("who-said-what F1, {mode}"), counts.f1());
    }
    for (role, counts) in ROLES.iter().zip(tally.exact) {
        measured.add(format!("{role} exact F1"), counts.f1());
    }
    measured
}

impl AttributionTally {
    fn add(&mut self, document: &AttributedDocument, analysis: &Analysis) {
        let text = AttributedText::new(&analysis.text);
        let sets = |attributions: &[AnalysedAttribution]| -> Vec<AttributedWords> {
            attributions
                .iter()
                .map(|found| text.attribution(found))
                .collect()
        };
        let (gold, system) = (sets(&document.attributions), sets(&analysis.attributions));
        let mut unannotated = text.set(&document.discard).words;
        unannotated.extend(gold.iter().flat_map(|found| &found.content.words));
        for (gold, system) in pair_up(&gold, &system) {
            match (gold, system) {
                (Some(gold), Some(system)) if who_said_what(gold, system) => {}
                (Some(gold), _) if gold.source.words.is_empty() => {}
                (Some(gold), _) => self.miss(&document.id, "missed", &text, gold),
                // Annotators mark the outermost attribution only, and nothing in what they set aside.
                (None, Some(system)) if lies_in(&system.cue.words, &unannotated) => continue,
                (None, Some(system)) => self.miss(&document.id, "wrong", &text, system),
                (None, None) => continue,
            }
            self.count(gold, system);
        }
    }

    fn count(&mut self, gold: Option<&AttributedWords>, system: Option<&AttributedWords>) {
        let pair = gold.zip(system);
        let one = |holds: bool| usize::from(holds);
        let has_source = |side: Option<&AttributedWords>| {
            one(side.is_some_and(|side| !side.source.words.is_empty()))
        };
        let right = one(pair.is_some_and(|(gold, system)| who_said_what(gold, system)));
        let counts = MatchCounts::one_to_one(right, has_source(system), has_source(gold));
        self.who_said_what += counts;
        if let Some(side) = gold.or(system) {
            *self.by_mode.entry(side.mode).or_default() += counts;
        }
        for (exact, role) in self.exact.iter_mut().zip(ROLES) {
            let holds = |side: Option<&AttributedWords>| {
                one(side.is_some_and(|side| !side.role(role).words.is_empty()))
            };
            let same = pair.is_some_and(|(gold, system)| {
                let (gold, system) = (gold.role(role), system.role(role));
                !gold.words.is_empty() && !system.words.is_empty() && gold.spans == system.spans
            });
            *exact += MatchCounts::one_to_one(one(same), holds(system), holds(gold));
        }
    }

    fn miss(&mut self, id: &str, what: &str, text: &AttributedText, found: &AttributedWords) {
        let [source, cue, content] = ROLES.map(|role| text.slice(&found.role(role).spans));
        self.misses
            .push(format!("{id}: {what}: {source} | {cue} | {content}"));
    }
}

impl AttributedWords {
    fn role(&self, role: &str) -> &WordSet {
        match role {
            "source" => &self.source,
            "cue" => &self.cue,
            _ => &self.content,
        }
    }
}

fn lies_in(words: &BTreeSet<usize>, whole: &BTreeSet<usize>) -> bool {
    !words.is_empty() && words.is_subset(whole)
}

/// Sources that share a word, and contents that share half of the words of either.
fn who_said_what(gold: &AttributedWords, system: &AttributedWords) -> bool {
    let (a, b) = (&gold.content.words, &system.content.words);
    let longer = a.len().max(b.len());
    shared(&gold.source.words, &system.source.words) > 0 && longer > 0 && 2 * shared(a, b) >= longer
}

fn shared(a: &BTreeSet<usize>, b: &BTreeSet<usize>) -> usize {
    a.intersection(b).count()
}

fn dice(a: &WordSet, b: &WordSet) -> f64 {
    match a.words.len() + b.words.len() {
        0 => 0.0,
        both => 2.0 * shared(&a.words, &b.words) as f64 / both as f64,
    }
}

type SidePair<'a> = (Option<&'a AttributedWords>, Option<&'a AttributedWords>);

/// Pairs of gold and system, the most alike first, and what stays alone; every attribution once.
fn pair_up<'a>(gold: &'a [AttributedWords], system: &'a [AttributedWords]) -> Vec<SidePair<'a>> {
    let mut candidates = Vec::new();
    for (i, one) in gold.iter().enumerate() {
        for (j, other) in system.iter().enumerate() {
            let likeness = dice(&one.content, &other.content) + dice(&one.cue, &other.cue);
            if likeness > 0.0 {
                let rank = -likeness - dice(&one.source, &other.source) / 2.0;
                candidates.push((rank, i, j));
            }
        }
    }
    candidates.sort_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut left, mut right) = (vec![true; gold.len()], vec![true; system.len()]);
    let mut pairs: Vec<SidePair<'a>> = Vec::new();
    for (_, i, j) in candidates {
        if left[i] && right[j] {
            (left[i], right[j]) = (false, false);
            pairs.push((Some(&gold[i]), Some(&system[j])));
        }
    }
    let alone = gold.iter().zip(left).filter(|(_, alone)| *alone);
    pairs.extend(alone.map(|(gold, _)| (Some(gold), None)));
    let alone = system.iter().zip(right).filter(|(_, alone)| *alone);
    pairs.extend(alone.map(|(system, _)| (None, Some(system))));
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "“We sail,” Bo said. Ann Oe denied that “it” sank.";

    fn attributions(json: &str) -> Vec<AnalysedAttribution> {
        serde_json::from_str(json).unwrap()
    }

    fn figures(gold: &str, discard: &str, system: &str) -> Measured {
        let gold = AttributedDocument {
            id: "a".into(),
            attributions: attributions(gold),
            discard: serde_json::from_str(discard).unwrap(),
        };
        let analysis = Analysis {
            text: TEXT.into(),
            attributions: attributions(system),
            ..Analysis::default()
        };
        measure(&[(gold, analysis)])
    }

    const GOLD: &str = r#"[
        {"source": {"start": 11, "end": 13}, "cue": {"start": 14, "end": 18}, "content": [{"start": 0, "end": 10}]},
        {"source": {"start": 20, "end": 26}, "cue": {"start": 27, "end": 33}, "content": [{"start": 34, "end": 48}]}]"#;

    #[test]
    fn the_gold_itself_is_right() {
        let measured = figures(GOLD, "[]", GOLD);
        assert_eq!(measured.value("who-said-what F1"), 100.0);
        assert_eq!(measured.value("who-said-what F1, direct"), 100.0);
        assert_eq!(measured.value("who-said-what F1, mixed"), 100.0);
        assert_eq!(measured.value("who-said-what F1, indirect"), 0.0);
        assert_eq!(measured.value("content exact F1"), 100.0);
        assert!(measured.misses.is_empty());
    }

    #[test]
    fn half_of_the_content_is_enough() {
        // `Ann` for `Ann Oe`, `it sank` of `that it sank`: right, but not exact. The other one is not found: precision
        // 1 of 1, recall 1 of 2.
        let system = r#"[{"source": {"start": 20, "end": 23}, "cue": {"start": 27, "end": 33},
            "content": [{"start": 39, "end": 48}]}]"#;
        let measured = figures(GOLD, "[]", system);
        assert!((measured.value("who-said-what F1") - 200.0 / 3.0).abs() < 1e-9);
        assert_eq!(measured.value("source exact F1"), 0.0);
        assert!((measured.value("cue exact F1") - 200.0 / 3.0).abs() < 1e-9);
        assert_eq!(measured.misses.len(), 1);
    }

    #[test]
    fn what_annotators_set_aside_does_not_count() {
        let gold = r#"[{"source": {"start": 20, "end": 26}, "cue": {"start": 27, "end": 33},
            "content": [{"start": 34, "end": 48}]}]"#;
        let all = figures(gold, r#"[{"start": 0, "end": 19}]"#, GOLD);
        assert_eq!(all.value("who-said-what F1"), 100.0);
        let strict = figures(gold, "[]", GOLD);
        // Two found, one of them in the gold: precision 1 of 2, recall 1 of 1.
        assert!((strict.value("who-said-what F1") - 200.0 / 3.0).abs() < 1e-9);
    }
}
