//! The explanation of a picture: the lines and shapes that occur in it, with their names.

use crate::export::{Bundle, Style};
use crate::graph::Selection;
use crate::text::ActorType;

use super::font;
use super::look::{self, Head, PictureLine};
use super::shape::{
    Anchor, FAINT, INK, MARGIN, MEMBER, PAPER, PictureItem, Primitive, Stroke, sign, text,
};

/// The explanation of lines and shapes that occur, in rows below the picture; with the size of the whole.
pub(super) fn legend(
    selection: &Selection<'_>,
    bundles: &[Bundle<'_>],
    title: &str,
    width: f64,
    top: f64,
) -> (PictureItem, f64, f64) {
    let mut parts = vec![text((MARGIN, top), Anchor::Start, 11.0, FAINT, title)];
    let mut at = (MARGIN, top + 22.0);
    let mut advance = |name: &str, sample: f64| {
        let needed = sample + 6.0 + font::width(name, 11.0) + 18.0;
        if at.0 + needed > width && at.0 > MARGIN {
            at = (MARGIN, at.1 + 20.0);
        }
        let here = at;
        at.0 += needed;
        here
    };
    let styles = Style::ALL
        .into_iter()
        .filter(|style| bundles.iter().any(|bundle| bundle.style == *style));
    for style in styles {
        let PictureLine {
            name,
            colour,
            dashes,
            head,
        } = look::line(style);
        let (x, y) = advance(name, 30.0);
        let end = (x + 28.0, y - 4.0);
        let stroke = Stroke {
            colour,
            width: 1.6,
            dashes,
        };
        parts.push(Primitive::Curve {
            points: [(x, y - 4.0), (x + 10.0, y - 4.0), (x + 21.0, y - 4.0)],
            stroke,
        });
        if head != Head::Arrow && head != Head::Hollow {
            let x = if head == Head::Bar {
                end.0 - 6.0
            } else {
                end.0 - 8.0
            };
            let points = [(x, y - 10.0), (x, y - 4.0), (x, y + 2.0)];
            parts.push(Primitive::Curve {
                points,
                stroke: Stroke::solid(colour, 2.2),
            });
        }
        if head != Head::Bar {
            let points = vec![end, (end.0 - 8.0, y - 8.0), (end.0 - 8.0, y)];
            let fill = if head == Head::Hollow { PAPER } else { colour };
            parts.push(Primitive::Corners {
                points,
                fill,
                stroke: Stroke::solid(colour, 1.1),
            });
        }
        parts.push(text((x + 36.0, y), Anchor::Start, 11.0, INK, name));
    }
    if !selection.memberships.is_empty() {
        let (x, y) = advance("belongs to", 30.0);
        let points = [(x, y - 4.0), (x + 10.0, y - 4.0), (x + 28.0, y - 4.0)];
        parts.push(Primitive::Curve {
            points,
            stroke: Stroke::solid(MEMBER, 1.6),
        });
        parts.push(text((x + 36.0, y), Anchor::Start, 11.0, INK, "belongs to"));
    }
    let kinds = ActorType::ALL.iter().copied().map(Some).chain([None]);
    for kind in kinds.filter(|wanted| {
        selection
            .actors
            .iter()
            .any(|actor| super::picture::kind(actor) == *wanted)
    }) {
        let name = kind.map_or("thing or topic".to_owned(), |kind| {
            kind.as_str().replace('_', " ")
        });
        let (x, y) = advance(&name, 12.0);
        parts.push(sign(kind, (x + 6.0, y - 4.0), 6.0));
        parts.push(text((x + 18.0, y), Anchor::Start, 11.0, INK, &name));
    }
    let height = at.1 + MARGIN;
    (
        PictureItem {
            title: String::new(),
            parts,
        },
        width,
        height,
    )
}
