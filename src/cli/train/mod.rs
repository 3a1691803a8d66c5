//! `actant train …`: learns the weights in `data/models`.

mod attribution;
mod coreference;
mod names;
mod parser;

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::command::{Command, Outcome};
use super::message::Failure;

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  \
        actant train parser --data treebanks/\n  \
        actant train names names.iob2")]
pub(super) struct TrainArgs {
    #[command(subcommand)]
    command: Train,
}

impl Command for TrainArgs {
    const NAME: &'static str = "train";
    const ABOUT: &'static str = "Learn the weights in data/models";

    fn run(self) -> Result<Outcome, Failure> {
        Ok(match self.command.run() {
            ExitCode::SUCCESS => Outcome::Done,
            _ => Outcome::Partial,
        })
    }
}

/// What to learn.
#[derive(Debug, Subcommand)]
enum Train {
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
    fn run(self) -> ExitCode {
        match self {
            Self::Attribution(command) => command.run(),
            Self::Coreference(command) => command.run(),
            Self::Names(command) => command.run(),
            Self::Parser(command) => command.run(),
        }
    }
}
