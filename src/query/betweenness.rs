//! Betweenness: how many of the shortest paths between others lead through a node.
//!
//! Brandes' algorithm (*A faster algorithm for betweenness centrality*, 2001), on one thread: sums of floating-point
//! numbers depend on their order. It is code of our own because the crates that have it bring linear algebra and random
//! numbers along, which took a tenth of the time that building the whole program takes.

use std::collections::VecDeque;

/// The betweenness of each node of an undirected graph, from 0 to 1, by its neighbours.
pub(super) fn betweenness(neighbours: &[Vec<usize>]) -> Vec<f64> {
    let count = neighbours.len();
    let mut sums = vec![0.0; count];
    for source in 0..count {
        let paths = ShortestPaths::from(source, neighbours);
        // What leads through a node is shared among those before it, the farthest nodes first.
        let mut through = vec![0.0; count];
        for &node in paths.order.iter().rev() {
            for &before in &paths.before[node] {
                let part = paths.number[before] / paths.number[node];
                through[before] += part * (1.0 + through[node]);
            }
            if node != source {
                sums[node] += through[node];
            }
        }
    }
    // Every ordered pair of other nodes was counted.
    let pairs = count.saturating_sub(1) * count.saturating_sub(2);
    sums.iter().map(|sum| sum / pairs.max(1) as f64).collect()
}

/// The shortest paths from one node to all others.
struct ShortestPaths {
    /// The nodes that can be reached, the nearest first.
    order: Vec<usize>,
    /// For each node its predecessors on shortest paths.
    before: Vec<Vec<usize>>,
    /// For each node how many shortest paths lead to it.
    number: Vec<f64>,
}

impl ShortestPaths {
    fn from(source: usize, neighbours: &[Vec<usize>]) -> Self {
        let count = neighbours.len();
        let mut paths = Self {
            order: Vec::new(),
            before: vec![Vec::new(); count],
            number: vec![0.0; count],
        };
        let mut distance: Vec<Option<usize>> = vec![None; count];
        paths.number[source] = 1.0;
        distance[source] = Some(0);
        let mut queue = VecDeque::from([(source, 0)]);
        while let Some((node, steps)) = queue.pop_front() {
            paths.order.push(node);
            for &next in &neighbours[node] {
                if distance[next].is_none() {
                    distance[next] = Some(steps + 1);
                    queue.push_back((next, steps + 1));
                }
                if distance[next] == Some(steps + 1) {
                    paths.number[next] += paths.number[node];
                    paths.before[next].push(node);
                }
            }
        }
        paths
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_paths_of_a_star_lead_through_its_middle() {
        let found = betweenness(&[vec![2], vec![2], vec![0, 1, 3], vec![2]]);
        assert_eq!(found, [0.0, 0.0, 1.0, 0.0]);
    }

    #[test]
    fn paths_of_one_length_share_a_pair() {
        // A square: between opposite corners there are two paths.
        let found = betweenness(&[vec![1, 3], vec![0, 2], vec![1, 3], vec![0, 2]]);
        assert_eq!(found, [1.0 / 6.0; 4]);
    }

    #[test]
    fn parts_that_are_not_connected_count_alone() {
        let found = betweenness(&[vec![1], vec![0, 2], vec![1], vec![4], vec![3]]);
        assert_eq!(found, [0.0, 1.0 / 6.0, 0.0, 0.0, 0.0]);
        assert_eq!(betweenness(&[]), [0.0; 0]);
        assert_eq!(betweenness(&[vec![]]), [0.0]);
    }
}
