//! How well an engine does on a treebank whose words are given.

use std::fmt;
use std::path::Path;
use std::time::Instant;

use serde::{Deserialize, Serialize};

use crate::annotate::Engine;
use crate::text::{Deprel, Sentence, Token};
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
    /// Time that the engine took, in seconds.
    #[serde(skip)]
    pub seconds: f64,
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

/// Relations of words without content, which CLAS leaves out.
const FUNCTIONAL: [Deprel; 8] = [
    Deprel::Aux,
    Deprel::Cop,
    Deprel::Mark,
    Deprel::Det,
    Deprel::Clf,
    Deprel::Case,
    Deprel::Cc,
    Deprel::Punct,
];

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
    let start = Instant::now();
    engine.annotate(&mut system);
    let seconds = start.elapsed().as_secs_f64();
    Ok(Scores {
        seconds,
        ..compare(&gold, &system)
    })
}

fn compare(gold: &[Sentence], system: &[Sentence]) -> Scores {
    let tokens = |sentences: &[Sentence]| -> Vec<Token> {
        let tokens = sentences.iter().flat_map(|sentence| &sentence.tokens);
        tokens.cloned().collect()
    };
    let (gold, system) = (tokens(gold), tokens(system));
    let share = |of: &dyn Fn(&Token) -> bool, right: &dyn Fn(&Token, &Token) -> bool| {
        let pairs = || gold.iter().zip(&system).filter(|(gold, _)| of(gold));
        let hits = pairs().filter(|(gold, system)| right(gold, system)).count();
        let all = pairs().count();
        per_cent(hits, all)
    };
    let all = |_: &Token| true;
    let content = |token: &Token| !token.is_any(&FUNCTIONAL);
    let labelled = |gold: &Token, system: &Token| {
        gold.head == system.head && gold.relation() == system.relation()
    };
    Scores {
        words: gold.len(),
        seconds: 0.0,
        upos: share(&all, &|gold, system| gold.upos == system.upos),
        xpos: share(&all, &|gold, system| gold.xpos == system.xpos),
        uas: share(&all, &|gold, system| gold.head == system.head),
        las: share(&all, &labelled),
        clas: {
            let count = |tokens: &[Token]| tokens.iter().filter(|token| content(token)).count();
            let hits = gold.iter().zip(&system);
            let hits = hits.filter(|(gold, system)| content(gold) && labelled(gold, system));
            per_cent(2 * hits.count(), count(&gold) + count(&system))
        },
        labels: share(&all, &|gold, system| {
            gold.head == system.head && gold.deprel == system.deprel
        }),
    }
}

/// Per cent to two places, 0 of nothing.
fn per_cent(part: usize, all: usize) -> f64 {
    (10_000.0 * part as f64 / all.max(1) as f64).round() / 100.0
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
