//! Measures of clusters of mentions: MUC, B³ and the entity-based CEAF, summed over documents.

use std::collections::{BTreeMap, BTreeSet};

use crate::evaluate::counts::MatchCounts;

use super::assignment::best_assignment;

/// Where the head word of a mention stands.
pub(super) type HeadPlace = (usize, usize);
/// Mentions of one thing.
pub(super) type Cluster = BTreeSet<HeadPlace>;

/// The counts of the three measures.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ClusterCounts {
    pub(super) muc: MatchCounts,
    pub(super) b_cubed: MatchCounts,
    pub(super) ceaf: MatchCounts,
}

impl ClusterCounts {
    /// Adds a document.
    pub(super) fn add(&mut self, gold: &[Cluster], system: &[Cluster]) {
        self.muc += both_ways(gold, system, links);
        self.b_cubed += both_ways(gold, system, members);
        let likeness = likeness(gold, system);
        self.ceaf += MatchCounts {
            right: likeness,
            system: system.len() as f64,
            found: likeness,
            gold: gold.len() as f64,
        };
    }

    /// The mean of the three F1.
    pub(super) fn mean(&self) -> f64 {
        (self.muc.f1() + self.b_cubed.f1() + self.ceaf.f1()) / 3.0
    }
}

type ClusterMeasure = fn(&[Cluster], &BTreeMap<HeadPlace, usize>) -> (f64, f64);

fn both_ways(gold: &[Cluster], system: &[Cluster], measure: ClusterMeasure) -> MatchCounts {
    let (found, in_gold) = measure(gold, &holders(system));
    let (right, in_system) = measure(system, &holders(gold));
    MatchCounts {
        right,
        system: in_system,
        found,
        gold: in_gold,
    }
}

/// For each mention its cluster.
fn holders(clusters: &[Cluster]) -> BTreeMap<HeadPlace, usize> {
    let numbered = clusters.iter().enumerate();
    numbered
        .flat_map(|(number, cluster)| cluster.iter().map(move |&mention| (mention, number)))
        .collect()
}

/// The links that hold clusters together, those that the other side has and all (MUC).
fn links(clusters: &[Cluster], other: &BTreeMap<HeadPlace, usize>) -> (f64, f64) {
    let (mut kept, mut all) = (0, 0);
    for cluster in clusters {
        let parts: BTreeSet<_> = cluster
            .iter()
            .filter_map(|mention| other.get(mention))
            .collect();
        let alone = cluster
            .iter()
            .filter(|mention| !other.contains_key(mention))
            .count();
        kept += cluster.len() - parts.len() - alone;
        all += cluster.len() - 1;
    }
    (kept as f64, all as f64)
}

/// For each mention the share of its cluster that the other side puts with it (B³), and how many there are.
fn members(clusters: &[Cluster], other: &BTreeMap<HeadPlace, usize>) -> (f64, f64) {
    let (mut kept, mut all) = (0.0, 0);
    for cluster in clusters {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for holder in cluster.iter().filter_map(|mention| other.get(mention)) {
            *shared.entry(*holder).or_default() += 1;
        }
        let squares: usize = shared.values().map(|count| count * count).sum();
        kept += squares as f64 / cluster.len() as f64;
        all += cluster.len();
    }
    (kept, all as f64)
}

/// The best sum of likenesses of clusters paired one to one. Groups of clusters that share no mention are paired apart,
/// which is much faster.
fn likeness(gold: &[Cluster], system: &[Cluster]) -> f64 {
    let holders = holders(system);
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (number, cluster) in gold.iter().enumerate() {
        for holder in cluster.iter().filter_map(|mention| holders.get(mention)) {
            *shared.entry((number, *holder)).or_default() += 1;
        }
    }
    let mut groups = petgraph::unionfind::UnionFind::<usize>::new(gold.len() + system.len());
    for &(i, j) in shared.keys() {
        groups.union(i, gold.len() + j);
    }
    let mut parts: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for &(i, j) in shared.keys() {
        parts.entry(groups.find(i)).or_default().push((i, j));
    }
    let best = parts.values().map(|pairs| {
        let rows: BTreeSet<usize> = pairs.iter().map(|pair| pair.0).collect();
        let columns: BTreeSet<usize> = pairs.iter().map(|pair| pair.1).collect();
        let value = |i: usize, j: usize| {
            let both = shared.get(&(i, j)).copied().unwrap_or(0);
            2.0 * both as f64 / (gold[i].len() + system[j].len()) as f64
        };
        let row = |i: &usize| columns.iter().map(|&j| value(*i, j)).collect();
        best_assignment(&rows.iter().map(row).collect::<Vec<_>>())
    });
    best.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clusters(clusters: &[&[usize]]) -> Vec<Cluster> {
        let cluster = |mentions: &&[usize]| mentions.iter().map(|&at| (at, at + 1)).collect();
        clusters.iter().map(cluster).collect()
    }

    #[test]
    fn the_three_measures_are_as_worked_out_by_hand() {
        let gold = clusters(&[&[1, 2, 3], &[4, 5]]);
        let system = clusters(&[&[1, 2], &[3, 4, 5]]);
        let mut counts = ClusterCounts::default();
        counts.add(&gold, &system);
        // MUC: of three links two are kept, either way.
        assert!((counts.muc.recall() - 200.0 / 3.0).abs() < 1e-9);
        assert!((counts.muc.precision() - 200.0 / 3.0).abs() < 1e-9);
        // B³: 2 · 2/3 + 1/3 + 2 of five, and 2 + 1/3 + 2 · 2/3 of five.
        assert!((counts.b_cubed.recall() - 100.0 * 11.0 / 15.0).abs() < 1e-9);
        assert!((counts.b_cubed.precision() - 100.0 * 11.0 / 15.0).abs() < 1e-9);
        // CEAF: the first with the first, 4/5, the second with the second, 4/5.
        assert!((counts.ceaf.f1() - 80.0).abs() < 1e-9);
    }

    #[test]
    fn mentions_that_only_one_side_has_count_against_it() {
        let gold = clusters(&[&[1, 2, 9]]);
        let system = clusters(&[&[1, 2], &[7, 8]]);
        let mut counts = ClusterCounts::default();
        counts.add(&gold, &system);
        assert_eq!((counts.muc.recall(), counts.muc.precision()), (50.0, 50.0));
        assert!((counts.b_cubed.recall() - 100.0 * 4.0 / 9.0).abs() < 1e-9);
        assert_eq!(counts.b_cubed.precision(), 50.0);
        assert!((counts.ceaf.recall() - 80.0).abs() < 1e-9);
        assert!((counts.ceaf.precision() - 40.0).abs() < 1e-9);
    }
}
