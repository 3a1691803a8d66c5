//! `actant train parser`: learns the weights of the fast engine.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::Args;

use crate::annotate::FastEngine;
use crate::cli::message::complain;
use crate::train::TrainError;
use crate::train::parser::{Config, Progress, Scores, evaluate, find, learn};

use super::{finish, write};

/// Arguments of `actant train parser`.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  \
    actant train parser --data treebanks/ --checkpoint state")]
pub(in crate::cli) struct TrainParser {
    /// The settings, as JSON
    #[arg(long, default_value = "data/models/fast.json")]
    config: PathBuf,
    /// A folder with treebanks that the settings name; may be given several times
    #[arg(long, required = true)]
    data: Vec<PathBuf>,
    /// Where to write the model; its scores are written beside it, as `.scores.json`
    #[arg(long, short, default_value = "data/models/fast.model")]
    output: PathBuf,
    /// Where the state after each epoch is kept; training continues from the file if it exists
    #[arg(long)]
    checkpoint: Option<PathBuf>,
    /// Measure after every so many epochs
    #[arg(long, default_value_t = 1)]
    every: usize,
}

impl TrainParser {
    pub(in crate::cli) fn run(self) -> ExitCode {
        finish(self.learn())
    }

    fn learn(self) -> Result<(), TrainError> {
        let config = Config::read(&self.config)?;
        let start = Instant::now();
        let names = config.development.iter();
        let development: Vec<PathBuf> = names.map(|name| find(&self.data, name)).collect();
        let mut report = |progress: Progress, model: &[u8]| {
            let seconds = start.elapsed().as_secs_f64();
            say(&format!("{progress}  {seconds:.0} s"));
            if progress.epoch.is_multiple_of(self.every.max(1)) {
                for path in &development {
                    match measure(model, path) {
                        Ok(scores) => say(&format!("  {}  {scores}", path.display())),
                        Err(error) => complain(&error.to_string()),
                    }
                }
            }
        };
        let model = learn(&config, &self.data, self.checkpoint.as_deref(), &mut report)?;
        let mut scores = BTreeMap::new();
        for (name, path) in config.development.iter().zip(&development) {
            scores.insert(name, measure(&model, path)?);
        }
        // Scores are named numbers, which JSON can always represent.
        let scores = serde_json::to_string_pretty(&scores).expect("scores can be written as JSON");
        write(&self.output, &model)?;
        write(
            &self.output.with_extension("scores.json"),
            (scores + "\n").as_bytes(),
        )
    }
}

fn measure(model: &[u8], path: &Path) -> Result<Scores, TrainError> {
    evaluate(&FastEngine::read(model)?, path)
}

fn say(line: &str) {
    anstream::eprintln!("{line}");
}
