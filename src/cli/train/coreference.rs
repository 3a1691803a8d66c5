//! `actant train coreference`: writes the training examples of the scorer of pronouns.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::cli::input::EngineName;
use crate::lexicon::Source;
use crate::train::TrainError;
use crate::train::coreference::{CoreferenceExample, examples, read};

use super::{finish, load, models_of, write};

/// Arguments of `actant train coreference`.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  \
    actant train coreference gum-train.jsonl gap-development.tsv -o choices\n  \
    python3 data/models/train/coreference.py choices data/models/coreference.model")]
pub(in crate::cli) struct TrainCoreference {
    /// GUM's documents as JSON Lines, or GAP's as tab-separated lines
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Where to write the choices: a file of numbers, and beside it a JSON file that describes them
    #[arg(long, short)]
    output: PathBuf,
    /// The engine that annotates the texts
    #[arg(long, value_enum, value_name = "ENGINE", default_value_t = EngineName::default())]
    engine: EngineName,
    /// A model file of the accurate engine, to use instead
    #[arg(long, value_name = "MODEL")]
    accurate: Option<PathBuf>,
    /// The model of the scorer that chooses where no answer is known, instead of the embedded one
    #[arg(long)]
    model: Option<PathBuf>,
}

impl TrainCoreference {
    pub(in crate::cli) fn run(self) -> ExitCode {
        finish(self.write())
    }

    fn write(&self) -> Result<(), TrainError> {
        let models = match &self.accurate {
            Some(path) => models_of(path)?,
            None => self.engine.models(&Source::embedded())?,
        };
        let model = self.model.as_deref().map(load).transpose()?;
        let mut found = Vec::new();
        for (file, path) in self.files.iter().enumerate() {
            let documents = read(path)?;
            let documents = examples(&documents, &models, model.as_deref())?;
            found.extend(
                documents
                    .into_iter()
                    .flatten()
                    .map(|example| (file, example)),
            );
        }
        let failed = |error| TrainError::file(&self.output, error);
        let file = std::fs::File::create(&self.output).map_err(failed)?;
        let mut numbers = std::io::BufWriter::new(file);
        let mut rows = Vec::new();
        for (file, example) in &found {
            put(example, &mut numbers).map_err(failed)?;
            let of = |answer: &crate::train::coreference::CandidateAnswer| {
                serde_json::json!([answer.actor, u8::from(answer.right)])
            };
            let candidates: Vec<_> = example.candidates.iter().map(of).collect();
            rows.push(serde_json::json!([
                file,
                u8::from(example.nobody),
                candidates
            ]));
        }
        numbers.flush().map_err(failed)?;
        let first = found.first().map(|(_, example)| example);
        let sizes = first.map_or((0, 0, 0), |example| {
            let pair = example
                .candidates
                .first()
                .map_or(0, |answer| answer.pair.len());
            (example.own.len(), pair, example.vector.len())
        });
        let report = serde_json::json!({
            "engine": models.engine.name(),
            "own": sizes.0,
            "pair": sizes.1,
            "width": sizes.2,
            "choices": rows,
        });
        let path = self.output.with_extension("json");
        write(&path, report.to_string().as_bytes())
    }
}

/// Writes the numbers of a choice: of the pronoun, then of each candidate.
fn put(example: &CoreferenceExample, out: &mut impl Write) -> std::io::Result<()> {
    let answers = example.candidates.iter();
    let parts = answers.flat_map(|answer| [&answer.pair, &answer.vector]);
    for number in [&example.own, &example.vector]
        .into_iter()
        .chain(parts)
        .flatten()
    {
        out.write_all(&number.to_le_bytes())?;
    }
    Ok(())
}
