//! Mermaid, which wikis and code hosts draw.
//!
//! Mermaid draws at most 500 edges and is slow long before that; the command shows only the most important actors.

use std::fmt::Write;

use crate::graph::Selection;

use super::bundle::{Style, bundles};
use super::{ExportFile, ExportFormat};

/// The format for graphs.
pub const FORMAT: ExportFormat = ExportFormat {
    name: "mermaid",
    about: "Mermaid, for wikis and code hosts",
    endings: &["mmd", "mermaid"],
    top: Some(25),
    files: &[ExportFile::single(|selection, _, out| {
        let mut text = String::new();
        write(selection, &mut text);
        Ok(out.write_all(text.as_bytes())?)
    })],
};

/// The number of labels of a bundle that are shown; the rest is counted.
const LABELS: usize = 2;

/// Appends the selection as a flowchart.
pub fn write(selection: &Selection<'_>, out: &mut String) {
    out.push_str("flowchart LR\n");
    for actor in &selection.actors {
        let name = escaped(&selection.graph.name(&actor.id));
        let (open, close) = match (actor.thing, actor.named()) {
            (true, _) => ("[\"", "\"]"),
            (false, true) => ("([\"", "\"])"),
            (false, false) => ("(\"", "\")"),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "  {}{open}{name}{close}", actor.id);
    }
    for bundle in bundles(selection) {
        let labels = bundle.labels();
        let mut words: Vec<String> = (labels.iter().take(LABELS))
            .map(|&(label, count)| match count {
                1 => escaped(label),
                count => format!("{} ×{count}", escaped(label)),
            })
            .collect();
        if labels.len() > LABELS {
            words.push(format!("+{} more", labels.len() - LABELS));
        }
        if let Some(mark) = mark(bundle.style) {
            words.push(format!("({mark})"));
        }
        let _ = writeln!(
            out,
            "  {} {}|\"{}\"| {}",
            bundle.source,
            line(bundle.style),
            words.join(", "),
            bundle.target
        );
    }
    for (member, owner) in &selection.memberships {
        let _ = writeln!(out, "  {member} ---|\"belongs to\"| {owner}");
    }
}

const fn line(style: Style) -> &'static str {
    match style {
        Style::Stated => "-->",
        Style::Reported | Style::Possible => "-.->",
        Style::Wanted => "==>",
        Style::Denied => "--x",
        Style::Disputed => "-.-x",
    }
}

/// What the line style alone does not show.
const fn mark(style: Style) -> Option<&'static str> {
    match style {
        Style::Stated | Style::Reported => None,
        Style::Possible => Some("possible"),
        Style::Wanted => Some("demanded or planned"),
        Style::Denied => Some("denied or not so"),
        Style::Disputed => Some("disputed"),
    }
}

/// Escapes a text for a quoted label. Mermaid writes special characters as numbers between `#` and `;`.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '"' | '#' | '&' | '<' | '>' | '`' | '|' | '\\' | ';' | '[' | ']' | '{' | '}' => {
                let _ = write!(safe, "#{};", u32::from(letter));
            }
            other if other.is_control() || other.is_whitespace() => safe.push(' '),
            other => safe.push(other),
        }
    }
    // An empty label is a syntax error.
    if safe.trim().is_empty() {
        safe = "–".to_owned();
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_mermaid_are_numbers() {
        assert_eq!(
            escaped("\"a\" | b#\n<c>"),
            "#34;a#34; #124; b#35; #60;c#62;"
        );
        assert_eq!(escaped(" \n"), "–");
    }
}
