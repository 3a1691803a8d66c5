//! What an export format is: a name, the endings of its files, and its writer.

use std::io::{self, Write};

use crate::graph::Selection;
use crate::lexicon::{LexiconError, Source};

/// A format in which a graph can be exported. The command line, its help, its completions and the detection by file
/// ending read the lists of formats, [`FORMATS`](super::FORMATS) and [`view::FORMATS`](crate::view::FORMATS).
#[derive(Debug, Clone, Copy)]
pub struct ExportFormat {
    /// The name on the command line.
    pub name: &'static str,
    /// What it is for, in a few words.
    pub about: &'static str,
    /// The file endings that stand for it, without the dot.
    pub endings: &'static [&'static str],
    /// How many of the most important actors it shows by default; `None` for all.
    pub top: Option<usize>,
    /// The files that it consists of.
    pub files: &'static [ExportFile],
}

/// A file of an export.
#[derive(Debug, Clone, Copy)]
pub struct ExportFile {
    /// What follows the name of the output: `-nodes.csv`. Empty in formats of one file.
    pub suffix: &'static str,
    /// Writes the content.
    pub write: WriteExport,
}

/// Writes a selection of a graph.
pub type WriteExport =
    fn(&Selection<'_>, &ExportOptions, &mut dyn Write) -> Result<(), ExportError>;

/// Options that several formats share.
#[derive(Debug, Clone, Default)]
pub struct ExportOptions {
    /// Whether pictures have edges from speakers to the actors that they speak about.
    pub speakers: bool,
    /// Word lists, for what is looked up at export, as the states of actors.
    pub lists: Source,
}

/// Why an export failed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The output cannot be written.
    #[error("the output cannot be written: {0}")]
    Output(#[from] io::Error),
    /// A word list cannot be read.
    #[error(transparent)]
    Lists(#[from] LexiconError),
    /// The picture cannot be painted.
    #[error("{0}")]
    Picture(String),
}

impl ExportFile {
    /// The only file of a format.
    pub const fn single(write: WriteExport) -> Self {
        Self { suffix: "", write }
    }
}

impl ExportFormat {
    /// Whether the format consists of several files.
    pub fn has_several_files(&self) -> bool {
        self.files.len() > 1
    }
}
