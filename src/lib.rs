//! Actant builds a knowledge graph of actors and relations out of news: who does what to whom, who says so, and the
//! exact words behind every edge.
//!
//! # The flow
//!
//! The modules stand in the order in which data flows through them; each knows only those above it.
//!
//! | module | in | out |
//! |---|---|---|
//! | [`text`] | – | the vocabulary: documents, sentences, tokens, spans, trees |
//! | [`lexicon`] | `data/` | word lists, gazetteers and frames as typed look-ups |
//! | [`syntax`] | a tree, word lists | answers to questions about it: passive, finite, negated, subject, governors |
//! | [`model`] | `data/models` | learned weights and the kernels that score with them |
//! | [`read`] | files, folders, streams | [`Document`](text::Document)s |
//! | [`annotate`] | a document | [`Annotated`](annotate::Annotated): sentences, tags, trees, mentions, actors |
//! | [`extract`] | an annotated document | [`Extracted`](extract::Extracted): statements, and who says them |
//! | [`merge`] | extracted documents | one node for each actor, one claim for each thing said, all evidence |
//! | [`graph`] | merged documents | a petgraph graph; `graph.json` |
//! | [`query`] | a graph and a question | sayings, edges, ways, figures |
//! | [`trace`] | a claim | its source sentences, the exact words marked |
//! | [`export`] | any of these | JSON, TSV, CoNLL-U, DOT, GraphML, GEXF, Mermaid, tables for Neo4j and of events |
//! | [`view`] | a graph | the picture as SVG and PNG, and a page that explores it |
//! | `evaluate` | gold annotations (feature `train`) | figures: how much of them the program has right |
//! | `train` | treebanks and other corpora (feature `train`) | the weights in `data/models` |
//! | [`cli`] | arguments | the `actant` command |
//!
//! # In a few lines
//!
//! ```
//! use actant::annotate::Models;
//! use actant::graph::Builder;
//! use actant::lexicon::Source;
//!
//! let models = Models::accurate(&Source::embedded())?;
//! let graph = Builder::new(&models).text("note", "China warned Japan on Monday.").build();
//! let claim = graph.claims().next().expect("the note makes a claim");
//! assert_eq!(graph.name(&claim.source), "China");
//! assert_eq!(graph.name(&claim.target), "Japan");
//! let step = &actant::trace::of_claim(&graph, claim)[0];
//! assert_eq!(step.sentence.text, "China warned Japan on Monday.");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The folder `examples/` has more: `build_graph`, `ask`, `network`.
//!
//! # Invariants
//!
//! - Analysis never fails: text of any kind gives a result. Only reading, loading and writing return errors.
//! - Everything carries its [`Span`](text::Span), and a span gives back the exact words of the document's text.
//! - The same input gives the same bytes out, at any number of threads.
//! - A parse is a tree with one root; merging does not depend on the order or grouping of documents.
//! - Only [`cli`] prints, reads arguments or looks at the terminal.

pub mod text;

pub mod lexicon;

pub mod syntax;

pub mod model;

pub mod read;

pub mod annotate;

pub mod extract;

pub mod merge;

pub mod graph;

pub mod query;

pub mod trace;

pub mod export;

pub mod view;

#[cfg(any(test, feature = "train"))]
pub mod evaluate;

#[cfg(feature = "train")]
pub mod train;

pub mod cli;

/// The README's code runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
