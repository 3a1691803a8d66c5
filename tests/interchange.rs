//! Exports, read back by readers that others wrote: NetworkX, Graphviz, Python's csv and json. Where one of them is
//! not installed its test says so and passes; what can be checked without them is checked in any case.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use actant::export::{ExportOptions, dot, events, gexf, graphml, json, mermaid, neo4j, statements};
use actant::graph::{Graph, Selection, SelectionOptions};
use actant::lexicon::{Gazetteer, Source};
use actant::merge::Corpus;
use serde_json::Value;

use crate::models::FAST;
use crate::sample::{Line, document, line, two_documents};

/// What formats have marks of their own for.
const MARKS: [&str; 12] = [
    "a&b",
    "<c>",
    "\"d\"",
    "'e'",
    "f;g",
    "h,i",
    "j|k",
    "#l",
    "m\\n",
    "ö→😀",
    "]]>",
    "p\u{1}q",
];

/// A graph with this many edges, whose names hold all marks.
fn graph(edges: usize) -> Graph {
    let lines: Vec<Line> = (0..edges)
        .map(|number| {
            let mark = MARKS[number % MARKS.len()];
            let thing: &'static str = Box::leak(format!("{mark}{number}").into_boxed_str());
            let text = format!("Norland praised {thing}");
            line(&text, "Norland", "praised", thing).label("praise")
        })
        .collect();
    let mut long = document("long.txt", &lines);
    long.statements[0].relation.event = Some(actant::lexicon::EventType::Support);
    let mut documents = vec![long];
    documents.extend(two_documents());
    let corpora = documents.iter().map(Corpus::of);
    Graph::build(corpora.fold(Corpus::default(), Corpus::merge))
}

fn all(graph: &Graph) -> Selection<'_> {
    graph.select(&SelectionOptions::default())
}

/// Control characters have no place in XML and in tables; they come back as blanks.
fn plain(text: &str) -> String {
    text.replace('\u{1}', " ")
}

/// What is to come back: names by id, and edges by their ends, with labels and polarity.
fn expected(graph: &Graph) -> (BTreeMap<String, String>, Vec<[String; 4]>) {
    let nodes = graph
        .actors()
        .map(|actor| (actor.id.to_string(), plain(&graph.name(&actor.id))));
    let edge = |edge: &actant::graph::MergedEdge<'_>| {
        [
            edge.source.to_string(),
            edge.target.to_string(),
            plain(edge.label()),
            edge.polarity.as_str().to_owned(),
        ]
    };
    let mut edges: Vec<[String; 4]> = graph.merged().iter().map(edge).collect();
    edges.sort();
    (nodes.collect(), edges)
}

/// What a script prints that is given the files; `None` if Python or what the script needs is not there.
#[allow(
    clippy::print_stderr,
    reason = "who runs the tests is to know what was left out"
)]
fn python(script: &str, files: &[&Path]) -> Option<Value> {
    let script = format!(
        "import sys, json, csv\n\
         csv.field_size_limit(1 << 24)\n\
         sys.stdout.reconfigure(encoding='utf-8')\n\
         try:\n    import networkx as nx\nexcept ImportError:\n    sys.exit(42)\n{script}"
    );
    let run = Command::new("python3")
        .arg("-c")
        .arg(script)
        .args(files)
        .output();
    match run {
        Ok(output) if output.status.success() => {
            Some(serde_json::from_slice(&output.stdout).unwrap())
        }
        Ok(output) if output.status.code() == Some(42) => {
            eprintln!("not read by NetworkX, which is not installed");
            None
        }
        Ok(output) => panic!("{}", String::from_utf8_lossy(&output.stderr)),
        Err(_) => {
            eprintln!("not read by NetworkX: there is no python3");
            None
        }
    }
}

fn read_back(found: &Value) -> (BTreeMap<String, String>, Vec<[String; 4]>) {
    let nodes: BTreeMap<String, String> = serde_json::from_value(found["nodes"].clone()).unwrap();
    let mut edges: Vec<[String; 4]> = serde_json::from_value(found["edges"].clone()).unwrap();
    edges.sort();
    (nodes, edges)
}

const PRINT: &str = "\n\
    print(json.dumps({'nodes': {n: d['label'] for n, d in g.nodes(data=True)},\n\
        'edges': [[s, t, d['label'], d['polarity']] for s, t, d in g.edges(data=True)]}))";

#[test]
fn gexf_comes_back_from_networkx() {
    let graph = graph(10_000);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("graph.gexf");
    gexf::write(&all(&graph), &mut fs::File::create(&file).unwrap()).unwrap();
    let script = format!("g = nx.read_gexf(sys.argv[1]){PRINT}");
    if let Some(found) = python(&script, &[&file]) {
        assert!(read_back(&found) == expected(&graph));
    }
}

