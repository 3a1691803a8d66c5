//! The primitives of pictures, which [`svg`](super::svg) writes and [`png`](super::png) paints.

use crate::text::ActorType;

use super::look::{self, NodeShape, corners};

pub(super) const INK: &str = "#1d2126";
pub(super) const FAINT: &str = "#6b7078";
pub(super) const MEMBER: &str = "#b9bec6";
pub(super) const PAPER: &str = "#ffffff";
pub(super) const MARGIN: f64 = 24.0;

/// Primitives that belong together.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct PictureItem {
    /// The tooltip.
    pub(super) title: String,
    pub(super) parts: Vec<Primitive>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Primitive {
    Curve {
        /// Start, control point and end.
        points: [(f64, f64); 3],
        stroke: Stroke,
    },
    Corners {
        points: Vec<(f64, f64)>,
        fill: &'static str,
        stroke: Stroke,
    },
    Circle {
        at: (f64, f64),
        radius: f64,
        fill: &'static str,
        stroke: Stroke,
    },
    Text {
        at: (f64, f64),
        anchor: Anchor,
        size: f64,
        colour: &'static str,
        text: String,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke {
    pub(super) colour: &'static str,
    pub(super) width: f64,
    pub(super) dashes: &'static [f32],
}

impl Stroke {
    pub(super) const fn solid(colour: &'static str, width: f64) -> Self {
        Self {
            colour,
            width,
            dashes: &[],
        }
    }
}

/// A line of text.
pub(super) fn text(
    at: (f64, f64),
    anchor: Anchor,
    size: f64,
    colour: &'static str,
    text: &str,
) -> Primitive {
    Primitive::Text {
        at,
        anchor,
        size,
        colour,
        text: text.to_owned(),
    }
}

/// The shape of a type.
pub(super) fn sign(kind: Option<ActorType>, at: (f64, f64), radius: f64) -> Primitive {
    let (shape, colour) = look::of(kind);
    let hollow = matches!(shape, NodeShape::Ring | NodeShape::Hollow(..));
    let (fill, stroke) = if hollow {
        (PAPER, Stroke::solid(colour, 2.2))
    } else {
        (colour, Stroke::solid(PAPER, 1.5))
    };
    match corners(shape, at.0, at.1, radius) {
        Some(points) => Primitive::Corners {
            points,
            fill,
            stroke,
        },
        None => Primitive::Circle {
            at,
            radius,
            fill,
            stroke,
        },
    }
}
