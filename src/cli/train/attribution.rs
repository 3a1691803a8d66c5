//! `actant train attribution`: writes the training examples of the network of attributions.

use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use rayon::prelude::*;

use crate::annotate::Models;
use crate::read::{InputFormat, Reader};
use crate::train::TrainError;
use crate::train::attribution::{AttributionExample, KINDS, PAIR_KINDS, example};

use super::{finish, models_of, write};

/// How many documents are processed together.
const BATCH: usize = 32;

/// Arguments of `actant train attribution`.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  \
    actant train attribution train.jsonl -o examples\n  \
    python3 data/models/train/attribution.py examples train.jsonl data/models/attribution.model")]
pub(in crate::cli) struct TrainAttribution {
    /// Documents as JSON Lines
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Where to write the examples: a file of numbers, and beside it a JSON file that describes them
    #[arg(long, short)]
    output: PathBuf,
    /// A model file of the accurate engine, to use instead
    #[arg(long, value_name = "MODEL")]
    accurate: Option<PathBuf>,
}

impl TrainAttribution {
    pub(in crate::cli) fn run(self) -> ExitCode {
        finish(self.write())
    }

    fn write(&self) -> Result<(), TrainError> {
        let models = match &self.accurate {
            Some(path) => models_of(path)?,
            None => Models::accurate()?,
        };
        let failed = |error| TrainError::file(&self.output, error);
        let file = std::fs::File::create(&self.output).map_err(failed)?;
        let mut numbers = BufWriter::new(file);
        let mut documents = Vec::new();
        let mut records = Vec::new();
        let reader = Reader::new(InputFormat::Jsonl);
        for document in reader.read(&self.files) {
            documents.push(document?);
        }
        let mut width = 0;
        let mut documents = documents.into_iter();
        loop {
            let batch: Vec<_> = documents.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                break;
            }
            let examples: Vec<AttributionExample> = batch
                .into_par_iter()
                .map(|document| example(document, &models))
                .collect();
            for example in &examples {
                width = width.max(example.vectors.len() / example.places.len().max(1));
                put(example, &mut numbers).map_err(failed)?;
                let cases: Vec<_> = (example.cases.iter())
                    .map(|case| {
                        let window = &case.window;
                        serde_json::json!([
                            case.head,
                            u8::from(case.found),
                            window.start,
                            window.end
                        ])
                    })
                    .collect();
                records.push(serde_json::json!({
                    "id": example.id,
                    "places": example.places,
                    "cases": cases,
                }));
            }
        }
        numbers.flush().map_err(failed)?;
        let report = serde_json::json!({
            "engine": models.engine.name(),
            "width": width,
            "kinds": KINDS,
            "pair_kinds": PAIR_KINDS,
            "documents": records,
        });
        let path = self.output.with_extension("json");
        write(&path, report.to_string().as_bytes())
    }
}

/// Writes the numbers of a document: the kinds of its tokens and of its cases, a byte each, then the vectors, of each
/// number the upper two bytes.
fn put(example: &AttributionExample, out: &mut impl Write) -> std::io::Result<()> {
    out.write_all(&example.kinds)?;
    for case in &example.cases {
        out.write_all(&case.kinds)?;
    }
    for number in &example.vectors {
        let bits = number.to_bits().saturating_add(0x8000);
        out.write_all(&((bits >> 16) as u16).to_le_bytes())?;
    }
    Ok(())
}
