//! A selection of a graph → the primitives of its picture, which [`svg`](super::svg) writes and [`png`](super::png)
//! paints.

use std::collections::BTreeMap;

use crate::export::bundles;
use crate::graph::{Graph, Selection};
use crate::merge::{Actor, Id};
use crate::text::ActorType;

use super::edge::edges;
use super::legend::legend;
use super::node::{self, LINE, NODE_TEXT, PlacedNode, places, visible};
use super::shape::{
    Anchor, FAINT, INK, MARGIN, MEMBER, PictureItem, Primitive, Stroke, sign, text,
};

/// A picture: items in the order in which they are drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// In pixels, as all lengths.
    pub width: f64,
    /// In pixels.
    pub height: f64,
    /// A description in words.
    pub title: String,
    pub(super) items: Vec<PictureItem>,
}

/// The picture of a selection.
pub fn of(selection: &Selection<'_>) -> Picture {
    let graph = selection.graph;
    let mut places = places(selection, node::most(graph));
    let width = to_the_corner(&mut places);
    let index: BTreeMap<&Id, usize> = (selection.actors.iter().enumerate())
        .map(|(index, actor)| (&actor.id, index))
        .collect();
    let bundles = bundles(selection);
    let mut items = memberships(selection, &index, &places);
    let (lines, labels) = edges(graph, &bundles, &index, &places);
    items.extend(lines);
    let nodes = selection
        .actors
        .iter()
        .zip(&places)
        .map(|(actor, place)| node(graph, actor, place));
    let bottom = places
        .iter()
        .map(|place| place.covers().3)
        .fold(MARGIN, f64::max);
    let title = title(selection);
    let (legend, width, height) =
        legend(selection, &bundles, &title, width.max(640.0), bottom + 30.0);
    items.push(PictureItem {
        title: String::new(),
        parts: labels,
    });
    items.extend(nodes);
    items.push(legend);
    Picture {
        width,
        height,
        title,
        items,
    }
}

/// A line from each member to its owner.
fn memberships(
    selection: &Selection<'_>,
    index: &BTreeMap<&Id, usize>,
    places: &[PlacedNode],
) -> Vec<PictureItem> {
    let line = |(member, owner): &(&Id, &Id)| {
        let (&one, &other) = (index.get(*member)?, index.get(*owner)?);
        let (from, to) = (places[one].at, places[other].at);
        Some(PictureItem {
            title: "belongs to".to_owned(),
            parts: vec![Primitive::Curve {
                points: [from, ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0), to],
                stroke: Stroke::solid(MEMBER, 1.6),
            }],
        })
    };
    selection.memberships.iter().filter_map(line).collect()
}

/// Moves the nodes to the margins of the picture; returns its width with margins.
fn to_the_corner(places: &mut [PlacedNode]) -> f64 {
    let left = places
        .iter()
        .map(|place| place.covers().0)
        .fold(f64::MAX, f64::min);
    let top = places
        .iter()
        .map(|place| place.covers().1)
        .fold(f64::MAX, f64::min);
    for place in places.iter_mut() {
        place.at = (
            place.at.0 - (left - MARGIN).round(),
            place.at.1 - (top - MARGIN).round(),
        );
    }
    let right = places
        .iter()
        .map(|place| place.covers().2)
        .fold(0.0, f64::max);
    (right + MARGIN).ceil()
}

/// The type by which a node is drawn; `None` for things.
pub(super) fn kind(actor: &Actor) -> Option<ActorType> {
    (!actor.thing).then(|| actor.kind())
}

fn node(graph: &Graph, actor: &Actor, place: &PlacedNode) -> PictureItem {
    let mut parts = vec![sign(kind(actor), place.at, place.radius)];
    let colour = if actor.thing { FAINT } else { INK };
    for (number, line) in place.lines.iter().enumerate() {
        let at = (
            place.at.0,
            place.at.1 + place.radius + LINE * (number + 1) as f64,
        );
        parts.push(text(at, Anchor::Middle, NODE_TEXT, colour, line));
    }
    let mut title = visible(&graph.name(&actor.id));
    if let Some(kind) = kind(actor) {
        title.push_str(&format!(" ({})", kind.as_str().replace('_', " ")));
    }
    let aliases = actor.aliases();
    let others: Vec<&str> = (aliases.iter().map(|&(alias, _)| alias))
        .filter(|alias| *alias != actor.name())
        .collect();
    if !others.is_empty() {
        title.push_str(&format!("\nalso: {}", others.join(", ")));
    }
    PictureItem { title, parts }
}

/// `60 of 812 actors and things, 240 claims, 31 documents`.
fn title(selection: &Selection<'_>) -> String {
    let many =
        |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    let shown = selection.actors.len();
    let nodes = if shown < selection.available {
        format!("{shown} of {} actors and things", selection.available)
    } else {
        format!("{shown} actors and things")
    };
    let documents = selection.graph.corpus().documents().len();
    format!(
        "{nodes}, {}, {}",
        many(selection.claims.len(), "claim"),
        many(documents, "document")
    )
}
