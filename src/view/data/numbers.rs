//! Indices of records: records of the page refer to each other by index.

use std::collections::BTreeMap;

use crate::graph::Graph;
use crate::merge::{Actor, Id};

/// The indices of records, by id.
pub(super) struct Numbers<'g> {
    pub(super) documents: BTreeMap<&'g Id, usize>,
    pub(super) sentences: BTreeMap<&'g Id, usize>,
    pub(super) actors: BTreeMap<&'g Id, usize>,
    pub(super) attributions: BTreeMap<&'g Id, usize>,
    pub(super) claims: BTreeMap<&'g Id, usize>,
}

impl<'g> Numbers<'g> {
    /// The indices of a graph's records; actors are in the given order.
    pub(super) fn of(graph: &'g Graph, actors: &[&'g Actor]) -> Self {
        let corpus = graph.corpus();
        Self {
            documents: numbered(corpus.documents().map(|document| &document.id)),
            sentences: numbered(corpus.sentences().map(|sentence| &sentence.id)),
            actors: numbered(actors.iter().map(|actor| &actor.id)),
            attributions: numbered(corpus.attributions().map(|attribution| &attribution.id)),
            claims: numbered(graph.claims().map(|claim| &claim.id)),
        }
    }
}

fn numbered<'g>(ids: impl Iterator<Item = &'g Id>) -> BTreeMap<&'g Id, usize> {
    ids.enumerate().map(|(number, id)| (id, number)).collect()
}
