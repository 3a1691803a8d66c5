//! `actant train …`: learns the weights in `data/models`.

mod names;

use std::process::ExitCode;

use clap::Subcommand;

/// What to learn.
#[derive(Debug, Subcommand)]
pub(super) enum Train {
    /// Learns the weights of the name tagger from files of IOB2 tags
    Names(names::TrainNames),
}

impl Train {
    pub(super) fn run(self) -> ExitCode {
        match self {
            Self::Names(command) => command.run(),
        }
    }
}
