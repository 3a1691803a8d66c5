//! `actant path`: the shortest way between two actors.

use clap::Args;

use crate::query::{Along, path};

use super::filter::FilterArgs;
use super::graph_file::{GraphFile, actor};
use super::message::{Failure, note};
use super::rows::{Format, Row, show};
use super::{End, HELP};

/// Edges shown for each step.
const EDGES: usize = 3;

#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  \
        actant path graph.json China TTP\n  \
        actant path graph.json China TTP --arrows              only from doers to those it is done to\n  \
        actant path graph.json China TTP --own --format json   only along what articles say in their own voice",
    after_help = "Every row ends with an id: actant trace GRAPH ID shows its sentences. Exit code 1 if there is no way."
)]
pub(super) struct Path {
    #[command(flatten)]
    graph: GraphFile,
    /// Where it starts
    from: String,
    /// Where it leads
    to: String,
    /// Go along the arrows only
    #[arg(long)]
    arrows: bool,
    /// How the way is printed
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    #[command(flatten)]
    filter: FilterArgs,
}

impl Path {
    pub(super) fn run(self) -> Result<End, Failure> {
        let graph = self.graph.load()?;
        let (from, to) = (actor(&graph, &self.from)?, actor(&graph, &self.to)?);
        let filter = self.filter.filter(&graph)?;
        let along = if self.arrows {
            Along::Arrows
        } else {
            Along::Any
        };
        let hops = path(&graph, &from, &to, &filter, along);
        if hops.is_empty() {
            let (from, to) = (graph.name(&from), graph.name(&to));
            note(&format!("no way leads from {from} to {to}"));
            return Ok(End::Nothing);
        }
        let steps = hops.iter().enumerate();
        let rows: Vec<Row<'_, '_>> = steps
            .flat_map(|(step, hop)| {
                let edges = hop.edges.iter().take(EDGES);
                edges.map(move |edge| Row {
                    lead: (step + 1).to_string(),
                    edge,
                })
            })
            .collect();
        show(&graph, self.format, "step", &rows)?;
        Ok(End::Done)
    }
}
