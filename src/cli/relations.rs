//! `actant relations`: what the frames, or the user's own relations, do not cover.

use std::fmt::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde::Serialize;
use smol_str::SmolStr;

use crate::extract::{Coverage, Unmapped};
use crate::lexicon::FrameLexicon;
use crate::merge::{Corpus, Relations};

use super::command::{Command, HELP, Outcome};
use super::input::Input;
use super::message::{Failure, complain, note};
use super::output::{print, print_error};
use super::rows::{RowFormat, line, plain_table};

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  \
        actant relations coverage articles/\n  \
        actant relations coverage articles/ --relations mine.toml")]
pub(super) struct RelationsArgs {
    #[command(subcommand)]
    command: RelationsCommand,
}

#[derive(Debug, Subcommand)]
enum RelationsCommand {
    /// List the predicates that no frame covers, by frequency
    Coverage(CoverageArgs),
}

impl Command for RelationsArgs {
    const NAME: &'static str = "relations";
    const ABOUT: &'static str =
        "Show which predicates the frames, or your own relations, do not cover";

    fn run(self) -> Result<Outcome, Failure> {
        match self.command {
            RelationsCommand::Coverage(coverage) => coverage.run(),
        }
    }
}

#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  \
        actant relations coverage articles/                         what the frames do not cover\n  \
        actant relations coverage articles/ --top 0 --format tsv    all of it\n  \
        actant relations coverage articles/ --relations mine.toml   what your own relations do not cover",
    after_help = "The numbers of covered statements are printed on standard error. Exit code 1 if everything is covered."
)]
struct CoverageArgs {
    #[command(flatten)]
    input: Input,
    /// A file with your own relations, instead of the frames of the program
    #[arg(long, value_name = "FILE")]
    relations: Option<PathBuf>,
    /// The maximal number of rows; 0 for all
    #[arg(long, value_name = "N", default_value_t = 40)]
    top: usize,
    /// The output format
    #[arg(long, value_enum, default_value_t = RowFormat::Table)]
    format: RowFormat,
}

#[derive(Serialize)]
struct CoverageLine<'c> {
    predicate: &'c str,
    count: usize,
    document: &'c str,
    example: &'c str,
}

impl CoverageArgs {
    fn run(self) -> Result<Outcome, Failure> {
        let source = self.input.lists.source()?;
        let frames = FrameLexicon::load(&source).map_err(Failure::new)?;
        let relations = self.relations.as_ref();
        let relations = relations.map(|path| Relations::load(path, &frames));
        let relations = relations.transpose().map_err(Failure::new)?;
        let mut coverage = Coverage::default();
        let tally = self.input.each(
            |extracted| match &relations {
                None => Coverage::of(&extracted, &frames),
                Some(relations) => by_relations(&Corpus::of(&extracted), relations),
            },
            |one| {
                coverage = std::mem::take(&mut coverage).merge(one);
                Ok(())
            },
        )?;
        if tally.documents == 0 && tally.failed == 0 {
            complain("the input has no documents");
            return Ok(Outcome::Partial);
        }
        let mut list = coverage.by_frequency();
        if self.top > 0 {
            list.truncate(self.top);
        }
        if !list.is_empty() {
            print(&text(&list, self.format))?;
        }
        if !self.input.quiet {
            print_error(&summary(&coverage, relations.is_some()))?;
        }
        Ok(match (tally.failed, list.is_empty()) {
            (0, false) => Outcome::Done,
            (0, true) => {
                note("every statement is covered");
                Outcome::Nothing
            }
            _ => Outcome::Partial,
        })
    }
}

/// The claims of one document that match the user's relations, and those that match none.
fn by_relations(corpus: &Corpus, relations: &Relations) -> Coverage {
    let mut coverage = Coverage::default();
    for claim in corpus.claims() {
        let mapped = relations.mean(claim, corpus);
        for evidence in &claim.evidence {
            let event = evidence.event.is_some();
            coverage.count(mapped, event, &claim.predicate, || {
                let sentence = corpus.sentence(&evidence.sentence);
                let words = sentence.map_or("", |sentence| &sentence.text);
                let words: Vec<&str> = words.split_whitespace().collect();
                let document = corpus.document(&evidence.document);
                let document = document.map_or("", |document| &document.name);
                (words.join(" "), document.to_owned())
            });
        }
    }
    coverage
}

fn text(list: &[(&SmolStr, &Unmapped)], format: RowFormat) -> String {
    let mut text = String::new();
    match format {
        RowFormat::Table => {
            let mut table = plain_table();
            table.set_header(["count", "predicate", "example"]);
            for (predicate, unmapped) in list {
                let count = unmapped.count.to_string();
                let example = shortened(&unmapped.example);
                table.add_row([count.as_str(), predicate.as_str(), example.as_str()]);
            }
            let _ = writeln!(text, "{}", table.trim_fmt());
        }
        RowFormat::Tsv => {
            text.push_str("count\tpredicate\tdocument\texample\n");
            for (predicate, unmapped) in list {
                let Unmapped {
                    count,
                    example,
                    document,
                } = unmapped;
                let _ = writeln!(text, "{count}\t{predicate}\t{document}\t{example}");
            }
        }
        RowFormat::Json => {
            for (predicate, unmapped) in list {
                text.push_str(&line(&CoverageLine {
                    predicate,
                    count: unmapped.count,
                    document: &unmapped.document,
                    example: &unmapped.example,
                }));
            }
        }
    }
    text
}

/// Enough of a sentence to recognise it.
fn shortened(example: &str) -> String {
    let letters = 120;
    match example.chars().count() > letters {
        true => example.chars().take(letters).chain(['…']).collect(),
        false => example.to_owned(),
    }
}

fn summary(coverage: &Coverage, of_relations: bool) -> String {
    let share = |part: usize| 100.0 * part as f64 / coverage.statements.max(1) as f64;
    let by = match of_relations {
        true => "your relations",
        false => "frames",
    };
    format!(
        "{} statements: {} ({:.1} %) covered by {by}, {} ({:.1} %) events; {} predicates are not covered\n",
        coverage.statements,
        coverage.framed,
        share(coverage.framed),
        coverage.events,
        share(coverage.events),
        coverage.unmapped.len()
    )
}
