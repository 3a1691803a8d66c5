//! What the commands that read documents share: their arguments, the models, documents in parallel.

use std::io::{self, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;

use crate::annotate::names::NameTagger;
use crate::annotate::{AccurateEngine, Engine, FastEngine, Models, ModelsError, annotate};
use crate::extract::{Extracted, extract};
use crate::lexicon::Source;
use crate::read::{Documents, InputFormat, Reader};
use crate::text::Document;

use super::message::{Failure, complain, warn};

/// The file beside the articles that says who is who.
const PROJECT: &str = "actant.toml";
/// Documents that are worked on together. Output keeps the order of input, and no more than this is in memory.
const BATCH: usize = 64;
/// Bytes of text at which a batch is full before it has so many documents.
const BATCH_BYTES: usize = 4 << 20;

#[derive(Debug, Args)]
pub(super) struct Input {
    /// Files, folders or patterns; standard input for `-` or if there are none
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// How the input is to be read: auto, text, pasted, html, markdown, jsonl, lines or conllu
    #[arg(long, value_name = "FORMAT", default_value_t = InputFormat::Auto)]
    pub(super) input_format: InputFormat,
    /// What tags and parses
    #[arg(long, value_enum, value_name = "ENGINE", default_value_t = EngineName::default())]
    engine: EngineName,
    #[command(flatten)]
    pub(super) lists: Lists,
    /// Your word on who is who: aliases, types, merges, metonyms, names to ignore; `actant.toml` beside the input or in
    /// the current folder is read as well
    #[arg(long, value_name = "FILE")]
    actors: Vec<PathBuf>,
    /// Threads; as many as there are processors if not given
    #[arg(short, long, value_name = "N")]
    jobs: Option<usize>,
    /// No progress, no warnings, no summary
    #[arg(short, long)]
    pub(super) quiet: bool,
}

/// Where word lists come from.
#[derive(Debug, Args)]
pub(super) struct Lists {
    /// A folder with word lists of yours, named as in Actant's data/: they extend its own, or replace them where the
    /// first line is `# replace`
    #[arg(long = "lists", value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

impl Lists {
    /// The lists of the program, with those of the folder.
    pub(super) fn source(&self) -> Result<Source, Failure> {
        match &self.folder {
            None => Ok(Source::embedded()),
            Some(folder) if folder.is_dir() => Ok(Source::with_folder(folder)),
            Some(folder) => Err(Failure::new(format!(
                "{}: no such folder of lists",
                folder.display()
            ))),
        }
    }
}

/// The engines that can be asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum EngineName {
    /// A transformer: some 17,000 words a second on one core
    #[default]
    Accurate,
    /// A small network: some 50,000, with some 30 % more mistakes
    Fast,
    /// None: tags, lemmas and trees of the input are kept, which must be CoNLL-U
    Given,
}

/// How the input was.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    /// Documents that were read.
    pub(super) documents: usize,
    /// Documents or files that could not be read.
    pub(super) failed: usize,
}

impl EngineName {
    /// The models with this engine.
    pub(super) fn models(self, source: &Source) -> Result<Models, ModelsError> {
        match self {
            Self::Accurate => Models::accurate_from(source),
            Self::Fast => Models::fast_from(source),
            Self::Given => Models::given_from(source),
        }
    }
}

/// Program and models, as `--version` prints them.
pub(super) fn version() -> String {
    let accurate = AccurateEngine::embedded().map(|engine| engine.name());
    let fast = FastEngine::embedded().map(|engine| engine.name());
    let mut version = format!("actant {}\n", env!("CARGO_PKG_VERSION"));
    for engine in [accurate, fast] {
        let name = engine.unwrap_or_else(|error| error.to_string());
        version += &format!("engine {name}\n");
    }
    version + &NameTagger::embedded_name() + "\n"
}

/// Why `--engine given` finds nothing in a document.
pub(super) fn without_trees(document: &Document) -> String {
    format!(
        "{}: --engine given needs CoNLL-U, and this is none: without tags and trees nothing is found; leave --engine out",
        document.id
    )
}

impl Input {
    /// The lists, and the user's word on actors: first that of the project, then those given, which count for more.
    fn source(&self) -> Result<Source, Failure> {
        let files = self.project().into_iter().chain(self.actors.clone());
        let source = self.lists.source()?;
        Ok(files.fold(source, |source, file| source.with_actors(file)))
    }

