//! Matches a pattern against the edges of a graph.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::extract::Polarity;
use crate::graph::{Graph, MergedEdge};
use crate::merge::{Actor, Id};

use super::Filter;
use super::pattern::{End, Link, LinkDirection, Name, Pattern};

/// A match of a pattern.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct PatternMatch<'g> {
    /// The nodes that the variables are bound to, by name.
    pub variables: BTreeMap<String, &'g Id>,
    /// An edge for each link of the pattern, with the evidence that passes its conditions.
    pub edges: Vec<MergedEdge<'g>>,
}

/// The maximal number of matches that are looked for; patterns without conditions have too many.
const MOST: usize = 100_000;

/// All matches of a pattern, those with the most independent documents first; evidence must also pass `filter`.
///
/// `actor` resolves the names in the pattern.
///
/// # Errors
/// Those of `actor`.
pub fn ask<'g, E>(
    graph: &'g Graph,
    pattern: &Pattern,
    filter: &Filter,
    actor: impl Fn(&str) -> Result<Id, E>,
) -> Result<Vec<PatternMatch<'g>>, E> {
    let mut named: Vec<Option<Id>> = Vec::new();
    for end in &pattern.ends {
        named.push(match &end.name {
            Name::Actor(name) => Some(actor(name)?),
            Name::Variable(_) | Name::Any => None,
        });
    }
    let mut candidates: Vec<Vec<MergedEdge<'g>>> = Vec::new();
    for link in &pattern.links {
        let by: Result<Vec<Id>, E> = link.by.iter().map(|name| actor(name)).collect();
        let own = Filter {
            by: by?,
            ..link.filter.clone()
        };
        candidates.push(graph.merged_where(|claim, evidence| {
            own.takes(graph, claim, evidence) && filter.takes(graph, claim, evidence)
        }));
    }
    let mut search = Search {
        graph,
        pattern,
        named,
        candidates: &candidates,
        bound: vec![None; pattern.ends.len()],
        chosen: Vec::new(),
        found: Vec::new(),
    };
    search.follow();
    let mut answers: Vec<PatternMatch<'g>> = search
        .found
        .iter()
        .map(|found| answer(pattern, &candidates, found))
        .collect();
    answers.sort_by_cached_key(|answer| {
        let support = answer.edges.iter().map(|edge| edge.support(graph));
        let (independent, statements) = support.fold((0, 0), |(documents, statements), one| {
            (documents + one.independent, statements + one.statements)
        });
        let ids: Vec<Id> = answer.edges.iter().map(|edge| edge.id.clone()).collect();
        (Reverse(independent), Reverse(statements), ids)
    });
    Ok(answers)
}

/// For each link the index of the edge, and for each end the node that its variable is bound to.
type Binding<'g> = (Vec<usize>, Vec<Option<&'g Id>>);

fn answer<'g>(
    pattern: &Pattern,
    candidates: &[Vec<MergedEdge<'g>>],
    (edges, bound): &Binding<'g>,
) -> PatternMatch<'g> {
    let variable = |(end, node): (&End, &Option<&'g Id>)| match &end.name {
        Name::Variable(name) if !name.is_empty() => Some((name.clone(), (*node)?)),
        _ => None,
    };
    PatternMatch {
        variables: (pattern.ends.iter().zip(bound))
            .filter_map(variable)
            .collect(),
        edges: (edges.iter().zip(candidates))
            .map(|(&edge, candidates)| candidates[edge].clone())
            .collect(),
    }
}

struct Search<'a, 'g> {
    graph: &'g Graph,
    pattern: &'a Pattern,
    /// The actor of each end that is named in the pattern.
    named: Vec<Option<Id>>,
    /// For each link the edges whose evidence passes.
    candidates: &'a [Vec<MergedEdge<'g>>],
    /// The node that each variable is bound to so far.
    bound: Vec<Option<&'g Id>>,
    /// The indices of the edges of the links so far.
    chosen: Vec<usize>,
    found: Vec<Binding<'g>>,
}

impl<'g> Search<'_, 'g> {
    /// Tries every edge for the next link, in each direction that the link allows.
    fn follow(&mut self) {
        let (candidates, pattern) = (self.candidates, self.pattern);
        let Some(link) = pattern.links.get(self.chosen.len()) else {
            self.found.push((self.chosen.clone(), self.bound.clone()));
            return;
        };
        for (index, edge) in candidates[self.chosen.len()].iter().enumerate() {
            if self.found.len() >= MOST {
                return;
            }
            for (left, right) in ways(link, edge) {
                let before = self.bound.clone();
                if self.takes(link.left, left) && self.takes(link.right, right) {
                    self.chosen.push(index);
                    self.follow();
                    self.chosen.pop();
                }
                self.bound = before;
            }
        }
    }

    /// Whether an end accepts a node; a variable is bound to it.
    fn takes(&mut self, end: usize, node: &'g Id) -> bool {
        let wanted = &self.pattern.ends[end];
        let of_kind = |actor: &Actor| wanted.kinds.iter().any(|kind| kind.takes(actor));
        let kinds = wanted.kinds.is_empty() || self.graph.corpus().actor(node).is_some_and(of_kind);
        let named = self.named[end].as_ref();
        if !kinds || !named.is_none_or(|actor| self.graph.belongs_to(node, actor)) {
            return false;
        }
        match (&wanted.name, self.bound[end]) {
            (Name::Variable(_), Some(before)) => before == node,
            (Name::Variable(_), None) => {
                self.bound[end] = Some(node);
                true
            }
            _ => true,
        }
    }
}

/// The nodes at the left and right end of a link, for each direction that it allows.
fn ways<'g>(link: &Link, edge: &MergedEdge<'g>) -> Vec<(&'g Id, &'g Id)> {
    let (forth, back) = ((edge.source, edge.target), (edge.target, edge.source));
    match link.direction {
        LinkDirection::Forward => vec![forth],
        LinkDirection::Backward => vec![back],
        LinkDirection::Either if forth == back => vec![forth],
        LinkDirection::Either => vec![forth, back],
    }
}

/// The edges made from evidence that passes the filter, negated ones included.
pub fn edges<'g>(graph: &'g Graph, filter: &Filter) -> Vec<MergedEdge<'g>> {
    graph.merged_where(|claim, evidence| filter.takes(graph, claim, evidence))
}

/// Whether the edge is asserted.
pub(super) fn is_positive(edge: &MergedEdge<'_>) -> bool {
    edge.polarity == Polarity::Positive
}
