//! All stages in one step: from documents to a graph.

use std::path::Path;

use rayon::prelude::*;

use crate::annotate::{Models, annotate};
use crate::extract::{Extracted, extract};
use crate::merge::Corpus;
use crate::read::{self, InputFormat, ReadError, Reader};
use crate::text::Document;

use super::Graph;

/// The size of a batch; no more documents than this are in memory.
const BATCH: usize = 64;

/// Reads, annotates, extracts and merges documents, for programs that need only the graph.
///
/// ```
/// use actant::annotate::Models;
/// use actant::graph::Builder;
/// use actant::lexicon::Source;
///
/// let models = Models::fast(&Source::embedded())?;
/// let graph = Builder::new(&models).text("note", "China urged Pakistan to talk.").build();
/// assert_eq!(graph.corpus().documents().len(), 1);
/// assert!(graph.claims().count() > 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Builder<'m> {
    models: &'m Models,
    corpus: Corpus,
}

impl<'m> Builder<'m> {
    /// A builder without documents.
    pub fn new(models: &'m Models) -> Self {
        Self {
            models,
            corpus: Corpus::default(),
        }
    }

    /// Continues from an existing graph.
    #[must_use]
    pub fn from_graph(self, graph: &Graph) -> Self {
        Self {
            corpus: self.corpus.merge(graph.corpus().clone()),
            ..self
        }
    }

    /// Adds the documents of files, folders and patterns, in parallel. Documents that cannot be read are skipped and
    /// passed to `report`, as are warnings; a program that needs every document stops there.
    ///
    /// ```
    /// # use actant::annotate::Models;
    /// # use actant::graph::Builder;
    /// # use actant::lexicon::Source;
    /// # let models = Models::given(&Source::embedded())?;
    /// let mut problems = Vec::new();
    /// let graph = Builder::new(&models)
    ///     .paths(["no-such-folder"], |problem| problems.push(problem))
    ///     .build();
    /// assert_eq!(graph.corpus().documents().len(), 0);
    /// assert_eq!(problems[0].to_string(), "no-such-folder: no such file; check the path");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn paths<P: AsRef<Path>>(
        mut self,
        paths: impl IntoIterator<Item = P>,
        mut report: impl FnMut(ReadError),
    ) -> Self {
        let mut documents = Reader::new(InputFormat::Auto).read(paths);
        loop {
            let mut batch: Vec<Document> = Vec::new();
            for document in documents.by_ref() {
                match document {
                    Ok(document) => batch.push(document),
                    Err(error) => report(error),
                }
                if batch.len() == BATCH {
                    break;
                }
            }
            if batch.is_empty() {
                return self;
            }
            let models = self.models;
            let corpora = batch
                .into_par_iter()
                .map(|document| corpus_of(document, models));
            let added = corpora.reduce(Corpus::default, Corpus::merge);
            self.corpus = self.corpus.merge(added);
        }
    }

    /// Adds a text; `id` identifies it in all outputs.
    #[must_use]
    pub fn text(self, id: &str, text: &str) -> Self {
        self.document(read::text(id, text))
    }

    /// Adds a document.
    #[must_use]
    pub fn document(self, document: Document) -> Self {
        let corpus = corpus_of(document, self.models);
        Self {
            corpus: self.corpus.merge(corpus),
            ..self
        }
    }

    /// Adds a document that the caller annotated and extracted.
    #[must_use]
    pub fn extracted(self, extracted: &Extracted) -> Self {
        Self {
            corpus: self.corpus.merge(Corpus::of(extracted)),
            ..self
        }
    }

    /// The graph of everything that was added.
    #[must_use]
    pub fn build(self) -> Graph {
        Graph::build(self.corpus)
    }
}

fn corpus_of(document: Document, models: &Models) -> Corpus {
    Corpus::of(&extract(annotate(document, models), models))
}
