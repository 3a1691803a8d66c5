//! `actant extract`: the statements of documents as flat triples or as records.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::annotate::{Models, annotate};
use crate::export::record::Recorder;
use crate::export::tsv;
use crate::extract::{Extracted, extract, facts};
use crate::lexicon::Source;
use crate::read::{InputFormat, Reader};

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  actant extract article.txt
  actant extract --format jsonl articles/ > statements.jsonl
  actant extract --input-format lines sentences.txt")]
pub(super) struct Extract {
    /// Files; standard input if there are none, or for `-`
    files: Vec<PathBuf>,
    /// How the input is to be read
    #[arg(long, default_value = "auto")]
    input_format: InputFormat,
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
    pub(super) fn run(self) -> ExitCode {
        let models = match Models::given(&Source::embedded()) {
            Ok(models) => models,
            Err(error) => {
                anstream::eprintln!("actant: {error}");
                return ExitCode::from(2);
            }
        };
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        let mut failed = false;
        if self.format == Format::Tsv && out.write_all(tsv::HEADER.as_bytes()).is_err() {
            return ExitCode::SUCCESS;
        }
        for document in Reader::new(self.input_format).read(&self.files) {
            let document = match document {
                Ok(document) => document,
                Err(error) => {
                    failed |= !error.is_warning();
                    anstream::eprintln!("actant: {error}");
                    continue;
                }
            };
            let extracted = extract(annotate(document, &models), &models);
            let text = self.text(&extracted, &models);
            if out.write_all(text.as_bytes()).is_err() {
                return ExitCode::SUCCESS;
            }
        }
        match out.flush() {
            Ok(()) if failed => ExitCode::from(2),
            // A reader that closes the pipe has seen enough.
            Ok(()) | Err(_) => ExitCode::SUCCESS,
        }
    }

    fn text(&self, extracted: &Extracted, models: &Models) -> String {
        let mut text = String::new();
        match self.format {
            Format::Tsv => {
                let facts = facts(extracted, &models.lexicon);
                tsv::write(&extracted.annotated.document.id, &facts, &mut text);
            }
            Format::Jsonl => {
                let recorder = Recorder::new(extracted);
                for statement in &extracted.statements {
                    let line = recorder.statement_line(statement);
                    text.push_str(&serde_json::to_string(&line).unwrap_or_default());
                    text.push('\n');
                }
            }
        }
        text
    }
}