    /// The first `actant.toml` in a folder of the input or beside a file of it, else in the current folder.
    fn project(&self) -> Option<PathBuf> {
        let folders = self.paths.iter().map(|path| match path.is_dir() {
            true => path.clone(),
            false => path.parent().map(PathBuf::from).unwrap_or_default(),
        });
        let mut files = folders
            .chain([PathBuf::new()])
            .map(|folder| folder.join(PROJECT));
        files.find(|file| file.is_file())
    }

    /// Reads, annotates and extracts all documents, makes something of each in parallel, and hands the results over
    /// in the order of the input. What cannot be read is reported and counted.
    pub(super) fn each<T: Send>(
        &self,
        make: impl Fn(Extracted) -> T + Sync,
        take: impl FnMut(T) -> io::Result<()>,
    ) -> Result<Tally, Failure> {
        self.each_with(|extracted, _| make(extracted), take)
    }

    /// As [`each`](Self::each), with the models at hand.
    pub(super) fn each_with<T: Send>(
        &self,
        make: impl Fn(Extracted, &Models) -> T + Sync,
        mut take: impl FnMut(T) -> io::Result<()>,
    ) -> Result<Tally, Failure> {
        let source = self.source()?;
        let models = self.engine.models(&source).map_err(Failure::new)?;
        let threads = self.jobs.unwrap_or(0);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let pool = pool.map_err(|error| Failure::new(format!("no threads: {error}")))?;
        let reader = Reader::with_lists(self.input_format, &source).map_err(Failure::new)?;
        let mut documents = reader.read(&self.paths);
        let mut tally = Tally::default();
        let progress = Progress::new(self.quiet);
        let mut told = self.quiet || self.engine != EngineName::Given;
        loop {
            let batch = self.batch(&mut documents, &mut tally, &progress);
            if let Some(document) = batch
                .iter()
                .find(|document| !told && document.given.is_none())
            {
                told = true;
                progress.aside(|| warn(&without_trees(document)));
            }
            if batch.is_empty() {
                progress.finish();
                return Ok(tally);
            }
            tally.documents += batch.len();
            let analyse = |document| make(extract(annotate(document, &models), &models), &models);
            let made: Vec<T> = pool.install(|| batch.into_par_iter().map(analyse).collect());
            for one in made {
                take(one).map_err(Failure::writing)?;
            }
            progress.show(tally.documents);
        }
    }

    fn batch(
        &self,
        documents: &mut Documents,
        tally: &mut Tally,
        progress: &Progress,
    ) -> Vec<Document> {
        let mut batch = Vec::new();
        let mut bytes = 0;
        while batch.len() < BATCH && bytes < BATCH_BYTES {
            match documents.next() {
                None => break,
                Some(Ok(document)) => {
                    bytes += document.text.len();
                    batch.push(document);
                }
                Some(Err(error)) if error.is_warning() => {
                    if !self.quiet {
                        progress.aside(|| warn(&error.to_string()));
                    }
                }
                Some(Err(error)) => {
                    tally.failed += 1;
                    progress.aside(|| complain(&error.to_string()));
                }
            }
        }
        batch
    }
}

/// A counter on the terminal, for work that takes more than a second.
struct Progress {
    bar: ProgressBar,
    started: Instant,
}

impl Progress {
    fn new(quiet: bool) -> Self {
        let target = if quiet {
            ProgressDrawTarget::hidden()
        } else {
            ProgressDrawTarget::stderr()
        };
        let bar = ProgressBar::with_draw_target(None, target);
        if let Ok(style) =
            ProgressStyle::with_template("{spinner} {pos} documents, {per_sec}, {elapsed}")
        {
            bar.set_style(style);
        }
        Self {
            bar,
            started: Instant::now(),
        }
    }

    fn show(&self, documents: usize) {
        if self.started.elapsed() > Duration::from_secs(1) {
            self.bar.set_position(documents as u64);
        }
    }

    /// Prints something without the counter in its way.
    fn aside(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }

    fn finish(&self) {
        self.bar.finish_and_clear();
        let _ = io::stderr().flush();
    }
}
