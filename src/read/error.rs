//! What can go wrong while reading, each with its place and what to do about it.

use std::fmt;

/// An error or (see [`ReadError::is_warning`]) a warning of reading.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub struct ReadError {
    /// What is wrong.
    pub kind: ReadErrorKind,
    /// The file, pattern or stream, as given; `-` is standard input.
    pub path: String,
    /// The line of the file, counted from 1, if the trouble has one.
    pub line: Option<usize>,
    /// What the system or a parser said.
    #[source]
    pub source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// What is wrong with an input.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadErrorKind {
    /// The file or folder cannot be opened or read.
    Unreadable,
    /// No file is where the path or the pattern points.
    NothingThere,
    /// There are no files in the folder, but perhaps hidden ones.
    EmptyFolder,
    /// The pattern of file names is malformed.
    BadPattern,
    /// Bytes that are no UTF-8.
    InvalidUtf8,
    /// Bytes of UTF-16.
    Utf16,
    /// The content is no text.
    Binary,
    /// There are no words in it.
    Empty,
    /// A web page in which no article was found.
    NoArticle,
    /// A file in a folder whose name has no known ending; it was skipped.
    UnknownFileType,
    /// A line of JSON Lines that is not a JSON object of the expected form.
    MalformedJson,
    /// A line of JSON Lines without `text`.
    MissingText,
    /// A malformed line of CoNLL-U; with what is wrong.
    MalformedConllu(String),
    /// A document whose id another one has already; with the id that it was given instead.
    DuplicateId {
        /// The id that is there twice.
        id: String,
        /// The id that the document was given instead.
        renamed: String,
    },
    /// A document that is not in English, with the language's name; a warning.
    NotEnglish(String),
}

impl ReadError {
    /// An error of a whole file or stream.
    pub(super) fn new(kind: ReadErrorKind, path: &str) -> Self {
        Self {
            kind,
            path: path.to_owned(),
            line: None,
            source: None,
        }
    }

    /// The same with its line, counted from 1.
    pub(super) fn at(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    /// The same with what caused it.
    pub(super) fn because(
        mut self,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Whether nothing was lost: the document was read, or a file was left out that does not look like a document.
    pub fn is_warning(&self) -> bool {
        matches!(
            self.kind,
            ReadErrorKind::NotEnglish(_)
                | ReadErrorKind::DuplicateId { .. }
                | ReadErrorKind::UnknownFileType
        )
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path == "-" {
            formatter.write_str("standard input")?;
        } else {
            formatter.write_str(&self.path)?;
        }
        if let Some(line) = self.line {
            write!(formatter, ":{line}")?;
        }
        write!(formatter, ": {}", self.kind)?;
        match (&self.source, self.kind.remedy()) {
            (Some(source), "") => write!(formatter, ": {source}"),
            (Some(source), remedy) => write!(formatter, ": {source}; {remedy}"),
            (None, "") => Ok(()),
            (None, remedy) => write!(formatter, "; {remedy}"),
        }
    }
}

impl ReadErrorKind {
    /// What the user can do about it; empty where that is obvious.
    const fn remedy(&self) -> &'static str {
        match self {
            Self::Unreadable
            | Self::EmptyFolder
            | Self::NotEnglish(_)
            | Self::DuplicateId { .. } => "",
            Self::NothingThere => "check the path",
            Self::BadPattern => "put a backslash before signs that are meant as they are",
            Self::InvalidUtf8 => "convert it to UTF-8, for instance with iconv",
            Self::Utf16 => "convert it with `iconv -f UTF-16 -t UTF-8`",
            Self::Binary => "give the text of it",
            Self::Empty => "there is nothing to read in it",
            Self::NoArticle => "save its text and read that with --input-format pasted",
            Self::UnknownFileType => "name the file itself or give --input-format to read it",
            Self::MalformedJson => "give one object a line: {\"id\": …, \"text\": …}",
            Self::MissingText => "give the document's text as \"text\"",
            Self::MalformedConllu(_) => "the sentence was left out",
        }
    }
}

impl fmt::Display for ReadErrorKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => formatter.write_str("cannot be read"),
            Self::NothingThere => formatter.write_str("no such file"),
            Self::EmptyFolder => formatter.write_str("a folder without files"),
            Self::BadPattern => formatter.write_str("no pattern of file names"),
            Self::InvalidUtf8 => formatter.write_str("not UTF-8"),
            Self::Utf16 => formatter.write_str("UTF-16 and not UTF-8"),
            Self::Binary => formatter.write_str("not a text but a binary file"),
            Self::Empty => formatter.write_str("empty"),
            Self::NoArticle => formatter.write_str("no article found in the page"),
            Self::UnknownFileType => formatter.write_str("left out, no type of document"),
            Self::MalformedJson => formatter.write_str("not a document in JSON"),
            Self::MissingText => formatter.write_str("a document without text"),
            Self::MalformedConllu(problem) => write!(formatter, "not CoNLL-U: {problem}"),
            Self::DuplicateId { id, renamed } => {
                write!(formatter, "a second document {id}, read as {renamed}")
            }
            Self::NotEnglish(language) => {
                write!(
                    formatter,
                    "probably {language}; only English is understood well"
                )
            }
        }
    }
}
