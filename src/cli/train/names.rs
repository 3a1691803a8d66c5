//! `actant train names`: learns the weights of the name tagger.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::lexicon::{Lexicon, Source};
use crate::train::names::{NameSettings, score, train};

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
    #[arg(short, long, default_value = "data/models/names.bin")]
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
}

impl TrainNames {
    #[allow(clippy::print_stderr, reason = "progress of a long run")]
    pub(in crate::cli) fn run(self) -> ExitCode {
        match self.learn() {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => {
                eprintln!("actant: {message}");
                ExitCode::from(2)
            }
        }
    }

    #[allow(clippy::print_stderr, reason = "progress of a long run")]
    fn learn(&self) -> Result<(), String> {
        let lexicon = Lexicon::load(&Source::embedded()).map_err(|error| error.to_string())?;
        let settings = NameSettings {
            rounds: self.rounds,
            rate: self.rate,
            sparsity: self.sparsity,
            decay: self.decay,
        };
        let weights = train(&self.files, &lexicon, &settings, |round, tagger| {
            let scores = self.check.iter().map(|file| score(tagger, file, &lexicon));
            let shown: Vec<String> = scores
                .map(|score| score.map_or_else(|error| error, |score| format!("{:.2}", score.f1())))
                .collect();
            eprintln!("round {round}: F1 {}", shown.join(" "));
        })?;
        let bytes = zstd::encode_all(weights.to_bytes().as_slice(), 19)
            .map_err(|error| error.to_string())?;
        eprintln!("{} weights, {} bytes", weights.len(), bytes.len());
        std::fs::write(&self.output, bytes)
            .map_err(|error| format!("{}: {error}", self.output.display()))
    }
}
