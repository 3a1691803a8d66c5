//! The embedded font: widths, to keep labels apart, and outlines, so that a PNG needs no installed font.

use std::sync::LazyLock;

use ttf_parser::{Face, GlyphId};

static BYTES: &[u8] = include_bytes!("../../data/fonts/DejaVuSans-subset.ttf");

static FACE: LazyLock<Face<'static>> =
    LazyLock::new(|| Face::parse(BYTES, 0).expect("the embedded font is one, a test reads it"));

/// The width of a text, in units of the picture.
pub(super) fn width(text: &str, size: f64) -> f64 {
    let units: u32 = text.chars().map(|letter| advance(glyph(letter))).sum();
    f64::from(units) * size / f64::from(FACE.units_per_em())
}

/// The glyphs of a text with their positions on the line, in units of the picture.
pub(super) fn glyphs(text: &str, size: f64) -> impl Iterator<Item = (GlyphId, f64)> {
    let scale = scale(size);
    text.chars().scan(0.0, move |x, letter| {
        let glyph = glyph(letter);
        let at = *x;
        *x += f64::from(advance(glyph)) * scale;
        Some((glyph, at))
    })
}

/// The size of a unit of the font, in units of the picture.
pub(super) fn scale(size: f64) -> f64 {
    size / f64::from(FACE.units_per_em())
}

/// Draws a glyph in units of the font, with y upwards.
pub(super) fn outline(glyph: GlyphId, builder: &mut dyn ttf_parser::OutlineBuilder) {
    let _ = FACE.outline_glyph(glyph, builder);
}

/// The glyph of a letter; that of the replacement character for scripts that the font lacks.
fn glyph(letter: char) -> GlyphId {
    let found = FACE
        .glyph_index(letter)
        .or_else(|| FACE.glyph_index('\u{fffd}'));
    found.unwrap_or_default()
}

fn advance(glyph: GlyphId) -> u32 {
    u32::from(FACE.glyph_hor_advance(glyph).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_has_the_letters_of_names_and_wide_ones_are_wider() {
        for letter in "Erdoğan Łódź Київ Αθήνα “…” ×▸".chars() {
            assert!(FACE.glyph_index(letter).is_some(), "{letter}");
        }
        assert!(width("MMM", 10.0) > 2.0 * width("iii", 10.0));
        assert_eq!(width("", 10.0), 0.0);
        assert!(width("世", 10.0) > 0.0);
    }
}
