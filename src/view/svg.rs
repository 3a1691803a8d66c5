//! A picture as SVG, without scripts.

use std::fmt::Write;

use crate::export::{ExportFile, ExportFormat};

use super::picture::{self, Picture};
use super::shape::{Anchor, Primitive, Stroke};

/// The format for graphs.
pub const FORMAT: ExportFormat = ExportFormat {
    name: "svg",
    about: "A picture",
    endings: &["svg"],
    top: Some(60),
    files: &[ExportFile::single(|selection, _, out| {
        let mut text = String::new();
        write(&picture::of(selection), &mut text);
        Ok(out.write_all(text.as_bytes())?)
    })],
};

/// Appends the picture as one SVG document.
pub fn write(picture: &Picture, out: &mut String) {
    let (width, height) = (picture.width, picture.height);
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"DejaVu Sans, Verdana, sans-serif\" role=\"img\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
        escaped(&picture.title)
    );
    for item in &picture.items {
        out.push_str("<g>");
        if !item.title.is_empty() {
            let _ = write!(out, "<title>{}</title>", escaped(&item.title));
        }
        for part in &item.parts {
            element(part, out);
        }
        out.push_str("</g>\n");
    }
    out.push_str("</svg>\n");
}

fn element(part: &Primitive, out: &mut String) {
    let _ = match part {
        Primitive::Curve {
            points: [from, control, to],
            stroke,
        } => write!(
            out,
            "<path d=\"M{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}\" fill=\"none\"{}/>",
            from.0,
            from.1,
            control.0,
            control.1,
            to.0,
            to.1,
            line(stroke)
        ),
        Primitive::Corners {
            points,
            fill,
            stroke,
        } => {
            let points: Vec<String> = points
                .iter()
                .map(|(x, y)| format!("{x:.1},{y:.1}"))
                .collect();
            write!(
                out,
                "<polygon points=\"{}\" fill=\"{fill}\"{}/>",
                points.join(" "),
                line(stroke)
            )
        }
        Primitive::Circle {
            at,
            radius,
            fill,
            stroke,
        } => write!(
            out,
            "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"{radius:.1}\" fill=\"{fill}\"{}/>",
            at.0,
            at.1,
            line(stroke)
        ),
        Primitive::Text {
            at,
            anchor,
            size,
            colour,
            text,
        } => text_element(*at, *anchor, *size, colour, text, out),
    };
}

fn text_element(
    at: (f64, f64),
    anchor: Anchor,
    size: f64,
    colour: &str,
    text: &str,
    out: &mut String,
) -> std::fmt::Result {
    let anchor = match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
    };
    // A rim in the colour of the paper keeps labels readable across lines.
    write!(
        out,
        "<text x=\"{:.1}\" y=\"{:.1}\"{anchor} font-size=\"{size}\" fill=\"{colour}\" stroke=\"#ffffff\" \
         stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\">{}</text>",
        at.0,
        at.1,
        escaped(text)
    )
}

fn line(stroke: &Stroke) -> String {
    let mut line = format!(
        " stroke=\"{}\" stroke-width=\"{:.2}\"",
        stroke.colour, stroke.width
    );
    if !stroke.dashes.is_empty() {
        let dashes: Vec<String> = stroke.dashes.iter().map(f32::to_string).collect();
        let _ = write!(line, " stroke-dasharray=\"{}\"", dashes.join(" "));
    }
    line
}

/// Escapes a text for an element or attribute. Characters that XML does not allow become blanks.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' => safe.push('\n'),
            '\u{fffe}' | '\u{ffff}' => safe.push(' '),
            other if other.is_control() => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_xml_are_escaped() {
        assert_eq!(
            escaped("</title><script>\"'&\u{1}"),
            "&lt;/title&gt;&lt;script&gt;&quot;&#39;&amp; "
        );
    }
}
