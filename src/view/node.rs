//! Nodes of a picture: size, label and position.

use std::collections::BTreeMap;

use crate::graph::{Graph, Selection};
use crate::merge::{Actor, Id};

use super::{font, layout};

/// The font size of node labels.
pub(super) const NODE_TEXT: f64 = 12.0;
/// The line height of node labels.
pub(super) const LINE: f64 = 14.0;
/// The width of a line of a name, in code points.
const WIDTH: usize = 18;
/// The number of lines of a name; longer names are cut.
const LINES: usize = 3;
const SMALLEST: f64 = 5.0;
const LARGEST: f64 = 22.0;

/// A node of a picture.
#[derive(Debug, Clone)]
pub(super) struct PlacedNode {
    /// The centre of its shape.
    pub(super) at: (f64, f64),
    pub(super) radius: f64,
    /// Its name, in lines below the shape.
    pub(super) lines: Vec<String>,
    /// The width of the widest line.
    pub(super) width: f64,
}

impl PlacedNode {
    /// The area of shape and label: left, top, right, bottom.
    pub(super) fn covers(&self) -> (f64, f64, f64, f64) {
        let half = (self.width / 2.0).max(self.radius) + 2.0;
        let below = self.radius + 5.0 + LINE * self.lines.len() as f64;
        (
            self.at.0 - half,
            self.at.1 - self.radius - 2.0,
            self.at.0 + half,
            self.at.1 + below,
        )
    }
}

/// The importance of the most important node, which the radii are relative to.
pub(super) fn most(graph: &Graph) -> f64 {
    graph
        .actors()
        .map(|actor| graph.importance(&actor.id))
        .fold(0.0, f64::max)
}

/// A node without a position.
pub(super) fn node(graph: &Graph, actor: &Actor, most: f64) -> PlacedNode {
    let share = if most > 0.0 {
        graph.importance(&actor.id) / most
    } else {
        0.0
    };
    let radius = if actor.thing {
        4.0
    } else {
        SMALLEST + (LARGEST - SMALLEST) * share.sqrt()
    };
    let lines = wrap(&visible(&graph.name(&actor.id)));
    let width = lines
        .iter()
        .map(|line| font::width(line, NODE_TEXT))
        .fold(0.0, f64::max);
    PlacedNode {
        at: (0.0, 0.0),
        radius: (radius * 10.0).round() / 10.0,
        lines,
        width,
    }
}

/// The nodes of a selection with their positions, in its order.
pub(super) fn places(selection: &Selection<'_>, most: f64) -> Vec<PlacedNode> {
    let mut places: Vec<PlacedNode> = (selection.actors.iter())
        .map(|actor| node(selection.graph, actor, most))
        .collect();
    let index: BTreeMap<&Id, usize> = (selection.actors.iter().enumerate())
        .map(|(index, actor)| (&actor.id, index))
        .collect();
    let claims = selection
        .claims
        .iter()
        .map(|claim| (&claim.source, &claim.target));
    let members = selection.memberships.iter().copied();
    let lines: Vec<(usize, usize)> = claims
        .chain(members)
        .filter_map(|(one, other)| Some((*index.get(one)?, *index.get(other)?)))
        .collect();
    // Boxes contain shape and label; the shape is above the centre of its box.
    let boxes: Vec<(f64, f64)> = places
        .iter()
        .map(|place| {
            let (left, top, right, bottom) = place.covers();
            (right - left, bottom - top)
        })
        .collect();
    let centres = layout::centres(&boxes, &lines);
    for (place, centre) in places.iter_mut().zip(centres) {
        let (_, top, _, bottom) = place.covers();
        place.at = (centre.0, (centre.1 - (top + bottom) / 2.0).round());
    }
    places
}

/// A text without invisible characters and those that control its direction, which would mislead in a picture.
pub(super) fn visible(text: &str) -> String {
    let hidden = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let words = text.split_whitespace();
    let words = words.map(|word| {
        word.chars()
            .filter(|letter| !hidden(*letter))
            .collect::<String>()
    });
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The lines of a name; what does not fit is replaced by `…`.
fn wrap(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split(' ') {
        let full = lines.len() == LINES;
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            Some(line) if full => {
                line.push('…');
                break;
            }
            _ => lines.push(cut(word, WIDTH + 6)),
        }
    }
    lines
}

/// The first `limit` code points, with `…` if some are left out.
pub(super) fn cut(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let kept: String = text.chars().take(limit - 1).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut_after_three_lines_and_long_words_anywhere() {
        assert_eq!(wrap("United Nations"), ["United Nations"]);
        let long = wrap("the office of the deputy minister for the rivers and lakes of the north");
        assert_eq!(long.len(), LINES);
        assert!(long[2].ends_with('…'), "{long:?}");
        assert_eq!(wrap(&"x".repeat(90))[0].chars().count(), WIDTH + 6);
    }

    #[test]
    fn marks_that_turn_the_direction_of_text_are_left_out() {
        assert_eq!(visible("Al\u{202e}ice\u{200f} \u{7}Bob\n"), "Alice Bob");
    }
}
