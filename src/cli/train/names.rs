//! `actant train names`: learns the weights of the name tagger.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::annotate::names::NameTagger;
use crate::cli::input::EngineName;
use crate::lexicon::Source;
use crate::train::TrainError;
use crate::train::names::{NameSettings, TaggedFile, read, score, train};

use super::{finish, write};

/// Arguments of `actant train names`.
#[derive(Debug, Args)]
pub(in crate::cli) struct TrainNames {
    /// Files of IOB2 tags to learn from
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Files of IOB2 tags to measure on after each round
    #[arg(long)]
    check: Vec<PathBuf>,
    /// Where to write the weights
    #[arg(short, long, default_value = "data/models/names-accurate.bin")]
    output: PathBuf,
    /// How often all sentences are seen
    #[arg(long, default_value_t = NameSettings::default().rounds)]
    rounds: usize,
    /// The size of steps
    #[arg(long, default_value_t = NameSettings::default().rate)]
    rate: f32,
    /// The L1 penalty: the larger, the smaller the file
    #[arg(long, default_value_t = NameSettings::default().sparsity)]
    sparsity: f32,
    /// The L2 penalty
    #[arg(long, default_value_t = NameSettings::default().decay)]
    decay: f32,
    /// The engine that tags the words
    #[arg(long, value_enum, value_name = "ENGINE", default_value_t = EngineName::default())]
    engine: EngineName,
    /// The weight of the engine's scores during training
    #[arg(long, default_value_t = NameSettings::default().learned_weight)]
    learned_weight: f32,
    /// The weight of the engine's scores of names
    #[arg(long, default_value_t = NameSettings::default().engine_weight)]
    engine_weight: f32,
}

impl TrainNames {
    pub(in crate::cli) fn run(self) -> ExitCode {
        finish(self.learn())
    }

    #[allow(clippy::print_stderr, reason = "progress of a long run")]
    fn learn(&self) -> Result<(), TrainError> {
        let models = self.engine.models(&Source::embedded())?;
        let read_all = |files: &[PathBuf]| -> Result<Vec<TaggedFile>, TrainError> {
            files
                .iter()
                .map(|file| read(file, &*models.engine))
                .collect()
        };
        let (files, checks) = (read_all(&self.files)?, read_all(&self.check)?);
        let settings = NameSettings {
            rounds: self.rounds,
            rate: self.rate,
            sparsity: self.sparsity,
            decay: self.decay,
            learned_weight: self.learned_weight,
            engine_weight: self.engine_weight,
        };
        let weights = train(&files, &models.lexicon, &settings, |round, tagger| {
            let scores = checks
                .iter()
                .map(|file| score(tagger, file, &models.lexicon));
            let shown: Vec<String> = scores.map(|score| format!("{:.2}", score.f1())).collect();
            eprintln!("round {round}: F1 {}", shown.join(" "));
        });
        let bytes = zstd::encode_all(weights.to_bytes().as_slice(), 19)
            .map_err(|error| TrainError::file(&self.output, error))?;
        eprintln!("{} weights, {} bytes", weights.len(), bytes.len());
        write(&self.output, &bytes)?;
        let tagger = NameTagger::new(weights).with_engine_weight(self.engine_weight);
        let scores: serde_json::Map<String, serde_json::Value> = self
            .check
            .iter()
            .zip(&checks)
            .map(|(path, file)| {
                let score = score(&tagger, file, &models.lexicon);
                let rounded = (100.0 * score.f1()).round() / 100.0;
                (file_name(path), rounded.into())
            })
            .collect();
        let files: Vec<String> = self.files.iter().map(|path| file_name(path)).collect();
        let report = serde_json::json!({
            "made by": "actant train names",
            "learned from": files,
            "engine": models.engine.name(),
            "engine weight, learned": short(self.learned_weight),
            "engine weight": short(self.engine_weight),
            "rounds": self.rounds,
            "rate": short(self.rate),
            "sparsity": short(self.sparsity),
            "decay": short(self.decay),
            "exact F1": scores,
        });
        let report = format!("{report:#}\n");
        write(&self.output.with_extension("json"), report.as_bytes())
    }
}

/// The last part of a path.
fn file_name(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// The number as it was typed, without the error of single precision.
fn short(number: f32) -> f64 {
    (f64::from(number) * 1e6).round() / 1e6
}
