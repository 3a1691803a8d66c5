//! How much actors matter in the graph.

use std::cmp::Reverse;

use crate::merge::{Actor, Claim, Id};

use super::{ClaimStance, Graph};

/// A claim that leads to a thing says less about the network of actors than one that leads to an actor.
const THING: f64 = 0.5;

impl Graph {
    /// How many claims the actor is part of.
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

    /// How much the evidence for an actor's claims weighs: each claim counts with its [`weight`](Graph::weight), half
    /// if its other end is no actor, more if several independent documents make it, less if it is only possible or
    /// asked.
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

    /// How much a claim matters, in the same measure.
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
        // A second document is worth more than a second sentence of the same, one that repeats the first nothing.
        let independent = self.support(&claim.evidence).independent;
        let documents = 1.0 + 0.5 * (independent as f64 - 1.0);
        self.weight(&claim.evidence) * ends * stance * documents
    }

    /// All actors and things, those that readers care for most first: by importance, where who has a name counts most
    /// and things count least, then by id. [`select`](Self::select) prefers them in this order.
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

    /// The `count` most important actors, things left out, the most important first.
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
