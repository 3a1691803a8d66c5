//! `actant train …`: learns the weights in `data/models`.

mod attribution;
mod coreference;
mod names;
mod parser;

use std::path::Path;
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

use crate::annotate::{AccurateEngine, Models};
use crate::lexicon::Source;
use crate::train::TrainError;

use super::message::complain;

/// What to learn.
#[derive(Debug, Subcommand)]
enum Train {
    /// Write the training examples of the network of attributions
    Attribution(attribution::TrainAttribution),
    /// Write the training examples of the scorer of pronouns
    Coreference(coreference::TrainCoreference),
    /// Learn the weights of the name tagger from files of IOB2 tags
    Names(names::TrainNames),
    /// Learn the weights of the fast engine from treebanks
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

/// The exit code of a subcommand, which is told why it failed.
fn finish(done: Result<(), TrainError>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::from(2)
        }
    }
}

fn load(path: &Path) -> Result<Vec<u8>, TrainError> {
    std::fs::read(path).map_err(|error| TrainError::file(path, error))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), TrainError> {
    std::fs::write(path, bytes).map_err(|error| TrainError::file(path, error))
}

/// Models with a model file of the accurate engine instead of the embedded one.
fn models_of(path: &Path) -> Result<Models, TrainError> {
    let engine = AccurateEngine::read(&load(path)?)?;
    Ok(Models::with_engine(&Source::embedded(), Box::new(engine))?)
}
