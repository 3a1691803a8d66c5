//! `actant export`: a graph for Graphviz and other programs.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::export::{dot, graphml, json};
use crate::graph::Choice;
use crate::view::{picture, png, svg};

use super::graph_file::{GraphFile, actor};
use super::message::{Failure, note};
use super::output::Output;
use super::{End, HELP};

/// Nodes of a picture unless the user wants more or fewer; beyond these labels run into each other.
const TOP: usize = 25;

/// The same of a picture that is drawn here, in which labels of lines give way.
const PICTURE: usize = 60;

#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  \
        actant export graph.json -o graph.svg                     a picture of the 60 most important actors\n  \
        actant export graph.json -o graph.png --top 25            fewer, as pixels\n  \
        actant export graph.json | dot -Tsvg > graph.svg          drawn by Graphviz\n  \
        actant export graph.json --about TTP -o ttp.dot           one actor and those around it\n  \
        actant export graph.json --format json > network.json     everything, for other programs\n  \
        actant export graph.json -o graph.graphml                 everything, for Gephi, yEd, Cytoscape"
)]
pub(super) struct Export {
    #[command(flatten)]
    graph: GraphFile,
    /// What to print; guessed from the name of the output, else dot
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Where it goes; standard output if not given
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Only the N most important actors; 0 for all. The default is 25 of dot, 60 of svg and png, else all
    #[arg(long, value_name = "N")]
    top: Option<usize>,
    /// Only this actor and those that share a claim with it; may be given more than once
    #[arg(long, value_name = "ACTOR")]
    about: Vec<String>,
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
    /// A picture
    Svg,
    /// A picture
    Png,
    /// GraphML, for Gephi, yEd, Cytoscape
    Graphml,
}

impl Format {
    fn of_name(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()? {
            "dot" | "gv" => Some(Self::Dot),
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            "json" => Some(Self::Json),
            "graphml" => Some(Self::Graphml),
            _ => None,
        }
    }
}

impl Export {
    pub(super) fn run(self) -> Result<End, Failure> {
        let by_name = self.output.as_deref().and_then(Format::of_name);
        let format = self.format.or(by_name).unwrap_or(Format::Dot);
        let graph = self.graph.load()?;
        let about = self
            .about
            .iter()
            .map(|name| actor(&graph, name))
            .collect::<Result<_, _>>()?;
        let top = match self.top {
            None if format == Format::Dot => Some(TOP),
            None if matches!(format, Format::Svg | Format::Png) => Some(PICTURE),
            top => top.filter(|&top| top > 0),
        };
        let selection = graph.select(&Choice { top, about });
        if selection.actors.is_empty() {
            note("there is nothing to show: the graph has no claims here");
        }
        let mut out = Output::to(self.output.as_deref());
        let written = match format {
            Format::Dot => {
                let mut text = String::new();
                let voices = self.voices;
                dot::write_with(&selection, dot::Extras { voices }, &mut text);
                std::io::Write::write_all(&mut out, text.as_bytes())
            }
            Format::Svg => {
                let mut text = String::new();
                svg::write(&picture::of(&selection), &mut text);
                std::io::Write::write_all(&mut out, text.as_bytes())
            }
            Format::Png => {
                let image = png::write(&picture::of(&selection)).map_err(Failure::new)?;
                std::io::Write::write_all(&mut out, &image)
            }
            Format::Json => json::write(&selection, &mut out),
            Format::Graphml => graphml::write(&selection, &mut out),
        };
        written.map_err(Failure::writing)?;
        out.finish()?;
        Ok(if selection.actors.is_empty() {
            End::Nothing
        } else {
            End::Done
        })
    }
}
