//! `actant annotate`: documents with everything that analysis says about them.

use std::io::Write;

use clap::{Args, ValueEnum};

use crate::export::conllu;
use crate::export::record::Recorder;
use crate::extract::Extracted;

use super::input::Input;
use super::message::Failure;
use super::output::Output;
use super::{End, HELP};

#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  \
        actant annotate article.txt > article.jsonl       one JSON object a document\n  \
        actant annotate articles/ --format conllu         sentences with tags and trees\n  \
        echo 'Tokyo thanked Oslo.' | actant annotate      standard input"
)]
pub(super) struct Annotate {
    #[command(flatten)]
    input: Input,
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
    pub(super) fn run(self) -> Result<End, Failure> {
        let mut out = Output::to(None);
        let format = self.format;
        let print = |extracted: Extracted| -> Vec<u8> {
            match format {
                Format::Conllu => {
                    let mut text = String::new();
                    conllu::write(&extracted.annotated, &mut text);
                    text.into_bytes()
                }
                Format::Jsonl => {
                    let record = Recorder::new(&extracted).document();
                    // Records hold strings and numbers only, for which JSON always has a form.
                    let mut line =
                        serde_json::to_vec(&record).expect("a record can be written as JSON");
                    line.push(b'\n');
                    line
                }
            }
        };
        let tally = self.input.each(print, |text| out.write_all(&text))?;
        out.finish()?;
        Ok(if tally.failed > 0 {
            End::Partly
        } else {
            End::Done
        })
    }
}
