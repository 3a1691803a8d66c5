//! From an annotated document to statements: who does what to whom, and who says so.
//!
//! In: an [`Annotated`](crate::annotate::Annotated) document. Out: [`Extracted`], its [`Statement`]s and
//! [`Attribution`]s. Every kind of construction is one [`Extractor`] in a file of its own; programs that use the
//! library can add theirs. An extractor tells a [`Sink`] what it finds, and of which words it says nothing and why.
//!
//! Read [`statement`](Statement) first, then [`Extractor`].

mod attributed;
pub mod attribution;
mod clause;
mod confidence;
mod coverage;
mod edges;
mod event;
mod explain;
mod extracted;
mod extractor;
mod fact;
mod modality;
mod mode;
mod nominal;
mod participants;
mod phrase;
mod polarity;
mod predicate;
mod rejection;
#[cfg(test)]
pub(crate) mod sample;
mod sink;
mod statement;
pub mod time;
mod variant;

pub use attributed::{Attribution, AttributionKind, AttributionMode};
#[cfg(feature = "train")]
pub(crate) use attribution::{scorer, told};
pub use clause::Clauses;
pub use coverage::{Coverage, Unmapped};
pub use explain::{Explained, Finding, explain, explain_with};
pub use extracted::{Extracted, built_in, extract, extract_with};
pub use extractor::{Extractor, SentenceContext};
pub use fact::{Fact, all_facts, facts};
pub use nominal::{Appositions, EventNouns, Locations, Memberships, Titles};
pub use rejection::{Reason, Rejection};
pub use sink::Sink;
pub use statement::{
    Argument, ArgumentRole, Edge, EdgeEnd, Modality, Phrase, Polarity, Relation, Statement, Voice,
};
pub use variant::{Variant, VariantKind, variants};
