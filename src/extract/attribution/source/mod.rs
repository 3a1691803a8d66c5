//! The words for a source or an addressee.
//!
//! `subject` finds the head of the source of a verb or noun; `noun_phrase` decides which words around a head belong to it.

mod noun_phrase;
mod subject;

pub(super) use noun_phrase::{NounPhrase, noun_phrase, with_apposition};
pub(super) use subject::{neighbour, owner_of_noun, subject};
