//! What can be wrong with a model file.

use std::path::PathBuf;

/// Why weights could not be loaded.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// The file is there but cannot be read.
    #[error("{}: cannot be read: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// The bytes do not start as a model does.
    #[error("not a model of Actant: the first bytes are wrong")]
    NotAModel,
    /// The file is of another version of the format.
    #[error(
        "model format {found}, but this program reads format {expected}: train the model again"
    )]
    Version {
        /// The version that the file names.
        found: u32,
        /// The version that this program reads.
        expected: u32,
    },
    /// Bytes were lost or changed.
    #[error("the model is damaged: its checksum is wrong")]
    Damaged,
    /// The file is a sound model, but for another purpose.
    #[error("a model for {found} instead of {expected}")]
    Kind {
        /// What the model is for.
        found: String,
        /// What was asked for.
        expected: &'static str,
    },
    /// A part is missing, or not of the size that the other parts require.
    #[error("the model's part `{section}` is missing or of the wrong size")]
    Section {
        /// The part's name.
        section: String,
    },
}
