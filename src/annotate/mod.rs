//! From a document to what its words are: sentences, tokens, tags, lemmas, trees, names, mentions, actors.
//!
//! In: a [`Document`](crate::text::Document) and the [`Models`]. Out: an [`Annotated`] document. Nothing here can fail, whatever the text.
//!
//! The order of work is that of the sub-modules: `sentence` and `token` cut the text, an [`Engine`] tags and parses
//! (`tag`, `parse`), `lemma` finds dictionary forms, `names` finds named entities, `quotations`
//! finds text in quotation marks, `mention` and `coreference` decide which words mean which actor. Read [`annotated`](Annotated) first.

mod actors;
mod annotated;
mod circumstances;
mod coreference;
mod engine;
mod evidence;
mod feats;
mod inflection;
mod join;
mod lemma;
mod mend;
mod mention;
mod mentions;
mod models;
pub mod names;
pub(crate) mod parse;
mod quotations;
mod sentence;
mod token;

pub use actors::resolve;
#[cfg(feature = "train")]
pub(crate) use actors::resolve_with;
#[cfg(feature = "train")]
pub(crate) use annotated::read_words;
pub use annotated::{Annotated, annotate};
#[cfg(feature = "train")]
pub(crate) use coreference::{Candidate, Choice, Judge, Scorer};
pub use engine::{Engine, Given as GivenEngine};
pub use evidence::{Evidence, NameScores, TokenRows, Wanted};
pub use feats::inflect;
pub use join::Join;
pub use lemma::lemmatize;
pub use mend::MendedArc;
pub use mention::{LocalActor, Mention, MentionKind};
pub use models::{Models, ModelsError};
pub use parse::{AccurateEngine, FastEngine};
pub use quotations::{Quotation, Quotations};
pub use sentence::sentences;
