//! `actant view`: the page that explores a graph.

use std::io::Write;
use std::path::{Component, Path, PathBuf};

use clap::Args;

use crate::graph::write_atomically;
use crate::view::page::{self, Options};

use super::command::{Command, Outcome};
use super::graph_file::GraphFile;
use super::message::{Failure, note};
use super::output::Destination;

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  \
        actant view graph.json                    opens the graph in the browser\n  \
        actant view graph.json -o graph.html      one file to keep or send\n  \
        actant view graph.json --top 150          shows more than the 60 most important actors")]
pub(super) struct ViewArgs {
    #[command(flatten)]
    graph: GraphFile,
    /// Where the page is written; without it, a temporary file is opened in the browser
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The number of the most important actors and things that the page shows at first; 0 for the maximum, 2000
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = top)]
    top: usize,
    /// Also show edges that are hidden by default: unsure ones, between two things, titles, memberships, places
    #[arg(long)]
    all_edges: bool,
}

/// The page draws no more nodes than this.
const MOST: usize = 2000;

fn top(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) => Ok(MOST),
        Ok(top @ 2..=MOST) => Ok(top),
        _ => Err(format!("expected 2 to {MOST}, or 0 for all")),
    }
}

impl Command for ViewArgs {
    const NAME: &'static str = "view";
    const ABOUT: &'static str = "Explore a graph in the browser, or write the page that does";

    fn run(self) -> Result<Outcome, Failure> {
        if let Some(output) = self.output.as_deref() {
            named(output)?;
        }
        let graph = self.graph.load()?;
        let graph = if self.all_edges { graph } else { graph.shown() };
        let top = self.top;
        if graph.claims().next().is_none() {
            note("little to show: the graph has no claims");
        }
        if let Some(output) = self.output.as_deref() {
            let base = base(output).unwrap_or_default();
            let mut out = Destination::to(Some(output));
            let content = page::of(&graph, &Options { top, base });
            out.write_all(content.as_bytes())
                .map_err(Failure::writing)?;
            out.finish()?;
            return Ok(Outcome::Done);
        }
        let here = std::env::current_dir().map(|here| here.display().to_string());
        let base = here
            .map(|here| format!("file://{here}/"))
            .unwrap_or_default();
        let content = page::of(&graph, &Options { top, base });
        let file = tempfile::Builder::new()
            .prefix("actant-")
            .suffix(".html")
            .tempfile();
        let kept = file.and_then(|file| file.keep().map_err(|error| error.error));
        let (_, path) = kept.map_err(|error| {
            Failure::new(format!("a file for the page cannot be created: {error}"))
        })?;
        write_atomically(&path, |out| out.write_all(content.as_bytes())).map_err(|error| {
            Failure::new(format!("{}: cannot be written: {error}", path.display()))
        })?;
        match open::that_detached(&path) {
            Ok(()) => note(&format!("opened {}", path.display())),
            Err(error) => {
                return Err(Failure::new(format!(
                    "no browser can be opened ({error}); open {} yourself, or write the page with -o",
                    path.display()
                )));
            }
        }
        Ok(Outcome::Done)
    }
}

/// Only pages get file endings of pages.
fn named(output: &Path) -> Result<(), Failure> {
    let ending = output.extension().unwrap_or_default();
    if output == Path::new("-") || ending == "html" || ending == "htm" {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{}: a page needs a file ending of .html or .htm (for pictures and other formats: `actant export`)",
        output.display()
    )))
}

/// The path from the folder of `output` to the working directory, where paths of documents start: empty if they are the
/// same, else with a `/` at its end.
fn base(output: &Path) -> Option<String> {
    let here = std::env::current_dir().ok()?.canonicalize().ok()?;
    let folder = here.join(output).parent()?.canonicalize().ok()?;
    Some(way(&folder, &here))
}

fn way(from: &Path, to: &Path) -> String {
    let from: Vec<Component<'_>> = from.components().collect();
    let to: Vec<Component<'_>> = to.components().collect();
    let shared = from
        .iter()
        .zip(&to)
        .take_while(|(one, other)| one == other)
        .count();
    let up = std::iter::repeat_n("../".to_owned(), from.len() - shared);
    let down = to[shared..]
        .iter()
        .map(|part| format!("{}/", part.as_os_str().to_string_lossy()));
    up.chain(down).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_goes_up_and_down() {
        let way = |from: &str, to: &str| super::way(Path::new(from), Path::new(to));
        assert_eq!(way("/a/b", "/a/b"), "");
        assert_eq!(way("/a/b/c/d", "/a/b"), "../../");
        assert_eq!(way("/a/x", "/a/b"), "../b/");
        assert_eq!(way("/a", "/a/b"), "b/");
    }
}
