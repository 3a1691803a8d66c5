//! Statements of noun phrases: what a name is, whom somebody belongs to, and acts that are said with a noun.
//!
//! In: a sentence with its tree. Out: statements whose relation is [implied](crate::extract::Relation::implied) or
//! is the noun itself.

mod apposition;
mod event;
mod implied;
mod location;
mod membership;
mod title;

pub use apposition::Appositions;
pub use event::EventNouns;
pub use location::Locations;
pub use membership::Memberships;
pub use title::Titles;
