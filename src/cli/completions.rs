//! `actant completions`: a script that completes commands in a shell.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::message::Failure;
use super::output::Output;
use super::{Cli, End, HELP};

#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  \
        actant completions bash > ~/.local/share/bash-completion/completions/actant\n  \
        actant completions zsh > ~/.zfunc/_actant\n  \
        actant completions fish > ~/.config/fish/completions/actant.fish"
)]
pub(super) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self) -> Result<End, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "actant", &mut script);
        let mut out = Output::to(None);
        std::io::Write::write_all(&mut out, &script).map_err(Failure::writing)?;
        out.finish()?;
        Ok(End::Done)
    }
}
