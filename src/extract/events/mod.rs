//! What kind of act a statement reports.
//!
//! In: a statement with polarity and modality. Out: its canonical [predicate](super::Relation::predicate), its
//! [event type](super::Relation::event) and its [mode](super::Relation::mode). `act` reads what one verb or noun says
//! with the `noun`s beside it; `operator`, `content` and `outer` tell what the words around it make of that; `key`,
//! `event` and `mode` set the three.

mod act;
mod content;
mod event;
mod key;
mod mode;
mod noun;
mod operator;
mod outer;
#[cfg(test)]
mod tests;

pub(crate) use event::set_event;
pub(crate) use key::set_predicate;
pub(crate) use mode::set_mode;
