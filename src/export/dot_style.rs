//! The style of DOT pictures: shapes, colours and lines, and the legend.

use crate::graph::Selection;
use crate::merge::Actor;
use crate::text::ActorType;

use super::bundle::{Bundle, Style};

/// The colour of lines from member to owner.
pub(super) const MEMBER: &str = "#b0b0b0";
/// The attributes of edges from speakers to the actors that they speak about.
pub(super) const SPEAKER: &str =
    "style=dotted, color=\"#7a5195\", fontcolor=\"#7a5195\", arrowhead=vee, constraint=false";
const WANTED: &str = "#0072b2";
const DENIED: &str = "#c2410c";

/// What the picture shows, and a legend of the lines and colours that occur.
pub(super) fn caption(selection: &Selection<'_>, bundles: &[Bundle<'_>]) -> String {
    let documents = selection.graph.corpus().documents().len();
    let documents = if documents == 1 {
        "1 document".to_owned()
    } else {
        format!("{documents} documents")
    };
    let shown = selection.actors.len();
    let count = if shown < selection.available {
        format!("showing {shown} of {} nodes", selection.available)
    } else {
        format!("{shown} nodes")
    };
    let claims = selection.claims.len();
    let lines = Style::ALL
        .iter()
        .filter(|style| bundles.iter().any(|bundle| bundle.style == **style));
    let mut keys: Vec<String> = lines.map(|style| style_key(*style)).collect();
    if !selection.memberships.is_empty() {
        keys.push(format!("<font color=\"{MEMBER}\">━━</font> belongs to"));
    }
    let kinds = ActorType::ALL.iter().filter(|kind| {
        selection
            .actors
            .iter()
            .any(|actor| !actor.thing && actor.kind() == **kind)
    });
    let kinds: Vec<String> = kinds.map(|kind| kind_key(*kind)).collect();
    let row = |keys: Vec<String>| match keys.is_empty() {
        true => String::new(),
        false => format!("{}<br align=\"left\"/>", keys.join(" &#160;&#160; ")),
    };
    format!(
        "{count}, {claims} claims, {documents}<br align=\"left\"/>{}{}",
        row(keys),
        row(kinds)
    )
}

fn style_key(style: Style) -> String {
    let (sign, name) = match style {
        Style::Stated => ("──▶", "stated"),
        Style::Reported => ("- -▶", "reported"),
        Style::Possible => ("···▶", "possible"),
        Style::Wanted => ("──▷", "demanded or planned"),
        Style::Denied => ("──┤", "denied or not so"),
        Style::Disputed => ("- -┤", "disputed"),
    };
    let DotLine { color, .. } = line(style);
    format!("<font color=\"{color}\">{sign}</font> {name}")
}

fn kind_key(kind: ActorType) -> String {
    let DotNode { color, fill, .. } = look(kind);
    let sign = if fill == "#ffffff" { "□" } else { "■" };
    format!(
        "<font color=\"{color}\">{sign}</font> {}",
        kind.as_str().replace('_', " ")
    )
}

struct DotNode {
    shape: &'static str,
    style: &'static str,
    fill: &'static str,
    color: &'static str,
}

/// Shape and colours: lines are of the Okabe–Ito palette, fills are light tints of it.
fn look(kind: ActorType) -> DotNode {
    let (shape, style, fill, color) = match kind {
        ActorType::State => ("box", "filled,rounded", "#d6e9f8", "#0072b2"),
        ActorType::Government => ("box", "filled,rounded", "#e8f3fb", "#3389c0"),
        ActorType::Body => ("box", "filled", "#ffffff", "#0072b2"),
        ActorType::InternationalOrganisation => ("box", "filled,diagonals", "#d6e9f8", "#004d7a"),
        ActorType::ArmedGroup => ("hexagon", "filled", "#fbdcc8", "#d55e00"),
        ActorType::Party => ("box", "filled,rounded", "#f6e1ec", "#cc79a7"),
        ActorType::Company => ("box", "filled", "#d3f0e6", "#009e73"),
        ActorType::Media => ("note", "filled", "#f0f0f0", "#666666"),
        ActorType::Organisation => ("box", "filled,rounded", "#e6f5ef", "#009e73"),
        ActorType::Person => ("ellipse", "filled", "#fdf3d0", "#b58900"),
        ActorType::Group => ("ellipse", "filled,dashed", "#ffffff", "#8a8a8a"),
        ActorType::Place => ("box", "filled,rounded", "#f2f2f2", "#bbbbbb"),
        ActorType::Other => ("box", "filled,rounded", "#ffffff", "#bbbbbb"),
    };
    DotNode {
        shape,
        style,
        fill,
        color,
    }
}

/// The attributes of a node in DOT.
pub(super) fn attributes(actor: &Actor) -> String {
    if actor.thing {
        return "shape=plaintext, fontcolor=\"#444444\", margin=\"0.05,0.03\"".to_owned();
    }
    let DotNode {
        shape,
        style,
        fill,
        color,
    } = look(actor.kind());
    format!("shape={shape}, style=\"{style}\", fillcolor=\"{fill}\", color=\"{color}\"")
}

/// The attributes of an edge in DOT.
pub(super) fn drawn(style: Style) -> String {
    let DotLine {
        style,
        color,
        head,
        font,
    } = line(style);
    format!("style={style}, color=\"{color}\", fontcolor=\"{font}\", arrowhead={head}")
}

struct DotLine {
    style: &'static str,
    color: &'static str,
    head: &'static str,
    /// The colour of the label.
    font: &'static str,
}

fn line(style: Style) -> DotLine {
    let (style, color, head, font) = match style {
        Style::Stated => ("solid", "#222222", "normal", "#333333"),
        Style::Reported => ("dashed", "#444444", "normal", "#333333"),
        Style::Possible => ("dotted", "#666666", "normal", "#333333"),
        Style::Wanted => ("solid", WANTED, "empty", WANTED),
        Style::Denied => ("solid", DENIED, "tee", DENIED),
        Style::Disputed => ("dashed", DENIED, "teenormal", DENIED),
    };
    DotLine {
        style,
        color,
        head,
        font,
    }
}
