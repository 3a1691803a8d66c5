//! The graph file and the names of actors, shared by the commands that read a graph.

use std::io::Read;
use std::path::PathBuf;

use clap::Args;

use crate::graph::{ActorMatch, Graph};
use crate::lexicon::{FrameLexicon, Source};
use crate::merge::{Id, Relations};

use super::input::Lists;
use super::message::{Failure, warn};

#[derive(Debug, Args)]
pub(super) struct GraphFile {
    /// A graph file from `actant build`; `-` is standard input
    #[arg(value_name = "GRAPH")]
    graph: PathBuf,
    /// A file with your own relations, which rename edges; see examples/relations
    #[arg(long, value_name = "FILE")]
    relations: Option<PathBuf>,
    /// With --relations: leave out edges that match none of them, types included
    #[arg(long, requires = "relations")]
    strict: bool,
    #[command(flatten)]
    lists: Lists,
}

impl GraphFile {
    /// The word lists of the program, extended by the user's.
    pub(super) fn source(&self) -> Result<Source, Failure> {
        self.lists.source()
    }

    /// The graph, with the user's relations applied if there are any.
    pub(super) fn load(&self) -> Result<Graph, Failure> {
        let graph = self.read()?;
        let Some(path) = &self.relations else {
            return Ok(graph);
        };
        let frames = FrameLexicon::load(&self.source()?).map_err(Failure::new)?;
        let relations = Relations::load(path, &frames).map_err(Failure::new)?;
        let relations = if self.strict {
            relations.strict()
        } else {
            relations
        };
        let mapped = relations.apply(graph.corpus().clone());
        if mapped.mapped == 0 {
            warn(&format!(
                "{}: none of its relations matches a claim of the graph",
                path.display()
            ));
        }
        Ok(Graph::build(mapped.corpus))
    }

    fn read(&self) -> Result<Graph, Failure> {
        if self.graph.as_os_str() == "-" {
            let mut content = Vec::new();
            let read = std::io::stdin().lock().read_to_end(&mut content);
            read.map_err(|error| Failure::new(format!("standard input: cannot be read: {error}")))?;
            return Graph::read("standard input", &content).map_err(Failure::new);
        }
        Graph::load(&self.graph).map_err(Failure::new)
    }
}

/// Resolves the name of an actor; the message says what to try if there is none or more than one.
pub(super) fn actor(graph: &Graph, name: &str) -> Result<Id, Failure> {
    match graph.find(name) {
        ActorMatch::One(actor) => Ok(actor.id.clone()),
        ActorMatch::Several(actors) => {
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
                "`{name}` is ambiguous; give the whole name or the id:{}{more}",
                choices.concat()
            )))
        }
        ActorMatch::Nothing(suggestions) if suggestions.is_empty() => {
            Err(Failure::nothing(format!("the graph has no actor `{name}`")))
        }
        ActorMatch::Nothing(suggestions) => {
            let list: Vec<String> = suggestions.iter().map(|name| format!("`{name}`")).collect();
            Err(Failure::nothing(format!(
                "the graph has no actor `{name}`; did you mean {}?",
                list.join(" or ")
            )))
        }
    }
}
