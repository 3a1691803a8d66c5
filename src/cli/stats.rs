//! `actant stats`: which actors are central, and which form communities.

use std::fmt::Write;

use clap::Args;
use serde::Serialize;

use crate::export::merged::{NodeRecord, node};
use crate::graph::Graph;
use crate::query::{ActorFigures, stats};

use super::command::{Command, Outcome};
use super::filter::FilterArgs;
use super::graph_file::GraphFile;
use super::message::{Failure, note};
use super::output::print;
use super::rows::{RowFormat, line, plain_table};

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  \
        actant stats graph.json\n  \
        actant stats graph.json --top 0 --format tsv > actors.tsv     all actors\n  \
        actant stats graph.json --own --since 2024                    what articles of 2024 state themselves",
    after_help = "in, out: edges; weight: sum over the edges of their independent documents; between: share of the shortest \
        paths through the actor; rank: PageRank, with weighted edges; group: community (Louvain), larger ones first. \
        Negated edges are left out. Every row ends with an id: actant trace GRAPH ID shows its sentences. \
        Exit code 1 if there are none."
)]
pub(super) struct StatsArgs {
    #[command(flatten)]
    graph: GraphFile,
    /// The maximal number of rows; 0 for all
    #[arg(long, value_name = "N", default_value_t = 20)]
    top: usize,
    /// Include things
    #[arg(long)]
    things: bool,
    /// The output format
    #[arg(long, value_enum, default_value_t = RowFormat::Table)]
    format: RowFormat,
    #[command(flatten)]
    filter: FilterArgs,
}

#[derive(Serialize)]
struct StatsLine<'g> {
    #[serde(flatten)]
    actor: NodeRecord<'g>,
    #[serde(rename = "in")]
    into: usize,
    out: usize,
    weight: u64,
    betweenness: f64,
    page_rank: f64,
    community: usize,
}

impl Command for StatsArgs {
    const NAME: &'static str = "stats";
    const ABOUT: &'static str = "Show which actors are central, and which form communities";

    fn run(self) -> Result<Outcome, Failure> {
        let graph = self.graph.load()?;
        let filter = self.filter.filter(&graph)?;
        let mut figures = stats(&graph, &filter, self.things);
        if figures.is_empty() {
            note("no edges between actors match");
            return Ok(Outcome::Nothing);
        }
        if self.top > 0 {
            figures.truncate(self.top);
        }
        print(&text(&graph, &figures, self.format))?;
        Ok(Outcome::Done)
    }
}

fn text(graph: &Graph, figures: &[ActorFigures<'_>], format: RowFormat) -> String {
    let mut text = String::new();
    match format {
        RowFormat::Table => {
            let mut table = plain_table();
            table.set_header([
                "actor", "type", "in", "out", "weight", "between", "rank", "group", "trace",
            ]);
            for one in figures {
                table.add_row(columns(graph, one));
            }
            for column in 2..8 {
                if let Some(column) = table.column_mut(column) {
                    column.set_cell_alignment(comfy_table::CellAlignment::Right);
                }
            }
            if let Some(column) = table.column_mut(8) {
                column.set_constraint(comfy_table::ColumnConstraint::ContentWidth);
            }
            let _ = writeln!(text, "{}", table.trim_fmt());
        }
        RowFormat::Tsv => {
            text.push_str("actor\ttype\tin\tout\tweight\tbetweenness\tpage_rank\tcommunity\tid\n");
            for one in figures {
                let columns = columns(graph, one);
                let columns =
                    columns.map(|column| column.split_whitespace().collect::<Vec<_>>().join(" "));
                let _ = writeln!(text, "{}", columns.join("\t"));
            }
        }
        RowFormat::Json => {
            for one in figures {
                text.push_str(&line(&StatsLine {
                    actor: node(graph, one.actor),
                    into: one.into,
                    out: one.out,
                    weight: one.weight,
                    betweenness: one.betweenness,
                    page_rank: one.page_rank,
                    community: one.community,
                }));
            }
        }
    }
    text
}

fn columns(graph: &Graph, one: &ActorFigures<'_>) -> [String; 9] {
    let actor = node(graph, one.actor);
    [
        actor.name,
        actor.kind.replace('_', " "),
        one.into.to_string(),
        one.out.to_string(),
        one.weight.to_string(),
        format!("{:.4}", one.betweenness),
        format!("{:.4}", one.page_rank),
        one.community.to_string(),
        actor.id.to_owned(),
    ]
}
