//! The graph: a corpus with its network.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use indexmap::IndexMap;
use petgraph::Direction;
use petgraph::stable_graph::{NodeIndex, StableDiGraph};
use rustc_hash::FxBuildHasher;

use crate::merge::{Actor, Claim, Corpus, Id};

use super::ClaimStance;
use super::dispute::{self, Dispute};
use super::origin::origins;

/// Actors as nodes and claims as edges, with the corpus that they were made from.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    corpus: Corpus,
    network: StableDiGraph<Id, Id>,
    /// The node of each actor, in the order of the network.
    nodes: IndexMap<Id, NodeIndex, FxBuildHasher>,
    /// For each document the document that it originates from.
    pub(super) origins: BTreeMap<Id, Id>,
    /// Computed on first use.
    disputes: OnceLock<Vec<Dispute>>,
}

impl PartialEq for Graph {
    fn eq(&self, other: &Self) -> bool {
        self.corpus == other.corpus
    }
}

impl Graph {
    /// Builds the graph of a corpus. Nodes and edges are added in the order of their ids, so that the same corpus gives
    /// the same indices.
    pub fn build(corpus: Corpus) -> Self {
        let corpus = corpus.disambiguated();
        let mut network = StableDiGraph::with_capacity(corpus.actors.len(), corpus.claims.len());
        let nodes: IndexMap<Id, NodeIndex, FxBuildHasher> = (corpus.actors.keys())
            .map(|id| (id.clone(), network.add_node(id.clone())))
            .collect();
        for claim in corpus.claims.values() {
            if let (Some(&source), Some(&target)) =
                (nodes.get(&claim.source), nodes.get(&claim.target))
            {
                network.add_edge(source, target, claim.id.clone());
            }
        }
        let origins = origins(&corpus);
        Self {
            corpus,
            network,
            nodes,
            origins,
            disputes: OnceLock::new(),
        }
    }

    /// The graph with another corpus merged in.
    #[must_use]
    pub fn grow(self, corpus: Corpus) -> Self {
        Self::build(self.corpus.merge(corpus))
    }

    /// The corpus behind the graph.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// The petgraph graph, for algorithms of petgraph: node weights are ids of actors, edge weights ids of claims.
    pub fn network(&self) -> &StableDiGraph<Id, Id> {
        &self.network
    }

    /// The node of an actor in [`network`](Self::network).
    pub fn node(&self, actor: &Id) -> Option<NodeIndex> {
        self.nodes.get(actor).copied()
    }

    /// All actors and things, by id.
    pub fn actors(&self) -> impl ExactSizeIterator<Item = &Actor> {
        self.corpus.actors()
    }

    /// All claims, by id.
    pub fn claims(&self) -> impl ExactSizeIterator<Item = &Claim> {
        self.corpus.claims()
    }

    /// The claims of which the actor is the source, by id.
    pub fn claims_by(&self, actor: &Id) -> Vec<&Claim> {
        self.claims_at(actor, Direction::Outgoing)
    }

    /// The claims of which the actor is the target, by id.
    pub fn claims_to(&self, actor: &Id) -> Vec<&Claim> {
        self.claims_at(actor, Direction::Incoming)
    }

    /// The claims between two actors, in both directions, by id.
    pub fn claims_between(&self, one: &Id, other: &Id) -> Vec<&Claim> {
        let mut claims = self.claims_by(one);
        claims.retain(|claim| claim.target == *other);
        if one != other {
            let back = self.claims_by(other);
            claims.extend(back.into_iter().filter(|claim| claim.target == *one));
        }
        claims.sort_by(|a, b| a.id.cmp(&b.id));
        claims
    }

    fn claims_at(&self, actor: &Id, direction: Direction) -> Vec<&Claim> {
        let Some(node) = self.node(actor) else {
            return Vec::new();
        };
        let edges = self.network.edges_directed(node, direction);
        let mut claims: Vec<&Claim> = edges
            .filter_map(|edge| self.corpus.claim(edge.weight()))
            .collect();
        claims.sort_by(|a, b| a.id.cmp(&b.id));
        claims
    }

    /// The disputes, by id.
    pub fn disputes(&self) -> &[Dispute] {
        self.disputes.get_or_init(|| dispute::find(self))
    }

    /// The disputes about a claim.
    pub fn disputes_about<'g>(&'g self, claim: &Id) -> impl Iterator<Item = &'g Dispute> {
        let disputes = self.disputes().iter();
        disputes.filter(move |dispute| dispute.claims.contains(claim))
    }

    /// The stance of a claim: the factuality that its evidence gives it.
    pub fn stance(&self, claim: &Claim) -> ClaimStance {
        let disputed = self.disputes_about(&claim.id).next().is_some();
        match ClaimStance::of(claim, &self.corpus) {
            // The denied side of a dispute keeps its stance: nobody quoted for it asserts it.
            stance @ (ClaimStance::Denied | ClaimStance::Negated) => stance,
            _ if disputed => ClaimStance::Disputed,
            stance => stance,
        }
    }

    /// The display name of an actor, with its owner where the name alone is ambiguous: `officials (Pakistan)`.
    pub fn name(&self, actor: &Id) -> String {
        let Some(actor) = self.corpus.actor(actor) else {
            return String::new();
        };
        let name = actor.name();
        let owner = actor
            .belongs_to()
            .and_then(|owner| self.corpus.actor(owner));
        match owner {
            Some(owner)
                if (!actor.named() || !actor.has_unique_name()) && !shows_owner(name, owner) =>
            {
                format!("{name} ({})", owner.name())
            }
            _ => name.to_owned(),
        }
    }

    /// Whether `actor` is `whole` or belongs to it, directly or indirectly.
    pub fn belongs_to(&self, actor: &Id, whole: &Id) -> bool {
        let mut at = Some(actor);
        // The bound ends cycles of ownership, which different documents may make.
        for _ in 0..8 {
            match at {
                Some(id) if id == whole => return true,
                Some(id) => at = self.corpus.actor(id).and_then(Actor::belongs_to),
                None => return false,
            }
        }
        false
    }
}

/// Whether the name of a group contains its owner's: `Pakistani officials` by a shared stem, `TTP fighters` by a whole
/// word.
fn shows_owner(name: &str, owner: &Actor) -> bool {
    let stem = |word: &str| word.to_lowercase().chars().take(4).collect::<String>();
    let words: Vec<&str> = name.split_whitespace().collect();
    let aliases = owner.aliases();
    let names = aliases
        .iter()
        .map(|&(alias, _)| alias)
        .chain([owner.name()]);
    let shared = |alias: &str| {
        let long = alias.chars().count() > 3;
        words
            .iter()
            .any(|word| *word == alias || (long && stem(word) == stem(alias)))
    };
    names.flat_map(str::split_whitespace).any(shared)
}
