//! The entities of a document: whom its names, and its nouns with an owner, stand for.
//!
//! In: the mentions of a document. Out: a [`DocumentContext`] whose names have their entities, and the [`EntityTable`] of
//! these; [`coreference`](super::coreference) resolves the other mentions, and [`EntityTable::finish`] makes a
//! [`LocalActor`] of every entity that is mentioned.
//!
//! The order of work: `surname` and `naming` decide what a name is and look it up in the gazetteer (`sense`, with the
//! `country_prior` of the document where a name means several things, and `metonym` for capitals), `person` joins the
//! names of people, `unknown` all others, `collective` resolves nouns with an owner (*Pakistani officials*). Read
//! `assign`, then `naming` first.
//!
//! # Who is one actor
//!
//! - Whoever *speaks as* a state is the state: `the Pakistani government`, `Pakistani authorities`, `the Pakistani
//!   side` are Pakistan. Readers and event data take them for the same, and a graph that keeps them apart answers no
//!   question about Pakistan.
//! - Whoever merely *belongs to* a state is not: `Pakistani officials` is an unnamed group that belongs to Pakistan.
//!   What some officials say under no name is not the state's word, and the graph can still join them.
//! - A capital is its government where it acts, owns or is acted upon (`Beijing described`, `Kabul's efforts`, `between
//!   Islamabad and Kabul`), and a place elsewhere (`in Islamabad`, `visit to Kabul`).
//! - Where somebody else than the state's own government rules its capital, `authorities` of the state and its capital
//!   are those rulers: since August 2021 `Afghan authorities` and `Kabul` are the Taliban. `Taliban`, `Afghan Taliban`,
//!   `Taliban authorities`, `administration`, `leadership` and `side` are one actor, since all of them are said of the
//!   same rulers in turn. `Afghanistan` stays the state. A group whose name merely contains the word, such as the TTP, is
//!   never joined with it.

mod assign;
mod collective;
mod context;
mod country_prior;
mod local_actor;
mod metonym;
mod naming;
mod person;
mod sense;
mod surname;
mod table;
#[cfg(test)]
mod tests;
mod title;
mod unknown;

pub(super) use assign::assign;
pub(super) use context::DocumentContext;
pub use local_actor::LocalActor;
pub(super) use table::{Entity, EntityTable};
