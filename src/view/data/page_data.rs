//! The data as a whole.

use serde::Serialize;

use crate::graph::{Graph, SelectionOptions};
use crate::query::disputes;
use crate::view::node::{self, PlacedNode, places};

use super::actor::{self, PageActor};
use super::attribution::{self, PageAttribution};
use super::claim::{self, PageClaim};
use super::dispute::{self, PageDispute};
use super::document::{self, PageDocument, PageSentence};
use super::numbers::Numbers;

/// The numbers of most important nodes for which there are positions.
const SIZES: [usize; 5] = [25, 60, 150, 400, 2000];

#[derive(Serialize)]
pub(in crate::view) struct PageData {
    /// The number of nodes that the page shows at first.
    top: usize,
    /// The numbers of nodes for which there are positions.
    sizes: Vec<usize>,
    /// The number of nodes that can be shown.
    available: usize,
    /// The path from the page to the folder where paths of documents start.
    base: String,
    documents: Vec<PageDocument>,
    sentences: Vec<PageSentence>,
    /// The most important first.
    actors: Vec<PageActor>,
    attributions: Vec<PageAttribution>,
    claims: Vec<PageClaim>,
    disputes: Vec<PageDispute>,
}

/// The data of a page that opens with the `top` most important nodes.
pub(in crate::view) fn of(graph: &Graph, top: usize, base: String) -> PageData {
    let corpus = graph.corpus();
    let ranked = graph.ranked();
    let numbers = Numbers::of(graph, &ranked);
    let most = node::most(graph);
    let available = graph.select(&most_important(0)).available;
    let mut actors: Vec<PageActor> = ranked
        .iter()
        .map(|actor| actor::actor(graph, actor, most, &numbers))
        .collect();
    let sizes = sizes(top, available);
    for (number, &size) in sizes.iter().enumerate() {
        let selection = graph.select(&most_important(size));
        let positions: Vec<PlacedNode> = places(&selection, most);
        for (actor, place) in selection.actors.iter().zip(&positions) {
            if let Some(&index) = numbers.actors.get(&actor.id) {
                actors[index].at.insert(number, place.at);
            }
        }
    }
    PageData {
        top: top.min(available),
        sizes,
        available,
        base,
        documents: corpus.documents().map(document::document).collect(),
        sentences: (corpus.sentences())
            .map(|sentence| document::sentence(sentence, &numbers))
            .collect(),
        actors,
        attributions: (corpus.attributions())
            .map(|one| attribution::attribution(graph, one, &numbers))
            .collect(),
        claims: (graph.claims())
            .filter_map(|one| claim::claim(graph, one, &numbers))
            .collect(),
        disputes: (disputes(graph, None).iter())
            .filter_map(|one| dispute::dispute(one, &numbers))
            .collect(),
    }
}

fn most_important(count: usize) -> SelectionOptions {
    SelectionOptions {
        top: Some(count),
        about: Vec::new(),
        depth: 1,
    }
}

/// The numbers of nodes for which positions are computed, ascending.
fn sizes(top: usize, available: usize) -> Vec<usize> {
    let largest = available
        .min(SIZES[SIZES.len() - 1])
        .max(top.min(available));
    let smaller = SIZES.into_iter().chain([top]);
    let mut sizes: Vec<usize> = smaller
        .filter(|&size| size < available)
        .chain([largest])
        .collect();
    sizes.sort_unstable();
    sizes.dedup();
    sizes
}
