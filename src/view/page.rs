//! A graph as one HTML file that explores it, without network or server.
//!
//! Markup, style and script are the files in `page/`; this module joins them with the data. Texts of articles are
//! untrusted: they are data only, in which `<` is escaped; the script displays them as text only; and a content
//! security policy, which names the page's own script and style by their hashes, forbids everything else.

use sha2::{Digest, Sha256};

use crate::graph::Graph;

use super::{base64, data, svg};

const PAGE: &str = include_str!("page/page.html");
const STYLE: &str = include_str!("page/style.css");
/// The files of the script, in the order of their dependencies.
const SCRIPT: [&str; 11] = [
    include_str!("page/graph.js"),
    include_str!("page/state.js"),
    include_str!("page/filter.js"),
    include_str!("page/look.js"),
    include_str!("page/draw.js"),
    include_str!("page/sentence.js"),
    include_str!("page/panel.js"),
    include_str!("page/sidebar.js"),
    include_str!("page/table.js"),
    include_str!("page/save.js"),
    include_str!("page/main.js"),
];

/// Options of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The number of the most important actors and things that are shown at first.
    pub top: usize,
    /// The path from the folder of the page to the folder where paths of documents start: `../`; or a `file:` URL.
    pub base: String,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            top: 60,
            base: String::new(),
        }
    }
}

/// The page of a graph.
pub fn of(graph: &Graph, options: &Options) -> String {
    let data = data::of(graph, options.top, options.base.clone());
    let data =
        serde_json::to_string(&data).expect("records of strings and numbers have a JSON form");
    // The only character that could end the element or open a comment.
    let data = data.replace('<', "\\u003c");
    let script = format!("'use strict';\n(() => {{\n{}\n}})();\n", SCRIPT.join("\n"));
    let policy = format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; img-src data: blob:; base-uri 'none'; form-action 'none'",
        hash(&script),
        hash(STYLE)
    );
    let title = match graph.corpus().documents().len() {
        1 => "Actant: 1 document".to_owned(),
        count => format!("Actant: {count} documents"),
    };
    let fillings = [
        ("{{policy}}", svg::escaped(&policy).replace("&#39;", "'")),
        ("{{title}}", svg::escaped(&title)),
        ("{{style}}", STYLE.to_owned()),
        ("{{data}}", data),
        ("{{script}}", script),
    ];
    fill(PAGE, &fillings)
}

/// Replaces the placeholders of a template; replacements are not searched for placeholders.
fn fill(template: &str, fillings: &[(&str, String)]) -> String {
    let mut page = String::new();
    let mut rest = template;
    while let Some((at, (mark, text))) = fillings
        .iter()
        .filter_map(|filling| Some((rest.find(filling.0)?, filling)))
        .min_by_key(|(at, _)| *at)
    {
        page.push_str(&rest[..at]);
        page.push_str(text);
        rest = &rest[at + mark.len()..];
    }
    page.push_str(rest);
    page
}

/// The hash of a script or style in the form of the policy.
fn hash(content: &str) -> String {
    format!(
        "sha256-{}",
        base64::encode(&Sha256::digest(content.as_bytes()))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_not_looked_at_again() {
        let fillings = [("{{a}}", "{{b}}".to_owned()), ("{{b}}", "{{a}}".to_owned())];
        assert_eq!(fill("<{{a}}|{{b}}>", &fillings), "<{{b}}|{{a}}>");
    }

    #[test]
    fn the_page_asks_for_nothing_from_outside() {
        for part in SCRIPT.iter().chain([&STYLE, &PAGE]) {
            for call in [
                "fetch(",
                "XMLHttpRequest",
                "import(",
                "innerHTML",
                "insertAdjacentHTML",
                "eval(",
                "document.write",
                "url(",
            ] {
                assert!(!part.contains(call), "{call}");
            }
        }
        assert!(!STYLE.contains("</style"));
        assert!(SCRIPT.iter().all(|part| !part.contains("</script")));
    }
}
