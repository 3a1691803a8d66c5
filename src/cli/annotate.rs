//! `actant annotate`: documents with everything that analysis says about them.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::annotate::{Models, annotate};
use crate::export::record::Recorder;
use crate::extract::extract;
use crate::lexicon::Source;

#[derive(Debug, Args)]
pub(super) struct Annotate {
    /// Files; standard input if there are none, or for `-`
    files: Vec<PathBuf>,
    /// How the input is to be read
    #[arg(long, default_value = "auto")]
    input_format: String,
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
        for file in &self.files {
            let mut content = String::new();
            let Ok(_) =
                std::fs::File::open(file).and_then(|mut file| file.read_to_string(&mut content))
            else {
                return ExitCode::from(2);
            };
            let (documents, _) = crate::read::conllu::read(&file.display().to_string(), &content);
            for document in documents {
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
        }
        ExitCode::SUCCESS
    }
}
