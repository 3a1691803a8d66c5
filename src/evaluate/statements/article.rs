//! The statements of an article: each gold one must be there, with its speaker, polarity, modality and event.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::annotate::Models;
use crate::evaluate::analysis::{AnalysedPhrase, AnalysedStatement, Analysis};
use crate::evaluate::code_points::CodePoints;
use crate::evaluate::error::EvaluateError;
use crate::evaluate::figure::{Measured, percent};
use crate::evaluate::gold_file::{analyses, documents, records};
use crate::read::InputFormat;

/// A gold statement. Of each list one must occur in the words of its role; an empty string occurs in anything.
#[derive(Debug, Deserialize, Serialize)]
struct GoldStatement {
    /// Words of its sentence.
    sentence: String,
    subject: Vec<String>,
    relation: Vec<String>,
    object: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    polarity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modality: Option<String>,
    /// Alternatives parted by `|`.
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<String>,
    /// Whether it need not be found.
    #[serde(default)]
    optional: bool,
}

/// The figures of `NAME.gold.jsonl`, whose article is `NAME.txt` beside it.
pub(super) fn file(path: &Path, models: &Models) -> Result<Measured, EvaluateError> {
    let gold: Vec<GoldStatement> = records(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.split('.').next().unwrap_or_default();
    let article = documents(
        &path.with_file_name(format!("{stem}.txt")),
        InputFormat::Auto,
    )?;
    let analyses = analyses(article, models);
    measure(&gold, &analyses)
        .map_err(|line| EvaluateError::malformed(path, line, "the article has no such sentence"))
}

/// Compares; fails with the line of a gold statement whose sentence is nowhere.
fn measure(gold: &[GoldStatement], analyses: &[Analysis]) -> Result<Measured, usize> {
    let mut measured = Measured::default();
    let (mut found, mut wanted) = (0, 0);
    let mut checked: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (index, gold) in gold.iter().enumerate() {
        let analysis = analyses
            .iter()
            .find(|analysis| analysis.text.contains(&gold.sentence));
        let hits = gold.hits(analysis.ok_or(index + 1)?);
        if gold.optional {
            continue;
        }
        wanted += 1;
        found += usize::from(!hits.is_empty());
        // The first of those that have most right.
        let rights = |checks: &[(&str, bool)]| checks.iter().filter(|(_, right)| *right).count();
        let best = hits.into_iter().reduce(|best, next| {
            if rights(&next) > rights(&best) {
                next
            } else {
                best
            }
        });
        for name in gold.checks() {
            let right = best
                .iter()
                .flatten()
                .any(|&(check, right)| check == name && right);
            let (rights, asked) = checked.entry(name).or_default();
            *rights += usize::from(right);
            *asked += 1;
        }
        let wrong: Vec<&str> = (best.iter().flatten())
            .filter(|(_, right)| !right)
            .map(|(name, _)| *name)
            .collect();
        if best.is_none() || !wrong.is_empty() {
            // Gold records hold strings only, for which JSON always has a form.
            let record = serde_json::to_string(gold).expect("a record can be written as JSON");
            let what = match best {
                None => "missed".to_owned(),
                Some(_) => format!("wrong {}", wrong.join(", ")),
            };
            measured.misses.push(format!("{what}: {record}"));
        }
    }
    measured.add("statements", percent(found, wanted));
    for (name, (right, asked)) in checked {
        measured.add(name, percent(right, asked));
    }
    Ok(measured)
}

impl GoldStatement {
    /// What is checked of a statement that was found.
    fn checks(&self) -> Vec<&'static str> {
        let given = [
            ("source", self.source.is_some()),
            ("polarity", self.polarity.is_some()),
            ("modality", self.modality.is_some()),
            ("event", self.event.is_some()),
        ];
        given
            .iter()
            .filter(|(_, given)| *given)
            .map(|(name, _)| *name)
            .collect()
    }

    /// The checks of each statement of its sentence that it fits.
    fn hits(&self, analysis: &Analysis) -> Vec<Vec<(&'static str, bool)>> {
        let text = analysis.code_points();
        let bytes = analysis.text.find(&self.sentence).unwrap_or_default();
        let start = analysis.text[..bytes].chars().count();
        let end = start + self.sentence.chars().count();
        let inside = |statement: &&AnalysedStatement| {
            let sentence = &analysis.sentences[statement.sentence];
            sentence.start < end && start < sentence.end
        };
        let statements = analysis.statements.iter().filter(inside);
        statements
            .filter(|statement| self.fits(statement, &text))
            .map(|statement| {
                let right = |name: &'static str| (name, self.is_right(name, statement, analysis));
                self.checks().into_iter().map(right).collect()
            })
            .collect()
    }

    fn is_right(&self, check: &str, statement: &AnalysedStatement, analysis: &Analysis) -> bool {
        match check {
            "source" => {
                let said = analysis.speakers(statement).join(" | ").to_lowercase();
                contains(self.source.as_deref().unwrap_or_default(), &said)
            }
            "polarity" => self.polarity.as_ref() == Some(&statement.polarity),
            "modality" => self.modality.as_ref() == Some(&statement.modality),
            _ => {
                let event = statement.relation.event.as_deref().unwrap_or("");
                let mut wanted = self.event.iter().flat_map(|events| events.split('|'));
                wanted.any(|wanted| wanted == event)
            }
        }
    }

    /// Whether the statement as the clause has it, or one of its edges, has the words of every role.
    fn fits(&self, statement: &AnalysedStatement, text: &CodePoints) -> bool {
        let phrase = |phrase: &AnalysedPhrase| {
            let words = [phrase.text.as_deref(), phrase.actor.as_deref()];
            words
                .map(Option::unwrap_or_default)
                .join(" | ")
                .to_lowercase()
        };
        let relation = &statement.relation;
        let relation = [&*relation.text, &*relation.lemma, &*relation.predicate];
        let relation = relation.join(" | ").to_lowercase() + " ";
        let objects = statement.object.iter().chain(&statement.arguments);
        let objects = objects.map(phrase).collect::<Vec<_>>().join(" | ");
        let is = |subject: &str, relation: &str, objects: &str| {
            contains(&self.subject, subject)
                && contains(&self.relation, relation)
                && contains(&self.object, objects)
        };
        let end = |end: &AnalysedPhrase| end.names(text).join(" | ").to_lowercase();
        is(&phrase(&statement.subject), &relation, &objects)
            || statement.edges.iter().any(|edge| {
                let label = format!("{relation}| {} ", edge.label).to_lowercase();
                let target = format!("{} | {objects}", end(&edge.target));
                is(&end(&edge.source), &label, &target)
            })
    }
}

