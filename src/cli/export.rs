//! `actant export`: a graph in the format of another program.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::export::{self, ExportError, ExportFormat, ExportOptions};
use crate::graph::{Selection, SelectionOptions};
use crate::view;

use super::command::{Command, Outcome};
use super::graph_file::{GraphFile, actor};
use super::message::{Failure, note};
use super::output::Destination;

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  \
        actant export graph.json -o graph.svg                     a picture of the 60 most important actors\n  \
        actant export graph.json -o graph.png --top 25            fewer, as pixels\n  \
        actant export graph.json | dot -Tsvg > graph.svg          for Graphviz\n  \
        actant export graph.json --about TTP -o ttp.dot           one actor and its neighbours\n  \
        actant export graph.json --format json > network.json     everything, with sentences\n  \
        actant export graph.json -o graph.gexf                    everything, for Gephi\n  \
        actant export graph.json -o graph.graphml                 everything, for yEd, Cytoscape, NetworkX\n  \
        actant export graph.json --format events > events.csv     who did what to whom when, in codes\n  \
        actant export graph.json --format neo4j -o graph          graph-nodes.csv, graph-relationships.csv")]
pub(super) struct ExportArgs {
    #[command(flatten)]
    graph: GraphFile,
    /// The format; by default the file ending of the output decides, and standard output gets dot
    #[arg(long, value_name = "FORMAT", value_parser = format_parser())]
    format: Option<&'static ExportFormat>,
    /// Where the export goes; standard output by default
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(long, value_name = "N", help = top_help())]
    top: Option<usize>,
    /// Only this actor and those that share a claim with it; may be given more than once
    #[arg(long, value_name = "ACTOR")]
    about: Vec<String>,
    /// With --about: how many steps around the actor
    #[arg(long, value_name = "N", default_value_t = 1, requires = "about")]
    depth: usize,
    /// In pictures, also draw edges that are hidden by default: unsure ones, between two things, titles, memberships, places
    #[arg(long)]
    all_edges: bool,
    /// In pictures, also draw edges from speakers to the actors that they speak about; JSON always has them
    #[arg(long, alias = "voices")]
    speakers: bool,
    /// A file with your decisions on actors, as `actant build --actors` reads it: events take the states of actors from
    /// it
    #[arg(long, value_name = "FILE")]
    actors: Vec<PathBuf>,
}

/// All formats, pictures first.
fn formats() -> impl Iterator<Item = &'static ExportFormat> + Clone {
    view::FORMATS.iter().chain(export::FORMATS).copied()
}

fn format_parser() -> impl TypedValueParser<Value = &'static ExportFormat> {
    let values = formats().map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(values).map(|name| {
        let mut formats = formats();
        let found = formats.find(|format| format.name == name);
        found.expect("the parser accepts names of formats only")
    })
}

fn top_help() -> String {
    let defaults: Vec<String> = formats()
        .filter_map(|format| Some(format!("{} for {}", format.top?, format.name)))
        .collect();
    format!(
        "Only the N most important actors; 0 for all. The default is {}, else all",
        defaults.join(", ")
    )
}

/// The format of a file ending; for standard output the default.
fn format_of(output: Option<&Path>) -> Result<&'static ExportFormat, Failure> {
    let Some(path) = output.filter(|path| *path != Path::new("-")) else {
        return Ok(export::FORMATS[0]);
    };
    let ending = path.extension().unwrap_or_default();
    let has_ending = |format: &&ExportFormat| format.endings.iter().any(|known| ending == *known);
    formats().find(has_ending).ok_or_else(|| {
        let endings: Vec<String> = formats()
            .flat_map(|format| format.endings)
            .map(|known| format!(".{known}"))
            .collect();
        let names: Vec<&str> = formats().map(|format| format.name).collect();
        let page = match ending == "html" {
            true => "; `actant view` writes pages",
            false => "",
        };
        Failure::new(format!(
            "{}: no format has this file ending; use one of {}, or --format with one of {}{page}",
            path.display(),
            endings.join(" "),
            names.join(", ")
        ))
    })
}

impl Command for ExportArgs {
    const NAME: &'static str = "export";
    const ABOUT: &'static str = "Write a graph in the format of another program";

    fn run(self) -> Result<Outcome, Failure> {
        let format = match self.format {
            Some(format) => format,
            None => format_of(self.output.as_deref())?,
        };
        let output = (self.output.as_deref()).filter(|output| *output != Path::new("-"));
        if format.has_several_files() && output.is_none() {
            let files = format.files.iter();
            let files: Vec<String> = files.map(|file| format!("graph{}", file.suffix)).collect();
            return Err(Failure::new(format!(
                "{} consists of several files, which need a name: -o graph writes {}",
                format.name,
                files.join(" and ")
            )));
        }
        let lists = self.graph.source()?;
        let lists = (self.actors.iter()).fold(lists, |lists, file| lists.with_actors(file));
        let graph = self.graph.load()?;
        let is_picture = format.top.is_some();
        let graph = match is_picture && !self.all_edges {
            true => graph.shown(),
            false => graph,
        };
        let about = self
            .about
            .iter()
            .map(|name| actor(&graph, name))
            .collect::<Result<_, _>>()?;
        let top = self.top.or(format.top).filter(|&top| top > 0);
        let depth = self.depth;
        let selection = graph.select(&SelectionOptions { top, about, depth });
        if selection.actors.is_empty() {
            note("nothing to show: the graph has no claims here");
        }
        let options = ExportOptions {
            speakers: self.speakers,
            lists,
        };
        write(&selection, format, &options, output)?;
        Ok(if selection.actors.is_empty() {
            Outcome::Nothing
        } else {
            Outcome::Done
        })
    }
}

/// Writes the files of a format, side by side if there are several.
fn write(
    selection: &Selection<'_>,
    format: &ExportFormat,
    options: &ExportOptions,
    output: Option<&Path>,
) -> Result<(), Failure> {
    for file in format.files {
        let path = match (output, file.suffix) {
            (Some(output), suffix) if !suffix.is_empty() => {
                let mut name = output.with_extension("").into_os_string();
                name.push(suffix);
                Some(PathBuf::from(name))
            }
            (output, _) => output.map(Path::to_owned),
        };
        let mut out = Destination::to(path.as_deref());
        (file.write)(selection, options, &mut out).map_err(failure)?;
        out.finish()?;
    }
    Ok(())
}

fn failure(error: ExportError) -> Failure {
    match error {
        ExportError::Output(error) => Failure::writing(error),
        error => Failure::new(error),
    }
}
