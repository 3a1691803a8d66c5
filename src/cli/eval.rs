//! `actant eval`: how much of gold annotations the program has right.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde::{Serialize, Serializer};

use crate::annotate::{AccurateEngine, Engine, FastEngine, Models};
use crate::evaluate::{EvaluateError, Evaluation, EvaluationKind, Figure};
use crate::lexicon::Source;
use crate::model::ModelError;

use super::command::{Command, Outcome};
use super::message::{Failure, complain};
use super::output::Destination;

/// Columns of a figure's name.
const NAME: usize = 46;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  \
        actant eval ewt-dev.conllu                      tags, lemmas and trees\n  \
        actant eval names.iob2 gum-dev.jsonl carb-dev/  any kinds together\n  \
        actant eval --misses cases.jsonl                what is not right, too\n  \
        actant eval --engine fast --format json dev/*   for other programs",
    after_help = "Kinds: parser (CoNLL-U), names (IOB2), coreference (JSONL with clusters, TSV with pronouns), \
        statements (folder with sentences.txt and gold.tsv or gold.txt, JSONL beside its article), attribution, events, \
        relations, edges and cases (JSONL). docs/evaluation.md describes the forms and what the figures count."
)]
pub(super) struct EvalArgs {
    /// Files and folders of gold annotations
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What the files measure, if their form is not to tell it
    #[arg(long, value_name = "KIND")]
    kind: Option<EvaluationKind>,
    /// What tags and parses
    #[arg(long, value_enum, value_name = "ENGINE", default_value_t)]
    engine: MeasuredEngine,
    /// A model of an engine to take instead
    #[arg(long, value_name = "MODEL", conflicts_with = "engine")]
    model: Option<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: EvalFormat,
    /// Print what was not found or is not right as well
    #[arg(long)]
    misses: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum MeasuredEngine {
    /// The transformer
    #[default]
    Accurate,
    /// The small network
    Fast,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum EvalFormat {
    /// A figure a line
    #[default]
    Text,
    /// An array with an object a file
    Json,
}

/// The evaluation of a file, as `--format json` prints it.
#[derive(Serialize)]
struct EvaluationRecord<'a> {
    kind: &'static str,
    file: String,
    #[serde(serialize_with = "by_name")]
    figures: &'a [Figure],
    #[serde(skip_serializing_if = "Option::is_none")]
    misses: Option<&'a [String]>,
}

fn by_name<S: Serializer>(figures: &&[Figure], serializer: S) -> Result<S::Ok, S::Error> {
    let rounded = |value: f64| (100.0 * value).round() / 100.0;
    let figures = figures.iter();
    serializer.collect_map(figures.map(|figure| (&figure.name, rounded(figure.value))))
}

impl Command for EvalArgs {
    const NAME: &'static str = "eval";
    const ABOUT: &'static str = "Measure the program on gold annotations";

    fn run(self) -> Result<Outcome, Failure> {
        let models = self.models()?;
        let mut out = Destination::to(None);
        let mut done = Vec::new();
        let mut end = Outcome::Done;
        for path in &self.files {
            match self.evaluate(path, &models) {
                Ok(evaluation) if self.format == EvalFormat::Text => {
                    out.write_all(self.text(path, &evaluation).as_bytes())
                        .and_then(|()| out.flush())
                        .map_err(Failure::writing)?;
                }
                Ok(evaluation) => done.push((path, evaluation)),
                Err(error) => {
                    complain(&error.to_string());
                    end = Outcome::Partial;
                }
            }
        }
        if self.format == EvalFormat::Json {
            let records = done.iter();
            let records: Vec<_> = records
                .map(|(path, evaluation)| self.record(path, evaluation))
                .collect();
            serde_json::to_writer_pretty(&mut out, &records)
                .map_err(std::io::Error::from)
                .and_then(|()| out.write_all(b"\n"))
                .map_err(Failure::writing)?;
        }
        out.finish()?;
        Ok(end)
    }
}

impl EvalArgs {
    fn evaluate(&self, path: &Path, models: &Models) -> Result<Evaluation, EvaluateError> {
        let kind = match self.kind {
            Some(kind) => kind,
            None => EvaluationKind::of(path)?,
        };
        Evaluation::of(path, kind, models)
    }

    fn models(&self) -> Result<Models, Failure> {
        let models = match (&self.model, self.engine) {
            (Some(path), _) => {
                let failed = |error: &dyn std::fmt::Display| {
                    Failure::new(format!("{}: {error}", path.display()))
                };
                let bytes = std::fs::read(path).map_err(|error| failed(&error))?;
                let engine = engine(&bytes).map_err(|error| failed(&error))?;
                return Models::with_engine(&Source::embedded(), engine).map_err(Failure::new);
            }
            (None, MeasuredEngine::Accurate) => Models::accurate(),
            (None, MeasuredEngine::Fast) => Models::fast(),
        };
        models.map_err(Failure::new)
    }

    fn text(&self, path: &Path, evaluation: &Evaluation) -> String {
        let (kind, name) = (evaluation.kind, name(path));
        let figures = evaluation.figures.iter().map(|figure| {
            let name = format!("{kind} {name} {}", figure.name);
            format!("{name:NAME$} {:6.1}\n", figure.value)
        });
        let misses = evaluation.misses.iter().filter(|_| self.misses);
        figures
            .chain(misses.map(|miss| format!("  {miss}\n")))
            .collect()
    }

    fn record<'a>(&self, path: &Path, evaluation: &'a Evaluation) -> EvaluationRecord<'a> {
        EvaluationRecord {
            kind: evaluation.kind.as_str(),
            file: path.display().to_string(),
            figures: &evaluation.figures,
            misses: self.misses.then_some(&evaluation.misses),
        }
    }
}

/// The engine to which a model belongs.
fn engine(model: &[u8]) -> Result<Box<dyn Engine>, ModelError> {
    match FastEngine::read(model) {
        Err(ModelError::Kind { .. }) => Ok(Box::new(AccurateEngine::read(model)?)),
        engine => Ok(Box::new(engine?)),
    }
}

/// The name of a file without what follows its first dot.
fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.split('.').next().unwrap_or_default().to_owned()
}
