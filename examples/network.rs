//! Algorithms of petgraph on the network of actors, and a picture for Graphviz.
//!
//! ```text
//! cargo run --example network | dot -Tsvg > network.svg
//! ```

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "an example prints"
)]

use actant::export::{ExportOptions, dot};
use actant::graph::SelectionOptions;
use actant::{Builder, Models};
use petgraph::algo::{dijkstra, tarjan_scc};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let models = Models::accurate()?;
    let graph = Builder::new(&models)
        .paths(["examples/articles"], |problem| eprintln!("{problem}"))
        .build();

    // Nodes carry ids of actors and edges ids of claims: whatever petgraph finds leads back to the sentences.
    let network = graph.network();
    let first = graph.top(1)[0];
    let node = graph.node(&first.id).ok_or("every actor has a node")?;
    let reached = dijkstra(network, node, None, |_| 1);
    eprintln!(
        "{} acts, at any number of removes, on {} others",
        first.name(),
        reached.len() - 1
    );
    for circle in tarjan_scc(network).iter().filter(|circle| circle.len() > 1) {
        let names: Vec<String> = circle
            .iter()
            .map(|&node| graph.name(&network[node]))
            .collect();
        eprintln!("act on each other: {}", names.join(", "));
    }

    // A picture of the fifteen most important actors.
    let mut picture = String::new();
    dot::write(
        &graph.select(&SelectionOptions {
            top: Some(15),
            about: Vec::new(),
            depth: 1,
        }),
        &ExportOptions::default(),
        &mut picture,
    );
    print!("{picture}");
    Ok(())
}
