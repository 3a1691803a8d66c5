//! Messages on standard error, one line each.

use std::fmt;
use std::io::{self, Write};

/// Why a command ended early.
#[derive(Debug)]
pub(super) enum Failure {
    /// What happened, where, what to do.
    Message(String),
    /// Something that was asked for does not exist: what, and what to try. An empty answer rather than an error.
    Nothing(String),
    /// The reader of the output has closed it.
    Closed,
}

impl Failure {
    pub(super) fn new(message: impl fmt::Display) -> Self {
        Self::Message(message.to_string())
    }

    /// Something that was asked for does not exist.
    pub(super) fn nothing(message: impl fmt::Display) -> Self {
        Self::Nothing(message.to_string())
    }

    /// An output error; a closed pipe is not one.
    pub(super) fn writing(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Message(format!("the output cannot be written: {error}")),
        }
    }
}

/// Reports an error.
pub(super) fn complain(message: &str) {
    line("actant: ", message);
}

/// Reports a problem that did no harm.
pub(super) fn warn(message: &str) {
    line("actant: warning: ", message);
}

/// Prints a hint.
pub(super) fn note(message: &str) {
    line("actant: ", message);
}

fn line(before: &str, message: &str) {
    // There is no remedy if standard error is closed.
    let _ = writeln!(anstream::stderr(), "{before}{message}");
}
