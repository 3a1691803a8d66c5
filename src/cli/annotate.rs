//! `actant annotate`: documents with everything that analysis says about them.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::annotate::{Models, annotate};
use crate::export::record::Recorder;
use crate::extract::extract;
use crate::lexicon::Source;
use crate::read::{InputFormat, Reader};

#[derive(Debug, Args)]
pub(super) struct Annotate {
    /// Files; standard input if there are none, or for `-`
    files: Vec<PathBuf>,
    /// How the input is to be read
    #[arg(long, default_value = "auto")]
    input_format: InputFormat,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One JSON object a document
    Jsonl,
    /// Sentences with tags and trees
    Conllu,
}

impl Annotate {
    pub(super) fn run(self) -> ExitCode {
        let Ok(models) = Models::given(&Source::embedded()) else {
            return ExitCode::from(2);
        };
        let mut out = std::io::stdout().lock();
        let mut failed = false;
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
            let mut text = String::new();
            match self.format {
                Format::Conllu => crate::export::conllu::write(&extracted.annotated, &mut text),
                Format::Jsonl => {
                    let record = Recorder::new(&extracted).document();
                    text = serde_json::to_string(&record).unwrap_or_default() + "\n";
                }
            }
            if out.write_all(text.as_bytes()).is_err() {
                return ExitCode::SUCCESS;
            }
        }
        if failed {
            return ExitCode::from(2);
        }
        ExitCode::SUCCESS
    }
}
