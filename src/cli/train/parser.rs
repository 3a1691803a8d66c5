//! `actant train parser` and `actant train eval`: learn the weights of the fast engine, and measure them.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Args;

use crate::annotate::FastEngine;
use crate::cli::message::complain;
use crate::train::TrainError;
use crate::train::parser::{Config, evaluate, learn};

/// Arguments of `actant train parser`.
#[derive(Debug, Args)]
pub(in crate::cli) struct TrainParser {
    /// The settings, as JSON
    #[arg(long, default_value = "data/models/fast.json")]
    config: PathBuf,
    /// A folder with treebanks that the settings name; may be given several times
    #[arg(long, required = true)]
    data: Vec<PathBuf>,
    /// Where the model goes; its scores go beside it, as `.scores.json`
    #[arg(long, short, default_value = "data/models/fast.model")]
    output: PathBuf,
    /// Where the state after each epoch is kept; training goes on from there if the file exists
    #[arg(long)]
    checkpoint: Option<PathBuf>,
    /// Measure after every so many epochs
    #[arg(long, default_value_t = 1)]
    every: usize,
}

/// Arguments of `actant train eval`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Eval {
    /// The model
    #[arg(long, default_value = "data/models/fast.model")]
    model: PathBuf,
    /// Treebanks as CoNLL-U
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

impl TrainParser {
    pub(in crate::cli) fn run(self) -> ExitCode {
        finish(self.learn())
    }

    fn learn(self) -> Result<(), TrainError> {
        let config = Config::read(&self.config)?;
        let start = Instant::now();
        let development: Vec<PathBuf> = config
            .development
            .iter()
            .map(|name| crate::train::parser::find(&self.data, name))
            .collect();
        let model = learn(
            &config,
            &self.data,
            self.checkpoint.as_deref(),
            &mut |progress, model| {
                let [tags, heads, relations] = progress.loss;
                say(&format!(
                    "epoch {}/{}  {} words  losses {tags:.4} {heads:.4} {relations:.4}  {:.0} s",
                    progress.epoch,
                    progress.epochs,
                    progress.words,
                    start.elapsed().as_secs_f64()
                ));
                if progress.epoch % self.every.max(1) == 0 || progress.epoch == progress.epochs {
                    for path in &development {
                        let scores = FastEngine::read(model)
                            .map_err(TrainError::from)
                            .and_then(|engine| evaluate(&engine, path));
                        match scores {
                            Ok(scores) => say(&format!("  {}  {scores}", path.display())),
                            Err(error) => say(&format!("  {}  {error}", path.display())),
                        }
                    }
                }
            },
        )?;
        let engine = FastEngine::read(&model)?;
        let mut scores = serde_json::Map::new();
        for (name, path) in config.development.iter().zip(&development) {
            let value = serde_json::to_value(evaluate(&engine, path)?).unwrap_or_default();
            scores.insert(name.clone(), value);
        }
        let text = serde_json::to_string_pretty(&scores).unwrap_or_default() + "\n";
        write(&self.output, &model)?;
        write(&self.output.with_extension("scores.json"), text.as_bytes())
    }
}

impl Eval {
    pub(in crate::cli) fn run(self) -> ExitCode {
        finish(self.measure())
    }

    fn measure(self) -> Result<(), TrainError> {
        let bytes = std::fs::read(&self.model).map_err(|source| TrainError::File {
            path: self.model.clone(),
            source,
        })?;
        let start = Instant::now();
        let engine = FastEngine::read(&bytes)?;
        say(&format!(
            "{} bytes, loaded in {:.1} ms",
            bytes.len(),
            start.elapsed().as_secs_f64() * 1000.0
        ));
        for path in &self.files {
            let start = Instant::now();
            let scores = evaluate(&engine, path)?;
            say(&format!(
                "{}  {scores}  {:.2} s",
                path.display(),
                start.elapsed().as_secs_f64()
            ));
        }
        Ok(())
    }
}

fn write(path: &PathBuf, bytes: &[u8]) -> Result<(), TrainError> {
    std::fs::write(path, bytes).map_err(|source| TrainError::File {
        path: path.clone(),
        source,
    })
}

fn finish(done: Result<(), TrainError>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::from(2)
        }
    }
}

fn say(line: &str) {
    anstream::eprintln!("{line}");
}
