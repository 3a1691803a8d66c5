//! Files, folders and streams → [`Document`](crate::text::Document)s; one file a format.
//!
//! In: paths, patterns or text. Out: a stream of documents in a stable order, or for what could not be read a
//! [`ReadError`] that says where and what to do; the rest goes on. At most one file is in memory at a time, of JSON
//! Lines and `lines` one line. Read [`Reader`] first, then [`InputFormat`].
//!
//! ```
//! use actant::read;
//!
//! let document = read::text("note", "China hosts talks.\n\nPakistan attends.");
//! assert_eq!(document.blocks.len(), 2);
//! assert_eq!(document.slice(document.blocks[1].span), "Pakistan attends.");
//! ```

mod aside;
mod block;
mod boilerplate;
pub mod conllu;
pub mod date;
mod dateline;
mod documents;
mod error;
mod format;
mod html;
mod jsonl;
mod language;
mod lines;
mod markdown;
mod pasted;
mod paths;
mod plain;
mod reader;

pub use documents::Documents;
pub use error::{ReadError, ReadErrorKind};
pub use format::{InputFormat, UnknownFormat};
pub use language::foreign as foreign_language;
pub use plain::text;
pub use reader::{Reader, open};
