//! Claims: what sentences say about two actors.

use std::collections::{BTreeMap, BTreeSet};

use smol_str::SmolStr;

use crate::extract::{Modality, Polarity, StatementKind};
use crate::text::{Chars, Span};

use super::Id;

/// An edge of the graph: who does what to whom, with the evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Hash of the fields up to `modality`.
    pub id: Id,
    /// The actor at its start: the agent.
    pub source: Id,
    /// The normalised predicate: `demand action`.
    pub predicate: SmolStr,
    /// The actor at its end: the undergoer.
    pub target: Id,
    /// Whether it is asserted or negated.
    pub polarity: Polarity,
    /// How far the text commits itself to it.
    pub modality: Modality,
    /// The statements that make the claim, by document and place.
    pub evidence: BTreeSet<Evidence>,
}

/// A statement that makes a claim, with the spans of its words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// The document.
    pub document: Id,
    /// The sentence.
    pub sentence: Id,
    /// The spans of the relation; empty if only the construction expresses it.
    pub relation: Vec<Span<Chars>>,
    /// The spans of the source.
    pub source: Vec<Span<Chars>>,
    /// The spans of the target.
    pub target: Vec<Span<Chars>>,
    /// A short readable label: `demands action against`.
    pub label: SmolStr,
    /// The attributions, outermost first; empty if the author says it.
    pub attribution: Vec<Id>,
    /// The attributions that deny it.
    pub denied_by: Vec<Id>,
    /// The type of political event (PLOVER).
    pub event: Option<SmolStr>,
    /// When it happens, if the words give a calendar time.
    pub time: Option<EvidenceTime>,
    /// The mode of the event: `phone`, `aerial`.
    pub mode: Option<SmolStr>,
    /// The kind of the statement.
    pub extractor: StatementKind,
    /// The rule that inferred a label or an end that the words do not state; empty otherwise.
    pub inferred: SmolStr,
    /// The confidence, in thousandths.
    pub confidence: u16,
    /// The predicate that a [user's relation](super::Relations) replaced; empty otherwise.
    pub predicate: SmolStr,
}

impl Evidence {
    /// Whether a [user's relation](super::Relations) replaced the predicate.
    pub fn is_mapped(&self) -> bool {
        !self.predicate.is_empty()
    }
}

/// A time as a sentence gives it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EvidenceTime {
    /// In the notation of ISO 8601 and TIMEX3, as in [`TimeValue`](crate::extract::time::TimeValue): `2021-08`.
    pub value: SmolStr,
    /// The first day as `YYYY-MM-DD`, if the start is known.
    pub first: Option<SmolStr>,
    /// The last day, if the end is known.
    pub last: Option<SmolStr>,
}

impl Claim {
    pub(crate) fn id_of(
        source: &Id,
        predicate: &str,
        target: &Id,
        polarity: Polarity,
        modality: Modality,
    ) -> Id {
        let (source, target) = (source.as_str(), target.as_str());
        let parts = [
            source,
            predicate,
            target,
            polarity.as_str(),
            modality.as_str(),
        ];
        Id::of('c', &parts)
    }

    /// The id of the edge that merges it with claims of other modalities.
    pub fn edge(&self) -> Id {
        let (source, target) = (self.source.as_str(), self.target.as_str());
        let parts = [source, &self.predicate, target, self.polarity.as_str()];
        Id::of('e', &parts)
    }

    /// The most frequent label of the evidence; of equals the shortest. For a [user's relation](super::Relations), its
    /// name.
    pub fn label(&self) -> &str {
        if self.evidence.iter().any(Evidence::is_mapped) {
            return &self.predicate;
        }
        let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
        for evidence in &self.evidence {
            *votes.entry(&evidence.label).or_default() += 1;
        }
        let best = votes
            .into_iter()
            .max_by(|(a, m), (b, n)| (m, b.len(), b).cmp(&(n, a.len(), a)));
        best.map_or(&self.predicate, |(label, _)| label)
    }

    /// The type of political event, if the evidence has one.
    pub fn event(&self) -> Option<&str> {
        self.evidence
            .iter()
            .find_map(|evidence| evidence.event.as_deref())
    }

    /// The first day in the evidence, as `YYYY-MM-DD`; `None` if it gives no time.
    pub fn first(&self) -> Option<&str> {
        let days = self.times().filter_map(|time| time.first.as_deref());
        days.min()
    }

    /// The last day in the evidence.
    pub fn last(&self) -> Option<&str> {
        let days = self.times().filter_map(|time| time.last.as_deref());
        days.max()
    }

    fn times(&self) -> impl Iterator<Item = &EvidenceTime> {
        self.evidence
            .iter()
            .filter_map(|evidence| evidence.time.as_ref())
    }

    /// The number of documents with evidence.
    pub fn documents(&self) -> usize {
        let documents: BTreeSet<&Id> = self
            .evidence
            .iter()
            .map(|evidence| &evidence.document)
            .collect();
        documents.len()
    }

    /// The weight of the evidence: the sum of the confidences.
    pub fn weight(&self) -> f64 {
        let total: u64 = self
            .evidence
            .iter()
            .map(|evidence| u64::from(evidence.confidence))
            .sum();
        total as f64 / 1000.0
    }
}
