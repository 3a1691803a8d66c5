//! The mentions of a document: its names, nouns and pronouns.
//!
//! In: sentences with names and trees. Out: a [`MentionCandidate`] for each mention, in the order of the text, of two that
//! start together the longer first; none has an entity yet.
//!
//! `name` reads names off the tags, `find` adds nouns and pronouns. `phrase` gives the words of a mention without article
//! and possessive ending. Read [`Mention`] first, then `find`.

mod candidate;
mod find;
mod join;
mod mention;
mod name;
mod phrase;

pub(super) use candidate::{MentionCandidate, head, is_plural, lemma};
pub(super) use find::find;
pub use join::Join;
pub use mention::{Mention, MentionKind};
pub(super) use phrase::{bare, is_genitive, words};
