//! The `actant` command: arguments, messages, exit codes; one file a subcommand, named after it.
//!
//! In: the words of the command line. Out: data on standard output, everything else on standard error. Exit codes are
//! 0 for done, 1 for an empty answer (also if a name or a place that was asked for is not there), 2 for a command line or
//! an input that cannot be understood, also if only one document of many could not be read.
//!
//! Read [`run`] first. `input`, `graph_file`, `filter`, `rows`, `output`, `message`, `place`, `excerpt` and `voices`
//! are what the subcommands share.

mod account;
mod actor;
mod annotate;
mod ask;
mod build;
mod chain;
mod clean;
mod completions;
mod disputes;
mod dupes;
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
mod message;
mod output;
mod path;
mod place;
mod relations;
mod rows;
mod said;
mod stats;
mod timeline;
mod trace;
#[cfg(feature = "train")]
mod train;
mod tree;
mod view;
mod voices;

use std::process::ExitCode;

use clap::{ArgAction, ColorChoice, CommandFactory, Parser, Subcommand};

use message::{Failure, complain, note};

/// How help is laid out everywhere: what it does, examples, then the rest.
const HELP: &str =
    "{about-with-newline}\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

#[derive(Debug, Parser)]
#[command(
    name = "actant",
    about,
    disable_version_flag = true,
    help_template = HELP,
    before_help = "Examples:\n  \
        actant build articles/ -o graph.json\n  \
        actant view graph.json\n  \
        actant said graph.json --by China\n  \
        actant ask graph.json 'Pakistan -[demand]-> ?'\n  \
        actant trace graph.json Pakistan TTP",
    after_help = "Exit codes: 0 done; 1 nothing found, also if a name or a place is not there; 2 wrong arguments or \
        unreadable input, also if it is one of many documents."
)]
struct Cli {
    /// Colours: auto (on a terminal, unless NO_COLOR is set), always or never
    #[arg(long, global = true, value_name = "WHEN", default_value_t = ColorChoice::Auto, hide_possible_values = true)]
    color: ColorChoice,
    /// Print the versions of program and models
    #[arg(short = 'V', long, action = ArgAction::SetTrue)]
    version: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Read articles and write the graph of what they say
    Build(build::Build),
    /// Explore a graph in the browser, or write the page that does
    View(view::View),
    /// Print a graph for Graphviz and other programs
    Export(export::Export),
    /// Show who said what
    Said(said::Said),
    /// Draw who says a sentence, to the last mouth
    Chain(chain::Chain),
    /// Show what one side says and another denies
    Disputes(disputes::Disputes),
    /// Find the edges that fit a pattern: 'Pakistan -[demand]-> ?'
    Ask(ask::Ask),
    /// Find the shortest way between two actors
    Path(path::Path),
    /// Show what lies around an actor
    Ego(ego::Ego),
    /// Show what is said, day by day
    Timeline(timeline::Timeline),
    /// Show who is in the middle, and who keeps together
    Stats(stats::Stats),
    /// Show every source sentence of the edges between two actors, or of one edge
    Trace(trace::Trace),
    /// Show who an actor is: names, roles with days, and why each mention was taken for it
    Actor(actor::Actor),
    /// Show actors that may be one, with reasons
    Dupes(dupes::Dupes),
    /// Print documents with tokens, tags, trees, mentions, statements and attributions
    Annotate(annotate::Annotate),
    /// Print the article of a page, or what was set aside around it and why
    Clean(clean::Clean),
    /// Print statements: who does what to whom, one fact a line
    Extract(extract::Extract),
    /// Show how the statements of a sentence came about, and why a clause gave none
    Explain(explain::Explain),
    /// List what the frames, or relations of yours, do not cover
    #[command(
        subcommand,
        before_help = "Examples:\n  \
        actant relations coverage articles/\n  \
        actant relations coverage articles/ --relations mine.toml"
    )]
    Relations(relations::RelationsCommand),
    /// Measure the program on gold annotations
    #[cfg(feature = "train")]
    Eval(eval::EvalFiles),
    /// Learns the weights in data/models
    #[cfg(feature = "train")]
    #[command(
        subcommand,
        before_help = "Examples:\n  \
        actant train parser --data treebanks/\n  \
        actant train names names.iob2"
    )]
    Train(train::Train),
    /// Print a script that completes commands in a shell
    Completions(completions::Completions),
}

/// What a command came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// Done.
    Done,
    /// The answer is empty.
    Nothing,
    /// Something went wrong and was reported, the rest was done.
    Partly,
}

/// Runs the command line.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let choice = match cli.color {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    };
    choice.write_global();
    let end = match cli.command {
        _ if cli.version => output::print(&input::version()).map(|()| End::Done),
        Some(Command::Build(command)) => command.run(),
        Some(Command::View(command)) => command.run(),
        Some(Command::Export(command)) => command.run(),
        Some(Command::Said(command)) => command.run(),
        Some(Command::Ask(command)) => command.run(),
        Some(Command::Path(command)) => command.run(),
        Some(Command::Ego(command)) => command.run(),
        Some(Command::Timeline(command)) => command.run(),
        Some(Command::Stats(command)) => command.run(),
        Some(Command::Relations(command)) => command.run(),
        Some(Command::Chain(command)) => command.run(),
        Some(Command::Disputes(command)) => command.run(),
        Some(Command::Trace(command)) => command.run(),
        Some(Command::Actor(command)) => command.run(),
        Some(Command::Dupes(command)) => command.run(),
        Some(Command::Annotate(command)) => command.run(),
        Some(Command::Clean(command)) => command.run(),
        Some(Command::Extract(command)) => command.run(),
        Some(Command::Explain(command)) => command.run(),
        Some(Command::Completions(command)) => command.run(),
        #[cfg(feature = "train")]
        Some(Command::Eval(command)) => command.run(),
        #[cfg(feature = "train")]
        Some(Command::Train(command)) => return command.run(),
        None => {
            let help = Cli::command().render_help();
            let _ = output::print_error(&help.ansi().to_string());
            Ok(End::Partly)
        }
    };
    match end {
        Ok(End::Done) => ExitCode::SUCCESS,
        Ok(End::Nothing) => ExitCode::from(1),
        Ok(End::Partly) => ExitCode::from(2),
        // Whoever read the output has seen enough.
        Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(Failure::Nothing(message)) => {
            note(&message);
            ExitCode::from(1)
        }
        Err(Failure::Message(message)) => {
            complain(&message);
            ExitCode::from(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_of_all_commands_are_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_subcommand_shows_examples() {
        for command in Cli::command().get_subcommands_mut() {
            let help = command.render_long_help().to_string();
            assert!(
                help.contains("Examples:"),
                "{} has no examples",
                command.get_name()
            );
        }
    }
}
