//! Network figures: centrality and communities.
//!
//! | figure | of | by |
//! |---|---|---|
//! | degree | incoming and outgoing edges, without negated ones | counting |
//! | betweenness | the share of undirected shortest paths through an actor, 0 to 1 | `betweenness` (Brandes) |
//! | PageRank | a random walk along the edges, in proportion to their weights | below |
//! | communities | groups with denser edges within than between them | below (Louvain) |
//!
//! petgraph's PageRank takes time quadratic in the number of actors and ignores weights. For communities there is no
//! maintained crate without heavy dependencies.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Graph, MergedEdge};
use crate::merge::Id;

use super::Filter;
use super::answer::{edges, is_positive};
use super::betweenness::betweenness;
use super::communities::communities;

/// The figures of one actor.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ActorFigures<'g> {
    /// The actor or thing.
    pub actor: &'g Id,
    /// The number of outgoing edges.
    pub out: usize,
    /// The number of incoming edges.
    pub into: usize,
    /// The sum over its edges of their independent documents.
    pub weight: u64,
    /// From 0 to 1.
    pub betweenness: f64,
    /// The sum over all actors is 1.
    pub page_rank: f64,
    /// The number of its community, from 1; larger communities come first.
    pub community: usize,
}

/// The probability of following an edge at each step; otherwise the walk restarts anywhere.
const DAMPING: f64 = 0.85;
/// After this number of steps ranks change by less than a millionth.
const STEPS: usize = 100;

/// The figures of all actors with edges, the highest PageRank first. `things` includes things.
pub fn stats<'g>(graph: &'g Graph, filter: &Filter, things: bool) -> Vec<ActorFigures<'g>> {
    let takes = |id: &Id| things || graph.corpus().actor(id).is_some_and(|actor| !actor.thing);
    let edges: Vec<MergedEdge<'g>> = (edges(graph, filter).into_iter())
        .filter(|edge| is_positive(edge) && edge.source != edge.target)
        .filter(|edge| takes(edge.source) && takes(edge.target))
        .collect();
    let ids: BTreeSet<&Id> = (edges.iter())
        .flat_map(|edge| [edge.source, edge.target])
        .collect();
    let ids: Vec<&Id> = ids.into_iter().collect();
    let network = WeightedNetwork::of(graph, &edges, &ids);
    let betweenness = network.betweenness();
    let page_rank = network.page_rank();
    let community = communities(ids.len(), &network.pairs());
    let figures = |(index, &actor): (usize, &&'g Id)| ActorFigures {
        actor,
        out: network.out[index],
        into: network.into[index],
        weight: network.weight(index),
        betweenness: rounded(betweenness[index]),
        page_rank: rounded(page_rank[index]),
        community: community[index] + 1,
    };
    let mut figures: Vec<ActorFigures<'g>> = ids.iter().enumerate().map(figures).collect();
    figures.sort_by_key(|one| (Reverse(millionths(one.page_rank)), one.actor));
    figures
}

/// The weighted edges, by index of actor.
struct WeightedNetwork {
    out: Vec<usize>,
    into: Vec<usize>,
    /// The weight of each directed pair.
    weights: BTreeMap<(usize, usize), u64>,
}

impl WeightedNetwork {
    fn of(graph: &Graph, edges: &[MergedEdge<'_>], ids: &[&Id]) -> Self {
        let mut network = Self {
            out: vec![0; ids.len()],
            into: vec![0; ids.len()],
            weights: BTreeMap::new(),
        };
        for edge in edges {
            let node = |id: &Id| ids.binary_search(&id).unwrap_or_default();
            let (source, target) = (node(edge.source), node(edge.target));
            network.out[source] += 1;
            network.into[target] += 1;
            let independent = edge.support(graph).independent as u64;
            *network.weights.entry((source, target)).or_default() += independent;
        }
        network
    }

    fn weight(&self, node: usize) -> u64 {
        let at = |(one, other): (usize, usize)| one == node || other == node;
        let weights = self.weights.iter().filter(|&(&pair, _)| at(pair));
        weights.map(|(_, weight)| weight).sum()
    }

    /// The weights of undirected pairs.
    fn pairs(&self) -> BTreeMap<(usize, usize), u64> {
        let mut pairs = BTreeMap::new();
        for (&(source, target), weight) in &self.weights {
            *pairs
                .entry((source.min(target), source.max(target)))
                .or_default() += weight;
        }
        pairs
    }

    fn betweenness(&self) -> Vec<f64> {
        let mut neighbours = vec![Vec::new(); self.out.len()];
        for (source, target) in self.pairs().into_keys() {
            neighbours[source].push(target);
            neighbours[target].push(source);
        }
        betweenness(&neighbours)
    }

    fn page_rank(&self) -> Vec<f64> {
        let count = self.out.len();
        let mut total = vec![0u64; count];
        for (&(source, _), weight) in &self.weights {
            total[source] += weight;
        }
        let mut rank = vec![1.0 / count.max(1) as f64; count];
        for _ in 0..STEPS {
            // Actors without outgoing edges restart anywhere.
            let ends = (0..count).filter(|&node| total[node] == 0);
            let left: f64 = ends.map(|node| rank[node]).sum();
            let anew = (1.0 - DAMPING + DAMPING * left) / count.max(1) as f64;
            let mut next = vec![anew; count];
            for (&(source, target), &weight) in &self.weights {
                next[target] += DAMPING * rank[source] * weight as f64 / total[source] as f64;
            }
            rank = next;
        }
        rank
    }
}

fn millionths(value: f64) -> u64 {
    (value * 1_000_000.0).round() as u64
}

/// Rounds to millionths: the last bits of a sum are noise.
fn rounded(value: f64) -> f64 {
    millionths(value) as f64 / 1_000_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 0 and 1 point at 2, 2 at 3.
    fn network() -> WeightedNetwork {
        WeightedNetwork {
            out: vec![1, 1, 1, 0],
            into: vec![0, 0, 2, 1],
            weights: BTreeMap::from([((0, 2), 1), ((1, 2), 3), ((2, 3), 1)]),
        }
    }

    #[test]
    fn all_ways_lead_through_the_middle() {
        let found = network().betweenness();
        // The shortest paths between all three pairs of the others lead through 2.
        assert_eq!(found, [0.0, 0.0, 1.0, 0.0]);
    }

    #[test]
    fn ranks_add_up_to_one_and_flow_along_the_edges() {
        let rank = network().page_rank();
        assert!((rank.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{rank:?}");
        // Where 0 and 1 get `a` each: 2 has a + 2·0.85·a, 3 has a + 0.85 of that.
        let a = rank[0];
        assert!((rank[1] - a).abs() < 1e-9);
        assert!((rank[2] - 2.7 * a).abs() < 1e-9, "{rank:?}");
        assert!((rank[3] - (a + 0.85 * 2.7 * a)).abs() < 1e-9, "{rank:?}");
    }
}
