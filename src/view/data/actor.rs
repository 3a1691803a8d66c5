//! Actors of the page.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::graph::Graph;
use crate::merge::Actor;
use crate::view::node;

use super::numbers::Numbers;

#[derive(Serialize)]
pub(super) struct PageActor {
    id: String,
    name: String,
    lines: Vec<String>,
    #[serde(rename = "type")]
    kind: &'static str,
    named: bool,
    mentions: u32,
    radius: f64,
    names: Vec<(String, u32)>,
    titles: Vec<String>,
    owner: Option<usize>,
    known: Option<String>,
    /// The position in each picture that contains the node.
    pub(super) at: BTreeMap<usize, (f64, f64)>,
}

pub(super) fn actor(graph: &Graph, actor: &Actor, most: f64, numbers: &Numbers<'_>) -> PageActor {
    let place = node::node(graph, actor, most);
    PageActor {
        id: actor.id.to_string(),
        name: graph.name(&actor.id),
        lines: place.lines,
        kind: if actor.thing {
            "thing"
        } else {
            actor.kind().as_str()
        },
        named: actor.named(),
        mentions: actor.mentions(),
        radius: place.radius,
        names: actor
            .aliases()
            .into_iter()
            .map(|(name, count)| (name.to_owned(), count))
            .collect(),
        titles: actor.titles().into_iter().map(str::to_owned).collect(),
        owner: actor
            .belongs_to()
            .and_then(|owner| numbers.actors.get(owner).copied()),
        known: actor.known.clone(),
        at: BTreeMap::new(),
    }
}
