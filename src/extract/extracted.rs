//! A document with its statements, and the function that makes it.

use crate::annotate::{Annotated, Models};
use crate::text::Tree;

use super::{Attribution, Extractor, Scene, Statement, attribution};

/// An annotated document with what it states and who says so.
#[derive(Debug, Clone, Default)]
pub struct Extracted {
    /// The document.
    pub annotated: Annotated,
    /// Its statements, by sentence and then by the place of their relation.
    pub statements: Vec<Statement>,
    /// Its attributions, by place of their cue.
    pub attributions: Vec<Attribution>,
}

/// Finds the statements and attributions of a document.
pub fn extract(annotated: Annotated, models: &Models) -> Extracted {
    extract_with(annotated, models, &[])
}

/// As [`extract`], with these extractors instead of the built-in ones.
pub fn extract_with(
    annotated: Annotated,
    models: &Models,
    extractors: &[Box<dyn Extractor>],
) -> Extracted {
    let mut statements = Vec::new();
    for (index, sentence) in annotated.sentences.iter().enumerate() {
        let tree = Tree::new(sentence);
        let scene = Scene {
            annotated: &annotated,
            index,
            sentence,
            tree: &tree,
        };
        statements.extend(
            extractors
                .iter()
                .flat_map(|extractor| extractor.extract(&scene)),
        );
    }
    let attributions = attribution::find(&annotated, &models.lexicon);
    attribution::attach(&mut statements, &attributions, &annotated);
    Extracted {
        annotated,
        statements,
        attributions,
    }
}
