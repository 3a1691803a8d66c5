//! Pictures of a graph as SVG and PNG, and a page that explores it.
//!
//! In: a [`Graph`](crate::graph::Graph) or a [selection](crate::graph::Selection) of it. Out: bytes. Positions are
//! computed only here, without clock, randomness or functions that differ between machines, so that a graph has the
//! same picture in the page, as SVG and as PNG.
//!
//! | file | what |
//! |---|---|
//! | `layout` | boxes and lines between them → positions |
//! | `node` | a selection → its nodes with size, label and position |
//! | `edge` | bundles of claims → lines with heads and labels |
//! | `look` | shapes, colours and lines |
//! | `shape`, `legend` | the primitives of pictures, and their legend |
//! | [`picture`] | a selection → primitives, which [`svg`] writes and [`png`] paints |
//! | `data` | a graph → the data of the page |
//! | [`page`] | a graph → one HTML file; its script and style are the files in `page/` |
//!
//! ```
//! use actant::annotate::Models;
//! use actant::graph::{Builder, SelectionOptions};
//! use actant::view::{page, picture, svg};
//!
//! let models = Models::fast()?;
//! let graph = Builder::new(&models).text("note", "China warned Japan on Monday.").build();
//! let picture = picture::of(&graph.select(&SelectionOptions { top: Some(60), ..SelectionOptions::default() }));
//! let mut drawn = String::new();
//! svg::write(&picture, &mut drawn);
//! assert!(drawn.contains(">China</text>"));
//! assert!(page::of(&graph, &page::Options::default()).starts_with("<!doctype html>"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod base64;
mod data;
mod edge;
mod font;
mod layout;
mod legend;
mod look;
mod node;
pub mod page;
pub mod picture;
pub mod png;
mod shape;
pub mod svg;

use crate::export::ExportFormat;

/// The formats for graphs that need a layout.
pub const FORMATS: &[&ExportFormat] = &[&svg::FORMAT, &png::FORMAT];
