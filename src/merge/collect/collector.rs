//! Collects the records of one document.

use crate::extract::{Extracted, Phrase};
use crate::merge::key::actor_id;
use crate::merge::{Corpus, Id, MinHashSignature, SourceDocument, SourceSentence, id};
use crate::text::{CharIndex, Chars, LineIndex, Span};

/// Collects the records of one document.
pub(in crate::merge) struct Collector<'a> {
    pub(super) extracted: &'a Extracted,
    pub(super) chars: CharIndex<'a>,
    lines: LineIndex<'a>,
    pub(super) document: Id,
    /// The id of each of the document's actors.
    pub(super) actors: Vec<Id>,
    /// The id of each of the document's attributions.
    pub(super) attributions: Vec<Id>,
    pub(super) corpus: Corpus,
}

impl<'a> Collector<'a> {
    pub(in crate::merge) fn new(extracted: &'a Extracted) -> Self {
        let annotated = &extracted.annotated;
        let document = &annotated.document;
        let sha256 = id::sha256(&document.text);
        let document_id = Id::of('d', &[&document.id, &sha256]);
        let actors = (0..annotated.actors.len())
            .map(|index| actor_id(annotated, &document_id, index))
            .collect();
        let record = SourceDocument {
            id: document_id.clone(),
            name: document.id.clone(),
            title: document.title.clone(),
            date: document.date.clone(),
            source: document.source.clone(),
            author: document.author.clone(),
            url: document.url.clone(),
            path: document
                .path
                .as_ref()
                .map(|path| path.display().to_string()),
            sha256,
            file_lines: document.lines_are_the_files,
            sentences: annotated.sentences.len(),
            signature: MinHashSignature::of(annotated),
        };
        let mut corpus = Corpus::default();
        corpus.documents.insert(document_id.clone(), record);
        let mut collector = Self {
            extracted,
            chars: CharIndex::new(&document.text),
            lines: LineIndex::new(&document.text),
            document: document_id,
            actors,
            attributions: Vec::new(),
            corpus,
        };
        collector.attributions = (extracted.attributions.iter())
            .map(|attribution| collector.attribution_id(attribution))
            .collect();
        collector
    }

    pub(in crate::merge) fn corpus(mut self) -> Corpus {
        let extracted = self.extracted;
        self.add_actors();
        for index in 0..extracted.attributions.len() {
            self.add_attribution(index);
        }
        for statement in &extracted.statements {
            for edge in &statement.edges {
                self.add_claim(statement, edge);
            }
        }
        self.corpus
    }

    pub(super) fn add_sentence(&mut self, index: usize) -> Id {
        let annotated = &self.extracted.annotated;
        let span = annotated
            .sentences
            .get(index)
            .map_or(Span::default(), |sentence| sentence.span);
        let place = self.chars.chars(span);
        let (start, end) = (place.start.to_string(), place.end.to_string());
        let id = Id::of('t', &[self.document.as_str(), &start, &end]);
        if !self.corpus.sentences.contains_key(&id) {
            let (line, column) = self.lines.line_column(span.start);
            let sentence = SourceSentence {
                id: id.clone(),
                document: self.document.clone(),
                span: place,
                line,
                column,
                text: annotated.slice(span).to_owned(),
            };
            self.corpus.sentences.insert(id.clone(), sentence);
        }
        id
    }

    pub(super) fn places(&self, phrase: &Phrase) -> Vec<Span<Chars>> {
        let spans = phrase.spans(&self.extracted.annotated);
        spans
            .into_iter()
            .map(|span| self.chars.chars(span))
            .collect()
    }
}
