//! `actant timeline`: what is said, day by day.

use clap::Args;

use crate::query::timeline;

use super::filter::FilterArgs;
use super::graph_file::{GraphFile, actor};
use super::message::{Failure, note};
use super::rows::{Format, Row, show};
use super::{End, HELP};

#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  \
        actant timeline graph.json\n  \
        actant timeline graph.json --about TTP --since 2024-03\n  \
        actant timeline graph.json --about China --format tsv > china.tsv",
    after_help = "Days are those of publication; articles without a date come last. Every row ends with an id: actant \
        trace GRAPH ID shows its sentences. Exit code 1 if there is nothing."
)]
pub(super) struct Timeline {
    #[command(flatten)]
    graph: GraphFile,
    /// Only edges of this actor, or of those that belong to it; may be given more than once
    #[arg(long, value_name = "ACTOR")]
    about: Vec<String>,
    /// How edges are printed
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    #[command(flatten)]
    filter: FilterArgs,
}

impl Timeline {
    pub(super) fn run(self) -> Result<End, Failure> {
        let graph = self.graph.load()?;
        let about = self.about.iter().map(|name| actor(&graph, name));
        let about: Vec<_> = about.collect::<Result<_, _>>()?;
        let filter = self.filter.filter(&graph)?;
        let moments = timeline(&graph, &about, &filter);
        if moments.is_empty() {
            note("nothing is said of the kind");
            return Ok(End::Nothing);
        }
        let rows: Vec<Row<'_, '_>> = (moments.iter())
            .map(|moment| Row {
                lead: moment.date.unwrap_or("undated").to_owned(),
                edge: &moment.edge,
            })
            .collect();
        show(&graph, self.format, "date", &rows)?;
        Ok(End::Done)
    }
}
