//! The weights of the features from which the confidence of statements and of edges is estimated.
//!
//! In: `data/confidence/statements.tsv`, `data/confidence/edges.tsv`. Out: [`ConfidenceWeights`].

use std::collections::BTreeMap;

use super::source::ListText;
use super::{LexiconError, Source};

/// The weights of a logistic regression, by the names of its features.
#[derive(Debug, Clone, Default)]
pub struct ConfidenceWeights {
    by_name: BTreeMap<Box<str>, f32>,
}

impl ConfidenceWeights {
    /// Reads the weights for statements.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a malformed line.
    pub fn of_statements(source: &Source) -> Result<Self, LexiconError> {
        Self::read(&source.list(
            "confidence/statements.tsv",
            include_str!("../../data/confidence/statements.tsv"),
        )?)
    }

    /// Reads the weights for edges.
    ///
    /// # Errors
    /// As [`of_statements`](Self::of_statements).
    pub fn of_edges(source: &Source) -> Result<Self, LexiconError> {
        Self::read(&source.list(
            "confidence/edges.tsv",
            include_str!("../../data/confidence/edges.tsv"),
        )?)
    }

    fn read(list: &ListText) -> Result<Self, LexiconError> {
        let mut weights = Self::default();
        for entry in list.entries() {
            let mut columns = entry.columns();
            let name = columns.next().unwrap_or_default();
            let weight = columns.next().and_then(|weight| weight.parse::<f32>().ok());
            let Some(weight) = weight.filter(|weight| weight.is_finite()) else {
                return Err(entry.malformed("expected a feature and its weight, a number"));
            };
            weights.by_name.insert(name.into(), weight);
        }
        Ok(weights)
    }

    /// The weight of a feature; 0 if it has none.
    pub fn of(&self, feature: &str) -> f32 {
        self.by_name.get(feature).copied().unwrap_or(0.0)
    }

    /// The features that have a weight, sorted.
    pub fn names(&self) -> Vec<&str> {
        self.by_name.keys().map(AsRef::as_ref).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("confidence")).expect("a folder");
        let path = folder.path().join("confidence/statements.tsv");
        let load = |text: &str| {
            std::fs::write(&path, text).expect("a file");
            ConfidenceWeights::of_statements(&Source::with_folder(folder.path()))
        };
        let weights = load("# replace\nany\t0.25\n").expect("the list is of its form");
        assert_eq!((weights.of("any"), weights.of("other")), (0.25, 0.0));
        let error = load("any\tmuch\n").expect_err("it is no number");
        assert!(error.to_string().contains("statements.tsv:1: expected"));
    }
}
