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
#[cfg(feature = "train")]
mod eval;
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

use command::SubcommandEntry;

/// The subcommands, in the order of the help.
const SUBCOMMANDS: &[SubcommandEntry] = &[
    SubcommandEntry::of::<build::BuildArgs>(),
    SubcommandEntry::of::<view::ViewArgs>(),
    SubcommandEntry::of::<export::ExportArgs>(),
    SubcommandEntry::of::<said::SaidArgs>(),
    SubcommandEntry::of::<chain::ChainArgs>(),
    SubcommandEntry::of::<disputes::DisputesArgs>(),
    SubcommandEntry::of::<ask::AskArgs>(),
    SubcommandEntry::of::<path::PathArgs>(),
    SubcommandEntry::of::<ego::EgoArgs>(),
    SubcommandEntry::of::<timeline::TimelineArgs>(),
    SubcommandEntry::of::<stats::StatsArgs>(),
    SubcommandEntry::of::<trace::TraceArgs>(),
    SubcommandEntry::of::<actor::ActorArgs>(),
    SubcommandEntry::of::<duplicates::DuplicatesArgs>(),
    SubcommandEntry::of::<annotate::AnnotateArgs>(),
    SubcommandEntry::of::<clean::CleanArgs>(),
    SubcommandEntry::of::<extract::ExtractArgs>(),
    SubcommandEntry::of::<explain::ExplainArgs>(),
    SubcommandEntry::of::<relations::RelationsArgs>(),
    #[cfg(feature = "train")]
    SubcommandEntry::of::<eval::EvalArgs>(),
    #[cfg(feature = "train")]
    SubcommandEntry::of::<train::TrainArgs>(),
    SubcommandEntry::of::<completions::CompletionsArgs>(),
];
