//! The interface that every extractor of statements implements.

use crate::annotate::Annotated;
use crate::text::{Sentence, Tree};

use super::Statement;

/// One sentence in its document, as extractors see it.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The whole document.
    pub annotated: &'a Annotated,
    /// The sentence's index in it.
    pub index: usize,
    /// The sentence.
    pub sentence: &'a Sentence,
    /// Its tree.
    pub tree: &'a Tree<'a>,
}

/// Finds the statements that one kind of construction makes.
pub trait Extractor: Send + Sync {
    /// A short name, as shown beside every statement: `clause`, `apposition`.
    fn name(&self) -> &'static str;

    /// The statements of this sentence.
    fn extract(&self, scene: &Scene<'_>) -> Vec<Statement>;
}
