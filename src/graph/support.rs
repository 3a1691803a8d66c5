//! What supports an edge: documents, independent documents, speakers, and the period of publication.

use std::collections::{BTreeMap, BTreeSet};

use crate::merge::{Evidence, Id};

use super::Graph;

/// The sources of several pieces of evidence, counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct EdgeSupport<'g> {
    /// The number of statements.
    pub statements: usize,
    /// The number of documents.
    pub documents: usize,
    /// The number of documents, near-duplicates counted once.
    pub independent: usize,
    /// The quoted speakers, each once, by id; only those that are actors of the graph.
    pub speakers: BTreeSet<&'g Id>,
    /// Whether an author asserts it without attribution.
    pub by_author: bool,
    /// The first day of publication, as `YYYY-MM-DD`; `None` if no document has a date.
    pub first: Option<&'g str>,
    /// The last day of publication.
    pub last: Option<&'g str>,
}

impl Graph {
    /// The origin of a document: of its near-duplicates the earliest, or the document itself.
    pub fn origin<'g>(&'g self, document: &'g Id) -> &'g Id {
        self.origins.get(document).unwrap_or(document)
    }

    /// The number of documents, near-duplicates counted once.
    pub fn independent_documents(&self) -> usize {
        self.origins.values().collect::<BTreeSet<_>>().len()
    }

    /// Counts the sources of several pieces of evidence.
    pub fn support<'g>(
        &'g self,
        evidence: impl IntoIterator<Item = &'g Evidence>,
    ) -> EdgeSupport<'g> {
        let mut support = EdgeSupport::default();
        let (mut documents, mut origins) = (BTreeSet::new(), BTreeSet::new());
        for evidence in evidence {
            support.statements += 1;
            documents.insert(&evidence.document);
            origins.insert(self.origin(&evidence.document));
            support.by_author |= evidence.attribution.is_empty();
            support.speakers.extend(self.speakers(evidence));
            let document = self.corpus().document(&evidence.document);
            if let Some(date) = document.and_then(|document| document.date.as_deref()) {
                let earlier = support.first.is_none_or(|first| date < first);
                let later = support.last.is_none_or(|last| date > last);
                support.first = if earlier { Some(date) } else { support.first };
                support.last = if later { Some(date) } else { support.last };
            }
        }
        support.documents = documents.len();
        support.independent = origins.len();
        support
    }

    /// The actors to whom a piece of evidence is attributed.
    pub fn speakers<'g>(&'g self, evidence: &'g Evidence) -> impl Iterator<Item = &'g Id> {
        let chain = evidence.attribution.iter();
        let attributions = chain.filter_map(|id| self.corpus().attribution(id));
        let speakers = attributions.filter_map(|attribution| attribution.speaker.as_ref());
        speakers.flat_map(|speaker| speaker.actors())
    }

    /// The weight of evidence: the sum of the confidences; of near-duplicates, the one with the most counts.
    pub fn weight<'g>(&'g self, evidence: impl IntoIterator<Item = &'g Evidence>) -> f64 {
        let mut by_document: BTreeMap<&Id, u64> = BTreeMap::new();
        for evidence in evidence {
            *by_document.entry(&evidence.document).or_default() += u64::from(evidence.confidence);
        }
        let mut by_origin: BTreeMap<&Id, u64> = BTreeMap::new();
        for (document, weight) in by_document {
            let most = by_origin.entry(self.origin(document)).or_default();
            *most = weight.max(*most);
        }
        by_origin.values().sum::<u64>() as f64 / 1000.0
    }
}
