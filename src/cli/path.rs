//! `actant path`: the shortest path between two actors.

use clap::Args;

use crate::query::{Traversal, path};

use super::command::{Command, Outcome};
use super::filter::FilterArgs;
use super::graph_file::{GraphFile, actor};
use super::message::{Failure, note};
use super::rows::{Row, RowFormat, show};

/// The number of edges shown for each step.
const EDGES: usize = 3;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  \
        actant path graph.json China TTP\n  \
        actant path graph.json China TTP --arrows              only from source to target\n  \
        actant path graph.json China TTP --own --format json   only what articles state themselves",
    after_help = "Every row ends with an id: actant trace GRAPH ID shows its sentences. Exit code 1 if there is no path."
)]
pub(super) struct PathArgs {
    #[command(flatten)]
    graph: GraphFile,
    /// The first actor
    from: String,
    /// The last actor
    to: String,
    /// Follow edges from source to target only
    #[arg(long)]
    arrows: bool,
    /// The output format
    #[arg(long, value_enum, default_value_t = RowFormat::Table)]
    format: RowFormat,
    #[command(flatten)]
    filter: FilterArgs,
}

impl Command for PathArgs {
    const NAME: &'static str = "path";
    const ABOUT: &'static str = "Find the shortest path between two actors";

    fn run(self) -> Result<Outcome, Failure> {
        let graph = self.graph.load()?;
        let (from, to) = (actor(&graph, &self.from)?, actor(&graph, &self.to)?);
        let filter = self.filter.filter(&graph)?;
        let along = if self.arrows {
            Traversal::Forward
        } else {
            Traversal::Any
        };
        let steps = path(&graph, &from, &to, &filter, along);
        if steps.is_empty() {
            let (from, to) = (graph.name(&from), graph.name(&to));
            note(&format!("no path leads from {from} to {to}"));
            return Ok(Outcome::Nothing);
        }
        let steps = steps.iter().enumerate();
        let rows: Vec<Row<'_, '_>> = steps
            .flat_map(|(number, step)| {
                let edges = step.edges.iter().take(EDGES);
                edges.map(move |edge| Row {
                    lead: (number + 1).to_string(),
                    edge,
                })
            })
            .collect();
        show(&graph, self.format, "step", &rows)?;
        Ok(Outcome::Done)
    }
}
