//! The lines of a picture with their heads and labels.

use std::collections::BTreeMap;

use crate::export::Bundle;
use crate::graph::Graph;
use crate::merge::Id;
use crate::trace;

use super::font;
use super::look::{self, Head, PictureLine};
use super::node::{PlacedNode, cut, visible};
use super::shape::{Anchor, PAPER, PictureItem, Primitive, Stroke, text};

const EDGE_TEXT: f64 = 10.0;
/// The maximal length of a label, in code points.
const LABEL: usize = 30;
/// The number of sentences in the tooltip of a line.
const SENTENCES: usize = 3;
/// The distance of parallel lines at their middle.
const BEND: f64 = 34.0;

/// The lines of the bundles, the heaviest first, and the labels for which there is room.
pub(super) fn edges(
    graph: &Graph,
    bundles: &[Bundle<'_>],
    index: &BTreeMap<&Id, usize>,
    places: &[PlacedNode],
) -> (Vec<PictureItem>, Vec<Primitive>) {
    let mut labels = Labels {
        taken: places.iter().map(PlacedNode::covers).collect(),
    };
    let (mut lines, mut texts) = (Vec::new(), Vec::new());
    let bends = bends(bundles);
    let mut order: Vec<usize> = (0..bundles.len()).collect();
    order.sort_by_key(|&index| (std::cmp::Reverse(weight(graph, &bundles[index])), index));
    for number in order {
        let bundle = &bundles[number];
        let (Some(&one), Some(&other)) = (index.get(bundle.source), index.get(bundle.target))
        else {
            continue;
        };
        let (item, curve) = line(graph, bundle, &places[one], &places[other], bends[number]);
        lines.push(item);
        texts.extend(labels.place(&label(bundle), &curve, look::line(bundle.style).colour));
    }
    (lines, texts)
}

/// The bend of each bundle's line, so that parallel lines do not overlap.
fn bends(bundles: &[Bundle<'_>]) -> Vec<f64> {
    let mut between: BTreeMap<(&Id, &Id), Vec<usize>> = BTreeMap::new();
    for (number, bundle) in bundles.iter().enumerate() {
        let ends = (
            bundle.source.min(bundle.target),
            bundle.source.max(bundle.target),
        );
        between.entry(ends).or_default().push(number);
    }
    let mut bends = vec![0.0; bundles.len()];
    for numbers in between.values() {
        for (position, &number) in numbers.iter().enumerate() {
            let bend = (position as f64 - (numbers.len() - 1) as f64 / 2.0) * BEND;
            let turned = bundles[number].source > bundles[number].target;
            bends[number] = if turned { -bend } else { bend };
        }
    }
    bends
}

fn weight(graph: &Graph, bundle: &Bundle<'_>) -> u64 {
    let total: f64 = bundle
        .claims
        .iter()
        .map(|claim| graph.claim_importance(claim))
        .sum();
    (total * 1000.0).round() as u64
}

/// The line of a bundle with its head, and its curve.
fn line(
    graph: &Graph,
    bundle: &Bundle<'_>,
    from: &PlacedNode,
    to: &PlacedNode,
    bend: f64,
) -> (PictureItem, [(f64, f64); 3]) {
    let PictureLine {
        colour,
        dashes,
        head,
        ..
    } = look::line(bundle.style);
    let sentences: usize = bundle.claims.iter().map(|claim| claim.evidence.len()).sum();
    let width = 1.2 + (sentences.min(8) - 1) as f64 * 0.25;
    let (dx, dy) = (to.at.0 - from.at.0, to.at.1 - from.at.1);
    let far = (dx * dx + dy * dy).sqrt().max(1.0);
    let middle = (
        (from.at.0 + to.at.0) / 2.0 - dy / far * bend,
        (from.at.1 + to.at.1) / 2.0 + dx / far * bend,
    );
    let start = towards(from.at, middle, from.radius + 2.0);
    let tip = towards(to.at, middle, to.radius + 3.0);
    let back = if matches!(head, Head::Bar) { 1.0 } else { 8.0 };
    let end = towards(tip, middle, back);
    let curve = [start, middle, end];
    let mut parts = vec![Primitive::Curve {
        points: curve,
        stroke: Stroke {
            colour,
            width,
            dashes,
        },
    }];
    parts.extend(head_of(head, colour, middle, tip, end));
    (
        PictureItem {
            title: sentences_of(graph, bundle),
            parts,
        },
        curve,
    )
}

/// The head of a line that comes from `middle`, with its tip at `tip` and its base at `end`.
fn head_of(
    head: Head,
    colour: &'static str,
    middle: (f64, f64),
    tip: (f64, f64),
    end: (f64, f64),
) -> Vec<Primitive> {
    let mut parts = Vec::new();
    let (ux, uy) = unit(middle, tip);
    let across = |at: (f64, f64), half: f64| {
        [
            (at.0 - uy * half, at.1 + ux * half),
            (at.0 + uy * half, at.1 - ux * half),
        ]
    };
    if matches!(head, Head::Bar | Head::BarAndArrow) {
        let at = if head == Head::Bar { tip } else { end };
        let [one, other] = across(at, 6.0);
        parts.push(Primitive::Curve {
            points: [one, at, other],
            stroke: Stroke::solid(colour, 2.2),
        });
    }
    if head != Head::Bar {
        let [one, other] = across(end, 4.0);
        parts.push(Primitive::Corners {
            points: vec![tip, one, other],
            fill: if head == Head::Hollow { PAPER } else { colour },
            stroke: Stroke::solid(colour, 1.1),
        });
    }
    parts
}

/// The unit vector from one point to another.
fn unit(from: (f64, f64), to: (f64, f64)) -> (f64, f64) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let far = (dx * dx + dy * dy).sqrt().max(0.001);
    (dx / far, dy / far)
}

/// The point at a distance from one point towards another.
fn towards(from: (f64, f64), to: (f64, f64), far: f64) -> (f64, f64) {
    let (x, y) = unit(from, to);
    (from.0 + x * far, from.1 + y * far)
}

/// The label of a bundle: its first label, and the number of others.
fn label(bundle: &Bundle<'_>) -> String {
    let labels = bundle.labels();
    let Some(&(first, count)) = labels.first() else {
        return String::new();
    };
    let mut label = cut(&visible(first), LABEL);
    if count > 1 {
        label.push_str(&format!(" ×{count}"));
    }
    if labels.len() > 1 {
        label.push_str(&format!(" +{}", labels.len() - 1));
    }
    label
}

/// The first sentences of a bundle, with their speakers and places.
fn sentences_of(graph: &Graph, bundle: &Bundle<'_>) -> String {
    let steps: Vec<_> = bundle
        .claims
        .iter()
        .flat_map(|claim| trace::of_claim(graph, claim))
        .collect();
    let mut lines: Vec<String> = Vec::new();
    for step in steps.iter().take(SENTENCES) {
        let speakers: Vec<&str> = step
            .chain
            .iter()
            .map(|speaker| speaker.words.as_str())
            .collect();
        let by = if speakers.is_empty() {
            String::new()
        } else {
            format!(", by {}", speakers.join(" ▸ "))
        };
        lines.push(format!(
            "{}\n({}: {}{by})",
            visible(&step.sentence.text),
            step.place(),
            step.stance
        ));
    }
    if steps.len() > SENTENCES {
        lines.push(format!("and {} more", steps.len() - SENTENCES));
    }
    lines.join("\n")
}

/// The areas that labels must not cover.
struct Labels {
    taken: Vec<(f64, f64, f64, f64)>,
}

impl Labels {
    /// The label at a free position on its line; `None` if all positions are taken.
    fn place(
        &mut self,
        label: &str,
        curve: &[(f64, f64); 3],
        colour: &'static str,
    ) -> Option<Primitive> {
        let half = font::width(label, EDGE_TEXT) / 2.0 + 2.0;
        for along in [0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75] {
            let at = point(curve, along);
            let (left, top, right, bottom) = (at.0 - half, at.1 - 7.0, at.0 + half, at.1 + 7.0);
            let free = left > 0.0
                && self.taken.iter().all(|taken| {
                    right < taken.0 || left > taken.2 || bottom < taken.1 || top > taken.3
                });
            if free {
                self.taken.push((left, top, right, bottom));
                let at = (at.0, at.1 + EDGE_TEXT * 0.35);
                return Some(text(at, Anchor::Middle, EDGE_TEXT, colour, label));
            }
        }
        None
    }
}

fn point(curve: &[(f64, f64); 3], along: f64) -> (f64, f64) {
    let rest = 1.0 - along;
    let mix = |a: f64, b: f64, c: f64| rest * rest * a + 2.0 * rest * along * b + along * along * c;
    (
        mix(curve[0].0, curve[1].0, curve[2].0),
        mix(curve[0].1, curve[1].1, curve[2].1),
    )
}
