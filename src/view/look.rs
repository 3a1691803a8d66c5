//! The look of pictures: shape and colour of types, and lines of stances.
//!
//! Colours are those of the Okabe–Ito palette, which colour-blind readers tell apart; no two types share both shape and
//! colour, and no two lines differ by colour alone.

use crate::export::Style;
use crate::text::ActorType;

/// The outline of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NodeShape {
    Circle,
    Ring,
    /// Corners on the circle: their number, and the angle of the first from the top, in 24ths of a turn.
    Corners(u8, u8),
    Hollow(u8, u8),
}

/// Shape and colour of a type of actor; of things for `None`.
pub(super) const fn of(kind: Option<ActorType>) -> (NodeShape, &'static str) {
    use NodeShape::{Circle, Corners, Hollow, Ring};
    match kind {
        None => (Circle, "#9aa0a6"),
        Some(ActorType::State) => (Corners(4, 3), "#0072b2"),
        Some(ActorType::Government) => (Corners(4, 0), "#0072b2"),
        Some(ActorType::Body) => (Hollow(4, 3), "#0072b2"),
        Some(ActorType::InternationalOrganisation) => (Corners(6, 2), "#56b4e9"),
        Some(ActorType::ArmedGroup) => (Corners(3, 0), "#d55e00"),
        Some(ActorType::Party) => (Corners(5, 0), "#cc79a7"),
        Some(ActorType::Company) => (Corners(4, 3), "#009e73"),
        Some(ActorType::Media) => (Corners(5, 0), "#777777"),
        Some(ActorType::Organisation) => (Corners(6, 2), "#009e73"),
        Some(ActorType::Person) => (Circle, "#e69f00"),
        Some(ActorType::Group) => (Ring, "#e69f00"),
        Some(ActorType::Place) => (Corners(3, 12), "#8a8f98"),
        Some(ActorType::Other) => (Hollow(4, 0), "#8a8f98"),
    }
}

/// The corners of a shape around a point; `None` for a circle.
pub(super) fn corners(shape: NodeShape, x: f64, y: f64, radius: f64) -> Option<Vec<(f64, f64)>> {
    let (NodeShape::Corners(count, off) | NodeShape::Hollow(count, off)) = shape else {
        return None;
    };
    // A square with the circle's radius looks smaller than the circle, a triangle much smaller.
    let radius = radius * if count == 3 { 1.25 } else { 1.12 };
    let step = 24 / usize::from(count.max(1));
    let turned = |index: usize| {
        // The corners of a pentagon are not at 24ths of a turn.
        let (sin, cos) = if count == 5 {
            FIFTHS[index]
        } else {
            turn(usize::from(off) + index * step)
        };
        (x + sin * radius, y - cos * radius)
    };
    Some((0..usize::from(count)).map(turned).collect())
}

/// Sine and cosine of fifths of a turn.
const FIFTHS: [(f64, f64); 5] = [
    (0.0, 1.0),
    (0.951_056_516, 0.309_016_994),
    (0.587_785_252, -0.809_016_994),
    (-0.587_785_252, -0.809_016_994),
    (-0.951_056_516, 0.309_016_994),
];

/// Sine and cosine of 24ths of a turn.
fn turn(part: usize) -> (f64, f64) {
    const SINE: [f64; 7] = [
        0.0,
        0.258_819_045,
        0.5,
        std::f64::consts::FRAC_1_SQRT_2,
        0.866_025_404,
        0.965_925_826,
        1.0,
    ];
    let sine = |part: usize| {
        let part = part % 24;
        match part {
            0..=6 => SINE[part],
            7..=12 => SINE[12 - part],
            13..=18 => -SINE[part - 12],
            _ => -SINE[24 - part],
        }
    };
    (sine(part), sine(part + 6))
}

/// The head of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    Arrow,
    Hollow,
    Bar,
    BarAndArrow,
}

/// The look of a line: name in the legend, colour, lengths of dashes and gaps, and head.
pub(super) struct PictureLine {
    pub(super) name: &'static str,
    pub(super) colour: &'static str,
    pub(super) dashes: &'static [f32],
    pub(super) head: Head,
}

/// The line of a style.
pub(super) const fn line(style: Style) -> PictureLine {
    let (name, colour, dashes, head): (_, _, &[f32], _) = match style {
        Style::Stated => ("stated", "#4a4f57", &[], Head::Arrow),
        Style::Reported => ("reported", "#4a4f57", &[7.0, 4.0], Head::Arrow),
        Style::Possible => ("possible", "#7a808a", &[1.5, 3.5], Head::Arrow),
        Style::Wanted => ("demanded or planned", "#0072b2", &[], Head::Hollow),
        Style::Denied => ("denied or not so", "#c2410c", &[], Head::Bar),
        Style::Disputed => ("disputed", "#c2410c", &[7.0, 4.0], Head::BarAndArrow),
    };
    PictureLine {
        name,
        colour,
        dashes,
        head,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_types_look_alike_and_no_lines_differ_by_colour_alone() {
        let mut looks: Vec<(NodeShape, &str)> =
            ActorType::ALL.iter().map(|&kind| of(Some(kind))).collect();
        looks.push(of(None));
        for (index, one) in looks.iter().enumerate() {
            assert!(!looks[..index].contains(one), "{one:?} twice");
        }
        let lines = Style::ALL.map(line);
        for (index, one) in lines.iter().enumerate() {
            for other in &lines[..index] {
                assert!(
                    one.dashes != other.dashes || one.head != other.head,
                    "{}, {}",
                    one.name,
                    other.name
                );
            }
        }
    }

    #[test]
    fn corners_stand_around_the_point() {
        let square =
            corners(NodeShape::Corners(4, 3), 0.0, 0.0, 10.0).expect("a square has corners");
        assert!(square[0].0 > 0.0 && square[0].1 < 0.0 && square[2].0 < 0.0 && square[2].1 > 0.0);
        assert_eq!(corners(NodeShape::Circle, 0.0, 0.0, 10.0), None);
    }
}
