//! DOT, which Graphviz draws: `actant export graph.json --format dot | dot -Tsvg > graph.svg`.
//!
//! | what | drawn as | because |
//! |---|---|---|
//! | type of actor | shape and tint (colours that colour-blind readers tell apart) | neither alone is enough |
//! | stance | line, arrowhead and colour | it survives printing |
//! | parallel claims | one line, up to three labels, the rest counted | 25 nodes stay readable |
//! | source sentence | tooltip, with place, time and speakers | the picture leads back to the text |

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::graph::{Graph, Selection};
use crate::merge::{Actor, Id};
use crate::text::ActorType;
use crate::trace;

use super::bundle::{Bundle, Style, bundles};
use super::dot_style::{MEMBER, SPEAKER, attributes, caption, drawn};
use super::{ExportFile, ExportFormat, ExportOptions};

/// The format for graphs.
pub const FORMAT: ExportFormat = ExportFormat {
    name: "dot",
    about: "Graphviz",
    endings: &["dot", "gv"],
    top: Some(25),
    files: &[ExportFile::single(|selection, options, out| {
        let mut text = String::new();
        write(selection, options, &mut text);
        Ok(out.write_all(text.as_bytes())?)
    })],
};

/// The number of labels of a bundle that are shown; the rest is counted.
const LABELS: usize = 3;
/// The number of sentences in a tooltip; more do not fit a screen.
const TOOLTIPS: usize = 4;
/// The width of an edge's label, in code points.
const EDGE_LINE: usize = 20;
/// The width of a node's name, in code points.
const NODE_LINE: usize = 20;
/// The maximal length of a node's name, in code points: the names of things are phrases.
const NODE_NAME: usize = 60;

/// Appends the selection as a directed graph.
pub fn write(selection: &Selection<'_>, options: &ExportOptions, out: &mut String) {
    let bundles = bundles(selection);
    out.push_str("digraph actant {\n");
    let _ = writeln!(
        out,
        "  graph [rankdir=LR, newrank=true, nodesep=0.28, ranksep=0.45, splines=true, pad=0.3, bgcolor=white,\n         \
         fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, fontcolor=\"#555555\", labelloc=b, labeljust=l,\n         label=<{}>];",
        caption(selection, &bundles)
    );
    out.push_str(
        "  node [fontname=\"Helvetica,Arial,sans-serif\", fontsize=12, fontcolor=\"#1a1a1a\", penwidth=1.1, margin=\"0.14,0.07\"];\n  \
         edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=10, fontcolor=\"#333333\", arrowsize=0.7];\n",
    );
    for actor in &selection.actors {
        node(selection.graph, actor, out);
    }
    for bundle in &bundles {
        edge(selection.graph, bundle, out);
    }
    if options.speakers {
        speaker_edges(selection, out);
    }
    let joined = |one: &Id, other: &Id| {
        let mut claims = selection.claims.iter();
        claims.any(|claim| {
            [&claim.source, &claim.target] == [one, other]
                || [&claim.target, &claim.source] == [one, other]
        })
    };
    for (member, owner) in selection
        .memberships
        .iter()
        .filter(|(member, owner)| !joined(member, owner))
    {
        let _ = writeln!(
            out,
            "  \"{member}\" -> \"{owner}\" [color=\"{MEMBER}\", arrowhead=none, penwidth=1.4, weight=2, tooltip=\"belongs to\"];"
        );
    }
    out.push_str("}\n");
}

fn node(graph: &Graph, actor: &Actor, out: &mut String) {
    let name = shorten(&graph.name(&actor.id), NODE_NAME);
    let lines: Vec<String> = wrap(&name, NODE_LINE)
        .iter()
        .map(|line| html(line))
        .collect();
    let lines = lines.join("<br/>");
    let label = if actor.thing {
        format!("<font point-size=\"10\">{lines}</font>")
    } else if actor.named() {
        let short = acronym(actor).map_or_else(String::new, |short| format!(" ({})", html(short)));
        format!("<b>{lines}</b>{short}")
    } else {
        lines
    };
    let kind = actor.kind();
    let _ = writeln!(
        out,
        "  \"{}\" [label=<{label}>, {}, id=\"{}\", tooltip=\"{}\"];",
        actor.id,
        attributes(actor),
        actor.id,
        quoted(&about(actor, kind)),
    );
}

/// The acronym of a long name, if it has one.
fn acronym(actor: &Actor) -> Option<&str> {
    let short = |alias: &str| {
        let letters = alias.chars().count();
        (2..=6).contains(&letters) && alias.chars().all(char::is_uppercase)
    };
    let aliases = actor.aliases().into_iter().map(|(alias, _)| alias);
    aliases
        .filter(|alias| actor.name().contains(' ') && short(alias))
        .min_by_key(|alias| alias.len())
}

/// Type, other names and mentions, for the tooltip.
fn about(actor: &Actor, kind: ActorType) -> String {
    let mut text = if actor.thing {
        actor.name().to_owned()
    } else {
        format!("{} ({})", actor.name(), kind.as_str().replace('_', " "))
    };
    let aliases = actor.aliases();
    let others: Vec<&str> = aliases
        .iter()
        .map(|&(alias, _)| alias)
        .filter(|alias| *alias != actor.name())
        .collect();
    if !others.is_empty() {
        let _ = write!(text, "\nalso: {}", others.join(", "));
    }
    if actor.mentions() > 0 {
        let _ = write!(text, "\nmentions: {}", actor.mentions());
    }
    text
}

