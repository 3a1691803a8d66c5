//! Where lists come from: embedded in the program, extended or replaced from a folder of the user's.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// Gives the text of each list.
///
/// A list is a text file: a header of lines that start with `#` (what it means, its source, its licence), then one
/// entry a line, columns separated by tabs, sorted; blank lines and lines that start with `#` are skipped. A file of the
/// same name in the user's folder is read after the embedded one; if its first line is `# replace`, instead of it.
#[derive(Debug, Clone, Default)]
pub struct Source {
    folder: Option<PathBuf>,
    actors: Vec<PathBuf>,
}

/// What is wrong with a list.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LexiconError {
    /// The file is there but cannot be read.
    #[error("{}: cannot be read: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// A line does not have the form that the file's header describes.
    #[error("{file}:{line}: {problem}")]
    Malformed {
        /// The list's name below `data/`.
        file: String,
        /// The line, counted from 1.
        line: usize,
        /// What is wrong and what was expected.
        problem: String,
    },
}

/// One entry of a list with its place, for messages.
#[derive(Debug, Clone, Copy)]
pub struct ListEntry<'a> {
    /// The columns of the line.
    columns: &'a str,
    file: &'a str,
    line: usize,
}

impl<'a> ListEntry<'a> {
    /// The whole line without white space at its ends.
    pub fn text(&self) -> &'a str {
        self.columns
    }

    /// The columns, which tabs separate.
    pub fn columns(&self) -> impl Iterator<Item = &'a str> {
        self.columns.split('\t').map(str::trim)
    }

    /// An error at this line.
    pub fn malformed(&self, problem: impl Into<String>) -> LexiconError {
        LexiconError::Malformed {
            file: self.file.to_owned(),
            line: self.line,
            problem: problem.into(),
        }
    }
}

/// The text of one list: the embedded one, and what the user's folder adds.
#[derive(Debug, Clone)]
pub struct ListText {
    parts: Vec<(String, Cow<'static, str>)>,
}

impl ListText {
    /// The entries, embedded ones first.
    pub fn entries(&self) -> impl Iterator<Item = ListEntry<'_>> {
        self.parts.iter().flat_map(|(file, text)| {
            let lines = text.lines().enumerate();
            let solid = lines.map(|(number, line)| (number + 1, line.trim_end()));
            let entries = solid.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
            entries.map(|(line, columns)| ListEntry {
                columns,
                file,
                line,
            })
        })
    }
}

impl Source {
    /// The embedded lists alone.
    pub fn embedded() -> Self {
        Self::default()
    }

    /// The embedded lists with what the files in `folder` add or replace.
    pub fn with_folder(folder: impl AsRef<Path>) -> Self {
        Self {
            folder: Some(folder.as_ref().to_owned()),
            actors: Vec::new(),
        }
    }

    /// The same with the `actors.toml` at `path`, which is read when lists are loaded; see
    /// [`ActorsFile`](super::ActorsFile). Of several files later ones count for more.
    #[must_use]
    pub fn with_actors(mut self, path: impl AsRef<Path>) -> Self {
        self.actors.push(path.as_ref().to_owned());
        self
    }

    /// The user's files about actors.
    pub(super) fn actors(&self) -> &[PathBuf] {
        &self.actors
    }

    /// The list that is called `name` below `data/`, of which `embedded` is the text in the program.
    ///
    /// # Errors
    /// If the user's folder has a file of this name that cannot be read.
    pub fn list(&self, name: &str, embedded: &'static str) -> Result<ListText, LexiconError> {
        let mut parts = vec![(name.to_owned(), Cow::Borrowed(embedded))];
        if let Some(path) = self.folder.as_ref().map(|folder| folder.join(name)) {
            match std::fs::read_to_string(&path) {
                Ok(text) => {
                    if text
                        .lines()
                        .next()
                        .is_some_and(|line| line.trim() == "# replace")
                    {
                        parts.clear();
                    }
                    parts.push((path.display().to_string(), Cow::Owned(text)));
                }
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(source) => return Err(LexiconError::Unreadable { path, source }),
            }
        }
        Ok(ListText { parts })
    }
}
