//! The `actant` command: arguments, messages, exit codes; one file a subcommand, named after it.
//!
//! In: the words of the command line. Out: data on standard output, everything else on standard error. Exit codes are
//! 0 for done, 1 for an empty answer, 2 for an error, also if only one document of many could not be read.

mod annotate;
mod extract;
#[cfg(feature = "train")]
mod train;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(name = "actant", version, about, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Prints documents with tokens, tags, trees, mentions, statements and attributions
    Annotate(annotate::Annotate),
    /// Prints statements: who does what to whom, one fact a line
    Extract(extract::Extract),
    /// Learns the weights in data/models
    #[cfg(feature = "train")]
    #[command(subcommand)]
    Train(train::Train),
}

/// Runs the command line.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    match cli.command {
        Command::Annotate(command) => command.run(),
        Command::Extract(command) => command.run(),
        #[cfg(feature = "train")]
        Command::Train(command) => command.run(),
    }
}