fn edge(graph: &Graph, bundle: &Bundle<'_>, out: &mut String) {
    let labels = bundle.labels();
    let mut lines: Vec<String> = Vec::new();
    for (label, count) in labels.iter().take(LABELS) {
        lines.extend(wrap(label, EDGE_LINE));
        if let Some(last) = lines.last_mut().filter(|_| *count > 1) {
            let _ = write!(last, " ×{count}");
        }
    }
    if labels.len() > LABELS {
        lines.push(format!("+{} more", labels.len() - LABELS));
    }
    // Overlooking the colour and arrowhead would invert the meaning.
    if matches!(bundle.style, Style::Denied | Style::Disputed) {
        lines.push(format!("({})", graph.stance(bundle.claims[0])));
    }
    let label: Vec<String> = lines.iter().map(|line| quoted(line)).collect();
    let sentences: usize = bundle.claims.iter().map(|claim| claim.evidence.len()).sum();
    // The width grows with the logarithm of the number of statements, up to three times the base width.
    let width = 1.0 + libm::log2(sentences as f64).min(4.0) * 0.5;
    let tooltip = quoted(&tooltip(graph, bundle));
    let _ = writeln!(
        out,
        "  \"{}\" -> \"{}\" [label=\"{}\", {}, penwidth={width:.1}, id=\"{}\", \
         tooltip=\"{tooltip}\", labeltooltip=\"{tooltip}\"];",
        bundle.source,
        bundle.target,
        label.join("\\n"),
        drawn(bundle.style),
        bundle.claims[0].id,
    );
}

/// Edges from speakers to the actors that they speak about, each with all stances and counts.
fn speaker_edges(selection: &Selection<'_>, out: &mut String) {
    let mut edges: BTreeMap<(&Id, &Id), Vec<String>> = BTreeMap::new();
    for edge in selection.speaker_edges() {
        let stance = edge.stance.verb();
        let label = match edge.attributions.len() {
            1 => stance.to_owned(),
            count => format!("{stance} ×{count}"),
        };
        let labels = edges.entry((edge.speaker, edge.about)).or_default();
        labels.push(label);
    }
    for ((speaker, about), labels) in edges {
        let label = labels.join("\\n");
        let _ = writeln!(
            out,
            "  \"{speaker}\" -> \"{about}\" [label=\"{label}\", {SPEAKER}, tooltip=\"speaks about\"];"
        );
    }
}

/// The first sentences of a bundle, each with its place and its speakers.
fn tooltip(graph: &Graph, bundle: &Bundle<'_>) -> String {
    let steps: Vec<_> = bundle
        .claims
        .iter()
        .flat_map(|claim| trace::of_claim(graph, claim))
        .collect();
    let mut lines: Vec<String> = Vec::new();
    for step in steps.iter().take(TOOLTIPS) {
        let words: Vec<&str> = step.sentence.text.split_whitespace().collect();
        let speakers: Vec<&str> = step
            .chain
            .iter()
            .map(|speaker| speaker.words.as_str())
            .filter(|words| !words.is_empty())
            .collect();
        let speakers = if speakers.is_empty() {
            String::new()
        } else {
            format!(", by {}", speakers.join(" > "))
        };
        let time = step.evidence.time.as_ref();
        let time = time.map_or(String::new(), |time| format!(", {}", time.value));
        lines.push(format!(
            "{}\n({}: {}{time}{speakers})",
            words.join(" "),
            step.place(),
            step.stance
        ));
    }
    if steps.len() > TOOLTIPS {
        lines.push(format!("and {} more", steps.len() - TOOLTIPS));
    }
    let mut disputes: Vec<_> = (bundle.claims.iter())
        .flat_map(|claim| graph.disputes_about(&claim.id))
        .collect();
    disputes.sort_by(|a, b| a.id.cmp(&b.id));
    disputes.dedup();
    for dispute in disputes.into_iter().take(TOOLTIPS) {
        if let Some(denial) = graph.corpus().sentence(&dispute.denied.sentence) {
            let words: Vec<&str> = denial.text.split_whitespace().collect();
            lines.push(format!("disputed: {}", words.join(" ")));
        }
    }
    lines.join("\n")
}

/// Breaks a text at blanks into lines of at most `width` code points; longer words stay whole.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The first words of a text that fit `limit` code points, with `…` if some are left out.
fn shorten(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let cut: String = text.chars().take(limit).collect();
    let whole = cut
        .rsplit_once(char::is_whitespace)
        .map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

/// Escapes a text for a quoted string of DOT, in which Graphviz also reads entities.
fn quoted(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '"' => safe.push_str("\\\""),
            // Versions of Graphviz differ in how they read a backslash, even a doubled one.
            '\\' => safe.push('∖'),
            '\n' => safe.push_str("\\n"),
            '&' => safe.push_str("&amp;"),
            other if other.is_control() => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}

/// Escapes a text for an HTML label of DOT.
fn html(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            // Control characters are not allowed in XML.
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
    fn labels_break_at_blanks_and_long_names_lose_whole_words() {
        assert_eq!(
            wrap("demands action against", 14),
            ["demands action", "against"]
        );
        assert_eq!(wrap("Donaudampfschifffahrt", 5), ["Donaudampfschifffahrt"]);
        assert_eq!(shorten("groups accused of attacks", 15), "groups accused…");
        assert_eq!(shorten("short", 15), "short");
    }

    #[test]
    fn marks_of_dot_and_html_are_escaped() {
        assert_eq!(quoted("a \"b\" \\N & c\nd"), "a \\\"b\\\" ∖N &amp; c\\nd");
        assert_eq!(html("<b> & \"c\"\u{1}"), "&lt;b&gt; &amp; &quot;c&quot; ");
    }
}
