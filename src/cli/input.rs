//! Input, models and parallel processing, shared by the commands that read documents.

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

/// The file next to the articles with the user's decisions on actors.
const PROJECT: &str = "actant.toml";
/// The size of a batch. Results keep the order of the input, and no more documents than this are in memory.
const BATCH: usize = 64;
/// The number of bytes of text at which a batch is complete with fewer documents.
const BATCH_BYTES: usize = 4 << 20;

#[derive(Debug, Args)]
pub(super) struct Input {
    /// Files, folders or patterns; standard input for `-` or without paths
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// The input format: auto, text, pasted, html, markdown, jsonl, lines or conllu
    #[arg(long, value_name = "FORMAT", default_value_t = InputFormat::Auto)]
    pub(super) input_format: InputFormat,
    /// The engine that tags and parses
    #[arg(long, value_enum, value_name = "ENGINE", default_value_t = EngineName::default())]
    engine: EngineName,
    #[command(flatten)]
    pub(super) lists: Lists,
    /// A file with your decisions on actors: aliases, types, merges, metonyms, names to ignore; `actant.toml` next to
    /// the input or in the current folder is read too
    #[arg(long, value_name = "FILE")]
    actors: Vec<PathBuf>,
    /// The number of threads; by default that of the processors
    #[arg(short, long, value_name = "N")]
    jobs: Option<usize>,
    /// No progress, no warnings, no summary
    #[arg(short, long)]
    pub(super) quiet: bool,
}

/// The source of word lists.
#[derive(Debug, Args)]
pub(super) struct Lists {
    /// A folder with your own word lists, named as in Actant's data/: they extend its lists, or replace them if the
    /// first line is `# replace`
    #[arg(long = "lists", value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

impl Lists {
    /// The lists of the program, extended by those of the folder.
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

/// The engines that can be chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum EngineName {
    /// A transformer: about 17,000 words a second on one core
    #[default]
    Accurate,
    /// A small network: about 50,000 words a second, about 30 % more errors
    Fast,
    /// None: keep the tags, lemmas and trees of the input, which must be CoNLL-U
    Given,
}

/// How many documents were read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    /// Documents that were read.
    pub(super) documents: usize,
    /// Documents or files that failed.
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

/// The versions of program and models, as `--version` prints them.
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
        "{}: --engine given needs CoNLL-U; without tags and trees nothing is found; leave out --engine",
        document.id
    )
}

impl Input {
    /// The lists, and the decisions on actors: those of the project first, then those given, which take precedence.
    fn source(&self) -> Result<Source, Failure> {
        let files = self.project().into_iter().chain(self.actors.clone());
        let source = self.lists.source()?;
        Ok(files.fold(source, |source, file| source.with_actors(file)))
    }

    /// The first `actant.toml` in or next to the input, else in the current folder.
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

    /// Reads, annotates and extracts all documents in parallel, and passes what `make` makes of each to `take`, in the
    /// order of the input. Failures are reported and counted.
    pub(super) fn each<T: Send>(
        &self,
        make: impl Fn(Extracted) -> T + Sync,
        take: impl FnMut(T) -> io::Result<()>,
    ) -> Result<Tally, Failure> {
        self.each_with(|extracted, _| make(extracted), take)
    }

    /// Like [`each`](Self::each), with the models.
    pub(super) fn each_with<T: Send>(
        &self,
        make: impl Fn(Extracted, &Models) -> T + Sync,
        mut take: impl FnMut(T) -> io::Result<()>,
    ) -> Result<Tally, Failure> {
        let source = self.source()?;
        let models = self.engine.models(&source).map_err(Failure::new)?;
        let threads = self.jobs.unwrap_or(0);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let pool =
            pool.map_err(|error| Failure::new(format!("threads cannot be started: {error}")))?;
        let reader = Reader::with_lists(self.input_format, &source).map_err(Failure::new)?;
        let mut documents = reader.read(&self.paths);
        let mut tally = Tally::default();
        let progress = ProgressCounter::new(self.quiet);
        let mut warned = self.quiet || self.engine != EngineName::Given;
        loop {
            let batch = self.batch(&mut documents, &mut tally, &progress);
            if let Some(document) = batch
                .iter()
                .find(|document| !warned && document.given.is_none())
            {
                warned = true;
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
        progress: &ProgressCounter,
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

/// A counter on the terminal, for work of more than a second.
struct ProgressCounter {
    bar: ProgressBar,
    started: Instant,
}

impl ProgressCounter {
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

    /// Prints something while the counter is hidden.
    fn aside(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }

    fn finish(&self) {
        self.bar.finish_and_clear();
        let _ = io::stderr().flush();
    }
}