fn contains(alternatives: &[String], words: &str) -> bool {
    let mut alternatives = alternatives.iter();
    alternatives.any(|alternative| words.contains(&alternative.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_found_by_their_words_and_checked() {
        let analysis: Analysis = serde_json::from_str(
            r#"{"text": "Ann Oe warned Bo.", "sentences": [{"start": 0, "end": 17, "tokens": []}],
            "statements": [{"sentence": 0, "subject": {"text": "Ann Oe", "start": 0, "end": 6, "actor": "Ann Oe"},
                "relation": {"text": "warned", "lemma": "warn", "predicate": "warn", "event": "THREATEN"},
                "object": {"text": "Bo", "start": 14, "end": 16, "actor": null}, "arguments": [],
                "polarity": "positive", "modality": "asserted", "attribution": [], "edges": []}]}"#,
        )
        .unwrap();
        let gold = |line: &str| serde_json::from_str(line).unwrap();
        let gold = [
            gold(
                r#"{"sentence": "Ann Oe", "subject": ["oe"], "relation": ["warn"], "object": ["Bo"],
                "event": "REQUEST|THREATEN", "modality": "possible"}"#,
            ),
            gold(
                r#"{"sentence": "Ann", "subject": ["Bo"], "relation": [""], "object": [""], "source": ["Ann"]}"#,
            ),
            gold(
                r#"{"sentence": "Ann", "subject": ["Cy"], "relation": [""], "object": [""], "optional": true}"#,
            ),
        ];
        let measured = measure(&gold, &[analysis]).unwrap();
        assert_eq!(measured.value("statements"), 50.0);
        assert_eq!(measured.value("event"), 100.0);
        assert_eq!(measured.value("modality"), 0.0);
        assert_eq!(measured.value("source"), 0.0);
        assert_eq!(measured.misses.len(), 2);
    }

    #[test]
    fn a_sentence_that_is_nowhere_is_an_error() {
        let gold = r#"{"sentence": "Bo", "subject": [], "relation": [], "object": []}"#;
        let gold: GoldStatement = serde_json::from_str(gold).unwrap();
        assert_eq!(measure(&[gold], &[]), Err(1));
    }
}
