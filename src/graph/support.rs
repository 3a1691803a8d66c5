//! How many stand behind something: documents, independent documents, speakers, from when to when.

use std::collections::{BTreeMap, BTreeSet};

use crate::merge::{Evidence, Id};

use super::Graph;

/// What pieces of evidence come to together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EdgeSupport<'g> {
    /// How many statements make it.
    pub statements: usize,
    /// In how many documents.
    pub documents: usize,
    /// How many documents are left if those that repeat each other's text count once.
    pub independent: usize,
    /// Who says so where it is not the author, each once, in the order of their ids; those that no actor stands for
    /// are not among them.
    pub speakers: BTreeSet<&'g Id>,
    /// Whether any document says so in its own voice.
    pub by_author: bool,
    /// The first day of publication, as `YYYY-MM-DD`; `None` if no document is dated.
    pub first: Option<&'g str>,
    /// The last day of publication.
    pub last: Option<&'g str>,
}

impl Graph {
    /// The document that a document has its origin in: itself, or of those that repeat each other's text the earliest.
    pub fn origin<'g>(&'g self, document: &'g Id) -> &'g Id {
        self.origins.get(document).unwrap_or(document)
    }

    /// How many documents are left if those that repeat each other's text count once.
    pub fn independent_documents(&self) -> usize {
        self.origins.values().collect::<BTreeSet<_>>().len()
    }

    /// What pieces of evidence come to together.
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

    /// The actors through whose mouths a piece of evidence came.
    pub fn speakers<'g>(&'g self, evidence: &'g Evidence) -> impl Iterator<Item = &'g Id> {
        let chain = evidence.attribution.iter();
        let attributions = chain.filter_map(|id| self.corpus().attribution(id));
        let speakers = attributions.filter_map(|attribution| attribution.speaker.as_ref());
        speakers.flat_map(|speaker| speaker.actors())
    }

    /// How much evidence weighs: the confidences summed up, in units of one sure sentence; of documents that repeat
    /// each other the one that says most counts.
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
