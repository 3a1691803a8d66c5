//! From an annotated document to statements: who does what to whom, and who says so.
//!
//! In: an [`Annotated`](crate::annotate::Annotated) document. Out: [`Extracted`], its [`Statement`]s and
//! [`Attribution`]s. Every kind of construction is one [`Extractor`] in a file of its own; programs that use the
//! library can add theirs.
//!
//! Read [`statement`](Statement) first, then [`Extractor`].

mod attributed;
pub mod attribution;
mod clause;
mod coverage;
mod edge;
mod event;
mod extracted;
mod extractor;
mod fact;
mod modality;
mod mode;
mod nominal;
mod phrase;
mod polarity;
mod predicate;
mod repair;
#[cfg(test)]
mod sample;
mod statement;
mod target;
pub mod time;

pub use attributed::{Attribution, AttributionKind, AttributionMode};
pub use clause::Clauses;
pub use coverage::{Coverage, Unmapped};
pub use extracted::{Extracted, built_in, extract, extract_with};
pub use extractor::{Extractor, Scene};
pub use fact::{Fact, facts};
pub use nominal::{Appositions, EventNouns, Locations, Memberships, Titles};
pub use statement::{
    Argument, ArgumentRole, Edge, EdgeEnd, Modality, Phrase, Polarity, Relation, Statement, Voice,
};
