//! Why a file could not be evaluated.

use std::path::{Path, PathBuf};

use crate::read::ReadError;

/// Why there are no figures.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EvaluateError {
    /// A file cannot be read.
    #[error("{}: cannot be read: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The documents in a file cannot be read.
    #[error(transparent)]
    Document(#[from] ReadError),
    /// The file is not of the form that its kind has.
    #[error("{}:{line}: {problem}; docs/evaluation.md describes the forms", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// What is wrong.
        problem: String,
    },
    /// Nothing in the file tells what it measures.
    #[error(
        "{}: not a form of gold annotations that is known; docs/evaluation.md describes them",
        path.display()
    )]
    UnknownForm {
        /// The file.
        path: PathBuf,
    },
}

impl EvaluateError {
    /// A line that is not of its form.
    pub(super) fn malformed(path: &Path, line: usize, problem: impl ToString) -> Self {
        Self::Malformed {
            path: path.to_owned(),
            line,
            problem: problem.to_string(),
        }
    }
}

/// The text of a file.
pub(super) fn read_text(path: &Path) -> Result<String, EvaluateError> {
    std::fs::read_to_string(path).map_err(|source| EvaluateError::Unreadable {
        path: path.to_owned(),
        source,
    })
}
