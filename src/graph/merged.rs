//! Merged edges: the claims between two actors that count together.

use std::collections::{BTreeMap, BTreeSet};

use crate::extract::Polarity;
use crate::merge::{Claim, Evidence, Id};

use super::{ClaimStance, EdgeSupport, Graph};

/// The claims of two actors with the same predicate and polarity, of any modality.
///
/// Claims keep facts, possibilities and obligations apart; an edge counts them together.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct MergedEdge<'g> {
    /// Hash of source, predicate, target and polarity.
    pub id: Id,
    /// The actor at its start.
    pub source: &'g Id,
    /// The normalised predicate.
    pub predicate: &'g str,
    /// The actor at its end.
    pub target: &'g Id,
    /// Whether it is asserted or negated.
    pub polarity: Polarity,
    /// The evidence with its claim, by claim, document and place.
    pub evidence: Vec<(&'g Claim, &'g Evidence)>,
}

impl Graph {
    /// All edges, by id.
    pub fn merged(&self) -> Vec<MergedEdge<'_>> {
        self.merged_where(|_, _| true)
    }

    /// The edges made from the evidence that `wanted` accepts, by id. Edges without evidence are left out.
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

/// The order in which one stance stands for several.
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
    /// The factuality of the edge: the firmest stance of its claims, or disputed if some are denied and others are not.
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

    /// The predicates that a [user's relation](crate::merge::Relations) replaced, each once.
    pub fn mapped_from(&self) -> BTreeSet<&'g str> {
        let mapped = self
            .evidence
            .iter()
            .filter(|(_, evidence)| evidence.is_mapped());
        mapped
            .map(|(_, evidence)| evidence.predicate.as_str())
            .collect()
    }

    /// The most frequent label of the evidence; of equals the shortest. For a user's relation, its name.
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

    /// The mode of the event, if the evidence has one.
    pub fn mode(&self) -> Option<&'g str> {
        (self.evidence.iter()).find_map(|(_, evidence)| evidence.mode.as_deref())
    }

    /// The rules that inferred the edge; empty if any evidence states it outright.
    pub fn inferred(&self) -> Vec<&'g str> {
        let rules: BTreeSet<&str> = (self.evidence.iter())
            .map(|(_, evidence)| evidence.inferred.as_str())
            .collect();
        if rules.contains("") {
            return Vec::new();
        }
        rules.into_iter().collect()
    }

    /// How many documents and speakers support it.
    pub fn support(&self, graph: &'g Graph) -> EdgeSupport<'g> {
        graph.support(self.evidence.iter().map(|(_, evidence)| *evidence))
    }
}
