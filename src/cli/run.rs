//! The command line as a whole: global options, subcommands, exit codes.

use std::process::ExitCode;

use clap::{ArgAction, ColorChoice, CommandFactory, FromArgMatches, Parser};

use super::command::{HELP, Outcome};
use super::message::{Failure, complain, note};
use super::{SUBCOMMANDS, input, output};

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
    after_help = "Exit codes: 0 done; 1 nothing found, also if a name or a place does not exist; 2 wrong arguments or \
        unreadable input, also if it is one of many documents."
)]
struct GlobalArgs {
    /// Colours: auto (on a terminal, unless NO_COLOR is set), always or never
    #[arg(long, global = true, value_name = "WHEN", default_value_t = ColorChoice::Auto, hide_possible_values = true)]
    color: ColorChoice,
    /// Print the versions of program and models
    #[arg(short = 'V', long, action = ArgAction::SetTrue)]
    version: bool,
}

/// The whole command line, as help and completions show it.
pub(super) fn command_line() -> clap::Command {
    let subcommands = SUBCOMMANDS.iter().map(|entry| (entry.define)());
    GlobalArgs::command().subcommands(subcommands)
}

/// Runs the command line.
pub fn run() -> ExitCode {
    let matches = command_line().get_matches();
    let global = GlobalArgs::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    let choice = match global.color {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    };
    choice.write_global();
    let called = matches.subcommand().and_then(|(name, arguments)| {
        let entry = SUBCOMMANDS.iter().find(|entry| entry.name == name)?;
        Some((entry, arguments))
    });
    let outcome = match called {
        _ if global.version => output::print(&input::version()).map(|()| Outcome::Done),
        Some((entry, arguments)) => (entry.run)(arguments),
        None => {
            let help = command_line().render_help();
            let _ = output::print_error(&help.ansi().to_string());
            Ok(Outcome::Partial)
        }
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Nothing) => ExitCode::from(1),
        Ok(Outcome::Partial) => ExitCode::from(2),
        // The reader of the output has closed it.
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
    fn the_arguments_of_all_commands_are_consistent() {
        command_line().debug_assert();
    }

    #[test]
    fn every_subcommand_shows_examples() {
        for command in command_line().get_subcommands_mut() {
            let help = command.render_long_help().to_string();
            assert!(
                help.contains("Examples:"),
                "{} has no examples",
                command.get_name()
            );
        }
    }
}
