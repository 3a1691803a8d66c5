//! Files of gold annotations as JSON Lines, and the documents in them.

use std::path::Path;

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use crate::annotate::Models;
use crate::read::{InputFormat, Reader};
use crate::text::Document;

use super::analysis::Analysis;
use super::error::{EvaluateError, read_text};

/// The records of a file, one a line; blank lines are skipped.
pub(super) fn records<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, EvaluateError> {
    let text = read_text(path)?;
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| {
            serde_json::from_str(line)
                .map_err(|error| EvaluateError::malformed(path, index + 1, error))
        })
        .collect()
}

/// The documents of a file, in order.
pub(super) fn documents(path: &Path, format: InputFormat) -> Result<Vec<Document>, EvaluateError> {
    let read = Reader::new(format).read([path]);
    let worse = |document: &Result<Document, crate::read::ReadError>| !matches!(document, Err(error) if error.is_warning());
    Ok(read.filter(worse).collect::<Result<_, _>>()?)
}

/// The document of a text that is taken whole.
pub(super) fn document(id: &str, text: &str) -> Result<Document, EvaluateError> {
    Ok(Reader::new(InputFormat::Jsonl).text(id, text)?)
}

/// What the program says of the documents, in their order.
pub(super) fn analyses(documents: Vec<Document>, models: &Models) -> Vec<Analysis> {
    let documents = documents.into_par_iter();
    documents
        .map(|document| Analysis::of(document, models))
        .collect()
}

/// The records of a file whose lines are documents too, each with what the program says of its document.
pub(super) fn analysed<T: DeserializeOwned>(
    path: &Path,
    models: &Models,
) -> Result<Vec<(T, Analysis)>, EvaluateError> {
    let gold: Vec<T> = records(path)?;
    let documents = documents(path, InputFormat::Jsonl)?;
    Ok(gold.into_iter().zip(analyses(documents, models)).collect())
}
