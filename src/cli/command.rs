//! What a subcommand is: a name, arguments, and what it does with them.

use clap::ArgMatches;

use super::message::Failure;

/// The layout of every help page: what the command does, examples, then the rest.
pub(super) const HELP: &str =
    "{about-with-newline}\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

/// The arguments of a subcommand, and what it does with them.
pub(super) trait Command: clap::Args {
    /// The name on the command line.
    const NAME: &'static str;
    /// One line for the list of commands.
    const ABOUT: &'static str;
    /// Former names, which still work but are not shown.
    const HIDDEN_ALIASES: &'static [&'static str] = &[];

    /// Runs the subcommand.
    fn run(self) -> Result<Outcome, Failure>;
}

/// How a subcommand ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Everything was done.
    Done,
    /// The answer is empty.
    Nothing,
    /// Something failed and was reported; the rest was done.
    Partial,
}

/// An entry of the list of subcommands.
pub(super) struct SubcommandEntry {
    pub(super) name: &'static str,
    /// Adds the subcommand to the command line.
    pub(super) define: fn() -> clap::Command,
    /// Runs it with the arguments that were given.
    pub(super) run: fn(&ArgMatches) -> Result<Outcome, Failure>,
}

impl SubcommandEntry {
    pub(super) const fn of<C: Command>() -> Self {
        Self {
            name: C::NAME,
            define: define::<C>,
            run: run::<C>,
        }
    }
}

fn define<C: Command>() -> clap::Command {
    let command = clap::Command::new(C::NAME).help_template(HELP);
    // A flattened group of arguments overwrites the description of the command, so that it is set last.
    C::augment_args(command)
        .about(C::ABOUT)
        .aliases(C::HIDDEN_ALIASES.iter().copied())
}

fn run<C: Command>(matches: &ArgMatches) -> Result<Outcome, Failure> {
    C::from_arg_matches(matches)
        .unwrap_or_else(|error| error.exit())
        .run()
}
