//! The probability that a statement or an edge is right, from its features.

use crate::extract::extractor::FoundStatement;
use crate::extract::{Attribution, SentenceContext, Statement};
use crate::lexicon::ConfidenceWeights;
use crate::model::kernel;

use super::edge_feature::edge_features;
use super::{Doubts, features};

/// Sets the confidence of a statement and gives back what it was estimated from: nothing for the statements of extractors that
/// are not this program's, which keep what these say.
pub(crate) fn fill(
    context: &SentenceContext<'_>,
    doubts: &Doubts,
    found: &mut FoundStatement,
) -> Vec<(&'static str, f32)> {
    let features = features(context, doubts, found);
    if !features.is_empty() {
        found.statement.confidence = probability(&features, &context.lexicon.confidence);
    }
    features
}

/// Sets the confidence of the edges of a statement whose attributions are known, and gives back what each was estimated from.
pub(crate) fn fill_edges(
    context: &SentenceContext<'_>,
    doubts: &Doubts,
    attributions: &[Attribution],
    statement: &mut Statement,
) -> Vec<Vec<(&'static str, f32)>> {
    let weights = &context.lexicon.edge_confidence;
    let all: Vec<_> = (statement.edges.iter())
        .map(|edge| edge_features(context, doubts, attributions, statement, edge))
        .collect();
    for (edge, features) in statement.edges.iter_mut().zip(&all) {
        edge.confidence = probability(features, weights);
    }
    all
}

/// The probability that features with these values come to.
fn probability(features: &[(&'static str, f32)], weights: &ConfidenceWeights) -> f32 {
    let weighted = features
        .iter()
        .map(|&(name, value)| weights.of(name) * value);
    let sum: f32 = weighted.sum();
    let probability = 1.0 / (1.0 + kernel::exponential(-sum));
    probability.clamp(0.01, 0.99)
}

#[cfg(test)]
mod tests {
    use crate::extract::Statement;
    use crate::extract::confidence::edge_feature;
    use crate::extract::confidence::feature::NAMES;
    use crate::extract::sample::extracted;
    use crate::lexicon::{ConfidenceWeights, Source};

    fn confidence(rows: &str, relation: &str) -> f32 {
        let extracted = extracted(rows);
        let is = |statement: &&Statement| statement.relation.lemma == relation;
        let found = extracted.statements.iter().find(is);
        found.expect("it is stated").confidence
    }

    #[test]
    fn every_weight_is_that_of_a_feature_and_every_feature_has_one() {
        let weights =
            ConfidenceWeights::of_statements(&Source::embedded()).expect("the list is sound");
        let mut names: Vec<&str> = NAMES.to_vec();
        names.sort_unstable();
        assert_eq!(weights.names(), names);
        let weights = ConfidenceWeights::of_edges(&Source::embedded()).expect("the list is sound");
        assert_eq!(weights.names(), edge_feature::NAMES);
    }

    #[test]
    fn a_plain_clause_is_surer_than_a_participle_without_a_subject_of_its_own() {
        let rows = "Peru Peru PROPN NNP 2 nsubj
            signed sign VERB VBD 0 root
            a a DET DT 4 det
            treaty treaty NOUN NN 2 obj
            , , PUNCT , 6 punct
            angering anger VERB VBG 2 advcl
            farmers farmer NOUN NNS 6 obj";
        let (main, beside) = (confidence(rows, "sign"), confidence(rows, "anger"));
        assert!(main > beside + 0.05, "{main} {beside}");
        assert!((0.6..=0.99).contains(&main), "{main}");
    }
}
