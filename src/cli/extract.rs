//! `actant extract`: the statements of documents as flat triples or as records.

use std::io::Write;

use clap::{Args, ValueEnum};

use crate::annotate::Models;
use crate::export::record::{Recorder, StatementLine};
use crate::export::tsv;
use crate::extract::{Extracted, all_facts, facts, variants};

use super::command::{Command, Outcome};
use super::input::Input;
use super::message::Failure;
use super::output::Destination;

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  \
        actant extract article.txt                           who does what to whom, one fact a line\n  \
        actant extract articles/ --format jsonl              one statement a line, with its sentence\n  \
        actant extract article.txt --all                     other readings of each statement, too\n  \
        actant extract --input-format lines sentences.txt    each line a document of its own")]
pub(super) struct ExtractArgs {
    #[command(flatten)]
    input: Input,
    /// The output format
    #[arg(long, value_enum, default_value_t = ExtractFormat::Tsv)]
    format: ExtractFormat,
    /// Print every reading: shorter and longer ends, single members of lists, each verb of a chain, and what the text
    /// leaves implicit (titles, membership, places)
    #[arg(long)]
    all: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ExtractFormat {
    /// A header, then document, sentence, confidence, subject, relation, object: one fact a line
    Tsv,
    /// One statement a line, with its sentence and its document
    Jsonl,
}

impl Command for ExtractArgs {
    const NAME: &'static str = "extract";
    const ABOUT: &'static str =
        "Print statements as triples: who does what to whom, one fact a line";

    fn run(self) -> Result<Outcome, Failure> {
        let mut out = Destination::to(None);
        let (format, all) = (self.format, self.all);
        if format == ExtractFormat::Tsv {
            out.write_all(tsv::HEADER.as_bytes())
                .map_err(Failure::writing)?;
        }
        let tally = self.input.each_with(
            |extracted, models| match all {
                false => text(format, &extracted, models),
                true => text_of_all(format, &extracted, models),
            },
            |text| out.write_all(text.as_bytes()),
        )?;
        out.finish()?;
        Ok(if tally.failed > 0 {
            Outcome::Partial
        } else {
            Outcome::Done
        })
    }
}

/// All readings of all statements.
fn text_of_all(format: ExtractFormat, extracted: &Extracted, models: &Models) -> String {
    if format == ExtractFormat::Tsv {
        let mut text = String::new();
        let facts = all_facts(extracted, &models.lexicon);
        tsv::write(&extracted.annotated.document.id, &facts, &mut text);
        return text;
    }
    let recorder = Recorder::new(extracted);
    let readings = variants(extracted, &models.lexicon);
    let mut readings = readings.iter().peekable();
    let mut text = String::new();
    for (index, statement) in extracted.statements.iter().enumerate() {
        text.push_str(&line(&recorder.statement_line(statement)));
        while let Some(variant) = readings.next_if(|variant| variant.of == index) {
            text.push_str(&line(&recorder.variant_line(variant)));
        }
    }
    text
}

fn line(record: &StatementLine<'_>) -> String {
    // Records of strings and numbers always have a JSON form.
    serde_json::to_string(record).expect("a record can be written as JSON") + "\n"
}

fn text(format: ExtractFormat, extracted: &Extracted, models: &Models) -> String {
    let mut text = String::new();
    match format {
        ExtractFormat::Tsv => {
            let facts = facts(extracted, &models.lexicon);
            tsv::write(&extracted.annotated.document.id, &facts, &mut text);
        }
        ExtractFormat::Jsonl => {
            let recorder = Recorder::new(extracted);
            for statement in &extracted.statements {
                text.push_str(&line(&recorder.statement_line(statement)));
            }
        }
    }
    text
}
