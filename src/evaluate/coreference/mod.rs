//! Who is who: clusters of mentions, or pronouns with two candidates.
//!
//! In: documents with clusters as JSON Lines, or a table of pronouns. Out: the figures. Read `clusters` for the
//! measures of clusters (MUC, B³ and the entity-based CEAF with its best `assignment`), `documents` and `pronouns` for
//! the two forms of files.

mod assignment;
mod clusters;
mod documents;
mod pronouns;

use std::path::Path;

use crate::annotate::Models;

use super::error::EvaluateError;
use super::figure::Measured;

/// The figures of a file; the form of its name tells which it is.
pub(super) fn file(path: &Path, models: &Models) -> Result<Measured, EvaluateError> {
    if path.extension().is_some_and(|extension| extension == "tsv") {
        pronouns::file(path, models)
    } else {
        documents::file(path, models)
    }
}
