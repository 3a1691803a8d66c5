//! All stages in one step: from documents to a graph.

use std::path::Path;

use rayon::prelude::*;

use crate::annotate::{Models, annotate};
use crate::extract::{Extracted, Extractor, built_in, extract_with};
use crate::merge::Corpus;
use crate::read::{self, InputFormat, ReadError, Reader};
use crate::text::Document;

use super::Graph;

/// The size of a batch; no more documents than this are in memory.
const BATCH: usize = 64;

/// Reads, annotates, extracts and merges documents, for programs that need only the graph.
///
/// ```
/// use actant::{Builder, Models};
///
/// let models = Models::fast()?;
/// let graph = Builder::new(&models).text("note", "China urged Pakistan to talk.").build();
/// assert_eq!(graph.corpus().documents().len(), 1);
/// assert!(graph.claims().count() > 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Builder<'m> {
    models: &'m Models,
    extractors: Vec<Box<dyn Extractor>>,
    corpus: Corpus,
}

impl<'m> Builder<'m> {
    /// A builder without documents.
    pub fn new(models: &'m Models) -> Self {
        Self {
            models,
            extractors: built_in(),
            corpus: Corpus::default(),
        }
    }

    /// Adds extractors to the built-in ones, for the documents that are added from here on.
    /// `examples/own_extractor.rs` has one.
    #[must_use]
    pub fn extractors(mut self, added: impl IntoIterator<Item = Box<dyn Extractor>>) -> Self {
        self.extractors.extend(added);
        self
    }

    /// Adds everything in an existing graph.
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
    /// # use actant::{Builder, Models};
    /// # let models = Models::given()?;
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
            let corpora = batch
                .into_par_iter()
                .map(|document| self.corpus_of(document));
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
        let corpus = self.corpus_of(document);
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

    fn corpus_of(&self, document: Document) -> Corpus {
        let annotated = annotate(document, self.models);
        Corpus::of(&extract_with(annotated, self.models, &self.extractors))
    }
}
