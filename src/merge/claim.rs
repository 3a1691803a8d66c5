//! A claim: what one or more sentences say of a pair of actors.

use std::collections::{BTreeMap, BTreeSet};

use smol_str::SmolStr;

use crate::extract::{Modality, Polarity, StatementKind};
use crate::text::{Chars, Span};

use super::Id;

/// An edge of the graph: who does what to whom, with every sentence that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Hash of the fields up to `modality`.
    pub id: Id,
    /// The actor that does it.
    pub source: Id,
    /// One key for all ways to say the same: `demand action`.
    pub predicate: SmolStr,
    /// The actor that it is done to.
    pub target: Id,
    /// Whether it is said to be so or not.
    pub polarity: Polarity,
    /// How far the text commits itself.
    pub modality: Modality,
    /// Every statement that makes the claim, by document and place.
    pub evidence: BTreeSet<Evidence>,
}

/// The words of one sentence that make a claim.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// The document.
    pub document: Id,
    /// The sentence.
    pub sentence: Id,
    /// Where the relation's words stand in the document; empty if the construction alone says it.
    pub relation: Vec<Span<Chars>>,
    /// Where the words for the doer stand.
    pub source: Vec<Span<Chars>>,
    /// Where the words for the one it is done to stand.
    pub target: Vec<Span<Chars>>,
    /// Short and readable: `demands action against`.
    pub label: SmolStr,
    /// Who says so: attributions, outermost first; empty if the author says it himself.
    pub attribution: Vec<Id>,
    /// The attributions that reject it.
    pub denied_by: Vec<Id>,
    /// The type of political event, in PLOVER's terms.
    pub event: Option<SmolStr>,
    /// When it is said to be so, if the words tell it by the calendar.
    pub time: Option<EvidenceTime>,
    /// By what means that is done: `phone`, `aerial`.
    pub mode: Option<SmolStr>,
    /// The name of the extractor that found it.
    pub extractor: StatementKind,
    /// The rule that led to a label or an end that the words do not state outright; empty otherwise.
    pub inferred: SmolStr,
    /// How sure the extractor is, in thousandths.
    pub confidence: u16,
    /// The predicate before the name of a [relation of the user's](super::Relations) took its place; empty if none did.
    pub predicate: SmolStr,
}

impl Evidence {
    /// Whether its claim has the name of a [relation of the user's](super::Relations) instead of a predicate of the
    /// program's.
    pub fn is_mapped(&self) -> bool {
        !self.predicate.is_empty()
    }
}

/// A time as the words of a sentence tell it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EvidenceTime {
    /// In the notation of ISO 8601 and TIMEX3, as in [`TimeValue`](crate::extract::time::TimeValue): `2021-08`.
    pub value: SmolStr,
    /// The first day of it as `YYYY-MM-DD`, if its start is known.
    pub first: Option<SmolStr>,
    /// The last day of it, if its end is known.
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

    /// The id of the edge that it counts towards, together with claims of other modalities.
    pub fn edge(&self) -> Id {
        let (source, target) = (self.source.as_str(), self.target.as_str());
        let parts = [source, &self.predicate, target, self.polarity.as_str()];
        Id::of('e', &parts)
    }

    /// The label that most of the evidence has; of equals the shortest. Of a [relation of the user's](super::Relations)
    /// its name.
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

    /// The first day of which the evidence tells, as `YYYY-MM-DD`; nothing if it tells no time.
    pub fn first(&self) -> Option<&str> {
        let days = self.times().filter_map(|time| time.first.as_deref());
        days.min()
    }

    /// The last day of which the evidence tells.
    pub fn last(&self) -> Option<&str> {
        let days = self.times().filter_map(|time| time.last.as_deref());
        days.max()
    }

    fn times(&self) -> impl Iterator<Item = &EvidenceTime> {
        self.evidence
            .iter()
            .filter_map(|evidence| evidence.time.as_ref())
    }

    /// How many documents have evidence.
    pub fn documents(&self) -> usize {
        let documents: BTreeSet<&Id> = self
            .evidence
            .iter()
            .map(|evidence| &evidence.document)
            .collect();
        documents.len()
    }

    /// How much the evidence weighs: the confidences summed up, in units of one sure sentence.
    pub fn weight(&self) -> f64 {
        let total: u64 = self
            .evidence
            .iter()
            .map(|evidence| u64::from(evidence.confidence))
            .sum();
        total as f64 / 1000.0
    }
}
