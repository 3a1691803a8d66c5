//! What the commands that ask a graph share: the file, and the actors that the user names.

use std::io::Read;
use std::path::PathBuf;

use clap::Args;

use crate::graph::{Found, Graph};
use crate::merge::Id;

use super::message::Failure;

#[derive(Debug, Args)]
pub(super) struct GraphFile {
    /// A graph that `actant build` wrote; `-` is standard input
    #[arg(value_name = "GRAPH")]
    graph: PathBuf,
}

impl GraphFile {
    pub(super) fn load(&self) -> Result<Graph, Failure> {
        if self.graph.as_os_str() == "-" {
            let mut content = Vec::new();
            let read = std::io::stdin().lock().read_to_end(&mut content);
            read.map_err(|error| Failure::new(format!("standard input: cannot be read: {error}")))?;
            return Graph::read("standard input", &content).map_err(Failure::new);
        }
        Graph::load(&self.graph).map_err(Failure::new)
    }
}

/// The actor that the user means; what to try instead if there is none or more than one.
pub(super) fn actor(graph: &Graph, name: &str) -> Result<Id, Failure> {
    match graph.find(name) {
        Found::One(actor) => Ok(actor.id.clone()),
        Found::Several(actors) => {
            let choices: Vec<String> = (actors.iter().take(8))
                .map(|actor| {
                    format!(
                        "\n  {}  {} ({})",
                        actor.id,
                        graph.name(&actor.id),
                        actor.kind()
                    )
                })
                .collect();
            let more = if actors.len() > 8 { "\n  …" } else { "" };
            Err(Failure::new(format!(
                "`{name}` may be any of these; give the whole name or the id:{}{more}",
                choices.concat()
            )))
        }
        Found::Nothing(suggestions) if suggestions.is_empty() => {
            Err(Failure::new(format!("the graph has no actor `{name}`")))
        }
        Found::Nothing(suggestions) => {
            let list: Vec<String> = suggestions.iter().map(|name| format!("`{name}`")).collect();
            Err(Failure::new(format!(
                "the graph has no actor `{name}`; did you mean {}?",
                list.join(" or ")
            )))
        }
    }
}
