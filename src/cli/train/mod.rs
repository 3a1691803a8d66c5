//! `actant train …`: learns the weights in `data/models`.

mod attribution;
mod coreference;
mod names;
mod parser;

use std::process::ExitCode;

use clap::Subcommand;

/// What to learn.
#[derive(Debug, Subcommand)]
pub(super) enum Train {
    /// Writes down what the network of attributions learns from
    Attribution(attribution::TrainAttribution),
    /// Writes down what the scorer of pronouns learns from
    Coreference(coreference::TrainCoreference),
    /// Learns the weights of the name tagger from files of IOB2 tags
    Names(names::TrainNames),
    /// Learns the weights of the fast engine from treebanks
    Parser(parser::TrainParser),
}

impl Train {
    pub(super) fn run(self) -> ExitCode {
        match self {
            Self::Attribution(command) => command.run(),
            Self::Coreference(command) => command.run(),
            Self::Names(command) => command.run(),
            Self::Parser(command) => command.run(),
        }
    }
}