#[test]
fn gexf_declares_every_attribute_that_it_gives() {
    let graph = graph(24);
    let mut out = Vec::new();
    gexf::write(&all(&graph), &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    let after = |mark: &'static str| -> BTreeSet<&str> {
        let parts = text.split(mark).skip(1);
        parts.map(|part| part.split('"').next().unwrap()).collect()
    };
    let (declared, given) = (after("<attribute id=\""), after("<attvalue for=\""));
    assert!(!given.is_empty() && given.is_subset(&declared), "{given:?}");
    assert!(!text.contains("value=\"\""), "empty values are left out");
}

#[test]
fn graphml_comes_back_from_networkx_with_an_edge_for_every_claim() {
    let graph = graph(10_000);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("graph.graphml");
    graphml::write(&all(&graph), &mut fs::File::create(&file).unwrap()).unwrap();
    let script = format!("g = nx.read_graphml(sys.argv[1], force_multigraph=True){PRINT}");
    if let Some(found) = python(&script, &[&file]) {
        let (nodes, edges) = read_back(&found);
        assert!(nodes == expected(&graph).0);
        assert_eq!(edges.len(), graph.claims().len());
    }
}

#[test]
fn json_comes_back_from_networkx_with_all_letters() {
    let graph = graph(10_000);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("graph.json");
    json::write(&all(&graph), &mut fs::File::create(&file).unwrap()).unwrap();
    let script = format!(
        "g = nx.node_link_graph(json.load(open(sys.argv[1], encoding='utf-8')), edges='edges'){PRINT}"
    );
    if let Some(found) = python(&script, &[&file]) {
        let (nodes, edges) = read_back(&found);
        for actor in graph.actors() {
            assert_eq!(nodes[actor.id.as_str()], graph.name(&actor.id));
        }
        assert_eq!(edges.len(), graph.claims().len());
    }
}

/// The rows of a table, by column.
fn table(bytes: &[u8]) -> (Vec<String>, Vec<BTreeMap<String, String>>) {
    let mut reader = csv::Reader::from_reader(bytes);
    let header: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    let rows = reader.deserialize().map(Result::unwrap).collect();
    (header, rows)
}

/// <https://neo4j.com/docs/operations-manual/current/import/>: a name, a colon, a type; at most one `:ID`, one
/// `:START_ID`, `:END_ID` and `:TYPE`; no record over several lines.
#[test]
fn tables_for_neo4j_follow_the_rules_of_its_importer() {
    let graph = graph(10_000);
    let (mut nodes, mut relationships) = (Vec::new(), Vec::new());
    neo4j::write_nodes(&all(&graph), &mut nodes).unwrap();
    neo4j::write_relationships(&all(&graph), &mut relationships).unwrap();
    let (node_header, node_rows) = table(&nodes);
    let (edge_header, edge_rows) = table(&relationships);
    let types = [
        "", "ID", "LABEL", "START_ID", "END_ID", "TYPE", "int", "double", "boolean", "date",
        "string[]",
    ];
    for field in node_header.iter().chain(&edge_header) {
        let (name, kind) = field.split_once(':').unwrap_or((field, ""));
        assert!(types.contains(&kind), "{field}");
        assert!(
            name.chars()
                .all(|letter| letter.is_ascii_lowercase() || letter == '_')
        );
    }
    let ids: BTreeSet<&str> = node_rows.iter().map(|row| row["id:ID"].as_str()).collect();
    assert_eq!(ids.len(), graph.actors().len());
    assert_eq!(edge_rows.len(), graph.merged().len());
    for row in &edge_rows {
        assert!(ids.contains(row[":START_ID"].as_str()) && ids.contains(row[":END_ID"].as_str()));
        assert!(!row[":TYPE"].is_empty());
    }
    for row in node_rows.iter().chain(&edge_rows) {
        assert!(row.values().all(|value| !value.contains(['\n', '\r'])));
        for (field, value) in row {
            match field.rsplit(':').next().unwrap() {
                "int" => assert!(value.parse::<u64>().is_ok(), "{field} {value}"),
                "double" => assert!(value.parse::<f64>().is_ok(), "{field} {value}"),
                "boolean" => assert!(value.parse::<bool>().is_ok(), "{field} {value}"),
                _ => {}
            }
        }
    }
    for actor in graph.actors() {
        let row = node_rows
            .iter()
            .find(|row| row["id:ID"] == actor.id.as_str());
        assert_eq!(row.unwrap()["name"], graph.name(&actor.id));
        if node_rows.len() > 1_000 {
            break;
        }
    }
}

