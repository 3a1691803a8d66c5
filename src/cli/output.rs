//! Where data is written: standard output, or a file that is written atomically.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::graph::write_atomically;

use super::message::Failure;

/// A destination for data.
pub(super) enum Destination {
    Standard(BufWriter<io::StdoutLock<'static>>),
    File { path: PathBuf, content: Vec<u8> },
}

impl Destination {
    /// The file at `path`; standard output for `-` or without a path.
    pub(super) fn to(path: Option<&Path>) -> Self {
        match path {
            Some(path) if path != Path::new("-") => Self::File {
                path: path.to_owned(),
                content: Vec::new(),
            },
            _ => Self::Standard(BufWriter::new(io::stdout().lock())),
        }
    }

    /// Writes everything out.
    pub(super) fn finish(self) -> Result<(), Failure> {
        match self {
            Self::Standard(mut out) => out.flush().map_err(Failure::writing),
            Self::File { path, content } => write_atomically(&path, |out| out.write_all(&content))
                .map_err(|error| {
                    Failure::new(format!("{}: cannot be written: {error}", path.display()))
                }),
        }
    }
}

impl Write for Destination {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(out) => out.write(bytes),
            Self::File { content, .. } => content.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(out) => out.flush(),
            Self::File { .. } => Ok(()),
        }
    }
}

/// Prints a text for people, without colours where they are not wanted.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    let mut out = anstream::AutoStream::auto(io::stdout().lock());
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(Failure::writing)
}

/// Prints a text to standard error.
pub(super) fn print_error(text: &str) -> Result<(), Failure> {
    anstream::stderr()
        .write_all(text.as_bytes())
        .map_err(Failure::writing)
}

/// Whether standard output shows colours.
pub(super) fn in_colour() -> bool {
    anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
}

/// The width of the terminal if the environment gives it, else 100 columns.
pub(super) fn width() -> usize {
    let columns = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    columns
        .filter(|columns| (40..=400).contains(columns))
        .unwrap_or(100)
}
