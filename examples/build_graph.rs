//! From a folder of articles to a graph, and what is in it.
//!
//! ```text
//! cargo run --example build_graph [PATH…]
//! ```

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "an example prints"
)]

use actant::{Builder, Graph, Models};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut paths: Vec<String> = std::env::args().skip(1).collect();
    if paths.is_empty() {
        paths.push("examples/articles".to_owned());
    }

    // Models are loaded once, in milliseconds, and passed to whatever needs them.
    let models = Models::accurate()?;

    // Files are read one after another and worked on in parallel. What cannot be read is told and left out.
    let graph = Builder::new(&models)
        .paths(&paths, |problem| eprintln!("{problem}"))
        .build();

    // The most important actors, with all the names that the articles use for them.
    for actor in graph.top(10) {
        let names: Vec<&str> = actor.aliases().into_iter().map(|(name, _)| name).collect();
        println!(
            "{} ({}): {}",
            graph.name(&actor.id),
            actor.kind(),
            names.join(", ")
        );

        // What they do, and how far that can be taken for a fact.
        for claim in graph.claims_by(&actor.id) {
            let stance = graph.stance(claim);
            println!(
                "   {} {} [{stance}]",
                claim.label(),
                graph.name(&claim.target)
            );
        }
    }

    // `graph.json` keeps everything, and reads back equal.
    let file = std::env::temp_dir().join("actant-example.json");
    graph.save(&file)?;
    assert_eq!(Graph::load(&file)?, graph);
    std::fs::remove_file(&file)?;
    Ok(())
}
