//! Actant builds a knowledge graph of actors and relations out of news: who does what to whom, who says so, and the
//! exact words behind every edge.
//!
//! ```
//! use actant::{Builder, Models};
//!
//! let models = Models::accurate()?;
//! let graph = Builder::new(&models).text("note", "China warned Japan on Monday.").build();
//! let claim = graph.claims().next().expect("the note makes a claim");
//! assert_eq!(graph.name(&claim.source), "China");
//! assert_eq!(graph.name(&claim.target), "Japan");
//! let step = &actant::trace::of_claim(&graph, claim)[0];
//! assert_eq!(step.sentence.text, "China warned Japan on Monday.");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Builder`] runs all stages. To run them one by one, call [`read::text`], [`annotate::annotate`],
//! [`extract::extract`], [`merge::Corpus::of`] and [`Graph::build`]. The folder `examples/` has short tutorials:
//! `build_graph`, `ask`, `network`, `own_extractor`.
//!
//! # Modules
//!
//! The modules are listed in the order in which data flows through them; each uses only those above it.
//!
//! | module | in | out |
//! |---|---|---|
//! | [`text`] | – | the vocabulary: documents, sentences, tokens, spans, trees |
//! | [`lexicon`] | `data/` | word lists, gazetteers and frames as typed look-ups |
//! | [`syntax`] | a tree, word lists | answers to questions about it: passive, finite, negated, subject, governors |
//! | [`model`] | `data/models` | learned weights and the kernels that score with them |
//! | [`read`] | files, folders, streams | [`Document`]s |
//! | [`annotate`] | a document | [`Annotated`]: sentences, tags, trees, mentions, actors |
//! | [`extract`] | an annotated document | [`Extracted`]: statements, and who says them |
//! | [`merge`] | extracted documents | one node for each actor, one claim for each thing said, all evidence |
//! | [`graph`] | merged documents | a petgraph graph; `graph.json` |
//! | [`query`] | a graph and a question | sayings, edges, paths, figures |
//! | [`trace`] | a claim | its source sentences, the exact words marked |
//! | [`export`] | any of these | JSON, TSV, CoNLL-U, DOT, GraphML, GEXF, Mermaid, tables for Neo4j and of events |
//! | [`view`] | a graph | the picture as SVG and PNG, and a page that explores it |
//! | `evaluate` (feature `train`) | gold annotations | figures: how much of them the program has right |
//! | `train` (feature) | treebanks and other corpora | the weights in `data/models` |
//! | `cli` (feature) | arguments | the `actant` command |
//!
//! # Features
//!
//! - `cli`, on by default: the `actant` command. A program that only uses the library does without it and without the
//!   crates behind it: `actant = { version = "0.1", default-features = false }`.
//! - `train`: the learners and `actant train`, the measures and `actant eval`.
//!
//! # Offsets
//!
//! Every offset is part of a [`Span`](text::Span), whose type names its unit; `end` is exclusive everywhere.
//!
//! - [`Span`](text::Span), which is short for `Span<Bytes>`: bytes of [`Document::text`]. Up to [`Extracted`], all
//!   offsets are of this kind. Where [`trace`] and [`query`] mark words of one sentence, they are bytes of that
//!   sentence's text.
//! - `Span<Chars>`: Unicode code points of [`Document::text`]. From [`merge`] on, that is in a [`Graph`], in
//!   `graph.json` and in all that [`export`] writes, offsets are of this kind, as other languages count.
//! - `Span<Tokens>`: tokens of a sentence, counted from 0. Printed tokens count from 1, as in CoNLL-U.
//!
//! [`CharIndex`](text::CharIndex) converts between bytes and code points, [`LineIndex`](text::LineIndex) gives lines and
//! columns, both counted from 1, columns in code points.
//!
//! # Invariants
//!
//! - Analysis never fails: text of any kind gives a result. Only reading, loading and writing return errors.
//! - Everything carries its [`Span`](text::Span), and a span gives back the exact words of the document's text.
//! - The same input gives the same bytes out, at any number of threads.
//! - A parse is a tree with one root; merging does not depend on the order or grouping of documents.
//! - Only `cli` prints, reads arguments or looks at the terminal.

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

#[cfg(feature = "cli")]
pub mod cli;

pub use annotate::{Annotated, Models};
pub use extract::{Attribution, Extracted, Extractor, Statement};
pub use graph::{Builder, Graph};
pub use merge::{Actor, Claim};
pub use text::Document;

/// Runs the README's code as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
