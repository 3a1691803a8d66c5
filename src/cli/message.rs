//! Messages on standard error, one line each.

use std::fmt;
use std::io::{self, Write};

/// Why a command ended early.
#[derive(Debug)]
pub(super) enum Failure {
    /// What happened, where, what to do.
    Message(String),
    /// What is asked for is not there: which, and what to try. No error, but an empty answer.
    Nothing(String),
    /// Nobody reads the output any more.
    Closed,
}

impl Failure {
    pub(super) fn new(message: impl fmt::Display) -> Self {
        Self::Message(message.to_string())
    }

    /// What is asked for is not there.
    pub(super) fn nothing(message: impl fmt::Display) -> Self {
        Self::Nothing(message.to_string())
    }

    /// Trouble with writing: a closed pipe is none of ours.
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

/// Reports something that did no harm.
pub(super) fn warn(message: &str) {
    line("actant: warning: ", message);
}

/// Tells something that helps.
pub(super) fn note(message: &str) {
    line("actant: ", message);
}

fn line(before: &str, message: &str) {
    // Where standard error is closed there is nobody to tell.
    let _ = writeln!(anstream::stderr(), "{before}{message}");
}
