//! Communities by the Louvain method (Blondel et al. 2008), in a fixed order without randomness.
//!
//! Each node moves to the neighbouring community that increases modularity most, until no move increases it; then
//! communities become nodes, and the process repeats. Weights are integers, so that gains compare exactly.

use std::collections::BTreeMap;

/// The community of each of `count` nodes; larger communities have lower numbers, and of equals the one with the first
/// node.
pub(super) fn communities(count: usize, pairs: &BTreeMap<(usize, usize), u64>) -> Vec<usize> {
    let mut group: Vec<usize> = (0..count).collect();
    let mut level = Level::of(count, pairs);
    loop {
        let moved = level.settle();
        let (numbers, groups) = numbered(&moved);
        if groups == level.degree.len() {
            break;
        }
        for own in &mut group {
            *own = numbers[*own];
        }
        level = level.joined(&numbers, groups);
    }
    by_size(&group)
}

/// A network of communities.
struct Level {
    /// For each node its neighbours, without itself, and the weights between them.
    neighbours: Vec<BTreeMap<usize, u64>>,
    /// For each node the weight of all its edges, those within itself counted twice.
    degree: Vec<u64>,
    /// The weight within a node, counted twice.
    within: Vec<u64>,
}

impl Level {
    fn of(count: usize, pairs: &BTreeMap<(usize, usize), u64>) -> Self {
        let mut level = Self {
            neighbours: vec![BTreeMap::new(); count],
            degree: vec![0; count],
            within: vec![0; count],
        };
        for (&(one, other), &weight) in pairs {
            level.bind(one, other, weight);
        }
        level
    }

    fn bind(&mut self, one: usize, other: usize, weight: u64) {
        self.degree[one] += weight;
        self.degree[other] += weight;
        if one == other {
            self.within[one] += 2 * weight;
        } else {
            *self.neighbours[one].entry(other).or_default() += weight;
            *self.neighbours[other].entry(one).or_default() += weight;
        }
    }

    /// The community of each node when no move increases modularity.
    fn settle(&self) -> Vec<usize> {
        let count = self.degree.len();
        let total: i128 = self.degree.iter().map(|&degree| i128::from(degree)).sum();
        let mut group: Vec<usize> = (0..count).collect();
        let mut degree: Vec<u64> = self.degree.clone();
        // Each move raises modularity, so that the loop ends; the bound is a safeguard.
        for _ in 0..100 {
            let mut moved = false;
            for node in 0..count {
                let own = group[node];
                degree[own] -= self.degree[node];
                let mut bound: BTreeMap<usize, u64> = BTreeMap::from([(own, 0)]);
                for (&other, weight) in &self.neighbours[node] {
                    *bound.entry(group[other]).or_default() += weight;
                }
                // The gain in modularity, up to a factor that is the same for all communities.
                let gain = |of: usize| {
                    let weight = i128::from(bound[&of]) * total;
                    weight - i128::from(degree[of]) * i128::from(self.degree[node])
                };
                let mut best = own;
                for &other in bound.keys() {
                    if gain(other) > gain(best) {
                        best = other;
                    }
                }
                degree[best] += self.degree[node];
                group[node] = best;
                moved |= best != own;
            }
            if !moved {
                break;
            }
        }
        group
    }

    /// The network whose nodes are the communities of this one.
    fn joined(&self, numbers: &[usize], groups: usize) -> Self {
        let mut joined = Self::of(groups, &BTreeMap::new());
        for (node, neighbours) in self.neighbours.iter().enumerate() {
            let own = numbers[node];
            for (&other, &weight) in neighbours.range(node..) {
                joined.bind(own, numbers[other], weight);
            }
            joined.within[own] += self.within[node];
            joined.degree[own] += self.within[node];
        }
        joined
    }
}

/// The communities numbered without gaps, in the order of their first nodes, and their number.
fn numbered(group: &[usize]) -> (Vec<usize>, usize) {
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    let mut found = Vec::with_capacity(group.len());
    for own in group {
        let next = numbers.len();
        found.push(*numbers.entry(*own).or_insert(next));
    }
    (found, numbers.len())
}

fn by_size(group: &[usize]) -> Vec<usize> {
    let (numbers, groups) = numbered(group);
    let mut sizes = vec![0usize; groups];
    for &number in &numbers {
        sizes[number] += 1;
    }
    let mut order: Vec<usize> = (0..groups).collect();
    order.sort_by_key(|&number| std::cmp::Reverse(sizes[number]));
    let mut place = vec![0; groups];
    for (rank, number) in order.into_iter().enumerate() {
        place[number] = rank;
    }
    numbers.into_iter().map(|number| place[number]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(pairs: &[(usize, usize, u64)]) -> BTreeMap<(usize, usize), u64> {
        (pairs.iter())
            .map(|&(one, other, weight)| ((one, other), weight))
            .collect()
    }

    #[test]
    fn two_circles_with_a_bridge_are_two_groups() {
        let pairs = network(&[
            (0, 1, 1),
            (0, 2, 1),
            (1, 2, 1),
            (2, 3, 1),
            (3, 4, 1),
            (3, 5, 1),
            (3, 6, 1),
            (4, 5, 1),
            (4, 6, 1),
            (5, 6, 1),
        ]);
        assert_eq!(communities(7, &pairs), [1, 1, 1, 0, 0, 0, 0]);
    }

    #[test]
    fn weight_decides_where_somebody_belongs() {
        let mut pairs = network(&[(0, 1, 5), (1, 2, 1), (2, 3, 5)]);
        assert_eq!(communities(4, &pairs), [0, 0, 1, 1]);
        pairs.insert((1, 2), 50);
        let found = communities(4, &pairs);
        assert_eq!(found[1], found[2]);
    }

    #[test]
    fn a_ring_of_circles_comes_apart_on_the_second_level() {
        // Thirty cliques of five, each linked to the next by one edge.
        let mut pairs = BTreeMap::new();
        for circle in 0..30 {
            let at = circle * 5;
            for one in 0..5 {
                for other in one + 1..5 {
                    pairs.insert((at + one, at + other), 1);
                }
            }
            let next = (at + 5) % 150;
            pairs.insert((next.min(at + 4), next.max(at + 4)), 1);
        }
        let found = communities(150, &pairs);
        for circle in found.chunks(5) {
            assert!(circle.iter().all(|group| *group == circle[0]), "{circle:?}");
        }
        let groups = found.iter().max().unwrap() + 1;
        assert!((15..=30).contains(&groups), "{groups}");
    }

    #[test]
    fn nobody_and_loners_are_no_trouble() {
        assert!(communities(0, &BTreeMap::new()).is_empty());
        assert_eq!(communities(3, &BTreeMap::new()), [0, 1, 2]);
    }
}
