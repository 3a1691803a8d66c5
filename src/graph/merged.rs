//! Claims that count together: the edges between two actors, merged.

use std::collections::{BTreeMap, BTreeSet};

use crate::extract::Polarity;
use crate::merge::{Claim, Evidence, Id};

use super::{ClaimStance, EdgeSupport, Graph};

/// All that is said of two actors with one predicate and one polarity, whatever the modality.
///
/// Claims keep apart what is so, what may be and what must be; an edge counts them together.
#[derive(Debug, Clone)]
pub struct MergedEdge<'g> {
    /// Hash of source, predicate, target and polarity.
    pub id: Id,
    /// The actor that does it.
    pub source: &'g Id,
    /// One key for all ways to say the same.
    pub predicate: &'g str,
    /// The actor that it is done to.
    pub target: &'g Id,
    /// Whether it is said to be so or not.
    pub polarity: Polarity,
    /// What makes it, with the claims that it makes, by claim, document and place.
    pub evidence: Vec<(&'g Claim, &'g Evidence)>,
}

impl Graph {
    /// All edges, by id.
    pub fn merged(&self) -> Vec<MergedEdge<'_>> {
        self.merged_where(|_, _| true)
    }

    /// The edges that the evidence which `wanted` makes, by id; an edge without any is not there.
    pub fn merged_where(&self, wanted: impl Fn(&Claim, &Evidence) -> bool) -> Vec<MergedEdge<'_>> {
        merge(self.claims(), wanted)
    }

    /// The edges of some of the graph's claims, by id.
    pub fn merged_of<'g>(
        &'g self,
        claims: impl IntoIterator<Item = &'g Claim>,
    ) -> Vec<MergedEdge<'g>> {
        merge(claims, |_, _| true)
    }

    /// The edge with this id.
    pub fn merged_edge(&self, id: &Id) -> Option<MergedEdge<'_>> {
        let claims = self.claims().filter(|claim| claim.edge() == *id);
        self.merged_of(claims).pop()
    }
}

fn merge<'g>(
    claims: impl IntoIterator<Item = &'g Claim>,
    wanted: impl Fn(&Claim, &Evidence) -> bool,
) -> Vec<MergedEdge<'g>> {
    let mut edges: BTreeMap<Id, MergedEdge<'g>> = BTreeMap::new();
    for claim in claims {
        let evidence: Vec<_> = (claim.evidence.iter())
            .filter(|one| wanted(claim, one))
            .map(|one| (claim, one))
            .collect();
        if evidence.is_empty() {
            continue;
        }
        let id = claim.edge();
        let edge = edges.entry(id.clone()).or_insert_with(|| MergedEdge {
            id,
            source: &claim.source,
            predicate: &claim.predicate,
            target: &claim.target,
            polarity: claim.polarity,
            evidence: Vec::new(),
        });
        edge.evidence.extend(evidence);
    }
    edges.into_values().collect()
}

/// From what is most worth edge of an edge to what is least.
const FIRMEST: [ClaimStance; 10] = [
    ClaimStance::Disputed,
    ClaimStance::Asserted,
    ClaimStance::Reported,
    ClaimStance::Intended,
    ClaimStance::Required,
    ClaimStance::Possible,
    ClaimStance::Conditional,
    ClaimStance::Asked,
    ClaimStance::Negated,
    ClaimStance::Denied,
];

impl<'g> MergedEdge<'g> {
    /// How far it can be taken for a fact: the firmest of the claims' stances, and disputed if some are denied and
    /// others are not.
    pub fn stance(&self, graph: &Graph) -> ClaimStance {
        let stances = self.stances(graph);
        let denied = stances.contains(&ClaimStance::Denied);
        if denied && stances.len() > 1 {
            return ClaimStance::Disputed;
        }
        let firmest = FIRMEST.into_iter().find(|stance| stances.contains(stance));
        firmest.unwrap_or(ClaimStance::Asserted)
    }

    /// The stances of the claims.
    pub fn stances(&self, graph: &Graph) -> BTreeSet<ClaimStance> {
        (self.claims().into_iter())
            .map(|claim| graph.stance(claim))
            .collect()
    }

    /// The claims, by id.
    pub fn claims(&self) -> Vec<&'g Claim> {
        let mut claims: Vec<&Claim> = self.evidence.iter().map(|(claim, _)| *claim).collect();
        claims.dedup_by(|a, b| a.id == b.id);
        claims
    }

    /// The predicates that a [relation of the user's](crate::merge::Relations) took the place of, each once.
    pub fn mapped_from(&self) -> BTreeSet<&'g str> {
        let mapped = self
            .evidence
            .iter()
            .filter(|(_, evidence)| evidence.is_mapped());
        mapped
            .map(|(_, evidence)| evidence.predicate.as_str())
            .collect()
    }

    /// The label that most of the evidence has; of equals the shortest. Of a relation of the user's its name.
    pub fn label(&self) -> &'g str {
        if self
            .evidence
            .iter()
            .any(|(_, evidence)| evidence.is_mapped())
        {
            return self.predicate;
        }
        let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, evidence) in &self.evidence {
            *votes.entry(&evidence.label).or_default() += 1;
        }
        let best = (votes.into_iter())
            .max_by(|(a, m), (b, n)| (m, b.len(), b).cmp(&(n, a.len(), a)))
            .map(|(label, _)| label);
        best.unwrap_or(self.predicate)
    }

    /// The type of political event, if the evidence has one.
    pub fn event(&self) -> Option<&'g str> {
        (self.evidence.iter()).find_map(|(_, evidence)| evidence.event.as_deref())
    }

    /// By what means the event is done, if the evidence tells.
    pub fn mode(&self) -> Option<&'g str> {
        (self.evidence.iter()).find_map(|(_, evidence)| evidence.mode.as_deref())
    }

    /// The rules behind what the words do not state outright, if no evidence states it outright.
    pub fn inferred(&self) -> Vec<&'g str> {
        let rules: BTreeSet<&str> = (self.evidence.iter())
            .map(|(_, evidence)| evidence.inferred.as_str())
            .collect();
        if rules.contains("") {
            return Vec::new();
        }
        rules.into_iter().collect()
    }

    /// How many documents and speakers stand behind it.
    pub fn support(&self, graph: &'g Graph) -> EdgeSupport<'g> {
        graph.support(self.evidence.iter().map(|(_, evidence)| *evidence))
    }
}
