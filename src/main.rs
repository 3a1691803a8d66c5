//! The `actant` command: everything is in [`actant::cli`].

fn main() -> std::process::ExitCode {
    actant::cli::run()
}
