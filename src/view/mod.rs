//! The graph to look at: the picture as SVG and PNG, and a page that explores it.
//!
//! In: a [`Graph`](crate::graph::Graph) or a [selection](crate::graph::Selection) of it. Out: bytes. Positions are
//! computed here and nowhere else, without clock, chance or functions that differ between machines, so that the picture of
//! a graph is the same in the page, as SVG and as PNG.
//!
//! | file | what |
//! |---|---|
//! | `layout` | boxes and lines between them → positions |
//! | `place` | a selection → its nodes with size, label and position |
//! | `look` | shapes, colours and lines |
//! | `shape`, `key` | what pictures are made of, and what explains them |
//! | [`picture`] | a selection → shapes, which [`svg`] writes and [`png`] paints |
//! | [`page`] | a graph → one HTML file; its script and style are the files in `page/` |
//!
//! ```
//! use actant::annotate::Models;
//! use actant::graph::{Builder, Choice};
//! use actant::view::{page, picture, svg};
//!
//! let models = Models::fast()?;
//! let graph = Builder::new(&models).text("note", "China warned Japan on Monday.").build();
//! let picture = picture::of(&graph.select(&Choice { top: Some(60), ..Choice::default() }));
//! let mut drawn = String::new();
//! svg::write(&picture, &mut drawn);
//! assert!(drawn.contains(">China</text>"));
//! assert!(page::of(&graph, &page::Options::default()).starts_with("<!doctype html>"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod base64;
mod contest;
mod data;
mod font;
mod key;
mod layout;
mod look;
pub mod page;
pub mod picture;
mod place;
pub mod png;
mod shape;
pub mod svg;
