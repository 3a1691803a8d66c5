//! The merged records of many documents.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::extract::Extracted;
use crate::text::{Chars, Span};

use super::collect::Collector;
use super::{Actor, Claim, CorpusAttribution, Id, SourceDocument, SourceSentence};

/// Documents, sentences with evidence, actors, attributions and claims, each by [`Id`].
///
/// Every id in a record is the id of another record of the same corpus.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Corpus {
    pub(crate) documents: BTreeMap<Id, SourceDocument>,
    pub(crate) sentences: BTreeMap<Id, SourceSentence>,
    pub(crate) actors: BTreeMap<Id, Actor>,
    pub(crate) attributions: BTreeMap<Id, CorpusAttribution>,
    pub(crate) claims: BTreeMap<Id, Claim>,
}

impl Corpus {
    /// The corpus of one document.
    pub fn of(extracted: &Extracted) -> Self {
        Collector::new(extracted).corpus()
    }

    /// The union of both. The order makes no difference.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        for (id, document) in other.documents {
            keep_greater(&mut self.documents, id, document);
        }
        for (id, sentence) in other.sentences {
            keep_greater(&mut self.sentences, id, sentence);
        }
        for (id, actor) in other.actors {
            match self.actors.entry(id) {
                Entry::Vacant(free) => {
                    free.insert(actor);
                }
                Entry::Occupied(mut taken) => taken.get_mut().absorb(actor),
            }
        }
        for (id, attribution) in other.attributions {
            keep_greater(&mut self.attributions, id, attribution);
        }
        for (id, claim) in other.claims {
            match self.claims.entry(id) {
                Entry::Vacant(free) => {
                    free.insert(claim);
                }
                Entry::Occupied(mut taken) => taken.get_mut().evidence.extend(claim.evidence),
            }
        }
        self
    }

    /// All documents, by id.
    pub fn documents(&self) -> impl ExactSizeIterator<Item = &SourceDocument> {
        self.documents.values()
    }

    /// All sentences with evidence, by id.
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = &SourceSentence> {
        self.sentences.values()
    }

    /// All actors and things, by id.
    pub fn actors(&self) -> impl ExactSizeIterator<Item = &Actor> {
        self.actors.values()
    }

    /// All attributions, by id.
    pub fn attributions(&self) -> impl ExactSizeIterator<Item = &CorpusAttribution> {
        self.attributions.values()
    }

    /// All claims, by id.
    pub fn claims(&self) -> impl ExactSizeIterator<Item = &Claim> {
        self.claims.values()
    }

    /// The words at `spans` of a document, as far as they are in these sentences; gaps become blanks.
    pub fn words<'a>(
        &self,
        sentences: impl IntoIterator<Item = &'a Id>,
        spans: &[Span<Chars>],
    ) -> String {
        let sentences: Vec<_> = sentences
            .into_iter()
            .filter_map(|id| self.sentence(id))
            .collect();
        let mut words: Vec<&str> = Vec::new();
        for &span in spans {
            let holding = sentences
                .iter()
                .filter(|sentence| sentence.span.overlaps(span));
            for sentence in holding {
                words.extend(sentence.slice(span).split_whitespace());
            }
        }
        words.join(" ")
    }

    /// The document with this id.
    pub fn document(&self, id: &Id) -> Option<&SourceDocument> {
        self.documents.get(id)
    }

    /// The sentence with this id.
    pub fn sentence(&self, id: &Id) -> Option<&SourceSentence> {
        self.sentences.get(id)
    }

    /// The actor or thing with this id.
    pub fn actor(&self, id: &Id) -> Option<&Actor> {
        self.actors.get(id)
    }

    /// The attribution with this id.
    pub fn attribution(&self, id: &Id) -> Option<&CorpusAttribution> {
        self.attributions.get(id)
    }

    /// The claim with this id.
    pub fn claim(&self, id: &Id) -> Option<&Claim> {
        self.claims.get(id)
    }
}

/// Of two values with one key the greater is kept. That makes merging commutative even if a document was analysed twice
/// in different ways.
pub(super) fn keep_greater<T: Ord>(map: &mut BTreeMap<Id, T>, id: Id, value: T) {
    match map.entry(id) {
        Entry::Vacant(free) => {
            free.insert(value);
        }
        Entry::Occupied(mut taken) => {
            if value > *taken.get() {
                taken.insert(value);
            }
        }
    }
}
