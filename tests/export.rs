//! The outside forms of a graph, on documents made by hand.

use std::path::Path;

use actant::export::{self, ExportFormat, ExportOptions, dot, graphml, json};
use actant::extract::Extracted;
use actant::graph::{Graph, SelectionOptions};
use actant::merge::Corpus;

use crate::sample::two_documents;

fn graph_of(documents: &[Extracted]) -> Graph {
    Graph::build(
        documents
            .iter()
            .map(Corpus::of)
            .fold(Corpus::default(), Corpus::merge),
    )
}

fn bytes(graph: &Graph) -> Vec<u8> {
    let mut bytes = Vec::new();
    graph.write(&mut bytes).unwrap();
    bytes
}

#[test]
fn the_file_and_the_picture_are_as_they_were() {
    let graph = graph_of(&two_documents());
    check_golden(
        "graph/two-documents.json",
        &String::from_utf8(bytes(&graph)).unwrap(),
    );
    let mut picture = String::new();
    dot::write(
        &graph.select(&SelectionOptions {
            top: Some(6),
            about: Vec::new(),
            depth: 1,
        }),
        &ExportOptions::default(),
        &mut picture,
    );
    check_golden("dot/two-documents.dot", &picture);
}

#[test]
fn the_network_has_each_node_and_edge_with_its_sentences() {
    let graph = graph_of(&two_documents());
    let mut out = Vec::new();
    json::write(&graph.select(&SelectionOptions::default()), &mut out).unwrap();
    let network: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(
        network["nodes"].as_array().unwrap().len(),
        graph.actors().len()
    );
    let edges = network["edges"].as_array().unwrap();
    assert_eq!(edges.len(), graph.claims().len());
    for edge in edges {
        for evidence in edge["evidence"].as_array().unwrap() {
            let (sentence, start) = (
                evidence["sentence"].as_str().unwrap(),
                evidence["start"].as_u64().unwrap(),
            );
            for mark in evidence["marks"].as_array().unwrap() {
                let at = |key: &str| (mark[key].as_u64().unwrap() - start) as usize;
                let words: String = sentence
                    .chars()
                    .skip(at("start"))
                    .take(at("end") - at("start"))
                    .collect();
                assert!(!words.is_empty() && words == words.trim(), "{words:?}");
            }
        }
    }
}

#[test]
fn graphml_read_by_a_parser_gives_the_same_nodes_and_edges() {
    let graph = graph_of(&two_documents());
    let mut out = Vec::new();
    graphml::write(&graph.select(&SelectionOptions::default()), &mut out).unwrap();
    let (nodes, edges) = read_graphml(std::str::from_utf8(&out).unwrap());
    let expected: Vec<(String, String)> = graph
        .actors()
        .map(|actor| (actor.id.to_string(), graph.name(&actor.id)))
        .collect();
    assert_eq!(nodes, expected);
    let expected: Vec<(String, String, String)> = (graph.claims())
        .map(|claim| {
            (
                claim.source.to_string(),
                claim.target.to_string(),
                claim.label().to_owned(),
            )
        })
        .collect();
    assert_eq!(edges, expected);
}

/// Ids and labels of nodes; sources, targets and labels of edges.
#[allow(
    clippy::type_complexity,
    reason = "two lists of tuples are plainer than types for one test"
)]
fn read_graphml(text: &str) -> (Vec<(String, String)>, Vec<(String, String, String)>) {
    use quick_xml::XmlVersion;
    use quick_xml::events::{BytesStart, Event};
    let attribute = |start: &BytesStart<'_>, name: &str| {
        let found = start.try_get_attribute(name).unwrap().unwrap();
        found
            .normalized_value(XmlVersion::Implicit1_0)
            .unwrap()
            .into_owned()
    };
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut nodes, mut edges) = (Vec::new(), Vec::new());
    let (mut key, mut value) = (String::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => match start.name().as_ref() {
                "node" => nodes.push((attribute(&start, "id"), String::new())),
                "edge" => {
                    edges.push((
                        attribute(&start, "source"),
                        attribute(&start, "target"),
                        String::new(),
                    ));
                }
                "data" => {
                    key = attribute(&start, "key");
                    value.clear();
                }
                _ => {}
            },
            Event::Text(found) => value.push_str(&found),
            Event::GeneralRef(found) => value.push(match &*found {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                other => panic!("{other}"),
            }),
            Event::End(end) if end.name().as_ref() == "data" => match key.as_str() {
                "node_label" => nodes.last_mut().unwrap().1 = value.clone(),
                "edge_label" => edges.last_mut().unwrap().2 = value.clone(),
                _ => {}
            },
            Event::Eof => return (nodes, edges),
            _ => {}
        }
    }
}

