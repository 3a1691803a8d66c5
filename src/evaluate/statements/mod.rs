//! Flat facts of sentences against two open benchmarks, and the statements of an article.
//!
//! In: a folder with `sentences.txt` and `gold.tsv` or `gold.txt`, or a file of gold statements beside its article.
//! Out: the figures. `facts` reads the sentences and takes the program's facts of them, `shared_words` and `synsets`
//! score them, `article` has the statements of an article.

mod article;
mod facts;
mod shared_words;
mod synsets;

use std::path::Path;

use crate::annotate::Models;

use super::error::EvaluateError;
use super::figure::Measured;

/// The figures of a folder with sentences, or of a file of statements.
pub(super) fn file(path: &Path, models: &Models) -> Result<Measured, EvaluateError> {
    if !path.is_dir() {
        return article::file(path, models);
    }
    let (tuples, synsets) = (path.join("gold.tsv"), path.join("gold.txt"));
    let sentences = path.join("sentences.txt");
    if tuples.exists() {
        shared_words::file(&tuples, &sentences, models)
    } else if synsets.exists() {
        synsets::file(&synsets, &sentences, models)
    } else {
        Err(EvaluateError::UnknownForm {
            path: path.to_owned(),
        })
    }
}
