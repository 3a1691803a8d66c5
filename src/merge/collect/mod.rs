//! One extracted document → a corpus of its own.

mod actors;
mod attributions;
mod claims;
mod collector;

pub(super) use collector::Collector;