/// Compares with a file of `tests/golden`; `ACTANT_UPDATE=1` writes it anew.
fn check_golden(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    if std::env::var_os("ACTANT_UPDATE").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == expected,
        "{name} is not as it was; see the difference with ACTANT_UPDATE=1 and git diff"
    );
}

fn formats() -> impl Iterator<Item = &'static ExportFormat> {
    actant::view::FORMATS.iter().chain(export::FORMATS).copied()
}

#[test]
fn every_format_writes_its_files_and_stands_in_the_documents() {
    let graph = graph_of(&two_documents());
    let selection = graph.select(&SelectionOptions::default());
    let read = |name: &str| {
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
    };
    let (questions, readme) = (read("docs/questions.md"), read("README.md"));
    for format in formats() {
        for file in format.files {
            let mut out = Vec::new();
            (file.write)(&selection, &ExportOptions::default(), &mut out).unwrap();
            assert!(!out.is_empty(), "{}{}", format.name, file.suffix);
        }
        let endings: Vec<String> = format
            .endings
            .iter()
            .map(|one| format!("`.{one}`"))
            .collect();
        let row = format!("| `{}` | {}", format.name, endings.join(", "));
        let row = row.trim_end();
        assert!(
            questions.contains(row),
            "docs/questions.md has no row {row}"
        );
        assert!(readme.contains(&format!("`{}`", format.name)), "{row}");
    }
}

#[test]
fn no_two_formats_share_a_name_or_a_file_ending() {
    let mut names: Vec<&str> = formats().map(|format| format.name).collect();
    let mut endings: Vec<&str> = formats()
        .flat_map(|format| format.endings)
        .copied()
        .collect();
    for list in [&mut names, &mut endings] {
        let count = list.len();
        list.sort_unstable();
        list.dedup();
        assert_eq!(list.len(), count, "{list:?}");
    }
}

#[test]
fn the_schema_document_tells_every_field_of_the_file() {
    let document =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/graph-json.md"))
            .unwrap();
    let graph: serde_json::Value =
        serde_json::from_slice(&bytes(&graph_of(&two_documents()))).unwrap();
    let version = format!("schema version {}", graph["schema_version"]);
    assert!(
        document.contains(&version),
        "the document is not about {version}"
    );
    for array in ["documents", "sentences", "actors", "attributions", "claims"] {
        let record = &graph[array][0];
        let mut fields: Vec<&String> = record.as_object().unwrap().keys().collect();
        // The records inside records are described in the same section.
        let inner = [&record["evidence"][0], &record["speaker"]];
        fields.extend(
            inner
                .into_iter()
                .filter_map(|inner| inner.as_object())
                .flat_map(|inner| inner.keys()),
        );
        let seen = record["seen"]
            .as_object()
            .and_then(|seen| seen.values().next()?.as_object());
        fields.extend(seen.into_iter().flat_map(|seen| seen.keys()));
        let heading = format!("\n## {}{}\n", array[..1].to_uppercase(), &array[1..]);
        let section = document
            .split(&heading)
            .nth(1)
            .unwrap_or_else(|| panic!("no section on {array}"));
        let section = section.split("\n## ").next().unwrap();
        for field in fields {
            assert!(
                section.contains(&format!("`{field}`")),
                "{array}: nothing on `{field}`"
            );
        }
    }
}
