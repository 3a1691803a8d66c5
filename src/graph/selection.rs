//! The part of a graph that fits a picture.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::merge::{Actor, Claim, Id};

use super::measure::thousandths;
use super::{Dispute, Graph, SpeakerEdge};

/// What part of a graph to select.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SelectionOptions {
    /// The maximal number of actors and things, by importance; all if `None`.
    pub top: Option<usize>,
    /// Only these actors, and those that share a claim with one of them; all if empty.
    pub about: Vec<Id>,
    /// With `about`: the number of steps around them; 0 counts as 1.
    pub depth: usize,
}

/// A part of a graph: some actors and the claims between them.
#[derive(Debug, Clone)]
pub struct Selection<'g> {
    /// The graph it is a part of.
    pub graph: &'g Graph,
    /// The actors and things, the most important first.
    pub actors: Vec<&'g Actor>,
    /// The claims between them, by id.
    pub claims: Vec<&'g Claim>,
    /// Pairs of member and owner among them.
    pub memberships: Vec<(&'g Id, &'g Id)>,
    /// The number of actors and things to choose from.
    pub available: usize,
}

impl Graph {
    /// Selects a part of the graph. With a limit, or with `about`, only claims between two different actors count, and
    /// actors without one are left out.
    pub fn select(&self, choice: &SelectionOptions) -> Selection<'_> {
        let whole = choice.top.is_none() && choice.about.is_empty();
        if whole {
            return self.selection(
                self.actors().map(|actor| &actor.id).collect(),
                self.actors().len(),
                true,
            );
        }
        let near = self.near(choice);
        let available = near.len();
        let limit = choice.top.unwrap_or(usize::MAX);
        let chosen = self.connected(&near, limit, &choice.about);
        self.selection(chosen, available, false)
    }

    /// The ends of claims between two different actors around those that the selection is about.
    fn near(&self, choice: &SelectionOptions) -> BTreeSet<&Id> {
        let mut near: BTreeSet<&Id> = BTreeSet::new();
        for step in 0..choice.depth.max(1) {
            let before = near.clone();
            let inside = |id: &Id| match step {
                0 => choice.about.is_empty() || choice.about.contains(id),
                _ => before.contains(id),
            };
            for claim in self.claims().filter(|claim| claim.source != claim.target) {
                if inside(&claim.source) || inside(&claim.target) {
                    near.extend([&claim.source, &claim.target]);
                }
            }
        }
        near
    }

    /// Up to `limit` of `near`, by importance, each with a claim to another chosen one.
    fn connected<'g>(&'g self, near: &BTreeSet<&'g Id>, limit: usize, first: &[Id]) -> Vec<&'g Id> {
        let importance: BTreeMap<&Id, u64> = near
            .iter()
            .map(|&id| (id, thousandths(self.importance(id) * self.interest(id))))
            .collect();
        let mut ranked: Vec<&Id> = near.iter().copied().collect();
        ranked.sort_by_key(|id| (!first.contains(id), Reverse(importance[id]), *id));
        let neighbours: BTreeMap<&Id, BTreeSet<&Id>> =
            ranked.iter().map(|&id| (id, self.neighbours(id))).collect();
        let mut left_out: BTreeSet<&Id> = BTreeSet::new();
        loop {
            let chosen: Vec<&Id> = ranked
                .iter()
                .copied()
                .filter(|id| !left_out.contains(id))
                .take(limit)
                .collect();
            let set: BTreeSet<&Id> = chosen.iter().copied().collect();
            let alone = chosen
                .iter()
                .rev()
                .find(|id| neighbours[*id].is_disjoint(&set));
            match alone {
                Some(id) => left_out.insert(id),
                None => return chosen,
            };
        }
    }

    /// How much a node of given importance matters to readers: named actors matter more than unnamed ones, and things
    /// only as ends of edges.
    pub(super) fn interest(&self, id: &Id) -> f64 {
        match self.corpus().actor(id) {
            Some(actor) if actor.thing => 0.4,
            Some(actor) if !actor.named() => 0.6,
            _ => 1.0,
        }
    }

    fn neighbours<'g>(&'g self, id: &'g Id) -> BTreeSet<&'g Id> {
        let to = self.claims_by(id).into_iter().map(|claim| &claim.target);
        let from = self.claims_to(id).into_iter().map(|claim| &claim.source);
        to.chain(from).filter(|other| *other != id).collect()
    }

    fn selection<'g>(
        &'g self,
        chosen: Vec<&'g Id>,
        available: usize,
        loops: bool,
    ) -> Selection<'g> {
        let set: BTreeSet<&Id> = chosen.iter().copied().collect();
        let inside = |claim: &&Claim| set.contains(&claim.source) && set.contains(&claim.target);
        let claims = self.claims().filter(inside);
        let claims = claims
            .filter(|claim| loops || claim.source != claim.target)
            .collect();
        let actors: Vec<&Actor> = chosen
            .iter()
            .filter_map(|id| self.corpus().actor(id))
            .collect();
        let memberships = (actors.iter())
            .filter_map(|actor| Some((&actor.id, actor.belongs_to()?)))
            .filter(|(_, owner)| set.contains(owner))
            .collect();
        Selection {
            graph: self,
            actors,
            claims,
            memberships,
            available,
        }
    }
}

impl<'g> Selection<'g> {
    /// The speaker edges among the actors.
    pub fn speaker_edges(&self) -> Vec<SpeakerEdge<'g>> {
        let set: BTreeSet<&Id> = self.actors.iter().map(|actor| &actor.id).collect();
        let mut speaker_edges = self.graph.speaker_edges();
        speaker_edges.retain(|edge| set.contains(edge.speaker) && set.contains(edge.about));
        speaker_edges
    }

    /// The disputes about the claims, by id.
    pub fn disputes(&self) -> impl Iterator<Item = &'g Dispute> {
        let set: BTreeSet<&Id> = self.claims.iter().map(|claim| &claim.id).collect();
        let disputes = self.graph.disputes().iter();
        disputes.filter(move |dispute| dispute.claims.iter().any(|id| set.contains(id)))
    }
}
