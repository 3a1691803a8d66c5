//! Paths between two actors, and the edges around one.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::astar;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::graph::{Graph, MergedEdge};
use crate::merge::Id;

use super::Filter;
use super::answer::edges;

/// A step of a path: the edges between two neighbours on it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct PathStep<'g> {
    /// Where the step starts.
    pub from: &'g Id,
    /// Where it ends.
    pub to: &'g Id,
    /// The edges between the two, those with the most independent documents first.
    pub edges: Vec<MergedEdge<'g>>,
}

/// Which edges a path may follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Traversal {
    /// Edges in both directions.
    #[default]
    Any,
    /// Edges from source to target only.
    Forward,
}

/// The cost of a step; the weights of edges only decide between paths of the same length.
const HOP: u64 = 1_000_000;

/// The shortest path between two actors; of equally short ones that with the most independent documents. Empty if there
/// is none, or if both are the same.
pub fn path<'g>(
    graph: &'g Graph,
    from: &Id,
    to: &Id,
    filter: &Filter,
    along: Traversal,
) -> Vec<PathStep<'g>> {
    let by_pair = by_pair(edges(graph, filter));
    let ids: BTreeSet<&Id> = by_pair
        .keys()
        .flat_map(|(one, other)| [*one, *other])
        .collect();
    let ids: Vec<&Id> = ids.into_iter().collect();
    let node = |id: &Id| ids.binary_search(&id).ok().map(NodeIndex::new);
    let (Some(start), Some(goal)) = (node(from), node(to)) else {
        return Vec::new();
    };
    let mut ways: DiGraph<(), u64> = DiGraph::new();
    for _ in &ids {
        ways.add_node(());
    }
    for ((source, target), edges) in &by_pair {
        let (Some(source), Some(target)) = (node(source), node(target)) else {
            continue;
        };
        let documents: usize = (edges.iter())
            .map(|edge| edge.support(graph).independent)
            .sum();
        let cost = HOP + 1_000 / (1 + documents as u64);
        ways.add_edge(source, target, cost);
        if along == Traversal::Any {
            ways.add_edge(target, source, cost);
        }
    }
    let found = astar(
        &ways,
        start,
        |node| node == goal,
        |edge| *edge.weight(),
        |_| 0,
    );
    let nodes = found.map(|(_, nodes)| nodes).unwrap_or_default();
    let steps = nodes.windows(2);
    let step = |pair: &[NodeIndex]| {
        let (from, to) = (ids[pair[0].index()], ids[pair[1].index()]);
        let mut edges = by_pair.get(&(from, to)).cloned().unwrap_or_default();
        if along == Traversal::Any {
            edges.extend(by_pair.get(&(to, from)).cloned().unwrap_or_default());
        }
        sort(graph, &mut edges);
        PathStep { from, to, edges }
    };
    steps.map(step).collect()
}

/// The edges around an actor: its own at depth 1, those of its neighbours at depth 2, and so on; each with its depth,
/// near ones first.
pub fn ego<'g>(
    graph: &'g Graph,
    center: &Id,
    depth: usize,
    filter: &Filter,
) -> Vec<(usize, MergedEdge<'g>)> {
    let mut rest = edges(graph, filter);
    let mut inside: BTreeSet<&Id> = BTreeSet::new();
    let mut met: Vec<(usize, MergedEdge<'g>)> = Vec::new();
    for distance in 1..=depth {
        let at = |id: &Id| match distance {
            1 => graph.belongs_to(id, center),
            _ => inside.contains(id),
        };
        let (mut near, far): (Vec<_>, Vec<_>) =
            (rest.into_iter()).partition(|edge| at(edge.source) || at(edge.target));
        inside.extend(near.iter().flat_map(|edge| [edge.source, edge.target]));
        rest = far;
        sort(graph, &mut near);
        if near.is_empty() {
            break;
        }
        met.extend(near.into_iter().map(|edge| (distance, edge)));
    }
    met
}

fn by_pair<'g>(edges: Vec<MergedEdge<'g>>) -> BTreeMap<(&'g Id, &'g Id), Vec<MergedEdge<'g>>> {
    let mut pairs: BTreeMap<(&Id, &Id), Vec<MergedEdge<'g>>> = BTreeMap::new();
    for edge in edges.into_iter().filter(|edge| edge.source != edge.target) {
        pairs
            .entry((edge.source, edge.target))
            .or_default()
            .push(edge);
    }
    pairs
}

fn sort<'g>(graph: &'g Graph, edges: &mut [MergedEdge<'g>]) {
    edges.sort_by_cached_key(|edge| {
        let support = edge.support(graph);
        let most = std::cmp::Reverse((support.independent, support.statements));
        (most, edge.id.clone())
    });
}
