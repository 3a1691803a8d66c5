//! `actant explain`: a sentence with its tree, its statements with their origins, and the rejected clauses with
//! reasons.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use crate::annotate::{Models, annotate};
use crate::export::explained;
use crate::extract::explain;
use crate::lexicon::Source;
use crate::read::{InputFormat, Reader, foreign_language};
use crate::text::Document;

use super::command::{Command, Outcome};
use super::input::{EngineName, Lists, without_trees};
use super::location::{DocumentPart, Location};
use super::message::{Failure, complain, note, warn};
use super::output::{in_colour, print, width};
use super::sentence_report::{ReportLayout, report};

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  \
        actant explain article.txt:11               the sentences on line 11\n  \
        actant explain article.txt:11:17            the sentence there, as `said` and `trace` print places\n  \
        actant explain page.html#char=415,419       the same for text taken from markup\n  \
        actant explain article.txt                  all sentences\n  \
        actant explain --text 'Oslo urged Rome to talk.'",
    after_help = "Every verb, and every noun that names an act, has a statement or is listed under `no statement` with \
        the reason.\nExit code 1 if there is no sentence at the place, with the reason."
)]
pub(super) struct ExplainArgs {
    /// FILE, FILE:LINE, FILE:LINE:COLUMN or FILE#char=FROM,TO; standard input for `-` or without places
    #[arg(value_name = "PLACE", value_hint = ValueHint::FilePath)]
    places: Vec<String>,
    /// Explain this text instead
    #[arg(long, value_name = "TEXT", conflicts_with = "places")]
    text: Option<String>,
    /// The output format
    #[arg(long, value_enum, default_value_t = ExplainFormat::Text)]
    format: ExplainFormat,
    /// Draw trees with ASCII characters
    #[arg(long)]
    ascii: bool,
    /// The input format: auto, text, pasted, html, markdown, jsonl, lines or conllu
    #[arg(long, value_name = "FORMAT", default_value_t = InputFormat::Auto)]
    input_format: InputFormat,
    /// The engine that tags and parses
    #[arg(long, value_enum, value_name = "ENGINE", default_value_t = EngineName::default())]
    engine: EngineName,
    /// A file with your decisions on actors: aliases, types, merges, metonyms, names to ignore
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    actors: Vec<PathBuf>,
    #[command(flatten)]
    lists: Lists,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ExplainFormat {
    /// Text for people: sentence, tree, mentions, statements, rejected clauses
    Text,
    /// One JSON object a sentence
    Json,
}

impl Command for ExplainArgs {
    const NAME: &'static str = "explain";
    const ABOUT: &'static str = "Explain the statements of a sentence, and why a clause gave none";

    fn run(self) -> Result<Outcome, Failure> {
        let source = self
            .actors
            .iter()
            .cloned()
            .fold(self.lists.source()?, Source::with_actors);
        let models = self.engine.models(&source).map_err(Failure::new)?;
        let reader = Reader::with_lists(self.input_format, &source).map_err(Failure::new)?;
        if let Some(text) = &self.text {
            let document = reader.text("text", text.as_str()).map_err(Failure::new)?;
            if let Some(language) = foreign_language(&document) {
                warn(&format!(
                    "probably {language}; only English is understood well"
                ));
            }
            let printed = self.print(document, DocumentPart::Whole, &models)?;
            return Ok(if printed > 0 {
                Outcome::Done
            } else {
                Outcome::Nothing
            });
        }
        let mut typed = self.places.clone();
        if typed.is_empty() {
            typed.push("-".to_owned());
        }
        let mut end = Outcome::Done;
        for place in typed.iter().map(|typed| Location::parse(typed)) {
            match (self.place(&reader, &place, &models)?, end) {
                (Outcome::Partial, _) => end = Outcome::Partial,
                (Outcome::Nothing, Outcome::Done) => end = Outcome::Nothing,
                _ => {}
            }
        }
        Ok(end)
    }
}

impl ExplainArgs {
    /// Explains the sentences at a place.
    fn place(
        &self,
        reader: &Reader,
        place: &Location,
        models: &Models,
    ) -> Result<Outcome, Failure> {
        let mut end = Outcome::Done;
        let mut printed = 0;
        for document in reader.read([&place.path]) {
            match document {
                Ok(document) if !place.part.is_in(&document) => {}
                Ok(document) => printed += self.print(document, place.part, models)?,
                Err(error) if error.is_warning() => warn(&error.to_string()),
                Err(error) => {
                    end = Outcome::Partial;
                    complain(&error.to_string());
                }
            }
        }
        Ok(match end {
            Outcome::Done if printed == 0 => Outcome::Nothing,
            end => end,
        })
    }

    /// Prints the sentences of a part of a document and returns their number.
    fn print(
        &self,
        document: Document,
        part: DocumentPart,
        models: &Models,
    ) -> Result<usize, Failure> {
        if self.engine == EngineName::Given && document.given.is_none() {
            warn(&without_trees(&document));
        }
        let explained = explain(annotate(document, models), models);
        let document = &explained.extracted.annotated.document;
        let sentences = match part.sentences(&explained.extracted.annotated) {
            Ok(sentences) => sentences,
            Err(why) => {
                note(&format!("{}{part}: {why}", document.id));
                return Ok(0);
            }
        };
        let layout = ReportLayout {
            width: width(),
            colour: in_colour(),
            ascii: self.ascii,
        };
        for &index in &sentences {
            let text = match self.format {
                ExplainFormat::Text => report(&explained, index, layout),
                ExplainFormat::Json => {
                    let record = explained::sentence(&explained, index);
                    // Records of strings and numbers always have a JSON form.
                    serde_json::to_string(&record).expect("a record can be written as JSON") + "\n"
                }
            };
            print(&text)?;
        }
        Ok(sentences.len())
    }
}
