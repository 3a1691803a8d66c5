//! The importance of actors and claims.

use std::cmp::Reverse;

use crate::merge::{Actor, Claim, Id};

use super::{ClaimStance, Graph};

/// Claims about things say less about the network of actors than claims between actors.
const THING: f64 = 0.5;

impl Graph {
    /// The number of claims that the actor takes part in.
    pub fn degree(&self, actor: &Id) -> usize {
        self.node(actor).map_or(0, |node| {
            let out = self
                .network()
                .edges_directed(node, petgraph::Direction::Outgoing)
                .count();
            out + self
                .network()
                .edges_directed(node, petgraph::Direction::Incoming)
                .count()
        })
    }

    /// The importance of an actor: the sum over its claims of their [`weight`](Graph::weight), halved if the other end
    /// is a thing, raised if several independent documents make the claim, and lowered if it is only possible or asked.
    pub fn importance(&self, actor: &Id) -> f64 {
        let claims = self
            .claims_by(actor)
            .into_iter()
            .chain(self.claims_to(actor));
        claims
            .filter(|claim| claim.source != claim.target)
            .map(|claim| self.claim_importance(claim))
            .sum()
    }

    /// The importance of a claim, on the same scale.
    pub fn claim_importance(&self, claim: &Claim) -> f64 {
        let thing = |id: &Id| self.corpus().actor(id).is_none_or(|actor| actor.thing);
        let ends = if thing(&claim.source) || thing(&claim.target) {
            THING
        } else {
            1.0
        };
        let stance = match self.stance(claim) {
            ClaimStance::Asked | ClaimStance::Conditional => 0.5,
            ClaimStance::Possible => 0.8,
            _ => 1.0,
        };
        // A second document counts more than a second sentence of the same document; a near-duplicate counts nothing.
        let independent = self.support(&claim.evidence).independent;
        let documents = 1.0 + 0.5 * (independent as f64 - 1.0);
        self.weight(&claim.evidence) * ends * stance * documents
    }

    /// All actors and things by importance, where named actors count most and things least, then by id.
    /// [`select`](Self::select) prefers them in this order.
    pub fn ranked(&self) -> Vec<&Actor> {
        let mut ranked: Vec<(u64, &Actor)> = (self.actors())
            .map(|actor| {
                let worth = self.importance(&actor.id) * self.interest(&actor.id);
                (thousandths(worth), actor)
            })
            .collect();
        ranked.sort_by_key(|&(worth, actor)| (Reverse(worth), &actor.id));
        ranked.into_iter().map(|(_, actor)| actor).collect()
    }

    /// The `count` most important actors, without things.
    pub fn top(&self, count: usize) -> Vec<&Actor> {
        let mut actors: Vec<(&Actor, u64)> = (self.actors().filter(|actor| !actor.thing))
            .map(|actor| (actor, thousandths(self.importance(&actor.id))))
            .collect();
        actors.sort_by_key(|&(actor, importance)| {
            (Reverse(importance), Reverse(actor.mentions()), &actor.id)
        });
        actors
            .into_iter()
            .take(count)
            .map(|(actor, _)| actor)
            .collect()
    }
}

/// Integers order the same on every machine, whatever the last bits of a sum are.
pub(super) fn thousandths(value: f64) -> u64 {
    (value * 1000.0).round() as u64
}
