//! How well an engine does on a treebank whose words are given.

use std::fmt;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::annotate::Engine;
use crate::evaluate::{TreeCounts, Treebank};
use crate::text::{Sentence, Token};
use crate::train::TrainError;

/// Per cent of words that are right, as the CoNLL 2018 shared task counts: relations without their subtypes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Scores {
    /// Universal parts of speech.
    pub upos: f64,
    /// Treebank parts of speech.
    pub xpos: f64,
    /// Heads.
    pub uas: f64,
    /// Heads with their relations.
    pub las: f64,
    /// Heads with their relations, of content words.
    pub clas: f64,
    /// Heads with their relations, subtypes included.
    pub labels: f64,
    /// Words measured.
    pub words: usize,
}

impl fmt::Display for Scores {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "UPOS {:.2}  XPOS {:.2}  UAS {:.2}  LAS {:.2}  CLAS {:.2}  full labels {:.2}",
            self.upos, self.xpos, self.uas, self.las, self.clas, self.labels
        )
    }
}

/// Runs the engine over the words of a CoNLL-U file and compares.
///
/// # Errors
/// If the file cannot be read.
pub fn evaluate(engine: &dyn Engine, path: &Path) -> Result<Scores, TrainError> {
    let text = std::fs::read_to_string(path).map_err(|error| TrainError::file(path, error))?;
    let (documents, _) = crate::read::conllu::read("treebank", &text);
    let given = documents.into_iter().filter_map(|document| document.given);
    let gold: Vec<Sentence> = given.flat_map(|given| given.sentences).collect();
    let mut system = gold.clone();
    for token in system.iter_mut().flat_map(|sentence| &mut sentence.tokens) {
        *token = Token {
            span: token.span,
            form: token.form.clone(),
            space_after: token.space_after,
            ..Token::default()
        };
    }
    engine.annotate(&mut system);
    Ok(compare(&gold, &system))
}

fn compare(gold: &[Sentence], system: &[Sentence]) -> Scores {
    let treebank = |sentences: &[Sentence]| {
        let mut treebank = Treebank::default();
        treebank.add_words(sentences);
        treebank
    };
    // Both have the words of the file.
    let counts = TreeCounts::compare(&treebank(gold), &treebank(system)).unwrap_or_default();
    let [upos, xpos, _] = counts.tags().map(rounded);
    let [uas, las, clas, labels] = counts.trees().map(rounded);
    Scores {
        upos,
        xpos,
        uas,
        las,
        clas,
        labels,
        words: gold.iter().map(|sentence| sentence.tokens.len()).sum(),
    }
}

/// To two places.
fn rounded(percent: f64) -> f64 {
    (100.0 * percent).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOLD: &str = "\
1\tOslo\t_\tPROPN\tNNP\t_\t3\tnsubj:pass\t_\t_
2\twas\t_\tAUX\tVBD\t_\t3\taux:pass\t_\t_
3\tpraised\t_\tVERB\tVBN\t_\t0\troot\t_\t_
4\ttwice\t_\tADV\tRB\t_\t3\tadvmod\t_\t_

";

    fn sentences(text: &str) -> Vec<Sentence> {
        let (documents, _) = crate::read::conllu::read("test", text);
        let given = documents.into_iter().filter_map(|document| document.given);
        given.flat_map(|given| given.sentences).collect()
    }

    #[test]
    fn scores_count_what_is_right() {
        let gold = sentences(GOLD);
        let same = compare(&gold, &gold);
        assert_eq!(
            (same.upos, same.las, same.clas, same.labels),
            (100.0, 100.0, 100.0, 100.0)
        );
        let system = sentences(
            &GOLD
                .replace("nsubj:pass", "nsubj")
                .replace("3\tadvmod", "2\tobl"),
        );
        let scores = compare(&gold, &system);
        assert_eq!((scores.upos, scores.uas, scores.las), (100.0, 75.0, 75.0));
        assert_eq!(scores.labels, 50.0);
        assert_eq!(scores.clas, 66.67);
    }
}
