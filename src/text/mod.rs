//! The vocabulary of the whole program: documents, sentences, tokens, spans and trees.
//!
//! Nothing comes in from other modules; every later stage speaks in these types. [What offsets
//! count](crate#offsets) is part of the type of a [`Span`]; [`CharIndex`] and [`LineIndex`] convert between units.
//!
//! Read [`Document`] first, then [`Sentence`] and [`Tree`].
//!
//! ```
//! use actant::text::{Document, Span};
//!
//! let document = Document::new("note", "China hosts talks.");
//! assert_eq!(document.slice(Span::new(6, 11)), "hosts");
//! ```

mod document;
mod entity;
mod name_tag;
mod names;
mod sentence;
mod span;
mod tag;
mod token;
mod tree;
mod unknown_name;

pub use document::{Block, BlockKind, Dateline, Document, Dropped, Given};
pub use entity::{ActorType, EntityType};
pub use name_tag::NameTag;
pub use names::names;
pub use sentence::{MultiwordToken, Sentence};
pub use span::{Bytes, CharIndex, Chars, LineIndex, Span, Tokens};
pub use tag::{Deprel, Xpos};
pub use token::{Token, Upos};
pub use tree::Tree;
pub use unknown_name::UnknownName;