#[test]
fn tables_come_back_from_pythons_csv() {
    let graph = graph(10_000);
    let folder = tempfile::tempdir().unwrap();
    let (nodes, edges) = (folder.path().join("n.csv"), folder.path().join("r.csv"));
    neo4j::write_nodes(&all(&graph), &mut fs::File::create(&nodes).unwrap()).unwrap();
    neo4j::write_relationships(&all(&graph), &mut fs::File::create(&edges).unwrap()).unwrap();
    let script = "n, r = [list(csv.DictReader(open(f, encoding='utf-8', newline=''))) for f in sys.argv[1:]]\n\
        print(json.dumps({'nodes': {d['id:ID']: d['name'] for d in n},\n\
        'edges': [[d[':START_ID'], d[':END_ID'], d['label'], d['polarity']] for d in r]}))";
    if let Some(found) = python(script, &[&nodes, &edges]) {
        let (names, back) = read_back(&found);
        assert!(back == expected(&graph).1);
        assert_eq!(names.len(), graph.actors().len());
    }
}

#[test]
fn the_table_of_events_has_a_row_for_each_coded_statement() {
    let graph = graph(24);
    let gazetteer = Gazetteer::load(&Source::embedded()).unwrap();
    let mut out = Vec::new();
    events::write(&all(&graph), &gazetteer, &mut out).unwrap();
    let (header, rows) = table(&out);
    assert_eq!(header[..4], ["date", "source_code", "event", "target_code"]);
    assert_eq!(rows.len(), 1);
    let row = &rows[0];
    assert_eq!(
        (row["event"].as_str(), row["quad"].as_str()),
        ("SUPPORT", "verbal cooperation")
    );
    assert_eq!(
        (row["source"].as_str(), row["date"].as_str()),
        ("Norland", "")
    );
    assert_eq!(
        row["source_code"], "---",
        "a state that the gazetteer does not know"
    );
    assert!(row["sentence"].starts_with("Norland praised"));
}

#[test]
fn codes_are_those_of_the_state_behind_an_actor() {
    use actant::graph::Builder;
    let graph = Builder::new(&FAST)
        .text("note", "China urged Japan on Monday to release the crew.")
        .build();
    let gazetteer = Gazetteer::load(&Source::embedded()).unwrap();
    let mut out = Vec::new();
    events::write(&all(&graph), &gazetteer, &mut out).unwrap();
    let (_, rows) = table(&out);
    let found = rows.iter().find(|row| row["event"] == "REQUEST").unwrap();
    assert_eq!(
        (found["source_code"].as_str(), found["target_code"].as_str()),
        ("CHN", "JPN")
    );
    assert!(graph.corpus().claim(&found["id"].as_str().into()).is_some());
}

#[test]
fn every_statement_is_a_line_of_json() {
    let graph = graph(10_000);
    let mut out = Vec::new();
    statements::write(&all(&graph), &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    let lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let evidence: usize = graph.claims().map(|claim| claim.evidence.len()).sum();
    assert_eq!(lines.len(), evidence);
    for line in &lines {
        let claim = graph
            .corpus()
            .claim(&line["claim"].as_str().unwrap().into())
            .unwrap();
        assert_eq!(line["edge"], claim.edge().as_str());
        assert_eq!(line["target"]["name"], graph.name(&claim.target).as_str());
    }
}

#[test]
#[allow(
    clippy::print_stderr,
    reason = "who runs the tests is to know what was left out"
)]
fn dot_comes_back_from_graphviz() {
    let graph = graph(2_000);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("graph.dot");
    let mut text = String::new();
    dot::write(&all(&graph), &ExportOptions::default(), &mut text);
    let drawn = text
        .lines()
        .filter(|line| line.contains("\" -> \""))
        .count();
    fs::write(&file, &text).unwrap();
    match Command::new("dot").arg("-Tcanon").arg(&file).output() {
        Ok(output) => {
            let told = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{told}");
            let back = String::from_utf8_lossy(&output.stdout);
            let edges = back.lines().filter(|line| line.contains(" -> a")).count();
            assert_eq!(edges, drawn);
        }
        Err(_) => eprintln!("not read by Graphviz, which is not installed"),
    }
}

/// There is no reader of Mermaid outside a browser: each line must be of one of the forms that its documentation
/// tells for flow charts, with no mark of its own inside a label.
#[test]
fn mermaid_has_lines_of_its_documented_forms() {
    let graph = graph(200);
    let mut text = String::new();
    mermaid::write(&all(&graph), &mut text);
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("flowchart LR"));
    let node = regex::Regex::new(r#"^  a[0-9a-f]{16}(\(\[|\[|\()"[^"`|<>\\\[\]{}]+"(\]\)|\]|\))$"#);
    let edge = regex::Regex::new(
        r#"^  a[0-9a-f]{16} (-->|-\.->|==>|--x|-\.-x|---)\|"[^"`|<>\\\[\]{}]+"\| a[0-9a-f]{16}$"#,
    );
    let (node, edge) = (node.unwrap(), edge.unwrap());
    let (mut nodes, mut edges) = (0, 0);
    for line in lines {
        assert!(node.is_match(line) || edge.is_match(line), "{line}");
        nodes += usize::from(node.is_match(line));
        edges += usize::from(edge.is_match(line));
    }
    assert_eq!(nodes, graph.actors().len());
    assert!(edges >= 200);
}
