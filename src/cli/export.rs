//! `actant export`: a graph for Graphviz and other programs.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::export::{dot, events, gexf, graphml, json, mermaid, neo4j, statements};
use crate::graph::{Selection, SelectionOptions};
use crate::lexicon::{Gazetteer, Source};
use crate::view::{picture, png, svg};

use super::command::{Command, Outcome};
use super::graph_file::{GraphFile, actor};
use super::message::{Failure, note};
use super::output::Destination;

/// Nodes of a picture unless the user wants more or fewer; beyond these labels run into each other.
const TOP: usize = 25;

/// The same of a picture that is drawn here, in which labels of lines give way.
const PICTURE: usize = 60;

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  \
        actant export graph.json -o graph.svg                     a picture of the 60 most important actors\n  \
        actant export graph.json -o graph.png --top 25            fewer, as pixels\n  \
        actant export graph.json | dot -Tsvg > graph.svg          drawn by Graphviz\n  \
        actant export graph.json --about TTP -o ttp.dot           one actor and those around it\n  \
        actant export graph.json --format json > network.json     everything, for other programs\n  \
        actant export graph.json -o graph.gexf                    everything, for Gephi\n  \
        actant export graph.json -o graph.graphml                 everything, for yEd, Cytoscape, NetworkX\n  \
        actant export graph.json --format events > events.csv     who did what to whom when, in codes\n  \
        actant export graph.json --format neo4j -o graph          graph-nodes.csv, graph-relationships.csv")]
pub(super) struct ExportArgs {
    #[command(flatten)]
    graph: GraphFile,
    /// What to print; if not given the ending of the output tells, and standard output gets dot
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Where it goes; standard output if not given
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Only the N most important actors; 0 for all. The default is 25 of dot and mermaid, 60 of svg and png, else all
    #[arg(long, value_name = "N")]
    top: Option<usize>,
    /// Only this actor and those that share a claim with it; may be given more than once
    #[arg(long, value_name = "ACTOR")]
    about: Vec<String>,
    /// With --about: so many steps around it
    #[arg(long, value_name = "N", default_value_t = 1, requires = "about")]
    depth: usize,
    /// In pictures also edges from speakers to those that their words are about; JSON always has them
    #[arg(long)]
    voices: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Graphviz
    Dot,
    /// Nodes and edges with their sentences
    Json,
    /// Statements, one JSON object a line
    Jsonl,
    /// A picture
    Svg,
    /// A picture
    Png,
    /// GraphML, for yEd, Cytoscape, NetworkX
    Graphml,
    /// GEXF, for Gephi
    Gexf,
    /// Mermaid, for wikis and code hosts
    Mermaid,
    /// Two tables for Neo4j's importer; needs -o
    Neo4j,
    /// A table of political events, in codes
    Events,
}

impl Format {
    /// What the endings of names mean.
    const ENDINGS: [(&'static str, Self); 11] = [
        ("svg", Self::Svg),
        ("png", Self::Png),
        ("dot", Self::Dot),
        ("gv", Self::Dot),
        ("json", Self::Json),
        ("jsonl", Self::Jsonl),
        ("graphml", Self::Graphml),
        ("gexf", Self::Gexf),
        ("mmd", Self::Mermaid),
        ("mermaid", Self::Mermaid),
        ("csv", Self::Events),
    ];

    /// The format that the name of the output tells; Graphviz's for standard output.
    fn of_name(output: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = output.filter(|path| *path != Path::new("-")) else {
            return Ok(Self::Dot);
        };
        let ending = path.extension().unwrap_or_default();
        let known = Self::ENDINGS.iter().find(|(known, _)| ending == *known);
        known.map(|(_, format)| *format).ok_or_else(|| {
            let endings = Self::ENDINGS.map(|(known, _)| format!(".{known}"));
            let page = match ending == "html" {
                true => "; a page is made by `actant view`",
                false => "",
            };
            Failure::new(format!(
                "{}: its ending tells no format; give --format, or one of {}{page}",
                path.display(),
                endings.join(" ")
            ))
        })
    }
}

impl Command for ExportArgs {
    const NAME: &'static str = "export";
    const ABOUT: &'static str = "Write a graph in the format of another program";

    fn run(self) -> Result<Outcome, Failure> {
        let format = match self.format {
            Some(format) => format,
            None => Format::of_name(self.output.as_deref())?,
        };
        let graph = self.graph.load()?;
        let about = self
            .about
            .iter()
            .map(|name| actor(&graph, name))
            .collect::<Result<_, _>>()?;
        let top = match self.top {
            None if matches!(format, Format::Dot | Format::Mermaid) => Some(TOP),
            None if matches!(format, Format::Svg | Format::Png) => Some(PICTURE),
            top => top.filter(|&top| top > 0),
        };
        let depth = self.depth;
        let selection = graph.select(&SelectionOptions { top, about, depth });
        if selection.actors.is_empty() {
            note("there is nothing to show: the graph has no claims here");
        }
        let voices = self.voices;
        let extras = dot::Extras { voices };
        match (format, self.output.as_deref()) {
            (Format::Neo4j, Some(output)) if output != Path::new("-") => {
                tables(&selection, output)?;
            }
            (Format::Neo4j, _) => {
                return Err(Failure::new(
                    "two tables need a name: -o graph writes graph-nodes.csv and graph-relationships.csv",
                ));
            }
            (format, output) => one_file(&selection, format, extras, output)?,
        }
        Ok(if selection.actors.is_empty() {
            Outcome::Nothing
        } else {
            Outcome::Done
        })
    }
}

fn one_file(
    selection: &Selection<'_>,
    format: Format,
    extras: dot::Extras,
    output: Option<&Path>,
) -> Result<(), Failure> {
    let mut out = Destination::to(output);
    let mut text = String::new();
    let written = match format {
        Format::Dot => {
            dot::write_with(selection, extras, &mut text);
            out.write_all(text.as_bytes())
        }
        Format::Mermaid => {
            mermaid::write(selection, &mut text);
            out.write_all(text.as_bytes())
        }
        Format::Svg => {
            svg::write(&picture::of(selection), &mut text);
            out.write_all(text.as_bytes())
        }
        Format::Png => {
            let image = png::write(&picture::of(selection)).map_err(Failure::new)?;
            out.write_all(&image)
        }
        Format::Json => json::write(selection, &mut out),
        Format::Jsonl => statements::write(selection, &mut out),
        Format::Graphml => graphml::write(selection, &mut out),
        Format::Gexf => gexf::write(selection, &mut out),
        Format::Events => {
            let gazetteer = Gazetteer::load(&Source::embedded()).map_err(Failure::new)?;
            events::write(selection, &gazetteer, &mut out)
        }
        Format::Neo4j => neo4j::write_relationships(selection, &mut out),
    };
    written.map_err(Failure::writing)?;
    out.finish()
}

/// The two tables beside each other: `graph-nodes.csv`, `graph-relationships.csv`.
fn tables(selection: &Selection<'_>, output: &Path) -> Result<(), Failure> {
    let beside = |what: &str| {
        let stem = output.with_extension("");
        let mut name = stem.into_os_string();
        name.push(format!("-{what}.csv"));
        PathBuf::from(name)
    };
    let mut nodes = Destination::to(Some(&beside("nodes")));
    neo4j::write_nodes(selection, &mut nodes).map_err(Failure::writing)?;
    nodes.finish()?;
    let mut relationships = Destination::to(Some(&beside("relationships")));
    neo4j::write_relationships(selection, &mut relationships).map_err(Failure::writing)?;
    relationships.finish()
}
