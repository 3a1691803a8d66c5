//! The evaluation of one file.

use std::path::Path;

use crate::annotate::Models;

use super::error::EvaluateError;
use super::kind::EvaluationKind;
use super::{
    Figure, attribution, cases, coreference, edges, events, names, parser, relations, statements,
};

/// How good the program is on one file of gold annotations.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// What was measured.
    pub kind: EvaluationKind,
    /// The figures, in the order in which they are shown.
    pub figures: Vec<Figure>,
    /// What was not found or is not right, in words for readers.
    pub misses: Vec<String>,
}

impl Evaluation {
    /// Runs the program on the documents of a file and compares with the gold annotations. Documents are worked on in
    /// parallel; the result does not depend on the number of threads.
    ///
    /// # Errors
    /// If the file cannot be read or is not of the form of its kind.
    pub fn of(path: &Path, kind: EvaluationKind, models: &Models) -> Result<Self, EvaluateError> {
        let measured = match kind {
            EvaluationKind::Parser => parser::file(path, models),
            EvaluationKind::Names => names::file(path, models),
            EvaluationKind::Coreference => coreference::file(path, models),
            EvaluationKind::Statements => statements::file(path, models),
            EvaluationKind::Attribution => attribution::file(path, models),
            EvaluationKind::Events => events::file(path, models),
            EvaluationKind::Relations => relations::file(path, models),
            EvaluationKind::Edges => edges::file(path, models),
            EvaluationKind::Cases => cases::file(path, models),
        }?;
        Ok(Self {
            kind,
            figures: measured.figures,
            misses: measured.misses,
        })
    }
}
