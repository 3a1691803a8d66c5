//! Learning the weights in `data/models` from treebanks: readers, learners and evaluation.
//!
//! In: CoNLL-U files and a config. Out: model files, and scores on files that were not learned from. The same config
//! and files give the same bytes on every machine, at any number of threads.

pub mod attribution;
pub mod coreference;
pub mod names;
pub mod parser;
mod random;

use std::fmt;
use std::path::{Path, PathBuf};

use crate::annotate::ModelsError;
use crate::model::ModelError;
use crate::read::ReadError;

/// Why training could not go on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TrainError {
    /// A file cannot be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// A file is malformed.
    #[error("{}: {problem}", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What is wrong, with the line if there is one.
        problem: String,
    },
    /// A model cannot be read.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// Lists or models cannot be loaded.
    #[error(transparent)]
    Models(#[from] ModelsError),
    /// A document cannot be read.
    #[error(transparent)]
    Document(#[from] ReadError),
}

impl TrainError {
    pub(crate) fn file(path: &Path, source: std::io::Error) -> Self {
        Self::File {
            path: path.to_owned(),
            source,
        }
    }

    pub(crate) fn malformed(path: &Path, line: usize, problem: impl fmt::Display) -> Self {
        Self::Malformed {
            path: path.to_owned(),
            problem: format!("line {line}: {problem}"),
        }
    }
}
