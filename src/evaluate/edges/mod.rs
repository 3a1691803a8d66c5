//! Edges, sayings and actors of whole articles, against the graph that a careful reader takes from them.
//!
//! In: articles with the reader's graph, and `graph.json` of all of them together. Out: the figures of edges, sayings
//! and actors. Read `measure` first; `graph` has the records of `graph.json`, `gold` those of the reader, `words`
//! decides whether two names or labels are the same, `referents` scores pronouns and nouns.

mod gold;
mod graph;
mod measure;
mod referents;
mod words;

pub(super) use measure::file;
