//! Independent documents: near-duplicates have one origin and count once.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::unionfind::UnionFind;

use crate::merge::{Corpus, Id, SourceDocument};

/// The number of earlier documents with a shingle in common that a document is compared with. An agency report may have
/// thousands of copies; comparing all of them with each other would take too long, and a few are enough to join them.
const NEIGHBOURS: usize = 8;

/// The origin of each document: of near-duplicates the earliest, and of those of one day the one with the smallest id.
pub(super) fn origins(corpus: &Corpus) -> BTreeMap<Id, Id> {
    let documents: Vec<&SourceDocument> = corpus.documents().collect();
    let mut joined: UnionFind<usize> = UnionFind::new(documents.len());
    for (one, other) in candidates(&documents) {
        let (a, b) = (documents[one], documents[other]);
        if a.sha256 == b.sha256 || a.signature.is_near_duplicate(&b.signature) {
            joined.union(one, other);
        }
    }
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    let rank = |index: usize| {
        let date = documents[index].date.as_deref();
        (date.is_none(), date, &documents[index].id)
    };
    for index in 0..documents.len() {
        let best = first.entry(joined.find(index)).or_insert(index);
        if rank(index) < rank(*best) {
            *best = index;
        }
    }
    let origin = |index: usize| documents[first[&joined.find(index)]].id.clone();
    (documents.iter().enumerate())
        .map(|(index, document)| (document.id.clone(), origin(index)))
        .collect()
}

/// Pairs of documents with the same text, or with a shingle in common.
fn candidates(documents: &[&SourceDocument]) -> BTreeSet<(usize, usize)> {
    let mut pairs = BTreeSet::new();
    let mut pair = |holders: &[usize], index: usize| {
        let before = holders.iter().rev().take(NEIGHBOURS);
        pairs.extend(before.map(|&other| (other, index)));
    };
    let mut by_text: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut by_shingle: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (index, document) in documents.iter().enumerate() {
        let same = by_text.entry(&document.sha256).or_default();
        pair(same, index);
        same.push(index);
        for &shingle in &document.signature.minima {
            let holders = by_shingle.entry(shingle).or_default();
            pair(holders, index);
            holders.push(index);
        }
    }
    pairs
}
