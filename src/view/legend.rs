//! The legend of a picture: the lines and shapes that occur in it, with their names.

use crate::export::{Bundle, Style};
use crate::graph::Selection;
use crate::text::ActorType;

use super::font;
use super::look::{self, Head, PictureLine};
use super::shape::{
    Anchor, FAINT, INK, MARGIN, MEMBER, PAPER, PictureItem, Primitive, Stroke, sign, text,
};

/// Width of a sample line, and of a sample shape, with the space after it.
const LINE_SAMPLE: f64 = 30.0;
const SHAPE_SAMPLE: f64 = 12.0;

/// The legend below the picture, and the width and height of the whole.
pub(super) fn legend(
    selection: &Selection<'_>,
    bundles: &[Bundle<'_>],
    title: &str,
    width: f64,
    top: f64,
) -> (PictureItem, f64, f64) {
    let mut rows = LegendRows {
        width,
        at: (MARGIN, top + 22.0),
    };
    let mut parts = vec![text((MARGIN, top), Anchor::Start, 11.0, FAINT, title)];
    let styles = Style::ALL
        .into_iter()
        .filter(|style| bundles.iter().any(|bundle| bundle.style == *style));
    for style in styles {
        let line = look::line(style);
        let at = rows.place(line.name, LINE_SAMPLE);
        line_sample(&line, at, &mut parts);
    }
    if !selection.memberships.is_empty() {
        let (x, y) = rows.place("belongs to", LINE_SAMPLE);
        let points = [(x, y - 4.0), (x + 10.0, y - 4.0), (x + 28.0, y - 4.0)];
        parts.push(Primitive::Curve {
            points,
            stroke: Stroke::solid(MEMBER, 1.6),
        });
        parts.push(text((x + 36.0, y), Anchor::Start, 11.0, INK, "belongs to"));
    }
    let kinds = ActorType::ALL.iter().copied().map(Some).chain([None]);
    for kind in kinds.filter(|wanted| {
        let mut actors = selection.actors.iter();
        actors.any(|actor| super::picture::kind(actor) == *wanted)
    }) {
        let name = kind.map_or("thing or topic".to_owned(), |kind| {
            kind.as_str().replace('_', " ")
        });
        let (x, y) = rows.place(&name, SHAPE_SAMPLE);
        parts.push(sign(kind, (x + 6.0, y - 4.0), 6.0));
        parts.push(text((x + 18.0, y), Anchor::Start, 11.0, INK, &name));
    }
    let height = rows.at.1 + MARGIN;
    let title = String::new();
    (PictureItem { title, parts }, width, height)
}

/// The rows of a legend, filled from left to right.
struct LegendRows {
    width: f64,
    /// Where the next entry starts.
    at: (f64, f64),
}

impl LegendRows {
    /// The position of an entry with a sample of this width; it starts a new row if it does not fit the last one.
    fn place(&mut self, name: &str, sample: f64) -> (f64, f64) {
        let needed = sample + 6.0 + font::width(name, 11.0) + 18.0;
        if self.at.0 + needed > self.width && self.at.0 > MARGIN {
            self.at = (MARGIN, self.at.1 + 20.0);
        }
        let here = self.at;
        self.at.0 += needed;
        here
    }
}

/// A sample of a line with its head and its name.
fn line_sample(line: &PictureLine, (x, y): (f64, f64), parts: &mut Vec<Primitive>) {
    let &PictureLine {
        name,
        colour,
        dashes,
        head,
    } = line;
    let end = (x + 28.0, y - 4.0);
    parts.push(Primitive::Curve {
        points: [(x, y - 4.0), (x + 10.0, y - 4.0), (x + 21.0, y - 4.0)],
        stroke: Stroke {
            colour,
            width: 1.6,
            dashes,
        },
    });
    if head != Head::Arrow && head != Head::Hollow {
        let x = if head == Head::Bar {
            end.0 - 6.0
        } else {
            end.0 - 8.0
        };
        parts.push(Primitive::Curve {
            points: [(x, y - 10.0), (x, y - 4.0), (x, y + 2.0)],
            stroke: Stroke::solid(colour, 2.2),
        });
    }
    if head != Head::Bar {
        parts.push(Primitive::Corners {
            points: vec![end, (end.0 - 8.0, y - 8.0), (end.0 - 8.0, y)],
            fill: if head == Head::Hollow { PAPER } else { colour },
            stroke: Stroke::solid(colour, 1.1),
        });
    }
    parts.push(text((x + 36.0, y), Anchor::Start, 11.0, INK, name));
}
