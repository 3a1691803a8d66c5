//! Who said what about whom, and the sentences behind an edge.
//!
//! ```text
//! cargo run --example ask
//! ```

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "an example prints"
)]

use actant::graph::ActorMatch;
use actant::query::{AttributionQuery, said};
use actant::trace::between;
use actant::{Builder, Models};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let models = Models::accurate()?;
    let graph = Builder::new(&models)
        .paths(["examples/articles"], |problem| eprintln!("{problem}"))
        .build();

    // Names are found as people type them; `ActorMatch` tells when one is not clear or not there.
    let (ActorMatch::One(china), ActorMatch::One(netherlands)) =
        (graph.find("china"), graph.find("Netherlands"))
    else {
        return Err("the articles name both countries".into());
    };

    // Everything that China says, its ministries and spokespeople included.
    let question = AttributionQuery {
        by: Some(china.id.clone()),
        about: None,
        ..AttributionQuery::default()
    };
    for saying in said(&graph, &question) {
        println!("{}: {} {}", saying.place(), saying.speaker(), saying.cue());
        println!("   {}", saying.content());
    }

    // Every sentence behind the edges between the two, with the exact words.
    for step in between(&graph, &china.id, &netherlands.id) {
        println!("{}: {} [{}]", step.place(), step.sentence.text, step.stance);
        for (span, role) in step.marks() {
            println!("   {role:?}: {}", &step.sentence.text[span.range()]);
        }
    }
    Ok(())
}
