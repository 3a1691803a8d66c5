//! `actant ego`: the edges around an actor.

use clap::Args;

use crate::query::ego;

use super::command::{Command, Outcome};
use super::filter::FilterArgs;
use super::graph_file::{GraphFile, actor};
use super::message::{Failure, note};
use super::rows::{Row, RowFormat, show};

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  \
        actant ego graph.json TTP                          its own edges\n  \
        actant ego graph.json TTP --depth 2                and those of its neighbours\n  \
        actant ego graph.json TTP --by Pakistan --format tsv",
    after_help = "Every row ends with an id: actant trace GRAPH ID shows its sentences. For a picture of the same: \
        actant export GRAPH --about ACTOR --depth 2. Exit code 1 if there are none."
)]
pub(super) struct EgoArgs {
    #[command(flatten)]
    graph: GraphFile,
    /// The actor, with its members
    actor: String,
    /// The number of steps around it
    #[arg(long, value_name = "N", default_value_t = 1)]
    depth: usize,
    /// The output format
    #[arg(long, value_enum, default_value_t = RowFormat::Table)]
    format: RowFormat,
    #[command(flatten)]
    filter: FilterArgs,
}

impl Command for EgoArgs {
    const NAME: &'static str = "ego";
    const ABOUT: &'static str = "Show the edges around an actor";

    fn run(self) -> Result<Outcome, Failure> {
        let graph = self.graph.load()?;
        let center = actor(&graph, &self.actor)?;
        let filter = self.filter.filter(&graph)?;
        let edges = ego(&graph, &center, self.depth, &filter);
        if edges.is_empty() {
            note(&format!("no edges around {}", graph.name(&center)));
            return Ok(Outcome::Nothing);
        }
        let rows: Vec<Row<'_, '_>> = (edges.iter())
            .map(|(depth, edge)| Row {
                lead: depth.to_string(),
                edge,
            })
            .collect();
        show(&graph, self.format, "depth", &rows)?;
        Ok(Outcome::Done)
    }
}
