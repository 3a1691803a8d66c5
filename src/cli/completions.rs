//! `actant completions`: a script that completes commands in a shell.

use clap::Args;
use clap_complete::Shell;

use super::command::{Command, Outcome};
use super::message::Failure;
use super::output::Destination;
use super::run::command_line;

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  \
        actant completions bash > ~/.local/share/bash-completion/completions/actant\n  \
        actant completions zsh > ~/.zfunc/_actant\n  \
        actant completions fish > ~/.config/fish/completions/actant.fish")]
pub(super) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

impl Command for CompletionsArgs {
    const NAME: &'static str = "completions";
    const ABOUT: &'static str = "Print a script that completes commands in a shell";

    fn run(self) -> Result<Outcome, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command_line(), "actant", &mut script);
        let mut out = Destination::to(None);
        std::io::Write::write_all(&mut out, &script).map_err(Failure::writing)?;
        out.finish()?;
        Ok(Outcome::Done)
    }
}
