//! What a picture shows by default.
//!
//! In: a corpus. Out: which of its evidence is shown, and the graph of that evidence alone.
//!
//! A picture shows an edge between two actors, or between an actor and a thing, that is sure enough; of several edges of one
//! clause that lead through each other the most specific; and no titles, memberships, appositions and places, which describe an
//! actor and tell no news. Coded events between named actors are always shown.

use std::collections::BTreeMap;

use crate::extract::StatementKind;
use crate::merge::{Claim, Corpus, Evidence, Id};
use crate::text::{Chars, Span};

use super::Graph;

/// Edges with a lower confidence, in thousandths, are left out of pictures.
const SURE: u16 = 650;

impl Graph {
    /// The graph of what a picture shows by default: all documents, actors and attributions, with the claims whose evidence is
    /// shown, and only that evidence.
    #[must_use]
    pub fn shown(&self) -> Self {
        let mut corpus = self.corpus().clone();
        let hidden: Vec<(Id, Evidence)> = {
            let shown = Shown::of(&corpus);
            let all = corpus.claims().flat_map(|claim| {
                let evidence = claim.evidence.iter();
                evidence.map(move |evidence| (claim, evidence))
            });
            all.filter(|(claim, evidence)| !shown.has(claim, evidence))
                .map(|(claim, evidence)| (claim.id.clone(), evidence.clone()))
                .collect()
        };
        for (id, evidence) in hidden {
            if let Some(claim) = corpus.claims.get_mut(&id) {
                claim.evidence.remove(&evidence);
            }
        }
        corpus.claims.retain(|_, claim| !claim.evidence.is_empty());
        let Corpus {
            attributions,
            claims,
            ..
        } = &mut corpus;
        for attribution in attributions.values_mut() {
            attribution.claims.retain(|id| claims.contains_key(id));
        }
        Self::build(corpus)
    }
}

/// An edge as it stands in a clause.
struct ClauseEdge<'c> {
    label: &'c str,
    target: &'c [Span<Chars>],
}

/// The words of a relation and its source in a sentence, which the edges of one clause share.
type Clause<'c> = (&'c Id, &'c [Span<Chars>], &'c Id);

/// Which evidence of a corpus a picture shows.
pub(super) struct Shown<'c> {
    corpus: &'c Corpus,
    clauses: BTreeMap<Clause<'c>, Vec<ClauseEdge<'c>>>,
}

impl<'c> Shown<'c> {
    pub(super) fn of(corpus: &'c Corpus) -> Self {
        let mut clauses: BTreeMap<Clause<'c>, Vec<ClauseEdge<'c>>> = BTreeMap::new();
        for claim in corpus.claims() {
            for evidence in &claim.evidence {
                let edge = ClauseEdge {
                    label: &evidence.label,
                    target: &evidence.target,
                };
                clauses
                    .entry(clause(claim, evidence))
                    .or_default()
                    .push(edge);
            }
        }
        Self { corpus, clauses }
    }

    /// Whether a picture shows this evidence of the claim.
    pub(super) fn has(&self, claim: &Claim, evidence: &Evidence) -> bool {
        let ends = [&claim.source, &claim.target].map(|id| self.corpus.actor(id));
        let [Some(source), Some(target)] = ends else {
            return false;
        };
        if is_description(&evidence.extractor) || (source.thing && target.thing) {
            return false;
        }
        if source.named() && target.named() && evidence.event.is_some() {
            return true;
        }
        evidence.confidence >= SURE && !self.leads_on(claim, evidence)
    }

    /// Whether another edge of the clause leads through the target of this one: *claimed → responsibility for the attack*
    /// beside *claimed responsibility for → attack*.
    fn leads_on(&self, claim: &Claim, evidence: &Evidence) -> bool {
        let clause = self.clauses.get(&clause(claim, evidence));
        let mut others = clause.into_iter().flatten();
        others.any(|other| {
            other.label.len() > evidence.label.len()
                && other.label.starts_with(evidence.label.as_str())
                && other.target != evidence.target.as_slice()
                && (other.target.iter())
                    .all(|span| evidence.target.iter().any(|own| own.contains(*span)))
        })
    }
}

fn clause<'c>(claim: &'c Claim, evidence: &'c Evidence) -> Clause<'c> {
    (&evidence.sentence, &evidence.relation, &claim.source)
}

/// Whether the extractor describes actors instead of telling what they do.
fn is_description(extractor: &StatementKind) -> bool {
    matches!(
        extractor,
        StatementKind::Apposition
            | StatementKind::Location
            | StatementKind::Membership
            | StatementKind::Title
    )
}
