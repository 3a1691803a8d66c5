//! `actant extract`: the statements of documents as flat triples or as records.

use std::io::Write;

use clap::{Args, ValueEnum};

use crate::annotate::Models;
use crate::export::record::{Recorder, StatementLine};
use crate::export::tsv;
use crate::extract::{Extracted, all_facts, facts, variants};

use super::input::Input;
use super::message::Failure;
use super::output::Output;
use super::{End, HELP};

#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  \
        actant extract article.txt                           who does what to whom, one fact a line\n  \
        actant extract articles/ --format jsonl              one statement a line, with its sentence\n  \
        actant extract article.txt --all                     other readings of each statement, too\n  \
        actant extract --input-format lines sentences.txt    each line a document of its own"
)]
pub(super) struct Extract {
    #[command(flatten)]
    input: Input,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Tsv)]
    format: Format,
    /// Print every reading: shorter and longer ends, members of lists alone, each verb of a chain, and what the text
    /// leaves unsaid (titles, belonging, places)
    #[arg(long)]
    all: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A header, then document, sentence, confidence, subject, relation, object: one fact a line
    Tsv,
    /// One statement a line, with its sentence and where it comes from
    Jsonl,
}

impl Extract {
    pub(super) fn run(self) -> Result<End, Failure> {
        let mut out = Output::to(None);
        let (format, all) = (self.format, self.all);
        if format == Format::Tsv {
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
            End::Partly
        } else {
            End::Done
        })
    }
}

/// All readings of all statements.
fn text_of_all(format: Format, extracted: &Extracted, models: &Models) -> String {
    if format == Format::Tsv {
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
    // Records hold strings and numbers only, for which JSON always has a form.
    serde_json::to_string(record).expect("a record can be written as JSON") + "\n"
}

fn text(format: Format, extracted: &Extracted, models: &Models) -> String {
    let mut text = String::new();
    match format {
        Format::Tsv => {
            let facts = facts(extracted, &models.lexicon);
            tsv::write(&extracted.annotated.document.id, &facts, &mut text);
        }
        Format::Jsonl => {
            let recorder = Recorder::new(extracted);
            for statement in &extracted.statements {
                text.push_str(&line(&recorder.statement_line(statement)));
            }
        }
    }
    text
}
