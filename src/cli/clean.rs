//! `actant clean`: the article of a document, and what was removed around it and why.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use crate::export::cleaned::CleanedRecord;
use crate::read::{InputFormat, Reader};
use crate::text::{BlockKind, Document, LineIndex};

use super::command::{Command, Outcome};
use super::input::Lists;
use super::message::{Failure, complain, warn};
use super::output::Destination;

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  \
        actant clean page.txt                    the article without boilerplate\n  \
        actant clean page.txt --show-dropped     what was removed: file:line:column: reason: words\n  \
        actant clean articles/ --json            one JSON object a document")]
pub(super) struct CleanArgs {
    /// Files, folders or patterns; standard input for `-` or without paths
    #[arg(value_name = "PATH")]
    files: Vec<PathBuf>,
    /// The input format: auto, text, pasted, html, markdown, jsonl, lines or conllu
    #[arg(long, value_name = "FORMAT", default_value_t = InputFormat::Auto)]
    input_format: InputFormat,
    #[command(flatten)]
    lists: Lists,
    /// Print what was removed, with its place and the reason, instead of what was kept
    #[arg(long)]
    show_dropped: bool,
    /// Print one JSON object a document, with all fields
    #[arg(long, conflicts_with = "show_dropped")]
    json: bool,
}

impl Command for CleanArgs {
    const NAME: &'static str = "clean";
    const ABOUT: &'static str =
        "Print the article of a page, or what was removed around it and why";

    fn run(self) -> Result<Outcome, Failure> {
        let mut out = Destination::to(None);
        let mut end = Outcome::Done;
        let source = self.lists.source()?;
        let reader = Reader::with_lists(self.input_format, &source).map_err(Failure::new)?;
        for document in reader.read(&self.files) {
            match document {
                Ok(document) => self.write(&document, &mut out).map_err(Failure::writing)?,
                Err(error) if error.is_warning() => warn(&error.to_string()),
                Err(error) => {
                    end = Outcome::Partial;
                    complain(&error.to_string());
                }
            }
        }
        out.finish()?;
        Ok(end)
    }
}

impl CleanArgs {
    fn write(&self, document: &Document, out: &mut impl Write) -> io::Result<()> {
        if self.json {
            serde_json::to_writer(&mut *out, &CleanedRecord::new(document))?;
            return writeln!(out);
        }
        if self.show_dropped {
            return write_dropped(document, out);
        }
        for block in &document.blocks {
            let words = document.slice(block.span).replace('\r', "");
            writeln!(out, "{words}")?;
            if block.kind != BlockKind::ListItem {
                writeln!(out)?;
            }
        }
        Ok(())
    }
}

fn write_dropped(document: &Document, out: &mut impl Write) -> io::Result<()> {
    let lines = LineIndex::new(&document.text);
    for dropped in &document.dropped {
        let (line, column) = lines.line_column(dropped.span.start);
        let words: Vec<&str> = document.slice(dropped.span).split_whitespace().collect();
        let (id, reason, words) = (&document.id, dropped.reason, words.join(" "));
        writeln!(out, "{id}:{line}:{column}: {reason}: {words}")?;
    }
    Ok(())
}
