//! `actant extract`: the statements of documents as flat triples or as records.

use std::io::Write;

use clap::{Args, ValueEnum};

use crate::annotate::Models;
use crate::export::record::Recorder;
use crate::export::tsv;
use crate::extract::{Extracted, facts};

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
        actant extract --input-format lines sentences.txt    each line a document of its own"
)]
pub(super) struct Extract {
    #[command(flatten)]
    input: Input,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Tsv)]
    format: Format,
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
        let format = self.format;
        if format == Format::Tsv {
            out.write_all(tsv::HEADER.as_bytes())
                .map_err(Failure::writing)?;
        }
        let tally = self.input.each_with(
            |extracted, models| text(format, &extracted, models),
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
                let line = recorder.statement_line(statement);
                // Records hold strings and numbers only, for which JSON always has a form.
                let line = serde_json::to_string(&line).expect("a record can be written as JSON");
                text.push_str(&line);
                text.push('\n');
            }
        }
    }
    text
}
