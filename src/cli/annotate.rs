//! `actant annotate`: documents with all annotations.

use std::io::Write;

use clap::{Args, ValueEnum};

use crate::export::conllu;
use crate::export::record::Recorder;
use crate::extract::Extracted;

use super::command::{Command, Outcome};
use super::input::Input;
use super::message::Failure;
use super::output::Destination;

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  \
        actant annotate article.txt > article.jsonl       one JSON object a document\n  \
        actant annotate articles/ --format conllu         sentences with tags and trees\n  \
        echo 'Tokyo thanked Oslo.' | actant annotate      standard input")]
pub(super) struct AnnotateArgs {
    #[command(flatten)]
    input: Input,
    /// The output format
    #[arg(long, value_enum, default_value_t = AnnotateFormat::Jsonl)]
    format: AnnotateFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum AnnotateFormat {
    /// One JSON object a document
    Jsonl,
    /// Sentences with tags and trees
    Conllu,
}

impl Command for AnnotateArgs {
    const NAME: &'static str = "annotate";
    const ABOUT: &'static str =
        "Print documents with tokens, tags, trees, mentions, statements and attributions";

    fn run(self) -> Result<Outcome, Failure> {
        let mut out = Destination::to(None);
        let format = self.format;
        let print = |extracted: Extracted| -> Vec<u8> {
            match format {
                AnnotateFormat::Conllu => {
                    let mut text = String::new();
                    conllu::write(&extracted.annotated, &mut text);
                    text.into_bytes()
                }
                AnnotateFormat::Jsonl => {
                    let record = Recorder::new(&extracted).document();
                    // Records of strings and numbers always have a JSON form.
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
            Outcome::Partial
        } else {
            Outcome::Done
        })
    }
}
