//! `actant build`: articles → `graph.json`.

use std::path::{Path, PathBuf};

use clap::Args;
use comfy_table::{Table, presets};

use crate::graph::Graph;
use crate::merge::Corpus;

use super::command::{Command, Outcome};
use super::input::{Input, Tally};
use super::message::{Failure, complain};
use super::output::{Destination, print_error};

/// The number of actors in the summary.
const TOP: usize = 8;

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  \
        actant build articles/ -o graph.json       all files of a folder, in any format\n  \
        actant build 'news/*.html' wire.jsonl      patterns and JSON Lines\n  \
        pbpaste | actant build -o graph.json       text copied from a web page")]
pub(super) struct BuildArgs {
    #[command(flatten)]
    input: Input,
    /// Where the graph is written; `-` is standard output
    #[arg(short, long, value_name = "FILE", default_value = "graph.json")]
    output: PathBuf,
}

impl Command for BuildArgs {
    const NAME: &'static str = "build";
    const ABOUT: &'static str = "Build the graph of the statements in articles";

    fn run(self) -> Result<Outcome, Failure> {
        let mut corpus = Corpus::default();
        let make = |extracted| Corpus::of(&extracted);
        let tally = self.input.each(make, |one| {
            corpus = std::mem::take(&mut corpus).merge(one);
            Ok(())
        })?;
        if tally.documents == 0 {
            if tally.failed == 0 {
                complain("the input has no documents");
            }
            return Ok(Outcome::Partial);
        }
        let graph = Graph::build(corpus);
        if self.output == Path::new("-") {
            let mut out = Destination::to(None);
            graph.write(&mut out).map_err(Failure::writing)?;
            out.finish()?;
        } else {
            graph.save(&self.output).map_err(Failure::new)?;
        }
        if !self.input.quiet {
            print_error(&self.summary(&graph, tally))?;
        }
        Ok(if tally.failed > 0 {
            Outcome::Partial
        } else {
            Outcome::Done
        })
    }
}

impl BuildArgs {
    fn summary(&self, graph: &Graph, tally: Tally) -> String {
        let corpus = graph.corpus();
        let sentences: usize = corpus.documents().map(|document| document.sentences).sum();
        let (things, actors): (Vec<_>, Vec<_>) = graph.actors().partition(|actor| actor.thing);
        let mut counts = table();
        let mut row = |name: &str, count: usize| {
            counts.add_row([name.to_owned(), count.to_string()]);
        };
        row("documents", tally.documents);
        if tally.failed > 0 {
            row("not read", tally.failed);
        }
        row("sentences", sentences);
        row("  with evidence", corpus.sentences().len());
        row("actors", actors.len());
        row("things", things.len());
        row("claims", graph.claims().len());
        row("attributions", corpus.attributions().len());
        let mut top = table();
        top.set_header(["actor", "type", "mentions", "claims"]);
        for actor in graph.top(TOP) {
            let kind = actor.kind().as_str().replace('_', " ");
            let (mentions, claims) = (
                actor.mentions().to_string(),
                graph.degree(&actor.id).to_string(),
            );
            top.add_row([graph.name(&actor.id), kind, mentions, claims]);
        }
        for table in [&mut counts, &mut top] {
            let columns = table.column_count();
            for column in (0..columns).filter(|column| columns == 2 && *column == 1 || *column >= 2)
            {
                if let Some(column) = table.column_mut(column) {
                    column.set_cell_alignment(comfy_table::CellAlignment::Right);
                }
            }
        }
        let output = self.output.display();
        let next = if self.output == Path::new("-") {
            String::new()
        } else {
            format!("\nwritten to {output}; see it with: actant view {output}\n")
        };
        format!("{}\n\n{}\n{next}", counts.trim_fmt(), top.trim_fmt())
    }
}

fn table() -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table
}
