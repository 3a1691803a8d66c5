//! The `actant` command: arguments, messages, exit codes; one file a subcommand, named after it.
//!
//! In: the words of the command line. Out: data on standard output, everything else on standard error. Exit codes are
//! 0 for done, 1 for an empty answer (also if a name or a place that was asked for does not exist), 2 for a command line
//! or an input that cannot be understood, also if only one document of many could not be read.
//!
//! Read [`run`] first. `input`, `graph_file`, `filter`, `rows`, `output`, `message`, `location`, `excerpt` and
//! `speaker_chain` are shared by the subcommands.
//!
//! A new subcommand is a file that implements `command::Command` and an entry of `SUBCOMMANDS` here; help, completions and
//! dispatch read the list.

mod actor;
mod annotate;
mod ask;
mod build;
mod chain;
mod clean;
mod command;
mod completions;
mod disputes;
mod duplicates;
mod ego;
mod excerpt;
mod explain;
mod export;
mod extract;
mod filter;
mod graph_file;
mod input;
mod location;
mod message;
mod output;
mod path;
mod relations;
mod rows;
mod run;
mod said;
mod sentence_report;
mod speaker_chain;
mod stats;
mod timeline;
mod trace;
#[cfg(feature = "train")]
mod train;
mod tree;
mod view;

pub use run::run;

use command::Entry;

/// The subcommands, in the order of the help.
const SUBCOMMANDS: &[Entry] = &[
    Entry::of::<build::BuildArgs>(),
    Entry::of::<view::ViewArgs>(),
    Entry::of::<export::ExportArgs>(),
    Entry::of::<said::SaidArgs>(),
    Entry::of::<chain::ChainArgs>(),
    Entry::of::<disputes::DisputesArgs>(),
    Entry::of::<ask::AskArgs>(),
    Entry::of::<path::PathArgs>(),
    Entry::of::<ego::EgoArgs>(),
    Entry::of::<timeline::TimelineArgs>(),
    Entry::of::<stats::StatsArgs>(),
    Entry::of::<trace::TraceArgs>(),
    Entry::of::<actor::ActorArgs>(),
    Entry::of::<duplicates::DuplicatesArgs>(),
    Entry::of::<annotate::AnnotateArgs>(),
    Entry::of::<clean::CleanArgs>(),
    Entry::of::<extract::ExtractArgs>(),
    Entry::of::<explain::ExplainArgs>(),
    Entry::of::<relations::RelationsArgs>(),
    #[cfg(feature = "train")]
    Entry::of::<train::TrainArgs>(),
    Entry::of::<completions::CompletionsArgs>(),
];
