//! A picture as PNG, painted with the embedded font, independently of the programs and fonts of the machine.

use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke as Pen,
    StrokeDash, Transform,
};
use ttf_parser::OutlineBuilder;

use crate::export::{ExportError, ExportFile, ExportFormat};

use super::font;
use super::picture::{self, Picture};
use super::shape::{Anchor, Primitive, Stroke};

/// The format for graphs.
pub const FORMAT: ExportFormat = ExportFormat {
    name: "png",
    about: "A picture in pixels",
    endings: &["png"],
    top: Some(60),
    files: &[ExportFile::single(|selection, _, out| {
        let image = write(&picture::of(selection));
        let image = image.map_err(|error| ExportError::Picture(error.to_string()))?;
        Ok(out.write_all(&image)?)
    })],
};

/// Pixels for each unit of the picture.
const SCALE: f32 = 2.0;
/// The maximal number of pixels of a side; larger pictures are scaled down.
const LONGEST: f32 = 12_000.0;

/// Why a picture could not be painted.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PngError {
    /// The picture has no area, or too large a one for the memory.
    #[error("the picture has no size that can be painted")]
    Size,
    /// The pixels could not be compressed.
    #[error("the picture cannot be encoded: {0}")]
    Encoding(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// The picture as the bytes of a PNG file.
///
/// # Errors
/// If the picture has no area, or there is no memory for it.
pub fn write(picture: &Picture) -> Result<Vec<u8>, PngError> {
    let (width, height) = (picture.width as f32, picture.height as f32);
    let scale = SCALE.min(LONGEST / width).min(LONGEST / height);
    let mut sheet = Pixmap::new(
        (width * scale).ceil() as u32,
        (height * scale).ceil() as u32,
    )
    .ok_or(PngError::Size)?;
    sheet.fill(Color::WHITE);
    let scale = Transform::from_scale(scale, scale);
    for part in picture.items.iter().flat_map(|item| &item.parts) {
        paint(part, &mut sheet, scale);
    }
    (sheet.encode_png()).map_err(|error| PngError::Encoding(Box::new(error)))
}

fn paint(part: &Primitive, sheet: &mut Pixmap, scale: Transform) {
    let mut builder = PathBuilder::new();
    match part {
        Primitive::Curve {
            points: [from, control, to],
            stroke,
        } => {
            builder.move_to(from.0 as f32, from.1 as f32);
            builder.quad_to(control.0 as f32, control.1 as f32, to.0 as f32, to.1 as f32);
            draw(builder.finish(), None, Some(stroke), sheet, scale);
        }
        Primitive::Corners {
            points,
            fill,
            stroke,
        } => {
            for (index, (x, y)) in points.iter().enumerate() {
                match index {
                    0 => builder.move_to(*x as f32, *y as f32),
                    _ => builder.line_to(*x as f32, *y as f32),
                }
            }
            builder.close();
            draw(builder.finish(), Some(fill), Some(stroke), sheet, scale);
        }
        Primitive::Circle {
            at,
            radius,
            fill,
            stroke,
        } => {
            builder.push_circle(at.0 as f32, at.1 as f32, *radius as f32);
            draw(builder.finish(), Some(fill), Some(stroke), sheet, scale);
        }
        Primitive::Text {
            at,
            anchor,
            size,
            colour,
            text,
        } => {
            let path = letters(text, *at, *anchor, *size);
            let rim = Stroke {
                colour: "#ffffff",
                width: 3.0,
                dashes: &[],
            };
            draw(path.clone(), None, Some(&rim), sheet, scale);
            draw(path, Some(colour), None, sheet, scale);
        }
    }
}

/// The outlines of a line of text.
fn letters(text: &str, at: (f64, f64), anchor: Anchor, size: f64) -> Option<Path> {
    let left = match anchor {
        Anchor::Start => at.0,
        Anchor::Middle => at.0 - font::width(text, size) / 2.0,
    };
    let mut letters = Letters {
        builder: PathBuilder::new(),
        x: 0.0,
        y: at.1 as f32,
        scale: font::scale(size) as f32,
    };
    for (glyph, x) in font::glyphs(text, size) {
        letters.x = (left + x) as f32;
        font::outline(glyph, &mut letters);
    }
    letters.builder.finish()
}

fn draw(
    path: Option<Path>,
    fill: Option<&str>,
    stroke: Option<&Stroke>,
    sheet: &mut Pixmap,
    scale: Transform,
) {
    let Some(path) = path else { return };
    if let Some(fill) = fill {
        sheet.fill_path(&path, &paint_of(fill), FillRule::Winding, scale, None);
    }
    if let Some(stroke) = stroke {
        let pen = Pen {
            width: stroke.width as f32,
            line_cap: LineCap::Butt,
            line_join: LineJoin::Round,
            dash: StrokeDash::new(stroke.dashes.to_vec(), 0.0),
            ..Pen::default()
        };
        sheet.stroke_path(&path, &paint_of(stroke.colour), &pen, scale, None);
    }
}

/// The paint of a colour written as `#rrggbb`.
fn paint_of(colour: &str) -> Paint<'static> {
    let part = |at: usize| {
        let digits = colour.get(at..at + 2).unwrap_or("00");
        u8::from_str_radix(digits, 16).unwrap_or(0)
    };
    let mut paint = Paint::default();
    paint.set_color_rgba8(part(1), part(3), part(5), 255);
    paint.anti_alias = true;
    paint
}

/// The outlines of a line of text; y goes up in the font and down in the picture.
struct Letters {
    builder: PathBuilder,
    x: f32,
    y: f32,
    scale: f32,
}

impl Letters {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl OutlineBuilder for Letters {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.builder.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.builder.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.builder.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.builder.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.builder.close();
    }
}
