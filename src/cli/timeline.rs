//! `actant timeline`: edges by day of publication.

use clap::Args;

use crate::query::timeline;

use super::command::{Command, Outcome};
use super::filter::FilterArgs;
use super::graph_file::{GraphFile, actor};
use super::message::{Failure, note};
use super::rows::{Row, RowFormat, show};

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  \
        actant timeline graph.json\n  \
        actant timeline graph.json --about TTP --since 2024-03\n  \
        actant timeline graph.json --about China --format tsv > china.tsv",
    after_help = "Days are days of publication; undated articles come last. Every row ends with an id: actant \
        trace GRAPH ID shows its sentences. Exit code 1 if there are none."
)]
pub(super) struct TimelineArgs {
    #[command(flatten)]
    graph: GraphFile,
    /// Only edges of this actor, or of its members; may be given more than once
    #[arg(long, value_name = "ACTOR")]
    about: Vec<String>,
    /// The output format
    #[arg(long, value_enum, default_value_t = RowFormat::Table)]
    format: RowFormat,
    #[command(flatten)]
    filter: FilterArgs,
}

impl Command for TimelineArgs {
    const NAME: &'static str = "timeline";
    const ABOUT: &'static str = "Show what is reported, by day";

    fn run(self) -> Result<Outcome, Failure> {
        let graph = self.graph.load()?;
        let about = self.about.iter().map(|name| actor(&graph, name));
        let about: Vec<_> = about.collect::<Result<_, _>>()?;
        let filter = self.filter.filter(&graph)?;
        let entries = timeline(&graph, &about, &filter);
        if entries.is_empty() {
            note("no edges match");
            return Ok(Outcome::Nothing);
        }
        let rows: Vec<Row<'_, '_>> = (entries.iter())
            .map(|entry| Row {
                lead: entry.date.unwrap_or("undated").to_owned(),
                edge: &entry.edge,
            })
            .collect();
        show(&graph, self.format, "date", &rows)?;
        Ok(Outcome::Done)
    }
}
